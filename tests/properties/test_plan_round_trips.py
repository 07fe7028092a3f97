"""A plan given out and taken in again is the same plan: through Word, plain text, and one after the other."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content import read_content
from generator.exporters.plan_docx import docx_file
from generator.exporters.plan_text import plan_text
from generator.exporters.printable import lay_out
from generator.importers.plan import prepare
from generator.importers.plan_record import Request
from generator.models import Annex, Plan
from tests.papers import ANNEX, PLAN, annex, plan
from tests.site import ROOT, SMALL

DAY = date(2099, 1, 1)
WAYS = ("docx", "txt")
EDITORIAL = {"aliases", "approved", "compared_with", "slips", "sample", "footnote_marks"}
"""What editors add to a plan's text, which no file of it holds."""
EDITORIAL_IN_THE_ANNEX: dict[str, Any] = {"slips": True, "tasks": {"__all__": {"fulfils"}}}
"""The same of its tasks: which clause one fulfils is an editor's reading of both."""

Pair = tuple[Plan, Annex | None]


def through(pair: Pair, way: str, content: Path = SMALL) -> Pair:
    """The plan and its tasks as a file of that kind says them."""
    printed = lay_out(*pair, name="Kế hoạch", author="UBND", as_of=DAY)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"ke-hoach.{way}"
        file.write_bytes(docx_file(printed) if way == "docx" else plan_text(printed.sheets).encode())
        outcome = prepare(Request(file, "2099", pair[0].year, pair[0].issuer), content, DAY)
    assert isinstance(outcome.text, Plan)
    return outcome.text, outcome.annex


def told(pair: Pair) -> tuple[Any, Any]:
    """The text of both, without what editors add."""
    return pair[0].model_dump(exclude=EDITORIAL), pair[1] and pair[1].model_dump(exclude=EDITORIAL_IN_THE_ANNEX)


@pytest.mark.parametrize("way", WAYS)
def test_the_real_plan_comes_back(way: str) -> None:
    content, _ = read_content(ROOT / "content")
    real = content.of("plans")["2026"].record, content.of("annexes")["2026"].record
    assert told(through(real, way, ROOT / "content")) == told(real)


@pytest.mark.parametrize("first", WAYS)
def test_a_plan_of_every_kind_of_part_comes_back(first: str) -> None:
    once = through((plan(), annex()), first)
    assert once[1] is not None
    assert len(once[1].tasks) == len(ANNEX["tasks"])
    assert [one.heading for one in once[0].annexes] == ["PHỤ LỤC II"]
    assert {(note.mark, note.text) for note in once[0].footnotes} >= {
        (note["mark"], note["text"]) for note in PLAN["footnotes"]
    }
    assert once[0].promulgated_by is not None
    for way in WAYS:
        assert told(through(once, way)) == told(once)


_WORDS = "tổ chức phong trào thi đua khen thưởng năm 2026 - 2030 15% “xanh” UBND / và; các hộ (mới)"
_SAID = st.lists(st.sampled_from(_WORDS.split()), min_size=3, max_size=12).map(lambda words: f"Việc {' '.join(words)}.")


def _numbered(level: str, labels: str, inside: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Parts whose labels count up, as plans have them."""
    names = labels.split()
    part = st.fixed_dictionaries({"text": _SAID, "parts": inside})
    return st.lists(part, min_size=1, max_size=len(names)).map(
        lambda parts: [{level: name, **one} for name, one in zip(names, parts, strict=False)]
    )


_NONE: st.SearchStrategy[list[Any]] = st.just([])
_INDENTS = st.lists(st.builds(lambda text: {"indent": "-", "text": text}, _SAID), max_size=2)
_POINTS = st.one_of(_NONE, _numbered("point", "a) b) c)", _INDENTS))
_CLAUSES = st.one_of(_numbered("clause", "1. 2. 3.", _POINTS), _NONE)
_SECTIONS = _numbered("section", "I. II. III.", _CLAUSES).map(
    lambda sections: [{**one, "text": one["text"].upper().rstrip(".")} for one in sections]
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(sections=_SECTIONS, preamble=st.lists(_SAID.map(lambda text: f"Căn cứ {text[:-1]};"), min_size=1, max_size=3))
def test_any_plan_comes_back_as_it_was_first_read(sections: list[Any], preamble: list[str]) -> None:
    bare: dict[str, Any] = {"promulgated_by": None, "footnotes": [], "parts": [], "annexes": []}
    made = Plan.model_validate(PLAN | bare | {"sections": sections, "preamble": preamble})
    for way in WAYS:
        once = through((made, annex()), way)
        for again in WAYS:
            assert told(through(once, again)) == told(once)
