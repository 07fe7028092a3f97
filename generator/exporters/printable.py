"""A plan as it is printed: what stands where on paper, in the terms of Decree 30/2020/NĐ-CP, Annex I.

Word and PDF draw the same model; how a style looks is theirs, what is said and in which order is decided here. Nothing
is printed as official that the record does not hold: a plan without letterhead prints none. The line that tells a
conversion from the signed paper stands in the foot of each page, outside the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, zip_longest
from typing import Literal

from generator import numbering
from generator.catalogue import Catalogue
from generator.exporters.words import Notes, Words, plain
from generator.importers.openings import SPEAKS
from generator.models import Annex, Plan
from generator.models.official_text import AttachedAnnex, OfficialText, Table
from generator.models.plan import Task
from generator.numbering import AddressedPart
from generator.pages.base import plan_name
from generator.pages.exports import CONVERSION
from generator.pages.official_text import DRAFT, is_draft

SAMPLE = "Dữ liệu minh họa, không có thật."

Style = Literal[
    "type",
    "title",
    "ground",
    "text",
    "chapter",
    "section",
    "article",
    "clause",
    "annex",
    "annex-title",
    "annex-note",
    "enacting",
]


@dataclass(frozen=True)
class Head:
    """The table at the head of a first page: issuer and number on the left, nation, place and day on the right."""

    issuer: tuple[str, ...]
    nation: tuple[str, ...]
    number: str
    place: str


@dataclass(frozen=True)
class Line:
    """A paragraph. ``level`` is its depth among the headings, from 1 without a step left out; 0 where it is none."""

    style: Style
    words: Words
    level: int = 0


@dataclass(frozen=True)
class Row:
    """The cells of one row of a table; a ``group`` row has one cell across the whole table."""

    cells: tuple[Words, ...]
    group: bool = False


@dataclass(frozen=True)
class Grid:
    """A table with lines. The first ``heads`` rows are repeated on each page; ``shares`` of the width add up to 1."""

    rows: tuple[Row, ...]
    heads: int
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Foot:
    """The recipients on the left, the signature on the right."""

    heading: str
    recipients: tuple[Words, ...]
    signed: tuple[str, ...]
    name: str


Block = Head | Line | Grid | Foot


@dataclass(frozen=True)
class Sheet:
    """What begins on a new page with page numbers of its own: a document or an annex."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Paper:
    """A plan ready to print.

    ``day`` is its date or, for a draft, the day it is printed for; ``remark`` is no text of the plan and stands in the
    foot of each page.
    """

    name: str
    title: str
    author: str
    day: date
    remark: str
    sheets: tuple[Sheet, ...]


def printed_plan(catalogue: Catalogue, id_: str) -> Paper:
    """The plan of that id, its promulgating document before it and its annexes behind it."""
    plan, annex = catalogue.plan(id_), catalogue.annex(id_)
    author = catalogue.organisation(plan.issuer).name
    return lay_out(plan, annex, name=plan_name(catalogue, id_), author=author, as_of=catalogue.as_of)


def lay_out(plan: Plan, tasks: Annex | None, *, name: str, author: str, as_of: date) -> Paper:
    """The plan and its annex of tasks as a paper; ``name`` and ``author`` are for the file's properties."""
    remarks = (CONVERSION, f"{DRAFT}." * is_draft(plan), SAMPLE * plan.sample)
    remark = " ".join(remark for remark in remarks if remark)
    return Paper(name, plan.title, author, plan.date or as_of, remark, _sheets(plan, tasks))


_COLUMNS_UPRIGHT = 6
"""A table of more columns lies on its side."""
_HEADINGS = ("section", "article", "clause")


def _sheets(plan: Plan, tasks: Annex | None) -> tuple[Sheet, ...]:
    parts = numbering.number_parts(plan)
    sheets = []
    if plan.promulgated_by is not None:
        own = numbering.number_text(plan.promulgated_by)
        parts = parts[len(own) :]
        sheets.append(_document(plan.promulgated_by, own))
    cuts = [place for place, part in enumerate(parts) if part.level == "annex"]
    sheets.append(_document(plan, parts[: cuts[0]] if cuts else parts))
    notes = Notes(plan)
    annexes = [
        _annex(annex, parts[start:end], notes)
        for annex, (start, end) in zip(plan.annexes, pairwise([*cuts, len(parts)]), strict=True)
    ]
    if tasks is not None:
        annexes.insert(max(tasks.position - 1, 0), _task_annex(tasks, notes))
    return (*sheets, *annexes)


def _document(text: OfficialText, parts: Sequence[AddressedPart]) -> Sheet:
    notes = Notes(text)
    by_level = {level: [part for part in parts if part.level == level] for level in ("preamble", "conclusion")}
    blocks: list[Block] = []
    head, letterhead = (text.number_line or "", text.place_line or ""), text.letterhead
    if letterhead or any(head):
        blocks.append(Head(letterhead.issuer if letterhead else (), letterhead.nation if letterhead else (), *head))
    if text.type:
        blocks.append(Line("type", plain(text.type)))
    blocks.append(Line("title", plain(text.title)))
    blocks += [Line(_preamble_style(part), notes.words(part)) for part in by_level["preamble"]]
    blocks += _body(parts, notes)
    blocks += [Line("text", notes.words(part)) for part in by_level["conclusion"]]
    blocks += _foot(text, parts, notes)
    return Sheet(tuple(blocks))


