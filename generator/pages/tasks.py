"""The tasks of a plan's annex as of the catalogue's day, in the order of the annex and by quarter, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator import addresses, numbering, vietnamese
from generator.catalogue import Catalogue
from generator.models.plan import Annex, Evidence, Task, TaskCell, TaskProgress
from generator.pages.base import Link, Segment, linked
from generator.task_states import WORDS, State, due_period, is_seen, quarter_period, state_of

_TONES = {"done": "done", "underway": "run"}


@dataclass(frozen=True)
class CellView:
    """A cell of the annex as printed; ``column`` is the printed name of its column."""

    cell: TaskCell
    column: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class TaskView:
    """A task ready to print: its cells, who leads and joins, its state in words and tone, and the evidence.

    ``group`` is the row of the annex that stands right above it, ``on`` the day of a recorded state, ``quarter`` the
    quarter of the plan's year in which it is due; ``sample``: its state or what shows it is invented.
    """

    id: str
    key: str
    group: str
    cells: tuple[CellView, ...]
    title: str
    period: str
    due: date | None
    quarter: int | None
    led_by: tuple[Link, ...]
    joined_by: tuple[Link, ...]
    state: State
    words: str
    tone: str
    on: date | None
    evidence: tuple[Link, ...]
    fulfils: tuple[Link, ...]
    sample: bool


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
    views, above = [], ""
    for key, task in zip(numbering.task_keys(annex), annex.tasks, strict=True):
        view = _view(catalogue, id_, key, task)
        views.append(replace(view, group="") if view.group == above else view)
        above = view.group or above
    return tuple(views)


def quarter_views(catalogue: Catalogue, id_: str, tasks: Sequence[TaskView]) -> tuple[QuarterView, ...]:
    """The four quarters of the plan's year with those of the tasks that are due in each."""
    year = catalogue.plan(id_).year
    quarters = []
    for number in (1, 2, 3, 4):
        period = quarter_period(year, number)
        now = period.starts <= catalogue.as_of <= period.ends
        due = tuple(view for view in tasks if view.quarter == number)
        days_left = (period.ends - catalogue.as_of).days
        quarters.append(QuarterView(f"Quý {vietnamese.roman(number)}", period.ends, now, days_left, due))
    return tuple(quarters)


def done_share(tasks: Sequence[TaskView]) -> str:
    """How many are done: ``2 trên 7 nhiệm vụ đã có kết quả``."""
    return f"{done_count(tasks)} trên {len(tasks)} nhiệm vụ đã có kết quả"


def done_count(tasks: Iterable[TaskView]) -> int:
    """How many of the tasks are done."""
    return sum(view.state == "done" for view in tasks)


def _view(catalogue: Catalogue, id_: str, key: str, task: Task) -> TaskView:
    year = catalogue.plan(id_).year
    told = catalogue.progress_of(id_, key)
    state = state_of(task, year, told, catalogue.as_of)
    period = due_period(task, year)
    in_year = period is not None and period.ends.year == year
    return TaskView(
        id=numbering.task_id(key),
        key=key,
        group=task.group or "",
        cells=_cells(catalogue, id_, task),
        title=task.content,
        period=task.period,
        due=task.due,
        quarter=vietnamese.quarter(period.ends) if period and in_year else None,
        led_by=_organisations(catalogue, task.led_by),
        joined_by=_organisations(catalogue, task.joined_by),
        state=state,
        words=WORDS[state],
        tone=_TONES.get(state, "none"),
        on=told.date if told else None,
        evidence=tuple(link for one in told.evidence for link in _evidence(catalogue, one)) if told else (),
        fulfils=tuple(_part(catalogue, id_, part) for part in task.fulfils),
        sample=told is not None and _is_sample(catalogue, id_, told),
    )


def _is_sample(catalogue: Catalogue, id_: str, told: TaskProgress) -> bool:
    records = [catalogue.content.of("progress")[id_].record]
    for shown in told.evidence:
        if is_seen(shown, catalogue.is_published):
            named = (("decisions", shown.decision), ("documents", shown.document))
            records += [catalogue.content.of(kind)[id_].record for kind, id_ in named if id_]
            records += [catalogue.content.of("exemplars")[one].record for one in _told(catalogue, shown)]
    return any(record.sample for record in records)


def _told(catalogue: Catalogue, evidence: Evidence) -> list[str]:
    """The exemplars of the evidence that have a page."""
    return [one for one in evidence.exemplars if catalogue.is_published("exemplars", one)]


def _cells(catalogue: Catalogue, id_: str, task: Task) -> tuple[CellView, ...]:
    """The task's cells in the order of the printed columns."""
    annex: Annex = catalogue.content.of("annexes")[id_].record
    others = iter(task.others)
    texts = [next(others, "") if cell == "other" else getattr(task, cell) for cell in annex.cells]
    named = ("content", "lead", "coordination")
    return tuple(
        CellView(cell, column, linked(text, catalogue.names.find(text) if cell in named else ()))
        for cell, column, text in zip(annex.cells, annex.columns, texts, strict=True)
    )


def _organisations(catalogue: Catalogue, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(Link(catalogue.organisation(one).name, addresses.of("organisations", one)) for one in ids)


def _part(catalogue: Catalogue, id_: str, address: str) -> Link:
    """The part that the task serves; one of another plan is named with it."""
    part = catalogue.part(address)
    other = "" if part.plan == id_ else f", kế hoạch năm {catalogue.plan(part.plan).year}"
    return Link(f"{part.part.spoken}{other}", part.address)


def _evidence(catalogue: Catalogue, evidence: Evidence) -> list[Link]:
    """What shows the state: a decision and exemplars only once they are published, and pages elsewhere."""
    if not is_seen(evidence, catalogue.is_published):
        return []
    entries = catalogue.content.of("exemplars")
    people = [
        Link(catalogue.honours.exemplar_name(entries[one].record), addresses.of("exemplars", one))
        for one in _told(catalogue, evidence)
    ]
    named = [("decisions", evidence.decision), ("documents", evidence.document)]
    papers = [Link(evidence.label, addresses.of(kind, id_)) for kind, id_ in named if id_]
    if papers:
        return [*papers, *people]
    return [Link(evidence.label, url=evidence.link), *people] if evidence.link else people
