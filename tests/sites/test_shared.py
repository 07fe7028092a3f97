"""A page shared to a chat: what its title, words and picture tell, and whom they name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from lxml import html
from PIL import Image

from generator.build import build_site
from generator.models import Exemplar
from generator.pages.sharing import tells_who
from generator.publishing import Layout
from generator.takedown.acts import withdraw
from tests.people import BOTH, person
from tests.shared import preview, things
from tests.site import AS_OF, ROOT, copy_small, write

SIZE = (1200, 630)
PHOTO = "photo: {alt: Một người trồng cây, credit: Ảnh bịa}\n"
ADDRESS = "https://mau.invalid/thi-dua/"
GROUP = """kind: group
organisation: tdp-dau-lang
field: Văn hóa
deed: Mở tủ sách ở nhà văn hóa
story: Chị Mẫu mở cửa mỗi tối.
introduced_by: van-phong
introduced_on: 2026-05-01
shown: {ground: consent, scope: SCOPE, recorded: 2026-05-02MORE}
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}
"""
SILENT = "Một tấm gương người tốt, việc tốt ở phường Mẫu."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ward with people who agreed to more and to less."""
    folder = tmp_path_factory.mktemp("shared")
    people = {
        "2026-041": PHOTO + person("[name, photo, story, share]"),
        "2026-042": PHOTO + person("[name, photo, story]"),
        "2026-043": person("[name, story]", "Bà Thư trồng cây ven sông"),
        "2026-044": person("[name, story, share]", age="7-15", more=BOTH),
    }
    people |= {
        "2026-045": GROUP.replace("SCOPE", "[story]").replace("MORE", ""),
        "2026-046": GROUP.replace("SCOPE", "[photo, story, share]").replace("MORE", BOTH)
        + "photo: {alt: Trẻ em đọc sách, credit: Ảnh bịa, people: children}\n",
    }
    content = write(copy_small(folder), {f"exemplars/{id_}.yml": text for id_, text in people.items()})
    for id_ in ("2026-041", "2026-042", "2026-046"):
        shutil.copy(content / "exemplars/2026-001.png", content / f"exemplars/{id_}.png")
    build_site(Layout(ROOT, content, folder / "build"), AS_OF, folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    ("id_", "title", "words"),
    [
        ("2026-041", "Bà Phạm Thị Thư", "Trồng cây ven sông"),
        ("2026-042", "Gương điển hình: cá nhân, lĩnh vực môi trường", "Trồng cây ven sông"),
        ("2026-043", "Gương điển hình: cá nhân, lĩnh vực môi trường", SILENT),  # the deed names her
        ("2026-044", "Gương người tốt, việc tốt", SILENT),  # a child's name and deed never travel
        ("2026-003", "Văn phòng phường Mẫu", "Trả giấy tờ ngay trong ngày"),
    ],
)
def test_a_shared_exemplar_is_named_only_where_the_ground_covers_sharing(
    site: Path, id_: str, title: str, words: str
) -> None:
    page = site / "guong" / id_ / "index.html"
    shown = preview(page)
    assert (shown["og:title"], shown["og:description"]) == (title, words)
    if title.startswith("Gương"):
        assert "Thư" not in "".join(shown.values())
    heading = html.parse(str(page)).xpath("string(//h1)")
    assert "Thư" in heading or id_ == "2026-003"  # the page itself may name her


@pytest.mark.parametrize(
    ("id_", "buttons"),
    [
        ("2026-041", [("text", False), ("html", True)]),
        ("2026-042", []),  # agreed to be named here, not to be passed on
        ("2026-043", []),
        ("2026-044", []),  # a child, whatever the paper says
        ("2026-003", [("text", False), ("html", False)]),  # a group without story and picture
        ("2026-045", []),  # a group whose story may name people
        ("2026-046", [("text", False), ("html", False)]),  # children are on its picture
    ],
)
def test_a_page_is_offered_for_posting_only_where_the_ground_covers_sharing(
    site: Path, id_: str, buttons: list[tuple[str, bool]]
) -> None:
    page = html.parse(str(site / "guong" / id_ / "index.html"))
    found = page.xpath("//post-button")
    assert [(one.get("data-as"), one.get("data-picture") is not None) for one in found] == buttons
    assert bool(page.xpath("//*[@data-credit]")) is bool(buttons)


@pytest.mark.parametrize(
    ("name", "deed", "told"),
    [
        ("ông Đỗ Văn Lâm và bà Vũ Thị Na", "Ông Lâm mở lối thoát thứ hai", True),
        ("ông Đỗ Văn Lâm và bà Vũ Thị Na", "Bà Na mở lối thoát thứ hai", True),
        ("ông Đỗ Văn Lâm (Hai Lâm)", "Ông Lâm mở lối thoát thứ hai", True),
        ("ông Đỗ Văn Lâm và bà Vũ Thị Na", "Mở lối thoát thứ hai ở ngõ Lâm", True),  # rather too often than too seldom
        ("ông Đỗ Văn Lâm và bà Vũ Thị Na", "Mở lối thoát thứ hai, nay lâm nạn còn đường ra", False),
    ],
)
def test_a_deed_that_names_one_of_a_household_tells_who(name: str, deed: str, told: bool) -> None:
    data = yaml.load(person("[name, story]", deed), yaml.BaseLoader)  # noqa: S506 - guesses nothing
    del data["age_group"]
    family = Exemplar.model_validate({**data, "kind": "household", "name": {"name": name}})
    assert tells_who(family, deed) is told


