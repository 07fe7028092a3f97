"""The sheets of a paper: its head, body and foot, its annexes, and what it promulgates; columns side by side undone.

The head and the foot are printed in two columns. They are read in one order: the body's name, the nation's lines, the
number, the place and day; the recipients, the signature. What changes its place is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.importers.reading import Grid, Item, Line, Order, Told
from generator.importers.sentences import is_capital
from generator.importers.side_by_side import AUTHORITY, NATION, NUMBER, PLACE, RECIPIENTS, undo_columns
from generator.vietnamese import CAPITALS, fold

TYPES = (
    "KẾ HOẠCH", "QUYẾT ĐỊNH", "HƯỚNG DẪN", "THÔNG BÁO", "BÁO CÁO", "TỜ TRÌNH", "CHƯƠNG TRÌNH", "PHƯƠNG ÁN", "ĐỀ ÁN",
    "NGHỊ QUYẾT", "QUY CHẾ", "QUY ĐỊNH", "CHỈ THỊ", "GIẤY MỜI", "CÔNG ĐIỆN", "THỂ LỆ", "BIÊN BẢN", "KẾT LUẬN",
)  # fmt: skip
"""The kinds of administrative documents that carry their name (Decree 30/2020/NĐ-CP, Article 7)."""
_ANNEX = re.compile(r"(?:PHỤ LỤC|MẪU SỐ|BIỂU MẪU)\b.{0,120}|(?:Phụ lục|Mẫu số|Biểu mẫu)(?:\s+\w{1,5})?\s?[:.]?")
_NAME = re.compile(rf"(?:[{CAPITALS}][^\W\d_]*\s){{1,5}}[{CAPITALS}][^\W\d_]*|\(.{{3,60}}\)")
_HEAD = 25  # items within which a head stands
_FOOT = 8  # lines of a signature


@dataclass
class Sheet:
    """A paper with its own head and foot: the lines of each in the order of reading."""

    issuer: list[Line] = field(default_factory=list)
    nation: list[Line] = field(default_factory=list)
    number: list[Line] = field(default_factory=list)
    place: list[Line] = field(default_factory=list)
    subject: list[Line] = field(default_factory=list)
    type: Line | None = None
    body: list[Item] = field(default_factory=list)
    recipients: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Everything in the order of reading."""
        yield from (*self.issuer, *self.nation, *self.number, *self.place, *self.subject)
        yield from (self.type,) if self.type else ()
        yield from (*self.body, *self.recipients, *self.signature)


@dataclass
class AnnexSheet:
    """An annex: its first line, and what stands below it."""

    heading: Line
    body: list[Item] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Everything in the order of reading."""
        yield self.heading
        yield from self.body


@dataclass(frozen=True)
class Layout:
    """The paper's sheets (a decision before the plan it promulgates), the annexes behind them, what was told."""

    sheets: tuple[Sheet, ...]
    annexes: tuple[AnnexSheet, ...]
    doubts: tuple[Told, ...]
    moved: tuple[Told, ...]

    def items(self) -> Iterator[Item]:
        """Everything in the order of reading."""
        parts: list[Sheet | AnnexSheet] = [*self.sheets, *self.annexes]
        for part in parts:
            yield from part.items()


def arrange(items: Sequence[Item]) -> Layout:
    """The items as sheets and annexes, each item in exactly one."""
    flat = [line for item in items for line in undo_columns(item)]
    doubts: list[Told] = []
    sheets: list[Sheet] = []
    annexes: list[AnnexSheet] = []
    at = 0
    while at < len(flat):
        if sheets and not _opens_sheet(flat, at):
            at = _annex(flat, at, annexes, doubts)
            continue
        sheet = Sheet()
        at = _body(flat, _head(flat, at, sheet, doubts), sheet)
        at = _foot(flat, at, sheet)
        sheets.append(sheet)
    layout = Layout(tuple(sheets), tuple(annexes), tuple(doubts), ())
    return replace(layout, moved=tuple(_moved(layout)))


def _moved(layout: Layout) -> Iterator[Told]:
    """The lines that are read after what stands below them in the file."""
    last: Order = (-1, 0)
    for item in layout.items():
        if item.order < last:
            words = item.text[:60] if isinstance(item, Line) else "bảng"
            yield Told(item.line, words, "đọc trước dòng đứng trên nó")
        last = max(last, item.order)


def _opens_sheet(flat: Sequence[Item], at: int) -> bool:
    """Whether a paper with a head of its own begins here: the plan behind the decision that promulgates it."""
    for item in flat[at : at + 8]:
        if not isinstance(item, Line) or _ANNEX.fullmatch(item.text):
            return False
        if type_of(item.text):
            return True
    return False


