"""The page of an exemplar: deed, picture, story, and everything it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator import addresses, grounds, vietnamese
from generator.catalogue import Catalogue, remembered
from generator.content import Entry
from generator.honours import Honour
from generator.models import Decision, Exemplar
from generator.models.honours import Ground, Occupation
from generator.pages.base import REPORT, TAKE_DOWN, Fact, Link, Page, Picture, cited_prose, prose_targets
from generator.pages.changed import story_changes
from generator.pages.honours import (
    BASIS_WORDS,
    KIND_WORDS,
    OCCUPATION_WORDS,
    Pictures,
    award_link,
    capital,
    decision_link,
    exemplar_initial,
    exemplar_picture,
    facts,
    field_listing,
    ground_words,
    legal_grounds,
    movement_link,
    newest,
    occasion_link,
    organisation_link,
    plan_facts,
    sample_words,
)
from generator.pages.indexed import Indexed
from generator.pages.sharing import exemplar_head

ToldToIndex = Callable[[Entry[Exemplar]], Indexed]
_DRAWING = "Tranh minh họa, thay cho ảnh"
_ACHIEVEMENT = "Thành tích ghi trong quyết định"


@dataclass(frozen=True)
class HonourLine:
    """An earlier honour in one line."""

    decision: Link
    summary: str


@dataclass(frozen=True)
class PracticeLine:
    """A practice and its summary in one line."""

    link: Link
    summary: str


def exemplar_pages(catalogue: Catalogue, pictures: Pictures, indexed: ToldToIndex) -> list[Page]:
    """A page for each exemplar, in the order of the gallery; ``indexed`` gives what the search index is told of one."""
    entries = catalogue.honours.exemplars
    links = [Link(catalogue.honours.exemplar_name(one.record), addresses.of("exemplars", one.id)) for one in entries]
    beside = zip((None, *links), (*links[1:], None), strict=False)
    return [
        _exemplar(catalogue, entry, link.label, pictures, around, indexed=indexed)
        for entry, link, around in zip(entries, links, beside, strict=False)
    ]


def gone_pages(catalogue: Catalogue) -> list[Page]:
    """A neutral page at the address of each exemplar that was taken down, or whose every award was revoked."""
    context = {"gallery": addresses.GALLERY, "register": addresses.REGISTER, "contact": addresses.CONTACT}
    return [
        Page(
            addresses.of("exemplars", id_), "pages/gone.md", "Trang này không còn thông tin",
            "Địa chỉ này không có thông tin để xem.", "text", "exemplars", listed=False,
            crumbs=(Link("Gương điển hình", addresses.GALLERY), Link("Không còn thông tin")), context=context,
        )
        for id_ in catalogue.honours.gone
    ]  # fmt: skip


def caption(picture: Picture) -> str:
    """The line under a picture: that it is a drawing, and whose it is."""
    credit = picture.credit.rstrip(".")
    words = [_DRAWING] if picture.drawing else []
    words += [credit] if credit and vietnamese.fold(credit) != vietnamese.fold(_DRAWING) else []
    return ". ".join(words) + "." if words else ""


def _exemplar(
    catalogue: Catalogue,
    entry: Entry[Exemplar],
    name: str,
    pictures: Pictures,
    around: tuple[Link | None, Link | None],
    *,
    indexed: ToldToIndex,
) -> Page:
    exemplar = entry.record
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    samples = [exemplar.sample, *(honour.decision.record.sample for honour in honours)]
    days = [catalogue.modified(entry), *(honour.decision.record.date for honour in honours)]
    return Page(
        addresses.of("exemplars", entry.id), "pages/exemplar.md", name, exemplar.deed,
        "exemplar", "exemplars", crumbs=(Link("Gương điển hình", addresses.GALLERY), Link(name)),
        sample=sample_words(samples, "người, việc, số quyết định và tranh"),
        modified=newest(days, catalogue.as_of),
        context=partial(_context, catalogue, entry, name, pictures, around, indexed=indexed),
        head=partial(exemplar_head, catalogue, entry, pictures),
    )  # fmt: skip


def _context(
    catalogue: Catalogue,
    entry: Entry[Exemplar],
    name: str,
    pictures: Pictures,
    around: tuple[Link | None, Link | None],
    *,
    indexed: ToldToIndex,
) -> Mapping[str, object]:
    exemplar = entry.record
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    latest = honours[0] if honours else None
    story = exemplar.story if exemplar.story and grounds.exemplar_shows(exemplar, "story") else ""
    story = cited_prose(catalogue, story)
    targets = prose_targets(catalogue, story)
    picture = exemplar_picture(entry, pictures)
    return {
        "indexed": indexed(entry),
        "name": name,
        "kind": KIND_WORDS[exemplar.kind],
        "field": Link(exemplar.field, field_listing(exemplar.field)),
        "deed": exemplar.deed,
        "picture": picture,
        "caption": caption(picture) if picture else "",
        "initial": exemplar_initial(catalogue, exemplar),
        "story": story,
        "targets": targets,
        "changed": story_changes(catalogue, entry, targets),
        "as_of": catalogue.as_of,
        "facts": _facts(catalogue, exemplar, latest),
        "may_be_posted": grounds.page_may_travel(exemplar),
        "picture_may_be_posted": grounds.picture_may_travel(exemplar),
        "credit": _credit(catalogue, latest.decision if latest else None, latest.list_number if latest else 0),
        "posthumous": exemplar.posthumous or any(one.commendation.posthumous for one in honours),
        "earlier": [_line(catalogue, honour) for honour in honours[1:]],
        "practices": _practices(catalogue, entry),
        "report": REPORT,
        "take_down": TAKE_DOWN,
        "before": around[0],
        "after": around[1],
    }


def _facts(catalogue: Catalogue, exemplar: Exemplar, latest: Honour | None) -> tuple[Fact, ...]:
    """What the exemplar rests on, the latest honour first; an organisation that is the exemplar is its own unit."""
    of_decision, of_list = _honour_facts(catalogue, latest.decision, latest.list_number) if latest else ((), ())
    shows_unit = grounds.exemplar_shows(exemplar, "unit")
    position = exemplar.name.position if exemplar.name and shows_unit else None
    shown = exemplar.shown
    named_for: tuple[Fact, ...] = ()
    if shown and "name" in shown.scope:
        named_for = _ground_facts(catalogue, _reason(exemplar, shown), shown.recorded)
    return (
        *of_decision,
        *(facts((_ACHIEVEMENT, [Link(f"“{latest.achievement}”")])) if latest and latest.achievement else ()),
        *of_list,
        *_movement_facts(catalogue, exemplar.movement, latest.list.movement if latest else None),
        *_occasion_facts(catalogue, exemplar.occasion, latest.list.occasion if latest else None),
        *_field_facts(catalogue, exemplar.field),
        *(facts(("Công việc", [Link(capital(position))])) if position else ()),
        *_place_facts(catalogue, exemplar.occupation, exemplar.organisation if shows_unit else None),
        *_fulfilment_facts(catalogue, exemplar.fulfils),
        *named_for,
        *(facts(("Giới thiệu bởi", _introduction(catalogue, exemplar))) if shows_unit else ()),
    )


# What many exemplars share is made once, so that a page costs no more than what only it says.


@remembered
def _honour_facts(
    catalogue: Catalogue, decision: Entry[Decision], list_number: int
) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """What stands before and behind the achievement: the award and the decision; the basis and the law."""
    list_ = decision.record.lists[list_number]
    before = facts(
        ("Khen thưởng", [_award(catalogue, decision, list_number)]), ("Quyết định", [decision_link(decision)])
    )
    behind = facts(
        ("Loại hình", [Link(BASIS_WORDS[list_.basis])] if list_.basis else []),
        ("Căn cứ pháp luật", legal_grounds(catalogue, [(decision.record, list_)])),
    )
    return before, behind


@remembered
def _movement_facts(catalogue: Catalogue, *ids: str | None) -> tuple[Fact, ...]:
    return facts(("Phong trào", (movement_link(catalogue, id_) for id_ in ids if id_)))


@remembered
def _occasion_facts(catalogue: Catalogue, *ids: str | None) -> tuple[Fact, ...]:
    return facts(("Dịp", (occasion_link(catalogue, id_) for id_ in ids if id_)))


@remembered
def _field_facts(catalogue: Catalogue, field: str) -> tuple[Fact, ...]:
    return facts(("Lĩnh vực", [Link(field, field_listing(field))]))


@remembered
def _place_facts(catalogue: Catalogue, occupation: Occupation | None, unit: str | None) -> tuple[Fact, ...]:
    return facts(
        ("Nhóm nghề", [Link(OCCUPATION_WORDS[occupation])] if occupation else []),
        ("Đơn vị", [organisation_link(catalogue, unit)] if unit else []),
    )


@remembered
def _fulfilment_facts(catalogue: Catalogue, parts: tuple[str, ...]) -> tuple[Fact, ...]:
    return facts(*plan_facts(catalogue, parts))


@remembered
def _ground_facts(catalogue: Catalogue, reason: str, recorded: date) -> tuple[Fact, ...]:
    return facts(("Được nêu tên vì", (Link(capital(words)) for words in ground_words([(reason, recorded)]))))


@remembered
def _credit(catalogue: Catalogue, decision: Entry[Decision] | None, list_number: int) -> str:
    """The last lines of the story as staff post it elsewhere: award and decision, and where it was first told."""
    portal = catalogue.portal
    source = f"Nguồn: chuyên trang {portal.section}, {portal.ward}, {portal.province}."
    if decision is None:
        return source
    return f"{_award(catalogue, decision, list_number).label}, Quyết định số {decision_link(decision).label}. {source}"


def _reason(exemplar: Exemplar, ground: Ground) -> str:
    return grounds.reason(ground, exemplar.age_group if exemplar.kind == "individual" else None)


def _award(catalogue: Catalogue, decision: Entry[Decision], list_number: int) -> Link:
    """The award with who conferred it, or for a title with its period."""
    list_ = decision.record.lists[list_number]
    award = award_link(catalogue, list_.award)
    if catalogue.award(list_.award).kind == "title":
        return Link(f"{award.label}, {list_.for_period}", award.address)
    return Link(f"{award.label} của {catalogue.organisation(decision.record.issuer).name}", award.address)


def _introduction(catalogue: Catalogue, exemplar: Exemplar) -> Iterable[Link]:
    if exemplar.introduced_by is None:
        return ()
    link = organisation_link(catalogue, exemplar.introduced_by)
    day = f", ngày {vietnamese.format_date(exemplar.introduced_on)}" if exemplar.introduced_on else ""
    return (Link(f"{link.label}{day}", link.address),)


def _line(catalogue: Catalogue, honour: Honour) -> HonourLine:
    words = [catalogue.award(honour.list.award).name, honour.list.for_period, honour.achievement]
    return HonourLine(decision_link(honour.decision), " · ".join(word for word in words if word))


def _practices(catalogue: Catalogue, entry: Entry[Exemplar]) -> list[PracticeLine]:
    return [
        PracticeLine(Link(other.record.name, addresses.of("practices", other.id)), other.record.summary)
        for other in catalogue.referred_by.get(("exemplars", entry.id), ())
        if other.kind == "practices"
    ]
