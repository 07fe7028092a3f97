"""The rows that stand in a decision, with who each is as far as the content knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.checks import taken_down
from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers.names import split_name
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList, Commendation


@dataclass(frozen=True)
class Known:
    """A row that stands in the decision, and who it is. ``gone``: the day it was taken down.

    ``another``: an editor has confirmed that it is not the person of that name who was taken down.
    """

    index: int
    row: Commendation
    exemplar: ContentEntry[Exemplar] | None
    name: str
    kind: str
    organisation: str
    gone: date | None
    another: bool = False

    @property
    def number(self) -> int:
        """Its number in the list as signed."""
        return self.index + 1


def known_rows(decision: Decision, index: int, content: Content) -> list[Known]:
    """The rows of a list of the decision; none of a list that is not there yet."""
    if index >= len(decision.lists):
        return []
    list_ = decision.lists[index]
    above = is_another(decision) or is_another(list_)
    return [_known(place, row, content, above=above) for place, row in enumerate(list_.commendations)]


def is_another(record: Decision | AwardList | Commendation | Exemplar) -> bool:
    """Whether an editor has confirmed in the record that whoever it names is not the one who was taken down."""
    return any(one.rule == taken_down.RULE for one in record.confirmed)


def _known(place: int, row: Commendation, content: Content, *, above: bool) -> Known:
    exemplar: ContentEntry[Any] | None = content.of("exemplars").get(row.exemplar or "")
    gone = row.withdrawn
    if row.exemplar and row.exemplar in content.of("withdrawals"):
        gone = content.of("withdrawals")[row.exemplar].record.withdrawn
    record: Exemplar | None = exemplar.record if exemplar else None
    name = row.name or (record.name if record else None)
    kind = row.kind or (record.kind if record else "individual" if row.name or row.exemplar else "group")
    organisation = row.organisation or (record.organisation if record else None) or ""
    spelt = split_name(name.name, with_position=False)[1] if name else ""
    another = is_another(record) if record else above or is_another(row)
    return Known(place, row, exemplar, spelt, kind, organisation, gone, another)
