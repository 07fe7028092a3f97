"""The body of a paper by its levels: each line below the one it belongs to, what is unnumbered where it stands.

Ambiguity is decided by the labels beside it; nothing is dropped: a line without a certain place becomes a paragraph
where it stood, and is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.importers.labels import ARTICLE, INDENT, POINT, ROMAN, SECTION, Label, indent_family, read_label
from generator.importers.reading import Item, Line, Told
from generator.importers.sentences import is_capital

Data = dict[str, Any]
"""A part as the YAML writes it."""


_AROUND = "-–—() ./"


def _family(label: Label) -> str:
    """What its siblings have in common."""
    return indent_family(label.label) if label.level == "indent" else f"{label.level}{label.rank}"


@dataclass
class _Open:
    """A part that may still take parts: what it is, how deep, its label's number or letter, its text and parts."""

    data: Data
    rank: int
    family: str
    name: str = ""

    @property
    def text(self) -> str:
        return str(self.data["text"])

    @property
    def waits(self) -> bool:
        """Whether its text is a heading or an opening, so that what follows belongs to it."""
        return self.rank <= ARTICLE or self.text[-1] not in ".;"


@dataclass
class Levels:
    """The parts before the first section, the sections, and what needs a look. ``sections`` stay empty in an annex."""

    parts: list[Data] = field(default_factory=list)
    sections: list[Data] = field(default_factory=list)
    doubts: list[Told] = field(default_factory=list)


def build_levels(items: Sequence[Item], *, annex: bool = False) -> Levels:
    """The items as parts; in an annex a Roman number is a clause, for an annex has no sections."""
    builder = _Builder(annex=annex)
    at = 0
    while at < len(items):
        item = items[at]
        after = items[at + 1] if at + 1 < len(items) else None
        at += builder.add(item, after)
    return builder.levels


