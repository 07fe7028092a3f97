"""What is counted of honours and tasks, one dimension at a time, from the rows the pages show.

The one place that counts: the page of figures and the open data both take it from here, so that they cannot differ.
Never two dimensions at once, and nobody who is not named stands in a unit's number: a small number must not tell who.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.honours import Honour
from generator.pages.base import plan_name
from generator.pages.honours import BASIS_WORDS, KIND_WORDS, facet_value, field_listing, period_link
from generator.pages.tasks import done_count, task_views
from generator.task_states import WORDS

Measure = Literal["commendations", "households", "exemplars", "tasks"]
MEASURE_WORDS: Mapping[Measure, str] = {
    "commendations": "lượt khen",
    "households": "hộ gia đình",
    "exemplars": "gương",
    "tasks": "nhiệm vụ",
}
NO_BASIS = "Danh hiệu thi đua, không có loại hình"
NO_UNIT = "Không tính theo đơn vị"
_ELSEWHERE = "khac"


class Count(NamedTuple):
    """A value and how many have it; ``rest`` is what belongs to no value. The address leads to those counted."""

    key: str
    label: str
    number: int
    address: Address | None = None
    rest: bool = False


@dataclass(frozen=True)
class Tally:
    """What is counted by one dimension; ``by_time``: the newest first, else the most first. The numbers add up."""

    measure: Measure
    dimension: str
    label: str
    counts: tuple[Count, ...]
    by_time: bool = False

    @property
    def total(self) -> int:
        """All that was counted."""
        return sum(count.number for count in self.counts)


class Share(NamedTuple):
    """A part of a whole: ``of`` says in words what the whole is."""

    measure: Measure
    dimension: str
    label: str
    part: int
    whole: int
    of: str
    address: Address | None = None


@dataclass(frozen=True)
class Figures:
    """All that is counted, and how much was left out: revoked, taken down, named by nobody.

    ``done`` is the share of tasks done, plan by plan, the plan now in use first.
    """

    decisions: int
    revoked_decisions: int
    commendations: int
    exemplars: int
    unnamed: int
    revoked: int
    withdrawn: int
    tallies: tuple[Tally, ...]
    shares: tuple[Share, ...]
    done: tuple[Share, ...]

    def tally(self, measure: Measure, dimension: str) -> Tally:
        """The tally of that measure by that dimension."""
        return next(one for one in self.tallies if (one.measure, one.dimension) == (measure, dimension))


@lru_cache(maxsize=1)  # the page and the files to take away ask in one run
def figures(catalogue: Catalogue) -> Figures:
    """The figures of what is published on the catalogue's day."""
    honours = catalogue.honours
    states = Counter(honour.state for honour in honours.rows)
    revoked = [entry.record.revoked for entry in honours.decisions if entry.record.revoked]
    standing = honours.standing
    return Figures(
        decisions=len(honours.decisions),
        revoked_decisions=sum(by.date <= catalogue.as_of for by in revoked),
        commendations=len(standing),
        exemplars=len(honours.exemplars),
        unnamed=states["unnamed"],
        revoked=states["revoked"],
        withdrawn=states["withdrawn"],
        tallies=(*_by_list(catalogue), _by_kind(standing), _by_unit(catalogue), _counted(catalogue),
                 _by_field(catalogue), _by_state(catalogue)),
        shares=_shares(standing),
        done=_done(catalogue),
    )  # fmt: skip


def _by_list(catalogue: Catalogue) -> tuple[Tally, ...]:
    """What a list says of all its rows: the year of its decision, its period, award and basis.

    Years of signing come newest first, as the decisions do; periods by ``_period_key``.
    """
    sizes = Counter(id(honour.list) for honour in catalogue.honours.standing)
    years, periods, awards, bases = _Values(), _Values(), _Values(), _Values()
    for entry in catalogue.honours.decisions:
        year = entry.record.date.year
        for list_ in entry.record.lists:
            if size := sizes[id(list_)]:
                years.add(str(year), f"Năm {year}", size, addresses.register_year(year))
                period = period_link(list_)
                periods.add(vietnamese.slug(list_.for_period) or _ELSEWHERE, period.label, size, period.address)
                awards.add(list_.award, catalogue.award(list_.award).name, size, addresses.of("awards", list_.award))
                bases.add(list_.basis or "", BASIS_WORDS[list_.basis] if list_.basis else NO_BASIS, size)
    return (
        Tally("commendations", "year", "Năm ký quyết định", years.in_order(), by_time=True),
        Tally("commendations", "period", "Thời gian xét", periods.by_period(), by_time=True),
        Tally("commendations", "award", "Danh hiệu, hình thức", awards.most_first()),
        Tally("commendations", "basis", "Loại hình khen thưởng", bases.most_first()),
    )


def _by_kind(standing: Iterable[Honour]) -> Tally:
    values = _Values()
    for kind, number in Counter(honour.kind for honour in standing).items():
        values.add(kind, KIND_WORDS[kind], number)
    return Tally("commendations", "kind", "Đối tượng", values.most_first())


