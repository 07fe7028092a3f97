"""A table as CSV for programs: UTF-8 with a byte order mark, CRLF, harmless to what computes cells.

A cell that a spreadsheet could take for a formula gets one apostrophe in front of it, and so does a cell that begins
with an apostrophe: take one apostrophe off every cell that begins with one, and each text is back as it was.
"""

from __future__ import annotations

import codecs
import csv
import io
from datetime import date

from generator.exporters.data_tables import Cell, Table

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What Excel, LibreOffice and others take for the start of a formula, and the apostrophe that says it is none."""


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
    """The text as a cell that no spreadsheet computes."""
    return f"'{text}" if text.startswith(STARTS) else text


def original(cell: str) -> str:
    """The text of a cell that ``harmless`` made."""
    return cell.removeprefix("'")
