"""How long a workbook of 500 people takes from the file to a full answer: read, matched, rehearsed; first and again."""

from __future__ import annotations

import io
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from openpyxl import load_workbook  # noqa: E402 - the path above makes the project's own modules importable

from benchmarks.figures import Line, print_lines  # noqa: E402
from benchmarks.synthetic import make_content  # noqa: E402
from generator.content import read_content  # noqa: E402
from generator.exporters.honours_workbook import SHEET, template  # noqa: E402
from generator.importers.columns import BY_KEY  # noqa: E402
from generator.importers.honours import Request, apply, prepare  # noqa: E402

AS_OF = date(2026, 11, 22)
_MOST_SECONDS = 5
ROWS = 500
_DECISION = "2026/do-nhap"
_TEXT = """sample: true
number: 99/QĐ-UBND (mẫu)
date: 2026-06-10
issuer: chu-tich-ubnd-phuong
signer: {name: (Người ký minh họa), form: CHỦ TỊCH}
title: Về việc tặng Giấy khen
lists:
  - award: giay-khen
    basis: merit
    for_period: năm 2026
    age_group: adult
    commendations: []
"""


def measure() -> list[Line]:
    """How long a long list takes to be checked, and the same list again, beside openpyxl reading its cells."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "content"
        make_content(ROOT / "content", content, 100)
        decision = content / f"decisions/{_DECISION}.yml"
        decision.parent.mkdir(exist_ok=True)
        decision.write_text(_TEXT, encoding="utf-8")
        file = _workbook(content, folder / "danh-sach.xlsx")
        start = time.perf_counter()
        first = prepare(Request(file, _DECISION), content, AS_OF)
        fresh = time.perf_counter() - start
        apply(first, content)
        start = time.perf_counter()
        prepare(Request(file, _DECISION), content, AS_OF)
        again = time.perf_counter() - start
        start = time.perf_counter()
        cells = sum(1 for row in load_workbook(file).worksheets[0].iter_rows() for _ in row)
        peer = time.perf_counter() - start
    what = f"a workbook of {ROWS} people, {cells:,} cells"
    return [
        Line(f"{what}: checked", fresh, "s", _MOST_SECONDS, fresh / peer),
        Line(f"{what}: checked again", again, "s", _MOST_SECONDS, again / peer),
    ]


def _workbook(content: Path, file: Path) -> Path:
    read, _ = read_content(content)
    book = load_workbook(io.BytesIO(template(read)))
    sheet = book[SHEET]
    columns = {str(cell.value).removesuffix(" *"): number for number, cell in enumerate(sheet[1], 1)}
    bodies = [one.record for one in read.of("organisations").values()]
    units = [one.name for one in bodies if one.kind == "residential-group"]
    for line in range(2, ROWS + 2):
        row = {
            "number": line - 1, "courtesy": "ông", "name": f"Bịa {_word(line)} {_word(line * 7)}", "kind": "Cá nhân",
            "age_group": "Người lớn", "organisation": units[line % len(units)], "achievement": f"Việc tốt thứ {line}",
            "agreed_name": "x", "recorded": date(2026, 6, 8), "how": "Phiếu đồng ý có chữ ký",
            "field": "Môi trường" if line % 5 == 0 else None, "deed": "Quét ngõ" if line % 5 == 0 else None,
        }  # fmt: skip
        for key, value in row.items():
            sheet.cell(line, columns[BY_KEY[key].title], value)
    book.save(file)
    return file


def _word(number: int) -> str:
    """A made-up syllable for the number, capitalised."""
    return "BCDGHKLMNPQRSTVX"[number % 16] + "aeiou"[number // 16 % 5] + "bcdghklmnpt"[number // 80 % 11]


if __name__ == "__main__":
    print_lines(measure())
