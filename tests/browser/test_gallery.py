"""The gallery filtered in real Chromium: numbers against a recount, the address, the keys, and life without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import looks, violations
from tests.browser.conftest import PREFIX, Handler, served
from tests.browser.test_pages import opened
from tests.real_site import ROOT, built_once
from tests.varied import make_varied, recount

pytestmark = pytest.mark.browser

Counts = Mapping[str, Mapping[str, set[str]]]
MANY = 400
FEW = 10
"""Of a facet with more values than this, only these many are chosen; all are counted."""


@pytest.fixture(scope="session")
def many_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a ward with 400 exemplars."""
    return built_once(tmp_path_factory, "many", lambda folder: make_varied(ROOT / "content", folder / "content", MANY))


@pytest.fixture(scope="session")
def many_address(many_site: Path) -> Iterator[str]:
    with served(Handler, many_site) as port:
        yield f"http://127.0.0.1:{port}{PREFIX}"


def told(page: Path) -> bool:
    """Whether somebody stands on the page, and it is not the neutral one that is left of a person taken down."""
    return "Trang này không còn thông tin" not in page.read_text(encoding="utf-8")


def counted(site: Path, content: Path) -> Counts:
    """The recount over everybody who has a page."""
    folders = [folder for folder in (site / "guong").iterdir() if re.fullmatch(r"\d+-\d+", folder.name)]
    return recount(content, {folder.name for folder in folders if told(folder / "index.html")})


@pytest.fixture
def real_counts(real_site: Path) -> Counts:
    return counted(real_site, ROOT / "content")


@pytest.fixture
def many_counts(many_site: Path) -> Counts:
    return counted(many_site, many_site.parent / "content")


def until(page: Page, expression: str) -> None:
    """Waits until the expression is true; asked from outside: inside, the policy lets nothing be evaluated."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(expression)


def open_all(page: Page) -> None:
    """Opens every facet and waits for its values."""
    page.evaluate("document.querySelectorAll('.facet').forEach(fold => { fold.open = true; })")
    until(page, "[...document.querySelectorAll('.facet')].every(one => one.querySelector('input'))")


def numbers(page: Page) -> dict[str, dict[str, int]]:
    """The numbers beside every value, by the words of facet and value."""
    read = """() => [...document.querySelectorAll('.facet')].map(fold => [fold.querySelector('summary').textContent,
        [...fold.querySelectorAll('label')].map(one =>
            [one.querySelector('span').textContent, Number(one.querySelector('i').textContent)])])"""
    return {facet: dict(values) for facet, values in page.evaluate(read)}


def box(page: Page, facet: str, value: str) -> str:
    """Sets one value through its box, as a reader does, and gives the facet's name in the address."""
    click = """([facet, value]) => { const fold = [...document.querySelectorAll('.facet')]
        .find(one => one.querySelector('summary').textContent === facet);
        [...fold.querySelectorAll('label')].find(one => one.querySelector('span').textContent === value).click(); }"""
    page.evaluate(click, [facet, value])
    return facet


def said(page: Page, total: int) -> None:
    words = f"{total} gương" if total else "Không có gương nào như vậy. Bạn thử bỏ bớt một ô đã chọn."
    expect(page.locator("gallery-filter [role=status]")).to_have_text(words)


def every_pair(page: Page, counts: Counts) -> None:
    """For each value chosen, every number of every facet is what the recount says."""
    open_all(page)
    assert {facet: set(values) for facet, values in numbers(page).items()} == {f: set(v) for f, v in counts.items()}
    for facet, values in counts.items():
        for value in sorted(values)[:FEW]:
            chosen = values[value]
            box(page, facet, value)
            said(page, len(chosen))
            expected = {
                other: {one: len(ids if other == facet else ids & chosen) for one, ids in others.items()}
                for other, others in counts.items()
            }
            assert numbers(page) == expected, (facet, value)
            box(page, facet, value)
            expect(page.locator(".gallery")).to_be_visible()


def test_every_pair_of_facets_of_the_real_gallery(browser: Browser, address: str, real_counts: Counts) -> None:
    with opened(browser, address + "guong/", viewport={"width": 1280, "height": 900}) as page:
        every_pair(page, real_counts)


def test_every_pair_of_facets_of_a_large_gallery(browser: Browser, many_address: str, many_counts: Counts) -> None:
    with opened(browser, many_address + "guong/", viewport={"width": 1280, "height": 900}) as page:
        every_pair(page, many_counts)


