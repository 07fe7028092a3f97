"""How the law is named, linked and trusted on every page: citations, articles, states, and how surely each is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses, validity, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue, remembered
from generator.citations import article_id, nearest, paths_of
from generator.cited import CitingPlace
from generator.content import Entry
from generator.models import Instrument
from generator.pages.base import TAKE_DOWN, Link
from generator.succession import field_level

_LEVEL_NOTES = {
    "B": "theo báo chí, cơ sở dữ liệu luật",
    "C": "theo ghi nhận của bên thứ ba, chưa kiểm chứng",
    "U": "chưa kiểm chứng",
}
_RECORD_WORDS = {
    "awards": "Khen thưởng",
    "guidance": "Hướng dẫn",
    "exemplars": "Gương",
    "practices": "Cách làm hay",
    "movements": "Phong trào thi đua",
    "blocs": "Cụm, khối thi đua",
    "documents": "Văn bản, biểu mẫu",
    "consultations": "Lấy ý kiến",
}


_STORIES = {"exemplars": ("gương", addresses.GALLERY), "practices": ("cách làm hay", addresses.PRACTICES)}
"""Kinds of which thousands may cite one law, what they are called, and where all of them stand."""

_SHOWN = 8
"""Of each of those kinds: so many are told one by one."""


@dataclass(frozen=True)
class Pill:
    """A state in words, the day up to which it holds, and its tone."""

    words: str
    tone: str = "none"
    as_of: date | None = None


@dataclass(frozen=True)
class Referrer:
    """A record whose page leads to a law: the page, and the places in its text that cite it; whether it is invented."""

    link: Link
    places: tuple[Link, ...] = ()
    sample: bool = False


@dataclass(frozen=True)
class Referrers:
    """Whose pages lead to a law: each of them, but of a kind with many stories the first; how many more, and where."""

    told: tuple[Referrer, ...] = ()
    more: tuple[Link, ...] = ()
    sample: bool = False

    @property
    def count(self) -> int:
        """How many lines they take."""
        return len(self.told) + sum(len(one.places) for one in self.told) + len(self.more)


def level_note(level: str) -> str:
    """How surely a fact of that evidence level is known, to stand beside it; nothing beside what was read itself."""
    return _LEVEL_NOTES.get(level, "")


def known_from_plan_only(instrument: Instrument) -> bool:
    """Whether nothing may be said of the instrument beyond what the ward's plan says."""
    return instrument.level == "U"


def pills(catalogue: Catalogue, id_: str) -> tuple[Pill, ...]:
    """The status with its day, for law only, and a warning where that or the instrument itself is not verified."""
    found = []
    instrument = catalogue.instrument(id_)
    told = None if known_from_plan_only(instrument) else validity.status(catalogue.succession, id_, catalogue.as_of)
    if told is not None:
        found.append(Pill(told.words, told.tone, told.as_of))
    if instrument.verified == "no" or instrument.level == "U" or (told is not None and _is_doubtful(catalogue, id_)):
        found.append(Pill("Chưa kiểm chứng"))
    return tuple(found)


def _is_doubtful(catalogue: Catalogue, id_: str) -> bool:
    """Whether the status rests on a day that only a third party tells."""
    instrument, end = catalogue.instrument(id_), catalogue.succession.end(id_)
    if end is not None and end.day <= catalogue.as_of:
        return end.level in "CU"
    if instrument.effective is not None and instrument.effective > catalogue.as_of:
        return field_level(instrument, "effective") in "CU"
    return any(part.level in "CU" for part in catalogue.succession.parts_ended(id_, catalogue.as_of))


def instrument_citation(catalogue: Catalogue, instrument: Instrument) -> str:
    """The instrument as one cites it: type, number, day, issuer, title."""
    day = f" ngày {vietnamese.format_date(instrument.date)}" if instrument.date else ""
    title = f": {instrument.title}" if instrument.title and not known_from_plan_only(instrument) else ""
    return f"{instrument.type} số {instrument.number}{day} của {catalogue.organisation(instrument.issuer).name}{title}"


@remembered
def law_link(catalogue: Catalogue, id_: str, article: str | None) -> Link:
    """A link to the article on its instrument's page, or to the one that holds it, or, neither seen, to the page."""
    instrument = catalogue.instrument(id_)
    page = addresses.of("legislation", id_).page
    if article is None or known_from_plan_only(instrument):
        return Link(", ".join(filter(None, (article, instrument.name))), Address(page))
    rows = (row for path in paths_of(article) if (row := nearest(instrument, path)))
    row = next(rows, None) or next((one for one in instrument.articles if one.number == article), None)
    return Link(f"{article}, {instrument.name}", Address(page, article_id(row.number) if row else ""))


def record_link(catalogue: Catalogue, entry: Entry[Any]) -> Link | None:
    """A link to a record that rests on a law, named with what it is: ``Hướng dẫn: Khen thưởng đột xuất``."""
    if entry.kind == "base-salary":
        return Link("Mức lương cơ sở dùng tính tiền thưởng", addresses.AWARDS)
    if entry.kind == "council":
        return Link(catalogue.organisation(catalogue.portal.council).name, addresses.COUNCIL)
    if entry.kind == "portal":
        return Link("Liên hệ: gỡ thông tin về mình", TAKE_DOWN)
    if entry.kind not in _RECORD_WORDS:
        return None
    if entry.kind == "exemplars":
        name = catalogue.honours.exemplar_name(entry.record)
    else:
        name = getattr(entry.record, "title", None) or entry.record.name
    return Link(f"{_RECORD_WORDS[entry.kind]}: {name}", addresses.of(entry.kind, entry.id))


def referrers(catalogue: Catalogue, id_: str, citing: Iterable[CitingPlace]) -> Referrers:
    """The records whose pages lead to the instrument, each once: by a field, by a citation in a text, or by both."""
    places: dict[tuple[str, str], list[CitingPlace]] = {}
    for place in citing:
        places.setdefault((place.entry.kind, place.entry.id), []).append(place)
    entries = [*catalogue.referred_by.get(("legislation", id_), ()), *(one[0].entry for one in places.values())]
    terms = catalogue.portal.takedown  # of the portal's references this one alone is told on a page
    entries = [one for one in entries if one.kind != "portal" or (terms and terms.instrument == id_)]
    found: dict[Link, Referrer] = {}
    of_kind: dict[str, list[Link]] = {kind: [] for kind in _STORIES}
    for entry in entries:
        link = record_link(catalogue, entry)
        if link is not None and link not in found:
            within = tuple(
                Link(_capital(one.where), one.address) for one in places.get((entry.kind, entry.id), ()) if one.where
            )
            found[link] = Referrer(link, within, getattr(entry.record, "sample", False))
            of_kind.get(entry.kind, []).append(link)
    left_out = {link for links in of_kind.values() for link in links[_SHOWN:]}
    more = tuple(
        Link(f"Và {vietnamese.group_digits(len(of_kind[kind]) - _SHOWN)} {name} khác", address)
        for kind, (name, address) in _STORIES.items()
        if len(of_kind[kind]) > _SHOWN
    )
    told = tuple(one for link, one in found.items() if link not in left_out)
    return Referrers(told, more, any(one.sample for one in found.values()))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
