"""A page to be made: where, from which template, with what to print. No Jinja, no files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.citations import with_links
from generator.mentions import Mention
from generator.models import Plan
from generator.pages.head import PLAIN, Head
from generator.parts import PlanPart
from generator.prose import prose_links, term_ids

SAMPLE = "Người, việc, số quyết định và tranh trên trang này đều do người làm chuyên trang đặt ra để minh họa."
REPORT = Address(addresses.CONTACT.page, "bao-sai-sot")
"""Where a reader reports an error."""
TAKE_DOWN = Address(addresses.CONTACT.page, "go-thong-tin")
"""Where a person asks to be taken down."""


class Link(NamedTuple):
    """Words and where they lead: an address of the site, or a ``url`` elsewhere; with neither they are only words."""

    label: str
    address: Address | None = None
    url: str = ""


class Searched(NamedTuple):
    """What the search index is told of a page: its kind, its filters (facet and value), its other names.

    What is not ``whole`` lists other pages: its title and description alone are read.
    """

    kind: str
    filters: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    whole: bool = True


@dataclass(frozen=True)
class Page:
    """One file to write: its address, template and context, and what the frame around it prints.

    ``kind`` picks the layout, ``section`` the menu entry (``here`` on its own page), ``crumbs`` the way from home;
    ``sample`` says what on the page is invented; ``modified`` is the newest day in the records it shows. What is not
    ``listed`` asks robots to stay away and is in no sitemap; what is not ``searched`` no search finds, exemplars aside,
    which tell the index themselves; ``moved`` is where the page stands now, and browsers go there by themselves. Of
    pages by the thousand the ``context`` and the ``head`` are made only when the page is rendered, by whichever process
    renders it.
    """

    address: Address
    template: str
    title: str
    description: str
    kind: str
    section: str = ""
    here: bool = False
    crumbs: tuple[Link, ...] = ()
    sample: str = ""
    modified: date | None = None
    listed: bool = True
    moved: Address | None = None
    searched: Searched | None = None
    context: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=dict)
    head: Head | Callable[[], Head] = PLAIN


@dataclass(frozen=True)
class Segment:
    """A stretch of an official text, plain or a link; ``note``: a footnote mark; ``number``: an instrument's number.

    A mark whose note is on the page has an ``id`` and the ``target`` it leads to.
    """

    text: str
    address: Address | None = None
    note: bool = False
    number: bool = False
    id: str = ""
    target: str = ""


@dataclass(frozen=True)
class PictureFile:
    """One size and format of a picture; width and height in pixels."""

    address: Address
    width: int
    height: int
    format: str


@dataclass(frozen=True)
class Picture:
    """A photograph or drawing in its sizes, the smallest first, with what it shows in words.

    ``cut`` is the same picture as cards and lists show it: cut to 4:3 around its focal point. ``keep`` says where in
    a cut that point lies, in tenths of its width and height, for places that cut once more.
    """

    alt: str
    credit: str
    drawing: bool
    files: tuple[PictureFile, ...]
    cut: Picture | None = None
    keep: tuple[int, int] | None = None

    @property
    def webp(self) -> tuple[PictureFile, ...]:
        """The small files, for browsers that know WebP."""
        return tuple(file for file in self.files if file.format == "webp")

    @property
    def jpeg(self) -> tuple[PictureFile, ...]:
        """The files every browser knows."""
        return tuple(file for file in self.files if file.format == "jpeg")

    @property
    def usual(self) -> PictureFile:
        """The JPEG for browsers that cannot choose: the largest up to 640 pixels wide, or the smallest there is."""
        return next((file for file in reversed(self.jpeg) if file.width <= 640), self.jpeg[0])


class Fact(NamedTuple):
    """One line of an attribute block: a label, its values, a note on how they are known; ``wide`` takes a whole row."""

    label: str
    values: tuple[Link, ...]
    note: str = ""
    wide: bool = False


def fact(label: str, words: str, note: str = "", address: Address | None = None, *, wide: bool = False) -> Fact:
    """A fact of one value."""
    return Fact(label, (Link(words, address),), note, wide)


@dataclass(frozen=True)
class Quotation:
    """Words that name something: what stands before, the name, what stands after; where; and the parts below them."""

    where: Link
    before: str
    name: str
    after: str
    below: tuple[Link, ...] = ()


def linked(text: str, mentions: Iterable[Mention]) -> tuple[Segment, ...]:
    """The text cut into plain stretches and links, nothing lost, nothing added."""
    segments: list[Segment] = []
    end = 0
    for mention in mentions:
        if mention.start > end:
            segments.append(Segment(text[end : mention.start]))
        words = text[mention.start : mention.end]
        number = mention.kind == "legislation" and "/" in words
        page = addresses.of(mention.kind, mention.id).page
        segments.append(Segment(words, Address(page, mention.part), number=number))
        end = mention.end
    if end < len(text):
        segments.append(Segment(text[end:]))
    return tuple(segments)


def plan_name(catalogue: Catalogue, id_: str) -> str:
    """The plan as readers call it: ``Kế hoạch năm 2026``."""
    plan: Plan = catalogue.plan(id_)
    return f"{(plan.type or 'Kế hoạch').capitalize()} năm {plan.year}"


def quotations(catalogue: Catalogue, kind: str, id_: str, reach: int = 90) -> tuple[Quotation, ...]:
    """Every exact part of a plan that names the record, with the words around the name; a part is told once."""
    found: dict[Address, Quotation] = {}
    for part, mention in catalogue.named_in.get((kind, id_), ()):
        name = part.part.cited if kind == "legislation" else part.part.spoken
        found.setdefault(part.address, _quote(catalogue, part, mention, reach, name))
    return tuple(quotation for quotation in found.values() if not _told_below(quotation, found.values()))


def _told_below(quotation: Quotation, all_of_them: Iterable[Quotation]) -> bool:
    """Whether the part is printed whole below another quotation."""
    return any(quotation.where.address == part.address for other in all_of_them for part in other.below)


def _quote(catalogue: Catalogue, part: PlanPart, mention: Mention, reach: int, name: str) -> Quotation:
    text = part.text
    start = _word_start(text, mention.start - reach)
    end = _word_end(text, mention.end + reach)
    where = Link(f"{plan_name(catalogue, part.plan)}, {name}", part.address)
    before = ("… " if start else "") + text[start : mention.start]
    after = text[mention.end : end] + (" …" if end < len(text) else "")
    below = tuple(Link(below.part.full_text, below.address) for below in catalogue.parts_below(part))
    return Quotation(where, before, text[mention.start : mention.end], after, below)


def _word_start(text: str, position: int) -> int:
    return 0 if position <= 0 else text.find(" ", position) + 1


def _word_end(text: str, position: int) -> int:
    return len(text) if position >= len(text) else text.rfind(" ", 0, position)


def shorten(text: str, length: int) -> str:
    """The text cut at a word before the length, with an ellipsis; whole where it is short enough."""
    if len(text) <= length:
        return text
    return text[: text.rfind(" ", 0, length)].rstrip(" ,;:") + "…"


def part_link(catalogue: Catalogue, address: str) -> Link:
    """A link to a part of a plan, named in words."""
    part = catalogue.part(address)
    return Link(f"{plan_name(catalogue, part.plan)}, {part.part.spoken}", part.address)


def month_words(day: date) -> str:
    """The month in words: ``tháng 6``."""
    return f"tháng {day.month}"


def days_words(day: date) -> str:
    """The day as administrative papers write it."""
    return vietnamese.format_date(day)


def dial(phone: str) -> str:
    """The address that calls the number: ``0225 000 0000`` gives ``tel:+842250000000``."""
    return f"tel:+84{''.join(char for char in phone if char.isdigit()).removeprefix('0')}"


def cited_prose(catalogue: Catalogue, text: str) -> str:
    """An editor's prose with the citations in it as links; ``prose_targets`` then says where they lead."""
    return with_links(catalogue.recogniser, text)


