"""A table as CSV for programs: UTF-8 with a byte order mark, CRLF, harmless to what computes cells.

A formula gets one apostrophe in front of it, and so does an apostrophe that stands where a formula might. That is at
the start of a cell and behind a semicolon, a tab, a line break, too: where the system's list separator is a semicolon,
as in Vietnam, a spreadsheet parts the cell there and sees no quotation marks. ``original`` takes them off again.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date

from generator.exporters.data_tables import Cell, Table

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What Excel, LibreOffice and others take for the start of a formula, and the apostrophe that says it is none."""
_PLACE = r"(?:^|(?<=[;\t\r\n]))"
_AHEAD = r"""(?=[\s"]*[=+\-@＝＋－＠'])"""
_RISK = re.compile(rf"{_PLACE}{_AHEAD}|^(?=[\t\r\n])")
_GUARD = re.compile(rf"{_PLACE}'{_AHEAD}|^'(?=[\t\r\n])")


def table_csv(table: Table) -> bytes:
    """The file of the table: a line of names, then a line a row; what is not there is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(field.name for field in table.fields)
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return harmless(cell) if isinstance(cell, str) else str(cell)


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet computes, whatever it takes for the end of a cell."""
    return _RISK.sub("'", text)


def original(cell: str) -> str:
    """The text of a cell that ``harmless`` made."""
    return _GUARD.sub("", cell)
