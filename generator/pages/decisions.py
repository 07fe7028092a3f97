"""A commendation decision: its lists as signed, what it rests on, what was corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator import addresses, grounds, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.edition import called
from generator.honours import Honour
from generator.models import Decision
from generator.models.decisions import AwardList, Revocation
from generator.models.honours import Kind
from generator.pages.base import REPORT, Link, Page, shorten
from generator.pages.changed import law_changes
from generator.pages.honours import (
    BASIS_WORDS,
    KIND_WORDS,
    SILENT,
    award_link,
    capital,
    counts,
    decision_counts,
    decision_link,
    facts,
    ground_words,
    legal_articles,
    movement_link,
    occasion_link,
    organisation_link,
    period_link,
    sample_words,
)
from generator.pages.law import law_link

_COLUMNS: dict[Kind, str] = {"individual": "Họ và tên", "group": "Tập thể", "household": "Hộ gia đình"}

_UNIT_COLUMNS = {
    (True, True): "Công việc, đơn vị",
    (True, False): "Công việc",
    (False, True): "Đơn vị",
    (False, False): "",
}


@dataclass(frozen=True)
class CommendedRow:
    """One row of a list as signed; ``named`` is False where no name may be shown."""

    id: str
    number: int
    name: Link
    named: bool
    position: str
    unit: Link | None
    achievement: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class CountedRow:
    """How many of a residential group received an award that is counted."""

    unit: Link
    number: str


@dataclass(frozen=True)
class ListView:
    """One list as signed; the headings of columns that no row fills are empty."""

    id: str
    heading: str
    caption: str
    name_column: str
    unit_column: str
    achievement_column: str
    rows: tuple[CommendedRow, ...]
    silence: str
    ground: str
    revoked: str
    counted: tuple[CountedRow, ...] = ()
    total: str = ""

    @property
    def columns(self) -> int:
        """How many columns stand behind the row's number."""
        return 1 + bool(self.unit_column) + bool(self.achievement_column)


def decision_pages(catalogue: Catalogue) -> list[Page]:
    """A page for each approved decision, newest first."""
    return [_decision(catalogue, entry) for entry in catalogue.honours.decisions]


def citation(catalogue: Catalogue, decision: Decision) -> str:
    """The decision as one cites it: number, day, issuer, title."""
    day, issuer = vietnamese.format_date(decision.date), catalogue.organisation(decision.issuer).name
    title = decision.title
    about = f" {title[:1].lower()}{title[1:]}" if title.startswith("Về ") else f": {title}"
    return f"Quyết định số {decision.number} ngày {day} của {issuer}{about}"


def _decision(catalogue: Catalogue, entry: Entry[Decision]) -> Page:
    decision = entry.record
    honours = catalogue.honours.of_decision.get(entry.id, ())
    samples = [decision.sample, *(honour.exemplar.record.sample for honour in honours if honour.exemplar)]
    return Page(
        addresses.of("decisions", entry.id), "pages/decision.md", decision_link(entry).label,
        shorten(decision.title, 160), "decision", "register",
        crumbs=(
            Link("Khen thưởng", addresses.REGISTER),
            Link(f"Năm {decision.date.year}", addresses.register_year(decision.date.year)),
            Link(decision.number),
        ),
        sample=sample_words(samples, "số, ngày, người và việc"),
        modified=catalogue.modified(entry), context=partial(_context, catalogue, entry, honours),
    )  # fmt: skip


