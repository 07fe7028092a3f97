"""The library's three shelves; each instrument's own page is made next door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, validity
from generator.catalogue import Catalogue
from generator.cited import places_citing
from generator.content import Entry
from generator.models import Instrument
from generator.pages.base import Link, Page, plan_name
from generator.pages.instrument import SHELVES, instrument_page
from generator.pages.law import Pill, known_from_plan_only, pills

_IDS = {"party": "cua-dang", "normative": "quy-pham", "administrative": "dieu-hanh"}


@dataclass(frozen=True)
class ShelfRow:
    """An instrument as it stands on its shelf."""

    number: Link
    title: str
    about: str
    date: date | None
    pills: tuple[Pill, ...]


@dataclass(frozen=True)
class Shelf:
    """A shelf and its rows."""

    id: str
    name: str
    rows: tuple[ShelfRow, ...]


def library_pages(catalogue: Catalogue) -> list[Page]:
    """The shelves, and a page for each instrument."""
    citing = places_citing(catalogue)
    entries = catalogue.content.of("legislation").values()
    return [_shelves(catalogue), *(instrument_page(catalogue, entry, citing.get(entry.id, ())) for entry in entries)]


def _shelves(catalogue: Catalogue) -> Page:
    """What the plan cites stands first, then the newest."""
    cited = _cited_by_plan(catalogue)
    entries = sorted(
        catalogue.content.of("legislation").values(),
        key=lambda entry: (entry.id not in cited, -(entry.record.date or date.min).toordinal(), entry.id),
    )
    shelves = [
        Shelf(_IDS[key], name, tuple(_row(catalogue, entry, cited) for entry in entries if entry.record.shelf == key))
        for key, name in SHELVES.items()
    ]
    days = [day for entry in entries if (day := catalogue.modified(entry))]
    return Page(
        addresses.LIBRARY, "pages/library.md", "Văn bản về thi đua, khen thưởng",
        "Văn bản của Đảng, luật, nghị định, thông tư, chỉ đạo về thi đua, khen thưởng; hiệu lực, ngày kiểm tra.",
        "library", "law", here=True, crumbs=(Link("Văn bản"),), modified=max(days, default=None),
        context={
            "shelves": [shelf for shelf in shelves if shelf.rows],
            "plan": _plan(catalogue).lower(),
            "documents": addresses.DOCUMENTS,
        },
    )  # fmt: skip


def _plan(catalogue: Catalogue) -> str:
    return plan_name(catalogue, catalogue.portal.plan)


def _cited_by_plan(catalogue: Catalogue) -> frozenset[str]:
    """The ids of the instruments that the plan now in use names."""
    return frozenset(
        id_
        for (kind, id_), places in catalogue.named_in.items()
        if kind == "legislation" and any(part.plan == catalogue.portal.plan for part, _ in places)
    )


def _row(catalogue: Catalogue, entry: Entry[Instrument], cited: frozenset[str]) -> ShelfRow:
    instrument = entry.record
    kind = f"{instrument.type} của {catalogue.organisation(instrument.issuer).name}"
    title = "" if known_from_plan_only(instrument) else instrument.title or ""
    about = [kind] if title and not title.startswith(instrument.type) else []
    if entry.id in cited:
        about.append(f"{_plan(catalogue)} dẫn")
    if instrument.verified == "yes":
        about.append(validity.evidence(instrument))
    words = " · ".join(about)
    return ShelfRow(
        Link(instrument.number, addresses.of("legislation", entry.id)),
        title or kind,
        words[:1].upper() + words[1:],
        instrument.date,
        pills(catalogue, entry.id),
    )
