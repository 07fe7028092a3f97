"""The plan's page in real Chromium: links and citations copied from the marks, contents that follow, old addresses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessible import looks, violations
from tests.browser.conftest import PREFIX, Handler, served
from tests.browser.test_pages import opened
from tests.real_site import built_once
from tests.site import SMALL

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 700}}
PLAN, WITHOUT_OWN_NUMBER = "ke-hoach/2026/", "ke-hoach/2025/"
OF_2026 = "Kế hoạch số 01/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân phường Mẫu"
OF_2025 = "Kế hoạch ban hành kèm theo Quyết định số 07/QĐ-UBND ngày 04/02/2025 của Ủy ban nhân dân phường Mẫu"
DECISION = "Quyết định số 07/QĐ-UBND ngày 04/02/2025 của Ủy ban nhân dân phường Mẫu"
CITED = [
    (PLAN, "mo-dau-2", f"đoạn mở đầu 2 {OF_2026}"),
    (PLAN, "muc-ii", f"Mục II {OF_2026}"),
    (PLAN, "muc-ii-1", f"khoản 1 Mục II {OF_2026}"),
    (PLAN, "muc-ii-1-dd", f"điểm đ khoản 1 Mục II {OF_2026}"),
    (PLAN, "muc-ii-1-d-gach-2", f"gạch đầu dòng thứ 2 điểm d khoản 1 Mục II {OF_2026}"),
    (PLAN, "muc-ii-doan-1", f"đoạn 1 Mục II {OF_2026}"),
    (PLAN, "ket-thuc-1", f"đoạn kết 1 {OF_2026}"),
    (PLAN, "noi-nhan-2", f"nơi nhận, dòng 2 {OF_2026}"),
    (PLAN, "chu-ky", f"chữ ký {OF_2026}"),
    (f"{PLAN}tien-do/", "nhiem-vu-2", f"nhiệm vụ 2 Phụ lục {OF_2026}"),
    (WITHOUT_OWN_NUMBER, "ban-hanh-dieu-2-1", f"khoản 1 Điều 2 {DECISION}"),
    (WITHOUT_OWN_NUMBER, "chuong-i-2-1-1", f"khoản 2.1.1 Chương I {OF_2025}"),
    (
        WITHOUT_OWN_NUMBER,
        "chuong-i-2-1-a-gach-1-cong-2",
        f"dấu cộng thứ 2 gạch đầu dòng thứ 1 điểm a khoản 2.1 Chương I {OF_2025}",
    ),
    (WITHOUT_OWN_NUMBER, "chuong-i-2-bang-1", f"bảng 1 khoản 2 Chương I {OF_2025}"),
    (WITHOUT_OWN_NUMBER, "phu-luc-i-1", f"khoản 1 Phụ lục I {OF_2025}"),
]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the tiny ward's front page, below a path prefix."""
    with served(Handler, built_once(tmp_path_factory, "small", lambda _: SMALL)) as port:
        yield f"http://127.0.0.1:{port}{PREFIX}"


def copied(page: Page, button: str, *, by_touch: bool = False) -> str:
    """What the button of the open box put on the clipboard; it must say so, to the eye and politely to the ear."""
    action = page.locator(".cite").get_by_role("button", name=button)
    if by_touch:
        action.tap()
    else:
        action.press("Enter")
    place = ("Chép liên kết", "Chép trích dẫn").index(button)
    said = page.locator(".cite copy-button").nth(place).filter(has_text="Đã chép")
    said.locator("[role=status]", has_text="Đã chép").wait_for(state="attached")
    return str(page.evaluate("navigator.clipboard.readText()"))