def prose_targets(catalogue: Catalogue, text: str) -> dict[str, Address | str]:
    """Where the links of an editor's prose lead; one that leads nowhere is left out, its words then stand alone."""
    found = {link.target: prose_target(catalogue, link.target) for link in prose_links(text)}
    return {target: place for target, place in found.items() if place is not None}


def prose_target(catalogue: Catalogue, target: str) -> Address | str | None:
    """``legislation/<id>``, ``plans/2026#muc-i-2-b``, ``awards/<id>`` and so on, or an address that is none of ours.

    A term of a glossary is ``guidance/thuat-ngu#tu-giay-khen``.
    """
    if target.startswith(("https://", "http://", "tel:", "mailto:")):
        return target
    kind, _, name = target.partition("/")
    if kind == "pages":
        address = addresses.FIXED_PAGES.get(name)
        return None if address == addresses.FINDER and not catalogue.content.of("finder") else address
    id_, _, part = name.partition("#")
    if kind == "plans" and part:
        return addresses.plan_part(name) if catalogue.has_part(name) else None
    if kind == "guidance" and part:
        entry = catalogue.content.of("guidance").get(id_)
        there = entry is not None and part in term_ids(entry.record.body)
        return addresses.of("guidance", id_)._replace(part=part) if there else None
    if (part and kind != "legislation") or not addresses.has_page(kind) or not catalogue.is_published(kind, id_):
        return None
    return Address(addresses.of(kind, id_).page, part) if part else addresses.of(kind, id_)
