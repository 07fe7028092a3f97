"""The made-up honours of the benchmarks are good content, the same for the same number."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.run import AS_OF
from benchmarks.synthetic import make_content
from generator.build import make_pages
from generator.publishing import Layout
from tests.site import ROOT, tree


@pytest.mark.parametrize("exemplars", [0, 1, 250])
def test_made_up_honours_become_pages(exemplars: int, tmp_path: Path) -> None:
    make_content(ROOT / "content", tmp_path / "content", exemplars)
    built = make_pages(Layout(ROOT, tmp_path / "content", tmp_path / "build"), AS_OF)
    assert built.warnings == ()
    told = len(list((tmp_path / "build/markdown/guong").glob("20*.md")))
    assert exemplars * 0.8 - 1 <= told <= exemplars  # some have no ground, some wait for their day


def test_the_same_number_gives_the_same_honours(tmp_path: Path) -> None:
    for name in ("mot", "hai"):
        make_content(ROOT / "content", tmp_path / name, 45)
    assert tree(tmp_path / "mot") == tree(tmp_path / "hai")
