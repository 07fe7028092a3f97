"""One instrument of the library: its attributes, how each is known, what it means, what it is related to, who cites it.

An instrument that nobody has verified shows only what the ward's plan says of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator import addresses, validity, vietnamese
from generator.catalogue import Catalogue
from generator.citations import article_id
from generator.cited import CitingPlace
from generator.content import Entry
from generator.models import Instrument
from generator.models.legislation import Relation, UnlistedRelation
from generator.pages.base import REPORT, Fact, Link, Page, fact, quotations
from generator.pages.law import (
    Pill,
    Referrer,
    instrument_citation,
    known_from_plan_only,
    level_note,
    pills,
    referrers,
)

SHELVES = {
    "party": "Văn bản của Đảng",
    "normative": "Văn bản quy phạm pháp luật",
    "administrative": "Văn bản chỉ đạo, điều hành",
}
# each relation as the instrument's own page words it, and as the other's page does
_RELATIONS = {
    "based-on": ("Căn cứ", "Là căn cứ của"),
    "guides": ("Hướng dẫn", "Được hướng dẫn bởi"),
    "details": ("Quy định chi tiết", "Được quy định chi tiết bởi"),
    "amends": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    "replaces": ("Thay thế", "Được thay thế bởi"),
    "repeals": ("Bãi bỏ", "Bị bãi bỏ bởi"),
}
_UNLISTED = {
    "amends": "Sửa đổi, bổ sung",
    "amended-by": "Được sửa đổi, bổ sung bởi",
    "replaces": "Thay thế",
    "replaced-by": "Được thay thế bởi",
    "partly-repealed-by": "Bị bãi bỏ một phần bởi",
}


@dataclass(frozen=True)
class ArticleView:
    """An article that was seen: its place on the page, its gist, and how it is known."""

    id: str
    number: str
    gist: str
    source: str
    level: str


@dataclass(frozen=True)
class RelatedView:
    """An instrument at the other end of a relation; ``note`` says from when, which part, how surely."""

    link: Link
    pills: tuple[Pill, ...]
    note: str


@dataclass(frozen=True)
class RelationGroup:
    """The relations of one kind."""

    name: str
    items: tuple[RelatedView, ...]


def instrument_page(catalogue: Catalogue, entry: Entry[Instrument], citing: Iterable[CitingPlace]) -> Page:
    """The page of one instrument; ``citing`` are the places, outside of plans, whose texts cite it."""
    instrument, id_ = entry.record, entry.id
    plan_only = known_from_plan_only(instrument)
    quotes = quotations(catalogue, "legislation", id_, reach=400 if plan_only else 90)
    states = pills(instrument, catalogue.as_of)
    citation = instrument_citation(catalogue, instrument)
    referred_by = referrers(catalogue, id_, citing)
    context = {
        "shelf": SHELVES[instrument.shelf],
        "type": instrument.type,
        "pills": states,
        "checked": instrument.checked,
        "evidence": validity.evidence(instrument) if instrument.verified == "yes" else "",
        "amended": _amendments(catalogue, id_),
        "warning": _warning(instrument, quoted=bool(quotes)),
        "citation": citation,
        "quotations": quotes,
        "referred_by": referred_by,
        "report": REPORT,
        **(_told_by_plan(catalogue, instrument, bool(quotes)) if plan_only else _told(catalogue, entry)),
    }
    return Page(
        addresses.of("legislation", id_), "pages/instrument.md", instrument.name,
        f"{citation}.", "instrument", "law",
        crumbs=(Link("Văn bản", addresses.LIBRARY), Link(f"{instrument.type} {instrument.number}")),
        sample=_sample(referred_by), modified=catalogue.modified(entry), context=context,
    )  # fmt: skip


def _amendments(catalogue: Catalogue, id_: str) -> list[tuple[str, Link]]:
    """What changed the instrument by now, as words before a link to it; said beside the status, where readers look."""
    told = []
    for other, relation in catalogue.related_from.get(id_, ()):
        law = catalogue.instrument(other)
        if relation.kind == "amends" and law.effective and law.effective <= catalogue.as_of:
            surely = f" ({level_note(relation.level)})" if level_note(relation.level) else ""
            words = f"Đã được sửa đổi, bổ sung từ ngày {vietnamese.format_date(law.effective)}{surely} bởi"
            told.append((words, Link(law.name, addresses.of("legislation", other))))
    return told


def _warning(instrument: Instrument, *, quoted: bool) -> str:
    if not known_from_plan_only(instrument):
        told = "Những điều dưới đây theo ghi nhận của bên thứ ba; chuyên trang chưa thấy văn bản này."
        return told if instrument.verified == "no" else ""
    if quoted:
        return "Chuyên trang chỉ biết văn bản này qua kế hoạch của phường, nguyên văn dưới đây."
    return "Chuyên trang chưa thấy văn bản này nên không nói gì về nội dung của nó."


def _told_by_plan(catalogue: Catalogue, instrument: Instrument, quoted: bool) -> dict[str, object]:
    """Number, issuer and day as the plan gives them, nothing else."""
    note = "theo kế hoạch của phường" if quoted else level_note("U")
    issuer = fact(
        "Cơ quan ban hành", catalogue.organisation(instrument.issuer).name, note,
        addresses.of("organisations", instrument.issuer),
    )  # fmt: skip
    day = [fact("Ngày ban hành", vietnamese.format_date(instrument.date), note)] if instrument.date else []
    facts = [fact("Số, ký hiệu", instrument.number, note), issuer, *day]
    return {"facts": facts, "cautions": (), "meaning": (), "articles": (), "relations": (), "sources": ()}


def _told(catalogue: Catalogue, entry: Entry[Instrument]) -> dict[str, object]:
    instrument = entry.record
    return {
        "facts": _facts(catalogue, instrument),
        "cautions": instrument.caution,
        "meaning": instrument.meaning,
        "articles": [
            ArticleView(
                article_id(one.number),
                one.number,
                one.gist,
                one.source,
                level_note(one.level) or validity.LEVEL_WORDS[one.level],
            )
            for one in instrument.articles
        ],
        "relations": _relations(catalogue, entry.id, instrument),
        "sources": instrument.sources,
    }


def _facts(catalogue: Catalogue, instrument: Instrument) -> list[Fact]:
    law = instrument.shelf == "normative"
    issuer, place = catalogue.organisation(instrument.issuer).name, addresses.of("organisations", instrument.issuer)
    surely = _surely(instrument, "issuer")
    facts = [
        fact("Số, ký hiệu", instrument.number, _surely(instrument, "number")),
        fact("Loại văn bản", instrument.type),
        fact("Cơ quan ban hành", issuer, "; ".join(filter(None, (instrument.issuer_note, surely))), place),
        *_day(instrument, "Ngày ban hành", "date", instrument.date, always=True),
        *_day(instrument, "Ngày có hiệu lực", "effective", instrument.effective, always=law),
        *_day(instrument, "Ngày hết hiệu lực", "expires", instrument.expires, always=law),
    ]
    if instrument.signer:
        facts.append(fact("Người ký", instrument.signer, _surely(instrument, "signer")))
    if law and instrument.in_force:
        seen = vietnamese.format_date(instrument.in_force.on)
        facts.append(fact("Thấy còn hiệu lực", f"Ngày {seen}, theo: {instrument.in_force.source}", wide=True))
    if instrument.partly_expired:
        facts.append(fact("Phần đã hết hiệu lực", "; ".join(instrument.partly_expired), wide=True))
    if instrument.title:
        facts.append(fact("Trích yếu", instrument.title, _surely(instrument, "title"), wide=True))
    return facts


def _surely(instrument: Instrument, field: str) -> str:
    return level_note(validity.field_level(instrument, field))


def _day(instrument: Instrument, label: str, field: str, day: date | None, *, always: bool) -> list[Fact]:
    if day is not None:
        return [fact(label, vietnamese.format_date(day), _surely(instrument, field))]
    return [fact(label, "Chưa rõ")] if always else []


def _relations(catalogue: Catalogue, id_: str, instrument: Instrument) -> list[RelationGroup]:
    """The instrument's own relations, then those others have to it, then those to instruments not in the library."""
    groups: dict[str, list[RelatedView]] = {}
    for relation in instrument.relations:
        groups.setdefault(_RELATIONS[relation.kind][0], []).append(_related(catalogue, relation.instrument, relation))
    for other, relation in catalogue.related_from.get(id_, ()):
        groups.setdefault(_RELATIONS[relation.kind][1], []).append(_related(catalogue, other, relation))
    for unlisted in instrument.unlisted:
        groups.setdefault(_UNLISTED[unlisted.kind], []).append(_unlisted(unlisted))
    return [RelationGroup(name, tuple(items)) for name, items in groups.items()]


def _related(catalogue: Catalogue, other: str, relation: Relation) -> RelatedView:
    instrument = catalogue.instrument(other)
    link = Link(instrument.name, addresses.of("legislation", other))
    return RelatedView(link, pills(instrument, catalogue.as_of), _note(relation.level, relation.note))


def _unlisted(relation: UnlistedRelation) -> RelatedView:
    since = f"từ ngày {vietnamese.format_date(relation.from_date)}" if relation.from_date else None
    return RelatedView(Link(relation.number), (), _note(relation.level, since, relation.note))


def _note(level: str, *told: str | None) -> str:
    """What is told of a relation and how surely, a warning said once."""
    words = "; ".join(filter(None, told))
    words = words if "chưa kiểm chứng" in words else "; ".join(filter(None, (words, level_note(level))))
    return words[:1].upper() + words[1:]


def _sample(referred_by: Iterable[Referrer]) -> str:
    sampled = any(one.sample for one in referred_by)
    return (
        "Gương, cách làm hay, phong trào, biểu mẫu dẫn trên trang này do người làm chuyên trang đặt ra để minh họa."
        if sampled
        else ""
    )
