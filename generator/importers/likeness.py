"""How the entries of a file are like the rows that stand in a list, and like each other.

Nothing is settled here: who an entry is, ``people`` says; what must be asked, ``questions``.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from generator import vietnamese
from generator.importers.entries import Entry
from generator.importers.names import is_near, spelling
from generator.importers.rows import Known
from generator.suppressions import bare_name

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Likeness:
    """The entries and the rows of one list, compared by name, unit, place and achievement."""

    def __init__(self, entries: Sequence[Entry], rows: Sequence[Known]) -> None:
        self._rows = rows
        self._places = {entry.line: place for place, entry in enumerate(entries, 1)}
        self._keys = {entry.line: name_key(entry.name, entry.organisation) for entry in entries}
        self._spelt = {entry.line: spelling(entry.name) for entry in entries}
        self._rows_spelt = {row.index: spelling(row.name) for row in rows}
        self._by_key = grouped((name_key(row.name, row.organisation), row) for row in rows)
        self._by_work = grouped((_work(row.organisation, row.row.achievement), row) for row in rows)
        self._twins = grouped((self.name_and_unit(entry), entry.line) for entry in entries)

    def key(self, entry: Entry) -> str:
        """The key of the entry's name, see :func:`name_key`."""
        return self._keys[entry.line]

    def name_and_unit(self, entry: Entry) -> tuple[str, str]:
        """What entries of one name and unit share."""
        return self._keys[entry.line], entry.organisation

    def namesakes(self, entry: Entry) -> Sequence[Known]:
        """The rows whose name has the entry's key."""
        return self._by_key.get(self._keys[entry.line], ())

    def twins(self, entry: Entry) -> list[int]:
        """The other lines of the file with the entry's name and unit."""
        return [line for line in self._twins[self.name_and_unit(entry)] if line != entry.line]

    def is_same(self, row: Known, entry: Entry) -> bool:
        """Whether row and entry have one name, spelt alike, and one unit.

        Where the file gives no unit, the place or the achievement must agree: a name alone is nobody.
        """
        if not entry.name or not row.name:
            return not row.name and name_key(row.name, row.organisation) == self._keys[entry.line]
        if self._rows_spelt[row.index] != self._spelt[entry.line]:
            return False
        if entry.organisation or not row.organisation:
            return entry.organisation == row.organisation
        return self.is_placed(row, entry) or _is_same_work(row, entry)

    def is_placed(self, row: Known, entry: Entry) -> bool:
        """Whether the entry stands where the row does: by the number the file gives, or by its order."""
        return row.number in self._numbers(entry)

    def older(self, entry: Entry) -> list[Known]:
        """The rows that may be the entry under an older name or unit, in the order of the list."""
        if not entry.name:
            return []
        achievement = entry.text("achievement")
        placed = [self._rows[number - 1] for number in self._numbers(entry) if 0 < number <= len(self._rows)]
        same_work = self._by_work.get(_work(entry.organisation, achievement), []) if achievement else []
        near = [row for row in (*placed, *same_work) if row.name and is_near(row.name, entry.name)]
        found = {row.index: row for row in (*self.namesakes(entry), *near)}
        return [found[index] for index in sorted(found)]

    def replaced(self, entry: Entry, taken: Collection[int]) -> Known | None:
        """The row in whose place the entry stands: the only one no entry is, of its number, its unit and its work.

        ``taken``: the places of the rows that an entry is already.
        """
        left = [row for row in self._rows if row.index not in taken and row.gone is None]
        if len(left) != 1 or not (entry.name and left[0].name and self.is_placed(left[0], entry)):
            return None
        told = vietnamese.fold(entry.text("achievement") or entry.text("deed"))
        same = told and told == vietnamese.fold(_told(left[0])) and entry.organisation == left[0].organisation
        return left[0] if same else None

    def _numbers(self, entry: Entry) -> set[int]:
        place = self._places[entry.line]
        return {place, entry.number or place}


def name_key(name: str, organisation: str) -> str:
    """What two names must share to be asked about; an organisation without another name is known by its id."""
    return bare_name(name) if name else f"\n{organisation}"


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """The values by their key, in the order given."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _is_same_work(row: Known, entry: Entry) -> bool:
    told = vietnamese.fold(row.row.achievement or "")
    return bool(told) and told == vietnamese.fold(entry.text("achievement"))


def _told(row: Known) -> str:
    return row.row.achievement or (row.exemplar.record.deed if row.exemplar else "")


def _work(organisation: str, achievement: str | None) -> tuple[str, str]:
    return organisation, vietnamese.fold(achievement or "")
