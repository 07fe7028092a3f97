"""The tasks an organisation leads and joins, by itself and through its groups, by quarter, ready to print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import addresses, numbering, vietnamese
from generator.catalogue import Catalogue, Duty
from generator.pages.base import Link, plan_name
from generator.pages.tasks import TaskView, task_views

_ROLES = (("lead", "chu-tri", "Nhiệm vụ chủ trì"), ("join", "phoi-hop", "Nhiệm vụ phối hợp"))


@dataclass(frozen=True)
class DutyRow:
    """A task the organisation leads or joins; ``through`` are the groups by which the annex names it."""

    number: str
    role: str
    link: Link
    task: TaskView
    through: tuple[Link, ...]


@dataclass(frozen=True)
class DutyQuarter:
    """The tasks of one role that are due in one quarter of the plan's year, or in none."""

    name: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True)
class DutyList:
    """The tasks of one role in one plan, by quarter."""

    id: str
    name: str
    quarters: tuple[DutyQuarter, ...]

    @property
    def rows(self) -> tuple[DutyRow, ...]:
        """All its tasks, in the order of the quarters."""
        return tuple(row for quarter in self.quarters for row in quarter.rows)


@dataclass(frozen=True)
class PlanDuties:
    """What one plan gives an organisation to lead and to join; ``now``: it is the plan in use."""

    plan: Link
    now: bool
    lists: tuple[DutyList, ...]

    @property
    def words(self) -> str:
        """``nhiệm vụ chủ trì 3, nhiệm vụ phối hợp 2``."""
        return ", ".join(f"{one.name[:1].lower()}{one.name[1:]} {len(one.rows)}" for one in self.lists)


Tasks = Mapping[tuple[str, str], tuple[int, TaskView]]
"""Every task by plan and key, with its place in the annex."""


def tasks(catalogue: Catalogue) -> Tasks:
    """Every task of every plan with its state as of the catalogue's day."""
    return {
        (plan, view.key): (place, view)
        for plan in catalogue.content.of("annexes")
        for place, view in enumerate(task_views(catalogue, plan))
    }


def plan_duties(catalogue: Catalogue, duties: Iterable[Duty], known: Tasks) -> list[PlanDuties]:
    """The duties by plan, the one in use first, then the newest; by role; by quarter; each task once."""
    by_list: dict[tuple[str, str], dict[str, list[Duty]]] = defaultdict(lambda: defaultdict(list))
    for duty in duties:
        by_list[duty.plan, duty.role][duty.key].append(duty)
    current = catalogue.portal.plan
    plans = {plan for plan, _ in by_list}
    ordered = sorted(plans, key=lambda plan: (plan == current, catalogue.plan(plan).year, plan), reverse=True)
    found = []
    for plan in ordered:
        suffix = "" if plan == current else f"-{plan}"
        lists = tuple(
            DutyList(id_ + suffix, name, _quarters(catalogue, list(by_list[plan, role].values()), known))
            for role, id_, name in _ROLES
            if (plan, role) in by_list
        )
        found.append(PlanDuties(Link(plan_name(catalogue, plan), addresses.progress(plan)), plan == current, lists))
    return found


def duty_counts(catalogue: Catalogue, duties: Iterable[Duty]) -> str:
    """``Chủ trì 7 nhiệm vụ, phối hợp 4 nhiệm vụ`` in the plan now in use; empty without duties."""
    led, joined = _counts(catalogue, duties)
    words = [f"chủ trì {led} nhiệm vụ"] if led else []
    words += [f"phối hợp {joined} nhiệm vụ"] if joined else []
    line = ", ".join(words)
    return line[:1].upper() + line[1:]


def duty_words(catalogue: Catalogue, duties: Iterable[Duty], who: str) -> str:
    """What the annex of the plan now in use gives it to do, in a sentence, also when that is nothing."""
    plan = plan_name(catalogue, catalogue.portal.plan)
    led, joined = _counts(catalogue, duties)
    if led and joined:
        return f"Chủ trì {led} nhiệm vụ, phối hợp {joined} nhiệm vụ trong {plan.lower()}."
    if led:
        return f"Chủ trì {led} nhiệm vụ trong {plan.lower()}, không phối hợp nhiệm vụ nào."
    if joined:
        return f"{plan} không giao {who} chủ trì nhiệm vụ nào; phối hợp {joined} nhiệm vụ."
    return f"Phụ lục {plan.lower()} không giao nhiệm vụ nào cho {who}."


def _counts(catalogue: Catalogue, duties: Iterable[Duty]) -> tuple[int, int]:
    """How many tasks of the plan now in use are led, and how many joined."""
    now = {(duty.role, duty.key) for duty in duties if duty.plan == catalogue.portal.plan}
    led = sum(role == "lead" for role, _ in now)
    return led, len(now) - led


def _quarters(catalogue: Catalogue, duties: Sequence[list[Duty]], known: Tasks) -> tuple[DutyQuarter, ...]:
    """The tasks by quarter in the order of the annex; those that are due in none of the year's quarters come last."""
    placed = sorted(
        ((known[same[0].plan, same[0].key], same) for same in duties),
        key=lambda found: (found[0][1].quarter or 5, found[0][0]),
    )
    return tuple(
        DutyQuarter(
            f"Quý {vietnamese.roman(quarter)}" if quarter else "Không theo quý nào",
            tuple(_row(catalogue, view, same) for (_, view), same in rows),
        )
        for quarter, rows in groupby(placed, key=lambda found: found[0][1].quarter)
    )


def _row(catalogue: Catalogue, view: TaskView, same: list[Duty]) -> DutyRow:
    """The row of one task, from the duties that differ only in the group through which they come."""
    duty = same[0]
    link = Link(f"Nhiệm vụ {duty.key}", addresses.progress(duty.plan, numbering.task_id(duty.key)))
    through = tuple(
        Link(catalogue.organisation(one.through).name, addresses.of("organisations", one.through))
        for one in same
        if one.through
    )
    return DutyRow(duty.task.number, duty.role, link, view, through)
