"""What fulfils each part of a plan: tasks, movements, decisions, exemplars and whatever else refers to it.

A decision fulfils what the movement of one of its lists fulfils, and what a task fulfils of which it is the evidence.
Only the newest few of a kind are named, so that the plan's page does not grow with what ten thousand people did.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses, numbering, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.pages.base import Link
from generator.pages.tasks import TaskView, task_views

FULFILLED_SAMPLE = (
    "Ở các dòng “Việc thực hiện” có phong trào, quyết định, gương, văn bản do người làm chuyên trang "
    "đặt ra để minh họa."
)
"""Of a page with parts that something invented fulfils."""

_NEWEST = 5


@dataclass(frozen=True)
class _Kind:
    """A kind of record that may fulfil a part: its words, where all of them are listed, the day that makes it new."""

    name: str
    words: str
    page: Link
    day: Callable[[Catalogue, Entry[Any]], date | None]


_KINDS = {
    "movements": _Kind(
        "Phong trào thi đua", "phong trào", Link("Trang Phong trào thi đua", addresses.MOVEMENTS),
        lambda _, entry: entry.record.starts,
    ),
    "blocs": _Kind(
        "Cụm, khối thi đua", "cụm, khối", Link("Trang Cụm, khối thi đua", addresses.BLOCS),
        lambda *_: None,
    ),
    "documents": _Kind(
        "Văn bản, thông báo, biểu mẫu của phường", "văn bản", Link("Trang Biểu mẫu, thông báo", addresses.DOCUMENTS),
        lambda _, entry: entry.record.date,
    ),
    "decisions": _Kind(
        "Quyết định khen thưởng", "quyết định", Link("Sổ khen thưởng", addresses.REGISTER),
        lambda _, entry: entry.record.date,
    ),
    "exemplars": _Kind(
        "Gương điển hình", "gương", Link("Trang Gương điển hình", addresses.GALLERY),
        lambda catalogue, entry: catalogue.honours.told_on(entry),
    ),
    "practices": _Kind(
        "Cách làm hay", "cách làm hay", Link("Trang Cách làm hay", addresses.PRACTICES),
        lambda _, entry: entry.record.approved.date,
    ),
    "guidance": _Kind(
        "Hướng dẫn", "bài hướng dẫn", Link("Trang Hướng dẫn", addresses.GUIDANCE),
        lambda _, entry: entry.record.reviewed,
    ),
}  # fmt: skip
"""In the order of printing, after the tasks."""


@dataclass(frozen=True)
class Group:
    """What of one kind fulfils a part: how many, the newest of them, and where all are listed if these are not all."""

    name: str
    count: int
    links: tuple[Link, ...]
    more: Link | None


@dataclass(frozen=True)
class Fulfilment:
    """All that fulfils a part: counted in words, the tasks with their states, the other kinds.

    ``sample`` says whether something shown is invented, ``modified`` is the newest day in what is shown.
    """

    words: str
    tasks: tuple[TaskView, ...]
    progress: Address
    groups: tuple[Group, ...]
    sample: bool
    modified: date | None


def fulfilments(catalogue: Catalogue, id_: str, parts: Iterable[str]) -> Mapping[str, Fulfilment]:
    """For each of the plan's parts given that something fulfils, by its id: what does."""
    tasks: dict[str, list[TaskView]] = defaultdict(list)
    annex = catalogue.annex(id_)
    for view, task in zip(task_views(catalogue, id_), annex.tasks if annex else (), strict=True):
        for served in task.fulfils:
            tasks[served].append(view)
    decisions = _decisions(catalogue, id_)
    found: dict[str, Fulfilment] = {}
    for part in parts:
        address = f"{id_}#{part}"
        entries: dict[str, list[Entry[Any]]] = defaultdict(list)
        for entry in catalogue.referred_by.get(("parts", address), ()):
            entries[entry.kind].append(entry)
        entries["decisions"] += decisions.get(address, {}).values()
        made = _fulfilment(catalogue, id_, tasks.get(address, []), entries)
        if made is not None:
            found[part] = made
    return found


def _fulfilment(
    catalogue: Catalogue, id_: str, tasks: list[TaskView], entries: Mapping[str, list[Entry[Any]]]
) -> Fulfilment | None:
    groups: list[Group] = []
    counts = [f"{len(tasks)} nhiệm vụ"] if tasks else []
    shown: list[Entry[Any]] = []
    for name, kind in _KINDS.items():
        theirs = entries.get(name, [])
        if theirs:
            newest = _newest(catalogue, kind, theirs)
            shown += newest
            links = tuple(Link(_name(catalogue, entry), addresses.of(name, entry.id)) for entry in newest)
            groups.append(Group(kind.name, len(theirs), links, kind.page if len(theirs) > len(newest) else None))
            counts.append(f"{vietnamese.group_digits(len(theirs))} {kind.words}")
    if not counts:
        return None
    days = [catalogue.modified(entry) for entry in shown] + [view.on for view in tasks]
    return Fulfilment(
        words=", ".join(counts),
        tasks=tuple(tasks),
        progress=addresses.progress(id_),
        groups=tuple(groups),
        sample=any(getattr(entry.record, "sample", False) for entry in shown) or any(view.sample for view in tasks),
        modified=max((day for day in days if day), default=None),
    )


def _newest(catalogue: Catalogue, kind: _Kind, entries: list[Entry[Any]]) -> list[Entry[Any]]:
    return heapq.nlargest(_NEWEST, entries, key=lambda entry: (kind.day(catalogue, entry) or date.min, entry.id))


def _name(catalogue: Catalogue, entry: Entry[Any]) -> str:
    if entry.kind == "exemplars":
        return catalogue.honours.exemplar_name(entry.record)
    if entry.kind == "decisions":
        return f"Quyết định số {entry.record.number} ngày {vietnamese.format_date(entry.record.date)}"
    name: str = getattr(entry.record, "title", None) or entry.record.name
    return name


def _decisions(catalogue: Catalogue, id_: str) -> Mapping[str, Mapping[str, Entry[Any]]]:
    """For each part of a plan the published decisions that fulfil it, by id."""
    found: dict[str, dict[str, Entry[Any]]] = defaultdict(dict)
    movements = catalogue.content.of("movements")
    for decision in catalogue.honours.decisions:
        for list_ in decision.record.lists:
            for part in movements[list_.movement].record.fulfils if list_.movement else ():
                found[part][decision.id] = decision
    annex, published = catalogue.annex(id_), catalogue.honours.published("decisions") or frozenset()
    for key, task in zip(numbering.task_keys(annex), annex.tasks, strict=True) if annex else ():
        told = catalogue.progress_of(id_, key)
        named = [shown.decision for shown in told.evidence if shown.decision in published] if told else []
        for part in task.fulfils:
            found[part].update((one, catalogue.content.of("decisions")[one]) for one in named if one)
    return found
