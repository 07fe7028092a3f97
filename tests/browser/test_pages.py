"""Every kind of page in real Chromium: quiet, private, readable at every width, in light, dark and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessible import looks, violations

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "plans": "ke-hoach/",
    "plan": "ke-hoach/2026/",
    "progress": "ke-hoach/2026/tien-do/",
    "movements": "phong-trao/",
    "movement": "phong-trao/mau-phong-chay-tu-moi-nha/",
    "movement with documents": "phong-trao/mau-ngo-pho-xanh-sach-dep/",
    "blocs": "cum-khoi/",
    "bloc": "cum-khoi/mau-khoi-to-dan-pho-2025/",
    "bloc with a pledge": "cum-khoi/mau-khoi-to-dan-pho-2026/",
    "council": "hoi-dong/",
    "register": "khen-thuong/",
    "register of a year": "khen-thuong/2026/",
    "decision": "khen-thuong/2026/mau-02/",
    "decision without names": "khen-thuong/2026/mau-03/",
    "decision with a revoked award": "khen-thuong/2026/mau-07/",
    "counted award": "khen-thuong/2026/mau-06/",
    "register of a period": "khen-thuong/xet-cho/dot-xuat/",
    "consultations": "lay-y-kien/",
    "consultation": "lay-y-kien/mau-to-dan-pho-van-hoa-2026/",
    "gallery": "guong/",
    "exemplar taken down": "guong/2026-015/",
    "exemplar": "guong/2026-003/",
    "exemplar without picture": "guong/2026-002/",
    "practices": "cach-lam-hay/",
    "practice": "cach-lam-hay/mau-gui-rac-hang-xom/",
    "library": "van-ban/",
    "instrument": "van-ban/luat-06-2022-qh15/",
    "unverified instrument": "van-ban/kh-24-kh-ubnd-haiphong-2026/",
    "documents": "bieu-mau/",
    "notice": "bieu-mau/mau-thong-bao-nop-ho-so/",
    "form": "bieu-mau/mau-bao-cao-tom-tat/",
    "guidance list": "huong-dan/",
    "guidance": "huong-dan/gioi-thieu-guong/",
    "guidance for units": "huong-dan/de-nghi-khen-thuong/",
    "glossary": "huong-dan/thuat-ngu/",
    "personal data": "du-lieu-ca-nhan/",
    "finder": "toi-muon/",
    "awards": "huong-dan/danh-hieu-hinh-thuc/",
    "organisations": "don-vi/",
    "organisation": "don-vi/phong-van-hoa-xa-hoi/",
    "group": "don-vi/to-dan-pho/",
    "contact": "lien-he/",
    "how to follow": "theo-doi/",
    "figures": "so-lieu/",
    "search": "tim-kiem/",
    "list of a kind": "tim-kiem/don-vi/",
}
REFUSED = "addEventListener('securitypolicyviolation', (event) => (window.refused ||= []).push(event.blockedURI))"
"""Makes a page keep what its policy refused."""

every_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())


@contextmanager
def opened(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """The page in a fresh context; afterwards nothing may have gone wrong on it."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(REFUSED)
    wrong: list[str] = []
    home = "/".join(url.split("/")[:3]) + "/"
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((home, "data:")) else wrong.append(request.url))
    page.on(
        "response",
        lambda response: wrong.append(f"{response.status} {response.url}") if response.status >= 400 else None,
    )
    page.goto(url, wait_until="load")
    try:
        yield page
    finally:
        context.close()
    assert wrong == []


class Visit(NamedTuple):
    """What one visit with scripts shows; opening a page takes longer than looking at it."""

    headings: int
    title: str
    words: list[str]
    data: list[dict[str, Any]]
    refused: list[str]
    too_wide: list[int]


