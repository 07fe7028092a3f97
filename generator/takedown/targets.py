"""What a command names: an exemplar, a decision, one of its lists, or one row; and the rows that tell of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content import Content, Entry
from generator.models import BY_NAME, Decision
from generator.models.decisions import Commendation
from generator.problems import did_you_mean, display_path

_EXEMPLAR = re.compile(r"(?:exemplars/)?([a-z0-9-]+)")
_DECISION = re.compile(r"(?:decisions/)?([a-z0-9-]+/[a-z0-9-]+)(?:#([1-9][0-9]*)(?:\.([1-9][0-9]*))?)?")
_FORMS = "mã gương như 2026-004, hoặc một dòng của quyết định như 2026/mau-01#1.3 (danh sách 1, dòng 3)"


class TargetUnknown(Exception):
    """Nothing of that name is there; the sentence says what to type instead. ``usage``: it cannot name anything."""

    def __init__(self, message: str, *, usage: bool = False) -> None:
        super().__init__(message if message.endswith("?") else f"{message}.")
        self.usage = usage


@dataclass(frozen=True, order=True)
class Row:
    """One row of a decision's list; list and row count from 0."""

    decision: str
    list: int
    row: int

    def __str__(self) -> str:
        return f"{self.decision}#{self.list + 1}.{self.row + 1}"

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where it stands in the decision's file."""
        return ("lists", self.list, "commendations", self.row)


@dataclass(frozen=True)
class Target:
    """Exactly one thing: ``exemplar``, or a ``decision`` with perhaps a ``list`` and a ``row``, counted from 0."""

    exemplar: str = ""
    decision: str = ""
    list: int | None = None
    row: int | None = None

    def __str__(self) -> str:
        if self.exemplar:
            return self.exemplar
        places = [str(number + 1) for number in (self.list, self.row) if number is not None]
        return f"{self.decision}#{'.'.join(places)}" if places else self.decision

    @property
    def path(self) -> tuple[str | int, ...]:
        """Where it stands in the decision's file."""
        path: tuple[str | int, ...] = () if self.list is None else ("lists", self.list)
        return path if self.row is None else (*path, "commendations", self.row)


def find_target(content: Content, text: str) -> Target:
    """What the words name. Raises TargetUnknown where the content has no such thing, or cannot read its file."""
    exemplar = _EXEMPLAR.fullmatch(text)
    if exemplar:
        id_ = exemplar[1]
        if id_ not in content.of("exemplars") and id_ not in content.of("withdrawals"):
            raise _unknown(content, "exemplars", "gương", id_)
        return Target(exemplar=id_)
    match = _DECISION.fullmatch(text)
    if not match:
        raise TargetUnknown(f"“{text}” không phải một mã. Cách sửa: viết {_FORMS}", usage=True)
    decision = content.of("decisions").get(match[1])
    if decision is None:
        raise _unknown(content, "decisions", "quyết định", match[1])
    if match[2] is None:
        return Target(decision=match[1])
    lists = decision.record.lists
    number = int(match[2]) - 1
    if number >= len(lists):
        raise TargetUnknown(f"quyết định {match[1]} có {len(lists)} danh sách, không có danh sách {number + 1}")
    if match[3] is None:
        return Target(decision=match[1], list=number)
    rows, row = lists[number].commendations, int(match[3]) - 1
    if row >= len(rows):
        raise TargetUnknown(
            f"danh sách {number + 1} của quyết định {match[1]} có {len(rows)} dòng, không có dòng {row + 1}"
        )
    return Target(decision=match[1], list=number, row=row)


def _unknown(content: Content, kind: str, words: str, id_: str) -> TargetUnknown:
    if (kind, id_) in content.unread:
        return unread(content, kind, id_)
    ids = list(content.of(kind)) + (list(content.of("withdrawals")) if kind == "exemplars" else [])
    fix = did_you_mean(id_, ids) or f"mã là tên tệp trong {display_path(content.root / kind)}; viết {_FORMS}"
    return TargetUnknown(f"không có {words} “{id_}”. Cách sửa: {fix}")


def unread(content: Content, kind: str, id_: str) -> TargetUnknown:
    """The record is there, but nothing can be said or changed of it before its file is mended."""
    file = display_path(content.root / BY_NAME[kind].path(id_))
    return TargetUnknown(f"chưa đọc được {file} vì tệp có lỗi. Cách sửa: chạy portal check, sửa tệp ấy rồi chạy lại")


def all_rows(content: Content) -> Iterator[tuple[Row, Entry[Decision], Commendation]]:
    """Every row of every decision, published or not."""
    for id_, entry in content.of("decisions").items():
        for number, list_ in enumerate(entry.record.lists):
            for row_number, row in enumerate(list_.commendations):
                yield Row(id_, number, row_number), entry, row


def row_at(content: Content, row: Row) -> Commendation:
    """The row of that place."""
    found: Commendation = content.of("decisions")[row.decision].record.lists[row.list].commendations[row.row]
    return found
