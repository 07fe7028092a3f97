"""The content files as they would be after an import: rows put into the decision, exemplars' files, photographs.

Comments, order and quoting of what stands there are kept. Rows never change places: a new one follows the row that its
neighbour in the file is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString
from ruamel.yaml.tokens import CommentToken

from generator.content import Entry
from generator.importers.lists import Target
from generator.importers.patches import Patch
from generator.models import BY_NAME, Decision
from generator.yaml_editing import parse_editable, prose_value, to_text

_PLAIN = re.compile(r"[^\W_](?:[^?:#\[\]{}&*!|>%@`\"'\\]|:(?=\w)|(?<=\w)['\"])*")
_NO_BASIS = re.compile(r"^[ \t]*# basis:.*\n", re.MULTILINE)
_APPROVED = re.compile(r"^approved:.*\n(?:[ \t]+\S.*\n)*", re.MULTILINE)
Changes = dict[str, str | bytes | None]
"""The new content of files by their path below the content folder; None takes a file away."""
TOLD_IN_THE_LIST = frozenset({"name", "age_group"})
"""The fields of an exemplar that its row in a decision shows, or is shown by: the row has none of its own."""


@dataclass(frozen=True)
class Step:
    """What becomes of one line: the row at ``index`` patched, or a new row; the exemplar's file patched or made.

    ``exemplar`` is the id of the exemplar whose file is meant. ``whole``: the patch is the whole row.
    """

    line: int
    target: Target
    index: int | None
    row: Patch = field(default_factory=dict)
    exemplar: str = ""
    fields: Patch = field(default_factory=dict)
    whole: bool = False


@dataclass(frozen=True)
class Written:
    """The decision after the steps: its path, its text (None where nothing changes), the line each row came from.

    A row is known by its list and its place in it, from 0.
    """

    path: str
    text: str | None
    origins: Mapping[tuple[int, int], int]


def decision_text(decision: Entry[Decision], before: str, steps: Sequence[Step]) -> Written:
    """The decision after the steps; ``before`` is its text. One that was approved and changes is a draft again."""
    changed = any(step.row for step in steps)
    if decision.record.approved is not None:
        changed = changed or any(set(step.fields) & TOLD_IN_THE_LIST for step in steps)
    data = _draft_again(before) if changed else parse_editable(before)
    lists = _block_seq(data, "lists")
    origins: dict[tuple[int, int], int] = {}
    for target in sorted({step.target for step in steps}, key=lambda one: one.index):
        own = [step for step in steps if step.target == target]
        if target.index >= len(lists):
            lists.append(_new_list(target))
        elif target.award:
            _complete(lists[target.index], target)
        rows = _block_seq(lists[target.index], "commendations")
        for place, line in enumerate(_put(rows, own)):
            if line is not None:
                origins[target.index, place] = line
    return Written(BY_NAME["decisions"].path(decision.id), to_text(data) if changed else None, origins)


def _put(rows: CommentedSeq, steps: Sequence[Step]) -> list[int | None]:
    """Changes the rows; returns the line each row came from, None for a row no line is."""
    order: list[int | None] = [None] * len(rows)
    lines = {step.index: step.line for step in steps if step.index is not None}
    for step in steps:
        if step.index is not None:
            order[step.index] = step.line
            if step.whole:
                rows[step.index] = block(step.row)
            else:
                apply_patch(rows[step.index], step.row)
    first = next((step.index for step in steps if step.index is not None), None)
    at = len(rows) if first is None else first
    for step in steps:
        if step.index is not None:
            at = order.index(lines[step.index]) + 1
            continue
        rows.insert(at, block(step.row))
        order.insert(at, step.line)
        at += 1
    return order


def exemplar_files(steps: Sequence[Step], before: Mapping[str, str]) -> Changes:
    """The exemplars' files that change, by path; ``before`` holds the text of those that are there, by id."""
    changes: Changes = {}
    for step in steps:
        if not (step.exemplar and step.fields):
            continue
        path = BY_NAME["exemplars"].path(step.exemplar)
        if step.exemplar in before:
            held = changes.get(path, before[step.exemplar])
            text = held if isinstance(held, str) else before[step.exemplar]
            data = _draft_again(text) if "approved" in step.fields else parse_editable(text)
            apply_patch(data, step.fields)
            changes[path] = to_text(data)
        else:
            changes[path] = to_text(block(step.fields))
    return changes


