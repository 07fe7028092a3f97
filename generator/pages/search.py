"""The search page, and what it is without scripts: everything there is, by kind and letter.

A kind with few things has one page; of more, each letter has pages of its own, so that ten thousand people make no
page heavy.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator import addresses, numbering, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.pages.base import Link, Page, plan_name, shorten
from generator.pages.facets import AWARD, FACET_WORDS, FIELD, MOVEMENT, PAGE_KIND, UNIT, YEAR
from generator.pages.honours import PagerLink
from generator.pages.searched import GROUP, KINDS

LINES = 200
"""Lines on a page, and the most things of a kind that stand on one page together."""
_TITLE = "Tìm kiếm"
_ABOUT = (
    "Tìm người được khen, gương điển hình, điều khoản kế hoạch, văn bản, hướng dẫn. Gõ có dấu hay không dấu đều được."
)
_SAMPLE = "Trong danh sách có người, việc, đơn vị, văn bản do người làm chuyên trang đặt ra để minh họa."
_NOTE = 110
_ASIDE = re.compile(r"\s*\([^()]*\)$")
"""Behind a name: no part of it."""
_OTHER = ("khac", "Số và ký hiệu")


class Facet(NamedTuple):
    """What results may be filtered by; ``by_time``: its values stand newest first."""

    name: str
    label: str
    by_time: bool = False


FACETS = (
    Facet(PAGE_KIND, "Loại trang"),
    Facet(YEAR, "Năm", by_time=True),
    Facet(AWARD, FACET_WORDS[AWARD]),
    Facet(UNIT, FACET_WORDS[UNIT]),
    Facet(MOVEMENT, FACET_WORDS[MOVEMENT]),
    Facet(FIELD, FACET_WORDS[FIELD]),
)


class Line(NamedTuple):
    """A thing to be found: its name, where it is, a few words of it, by what it stands; whether it is invented."""

    label: str
    address: Address
    note: str
    key: vietnamese.SortKey
    group: tuple[str, str]
    sample: bool


class Group(NamedTuple):
    """The things of a kind under one letter, or of one year: its part of an address, its words, its lines."""

    key: str
    label: str
    lines: tuple[Line, ...]


class Kind(NamedTuple):
    """A kind of thing, where it is listed, how many there are."""

    key: str
    label: str
    address: Address
    total: int


def search_pages(catalogue: Catalogue, pages: Iterable[Page]) -> list[Page]:
    """The search page and the lists behind it, of all the pages that are to be found."""
    found = _by_kind(catalogue, pages)
    kinds = [Kind(key, KINDS[key], addresses.search_kind(key), len(lines)) for key, lines in found.items()]
    sample = any(line.sample for lines in found.values() for line in lines)
    context = {
        "kinds": kinds, "facets": FACETS, "index": addresses.SEARCH_INDEX, "short": addresses.ABBREVIATIONS,
        "contact": addresses.CONTACT, "examples": _examples(catalogue),
    }  # fmt: skip
    front = Page(
        addresses.SEARCH, "pages/search.md", _TITLE, _ABOUT, "search", here=True, crumbs=(Link(_TITLE),),
        sample=_SAMPLE if sample else "", context=context,
    )  # fmt: skip
    return [front, *(page for kind in kinds for page in _lists(kind, _grouped(found[kind.key])))]


def _examples(catalogue: Catalogue) -> list[str]:
    """What one may type, each of which finds something: an award without marks, the newest number, a group's name.

    The number is that of an instrument that was verified: beside another a word of caution would have to stand.
    """
    content = catalogue.content
    awards = sorted((vietnamese.fold(entry.record.name) for entry in content.of("awards").values()), key=len)
    laws = [one.record for one in content.of("legislation").values() if one.record.verified == "yes"]
    dated = sorted((law for law in laws if law.date and law.number), key=lambda law: law.date, reverse=True)
    groups = [one.record.name for one in content.of("organisations").values() if one.record.name.startswith(GROUP)]
    return [*awards[:1], *(law.number for law in dated[:1]), *(_ASIDE.sub("", name) for name in groups[:1])]


def _by_kind(catalogue: Catalogue, pages: Iterable[Page]) -> Mapping[str, Sequence[Line]]:
    """The things of each kind there is one of, in the order of ``KINDS``."""
    people = {addresses.of("exemplars", one.id).page: one.record for one in catalogue.honours.exemplars}
    found: dict[str, list[Line]] = defaultdict(list)
    for page in pages:
        if page.address.page in people:
            person = people[page.address.page]
            bare = person.name.name if person.name and person.kind != "group" else ""
            found["guong"].append(_person(page, bare))
        elif page.searched:
            found[page.searched.kind].append(
                _line(page.title, page.address, page.description, sample=bool(page.sample))
            )
    for id_, entry in catalogue.content.of("awards").items():
        found["danh-hieu"].append(_line(entry.record.name, addresses.of("awards", id_)))
    found["nhiem-vu"] = list(_tasks(catalogue))
    found["quyet-dinh"] = [_of_year(line) for line in found["quyet-dinh"]]
    return {kind: found[kind] for kind in KINDS if found[kind]}


def _person(page: Page, bare: str) -> Line:
    """Somebody under the first letter of the given name, the last word of a name, as Vietnamese lists are kept."""
    name = bare.partition("(")[0].strip() or page.title
    family, _, given = name.rpartition(" ") if bare else ("", "", name)
    key = vietnamese.sort_key(f"{given} {family}")
    return Line(page.title, page.address, page.description, key, _letter(given), bool(page.sample))


def _line(label: str, address: Address, note: str = "", *, sample: bool = False) -> Line:
    return Line(label, address, "" if note == label else note, vietnamese.sort_key(label), _letter(label), sample)


def _of_year(line: Line) -> Line:
    year = line.address.page.split("/")[1]
    return line._replace(group=(year, f"Năm {year}"))


def _tasks(catalogue: Catalogue) -> Iterator[Line]:
    """The tasks of every annex, year by year, in the order of their numbers."""
    for id_ in sorted(catalogue.content.of("plans"), reverse=True):
        annex = catalogue.annex(id_)
        name = plan_name(catalogue, id_)
        for place, part in enumerate(numbering.number_tasks(annex) if annex else ()):
            line = _line(shorten(part.full_text, 2 * _NOTE), addresses.progress(id_, part.id), f"{name}, {part.spoken}")
            yield line._replace(key=((place,), (), ""), group=(id_, name))


def _letter(name: str) -> tuple[str, str]:
    """The first letter without its marks, Đ apart: in addresses and in words."""
    first = vietnamese.normal(name)[:1]
    if first in ("Đ", "đ"):
        return "dd", "Đ"
    bare = vietnamese.fold(first)
    return (bare, bare.upper()) if bare.isascii() and bare.isalpha() else _OTHER


def _grouped(lines: Iterable[Line]) -> list[Group]:
    """The lines in groups: letters by alphabet with what has none behind them, years newest first."""
    groups: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.group].append(line)
    made = [Group(key, label, tuple(sorted(found, key=_by_key))) for (key, label), found in groups.items()]
    return sorted(made, key=lambda group: _place(group.key, group.label))


def _by_key(line: Line) -> tuple[vietnamese.SortKey, Address]:
    return line.key, line.address


def _place(key: str, label: str) -> tuple[bool, int, vietnamese.SortKey]:
    return key == _OTHER[0], -int(key) if key.isdecimal() else 0, vietnamese.sort_key(label)


def _lists(kind: Kind, groups: Sequence[Group]) -> Iterator[Page]:
    """The page of a kind; of one with many things also the pages of its groups."""
    if kind.total <= LINES:
        yield _page(kind, kind.label, kind.address, groups=groups, shown=[line for one in groups for line in one.lines])
        return
    ways = [Link(f"{one.label} ({len(one.lines)})", addresses.search_group(kind.key, one.key)) for one in groups]
    yield _page(kind, kind.label, kind.address, ways=ways)
    for group in groups:
        pages = -(-len(group.lines) // LINES)
        for number in range(1, pages + 1):
            shown = group.lines[(number - 1) * LINES : number * LINES]
            title = f"{kind.label}: {group.label}" + (f", trang {number}" if number > 1 else "")
            pager = [
                PagerLink(f"Trang {one}", addresses.search_group(kind.key, group.key, one), one == number)
                for one in range(1, pages + 1)
                if pages > 1
            ]
            part = group._replace(lines=shown)
            address = addresses.search_group(kind.key, group.key, number)
            yield _page(kind, title, address, groups=[part], shown=shown, pager=pager)


def _page(
    kind: Kind,
    title: str,
    address: Address,
    *,
    groups: Sequence[Group] = (),
    shown: Sequence[Line] = (),
    ways: Sequence[Link] = (),
    pager: Sequence[PagerLink] = (),
) -> Page:
    crumbs = [Link(_TITLE, addresses.SEARCH), Link(kind.label)]
    if address != kind.address:
        crumbs = [
            Link(_TITLE, addresses.SEARCH),
            Link(kind.label, kind.address),
            Link(title.removeprefix(kind.label + ": ")),
        ]
    about = f"Danh sách để xem lần lượt: {title}."
    return Page(
        address, "pages/browse.md", title, about, "listing", crumbs=tuple(crumbs),
        sample=_SAMPLE if any(line.sample for line in shown) else "",
        context=partial(_context, kind, title, groups, ways, pager),
    )  # fmt: skip


def _context(
    kind: Kind, title: str, groups: Sequence[Group], ways: Sequence[Link], pager: Sequence[PagerLink]
) -> Mapping[str, object]:
    shown = [
        group._replace(lines=tuple(line._replace(note=shorten(line.note, _NOTE)) for line in group.lines))
        for group in groups
    ]
    total = kind.total if title == kind.label else None
    return {"heading": title, "total": total, "groups": shown, "ways": ways, "pager": pager, "search": addresses.SEARCH}
