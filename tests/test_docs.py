"""The documents do not lie: every command, module and link in them is there."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from generator.cli import make_parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


def commands() -> set[str]:
    (listed,) = (action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return set(listed.choices)


def test_readme_lists_every_command_and_no_other():
    assert set(re.findall(r"^\| `portal (\w+)", README, re.MULTILINE)) == commands()


def test_readme_opens_with_a_picture_and_the_two_commands():
    assert README.index("docs/images/") < README.index("make site") < README.index("make test")


def test_every_target_named_in_readme_is_in_the_makefile():
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)|^make (\w+)", README, re.MULTILINE)) <= {
        pair for target in targets for pair in ((target, ""), ("", target))
    }


def test_architecture_names_every_module():
    modules = {f"{path.name}/" if path.is_dir() else path.name for path in (ROOT / "generator").iterdir()}
    modules -= {"__init__.py", "__main__.py", "__pycache__/"}
    named = set(re.findall(r"`(\w+(?:\.py|/))`", ARCHITECTURE))
    assert modules <= named


@pytest.mark.parametrize(
    "file", [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_links_in_documents_lead_somewhere(file: Path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"(?<!`)\]\(([^)#\s]+)", text):
        if not target.startswith("http"):
            assert (file.parent / target).exists(), target
