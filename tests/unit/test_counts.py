"""The figures: a second count from the YAML finds the same; small numbers tell of nobody; nothing hidden is counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from benchmarks.run import AS_OF as BENCH_DAY
from benchmarks.synthetic import make_content
from generator.catalogue import Catalogue
from generator.content import read_content
from generator.pages.counts import Figures, figures
from generator.pages.decisions import decision_pages
from generator.pages.exports import Exports
from generator.pages.figures import SHOWN, figures_page
from generator.vietnamese import percent, slug
from tests.recount import Recount
from tests.site import AS_OF, ROOT, SMALL, copy_small

DAYS = {
    "small": (SMALL, AS_OF),
    "small later": (SMALL, date(2027, 1, 1)),
    "real": (ROOT / "content", date(2026, 11, 22)),
}


def catalogue_of(content: Path, as_of: date) -> Catalogue:
    read, problems = read_content(content)
    assert problems == []
    return Catalogue(read, as_of)


def numbers(found: Figures) -> dict[tuple[str, str], dict[str, int]]:
    return {(one.measure, one.dimension): {count.key: count.number for count in one.counts} for one in found.tallies}


def assert_same(found: Figures, again: Recount) -> None:
    mine, theirs = numbers(found), again.numbers
    for key in (("commendations", "year"), ("commendations", "award"), ("commendations", "basis"),
                ("commendations", "kind"), ("commendations", "unit"), ("households", "award")):  # fmt: skip
        assert mine[key] == dict(theirs[key]), key
    folded: Counter[str] = Counter()
    for words, number in theirs["exemplars", "field"].items():
        folded[slug(words)] += number
    assert mine["exemplars", "field"] == folded
    periods: Counter[str] = Counter()
    for words, number in again.periods.items():
        periods[slug(words)] += number
    assert mine["commendations", "period"] == periods
    assert {one.dimension: one.part for one in found.shares} == dict(again.shares)
    assert (found.decisions, found.exemplars) == (len(again.decisions), len(again.told))
    assert (found.unnamed, found.revoked, found.withdrawn) == tuple(
        again.left_out[key] for key in ("unnamed", "revoked", "withdrawn")
    )


@pytest.mark.parametrize(("content", "as_of"), DAYS.values(), ids=DAYS.keys())
def test_a_second_count_from_the_files_finds_the_same(content: Path, as_of: date) -> None:
    found = figures(catalogue_of(content, as_of))
    assert found.commendations > 5
    assert_same(found, Recount(content, as_of))


def test_a_second_count_of_many_finds_the_same(tmp_path: Path) -> None:
    make_content(ROOT / "content", tmp_path / "content", 700)
    found = figures(catalogue_of(tmp_path / "content", BENCH_DAY))
    assert_same(found, Recount(tmp_path / "content", BENCH_DAY))
    assert min(found.revoked, found.unnamed, found.commendations - 600) > 0


@pytest.mark.parametrize(("content", "as_of"), DAYS.values(), ids=DAYS.keys())
def test_every_dimension_adds_up_to_all(content: Path, as_of: date) -> None:
    found = figures(catalogue_of(content, as_of))
    assert {one.total for one in found.tallies if one.measure == "commendations"} == {found.commendations}
    assert found.tally("exemplars", "field").total == found.exemplars


def test_periods_stand_in_the_order_of_time(tmp_path: Path) -> None:
    """Years, school years, spans, each the newest first; then what has a name; what has no period last."""
    order = [
        "năm 2026", "năm 2025", "năm học 2025-2026", "năm học 2024 – 2025", "từ tháng 10 năm 2025 đến tháng 9 năm 2026",
        "từ tháng 3 đến tháng 8 năm 2026", "từ tháng 01 đến tháng 8 năm 2026", "từ năm 2021 đến năm 2025",
        "đợt thi đua chào mừng Quốc khánh, từ tháng 6 đến tháng 9 năm 2026", "giai đoạn đầu", "đột xuất",
    ]  # fmt: skip
    content = copy_small(tmp_path)
    file = content / "decisions/2026/01-qd.yml"
    head = file.read_text(encoding="utf-8").partition("lists:\n")[0]
    one = "  - {{award: lao-dong-gioi, for_period: '{}', commendations: [{{kind: group, organisation: van-phong}}]}}\n"
    lists = [one.format(words) for words in sorted(order, key=slug)]
    file.write_text(f"{head}lists:\n{''.join(lists)}", encoding="utf-8")
    told = [one.label for one in figures(catalogue_of(content, AS_OF)).tally("commendations", "period").counts]
    assert told == [f"{words[0].upper()}{words[1:]}" for words in order]


def test_who_is_not_named_stands_in_no_units_number(tmp_path: Path) -> None:
    """Once a ground covers the name, the same row counts for its unit."""
    content = copy_small(tmp_path)
    file = content / "decisions/2026/01-qd.yml"
    before = numbers(figures(catalogue_of(content, AS_OF)))["commendations", "unit"]
    text = file.read_text(encoding="utf-8")
    ground = "        shown: {ground: consent, scope: [name], recorded: 2026-04-01}\n"
    file.write_text(text.replace("không được lên trang\n", f"không được lên trang\n{ground}"), encoding="utf-8")
    after = numbers(figures(catalogue_of(content, AS_OF)))["commendations", "unit"]
    assert after["van-phong"] == before["van-phong"] + 1
    assert after[""] == before[""] - 1


def chips(catalogue: Catalogue) -> Counter[str]:
    """What the rows of the decisions say of themselves, each as often as it is said."""
    found: Counter[str] = Counter()
    for page in decision_pages(catalogue):
        assert callable(page.context)
        found.update(words for one in page.context()["lists"] for row in one.rows for words in row.notes)
    return found


def test_rows_say_what_the_figures_count() -> None:
    catalogue = catalogue_of(ROOT / "content", date(2026, 11, 22))
    counted = {one.label: one.part for one in figures(catalogue).shares if one.dimension != "sudden"}
    assert dict(chips(catalogue)) == counted
    assert min(counted.values()) > 0


def test_a_row_says_what_the_page_it_leads_to_says_and_posthumous_stays_its_own(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    assert chips(catalogue_of(content, AS_OF)) == {
        "Người lao động trực tiếp": 3, "Tập thể nhỏ": 2, "Truy tặng": 1,
    }  # fmt: skip
    file = content / "exemplars/2026-001.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("direct_worker: true", "small_collective: true\nposthumous: true"), encoding="utf-8")
    assert chips(catalogue_of(content, AS_OF)) == {
        "Người lao động trực tiếp": 2, "Tập thể nhỏ": 2, "Truy tặng": 1,
    }  # fmt: skip


def test_long_lists_are_cut_and_nothing_is_lost(tmp_path: Path) -> None:
    make_content(ROOT / "content", tmp_path / "content", 700)
    catalogue = catalogue_of(tmp_path / "content", BENCH_DAY)
    context = figures_page(catalogue, Exports()).context
    assert callable(context)
    (units,) = (chart for chart in context()["honours"] if chart.id == "theo-don-vi")
    more = [bar for bar in units.bars if bar.label.startswith("và ")]
    assert [(bar.label, bar.length) for bar in more] == [("và 50 mục khác", "")]
    assert sum(not bar.rest for bar in units.bars) == SHOWN
    assert sum(int(bar.number.replace(".", "")) for bar in units.bars) == figures(catalogue).commendations


def test_nothing_to_count_is_said(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    for kind in ("decisions", "exemplars"):
        for file in content.glob(f"{kind}/**/*.yml"):
            file.unlink()
    found = figures(catalogue_of(content, AS_OF))
    assert (found.decisions, found.commendations, found.exemplars) == (0, 0, 0)
    assert not any(share.whole for share in found.shares)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (1, 8, "12,5 %"),
        (9, 20, "45 %"),
        (2, 3, "66,7 %"),
        (1, 2000, "0,1 %"),  # half up
        (1, 3000, "dưới 0,1 %"),
        (2999, 3000, "trên 99,9 %"),
        (0, 7, "0 %"),
        (7, 7, "100 %"),
    ],
)
def test_shares_as_vietnamese_writes_them(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words.replace(" %", "\u00a0%")
