"""The real plan, imported from its source, is the content in the repository; what is left of hand work is listed."""

from __future__ import annotations

import re
import shutil
import textwrap
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.content import read_content
from generator.importers.plan import apply, prepare
from generator.importers.plan_record import Request
from generator.models import Annex, Plan, Progress

ROOT = Path(__file__).parents[2]
SOURCE = Path(__file__).with_name("ke-hoach-2026.txt")
AS_OF = date(2026, 11, 22)

BY_HAND = {
    "slips": "what an editor thinks of the source's slips is in no source",
    "footnote_marks": "three digits are glued to numbers, their notes are lost: only a human knows what they lead to",
}
BY_HAND_IN_THE_ANNEX = {
    "slips": "the same of the annex's cells",
    "tasks": "which clause a task fulfils (fulfils) is an editor's reading of both; all else of a task is the file's",
}
"""Fields that no file says, each with its reason."""


def imported(tmp_path: Path) -> tuple[Plan, Annex, Progress]:
    """The plan as imported into a ward that has everything but its plans."""
    ward = tmp_path / "content"
    shutil.copytree(ROOT / "content", ward, ignore=shutil.ignore_patterns("plans"))
    outcome = prepare(Request(SOURCE, "2026"), ward, AS_OF)
    assert outcome.problems == ()
    apply(outcome, ward)
    fresh, _ = read_content(ward)
    return tuple(fresh.of(kind)["2026"].record for kind in ("plans", "annexes", "progress"))


def test_the_import_gives_the_content_without_hand_work(tmp_path: Path):
    plan, annex, progress = imported(tmp_path)
    content, _ = read_content(ROOT / "content")
    kept = content.of("plans")["2026"].record
    assert {name for name in Plan.model_fields if getattr(plan, name) != getattr(kept, name)} == {*BY_HAND}
    kept_annex = content.of("annexes")["2026"].record
    assert {name for name in Annex.model_fields if getattr(annex, name) != getattr(kept_annex, name)} == {
        *BY_HAND_IN_THE_ANNEX
    }
    assert annex.tasks == tuple(task.model_copy(update={"fulfils": ()}) for task in kept_annex.tasks)
    assert progress == Progress()


def test_the_same_file_over_the_content_changes_nothing():
    outcome = prepare(Request(SOURCE, "2026"), ROOT / "content", AS_OF)
    assert outcome.ready
    assert outcome.changes == {}
    assert outcome.doubts == ()
    assert outcome.unknown == ()


def test_what_is_no_text_of_the_plan_is_told():
    outcome = prepare(Request(SOURCE, "2026"), ROOT / "content", AS_OF)
    assert [(told.line, told.words) for told in outcome.aside] == [(93, "****")]
    assert [(told.line, told.what) for told in outcome.changed] == [(111, "dòng bị trang cắt, nối vào dòng trên")]


def wrapped(text: str) -> str:
    """The lines cut at 90 letters, as a PDF gives them; rows of a table stay whole."""
    return "\n".join(line if "\t" in line else "\n".join(textwrap.wrap(line, 90)) for line in text.split("\n"))


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda text: re.sub(r"\n\n+", "\n", text), id="no blank lines"),
        pytest.param(lambda text: text.replace("\n", "\n\n"), id="blank lines between all"),
        pytest.param(wrapped, id="lines cut at 90 letters"),
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="loose marks"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break spaces"),
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="Windows' line ends"),
        pytest.param(lambda text: re.sub(r"^(?=[^\t\n]+$)", "\t", text, flags=re.MULTILINE), id="indented by tabs"),
        pytest.param(lambda text: re.sub(r"\n(?=I{1,3}\. )", "\n\n- 2 -\n\n", text), id="page numbers in the text"),
    ],
)
def test_the_plan_is_the_same_however_its_layout_was_broken(broken: Callable[[str], str], tmp_path: Path):
    file = tmp_path / "ke-hoach.txt"
    file.write_bytes(broken(SOURCE.read_text(encoding="utf-8")).encode())
    outcome = prepare(Request(file, "2026"), ROOT / "content", AS_OF)
    assert outcome.ready
    assert outcome.changes == {}
    assert outcome.doubts == ()
