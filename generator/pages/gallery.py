"""The gallery of exemplars: newest first in pages, and a listing of its own for every value one may filter by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue, modified
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.base import Link, Page
from generator.pages.exemplars import exemplar_pages, gone_pages
from generator.pages.honours import (
    FIELD_FACET,
    KIND_WORDS,
    Card,
    Pictures,
    exemplar_card,
    facet_value,
    newest,
    page_count,
    pager,
    sample_words,
)
from generator.pages.practices import practice_pages

PAGE_SIZE = 24
_WIDE_EVERY = 5
_TITLE = "Gương điển hình"
_KIND, _FIELD, _YEAR, _OTHER = "doi-tuong", FIELD_FACET, "nam", "khac"
_FACETS = {_KIND: "Đối tượng", _FIELD: "Lĩnh vực", _YEAR: "Năm", _OTHER: "Khác"}
_DIRECT = "Người lao động trực tiếp"


@dataclass(frozen=True)
class PlacedCard:
    """A card in its place: ``wide`` over two columns, ``first`` for the first picture on the page."""

    card: Card
    wide: bool
    first: bool


@dataclass(frozen=True)
class FacetValue:
    """A value to filter by, how many exemplars have it, and whether it is the one shown."""

    label: str
    address: Address
    count: int
    here: bool


@dataclass(frozen=True)
class Facet:
    """What one may filter by."""

    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class _Group:
    """The exemplars of one value of a facet."""

    facet: str
    value: str
    label: str
    entries: list[Entry[Exemplar]]

    def address(self, number: int) -> Address:
        return addresses.gallery_facet(self.facet, self.value, number)


@dataclass(frozen=True)
class _Listing:
    """A list of exemplars to print in pages: the whole gallery, or one group of it."""

    title: str
    entries: Sequence[Entry[Exemplar]]
    address: Callable[[int], Address]
    facets: tuple[Facet, ...]


@dataclass(frozen=True)
class _Made:
    """What every listing shows of one exemplar, made once: its card, and its newest day."""

    card: Card
    modified: date | None


def gallery_pages(catalogue: Catalogue, pictures: Pictures) -> list[Page]:
    """The gallery, a listing for each value of each facet, the pages of the exemplars and of the practices."""
    made = {
        entry.id: _Made(exemplar_card(catalogue, entry, pictures), _modified(catalogue, entry))
        for entry in catalogue.honours.exemplars
    }
    groups = _groups(catalogue)
    listings = [_Listing(_TITLE, catalogue.honours.exemplars, addresses.gallery_page, _facets(groups, None))]
    listings += [_Listing(_title(one), one.entries, one.address, _facets(groups, one)) for one in groups]
    return [
        *(page for listing in listings for page in _pages(catalogue, listing, made)),
        *exemplar_pages(catalogue, pictures),
        *gone_pages(catalogue),
        *practice_pages(catalogue, pictures),
    ]


def _groups(catalogue: Catalogue) -> list[_Group]:
    """Each value some exemplar has: kinds as the law names them, fields by alphabet, years newest first."""
    found: dict[tuple[str, str], _Group] = {}
    for entry in catalogue.honours.exemplars:
        for facet, label in dict.fromkeys(_values(catalogue, entry)):
            value = facet_value(label)
            found.setdefault((facet, value), _Group(facet, value, label, [])).entries.append(entry)
    return sorted(found.values(), key=_order)


def _values(catalogue: Catalogue, entry: Entry[Exemplar]) -> Iterator[tuple[str, str]]:
    """The facets and values of the exemplar; its years are those of its honours and of its telling."""
    yield _KIND, KIND_WORDS[entry.record.kind]
    yield _FIELD, entry.record.field
    yield _YEAR, str(catalogue.honours.told_on(entry).year)
    for honour in catalogue.honours.of_exemplar.get(entry.id, ()):
        yield _YEAR, str(honour.decision.record.date.year)
    if entry.record.direct_worker:
        yield _OTHER, _DIRECT


def _order(group: _Group) -> tuple[object, ...]:
    facet = list(_FACETS).index(group.facet)
    if group.facet == _KIND:
        return facet, list(KIND_WORDS.values()).index(group.label)
    if group.facet == _YEAR:
        return facet, -int(group.label)
    return facet, vietnamese.sort_key(group.label)


def _facets(groups: Sequence[_Group], here: _Group | None) -> tuple[Facet, ...]:
    found: dict[str, list[FacetValue]] = {}
    for one in groups:
        value = FacetValue(one.label, one.address(1), len(one.entries), one is here)
        found.setdefault(one.facet, []).append(value)
    return tuple(Facet(_FACETS[facet], tuple(values)) for facet, values in found.items())


def _title(group: _Group) -> str:
    if group.facet == _YEAR:
        return f"{_TITLE} năm {group.label}"
    if group.facet == _FIELD:
        return f"{_TITLE}: lĩnh vực {group.label}"
    return f"{_TITLE}: {group.label[:1].lower()}{group.label[1:]}"


def _pages(catalogue: Catalogue, listing: _Listing, made: Mapping[str, _Made]) -> Iterator[Page]:
    """The pages of one listing; only the front page of the whole gallery is the menu's own."""
    count = page_count(listing.entries, PAGE_SIZE)
    whole = listing.title == _TITLE
    for number in range(1, count + 1):
        shown = listing.entries[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        front = whole and number == 1
        here = Link(_here(listing.title, number))
        context = {
            "heading": listing.title,
            "total": len(listing.entries),
            "filtered": not whole,
            "cards": _place([made[entry.id].card for entry in shown]),
            "facets": listing.facets,
            "pager": pager(count, number, listing.address),
            "gallery": addresses.GALLERY,
            "register": addresses.REGISTER,
            "practices": addresses.PRACTICES if catalogue.honours.practices else None,
        }
        yield Page(
            listing.address(number), "pages/gallery.md",
            listing.title if number == 1 else f"{listing.title}, trang {number}",
            "Những cá nhân, tập thể, hộ gia đình được chọn để kể lại, có căn cứ và được sự đồng ý.",
            "gallery", "exemplars", here=front,
            crumbs=(Link(_TITLE),) if front else (Link(_TITLE, addresses.GALLERY), here),
            sample=sample_words([entry.record.sample for entry in shown], "người, việc và tranh"),
            modified=newest((made[entry.id].modified for entry in shown), catalogue.as_of),
            context=context,
        )  # fmt: skip


def _here(title: str, number: int) -> str:
    """The last crumb: what the title adds to the gallery's name, and the page."""
    words = title.removeprefix(_TITLE).lstrip(": ")
    page = f"trang {number}" if number > 1 else ""
    here = ", ".join(part for part in (words, page) if part)
    return here[:1].upper() + here[1:]


def _modified(catalogue: Catalogue, entry: Entry[Exemplar]) -> date | None:
    return newest((catalogue.honours.told_on(entry), modified(entry.record, catalogue.as_of)), catalogue.as_of)


def _place(cards: Sequence[Card]) -> tuple[PlacedCard, ...]:
    """The cards with about every fifth that has a picture made wide."""
    placed: list[PlacedCard] = []
    last = -_WIDE_EVERY
    for number, card in enumerate(cards):
        wide = card.picture is not None and number - last >= _WIDE_EVERY
        last = number if wide else last
        placed.append(PlacedCard(card, wide, wide and not any(one.wide for one in placed)))
    return tuple(placed)
