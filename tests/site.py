"""The tiny fictional ward of tests/sites/small: copies of it, pages made of it, output compared with what is kept."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.build import make_pages
from generator.content import Content, read_content
from generator.publishing import Layout

ROOT = Path(__file__).resolve().parents[1]
SITES = ROOT / "tests" / "sites"
SMALL = SITES / "small" / "content"
AS_OF = date(2026, 8, 15)
_GONE = ".gone"
_SHOWN_LINES = 120


def copy_small(to: Path, *overlays: Path) -> Path:
    """A copy of the ward's content with the overlays on top; a file ``name.gone`` of an overlay takes ``name`` away."""
    content = to / "content"
    shutil.copytree(SMALL, content)
    for overlay in overlays:
        shutil.copytree(overlay, content, dirs_exist_ok=True)
    for gone in content.rglob(f"*{_GONE}"):
        gone.with_suffix("").unlink()
        gone.unlink()
    return content


def write(root: Path, files: Mapping[str, str]) -> Path:
    """The folder with the files written into it."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return root


def read_small(to: Path, files: Mapping[str, str] | None = None) -> Content:
    """The ward's content with the files laid over it, read without a fault of form."""
    content, problems = read_content(write(copy_small(to), files or {}))
    assert problems == []
    return content


def small_pages(content: Path, work: Path) -> Path:
    """The folder of the Markdown made of the content."""
    layout = Layout(ROOT, content, work)
    make_pages(layout, AS_OF)
    return layout.markdown


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below the folder, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def difference(name: str, expected: str, made: str) -> str:
    """A unified diff of two texts, cut where it is long; empty where they are equal."""
    lines = list(
        difflib.unified_diff(
            expected.splitlines(), made.splitlines(), f"{name} (kept)", f"{name} (made now)", lineterm=""
        )
    )
    rest = [f"… {len(lines) - _SHOWN_LINES} more lines"] if len(lines) > _SHOWN_LINES else []
    return "\n".join(lines[:_SHOWN_LINES] + rest)
