"""Guidance for citizens: the list of it, each page of prose, and the page of awards, made next door."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Guidance
from generator.pages import awards
from generator.pages.base import REPORT, Link, Page, cited_prose, part_link, prose_targets
from generator.pages.changed import cited_in_prose, law_changes
from generator.pages.law import law_link

_AWARDS_ORDER = 3
"""Where the page of awards, which no editor orders, stands in the list."""


@dataclass(frozen=True)
class GuidanceRow:
    """A page of guidance as the list tells it."""

    link: Link
    summary: str


def guidance_pages(catalogue: Catalogue) -> list[Page]:
    """The list, the pages of prose, and the page of awards where there are any."""
    entries = sorted(catalogue.content.of("guidance").values(), key=_place)
    told = [awards.awards_page(catalogue)] if catalogue.content.of("awards") else []
    return [_index(catalogue, entries, told), *(_page(catalogue, entry) for entry in entries), *told]


def _place(entry: Entry[Guidance]) -> tuple[object, ...]:
    return entry.record.order, vietnamese.sort_key(entry.record.title)


def _index(catalogue: Catalogue, entries: list[Entry[Guidance]], told: list[Page]) -> Page:
    rows = [
        GuidanceRow(Link(entry.record.title, addresses.of("guidance", entry.id)), entry.record.summary)
        for entry in entries
    ]
    place = sum(entry.record.order < _AWARDS_ORDER for entry in entries)
    rows[place:place] = [GuidanceRow(Link(page.title, page.address), page.description) for page in told]
    days = [day for entry in entries if (day := catalogue.modified(entry))]
    return Page(
        addresses.GUIDANCE, "pages/guidances.md", "Hướng dẫn",
        "Hướng dẫn cho người dân và đơn vị về thi đua, khen thưởng, viết bằng lời thường, ghi rõ căn cứ.",
        "guidances", "guidance", here=True, crumbs=(Link("Hướng dẫn"),), modified=max(days, default=None),
        context={"rows": rows},
    )  # fmt: skip


def _page(catalogue: Catalogue, entry: Entry[Guidance]) -> Page:
    guidance = entry.record
    body = cited_prose(catalogue, guidance.body)
    context = {
        "audience": guidance.audience[:1].lower() + guidance.audience[1:],
        "summary": guidance.summary,
        "reviewed": guidance.reviewed,
        "based_on": [
            *(part_link(catalogue, part) for part in guidance.fulfils),
            *(law_link(catalogue, id_, None) for id_ in guidance.based_on),
        ],
        "changed": law_changes(catalogue, (*guidance.based_on, *cited_in_prose(body))),
        "as_of": catalogue.as_of,
        "body": body,
        "targets": prose_targets(catalogue, body),
        "report": REPORT,
    }
    return Page(
        addresses.of("guidance", entry.id), "pages/guidance.md", guidance.title, guidance.summary,
        "guidance", "guidance", crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link(guidance.title)),
        modified=catalogue.modified(entry), context=context,
    )  # fmt: skip
