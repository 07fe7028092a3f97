"""The lists behind the search page: everybody once, under the right letter, on pages that stay small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build import make_pages
from generator.pages import search
from generator.publishing import Layout
from tests.real_site import AS_OF, ROOT
from tests.varied import make_varied


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The lists of 90 exemplars, ten lines to a page."""
    monkeypatch.setattr(search, "LINES", 10)
    work = tmp_path / "build"
    make_pages(Layout(ROOT, make_varied(ROOT / "content", tmp_path / "content", 90), work), AS_OF)
    return work / "markdown/tim-kiem"


def test_everybody_stands_on_one_page_under_the_letter_of_the_given_name(lists: Path) -> None:
    found: dict[str, str] = {}
    for page in sorted((lists / "guong").rglob("*.md")):
        lines = re.findall(r'<li><a href="[./]*/guong/(2[\d-]+)/">([^<]*)</a>', page.read_text(encoding="utf-8"))
        assert len(lines) <= 10
        for id_, name in lines:
            assert id_ not in found, id_
            found[id_] = name
            if page.parent.name == "dd" and "số" not in name:
                assert name.split("(")[0].split()[-1].startswith("Đ"), name
    assert len(found) > 60
    front = (lists / "guong/index.md").read_text(encoding="utf-8")
    assert '<a href="dd/">Đ (' in front
    assert "<h2" not in front


def test_a_kind_with_few_things_has_one_page(lists: Path) -> None:
    assert [page.name for page in (lists / "phong-trao").rglob("*.md")] == ["index.md"]
    assert "Đọc sách cùng con (minh họa)" in (lists / "phong-trao/index.md").read_text(encoding="utf-8")
