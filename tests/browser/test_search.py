"""Search in real Chromium over the built site: what a reader types, and where it must lead."""

from __future__ import annotations

import gzip
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from generator.pages.searched import KINDS
from generator.search_copy import spelled, unspelled
from generator.search_index import read_part
from tests.browser.accessible import looks, violations
from tests.browser.conftest import PREFIX, Handler, served
from tests.browser.test_pages import opened
from tests.real_site import ROOT, built_once

pytestmark = pytest.mark.browser

PLAN, TASKS, AWARDS = "ke-hoach/2026/#", "ke-hoach/2026/tien-do/#nhiem-vu-", "huong-dan/danh-hieu-hinh-thuc/#"
HAI, TWO = "guong/2026-101/", "guong/2026-102/"
FOUND = {
    # people: marked, folded, capitals, parts of a name, words around it
    HAI: ("Nguyễn Văn Hải", "nguyen van hai", "NGUYỄN VĂN HẢI", "ông Hải", "văn hải", "van hai", "nguyen van"),
    TWO: ("Nguyễn Văn Hai", "ong nguyen van hai"),
    "guong/2026-103/": ("Đặng Thị Hòa", "Đặng Thị Hoà", "dang thi hoa", "đặng thị", "nấu cháo", "noi chao"),
    "guong/2026-104/": ("Đăng Thị Hoa", "trong hoa o bon cay"),
    "guong/2026-105/": ("Đỗ Thúy Nga", "Đỗ Thuý Nga", "do thuy nga", "thúy nga", "lớp học vẽ"),
    "guong/2026-106/": ("Đỗ Thùy Nga", "gom sach cu"),
    "guong/2026-107/": ("Trịnh Quốc Ân", "trinh quoc an", "quoc an"),
    "guong/2026-108/": ("Đinh Công Đức", "dinh cong duc", "Công Đức"),
    "guong/2026-110/": ("Phan Thế Quý", "phan the quy", "Thế Quý Phan"),
    "guong/2026-002/": ("Trần Thị Duyên", "tran thi duyen", "lai xe nang"),
    "guong/2026-010/": ("Đinh Thị Nhài", "dinh thi nhai"),
    "khen-thuong/2026/mau-01/#dong-1-3": ("Đàm Văn Hiệu", "dam van hieu"),
    # numbers
    "van-ban/nd-152-2025-nd-cp/": ("152/2025/NĐ-CP", "152/2025", "nd 152", "nđ152", "nghi dinh 152/2025/nd-cp"),
    "van-ban/tt-15-2025-tt-bnv/": ("15/2025/TT-BNV", "tt15", "thong tu 15"),
    "van-ban/ct-41-ct-tw-2024/": ("41-CT/TW", "chi thi 41", "41 ct tw"),
    "van-ban/nq-74-nq-hdnd-haiphong-2025/": ("74/NQ-HĐND", "74/nq-hdnd"),
    "van-ban/qd-3998-qd-ubnd-haiphong-2025/": ("3998/QĐ-UBND", "3998/qd-ubnd", "quyet dinh 3998"),
    "khen-thuong/2026/mau-04/": ("03/QĐ-UBND", "03/qd-ubnd"),
    "van-ban/luat-06-2022-qh15/": ("Luật Thi đua, khen thưởng", "luat thi dua khen thuong", "06/2022/QH15"),
    # clauses of the plan and its tasks
    PLAN + "muc-i-1-a": ("đẩy mạnh triển khai thực hiện Chỉ thị số 41-CT/TW", "day manh trien khai chi thi 46-ct/tu"),
    PLAN + "muc-i-2-b": ("chú trọng khen thưởng thành tích đột xuất", "bieu duong tuyen truyen dien hinh tien tien"),
    PLAN + "muc-ii-1-b": ("tang cuong phoi hop xay dung chuyen trang chuyen muc",),
    PLAN + "muc-ii-5": ("hoạt động của Cụm thi đua", "tham gia hoat dong cum thi dua"),
    PLAN + "muc-iii-3-gach-1": ("tăng cường thời lượng, mở thêm chuyên trang", "tang cuong thoi luong"),
    TASKS + "5": ("báo cáo sơ kết 06 tháng", "bao cao so ket cong tac thi dua"),
    TASKS + "7": ("Tổng kết công tác thi đua khen thưởng năm 2026",),
    # organisations, awards, movements, practices, guidance, forms
    "don-vi/thuong-truc-dang-uy/": ("Đảng ủy", "Đảng uỷ", "dang uy", "thuong truc dang uy"),
    "don-vi/phong-van-hoa-xa-hoi/": ("Phòng Văn hóa - Xã hội", "phong van hoa xa hoi", "Phòng Văn hoá"),
    "don-vi/tdp-hoa-sen/": ("tổ dân phố Hoa Sen", "to dan pho hoa sen", "tdp hoa sen"),
    "don-vi/ubnd-phuong/": ("Uỷ ban nhân dân phường", "uy ban nhan dan phuong", "UBND phường"),
    AWARDS + "giay-khen": ("Giấy khen", "giay khen"),
    AWARDS + "lao-dong-tien-tien": ("Lao động tiên tiến", "lao dong tien tien"),
    "phong-trao/mau-ngo-pho-xanh-sach-dep/": ("ngõ phố xanh, sạch, đẹp", "ngo pho xanh sach dep"),
    "cach-lam-hay/mau-gui-rac-hang-xom/": ("gửi rác nhà hàng xóm", "gui rac"),
    "huong-dan/khen-thuong-dot-xuat/": ("khen thưởng đột xuất", "khen thuong dot xuat"),
    "bieu-mau/mau-bao-cao-tom-tat/": ("báo cáo tóm tắt thành tích", "bao cao tom tat"),
    "lien-he/": ("liên hệ", "lien he"),
}
"""Where what is typed must lead: to a page or a part of one, among the first three."""
PAIRS = [(query, target) for target, queries in FOUND.items() for query in queries]
DECOMPOSED = [(unicodedata.normalize("NFD", query), target) for query, target in PAIRS if not query.isascii()][::4]
NONSENSE = ("xyzzy", "qwrtp zxcvb", "nguyễn văn xyzqk", "zzz", "lorem ipsum dolor", "99999/XX-ZZ", "???", "…")
COMMON = {"nguyen": "Nguyễn Văn", "van": "", "thi": "", "hoa": "Hoa", "khen": "", "an": "", "duc": "Đức"}
"""Syllables that stand everywhere, and what the first hit must hold."""
MARKED_FIRST = {
    "Nguyễn Văn Hải": (HAI, TWO),
    "Nguyễn Văn Hai": (TWO, HAI),
    "Đặng Thị": ("guong/2026-103/", "guong/2026-104/"),
    "Đăng Thị": ("guong/2026-104/", "guong/2026-103/"),
    "Thúy Nga": ("guong/2026-105/", "guong/2026-106/"),
    "Thuỳ Nga": ("guong/2026-106/", "guong/2026-105/"),
    "hoa": ("guong/2026-104/", "huong-dan/gia-dinh-to-dan-pho-van-hoa/#bai-gia-dinh-van-hoa"),
    "thị hoa": ("guong/2026-104/", "guong/2026-103/"),
}
CITED = {
    TASKS + "5": ("nhiệm vụ 5", "nhiem vu 5", "Nhiệm vụ 5 Phụ lục", "nhiệm vụ thứ 5", "nhiem vu thu 5", "nv5", "NV 5"),
    PLAN + "muc-iii-1-c": ("III.1.c", "mục III.1.c", "Kế hoạch năm 2026, mục III.1.c", "muc iii.1.c"),
    PLAN + "muc-iii-2": ("khoản 2 mục III", "khoan 2 muc iii", "mục III khoản 2", "mục 3, khoản 2"),
    PLAN + "muc-i-1-a": ("điểm a khoản 1 mục I", "diem a khoan 1 muc i", "mục I, khoản 1, điểm a"),
    PLAN + "muc-iii-2-gach-2": ("gạch đầu dòng thứ 2 khoản 2 mục III",),
    PLAN + "muc-iii": ("mục III", "muc 3"),
}
"""A part as people cite it, and where alone that may lead first."""
SHORT = {
    "LĐTT": ("lao động tiên tiến", AWARDS + "lao-dong-tien-tien"),
    "ldtt": ("lao động tiên tiến", AWARDS + "lao-dong-tien-tien"),
    "CSTĐ": ("chiến sĩ thi đua", AWARDS + "chien-si-thi-dua-co-so"),
    "PCCC": ("phòng cháy chữa cháy", "phong-trao/mau-phong-chay-tu-moi-nha/"),
    "HĐND": ("hội đồng nhân dân", "don-vi/hdnd-thanh-pho/"),
    "ubnd": ("ủy ban nhân dân", "don-vi/ubnd-phuong/"),
}
"""What is written in short, what it stands for, and one of the first three pages."""
MENU = {
    "biểu mẫu": "bieu-mau/",
    "gương điển hình": "guong/",
    "phong trào thi đua": "phong-trao/",
    "cụm khối": "cum-khoi/",
    "kế hoạch": "ke-hoach/",
    "hướng dẫn": "huong-dan/",
    "khen thưởng": "khen-thuong/",
    "van ban": "van-ban/",
    "cách làm hay": "cach-lam-hay/",
    "don vi to dan pho": "don-vi/",
    "số liệu": "so-lieu/",
    "lien he": "lien-he/",
}
"""The menu's own words, and the page that must stand first."""


