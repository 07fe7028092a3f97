"""The index of a built site: the same for the same site, of marked pages only, made anew."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import search_index
from generator.search_index import IndexingFailed, make_index, read_part
from tests.site import tree, write

_PAGE = (
    '<!doctype html><html lang="vi"><title>x</title><body><main{mark}><h1>Gương số {number}</h1>'
    '<data value="k{number} Giá trị {number}" data-pagefind-filter="linh-vuc[value]"></data>'
    '<data value="k{odd} Giá trị {odd}" data-pagefind-filter="nam[value]"></data>'
    '<data value="k{number:03d}" data-pagefind-sort="name[value]"></data>'
    '<data value="{number:03d}z" data-pagefind-sort="newest[value]"></data></main></body></html>'
)


def site(folder: Path, numbers: range, mark: str = " data-pagefind-body") -> Path:
    pages = {f"guong/{one}/index.html": _PAGE.format(mark=mark, number=one, odd=one % 7) for one in numbers}
    return write(folder, pages | {"index.html": _PAGE.format(mark="", number=999, odd=0)})


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for name in ("a", "b", "c"):
        make_index(site(tmp_path / name, range(40)))
        trees.append(tree(tmp_path / name / "pagefind"))
    assert trees[0] == trees[1] == trees[2]
    assert "pagefind-entry.json" in trees[0]
    assert {Path(name).suffix for name in trees[0]} == {".json", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"}


def test_what_is_put_in_order_still_says_what_the_pages_say(tmp_path: Path) -> None:
    make_index(site(tmp_path, range(40)))
    (table,) = (tmp_path / "pagefind").glob("*.pf_meta")
    _, pages, _, filters, sorts, *_ = read_part(table)
    order = [read_part(tmp_path / "pagefind/fragment" / f"{page[0]}.pf_fragment")["url"] for page in pages]
    assert sorted(order) == sorted(f"/guong/{one}/" for one in range(40))
    assert [name for name, _ in filters] == ["linh-vuc", "nam"]
    assert [name for name, _ in sorts] == ["name", "newest"]
    name, values = read_part(tmp_path / "pagefind/filter" / f"{filters[1][1]}.pf_filter")
    found = {value: sorted(order[page] for page in has) for value, has in values}
    assert name == "nam"
    assert found == {
        f"k{odd} Giá trị {odd}": sorted(f"/guong/{one}/" for one in range(40) if one % 7 == odd) for odd in range(7)
    }


def test_whoever_is_gone_from_the_site_is_gone_from_the_index(tmp_path: Path) -> None:
    make_index(site(tmp_path, range(3)))
    (tmp_path / "guong/1/index.html").unlink()
    make_index(tmp_path)
    parts = (tmp_path / "pagefind/fragment").iterdir()
    assert sorted(read_part(part)["url"] for part in parts) == ["/guong/0/", "/guong/2/"]


def test_a_site_without_marked_pages_has_no_index(tmp_path: Path) -> None:
    make_index(site(tmp_path, range(3), mark=""))
    assert not (tmp_path / "pagefind").exists()


def test_a_failing_pagefind_is_told_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pagefind-hong"
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.exit('hết chỗ trên đĩa')\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(search_index, "get_executable", lambda: str(program))
    with pytest.raises(IndexingFailed, match=r"^hết chỗ trên đĩa$"):
        make_index(site(tmp_path / "site", range(1)))


_DATA = st.recursive(
    st.integers(-(2**40), 2**40) | st.text(max_size=300), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


@given(_DATA)
def test_what_is_packed_reads_back(data: object) -> None:
    packed = search_index._encode(data)
    assert search_index._decode(packed, 0) == (data, len(packed))
