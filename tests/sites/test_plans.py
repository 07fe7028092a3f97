"""A paper for each trap of offices' files, and the outline the importer makes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.commands.plan import report
from generator.importers.blocks import TableBlock
from generator.importers.plain_text import read_plain
from generator.importers.plan import apply, prepare
from generator.importers.plan_record import Request
from tests.site import SITES, copy_small, small_pages
from tests.word import cell, paragraph, row, table, word_file

WARD = SITES / "small" / "content"
AS_OF = date(2027, 1, 10)
FOLDER = SITES / "plans"
TRAPS = sorted(file.stem for file in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("trap", TRAPS)
def test_the_outline_of_each_trap_is_as_expected(trap: str, bless: bool):
    outcome = prepare(Request(FOLDER / f"{trap}.txt", "2027"), WARD, AS_OF)
    told = "\n".join([*report(outcome), *(f"{one.severity}: {one.message}" for one in outcome.problems), ""])
    expected = FOLDER / f"{trap}.outline"
    if bless:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")


def as_word(trap: str, file: Path) -> Path:
    """The trap's paper as a Word file: line breaks inside paragraphs, rows in tables."""
    blocks, _ = read_plain(FOLDER / f"{trap}.txt")
    body = []
    for block in blocks:
        if isinstance(block, TableBlock):
            rows = ("".join(cell(*(paragraph(one.text) for one in own)) for own in each) for each in block.rows)
            body.append(table(*map(row, rows), columns=len(block.rows[0])))
        else:
            body.append(paragraph(block.text))
    return word_file(file, *body)


@pytest.mark.parametrize("trap", [trap for trap in TRAPS if trap != "cat-dong-deu"])
def test_the_same_paper_in_word_has_the_same_outline(trap: str, tmp_path: Path):
    word = prepare(Request(as_word(trap, tmp_path / "a.docx"), "2027"), WARD, AS_OF)
    plain = prepare(Request(FOLDER / f"{trap}.txt", "2027"), WARD, AS_OF)
    assert (word.text, word.annex, word.unknown) == (plain.text, plain.annex, plain.unknown)


def test_another_paper_goes_into_documents_and_its_page_shows_it_whole(tmp_path: Path):
    content = copy_small(tmp_path)
    request = Request(FOLDER / "chuong-dieu.txt", "quy-che", issuer="van-phong", date=date(2026, 8, 1))
    outcome = prepare(request, content, AS_OF)
    assert outcome.ready
    assert list(outcome.changes) == ["documents/quy-che.yml"]
    apply(outcome, content)
    assert prepare(request, content, AS_OF).changes == {}
    file = content / "documents" / "quy-che.yml"
    approved = "approved: {by: (Người duyệt minh họa), role: Phó Chủ tịch, date: 2026-08-02}\nsample: true"
    file.write_text(file.read_text(encoding="utf-8").replace("draft: true", approved), encoding="utf-8")
    page = (small_pages(content, tmp_path / "build") / "bieu-mau" / "quy-che.md").read_text(encoding="utf-8")
    parts = ("{: #chuong-i .doc__sec }", "#chuong-i-dieu-1", 'aria-label="khoản 1 Điều 1 Chương I"', "{: #noi-nhan-1 }")
    for words in parts:
        assert words in page


def test_an_import_over_an_approved_paper_makes_it_a_draft_again(tmp_path: Path):
    content = copy_small(tmp_path)
    file = content / "documents" / "quy-che.yml"
    request = Request(FOLDER / "chuong-dieu.txt", "quy-che", issuer="van-phong", date=date(2026, 8, 1))
    apply(prepare(request, content, AS_OF), content)
    written = file.read_text(encoding="utf-8")
    approved = "approved: {by: (Người duyệt minh họa), role: Phó Chủ tịch, date: 2026-08-02}\nsample: true"
    file.write_text(written.replace("draft: true", approved).replace("Điều 2.", "Điều 3."), encoding="utf-8")
    outcome = prepare(request, content, AS_OF)
    assert outcome.notes == ("Văn bản đã duyệt, nay lời văn đổi: trở lại bản nháp (draft: true), người duyệt xem lại.",)
    apply(outcome, content)
    assert file.read_text(encoding="utf-8").replace("sample: true\n", "") == written


def test_what_another_paper_does_not_say_is_asked_for(tmp_path: Path):
    outcome = prepare(Request(FOLDER / "chuong-dieu.txt", "quy-che"), copy_small(tmp_path), AS_OF)
    assert [(one.message, one.fix) for one in outcome.problems] == [
        ("không rõ cơ quan ban hành", "ghi mã đơn vị sau --issuer, như --issuer ubnd-phuong"),
        ("không rõ ngày ban hành", "ghi ngày sau --date, như --date 2027-01-15"),
    ]
