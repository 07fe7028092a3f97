"""How a plan, and each of its parts, is cited.

Decree 30/2020/NĐ-CP, Annex I, I, point 6.b: the first citation gives type, number, day, issuer and title, later ones
may leave the title out. A whole document is cited in full; a part, whose citation must fit a sentence, without the
title. A draft has no number or day to be known by, so that it is always cited with its title, and says what it is.
"""

from __future__ import annotations

from generator import vietnamese
from generator.catalogue import Catalogue
from generator.models import Plan
from generator.pages.official_text import DRAFT, is_draft


def citation(catalogue: Catalogue, plan: Plan) -> str:
    """The plan as one cites it the first time, with its title."""
    draft = f" ({DRAFT.lower()})" if is_draft(plan) else ""
    return f"{_known_by(catalogue, plan)}: {plan.title}{draft}"


def cited_after_part(catalogue: Catalogue, plan: Plan) -> str:
    """What stands behind ``điểm a khoản 1 Mục I``: the plan without its title; a draft with it."""
    return citation(catalogue, plan) if is_draft(plan) else _known_by(catalogue, plan)


def promulgating_paper(catalogue: Catalogue, plan: Plan) -> str:
    """What stands behind ``Điều 1`` of the paper that promulgates the plan."""
    paper = plan.promulgated_by
    if paper is None or plan.number_line or is_draft(plan):
        return f"văn bản ban hành {cited_after_part(catalogue, plan)}"
    return _numbered(catalogue, plan, paper.type or "Quyết định")


def _known_by(catalogue: Catalogue, plan: Plan) -> str:
    """Type, number, day, issuer; a plan without a number line of its own has those of the paper promulgating it."""
    kind = plan.type or "Kế hoạch"
    if plan.promulgated_by is not None and not plan.number_line and not is_draft(plan):
        paper = _numbered(catalogue, plan, plan.promulgated_by.type or "Quyết định")
        return f"{kind.capitalize()} ban hành kèm theo {paper}"
    return _numbered(catalogue, plan, kind)


def _numbered(catalogue: Catalogue, plan: Plan, kind: str) -> str:
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {vietnamese.format_date(plan.date)}" if plan.date else ""
    return f"{kind.capitalize()}{number}{day} của {catalogue.organisation(plan.issuer).name}"
