"""What a human must judge, and whether one has: a ``confirmed`` entry silences a rule at its place and below.

A rule that warns finds doubts; the silencing stands here alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.content import Content, Entry
from generator.models import Decision
from generator.models.decisions import AwardList
from generator.models.honours import Confirmation
from generator.problems import Place, Problem

Path = tuple[str | int, ...]
STILL_RIGHT = "; đã xem và vẫn đúng thì ghi confirmed"
"""What leads to the way to confirm a doubt, behind the way to mend it."""
_CONFIRMABLE_KINDS = ("decisions", "exemplars", "practices", "consultations", "movements", "blocs", "documents")
_BELOW: dict[type, str] = {Decision: "lists", AwardList: "commendations"}


@dataclass(frozen=True)
class Doubt:
    """Something that may be right: where, the fact, the way out; ``words`` is the nth such fragment of that value."""

    entry: Entry[Any]
    path: Path
    message: str
    fix: str
    words: str = ""
    nth: int = 0

    def place(self) -> Place:
        """Where the doubtful words stand, or the value that is doubted; reads the file again."""
        return self.entry.place_of(self.words, *self.path, nth=self.nth)


def unconfirmed(rule: str, doubts: Iterable[Doubt]) -> Iterator[Problem]:
    """A warning for each doubt that nobody has confirmed, with the way to confirm it."""
    for doubt in doubts:
        if not any(True for _ in confirming(rule, doubt)):
            fix = f"{doubt.fix}{STILL_RIGHT}: [{{rule: {rule}, reason: vì sao}}]"
            yield Problem(doubt.place(), rule, doubt.message, fix, "cảnh báo")


def confirming(rule: str, doubt: Doubt) -> Iterator[Path]:
    """The paths of the confirmations that silence the doubt: of its record, its list, its row."""
    value: Any = doubt.entry.record
    for number in range(len(doubt.path) + 1):
        for place, one in enumerate(getattr(value, "confirmed", ())):
            if one.rule == rule:
                yield (*doubt.path[:number], "confirmed", place)
        if number < len(doubt.path):
            step = doubt.path[number]
            value = value[step] if isinstance(step, int) else getattr(value, step)


def confirmable(entry: Entry[Any]) -> bool:
    """Whether the record can say that a human has judged a doubt."""
    return entry.kind in _CONFIRMABLE_KINDS


def given(content: Content) -> Iterator[tuple[Entry[Any], Path, Confirmation]]:
    """Every confirmation in the content, with its record and its path."""
    for kind in _CONFIRMABLE_KINDS:
        for entry in content.of(kind).values():
            yield from ((entry, path, one) for path, one in _given_in(entry.record))


def _given_in(record: Any) -> Iterator[tuple[Path, Confirmation]]:
    for place, one in enumerate(record.confirmed):
        yield ("confirmed", place), one
    name = _BELOW.get(type(record))
    if name is None:
        return
    for number, item in enumerate(getattr(record, name)):
        for path, one in _given_in(item):
            yield (name, number, *path), one
