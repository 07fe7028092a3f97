"""Models, good ways of doing, initiatives: the list and a page for each."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Practice
from generator.pages.base import REPORT, TAKE_DOWN, Link, Page, cited_prose, prose_targets
from generator.pages.changed import story_changes
from generator.pages.exemplars import caption
from generator.pages.honours import (
    Pictures,
    exemplar_card,
    facts,
    movement_link,
    newest,
    organisation_link,
    page_count,
    pager,
    plan_facts,
    sample_words,
)
from generator.vietnamese import format_date

_PAGE_SIZE = 24
_TITLE = "Cách làm hay"


@dataclass(frozen=True)
class PracticeRow:
    """A practice in the list."""

    link: Link
    kick: str
    summary: str


def practice_pages(catalogue: Catalogue, pictures: Pictures) -> list[Page]:
    """The list in pages, then a page for each practice."""
    return _index(catalogue) + [_practice(catalogue, entry, pictures) for entry in catalogue.honours.practices]


def _index(catalogue: Catalogue) -> list[Page]:
    entries = catalogue.honours.practices
    count = page_count(entries, _PAGE_SIZE)
    pages = []
    for number in range(1, count + 1):
        shown = entries[(number - 1) * _PAGE_SIZE : number * _PAGE_SIZE]
        context = {
            "rows": [_row(catalogue, entry) for entry in shown],
            "total": len(entries),
            "pager": pager(count, number, addresses.practices_page),
            "gallery": addresses.GALLERY,
        }
        name = _TITLE if number == 1 else f"{_TITLE}, trang {number}"
        crumbs = (Link(_TITLE),) if number == 1 else (Link(_TITLE, addresses.PRACTICES), Link(f"Trang {number}"))
        pages.append(
            Page(
                addresses.practices_page(number), "pages/practices.md", name,
                "Mô hình, cách làm hay, sáng kiến ở phường: làm thế nào, ở đâu, để nơi khác làm theo.",
                "practices", "exemplars", crumbs=crumbs,
                sample=sample_words([entry.record.sample for entry in shown], "việc"),
                modified=newest((catalogue.modified(entry) for entry in shown), catalogue.as_of),
                context=context,
            )
        )  # fmt: skip
    return pages


def _row(catalogue: Catalogue, entry: Entry[Practice]) -> PracticeRow:
    practice = entry.record
    where = catalogue.organisation(practice.organisation).name if practice.organisation else ""
    kick = " · ".join(words for words in (practice.field, where) if words)
    link = Link(practice.name, addresses.of("practices", entry.id))
    return PracticeRow(link, kick, practice.summary)


def _practice(catalogue: Catalogue, entry: Entry[Practice], pictures: Pictures) -> Page:
    practice = entry.record
    picture = pictures.get(("practices", entry.id))
    exemplars = catalogue.content.of("exemplars")
    story = cited_prose(catalogue, practice.story)
    targets = prose_targets(catalogue, story)
    told = [exemplars[id_] for id_ in practice.exemplars if catalogue.is_published("exemplars", id_)]
    context = {
        "practice": practice,
        "picture": picture,
        "caption": caption(picture) if picture else "",
        "story": story,
        "targets": targets,
        "changed": story_changes(catalogue, entry, targets),
        "as_of": catalogue.as_of,
        "facts": facts(
            ("Nơi làm", [organisation_link(catalogue, practice.organisation)] if practice.organisation else []),
            ("Lĩnh vực", [Link(practice.field)]),
            ("Bắt đầu", [Link(f"Ngày {format_date(practice.started)}")] if practice.started else []),
            ("Phong trào", [movement_link(catalogue, practice.movement)] if practice.movement else []),
            *plan_facts(catalogue, practice.fulfils),
        ),
        "cards": [exemplar_card(catalogue, one, pictures) for one in told],
        "report": REPORT,
        "take_down": TAKE_DOWN,
        "practices": addresses.PRACTICES,
    }
    samples = [practice.sample, *(one.record.sample for one in told)]
    return Page(
        addresses.of("practices", entry.id), "pages/practice.md", practice.name, practice.summary,
        "practice", "exemplars", crumbs=(Link(_TITLE, addresses.PRACTICES), Link(practice.name)),
        sample=sample_words(samples, "người và việc"),
        modified=catalogue.modified(entry), context=context,
    )  # fmt: skip
