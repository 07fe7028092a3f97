"""The real content on three days: the status of the law that matters, the words wherever it is cited, the bonuses."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import make_pages
from generator.publishing import Layout
from tests.real_site import ROOT

BEFORE, AFTER, LAPSED = date(2026, 9, 30), date(2026, 10, 2), date(2027, 3, 2)
THIRD = "theo ghi nhận của bên thứ ba, chưa kiểm chứng"
AMENDED = f"được sửa đổi, bổ sung từ ngày 01/10/2026 bởi Luật 06/2026/QH16 ({THIRD})"
LAW, AMENDING = "luat-06-2022-qh15", "luat-06-2026-qh16"
D152, D129, C15 = "nd-152-2025-nd-cp", "nd-129-2025-nd-cp", "tt-15-2025-tt-bnv"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[date, Path]:
    """The Markdown of the real content on each day; ``checked`` and ``reviewed`` lie after the first two of them."""
    found = {}
    for day in (date(2026, 6, 15), BEFORE, AFTER, LAPSED):
        layout = Layout(ROOT, ROOT / "content", tmp_path_factory.mktemp(day.isoformat()))
        make_pages(layout, day)
        found[day] = layout.markdown
    return found


def text(folder: Path, path: str) -> str:
    """The page's words on one line, without tags and addresses."""
    raw = (folder / f"{path}.md").read_text(encoding="utf-8")
    raw = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", raw)
    return " ".join(re.sub(r"<[^>]+>", " ", raw).split()).replace(" )", ")").replace("( ", "(").replace(" .", ".")


def status(folder: Path, id_: str) -> list[str]:
    """The pills of an instrument's own page."""
    raw = (folder / f"van-ban/{id_}.md").read_text(encoding="utf-8")
    head = re.search(r'<p class="ph__st">(.*?)</p>', raw)
    assert head
    return re.findall(r'<span class="pill[^"]*">([^<]+)</span>', head[1])


@pytest.mark.parametrize(
    ("id_", "before", "after", "lapsed"),
    [
        (LAW, *[["Còn hiệu lực (tính đến ngày 01/01/2026)"]] * 3),
        (
            AMENDING,
            ["Chưa có hiệu lực (tính đến ngày 30/9/2026)", "Chưa kiểm chứng"],
            *[["Chưa xác định hiệu lực", "Chưa kiểm chứng"]] * 2,
        ),
        (
            D152,
            *[["Còn hiệu lực (tính đến ngày 01/01/2026)"]] * 2,
            ["Hết hiệu lực (tính đến ngày 02/3/2027)", "Chưa kiểm chứng"],
        ),
        (
            D129,
            ["Hết hiệu lực một phần (tính đến ngày 30/9/2026)"],
            ["Hết hiệu lực một phần (tính đến ngày 02/10/2026)"],
            ["Hết hiệu lực (tính đến ngày 02/3/2027)"],
        ),
        (C15, *[["Chưa xác định hiệu lực"]] * 2, ["Hết hiệu lực (tính đến ngày 02/3/2027)", "Chưa kiểm chứng"]),
    ],
)
def test_the_status_on_the_day(
    made: dict[date, Path], id_: str, before: list[str], after: list[str], lapsed: list[str]
) -> None:
    assert [status(made[day], id_) for day in (BEFORE, AFTER, LAPSED)] == [before, after, lapsed]


def test_the_amending_law_is_announced_then_told(made: dict[date, Path]) -> None:
    assert "Văn bản này sẽ " + AMENDED in text(made[BEFORE], f"van-ban/{LAW}")
    for day in (AFTER, LAPSED):
        assert "Văn bản này " + AMENDED in text(made[day], f"van-ban/{LAW}")


def test_a_part_repealed_counts_from_its_day(tmp_path: Path) -> None:
    pills = {}
    for day in (date(2025, 12, 31), date(2026, 1, 1)):
        layout = Layout(ROOT, ROOT / "content", tmp_path / day.isoformat())
        make_pages(layout, day)
        pills[day] = status(layout.markdown, D129)[0].partition(" (")[0]
    assert list(pills.values()) == ["Còn hiệu lực", "Hết hiệu lực một phần"]


PLACES = ["ke-hoach/2026/index", "huong-dan/danh-hieu-hinh-thuc", "huong-dan/khen-thuong-dot-xuat", f"van-ban/{C15}"]


