"""What may be said of a task on a day: the state recorded for it, or else what its own time says.

Nothing is guessed and nobody is called late: of a task whose time has passed without a word, only that is told. What
was done counts from the day some of its evidence may be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator import vietnamese
from generator.models.plan import Evidence, Progress, Task, TaskProgress

State = Literal["done", "underway", "ahead", "now", "silent", "ongoing", "undated"]
WORDS: Mapping[State, str] = {
    "done": "Đã hoàn thành",
    "underway": "Đang thực hiện",
    "ahead": "Chưa tới kỳ",
    "now": "Đang trong kỳ",
    "silent": "Chưa cập nhật kết quả",
    "ongoing": "Thường xuyên",
    "undated": "Không ghi thời hạn",
}
Published = Callable[[str, str], bool]
"""Whether the record of that kind and id may be read now."""

_ONGOING = re.compile(r"\b(thuong xuyen|lien tuc|dinh ky|(ca|trong|hang|quanh) nam|hang (quy|thang|tuan|ngay))\b")
"""How a cell says, in folded letters, that a task goes on the whole year."""


@dataclass(frozen=True)
class Period:
    """The days within which a task is to be done, both included."""

    starts: date
    ends: date


def due_period(task: Task, year: int) -> Period | None:
    """The quarter of the plan's year that the task names, or from the first day of its due day's quarter to that day.

    None where the task names no time that ends.
    """
    if task.due is not None:
        return Period(quarter_period(task.due.year, vietnamese.quarter(task.due)).starts, task.due)
    return quarter_period(year, int(task.quarter)) if task.quarter else None


def quarter_period(year: int, quarter: int) -> Period:
    """The days of a quarter, 1 to 4."""
    month = quarter * 3
    return Period(date(year, month - 2, 1), date(year, month, 30 if month in (6, 9) else 31))


def state_of(task: Task, year: int, told: TaskProgress | None, as_of: date) -> State:
    """The state of a task of the year's plan on the day; ``told`` is the latest that was recorded and may be told."""
    if told is not None:
        return told.state
    period = due_period(task, year)
    if period is not None:
        return "ahead" if as_of < period.starts else "now" if as_of <= period.ends else "silent"
    if as_of.year > year:
        return "silent"
    return "ongoing" if _ONGOING.search(vietnamese.fold(task.period)) else "undated"


def latest_states(progress: Progress, published: Published, as_of: date) -> Mapping[str, TaskProgress]:
    """For each task's key the latest state up to the day; of two of one day, the one written below.

    A task recorded as done stays in the state before that until some of its evidence may be seen.
    """
    known = [state for state in progress.tasks if state.date <= as_of]
    told = [one for one in known if one.state != "done" or any(is_seen(shown, published) for shown in one.evidence)]
    return {one.task: one for one in sorted(told, key=lambda one: one.date)}


def is_seen(evidence: Evidence, published: Published) -> bool:
    """Whether the evidence leads a reader somewhere; what it names of the ward's papers must be published first."""
    named = (("decisions", evidence.decision), ("documents", evidence.document))
    if any(id_ is not None for _, id_ in named):
        return all(published(kind, id_) for kind, id_ in named if id_ is not None)
    return evidence.link is not None or any(published("exemplars", id_) for id_ in evidence.exemplars)
