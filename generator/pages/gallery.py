"""The gallery of exemplars: the newest in front, every month for good, a listing for every value one may filter by.

Pages of a listing are numbered from the oldest and only full ones are numbered, so that who comes later changes none of
them; the newest stand on the listing's own page. Cards stand in front, in months and in short listings; a long listing
of a value has lines, or ten thousand exemplars would be printed ten times over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.base import Link, Page
from generator.pages.exemplars import exemplar_pages, gone_pages
from generator.pages.facets import BY_TIME, FACET_WORDS, FIELD, MONTH, MOVEMENT, UNIT, YEAR, Facets, Group, facets_of
from generator.pages.honours import Card, PagerLink, Pictures, capital, exemplar_card, newest, sample_words
from generator.pages.indexed import Indexed, indexed
from generator.pages.practices import practice_pages
from generator.pages.searched import kind_value

CARDS = 24
"""Cards on a page: in front, in a full page of a month, and the longest listing of a value that has cards."""
LINES = 200
"""Lines on a full page of a longer listing."""
SHORT = 12
"""The most values of a facet that stand beside the gallery; more of them have a page of their own."""
_COLUMNS, _WIDE_EVERY = 3, 5
_TITLE = "Gương điển hình"
_ABOUT = "Những cá nhân, tập thể, hộ gia đình được chọn để kể lại, có căn cứ và được sự đồng ý."
_SAMPLE = "người, việc và tranh"


@dataclass(frozen=True)
class PlacedCard:
    """A card in its place: ``wide`` over two columns, ``first`` for the first picture on the page."""

    card: Card
    wide: bool
    first: bool


@dataclass(frozen=True)
class FacetValue:
    """A value to filter by, and how many exemplars have it."""

    key: str
    label: str
    address: Address
    count: int


@dataclass(frozen=True)
class Facet:
    """What one may filter by; without values when there are too many, ``more`` then leads to them all."""

    name: str
    label: str
    by_time: bool
    values: tuple[FacetValue, ...]
    more: Link


@dataclass(frozen=True)
class _Made:
    """What every listing shows of one exemplar, made once: its card, its newest day, whether it is invented."""

    card: Card
    modified: date | None
    sample: bool


def gallery_pages(catalogue: Catalogue, pictures: Pictures) -> list[Page]:
    """The gallery, its months and listings, the pages of the exemplars and of the practices."""
    made = {entry.id: _made(catalogue, entry, pictures) for entry in catalogue.honours.exemplars}
    facets = facets_of(catalogue)

    def found(entry: Entry[Exemplar]) -> Indexed:
        return indexed(catalogue, entry, facets.of[entry.id], made[entry.id].card)

    return [
        _front(catalogue, facets, made),
        *(page for group in facets.groups if not _by_month(group) for page in _listing(catalogue, group, made)),
        *_overviews(catalogue, facets, made),
        *exemplar_pages(catalogue, pictures, found),
        *gone_pages(catalogue),
        *practice_pages(catalogue, pictures),
    ]


def _made(catalogue: Catalogue, entry: Entry[Exemplar], pictures: Pictures) -> _Made:
    days = (catalogue.honours.told_on(entry), catalogue.modified(entry))
    return _Made(exemplar_card(catalogue, entry, pictures), newest(days, catalogue.as_of), entry.record.sample)


def _front(catalogue: Catalogue, facets: Facets, made: Mapping[str, _Made]) -> Page:
    """The newest exemplars, whatever their month, and the ways to all others."""
    entries = catalogue.honours.exemplars
    shown = [made[entry.id] for entry in entries[:CARDS]]
    months = [group for group in facets.groups_of(MONTH) if len(entries) > CARDS]
    context = {
        "heading": _TITLE,
        "total": len(entries),
        "cards": _place([one.card for one in shown]),
        "facets": _facets(facets),
        "months": [Link(group.value.label, group.value.address()) for group in months[:SHORT]],
        "years": [_overview_link(group) for group in facets.groups_of(YEAR)] if months else [],
        "search": addresses.SEARCH_INDEX,
        "kind": kind_value("guong").mark,
        "register": addresses.REGISTER,
        "figures": Address(addresses.FIGURES.page, "guong"),
        "practices": addresses.PRACTICES if catalogue.honours.practices else None,
    }
    return _page(catalogue, addresses.GALLERY, "pages/gallery.md", _TITLE, shown=shown, context=context)


def _facets(facets: Facets) -> tuple[Facet, ...]:
    found = []
    for name, label in FACET_WORDS.items():
        groups = facets.groups_of(name)
        more = Link(f"Xem cả {len(groups)} mục", addresses.gallery_values(name))
        values = _values(groups) if len(groups) <= SHORT else ()
        if groups:
            found.append(Facet(name, label, name in BY_TIME, values, more))
    return tuple(found)


def _values(groups: Sequence[Group]) -> tuple[FacetValue, ...]:
    return tuple(
        FacetValue(group.value.key, group.value.label, group.value.address(), len(group.entries)) for group in groups
    )


def _listing(catalogue: Catalogue, group: Group, made: Mapping[str, _Made]) -> Iterator[Page]:
    """The pages of the exemplars of one value, or of one month: the newest, then the full pages of older ones."""
    title = _title(group)
    with_cards = group.value.facet == MONTH or len(group.entries) <= CARDS
    size = CARDS if with_cards else LINES
    older = max(0, len(group.entries) // size - 1)
    for number in (None, *range(1, older + 1)):
        page = slice(older * size, None) if number is None else slice((number - 1) * size, number * size)
        entries = group.entries[page]
        shown = [made[entry.id] for entry in reversed(entries)]
        context = {
            "heading": title,
            "total": len(group.entries) if number is None else None,
            "number": number,
            "cards": _place([one.card for one in shown]) if with_cards else (),
            "lines": () if with_cards else [one.card for one in shown],
            "pager": _pager(older, number, group.value.address),
            "gallery": addresses.GALLERY,
            "year": _year(group) if group.value.facet == MONTH else None,
        }
        words = title if number is None else f"{title}, trang {number}"
        yield _page(catalogue, group.value.address(number), "pages/listing.md", words, shown=shown, context=context)


def _overviews(catalogue: Catalogue, facets: Facets, made: Mapping[str, _Made]) -> Iterator[Page]:
    """The months of each long year, and the values of each facet that has too many to stand beside the gallery."""
    months = facets.groups_of(MONTH)
    for group in filter(_by_month, facets.groups_of(YEAR)):
        key = group.value.key
        mine = [month for month in months if month.value.key.startswith(f"{key}-")]
        yield _overview(catalogue, group.value.address(), _title(group), mine, made)
    for name, label in FACET_WORDS.items():
        groups = facets.groups_of(name)
        if len(groups) > SHORT:
            title = f"{_TITLE} theo {label[:1].lower()}{label[1:]}"
            yield _overview(catalogue, addresses.gallery_values(name), title, groups, made)


def _overview(
    catalogue: Catalogue, address: Address, title: str, groups: Sequence[Group], made: Mapping[str, _Made]
) -> Page:
    shown = [made[entry.id] for group in groups for entry in group.entries]
    context = {"heading": title, "values": _values(groups), "gallery": addresses.GALLERY}
    return _page(catalogue, address, "pages/values.md", title, shown=shown, context=context)


def _by_month(group: Group) -> bool:
    """Whether it is a year too long for one page of cards: that page then leads to its months."""
    return group.value.facet == YEAR and len(group.entries) > CARDS


def _overview_link(group: Group) -> Link:
    return Link(f"Năm {group.value.label}", group.value.address())


def _year(group: Group) -> Link:
    year = group.value.key.partition("-")[0]
    return Link(f"Cả năm {year}", addresses.gallery_facet(YEAR, year))


def _title(group: Group) -> str:
    value = group.value
    if value.facet == YEAR:
        return f"{_TITLE} năm {value.label}"
    lower = f"{value.label[:1].lower()}{value.label[1:]}"
    if value.facet == MONTH:
        return f"{_TITLE} {lower}"
    if value.facet in (UNIT, MOVEMENT):
        return f"{_TITLE}: {value.label}"
    return f"{_TITLE}: lĩnh vực {value.label}" if value.facet == FIELD else f"{_TITLE}: {lower}"


def _page(
    catalogue: Catalogue,
    address: Address,
    template: str,
    title: str,
    *,
    shown: Sequence[_Made],
    context: Mapping[str, object],
) -> Page:
    """A page of the gallery; only the front is the menu's own."""
    front = address == addresses.GALLERY
    here = Link(capital(title.removeprefix(_TITLE).lstrip(": ")))
    return Page(
        address, template, title, _ABOUT, "gallery" if front else "listing", "exemplars", here=front,
        crumbs=(Link(_TITLE),) if front else (Link(_TITLE, addresses.GALLERY), here),
        sample=sample_words([one.sample for one in shown], _SAMPLE),
        modified=newest((one.modified for one in shown), catalogue.as_of), context=context,
    )  # fmt: skip


