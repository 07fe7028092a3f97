"""One organisation: what the plan asks of it, what it leads and joins, what it issued, its honours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator import addresses, grounds, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.honours import Counted, Honour
from generator.models import Instrument, Organisation
from generator.pages import linked_data
from generator.pages.base import REPORT, SAMPLE, Fact, Link, Page, dial, plan_name, quotations
from generator.pages.duties import PlanDuties, Tasks, duty_words, plan_duties, tasks
from generator.pages.exports import Exports
from generator.pages.head import Head
from generator.pages.honours import decision_link, sample_words
from generator.pages.memberships import Membership, Memberships, memberships

T = TypeVar("T")

GROUPS = (
    ("don-vi-phuong", "Đơn vị của phường", "Đơn vị của phường"),
    ("nhom", "Nhóm đơn vị", "Nhóm đơn vị được gọi chung trong văn bản"),
    ("to-dan-pho", "Tổ dân phố", "Tổ dân phố"),
    ("thanh-pho", "Cơ quan cấp thành phố", "Cơ quan cấp thành phố"),
    ("trung-uong", "Cơ quan trung ương", "Cơ quan trung ương"),
)
"""The groups of the list in order: part id, heading, the words for one of its members."""


@dataclass(frozen=True)
class HonourRow:
    """One award to the organisation or its people in one decision: the names that may be shown, and how many others."""

    decision: Link
    date: date
    award: Link
    people: tuple[Link, ...]
    unnamed: int


@dataclass(frozen=True)
class CountedLine:
    """An award that is counted in a residential group: which, how many, by which decision."""

    award: Link
    words: str
    decision: Link


@dataclass(frozen=True)
class Relatives:
    """What belongs to each organisation, and every task of the plans, found once for all of them."""

    groups: Mapping[str, list[str]]
    parts: Mapping[str, list[str]]
    issued: Mapping[str, list[Link]]
    told: Mapping[str, list[Link]]
    memberships: Memberships
    tasks: Tasks


def group_of(organisation: Organisation) -> str:
    """The group of the list in which the organisation stands."""
    by_kind = {"group": "nhom", "residential-group": "to-dan-pho"}
    by_level = {"ward": "don-vi-phuong", "city": "thanh-pho", "central": "trung-uong"}
    return by_kind.get(organisation.kind) or by_level[organisation.level]


def relatives(catalogue: Catalogue) -> Relatives:
    """What belongs to each organisation: groups, parts, what it issued, the exemplars and practices told of it."""
    organisations = catalogue.content.of("organisations").items()
    laws = catalogue.content.of("legislation").items()
    newest = sorted(laws, key=lambda item: (item[1].record.date or date.min, item[0]), reverse=True)
    issued = [
        (entry.record.issuer, Link(plan_name(catalogue, id_), addresses.plan(id_)))
        for id_, entry in catalogue.content.of("plans").items()
    ]
    issued += [(law.record.issuer, _issued(id_, law.record)) for id_, law in newest]
    told = [
        (
            entry.record.organisation,
            Link(catalogue.honours.exemplar_name(entry.record), addresses.of("exemplars", entry.id)),
        )
        for entry in catalogue.honours.exemplars
        if grounds.exemplar_shows(entry.record, "unit")
    ]
    told += [
        (entry.record.organisation, Link(f"Cách làm hay: {entry.record.name}", addresses.of("practices", entry.id)))
        for entry in catalogue.honours.practices
    ]
    return Relatives(
        _grouped((member, id_) for id_, entry in organisations for member in entry.record.members),
        _grouped((entry.record.part_of, id_) for id_, entry in organisations),
        _grouped(issued),
        _grouped(told),
        memberships(catalogue),
        tasks(catalogue),
    )


def _issued(id_: str, law: Instrument) -> Link:
    surely = "" if law.verified == "yes" else " (chưa kiểm chứng)"
    return Link(f"{law.name}{surely}", addresses.of("legislation", id_))


def _grouped(pairs: Iterable[tuple[str | None, T]]) -> Mapping[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        if key is not None:
            found[key].append(value)
    return dict(found)


def organisation_page(catalogue: Catalogue, entry: Entry[Organisation], found: Relatives, exports: Exports) -> Page:
    """The page of one organisation."""
    organisation, id_ = entry.record, entry.id
    words = next(words for group, _, words in GROUPS if group == group_of(organisation))
    honours = catalogue.honours.of_organisation.get(id_, ())
    duties = plan_duties(catalogue, catalogue.duties.get(id_, ()), found.tasks)
    told = {row.link.address for plan in duties for duty_list in plan.lists for row in duty_list.rows}
    context = {
        "kind": "Chức danh" if organisation.kind == "office-holder" else words,
        "lede": duty_words(catalogue, catalogue.duties.get(id_, ()), _this(organisation)),
        "note": organisation.note or "",
        "facts": _facts(catalogue, entry, found),
        "duties": duties,
        "quotations": [one for one in quotations(catalogue, "organisations", id_) if one.where.address not in told],
        "movements": found.memberships.movements.get(id_, []),
        "bodies": found.memberships.bodies.get(id_, []),
        "documents": [one.link for one in found.memberships.documents.get(id_, ())],
        "issued": found.issued.get(id_, []),
        "honours": _honours(catalogue, honours),
        "counted": [_counted(catalogue, one) for one in catalogue.honours.counted_in.get(id_, ())],
        "told": found.told.get(id_, []),
        "calendar": exports.calendars.get(id_),
        "report": REPORT,
    }
    return Page(
        addresses.of("organisations", id_), "pages/organisation.md", organisation.name,
        f"{organisation.name}: nhiệm vụ được giao, phần kế hoạch nêu tên, khen thưởng và gương điển hình.",
        "organisation", "plan", crumbs=(Link("Đơn vị, tổ dân phố", addresses.ORGANISATIONS), Link(organisation.name)),
        sample=_sample(catalogue, organisation, honours, duties, _belongings(found.memberships, id_)),
        modified=catalogue.modified(entry),
        context=context,
        head=Head(thing=linked_data.organisation(catalogue, entry)),
    )  # fmt: skip


def _belongings(found: Memberships, id_: str) -> list[Membership]:
    """All that is told of the organisation in movements, bodies and documents."""
    return [one for by_id in (found.movements, found.bodies, found.documents) for one in by_id.get(id_, ())]


def _sample(
    catalogue: Catalogue,
    organisation: Organisation,
    honours: tuple[Honour, ...],
    duties: list[PlanDuties],
    belongings: list[Membership],
) -> str:
    """What on the page is invented."""
    words = []
    if organisation.sample:
        words.append("Đơn vị trên trang này do người làm chuyên trang đặt ra để minh họa.")
    elif any(catalogue.organisation(member).sample for member in organisation.members):
        words.append("Những đơn vị ghi “(minh họa)” do người làm chuyên trang đặt ra để minh họa.")
    if any(honour.decision.record.sample for honour in honours):
        words.append(SAMPLE)
    words.append(sample_words([one.sample for one in belongings], "phong trào, cụm, khối, văn bản của phường"))
    if any(row.task.sample for plan in duties for duty_list in plan.lists for row in duty_list.rows):
        words.append("Trạng thái nhiệm vụ do người làm chuyên trang đặt ra để minh họa.")
    return " ".join(filter(None, words))


def _this(organisation: Organisation) -> str:
    kinds = {"group": "nhóm này", "residential-group": "tổ dân phố này", "office-holder": "chức danh này"}
    return kinds.get(organisation.kind) or ("đơn vị này" if organisation.level == "ward" else "cơ quan này")


def _link(catalogue: Catalogue, id_: str) -> Link:
    return Link(catalogue.organisation(id_).name, addresses.of("organisations", id_))


def _facts(catalogue: Catalogue, entry: Entry[Organisation], found: Relatives) -> list[Fact]:
    organisation, id_, portal = entry.record, entry.id, catalogue.portal
    facts = []
    if organisation.part_of:
        facts.append(Fact("Thuộc", (_link(catalogue, organisation.part_of),)))
    for label, ids in (
        ("Thuộc nhóm", found.groups.get(id_, ())),
        ("Gồm", found.parts.get(id_, ())),
        ("Thành viên", organisation.members),
    ):
        if ids:
            facts.append(Fact(label, tuple(_link(catalogue, one) for one in ids), wide=len(ids) > 1))
    if organisation.kind == "group" and not organisation.members:
        facts.append(Fact("Thành viên", (Link("Văn bản không kể tên từng đơn vị"),)))
    phone = organisation.phone or (portal.phone if id_ == portal.office else None)
    if phone:
        sample = phone == portal.phone and portal.phone_is_sample
        facts.append(Fact("Điện thoại", (Link(phone, url=dial(phone)),), "số minh họa" if sample else ""))
    if id_ == portal.office:
        facts.append(Fact("Giờ nghe máy", (Link(portal.hours),)))
    others = [alias for alias in organisation.aliases if alias != organisation.name]
    if others:
        facts.append(Fact("Cách gọi khác trong văn bản", tuple(Link(alias) for alias in others), wide=True))
    return facts


def _honours(catalogue: Catalogue, honours: tuple[Honour, ...]) -> list[HonourRow]:
    """The honours by decision and award, newest first; who may not be named is only counted."""
    by_award: dict[tuple[str, str], list[Honour]] = defaultdict(list)
    for honour in honours:
        by_award[honour.decision.id, honour.list.award].append(honour)
    return [
        HonourRow(
            _decision(same[0]),
            same[0].decision.record.date,
            Link(catalogue.award(award).name, addresses.of("awards", award)),
            tuple(_person(honour) for honour in same if honour.shown_name),
            sum(not honour.shown_name for honour in same),
        )
        for (_, award), same in by_award.items()
    ]


def _counted(catalogue: Catalogue, counted: Counted) -> CountedLine:
    award = Link(catalogue.award(counted.list.award).name, addresses.of("awards", counted.list.award))
    number = vietnamese.group_digits(counted.count.number)
    words = f"{number} hộ gia đình, {counted.list.for_period}"
    return CountedLine(award, words, decision_link(counted.decision))


def _decision(honour: Honour) -> Link:
    decision = honour.decision.record
    words = f"{decision.number}, ngày {vietnamese.format_date(decision.date)}"
    return Link(words, addresses.of("decisions", honour.decision.id))


def _person(honour: Honour) -> Link:
    return Link(honour.shown_name, addresses.of("exemplars", honour.exemplar.id) if honour.exemplar else None)
