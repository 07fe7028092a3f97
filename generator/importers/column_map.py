"""What editors said of headers the program does not know, remembered beside the content: ``.portal/import-map.yml``.

The folder starts with a dot, so reading the content passes over it and nothing of it is published; it is kept with the
content, in the same repository. It holds headers, never what stands below them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from generator import vietnamese
from generator.importers.columns import BY_KEY
from generator.importers.headers import JOINED, SKIPPED, sensitive
from generator.importers.tables import RULE
from generator.problems import ContentInvalid, Place, Problem
from generator.yaml_editing import to_text
from generator.yaml_source import read_text, read_yaml

PATH = ".portal/import-map.yml"
_HEAD = "# Cột nào trong danh sách của cơ quan là trường nào; do lệnh portal import ghi lại từ --map.\n"
_BY_WORDS = {vietnamese.fold(words): column.key for column in BY_KEY.values() for words in (column.key, column.title)}
_KEYS = {*BY_KEY, *JOINED, SKIPPED}


def read_map(content: Path) -> dict[str, str]:
    """The key of each remembered header, folded. Raises ContentInvalid where the file is not what was written."""
    file = content / PATH
    if not file.is_file() or file.is_symlink():
        return {}
    text, problems = read_text(file)
    data, found = read_yaml(text, file) if not problems else (None, problems)
    columns = data.get("columns") if isinstance(data, dict) else None
    if found or not isinstance(columns, dict) or any(key not in _KEYS for key in columns.values()):
        fix = "xóa tệp này; lệnh import sẽ hỏi lại và ghi tệp mới"
        raise ContentInvalid([*found, Problem(Place(file), RULE, "tệp ghi nhớ cột không đọc được", fix)])
    return {str(header): str(key) for header, key in columns.items()}


def map_text(remembered: Mapping[str, str]) -> str:
    """The text of the file that remembers the headers."""
    return _HEAD + to_text(CommentedMap(columns=CommentedMap(sorted(remembered.items()))))


def parse_pair(text: str) -> tuple[str, str]:
    """``Tên người được khen=name`` as (header, key); the header of a column of ours may stand for its key.

    A column that holds several things names them with a plus, ``Chức vụ, nơi làm=position+organisation``.

    Raises ValueError with what is wrong in Vietnamese: no such column, or a header whose column is never taken.
    """
    header, sign, wanted = text.rpartition("=")
    parts = {_BY_WORDS.get(vietnamese.fold(part), "") for part in wanted.split("+")}
    joined = next((key for key in JOINED if set(key.split("+")) == parts), "")
    key = SKIPPED if wanted.strip() == SKIPPED else joined or _BY_WORDS.get(vietnamese.fold(wanted), "")
    if not sign or not header.strip():
        raise ValueError(f"“{text}” không có dạng “tên cột trong tệp=tên trường”")
    if not key:
        listed = "".join(f"\n  {column.key}: {column.title}" for column in BY_KEY.values())
        joined = f"\n  {JOINED[0]}, {JOINED[1]}: cột ghi chung chức vụ và đơn vị, hoặc cả họ tên"
        raise ValueError(f"không có trường “{wanted.strip()}”; sau dấu = ghi một trong:{listed}{joined}\n  -: bỏ cột")
    if key != SKIPPED and sensitive(header):
        raise ValueError(
            f"cột “{header.strip()}” là dữ liệu cá nhân ({sensitive(header)}), không nhập vào chuyên trang"
        )
    return header.strip(), key
