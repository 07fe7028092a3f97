"""The progress page of a plan: its tasks by quarter, by organisation, and as the annex prints them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import addresses, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.models import Annex
from generator.pages.base import Link, Page, plan_name
from generator.pages.changed import plan_changes
from generator.pages.citations import cited_after_part
from generator.pages.exports import Exports
from generator.pages.fulfilment import FULFILLED_SAMPLE, fulfilments
from generator.pages.official_text import DRAFT, is_draft, slip_note, task_marks
from generator.pages.tasks import TaskView, done_count, done_share, quarter_views, task_views


@dataclass(frozen=True)
class UnitView:
    """An organisation that the annex gives something to do, by itself or through a group: how much of each role."""

    id: str
    link: Link
    words: str


Roles = Mapping[str, Mapping[str, tuple[str, ...]]]
"""For each organisation, by role, the keys of its tasks in one plan."""


def progress_page(catalogue: Catalogue, id_: str, exports: Exports) -> Page:
    """The tasks of the plan's annex with their states."""
    plan, annex = catalogue.plan(id_), catalogue.annex(id_)
    assert isinstance(annex, Annex)  # noqa: S101 - the caller made sure
    tasks = task_views(catalogue, id_)
    name = plan_name(catalogue, id_)
    fulfilled = fulfilments(catalogue, id_, [view.id for view in tasks])
    shown = fulfilled.values()
    roles = _roles(catalogue, id_)
    context = {
        "annex": annex,
        "changed": plan_changes(catalogue, id_, addresses.progress(id_).page),
        "plan": Link(name, addresses.plan(id_)),
        "year": str(plan.year),
        "document": f"phu-luc-{id_}",
        "cited": cited_after_part(catalogue, plan),
        "marks": task_marks(catalogue, id_),
        "tasks": tasks,
        "quarters": quarter_views(catalogue, id_, tasks),
        "unscheduled": [view for view in tasks if view.quarter is None],
        "units": _units(catalogue, roles),
        "leads": _ids_by_task(roles, "lead"),
        "joins": _ids_by_task(roles, "join"),
        "fulfilled": fulfilled,
        "share": done_share(tasks),
        "done": done_count(tasks),
        "counts": _counts(tasks),
        "as_of": catalogue.as_of,
        "figures": Address(addresses.FIGURES.page, "nhiem-vu" if tasks and id_ == catalogue.portal.plan else ""),
        "draft": DRAFT if is_draft(plan) else "",
        "slips": [slip_note(catalogue, id_, slip) for slip in annex.slips],
        "calendar": exports.calendar if id_ == catalogue.portal.plan else None,
    }
    title = "Nhiệm vụ và tiến độ"
    return Page(
        addresses.progress(id_), "pages/progress.md", title,
        f"{len(tasks)} nhiệm vụ của {name.lower()}: ai chủ trì, ai phối hợp, hạn quý nào, đã xong chưa.",
        "progress", "plan", crumbs=(Link("Kế hoạch", addresses.PLANS), Link(name, addresses.plan(id_)), Link(title)),
        sample=_sample(catalogue, roles, any(one.sample for one in tasks), any(one.sample for one in shown)),
        modified=max((view.on for view in tasks if view.on), default=plan.date), context=context,
    )  # fmt: skip


def _sample(catalogue: Catalogue, roles: Roles, states: bool, shown: bool) -> str:
    """What on the page is invented: organisations of the list, states and their evidence, what fulfils a task."""
    words = []
    if any(catalogue.organisation(one).sample for one in roles):
        words.append("Những đơn vị ghi “(minh họa)” do người làm chuyên trang đặt ra để minh họa.")
    if states:
        words.append("Trạng thái, ngày và minh chứng của nhiệm vụ do người làm chuyên trang đặt ra để minh họa.")
    if shown:
        words.append(FULFILLED_SAMPLE)
    return " ".join(words)


def _counts(tasks: Sequence[TaskView]) -> str:
    """The states counted in words: ``2 đã hoàn thành, 5 chưa cập nhật kết quả``."""
    words = list(dict.fromkeys(view.words for view in tasks))
    return ", ".join(f"{sum(view.words == one for view in tasks)} {one[:1].lower()}{one[1:]}" for one in words)


def _roles(catalogue: Catalogue, id_: str) -> Roles:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for organisation, duties in catalogue.duties.items():
        own = [duty for duty in duties if duty.plan == id_]
        if own:
            found[organisation] = {
                role: tuple(dict.fromkeys(duty.key for duty in own if duty.role == role)) for role in ("lead", "join")
            }
    return found


def _units(catalogue: Catalogue, roles: Roles) -> list[UnitView]:
    """The organisations, who leads most first, then by the alphabet."""
    names = {organisation: catalogue.organisation(organisation).name for organisation in roles}
    ordered = sorted(roles, key=lambda one: (-len(roles[one]["lead"]), vietnamese.sort_key(names[one])))
    return [
        UnitView(
            one,
            Link(names[one], addresses.of("organisations", one)),
            f"chủ trì {len(roles[one]['lead'])}, phối hợp {len(roles[one]['join'])}",
        )
        for one in ordered
    ]


def _ids_by_task(roles: Roles, role: str) -> Mapping[str, str]:
    """For each task's key the organisations of that role, ids with spaces between, as the filter reads them."""
    found: dict[str, list[str]] = defaultdict(list)
    for organisation in sorted(roles):
        for key in roles[organisation][role]:
            found[key].append(organisation)
    return {key: " ".join(ids) for key, ids in found.items()}
