"""The tables of a .docx as tables of text: merged cells, deleted and crossed-out words, fonts.

The file is read as the markup it is: what Word keeps of a table (automatic numbers, vertical merges, tracked deletions)
has no other form. Automatic numbers are not in the text, so a numbered column is empty here.
"""

from __future__ import annotations

from typing import Any

from generator.importers.packages import Package
from generator.importers.tables import EMPTY, Cell, Line, Table
from generator.importers.texts import LEGACY_FAULT, is_legacy_font
from generator.importers.word_parts import MAX_COLUMNS, W, count, is_on, read_parts, value
from generator.importers.workbook import MAX_LINES
from generator.problems import ContentInvalid, Place, Problem


def read_word_tables(package: Package) -> list[Table]:
    """The tables in the order of the text, inner ones after the one around them. Raises ContentInvalid when broken."""
    parts = read_parts(package)
    fonts = _Fonts(parts.styles)
    found = [_lines(table, fonts) for table in parts.document.iter(f"{W}tbl")]
    if any(len(lines) > MAX_LINES for lines in found):
        fix = "tách danh sách thành nhiều tệp rồi nhập từng tệp"
        raise ContentInvalid([Problem(Place(package.file), "nhap", f"bảng dài hơn {MAX_LINES} dòng", fix)])
    return [Table(package.file, f"bảng {number}", lines, sheet=False) for number, lines in enumerate(found, 1)]


class _Fonts:
    """Which font a run has: its own, its style's, or the document's."""

    def __init__(self, styles: Any) -> None:
        self._own: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._default = ""
        if styles is None:
            return
        self._default = _font(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in styles.iter(f"{W}style"):
            id_ = style.get(f"{W}styleId", "")
            self._own[id_] = _font(style.find(f"{W}rPr"))
            self._based[id_] = value(style.find(f"{W}basedOn"))
            if style.get(f"{W}default") == "1" and style.get(f"{W}type") == "paragraph":
                self._default = self._own[id_] or self._default

    def of(self, run: Any, paragraph: Any) -> str:
        """The name of the run's font; empty where nothing says."""
        properties = run.find(f"{W}rPr")
        own = _font(properties)
        for style in (_style(properties, "rStyle"), _style(paragraph.find(f"{W}pPr"), "pStyle")):
            own = own or self._of_style(style)
        return own or self._default

    def _of_style(self, id_: str) -> str:
        for _ in range(20):  # a style may be based on itself in a broken file
            if not id_ or self._own.get(id_):
                break
            id_ = self._based.get(id_, "")
        return self._own.get(id_, "")


def _style(properties: Any, name: str) -> str:
    return value(properties.find(f"{W}{name}")) if properties is not None else ""


def _font(properties: Any) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""


def _lines(table: Any, fonts: _Fonts) -> tuple[Line, ...]:
    lines: list[Line] = []
    above: dict[int, Cell] = {}
    own = (row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table)
    for number, row in enumerate(own, 1):
        properties = row.find(f"{W}trPr")
        hidden = properties is not None and any(properties.find(f"{W}{name}") is not None for name in ("hidden", "del"))
        cells: list[Cell] = [EMPTY] * count(properties, "gridBefore", 0)
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row or len(cells) >= MAX_COLUMNS:
                continue
            about = cell.find(f"{W}tcPr")
            merge = about.find(f"{W}vMerge") if about is not None else None
            if merge is not None and value(merge) != "restart":
                upper = above.get(len(cells), EMPTY)
                held = Cell(upper.text, upper.fault, upper.struck, shadow=True, below=True)
            else:
                held = _cell(cell, fonts)
            above[len(cells)] = held
            cells.append(held)
            aside = Cell(held.text, held.fault, held.struck, shadow=True, below=held.below)
            cells += [aside] * min(count(about, "gridSpan", 1) - 1, MAX_COLUMNS - len(cells))
        lines.append(Line(number, tuple(cells), hidden))
    return tuple(lines)


def _cell(cell: Any, fonts: _Fonts) -> Cell:
    paragraphs: list[str] = []
    struck = legacy = False
    for paragraph in cell.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{W}tc")) is not cell:
            continue
        words = ""
        for run in paragraph.iter(f"{W}r"):
            said = _said(run)
            properties = run.find(f"{W}rPr")
            if next(run.iterancestors(f"{W}p")) is not paragraph or _is_gone(run) or is_on(properties, "vanish"):
                continue
            words += said
            if said.strip():
                struck = struck or is_on(properties, "strike") or is_on(properties, "dstrike")
                legacy = legacy or is_legacy_font(fonts.of(run, paragraph))
        paragraphs.append(words)
    text = "\n".join(paragraphs).strip()
    return Cell(text, LEGACY_FAULT if legacy and any(map(str.isalpha, text)) else "", struck)


def _is_gone(run: Any) -> bool:
    """Whether the run is deleted or moved away by a tracked change."""
    return any(True for _ in run.iterancestors(f"{W}del", f"{W}moveFrom"))


def _said(run: Any) -> str:
    parts = []
    for element in run:
        if element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{W}br", f"{W}cr"):
            parts.append("\n")
        elif element.tag in (f"{W}tab", f"{W}noBreakHyphen"):
            parts.append("\t" if element.tag == f"{W}tab" else "-")
    return "".join(parts)
