"""A plan beside the one before it: what was kept, changed, added, dropped, and what only has another number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from generator import addresses, numbering
from generator.catalogue import Catalogue
from generator.comparison import Change, Kind, Stretch, compare, counts
from generator.numbering import AddressedPart
from generator.pages.base import Link, Page, plan_name, shorten
from generator.pages.citations import citation

_WORDS: dict[Kind, str] = {
    "kept": "giữ nguyên",
    "changed": "sửa",
    "added": "thêm",
    "dropped": "bỏ",
    "moved": "chỉ đổi số",
}


@dataclass(frozen=True)
class ChangeView:
    """A change ready to print: what happened in words, where it stood, where it stands, its words."""

    kind: Kind
    words: str
    old: Link | None
    new: Link | None
    text: tuple[Stretch, ...]


def comparison_page(catalogue: Catalogue, id_: str) -> Page:
    """The page that compares the plan with the one it names; its text first, then its tasks."""
    before = catalogue.plan(id_).compared_with or id_
    name, old_name = plan_name(catalogue, id_), plan_name(catalogue, before)
    text = compare(_parts(catalogue, before), _parts(catalogue, id_))
    tasks = compare(_tasks(catalogue, before), _tasks(catalogue, id_))
    title = f"Thay đổi so với {old_name.lower()}"
    context = {
        "old": Link(citation(catalogue, catalogue.plan(before)), addresses.plan(before)),
        "new": Link(citation(catalogue, catalogue.plan(id_)), addresses.plan(id_)),
        "lists": [
            {"heading": heading, "id": part_id, "summary": _summary(changes), "runs": _runs(before, id_, changes)}
            for heading, part_id, changes in (("Lời văn", "loi-van", text), ("Nhiệm vụ", "nhiem-vu", tasks))
            if changes
        ],
    }
    return Page(
        addresses.comparison(id_), "pages/comparison.md", title,
        f"{name} so với {old_name.lower()}, từng phần: giữ nguyên, sửa, thêm, bỏ, đổi số.", "comparison", "plan",
        crumbs=(Link("Kế hoạch", addresses.PLANS), Link(name, addresses.plan(id_)), Link(title)),
        modified=catalogue.plan(id_).date, context=context,
    )  # fmt: skip


def _parts(catalogue: Catalogue, id_: str) -> tuple[AddressedPart, ...]:
    """The title and every part of the plan's text."""
    plan = catalogue.plan(id_)
    title = AddressedPart("", "title", "", plan.title, "", "tên kế hoạch", "tên kế hoạch")
    return (title, *numbering.number_parts(plan))


def _tasks(catalogue: Catalogue, id_: str) -> tuple[AddressedPart, ...]:
    """Every task, its text all the cells of its row under the names of their columns."""
    annex = catalogue.annex(id_)
    if annex is None:
        return ()
    made = []
    for part, task in zip(numbering.number_tasks(annex), annex.tasks, strict=True):
        cells = (("chủ trì", task.lead), ("phối hợp", task.coordination), ("thời gian", task.period))
        told = [f"{words}: {cell}" for words, cell in cells if cell]
        made.append(replace(part, text="; ".join((task.content, *told, *(cell for cell in task.others if cell)))))
    return tuple(made)


def _summary(changes: Iterable[Change]) -> str:
    """``Số phần: giữ nguyên 12, sửa 3, thêm 1``; only what there is."""
    found = counts(changes)
    return "Số phần: " + ", ".join(f"{words} {found[kind]}" for kind, words in _WORDS.items() if found[kind])


def _runs(before: str, id_: str, changes: tuple[Change, ...]) -> list[dict[str, object]]:
    """The changes in order, each stretch of kept parts as one run."""
    return [
        {"kept": kept, "changes": [_view(before, id_, change) for change in run]}
        for kept, run in groupby(changes, lambda change: change.kind == "kept")
    ]


def _view(before: str, id_: str, change: Change) -> ChangeView:
    old, new = _link(before, change.old), _link(id_, change.new)
    words = _WORDS[change.kind]
    if change.kind == "changed" and change.renumbered:
        words = "sửa, đổi số"
    text = (("same", shorten(change.new.full_text, 90)),) if change.kind == "kept" and change.new else change.words
    return ChangeView(change.kind, words, old if change.kind == "dropped" or change.renumbered else None, new, text)


def _link(plan: str, part: AddressedPart | None) -> Link | None:
    if part is None:
        return None
    return Link(part.spoken, addresses.plan_part(f"{plan}#{part.id}"))
