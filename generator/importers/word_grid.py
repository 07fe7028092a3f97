"""The grid of a table in a Word file: which cells a row has, which of them go on from the left or from above.

Unlike :mod:`generator.importers.word_table`, which reads lists, it only finds the cells; their text is read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.importers.findings import Findings
from generator.importers.word_parts import MAX_COLUMNS, W, count, is_on, value

# where a cell begins, its element and whether another covers it; None where nothing begins
Cell = tuple[Any, bool] | None


def rows_of(table: Any, line: int, found: Findings) -> tuple[list[list[Cell]], int]:
    """The rows, all of one width, and how many of the first Word repeats on each page.

    Deleted and hidden rows are left out and told at ``line``.
    """
    rows: list[list[Cell]] = []
    open_: set[int] = set()
    repeated = 0
    for row in _own(table, "tr"):
        properties = row.find(f"{W}trPr")
        gone = properties is not None and properties.find(f"{W}del") is not None
        if gone or is_on(properties, "hidden"):
            found.add("tracked" if gone else "hidden", line)
            continue
        if is_on(properties, "tblHeader") and repeated == len(rows):
            repeated += 1
        cells, open_ = _cells(row, properties, open_, line, found)
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return [row + [None] * (width - len(row)) for row in rows], repeated


def _cells(row: Any, properties: Any, above: set[int], line: int, found: Findings) -> tuple[list[Cell], set[int]]:
    """The cells of a row and the columns where a cell may go on in the next row."""
    cells: list[Cell] = [None] * count(properties, "gridBefore", 0)
    merging: set[int] = set()
    aside = False
    for cell in _own(row, "tc"):
        if len(cells) >= MAX_COLUMNS:
            found.add("wide", line)
            break
        about = cell.find(f"{W}tcPr")
        down = about.find(f"{W}vMerge") if about is not None else None
        right = about.find(f"{W}hMerge") if about is not None else None
        covered = down is not None and value(down) != "restart" and len(cells) in above
        covered = covered or (right is not None and value(right) != "restart" and aside)
        if down is not None:
            merging.add(len(cells))
        aside = right is not None
        cells.append((cell, covered))
        cells += [None] * (max(count(about, "gridSpan", 1), 1) - 1)
    cells += [None] * count(properties, "gridAfter", 0)
    return cells[:MAX_COLUMNS], merging


def _own(container: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, whatever is wrapped round them; none of an inner table's."""
    for child in container:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag not in (f"{W}tbl", f"{W}tc", f"{W}trPr", f"{W}tblPr", f"{W}sdtPr"):
            yield from _own(child, name)
