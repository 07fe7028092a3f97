"""What is published on a day: decisions, practices, consultations, documents, exemplars with a page.

Assumes checked content. Nobody has a page here who is not published, not covered by a ground, taken down, or left
without any award.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from generator import grounds, vietnamese
from generator.content import Content, Entry
from generator.life import is_published
from generator.models import Consultation, Decision, Document, Exemplar, Practice
from generator.models.decisions import AwardList, Commendation, Revocation
from generator.models.honours import Kind, Name


class Edition:
    """Decisions, exemplars, practices, consultations and documents as they may be read on a day."""

    def __init__(self, content: Content, as_of: date) -> None:
        self._content = content
        self._as_of = as_of
        self._withdrawn = content.of("withdrawals")

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


def called(name: Name, kind: Kind) -> str:
    """The name with its form of address: ``Ông Đỗ Văn Thuận``, ``Gia đình ông Lại Văn Chấn``."""
    words = f"{name.courtesy} {name.name}" if name.courtesy else name.name
    if kind == "household" and not vietnamese.fold(words).startswith(("gia dinh", "ho ")):
        return f"Gia đình {words}"
    return words[:1].upper() + words[1:]