def _by_unit(catalogue: Catalogue) -> Tally:
    """The named by their unit; who is not named, or whose unit is not told, is counted apart."""
    values = _Values()
    units = Counter(one.organisation if one.state == "named" else None for one in catalogue.honours.standing)
    for unit, number in units.items():
        if unit is None:
            values.add("", NO_UNIT, number)
        else:
            values.add(unit, catalogue.organisation(unit).name, number, addresses.of("organisations", unit))
    return Tally("commendations", "unit", "Đơn vị, tổ dân phố", values.most_first())


def _counted(catalogue: Catalogue) -> Tally:
    """The households that hold a title which is counted, never listed."""
    values = _Values()
    for counts in catalogue.honours.counted_in.values():
        for one in counts:
            award = one.list.award
            values.add(award, catalogue.award(award).name, one.count.number, addresses.of("awards", award))
    return Tally("households", "award", "Danh hiệu", values.most_first())


def _by_field(catalogue: Catalogue) -> Tally:
    values = _Values()
    for field, number in Counter(entry.record.field for entry in catalogue.honours.exemplars).items():
        values.add(facet_value(field), field, number, field_listing(field))
    return Tally("exemplars", "field", "Lĩnh vực", values.most_first())


def _by_state(catalogue: Catalogue) -> Tally:
    """The tasks of the plan now in use by their state, in the order of ``WORDS``."""
    plan = catalogue.portal.plan
    found = Counter(view.state for view in task_views(catalogue, plan))
    counts = tuple(Count(state, words, found[state]) for state, words in WORDS.items() if found[state])
    return Tally("tasks", "state", "Trạng thái", counts)


def _shares(standing: tuple[Honour, ...]) -> tuple[Share, ...]:
    people = [honour for honour in standing if honour.kind == "individual"]
    groups = [honour for honour in standing if honour.kind == "group"]
    direct = sum(honour.bears("direct_worker") for honour in people)
    small = sum(honour.bears("small_collective") for honour in groups)
    sudden = sum(honour.list.basis == "sudden" for honour in standing)
    return (
        Share("commendations", "direct_worker", "Người lao động trực tiếp", direct, len(people), "lượt khen cá nhân"),
        Share("commendations", "sudden", "Thành tích đột xuất", sudden, len(standing), "lượt khen"),
        Share("commendations", "small_collective", "Tập thể nhỏ", small, len(groups), "lượt khen tập thể"),
    )


def _done(catalogue: Catalogue) -> tuple[Share, ...]:
    now = catalogue.portal.plan
    plans = sorted(
        catalogue.content.of("annexes"), key=lambda id_: (id_ == now, catalogue.plan(id_).year), reverse=True
    )
    shares = []
    for id_ in plans:
        views = task_views(catalogue, id_)
        where = addresses.progress(id_)
        shares.append(Share("tasks", id_, plan_name(catalogue, id_), done_count(views), len(views), "nhiệm vụ", where))
    return tuple(share for share in shares if share.whole)


_A_YEAR = re.compile(r"năm (\d{4})")
_A_SCHOOL_YEAR = re.compile(r"năm học (\d{4})\s*[-–]\s*(\d{4})")
_A_SPAN = re.compile(r"từ (?:tháng (\d{1,2}) )?(?:năm (\d{4}) )?đến (?:tháng (\d{1,2}) )?năm (\d{4})")
_SUDDEN = "đột xuất"


def _period_key(label: str) -> tuple[object, ...]:
    """Sorts periods, which are free text: years, school years, spans, then others by the alphabet, “Đột xuất” last.

    Among years, school years and spans the one that ends last comes first; of those that end together, the one that
    begins last.
    """
    words = " ".join(label.casefold().split())
    if year := _A_YEAR.fullmatch(words):
        return (0, -int(year[1]))
    if school := _A_SCHOOL_YEAR.fullmatch(words):
        return (1, -int(school[2]), -int(school[1]))
    if span := _A_SPAN.fullmatch(words):
        first_month, first_year, last_month, last_year = (int(one) if one else 0 for one in span.groups())
        return (2, -last_year, -(last_month or 12), -(first_year or last_year), -(first_month or 1))
    return (4,) if words == _SUDDEN else (3, vietnamese.sort_key(words))


class _Values:
    """Counts in the making: a value is called as it is first called."""

    def __init__(self) -> None:
        self._first: dict[str, tuple[str, Address | None]] = {}
        self._numbers: Counter[str] = Counter()

    def add(self, key: str, label: str, number: int, address: Address | None = None) -> None:
        """Counts the value so many times more; the empty key is what belongs to no value."""
        self._first.setdefault(key, (label, address))
        self._numbers[key] += number

    def in_order(self) -> tuple[Count, ...]:
        """The counts in the order in which their values came."""
        return tuple(
            Count(key, label, self._numbers[key], address, not key) for key, (label, address) in self._first.items()
        )

    def by_period(self) -> tuple[Count, ...]:
        """The counts in the order of the periods that their labels name."""
        return tuple(sorted(self.in_order(), key=lambda one: (_period_key(one.label), one.key)))

    def most_first(self) -> tuple[Count, ...]:
        """The counts with the most first, equal ones by the alphabet, what belongs to no value last."""
        order = sorted(
            self.in_order(), key=lambda one: (one.rest, -one.number, vietnamese.sort_key(one.label), one.key)
        )
        return tuple(order)
