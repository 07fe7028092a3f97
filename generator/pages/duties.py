"""The tasks an organisation leads and joins, by itself and through its groups, ready to print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator import addresses, numbering
from generator.catalogue import Catalogue, Duty
from generator.pages.base import Link, plan_name
from generator.pages.progress import TaskView, due_quarter, task_views

_ROLES = (("lead", "chu-tri", "Nhiệm vụ chủ trì"), ("join", "phoi-hop", "Nhiệm vụ phối hợp"))


@dataclass(frozen=True)
class DutyRow:
    """A task the organisation leads or joins; ``through`` are the groups by which the annex names it."""

    number: str
    role: str
    link: Link
    content: str
    period: str
    state: str
    tone: str
    through: tuple[Link, ...]


@dataclass(frozen=True)
class DutyList:
    """The tasks of one role in one plan, by quarter."""

    id: str
    name: str
    rows: tuple[DutyRow, ...]


Tasks = Mapping[tuple[str, str], tuple[int, TaskView]]
"""Every task by plan and key, with its place in the annex."""


def tasks(catalogue: Catalogue) -> Tasks:
    """Every task of every plan with its state as of the catalogue's day."""
    return {
        (plan, view.key): (place, view)
        for plan in catalogue.content.of("annexes")
        for place, view in enumerate(task_views(catalogue, plan))
    }


def duty_lists(catalogue: Catalogue, duties: Iterable[Duty], known: Tasks) -> list[DutyList]:
    """The tasks by plan, the one now in use first, by role, by quarter; each task once, with all its groups."""
    by_list: dict[tuple[str, str], dict[str, list[Duty]]] = defaultdict(lambda: defaultdict(list))
    for duty in duties:
        by_list[duty.plan, duty.role][duty.key].append(duty)
    current = catalogue.portal.plan
    lists = []
    for plan in sorted({plan for plan, _ in by_list}, key=lambda plan: (plan == current, plan), reverse=True):
        suffix, of = ("", "") if plan == current else (f"-{plan}", f", {plan_name(catalogue, plan).lower()}")
        for role, id_, name in _ROLES:
            rows = [_row(catalogue, same, known) for same in by_list.get((plan, role), {}).values()]
            if rows:
                ordered = tuple(row for _, row in sorted(rows, key=lambda placed: placed[0]))
                lists.append(DutyList(id_ + suffix, name + of, ordered))
    return lists


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


def _row(catalogue: Catalogue, same: list[Duty], known: Tasks) -> tuple[tuple[str, int], DutyRow]:
    """The row of one task and its place, from the duties that differ only in the group through which they come."""
    duty = same[0]
    task = duty.task
    place, view = known[duty.plan, duty.key]
    link = Link(f"Nhiệm vụ {duty.key}", addresses.progress(duty.plan, numbering.task_id(duty.key)))
    through = tuple(
        Link(catalogue.organisation(one.through).name, addresses.of("organisations", one.through))
        for one in same
        if one.through
    )
    row = DutyRow(task.number, duty.role, link, task.content, task.period, view.state, view.tone, through)
    return (str(due_quarter(task) or 9), place), row
