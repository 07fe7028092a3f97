"""Lists of invented people as offices send them: workbooks, Word tables, folders of photographs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from PIL import Image

from generator.content import Content, read_content
from generator.exporters.honours_workbook import SHEET, template
from generator.importers.columns import BY_KEY, COLUMNS
from generator.importers.honours import Outcome, Request, prepare
from tests.site import AS_OF, copy_small, write

DECISION = "2026/03-qd"
EMPTY_DECISION = """# Quyết định để nhập danh sách vào.
number: 03/QĐ-UBND
date: 2026-06-10
issuer: chu-tich
signer: {name: (Người ký bịa), form: CHỦ TỊCH}
title: Về việc tặng Giấy khen năm 2026
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-06-11}
lists:
  # Danh sách duy nhất của quyết định.
  - award: giay-khen
    basis: merit
    for_period: năm 2026
    shown: {ground: consent, scope: [name], recorded: 2026-06-09}
    age_group: adult
    commendations: []
"""
UNIT = "Tổ dân phố Đầu Làng"


def ward(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """The small ward's content with an empty decision to import into, and the files laid over it."""
    return write(copy_small(folder), {f"decisions/{DECISION}.yml": EMPTY_DECISION, **(files or {})})


def decision_text(content: Path) -> str:
    """The text of the decision imported into."""
    return (content / f"decisions/{DECISION}.yml").read_text(encoding="utf-8")


def read(content: Path) -> Content:
    """The content, read without a fault of form."""
    found, problems = read_content(content)
    assert problems == []
    return found


def from_template(content: Path, file: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Our template with the rows typed into it, by column key."""
    book = load_workbook(io.BytesIO(template(read(content))))
    sheet = book[SHEET]
    columns = {str(one.value).removesuffix(" *"): number for number, one in enumerate(sheet[1], 1)}
    for line, row in enumerate(rows, 2):
        for key, value in row.items():
            sheet.cell(line, columns[BY_KEY[key].title], value)
    book.save(file)
    return file


def sheet_of(file: Path, rows: Iterable[Sequence[Any]], merged: Iterable[str] = ()) -> Path:
    """An office's own workbook: the rows as they stand, some cells merged."""
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(file)
    return file


def word_of(file: Path, rows: Sequence[Sequence[str]], merged: Iterable[tuple[int, int, int, int]] = ()) -> Path:
    """A Word file with a heading, a table that is no list, and the rows as a table; ``merged`` cells from, to."""
    document = Document()
    document.add_paragraph("ỦY BAN NHÂN DÂN PHƯỜNG MẪU")
    head = document.add_table(1, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "PHƯỜNG MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table = document.add_table(len(rows), max(map(len, rows)))
    for line, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(line, column).text = text
    for top, left, bottom, right in merged:
        whole = table.cell(top, left)
        kept = whole.text
        whole.merge(table.cell(bottom, right)).text = kept
    document.save(str(file))
    return file


def plan(file: Path, content: Path, **request: Any) -> Outcome:
    """What importing the file into the decision would do."""
    return prepare(Request(file, request.pop("decision", DECISION), **request), content, AS_OF)


def actions(outcome: Outcome) -> list[str]:
    """What would become of each line, in order."""
    return [one.action for one in outcome.told]


def messages(outcome: Outcome) -> list[str]:
    """The problems' facts."""
    return [problem.message for problem in outcome.problems]


def photo(file: Path, colour: tuple[int, int, int], *, turned: bool = False, placed: bool = False) -> Path:
    """A small invented photograph; ``turned`` by its EXIF, or ``placed`` by GPS."""
    image = Image.new("RGB", (120, 80), colour)
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    if placed:
        exif.get_ifd(0x8825).update({1: "N", 2: (20.0, 51.0, 0.0), 3: "E", 4: (106.0, 41.0, 0.0)})
    image.save(file, "JPEG", exif=exif)
    return file


def cell(key: str, line: int) -> str:
    """Where the template has the column in a line, ``Danh sách!C7``."""
    return f"{SHEET}!{get_column_letter([column.key for column in COLUMNS].index(key) + 1)}{line}"


def person(number: int, name: str, **more: Any) -> dict[str, Any]:
    """A row of the template: an adult of the ward."""
    row = {"number": number, "courtesy": "ông", "name": name, "kind": "Cá nhân", "age_group": "Người lớn"}
    return {**row, "organisation": UNIT, "achievement": f"Việc tốt thứ {number}", **more}


def exemplar(number: int, name: str, file_name: str, **more: Any) -> dict[str, Any]:
    """A row of the template: somebody to be told of, with a photograph and every consent."""
    told = {
        "field": "Môi trường",
        "deed": f"Quét ngõ suốt {number} năm",
        "photo_file": file_name,
        "alt": "Người quét ngõ",
    }
    agreed = {"agreed_name": "x", "agreed_photo": "x", "agreed_story": "x", "recorded": date(2026, 6, 8)}
    prose = {"how": "Phiếu có chữ ký", "story": "Sáng nào cũng quét.\n\nAi cũng quý."}
    return person(number, name, **{**told, **agreed, **prose, **more})
