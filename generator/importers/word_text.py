"""A Word file as blocks: paragraphs and tables in the order of the text, with the numbers Word makes by itself.

Headers and footers are no part of the text and are not read; words in them are told. Text boxes stand after the
paragraph they are anchored in. A paragraph whose end is deleted or hidden runs on into the next, as on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator import vietnamese
from generator.importers.blocks import Block, Blocks, Note, TableBlock
from generator.importers.findings import Findings
from generator.importers.packages import open_paper
from generator.importers.tables import RULE
from generator.importers.word_grid import Cell, rows_of
from generator.importers.word_notes import Marks
from generator.importers.word_numbers import Numbers
from generator.importers.word_parts import Parts, W, read_parts, value
from generator.importers.word_runs import GONE, Reference, Spoken, Words, chosen
from generator.importers.word_styles import Styles
from generator.problems import Place, Problem, errors

MAX_PARAGRAPHS = 50_000
_QUOTED = 80
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_FURNITURE = {f"{W}{name}" for name in ("pPr", "sectPr", "tblPr", "tblGrid", "tcPr", "sdtPr", "sdtEndPr")}


def read_word(file: Path) -> tuple[Blocks, list[Problem]]:
    """The text of a .docx, and what is wrong with it or worth a look; with an error the blocks are not to be used.

    Places count paragraphs, those in tables too. Raises ContentInvalid where the file cannot be opened.
    """
    package = open_paper(file)
    parts = read_parts(package)
    if sum(1 for _ in parts.document.iter(f"{W}p", f"{W}tr")) > MAX_PARAGRAPHS:
        fix = "chép riêng phần văn bản sang một tệp mới rồi nhập lại"
        message = f"tệp có hơn {vietnamese.group_digits(MAX_PARAGRAPHS)} đoạn và dòng bảng"
        return (), [Problem(Place(file), RULE, message, fix)]
    found = Findings()
    styles = Styles(parts.styles)
    body = parts.document.find(f"{W}body")
    story = _Story(styles, Numbers(parts.numbering, styles), found, Marks(parts, found))
    blocks = tuple(story.blocks(body)) if body is not None else ()
    story.end()
    problems = found.problems(file) + _frames(file, parts, styles)
    if not blocks and not errors(problems):
        fix = "nếu tệp là ảnh quét, xin tệp Word gốc của văn bản"
        problems.append(Problem(Place(file), RULE, "tệp không có chữ nào", fix))
    return blocks, problems


class _Story:
    """Reads one run of text from its beginning to its end: the body, or a note."""

    def __init__(self, styles: Styles, numbers: Numbers, found: Findings, marks: Marks | None, line: int = 0) -> None:
        self._styles = styles
        self._numbers = numbers
        self._found = found
        self._marks = marks
        self._words = Words(styles, found)
        self._line = line

    def blocks(self, container: Any) -> Iterator[Block | TableBlock]:
        """The blocks of a container, in order."""
        held: tuple[Spoken, Any] | None = None
        for element in _elements(container):
            if element.tag == f"{W}p":
                spoken, ends = self._paragraph(element, held[0] if held else Spoken())
                held = None if ends else (spoken, element)
                if ends:
                    yield from self._told(spoken, element)
                continue
            if held:
                yield from self._left(*held)
                held = None
            if element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag == f"{W}altChunk":
                self._found.add("embedded", self._line + 1)
            else:
                self._found.add("contents", self._line + 1)
                self._line += _count(element)
        if held:
            yield from self._left(*held)

    def end(self) -> None:
        """Tells of what was never ended."""
        self._words.end()

    def _paragraph(self, paragraph: Any, before: Spoken) -> tuple[Spoken, bool]:
        """The words of a paragraph after those before it, and whether it ends where it ends in the file."""
        if self._marks is not None:
            self._line += 1
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.name(properties)
        spoken = self._words.read(paragraph, style, self._line, before)
        mark = properties.find(f"{W}rPr") if properties is not None else None
        if mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom")):
            self._found.add("tracked", self._line)
            return spoken, False
        frame = properties.find(f"{W}framePr") if properties is not None else None
        if frame is not None and frame.get(f"{W}dropCap") in ("drop", "margin"):
            return spoken, False
        return spoken, not self._styles.look(style, mark).hidden

    def _left(self, spoken: Spoken, paragraph: Any) -> Iterator[Block | TableBlock]:
        """What a paragraph without an end says where no paragraph follows."""
        return self._told(spoken, paragraph) if spoken.length or spoken.notes or spoken.boxes else iter(())

    def _told(self, spoken: Spoken, paragraph: Any) -> Iterator[Block | TableBlock]:
        """The block of a paragraph, where anything of it is seen, and those of its text boxes."""
        line = self._line
        properties = paragraph.find(f"{W}pPr")
        style = self._styles.name(properties)
        label = self._numbers.label(self._styles.numbered(style, properties))
        if label is not None and label.unknown:
            self._found.add("number", line)
        whole = "".join(spoken.said)
        text = whole.strip()
        skipped = len(whole) - len(whole.lstrip())
        notes = tuple(self._note(one, min(max(one.after - skipped, 0), len(text))) for one in spoken.notes)
        if notes or vietnamese.normal(text).strip() or (label is not None and label.text):
            yield Block(
                text,
                line,
                label.text if label is not None else "",
                label.level if label is not None else None,
                bold=0 < spoken.seen == spoken.bold,
                italic=0 < spoken.seen == spoken.italic,
                centred=self._styles.centred(style, properties),
                notes=notes,
            )
        for box in spoken.boxes:
            yield from self.blocks(box)

    def _note(self, reference: Reference, after: int) -> Note:
        if self._marks is None:  # a note to a note: Word has none
            return Note(after, reference.typed, "")
        mark, element = self._marks.of(reference)
        story = _Story(self._styles, self._numbers, self._found, None, self._line)
        said = [] if element is None else [_line(block) for block in _flat(story.blocks(element))]
        story.end()
        if not said:
            self._found.add("lost", self._line)
        words = "\n".join(said)
        if reference.typed:  # a mark that was typed stands in the note as well
            words = words.removeprefix(mark).lstrip()
        return Note(after, mark, words)

    def _table(self, table: Any) -> Iterator[TableBlock]:
        first = self._line + 1
        rows, repeated = rows_of(table, first, self._found)
        read = tuple(tuple(self._cell(cell) for cell in row) for row in rows)
        if any(cell for row in read for cell in row):
            yield TableBlock(read, first, repeated)

    def _cell(self, cell: Cell) -> tuple[Block, ...]:
        if cell is None:
            return ()
        element, hidden = cell
        if not hidden:
            return tuple(_flat(self.blocks(element)))
        covered = Findings()  # what is covered was never printed: counted as paragraphs, told only where it has words
        story = _Story(self._styles, Numbers(None, self._styles), covered, None, self._line)
        self._line += _count(element)
        if any(True for _ in story.blocks(element)):
            self._found.add("hidden", self._line)
        return ()


def _elements(container: Any) -> Iterator[Any]:
    """The paragraphs, tables and embedded files of a container, whatever is wrapped round them, in order."""
    for child in container:
        if child.tag in GONE:
            continue
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}altChunk") or (child.tag == f"{W}sdt" and _is_contents(child)):
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _elements(chosen(child))
        elif child.tag not in _FURNITURE:
            yield from _elements(child)


def _count(element: Any) -> int:
    return sum(1 for _ in element.iter(f"{W}p"))


def _is_contents(control: Any) -> bool:
    """Whether a content control holds a table of contents that Word made."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"


def _flat(blocks: Iterator[Block | TableBlock]) -> Iterator[Block]:
    """The paragraphs, those of inner tables where they stand."""
    for block in blocks:
        if isinstance(block, Block):
            yield block
        else:
            yield from (inner for row in block.rows for cell in row for inner in cell)


def _line(block: Block) -> str:
    return f"{block.label} {block.text}".strip()


def _frames(file: Path, parts: Parts, styles: Styles) -> list[Problem]:
    """A warning where headers or footers say words, which the text does not hold."""
    said: list[str] = []
    for frame in parts.frames:
        story = _Story(styles, Numbers(None, styles), Findings(), None)
        words = " ".join(vietnamese.one_line(block.text) for block in _flat(story.blocks(frame)))
        if re.sub(r"[\W\d]", "", vietnamese.fold(words)) not in ("", "trang", "page") and words not in said:
            said.append(words)
    fix = "nếu là chữ của văn bản: chép vào thân văn bản trong tệp Word rồi nhập lại"
    message = "đầu trang hoặc chân trang có chữ “{}”: không phải chữ của văn bản nên không lấy"
    quoted = [words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…" for words in said]
    return [Problem(Place(file), RULE, message.format(words), fix, "cảnh báo") for words in quoted]
