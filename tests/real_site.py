"""The real content, built once for a whole run of tests, whichever workers ask for it."""

from __future__ import annotations

import fcntl
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
    shared = tmp_path_factory.getbasetemp()
    if shared.name.startswith("popen-"):  # a worker: its siblings build once, together
        shared = shared.parent
    site = shared / "real" / "site"
    site.parent.mkdir(exist_ok=True)
    with (shared / "real.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            build_site(Layout(ROOT, ROOT / "content", site.parent / "build"), AS_OF, site)
    return site