@pytest.fixture(scope="session")
def search_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real content with a few made-up people whose names differ by a mark."""

    def content(folder: Path) -> Path:
        shutil.copytree(ROOT / "content", folder / "content")
        return Path(shutil.copytree(ROOT / "tests/sites/search/content", folder / "content", dirs_exist_ok=True))

    return built_once(tmp_path_factory, "search", content)


@pytest.fixture(scope="session")
def start(search_site: Path) -> Iterator[str]:
    """The address of the front page of that site."""
    with served(Handler, search_site) as port:
        yield f"http://127.0.0.1:{port}{PREFIX}"


def ask(page: Page, query: str) -> None:
    """Types the query and waits for its answer."""
    page.get_by_role("searchbox", name="Tên người").fill(query)
    page.keyboard.press("Enter")
    expect(page.locator("site-search")).to_have_attribute("data-answered", unicodedata.normalize("NFC", query).strip())


def hits(page: Page) -> list[str]:
    """Where the hits lead, from the front page's address."""
    links = page.locator(".hits h2 a")
    return [link.partition(PREFIX)[2] for link in links.evaluate_all("all => all.map(one => one.href)")]


def said(page: Page) -> str:
    return page.locator("site-search [role=status]").inner_text()


def test_sixty_pairs_lead_where_they_must(browser: Browser, start: str) -> None:
    assert len(PAIRS) >= 60
    missed = {}
    with opened(browser, start + "tim-kiem/") as page:
        for query, target in (*PAIRS, *DECOMPOSED):
            ask(page, query)
            first = hits(page)[:3]
            if not any(link == target or link.startswith(f"{target}#") for link in first):
                missed[query] = (target, first)
    assert missed == {}


