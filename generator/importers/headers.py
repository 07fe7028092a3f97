"""The header of a table: where it is, what its columns are, and which are dropped.

A column that holds a person's birth, papers, account, telephone, address, origin, ethnicity or religion is dropped
before anything is read from it (Law 91/2025/QH15: no more than the purpose needs); no ``--map`` brings it back. Only
whether a birth makes a child of somebody is looked at, see :mod:`~generator.importers.age_groups`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import vietnamese
from generator.importers.columns import COLUMNS, ERRORS_TITLE, REVOKED_TITLE
from generator.importers.tables import Table

SKIPPED = "-"
"""What ``--map`` says of a column that is to be passed over without a word."""
JOINED = ("position+organisation", "name+position+organisation")
"""The columns that hold several things in one cell, as ``--map`` names them."""
SEARCHED_LINES = 30
_DEEPEST_HEADER = 3
BIRTH = "ngày, năm sinh"
"""What a column of birth or age gives away."""
_SENSITIVE_WORDS = {
    BIRTH: r"\bnam sinh\b|\bngay(, thang,?| thang)?( nam)? sinh\b|\bsinh (ngay|nam)\b|\bns\b|\bn/s\b|\bn\.? ?sinh\b"
    r"|^(so )?tuoi( doi)?$",
    "giấy tờ": r"\bcccd\b|\bcmnd\b|\bcmt\b|\bcan cuoc\b|chung minh|dinh danh|\bho chieu\b|\bddcn\b|ma so (thue|bhxh)"
    r"|\bmst\b|bao hiem xa hoi|\bso the\b",
    "tài khoản": r"tai khoan|\bstk\b|\bso tk\b|ngan hang",
    "điện thoại, liên hệ": r"dien thoai|\bsdt\b|\bdt\b|\bdtdd\b|di dong|\bzalo\b|facebook|lien he|lien lac",
    "địa chỉ": r"dia chi|\bnoi o\b|cho o\b|thuong tru|tam tru|ho khau|noi cu tru|so nha|\bdc\b",
    "quê quán": r"que quan|nguyen quan|noi sinh",
    "dân tộc": r"dan toc",
    "tôn giáo": r"ton giao",
    "thư điện tử": r"e-?mail|thu dien tu",
    "đời tư khác": r"gioi tinh|^nam/nu$|^nu$|tinh trang|hon nhan|suc khoe|dang vien|ngay vao dang"
    r"|\b(muc|bac|tien) luong\b",
}
_SENSITIVE = tuple((re.compile(pattern), words) for words, pattern in _SENSITIVE_WORDS.items())


@dataclass(frozen=True)
class Header:
    """Where a table's header is and what its columns are.

    ``columns`` gives the column of each key, from 0; ``titles`` the header as written, by column. ``sensitive`` are
    dropped, ``unknown`` are not read: both by column. ``first_line`` is the first line that may hold a person.
    ``joined`` are the columns that hold several things in one cell, such as position and unit.
    """

    first_line: int
    columns: Mapping[str, int]
    titles: Mapping[int, str]
    sensitive: Mapping[int, str]
    unknown: tuple[int, ...]
    joined: frozenset[int] = frozenset()


def sensitive(header: str) -> str:
    """What a column of this header would give away, in a word or two; empty for one that may be read."""
    folded = vietnamese.fold(header)
    return next((words for pattern, words in _SENSITIVE if pattern.search(folded)), "")


def key_of(header: str, remembered: Mapping[str, str]) -> str:
    """The key of the column the header means; empty where nobody knows. ``remembered`` is what editors said before.

    A column that holds several things gives one of :data:`JOINED`.
    """
    folded = fold_header(header)
    if folded in remembered:
        return remembered[folded]
    return _KEYS.get(folded) or _joined(folded)


def _joined(folded: str) -> str:
    """What a header made of several names means: ``chuc vu, don vi cong tac``; empty where one of them is unknown."""
    pieces = _PIECES.split(folded.replace("ho va ten", "ho ten"))
    named = [(words, "name" if _NAMED.fullmatch(words) else _PARTS.get(words, "")) for words in pieces if words]
    keys = {key for _, key in named}
    if keys <= {"name", "position"} and "name" in keys and (len(named) > 1 or "ten" in named[0][0].split(" ")):
        return "name"  # what follows a name is its position in any list
    if keys == {"name", "organisation"} and named[0][0] != "ho ten":
        return ""  # “tên cá nhân, đơn vị” may mean that units are listed, too
    if "name" in keys and "organisation" in keys and "" not in keys:
        return JOINED[1]
    return JOINED[0] if keys == {"position", "organisation"} else ""


def fold_header(header: str) -> str:
    """A header as it is compared: folded, without the marks that say no more: ``Họ và tên (*)`` as ``ho va ten``."""
    folded = re.sub(r"\s*\((\*|x|neu co|\d{1,2})\)\s*$|[\s*:.]+$", "", vietnamese.fold(header))
    return re.sub(r"\s*([,/])\s*", lambda found: f"{found[1]} " if found[1] == "," else "/", folded)


_KEYS = {
    fold_header(words): column.key
    for column in COLUMNS
    for words in (column.key, column.title, *column.aliases)
}  # fmt: skip
_PARTS = {words: key for words, key in _KEYS.items() if key in ("position", "organisation")}
_PIECES = re.compile(r"\s*[,/;()+&]\s*|\s+[-–—]\s+|\s+va\s+")
_NAMED = re.compile(
    r"(ho ten|ten)( cua)?( (ca nhan|tap the|ho gia dinh|ho|chu ho|hoc sinh|sinh vien|doan vien|hoi vien|can bo"
    r"|cong chuc|vien chuc|giao vien|cong nhan|nguoi lao dong|cong dan|nguoi( duoc)?( de nghi)?( khen)?( thuong)?))?"
    r"|ca nhan|tap the|ho gia dinh"
)
_PASSED_OVER = {fold_header(words) for words in (ERRORS_TITLE, REVOKED_TITLE)}


def is_headed(table: Table, header: Header, words: str) -> bool:
    """Whether one of the table's columns is headed by these words, folded: the whole of its header or a cell of it."""
    for column, title in header.titles.items():
        cells = (vietnamese.one_line(line.cell(column).text) for line in table.lines[: header.first_line])
        if words in map(fold_header, (title, *(text for text in cells if text and text in title))):
            return True
    return False


