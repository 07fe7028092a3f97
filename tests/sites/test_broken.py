"""One folder a mistake: its files laid over the small ward, and the exact words the editor sees.

``<mistake>/content/`` holds only the changed files (``name.gone`` takes ``name`` away), ``<mistake>/expected.txt`` the
words.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.site import SITES, copy_small, difference, tree

BROKEN = SITES / "broken"
MISTAKES = sorted(folder.parent.name for folder in BROKEN.glob("*/content"))
ALL = "all-at-once"


def words_for(tmp_path: Path, capsys: pytest.CaptureFixture[str], *mistakes: str) -> str:
    """What ``portal check`` says of the small ward with these mistakes; nothing may be written."""
    content = copy_small(tmp_path, *(BROKEN / mistake / "content" for mistake in mistakes))
    (content / "practices/cho-duyet.yml").unlink()  # its warning is no part of any mistake here
    before = tree(tmp_path)
    assert main(["check", "--content", "content", "--as-of", "2026-08-15"]) == 1
    assert tree(tmp_path) == before
    said = capsys.readouterr()
    assert said.out == ""
    return said.err


def compare(name: str, said: str, bless: bool) -> None:
    expected = BROKEN / name / "expected.txt"
    if bless:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(said, encoding="utf-8", newline="\n")
    kept = expected.read_text(encoding="utf-8") if expected.exists() else ""
    changed = difference(f"tests/sites/broken/{name}/expected.txt", kept, said)
    assert not changed, f"the editor sees other words; if they are meant: make bless\n\n{changed}"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_editor_sees(
    mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    said = words_for(tmp_path, capsys, mistake)
    assert "Traceback" not in said
    assert "content/" in said
    assert "\n  cách sửa: " in said
    assert said.endswith("Chưa ghi thay đổi nào.\n")
    compare(mistake, said, bless)


def test_all_mistakes_are_told_in_one_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, bless: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    said = words_for(tmp_path, capsys, *MISTAKES)
    compare(ALL, said, bless)
    if not bless:  # nothing that one mistake alone brings up is lost among the others
        heads = {line for line in said.splitlines() if line.startswith("content/") and ": lỗi: " in line}
        for mistake in MISTAKES:
            alone = (BROKEN / mistake / "expected.txt").read_text(encoding="utf-8").splitlines()
            assert {line for line in alone if line.startswith("content/") and ": lỗi: " in line} <= heads, mistake
