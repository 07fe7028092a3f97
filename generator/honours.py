"""The honours that may be told on a day, row by row, and who was honoured how. Assumes checked content.

Everything the site shows of an honoured person passes here: what is not published, not covered by a ground, revoked or
taken down has no name, no unit, no deed and no page in what this module gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from generator import grounds
from generator.content import Entry
from generator.edition import Edition, called
from generator.life import is_published
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList, Commendation, GroupCount, Revocation
from generator.models.honours import Kind

State = Literal["named", "unnamed", "withdrawn", "revoked"]
Mark = Literal["direct_worker", "small_collective"]
_MARKED: Mapping[Mark, Kind] = {"direct_worker": "individual", "small_collective": "group"}


@dataclass(frozen=True)
class Honour:
    """One row of a decision's list, and what of it may be shown; what may not is empty.

    ``number`` is its place in the list as signed, ``list_number`` the list's in the decision. ``exemplar`` is set where
    the exemplar has a page. ``named`` rows show a name; ``unnamed`` have no ground for one; ``withdrawn`` were taken
    down; ``revoked`` lost the award.
    """

    decision: Entry[Decision]
    list: AwardList
    list_number: int
    commendation: Commendation
    number: int
    kind: Kind
    state: State
    exemplar: Entry[Exemplar] | None
    shown_name: str
    organisation: str | None
    achievement: str
    position: str = ""
    revocation: Revocation | None = None
    withdrawn: date | None = None

    def bears(self, mark: Mark) -> bool:
        """Whether the row says so, or the page to which it leads; an unnamed row leads to none."""
        page = (self.exemplar.record,) if self.exemplar else ()
        return bears(mark, self.kind, self.commendation, *page)


def bears(mark: Mark, kind: Kind, *records: Commendation | Exemplar) -> bool:
    """Whether any of the records of one honoured says it; only a person is a direct worker, only a group small."""
    return kind == _MARKED[mark] and any(getattr(record, mark) for record in records)


@dataclass(frozen=True)
class Counted:
    """How many of a residential group received an award that is counted, never listed."""

    decision: Entry[Decision]
    list: AwardList
    count: GroupCount


class Honours(Edition):
    """What is published on a day, and what may be shown of each row of its decisions."""

    @cached_property
    def rows(self) -> tuple[Honour, ...]:
        """Every row of every published decision, newest decision first, in the order of the lists as signed."""
        return tuple(
            self._honour(decision, list_number, row, number)
            for decision in self.decisions
            for list_number, list_ in enumerate(decision.record.lists)
            for number, row in enumerate(list_.commendations, 1)
        )

    @cached_property
    def standing(self) -> tuple[Honour, ...]:
        """The rows whose award still stands and whose person was not taken down."""
        return tuple(honour for honour in self.rows if honour.state in ("named", "unnamed"))

    def _honour(self, decision: Entry[Decision], list_number: int, row: Commendation, number: int) -> Honour:
        list_ = decision.record.lists[list_number]
        of = decision, list_, list_number, row, number
        entry = self._content.of("exemplars").get(row.exemplar) if row.exemplar else None
        exemplar: Exemplar | None = entry.record if entry else None
        kind: Kind = row.kind or (exemplar.kind if exemplar else "individual" if row.name or row.exemplar else "group")

        def hidden(state: State, organisation: str | None = None, by: Revocation | None = None) -> Honour:
            return Honour(*of, kind, state, None, "", organisation, "", revocation=by)

        taken_down = self._taken_down(row)
        if taken_down:
            return Honour(*of, kind, "withdrawn", None, "", None, "", withdrawn=taken_down)
        revocation = self._revocation(decision.record, list_, row)
        if revocation is not None:
            return hidden("revoked", by=revocation)
        if exemplar is not None and not is_published(exemplar, self._as_of):
            return hidden("unnamed")  # who is in a file that nobody has approved yet, or whose day has not come
        organisation = row.organisation or (exemplar.organisation if exemplar else None)
        if exemplar and exemplar.kind == "group" and exemplar.name is None:
            organisation = exemplar.organisation
        age_group = "adult"
        if kind == "individual":
            age_group = (exemplar.age_group if exemplar else row.age_group or list_.age_group) or ""
        ground = grounds.ground_of(row, list_.shown, decision.record.shown)
        if ground is not None and grounds.recorded_on(ground) > self._as_of:
            ground = None

        def covers(aspect: Literal["name", "unit", "achievement"]) -> bool:
            return kind == "group" or grounds.may_show(ground, aspect, age_group or None)

        name = (self.exemplar_name(exemplar) if exemplar else self._row_name(row, kind)) if covers("name") else ""
        if not name:
            return hidden("unnamed", organisation if age_group == "adult" else None)
        page = entry if entry is not None and entry.id in self._published_ids["exemplars"] else None
        unit = organisation if covers("unit") else None
        achievement = (row.achievement or "") if covers("achievement") else ""
        told = exemplar.name if exemplar else row.name
        position = told.position or "" if told and covers("unit") else ""
        return Honour(*of, kind, "named", page, name, unit, achievement, position)

    def _taken_down(self, row: Commendation) -> date | None:
        """The day on which the row's person was taken down, by the exemplar's record or by the row itself."""
        gone = self._withdrawn.get(row.exemplar) if row.exemplar else None
        return gone.record.withdrawn if gone else row.withdrawn

    def _row_name(self, row: Commendation, kind: Kind) -> str:
        """The name typed in the row; a group without one is the organisation itself, a person without one is nobody."""
        if row.name is not None:
            return called(row.name, kind)
        return self._organisation_name(row.organisation) if kind == "group" else ""

    @cached_property
    def of_decision(self) -> Mapping[str, tuple[Honour, ...]]:
        """The rows of each published decision, revoked and taken down ones included."""
        return _grouped((honour.decision.id, honour) for honour in self.rows)

    @cached_property
    def of_exemplar(self) -> Mapping[str, tuple[Honour, ...]]:
        """The standing honours of each exemplar, newest first."""
        return _grouped(
            (honour.commendation.exemplar, honour) for honour in self.standing if honour.commendation.exemplar
        )

    @cached_property
    def of_organisation(self) -> Mapping[str, tuple[Honour, ...]]:
        """The standing honours of each organisation and of its people, newest first."""
        return _grouped((honour.organisation, honour) for honour in self.standing if honour.organisation)

    @cached_property
    def of_movement(self) -> Mapping[str, tuple[Honour, ...]]:
        """The standing honours given within each movement, newest first."""
        return _grouped((honour.list.movement, honour) for honour in self.standing if honour.list.movement)

    @cached_property
    def of_award(self) -> Mapping[str, tuple[Honour, ...]]:
        """The standing honours of each award, newest first."""
        return _grouped((honour.list.award, honour) for honour in self.standing)

    @cached_property
    def counted_in(self) -> Mapping[str, tuple[Counted, ...]]:
        """For each residential group, the awards that are counted there, newest first."""
        found: dict[str, list[Counted]] = defaultdict(list)
        for decision in self.decisions:
            for list_ in decision.record.lists:
                if not (self._revocation(decision.record, list_, Commendation())):
                    for count in list_.counts:
                        found[count.organisation].append(Counted(decision, list_, count))
        return {id_: tuple(counts) for id_, counts in found.items()}

    def scan_may_be_read(self, entry: Entry[Decision]) -> bool:
        """Whether the decision's scan may be linked: it was looked through, all on it may be named, none is a child.

        A paper tells a child's school and results whatever its consent names.
        """
        checked = entry.record.scan_checked and entry.id in self._content.scans
        rows = self.of_decision.get(entry.id, ())
        adults = all(not grounds.is_child(self.age_group(honour)) for honour in rows)
        return checked and adults and all(honour.state == "named" for honour in rows)

    def age_group(self, honour: Honour) -> str | None:
        """The age group of the row's person; None where it is not known, and of a group and a household."""
        if honour.kind != "individual":
            return None
        row = honour.commendation
        entry = self._content.of("exemplars").get(row.exemplar) if row.exemplar else None
        age_group: str | None = entry.record.age_group if entry else row.age_group or honour.list.age_group
        return age_group


def _grouped(pairs: Iterable[tuple[str, Honour]]) -> Mapping[str, tuple[Honour, ...]]:
    found: dict[str, list[Honour]] = defaultdict(list)
    for key, honour in pairs:
        found[key].append(honour)
    return {key: tuple(honours) for key, honours in found.items()}