@cache
def visit(browser: Browser, url: str) -> Visit:
    """The visit to the page; 640 px is what a 1280 px screen has left at 200 % zoom."""
    with opened(browser, url) as page:
        words = page.evaluate(
            """[...document.querySelectorAll('#noi-dung :is(h1,h2,h3,p,li,td,th,dt,dd):not([hidden] *)')].map((one) => {
                const told = one.cloneNode(true);
                told.querySelectorAll('[aria-hidden="true"]').forEach((ornament) => ornament.remove());
                return told.textContent.trim();
            })"""
        )
        data = page.evaluate(
            "Array.from(document.querySelectorAll('script[type=\"application/ld+json\"]'), "
            "(one) => JSON.parse(one.text))"
        )
        too_wide = []
        for width in (320, 360, 640, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append(width)
        refused = page.evaluate("window.refused || []")
        return Visit(page.locator("h1").count(), page.title(), words, data, refused, too_wide)


@every_kind
def test_nothing_is_called_nothing_complains_and_it_fits(browser: Browser, address: str, path: str) -> None:
    seen = visit(browser, address + path)
    assert seen.headings == 1
    assert seen.title.strip()
    assert seen.too_wide == []


@every_kind
def test_data_for_machines_is_no_script_to_the_policy(browser: Browser, address: str, path: str) -> None:
    """JSON-LD stands in the page under a policy that allows no inline script: nothing is blocked, all of it reads."""
    seen = visit(browser, address + path)
    assert all(one["@context"] == "https://schema.org" for one in seen.data)
    assert seen.data or path == "guong/2026-015/"
    assert seen.refused == []


@every_kind
def test_axe_finds_nothing(browser: Browser, address: str, path: str) -> None:
    """On a phone and on a desk, in light and in dark."""
    with opened(browser, address + path, bypass_csp=True) as page:
        for look in looks(page, 320, 1280):
            # all but colours was seen in light
            assert violations(page, colours_only="dark" in look) == [], look


@every_kind
def test_all_content_without_javascript(browser: Browser, address: str, path: str) -> None:
    """The words of the page are the same; only buttons that need JavaScript are missing."""
    with_script = visit(browser, address + path).words
    with opened(browser, address + path, java_script_enabled=False) as page:
        folds = page.locator("#noi-dung details")
        folds.evaluate_all("folds => folds.forEach((fold) => { fold.open = true; })")  # as a reader can without scripts
        shown = page.locator("#noi-dung").inner_text()
        assert page.locator("nav[aria-label='Danh mục chính'] a").count() >= 8
    assert [text for text in with_script if text]
    hidden = [text for text in with_script if text and "".join(text.split()) not in "".join(shown.split())]
    assert hidden == []


def test_the_missing_page_stands_at_any_depth(browser: Browser, root_address: str) -> None:
    """It is served for addresses nobody foresaw, so its links start at the site's root."""
    with opened(browser, root_address + "404.html", bypass_csp=True) as page:
        assert violations(page) == []
        page.get_by_role("link", name="Về trang chủ").click()
        assert "Người tốt, việc tốt" in page.locator("h1").inner_text()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_bar_of_a_figure_runs_below_its_words_the_whole_width(browser: Browser, address: str, width: int) -> None:
    with opened(browser, address + KINDS["figures"], viewport={"width": width, "height": 800}) as page:
        rows = page.locator(".fg tbody tr:has(svg)").evaluate_all(
            """all => all.map((row) => {
              const table = row.closest('table').getBoundingClientRect();
              const bar = row.querySelector('svg').getBoundingClientRect();
              const words = [...row.cells].map(
                (cell) => cell.getBoundingClientRect().bottom - parseFloat(getComputedStyle(cell).paddingBottom));
              return {
                label: row.cells[0].getBoundingClientRect().width / table.width,
                missing: table.width - bar.width, over: Math.max(...words) - bar.top, words: row.textContent,
              };
            })"""
        )
    assert len(rows) > 20
    assert [row for row in rows if abs(row["missing"]) > 1 or row["over"] > 0] == []
    assert min(row["label"] for row in rows) > 0.6  # of the line; the numbers take the rest


def test_a_chart_of_one_bar_leaves_no_hole_beside_a_longer_one(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["figures"], viewport={"width": 1280, "height": 800}) as page:
        boxes = page.locator(".fgc > .fg:not(.fg--wide)").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.left, box.top, box.bottom])"
        )
    follows = [(below[1] - above[2]) for above, below in pairwise(boxes) if above[0] == below[0]]
    assert len({left for left, _, _ in boxes}) == 2
    assert len(follows) == len(boxes) - 2
    assert max(follows) < 60


