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
from pathlib import Path

from generator.content import Content
from generator.models import KINDS, PHOTO_SUFFIXES
from generator.problems import Place, Problem, did_you_mean

RULE = "tep-la"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each file that is of no known kind."""
    for file in content.strangers:
        yield Problem(Place(file), RULE, f'không rõ tệp "{file.name}" thuộc loại nào', _fix(content.root, file))


def _fix(root: Path, file: Path) -> str:
    if file.suffix == ".yaml":
        return "đổi đuôi tệp thành .yml"
    if file.suffix.lower() in (*PHOTO_SUFFIXES, ".heic", ".heif"):
        return "ảnh (.jpg, .png, .webp) đặt cạnh tệp của gương hoặc cách làm hay, cùng tên với tệp đó"
    folder = file.relative_to(root).parts[0]
    folders = {kind.pattern.partition("/")[0] for kind in KINDS}
    near = did_you_mean(folder, folders - {folder})
    return near or f"các nơi đặt tệp: {', '.join(sorted(kind.pattern for kind in KINDS))}"
