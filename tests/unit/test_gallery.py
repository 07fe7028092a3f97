"""The gallery's static listings: who stands in which, and that what is full does not change any more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import addresses
from generator.build import make_pages
from generator.catalogue import Catalogue
from generator.content import read_content
from generator.pages import gallery
from generator.pages.base import Picture
from generator.pages.facets import FACET_WORDS, facets_of
from generator.pages.honours import Card
from generator.publishing import Layout
from tests.real_site import AS_OF, ROOT
from tests.site import AS_OF as SMALL_DAY
from tests.site import read_small, tree
from tests.varied import make_varied, recount


def labels(catalogue: Catalogue, id_: str) -> list[tuple[str, str]]:
    return [(FACET_WORDS[value.facet], value.label) for value in facets_of(catalogue).of[id_]]


def test_an_exemplar_has_the_values_of_itself_and_of_its_honours(tmp_path: Path) -> None:
    catalogue = Catalogue(read_small(tmp_path), SMALL_DAY)
    assert labels(catalogue, "2026-001") == [
        ("Đối tượng", "Cá nhân"),
        ("Lĩnh vực", "Môi trường"),
        ("Nhóm nghề", "Công nhân"),
        ("Danh hiệu, hình thức khen thưởng", "Giấy khen"),
        ("Loại hình khen thưởng", "Khen thưởng phong trào thi đua"),
        ("Đơn vị, tổ dân phố", "Tổ dân phố Đầu Làng"),
        ("Phong trào thi đua", "Sạch nhà, đẹp ngõ"),
        ("Năm được khen, được giới thiệu", "2026"),
        ("Tháng được khen, được giới thiệu", "Tháng 4/2026"),
        ("Khác", "Người lao động trực tiếp"),
    ]


def test_the_unit_of_a_child_is_a_value_only_where_its_consent_names_it(tmp_path: Path) -> None:
    child = (
        "kind: individual\nname: {name: Bé Mẫu Thử}\nage_group: 7-15\norganisation: tdp-mau\nfield: Văn hóa\n"
        "deed: Nhặt được của rơi\nintroduced_by: tdp-mau\nintroduced_on: 2026-04-01\n"
        "approved: {by: Ông Duyệt, role: Chủ tịch, date: 2026-04-02}\n"
        "shown: {ground: consent, scope: [name, story%s], recorded: 2026-03-01, guardian_consent: 2026-03-01, "
        "child_consent: 2026-03-01}\n"
    )
    for number, (more, shown) in enumerate((("", False), (", unit", True))):
        content = read_small(tmp_path / str(number), {"exemplars/2026-090.yml": child % more})
        found = dict(labels(Catalogue(content, SMALL_DAY), "2026-090"))
        assert ("Đơn vị, tổ dân phố" in found) is shown


def test_every_listing_holds_whom_a_recount_finds(tmp_path: Path) -> None:
    content = make_varied(ROOT / "content", tmp_path / "content", 130)
    found, problems = read_content(content)
    assert problems == []
    catalogue = Catalogue(found, AS_OF)
    facets = facets_of(catalogue)
    made: dict[str, dict[str, set[str]]] = {}
    for group in facets.groups:
        values = made.setdefault(FACET_WORDS[group.value.facet], {})
        values[group.value.label] = {entry.id for entry in group.entries}
    assert made == recount(content, {entry.id for entry in catalogue.honours.exemplars})


def test_a_full_page_and_a_past_month_do_not_change_when_others_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three decisions a month, 60 people: two months, then the same with 60 more in the months after."""
    monkeypatch.setattr(gallery, "CARDS", 7)
    monkeypatch.setattr(gallery, "LINES", 10)
    trees = []
    for number in (120, 200):
        layout = Layout(
            ROOT,
            make_varied(ROOT / "content", tmp_path / f"c{number}", number, monthly=3, again=False),
            tmp_path / str(number),
        )
        make_pages(layout, AS_OF)
        trees.append({path: data for path, data in tree(layout.markdown).items() if path.startswith("guong/")})
    before, after = trees
    numbered = [path for path in before if "/trang-" in path]
    past = [path for path in before if re.match(r"guong/nam-2024/thang-1/", path)]
    assert len(numbered) > 40
    assert "guong/linh-vuc-giao-duc/trang-1.md" in numbered
    assert past == ["guong/nam-2024/thang-1/index.md", *(f"guong/nam-2024/thang-1/trang-{n}.md" for n in range(1, 8))]
    assert {path: after.get(path) for path in (*numbered, *past)} == {path: before[path] for path in (*numbered, *past)}
    assert before["guong/index.md"] != after["guong/index.md"]


