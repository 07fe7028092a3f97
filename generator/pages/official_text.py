"""An official text ready to print: its parts with their links and notes, the editor's notes beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator import addresses, numbering
from generator.catalogue import Catalogue
from generator.mentions import Mention
from generator.models import Plan
from generator.models.official_text import AttachedAnnex, BoundText, Footnote, FootnoteMark, OfficialText, Slip, Table
from generator.pages.base import Link, Segment, linked
from generator.parts import PlanPart

DRAFT = "Bản dự thảo, chưa có số, ngày ban hành"
Segments = tuple[Segment, ...]


@dataclass(frozen=True)
class PartView:
    """A part ready to print: ``heading`` is its level as a heading or 0; a table holds ``head`` and ``rows`` of cells.

    ``olds`` are addresses it had before; ``cited`` is what a citation calls it, without the document; ``lines`` are
    those of a signature.
    """

    id: str
    level: str
    label: str
    segments: Segments
    mark: str
    cited: str
    heading: int
    olds: tuple[str, ...]
    head: tuple[tuple[Segments, ...], ...] = ()
    rows: tuple[tuple[Segments, ...], ...] = ()
    lines: tuple[Segments, ...] = ()


@dataclass(frozen=True)
class MarkView:
    """The mark of a task, whose row another page makes: like that of a part."""

    id: str
    mark: str
    cited: str
    olds: tuple[str, ...]


@dataclass(frozen=True)
class TextView:
    """A document from its letterhead to its signature: ``head`` holds the lines that are no parts."""

    head: OfficialText
    preamble: tuple[PartView, ...]
    body: tuple[PartView, ...]
    conclusions: tuple[PartView, ...]
    distribution: tuple[PartView, ...]
    signature: PartView | None


@dataclass(frozen=True)
class NoteView:
    """A footnote below the text: its id, the id of its mark, the mark, and what it says."""

    id: str
    back: str
    mark: str
    segments: Segments


@dataclass(frozen=True)
class AnnexView:
    """An annex ready to print: its head, title and note, and the parts below."""

    head: PartView
    title: Segments
    note: Segments
    body: tuple[PartView, ...]


@dataclass(frozen=True)
class WholeView:
    """A document with all that is bound with it, and the footnotes of all."""

    promulgating: TextView | None
    text: TextView
    annexes: tuple[AnnexView, ...]
    notes: tuple[NoteView, ...]


def is_draft(plan: Plan) -> bool:
    """Whether the plan has no number or no day yet."""
    return plan.number is None or plan.date is None


class Views:
    """Makes the views of a document's parts; knows its footnotes, old addresses, and which parts hold others."""

    def __init__(
        self,
        catalogue: Catalogue,
        bound: BoundText,
        parts: Sequence[PlanPart],
        olds: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._bound = bound
        self._parts = parts
        texts = [text for text in (bound.promulgated_by, bound) if text is not None]
        self._footnotes = bound.all_footnotes
        self._lost = [mark for text in texts for mark in text.footnote_marks]
        self.olds = olds or {}
        self._holding = {before.part.id for before, after in pairwise(parts) if after.part.depth > before.part.depth}

    def whole(self) -> WholeView:
        """The document with the paper that promulgates it and its annexes."""
        promulgated_by = self._bound.promulgated_by
        count = len(numbering.number_text(promulgated_by)) if promulgated_by else 0
        own: list[PlanPart] = []
        annexes: list[list[PlanPart]] = []
        for part in self._parts[count:]:
            if part.part.level == "annex":
                annexes.append([])
            (annexes[-1] if annexes else own).append(part)
        return WholeView(
            self.text(promulgated_by, self._parts[:count]) if promulgated_by else None,
            self.text(self._bound, own),
            tuple(self._annex(annex, parts) for annex, parts in zip(self._bound.annexes, annexes, strict=True)),
            self.notes(),
        )

    def _annex(self, annex: AttachedAnnex, parts: Sequence[PlanPart]) -> AnnexView:
        head, *body = parts
        title, note = self.lines(head.part.id, [(line, ()) for line in (annex.title or "", annex.note or "")])
        return AnnexView(self.part(head), title, note, tuple(self.part(part) for part in body))

    def text(self, head: OfficialText, parts: Sequence[PlanPart]) -> TextView:
        """The document whose parts these are."""
        views = [self.part(part) for part in parts]
        by_level = {level: tuple(one for one in views if one.level == level) for level in _AROUND}
        body = tuple(one for one in views if one.level not in _AROUND)
        preamble, conclusions, distribution, signature = by_level.values()
        if signature and head.signature is not None:
            lines = [(line, ()) for line in (*head.signature.lines, head.signature.name)]
            signature = (replace(signature[0], lines=self.lines(signature[0].id, lines)),)
        return TextView(head, preamble, body, conclusions, distribution, signature[0] if signature else None)

    def part(self, part: PlanPart) -> PartView:
        """The part with its links; a clause or an article that holds parts of its own prints as a heading."""
        own = part.part
        head: tuple[tuple[Segments, ...], ...] = ()
        rows = head
        titled = own.level == "section" or (own.level in ("clause", "article") and own.id in self._holding)
        if isinstance(own.node, Table):
            cells = [cell for row in own.node.table for cell in row]
            made = iter(self.lines(own.id, [(cell, self._catalogue.names.find(cell)) for cell in cells]))
            table = tuple(tuple(next(made) for _ in row) for row in own.node.table)
            head, rows = table[: own.node.header_rows], table[own.node.header_rows :]
        (segments,) = self.lines(own.id, [(part.text, part.mentions)])
        cited = own.cited.removesuffix(f" {numbering.PROMULGATING}")
        return PartView(
            own.id, own.level, own.label, segments, own.mark or "¶", cited,
            min(own.depth + 2, 6) if titled else 0, self.olds.get(own.id, ()), head, rows,
        )  # fmt: skip

    def lines(self, id_: str, texts: Sequence[tuple[str, Iterable[Mention]]]) -> tuple[Segments, ...]:
        """The lines or cells of a part with their links; each footnote stands in the first that holds its words."""
        made = [linked(text, mentions) for text, mentions in texts]
        for number, note in enumerate(self._footnotes, 1):
            place = next((at for at, (text, _) in enumerate(texts) if note.after in text), None)
            if note.part == id_ and place is not None:
                mark = Segment(note.mark, None, note=True, id=f"{_MARK}{number}", target=numbering.note_id(number))
                made[place] = _insert(made[place], texts[place][0].find(note.after) + len(note.after), mark)
        lost = [mark for mark in self._lost if mark.part == id_]
        return tuple(_cut_marks(segments, lost) for segments in made)

    def notes(self) -> tuple[NoteView, ...]:
        """The footnotes in the order of their marks."""
        return tuple(self._note(number, note) for number, note in enumerate(self._footnotes, 1))

    def _note(self, number: int, note: Footnote) -> NoteView:
        segments = linked(note.text, self._catalogue.names.find(note.text))
        return NoteView(numbering.note_id(number), f"{_MARK}{number}", note.mark, segments)


_AROUND = ("preamble", "conclusion", "distribution", "signature")
_MARK = "ve-chu-thich-"


def task_marks(catalogue: Catalogue, id_: str) -> Mapping[str, MarkView]:
    """The marks of the plan's tasks, by the tasks' ids."""
    annex, olds = catalogue.annex(id_), old_addresses(catalogue.plan(id_))
    tasks = numbering.number_tasks(annex) if annex else ()
    return {task.id: MarkView(task.id, f"PL.{task.mark}", task.cited, olds.get(task.id, ())) for task in tasks}


def old_addresses(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """For each part, or task, that had other addresses: these."""
    found: dict[str, tuple[str, ...]] = {}
    for alias in plan.aliases:
        found[alias.part] = (*found.get(alias.part, ()), alias.old)
    return found


def _insert(segments: Segments, at: int, note: Segment) -> Segments:
    """The segments with the note behind that many characters of the text, and behind notes that stand there."""
    out: list[Segment] = []
    left = at
    for number, segment in enumerate(segments):
        if segment.note:
            out.append(segment)
        elif left < len(segment.text):
            cut = (replace(segment, text=segment.text[:left]), note, replace(segment, text=segment.text[left:]))
            return (*out, *(one for one in cut if one.text), *segments[number + 1 :])
        else:
            out.append(segment)
            left -= len(segment.text)
    return (*out, note)


def _cut_marks(segments: Segments, marks: list[FootnoteMark]) -> Segments:
    """The segments with each footnote mark, a digit glued behind a name, cut off into a segment of its own."""
    out = list(segments)
    for mark in marks:
        for number, segment in enumerate(out):
            follows = number and out[number - 1].text.endswith(mark.after)
            if follows and segment.address is None and segment.text.startswith(mark.mark):
                note = Segment(mark.mark, addresses.of("legislation", mark.instrument), note=True)
                out[number : number + 1] = [note, Segment(segment.text[len(mark.mark) :])]
                break
    return tuple(segment for segment in out if segment.text)


def slip_note(catalogue: Catalogue, id_: str, slip: Slip) -> dict[str, object]:
    """The editor's note on a slip of the plan, with the part it stands in."""
    part = catalogue.part(f"{id_}#{slip.part}")
    spoken = part.part.spoken
    return {"where": Link(spoken[:1].upper() + spoken[1:], part.address), "text": slip.text, "note": slip.note}
