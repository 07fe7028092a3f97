"""The tables of open data as one Excel workbook, a sheet a table, with a first sheet that says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from generator.exporters.data_csv import STARTS
from generator.exporters.data_tables import Cell, Field, Table
from generator.importers.workbook_bytes import plain_text, workbook_bytes

FIRST = "Đọc trước"
_FACE = "Times New Roman"
_BOLD = Font(name=_FACE, size=12, bold=True)
_PLAIN = Font(name=_FACE, size=12)
_WHITE = Font(name=_FACE, size=12, bold=True, color="FFFFFF")
_HEAD = PatternFill("solid", fgColor="7A1F1F")
_TOP = Alignment(vertical="top", wrap_text=True)
_DAY = "dd/mm/yyyy"
_WIDTHS = {"date": 13, "integer": 12, "boolean": 14}
_WIDE = ("content", "title", "coordination", "description", "url", "label", "lead", "name")


def tables_workbook(tables: Sequence[Table], about: Sequence[str]) -> bytes:
    """The workbook: ``about`` line by line, what each column means, then a sheet a table. Same tables, same bytes."""
    book: Any = Workbook(write_only=True)
    first = book.create_sheet(FIRST)
    for letter, width in zip("ABC", (34, 34, 90), strict=True):
        first.column_dimensions[letter].width = width
    for line in about:
        first.append([_cell(first, line, _BOLD if line == about[0] else _PLAIN)])
    for table in tables:
        first.append([])
        first.append([_cell(first, words, _BOLD) for words in (table.title, table.name, table.description)])
        for field in table.fields:
            first.append([_cell(first, words, _PLAIN) for words in (field.title, field.name, field.description)])
    for table in tables:
        _sheet(book.create_sheet(table.name), table)
    return workbook_bytes(book)


def _sheet(sheet: Any, table: Table) -> None:
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.fields))}{len(table.rows) + 1}"
    for number, field in enumerate(table.fields, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _width(field)
    head = [_cell(sheet, field.title, _WHITE) for field in table.fields]
    for cell in head:
        cell.fill, cell.alignment = _HEAD, _TOP
    sheet.append(head)
    for row in table.rows:
        sheet.append([_value(sheet, value) for value in row])


def _width(field: Field) -> int:
    return _WIDTHS.get(field.type, 48 if field.name in _WIDE else 22)


def _value(sheet: Any, value: Cell) -> Any:
    """The value, in a cell made for it where it is a day, or text that would be computed; a style costs time."""
    if isinstance(value, date):
        cell: Any = WriteOnlyCell(sheet)
        cell.value, cell.number_format = value, _DAY
        return cell
    if isinstance(value, str) and value.startswith(STARTS):
        cell = WriteOnlyCell(sheet)
        plain_text(cell, value)
        return cell
    return value


def _cell(sheet: Any, words: str, font: Font) -> Any:
    """The words in a cell, as text that is never a formula."""
    cell: Any = WriteOnlyCell(sheet)
    cell.font, cell.alignment = font, _TOP
    plain_text(cell, words)
    return cell
