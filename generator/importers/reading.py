"""Blocks to lines as the outline wants them: in the normal form, what is no text of the paper aside.

Nothing leaves here untold: page numbers, gazette headers and rules that stand in the text, and the ``**`` of a chat or
of Markdown, are listed with their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import vietnamese
from generator.importers.blocks import Block, Blocks, TableBlock
from generator.importers.labels import read_label

Order = tuple[int, int]
"""The place of a line in the file: which block, which of its lines."""


@dataclass(frozen=True)
class Told:
    """Something an editor should know of a line: its words, and what was made of it; its place where it matters."""

    line: int
    words: str
    what: str
    order: Order | None = None


@dataclass(frozen=True)
class Mark:
    """A footnote: the words of its line before the mark, the mark, the note."""

    before: str
    mark: str
    text: str


@dataclass(frozen=True)
class Line:
    """A line of the paper. ``soft``: only a line break, or a page's end, parts it from the one before.

    ``automatic``: Word made its number.
    """

    text: str
    line: int
    order: Order
    soft: bool = False
    bold: bool = False
    centred: bool = False
    automatic: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A table: its cells on one line each, the line of each row; ``repeated`` header rows are told by Word."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    order: Order
    repeated: int = 0
    blocks: TableBlock | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def line(self) -> int:
        """The line of the first row."""
        return self.lines[0]


Item = Line | Grid


@dataclass(frozen=True)
class Reading:
    """What stands in a file: its lines and tables, what was set aside, what was changed.

    ``width`` is the length to which lines were cut when the file was made, 0 where they were not.
    """

    items: tuple[Item, ...]
    aside: tuple[Told, ...]
    changed: tuple[Told, ...]
    width: int = 0


_FURNITURE = (
    (re.compile(r"[-–—\s]*(?:[Tt]rang\s+)?\d{1,3}(?:\s?/\s?\d{1,3})?[-–—\s]*"), "số trang"),
    (re.compile(r"(?:\d{1,4}\s*)?CÔNG BÁO\s*/?\s*(?:Số|SỐ)\b.{0,80}"), "đầu trang công báo"),
    (re.compile(r"[-–—_=*.·•~\s]{3,}"), "đường kẻ"),
)


def read_blocks(blocks: Blocks, *, counted: bool) -> Reading:
    """The blocks as lines. ``counted``: a line feed in a block is a line of the file, as in plain text."""
    items: list[Item] = []
    aside: list[Told] = []
    changed: list[Told] = []
    over = False  # whether furniture stood before this line
    for place, block in enumerate(blocks):
        if isinstance(block, TableBlock):
            items.append(_grid(block, place))
            cells = [one for row in block.rows for cell in row for one in cell]
            aside += [told for one in cells for told in _told_stars(one, place)]
            over = False
            continue
        for line in block_lines(block, place, counted=counted):
            what = furniture(line.text)
            if what:
                aside.append(Told(line.line, line.text, what, line.order))
                over = True
                continue
            text = space_label(line.text)
            if text != line.text:
                changed.append(Told(line.line, text[:60], "thêm dấu cách sau số, chữ đầu dòng"))
            items.append(replace(line, text=text, soft=line.soft or over))
            over = False
        aside += _told_stars(block, place)
    return Reading(tuple(items), tuple(aside), tuple(changed), _width(blocks) if counted else 0)


def space_label(text: str) -> str:
    """The line with a space behind its label where it was typed without one."""
    label = read_label(text)
    return f"{label.label} {label.rest}".strip() if label else text


def _stars(block: Block) -> int:
    """How many double asterisks mark bold words in the block; none where one is left over inside.

    One alone at its beginning or end belongs to bold words that go on over a blank line.
    """
    text, count = block.text.strip(), block.text.count("**")
    paired = count % 2 == 0 or text.startswith("**") or text.endswith("**")
    return count if paired and text.strip("*\n\t ") else 0


def _told_stars(block: Block, place: int) -> list[Told]:
    stars = _stars(block)
    words = vietnamese.one_line(block.text.replace("**", ""))[:40]
    return [Told(block.line, "**" * stars, f"dấu in đậm của bản chép, ở “{words}”", (place, 0))] if stars else []


def block_lines(block: Block, place: int, *, counted: bool) -> Iterator[Line]:
    """The block's lines that hold something, as lines of the block at that place."""
    text = f"{block.label} {block.text}" if block.label else block.text
    shift = len(text) - len(block.text)
    marked = bool(_stars(block))
    bold = block.bold or (marked and text.strip().startswith("**") and text.strip().endswith("**"))
    start, soft = 0, False
    for number, piece in enumerate(text.split("\n")):
        end = start + len(piece)
        words = vietnamese.one_line(piece.replace("**", "") if marked else piece)
        if words:
            marks = tuple(
                Mark(
                    vietnamese.one_line(piece[: note.after + shift - start]), note.mark, vietnamese.one_line(note.text)
                )
                for note in block.notes
                if start <= note.after + shift <= end
            )
            at = block.line + number * counted
            yield Line(words, at, (place, number), soft, bold, block.centred, bool(block.label), marks)
            soft = True
        start = end + 1


def furniture(text: str) -> str:
    """What the line is where it is no text of the paper: a page number, a gazette's header, a rule; else empty."""
    return next((what for pattern, what in _FURNITURE if pattern.fullmatch(text)), "")


def _grid(table: TableBlock, place: int) -> Grid:
    rows = tuple(tuple(cell_text(cell) for cell in row) for row in table.rows)
    lines = tuple(next((block.line for cell in row for block in cell), table.line) for row in table.rows)
    marks = tuple(
        Mark(vietnamese.one_line(block.text[: note.after]), note.mark, vietnamese.one_line(note.text))
        for row in table.rows for cell in row for block in cell for note in block.notes
    )  # fmt: skip
    return Grid(rows or ((),), lines or (table.line,), (place, 0), table.repeated, table, marks)


def cell_text(cell: tuple[Block, ...]) -> str:
    """The cell's paragraphs on one line, automatic numbers included."""
    texts = (f"{block.label} {block.text.replace('**', '') if _stars(block) else block.text}" for block in cell)
    return vietnamese.one_line(" ".join(texts))


def _width(blocks: Blocks) -> int:
    """The length to which lines were cut: many go on below, nearly all as long as each other; 0 where they do not.

    Only a file whose paragraphs are parted by blank lines tells: elsewhere a new line may be a new paragraph.
    """
    paragraphs = [block.text.split("\n") for block in blocks if isinstance(block, Block)]
    cut = sorted(len(line.strip()) for lines in paragraphs for line in lines[:-1])
    if len(cut) < 5 or sum(len(lines) > 1 for lines in paragraphs) < 3 or len(paragraphs) < 8:
        return 0
    longest = cut[-1 - len(cut) // 20]
    alike = sum(length >= 0.8 * longest for length in cut)
    return longest if 50 <= longest <= 130 and alike >= 0.7 * len(cut) else 0
