"""What is known of the instruments: which have a number, a name; which of those that share one a text means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from generator.citations.numbers import LAWS, NUMBER, key
from generator.citations.spelling import LETTER, MAYBE_SPACE, SPACE, alike
from generator.models import Instrument, Organisation

_DAY = re.compile(
    rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:ban{SPACE}hành{SPACE})?ngày{SPACE}(?P<day>\d{{1,2}})"
    rf"(?:[/.-](?P<month>\d{{1,2}})[/.-]|{SPACE}tháng{SPACE}(?P<told>\d{{1,2}}){SPACE}năm{SPACE})(?P<year>\d{{4}})"
)
_OF = re.compile(rf"{MAYBE_SPACE},?{MAYBE_SPACE}(?:do|của){SPACE}")
_TONED = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
_GAP = re.compile(r"[\s,-]+")
_NEAR = 120
"""How far from a number its issuer may be named: about one line and a half."""


class Known:
    """The instruments by number and by name, and the organisations that issue them, spelt for comparing."""

    def __init__(
        self, instruments: Iterable[tuple[str, Instrument]], organisations: Iterable[tuple[str, Organisation]] = ()
    ) -> None:
        self.instruments: Mapping[str, Instrument] = dict(instruments)
        self._by_number: dict[str, list[str]] = defaultdict(list)
        self._by_year: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[str, list[str]] = defaultdict(list)
        odd: list[str] = []
        for id_, instrument in self.instruments.items():
            number = alike(instrument.number)
            self._by_number[key(number)].append(id_)
            if number.count("/") > 1:
                self._by_year[key(number.rpartition("/")[0])].append(id_)
            if not NUMBER.fullmatch(number):
                odd.append(number)
            for name in dict.fromkeys(_bare(alike(name)) for name in _names(instrument)):
                self._by_name[name].append(id_)
        self.name = one_of(self._by_name)
        self.first_words = sorted({name.split(" ")[0] for name in self._by_name})
        self.heads = sorted({_head(name) for name in self._by_name} | set(odd))
        self.odd_number = one_of(odd)
        self._levels: dict[str, str] = {}
        self._issuers: dict[str, str] = {}
        for id_, organisation in organisations:
            self._levels[id_] = organisation.level
            for name in (organisation.name, *organisation.aliases):
                self._issuers.setdefault(_bare(alike(name)), id_)

    @cached_property
    def _issuer(self) -> re.Pattern[str]:
        return one_of(self._issuers)

    def type_of(self, id_: str) -> str:
        """The type of the instrument, spelt for comparing."""
        return alike(self.instruments[id_].type)

    def numbered(self, text: str, start: int, end: int, number: str, type_: str) -> tuple[str, ...]:
        """The ids that the number at that place may mean: one where it is clear, none where it is unknown.

        What stands around it is heard: the type in front, the day and the issuer behind, an issuer named near.
        """
        found = self._by_number.get(key(number))
        of_year = found is None or key(number).count("/") > 1
        found = found or self._by_year.get(key(number), [])
        if not found or (of_year and len(found) == 1):
            return tuple(found)
        day, issuer = self._told_behind(text, end)
        found = found if of_year else [id_ for id_ in found if self._may_be(id_, day, issuer)]
        found = _those(found, lambda id_: self.instruments[id_].date == day)
        found = _those(found, lambda id_: self.instruments[id_].issuer == issuer)
        found = _those(found, lambda id_: self.type_of(id_) == type_)
        if len(found) > 1:
            near = self._issuers_near(text, start, end)
            found = _those(found, lambda id_: self.instruments[id_].issuer in near)
        return tuple(found)

    def named(self, name: str, year: int | None) -> tuple[str, ...]:
        """The ids that the name may mean; a year behind it must be the year of the instrument, where that is known."""
        found = self._by_name.get(_bare(name), [])
        days = {id_: self.instruments[id_].date for id_ in found}
        return tuple(id_ for id_ in found if year is None or (day := days[id_]) is None or day.year == year)

    def _told_behind(self, text: str, end: int) -> tuple[date | None, str | None]:
        """The day and the issuer written behind the number, each if it is there."""
        day = _DAY.match(text, end)
        of = _OF.match(text, day.end() if day else end)
        issuer = self._issuer.match(text, of.end()) if of else None
        return _day(day), self._issuers[_bare(issuer[0])] if issuer else None

    def _may_be(self, id_: str, day: date | None, issuer: str | None) -> bool:
        """Whether nothing told speaks against it: every committee has a number 24 of its own every year."""
        instrument = self.instruments[id_]
        if day is not None and instrument.date is not None:
            return day == instrument.date
        told, level = self._levels.get(issuer or ""), self._levels.get(instrument.issuer)
        return told is None or level is None or told == level

    def _issuers_near(self, text: str, start: int, end: int) -> frozenset[str]:
        around = (max(0, start - _NEAR), start), (end, end + _NEAR)
        return frozenset(
            self._issuers[_bare(match[0])] for one in around for match in self._issuer.finditer(text, *one)
        )


def one_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the names, the longest first, whatever space or comma parts their words."""
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    written = ("".join(_written(piece) for piece in _PIECES.findall(name)) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!{LETTER})" if longest_first else r"(?!)")


_PIECES = re.compile(r"\s+|\S+")
_PARTED = r"(?:[^\S\n]?[,-])?\s[^\S\n]*"


def _written(piece: str) -> str:
    return _PARTED if piece.isspace() else re.escape(piece)


def _names(instrument: Instrument) -> tuple[str, ...]:
    """What texts call the instrument in words: its aliases and, of a law, its name and its title."""
    by_words = alike(instrument.type) in LAWS
    told = (instrument.name, instrument.title or "") if by_words else (instrument.name,)
    return (*instrument.aliases, *(one for one in told if one and instrument.number not in one))


def _bare(name: str) -> str:
    """The words of a name, one space between two."""
    return _GAP.sub(" ", name).strip()


def _head(name: str) -> str:
    """A piece of the beginning of a name that is spelt one way whatever the tones of the text."""
    return max(_TONED.split(" ".join(name.split(" ")[:2])), key=len)


def _those(found: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """The ids that fit, or all where none does."""
    return [id_ for id_ in found if fits(id_)] or list(found)


def _day(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"] or match["told"]), int(match["day"]))
    except ValueError:
        return None
