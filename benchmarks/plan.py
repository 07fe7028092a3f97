"""A plan of 200 pages, the real one's sections again and again, from its text file to what an import would write."""

from __future__ import annotations

import re
import tempfile
import time
from datetime import date
from pathlib import Path

from benchmarks.figures import Line
from generator.importers.plan import prepare
from generator.importers.plan_record import Request
from generator.vietnamese import roman

ROOT = Path(__file__).resolve().parents[1]
PAGES = 200
_LETTERS = 2_500
"""Letters on a page of Decree 30's layout at 14 points."""
_MOST_SECONDS = 10


def measure() -> list[Line]:
    """The seconds an import of 200 pages takes, all checks run."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "ke-hoach.txt"
        file.write_text(long_plan(PAGES), encoding="utf-8")
        start = time.perf_counter()
        prepare(Request(file, "2099", 2099, "ubnd-phuong"), ROOT / "content", date(2026, 11, 22))
        seconds = time.perf_counter() - start
    return [Line(f"a plan of {PAGES} pages: text file to files to be written", seconds, "s", _MOST_SECONDS)]


def long_plan(pages: int) -> str:
    """A plan of so many pages: the clauses of the real plan's sections, numbered on."""
    text = (ROOT / "tests" / "real" / "ke-hoach-2026.txt").read_text(encoding="utf-8")
    head, body, foot = re.split(r"(?=^I\. )|(?=^Trên đây là)", text, flags=re.MULTILINE)
    sections = re.split(r"^[IVX]+\. ", body, flags=re.MULTILINE)[1:]
    rounds = max(1, pages * _LETTERS // len(body))
    parts = []
    for number, section in enumerate(sections, 1):
        title, _, rest = section.partition("\n")
        clauses = re.split(r"^\d+\. ", rest, flags=re.MULTILINE)[1:] * rounds
        numbered = (f"{place}. {clause}" for place, clause in enumerate(clauses, 1))
        parts.append(f"{roman(number)}. {title}\n\n{''.join(numbered)}")
    return head + "".join(parts) + foot
