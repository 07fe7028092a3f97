"""Lists on which the public is asked for its opinion, with the day they open and the day they close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Consultation
from generator.pages.base import Link, Page, cited_prose, dial, prose_targets
from generator.pages.changed import story_changes
from generator.pages.honours import award_link, capital, decision_link, facts, newest, organisation_link, sample_words
from generator.pages.notices import days_left

_TITLE = "Lấy ý kiến người dân"


@dataclass(frozen=True)
class ConsultationRow:
    """A list open to opinions, or one that was: its title, how many it names, its days, whether it is open."""

    link: Link
    summary: str
    open: bool
    state: str
    day: date
    left: str
    sample: bool


def consultation_pages(catalogue: Catalogue) -> list[Page]:
    """The index, which guidance leads to even where there never was a list, and a page for each list."""
    return [_index(catalogue), *(_consultation(catalogue, entry) for entry in catalogue.honours.consultations)]


def open_consultations(catalogue: Catalogue) -> list[ConsultationRow]:
    """The lists that are open on the day, the first to close first."""
    rows = [_row(catalogue, entry) for entry in reversed(catalogue.honours.consultations)]
    return [row for row in rows if row.open]


def _row(catalogue: Catalogue, entry: Entry[Consultation]) -> ConsultationRow:
    record = entry.record
    is_open = catalogue.as_of <= record.closes
    days = f"từ {vietnamese.format_date(record.opens)} đến hết {vietnamese.format_date(record.closes)}"
    summary = f"{catalogue.award(record.award).name}, {record.for_period} · {len(record.organisations)} đơn vị · {days}"
    state = "Đang lấy ý kiến" if is_open else "Đã kết thúc"
    link = Link(record.title, addresses.of("consultations", entry.id))
    left = days_left(record.closes, catalogue.as_of)
    return ConsultationRow(link, summary, is_open, state, record.closes, left, record.sample)


def _index(catalogue: Catalogue) -> Page:
    entries = catalogue.honours.consultations
    context = {"rows": [_row(catalogue, entry) for entry in entries], "register": addresses.REGISTER}
    return Page(
        addresses.CONSULTATIONS, "pages/consultations.md", _TITLE,
        "Danh sách đề nghị tặng danh hiệu đang công khai để lấy ý kiến người dân.", "text", "register",
        crumbs=(Link("Khen thưởng", addresses.REGISTER), Link(_TITLE)),
        sample=sample_words([entry.record.sample for entry in entries], "danh sách, đơn vị và ngày"),
        modified=newest((catalogue.modified(entry) for entry in entries), catalogue.as_of),
        context=context,
    )  # fmt: skip


def _consultation(catalogue: Catalogue, entry: Entry[Consultation]) -> Page:
    record, row = entry.record, _row(catalogue, entry)
    outcome = catalogue.content.of("decisions").get(record.outcome or "")
    how = cited_prose(catalogue, record.how)
    targets = prose_targets(catalogue, how)
    told = outcome is not None and catalogue.is_published("decisions", outcome.id)
    context = {
        "row": row,
        "facts": facts(
            ("Danh hiệu, hình thức", [award_link(catalogue, record.award)]),
            ("Xét cho", [Link(capital(record.for_period))]),
            ("Mở ngày", [Link(vietnamese.format_date(record.opens))]),
            ("Nhận ý kiến đến hết", [Link(vietnamese.format_date(record.closes))]),
            ("Kết quả", [decision_link(outcome)] if outcome is not None and told else []),
        ),
        "units": [organisation_link(catalogue, one) for one in record.organisations],
        "how": how,
        "targets": targets,
        "changed": story_changes(catalogue, entry, targets),
        "as_of": catalogue.as_of,
        "phone": catalogue.portal.phone,
        "dial": dial(catalogue.portal.phone),
    }
    return Page(
        addresses.of("consultations", entry.id), "pages/consultation.md", record.title, row.summary, "text", "register",
        crumbs=(
            Link("Khen thưởng", addresses.REGISTER),
            Link(_TITLE, addresses.CONSULTATIONS),
            Link(vietnamese.format_date(row.day)),
        ),
        sample=sample_words([record.sample], "danh sách, đơn vị và ngày"),
        modified=catalogue.modified(entry), context=context,
    )  # fmt: skip
