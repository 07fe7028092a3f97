"""Approvals that an import outdates: who approved saw other words, so the record is a draft until somebody looks again.

A draft, not merely unapproved: the content of an official portal may hold the former, the latter is an error there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from generator.content import Content, Entry
from generator.importers.album import Album
from generator.importers.writing import TOLD_IN_THE_LIST, Step
from generator.models import Decision


def take_back(album: Album, content: Content) -> list[str]:
    """Makes each approved exemplar that changes, by its words or its photo, a draft; returns the sentence on them."""
    again: list[str] = []
    for place, step in enumerate(album.steps):
        held = content.of("exemplars").get(step.exemplar)
        photo = any(Path(path).with_suffix("").as_posix() == f"exemplars/{step.exemplar}" for path in album.files)
        if held is not None and held.record.approved is not None and (step.fields or photo):
            again.append(f"Gương {held.id}")
            album.steps[place] = replace(step, fields={**step.fields, "approved": None, "draft": "true"})
    return told_again(again, "nay đổi")


def outdated(decision: Entry[Decision], content: Content, steps: Collection[Step]) -> Iterator[Entry[Decision]]:
    """The other approved decisions that name an exemplar whose name or age group changes: their lists show both."""
    changed = {step.exemplar for step in steps if step.exemplar and set(step.fields) & TOLD_IN_THE_LIST}
    for other in content.of("decisions").values():
        rows = (row for list_ in other.record.lists for row in list_.commendations if row.withdrawn is None)
        if (
            other.id != decision.id
            and other.record.approved is not None
            and any(one.exemplar in changed for one in rows)
        ):
            yield other


def told_again(named: Collection[str], why: str) -> list[str]:
    """The sentence on what must be approved again; none where nothing must."""
    listed = ", ".join(dict.fromkeys(named))
    return [f"{listed} đã duyệt, {why}: trở lại bản nháp, phải duyệt lại."] if named else []
