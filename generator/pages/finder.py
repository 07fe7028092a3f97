"""From what somebody wants, in their own words, to the page that helps: ``/toi-muon/`` and the front page's few."""

from __future__ import annotations

from typing import NamedTuple

from generator import addresses
from generator.catalogue import Catalogue
from generator.models import Finder
from generator.pages.base import Link, Page, prose_target
from generator.prose import ADVICE

TITLE = "Tôi muốn…"


class WantRow(NamedTuple):
    """What somebody wants, where it leads, and what is there."""

    link: Link
    answer: str


class WantSection(NamedTuple):
    """What one kind of reader wants."""

    id: str
    name: str
    rows: tuple[WantRow, ...]


def finder_pages(catalogue: Catalogue) -> list[Page]:
    """The one page, where editors wrote it."""
    sections = [
        WantSection(
            f"nhom-{number}",
            group.name,
            tuple(_row(catalogue, one.want, one.target, one.answer) for one in group.wants),
        )
        for number, group in enumerate(_finder(catalogue).groups, 1)
    ]
    if not sections:
        return []
    return [
        Page(
            addresses.FINDER, "pages/finder.md", TITLE,
            "Chọn việc đang cần, trang dẫn tới đúng chỗ.",
            "finder", "guidance", crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link(TITLE)),
            context={"sections": sections, "advice": ADVICE, "guidance": addresses.GUIDANCE},
        )
    ]  # fmt: skip


def front_wants(catalogue: Catalogue) -> tuple[Link, ...]:
    """What the front page offers at once, in the editors' order."""
    wants = (one for group in _finder(catalogue).groups for one in group.wants if one.front)
    return tuple(_row(catalogue, one.want, one.target, "").link for one in wants)


def _finder(catalogue: Catalogue) -> Finder:
    entry = catalogue.content.of("finder").get("finder")
    return entry.record if entry else Finder(groups=())


def _row(catalogue: Catalogue, want: str, target: str, answer: str) -> WantRow:
    place = prose_target(catalogue, target)
    words = want[:1].upper() + want[1:]
    if isinstance(place, str):
        return WantRow(Link(words, url=place), answer)
    return WantRow(Link(words, place), answer)
