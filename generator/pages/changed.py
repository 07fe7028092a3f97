"""What readers must know of the law that a page cites: what has ended since, what replaced it, what amended it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses, vietnamese
from generator.catalogue import Catalogue, remembered
from generator.content import Entry
from generator.pages.base import Link
from generator.pages.law import level_note
from generator.succession import Change


@dataclass(frozen=True)
class Way:
    """An instrument to read, or that did something, and how surely that is known."""

    link: Link
    note: str


@dataclass(frozen=True)
class LawChange:
    """One change: whose, in which words, how surely; and behind ``lead``, which joins on, the instruments it leads to.

    ``law`` has no address where it is told on the instrument's own page.
    """

    law: Link
    words: str
    note: str
    lead: str = ""
    ways: tuple[Way, ...] = ()


def law_changes(catalogue: Catalogue, ids: Iterable[str], since: date | None = None) -> tuple[LawChange, ...]:
    """What has become of the cited instruments by the day of the site; an amendment up to ``since`` was known.

    Each instrument is told once, in the order of its first citation.
    """
    found: list[LawChange] = []
    for id_ in dict.fromkeys(ids):
        found += _changes_of(catalogue, id_, since)
    return tuple(found)


@remembered
def _changes_of(catalogue: Catalogue, id_: str, since: date | None) -> tuple[LawChange, ...]:
    law = Link(catalogue.instrument(id_).name, addresses.of("legislation", id_))
    return tuple(_past(catalogue, id_, law, since))


def cited_laws(targets: Iterable[str]) -> list[str]:
    """The ids of the instruments to which links of an editor's prose lead, given where these lead."""
    kinds = (target.partition("#")[0].partition("/") for target in targets)
    return [id_ for kind, _, id_ in kinds if kind == "legislation"]


def story_changes(catalogue: Catalogue, entry: Entry[Any], targets: Iterable[str]) -> tuple[LawChange, ...]:
    """What became, after the record's last day, of the law that it rests on or to which its prose has a link."""
    rests_on = (one.target for one in entry.references if one.kind == "legislation")
    return law_changes(catalogue, (*rests_on, *cited_laws(targets)), catalogue.modified(entry))


def plan_changes(catalogue: Catalogue, id_: str, page: str = "") -> tuple[LawChange, ...]:
    """The same for what the plan and its annexes name, in the order of the text; of one of its pages alone."""
    plan = catalogue.plan(id_)
    parts = (part for part in catalogue.plan_parts[id_] if not page or part.address.page == page)
    named = (mention.id for part in parts for mention in part.mentions if mention.kind == "legislation")
    return law_changes(catalogue, named, plan.date or date(plan.year, 1, 1))


def own_changes(catalogue: Catalogue, id_: str) -> tuple[LawChange, ...]:
    """The same for the instrument's own page, and what is to come."""
    law = Link("Văn bản này")
    return (*_past(catalogue, id_, law, None), *_coming(catalogue, id_, law))


def _past(catalogue: Catalogue, id_: str, law: Link, since: date | None) -> Iterator[LawChange]:
    as_of, succession = catalogue.as_of, catalogue.succession
    end = succession.end(id_)
    if end is not None and end.day <= as_of:
        instead = tuple(_way(catalogue, one) for one in succession.read_instead(id_, as_of))
        lead = ". Nay đọc" if instead else ". Chưa biết văn bản nào thay thế"
        ended = f"hết hiệu lực từ ngày {vietnamese.format_date(end.day)}"
        yield LawChange(law, ended, level_note(end.level), lead, instead)
        return  # what happened before to an instrument that has ended helps nobody
    if succession.ends_on_an_unknown_day(id_):
        ways = tuple(_way(catalogue, one) for one in succession.changes(id_) if one.kind != "amends" and not one.part)
        yield LawChange(law, "đã bị thay thế hoặc bãi bỏ, chưa rõ từ ngày nào", "", ". Xem", ways)
    for one in succession.changes(id_):
        if one.day is not None and (since or date.min) < one.day <= as_of:
            yield from _told(catalogue, law, one, "được", "hết hiệu lực")


def _coming(catalogue: Catalogue, id_: str, law: Link) -> Iterator[LawChange]:
    as_of, end = catalogue.as_of, catalogue.succession.end(id_)
    for one in catalogue.succession.changes(id_):
        if one.day is not None and one.day > as_of and (end is None or one.day <= end.day):
            yield from _told(catalogue, law, one, "sẽ được", "sẽ hết hiệu lực")
    if end is not None and end.day > as_of:
        ways = tuple(_way(catalogue, one) for one in catalogue.succession.read_instead(id_, end.day))
        ends = f"sẽ hết hiệu lực từ ngày {vietnamese.format_date(end.day)}"
        yield LawChange(law, ends, level_note(end.level), ". Từ ngày ấy đọc" if ways else "", ways)


def _told(catalogue: Catalogue, law: Link, one: Change, passive: str, ends: str) -> Iterator[LawChange]:
    """An amendment, or the end of a part; the end of the whole is told by its day."""
    day = f"từ ngày {vietnamese.format_date(one.day)}" if one.day else ""
    way = (_way(catalogue, one),) if one.name else ()
    if one.kind == "amends":
        part = f" ({one.part})" if one.part else ""
        yield LawChange(law, f"{passive} sửa đổi, bổ sung {day}{part}", "", " bởi", way)
    elif one.part:
        yield LawChange(law, f"{ends} một phần {day}: {one.part}", "", ", theo" if way else "", way)


def _way(catalogue: Catalogue, one: Change) -> Way:
    ended = catalogue.succession.end(one.id) if one.id else None
    notes = [level_note(one.level)]
    if ended is not None and ended.day <= catalogue.as_of:
        notes.append("nay cũng đã hết hiệu lực")
    address = addresses.of("legislation", one.id) if one.id else None
    return Way(Link(one.name, address), "; ".join(filter(None, notes)))