def test_values_of_one_facet_add_up_and_facets_narrow(browser: Browser, many_address: str, many_counts: Counts) -> None:
    field, kind = many_counts["Lĩnh vực"], many_counts["Đối tượng"]
    with opened(browser, many_address + "guong/") as page:
        open_all(page)
        box(page, "Lĩnh vực", "Môi trường")
        box(page, "Lĩnh vực", "An sinh")
        said(page, len(field["Môi trường"] | field["An sinh"]))
        box(page, "Đối tượng", "Tập thể")
        said(page, len((field["Môi trường"] | field["An sinh"]) & kind["Tập thể"]))
        assert numbers(page)["Lĩnh vực"]["Giáo dục"] == len(field["Giáo dục"] & kind["Tập thể"])


def test_the_address_keeps_what_is_chosen(browser: Browser, many_address: str, many_counts: Counts) -> None:
    with opened(browser, many_address + "guong/", viewport={"width": 1280, "height": 900}) as page:
        page.get_by_label("Môi trường").check()
        said(page, len(many_counts["Lĩnh vực"]["Môi trường"]))
        page.get_by_label("Cá nhân").check()
        both = len(many_counts["Lĩnh vực"]["Môi trường"] & many_counts["Đối tượng"]["Cá nhân"])
        said(page, both)
        page.get_by_label("Sắp xếp").select_option("Theo tên, A đến Y")
        page.wait_for_url("**/guong/?doi-tuong=ca-nhan&linh-vuc=moi-truong&xep=ten")
        names = page.locator(".found h2").all_inner_texts
        until(page, "document.querySelector('.found h2')?.textContent.endsWith(' An')")
        before = names()
        page.reload()
        said(page, both)
        assert page.get_by_label("Cá nhân").is_checked()
        assert page.get_by_label("Môi trường").is_checked()
        assert page.get_by_label("Sắp xếp").input_value() == "ten"
        assert names() == before
        page.go_back()
        expect(page.get_by_label("Sắp xếp")).to_have_value("moi")
        page.go_back()
        said(page, len(many_counts["Lĩnh vực"]["Môi trường"]))
        assert not page.get_by_label("Cá nhân").is_checked()
        page.go_forward()
        said(page, both)
        page.get_by_role("button", name="Xóa bộ lọc").click()
        expect(page.locator(".gallery")).to_be_visible()
        assert page.url == many_address + "guong/"
        assert page.evaluate("document.activeElement.tagName") == "SELECT"


def test_names_sort_as_vietnamese_lists_do(browser: Browser, address: str) -> None:
    with opened(browser, address + "guong/?xep=ten") as page:
        expect(page.locator(".found h2").first).to_be_visible()
        names = page.locator(".found h2").all_inner_texts()
        people = [name for name in names if name.startswith(("Anh", "Chị", "Bà", "Ông", "Cô", "Chú", "Gia đình"))]
        given = [name.split()[-1] for name in people]
        assert given == ["Bính", "Chấn", "Chuyên", "Duyên", "Huynh", "Kỷ", "Lịch", "Mận", "Nhài", "Thư", "Tuyển"]
        assert len(names) == 14


