"""Hostile YAML never breaks the reader, and every problem has a place inside its file."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import yaml_source
from generator.content import read_content
from generator.problems import Problem, format_problems
from generator.yaml_places import Places
from generator.yaml_source import read_yaml

FILE = Path("mau.yml")
PIECES = st.sampled_from(
    [
        "a",
        "b",
        "đ",
        ": ",
        ":",
        "- ",
        "-",
        "\n",
        "\n  ",
        "\n    ",
        "\t",
        " ",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        " # x",
        "&a ",
        "*a",
        "!",
        "!!python/object:os.system ",
        "!!str ",
        "|",
        "|\n",
        ">\n",
        "? ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "\\",
        "@",
        "`",
        "%",
        "<<: ",
        "~",
        "null",
        "12.10",
        "2026-01-01",
        "\u2028",
        "\x85",
        "\x00",
        "\ufeff",
        "\U0001f600",
        "a: b\n",
        "c:\n",
    ]
)
HOSTILE = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=80))
PLAIN = st.recursive(
    st.one_of(st.none(), st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=12)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text("abcđ_", min_size=1, max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def written(data: Any) -> str:
    """The data as YAML; JSON is YAML, but its null is a word like any other here."""
    return re.sub(r"\bnull(?=,?$)", "''", json.dumps(data, ensure_ascii=False, indent=1), flags=re.MULTILINE)


def is_plain(data: Any) -> bool:
    if isinstance(data, dict):
        return all(isinstance(key, str) and is_plain(value) for key, value in data.items())
    if isinstance(data, list):
        return all(map(is_plain, data))
    return data is None or isinstance(data, str)


def check_places(problems: list[Problem], text: str) -> None:
    """Every place lies in the text, or just behind the end of a line."""
    lines = text.split("\n")
    for problem in problems:
        place = problem.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert problem.message
        assert problem.fix


@given(HOSTILE)
def test_reading_never_raises(text: str) -> None:
    data, problems = read_yaml(text, FILE)
    assert data is None or not problems
    assert is_plain(data)
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)
    if not any(sign in text for sign in "\u2028\u2029\x85\ufeff\x00\r"):  # the door refuses or drops these
        check_places(problems, text)


@given(HOSTILE | PLAIN.map(lambda data: written({"a": data})))
def test_the_short_way_tells_what_the_careful_way_tells(text: str) -> None:
    with patch.object(yaml_source, "_SIGNS", re.compile("")):  # finds a sign in every text
        careful = read_yaml(text, FILE)
    assert read_yaml(text, FILE) == careful


@given(raw=HOSTILE.map(str.encode) | st.binary(max_size=60))
def test_no_bytes_in_a_file_break_the_reader(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("noi-dung")
    for path in ("movements/a.yml", "guidance/b.md", "portal.yml", "plans/2026/plan.yml"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(raw)
    content, problems = read_content(root)
    assert not list(content.all())
    assert {problem.place.file.name for problem in problems} == {"a.yml", "b.md", "portal.yml", "plan.yml"}
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= problem.place.line <= lines for problem in problems)
    assert "\x1b" not in format_problems(problems)


@given(PLAIN)
def test_what_is_written_reads_back(data: Any) -> None:
    found, problems = read_yaml(written({"a": data}), FILE)
    assert problems == []
    assert found == {"a": data}


@given(PLAIN, st.lists(st.one_of(st.integers(0, 5), st.text("abcđ_<>", max_size=4)), max_size=5), st.booleans())
def test_places_are_always_in_the_file(data: Any, path: list[str | int], key: bool) -> None:
    text = written({"a": data})
    place = Places(text, FILE).place(path, key=key)
    lines = text.split("\n")
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1])
    assert place.length >= 1
