"""The ids and addresses of an Akoma Ntoso document, by its naming convention (OASIS LegalDocML, AKN-NC 1.0).

An ``eId`` is built from the steps down to a part, ``sec_II__clause_3__point_a``; a repeated one gets ``_2``. The
address of the work (IRI) is country, kind, issuer, day, number: ``/akn/vn/doc/ke-hoach/ubnd/2026-02-10/15-kh-ubnd``.
"""

from __future__ import annotations

import re

from generator import vietnamese
from generator.models import Plan
from generator.models.official_text import OfficialText

_STEPS = {"section": "sec", "chapter": "chp", "article": "art", "paragraph": "para"}
"""The convention's short forms; an element without one stands for itself."""


class Ids:
    """The eIds given so far in one file: none is given twice."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._times: dict[str, int] = {}

    def give(self, parent: str, element: str, number: str) -> str:
        """The id of an element below the parent's, by its printed number; a plain letter without marks is kept."""
        own = f"{_STEPS.get(element, element)}_{step(number) or 'nn'}"
        wanted = f"{parent}__{own}" if parent else own
        id_, times = wanted, self._times.get(wanted, 1)
        while id_ in self._given:
            times += 1
            id_ = f"{wanted}_{times}"
        self._times[wanted] = times
        self._given.add(id_)
        return id_


def step(number: str) -> str:
    """A printed number as a step of an eId: ``I.`` is ``I``, ``đ)`` is ``dd``, ``1.2.`` is ``1-2``."""
    bare = re.sub(r"^[-–+*(\s]+|[-–.)/:\s]+$", "", number)
    if bare == "đ":
        return "dd"
    return "-".join(re.findall(r"[A-Za-z0-9]+", bare)) if bare.isascii() else vietnamese.slug(bare)


def kind_of(text: OfficialText) -> str:
    """What kind of document it is, as part of an address: ``ke-hoach``."""
    return vietnamese.slug(text.type or "") or "van-ban"


def work_address(plan: Plan) -> str:
    """The IRI of the plan as a work; a draft has its year and no number."""
    day = plan.date.isoformat() if plan.date else str(plan.year)
    number = vietnamese.slug(plan.number or "") or "ban-du-thao"
    return f"/akn/vn/doc/{kind_of(plan)}/{plan.issuer}/{day}/{number}"
