"""Lines that a hard break cut out of one sentence, put together again where that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.importers.labels import read_label
from generator.importers.reading import Item, Line, Mark, Told

_ENDS = ".;:!?…"
_LONG = 60  # characters: no heading, no line of a signature
_LONGEST = 5_000


def join_sentences(items: Sequence[Item], width: int) -> tuple[list[Item], list[Told]]:
    """The items with broken sentences whole, joined by a space, and the lines that were joined to the one before.

    ``width``: the length to which the file's lines were cut, or 0. Only what cannot begin a paragraph is joined: small
    letters, digits and closing signs behind an open sentence; any word behind a long line that a mere break ends.
    """
    joined: list[Item] = []
    told: list[Told] = []
    last = 0  # the length of the last line of the paragraph so far
    for item in items:
        before = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(before, Line) and _goes_on(before, last, item, width):
            joined[-1] = append(before, item)
            told.append(Told(item.line, item.text[:60], "nối vào dòng trên"))
        else:
            joined.append(item)
        last = len(item.text) if isinstance(item, Line) else 0
    return joined, told


def append(before: Line, line: Line) -> Line:
    """Both lines as one."""
    marks = tuple(Mark(f"{before.text} {mark.before}".strip(), mark.mark, mark.text) for mark in line.marks)
    return replace(before, text=f"{before.text} {line.text}", marks=before.marks + marks)


def _goes_on(before: Line, last: int, line: Line, width: int) -> bool:
    if line.automatic or len(before.text) > _LONGEST:
        return False
    label = read_label(line.text)
    if label is not None and label.sure:
        return False
    if is_capital(line.text):  # the second line of a heading in capitals
        heading = read_label(before.text)
        return line.soft and heading is not None and bool(heading.rest) and is_capital(before.text)
    if width and line.soft and last >= 0.8 * width:
        return True
    first = line.text[0]
    if line.soft and first.islower() and last > _LONG and before.text[-1] in ";,":
        return True  # a list without dashes has short lines
    if before.text[-1] in _ENDS or is_capital(before.text):
        return False
    if first.islower() or first in ",;:.)”%/":
        return line.soft or len(before.text) > _LONG
    return line.soft and len(before.text) > _LONG


def is_capital(text: str) -> bool:
    """Whether the words are in capitals, as headings are."""
    return text.isupper() and sum(map(str.isalpha, text)) > 1
