"""Which lines of a table are entries, and what the others are: headings, totals, signatures, hidden, crossed out.

A heading such as “I. Tập thể” says of what kind the lines below it are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import vietnamese
from generator.importers import names, texts
from generator.importers.columns import GONE
from generator.importers.headers import Header
from generator.importers.tables import Line
from generator.importers.units import Units

_KIND_GROUPS = (("tap the", "group"), ("ho gia dinh", "household"), ("ca nhan", "individual"))
_ORDINAL = re.compile(r"^(?:[ivx]+|[a-z]|\d{1,2}(?:\.\d{1,2})?)\s*[.)\-:/]\s*")
# “Tống” and “Công” are family names too: the bare word counts only with a sign or a number behind it
_TOTAL = re.compile(r"^((tong cong|tong so|an dinh|danh sach (nay|tren)|co tat ca)\b|(tong|cong)\s*([:.(\d]|$))")
_SIGNED = re.compile(
    r"^(nguoi lap|lap bieu|nguoi tong hop|(kt\.? ?)?(pho )?chu tich$|tm\.|t/m|kt\.|thu truong|noi nhan|xac nhan cua"
    r"|ky ten|\(ky|.*,? ngay .* thang .* nam)"
)


@dataclass(frozen=True)
class Skipped:
    """A line that was not read as an entry, and why."""

    line: int
    why: str
    words: str


class LineSorter:
    """Tells entries from the rest, line by line in order; ``kind`` and ``unit`` are what the last heading says."""

    def __init__(self, header: Header, units: Units) -> None:
        self._header = header
        self._units = units
        self._over = False
        self.kind = ""
        self.unit = ""

    def why_skipped(self, line: Line, told: Sequence[str]) -> str:
        """Why the line is no entry; empty where it is one. A heading is remembered for the lines below it."""
        name = self.text(line, "name") or self.text(line, "organisation")
        first = vietnamese.fold(told[0]) if told else ""
        numbered = texts.number(self.text(line, "number")) is not None
        if line.hidden:
            return "dòng ẩn"
        if any(line.cell(column).struck for key, column in self._header.columns.items() if key in ("name", "number")):
            return "dòng gạch bỏ"
        if not numbered and (_TOTAL.match(first) or _TOTAL.match(vietnamese.fold(name))):
            self._over = True
            return "dòng tổng"
        if not numbered and (_SIGNED.match(first) or _SIGNED.match(vietnamese.fold(name))):
            self._over = True
            return "phần ký"
        if self._over and not numbered:
            return "sau phần danh sách"
        if all(re.fullmatch(r"\(?(\d{1,2}|[a-z])\)?", vietnamese.fold(text)) for text in told) and len(told) > 1:
            return "dòng đánh số cột"
        column = self._header.columns.get("name", self._header.columns.get("organisation", 0))
        if line.cell(column).below:
            return "dòng nối của ô gộp phía trên"
        if self.text(line, "achievement") == GONE:
            return "dòng đã gỡ thông tin"
        return self._heading(line, told, numbered=numbered)

    def _heading(self, line: Line, told: Sequence[str], *, numbered: bool) -> str:
        """Why the line is a heading of those below it; empty where it is none."""
        number = self.text(line, "number")
        rest = [text for text in told if text != number] or list(told)
        if len(rest) > 1 or (numbered and number != rest[0]):
            return ""
        words = _ORDINAL.sub("", vietnamese.fold(rest[0]))
        kind = next((kind for sign, kind in _KIND_GROUPS if sign in words), "")
        units = self._units.ids(words)
        name = self.text(line, "name")
        if kind and not (name and names.is_household(name)):
            self.kind, self.unit = kind, ""
            return "dòng nhóm"
        own = self._header.columns.get("organisation") not in (None, self._header.columns.get("name"))
        if len(units) == 1 and not own:
            self.unit = units[0]
            return "dòng nhóm"
        if rest[0] == name and not number and not _spans(line):
            return ""
        return "dòng nhóm" if not numbered else ""

    def shown(self, line: Line, told: Sequence[str]) -> str:
        """The words by which the staff know the line; nothing out of a dropped column."""
        dropped = {line.cell(column).text for column in self._header.sensitive}
        return vietnamese.one_line(self.text(line, "name") or next((one for one in told if one not in dropped), ""))[
            :80
        ]

    def text(self, line: Line, key: str) -> str:
        """What the line's cell of the column holds."""
        column = self._header.columns.get(key)
        return line.cell(column).text.strip() if column is not None else ""


def _spans(line: Line) -> bool:
    """Whether a merged cell of the line covers others beside it."""
    return any(cell.shadow and not cell.below for cell in line.cells)
