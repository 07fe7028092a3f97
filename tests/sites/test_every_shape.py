"""The plan of 2025 of the tiny ward has every shape a text may have; its page says it to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from generator import numbering
from generator.content import read_content
from tests.reading import document, paragraphs
from tests.real_site import built_once
from tests.site import SMALL

PRINTED = Path(__file__).with_name("ke-hoach-2025.txt").read_text(encoding="utf-8").splitlines()
"""What the paper says, a paragraph or cell on each line; an empty cell is an empty line."""


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the tiny ward."""
    return built_once(tmp_path_factory, "small", lambda _: SMALL)


@pytest.fixture(scope="module")
def page(small_site: Path) -> html.HtmlElement:
    """The plan's page."""
    return html.parse(str(small_site / "ke-hoach/2025/index.html")).getroot()


def test_the_page_reads_back_as_the_paper(small_site: Path) -> None:
    assert paragraphs(document(small_site / "ke-hoach/2025/index.html")) == PRINTED


def test_every_part_has_its_address_and_its_mark(page: html.HtmlElement) -> None:
    content, _ = read_content(SMALL)
    parts = [part.id for part in numbering.number_parts(content.of("plans")["2025"].record)]
    assert {part.level for part in numbering.number_parts(content.of("plans")["2025"].record)} == {
        "preamble", "article", "clause", "distribution", "signature", "paragraph", "section", "point", "indent",
        "table", "conclusion", "annex",
    }  # fmt: skip
    marks = page.xpath("//*[@data-document]//a[@class='anc']")
    assert [mark.get("href") for mark in marks] == [f"#{id_}" for id_ in parts]
    assert all(mark.xpath("ancestor::*[@id=$id]", id=mark.get("href")[1:]) for mark in marks)
    assert all(mark.get("aria-label") and mark.get("data-ref") for mark in marks)


def test_marks_and_notes_lead_to_each_other(page: html.HtmlElement) -> None:
    for number, (part, mark) in enumerate(
        [("ban-hanh-dieu-1", "*"), ("chuong-ii-a", "1"), ("chuong-i-2-bang-1", "2"), (None, "3")], 1
    ):
        (sup,) = page.xpath("//sup[@id=$id]", id=f"ve-chu-thich-{number}")
        assert sup.text_content() == mark
        assert sup.xpath("a/@href") == [f"#chu-thich-{number}"]
        assert part is None or sup.xpath("ancestor::*[@id=$id]", id=part)
        (note,) = page.xpath("//*[@id=$id]", id=f"chu-thich-{number}")
        assert note.xpath(".//a[@data-apparatus]/@href") == [f"#ve-chu-thich-{number}"]


def test_columns_are_named_only_where_the_paper_names_them(page: html.HtmlElement) -> None:
    first, second, _ = page.xpath("//article//table")
    assert [one.text_content() for one in first.xpath("thead//th[@scope='col']")] == [
        "STT", "Hình thức", "Số lượng", "Năm 2025",
    ]  # fmt: skip
    assert not second.xpath(".//th | .//thead")


def test_an_old_address_stands_in_the_part_that_has_it_now(page: html.HtmlElement) -> None:
    (old,) = page.xpath("//*[@id='muc-ii-1']")
    assert old.getparent().get("id") == "chuong-ii-1"


def test_annexes_stand_in_their_order_with_the_tasks_among_them(page: html.HtmlElement) -> None:
    listed = [" ".join(one.text_content().split()) for one in page.xpath("//nav[contains(@class, 'toc')]/ol/li/a")]
    assert listed[-3:] == ["PHỤ LỤC I Chỉ tiêu thi đua (Kèm theo Kế hoạch năm 2025)", "PHỤ LỤC II", "PHỤ LỤC III"]
    (link,) = page.xpath("//p[contains(@class, 'doc__there')]/a")
    assert link.get("href") == "tien-do/#phu-luc"
    before = [one.text_content() for one in link.xpath("preceding::p[contains(@class, 'doc__type')]")]
    assert before == ["QUYẾT ĐỊNH", "PHỤ LỤC I"]
