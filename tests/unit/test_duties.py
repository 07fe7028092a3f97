"""What the plans give an organisation: by role and quarter, other plans than the one in use folded below."""

from __future__ import annotations

import re
from pathlib import Path

from generator.catalogue import Catalogue
from generator.pages.duties import plan_duties, tasks
from tests.site import AS_OF, SMALL, copy_small, read_small, small_pages, write

LAST_YEAR = """heading: PHỤ LỤC
columns: [STT, Việc, Chủ trì, Phối hợp, Thời gian]
tasks:
  - {number: '1', content: Việc năm trước, lead: Phòng Văn hóa, period: Quý IV, led_by: [phong-van-hoa], quarter: '4'}
"""


def with_last_year() -> dict[str, str]:
    plan = (SMALL / "plans/2026/plan.yml").read_text(encoding="utf-8")
    before = plan.replace("year: 2026", "year: 2025").replace("compared_with: 2025\n", "")
    return {"plans/2025/plan.yml": before, "plans/2025/tasks.yml": LAST_YEAR}


def test_the_plan_in_use_comes_first_by_role_and_quarter(tmp_path: Path) -> None:
    catalogue = Catalogue(read_small(tmp_path, with_last_year()), AS_OF)
    found = plan_duties(catalogue, catalogue.duties["phong-van-hoa"], tasks(catalogue))
    told = [
        (plan.plan.label, plan.now, one.id, [(part.name, [row.number for row in part.rows]) for part in one.quarters])
        for plan in found
        for one in plan.lists
    ]
    quarters = [("Quý I", ["4"]), ("Quý II", ["1"]), ("Không theo quý nào", ["2"])]
    assert told == [
        ("Kế hoạch năm 2026", True, "chu-tri", quarters),
        ("Kế hoạch năm 2026", True, "phoi-hop", [("Quý I", ["5"]), ("Quý IV", ["6"])]),
        ("Kế hoạch năm 2025", False, "chu-tri-2025", [("Quý IV", ["1"])]),
    ]
    assert found[1].words == "nhiệm vụ chủ trì 1"


def test_another_plan_is_folded_on_the_page(tmp_path: Path) -> None:
    made = small_pages(write(copy_small(tmp_path), with_last_year()), tmp_path / "build")
    page = (made / "don-vi/phong-van-hoa.md").read_text(encoding="utf-8")
    assert "Chủ trì 3 nhiệm vụ, phối hợp 2 nhiệm vụ trong kế hoạch năm 2026." in page
    before, _, folded = page.partition("<summary>Kế hoạch năm 2025: nhiệm vụ chủ trì 1</summary>")
    assert "Việc năm trước" not in before
    assert "Chưa cập nhật kết quả" in folded.partition("</details>")[0]
    ids = re.findall(r'(?:id="|\{: #)([a-z0-9-]+)', page)
    assert len(ids) == len(set(ids))
