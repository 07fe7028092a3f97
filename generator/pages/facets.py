"""What exemplars may be filtered by, and which values each of them has.

The one place that says so: the static listings, the numbers beside them and the search index all take it from here, so
that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from generator import addresses, grounds, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.honours import Mark, bears
from generator.models import Exemplar
from generator.models.decisions import Commendation
from generator.pages.base import month_words
from generator.pages.honours import BASIS_WORDS, KIND_WORDS, OCCUPATION_WORDS, capital, facet_value

FACET_WORDS: Mapping[str, str] = dict(
    zip(
        addresses.GALLERY_FACETS,
        (
            "Đối tượng",
            "Lĩnh vực",
            "Nhóm nghề",
            "Danh hiệu, hình thức khen thưởng",
            "Loại hình khen thưởng",
            "Đơn vị, tổ dân phố",
            "Phong trào thi đua",
            "Năm được khen, được giới thiệu",
            "Tháng được khen, được giới thiệu",
            "Khác",
        ),
        strict=True,
    )
)
"""The facets in the order of the page, by the name they have in addresses and in the search index."""

KIND, FIELD, OCCUPATION, AWARD, BASIS, UNIT, MOVEMENT, YEAR, MONTH, OTHER = addresses.GALLERY_FACETS
PAGE_KIND = "loai"
"""The facet that only the search page has; ``searched`` names its values."""
BY_TIME = frozenset({YEAR, MONTH})
"""The facets whose values stand newest first."""

_ORDERED = {KIND: tuple(KIND_WORDS.values()), OCCUPATION: tuple(OCCUPATION_WORDS.values())}
"""The facets whose values stand in an order of their own."""
_MARKS: Mapping[Mark, str] = {"direct_worker": "Người lao động trực tiếp", "small_collective": "Tập thể nhỏ"}


class Value(NamedTuple):
    """A value to filter by: of which facet, its key in addresses, its words."""

    facet: str
    key: str
    label: str

    @property
    def mark(self) -> str:
        """The value in the search index: the key, which holds no space, then the words."""
        return f"{self.key} {self.label}"

    def address(self, number: int | None = None) -> Address:
        """Where the exemplars of the value are listed: the newest, or a numbered page of older ones."""
        if self.facet == MONTH:
            year, month = self.key.split("-")
            return addresses.gallery_month(int(year), int(month), number)
        return addresses.gallery_facet(self.facet, self.key, number)


@dataclass(frozen=True)
class Group:
    """The exemplars that have a value, the oldest first: who comes later stands later, nobody before moves."""

    value: Value
    entries: tuple[Entry[Exemplar], ...]


@dataclass(frozen=True)
class Facets:
    """The values of each exemplar, by its id, and the exemplars of each value, in the order of the page."""

    of: Mapping[str, tuple[Value, ...]]
    groups: tuple[Group, ...]

    def groups_of(self, facet: str) -> tuple[Group, ...]:
        """The groups of one facet."""
        return tuple(group for group in self.groups if group.value.facet == facet)


def facets_of(catalogue: Catalogue) -> Facets:
    """What the published exemplars may be filtered by.

    Kinds stand as the law names them, occupations as the portal does, years and months newest first, the rest by
    alphabet. Two spellings with one key are one value, called as the newest exemplar calls it.
    """
    values: dict[tuple[str, str], Value] = {}
    found: dict[Value, dict[str, _Row]] = {}
    of: dict[str, tuple[Value, ...]] = {}
    for entry in catalogue.honours.exemplars:
        mine = [(values.setdefault((value.facet, value.key), value), day) for day, value in _values(catalogue, entry)]
        of[entry.id] = tuple(dict.fromkeys(value for value, _ in mine))
        for value, day in mine:
            rows = found.setdefault(value, {})
            if entry.id not in rows or day < rows[entry.id][0]:
                rows[entry.id] = day, entry
    groups = (
        Group(value, tuple(entry for _, entry in sorted(rows.values(), key=_oldest))) for value, rows in found.items()
    )
    return Facets(of, tuple(sorted(groups, key=_place)))


_Row = tuple[date, Entry[Exemplar]]
"""An exemplar and the day from which it has a value."""


def _oldest(row: _Row) -> tuple[date, str]:
    return row[0], row[1].id


def _values(catalogue: Catalogue, entry: Entry[Exemplar]) -> Iterator[tuple[date, Value]]:
    """Each value the exemplar has, with a day from which it has it: what honours gave counts from their day."""
    exemplar = entry.record
    honours = sorted(catalogue.honours.of_exemplar.get(entry.id, ()), key=lambda one: one.decision.record.date)
    days = [honour.decision.record.date for honour in honours] or [catalogue.honours.told_on(entry)]
    first = days[0]
    yield first, _worded(KIND, KIND_WORDS[exemplar.kind])
    yield first, _worded(FIELD, exemplar.field)
    if exemplar.occupation:
        yield first, _worded(OCCUPATION, OCCUPATION_WORDS[exemplar.occupation])
    for honour, day in zip(honours, days, strict=False):
        award = honour.list.award
        yield day, Value(AWARD, award, catalogue.award(award).name)
        if honour.list.basis:
            yield day, _worded(BASIS, BASIS_WORDS[honour.list.basis])
    if exemplar.organisation and grounds.exemplar_shows(exemplar, "unit"):
        yield first, Value(UNIT, exemplar.organisation, catalogue.organisation(exemplar.organisation).name)
    movements = [(first, exemplar.movement), *((one.decision.record.date, one.list.movement) for one in honours)]
    for day, movement in movements:
        if movement:
            yield day, Value(MOVEMENT, movement, catalogue.content.of("movements")[movement].record.name)
    for day in days:
        yield day, Value(YEAR, str(day.year), str(day.year))
        yield day, _month(day.year, day.month)
    told: list[tuple[date, Exemplar | Commendation]] = [(first, exemplar)]
    told += [(honour.decision.record.date, honour.commendation) for honour in honours]
    for day, one in told:
        yield from ((day, _worded(OTHER, words)) for mark, words in _MARKS.items() if bears(mark, exemplar.kind, one))


@lru_cache(maxsize=1_000)  # a few values have thousands of exemplars
def _worded(facet: str, words: str) -> Value:
    return Value(facet, facet_value(words), words)


@cache
def _month(year: int, month: int) -> Value:
    return Value(MONTH, f"{year:04d}-{month:02d}", capital(f"{month_words(date(year, month, 1))}/{year}"))


def _place(group: Group) -> tuple[object, ...]:
    """Where the value stands: by facet, then within it."""
    value = group.value
    facet = addresses.GALLERY_FACETS.index(value.facet)
    if value.facet in _ORDERED:
        return facet, _ORDERED[value.facet].index(value.label)
    if value.facet in BY_TIME:
        return facet, -int(value.key.replace("-", ""))
    return facet, vietnamese.sort_key(value.label), value.key