def test_nothing_is_fetched_before_somebody_filters_and_then_only_what_is_open(
    browser: Browser, many_address: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(many_address + "guong/", wait_until="networkidle")
    assert not [url for url in asked if "/pagefind/" in url]
    page.get_by_label("Cá nhân").check()
    expect(page.locator(".found .card").first).to_be_visible()
    assert len([url for url in asked if "/filter/" in url]) == 3  # the two open facets, and the kind of page
    assert len([url for url in asked if "/fragment/" in url]) == 24
    page.locator(".facet summary", has_text="Đơn vị").click()
    expect(page.get_by_label("Tổ dân phố số 2 (minh họa)")).to_be_visible()
    assert len([url for url in asked if "/filter/" in url]) == 4
    context.close()


def test_more_cards_come_24_at_a_time_and_the_focus_goes_on(browser: Browser, many_address: str) -> None:
    with opened(browser, many_address + "guong/?doi-tuong=tap-the") as page:
        expect(page.locator(".found .card")).to_have_count(24)
        page.get_by_role("button", name="Xem thêm").click()
        expect(page.locator(".found .card")).to_have_count(48)
        at = "[...document.querySelectorAll('.found .card')].findIndex(one => one.contains(document.activeElement))"
        until(page, f"{at} === 24")
        page.get_by_role("button", name="Xem thêm").click()
        expect(page.locator(".found .card")).to_have_count(60)
        expect(page.get_by_role("button", name="Xem thêm")).to_be_hidden()
        page.reload()
        expect(page.locator(".found .card")).to_have_count(60)


def test_cards_found_are_the_cards_of_the_page(browser: Browser, address: str) -> None:
    """Words, links, pictures: what the index gives looks as what the page holds."""
    read = """(place) => [...document.querySelectorAll(place + ' .card')].map(card => ({
        look: card.className,
        words: [...card.querySelectorAll('h2, p')].map(one =>
            [one.getAttribute('class'), one.textContent, getComputedStyle(one).fontFamily]),
        link: card.querySelector('a').href, mark: card.querySelector('.mark')?.textContent,
        picture: [...card.querySelectorAll('img')].map(one =>
            [one.sizes, one.alt, one.src, one.getAttribute('width'), one.getAttribute('height'),
             one.srcset.split(', ').map(two => new URL(two.split(' ')[0], location).pathname + two.split(' ')[1])]),
    })).sort((a, b) => a.link < b.link ? -1 : 1)"""
    with opened(browser, address + "guong/") as page:
        box(page, "Năm được khen, được giới thiệu", "2026")  # everybody, in the order of the page
        expect(page.locator(".found .card")).to_have_count(14)
        shown, held = page.evaluate(read, ".found"), page.evaluate(read, ".gallery")
        assert shown == held
        assert [card["look"] for card in shown].count("card card--wide") == 2
        assert [card for card in shown if card["picture"]]
        loaded = "[...document.querySelectorAll('.found img')].every(one => one.complete && one.naturalWidth)"
        page.evaluate("document.querySelectorAll('.found img').forEach(one => { one.loading = 'eager'; })")
        until(page, loaded)


@pytest.mark.parametrize("width", [360, 600, 768, 1280])
@pytest.mark.parametrize("order", ["", "?xep=ten"])
def test_cards_are_read_in_their_order_and_only_the_last_line_has_room(
    browser: Browser, address: str, width: int, order: str
) -> None:
    place = """[...document.querySelectorAll('.card')].filter(one => one.offsetParent).map(one => {
        const { x, y, right } = one.getBoundingClientRect(); return [y, x, right].map(Math.round); })"""
    with opened(browser, address + "guong/" + order, viewport={"width": width, "height": 900}) as page:
        expect(page.locator(".card:visible")).to_have_count(14)
        places = page.evaluate(place)
    assert places == sorted(places)
    ends = {y: right for y, _, right in places}
    assert len(set(list(ends.values())[:-1])) == 1, ends


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_card_without_a_photograph_has_a_small_letter_beside_its_name(
    browser: Browser, address: str, width: int
) -> None:
    """No letter is as large as a photograph, none lies over the words."""
    over = """card => { const letter = card.querySelector('.mark').getBoundingClientRect();
        return [...card.querySelectorAll('h2 a, .card__w')].some(words => [...words.getClientRects()].some(line =>
            line.right > letter.left && line.left < letter.right
            && line.bottom > letter.top && line.top < letter.bottom)); }"""
    with opened(browser, address + "guong/", viewport={"width": width, "height": 900}) as page:
        letters = page.locator(".gallery .mark:visible")
        assert letters.count() == 8
        assert all(one.bounding_box()["width"] < 60 for one in letters.all())  # type: ignore[index]
        assert not any(one.evaluate(over) for one in page.locator(".gallery .card:has(.mark)").all())


def test_a_page_of_cards_takes_two_sheets_of_paper(browser: Browser, address: str, many_address: str) -> None:
    for where in (address, many_address):
        with opened(browser, where + "guong/") as page:
            assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2


def test_the_keys_alone_suffice(browser: Browser, address: str, real_counts: Counts) -> None:
    with opened(browser, address + "guong/", viewport={"width": 360, "height": 700}) as page:
        page.locator("summary", has_text="Lọc theo").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.value") == "ca-nhan"
        said(page, len(real_counts["Đối tượng"]["Cá nhân"]))
        assert page.evaluate("document.activeElement.value") == "ca-nhan"
        page.get_by_role("button", name=f"Xem {len(real_counts['Đối tượng']['Cá nhân'])} gương").press("Enter")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
        assert not page.get_by_label("Cá nhân").is_visible()


def test_an_address_that_asks_for_what_is_not_there_shows_the_gallery(browser: Browser, address: str) -> None:
    with opened(browser, address + "guong/?linh-vuc=khong-co&xep=constructor&xem=99999&la=1") as page:
        until(page, "performance.getEntriesByType('resource').some(one => one.name.includes('/filter/'))")
        expect(page.locator(".gallery")).to_be_visible()
        assert page.locator(".gallery .card").count() == 14


def test_without_the_index_the_gallery_stays_as_the_page_holds_it(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address + "guong/")
    page.get_by_label("Cá nhân").click()
    expect(page.locator(".filt a", has_text="Cá nhân")).to_be_visible()
    with_script = page.locator("gallery-filter").inner_text()
    assert page.locator(".facet, .facet__bar, .found").count() == 0
    assert page.locator(".gallery .card").count() == 14
    context.close()
    with opened(
        browser, address + "guong/", viewport={"width": 1280, "height": 900}, java_script_enabled=False
    ) as page:
        assert page.locator("gallery-filter").inner_text() == with_script


def test_a_count_beside_its_words_is_never_broken(browser: Browser, many_address: str) -> None:
    broken = """[...document.querySelectorAll('.filt__l i')]
        .filter(one => one.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(one).lineHeight))
        .map(one => one.parentElement.textContent)"""
    wide = {"width": 1280, "height": 900}
    with opened(browser, many_address + "guong/", viewport=wide, java_script_enabled=False) as page:
        assert page.locator(".filt__l i").count() > 20
        assert page.evaluate(broken) == []


@pytest.mark.parametrize("query", ["?linh-vuc=moi-truong", "?don-vi=tdp-so-3&don-vi=tdp-so-5&xep=ten", "?nam=1"])
def test_axe_finds_nothing_with_results_shown(browser: Browser, many_address: str, query: str) -> None:
    with opened(browser, many_address + "guong/" + query, bypass_csp=True) as page:
        until(page, "performance.getEntriesByType('resource').some(one => one.name.includes('/filter/'))")
        for look in looks(page, 320, 1280):
            page.evaluate("document.querySelector('.fold').open = true")
            assert violations(page) == [], look
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), look
            small = """[...document.querySelectorAll('gallery-filter :is(label, summary, button, select)')]
                .filter(one => one.offsetParent && one.getBoundingClientRect().height < 47.5
                && !one.querySelector('select')).map(one => one.outerHTML)"""
            assert page.evaluate(small) == []


