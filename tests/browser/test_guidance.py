"""The guidance as somebody meets it who holds a phone: how few taps, what opens, what can be taken away and printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import opened

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 700}, "has_touch": True, "is_mobile": True}
NEIGHBOUR = "Kể việc hàng xóm cứu người"


def tap(page: Page, name: str) -> None:
    link = page.locator("#noi-dung").get_by_role("link", name=name, exact=True)
    box = link.bounding_box()
    assert box is not None
    assert box["height"] >= 40, "too small for a thumb"
    link.tap()


def test_whom_to_tell_that_a_neighbour_saved_a_life_is_two_taps_from_home(browser: Browser, address: str) -> None:
    with opened(browser, address, **PHONE) as page:
        tap(page, NEIGHBOUR)
        page.wait_for_url("**/huong-dan/gioi-thieu-guong/")
        call = page.locator("#noi-dung").get_by_role("link", name="Gọi 0225 000 0000").first
        assert call.get_attribute("href") == "tel:+842250000000"
        call.scroll_into_view_if_needed()
        box = call.bounding_box()
        assert box is not None
        assert box["y"] < 700


def test_and_three_taps_by_way_of_the_finder_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False, **PHONE) as page:
        tap(page, "Việc khác…")
        page.wait_for_url("**/toi-muon/")
        tap(page, NEIGHBOUR)
        page.wait_for_url("**/huong-dan/gioi-thieu-guong/")
        assert page.locator("#noi-dung a[href='tel:+842250000000']").first.is_visible()


def test_everything_one_may_want_leads_somewhere(browser: Browser, address: str) -> None:
    with opened(browser, address + "toi-muon/", **PHONE) as page:
        links = page.locator(".want a").evaluate_all("links => links.map((link) => link.href)")
        assert len(links) >= 15
        for link in links:
            page.goto(link)
            assert page.locator("h1").inner_text().strip()


def test_a_term_opens_by_keyboard_and_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address + "huong-dan/thuat-ngu/", java_script_enabled=False) as page:
        said = page.get_by_text("Khổ A4, theo mẫu chung")
        assert not said.is_visible()
        page.locator("#tu-giay-khen > summary").focus()
        page.keyboard.press("Enter")
        assert said.is_visible()


def test_the_glossary_prints_with_what_its_terms_mean(browser: Browser, address: str) -> None:
    """Paper cannot be opened: a term that is closed on the screen still prints with its lines."""
    with opened(browser, address + "huong-dan/thuat-ngu/") as page:
        term = page.locator("#tu-giay-khen")
        closed = term.evaluate("(one) => one.clientHeight")
        page.emulate_media(media="print")
        assert term.evaluate("(one) => one.clientHeight") > closed + 20


def test_a_term_reached_by_its_address_is_open(browser: Browser, address: str) -> None:
    with opened(browser, address + "huong-dan/thuat-ngu/#tu-giay-khen") as page:
        page.get_by_text("Khổ A4, theo mẫu chung").wait_for()
        page.evaluate("location.hash = '#tu-to-trinh'")
        page.get_by_text("Văn bản của đơn vị đề nghị cấp trên").wait_for()


@pytest.mark.parametrize(
    ("kind", "name"), [("PDF", "phieu-gioi-thieu-guong.pdf"), ("Word", "phieu-gioi-thieu-guong.docx")]
)
def test_the_sheet_is_taken_away(browser: Browser, address: str, kind: str, name: str) -> None:
    with opened(browser, address + "huong-dan/gioi-thieu-guong/", **PHONE) as page:
        with page.expect_download() as downloading:
            page.get_by_role("link", name=f"Tải phiếu một trang ({kind},").tap()
        assert downloading.value.suggested_filename == name


def test_guidance_prints_with_whom_to_ask_and_without_buttons(browser: Browser, address: str) -> None:
    with opened(browser, address + "huong-dan/de-nghi-khen-thuong/") as page:
        page.emulate_media(media="print")
        assert page.get_by_text("Còn điều chưa rõ, hỏi ai?").is_visible()
        assert page.locator(".advice__h").first.is_visible()
        assert not page.locator(".acts").first.is_visible()
        assert page.locator(".tbl thead").first.is_visible()


def test_headings_go_down_step_by_step_on_the_guidance(browser: Browser, address: str) -> None:
    for path in ("huong-dan/gioi-thieu-guong/", "huong-dan/thuat-ngu/", "toi-muon/", "du-lieu-ca-nhan/", ""):
        with opened(browser, address + path) as page:
            levels = page.locator("#noi-dung :is(h1,h2,h3,h4)").evaluate_all("all => all.map((one) => +one.tagName[1])")
            assert levels[0] == 1, path
            assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
