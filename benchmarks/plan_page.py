"""The page of a plan of 200 pages: the real plan's sections again and again, each under its own number."""

from __future__ import annotations

import logging
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.figures import Line
from generator import numbering
from generator.build import make_pages
from generator.comparison import compare
from generator.content import read_content
from generator.publishing import Layout, configure

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2026, 11, 22)
TIMES = 61
"""Its text printed by the print style sheet, A4 at 14 points, then takes 200 pages."""
_MOST_KILOBYTES, _MOST_SECONDS = 1_000, 5


def measure() -> list[Line]:
    """The size of the page as HTML, and how long two such plans take to be compared."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = make_long_plan(ROOT / "content", folder / "content")
        size = _page(folder, content)
        record = read_content(content)[0].of("plans")["2026"].record
        parts = numbering.number_parts(record)
        start = time.perf_counter()
        compare(parts, parts[len(parts) // 3 :])
        seconds = time.perf_counter() - start
    what = f"a plan of 200 pages, {len(parts):,} parts"
    return [
        Line(f"{what}: the page", size / 1_000, "KB", _MOST_KILOBYTES),
        Line(f"{what}: compared with two thirds of itself", seconds, "s", _MOST_SECONDS),
    ]


def make_long_plan(real: Path, folder: Path) -> Path:
    """A copy of the real content whose plan has its sections many times over; the folder."""
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("addresses.txt"))
    file = folder / "plans" / "2026" / "plan.yml"
    before, _, rest = file.read_text(encoding="utf-8").partition("sections:\n")
    sections, _, after = rest.partition("conclusions:\n")
    file.write_text(f"{before}sections:\n{''.join(_repeated(sections))}conclusions:\n{after}", encoding="utf-8")
    return folder


def _repeated(sections: str) -> Iterator[str]:
    for number in range(TIMES):
        for place, words in enumerate(("I.", "II.", "III.")):
            _, _, rest = sections.partition(f"- section: {words}\n")
            own = rest.partition("  - section: ")[0]
            label = f"Phần {number * 3 + place + 1}" if number else words
            yield f"  - section: {label}\n{own}"


def _page(folder: Path, content: Path) -> int:
    """The bytes of the plan's page as HTML, made by MkDocs from that page alone."""
    layout = Layout(ROOT, content, folder / "build")
    frame = make_pages(layout, AS_OF).frame
    page, docs, site = Path("ke-hoach/2026/index.md"), folder / "docs", folder / "site"
    (docs / page).parent.mkdir(parents=True)
    shutil.copy(layout.markdown / page, docs / page)
    logging.disable(logging.WARNING)  # the pages it links to are not there
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), hooks=[], strict=False)
    configure(config, frame)
    build(config)
    return (site / page.with_suffix(".html")).stat().st_size