def reachable(site: Path) -> set[str]:
    """The pages to which links lead from the home page, as a browser without scripts follows them."""
    found, left = {"index.html"}, ["index.html"]
    while left:
        page = left.pop()
        for link in html.parse(str(site / page)).xpath("//a/@href"):
            path, _ = urldefrag(unquote(link))
            if not path or re.match(r"[a-z]+:", path):
                continue
            file = (site / page).parent / path
            target = (file / "index.html" if path.endswith("/") else file).resolve().relative_to(site).as_posix()
            if target.endswith(".html") and target not in found:
                found.add(target)
                left.append(target)
    return found


@pytest.mark.parametrize("which", ["real", "many"])
def test_everybody_and_every_row_is_reached_without_scripts(which: str, real_site: Path, many_site: Path) -> None:
    site, content = {"real": (real_site, ROOT / "content"), "many": (many_site, many_site.parent / "content")}[which]
    found = reachable(site.resolve())
    for page in filter(told, (site / "guong").rglob("index.html")):
        assert page.relative_to(site).as_posix() in found, page
    for file in (content / "decisions").rglob("*.yml"):
        decision = f"khen-thuong/{file.parent.name}/{file.stem}/index.html"
        assert decision in found
        lists = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)["lists"]  # noqa: S506 - guesses nothing
        rows = html.parse(str(site / decision)).xpath("//table[contains(@class, 'tb')]/tbody/tr")
        assert len(rows) >= sum(len(one.get("commendations", ())) for one in lists), decision
    assert len(list((site / "guong").rglob("index.html"))) > (MANY if which == "many" else 14)


def test_no_page_of_a_large_gallery_is_heavy(many_site: Path) -> None:
    heavy = {
        page: page.stat().st_size for page in (many_site / "guong").rglob("*.html") if page.stat().st_size > 150_000
    }
    assert heavy == {}
