"""A few values of a YAML text change; everything else stays byte for byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content import read_content
from generator.takedown.targets import all_rows
from generator.yaml_patch import Patch
from generator.yaml_source import read_yaml
from tests.properties.texts import texts
from tests.site import ROOT, SMALL

TEXT = """\
# Đầu tệp
number: 1
scan_checked: "true"   # đã xem
lists:
  - award: x
    # về các dòng
    commendations:
      # trước dòng đầu
      - exemplar: 2026-001
        achievement: Trồng cây
        # về dòng hai
      - name: {courtesy: ông, name: Đỗ Văn Bịa}
        shown: {ground: consent, scope: [name]}   # lời cuối dòng

      # về dòng ba
      - name:
          name: Bịa
        achievement: |
          Một.

          Hai.

      # về dòng bốn
      - {exemplar: 2026-002, kind: individual}
  # danh sách hai
  - award: y
    commendations:
      - exemplar: 2026-009

# đính chính
corrections: []
"""
GONE = {"kind": "individual", "withdrawn": "2026-08-15"}


def reduced(*rows: int) -> str:
    patch = Patch(TEXT)
    for row in rows:
        patch.reduce(("lists", 0, "commendations", row), GONE)
    return patch.text()


def test_a_row_is_reduced_and_its_neighbours_keep_every_byte() -> None:
    assert reduced(0) == TEXT.replace(
        "- exemplar: 2026-001\n        achievement: Trồng cây\n",
        "- kind: individual\n        withdrawn: 2026-08-15\n",
    )
    assert reduced(1) == TEXT.replace(
        "- name: {courtesy: ông, name: Đỗ Văn Bịa}\n"
        "        shown: {ground: consent, scope: [name]}   # lời cuối dòng\n",
        "- kind: individual\n        withdrawn: 2026-08-15\n",
    )
    assert reduced(2) == TEXT.replace(
        "- name:\n          name: Bịa\n        achievement: |\n          Một.\n\n          Hai.\n",
        "- kind: individual\n        withdrawn: 2026-08-15\n",
    )
    assert reduced(3) == TEXT.replace(
        "{exemplar: 2026-002, kind: individual}", "{kind: individual, withdrawn: 2026-08-15}"
    )


def test_all_rows_at_once() -> None:
    data, problems = read_yaml(reduced(3, 0, 2, 1), Path("x.yml"))
    assert problems == []
    assert data["lists"][0]["commendations"] == [GONE] * 4
    assert data["lists"][1]["commendations"] == [{"exemplar": "2026-009"}]


def test_a_scalar_is_replaced_where_it_stands() -> None:
    patch = Patch(TEXT)
    patch.set_scalar(("scan_checked",), "false")
    assert patch.text() == TEXT.replace('scan_checked: "true"   # đã xem', "scan_checked: false   # đã xem")


def test_a_field_is_added_behind_the_last_one() -> None:
    by = {"number": "09/QĐ, [số: 1] #2", "date": "2026-08-01"}
    written = "revoked: {number: '09/QĐ, [số: 1] #2', date: 2026-08-01}"
    for path, after, indent in (
        (("lists", 0, "commendations", 1), "   # lời cuối dòng\n", 8),
        (("lists", 1), "- exemplar: 2026-009\n", 4),
        ((), "corrections: []\n", 0),
    ):
        patch = Patch(TEXT)
        patch.add(path, "revoked", by)
        assert patch.text() == TEXT.replace(after, f"{after}{' ' * indent}{written}\n")
    patch = Patch(TEXT)
    patch.add(("lists", 0, "commendations", 3), "revoked", by)
    assert patch.text() == TEXT.replace("kind: individual}", f"kind: individual, {written}}}")


@pytest.mark.parametrize(
    "text", ["a: [x, y, z]\nb: 1\n", "a:\n- x\n# c\n- y\n- z\nb: 1\n", "a:\n  - x\n  - y\n  # c\n  - z"]
)
@pytest.mark.parametrize("gone", [{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}])
def test_items_go_and_the_others_stay(text: str, gone: set[int]) -> None:
    patch = Patch(text)
    for item in gone:
        patch.drop(("a", item))
    data, problems = read_yaml(patch.text(), Path("x.yml"))
    assert problems == []
    assert data["a"] == [letter for at, letter in enumerate("xyz") if at not in gone]
    assert ("# c" in patch.text()) == ("# c" in text)
    assert data.get("b") == ("1" if "b:" in text else None)


def test_a_field_goes_with_all_below_it() -> None:
    text = "a: 1\nphoto:\n  alt: x\n  credit: y\n# lời\nb: 2\n"
    patch = Patch(text)
    patch.drop(("photo",))
    assert patch.text() == "a: 1\n# lời\nb: 2\n"
    patch = Patch("- photo: 1\n  b: 2\n- c\n")
    patch.drop((0, "photo"))
    assert patch.text() == "- b: 2\n- c\n"


def test_windows_line_breaks_stay() -> None:
    patch = Patch(TEXT.replace("\n", "\r\n"))
    patch.reduce(("lists", 0, "commendations", 0), GONE)
    patch.add(("lists", 1), "revoked", {"number": "1"})
    patch.drop(("number",))
    text = patch.text()
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert text.replace("\r\n", "\n") == reduced(0).replace("number: 1\n", "").replace(
        "- exemplar: 2026-009\n", "- exemplar: 2026-009\n    revoked: {number: 1}\n"
    )


def test_words_left_of_a_link_are_found_again() -> None:
    patch = Patch("xa: 1\nstory: |\n  Xem [gương bà Mẫu](exemplars/1).\n")
    patch.drop(("xa",))
    ((start, length),) = patch.substitute(re.compile(r"\[([^\[\]\n]*)\]\(exemplars/1\)"), 1)
    text = patch.text()
    assert text == "story: |\n  Xem gương bà Mẫu.\n"
    assert text[patch.moved(start) : patch.moved(start) + length] == "gương bà Mẫu"


def test_a_path_that_leads_nowhere_is_an_error() -> None:
    for path in (("lists", 9), ("lists", 0, "x"), ("number", "x")):
        with pytest.raises(KeyError):
            Patch(TEXT).reduce(path, GONE)
    with pytest.raises(KeyError):
        Patch(TEXT).drop(("x",))


@pytest.mark.parametrize("root", [ROOT / "content", SMALL], ids=["real", "small"])
def test_any_row_of_the_content_is_reduced_alone(root: Path) -> None:
    content, problems = read_content(root)
    assert problems == []
    for at, entry, _ in all_rows(content):
        text = entry.file.read_text(encoding="utf-8")
        before, _ = read_yaml(text, entry.file)
        patch = Patch(text)
        patch.reduce(at.path, GONE)
        after, problems = read_yaml(patch.text(), entry.file)
        assert problems == []
        before["lists"][at.list]["commendations"][at.row] = GONE
        assert after == before
        kept = [line for line in text.split("\n") if line.lstrip().startswith("#")]
        assert [line for line in patch.text().split("\n") if line.lstrip().startswith("#")] == kept


@given(texts, st.integers(0, 2))
def test_hostile_neighbours_stay_as_typed(typed: str, gone: int) -> None:
    quoted = '"' + " ".join(typed.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
    text = f"rows:\n  - a: {quoted}\n    b: {quoted}\n  - {{a: {quoted}}}\n  - a: {quoted}\n"
    before, problems = read_yaml(text, Path("x.yml"))
    assert problems == []
    patch = Patch(text)
    patch.reduce(("rows", gone), GONE)
    after, problems = read_yaml(patch.text(), Path("x.yml"))
    assert problems == []
    before["rows"][gone] = GONE
    assert after == before
