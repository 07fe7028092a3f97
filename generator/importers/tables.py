"""A table as a file holds it, whatever the kind of file: lines of cells, all as text, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import get_column_letter

from generator.problems import Place, Problem, Severity

RULE = "nhap"


@dataclass(frozen=True)
class Cell:
    """One cell: numbers and days are text already (``1``, ``2026-06-10``).

    ``fault`` says why its value cannot be taken. ``struck``: crossed out. ``shadow``: covered by a merged cell whose
    text it repeats; ``below``: that cell stands in a line further up.
    """

    text: str = ""
    fault: str = ""
    struck: bool = False
    shadow: bool = False
    below: bool = False


EMPTY = Cell()


@dataclass(frozen=True)
class Line:
    """One line of a table with its number as the file counts, from 1."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """The cell of a column, counted from 0; an empty one past the end."""
        return self.cells[column] if column < len(self.cells) else EMPTY


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook, or a table of a Word file."""

    file: Path
    name: str
    lines: tuple[Line, ...]
    sheet: bool = True

    def where(self, line: int, column: int | None) -> str:
        """The place as the staff find it: ``Danh sách!C7``, or ``bảng 1, dòng 7, cột 3``; without column the line."""
        if self.sheet:
            return f"{self.name}!{get_column_letter(column + 1)}{line}" if column is not None else f"{self.name}!{line}"
        return f"{self.name}, dòng {line}" + (f", cột {column + 1}" if column is not None else "")

    def problem(
        self,
        line: int,
        column: int | None,
        message: str,
        fix: str = "",
        *,
        severity: Severity = "lỗi",
        rule: str = RULE,
    ) -> Problem:
        """What is wrong with a cell, or with a whole line."""
        place = Place(self.file, line, (column or 0) + 1)
        return Problem(place, rule, f"ô {self.where(line, column)}: {message}", fix, severity)