def test_a_child_is_no_thing_for_search_engines(site: Path) -> None:
    pages = {id_: site / "guong" / id_ / "index.html" for id_ in ("2026-042", "2026-044")}
    kinds = {id_: [one["@type"] for one in things(page)] for id_, page in pages.items()}
    assert kinds == {"2026-042": ["BreadcrumbList", "Person"], "2026-044": ["BreadcrumbList"]}


def test_what_was_typed_stays_data(site: Path) -> None:
    page = site / "guong/2026-005/index.html"
    (_, typed) = things(page)
    assert typed["name"] == "<script>alert(1)</script> {{ 7 * 7 }} {% raw %}"
    assert len(html.parse(str(page)).xpath("//script[not(@src)]")) == 2
    assert preview(page)["og:description"].startswith("1. ![ảnh](x onerror=alert(4)) {: onclick=alert(5) }")


def picture(site: Path, path: str) -> Path:
    """The file of the picture that a chat would fetch for the page."""
    address = preview(site / path / "index.html")["og:image"]
    assert address.startswith(ADDRESS)
    return site / address.removeprefix(ADDRESS)


def test_every_page_shows_a_card_that_can_be_fetched(site: Path) -> None:
    seen = set()
    for page in site.rglob("index.html"):
        shown = preview(page)
        file = picture(site, page.parent.relative_to(site).as_posix())
        seen.add(file)
        with Image.open(file) as image:
            assert image.size == SIZE == (int(shown["og:image:width"]), int(shown["og:image:height"]))
            assert image.format == ("JPEG" if file.suffix == ".jpg" else "PNG")
        assert file.stat().st_size < 100_000
        assert shown["og:image:alt"].strip()
        assert shown["twitter:card"] == "summary_large_image"
    cards = set((site / "chia-se").iterdir())
    assert seen <= cards
    assert {card.name.rpartition("-")[0] for card in cards} >= {"2026-041"}


@pytest.mark.parametrize(
    ("id_", "name", "form", "words"),
    [
        ("2026-041", "2026-041-", ".jpg", "Bà Phạm Thị Thư. Trồng cây ven sông"),
        ("2026-042", "2026-042-", ".png", "Trồng cây ven sông. Lĩnh vực: Môi trường"),
        ("2026-043", "guong-", ".png", "Gương điển hình. Người tốt, việc tốt ở phường mình"),
        ("2026-044", "guong-", ".png", "Gương điển hình. Người tốt, việc tốt ở phường mình"),
        ("2026-003", "2026-003-", ".png", "Văn phòng phường Mẫu. Trả giấy tờ ngay trong ngày"),
    ],
)
def test_a_card_tells_what_the_ground_lets_travel(site: Path, id_: str, name: str, form: str, words: str) -> None:
    file = picture(site, f"guong/{id_}")
    assert file.name.startswith(name)
    assert file.suffix == form
    assert words in preview(site / "guong" / id_ / "index.html")["og:image:alt"]


def test_who_may_not_travel_has_no_card(site: Path) -> None:
    names = [card.name for card in (site / "chia-se").iterdir()]
    assert not [name for name in names if "2026-043" in name or "2026-044" in name]


def test_the_manifest_says_whose_picture_a_card_holds(site: Path) -> None:
    manifest = json.loads((site.parent / "build/cards.json").read_text(encoding="utf-8"))
    assert {f"chia-se/{card.name}" for card in (site / "chia-se").iterdir()} == set(manifest)
    held = {path: records for path, records in manifest.items() if records}
    (path,) = held
    assert path.startswith("chia-se/2026-041-")
    assert held[path] == ["exemplars/2026-041"]


def test_a_card_goes_with_its_exemplar(site: Path, tmp_path: Path) -> None:
    work = tmp_path / "ward"
    shutil.copytree(site.parent, work)
    layout = Layout(ROOT, work / "content", work / "build")
    outcome = withdraw(layout, work / "site", "2026-041", AS_OF, photo_only=True)
    assert outcome.proof.holds, outcome.proof
    (card,) = (work / "site/chia-se").glob("2026-041-*")
    assert card.suffix == ".png"
    outcome = withdraw(layout, work / "site", "2026-041", AS_OF)
    assert outcome.proof.holds, outcome.proof
    assert not list((work / "site/chia-se").glob("2026-041-*"))
    assert len(list((work / "build/cards").iterdir())) == len(list((work / "site/chia-se").iterdir()))


def test_a_browser_finds_the_feeds_from_every_page(site: Path) -> None:
    for page in site.rglob("index.html"):
        links = html.parse(str(page)).xpath("//head/link[@rel='alternate']")
        found = {(page.parent / link.get("href")).resolve().relative_to(site).as_posix(): link for link in links}
        assert {"nguon-tin/tat-ca.xml", "nguon-tin/tat-ca.json"} <= set(found), page
        assert all((site / path).is_file() and link.get("title") for path, link in found.items())
        movement = page.parent.parent.name == "phong-trao"
        assert (f"nguon-tin/phong-trao/{page.parent.name}.xml" in found) is movement
    listed = html.parse(str(site / "theo-doi/index.html")).xpath("//main//a[contains(@href, 'nguon-tin/')]/@href")
    here = {(site / "theo-doi" / href).resolve().relative_to(site).as_posix() for href in listed}
    assert here == {f.relative_to(site).as_posix() for f in (site / "nguon-tin").rglob("*.*")}