def _context(catalogue: Catalogue, entry: Entry[Decision], honours: Sequence[Honour]) -> Mapping[str, object]:
    decision, guide = entry.record, catalogue.portal.privacy_guide
    articles = legal_articles(catalogue, ((decision, one) for one in decision.lists))
    return {
        "changed": law_changes(catalogue, (*decision.based_on, *(id_ for id_, _ in articles)), decision.date),
        "as_of": catalogue.as_of,
        "decision": decision,
        "sign_lines": [line.strip() for line in decision.signer.form.split("/") if line.strip()],
        "revoked": revoked_words(catalogue, decision.revoked),
        "published": _published_on(decision),
        "scan": addresses.scan(entry.id) if catalogue.honours.scan_may_be_read(entry) else None,
        "issuer": organisation_link(catalogue, decision.issuer),
        "citation": citation(catalogue, decision),
        "facts": facts(
            ("Khen thưởng", (award_link(catalogue, one.award) for one in decision.lists)),
            ("Được khen", [Link(words) for words in [decision_counts(decision.lists, honours)] if words]),
            ("Loại hình", (Link(BASIS_WORDS[one.basis]) for one in decision.lists if one.basis)),
            ("Căn cứ ghi trong quyết định", (law_link(catalogue, id_, None) for id_ in decision.based_on)),
            ("Căn cứ pháp luật", (law_link(catalogue, id_, article) for id_, article in articles)),
            ("Phong trào", (movement_link(catalogue, one.movement) for one in decision.lists if one.movement)),
            ("Dịp", (occasion_link(catalogue, one.occasion) for one in decision.lists if one.occasion)),
            ("Ngày trao", [Link(vietnamese.format_date(decision.awarded_on))] if decision.awarded_on else []),
            ("Xét cho", (period_link(one) for one in decision.lists)),
        ),
        "lists": _lists(catalogue, decision, honours),
        "corrected": corrected_words(decision),
        "corrections": sorted(decision.corrections, key=lambda one: one.date),
        "why_silent": Link("Vì sao không nêu tên", addresses.of("guidance", guide)) if guide else None,
        "report": REPORT,
    }


def _published_on(decision: Decision) -> date:
    """The day from which the decision was there to be read."""
    approved = decision.approved.date if decision.approved else decision.date
    return max(decision.date, approved, decision.publish_from or approved)


def _lists(catalogue: Catalogue, decision: Decision, honours: Sequence[Honour]) -> list[ListView]:
    """The lists in the order of the decision, each with its own rows and a heading unlike the others'."""
    rows, start = [], 0
    for one in decision.lists:
        rows.append(honours[start : start + len(one.commendations)])
        start += len(one.commendations)
    headings = _headings(catalogue, decision.lists, rows)
    return [
        _list(catalogue, number, heading, one, own)
        for number, (heading, one, own) in enumerate(zip(headings, decision.lists, rows, strict=True), 1)
    ]


def _headings(catalogue: Catalogue, lists: Sequence[AwardList], rows: Sequence[Sequence[Honour]]) -> list[str]:
    """The shortest headings that tell the lists of one decision apart; numbered where nothing else differs."""
    awards = [catalogue.award(one.award).name for one in lists]
    bases = [f", {BASIS_WORDS[one.basis].lower()}" if one.basis else "" for one in lists]
    kinds = [" cho " + ", ".join(dict.fromkeys(KIND_WORDS[row.kind].lower() for row in own)) for own in rows]
    causes = [f": {_cause(catalogue, one)}" if _cause(catalogue, one) else "" for one in lists]
    for parts in ((awards, bases), (awards, kinds), (awards, kinds, causes), (awards, bases, kinds, causes)):
        headings = ["".join(words) for words in zip(*parts, strict=True)]
        if len(set(headings)) == len(headings):
            return headings
    return [f"{''.join(words)} (danh sách {number})" for number, words in enumerate(zip(awards, kinds, strict=True), 1)]


def _cause(catalogue: Catalogue, list_: AwardList) -> str:
    """The movement of the list, or its occasion."""
    if list_.movement:
        return movement_link(catalogue, list_.movement).label
    return occasion_link(catalogue, list_.occasion).label if list_.occasion else ""


def _list(catalogue: Catalogue, number: int, heading: str, list_: AwardList, honours: Sequence[Honour]) -> ListView:
    rows = tuple(_commended(catalogue, honour, addresses.row_id(number, honour.number)) for honour in honours)
    basis = BASIS_WORDS[list_.basis] if list_.basis else ""
    period = "" if vietnamese.fold(list_.for_period) in vietnamese.fold(basis) else f"thời gian xét: {list_.for_period}"
    told = vietnamese.fold(heading)
    caption = " · ".join(
        words for words in (basis, _cause(catalogue, list_), period) if words and vietnamese.fold(words) not in told
    )
    kinds = dict.fromkeys(honour.kind for honour in honours)
    hidden = [honour for honour in honours if honour.state == "unnamed"]
    return ListView(
        f"danh-sach-{number}",
        heading,
        capital(caption),
        _COLUMNS[next(iter(kinds))] if len(kinds) == 1 else "Được khen",
        _UNIT_COLUMNS[any(row.position for row in rows), any(row.unit for row in rows)],
        "Thành tích" if any(row.achievement for row in rows) else "",
        rows,
        f"Không nêu tên và thành tích của {counts(hidden)}: {SILENT}." if hidden else "",
        _ground(catalogue, honours),
        revoked_words(catalogue, list_.revoked),
        tuple(
            CountedRow(organisation_link(catalogue, one.organisation), vietnamese.group_digits(one.number))
            for one in list_.counts
        ),
        vietnamese.group_digits(sum(one.number for one in list_.counts)),
    )


