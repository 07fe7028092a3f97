"""A paper for each trap of offices' files, and the outline the importer makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from generator.commands.plan import report
from generator.importers.plan import prepare
from generator.importers.plan_record import Request
from tests.site import SITES

FOLDER = SITES / "plans"
TRAPS = sorted(file.stem for file in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("trap", TRAPS)
def test_the_outline_of_each_trap_is_as_expected(trap: str, bless: bool):
    outcome = prepare(Request(FOLDER / f"{trap}.txt", "2027"), SITES / "small" / "content", date(2027, 1, 10))
    told = "\n".join([*report(outcome), *(f"{one.severity}: {one.message}" for one in outcome.problems), ""])
    expected = FOLDER / f"{trap}.outline"
    if bless:
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
