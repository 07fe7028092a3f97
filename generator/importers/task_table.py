"""A table of tasks: its columns known by their names, its rows one task each, groups and cut rows put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator import vietnamese
from generator.importers.reading import Grid, Told
from generator.models.plan import TaskCell

_NAMES: tuple[tuple[TaskCell, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(stt|tt|so tt|so thu tu)\W*")),
    ("coordination", re.compile(r".*\bphoi hop\b.*")),
    ("lead", re.compile(r".*\b(chu tri|thuc hien chinh|dau moi)\b.*|(don vi|co quan)( thuc hien)?")),
    ("period", re.compile(r".*\b(thoi gian|thoi han|tien do|hoan thanh|thoi diem)\b.*")),
    ("content", re.compile(r".*\b(noi dung|nhiem vu|cong viec|hoat dong)\b.*")),
)
_NUMBERED = re.compile(r"\(?\d{1,3}(\.\d{1,3})*\)?[.)]?")
_COLUMN_NUMBER = re.compile(r"\(?(\d{1,2}|[a-zđA-ZĐ])\)?")
_GROUP_NUMBER = re.compile(r"[IVXL]+[.)]?|[A-HĐ][.)]?")


@dataclass(frozen=True)
class TaskRow:
    """A task's cells by column, the words of the group rows right above it, its line."""

    cells: tuple[str, ...]
    line: int
    above: str = ""


@dataclass(frozen=True)
class TaskTable:
    """The names of the columns, what each holds, the tasks; what was set aside, what needs a look."""

    columns: tuple[str, ...]
    cells: tuple[TaskCell, ...]
    rows: tuple[TaskRow, ...]
    aside: tuple[Told, ...]
    changed: tuple[Told, ...]
    doubts: tuple[Told, ...]


def read_task_table(grids: Sequence[Grid]) -> TaskTable | None:
    """The grids, a table that may be cut by pages, as tasks; None where they are no table of tasks.

    A table of tasks has a column for the content and one for the lead or the period, each column has a name, each row
    a content.
    """
    rows = [(row, line) for grid in grids for row, line in zip(grid.rows, grid.lines, strict=True)]
    width = max(len(row) for row, _ in rows)
    rows = [((*row, *[""] * (width - len(row))), line) for row, line in rows]
    for depth in (1, 2):
        columns = tuple(" ".join(filter(None, parts)) for parts in zip(*(row for row, _ in rows[:depth]), strict=True))
        cells = _kinds(columns)
        header_below = depth < len(rows) and _is_second_header(rows[depth][0], columns)
        if "content" in cells and {"lead", "period"} & {*cells} and not header_below:
            break
    else:
        return None
    body = rows[depth:]
    for column in [place for place, name in enumerate(columns) if not name][::-1]:
        if any(row[column] for row, _ in body):
            return None
        columns, cells = (*columns[:column], *columns[column + 1 :]), (*cells[:column], *cells[column + 1 :])
        body = [((*row[:column], *row[column + 1 :]), line) for row, line in body]
    header = {tuple(row) for row, _ in rows[:depth]}
    return _Reader(columns, cells, header).read(body)


def _kinds(columns: Sequence[str]) -> tuple[TaskCell, ...]:
    kinds: list[TaskCell] = []
    for name in columns:
        folded = vietnamese.fold(name)
        known = (kind for kind, pattern in _NAMES if kind not in kinds and pattern.fullmatch(folded))
        kinds.append(next(known, "other"))
    return tuple(kinds)


def _is_second_header(row: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether the row still names columns, as below a merged “Cơ quan thực hiện”."""
    names = [cell for cell in row if cell]
    known = [kind for kind in _kinds(row) if kind in ("lead", "coordination")]
    return len(known) > 1 and len(names) < len(columns) and not row[0]


class _Reader:
    """The rows of a body in order."""

    def __init__(self, columns: tuple[str, ...], cells: tuple[TaskCell, ...], header: set[tuple[str, ...]]) -> None:
        self._columns, self._cells, self._header = columns, cells, header
        self._content = cells.index("content")
        self._number = cells.index("number") if "number" in cells else None
        self._tasks: list[list[str]] = []
        self._lines: list[tuple[int, str]] = []
        self._group: list[tuple[str, int]] = []
        self._aside: list[Told] = []
        self._changed: list[Told] = []
        self._doubts: list[Told] = []

    def read(self, body: Sequence[tuple[Sequence[str], int]]) -> TaskTable | None:
        numbered = self._number is not None and any(_NUMBERED.fullmatch(row[self._number]) for row, _ in body)
        for row, line in body:
            told = " ".join(cell for cell in row if cell)
            if not told:
                continue
            if tuple(row) in self._header or row == self._columns:
                self._aside.append(Told(line, told, "tên cột lặp lại ở trang sau"))
            elif all(_COLUMN_NUMBER.fullmatch(cell) for cell in row) and len(row) > 2:
                self._aside.append(Told(line, told, "dòng đánh số cột"))
            elif self._goes_on(row, numbered=numbered):
                last = self._tasks[-1]
                last[:] = [" ".join(filter(None, pair)) for pair in zip(last, row, strict=True)]
                self._changed.append(Told(line, told[:60], "dòng bị trang cắt, nối vào dòng trên"))
            elif self._is_group(row):
                self._group.append((told, line))
            elif row[self._content]:
                self._add(list(row), line)
            else:
                return None
        for told, line in self._group:  # a group without tasks
            row = [""] * len(self._columns)
            row[self._content] = told
            self._add(row, line, grouped=False)
            self._doubts.append(Told(line, told[:60], "dòng nhóm ở cuối bảng, để thành một nhiệm vụ"))
        rows = tuple(
            TaskRow(tuple(cells), line, above) for cells, (line, above) in zip(self._tasks, self._lines, strict=True)
        )
        told_ = (tuple(self._aside), tuple(self._changed), tuple(self._doubts))
        return TaskTable(self._columns, self._cells, rows, *told_) if rows else None

    def _add(self, row: list[str], line: int, *, grouped: bool = True) -> None:
        above = " ".join(words for words, _ in self._group) if grouped else ""
        if grouped:
            self._group = []
        self._tasks.append(row)
        self._lines.append((line, above))
        lead = self._cells.index("lead") if "lead" in self._cells else None
        if lead is not None and not row[lead] and grouped:
            self._doubts.append(Told(line, row[self._content][:60], "ô chủ trì trống, có thể là ô gộp với dòng trên"))

    def _goes_on(self, row: Sequence[str], *, numbered: bool) -> bool:
        """Whether the row is the rest of the one above, which a page cut."""
        if not self._tasks or self._group:
            return False
        if self._number is not None and row[self._number]:
            return False
        content = row[self._content]
        if not content:
            return len([cell for cell in row if cell]) < len(row) and self._content != 0 and not row[0]
        return numbered and content[0].islower()

    def _is_group(self, row: Sequence[str]) -> bool:
        """Whether the row is a heading of those below: one merged cell, or a Roman number and words."""
        filled = [place for place, cell in enumerate(row) if cell]
        number = row[self._number] if self._number is not None else ""
        if len(filled) == 1:
            return filled[0] == 0 != self._content and not _NUMBERED.fullmatch(row[filled[0]]) and len(row) > 1
        return {*filled} == {self._number, self._content} and bool(_GROUP_NUMBER.fullmatch(number))
