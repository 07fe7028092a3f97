"""Movements and occasions: what each is for, who takes part, what came of it, whom it brought forth."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.honours import Honour
from generator.models import Movement, Occasion
from generator.models.movement import MovementResult
from generator.pages.base import REPORT, Fact, Link, Page, days_words, part_link, plan_name
from generator.pages.bodies import clauses
from generator.pages.documents import document_links, document_rows
from generator.pages.feeds import movement_feed
from generator.pages.head import Head
from generator.pages.honours import (
    capital,
    decision_link,
    facts,
    newest,
    organisation_link,
    plan_facts,
    sample_words,
)
from generator.pages.law import Pill
from generator.pages.notices import days_left

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
    state: Pill | None


@dataclass(frozen=True)
class OccasionRow:
    """An occasion, where the plan names it, and how many were honoured for it."""

    id: str
    name: str
    as_written: str
    part: Link
    honours: int


@dataclass(frozen=True)
class ResultRow:
    """What came of a movement by a day, and where that can be seen."""

    date: date
    text: str
    evidence: tuple[Link, ...]


def movement_pages(catalogue: Catalogue) -> list[Page]:
    """The list of movements and occasions, and a page for each movement."""
    movements = catalogue.content.of("movements")
    return [_index(catalogue), *(_movement(catalogue, entry) for entry in movements.values())]


def _index(catalogue: Catalogue) -> Page:
    movements = list(catalogue.content.of("movements").values())
    sample = any(entry.record.sample for entry in movements)
    context = {
        "movements": [_movement_row(catalogue, entry) for entry in movements],
        "occasions": [_occasion_row(catalogue, entry) for entry in catalogue.content.of("occasions").values()],
        "clauses": clauses(catalogue, catalogue.portal.parts.movements),
        "plan": Link(plan_name(catalogue, catalogue.portal.plan), addresses.plan(catalogue.portal.plan)),
        "sample": sample,
    }
    return Page(
        addresses.MOVEMENTS, "pages/movements.md", "Phong trào thi đua",
        "Các phong trào thi đua và dịp chào mừng trong kế hoạch của phường, ai phát động, ai được khen.",
        "movements", "movements", here=True, crumbs=(Link("Phong trào thi đua"),),
        modified=newest((catalogue.modified(entry) for entry in movements), catalogue.as_of), context=context,
    )  # fmt: skip


def _movement_row(catalogue: Catalogue, entry: Entry[Movement]) -> MovementRow:
    movement = entry.record
    return MovementRow(
        Link(movement.name, addresses.of("movements", entry.id)),
        movement.field,
        organisation_link(catalogue, movement.launched_by),
        movement.starts,
        movement.ends,
        len(catalogue.honours.of_movement.get(entry.id, ())),
        _state(movement, catalogue.as_of),
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
        "report": REPORT,
        "field": movement.field,
        "theme": movement.theme or "",
        "state": _state(movement, catalogue.as_of),
        "facts": _movement_facts(catalogue, movement),
        "aims": movement.aims,
        "criteria": movement.criteria,
        "open_to": movement.open_to or "",
        "participants": [organisation_link(catalogue, one) for one in movement.participants],
        "results": _results(catalogue, movement),
        "documents": document_rows(catalogue, _documents(movement, referring)),
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
        head=Head(feed=addresses.feed(movement_feed(entry.id), "xml").page),
    )  # fmt: skip


def _documents(movement: Movement, referring: Iterable[Entry[Any]]) -> list[str]:
    """The ids of the documents the movement names, of those that name it, and of those its results rest on."""
    named = [*movement.documents, *(other.id for other in referring if other.kind == "documents")]
    return named + [result.document for result in movement.results if result.document]


def _state(movement: Movement, as_of: date) -> Pill | None:
    """Whether the movement is on, in words; nothing where nobody said from when to when."""
    if movement.starts and as_of < movement.starts:
        return Pill(f"Bắt đầu từ ngày {days_words(movement.starts)}", "none")
    if movement.ends and as_of > movement.ends:
        return Pill(f"Đã kết thúc ngày {days_words(movement.ends)}", "ok")
    if movement.ends:
        return Pill(f"Đang diễn ra, {days_left(movement.ends, as_of)}", "run")
    return Pill("Đang diễn ra", "run") if movement.starts else None


def _results(catalogue: Catalogue, movement: Movement) -> list[ResultRow]:
    """What had come of the movement by the day, newest first."""
    told = sorted((one for one in movement.results if one.date <= catalogue.as_of), key=lambda one: one.date)
    return [ResultRow(one.date, one.text, tuple(_evidence(catalogue, one))) for one in reversed(told)]


def _evidence(catalogue: Catalogue, result: MovementResult) -> Iterator[Link]:
    if result.decision and catalogue.is_published("decisions", result.decision):
        yield decision_link(catalogue.content.of("decisions")[result.decision])
    yield from document_links(catalogue, result.document)
    if result.link:
        yield Link("Xem minh chứng", url=result.link)


def _movement_facts(catalogue: Catalogue, movement: Movement) -> tuple[Fact, ...]:
    days = [f"từ {days_words(movement.starts)}"] if movement.starts else []
    days += [f"đến hết {days_words(movement.ends)}"] if movement.ends else []
    return facts(
        ("Phát động", [organisation_link(catalogue, movement.launched_by)]),
        ("Thời gian", [Link(capital(" ".join(days)))] if days else []),
        ("Lĩnh vực", [Link(movement.field)]),
        *plan_facts(catalogue, movement.fulfils),
    )


def _decision_links(honours: tuple[Honour, ...]) -> list[Link]:
    decisions = {honour.decision.id: honour.decision for honour in honours}
    return [Link(entry.record.number, addresses.of("decisions", id_)) for id_, entry in decisions.items()]