def draft_text(text: str) -> str:
    """The text of a record as a draft that nobody has approved."""
    return to_text(_draft_again(text))


def _draft_again(text: str) -> CommentedMap:
    """The mapping, a draft in the place of its approval where it has one.

    Comments below the approval stay, which taking the key out would take along.
    """
    data = parse_editable(text)
    if "approved" not in data:
        return data
    place = list(data).index("approved")
    del data["approved"]
    data.pop("draft", None)
    data.insert(place, "draft", "true")
    try:
        kept = parse_editable(_APPROVED.sub("draft: true\n", text, count=1))
    except YAMLError:
        return data
    return kept if kept == data else data


def block(fields: Patch) -> CommentedMap:
    """The fields as editors write them: name, ground and photo on one line each, prose as a block."""
    made = CommentedMap()
    apply_patch(made, fields)
    return made


def apply_patch(data: CommentedMap, patch: Patch) -> None:
    """Sets the fields in place, so that what stands around them stays; None takes a field away."""
    for key, value in patch.items():
        if value is None:
            data.pop(key, None)
        elif key == "story":
            data[key] = prose_value(value)
        elif isinstance(value, list):
            data[key] = _flow(value)
        elif isinstance(value, dict):
            held = data.get(key)
            if isinstance(held, CommentedMap):
                for name in [name for name in held if name not in value]:
                    del held[name]
                for name, inner in value.items():
                    if _plain(held.get(name)) != inner:
                        held[name] = _flow(inner)
            else:
                data[key] = _flow(value)
        else:
            data[key] = _scalar(value)


def _flow(value: Any) -> Any:
    """The value on one line."""
    if isinstance(value, dict):
        made: Any = CommentedMap({key: _flow(inner) for key, inner in value.items()})
    elif isinstance(value, list):
        made = CommentedSeq(_flow(one) for one in value)
    else:
        return _scalar(value)
    made.fa.set_flow_style()
    return made


def _scalar(text: str) -> str:
    """The text, quoted where the YAML 1.1 that reads it might differ from the 1.2 that writes it."""
    return text if _PLAIN.fullmatch(text) else DoubleQuotedScalarString(text)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, CommentedSeq) else value


def _new_list(target: Target) -> CommentedMap:
    made = CommentedMap(award=target.award)
    if target.basis:
        made["basis"] = target.basis
    made["for_period"] = target.for_period
    made["commendations"] = CommentedSeq()
    return made


def _complete(list_: CommentedMap, target: Target) -> None:
    """Lets a list that was empty say what the target does, what stands around it kept.

    A basis goes where a blank has it commented out, and takes the comments below that place along.
    """
    list_["award"], list_["for_period"] = target.award, target.for_period
    comments = list_.ca.items
    if target.basis and "basis" in list_:
        list_["basis"] = target.basis
    elif target.basis:
        list_.insert(list(list_).index("award") + 1, "basis", target.basis)
        below = comments.get("award", [None] * 3)[2]
        if below is not None:
            found = _NO_BASIS.search(below.value)
            line = below.value.find("\n") + 1
            kept, rest = found.span() if found else (line, line)
            comments["basis"] = [None, None, CommentToken("\n" + below.value[rest:], below.start_mark), None]
            below.value = below.value[:kept]
    elif list_.pop("basis", None) is not None and "basis" in comments:
        comments.setdefault("award", comments.pop("basis"))


def _block_seq(data: CommentedMap, key: str) -> CommentedSeq:
    """The list under the key, one item a line; made where there is none or only ``[]``."""
    held = data.get(key)
    if isinstance(held, CommentedSeq) and not (held.fa.flow_style() and not held):
        held.fa.set_block_style()
        return held
    made = CommentedSeq()
    data[key] = made
    return made


def write_path(root: Path, changes: Mapping[str, str | bytes | None]) -> dict[Path, str | bytes | None]:
    """The changes by the files they are made to."""
    return {root / path: value for path, value in changes.items()}
