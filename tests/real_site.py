"""The real content, or another, built once for a whole run of tests, whichever workers ask for it."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.build import build_site
from generator.publishing import Layout

ROOT = Path(__file__).parents[1]
AS_OF = date(2026, 11, 22)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, as of a fixed day."""
    return built_once(tmp_path_factory, "real", lambda _: ROOT / "content")


def built_once(factory: pytest.TempPathFactory, name: str, content: Callable[[Path], Path]) -> Path:
    """The folder of the site built of the content, which is made in the folder given."""
    shared = factory.getbasetemp()
    if shared.name.startswith("popen-"):  # a worker: its siblings build once, together
        shared = shared.parent
    site = shared / name / "site"
    site.parent.mkdir(exist_ok=True)
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build_site(Layout(ROOT, content(site.parent), site.parent / "build"), AS_OF, site)
    return site
