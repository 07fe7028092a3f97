"""The list of organisations; each organisation's own page is made next door."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Organisation
from generator.pages.base import Link, Page, plan_name
from generator.pages.duties import duty_counts
from generator.pages.exports import Exports
from generator.pages.organisation import GROUPS, group_of, organisation_page, relatives


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation as the list tells it."""

    link: Link
    duties: str


@dataclass(frozen=True)
class OrganisationGroup:
    """Organisations that stand together in the list."""

    id: str
    name: str
    rows: tuple[OrganisationRow, ...]


def organisation_pages(catalogue: Catalogue, exports: Exports) -> list[Page]:
    """The list, and a page for each organisation."""
    found = relatives(catalogue)
    entries = catalogue.content.of("organisations").values()
    return [_index(catalogue), *(organisation_page(catalogue, entry, found, exports) for entry in entries)]


def _index(catalogue: Catalogue) -> Page:
    entries = sorted(
        catalogue.content.of("organisations").values(), key=lambda entry: vietnamese.sort_key(entry.record.name)
    )
    groups = []
    for id_, name, _ in GROUPS:
        members = [entry for entry in entries if group_of(entry.record) == id_]
        if members:
            groups.append(OrganisationGroup(id_, name, tuple(_row(catalogue, entry) for entry in members)))
    days = [day for entry in entries if (day := catalogue.modified(entry))]
    sampled = any(entry.record.sample for entry in entries)
    return Page(
        addresses.ORGANISATIONS, "pages/organisations.md", "Đơn vị, tổ dân phố",
        "Đơn vị, nhóm đơn vị, tổ dân phố và cơ quan cấp trên được nêu trên chuyên trang; ai chủ trì, phối hợp việc gì.",
        "organisations", "plan", crumbs=(Link("Đơn vị, tổ dân phố"),), modified=max(days, default=None),
        sample="Những đơn vị ghi “(minh họa)” do người làm chuyên trang đặt ra để minh họa." if sampled else "",
        context={"groups": groups, "plan": plan_name(catalogue, catalogue.portal.plan).lower()},
    )  # fmt: skip


def _row(catalogue: Catalogue, entry: Entry[Organisation]) -> OrganisationRow:
    link = Link(entry.record.name, addresses.of("organisations", entry.id))
    return OrganisationRow(link, duty_counts(catalogue, catalogue.duties.get(entry.id, ())))
