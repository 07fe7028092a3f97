"""The sheets of an .xlsx as tables: what stands in each cell, hidden rows, crossed-out and merged cells.

Measured on the office's files: most have merged cells and a header that is not in row 1; days come as text; formulas,
hidden rows and crossed-out names occur.
"""

from __future__ import annotations

import io
import re
import warnings
from datetime import date, datetime
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.workbook.workbook import Workbook

from generator.importers.packages import Package, refuse_broken
from generator.importers.tables import EMPTY, Cell, Line, Table
from generator.importers.texts import LEGACY_FAULT, is_legacy_font
from generator.problems import ContentInvalid, Place, Problem

MAX_LINES = 5_000
_MAX_COLUMNS = 80
_EMPTY_RUN = 300  # so many empty rows end a sheet, whatever Excel formatted below them
_CARRIAGE = re.compile("_x000[dD]_")


def read_workbook(package: Package) -> list[Table]:
    """The visible sheets, in their order. Raises ContentInvalid where the file is broken or far too long."""
    values, formulas = _load(package, computed=True), _load(package, computed=False)
    return [
        Table(package.file, sheet.title, _lines(package, sheet, values[sheet.title]))
        for sheet in formulas.worksheets
        if sheet.sheet_state == "visible"
    ]


def _load(package: Package, *, computed: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions and styles that no list needs
            return load_workbook(io.BytesIO(package.data), data_only=computed, rich_text=not computed, keep_links=False)
    except Exception:  # noqa: BLE001 - whatever a parser says of a stranger's bytes, it means one thing to the editor
        refuse_broken(package)


def _lines(package: Package, sheet: Any, computed: Any) -> tuple[Line, ...]:
    shadows = _shadows(sheet)
    lines: list[Line] = []
    empty = 0
    for number, row in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, _MAX_COLUMNS)), 1):
        cells = tuple(_cell(sheet, computed, shadows, one) for one in row)
        lines.append(Line(number, cells, bool(sheet.row_dimensions[number].hidden)))
        empty = 0 if any(cell.text or cell.fault for cell in cells) else empty + 1
        if empty >= _EMPTY_RUN:
            break
        if number - empty > MAX_LINES:
            fix = "tách danh sách thành nhiều tệp rồi nhập từng tệp"
            message = f"trang tính “{sheet.title}” dài hơn {MAX_LINES} dòng"
            raise ContentInvalid([Problem(Place(package.file), "nhap", message, fix)])
    return tuple(lines[: len(lines) - empty])


def _shadows(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell a merged one covers, the merged cell's own row and column."""
    covered = {}
    for merged in sheet.merged_cells.ranges:
        own = (merged.min_row, merged.min_col)
        for row in range(merged.min_row, merged.max_row + 1):
            for column in range(merged.min_col, merged.max_col + 1):
                if (row, column) != own:
                    covered[row, column] = own
    return covered


def _cell(sheet: Any, computed: Any, shadows: dict[tuple[int, int], tuple[int, int]], one: Any) -> Cell:
    own = shadows.get((one.row, one.column))
    if own is not None:
        above = _cell(sheet, computed, {}, sheet.cell(*own))
        return Cell(above.text, above.fault, above.struck, shadow=True, below=own[0] < one.row)
    value = one.value
    if value is None:
        return EMPTY
    if one.data_type == "f":
        value = computed.cell(one.row, one.column).value
        if value is None:
            return Cell(fault="ô có công thức mà chưa có kết quả: mở tệp bằng Excel, lưu lại rồi nhập lại")
    if one.data_type == "e" or (isinstance(value, str) and value.startswith("#") and computed_error(value)):
        return Cell(fault=f"ô báo lỗi {value} của Excel: sửa công thức, hoặc gõ thẳng giá trị")
    text = _text(value)
    struck = bool(one.font.strike) if text else False
    fonts = [one.font.name or ""]
    if isinstance(value, CellRichText):
        blocks = [block for block in value if isinstance(block, TextBlock) and block.text.strip()]
        struck = struck or any(block.font.strike for block in blocks)
        fonts += [block.font.rFont or "" for block in blocks]
    if re.search(r"[^\W\d]", text) and any(map(is_legacy_font, fonts)):
        return Cell(text, LEGACY_FAULT, struck)
    return Cell(text, "", struck)


def computed_error(value: str) -> bool:
    """Whether the text is one of the words with which Excel says that a formula failed."""
    return value in {"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return _CARRIAGE.sub("", str(value))
