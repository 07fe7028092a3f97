from __future__ import annotations

import os
from pathlib import Path

import jinja2
import pytest

from generator.addresses import Address
from generator.pages.base import Page
from generator.rendering import Renderer

PAGE = Page(Address("a.md"), "x.md", "", "", "text")


def body(templates: Path) -> str:
    return Renderer(templates).render(PAGE).split("\n---\n")[1].strip()


def test_a_changed_template_is_seen_by_the_next_renderer(tmp_path: Path) -> None:
    """Also where the change keeps the file's size and time, and where a template that it imports changed."""
    (tmp_path / "x.md").write_text("{% from 'y.md' import m %}A {{ m() }}\n")
    for words in ("một", "hai", "một"):
        (tmp_path / "y.md").write_text(f"{{% macro m() %}}{words}{{% endmacro %}}\n")
        assert body(tmp_path) == f"A {words}"
    for letter in ("B", "C"):
        (tmp_path / "x.md").write_text(f"{letter}\n")
        os.utime(tmp_path / "x.md", (0, 0))
        assert body(tmp_path) == letter


def test_two_folders_have_templates_of_their_own(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.md").write_text(f"{name}\n")
    assert [body(tmp_path / name) for name in ("a", "b", "a")] == ["a", "b", "a"]


def test_a_template_is_compiled_once_for_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.md").write_text("A\n")
    first = body(tmp_path)
    monkeypatch.setattr(jinja2.Environment, "compile", None)
    assert body(tmp_path) == first


def test_what_editors_leave_beside_templates_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("A\n")
    for name in (".DS_Store", ".x.md.swp", "x.md~", "x.md.orig", ".x.md"):
        for folder in ("pages", "parts"):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / name).write_bytes(b"\xff{% khong-co")
    assert body(tmp_path) == "A"
