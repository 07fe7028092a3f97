"""The tables of a .docx as tables of text: merged cells, deleted and crossed-out words, fonts.

The file is read as the markup it is: what Word keeps of a table (automatic numbers, vertical merges, tracked deletions)
has no other form. Automatic numbers are not in the text, so a numbered column is empty here.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree

from generator.importers.packages import Package, refuse_broken
from generator.importers.tables import EMPTY, Cell, Line, Table
from generator.importers.texts import LEGACY_FAULT, is_legacy_font
from generator.importers.workbook import MAX_LINES
from generator.problems import ContentInvalid, Place, Problem

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAX_COLUMNS = 63  # of a Word table


def read_word_tables(package: Package) -> list[Table]:
    """The tables in the order of the text, inner ones after the one around them. Raises ContentInvalid when broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
            body = _parse(archive.read("word/document.xml"))
            names = archive.namelist()
            styles = _parse(archive.read("word/styles.xml")) if "word/styles.xml" in names else None
        fonts = _Fonts(styles)
        found = [_lines(table, fonts) for table in body.iter(f"{_W}tbl")]
    except (etree.LxmlError, KeyError, ValueError, zipfile.BadZipFile):
        refuse_broken(package.file)
    if any(len(lines) > MAX_LINES for lines in found):
        fix = "tách danh sách thành nhiều tệp rồi nhập từng tệp"
        raise ContentInvalid([Problem(Place(package.file), "nhap", f"bảng dài hơn {MAX_LINES} dòng", fix)])
    return [Table(package.file, f"bảng {number}", lines, sheet=False) for number, lines in enumerate(found, 1)]


def _parse(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


class _Fonts:
    """Which font a run has: its own, its style's, or the document's."""

    def __init__(self, styles: Any) -> None:
        self._own: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._default = ""
        if styles is None:
            return
        self._default = _font(styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"))
        for style in styles.iter(f"{_W}style"):
            id_ = style.get(f"{_W}styleId", "")
            self._own[id_] = _font(style.find(f"{_W}rPr"))
            self._based[id_] = _value(style.find(f"{_W}basedOn"))
            if style.get(f"{_W}default") == "1" and style.get(f"{_W}type") == "paragraph":
                self._default = self._own[id_] or self._default

    def of(self, run: Any, paragraph: Any) -> str:
        """The name of the run's font; empty where nothing says."""
        properties = run.find(f"{_W}rPr")
        own = _font(properties)
        for style in (_style(properties, "rStyle"), _style(paragraph.find(f"{_W}pPr"), "pStyle")):
            own = own or self._of_style(style)
        return own or self._default

    def _of_style(self, id_: str) -> str:
        for _ in range(20):  # a style may be based on itself in a broken file
            if not id_ or self._own.get(id_):
                break
            id_ = self._based.get(id_, "")
        return self._own.get(id_, "")


def _style(properties: Any, name: str) -> str:
    return _value(properties.find(f"{_W}{name}")) if properties is not None else ""


def _value(element: Any) -> str:
    return str(element.get(f"{_W}val", "")) if element is not None else ""


def _font(properties: Any) -> str:
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    return str(fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi") or "") if fonts is not None else ""


def _lines(table: Any, fonts: _Fonts) -> tuple[Line, ...]:
    lines: list[Line] = []
    above: dict[int, Cell] = {}
    own = (row for row in table.iter(f"{_W}tr") if next(row.iterancestors(f"{_W}tbl")) is table)
    for number, row in enumerate(own, 1):
        properties = row.find(f"{_W}trPr")
        hidden = properties is not None and any(
            properties.find(f"{_W}{name}") is not None for name in ("hidden", "del")
        )
        cells: list[Cell] = [EMPTY] * _count(properties, "gridBefore", 0)
        for cell in row.iter(f"{_W}tc"):
            if next(cell.iterancestors(f"{_W}tr")) is not row or len(cells) >= _MAX_COLUMNS:
                continue
            about = cell.find(f"{_W}tcPr")
            merge = about.find(f"{_W}vMerge") if about is not None else None
            if merge is not None and _value(merge) != "restart":
                upper = above.get(len(cells), EMPTY)
                held = Cell(upper.text, upper.fault, upper.struck, shadow=True, below=True)
            else:
                held = _cell(cell, fonts)
            above[len(cells)] = held
            cells.append(held)
            aside = Cell(held.text, held.fault, held.struck, shadow=True, below=held.below)
            cells += [aside] * min(_count(about, "gridSpan", 1) - 1, _MAX_COLUMNS - len(cells))
        lines.append(Line(number, tuple(cells), hidden))
    return tuple(lines)


def _count(properties: Any, name: str, default: int) -> int:
    text = _value(properties.find(f"{_W}{name}")) if properties is not None else ""
    return min(int(text), _MAX_COLUMNS) if text.isdecimal() else default


def _cell(cell: Any, fonts: _Fonts) -> Cell:
    paragraphs: list[str] = []
    struck = legacy = False
    for paragraph in cell.iter(f"{_W}p"):
        if next(paragraph.iterancestors(f"{_W}tc")) is not cell:
            continue
        words = ""
        for run in paragraph.iter(f"{_W}r"):
            said = _said(run)
            properties = run.find(f"{_W}rPr")
            if next(run.iterancestors(f"{_W}p")) is not paragraph or _is_gone(run) or _is_on(properties, "vanish"):
                continue
            words += said
            if said.strip():
                struck = struck or _is_on(properties, "strike") or _is_on(properties, "dstrike")
                legacy = legacy or is_legacy_font(fonts.of(run, paragraph))
        paragraphs.append(words)
    text = "\n".join(paragraphs).strip()
    return Cell(text, LEGACY_FAULT if legacy and any(map(str.isalpha, text)) else "", struck)


def _is_gone(run: Any) -> bool:
    """Whether the run is deleted or moved away by a tracked change."""
    return any(True for _ in run.iterancestors(f"{_W}del", f"{_W}moveFrom"))


def _said(run: Any) -> str:
    parts = []
    for element in run:
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif element.tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            parts.append("\t" if element.tag == f"{_W}tab" else "-")
    return "".join(parts)


def _is_on(properties: Any, name: str) -> bool:
    element = properties.find(f"{_W}{name}") if properties is not None else None
    return element is not None and _value(element) not in ("0", "false", "off")
