"""The progress page filtered by organisation in Chromium: numbers against a recount, the address, and no scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import violations
from tests.browser.test_pages import opened
from tests.real_site import ROOT

pytestmark = pytest.mark.browser

PATH = "ke-hoach/2026/tien-do/"
TASKS = yaml.safe_load((ROOT / "content/plans/2026/tasks.yml").read_text(encoding="utf-8"))["tasks"]
GROUPS = {
    file.stem: yaml.safe_load(file.read_text(encoding="utf-8")).get("members", [])
    for file in (ROOT / "content/organisations").glob("*.yml")
}


def recount() -> dict[str, tuple[set[str], set[str]]]:
    """For each organisation, itself and the groups it belongs to: the tasks it leads, and the others that it joins."""
    found = {}
    for unit in GROUPS:
        known_as = {unit, *(group for group, members in GROUPS.items() if unit in members)}
        led = {task["number"] for task in TASKS if known_as & set(task.get("led_by", []))}
        joined = {task["number"] for task in TASKS if known_as & set(task.get("joined_by", []))} - led
        if led or joined:
            found[unit] = (led, joined)
    return found


def seen_rows(page: Page) -> set[str]:
    rows = page.locator("tbody tr[id]:visible").all()
    return {(row.get_attribute("id") or "").removeprefix("nhiem-vu-") for row in rows}


def seen_cards(page: Page) -> set[str]:
    links = page.locator(".task:visible .task__t a").all()
    return {(link.get_attribute("href") or "").removeprefix("#nhiem-vu-") for link in links}


def test_every_organisation_sees_its_tasks_and_no_other(browser: Browser, address: str) -> None:
    everything = {task["number"] for task in TASKS}
    with opened(browser, address + PATH) as page:
        choice = page.get_by_label("Lọc theo đơn vị")
        offered = [option.get_attribute("value") for option in choice.locator("option").all()]
        counted = recount()
        assert set(offered) == {"", *counted}
        for unit, (led, joined) in counted.items():
            choice.select_option(unit)
            assert seen_rows(page) == seen_cards(page) == led | joined, unit
            words = f"Đang xem {len(led | joined)} trên 7 nhiệm vụ: chủ trì {len(led)}, phối hợp {len(joined)}."
            expect(page.locator("task-filter [role=status]")).to_contain_text(words)
            assert page.url.endswith(f"{PATH}#don-vi={unit}")
        page.get_by_role("button", name="Xóa bộ lọc").click()
        assert seen_rows(page) == seen_cards(page) == everything
        assert page.url.endswith(PATH)
        expect(choice).to_be_focused()


def test_the_address_keeps_the_choice_and_back_undoes_it(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{PATH}#don-vi=truong-hoc") as page:
        assert seen_rows(page) == {"4"}
        page.get_by_label("Lọc theo đơn vị").select_option("van-phong-hdnd-ubnd")
        assert seen_rows(page) == {"1"}
        page.go_back()
        assert seen_rows(page) == {"4"}
        page.locator(".task__t a").first.evaluate("link => { location.hash = '#nhiem-vu-7'; }")
        expect(page.locator("#nhiem-vu-7")).to_be_visible()
        expect(page.get_by_label("Lọc theo đơn vị")).to_have_value("")
    with opened(browser, f"{address}{PATH}#don-vi=khong-co-that") as page:
        assert len(seen_rows(page)) == 7


def test_a_quarter_without_a_task_says_so(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}{PATH}#don-vi=truong-hoc") as page:
        for number, there in ((1, True), (2, False), (4, True)):
            quarter = page.locator(f"section[aria-labelledby=quy-{number}]")
            said = quarter.get_by_text("Đơn vị này không có nhiệm vụ nào ở đây.")
            expect(said).to_be_visible() if there else expect(said).to_be_hidden()


def test_without_javascript_each_organisation_leads_to_its_own_page(
    browser: Browser, address: str, real_site: Path
) -> None:
    with opened(browser, address + PATH, java_script_enabled=False) as page:
        assert page.locator("select").count() == 0
        page.get_by_text("Việc của từng đơn vị").click()
        links = page.locator("[data-unit]")
        counted = recount()
        assert {link.get_attribute("data-unit") for link in links.all()} == set(counted)
        page.locator("[data-unit=trung-tam-dich-vu-su-nghiep-cong]").click()
        page.wait_for_url("**/don-vi/trung-tam-dich-vu-su-nghiep-cong/")
        expect(page.get_by_text("Phối hợp tuyên truyền về công tác thi đua")).to_be_visible()
    for unit, (led, joined) in counted.items():
        own = html.parse(str(real_site / f"don-vi/{unit}/index.html"))
        rows = {(row.get("data-task"), row.get("data-role")) for row in own.xpath("//*[@data-task]")}
        assert rows == {*((one, "lead") for one in led), *((one, "join") for one in joined)}, unit


def test_axe_finds_nothing_while_filtered_or_unfolded(browser: Browser, address: str) -> None:
    for path in (f"{PATH}#don-vi=truong-hoc", "ke-hoach/2026/"):
        with opened(browser, address + path, bypass_csp=True) as page:
            page.locator("#noi-dung details").evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")
            for width, scheme in ((360, "light"), (1280, "dark")):
                page.set_viewport_size({"width": width, "height": 800})
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert violations(page) == [], f"{path}, {width} px, {scheme}"
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_fulfils_a_clause_unfolds_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address + "ke-hoach/2026/", java_script_enabled=False) as page:
        summary = page.get_by_text("Việc thực hiện: 4 nhiệm vụ")
        task = page.locator("details").filter(has=summary).get_by_role("link", name="Báo cáo sơ kết")
        expect(task).to_be_hidden()
        summary.click()
        task.click()
        page.wait_for_url("**/tien-do/#nhiem-vu-5")
