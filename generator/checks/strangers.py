"""Không có tệp lạ.

Mỗi tệp trong content/ phải là một loại tệp mà chuyên trang biết; tệp để quên (bản sao, tệp Word, ảnh đặt sai chỗ) không
được bỏ qua trong im lặng.

Sai, awards/giay-khen.yaml::

    name: Giấy khen

Báo awards/giay-khen.yaml:1:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePath

from generator.content import Content
from generator.models import DOCUMENT_KIND, PHOTO_SUFFIXES, SIGNED_PLAN, WRITTEN, Kind
from generator.problems import Place, Problem, did_you_mean

RULE = "tep-la"
_OLD_OFFICE = {".doc": ".docx", ".docm": ".docx", ".rtf": ".docx", ".odt": ".docx", ".xls": ".xlsx", ".xlsm": ".xlsx"}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each file that is of no known kind."""
    for file in content.strangers:
        yield Problem(Place(file), RULE, f'không rõ tệp "{file.name}" thuộc loại nào', _fix(content.root, file))


def _fix(root: Path, file: Path) -> str:
    renamed = file.relative_to(root).with_suffix(".yml").as_posix()
    if file.suffix.lower() in (".yaml", ".yml") and any(_fits(renamed, kind) for kind in WRITTEN.values()):
        return "đổi đuôi tệp thành .yml"
    if file.suffix.lower() in PHOTO_SUFFIXES:
        return "ảnh (.jpg, .png, .webp, .heic) đặt cạnh tệp của gương hoặc cách làm hay, cùng tên với tệp đó"
    if file.parent == root / DOCUMENT_KIND and file.suffix.lower() in _OLD_OFFICE:
        new = _OLD_OFFICE[file.suffix.lower()]
        return f"mở tệp này, chọn Lưu thành (Save As) loại {new}, rồi đặt tệp {file.stem}{new} vào đây"
    folder, *below = file.relative_to(root).parts
    if folder == SIGNED_PLAN[0] and below and file.suffix.lower() == ".pdf":
        return f"bản có chữ ký của kế hoạch đặt cạnh plan.yml, tên đúng là {SIGNED_PLAN[1]}"
    here = [kind.pattern for kind in WRITTEN.values() if below and kind.pattern.startswith(f"{folder}/")]
    if here:
        return f"để tệp này ở ngoài thư mục content; ở đây chỉ đặt {', '.join(here)}"
    near = did_you_mean(folder, {kind.pattern.partition("/")[0] for kind in WRITTEN.values()}) if below else ""
    return near or f"các nơi đặt tệp: {', '.join(sorted(kind.pattern for kind in WRITTEN.values()))}"


def _fits(path: str, kind: Kind) -> bool:
    return PurePath(path).match(kind.pattern) and path.count("/") == kind.pattern.count("/")
