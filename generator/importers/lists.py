"""Which list of the decision each entry belongs to; a list that is not there yet is made from its award and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import vietnamese
from generator.importers.entries import Entry
from generator.importers.headers import Header
from generator.importers.tables import Table
from generator.models import Decision
from generator.models.decisions import AwardList
from generator.problems import Problem


@dataclass(frozen=True)
class Target:
    """A list of the decision by its place, from 0; past the last it is new, made of award, basis and period."""

    index: int
    award: str = ""
    basis: str = ""
    for_period: str = ""


def targets(
    decision: Decision, entries: Sequence[Entry], table: Table, header: Header
) -> tuple[dict[int, Target], list[Problem]]:
    """The list of each entry by its line, and what is wrong with how the entries name their lists."""
    fresh: dict[tuple[str, str, str], Target] = {}
    found: dict[int, Target] = {}
    problems: list[Problem] = []
    for entry in entries:
        one = _target(decision, entry, fresh)
        if isinstance(one, Target):
            found[entry.line] = one
        else:
            key, message, fix = one
            problems.append(table.problem(entry.line, header.columns.get(key), message, fix))
    return found, problems


def _target(
    decision: Decision, entry: Entry, fresh: dict[tuple[str, str, str], Target]
) -> Target | tuple[str, str, str]:
    lists = decision.lists
    award, basis, period = entry.text("award"), entry.text("basis"), entry.text("for_period")
    told = entry.text("list")
    if told.isdecimal() and 0 < int(told) <= len(lists):
        index = int(told) - 1
        if not _fits(lists[index], award, basis, period):
            return (
                "list",
                f"danh sách {told} của quyết định ghi danh hiệu, loại hình hoặc thời gian khác",
                "sửa cho khớp",
            )
        return Target(index)
    fitting = [index for index, one in enumerate(lists) if _fits(one, award, basis, period)]
    if len(fitting) == 1:
        return Target(fitting[0])
    if len(fitting) > 1:
        fix = f"ghi cột “Danh sách số”: một số từ 1 đến {len(lists)}"
        return "list", f"quyết định có {len(fitting)} danh sách như vậy, chưa rõ dòng này thuộc danh sách nào", fix
    if not award or not period:
        fix = (
            "điền cột “Danh hiệu hoặc hình thức khen thưởng” và cột “Xét cho thời gian nào”, "
            "hoặc ghi danh sách vào tệp quyết định"
        )
        return ("for_period" if award else "award"), "quyết định chưa có danh sách nào cho dòng này", fix
    key = (award, basis, vietnamese.fold(period))
    return fresh.setdefault(key, Target(len(lists) + len(fresh), award, basis, period))


def _fits(one: AwardList, award: str, basis: str, period: str) -> bool:
    return (
        award in ("", one.award)
        and basis in ("", one.basis)
        and (not period or vietnamese.fold(period) == vietnamese.fold(one.for_period))
    )
