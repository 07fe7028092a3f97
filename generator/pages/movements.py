"""Movements and occasions, emulation blocs, the council: what the plan says of them and what came of it."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.honours import Honour
from generator.models import EmulationBloc, Movement, Occasion
from generator.pages.base import Fact, Link, Page, days_words, fact, part_link, plan_name, quotations
from generator.pages.honours import sample_words

_NEWEST = 24


@dataclass(frozen=True)
class MovementRow:
    """A movement in the list."""

    link: Link
    field: str
    launched_by: Link
    starts: date | None
    ends: date | None
    honours: int


@dataclass(frozen=True)
class OccasionRow:
    """An occasion, where the plan names it, and how many were honoured for it."""

    id: str
    name: str
    as_written: str
    part: Link
    honours: int


@dataclass(frozen=True)
class BlocRow:
    """An emulation bloc or cluster and what is known of it."""

    id: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Clause:
    """A part of the plan quoted whole."""

    where: Link
    text: str


def movement_pages(catalogue: Catalogue) -> list[Page]:
    """The list of movements and occasions, a page for each movement, the blocs, the council."""
    movements = catalogue.content.of("movements")
    return [
        _index(catalogue),
        *(_movement(catalogue, entry) for entry in movements.values()),
        _blocs(catalogue),
        _council(catalogue),
    ]


def _index(catalogue: Catalogue) -> Page:
    movements = list(catalogue.content.of("movements").values())
    sample = any(entry.record.sample for entry in movements)
    context = {
        "movements": [_movement_row(catalogue, entry) for entry in movements],
        "occasions": [_occasion_row(catalogue, entry) for entry in catalogue.content.of("occasions").values()],
        "clauses": _clauses(catalogue, catalogue.portal.parts.movements),
        "plan": Link(plan_name(catalogue, catalogue.portal.plan), addresses.plan(catalogue.portal.plan)),
        "sample": sample,
    }
    return Page(
        addresses.MOVEMENTS, "pages/movements.md", "Phong trào thi đua",
        "Các phong trào thi đua và dịp chào mừng trong kế hoạch của phường, ai phát động, ai được khen.",
        "movements", "movements", here=True, crumbs=(Link("Phong trào thi đua"),),
        modified=_newest(catalogue, movements), context=context,
    )  # fmt: skip


def _movement_row(catalogue: Catalogue, entry: Entry[Movement]) -> MovementRow:
    movement = entry.record
    return MovementRow(
        Link(movement.name, addresses.of("movements", entry.id)),
        movement.field,
        _organisation(catalogue, movement.launched_by),
        movement.starts,
        movement.ends,
        len(catalogue.honours.of_movement.get(entry.id, ())),
    )


def _occasion_row(catalogue: Catalogue, entry: Entry[Occasion]) -> OccasionRow:
    honours = sum(honour.list.occasion == entry.id for honour in catalogue.honours.standing)
    occasion = entry.record
    return OccasionRow(
        f"dip-{entry.id}", occasion.name, occasion.as_written, part_link(catalogue, occasion.part), honours
    )


def _movement(catalogue: Catalogue, entry: Entry[Movement]) -> Page:
    movement = entry.record
    honours = catalogue.honours.of_movement.get(entry.id, ())
    referring = catalogue.referred_by.get(("movements", entry.id), ())
    told = {honour.exemplar.id: honour.exemplar for honour in honours if honour.exemplar}
    told |= {other.id: other for other in referring if other.kind == "exemplars"}
    shown = heapq.nlargest(_NEWEST, told.values(), key=lambda one: (catalogue.honours.told_on(one), one.id))
    context = {
        "field": movement.field,
        "facts": _movement_facts(catalogue, movement),
        "aims": movement.aims,
        "decisions": _decision_links(honours),
        "honours": len(honours),
        "exemplars": [
            Link(catalogue.honours.exemplar_name(one.record), addresses.of("exemplars", one.id)) for one in shown
        ],
        "all_exemplars": Link(f"Cả {len(told)} gương của phong trào", addresses.gallery_facet("phong-trao", entry.id))
        if len(told) > _NEWEST
        else None,
        "practices": [
            Link(other.record.name, addresses.of("practices", other.id))
            for other in referring
            if other.kind == "practices"
        ],
    }
    return Page(
        addresses.of("movements", entry.id), "pages/movement.md", movement.name,
        f"Phong trào thi đua: {movement.name}. Lĩnh vực {movement.field.lower()}.",
        "movement", "movements",
        crumbs=(Link("Phong trào thi đua", addresses.MOVEMENTS), Link(movement.name)),
        sample=sample_words([movement.sample], "phong trào"),
        modified=catalogue.modified(entry), context=context,
    )  # fmt: skip


def _movement_facts(catalogue: Catalogue, movement: Movement) -> list[Fact]:
    days = [f"từ {days_words(movement.starts)}"] if movement.starts else []
    days += [f"đến {days_words(movement.ends)}"] if movement.ends else []
    return [
        Fact("Phát động", (_organisation(catalogue, movement.launched_by),)),
        *([fact("Thời gian", " ".join(days))] if days else []),
        fact("Lĩnh vực", movement.field),
        *_listed("Tham gia", [_organisation(catalogue, one) for one in movement.participants]),
        *_listed("Thực hiện phần kế hoạch", [part_link(catalogue, part) for part in movement.fulfils]),
    ]


def _listed(label: str, links: list[Link]) -> list[Fact]:
    return [Fact(label, tuple(links), wide=len(links) > 1)] if links else []


def _decision_links(honours: tuple[Honour, ...]) -> list[Link]:
    decisions = {honour.decision.id: honour.decision for honour in honours}
    return [Link(entry.record.number, addresses.of("decisions", id_)) for id_, entry in decisions.items()]


def _blocs(catalogue: Catalogue) -> Page:
    entries = list(catalogue.content.of("blocs").values())
    context = {
        "blocs": [_bloc_row(catalogue, entry) for entry in entries],
        "clauses": _clauses(catalogue, catalogue.portal.parts.blocs),
    }
    return Page(
        addresses.BLOCS, "pages/blocs.md", "Cụm, khối thi đua",
        "Khối thi đua của phường và cụm thi đua của thành phố, theo kế hoạch của phường.",
        "text", crumbs=(Link("Cụm, khối thi đua"),),
        sample=sample_words([entry.record.sample for entry in entries], "cụm, khối"),
        modified=_newest(catalogue, entries), context=context,
    )  # fmt: skip


def _bloc_row(catalogue: Catalogue, entry: Entry[EmulationBloc]) -> BlocRow:
    bloc = entry.record
    level = "Cụm thi đua của thành phố" if bloc.level == "city" else "Khối thi đua của phường"
    facts = (
        fact("Cấp", f"{level}, năm {bloc.year}"),
        *_listed("Trưởng", [_organisation(catalogue, bloc.head)] if bloc.head else []),
        *_listed("Phó", [_organisation(catalogue, bloc.deputy)] if bloc.deputy else []),
        *_listed("Thành viên", [_organisation(catalogue, one) for one in bloc.members]),
        *_listed("Thực hiện phần kế hoạch", [part_link(catalogue, part) for part in bloc.fulfils]),
    )
    return BlocRow(entry.id, bloc.name, facts)


def _council(catalogue: Catalogue) -> Page:
    council = catalogue.portal.council
    organisations = catalogue.content.of("organisations")
    bodies = [council, *(id_ for id_, entry in organisations.items() if entry.record.part_of == council)]
    context = {
        "bodies": [
            {
                "link": _organisation(catalogue, id_),
                "note": catalogue.organisation(id_).note or "",
                "quotations": list(quotations(catalogue, "organisations", id_)),
            }
            for id_ in bodies
        ],
        "name": catalogue.organisation(council).name,
    }
    return Page(
        addresses.COUNCIL, "pages/council.md", catalogue.organisation(council).name,
        "Hội đồng làm gì theo kế hoạch của phường, Thường trực và cơ quan Thường trực của Hội đồng.",
        "text", crumbs=(Link("Hội đồng Thi đua - Khen thưởng"),), context=context,
    )  # fmt: skip


def _clauses(catalogue: Catalogue, parts: tuple[str, ...]) -> list[Clause]:
    """The parts of a plan, quoted whole."""
    return [Clause(part_link(catalogue, part), catalogue.part(part).text) for part in parts]


def _organisation(catalogue: Catalogue, id_: str) -> Link:
    return Link(catalogue.organisation(id_).name, addresses.of("organisations", id_))


def _newest(catalogue: Catalogue, entries: list[Entry[Movement]] | list[Entry[EmulationBloc]]) -> date | None:
    days = [catalogue.modified(entry) for entry in entries]
    return max((day for day in days if day), default=None)
