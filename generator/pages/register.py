"""The register of commendations, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue, modified
from generator.content import Entry
from generator.models import Decision
from generator.pages.base import Link, Page, month_words
from generator.pages.decisions import decision_pages
from generator.pages.honours import BASIS_WORDS, SILENT, counts, newest, sample_words


@dataclass(frozen=True)
class RegisterRow:
    """A decision in the register: its day as a figure and month, its number, title and what it confers."""

    day: date
    figure: str
    month: str
    link: Link
    title: str
    summary: str


def register_pages(catalogue: Catalogue) -> list[Page]:
    """The register's front page with its newest year, a page for each year, a page for each decision."""
    years: dict[int, list[Entry[Decision]]] = {}
    for entry in catalogue.honours.decisions:
        years.setdefault(entry.record.date.year, []).append(entry)
    listed = sorted(years, reverse=True)
    current = listed[0] if listed else catalogue.as_of.year
    pages = [_register(catalogue, current, years.get(current, []), listed, addresses.REGISTER)]
    pages += [_register(catalogue, year, years[year], listed, addresses.register_year(year)) for year in listed]
    return pages + decision_pages(catalogue)


def _register(
    catalogue: Catalogue, year: int, entries: list[Entry[Decision]], years: list[int], address: Address
) -> Page:
    front = address == addresses.REGISTER
    title = "Sổ khen thưởng" if front else f"Sổ khen thưởng năm {year}"
    crumbs = (Link("Khen thưởng"),) if front else (Link("Khen thưởng", addresses.REGISTER), Link(f"Năm {year}"))
    context = {
        "year": year,
        "rows": [_row(catalogue, entry) for entry in entries],
        "years": [(Link(f"Năm {one}", addresses.register_year(one)), one == year) for one in years],
        "gallery": addresses.GALLERY,
        "awards": addresses.AWARDS,
    }
    return Page(
        address, "pages/register.md", title,
        f"Quyết định khen thưởng của phường năm {year}, danh sách đúng như bản đã ký.",
        "register", "register", here=front, crumbs=crumbs,
        sample=sample_words([entry.record.sample for entry in entries], "quyết định, số, ngày và người"),
        modified=newest((modified(entry.record, catalogue.as_of) for entry in entries), catalogue.as_of),
        context=context,
    )  # fmt: skip


def _row(catalogue: Catalogue, entry: Entry[Decision]) -> RegisterRow:
    decision = entry.record
    honours = catalogue.honours.of_decision.get(entry.id, ())
    awards = dict.fromkeys(catalogue.award(one.award).name for one in decision.lists)
    bases = dict.fromkeys(BASIS_WORDS[one.basis] for one in decision.lists if one.basis)
    hidden = sum(honour.state == "unnamed" for honour in honours)
    silence = f", không nêu tên{'' if hidden == len(honours) else f' {hidden}'}: {SILENT}" if hidden else ""
    told = [", ".join(awards), ", ".join(bases), f"{counts(honours)}{silence}", _corrected(decision)]
    return RegisterRow(
        decision.date,
        f"{decision.date.day:02d}",
        month_words(decision.date),
        Link(decision.number, addresses.of("decisions", entry.id)),
        decision.title,
        " · ".join(words for words in told if words),
    )


def _corrected(decision: Decision) -> str:
    if not decision.corrections:
        return ""
    last = vietnamese.format_date(max(one.date for one in decision.corrections))
    times = len(decision.corrections)
    return f"đính chính {times} lần, {'ngày' if times == 1 else 'lần cuối ngày'} {last}"
