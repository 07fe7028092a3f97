"""The plan: its text to the letter, its annex with what was done, and the list of plans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator import addresses, numbering, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue, PlanPart
from generator.models import Annex, Plan
from generator.models.official_text import FootnoteMark, Slip
from generator.models.plan import Evidence, Task
from generator.pages.base import Link, Page, Segment, linked, plan_name, shorten

DRAFT = "Bản dự thảo, chưa có số, ngày ban hành"
_QUARTER_END = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
_STATES = {"done": ("Đã hoàn thành", "done"), "underway": ("Đang thực hiện", "run")}


@dataclass(frozen=True)
class PartView:
    """A part of the plan ready to print."""

    id: str
    level: str
    label: str
    segments: tuple[Segment, ...]
    mark: str
    spoken: str
    titled: bool


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


def plan_pages(catalogue: Catalogue) -> list[Page]:
    """The list of plans, and for each plan its text and, where it has one, its annex."""
    pages = [_index(catalogue)]
    for id_ in catalogue.content.of("plans"):
        pages.append(_plan(catalogue, id_))
        if catalogue.annex(id_) is not None:
            pages.append(_progress(catalogue, id_))
    return pages


def citation(catalogue: Catalogue, plan: Plan) -> str:
    """The plan as one cites it: type, number and day where there are any, issuer, title."""
    number = f" số {plan.number}" if plan.number else ""
    day = f" ngày {vietnamese.format_date(plan.date)}" if plan.date else ""
    draft = "" if plan.number and plan.date else f" ({DRAFT.lower()})"
    issuer = catalogue.organisation(plan.issuer).name
    return f"{(plan.type or 'Kế hoạch').capitalize()}{number}{day} của {issuer}: {plan.title}{draft}"


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


def is_draft(plan: Plan) -> bool:
    """Whether the plan has no number or no day yet."""
    return plan.number is None or plan.date is None


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


def _plan(catalogue: Catalogue, id_: str) -> Page:
    plan = catalogue.plan(id_)
    own_parts = [part for part in catalogue.plan_parts[id_] if part.part.level != "task"]
    titles = {before.part.id for before, after in pairwise(own_parts) if after.part.depth > before.part.depth}
    parts = [_part_view(plan, part, part.part.id in titles) for part in own_parts]
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
        "slips": [_slip(catalogue, id_, slip) for slip in plan.slips],
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


def _part_view(plan: Plan, part: PlanPart, holds_parts: bool) -> PartView:
    """The part with its links; a clause that holds parts of its own prints as a heading."""
    own = part.part
    marks = [mark for mark in plan.footnote_marks if mark.part == own.id]
    segments = _with_marks(linked(part.text, part.mentions), marks)
    titled = own.level == "clause" and holds_parts
    return PartView(own.id, own.level, own.label, segments, own.mark, own.spoken, titled)


def _with_marks(segments: tuple[Segment, ...], marks: list[FootnoteMark]) -> tuple[Segment, ...]:
    """The segments with each footnote mark, a digit glued behind a name, cut off into a segment of its own."""
    out = list(segments)
    for mark in marks:
        for number, segment in enumerate(out):
            follows = number and out[number - 1].text.endswith(mark.after)
            if follows and segment.address is None and segment.text.startswith(mark.mark):
                note = Segment(mark.mark, addresses.of("legislation", mark.instrument), note=True)
                out[number : number + 1] = [note, Segment(segment.text[len(mark.mark) :])]
                break
    return tuple(segment for segment in out if segment.text)


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


def _slip(catalogue: Catalogue, id_: str, slip: Slip) -> dict[str, object]:
    part = catalogue.part(f"{id_}#{slip.part}")
    spoken = part.part.spoken
    return {"where": Link(spoken[:1].upper() + spoken[1:], part.address), "text": slip.text, "note": slip.note}


def _progress(catalogue: Catalogue, id_: str) -> Page:
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
        "slips": [_slip(catalogue, id_, slip) for slip in annex.slips],
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
