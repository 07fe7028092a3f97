"""The front page: what this is, what is new, what is due this quarter, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.honours import Honour
from generator.pages import linked_data
from generator.pages.base import Link, Page, part_link
from generator.pages.consultations import open_consultations
from generator.pages.finder import front_wants
from generator.pages.frame import frame, site_name
from generator.pages.head import Head
from generator.pages.honours import Card, decision_counts
from generator.pages.notices import open_notices
from generator.pages.tasks import QuarterView, quarter_views, task_views

_NEWEST = 4


@dataclass(frozen=True)
class Band:
    """Something that closes soon: until when, what it is, where to read on; ``sample``: it is invented."""

    until: str
    day: date
    left: str
    kind: str
    link: Link
    action: str
    sample: bool


@dataclass(frozen=True)
class DecisionLine:
    """A decision in one line."""

    link: Link
    summary: str


def home_pages(catalogue: Catalogue, cards: list[Card]) -> list[Page]:
    """The front page; ``cards`` are the newest exemplars, ready to print; the newest with a picture leads."""
    portal = catalogue.portal
    plan = portal.plan
    tasks = task_views(catalogue, plan)
    quarters = quarter_views(catalogue, plan, tasks)
    now = next((quarter for quarter in quarters if quarter.now), None)
    lead = [card for card in cards if card.picture][:1] or cards[:1]
    context = {
        "portal": frame(catalogue),
        "headline": portal.headline,
        "summary": portal.summary,
        "updated": catalogue.last_modified,
        "quarter": now,
        "quarter_name": _quarter_name(catalogue, now),
        "tasks": len(tasks),
        "progress": addresses.progress(plan),
        "plan": addresses.plan(plan),
        "plan_year": str(catalogue.plan(plan).year),
        "quotation": _quotation(catalogue),
        "lead": lead,
        "rows": [card for card in cards if card not in lead][: _NEWEST - 1],
        "gallery": addresses.GALLERY,
        "register": addresses.REGISTER,
        "contact": addresses.CONTACT,
        "introduce": _introduce(catalogue),
        "bands": _bands(catalogue),
        "decisions": [_decision(catalogue, entry.id) for entry in catalogue.honours.decisions[:3]],
        "wants": front_wants(catalogue),
        "finder": addresses.FINDER,
        "sample": any(entry.record.sample for entry in catalogue.honours.exemplars)
        or any(entry.record.sample for entry in catalogue.honours.decisions),
    }
    return [
        Page(
            addresses.HOME, "pages/home.md", site_name(catalogue), portal.summary, "home", "home", here=True,
            modified=catalogue.last_modified, context=context, head=Head(thing=linked_data.website(catalogue)),
        )
    ]  # fmt: skip


def _quarter_name(catalogue: Catalogue, now: QuarterView | None) -> str:
    return f"{now.name[:1].lower()}{now.name[1:]}/{catalogue.plan(catalogue.portal.plan).year}" if now else ""


def _quotation(catalogue: Catalogue) -> dict[str, object] | None:
    """The plan's own words on telling of good people, from the last semicolon on, where the portal names the part."""
    address = catalogue.portal.parts.quoted
    if address is None:
        return None
    text = catalogue.part(address).text
    _, cut, last = text.rpartition("; ")
    return {"words": f"… {last}" if cut else text, "where": part_link(catalogue, address)}


def _bands(catalogue: Catalogue) -> list[Band]:
    """What is open to opinions and what is to be handed in, the first to close first."""
    opinions = [
        Band("Nhận ý kiến đến hết", row.day, row.left, "Lấy ý kiến người dân", row.link, "Xem danh sách", row.sample)
        for row in open_consultations(catalogue)
    ]
    handed_in = [
        Band("Hạn nộp hồ sơ", one.day, one.left, one.what, Link(one.title, one.address), "Xem thông báo", one.sample)
        for one in open_notices(catalogue)
    ]
    return sorted([*opinions, *handed_in], key=lambda band: band.day)


def _introduce(catalogue: Catalogue) -> addresses.Address:
    """Where a citizen reads how to tell of a good deed."""
    if catalogue.portal.introduce_guide:
        return addresses.of("guidance", catalogue.portal.introduce_guide)
    return addresses.Address(addresses.CONTACT.page, "gioi-thieu-guong")


def _decision(catalogue: Catalogue, id_: str) -> DecisionLine:
    decision = catalogue.content.of("decisions")[id_].record
    honours: tuple[Honour, ...] = catalogue.honours.of_decision.get(id_, ())
    summary = f"{vietnamese.format_date(decision.date)} · {decision_counts(decision.lists, honours)}"
    return DecisionLine(Link(decision.number, addresses.of("decisions", id_)), summary)
