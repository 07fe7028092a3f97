"""The parts of official texts where they stand, with what each names: of plans, their tasks, documents, footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator import addresses, numbering
from generator.addresses import Address
from generator.mentions import Mention, Names
from generator.models import Annex, Plan
from generator.models.official_text import BoundText, Table
from generator.numbering import AddressedPart


@dataclass(frozen=True)
class PlanPart:
    """A part of a plan, where it stands, and what it names; spans of mentions count from the start of ``text``.

    The parts of a document are such parts of no plan.
    """

    plan: str
    address: Address
    part: AddressedPart
    text: str
    mentions: tuple[Mention, ...]


def plan_parts(names: Names, id_: str, plan: Plan, annex: Annex | None) -> tuple[PlanPart, ...]:
    """Every addressed part of the plan, its tasks' cells included."""
    parts = [_part(names, id_, addresses.plan(id_, part.id), part) for part in numbering.number_parts(plan)]
    for part, task in zip(numbering.number_tasks(annex), annex.tasks, strict=True) if annex else ():
        where = addresses.progress(id_, part.id)
        cells = (task.content, task.lead, task.coordination)
        parts += [PlanPart(id_, where, part, cell, names.find(cell)) for cell in cells]
    return tuple(parts)


def document_parts(names: Names, id_: str, text: BoundText) -> tuple[PlanPart, ...]:
    """Every addressed part of a document that is no plan."""
    page = addresses.of("documents", id_).page
    return tuple(_part(names, "", Address(page, part.id), part) for part in numbering.number_parts(text))


def notes(names: Names, bound: BoundText, parts: Sequence[PlanPart]) -> Iterator[PlanPart]:
    """The footnotes of the document that has these parts, as parts of it: what each says, and names."""
    standing = {part.part.id: part for part in reversed(parts)}
    for number, note in enumerate(bound.all_footnotes, 1):
        above = standing.get(note.part)
        if above is not None:
            spoken, cited = (f"chú thích {note.mark} tại {words}" for words in (above.part.spoken, above.part.cited))
            part = AddressedPart(numbering.note_id(number), "note", note.mark, note.text, "", spoken, cited)
            yield PlanPart(above.plan, above.address._replace(part=part.id), part, note.text, names.find(note.text))


def _part(names: Names, plan: str, address: Address, part: AddressedPart) -> PlanPart:
    return PlanPart(plan, address, part, part.text, tuple(_named(names, part)))


def _named(names: Names, part: AddressedPart) -> Iterator[Mention]:
    """What the part names; each cell of a table is read by itself."""
    if not isinstance(part.node, Table):
        yield from names.find(part.text)
        return
    start = 0
    for cell in (cell for row in part.node.table for cell in row if cell):
        yield from (replace(one, start=one.start + start, end=one.end + start) for one in names.find(cell))
        start += len(cell) + 1