def test_what_is_written_with_its_marks_stands_before_what_is_only_alike(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query, (first, then) in MARKED_FIRST.items():
            ask(page, query)
            found = hits(page)
            assert first in found, query
            assert then not in found[: found.index(first)], query
        for query in ("hoà", "Hòa", "HOÀ"):
            ask(page, query)
            assert hits(page)[0] == "guong/2026-103/", query
        ask(page, "nguyen van hai")
        found = hits(page)
        assert set(found[:2]) == {HAI, TWO}, "a person's name stands above a text that names the person"
        assert "guong/2026-107/" in found[2:]


def test_a_part_is_found_as_people_cite_it(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for target, queries in CITED.items():
            for query in queries:
                ask(page, query)
                assert hits(page)[:1] == [target], query
        ask(page, "điểm a khoản 2 mục III")  # which has no points
        assert hits(page)[0] == PLAN + "muc-iii-2"
        expect(page.locator(".hits > li").first).to_contain_text("Các phòng ban chuyên môn của Đảng uỷ")
        ask(page, "quý III")  # which has no task
        assert not [link for link in hits(page) if link.startswith(TASKS)]
        expect(page.locator(".hits > li").first).to_contain_text("Quý III")


def test_an_abbreviation_finds_what_spells_it_out(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query, (spelled_out, target) in SHORT.items():
            ask(page, query)
            assert target in hits(page)[:3], query
            assert said(page).endswith(f"kết quả cho “{query}”, kể cả “{spelled_out}”")
            for text in page.locator(".hits > li").all_inner_texts():
                words = " ".join(_folded(text).split())
                assert _folded(query) in words or _folded(spelled_out) in words, (query, text)
        for query, few in (("15/2025/TT-BNV", 10), ("01/QĐ-UBND", 5)):  # a number holds nothing written in short
            ask(page, query)
            assert said(page).endswith(f"kết quả cho “{query}”")
            assert int(said(page).split()[0]) <= few
            for text in page.locator(".hits > li").all_inner_texts():
                assert query in text
        ask(page, "luật TĐKT")
        assert hits(page)[0] == "van-ban/luat-06-2022-qh15/"


def test_the_words_of_the_menu_lead_to_the_pages_of_the_menu(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query, target in MENU.items():
            ask(page, query)
            assert hits(page)[0] == target, query
            expect(page.locator(".hit__k").first).to_have_text("Trang chung")
            for hit in page.locator(".hits > li").all()[:5]:
                heading, words = hit.locator("h2").inner_text(), hit.locator("p").last.inner_text()
                assert not heading.endswith(words.rstrip(".")), f"{query}: a heading with nothing below it"
                assert "Danh hiệu được đếm ở đây Gương điển hình" not in words, f"{query}: headings in a row"
        ask(page, "số liệu")
        assert "so-lieu/#guong" not in hits(page), "which only heads what stands elsewhere"


def test_only_the_words_asked_for_are_marked(browser: Browser, start: str) -> None:
    marked = "all => all.map(hit => [...hit.querySelectorAll('mark')].map(one => one.textContent))"
    with opened(browser, start + "tim-kiem/") as page:
        for query, words in (("hoa sen", {"Hoa", "Sen"}), ("kế hoạch", {"Kế", "hoạch", "kế"})):
            ask(page, query)
            first = page.locator(".hits > li").evaluate_all(marked)[:5]
            assert all(first), query
            assert {word for hit in first for word in hit} <= words, query
        ask(page, "trinh qu")  # where no whole word is there, the beginning is marked
        assert "Quốc" in page.locator(".hits > li").evaluate_all(marked)[0]


def test_a_word_with_its_marks_is_shown_where_it_stands(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        ask(page, "hòa")
        for text in page.locator(".hits > li").all_inner_texts()[:3]:
            assert "hòa" in text.lower().split(), text
        assert page.locator(".hits mark").all_inner_texts()[:3] == ["Hòa"] * 3


def test_words_that_nowhere_stand_together_are_told(browser: Browser, start: str) -> None:
    told = "Không thấy “{}” đứng liền nhau ở trang nào; các trang dưới đây có những từ ấy rải rác."
    with opened(browser, start + "tim-kiem/") as page:
        for query in ("pham van hai", "nguyễn văn xuân"):
            ask(page, query)
            assert hits(page)
            assert said(page).endswith(f"kết quả cho “{query}”. {told.format(query)}")
        question = "khen thưởng đột xuất cần gì"
        for query in ("nguyen van hai", "Thế Quý Phan", "giay khen", "khoan 2 muc III", "hoa se", "ubnd", question):
            ask(page, query)
            assert "rải rác" not in said(page), query


def test_what_cannot_be_looked_up_is_told(browser: Browser, start: str) -> None:
    told = "Bạn gõ ít nhất hai chữ cái liền nhau, hoặc một con số."
    with opened(browser, start + "tim-kiem/") as page:
        for query in ("n", "?!", "đ a"):
            ask(page, query)
            expect(page.get_by_role("status")).to_have_text(told)
            expect(page.get_by_role("heading", name="Xem theo loại")).to_be_visible()
        box = page.get_by_role("searchbox", name="Tên người")
        box.fill("nguyen van")
        expect(page.locator(".hits > li").first).to_be_visible()
        box.fill("n")  # without Enter: told once nobody types any more
        expect(page.get_by_role("status")).to_have_text(told)
        expect(page.locator(".hits > li")).to_have_count(0)
        box.fill("")
        expect(page.get_by_role("status")).to_have_count(0)


def test_nonsense_finds_nothing_and_says_what_to_do(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query in NONSENSE:
            ask(page, query)
            assert hits(page) == [], query
            if any(char.isalnum() for char in query):
                assert said(page) == f"Không tìm thấy “{query}”. Bạn thử bớt từ, hoặc gõ không dấu."
            expect(page.get_by_role("heading", name="Xem theo loại")).to_be_visible()


def test_common_syllables_give_what_holds_them(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query, name in COMMON.items():
            ask(page, query)
            titles = page.locator(".hits > li").all_inner_texts()[:3]
            assert len(titles) == 3, query
            assert all(query in _folded(text).split() for text in titles), (query, titles)
            assert not name or name in titles[0], (query, titles)


def test_a_hit_in_the_plan_leads_to_the_clause_in_its_citation_words(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/?q=chú trọng khen thưởng thành tích đột xuất") as page:
        link = page.locator(".hits h2 a", has_text="Kế hoạch năm 2026")
        expect(link).to_have_text("Kế hoạch năm 2026, điểm b khoản 2 Mục I")
        marked = page.locator(".hits > li", has_text="điểm b khoản 2 Mục I").locator("mark").all_inner_texts()
        assert "chú trọng khen thưởng thành tích đột xuất" in " ".join(marked)
        link.click()
        page.wait_for_url("**/ke-hoach/2026/#muc-i-2-b")
        expect(page.locator("#muc-i-2-b")).to_be_in_viewport()


def test_results_come_as_one_types_and_the_address_keeps_them(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/", viewport={"width": 1280, "height": 900}) as page:
        box = page.get_by_role("searchbox", name="Tên người")
        box.press_sequentially("giay khe", delay=30)
        expect(page.locator(".hits > li").first).to_be_visible()
        page.wait_for_url("**/tim-kiem/?q=giay+khe")
        steps = page.evaluate("history.length")
        box.press_sequentially("n")
        page.wait_for_url("**/tim-kiem/?q=giay+khen")
        assert page.evaluate("history.length") == steps, "typing makes no steps back"
        page.locator(".facet summary", has_text="Loại trang").click()
        page.get_by_label("Quyết định khen thưởng").check()
        page.wait_for_url("**/tim-kiem/?q=giay+khen&loai=quyet-dinh")
        expect(page.locator(".hit__k").first).to_have_text("Quyết định khen thưởng")
        narrowed = hits(page)
        assert all(link.startswith("khen-thuong/") for link in narrowed)
        page.reload()
        expect(page.locator(".hits > li").first).to_be_visible()
        assert hits(page) == narrowed
        assert page.get_by_label("Quyết định khen thưởng").is_checked()
        page.go_back()
        expect(page.locator(".hits h2 a").first).to_have_text("Giấy khen")
        assert not page.get_by_label("Quyết định khen thưởng").is_checked()


def test_a_short_last_word_counts_once_the_hand_rests(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        page.get_by_role("searchbox", name="Tên người").press_sequentially("trinh quoc an", delay=20)
        expect(page.locator(".hits h2 a").first).to_have_text("Anh Trịnh Quốc Ân")
        expect(page.locator(".hits h2 mark").last).to_have_text("Ân")


def test_the_numbers_of_a_facet_add_up(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/?q=giay khen", viewport={"width": 1280, "height": 900}) as page:
        expect(page.locator(".hits > li").first).to_be_visible()
        total = int(said(page).split()[0])
        page.locator(".facet summary", has_text="Loại trang").click()
        counts = page.locator(".facet[open] label:visible i")
        counts.first.wait_for()
        assert sum(map(int, counts.all_inner_texts())) == total


def test_filters_are_fetched_when_a_facet_is_opened_and_not_before(browser: Browser, start: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(start + "tim-kiem/", wait_until="networkidle")
    ask(page, "nguyen van hai")
    assert not [url for url in asked if "/filter/" in url]
    page.locator(".facet summary", has_text="Năm").click()
    expect(page.locator(".facet[open] label").first).to_be_visible()
    assert len([url for url in asked if "/filter/" in url]) == 1
    context.close()


def test_a_slip_of_the_fingers_is_answered_with_names(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        for query, name in (
            ("giay khem", "Giấy khen"),
            ("phonf van hoa", "Phòng Văn hóa - Xã hội"),
            ("ngo pho sanh sach dep", "Ngõ phố xanh, sạch, đẹp (minh họa)"),
            ("nghi dinh 152/2052", "Nghị định 152/2025/NĐ-CP"),
            ("tdp hao sen", "Tổ dân phố Hoa Sen (minh họa)"),
        ):
            ask(page, query)
            expect(page.locator(".nothing a", has_text=name)).to_be_visible()
        # a word that is like none of a name's has nothing to do with it
        for query in ("ngyen van hai", "mac van tuyenn", "215/QĐ-UBND"):
            ask(page, query)
            expect(page.locator(".nothing")).to_be_hidden()
        ask(page, "nghi dinh 152/2052")
        page.locator(".nothing a", has_text="152/2025").click()
        page.wait_for_url("**/van-ban/nd-152-2025-nd-cp/")


def test_a_single_figure_must_be_there(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        ask(page, "điều 8")
        shown = page.locator(".hits > li").all_inner_texts()
        assert shown
        assert all("8" in text for text in shown)


def test_on_a_phone_the_answer_is_seen_without_scrolling(browser: Browser, start: str) -> None:
    with opened(browser, start, viewport={"width": 360, "height": 800}) as page:
        page.get_by_role("searchbox", name="Tìm trong chuyên trang").fill("giay khen")
        page.keyboard.press("Enter")
        expect(page.locator("site-search [role=status]")).to_contain_text("kết quả")
        expect(page.locator("site-search [role=status]")).to_be_in_viewport(ratio=1)


def test_who_comes_with_a_question_sees_hits_and_goes_on_by_keys(browser: Browser, start: str) -> None:
    with opened(browser, start, viewport={"width": 360, "height": 740}) as page:
        page.get_by_role("searchbox", name="Tìm trong chuyên trang").fill("giay khen")
        page.keyboard.press("Enter")
        first = page.locator(".hits > li").first
        expect(first).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("searchbox", name="Tên người")).to_be_in_viewport(ratio=1)
        expect(page.locator("site-search [role=status]")).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(first.locator("h2 a")).to_be_focused()
        page.keyboard.press("ArrowUp")
        expect(page.get_by_role("searchbox", name="Tên người")).to_be_focused()


def test_every_example_of_the_page_finds_something(browser: Browser, start: str) -> None:
    with opened(browser, start + "tim-kiem/") as page:
        examples = page.locator(".ask__h q").all_inner_texts()
        assert len(examples) == 3
        for example in examples:
            ask(page, example)
            assert hits(page), example
            assert "Không thấy" not in said(page), example


def test_the_keys_alone_suffice(browser: Browser, start: str) -> None:
    at = "document.activeElement.closest('.hit')?.querySelector('a') === document.activeElement"
    with opened(browser, start + "tim-kiem/", viewport={"width": 360, "height": 700}) as page:
        ask(page, "hoa sen")
        page.keyboard.press("ArrowDown")
        assert page.evaluate(at)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.name") == "q"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tdp-hoa-sen/**")


def test_without_scripts_the_form_of_every_page_leads_to_lists_of_everything(browser: Browser, start: str) -> None:
    with opened(browser, start, java_script_enabled=False) as page:
        page.get_by_role("searchbox", name="Tìm trong chuyên trang").fill("hải")
        page.get_by_role("search").get_by_role("button", name="Tìm").click()
        page.wait_for_url("**/tim-kiem/?q=h%E1%BA%A3i")
        assert page.get_by_text("Trình duyệt này không chạy được ô tìm kiếm").is_visible()
        page.get_by_role("link", name="Gương điển hình").last.click()
        page.get_by_role("link", name="Ông Nguyễn Văn Hải").click()
        page.wait_for_url("**/guong/2026-101/")


def test_without_the_index_the_lists_remain(browser: Browser, start: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(start + "tim-kiem/?q=hai")
    expect(page.locator("site-search [role=status]")).to_have_text(
        "Ô tìm kiếm chưa tải được. Bạn thử lại, hoặc xem theo loại dưới đây."
    )
    expect(page.get_by_role("heading", name="Xem theo loại")).to_be_visible()
    context.close()


@pytest.mark.parametrize("query", ["", "?q=giay+khen&loai=quyet-dinh", "?q=nguyen", "?q=giay+khem", "?q=UBND", "?q=n"])
def test_axe_finds_nothing_on_the_search_page(browser: Browser, start: str, query: str) -> None:
    with opened(browser, start + "tim-kiem/" + query, bypass_csp=True) as page:
        expect(page.locator("site-search[data-answered]")).to_be_attached()
        for look in looks(page, 320, 1280):
            assert violations(page) == [], look
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
            small = """[...document.querySelectorAll(':is(site-search, .find) *')].filter(one => one.offsetParent
                && one.matches('label:not([for]), summary, button, input:not([type=checkbox]), .kinds a')
                && one.getBoundingClientRect().height < 47.5).map(one => one.outerHTML)"""
            assert page.evaluate(small) == []


def test_the_spelling_of_the_index_is_read_back_as_it_was(browser: Browser, start: str) -> None:
    """What Python spells, the page's script reads; and it compares the spellings of one word as one."""
    written = "Đỗ Văn Độ, hoà bình, HOÀ, thuỷ, Uỷ ban, khoẻ, quý, toàn, hòa, ĐƯỜNG đi, khuỷu"
    module = f"{PREFIX}js/spelling.js"
    with opened(browser, start + "tim-kiem/") as page:
        read = page.evaluate(f"async text => (await import('{module}')).readBack(text)", spelled(written))
        assert read == written
        compare = "all.map(one => new Set(one.map(plain)).size)"
        same = f"async all => {{ const {{ plain }} = await import('{module}'); return {compare} }}"
        pairs = [["hoà", "hòa", "HOÀ", "hoa\u0300"], ["thuỷ", "thủy"], ["Uỷ", "ủy"], ["khoẻ", "khỏe"], ["quý", "QUÝ"]]
        assert page.evaluate(same, pairs) == [1] * len(pairs)
        assert page.evaluate(same, [["quý", "qúy"], ["toàn", "tòan"]]) == [2, 2]


def test_the_index_holds_what_may_be_read_and_nothing_else(search_site: Path) -> None:
    """Of exemplars name, deed, story; nothing of drafts, of the unapproved, of whom a day or a take-down hides."""
    parts = [read_part(part) for part in (search_site / "pagefind/fragment").iterdir()]
    told = {part["url"]: unspelled(part["content"]) for part in parts}
    assert told["/guong/2026-101/"] == (
        "Ông Nguyễn Văn Hải. Sửa xe miễn phí cho học sinh trong ngõ. "
        "Chiều nào ông cũng ngồi ở đầu ngõ, ai hỏng xe thì dắt lại."
    )
    assert not {f"/guong/2026-{number}/" for number in (15, 111, 112, 113, 114)} & told.keys()
    for part in (search_site / "pagefind").rglob("*.pf_*"):
        held = unspelled(gzip.decompress(part.read_bytes()).decode("utf-8", "replace"))
        assert "Khuất" not in held
        assert "khuat" not in held
    assert {part["filters"]["loai"][0].partition(" ")[0] for part in parts} == set(KINDS)


def test_everything_in_the_index_is_in_a_list_and_every_page_has_the_form(search_site: Path) -> None:
    listed = set()
    for page in (search_site / "tim-kiem").rglob("index.html"):
        for link in html.parse(str(page)).xpath("//div[@id='noi-dung']//a/@href"):
            listed.add((page.parent / link.partition("#")[0]).resolve())
    for part in (search_site / "pagefind/fragment").iterdir():
        address = read_part(part)["url"]
        assert (search_site / address.strip("/")).resolve() in listed, address
    for page in search_site.rglob("*.html"):
        assert page.read_text(encoding="utf-8").count('<form class="find" role="search"') == 1


def test_all_modules_of_the_search_page_are_fetched_at_once(search_site: Path) -> None:
    """One that imports the next would else cost a phone a round trip each."""
    needed, met = {"search"}, set[str]()
    while left := needed - met:
        name = min(left)
        met.add(name)
        needed |= set(re.findall(r'from "\./(\w+)\.js"', (search_site / f"js/{name}.js").read_text(encoding="utf-8")))
    page = html.parse(str(search_site / "tim-kiem/index.html"))
    told = [Path(link).stem for link in page.xpath("//link[@rel='modulepreload']/@href")]
    assert sorted(told) == sorted(needed - {"search"})


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char if char.isalnum() else " " for char in bare if not unicodedata.combining(char))
