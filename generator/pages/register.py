"""The register of commendations: year by year, and by the period for which a list was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Decision
from generator.models.decisions import AwardList
from generator.pages.base import Link, Page, month_words
from generator.pages.consultations import consultation_pages
from generator.pages.decisions import corrected_words, decision_pages, revoked_words
from generator.pages.honours import (
    BASIS_WORDS,
    SILENT,
    capital,
    decision_counts,
    newest,
    period_link,
    sample_words,
)

_TITLE = "Sổ khen thưởng"
_PERIOD = "Thời gian xét: "


@dataclass(frozen=True)
class RegisterRow:
    """A decision in the register: its day as a figure and month, its number, title and what it confers.

    What most decisions are, published and as signed, is not said of each.
    """

    day: date
    figure: str
    month: str
    link: Link
    title: str
    summary: str
    revoked: bool
    corrected: str


@dataclass(frozen=True)
class _Part:
    """A part of the register with a page of its own: its name, its decisions, newest first."""

    name: str
    address: Address
    entries: Sequence[Entry[Decision]]


def register_pages(catalogue: Catalogue) -> list[Page]:
    """The register's front page with its newest year, a page a year, a page a period, consultations, decisions."""
    years, periods = _years(catalogue), _periods(catalogue)
    newest_year = years[0] if years else _Part(f"Năm {catalogue.as_of.year}", addresses.REGISTER, ())
    pages = [_register(catalogue, newest_year, years, periods, front=True)]
    pages += [_register(catalogue, part, years, periods) for part in (*years, *periods)]
    return pages + consultation_pages(catalogue) + decision_pages(catalogue)


def _years(catalogue: Catalogue) -> list[_Part]:
    """The decisions by the year of their signing, the newest year first."""
    found: dict[int, list[Entry[Decision]]] = {}
    for entry in catalogue.honours.decisions:
        found.setdefault(entry.record.date.year, []).append(entry)
    return [_Part(f"Năm {year}", addresses.register_year(year), entries) for year, entries in found.items()]


def _periods(catalogue: Catalogue) -> list[_Part]:
    """The decisions by the period a list was judged for, the newest first; two spellings of one period are one."""
    found: dict[Address, tuple[Link, list[Entry[Decision]]]] = {}
    for entry in catalogue.honours.decisions:
        for link in {one.address: one for one in map(period_link, entry.record.lists)}.values():
            if link.address is not None:
                found.setdefault(link.address, (link, []))[1].append(entry)
    return [_Part(f"{_PERIOD}{_small(link.label)}", address, entries) for address, (link, entries) in found.items()]


def _period(name: str) -> str:
    return capital(name.removeprefix(_PERIOD))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _register(
    catalogue: Catalogue, part: _Part, years: list[_Part], periods: list[_Part], *, front: bool = False
) -> Page:
    title = _TITLE if front else f"{_TITLE}{',' if part in periods else ''} {_small(part.name)}"
    crumbs = (Link("Khen thưởng"),) if front else (Link("Khen thưởng", addresses.REGISTER), Link(part.name))
    return Page(
        addresses.REGISTER if front else part.address, "pages/register.md", title,
        f"Quyết định khen thưởng, {_small(part.name)}. Danh sách đúng như bản đã ký.",
        "register", "register", here=front, crumbs=crumbs,
        sample=sample_words([entry.record.sample for entry in part.entries], "quyết định, số, ngày và người"),
        modified=newest((catalogue.modified(entry) for entry in part.entries), catalogue.as_of),
        context=partial(_context, catalogue, part, years, periods),
    )  # fmt: skip


def _context(catalogue: Catalogue, part: _Part, years: list[_Part], periods: list[_Part]) -> Mapping[str, object]:
    in_period = part in periods
    return {
        "part": part.name,
        "rows": [_row(catalogue, entry, part.address if in_period else None) for entry in part.entries],
        "years": [(Link(one.name, one.address), one is part) for one in years],
        "periods": [
            (Link(capital(one.name.removeprefix("Thời gian xét: ")), one.address), one is part) for one in periods
        ],
        "gallery": addresses.GALLERY,
        "awards": addresses.AWARDS,
        "figures": addresses.FIGURES,
        "consultations": addresses.CONSULTATIONS if catalogue.honours.consultations else None,
    }


def _row(catalogue: Catalogue, entry: Entry[Decision], period: Address | None) -> RegisterRow:
    """The decision's line; on a period's page it tells of the lists that judge that period alone."""
    decision = entry.record
    lists = [one for one in decision.lists if period is None or period_link(one).address == period]
    honours = [one for one in catalogue.honours.of_decision.get(entry.id, ()) if _among(one.list, lists)]
    awards = dict.fromkeys(catalogue.award(one.award).name for one in lists)
    bases = dict.fromkeys(BASIS_WORDS[one.basis] for one in lists if one.basis)
    hidden = sum(honour.state == "unnamed" for honour in honours)
    silence = f"không nêu tên{'' if hidden == len(honours) else f' {hidden}'}: {SILENT}" if hidden else ""
    told = [", ".join(awards), ", ".join(bases), decision_counts(lists, honours, silence)]
    return RegisterRow(
        decision.date,
        f"{decision.date.day:02d}",
        month_words(decision.date) if period is None else f"{month_words(decision.date)}/{decision.date.year}",
        Link(decision.number, addresses.of("decisions", entry.id)),
        decision.title,
        " · ".join(words for words in told if words),
        bool(revoked_words(catalogue, decision.revoked)),
        corrected_words(decision),
    )


def _among(list_: AwardList, lists: Sequence[AwardList]) -> bool:
    return any(list_ is one for one in lists)