class _Builder:
    def __init__(self, *, annex: bool) -> None:
        self.levels = Levels()
        self._annex = annex
        self._stack: list[_Open] = []
        self._held: list[Data] | None = None  # where the paragraph before this one went

    def add(self, item: Item, after: Item | None) -> int:
        """Puts the item in its place; returns how many items it took (2 where a heading stands below its number)."""
        if not isinstance(item, Line):
            table = [list(row) for row in item.rows]
            width = max(map(len, table))
            data: Data = {"table": [row + [""] * (width - len(row)) for row in table]}
            if item.repeated > 1:
                data["header_rows"] = str(item.repeated)
            self._parent(item)[0].append(data)
            return 1
        label = read_label(item.text)
        if label is not None and self._is_rest(label, item):
            self._stack[-1].data["text"] += f" {item.text}"
            self._doubt(item, "nối vào câu ở dòng trên")
            return 1
        if label is None or not (item.automatic or self._is_label(label, item)):
            self._paragraph(item)
            return 1
        taken = 1
        if not label.rest:
            if not isinstance(after, Line) or read_label(after.text) is not None:
                self._paragraph(item)
                self._doubt(item, "chỉ có số, chữ đầu dòng, không có lời")
                return 1
            label = Label(label.level, label.label, after.text, label.rank, label.number, label.sure)
            taken = 2
        self._open(label, item)
        return taken

    def _is_label(self, label: Label, item: Line) -> bool:
        """Whether the beginning of the line is a number of its own among its siblings."""
        if not label.sure:  # 1.1 without a dot
            above = label.label.rpartition(".")[0]
            known = any(one.name in (above, f"{above}.") or one.name.startswith(f"{above}.") for one in self._stack)
            if not known:
                self._doubt(item, "có thể là số mục, có thể là số liệu")
            return known
        last = self._last_number(label)
        if label.number is None or label.level == "article":
            return True
        if label.level == "section" and last and label.number != last + 1:
            capitals = is_capital(self.levels.sections[-1]["text"]) if self.levels.sections else False
            if (capitals and not is_capital(label.rest)) or not (label.number == 1 or last <= label.number <= last + 3):
                return False
        if label.number == last + 1:
            return True
        if label.number == 1 or not last:
            if label.number != 1:
                self._doubt(item, f"đánh số từ {label.number}")
            elif last and not self._nests(label):
                self._doubt(item, "số bắt đầu lại từ 1")
            return True
        self._doubt(item, f"số không liền: sau {last} là {label.number}")
        return True

    def _last_number(self, label: Label) -> int:
        """The number of the label's sibling before it, 0 where it has none."""
        for one in reversed(self._stack):
            if one.family == _family(label) and one.name.isdigit():
                return int(one.name)
        parent = next((one for one in reversed(self._stack) if one.rank < label.rank), None)
        siblings: list[Data] = parent.data.get("parts", []) if parent else self._children_of_root(label)
        level = self._level(label)
        for data in reversed(siblings):
            own = read_label(f"{data[level]} X") if level in data else None
            if own is not None and own.rank == label.rank:
                return own.number or 0  # “Phần II” has none: what is below it begins anew
        return 0

    def _children_of_root(self, label: Label) -> list[Data]:
        return self.levels.sections if self._level(label) == "section" else self.levels.parts

    def _level(self, label: Label) -> str:
        return "clause" if self._annex and label.level == "section" else label.level

    def _is_rest(self, label: Label, item: Line) -> bool:
        """Whether the number is no label but the rest of the sentence above, which a line break cut before it."""
        if label.number is None or item.automatic or not item.soft or not self._stack or self._held is not None:
            return False
        text = self._stack[-1].text
        return label.number not in (1, self._last_number(label) + 1) and len(text) > 60 and text[-1] not in ".;:"

    def _nests(self, label: Label) -> bool:
        """Whether the first of a row of numbers or letters opens it below the open part, which says so with a colon."""
        top = self._stack[-1] if self._stack else None
        if label.level == "indent" and top is not None and top.rank >= INDENT and top.text.endswith(":"):
            return top.family not in (_family(label), "+")
        first = label.number == 1 or label.label.strip(_AROUND) in ("a", "i")
        return top is not None and first and top.rank > label.rank and top.text.endswith(":")

    def _open(self, label: Label, item: Line) -> None:
        rank, family = label.rank, _family(label)
        name = str(label.number) if label.number is not None else label.label.strip(_AROUND)
        if rank == POINT and name in ("i", "v", "x") and self._stack:  # Roman below a letter, or the letter itself
            letters = [one for one in self._stack if one.rank in (POINT, ROMAN)]
            if letters and (letters[-1].rank == ROMAN or (name == "i" and letters[-1].name not in ("h", "g"))):
                rank, family = ROMAN, f"point{ROMAN}"
        nests = self._nests(label)
        rank = self._stack[-1].rank + 1 if nests else self._close(rank, family, label.number)
        level = self._level(label)
        data: Data = {level: label.label, "text": label.rest}
        self._children(section=level == "section").append(data)
        self._stack.append(_Open(data, rank, family, name))
        self._held = None

    def _close(self, rank: int, family: str, number: int | None) -> int:
        """Closes what the new part does not belong to; returns how deep it stands."""
        same = [place for place, one in enumerate(self._stack) if one.family == family]
        if number is not None and number > 1:
            next_of = [place for place in same if self._stack[place].name == str(number - 1)]
            same = next_of or same
        if same and rank > SECTION:
            rank = self._stack[same[-1]].rank
            del self._stack[same[-1] :]
        elif rank >= INDENT:
            while self._stack and family == "-" and self._stack[-1].family == "+":
                self._stack.pop()
            top = self._stack[-1] if self._stack else None
            if top is not None and family != "+" and top.rank >= INDENT and not top.waits:
                self._stack.pop()  # another sign behind a sentence that has ended begins no list below it
        else:
            while self._stack and self._stack[-1].rank >= rank:
                self._stack.pop()
        return rank

    def _children(self, *, section: bool = False) -> list[Data]:
        if section:
            return self.levels.sections
        if self._stack:
            parts: list[Data] = self._stack[-1].data.setdefault("parts", [])
            return parts
        return self.levels.parts

    def _paragraph(self, item: Line) -> None:
        into, certain = self._parent(item)
        into.append({"paragraph": item.text})
        self._held = into
        if not certain:
            self._doubt(item, "đoạn không đánh số, để ở chỗ đang đứng")

    def _parent(self, item: Item) -> tuple[list[Data], bool]:
        """Where an unnumbered paragraph or a table belongs, and whether that is certain."""
        if not self._stack:
            return self.levels.parts, True
        if not isinstance(item, Line) or self._stack[-1].waits:
            return self._children(), not isinstance(item, Line) or not is_capital(item.text)
        if self._held is not None:
            return self._held, True
        self._stack.pop()
        return self._children(), item.text.startswith("(")

    def _doubt(self, item: Line, what: str) -> None:
        self.levels.doubts.append(Told(item.line, item.text[:60], what))
