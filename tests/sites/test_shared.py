"""A page shared to a chat: what its title, words and picture tell, and whom they name."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator.build import build_site
from generator.publishing import Layout
from tests.shared import preview, things
from tests.site import AS_OF, ROOT, copy_small, write

PERSON = """kind: individual
name: {courtesy: KIN, name: Phạm Thị Thư}
age_group: AGE
organisation: tdp-dau-lang
field: Môi trường
deed: DEED
story: Chuyện bịa.
introduced_by: van-phong
introduced_on: 2026-05-01
shown: {ground: consent, scope: SCOPE, recorded: 2026-05-02MORE}
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}
"""
BOTH = ", guardian_consent: 2026-05-01, child_consent: 2026-05-01"
SILENT = "Một tấm gương người tốt, việc tốt ở phường Mẫu."


def person(scope: str, deed: str = "Trồng cây ven sông", age: str = "adult", more: str = "") -> str:
    text = PERSON.replace("SCOPE", scope).replace("DEED", deed).replace("AGE", age).replace("MORE", more)
    return text.replace("KIN", "bà" if age == "adult" else "em")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ward with people who agreed to more and to less."""
    folder = tmp_path_factory.mktemp("shared")
    people = {
        "2026-041": person("[name, story, share]"),
        "2026-042": person("[name, story]"),
        "2026-043": person("[name, story]", "Bà Thư trồng cây ven sông"),
        "2026-044": person("[name, story, share]", age="7-15", more=BOTH),
    }
    content = write(copy_small(folder), {f"exemplars/{id_}.yml": text for id_, text in people.items()})
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