def allow_clipboard(page: Page, address: str) -> None:
    """The page may read and write the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.partition("/trang/")[0])


@pytest.mark.parametrize(("path", "part", "cited"), CITED, ids=[part for _, part, _ in CITED])
def test_both_actions_give_the_exact_words_at_every_depth(
    browser: Browser, small: str, path: str, part: str, cited: str
) -> None:
    """At 360 px, by touch, then by keyboard."""
    with opened(browser, small + path, has_touch=True, **PHONE) as page:
        allow_clipboard(page, small)
        mark = page.locator(f".anc[href='#{part}']")
        mark.tap()
        assert copied(page, "Chép liên kết", by_touch=True) == f"{small}{path}#{part}"
        assert copied(page, "Chép trích dẫn", by_touch=True) == cited
        page.keyboard.press("Escape")
        assert page.locator(".cite").count() == 0
        assert mark.evaluate("one => one === document.activeElement")
        page.keyboard.press("Space")
        assert copied(page, "Chép liên kết") == f"{small}{path}#{part}"
        page.keyboard.press("Escape")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Chép trích dẫn"
        assert copied(page, "Chép trích dẫn") == cited
        assert page.evaluate("document.activeElement.closest('.cite') !== null")


def test_a_draft_is_cited_with_its_title_and_as_a_draft(browser: Browser, address: str) -> None:
    with opened(browser, address + PLAN, **PHONE) as page:
        allow_clipboard(page, address)
        page.locator(".anc[href='#muc-i-1-a']").click()
        assert copied(page, "Chép trích dẫn") == (
            "điểm a khoản 1 Mục I Kế hoạch của Ủy ban nhân dân phường Bạch Đằng: "
            "Công tác thi đua, khen thưởng năm 2026 (bản dự thảo, chưa có số, ngày ban hành)"
        )


def test_copying_works_where_the_browser_has_no_clipboard_for_pages(browser: Browser, small: str) -> None:
    with opened(browser, small + PLAN) as page:
        allow_clipboard(page, small)
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
        page.locator(".anc[href='#muc-i-1']").click()
        page.locator(".cite").get_by_role("button", name="Chép liên kết").press("Enter")
        page.locator(".cite").get_by_text("Đã chép").first.wait_for()
        assert page.evaluate("document.activeElement.closest('.cite') !== null")
        page.evaluate("delete navigator.clipboard")
        assert page.evaluate("navigator.clipboard.readText()") == f"{small}{PLAN}#muc-i-1"


def test_there_is_one_box_of_large_targets_and_a_tap_elsewhere_closes_it(browser: Browser, small: str) -> None:
    with opened(browser, small + WITHOUT_OWN_NUMBER, has_touch=True, **PHONE) as page:
        assert page.locator(".cite").count() == 0
        for part in ("chuong-i", "chuong-i-2-bang-1", "chu-thich-1"):
            mark = page.locator(f".anc[href='#{part}']")
            if mark.count():
                mark.tap()
                assert page.locator(".cite").count() == 1
                for button in page.locator(".cite button").all():
                    box = button.bounding_box()
                    assert box is not None
                    assert box["height"] >= 48
                    assert box["x"] >= 0
                    assert box["x"] + box["width"] <= 360
        page.locator("h1").tap()
        assert page.locator(".cite").count() == 0


def test_without_javascript_the_mark_is_a_link_to_its_part(browser: Browser, small: str) -> None:
    with opened(browser, small + PLAN, java_script_enabled=False, **PHONE) as page:
        page.locator(".anc[href='#muc-ii-2']").click()
        page.wait_for_url("**#muc-ii-2")


def test_the_contents_follow_the_reading(browser: Browser, address: str) -> None:
    with opened(browser, address + PLAN, viewport={"width": 1280, "height": 700}) as page:
        for part, words in (("muc-ii-3", "3. Ban hành"), ("muc-i-2", "2. Yêu cầu"), ("muc-iii", "1. Hội đồng Thi đua")):
            page.evaluate(f"document.querySelector('#{part}').scrollIntoView()")
            page.locator(".toc [aria-current]", has_text=words).wait_for()
            assert page.locator(".toc [aria-current]").count() == 1


def test_an_old_address_leads_to_the_part(browser: Browser, small: str) -> None:
    with opened(browser, f"{small}{WITHOUT_OWN_NUMBER}#muc-ii-1", **PHONE) as page:
        page.wait_for_function("document.querySelector('#chuong-ii-1').getBoundingClientRect().top < innerHeight")
        plain = page.locator("#chuong-ii-a").evaluate("one => getComputedStyle(one).backgroundColor")
        assert page.locator("#chuong-ii-1").evaluate("one => getComputedStyle(one).backgroundColor") != plain


@pytest.mark.parametrize("path", [WITHOUT_OWN_NUMBER, f"{PLAN}so-sanh/", f"{PLAN}tien-do/"])
def test_axe_finds_nothing_and_nothing_overflows(browser: Browser, small: str, path: str) -> None:
    with opened(browser, small + path, bypass_csp=True) as page:
        for look in looks(page, 320, 768, 1280):
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
            if page.locator(".anc").count():
                page.locator(".anc").last.click()
            assert violations(page) == [], look


def test_a_wide_table_moves_in_its_own_box_by_keyboard(browser: Browser, small: str) -> None:
    with opened(browser, small + WITHOUT_OWN_NUMBER, viewport={"width": 320, "height": 700}, bypass_csp=True) as page:
        box = page.locator("#chuong-i-2-bang-1 [role=region]")
        assert box.evaluate("one => one.scrollWidth <= one.clientWidth"), "three columns fit"
        box.evaluate("one => one.querySelector('tbody tr').insertCell()")
        assert box.evaluate("one => one.scrollWidth > one.clientWidth")
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("document.querySelector('#chuong-i-2-bang-1 [role=region]').scrollLeft > 0")


def test_the_comparison_says_what_changed_not_by_colour_alone(browser: Browser, small: str) -> None:
    with opened(browser, f"{small}{PLAN}so-sanh/", **PHONE) as page:
        assert (
            page.locator("del.ch").nth(1).evaluate("one => getComputedStyle(one).textDecorationLine") == "line-through"
        )
        assert page.locator("ins.ch").nth(1).evaluate("one => getComputedStyle(one).textDecorationLine") == "underline"
        assert page.get_by_text("(bỏ:)").count() >= 1
        moved = page.locator(".change--moved").first
        assert "chương I nay là mục I" in moved.inner_text()
