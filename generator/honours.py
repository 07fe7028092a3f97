"""What may be told on a day: decisions, their rows, exemplars, practices, documents. Assumes checked content.

Everything the site shows of an honoured person passes here: what is not published, not covered by a ground, revoked or
taken down has no name, no unit, no deed and no page in what this module gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from generator import grounds, vietnamese
from generator.content import Content, Entry
from generator.life import is_published
from generator.models import Consultation, Decision, Document, Exemplar, Practice
from generator.models.decisions import AwardList, Commendation, GroupCount, Revocation
from generator.models.honours import Kind, Name

State = Literal["named", "unnamed", "withdrawn", "revoked"]


@dataclass(frozen=True)
class Honour:
    """One row of a decision's list, and what of it may be shown; what may not is empty.

    ``number`` is its place in the list as signed. ``exemplar`` is set where the exemplar has a page. ``named`` rows
    show a name; ``unnamed`` have no ground for one; ``withdrawn`` were taken down; ``revoked`` lost the award.
    """

    decision: Entry[Decision]
    list: AwardList
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


@dataclass(frozen=True)
class Counted:
    """How many of a residential group received an award that is counted, never listed."""

    decision: Entry[Decision]
    list: AwardList
    count: GroupCount


class Honours:
    """Decisions, rows, exemplars, practices and documents as they may be read on a day, and who was honoured how."""

    def __init__(self, content: Content, as_of: date) -> None:
        self._content = content
        self._as_of = as_of
        self._withdrawn = content.of("withdrawals")

    # what is published -------------------------------------------------------------------------------------------

    @cached_property
    def decisions(self) -> tuple[Entry[Decision], ...]:
        """The published decisions, newest first."""
        return self._newest("decisions", lambda entry: entry.record.date)

    @cached_property
    def practices(self) -> tuple[Entry[Practice], ...]:
        """The published practices, newest first."""
        return self._newest("practices", lambda entry: entry.record.approved.date)

    @cached_property
    def consultations(self) -> tuple[Entry[Consultation], ...]:
        """The lists on which the public was asked for its opinion, the last to close first."""
        return self._newest("consultations", lambda entry: entry.record.closes)

    @cached_property
    def documents(self) -> tuple[Entry[Document], ...]:
        """The published papers, notices and forms of the ward, newest first."""
        return self._newest("documents", lambda entry: entry.record.date)

    def _newest(self, kind: str, day: Any) -> tuple[Entry[Any], ...]:
        found = [entry for entry in self._content.of(kind).values() if is_published(entry.record, self._as_of)]
        return tuple(sorted(found, key=lambda entry: (day(entry), entry.id), reverse=True))

    @cached_property
    def exemplars(self) -> tuple[Entry[Exemplar], ...]:
        """The exemplars that have a page, newest first by the day of their latest honour or introduction."""
        found = [entry for entry in self._content.of("exemplars").values() if self._is_told(entry)]
        return tuple(sorted(found, key=lambda entry: (self.told_on(entry), entry.id), reverse=True))

    def _is_told(self, entry: Entry[Exemplar]) -> bool:
        """Whether the exemplar has a page: published, covered by a ground, and resting on an honour or an introduction.

        One whose every award was revoked has none (Law 06/2022/QH15, Article 93).
        """
        record = entry.record
        if not (is_published(record, self._as_of) and grounds.may_have_page(record)):
            return False
        if entry.id in self._standing:
            return True
        introduced = record.introduced_by is not None and (record.introduced_on or date.min) <= self._as_of
        return introduced and entry.id not in self._revoked

    @cached_property
    def _standing(self) -> Mapping[str, date]:
        """The day of the latest published award, not revoked, of each exemplar that has one."""
        found: dict[str, date] = {}
        for id_, decision, revocation in self._rows_of_exemplars():
            if revocation is None:
                found[id_] = max(found.get(id_, date.min), decision.record.date)
        return found

    @cached_property
    def _revoked(self) -> Mapping[str, date]:
        """The exemplars of which an award was revoked, with the latest day of it."""
        found: dict[str, date] = {}
        for id_, _, revocation in self._rows_of_exemplars():
            if revocation is not None:
                found[id_] = max(found.get(id_, date.min), revocation.date)
        return found

    def _rows_of_exemplars(self) -> Iterable[tuple[str, Entry[Decision], Revocation | None]]:
        for decision in self.decisions:
            for list_ in decision.record.lists:
                for row in list_.commendations:
                    if row.exemplar is not None and row.withdrawn is None:
                        yield row.exemplar, decision, self._revocation(decision.record, list_, row)

    def _revocation(self, decision: Decision, list_: AwardList, row: Commendation) -> Revocation | None:
        """By what the row's award was revoked, as far as the day knows."""
        found = row.revoked or list_.revoked or decision.revoked
        return found if found is not None and found.date <= self._as_of else None

    @cached_property
    def _published_ids(self) -> Mapping[str, frozenset[str]]:
        return {
            "exemplars": frozenset(entry.id for entry in self.exemplars),
            "decisions": frozenset(entry.id for entry in self.decisions),
            "practices": frozenset(entry.id for entry in self.practices),
            "consultations": frozenset(entry.id for entry in self.consultations),
            "documents": frozenset(entry.id for entry in self.documents),
        }

    def published(self, kind: str) -> frozenset[str] | None:
        """The ids of the kind that are published; None for a kind that needs no approval."""
        return self._published_ids.get(kind)

    @cached_property
    def gone(self) -> tuple[str, ...]:
        """The ids of exemplars at whose address a neutral page stands: taken down, or left without any award."""
        revoked = [id_ for id_ in self._revoked if id_ not in self._published_ids["exemplars"]]
        return tuple(sorted({*self._withdrawn, *revoked}))

    @cached_property
    def pictured(self) -> tuple[Entry[Any], ...]:
        """The published records whose picture may be shown; no other picture leaves the content folder."""
        entries: tuple[Entry[Any], ...] = (*self.exemplars, *self.practices)
        return tuple(entry for entry in entries if grounds.picture_shows(entry.record))

    def told_on(self, entry: Entry[Exemplar]) -> date:
        """The day from which the exemplar counts as new: its latest decision, or its introduction, or its approval."""
        if entry.id in self._standing:
            return self._standing[entry.id]
        approved: date = entry.record.approved.date if entry.record.approved else date.min
        return entry.record.introduced_on or approved

    def exemplar_name(self, exemplar: Exemplar) -> str:
        """The exemplar's name with its form of address: ``Ông Đỗ Văn Thuận``."""
        if exemplar.name is None:
            return self._organisation_name(exemplar.organisation)
        return called(exemplar.name, exemplar.kind)

    def _organisation_name(self, id_: str | None) -> str:
        name: str = self._content.of("organisations")[id_].record.name if id_ else ""
        return name

    # the rows ----------------------------------------------------------------------------------------------------

    @cached_property
    def rows(self) -> tuple[Honour, ...]:
        """Every row of every published decision, newest decision first, in the order of the lists as signed."""
        return tuple(
            self._honour(decision, list_, row, number)
            for decision in self.decisions
            for list_ in decision.record.lists
            for number, row in enumerate(list_.commendations, 1)
        )

    @cached_property
    def standing(self) -> tuple[Honour, ...]:
        """The rows whose award still stands and whose person was not taken down."""
        return tuple(honour for honour in self.rows if honour.state in ("named", "unnamed"))

    def _honour(self, decision: Entry[Decision], list_: AwardList, row: Commendation, number: int) -> Honour:
        entry = self._content.of("exemplars").get(row.exemplar) if row.exemplar else None
        exemplar: Exemplar | None = entry.record if entry else None
        kind: Kind = row.kind or (exemplar.kind if exemplar else "individual" if row.name or row.exemplar else "group")

        def hidden(state: State, organisation: str | None = None, by: Revocation | None = None) -> Honour:
            return Honour(decision, list_, row, number, kind, state, None, "", organisation, "", revocation=by)

        taken_down = row.withdrawn
        if row.exemplar and row.exemplar in self._withdrawn:
            taken_down = self._withdrawn[row.exemplar].record.withdrawn
        if taken_down:
            return Honour(decision, list_, row, number, kind, "withdrawn", None, "", None, "", withdrawn=taken_down)
        revocation = self._revocation(decision.record, list_, row)
        if revocation is not None:
            return hidden("revoked", by=revocation)
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
        return Honour(decision, list_, row, number, kind, "named", page, name, unit, achievement, position)

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
        return checked and all(honour.state == "named" and not self._is_child(honour) for honour in rows)

    def _is_child(self, honour: Honour) -> bool:
        row = honour.commendation
        entry = self._content.of("exemplars").get(row.exemplar) if row.exemplar else None
        age_group = entry.record.age_group if entry else row.age_group or honour.list.age_group
        return honour.kind == "individual" and grounds.is_child(age_group)


def called(name: Name, kind: Kind) -> str:
    """The name with its form of address: ``Ông Đỗ Văn Thuận``, ``Gia đình ông Lại Văn Chấn``."""
    words = f"{name.courtesy or ''} {name.name}".strip()
    if kind == "household" and not vietnamese.fold(words).startswith(("gia dinh", "ho ")):
        return f"Gia đình {words}"
    return words[:1].upper() + words[1:]


def _grouped(pairs: Iterable[tuple[str, Honour]]) -> Mapping[str, tuple[Honour, ...]]:
    found: dict[str, list[Honour]] = defaultdict(list)
    for key, honour in pairs:
        found[key].append(honour)
    return {key: tuple(honours) for key, honours in found.items()}
