"""The rows that stand in a decision, with who each is as far as the content knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers.names import split_name
from generator.models import Decision, Exemplar
from generator.models.decisions import Commendation


@dataclass(frozen=True)
class Known:
    """A row that stands in the decision, and who it is. ``gone``: the day it was taken down."""

    index: int
    row: Commendation
    exemplar: ContentEntry[Exemplar] | None
    name: str
    kind: str
    organisation: str
    gone: date | None

    @property
    def number(self) -> int:
        """Its number in the list as signed."""
        return self.index + 1


def known_rows(decision: Decision, index: int, content: Content) -> list[Known]:
    """The rows of a list of the decision; none of a list that is not there yet."""
    if index >= len(decision.lists):
        return []
    return [_known(place, row, content) for place, row in enumerate(decision.lists[index].commendations)]


def _known(place: int, row: Commendation, content: Content) -> Known:
    exemplar: ContentEntry[Any] | None = content.of("exemplars").get(row.exemplar or "")
    gone = row.withdrawn
    if row.exemplar and row.exemplar in content.of("withdrawals"):
        gone = content.of("withdrawals")[row.exemplar].record.withdrawn
    record: Exemplar | None = exemplar.record if exemplar else None
    name = row.name or (record.name if record else None)
    kind = row.kind or (record.kind if record else "individual" if row.name or row.exemplar else "group")
    organisation = row.organisation or (record.organisation if record else None) or ""
    return Known(
        place, row, exemplar, split_name(name.name, with_position=False)[1] if name else "", kind, organisation, gone
    )
