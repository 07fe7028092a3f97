"""Approval written into the records themselves: of one record, or of a decision with the exemplars of its rows.

Nothing is approved that the checks find wrong: they run on the content as it would be before a byte of it is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.content import Content, Entry, read_content
from generator.importers.rehearsal import rehearse
from generator.models.base import Approval
from generator.problems import ContentInvalid, Problem, did_you_mean, errors
from generator.yaml_editing import write_all
from generator.yaml_patch import Patch

_KINDS = ("decisions", "exemplars", "practices", "documents", "consultations", "plans")
"""The kinds of records that wait for an approval."""


class ApprovalRefused(Exception):
    """Nothing of that id waits for an approval; the sentence says what there is."""


@dataclass(frozen=True)
class Planned:
    """What an approval would write: the records by their files, the new texts; what was approved before it stays.

    ``warnings`` are those of the files that change.
    """

    approved: tuple[Entry[Any], ...]
    before: tuple[Entry[Any], ...]
    texts: Mapping[Path, str]
    warnings: tuple[Problem, ...]


def plan_approval(folder: Path, named: str, approval: Approval, as_of: date, *, alone: bool = False) -> Planned:
    """What approving the record of that id, ``2026/215-qd-ubnd``, ``2026-004``, ``practices/ngo-xanh``, would write.

    A decision takes along the exemplars of its rows, unless it is to be approved ``alone``. Raises ApprovalRefused for
    an id that nothing has; ContentInvalid where the content cannot be read, or one of the records would be wrong.
    """
    content, problems = read_content(folder)
    if errors(problems) or not folder.is_dir():
        raise ContentInvalid(sorted(set(problems)))
    entry = _find(content, named)
    entries = (entry,) if alone else (entry, *_told_in(content, entry))
    waiting = tuple(one for one in entries if one.record.approved is None)
    texts = {one.file: _approved(one, approval) for one in waiting}
    found, _ = rehearse(
        content, {file.relative_to(content.root).as_posix(): text for file, text in texts.items()}, as_of
    )
    wrong = sorted(one.problem for one in found)
    if errors(wrong):
        raise ContentInvalid(wrong)
    return Planned(waiting, tuple(one for one in entries if one.record.approved is not None), texts, tuple(wrong))


def approve(planned: Planned) -> None:
    """Writes what is planned, all of it or, where a file cannot be written, nothing. Raises OSError."""
    write_all(planned.texts)


def _find(content: Content, named: str) -> Entry[Any]:
    kind, _, id_ = named.removesuffix(".yml").partition("/")
    if kind in _KINDS and id_ in content.of(kind):
        return content.of(kind)[id_]
    found = next((content.of(kind)[named] for kind in ("decisions", "exemplars") if named in content.of(kind)), None)
    if found is None:
        ids = [id_ for kind in ("decisions", "exemplars") for id_ in content.of(kind)]
        ids += [f"{kind}/{id_}" for kind in _KINDS for id_ in content.of(kind)]
        fix = did_you_mean(named, ids) or "xem tên tệp trong content, như 2026/215-qd-ubnd, practices/ngo-xanh"
        raise ApprovalRefused(f'không có quyết định, gương, bài nào mang mã "{named}". Cách sửa: {fix}')
    return found


def _told_in(content: Content, entry: Entry[Any]) -> Iterator[Entry[Any]]:
    """The exemplars of the rows of a decision, each once."""
    rows = (row for list_ in getattr(entry.record, "lists", ()) for row in list_.commendations)
    exemplars = content.of("exemplars")
    yield from (exemplars[id_] for id_ in dict.fromkeys(row.exemplar for row in rows) if id_ in exemplars)


def _approved(entry: Entry[Any], approval: Approval) -> str:
    """The text with the approval in the place of the draft, or behind the last field where none is written."""
    patch = Patch(entry.file.read_bytes().decode("utf-8-sig"))
    words = {"by": approval.by, "role": approval.role, "date": approval.date.isoformat()}
    try:
        patch.put(("draft",), "approved", words)
    except KeyError:
        patch.add((), "approved", words)
    return patch.text()
