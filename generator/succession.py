"""What became of an instrument: what amended, replaced or repealed it, from which day, and what to read in its place.

Nothing here depends on a day or a page; it is read from the dates and relations that editors wrote, both ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.content import Content
from generator.models import Instrument
from generator.models.legislation import Relation

_ENDING = ("replaces", "repeals")
_DONE_BY_OTHERS = {"amended-by": "amends", "replaced-by": "replaces", "repealed-by": "repeals"}


@dataclass(frozen=True)
class Change:
    """What another instrument did to one: how, from which day if that is known, how surely; to a part or to the whole.

    ``id`` is the other's id, empty where the library lacks it; ``name`` is what it is called.
    """

    kind: str
    id: str
    name: str
    day: date | None
    level: str
    part: str = ""


@dataclass(frozen=True)
class End:
    """The day from which an instrument is no longer in force, and how surely that is known."""

    day: date
    level: str


class Succession:
    """The changes of every instrument in the content."""

    def __init__(self, content: Content) -> None:
        self._instruments: dict[str, Instrument] = {
            id_: entry.record for id_, entry in content.of("legislation").items()
        }

    def instrument(self, id_: str) -> Instrument:
        """The instrument of that id."""
        return self._instruments[id_]

    def changes(self, id_: str) -> tuple[Change, ...]:
        """What other instruments did to it, the earliest first, those without a day last."""
        return self._changes.get(id_, ())

    def end(self, id_: str) -> End | None:
        """When it ends as a whole: by its own terms, or replaced or repealed before that; None where nobody says."""
        instrument = self._instruments[id_]
        first = instrument.date or date.min  # nothing ends before there is any
        whole = [one for one in self.changes(id_) if _ends_the_whole(one)]
        ends = [End(one.day, one.level) for one in whole if one.day is not None and one.day >= first]
        if instrument.expires is not None:
            ends.append(End(instrument.expires, field_level(instrument, "expires")))
        return min(ends, key=lambda end: (end.day, end.level), default=None)

    def ends_on_an_unknown_day(self, id_: str) -> bool:
        """Whether something replaced or repealed it, nobody says from when."""
        return any(_ends_the_whole(one) and one.day is None for one in self.changes(id_))

    def parts_ended(self, id_: str, day: date) -> tuple[Change, ...]:
        """The parts that are no longer in force on the day."""
        return tuple(
            one for one in self.changes(id_) if one.part and one.kind in _ENDING and one.day and one.day <= day
        )

    def read_instead(self, id_: str, day: date) -> tuple[Change, ...]:
        """What stands in its place on the day, through every replacement since; empty where nothing does.

        Each is as sure as the least sure step on the way to it.
        """
        found: list[Change] = []
        seen = {id_}
        waiting = [(id_, Change("replaces", id_, "", None, "A"))]
        while waiting:
            current, reached = waiting.pop(0)
            onward = self._replacing(current, day)
            further = [one for one in onward if one.id not in seen]
            seen.update(one.id for one in further if one.id)
            waiting += [(one.id, replace(one, level=max(one.level, reached.level))) for one in further]
            if not onward and current != id_:
                found.append(reached)
        return tuple(found)

    def _replacing(self, id_: str, day: date) -> list[Change]:
        return [
            one
            for one in self.changes(id_)
            if one.kind == "replaces" and not one.part and one.day is not None and one.day <= day
        ]

    @cached_property
    def _changes(self) -> Mapping[str, tuple[Change, ...]]:
        found: dict[str, list[Change]] = defaultdict(list)
        for id_, instrument in self._instruments.items():
            found[id_] += self._told_by_itself(instrument)
            for relation in instrument.relations:
                if relation.kind == "amends" or relation.kind in _ENDING:
                    found[relation.instrument].append(_made_by(id_, instrument, relation))
        return {id_: _in_order(changes) for id_, changes in found.items()}

    def _told_by_itself(self, instrument: Instrument) -> Iterator[Change]:
        """What its own entry says that others did to it."""
        for one in instrument.unlisted:
            if one.kind in _DONE_BY_OTHERS:
                yield Change(_DONE_BY_OTHERS[one.kind], "", one.number, one.from_date, one.level)
        for part in instrument.partly_expired:
            by = self._instruments.get(part.instrument or "")
            name = by.name if by else part.number or ""
            yield Change("repeals", (part.instrument or "") if by else "", name, part.from_date, part.level, part.part)


def field_level(instrument: Instrument, name: str) -> str:
    """The evidence level of one field of the instrument."""
    return next((weaker.level for weaker in instrument.weaker if weaker.field == name), instrument.level)


def circles(content: Content) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Each circle of relations of one kind: whose relation, its place among them, and the ids around to the first."""
    kinds = {relation.kind for entry in content.of("legislation").values() for relation in entry.record.relations}
    for kind in sorted(kinds):
        told: set[frozenset[str]] = set()
        onward = {
            id_: [(number, one.instrument) for number, one in enumerate(entry.record.relations) if one.kind == kind]
            for id_, entry in content.of("legislation").items()
        }
        for first, steps in onward.items():
            for number, second in steps:
                way = _way(onward, second, first)
                if way and frozenset(way) not in told:
                    told.add(frozenset(way))
                    yield first, number, (first, *way)


def _way(onward: Mapping[str, list[tuple[int, str]]], start: str, goal: str) -> tuple[str, ...]:
    """The shortest way from one id to another, both told; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == goal:
            return way
        further = [id_ for _, id_ in onward.get(way[-1], ()) if id_ not in seen]
        seen.update(further)
        ways += [(*way, id_) for id_ in further]
    return ()


def _made_by(id_: str, instrument: Instrument, relation: Relation) -> Change:
    """What the relation does to the other instrument; its day is as sure as the instrument's own, where it is that."""
    day, level = relation.from_date, str(relation.level)
    if day is None:
        day, level = instrument.effective, max(level, field_level(instrument, "effective"))
    return Change(relation.kind, id_, instrument.name, day, level, relation.part or "")


def _ends_the_whole(change: Change) -> bool:
    return change.kind in _ENDING and not change.part


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (one.day or date.max, one.id, one.name, one.part)))