def test_the_plan_prints_without_navigation(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["plan"]) as page:
        page.emulate_media(media="print")
        for selector in ("header.hd", "footer.foot", ".crumbs", ".toc", ".anc >> nth=0", "copy-button >> nth=0"):
            assert not page.locator(selector).is_visible(), selector
        assert page.get_by_text("TM. ỦY BAN NHÂN DÂN").is_visible()
        assert page.get_by_text("Bản dự thảo, chưa có số, ngày ban hành").is_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_on_a_phone_by_keyboard(browser: Browser, address: str, key: str) -> None:
    with opened(browser, address, viewport={"width": 360, "height": 700}) as page:
        entry = page.locator("nav[aria-label='Danh mục chính']").get_by_role("link", name="Văn bản")
        assert not entry.is_visible()
        page.locator("details.menu > summary").focus()
        page.keyboard.press(key)
        entry.click()
        page.wait_for_url("**/van-ban/")
        assert page.locator("h1").inner_text() == "Văn bản về thi đua, khen thưởng"


def test_the_menu_of_a_wide_screen_is_open_without_javascript(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport={"width": 1280, "height": 800}, java_script_enabled=False) as page:
        assert page.locator("nav[aria-label='Danh mục chính']").get_by_role("link", name="Kế hoạch").first.is_visible()


def test_copying_a_citation_gives_the_exact_words(browser: Browser, address: str) -> None:
    origin = address.partition("/trang/")[0]
    with opened(browser, address + KINDS["plan"]) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
        page.get_by_role("button", name="Chép trích dẫn").click()
        page.get_by_text("Đã chép").first.wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == (
            "Kế hoạch của Ủy ban nhân dân phường Bạch Đằng: Công tác thi đua, khen thưởng năm 2026 "
            "(bản dự thảo, chưa có số, ngày ban hành)"
        )


def test_a_story_is_copied_ready_to_post(browser: Browser, address: str) -> None:
    origin = address.partition("/trang/")[0]
    where = address + KINDS["exemplar"]
    with opened(browser, where) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
        page.get_by_text("Chép bài để đăng nơi khác").click()
        page.get_by_role("button", name="Chép chữ cho Zalo, Facebook").click()
        page.get_by_text("Đã chép").first.wait_for()
        text = page.evaluate("navigator.clipboard.readText()").split("\n\n")
        assert text[:2] == [
            "Anh Phùng Văn Lịch",
            "Ngắt điện, bắc thang qua hai ban công, đón bốn người ra khỏi căn nhà cháy trong ngõ",
        ]
        assert text[-3].startswith("Bằng khen của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng, Quyết định số 06/")
        quoted = [words for words in text if words.startswith("“Ai cũng bảo tôi gan.")]
        assert len(quoted) == 1
        assert quoted[0].endswith("lửa sau cùng.”")
        assert text[text.index(quoted[0]) + 1] == "— Anh Phùng Văn Lịch, kể ngày 20/4/2026"
        assert text[-2] == where
        assert text[-1].startswith("Dữ liệu minh họa, không có thật.")
        page.get_by_role("button", name="Chép HTML cho cổng thành phố").click()
        page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('<h2>'))")
        html = page.evaluate("navigator.clipboard.readText()")
        assert "<h2>Anh Phùng Văn Lịch</h2>" in html
        assert f'<img src="{address}anh/' in html
        assert "<p>“Ai cũng bảo tôi gan." in html
        for unwanted in ("class=", "style=", "<script", "data-", "<div"):
            assert unwanted not in html


def test_who_did_not_agree_to_be_passed_on_is_neither_copied_nor_named_by_the_share_button(
    browser: Browser, address: str
) -> None:
    context = browser.new_context()
    context.add_init_script("navigator.share = (what) => { window.passed = what; return Promise.resolve(); }")
    page = context.new_page()
    for path, title in (
        ("guong/2026-010/", "Gương điển hình: cá nhân, lĩnh vực an sinh"),
        (KINDS["exemplar"], "Anh Phùng Văn Lịch"),
    ):
        page.goto(address + path, wait_until="load")
        assert page.get_by_text("Chép bài để đăng nơi khác").count() == (title == "Anh Phùng Văn Lịch")
        page.get_by_role("button", name="Chia sẻ").click()
        assert page.evaluate("window.passed") == {"title": title, "url": address + path}
    context.close()


