"""What exemplars may be filtered by, and which values each of them has.

The one place that says so: the static listings, the numbers beside them and the search index all take it from here, so
that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator import addresses, grounds, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.base import month_words
from generator.pages.honours import BASIS_WORDS, KIND_WORDS, capital, facet_value

FACET_WORDS: Mapping[str, str] = dict(
    zip(
        addresses.GALLERY_FACETS,
        (
            "Đối tượng",
            "Lĩnh vực",
            "Danh hiệu, hình thức khen thưởng",
            "Loại hình khen thưởng",
            "Đơn vị, tổ dân phố",
            "Phong trào thi đua",
            "Năm xét khen thưởng",
            "Tháng xét khen thưởng",
            "Khác",
        ),
        strict=True,
    )
)
"""The facets in the order of the page, by the name they have in addresses and in the search index."""

KIND, FIELD, AWARD, BASIS, UNIT, MOVEMENT, YEAR, MONTH, OTHER = addresses.GALLERY_FACETS
BY_TIME = frozenset({YEAR, MONTH})
"""The facets whose values stand newest first."""

_DIRECT, _SMALL = "Người lao động trực tiếp", "Tập thể nhỏ"


@dataclass(frozen=True)
class Value:
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

    Kinds stand as the law names them, years and months newest first, the rest by alphabet. Two spellings with one key
    are one value, called as the newest exemplar calls it.
    """
    values: dict[tuple[str, str], Value] = {}
    found: dict[Value, list[tuple[date, str, Entry[Exemplar]]]] = {}
    of: dict[str, tuple[Value, ...]] = {}
    for entry in catalogue.honours.exemplars:
        days = _days(catalogue, entry)
        mine = dict.fromkeys(
            values.setdefault((one.facet, one.key), one) for one in _values(catalogue, entry.record, entry.id, days)
        )
        of[entry.id] = tuple(mine)
        for value in mine:
            day = days[0]
            if value.facet == MONTH:
                day = next(one for one in days if _month(one) == value.key)
            found.setdefault(value, []).append((day, entry.id, entry))
    groups = (Group(value, tuple(entry for _, _, entry in sorted(rows, key=_oldest))) for value, rows in found.items())
    return Facets(of, tuple(sorted(groups, key=_place)))


def _oldest(row: tuple[date, str, Entry[Exemplar]]) -> tuple[date, str]:
    return row[0], row[1]


def _days(catalogue: Catalogue, entry: Entry[Exemplar]) -> list[date]:
    """The days of the exemplar's honours, the oldest first; before there is one, the day from which it is told of."""
    days = {honour.decision.record.date for honour in catalogue.honours.of_exemplar.get(entry.id, ())}
    return sorted(days) or [catalogue.honours.told_on(entry)]


def _values(catalogue: Catalogue, exemplar: Exemplar, id_: str, days: list[date]) -> Iterator[Value]:
    honours = catalogue.honours.of_exemplar.get(id_, ())
    yield _worded(KIND, KIND_WORDS[exemplar.kind])
    yield _worded(FIELD, exemplar.field)
    for honour in honours:
        award = honour.list.award
        yield Value(AWARD, award, catalogue.award(award).name)
        if honour.list.basis:
            yield _worded(BASIS, BASIS_WORDS[honour.list.basis])
    if exemplar.organisation and grounds.exemplar_shows(exemplar, "unit"):
        yield Value(UNIT, exemplar.organisation, catalogue.organisation(exemplar.organisation).name)
    for movement in (exemplar.movement, *(honour.list.movement for honour in honours)):
        if movement:
            yield Value(MOVEMENT, movement, catalogue.content.of("movements")[movement].record.name)
    for day in days:
        yield Value(YEAR, str(day.year), str(day.year))
        yield Value(MONTH, _month(day), capital(f"{month_words(day)}/{day.year}"))
    rows = [honour.commendation for honour in honours]
    if exemplar.direct_worker or any(row.direct_worker for row in rows):
        yield _worded(OTHER, _DIRECT)
    if exemplar.small_collective or any(row.small_collective for row in rows):
        yield _worded(OTHER, _SMALL)


def _worded(facet: str, words: str) -> Value:
    return Value(facet, facet_value(words), words)


def _month(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def _place(group: Group) -> tuple[object, ...]:
    """Where the value stands: by facet, then within it."""
    value = group.value
    facet = addresses.GALLERY_FACETS.index(value.facet)
    if value.facet == KIND:
        return facet, list(KIND_WORDS.values()).index(value.label)
    if value.facet in BY_TIME:
        return facet, -int(value.key.replace("-", ""))
    return facet, vietnamese.sort_key(value.label), value.key