def _preamble_style(part: AddressedPart) -> Style:
    """Legal bases in italics, what a decision prints in the middle there; the words before the body are text."""
    if part.text.isupper() and (SPEAKS.match(part.text) or part.text.endswith(":")):
        return "enacting"  # who decides, and “QUYẾT ĐỊNH:”
    if part.text.startswith(("(Ban hành kèm theo", "(Kèm theo")) and part.text.endswith(")"):
        return "annex-note"
    return "ground" if part.text.startswith(("Căn cứ", "Theo đề nghị", "Xét đề nghị")) else "text"


def _foot(text: OfficialText, parts: Sequence[AddressedPart], notes: Notes) -> Iterator[Foot]:
    recipients = tuple(notes.words(part) for part in parts if part.level == "distribution")
    heading = text.distribution.heading if text.distribution else ""
    if heading or text.signature:
        signed = text.signature
        yield Foot(heading, recipients, signed.lines if signed else (), signed.name if signed else "")


def _body(parts: Sequence[AddressedPart], notes: Notes) -> Iterator[Block]:
    above: list[int] = []  # the depths of the headings that the part stands under
    for part in parts:
        holds = part.level == "section" or bool(part.node and part.node.parts)
        if part.node is None and part.level != "section":
            continue
        while above and above[-1] >= part.depth:
            above.pop()
        if isinstance(part.node, Table):
            if not any(part.node.table):
                continue
            yield _grid(part.node.table, part.node.header_rows, notes.cells(part.id, part.node.table))
        elif part.level in _HEADINGS and holds:
            above.append(part.depth)
            yield _heading(part, notes, len(above))
        elif part.level == "article":
            yield Line("text", notes.words(part, label="bold"))
        else:
            yield Line("text", notes.words(part))


def _heading(part: AddressedPart, notes: Notes, level: int) -> Line:
    word = part.level == "section" and " " in part.label  # "Chương I", with its title on the next line
    style: Style = "chapter" if word else part.level  # type: ignore[assignment]
    return Line(style, notes.words(part, "\n" if word else " "), level)


def _annex(annex: AttachedAnnex, parts: Sequence[AddressedPart], notes: Notes) -> Sheet:
    blocks = (*_annex_head(annex), *_body(parts, notes))
    wide = any(isinstance(block, Grid) and len(block.shares) > _COLUMNS_UPRIGHT for block in blocks)
    return Sheet(blocks, landscape=wide)


def _annex_head(annex: AttachedAnnex | Annex) -> tuple[Block, ...]:
    lines: tuple[tuple[Style, str | None, int], ...] = (
        ("annex", annex.heading, 1), ("annex-title", annex.title, 0), ("annex-note", annex.note, 0),
    )  # fmt: skip
    return tuple(Line(style, plain(text), level) for style, text, level in lines if text)


def _task_annex(annex: Annex, notes: Notes) -> Sheet:
    rows: list[tuple[str, ...]] = [annex.columns]
    words: list[tuple[Words, ...]] = [tuple(plain(column) for column in annex.columns)]
    groups: set[int] = set()
    before: str | None = None
    for part, task in zip(numbering.number_tasks(annex), annex.tasks, strict=True):
        if task.group and task.group != before:  # each task of a group tells it
            groups.add(len(rows))
            rows.append(())
            words.append((plain(task.group),))
        before = task.group
        cells = task_cells(annex, task)
        rows.append(cells)
        words += notes.cells(part.id, (cells,))
    grid = _grid(rows, 1, words, groups)
    return Sheet((*_annex_head(annex), grid), landscape=len(grid.shares) > _COLUMNS_UPRIGHT)


def task_cells(annex: Annex, task: Task) -> tuple[str, ...]:
    """The task's cells in the order of the annex's columns."""
    others = iter(task.others)
    return tuple(next(others, "") if cell == "other" else getattr(task, cell) for cell in annex.cells)


def _grid(
    rows: Sequence[Sequence[str]], heads: int, words: Sequence[tuple[Words, ...]], groups: set[int] | None = None
) -> Grid:
    width = max((len(row) for row in rows), default=0)
    made = (
        Row(cells if number in (groups or ()) else (*cells, *(((),) * (width - len(cells)))), number in (groups or ()))
        for number, cells in enumerate(words)
    )
    return Grid(tuple(made), min(heads, max(len(rows) - 1, 0)), _shares(rows))


def _shares(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """The columns' shares of the width.

    Room for the longest word, more for longer cells by the root of their length, so that a column of sentences does
    not leave the others a thread.
    """
    columns = zip_longest(*rows, fillvalue="")
    needs = []
    for column in columns:
        word = max((len(word) for cell in column for word in cell.split()), default=0)
        cell = max(len(cell) for cell in column)
        needs.append(3 + max(min(word, 14), 2.2 * min(cell, 400) ** 0.5))
    return tuple(need / sum(needs) for need in needs)
