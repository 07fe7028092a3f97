"""Long pages of law on a phone: folded, opened by a tap, and by the address of what is inside, without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import opened

PHONE = {"width": 360, "height": 760}
LAW, AWARDS = "van-ban/luat-06-2022-qh15/", "huong-dan/danh-hieu-hinh-thuc/"

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_articles_of_a_law_are_folded_and_open_by_a_tap(browser: Browser, address: str, scripts: bool) -> None:
    with opened(browser, address + LAW, viewport=PHONE, java_script_enabled=scripts) as page:
        article = page.locator("#dieu-80-khoan-3")
        assert not article.is_visible()
        page.locator("summary", has_text="điều, khoản").click()
        assert article.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_so_are_the_places_that_cite_it(browser: Browser, address: str, scripts: bool) -> None:
    with opened(browser, address + LAW, viewport=PHONE, java_script_enabled=scripts) as page:
        place = page.locator(".cit a").first
        assert not place.is_visible()
        page.locator("summary", has_text="nơi viện dẫn").click()
        assert place.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("where", [f"{LAW}#dieu-80-khoan-3", f"{AWARDS}#giay-khen-tieu-chuan", f"{AWARDS}#bang-khen"])
def test_an_address_inside_a_fold_shows_its_part(browser: Browser, address: str, where: str, scripts: bool) -> None:
    with opened(browser, address + where, viewport=PHONE, java_script_enabled=scripts) as page:
        part = page.locator(f"#{where.partition('#')[2]}")
        assert part.is_visible()
        box = part.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < PHONE["height"]


def test_a_wide_screen_and_paper_fold_nothing(browser: Browser, address: str) -> None:
    with opened(browser, address + LAW, viewport={"width": 1280, "height": 800}) as page:
        assert page.locator("#dieu-80-khoan-3").is_visible()
        assert not page.locator("summary", has_text="điều, khoản").is_visible()
    with opened(browser, address + AWARDS, viewport=PHONE) as page:
        page.emulate_media(media="print")
        assert page.locator("#giay-khen-tieu-chuan").is_visible()
        assert not page.locator(".fold").first.is_visible()


@pytest.mark.parametrize("path", [LAW, AWARDS])
def test_a_phone_is_not_made_to_scroll_through_all_of_it(browser: Browser, address: str, path: str) -> None:
    with opened(browser, address + path, viewport=PHONE) as page:
        assert page.evaluate("document.documentElement.scrollHeight") < 9_000
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
