"""An official text ready to print: its parts with their links, the editor's notes beside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.catalogue import Catalogue, PlanPart
from generator.models import Plan
from generator.models.official_text import FootnoteMark, Slip
from generator.pages.base import Link, Segment, linked

DRAFT = "Bản dự thảo, chưa có số, ngày ban hành"


@dataclass(frozen=True)
class PartView:
    """A part of the plan ready to print."""

    id: str
    level: str
    label: str
    segments: tuple[Segment, ...]
    mark: str
    spoken: str
    titled: bool


def is_draft(plan: Plan) -> bool:
    """Whether the plan has no number or no day yet."""
    return plan.number is None or plan.date is None


def part_view(plan: Plan, part: PlanPart, holds_parts: bool) -> PartView:
    """The part with its links; a clause that holds parts of its own prints as a heading."""
    own = part.part
    marks = [mark for mark in plan.footnote_marks if mark.part == own.id]
    segments = _with_marks(linked(part.text, part.mentions), marks)
    titled = own.level == "clause" and holds_parts
    return PartView(own.id, own.level, own.label, segments, own.mark, own.spoken, titled)


def _with_marks(segments: tuple[Segment, ...], marks: list[FootnoteMark]) -> tuple[Segment, ...]:
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
