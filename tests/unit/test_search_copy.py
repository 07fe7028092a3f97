"""What the indexer reads: the marked parts, spelled so that it can fold them, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import vietnamese
from generator.search_copy import copy_marked, marked_parts, spelled, unspelled
from generator.search_index import make_index, read_part
from tests.site import write


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Đỗ đi", "Ḍỗ ḍi"),
        ("hoà, Hoà, HOÀ", "hòa\u0336, Hòa\u0336, HÒA\u0336"),
        ("thuỷ uỷ khoẻ", "thủy\u0336 ủy\u0336 khỏe\u0336"),
        ("quý quỳ, hòa, thủy", "quý quỳ, hòa, thủy"),
        ("toàn khuỷu hoài oạch", "toàn khuỷu hoài oạch"),
    ],
)
def test_each_word_has_one_spelling_that_takes_its_marks_off(written: str, read: str) -> None:
    assert spelled(written) == read
    assert unspelled(read) == written
    assert vietnamese.fold(spelled(written)) == vietnamese.fold(written)


@given(st.text(alphabet="aăâeêioôơuưyàáạảãòóọỏõùúụủũỳýỵỷỹèéẹẻẽđĐqQnghHOÀUỶoae \n,.", max_size=60))
def test_whatever_is_written_is_read_back(text: str) -> None:
    assert unspelled(spelled(text)) == text


def test_an_element_comes_whole_and_once() -> None:
    page = (
        '<div class="a"><div id="b" data-pagefind-body>một <div>hai</div><p data-pagefind-body>ba</p></div> bốn</div>'
        '<p data-pagefind-body="">năm</p><div data-pagefind-bodyguard>sáu</div>'
    )
    assert list(marked_parts(page)) == [
        '<div id="b" data-pagefind-body>một <div>hai</div><p data-pagefind-body>ba</p></div>',
        '<p data-pagefind-body="">năm</p>',
    ]


def test_only_marked_parts_of_marked_pages_are_copied(tmp_path: Path) -> None:
    site = write(
        tmp_path / "site",
        {
            "a/index.html": '<nav>Đầu</nav><p title="Đ" data-pagefind-body>Đồng</p><footer>Cuối</footer>',
            "b/index.html": "<p>Đồng</p>",
        },
    )
    assert copy_marked(site, tmp_path / "copy") == 1
    copied = (tmp_path / "copy/a/index.html").read_text(encoding="utf-8")
    assert '<p title="Đ" data-pagefind-body>Ḍồng</p>' in copied
    assert "Đầu" not in copied
    assert not (tmp_path / "copy/b").exists()


def test_the_index_knows_how_parts_are_cited_and_keeps_facts_that_no_search_loads(tmp_path: Path) -> None:
    page = (
        '<!doctype html><html lang="vi"><body><div data-pagefind-body><h1>Kế hoạch</h1>'
        '<p id="muc-i-2-dd"><a class="anc" href="#muc-i-2-dd" data-ref="I.2.đ" aria-label="điểm đ khoản 2 Mục I" '
        "data-apparatus></a>đ) Đi</p>"
        '<data value="Kế hoạch năm 2026" data-pagefind-filter="the-title[value]"></data>'
        '<data value="ke-hoach Kế hoạch" data-pagefind-filter="loai[value]"></data></div></body></html>'
    )
    make_index(write(tmp_path, {"ke-hoach/index.html": page}))
    (fragment,) = (read_part(part) for part in (tmp_path / "pagefind/fragment").iterdir())
    assert fragment["filters"]["the-parts"] == ['{"muc-i-2-dd":"điểm đ khoản 2 Mục I"}']
    assert fragment["filters"]["the-title"] == ["Kế hoạch năm 2026"]
    (filter_,) = (tmp_path / "pagefind/filter").iterdir()
    assert read_part(filter_)[0] == "loai"
