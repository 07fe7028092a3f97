"""Closing days the ward has announced: for the front page, the list of documents, and whoever makes a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Document


@dataclass(frozen=True)
class Notice:
    """A published document with a closing day.

    ``title`` is the document's; ``what`` says what is to be handed in; ``left`` how much time there is, in words;
    ``issuer`` is an organisation's id;
    ``sample``: the document is invented.
    """

    id: str
    day: date
    title: str
    what: str
    address: Address
    issuer: str
    open: bool
    left: str
    sample: bool


def notices(catalogue: Catalogue) -> tuple[Notice, ...]:
    """Every published document with a closing day, past ones too, the first to close first."""
    found = [notice for entry in catalogue.honours.documents if (notice := notice_of(catalogue, entry))]
    return tuple(sorted(found, key=lambda one: (one.day, one.id)))


def open_notices(catalogue: Catalogue) -> tuple[Notice, ...]:
    """Those that have not closed on the day the site is made for, the first to close first."""
    return tuple(notice for notice in notices(catalogue) if notice.open)


def notice_of(catalogue: Catalogue, entry: Entry[Document]) -> Notice | None:
    """The document's closing day, if it sets one."""
    record = entry.record
    if record.closes is None:
        return None
    return Notice(
        entry.id,
        record.closes,
        record.title,
        record.closes_for or "Nộp hồ sơ",
        addresses.of("documents", entry.id),
        record.issuer,
        catalogue.as_of <= record.closes,
        days_left(record.closes, catalogue.as_of),
        record.sample,
    )


def days_left(day: date, as_of: date) -> str:
    """The time until the end of the day in words: ``còn 18 ngày``; the day itself counts."""
    left = (day - as_of).days
    if left < 0:
        return f"đã hết hạn ngày {vietnamese.format_date(day)}"
    return {0: "hôm nay là ngày cuối", 1: "ngày mai là ngày cuối"}.get(left, f"còn {left} ngày")
