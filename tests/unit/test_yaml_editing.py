"""Content files changed by a command keep what an editor typed; and either all files are written or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from ruamel.yaml.comments import CommentedMap

from generator import yaml_editing
from generator.yaml_editing import parse_editable, prose_value, to_text, write_all
from generator.yaml_source import read_yaml
from tests.properties.texts import texts
from tests.site import ROOT, SMALL, tree

FILES = sorted([*(ROOT / "content").rglob("*.yml"), *SMALL.rglob("*.yml")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_content_file_comes_back_byte_for_byte(file: Path) -> None:
    text = file.read_bytes().decode()
    assert to_text(parse_editable(text)) == text


@pytest.mark.parametrize(
    "typed",
    [
        "- gạch đầu dòng",
        "a: b",
        "a # b",
        "'nháy' \"kép\" \\ \\n",
        "{x: [y]}",
        "no",
        "12.10",
        "2026-01-02",
        "~",
        "null",
        "=",
        "*neo &neo !thẻ %x @y `z`",
        "? khóa",
        "<<",
        "|",
        "> x",
        "{{ 7 * 7 }} {% raw %}",
        "---",
        "dài " * 400,
    ],
)
def test_what_is_typed_reads_back_equal(typed: str) -> None:
    data = parse_editable("a: b\n")
    data["text"] = typed
    data["list"] = [typed, CommentedMap(x=typed)]
    read, problems = read_yaml(to_text(data), Path("x.yml"))
    assert problems == []
    assert read == {"a": "b", "text": typed, "list": [typed, {"x": typed}]}


@given(texts)
def test_any_line_reads_back_equal(typed: str) -> None:
    line = " ".join(typed.split())
    data = parse_editable("# lời\na: b\n")
    data["text"] = line
    read, problems = read_yaml(to_text(data), Path("x.yml"))
    assert problems == []
    assert (read["text"] or "") == line


def test_prose_is_a_block_an_editor_can_read() -> None:
    data = parse_editable("a: b\n")
    data["story"] = prose_value("Một.\n\nHai: ba # bốn")
    assert to_text(data) == "a: b\nstory: |\n  Một.\n\n  Hai: ba # bốn\n"


def test_all_files_are_written_or_taken_away(tmp_path: Path) -> None:
    (tmp_path / "cu.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "bo.jpg").write_bytes(b"x")
    write_all({tmp_path / "cu.yml": "a: 2\n", tmp_path / "bo.jpg": None, tmp_path / "moi/x.yml": b"b: 1\n"})
    assert tree(tmp_path) == {"cu.yml": b"a: 2\n", "moi/x.yml": b"b: 1\n"}


def test_when_one_file_fails_all_are_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.yml", "b.yml", "c.jpg"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    before = tree(tmp_path)
    put = yaml_editing._put

    def failing(file: Path, data: bytes | None) -> None:
        if data == b"moi" and file.name == "b.yml":
            raise OSError(28, "No space left on device", str(file))
        put(file, data)

    monkeypatch.setattr(yaml_editing, "_put", failing)
    with pytest.raises(OSError, match="No space left"):
        write_all(
            {
                tmp_path / name: value
                for name, value in (("a.yml", "moi"), ("c.jpg", None), ("d.yml", "moi"), ("b.yml", "moi"))
            }
        )
    assert tree(tmp_path) == before
