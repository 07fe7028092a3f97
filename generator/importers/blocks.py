"""A document as it was read, before anything is understood: its paragraphs and tables, in the order of the file.

What Word and plain text have in common. Every character of the file that a reader sees stands in exactly one block.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """A footnote: how many characters of its block stand before its mark, the mark, the note."""

    after: int
    mark: str
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph. ``label`` is the number that Word makes by itself and that is not in ``text``.

    ``line`` counts from 1: the line of a text file, the paragraph of a Word file. ``level`` is the list level of the
    automatic number. A line break inside the paragraph stands in ``text`` as a line feed.
    """

    text: str
    line: int
    label: str = ""
    level: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class TableBlock:
    """A table: its rows, each with its cells, each with its paragraphs.

    A merged cell stands once, where it begins; where it goes on a cell without blocks stands. ``repeated`` rows are the
    header rows that Word repeats on each page.
    """

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    line: int
    repeated: int = 0


Blocks = tuple[Block | TableBlock, ...]
