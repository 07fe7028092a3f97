"""A paper for each trap of offices' files, and the outline the importer makes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.commands.plan import report
from generator.importers.blocks import TableBlock
from generator.importers.plain_text import read_plain
from generator.importers.plan import prepare
from generator.importers.plan_record import Request
from tests.site import SITES
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