def _pager(older: int, number: int | None, address: Callable[[int | None], Address]) -> tuple[PagerLink, ...]:
    """The way from the newest back to the oldest. A numbered page names only older ones: none changes later."""
    if not older:
        return ()
    links = [PagerLink("Mới nhất", address(None), number is None)]
    start = older if number is None else number
    shown = sorted({1, start - 1, start} & set(range(1, start + 1)), reverse=True)
    for after, page in zip((start, *shown), shown, strict=False):
        if after - page > 1:
            links.append(PagerLink("…"))
        links.append(PagerLink(f"Trang {page}", address(page), page == number))
    return tuple(links)


def _place(cards: Sequence[Card]) -> tuple[PlacedCard, ...]:
    """The cards in their order, about every fifth that has a picture made wide where two columns are left in its line.

    ``js/gallery.js`` places what it finds by the same rule.
    """
    placed: list[PlacedCard] = []
    last, column = -_WIDE_EVERY, 0
    for number, card in enumerate(cards):
        wide = card.picture is not None and number - last >= _WIDE_EVERY and column < _COLUMNS - 1
        last = number if wide else last
        column = (column + 1 + wide) % _COLUMNS
        placed.append(PlacedCard(card, wide, card.picture is not None and not any(one.card.picture for one in placed)))
    return tuple(placed)
