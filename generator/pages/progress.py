"""The annex of a plan as tasks by quarter, with what was done of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator import addresses, numbering, vietnamese
from generator.catalogue import Catalogue
from generator.models import Annex
from generator.models.plan import Evidence, Task
from generator.pages.base import Link, Page, Segment, linked, plan_name
from generator.pages.exports import Exports
from generator.pages.official_text import DRAFT, is_draft, slip_note

_QUARTER_END = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
_STATES = {"done": ("Đã hoàn thành", "done"), "underway": ("Đang thực hiện", "run")}


@dataclass(frozen=True)
class TaskView:
    """A task ready to print: the five cells, its state in words and tone, and the evidence."""

    id: str
    key: str
    number: str
    content: tuple[Segment, ...]
    lead: tuple[Segment, ...]
    coordination: tuple[Segment, ...]
    period: str
    title: str
    led_by: tuple[Link, ...]
    state: str
    tone: str
    evidence: tuple[Link, ...]
    on: date | None


@dataclass(frozen=True)
class QuarterView:
    """A quarter and its tasks; ``ends`` is its last day."""

    name: str
    ends: date
    now: bool
    days_left: int
    tasks: tuple[TaskView, ...]


def task_views(catalogue: Catalogue, id_: str) -> tuple[TaskView, ...]:
    """The plan's tasks with their states as of the catalogue's day."""
    annex = catalogue.annex(id_)
    if annex is None:
        return ()
    keys = numbering.task_keys(annex)
    return tuple(_task(catalogue, id_, key, task) for key, task in zip(keys, annex.tasks, strict=True))


def quarter_views(catalogue: Catalogue, id_: str) -> tuple[QuarterView, ...]:
    """The four quarters of the plan's year with the tasks due in each."""
    year = catalogue.plan(id_).year
    annex = catalogue.annex(id_)
    views = task_views(catalogue, id_)
    due = {view.key: due_quarter(task) for view, task in zip(views, annex.tasks, strict=True)} if annex else {}
    quarters = []
    for number, (month, day) in _QUARTER_END.items():
        ends = date(year, month, day)
        now = catalogue.as_of.year == year and vietnamese.quarter(catalogue.as_of) == number
        tasks = tuple(view for view in views if due[view.key] == number)
        name = f"Quý {vietnamese.roman(number)}"
        quarters.append(QuarterView(name, ends, now, (ends - catalogue.as_of).days, tasks))
    return tuple(quarters)


def progress_page(catalogue: Catalogue, id_: str, exports: Exports) -> Page:
    """The tasks of the plan's annex: by quarter, as a table, with their states."""
    plan, annex = catalogue.plan(id_), catalogue.annex(id_)
    assert isinstance(annex, Annex)  # noqa: S101 - the caller made sure
    tasks = task_views(catalogue, id_)
    progress = catalogue.content.of("progress").get(id_)
    sample = bool(progress and progress.record.sample)
    name = plan_name(catalogue, id_)
    context = {
        "annex": annex,
        "plan": Link(name, addresses.plan(id_)),
        "document": f"phu-luc-{id_}",
        "tasks": tasks,
        "quarters": quarter_views(catalogue, id_),
        "unscheduled": [view for view, task in zip(tasks, annex.tasks, strict=True) if due_quarter(task) is None],
        "counts": _counts(tasks),
        "as_of": catalogue.as_of,
        "draft": DRAFT if is_draft(plan) else "",
        "slips": [slip_note(catalogue, id_, slip) for slip in annex.slips],
        "calendar": exports.calendar if id_ == catalogue.portal.plan else None,
    }
    title = "Nhiệm vụ và tiến độ"
    return Page(
        addresses.progress(id_), "pages/progress.md", title,
        f"{len(tasks)} nhiệm vụ của {name.lower()}: ai chủ trì, ai phối hợp, hạn quý nào, đã xong chưa.",
        "progress", "plan", crumbs=(Link("Kế hoạch", addresses.PLANS), Link(name, addresses.plan(id_)), Link(title)),
        sample="Trạng thái và ngày trên trang này do người làm chuyên trang đặt ra để minh họa." if sample else "",
        modified=max((view.on for view in tasks if view.on), default=plan.date), context=context,
    )  # fmt: skip


def _counts(tasks: tuple[TaskView, ...]) -> str:
    """The states counted in words: ``2 đã hoàn thành, 5 chưa cập nhật kết quả``."""
    states = list(dict.fromkeys(view.state for view in tasks))
    return ", ".join(f"{sum(view.state == state for view in tasks)} {state[:1].lower()}{state[1:]}" for state in states)


def due_quarter(task: Task) -> int | None:
    """The quarter in which the task is due, as its period says by quarter, day or month; None where it says none."""
    if task.due is not None:
        return vietnamese.quarter(task.due)
    return int(task.quarter) if task.quarter else None


def _task(catalogue: Catalogue, id_: str, key: str, task: Task) -> TaskView:
    state = catalogue.progress_of(id_, key)
    words, tone = _STATES[state.state] if state else _silent(catalogue, id_, task)
    find = catalogue.names.find
    return TaskView(
        numbering.task_id(key),
        key,
        task.number,
        linked(task.content, find(task.content)),
        linked(task.lead, find(task.lead)),
        linked(task.coordination, find(task.coordination)),
        task.period,
        task.content,
        tuple(Link(catalogue.organisation(one).name, addresses.of("organisations", one)) for one in task.led_by),
        words,
        tone,
        tuple(link for one in state.evidence for link in _evidence(catalogue, one)) if state else (),
        state.date if state else None,
    )


def _silent(catalogue: Catalogue, id_: str, task: Task) -> tuple[str, str]:
    """What to say of a task without a recorded state: nothing is guessed, nobody is called late."""
    quarter = due_quarter(task)
    if quarter and catalogue.as_of < date(catalogue.plan(id_).year, quarter * 3 - 2, 1):
        return "Chưa tới kỳ", "none"
    return "Chưa cập nhật kết quả", "none"


def _evidence(catalogue: Catalogue, evidence: Evidence) -> list[Link]:
    """What shows the state: a decision and exemplars only once they are published, and pages elsewhere."""
    if evidence.decision and not catalogue.is_published("decisions", evidence.decision):
        return []
    told = [id_ for id_ in evidence.exemplars if catalogue.is_published("exemplars", id_)]
    entries = catalogue.content.of("exemplars")
    people = [
        Link(catalogue.honours.exemplar_name(entries[id_].record), addresses.of("exemplars", id_)) for id_ in told
    ]
    if evidence.decision:
        return [Link(evidence.label, addresses.of("decisions", evidence.decision)), *people]
    if evidence.exemplars and not evidence.link:
        return people
    return [Link(evidence.label, url=evidence.link or ""), *people]