@pytest.mark.parametrize("path", PLACES)
def test_what_changed_is_told_wherever_it_is_cited(made: dict[date, Path], path: str) -> None:
    lapsed = f"Nghị định 152/2025/NĐ-CP hết hiệu lực từ ngày 01/3/2027 ({THIRD}). Chưa biết văn bản nào thay thế."
    law = "Luật Thi đua, khen thưởng " + AMENDED
    told = {day: [words in text(made[day], path) for words in (law, lapsed)] for day in (BEFORE, AFTER, LAPSED)}
    assert list(told.values()) == [[False, False], [True, False], [True, True]]


def test_the_plan_tells_of_all_three_papers_that_lapsed(made: dict[date, Path]) -> None:
    page = text(made[LAPSED], "ke-hoach/2026/index")
    notice = page.partition("đã thay đổi từ khi có kế hoạch")[2].partition("Mục lục")[0]
    for name in ("Nghị định 152/2025/NĐ-CP", "Nghị định 129/2025/NĐ-CP", "Thông tư 15/2025/TT-BNV"):
        assert f"{name} hết hiệu lực từ ngày 01/3/2027" in notice


def test_a_story_tells_of_the_law_it_cites_that_lapsed(tmp_path: Path) -> None:
    content, told = Path(shutil.copytree(ROOT / "content", tmp_path / "content")), ""
    for path in ("exemplars/2026-001.yml", "practices/mau-gui-rac-hang-xom.yml"):
        file = content / path
        words = file.read_text(encoding="utf-8")
        told = words.replace("story: |\n", "story: |\n  Làm theo Nghị định 152/2025/NĐ-CP.\n\n", 1)
        assert told != words
        file.write_text(told, encoding="utf-8")
    for number in range(9):  # with the first ten that cite the decree: eight are told, two counted
        (content / f"practices/ban-{number}.yml").write_text(told.replace("name: ", f"name: Bản {number}, "), "utf-8")
    layout = Layout(ROOT, content, tmp_path / "build")
    for day, expected in ((date(2026, 12, 1), False), (LAPSED, True)):
        make_pages(layout, day)
        for page in ("guong/2026-001", "cach-lam-hay/mau-gui-rac-hang-xom"):
            said = text(layout.markdown, page)
            assert "Nghị định 152/2025/NĐ-CP." in said
            assert ("Nghị định 152/2025/NĐ-CP hết hiệu lực từ ngày 01/3/2027" in said) is expected
    assert "Và 2 cách làm hay khác" in text(layout.markdown, f"van-ban/{D152}")
    assert text(layout.markdown, f"van-ban/{D152}").count("Cách làm hay: ") == 8


def test_a_decision_tells_of_the_law_amended_after_it(made: dict[date, Path]) -> None:
    assert AMENDED in text(made[AFTER], "khen-thuong/2026/mau-01")
    assert AMENDED not in text(made[BEFORE], "khen-thuong/2026/mau-01")


def test_a_check_too_old_warns_on_the_page(tmp_path: Path) -> None:
    layout = Layout(ROOT, ROOT / "content", tmp_path)
    built = make_pages(layout, date(2027, 5, 22))
    assert "Lâu chưa kiểm tra lại." in text(layout.markdown, f"van-ban/{LAW}")
    assert [one for one in built.warnings if one.rule == "kiem-tra-lai" and LAW in one.place.file.name]


NEW = (
    "Từ ngày 01/7/2026, tạm tính: **0,3 × 2.530.000 = 759.000 đồng**, chưa tính làm tròn (chưa kiểm chứng). "
    "Mức lương cơ sở 2.530.000 đồng một tháng, Điều 3 khoản 2, Nghị định 161/2026/NĐ-CP."
)
OLD = (
    "Tới hết ngày 30/6/2026 (chưa rõ từ ngày nào), tạm tính: **0,3 × 2.340.000 = 702.000 đồng**, "
    "chưa tính làm tròn (chưa kiểm chứng). "
    "Mức lương cơ sở 2.340.000 đồng một tháng (theo báo chí, cơ sở dữ liệu luật)."
)


@pytest.mark.parametrize("award", ["Giấy khen", "Lao động tiên tiến"])
@pytest.mark.parametrize("day", [date(2026, 6, 15), BEFORE, AFTER, LAPSED])
def test_the_bonus_before_and_after_the_first_of_july(made: dict[date, Path], day: date, award: str) -> None:
    page = text(made[day], "huong-dan/danh-hieu-hinh-thuc")
    section = page.partition(f"## {award} {{")[2].partition(" ## ")[0]
    assert NEW in section
    assert OLD in section
    row = page.partition("Bảng tóm tắt")[2].partition(" ## ")[0]
    today = "0,3 × 2.340.000 = 702.000 đồng" if day < date(2026, 7, 1) else "0,3 × 2.530.000 = 759.000 đồng"
    assert f"cá nhân: {today}, chưa tính làm tròn (chưa kiểm chứng)" in row