def test_a_form_is_downloaded_under_its_name(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["form"]) as page:
        with page.expect_download() as downloading:
            page.get_by_role("link", name="Tải về (Word, 35 KB): Báo cáo tóm tắt thành tích (mẫu minh họa)").click()
        assert downloading.value.suggested_filename == "mau-bao-cao-tom-tat.docx"
        with ZipFile(downloading.value.path()) as package:
            assert "không phải mẫu do Nhà nước ban hành" in package.read("word/document.xml").decode()


def test_a_decision_prints_its_lists_alone(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["decision"]) as page:
        page.emulate_media(media="print")
        assert not page.locator("print-button").is_visible()
        assert not page.locator("header.hd").is_visible()
        assert page.get_by_role("cell", name="Nhữ Thị Hạnh").or_(page.get_by_text("Nhữ Thị Hạnh")).first.is_visible()


@pytest.mark.parametrize("kind", ["decision", "exemplar", "gallery", "register", "plan"])
def test_paper_says_whose_it_is_and_the_screen_does_not_repeat_it(browser: Browser, address: str, kind: str) -> None:
    """What happened on its day bears no day of the whole site: else all of it would change with every new entry."""
    dated = "" if kind in ("decision", "exemplar") else " · Cập nhật ngày 22/11/2026"
    with opened(browser, address + KINDS[kind], java_script_enabled=False) as page:
        line = page.locator(".sheet")
        assert not line.is_visible()
        assert ("Nội dung cập nhật ngày 22/11/2026" in page.locator("footer").inner_text()) == bool(dated)
        page.emulate_media(media="print")
        assert line.inner_text() == (
            f"Phường Bạch Đằng, thành phố Hải Phòng · Thi đua, khen thưởng · https://example.invalid/{KINDS[kind]}"
            f"{dated}. Bản thử nghiệm, không phải trang chính thức của UBND phường."
        )
        assert line.bounding_box()["y"] < 60  # type: ignore[index]


@pytest.mark.parametrize("path", ["guong/2026-004/", "guong/2026-012/"])
def test_what_a_story_rests_on_is_printed_whole_below_its_label(browser: Browser, address: str, path: str) -> None:
    read = """[...document.querySelectorAll('.attr--side dt')].map(dt => { const lines = [dt];
        for (let dd = dt.nextElementSibling; dd?.matches('dd'); dd = dd.nextElementSibling) lines.push(dd);
        return [dt.textContent, lines.map(one => Math.round(one.getBoundingClientRect().x))]; })"""
    with opened(browser, address + path, viewport={"width": 620, "height": 900}) as page:
        page.emulate_media(media="print")
        groups = dict(page.evaluate(read))
        assert len(groups["Căn cứ pháp luật"]) == 4
        assert len({places[0] for places in groups.values()}) == 2  # two columns
        assert [label for label, places in groups.items() if len(set(places)) > 1] == []


def test_the_print_button_prints(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["decision"]) as page:
        page.evaluate("window.print = () => { document.title = 'printed'; }")
        page.get_by_role("button", name="In danh sách").click()
        assert page.title() == "printed"


def test_the_chosen_ground_is_kept(browser: Browser, address: str) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    with opened(browser, address, viewport={"width": 1280, "height": 800}, color_scheme="light") as page:
        light = page.evaluate(colour)
        button = page.locator(".hd__q theme-switch button")
        for _ in range(3):
            button.click()
            if page.evaluate(colour) != light:
                break
        dark = page.evaluate(colour)
        assert dark != light
        page.goto(address + KINDS["library"])
        assert page.evaluate(colour) == dark


def test_a_part_of_the_plan_is_reached_by_its_address(browser: Browser, address: str) -> None:
    with opened(browser, address + KINDS["plan"] + "#muc-iii-4-d", viewport={"width": 360, "height": 700}) as page:
        page.wait_for_function("document.querySelector('#muc-iii-4-d').getBoundingClientRect().top < innerHeight")
        assert page.locator("#muc-iii-4-d").is_visible()
