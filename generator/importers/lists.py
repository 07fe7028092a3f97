"""Which list of the decision each entry belongs to.

A list that is still empty, as a blank decision has it, takes the rows that nothing in it contradicts and is completed
from them; a list that is not there yet is made from its award and period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from generator import vietnamese
from generator.importers.entries import Entry
from generator.importers.headers import Header
from generator.importers.tables import Table
from generator.models import Decision
from generator.models.decisions import AwardList
from generator.problems import Problem

Wanted = tuple[str, str, str]
"""What an entry says of its list: award, basis and period, each empty where it says nothing."""


@dataclass(frozen=True)
class Target:
    """A list of the decision by its place, from 0.

    Past the last it is new, made of award, basis and period; of a list that is there, these are what it is to say.
    They are empty where the list stays as it is.
    """

    index: int
    award: str = ""
    basis: str = ""
    for_period: str = ""


def targets(
    decision: Decision, entries: Sequence[Entry], table: Table, header: Header
) -> tuple[dict[int, Target], list[Problem]]:
    """The list of each entry by its line, and what is wrong with how the entries name their lists."""
    lists = _Lists(decision, entries)
    found: dict[int, Target] = {}
    problems: list[Problem] = []
    for entry in entries:
        one = lists.target(entry)
        if isinstance(one, Target):
            found[entry.line] = one
        else:
            key, message, fix = one
            problems.append(table.problem(entry.line, header.columns.get(key), message, fix))
    return found, problems


class _Lists:
    """The lists of the decision, the empty ones completed from what the entries want, and those to be made."""

    def __init__(self, decision: Decision, entries: Sequence[Entry]) -> None:
        self._lists = decision.lists
        self._said: list[Wanted] = [(one.award, one.basis or "", one.for_period) for one in decision.lists]
        self._fresh: dict[Wanted, Target] = {}
        self._wanted = list(dict.fromkeys((self._told(entry), _wanted(entry)) for entry in entries))
        self._complete()

    def target(self, entry: Entry) -> Target | tuple[str, str, str]:
        """The list of the entry; or else the column that is wrong, why, and the way out."""
        wanted, told, count = _wanted(entry), self._told(entry), len(self._lists)
        if told is not None:
            if _fits(self._said[told], wanted):
                return self._there(told)
            return (
                "list",
                f"danh sách {told + 1} của quyết định ghi danh hiệu, loại hình hoặc thời gian khác",
                "sửa cho khớp",
            )
        fitting = [index for index, one in enumerate(self._said) if _fits(one, wanted)]
        if len(fitting) == 1:
            return self._there(fitting[0])
        fitting = fitting or self._open_to(wanted)
        if len(fitting) > 1:
            fix = f"ghi cột “Danh sách số”: một số từ 1 đến {count}"
            return "list", f"quyết định có {len(fitting)} danh sách như vậy, chưa rõ dòng này thuộc danh sách nào", fix
        award, basis, period = wanted
        if not award or not period:
            fix = (
                "điền cột “Danh hiệu hoặc hình thức khen thưởng” và cột “Xét cho thời gian nào”, "
                "hoặc ghi danh sách vào tệp quyết định"
            )
            return ("for_period" if award else "award"), "quyết định chưa có danh sách nào cho dòng này", fix
        key = (award, basis, vietnamese.fold(period))
        return self._fresh.setdefault(key, Target(count + len(self._fresh), *wanted))

    def _told(self, entry: Entry) -> int | None:
        """The place of the list that the entry names by its number; None where it names none that is there."""
        told = entry.text("list")
        return int(told) - 1 if told.isdecimal() and 0 < int(told) <= len(self._lists) else None

    def _there(self, index: int) -> Target:
        one, said = self._lists[index], self._said[index]
        return Target(index) if said == (one.award, one.basis or "", one.for_period) else Target(index, *said)

    def _complete(self) -> None:
        """Completes the empty lists from what is wanted; an only list that is empty becomes the first whole one."""
        for examples, (told, wanted) in product((False, True), self._wanted):
            here = self._said if told is None else [self._said[told]]
            places = [index for index in self._open_to(wanted, examples=examples) if told in (None, index)]
            if len(places) == 1 and not any(_fits(said, wanted) for said in here):
                self._say(places[0], wanted)
        if len(self._lists) == 1 and _is_empty(self._lists[0]) and self._there(0) == Target(0):
            for _, one in self._wanted:
                if one[0] and one[2] and not _fits(self._said[0], one) and self._say(0, one):
                    break

    def _say(self, index: int, wanted: Wanted) -> bool:
        """Lets the list say what is wanted, unless an entry that is of it would be no longer.

        The basis of another award is none of the new one's.
        """
        before = self._said[index]
        award = wanted[0] or before[0]
        basis = wanted[1] or (before[1] if award == before[0] else "")
        after: Wanted = (award, basis, wanted[2] or before[2])
        own = [one for told, one in self._wanted if told in (None, index) and _fits(before, one)]
        if not all(_fits(after, one) for one in own):
            return False
        self._said[index] = after
        return True

    def _open_to(self, wanted: Wanted, *, examples: bool = True) -> list[int]:
        """The empty lists that contradict nothing that is wanted; ``examples``: first those still as a blank is."""
        places = [index for index, one in enumerate(self._lists) if _is_empty(one)]
        blank = [index for index in places if examples and self._said[index] == _BLANK]
        return blank or [index for index in places if _fits(self._said[index], wanted, open_basis=True)]


def _wanted(entry: Entry) -> Wanted:
    return entry.text("award"), entry.text("basis"), entry.text("for_period")


def _is_empty(one: AwardList) -> bool:
    return not one.commendations and not one.counts


def _fits(said: Wanted, wanted: Wanted, *, open_basis: bool = False) -> bool:
    """Whether a list that says this may hold an entry that wants that; with ``open_basis``, without a basis any."""
    award, basis, period = wanted
    return (
        award in ("", said[0])
        and (basis in ("", said[1]) or (open_basis and not said[1]))
        and (not period or vietnamese.fold(period) == vietnamese.fold(said[2]))
    )


def _example(key: str) -> str:
    return str((AwardList.model_fields[key].examples or [""])[0])


_BLANK: Wanted = (_example("award"), "", _example("for_period"))
"""What the list of a blank decision says: examples only."""
