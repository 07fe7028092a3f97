"""The approval that a command writes: into which files, in which place, and when it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.site import AS_OF, copy_small, tree

WHOSE = ("--by", "Người Duyệt  Bịa", "--role", "Phó Chủ tịch")
LINE = "approved: {by: Người Duyệt Bịa, role: Phó Chủ tịch, date: 2026-08-15}"
DECISION = "decisions/2026/01-qd.yml"


def run(content: Path, *words: str) -> int:
    return main(["approve", *words, *WHOSE, "--content", str(content), "--as-of", AS_OF.isoformat()])


def as_draft(content: Path, path: str) -> str:
    """Makes a draft of what is approved; returns the text with the approval of this test."""
    file = content / path
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("approved:"))
    lines[at] = "draft: true"
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    lines[at] = LINE
    return "\n".join(lines)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def test_a_decision_takes_its_exemplars_along(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected = {path: as_draft(content, path) for path in (DECISION, "exemplars/2026-001.yml")}
    before = tree(content)
    assert run(content, "2026/01-qd") == 0
    said = capsys.readouterr().out
    assert f"{DECISION}: Quyết định số 01/QĐ-UBND, " in said
    assert "exemplars/2026-001.yml: Lê Thị Mẫu: " in said
    assert "Sẽ ghi duyệt 2 tệp: Người Duyệt Bịa, Phó Chủ tịch, ngày 15/8/2026.\n" in said
    assert said.endswith("chưa ghi gì. Người duyệt đã đọc từng tệp và đồng ý thì chạy lại với --apply.\n")
    assert tree(content) == before

    assert run(content, "2026/01-qd", "--apply") == 0
    assert "Đã ghi duyệt 2 tệp" in capsys.readouterr().out
    assert tree(content) == {**before, **{path: text.encode() for path, text in expected.items()}}
    assert run(content, "2026/01-qd", "--apply") == 0
    assert capsys.readouterr().out.endswith("Không có gì chờ duyệt.\n")


def test_alone_leaves_the_exemplars(content: Path) -> None:
    as_draft(content, DECISION)
    as_draft(content, "exemplars/2026-001.yml")
    assert run(content, "decisions/2026/01-qd", "--alone", "--apply") == 0
    assert LINE in (content / DECISION).read_text(encoding="utf-8")
    assert LINE not in (content / "exemplars/2026-001.yml").read_text(encoding="utf-8")


def test_an_approval_stands_behind_the_last_field_where_nothing_was_written(content: Path) -> None:
    file = content / "practices/cho-duyet.yml"
    before = file.read_text(encoding="utf-8").rstrip("\n")
    assert "approved" not in before
    assert run(content, "practices/cho-duyet", "--apply") == 0
    assert file.read_text(encoding="utf-8") == f"{before}\n{LINE}\n"


def test_what_the_checks_find_wrong_is_not_approved(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    as_draft(content, "exemplars/2026-001.yml")
    file = content / "exemplars/2026-001.yml"
    text = file.read_text(encoding="utf-8").replace("movement: sach-nha", "movement: khong-co")
    file.write_text(text, encoding="utf-8", newline="\n")
    before = tree(content)
    assert run(content, "2026-001", "--apply") == 1
    assert "exemplars/2026-001.yml" in capsys.readouterr().err
    assert tree(content) == before


def test_an_unknown_id_is_told_with_the_nearest(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "2026/01-qdd") == 1
    assert capsys.readouterr().err == (
        'Lỗi: không có quyết định, gương, bài nào mang mã "2026/01-qdd". Cách sửa: có phải "2026/01-qd"?\n'
    )