def find_header(tables: Iterable[Table], remembered: Mapping[str, str]) -> tuple[Table, Header] | None:
    """The table whose header names the most columns, and that header; None where no table names people or groups.

    A header is looked for by its words anywhere in the first 30 lines; it may take up to three of them.
    """
    best: tuple[tuple[int, int], Table, Header] | None = None
    for table in tables:
        for start in range(min(SEARCHED_LINES, len(table.lines))):
            for depth in range(1, _DEEPEST_HEADER + 1):
                header = _header(table, start, depth, remembered)
                names = "name" in header.columns or "organisation" in header.columns
                rank = (len(header.columns) if names else 0, -depth)
                if rank[0] > 1 and (best is None or rank > best[0]):
                    best = (rank, table, header)
    return best[1:] if best else None


def _header(table: Table, start: int, depth: int, remembered: Mapping[str, str]) -> Header:
    lines = table.lines[start : start + depth]
    columns: dict[str, int] = {}
    titles: dict[int, str] = {}
    dropped: dict[int, str] = {}
    unknown: list[int] = []
    joined: dict[int, list[str]] = {}
    for column in range(max((len(line.cells) for line in lines), default=0)):
        words = [vietnamese.one_line(line.cell(column).text) for line in lines]
        words = list(dict.fromkeys(word for word in words if word))
        if not words:
            continue
        titles[column] = " ".join(words)
        found = next((word for word in map(sensitive, [*words, titles[column]]) if word), "")
        keys = [key for key in (key_of(word, remembered) for word in [titles[column], *reversed(words)]) if key]
        if found:
            dropped[column] = found
        elif keys and keys[0] in JOINED:
            joined[column] = keys[0].split("+")
        elif keys and keys[0] not in columns and keys[0] != SKIPPED:
            columns[keys[0]] = column
        elif fold_header(titles[column]) not in _PASSED_OVER and SKIPPED not in keys:
            unknown.append(column)
    for column, parts in list(joined.items()):  # what has a column of its own stands there
        free = [key for key in parts if key not in columns]
        if free and ("name" in free or "name" not in parts):
            columns |= dict.fromkeys(free, column)
        else:
            unknown.append(column)
            del joined[column]
    first = start + depth
    while first < len(table.lines) and any(table.lines[first].cell(column).below for column in columns.values()):
        first += 1
    return Header(first, columns, titles, dropped, tuple(sorted(unknown)), frozenset(joined))
