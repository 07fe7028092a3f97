"""The built pages of the 2026 plan equal the source, paragraph by paragraph and cell by cell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from generator import numbering, vietnamese
from generator.content import read_content
from tests.reading import document, paragraphs, words
from tests.real_site import ROOT

SOURCE = Path(__file__).with_name("ke-hoach-2026.txt").read_text(encoding="utf-8")


def source_paragraphs() -> list[str]:
    """The source's lines before the annex; the asterisks round the signature are type, not text."""
    body = SOURCE.partition("PHỤ LỤC")[0].replace("**", "")
    return [words(line) for line in body.splitlines() if line.strip()]


def source_rows() -> list[list[str]]:
    """The annex's rows; a row without a number goes on in the row before it (the page broke there)."""
    rows: list[list[str]] = []
    for line in SOURCE.partition("PHỤ LỤC")[2].splitlines():
        if "\t" not in line:
            continue
        cells = [words(cell) for cell in line.split("\t")]
        cells += [""] * (5 - len(cells))
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [words(f"{before} {after}") for before, after in zip(rows[-1], cells, strict=True)]
    return rows


def test_the_source_is_in_normal_form() -> None:
    assert vietnamese.normal(SOURCE) == SOURCE


def test_the_plan_reads_back_as_the_source(real_site: Path) -> None:
    assert paragraphs(document(real_site / "ke-hoach/2026/index.html")) == source_paragraphs()


def test_one_changed_character_is_noticed(real_site: Path) -> None:
    changed = [line.replace("Công thông tin", "Cổng thông tin") for line in source_paragraphs()]
    assert paragraphs(document(real_site / "ke-hoach/2026/index.html")) != changed


def test_the_annex_reads_back_as_the_source(real_site: Path) -> None:
    annex = document(real_site / "ke-hoach/2026/tien-do/index.html")
    (table,) = annex.xpath(".//table")
    rows = [[words(cell.text_content()) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tr")]
    assert rows == source_rows()
    table.drop_tree()
    before_table = SOURCE.partition("PHỤ LỤC")[2].partition("STT\t")[0]
    assert paragraphs(annex) == ["PHỤ LỤC", *[words(line) for line in before_table.splitlines() if line.strip()]]


def test_every_part_is_there_with_its_mark(real_site: Path) -> None:
    content, _ = read_content(ROOT / "content")
    parts = numbering.number_parts(content.of("plans")["2026"].record)
    counts: dict[str, int] = {}
    for part in parts:
        counts[part.level] = counts.get(part.level, 0) + 1
    assert counts == {
        "preamble": 3, "section": 3, "clause": 12, "point": 15, "indent": 3, "paragraph": 1, "conclusion": 1,
        "distribution": 4, "signature": 1,
    }  # fmt: skip
    for name, ids in (
        ("ke-hoach/2026/index.html", [part.id for part in parts]),
        ("ke-hoach/2026/tien-do/index.html", [f"nhiem-vu-{number}" for number in range(1, 8)]),
    ):
        page = html.parse(str(real_site / name))
        marks = page.xpath("//*[@data-document]//a[@class='anc']")
        assert [mark.get("href") for mark in marks] == [f"#{id_}" for id_ in ids]
        assert all(mark.xpath("ancestor::*[@id=$id]", id=mark.get("href")[1:]) for mark in marks)


@pytest.mark.parametrize(
    "address",
    ["mo-dau-1", "mo-dau-3", "muc-i", "muc-i-1", "muc-i-1-a", "muc-ii-6", "muc-ii-doan-1", "muc-iii-2-gach-1",
     "muc-iii-4-a", "ket-thuc-1", "noi-nhan-1", "noi-nhan-4", "chu-ky"],
)  # fmt: skip
def test_addresses_of_the_plan_are_there_once(real_site: Path, address: str) -> None:
    plan = html.parse(str(real_site / "ke-hoach/2026/index.html"))
    assert len(plan.xpath(f"//*[@id='{address}']")) == 1


def test_addresses_of_the_tasks_are_there_once(real_site: Path) -> None:
    annex = html.parse(str(real_site / "ke-hoach/2026/tien-do/index.html"))
    assert [len(annex.xpath(f"//*[@id='nhiem-vu-{number}']")) for number in range(1, 8)] == [1] * 7


def test_organisation_pages_together_give_the_annex(real_site: Path) -> None:
    given = set()
    for page in sorted((real_site / "don-vi").glob("*/index.html")):
        for row in html.parse(str(page)).xpath("//*[@data-task]"):
            given.add((row.get("data-task"), row.get("data-role")))
    assert given == {(str(number), role) for number in range(1, 8) for role in ("lead", "join")}


def test_footnote_marks_lead_to_their_instruments(real_site: Path) -> None:
    plan = html.parse(str(real_site / "ke-hoach/2026/index.html"))
    marks = {(mark.text_content(), mark.xpath(".//a/@href")[0].rstrip("/").rpartition("/")[2])
             for mark in plan.xpath("//*[@data-document]//sup")}  # fmt: skip
    assert marks == {("1", "nd-152-2025-nd-cp"), ("2", "nd-129-2025-nd-cp"), ("3", "tt-15-2025-tt-bnv")}


def test_the_slips_are_noted_apart_from_the_text(real_site: Path) -> None:
    notes = ""
    for name in ("ke-hoach/2026/index.html", "ke-hoach/2026/tien-do/index.html"):
        page = html.parse(str(real_site / name))
        assert not page.xpath("//*[@data-document]//*[contains(@class, 'slips')][not(@data-apparatus)]")
        notes += " ".join(one.text_content() for one in page.xpath("//*[contains(@class, 'slips')]"))
    for slip in ("Công thông tin", "của tỉnh", "- a)", "phong trào thi đua nước", "VHXX", "Chuyên môn của Đảng ủy",
                 "“a.”", "hoá"):  # fmt: skip
        assert slip in notes


def test_a_draft_says_so_and_invents_no_number(real_site: Path) -> None:
    text = (real_site / "ke-hoach/2026/index.html").read_text(encoding="utf-8")
    assert "Bản dự thảo, chưa có số, ngày ban hành" in text
    assert not re.search(r"\d+/KH-UBND(?<!24/KH-UBND)", html.fromstring(text).text_content())
