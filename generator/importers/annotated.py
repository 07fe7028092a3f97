"""A copy of the staff's workbook with what is wrong at each cell: coloured, commented, summed up in a last column.

Their own file is never touched; what columns of personal data hold is not copied. The column “Lỗi cần sửa” is passed
over when the copy comes back.
"""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from generator.importers.columns import ERRORS_TITLE
from generator.importers.headers import SEARCHED_LINES, fold_header, key_of, sensitive
from generator.importers.honours import Outcome
from generator.importers.workbook_bytes import plain_text, workbook_bytes

_AUTHOR = "Chuyên trang"
_BAD = PatternFill("solid", fgColor="FFD9D0")
_DOUBT = PatternFill("solid", fgColor="FFF2CC")
_SUFFIX = "-can-sua"
_LONGEST_HEADER = 60  # longer words are a sentence, as on the sheet that explains


def annotated_workbook(outcome: Outcome) -> bytes:
    """The workbook with the outcome's problems and questions in it. Only for an .xlsx."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(outcome.package.data), rich_text=True, keep_links=False)
    sheet: Any = book[outcome.table.name]
    head = outcome.header.first_line
    last = _errors_column(sheet, outcome)
    _clear(sheet, last, head)
    ours = {column + 1 for column in outcome.header.columns.values()}
    for each in book.worksheets:
        _blank_personal(each, ours if each is sheet else set())
    for column in outcome.header.sensitive:
        _blank(sheet, column + 1, head + 1)
    said: dict[int, list[str]] = {}
    for problem in outcome.problems:
        if problem.place.file != outcome.table.file:
            continue
        words = (
            f"{problem.message.partition(': ')[2] or problem.message}. Cách sửa: {problem.fix}"
            if problem.fix
            else problem.message
        )
        cell = sheet.cell(problem.place.line, problem.place.column)
        if not _is_merged_over(cell):
            cell.fill = _BAD if problem.severity == "lỗi" else _DOUBT
            cell.comment = Comment(
                f"{cell.comment.text}\n{words}" if cell.comment else words, _AUTHOR, width=360, height=120
            )
        said.setdefault(problem.place.line, []).append(words)
    for one in outcome.told:
        if one.action == "ask":
            said.setdefault(one.line, []).append(f"Cần xác nhận: {one.about}")
    for line, words_ in said.items():
        if line > head:
            cell = sheet.cell(line, last)
            plain_text(cell, "\n".join(words_))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.fill = _BAD
    return workbook_bytes(book)


def annotated_path(file: Path, data: bytes) -> Path:
    """Where the copy goes: beside the file, under a name nothing else has (or that holds these very bytes)."""
    stem = file.stem.split(_SUFFIX)[0]
    number = 1
    while True:
        path = file.with_name(f"{stem}{_SUFFIX}{f'-{number}' if number > 1 else ''}.xlsx")
        if not path.exists() or (path != file and path.is_file() and path.read_bytes() == data):
            return path
        number += 1


def _errors_column(sheet: Any, outcome: Outcome) -> int:
    """The column for what is wrong: the one an earlier copy made, or the first behind the header, if it is empty."""
    for line in range(1, outcome.header.first_line + 1):
        for column in range(1, sheet.max_column + 1):
            if fold_header(str(sheet.cell(line, column).value or "")) == fold_header(ERRORS_TITLE):
                return column
    column = max(outcome.header.titles, default=0) + 2
    if any(
        _is_merged_over(cell) or cell.value is not None for (cell,) in sheet.iter_rows(min_col=column, max_col=column)
    ):
        column = int(sheet.max_column) + 1
    cell = sheet.cell(outcome.header.first_line, column, ERRORS_TITLE)
    cell.font = Font(bold=True, color="9C0006")
    sheet.column_dimensions[cell.column_letter].width = 60
    return column


def _clear(sheet: Any, last: int, head: int) -> None:
    """Takes away what an earlier copy said."""
    for row in sheet.iter_rows(min_row=head + 1):
        for cell in row:
            if cell.comment is not None and cell.comment.author == _AUTHOR:
                cell.comment = None
                cell.fill = PatternFill()
            if cell.column == last and not _is_merged_over(cell):
                cell.value = None


def _blank_personal(sheet: Any, ours: set[int]) -> None:
    """Empties the columns of any sheet, hidden ones too, whose header tells of personal data.

    What stands in a column of ours is no header, whatever it tells of: a deed, the name of a bank among the units.
    """
    for row in sheet.iter_rows(max_row=min(SEARCHED_LINES, sheet.max_row)):
        for cell in row:
            words = str(cell.value or "")
            if cell.column in ours or len(words) > _LONGEST_HEADER:
                continue
            if key_of(words, {}):
                ours.add(cell.column)
            elif sensitive(words):
                _blank(sheet, cell.column, cell.row + 1)


def _blank(sheet: Any, column: int, first: int) -> None:
    for line in range(first, sheet.max_row + 1):
        cell = sheet.cell(line, column)
        if not _is_merged_over(cell):
            cell.value, cell.comment, cell.hyperlink = None, None, None


def _is_merged_over(cell: Any) -> bool:
    return type(cell).__name__ == "MergedCell"
