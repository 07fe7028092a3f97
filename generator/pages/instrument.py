"""One instrument of the library: its attributes, how each is known, what it means, what it is related to, who cites it.

An instrument that nobody has verified shows only what the ward's plan says of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator import addresses, validity, vietnamese
from generator.catalogue import Catalogue
from generator.citations import article_id
from generator.cited import CitingPlace
from generator.content import Entry
from generator.models import Instrument
from generator.pages import linked_data
from generator.pages.base import REPORT, Fact, Link, Page, Segment, fact, linked, quotations
from generator.pages.changed import law_changes, own_changes
from generator.pages.head import Head
from generator.pages.law import (
    Referrers,
    instrument_citation,
    known_from_plan_only,
    level_note,
    pills,
    referrers,
)
from generator.pages.relations import relation_groups
from generator.succession import field_level

SHELVES = {
    "party": "Văn bản của Đảng",
    "normative": "Văn bản quy phạm pháp luật",
    "administrative": "Văn bản chỉ đạo, điều hành",
}


_UNFOLDED = 6
"""Articles, and places that cite: more of them are folded on a narrow screen, of which they would take many."""


@dataclass(frozen=True)
class ArticleView:
    """An article that was seen: its place on the page, its gist, and how it is known."""

    id: str
    number: str
    gist: str
    source: str
    level: str


def instrument_page(catalogue: Catalogue, entry: Entry[Instrument], citing: Iterable[CitingPlace]) -> Page:
    """The page of one instrument; ``citing`` are the places, outside of plans, whose texts cite it."""
    instrument, id_ = entry.record, entry.id
    plan_only = known_from_plan_only(instrument)
    quotes = quotations(catalogue, "legislation", id_, reach=400 if plan_only else 90)
    cited = instrument_citation(catalogue, instrument)
    doubtful = instrument.verified == "no"  # the citation and the description are read, and taken away, by themselves
    referred_by = referrers(catalogue, id_, citing)
    context = {
        "shelf": SHELVES[instrument.shelf],
        "type": instrument.type,
        "pills": pills(catalogue, id_),
        "unknown": _why_unknown(catalogue, id_),
        "unopened": any(source.url and source.seen is None for source in instrument.sources),
        "checked": instrument.checked,
        "stale": validity.is_stale(instrument, catalogue.as_of),
        "as_of": catalogue.as_of,
        "evidence": validity.evidence(instrument) if instrument.verified == "yes" else "",
        "changed": () if plan_only else own_changes(catalogue, id_),
        "resting": () if plan_only else law_changes(catalogue, _rests_on(instrument)),
        "folded": len(instrument.articles) > _UNFOLDED,
        "warning": _warning(instrument, quoted=bool(quotes)),
        "citation": f"{cited} (chưa kiểm chứng)" if doubtful else cited,
        "quotations": quotes,
        "referred_by": referred_by,
        "cited": len(quotes) + referred_by.count,
        "cited_folded": len(quotes) + referred_by.count > _UNFOLDED,
        "report": REPORT,
        **(_told_by_plan(catalogue, instrument, bool(quotes)) if plan_only else _told(catalogue, entry)),
    }
    return Page(
        addresses.of("legislation", id_), "pages/instrument.md", instrument.name,
        f"{'Chưa kiểm chứng: ' if doubtful else ''}{cited}.", "instrument", "law",
        crumbs=(Link("Văn bản", addresses.LIBRARY), Link(f"{instrument.type} {instrument.number}")),
        sample=_sample(referred_by), modified=catalogue.modified(entry), context=context,
        head=Head(thing=linked_data.instrument(catalogue, entry)),
    )  # fmt: skip


def _why_unknown(catalogue: Catalogue, id_: str) -> str:
    """Why no status is told, in a sentence; empty where one is, or where there is none to tell."""
    instrument = catalogue.instrument(id_)
    told = validity.status(catalogue.succession, id_, catalogue.as_of)
    if told is None or told.as_of is not None or known_from_plan_only(instrument):
        return ""
    if instrument.effective is None:
        return "Chưa biết văn bản có hiệu lực từ ngày nào."
    if instrument.verified == "no":
        day = vietnamese.format_date(instrument.effective)
        return f"Theo ghi nhận của bên thứ ba, văn bản có hiệu lực từ ngày {day}; điều này chưa kiểm chứng."
    return "Chưa thấy nguồn nào đủ chắc để nói văn bản còn hay hết hiệu lực."


def _rests_on(instrument: Instrument) -> list[str]:
    """The instruments it has its ground in: based on them, detailing or guiding them."""
    return [one.instrument for one in instrument.relations if one.kind in ("based-on", "details", "guides")]


def _warning(instrument: Instrument, *, quoted: bool) -> str:
    if not known_from_plan_only(instrument):
        if instrument.verified == "yes":
            return ""
        if instrument.level in "AB":
            return "Có điều về văn bản này chưa được xác nhận; điều nào chưa chắc thì ghi ngay bên cạnh."
        return "Những điều dưới đây theo ghi nhận của bên thứ ba; chuyên trang chưa thấy văn bản này."
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
        "cautions": [_with_links(catalogue, entry.id, one) for one in instrument.caution],
        "meaning": [_with_links(catalogue, entry.id, one) for one in instrument.meaning],
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
        "relations": relation_groups(catalogue, entry.id),
        "sources": instrument.sources,
    }


def _with_links(catalogue: Catalogue, id_: str, text: str) -> tuple[Segment, ...]:
    """A sentence about the instrument, its citations as links that may wrap; its own name leads nowhere new."""
    found = catalogue.names.cited(text, about=id_)
    cut = linked(text, (one for one in found if one.id != id_ or one.part))
    return tuple(replace(one, number=False) for one in cut)


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
    for seen in instrument.in_force if law else ():
        words = f"Ngày {vietnamese.format_date(seen.on)}, theo: {seen.source}"
        facts.append(fact("Thấy còn hiệu lực", words, level_note(seen.level), wide=True))
    if instrument.title:
        facts.append(fact("Trích yếu", instrument.title, _surely(instrument, "title"), wide=True))
    return facts


def _surely(instrument: Instrument, field: str) -> str:
    return level_note(field_level(instrument, field))


def _day(instrument: Instrument, label: str, field: str, day: date | None, *, always: bool) -> list[Fact]:
    if day is not None:
        return [fact(label, vietnamese.format_date(day), _surely(instrument, field))]
    return [fact(label, "Chưa rõ")] if always else []


def _sample(referred_by: Referrers) -> str:
    if not referred_by.sample:
        return ""
    return "Gương, cách làm hay, phong trào, biểu mẫu dẫn trên trang này do người làm chuyên trang đặt ra để minh họa."