def type_of(text: str) -> str:
    """The kind of document the line names, in capitals at its beginning or alone; empty where it names none."""
    if text.upper() in TYPES:
        return text
    return next((one for one in TYPES if re.match(rf"{one}(?![\w:])", text)), "")


def _head(flat: Sequence[Item], at: int, sheet: Sheet, doubts: list[Told]) -> int:
    """Puts the head's lines where they belong; returns where the body begins."""
    window = list(itertools.takewhile(lambda one: isinstance(one, Line), flat[at : at + _HEAD]))
    lines = [item for item in window if isinstance(item, Line)]
    end = next((place for place, line in enumerate(lines) if type_of(line.text)), None)
    if end is None:  # an official letter: what the head holds tells where it ends
        known = [place for place, line in enumerate(lines[:12]) if _head_list(line, sheet) is not None]
        end = known[-1] + 1 if known else 0
    else:
        sheet.type = lines[end]
    for line in lines[:end]:
        found = _head_list(line, sheet)
        if found is None:
            found = sheet.issuer
            if not is_capital(line.text):
                doubts.append(Told(line.line, line.text[:60], "dòng ở đầu trang, để cùng tên cơ quan"))
        found.append(line)
    return at + end + (sheet.type is not None)


def _head_list(line: Line, sheet: Sheet) -> list[Line] | None:
    if fold(line.text).startswith(NATION):
        return sheet.nation
    if NUMBER.match(line.text):
        return sheet.number
    if re.match(r"(?:V/v|Về việc)\b", line.text):
        return sheet.subject
    return sheet.place if PLACE.fullmatch(line.text) else None


def _body(flat: Sequence[Item], at: int, sheet: Sheet) -> int:
    """Takes the body's items; returns where the foot, an annex or the end is."""
    first = at
    while at < len(flat):
        item = flat[at]
        if isinstance(item, Line) and at > first and (_begins_foot(item.text) or _begins_annex(flat, at)):
            break
        sheet.body.append(item)
        at += 1
    return at


def _begins_foot(text: str) -> bool:
    return bool(RECIPIENTS.match(text)) or bool(AUTHORITY.fullmatch(text) and text.isupper())


def _begins_annex(flat: Sequence[Item], at: int) -> bool:
    item = flat[at]
    return (
        isinstance(item, Line) and _ANNEX.fullmatch(item.text) is not None and not item.text.endswith((".", ";", ","))
    )


def _foot(flat: Sequence[Item], at: int, sheet: Sheet) -> int:
    """Takes recipients and signature, in whichever order they stand; returns what is behind them."""
    into: list[Line] | None = None
    while at < len(flat):
        item = flat[at]
        if not isinstance(item, Line) or _begins_annex(flat, at) or (into is not None and type_of(item.text)):
            break
        if RECIPIENTS.match(item.text):
            into = sheet.recipients
        elif AUTHORITY.fullmatch(item.text) and item.text.isupper():
            into = sheet.signature
        elif (
            into is None
            or (into is sheet.recipients and sheet.signature and not _is_recipient(item.text))
            or (into is sheet.signature and (len(into) >= _FOOT or _signed(into)))
        ):
            break
        into.append(item)
        at += 1
    return at


def _is_recipient(text: str) -> bool:
    return text[0] in "-–+•*" or text[0].islower() or text.startswith("Lưu")


def _signed(lines: Sequence[Line]) -> bool:
    """Whether the signature has its name."""
    return _NAME.fullmatch(lines[-1].text) is not None and not lines[-1].text.isupper()


def _annex(flat: Sequence[Item], at: int, annexes: list[AnnexSheet], doubts: list[Told]) -> int:
    """Takes an annex, or what stands behind the signature without being called one; returns what is behind it."""
    heading = flat[at]
    if isinstance(heading, Grid):
        raise Unplaced(heading.line, "bảng đứng sau phần ký mà không có dòng “PHỤ LỤC” ở trên")
    if not _begins_annex(flat, at):
        doubts.append(Told(heading.line, heading.text[:60], "đứng sau phần ký, để thành một phụ lục"))
    annex = AnnexSheet(heading)
    at += 1
    while at < len(flat) and not _begins_annex(flat, at):
        annex.body.append(flat[at])
        at += 1
    annexes.append(annex)
    return at


class Unplaced(Exception):
    """Something has no place in a paper: the line, the fact."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what
