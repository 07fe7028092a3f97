"""The plan as plain text: what one gets by copying the document out of Word, so that importing it gives the plan back.

Paragraphs are parted by an empty line. Without one stand together: the type and the title; a chapter's number and its
title; the issuer's lines, the nation's lines; the recipients; the capacities of the signer; an annex's title and the
line below it. A table is one row a line, its cells parted by tabs, between empty lines; a group row fills its first
cell only, and keeps the tabs, so that it stays a row of the table. A footnote's mark stands as ``[1]`` behind its
words, as Word writes it into a text file, and its note at the end of the document it belongs to (for the plan: of the
file) as ``[1] …``, a line each. A document that promulgates the plan stands before it, annexes behind it.

Only the official text: no remark of the portal's. What a text file cannot tell: bold and italics, the number of a
table's head rows, a table of one column from paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.catalogue import Catalogue
from generator.exporters.printable import Block, Foot, Grid, Head, Line, Sheet, printed_plan
from generator.exporters.words import Note, Run, Words

_TOGETHER = (("type", "title"), ("annex-title", "annex-note"))


def export_text(catalogue: Catalogue, id_: str) -> bytes:
    """The plan's text file: UTF-8 without a mark in front, lines ended by a line feed."""
    return plan_text(printed_plan(catalogue, id_).sheets).encode()


def plan_text(sheets: Sequence[Sheet]) -> str:
    """The text of the sheets, in their order, and the notes of all of them."""
    groups = [group for sheet in sheets for group in _groups(sheet.blocks)]
    words = (words for sheet in sheets for words in _all_words(sheet.blocks))
    notes = [f"[{word.mark}] {word.text}" for line in words for word in line if isinstance(word, Note)]
    return "\n\n".join([*groups, *(["\n".join(notes)] if notes else [])]) + "\n"


def _groups(blocks: Sequence[Block]) -> Iterator[str]:
    """The blocks as groups of lines; what stands without an empty line between is one group."""
    together: list[str] = []
    for block, below in zip_longest(blocks, blocks[1:]):
        if not isinstance(block, Line):
            yield from _other(block)
            continue
        together.append(_text(block.words))
        if not (isinstance(below, Line) and (block.style, below.style) in _TOGETHER):
            yield "\n".join(together)
            together = []


def _other(block: Head | Grid | Foot) -> Iterator[str]:
    if isinstance(block, Head):
        yield from ("\n".join(lines) for lines in (block.issuer, block.nation) if lines)
        yield from (line for line in (block.number, block.place) if line)
    elif isinstance(block, Grid):
        width = len(block.shares)
        rows = ([_text(cell) for cell in row.cells] + [""] * (width - len(row.cells)) for row in block.rows)
        yield "\n".join("\t".join(row) for row in rows)
    else:
        groups = ((block.heading,), tuple(_text(line) for line in block.recipients), block.signed, (block.name,))
        yield from ("\n".join(lines) for lines in groups if any(lines))


def _text(words: Words) -> str:
    return "".join(word.text if isinstance(word, Run) else f"[{word.mark}]" for word in words)


def _all_words(blocks: Sequence[Block]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.words
        elif isinstance(block, Grid):
            yield from (cell for row in block.rows for cell in row.cells)
        elif isinstance(block, Foot):
            yield from block.recipients
