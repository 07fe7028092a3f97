"""How the law is named, linked and trusted on every page: citations, articles, states, and how surely each is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from generator import addresses, validity, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Instrument
from generator.pages.base import Link
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
}
_STEP = re.compile(r"(điều|khoản|điểm) ([0-9]+[a-z]?|[a-zđ])(?!\w)")


@dataclass(frozen=True)
class Pill:
    """A state in words, the day up to which it holds, and its tone."""

    words: str
    tone: str = "none"
    as_of: date | None = None


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


@cache
def article_id(number: str) -> str:
    """The part id of an article on its instrument's page: ``Điều 80 khoản 3`` gives ``dieu-80-khoan-3``."""
    words = re.findall(r"[^\W_]+", number.lower())
    return "-".join("dd" if word == "đ" else vietnamese.slug(word) for word in words)


def law_link(catalogue: Catalogue, id_: str, article: str | None) -> Link:
    """A link to the article on its instrument's page, or to the one that holds it, or, neither seen, to the page."""
    instrument = catalogue.instrument(id_)
    page = addresses.of("legislation", id_).page
    if article is None or known_from_plan_only(instrument):
        return Link(", ".join(filter(None, (article, instrument.name))), Address(page))
    nearest = _nearest(tuple(one.number for one in instrument.articles), article)
    return Link(f"{article}, {instrument.name}", Address(page, article_id(nearest)))


@cache  # the same articles are cited on thousands of pages
def _nearest(numbers: tuple[str, ...], article: str) -> str:
    """The one of the numbers that names the article, or the part that holds it; empty where none does."""
    wanted = _steps(article)
    holding = [number for number in numbers if _steps(number) and _steps(number) <= wanted]
    return max(holding, key=lambda number: len(_steps(number)), default="")


@cache
def _steps(number: str) -> frozenset[tuple[str, ...]]:
    """The steps of a number, in any order: ``điểm e khoản 1 Điều 54`` and ``Điều 54 khoản 1 điểm e`` are one."""
    return frozenset(_STEP.findall(number.lower()))


def record_link(catalogue: Catalogue, entry: Entry[Any]) -> Link | None:
    """A link to a record that rests on a law, named with what it is: ``Hướng dẫn: Khen thưởng đột xuất``."""
    if entry.kind == "base-salary":
        return Link("Mức lương cơ sở dùng tính tiền thưởng", addresses.AWARDS)
    if entry.kind == "council":
        return Link(catalogue.organisation(catalogue.portal.council).name, addresses.COUNCIL)
    if entry.kind not in _RECORD_WORDS:
        return None
    if entry.kind == "exemplars":
        name = catalogue.honours.exemplar_name(entry.record)
    else:
        name = getattr(entry.record, "title", None) or entry.record.name
    return Link(f"{_RECORD_WORDS[entry.kind]}: {name}", addresses.of(entry.kind, entry.id))
