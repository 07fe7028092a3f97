"""Words as they are printed: plain, bold, raised, and with their footnotes at the place of the mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.models.official_text import Footnote, FootnoteMark, OfficialText
from generator.numbering import AddressedPart


@dataclass(frozen=True)
class Run:
    """Text in one look; a line feed in it breaks the line. ``raised`` is a footnote's digit that has no note."""

    text: str
    look: Literal["", "bold", "raised"] = ""


@dataclass(frozen=True)
class Note:
    """A footnote: its mark stands here, its text at the foot of the page."""

    mark: str
    text: str


Words = tuple[Run | Note, ...]


def plain(text: str) -> Words:
    """The text in no look of its own; nothing for no text."""
    return (Run(text),) if text else ()


class Notes:
    """The footnotes of a document and the marks whose notes are lost, by the part they stand in."""

    def __init__(self, text: OfficialText) -> None:
        self._of: dict[str, list[Footnote | FootnoteMark]] = defaultdict(list)
        marks: list[Footnote | FootnoteMark] = [*text.footnote_marks, *text.footnotes]
        for one in marks:
            self._of[_own(one.part)].append(one)

    def words(self, part: AddressedPart, gap: str = " ", label: Literal["", "bold"] = "") -> Words:
        """The part with its label in front and its footnotes; ``gap``, one character, parts the two."""
        return _looked(part.full_text, len(part.label), gap, label, self._of[_own(part.id)])

    def cells(self, part: str, rows: Sequence[Sequence[str]]) -> list[tuple[Words, ...]]:
        """The rows of a table that is the part: each footnote stands in the first cell that holds its words."""
        taken = {one: _first_cell(rows, one.after) for one in self._of[_own(part)]}
        return [
            tuple(
                _looked(cell, 0, "", "", [one for one, at in taken.items() if at == (line, column)])
                for column, cell in enumerate(row)
            )
            for line, row in enumerate(rows)
        ]


def _own(part: str) -> str:
    return part.removeprefix("ban-hanh-")


def _first_cell(rows: Sequence[Sequence[str]], words: str) -> tuple[int, int]:
    places = [(line, column) for line, row in enumerate(rows) for column in range(len(row))]
    return next((at for at in places if words in rows[at[0]][at[1]]), places[-1] if places else (0, 0))


def _looked(
    text: str, label: int, gap: str, look: Literal["", "bold"], marks: Sequence[Footnote | FootnoteMark]
) -> Words:
    """The text cut where its look changes; a mark whose words are not there stands at the end."""
    found: list[tuple[int, int, Run | Note]] = []
    for one in marks:
        glued = one.mark if isinstance(one, FootnoteMark) else ""
        place = text.find(one.after + glued)
        at = place + len(one.after) if place >= 0 else len(text)
        glued = glued if place >= 0 else ""
        if isinstance(one, Footnote):
            found.append((at, at, Note(one.mark, one.text)))
        elif glued:
            found.append((at, at + len(glued), Run(glued, "raised")))
    words: list[Run | Note] = []
    if 0 < label < len(text) and (look or gap != " "):
        words += [Run(text[:label], look), Run(gap)]
        label += 1
    else:
        label = 0
    start = label
    for at, end, mark in sorted(found, key=lambda item: item[:2]):
        if at >= start or isinstance(mark, Note):
            words += [*plain(text[start:at]), mark]
            start = max(start, end)
    return (*words, *plain(text[start:]))
