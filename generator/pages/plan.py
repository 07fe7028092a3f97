"""The plan: its text to the letter, its annexes, and the list of plans."""

from __future__ import annotations

from collections.abc import Iterable

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.models import Annex, Plan
from generator.pages import linked_data
from generator.pages.base import Link, Page, plan_name, shorten
from generator.pages.changed import plan_changes
from generator.pages.citations import citation, cited_after_part, promulgating_paper
from generator.pages.comparison import comparison_page
from generator.pages.exports import CONVERSION, Exports
from generator.pages.fulfilment import FULFILLED_SAMPLE, Fulfilment, fulfilments
from generator.pages.head import Head
from generator.pages.official_text import DRAFT, AnnexView, Views, is_draft, old_addresses, slip_note
from generator.pages.progress import progress_page
from generator.parts import PlanPart


def plan_pages(catalogue: Catalogue, exports: Exports) -> list[Page]:
    """The list of plans, and for each plan its text and, where it has them, its annex and its comparison."""
    pages = [_index(catalogue)]
    for id_, entry in catalogue.content.of("plans").items():
        pages.append(_plan(catalogue, id_, exports))
        if catalogue.annex(id_) is not None:
            pages.append(progress_page(catalogue, id_, exports))
        if entry.record.compared_with:
            pages.append(comparison_page(catalogue, id_))
    return pages


def _index(catalogue: Catalogue) -> Page:
    plans = sorted(catalogue.content.of("plans").items(), key=lambda item: item[1].record.year, reverse=True)
    rows = [
        {
            "link": Link(plan_name(catalogue, id_), addresses.plan(id_)),
            "title": entry.record.title,
            "progress": addresses.progress(id_) if catalogue.annex(id_) else None,
            "draft": is_draft(entry.record),
        }
        for id_, entry in plans
    ]
    return Page(
        addresses.PLANS, "pages/plans.md", "Kế hoạch", "Các kế hoạch công tác thi đua, khen thưởng của phường.",
        "text", "plan", here=True, crumbs=(Link("Kế hoạch"),), context={"rows": rows, "draft": DRAFT},
    )  # fmt: skip


def _plan(catalogue: Catalogue, id_: str, exports: Exports) -> Page:
    plan = catalogue.plan(id_)
    own_parts = [part for part in catalogue.plan_parts[id_] if part.part.level != "task"]
    whole = Views(catalogue, plan, own_parts, old_addresses(plan)).whole()
    annex = catalogue.annex(id_)
    issuer = catalogue.organisation(plan.issuer)
    name = plan_name(catalogue, id_)
    before = plan.compared_with
    fulfilled = fulfilments(catalogue, id_, [part.part.id for part in own_parts])
    context = {
        "document": f"ke-hoach-{id_}",
        "issuer": Link(issuer.name, addresses.of("organisations", plan.issuer)),
        "draft": DRAFT if is_draft(plan) else "",
        "changed": plan_changes(catalogue, id_),
        "as_of": catalogue.as_of,
        "heading": plan.title,
        "promulgating": whole.promulgating,
        "promulgating_cited": promulgating_paper(catalogue, plan),
        "text": whole.text,
        "annexes": _annexes(catalogue, id_, whole.annexes),
        "notes": whole.notes,
        "contents": _contents(catalogue.plan_parts[id_], annex, addresses.progress(id_)),
        "progress": addresses.progress(id_) if annex else None,
        "tasks": len(annex.tasks) if annex else 0,
        "citation": citation(catalogue, plan),
        "cited": cited_after_part(catalogue, plan),
        "comparison": Link(f"Thay đổi so với {plan_name(catalogue, before).lower()}", addresses.comparison(id_))
        if before
        else None,
        "slips": [
            slip_note(catalogue, id_, slip)
            for text in (plan.promulgated_by, plan)
            if text is not None
            for slip in text.slips
        ],
        "fulfilled": fulfilled,
        "exports": exports.plans.get(id_, ()),
        "signed": exports.signed.get(id_),
        "conversion": CONVERSION,
    }
    return Page(
        addresses.plan(id_), "pages/plan.md", name, f"Toàn văn, đúng từng chữ: {plan.title}.",
        "plan", "plan", here=id_ == catalogue.portal.plan, crumbs=(Link("Kế hoạch", addresses.PLANS), Link(name)),
        modified=max((day for day in (plan.date, *(one.modified for one in fulfilled.values())) if day), default=None),
        sample=_sample(plan, fulfilled.values()), context=context, head=Head(thing=linked_data.plan(catalogue, id_)),
    )  # fmt: skip


def _annexes(catalogue: Catalogue, id_: str, annexes: Iterable[AnnexView]) -> list[AnnexView | Link]:
    """The annexes in their order; of the one with the tasks, which has its own page, only the way."""
    found: list[AnnexView | Link] = [*annexes]
    tasks = catalogue.annex(id_)
    if tasks is not None:
        words = f"{tasks.heading}: {len(tasks.tasks)} nhiệm vụ và tiến độ"
        found.insert(max(tasks.position - 1, 0), Link(words, addresses.progress(id_, "phu-luc")))
    return found


def _sample(plan: Plan, fulfilled: Iterable[Fulfilment]) -> str:
    if plan.sample:
        return "Kế hoạch trên trang này do người làm chuyên trang đặt ra để minh họa."
    if any(one.sample for one in fulfilled):
        return f"Lời kế hoạch là nguyên văn. {FULFILLED_SAMPLE}"
    return ""


_MOST_CONTENTS = 300
"""Lines: of a longer plan the contents list only what stands highest, so that they can be read and weigh little."""


def _contents(parts: tuple[PlanPart, ...], tasks: Annex | None, progress: Address) -> list[dict[str, object]]:
    """The sections, articles and annexes, each with the clauses below it; the annex of the tasks in its place."""
    listed = [part for part in parts if part.part.level in ("section", "article", "clause", "annex")]
    deepest = 1 if len(listed) <= _MOST_CONTENTS else 0
    contents: list[dict[str, object]] = []
    below: list[Link] = []
    for part in listed:
        address = Address(part.address.page, part.part.id)
        if part.part.depth == 0:
            below = []
            words = part.part.full_text if part.part.level == "section" else shorten(part.part.full_text, 58)
            contents.append({"link": Link(words, address), "clauses": below})
        elif part.part.depth <= deepest:
            below.append(Link(shorten(part.part.full_text, 58), address))
    if tasks is not None:
        annexes = sum(part.part.level == "annex" for part in listed)
        place = len(contents) - annexes + min(max(tasks.position - 1, 0), annexes)
        contents.insert(place, {"link": Link(tasks.heading, progress), "clauses": []})
    return contents
