"""Guidance for citizens: the list of it, each page of prose, and the page of awards, made next door."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Guidance
from generator.pages import awards
from generator.pages.base import REPORT, Link, Page, cited_prose, dial, part_link, prose_targets
from generator.pages.changed import cited_laws, law_changes
from generator.pages.exports import Export
from generator.pages.law import law_link
from generator.pages.tell import tell_ways
from generator.pages.wording import amended_wording

_GROUPS = {
    "citizens": ("cho-nguoi-dan", "Cho người dân"),
    "units": ("cho-don-vi", "Cho đơn vị, tổ dân phố, doanh nghiệp"),
    "reference": ("tra-cuu", "Để tra cứu"),
}
_AWARDS_ORDER = 3
"""Where the page of awards stands among the citizens', while no editor introduces and so orders it."""


class GuidanceRow(NamedTuple):
    """A page of guidance as the list tells it."""

    link: Link
    summary: str
    order: tuple[object, ...]


class GuidanceGroup(NamedTuple):
    """The pages for one kind of reader."""

    id: str
    name: str
    rows: tuple[GuidanceRow, ...]


def guidance_pages(catalogue: Catalogue, form: tuple[Export, ...]) -> list[Page]:
    """The list, the pages of prose, the page of awards where there are any, and what leads on from old addresses.

    ``form`` is the sheet to tell of a good deed; the page that says how offers it.
    """
    entries = catalogue.content.of("guidance")
    told = _awards_page(catalogue)
    pages = [
        _page(catalogue, entry, form)
        for entry in entries.values()
        if addresses.of("guidance", entry.id) != addresses.AWARDS
    ]
    made = [*pages, *([told] if told else [])]
    there = {page.address for page in made}
    moved = [_moved(old, new) for old, new in addresses.MOVED.items() if new in there]
    return [_index(catalogue, told), *made, *moved]


def _awards_page(catalogue: Catalogue) -> Page | None:
    """The page of awards, with the editors' introduction where they wrote one."""
    if not catalogue.content.of("awards"):
        return None
    page = awards.awards_page(catalogue)
    entry = next(
        (one for one in catalogue.content.of("guidance").values() if addresses.of("guidance", one.id) == page.address),
        None,
    )
    if entry is None or callable(page.context):
        return page
    days = [day for day in (page.modified, catalogue.modified(entry)) if day]
    title = entry.record.title
    return replace(
        page,
        title=title,
        description=entry.record.summary,
        crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link(title)),
        modified=max(days, default=None),
        context={**page.context, "guide": _guide(catalogue, entry)},
    )


def _index(catalogue: Catalogue, told: Page | None) -> Page:
    rows: dict[str, list[GuidanceRow]] = {group: [] for group in _GROUPS}
    for entry in catalogue.content.of("guidance").values():
        record: Guidance = entry.record
        link = Link(record.title, addresses.of("guidance", entry.id))
        if link.address != addresses.AWARDS or told:
            order = record.order, vietnamese.sort_key(record.title)
            rows[record.readers].append(GuidanceRow(link, record.summary, order))
    if told and not any(row.link.address == told.address for group in rows.values() for row in group):
        rows["citizens"].append(GuidanceRow(Link(told.title, told.address), told.description, (_AWARDS_ORDER,)))
    groups = [
        GuidanceGroup(id_, name, tuple(sorted(rows[key], key=lambda row: row.order)))
        for key, (id_, name) in _GROUPS.items()
        if rows[key]
    ]
    days = [day for entry in catalogue.content.of("guidance").values() if (day := catalogue.modified(entry))]
    return Page(
        addresses.GUIDANCE, "pages/guidances.md", "Hướng dẫn",
        "Hướng dẫn cho người dân và đơn vị về thi đua, khen thưởng, viết bằng lời thường, ghi rõ căn cứ.",
        "guidances", "guidance", here=True, crumbs=(Link("Hướng dẫn"),), modified=max(days, default=None),
        context={"groups": groups, "finder": _finder(catalogue)},
    )  # fmt: skip


def _finder(catalogue: Catalogue) -> Address | None:
    return addresses.FINDER if catalogue.content.of("finder") else None


def _page(catalogue: Catalogue, entry: Entry[Guidance], form: tuple[Export, ...]) -> Page:
    guidance = entry.record
    tell = tell_ways(catalogue, form) if entry.id == catalogue.portal.introduce_guide else None
    return Page(
        addresses.of("guidance", entry.id), "pages/guidance.md", guidance.title, guidance.summary,
        "guidance", "guidance", crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link(guidance.title)),
        modified=catalogue.modified(entry), context={"guide": _guide(catalogue, entry), "tell": tell, "report": REPORT},
    )  # fmt: skip


def _guide(catalogue: Catalogue, entry: Entry[Guidance]) -> dict[str, Any]:
    """What the page of a guidance prints, and the page of awards of its introduction."""
    guidance, portal = entry.record, catalogue.portal
    body = cited_prose(catalogue, guidance.body)
    targets = prose_targets(catalogue, body)
    return {
        "audience": guidance.audience[:1].lower() + guidance.audience[1:],
        "summary": guidance.summary,
        "reviewed": guidance.reviewed,
        "based_on": [
            *(law_link(catalogue, id_, None) for id_ in guidance.based_on),
            *(part_link(catalogue, part) for part in guidance.fulfils),
        ],
        "wording": amended_wording(catalogue) if portal.law in guidance.based_on else None,
        "changed": law_changes(catalogue, (*guidance.based_on, *cited_laws(targets))),
        "as_of": catalogue.as_of,
        "body": body,
        "targets": targets,
        "next": [_link(catalogue, id_) for id_ in guidance.next if id_ in catalogue.content.of("guidance")],
        "office": Link(catalogue.organisation(portal.office).name, addresses.of("organisations", portal.office)),
        "phone": portal.phone,
        "dial": dial(portal.phone),
        "sample_phone": portal.phone_is_sample,
        "hours": portal.hours,
    }


def _link(catalogue: Catalogue, id_: str) -> Link:
    return Link(catalogue.content.of("guidance")[id_].record.title, addresses.of("guidance", id_))


def _moved(old: Address, new: Address) -> Page:
    """The page at an old address: it leads on by itself, and says where to."""
    return Page(
        old, "pages/moved.md", "Trang đã chuyển chỗ", "Trang này có địa chỉ mới.", "text", "guidance",
        crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link("Trang đã chuyển chỗ")),
        listed=False, moved=new, context={"now": new},
    )  # fmt: skip