def revoked_words(catalogue: Catalogue, revocation: Revocation | None) -> str:
    """By which decision the award was revoked, in a sentence; empty where it was not, by the day of the site."""
    if revocation is None or revocation.date > catalogue.as_of:
        return ""
    return f"{_revoked_by(catalogue, revocation).label}."


def corrected_words(decision: Decision) -> str:
    """How often the decision was corrected, and when last; empty where it stands as signed."""
    if not decision.corrections:
        return ""
    last = vietnamese.format_date(max(one.date for one in decision.corrections))
    times = len(decision.corrections)
    return f"Đính chính ngày {last}" if times == 1 else f"Đính chính {times} lần, lần cuối ngày {last}"


def _revoked_by(catalogue: Catalogue, by: Revocation) -> Link:
    """The deciding paper, leading to it where it is in the register; one that is not published yet is not named."""
    if by.decision is not None and not catalogue.is_published("decisions", by.decision):
        return Link("Đã hủy bỏ")
    words = f"Đã hủy bỏ, theo Quyết định số {by.number} ngày {vietnamese.format_date(by.date)}"
    return Link(words, addresses.of("decisions", by.decision) if by.decision else None)


def _commended(catalogue: Catalogue, honour: Honour, id_: str) -> CommendedRow:
    row = honour.commendation
    if not honour.shown_name:
        return CommendedRow(id_, honour.number, _unnamed(catalogue, honour), False, "", None, "")
    entry = catalogue.content.of("exemplars").get(row.exemplar) if row.exemplar else None
    name = entry.record.name if entry else row.name
    own = name is None and honour.organisation
    words = honour.shown_name
    if name is not None:
        words = name.name if honour.kind == "individual" else called(name, honour.kind)
    if honour.exemplar:
        address: Address | None = addresses.of("exemplars", honour.exemplar.id)
    else:
        address = addresses.of("organisations", own) if own else None
    unit = organisation_link(catalogue, honour.organisation) if honour.organisation and not own else None
    notes = (
        ("Truy tặng", row.posthumous),  # the row's own: who was honoured alive keeps that honour so
        ("Tập thể nhỏ", honour.bears("small_collective")),
        ("Người lao động trực tiếp", honour.bears("direct_worker")),
    )
    told = tuple(words for words, holds in notes if holds)
    return CommendedRow(
        id_, honour.number, Link(words, address), True, capital(honour.position), unit, honour.achievement, told
    )


def _unnamed(catalogue: Catalogue, honour: Honour) -> Link:
    """``Một cá nhân của Tổ dân phố Hoa Sen``; of a child not even the unit, which may be its school."""
    if honour.withdrawn:
        return Link(f"Đã gỡ thông tin, ngày {vietnamese.format_date(honour.withdrawn)}")
    if honour.revocation:
        return _revoked_by(catalogue, honour.revocation)
    words = f"Một {KIND_WORDS[honour.kind].lower()}"
    if honour.organisation is None:
        return Link(words)
    return Link(f"{words} của {catalogue.organisation(honour.organisation).name}")


def _ground(catalogue: Catalogue, honours: Sequence[Honour]) -> str:
    """On what ground the persons of the list are named."""
    named = [honour for honour in honours if honour.shown_name and honour.kind != "group"]
    recorded = []
    for one in named:
        ground = grounds.ground_of(one.commendation, one.list.shown, one.decision.record.shown)
        if ground:
            recorded.append((grounds.reason(ground, catalogue.honours.age_group(one)), ground.recorded))
    words = "; ".join(ground_words(recorded))
    return f"Được nêu tên vì: {words}." if words else ""
