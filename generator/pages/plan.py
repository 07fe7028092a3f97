"""The plan: its text to the letter, its annex with what was done, and the list of plans."""

from __future__ import annotations

from itertools import pairwise

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue, PlanPart
from generator.models import Plan
from generator.pages.base import Link, Page, plan_name, shorten
from generator.pages.exports import CONVERSION, Exports
from generator.pages.official_text import DRAFT, is_draft, part_view, slip_note
from generator.pages.progress import progress_page


def plan_pages(catalogue: Catalogue, exports: Exports) -> list[Page]:
    """The list of plans, and for each plan its text and, where it has one, its annex."""
    pages = [_index(catalogue)]
    for id_ in catalogue.content.of("plans"):
        pages.append(_plan(catalogue, id_, exports))
        if catalogue.annex(id_) is not None:
            pages.append(progress_page(catalogue, id_, exports))
    return pages


def citation(catalogue: Catalogue, plan: Plan) -> str:
    """The plan as one cites it: type, number and day where there are any, issuer, title."""
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {vietnamese.format_date(plan.date)}" if plan.date else ""
    draft = "" if plan.number and plan.date else f" ({DRAFT.lower()})"
    issuer = catalogue.organisation(plan.issuer).name
    return f"{(plan.type or 'Kế hoạch').capitalize()}{number}{day} của {issuer}: {plan.title}{draft}"


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
    titles = {before.part.id for before, after in pairwise(own_parts) if after.part.depth > before.part.depth}
    parts = [part_view(plan, part, part.part.id in titles) for part in own_parts]
    by_level = {level: [part for part in parts if part.level == level] for level in _LEVELS}
    annex = catalogue.annex(id_)
    issuer = catalogue.organisation(plan.issuer)
    name = plan_name(catalogue, id_)
    context = {
        "plan": plan,
        "document": f"ke-hoach-{id_}",
        "issuer": Link(issuer.name, addresses.of("organisations", plan.issuer)),
        "draft": DRAFT if is_draft(plan) else "",
        "preamble": by_level["preamble"],
        "body": [part for part in parts if part.level in _BODY],
        "conclusions": by_level["conclusion"],
        "distribution": by_level["distribution"],
        "contents": _contents(catalogue.plan_parts[id_]),
        "progress": addresses.progress(id_) if annex else None,
        "tasks": len(annex.tasks) if annex else 0,
        "citation": citation(catalogue, plan),
        "slips": [slip_note(catalogue, id_, slip) for slip in plan.slips],
        "exports": exports.plans.get(id_, ()),
        "signed": exports.signed.get(id_),
        "conversion": CONVERSION,
    }
    return Page(
        addresses.plan(id_), "pages/plan.md", name, f"Toàn văn, đúng từng chữ: {plan.title}.",
        "plan", "plan", here=id_ == catalogue.portal.plan, crumbs=(Link("Kế hoạch", addresses.PLANS), Link(name)),
        modified=plan.date, sample=_sample(plan), context=context,
    )  # fmt: skip


_BODY = ("section", "clause", "point", "indent", "paragraph")
_LEVELS = (*_BODY, "preamble", "conclusion", "distribution", "signature")


def _sample(plan: Plan) -> str:
    return "Kế hoạch trên trang này do người làm chuyên trang đặt ra để minh họa." if plan.sample else ""


def _contents(parts: tuple[PlanPart, ...]) -> list[dict[str, object]]:
    contents: list[dict[str, object]] = []
    clauses: list[Link] = []
    for part in parts:
        if part.part.level == "section":
            clauses = []
            contents.append(
                {"link": Link(part.part.full_text, Address(part.address.page, part.part.id)), "clauses": clauses}
            )
        elif part.part.level == "clause":
            clauses.append(Link(shorten(part.part.full_text, 58), Address(part.address.page, part.part.id)))
    return contents