def test_the_pages_of_a_listing_hold_everybody_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gallery, "CARDS", 7)
    monkeypatch.setattr(gallery, "LINES", 10)
    content, work = make_varied(ROOT / "content", tmp_path / "content", 100, monthly=9), tmp_path / "build"
    make_pages(Layout(ROOT, content, work), AS_OF)
    folder = work / "markdown" / "guong"
    for listing in ("nam-2024/thang-1", "doi-tuong-ca-nhan", "don-vi-tdp-so-1"):
        ids = [
            id_
            for page in (folder / listing).glob("*.md")
            for id_ in re.findall(r'href="[./]*/(2026-\d+)/"', page.read_text(encoding="utf-8"))
        ]
        assert len(ids) == len(set(ids)) > 3, listing
        sizes = {page.stem: page.read_text(encoding="utf-8").count("/2026-0") for page in (folder / listing).iterdir()}
        size = 10 if listing == "doi-tuong-ca-nhan" else 7
        assert all(count == size for name, count in sizes.items() if name != "index"), sizes
        assert sizes["index"] < 2 * size


@pytest.mark.parametrize(
    ("pictures", "looks"),
    [
        ("P", "W"),
        ("ttP", "ttP"),  # the line has one column left
        ("tPtPPPPP", "tWtPPPWP"),
        ("PPPPPPPPPPPP", "WPPPPWPPPPWP"),
        ("tttttt", "tttttt"),
    ],
)
def test_a_wide_picture_never_leaves_its_line(pictures: str, looks: str) -> None:
    picture = Picture("", "", drawing=False, files=())
    cards = [
        Card(str(number), "", addresses.GALLERY, "", "", "", "", picture if one == "P" else None, "")
        for number, one in enumerate(pictures)
    ]
    placed = gallery._place(cards)
    assert [one.card for one in placed] == cards
    assert "".join("W" if one.wide else "P" if one.card.picture else "t" for one in placed) == looks
    assert [one.card.id for one in placed if one.first] == [str(pictures.find("P"))] * ("P" in pictures)


def test_a_long_facet_has_a_page_of_its_own(tmp_path: Path) -> None:
    content, work = make_varied(ROOT / "content", tmp_path / "content", 60), tmp_path / "build"
    make_pages(Layout(ROOT, content, work), AS_OF)
    front = (work / "markdown/guong/index.md").read_text(encoding="utf-8")
    assert '<a class="filt__l" href="don-vi/">Xem cả 30 mục</a>' in front
    assert "tdp-so-" not in front.replace("organisation", "").partition('<div class="split__main">')[0]
    units = (work / "markdown/guong/don-vi/index.md").read_text(encoding="utf-8")
    assert units.count('href="../don-vi-tdp-so-') == 30
    assert '<a href="../don-vi-tdp-so-1/">Tổ dân phố số 1 (minh họa) (2)</a>' in units


def test_the_gallery_tells_the_index_what_the_card_shows(tmp_path: Path) -> None:
    """The small ward's most hostile exemplar: whatever was typed stays inside its attribute."""
    work = tmp_path / "build"
    make_pages(Layout(ROOT, read_small(tmp_path).root, work), SMALL_DAY)
    page = (work / "markdown/guong/2026-005.md").read_text(encoding="utf-8")
    block = page[page.index("<div hidden") : page.index("</div>")]
    assert block.count("<data ") == block.count("</data>") == len(block.splitlines()) - 1
    assert "<script>" not in block
    assert 'data-pagefind-sort="newest[value]"' in block
