"""The built site on a loopback server under a path prefix, with a strict policy, in the system's own Chromium."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, sync_playwright

from tests.real_site import real_site
from tests.site import ROOT

__all__ = ["real_site"]

PREFIX = "/trang/thi-dua/"
_CONFIG = etree.parse(ROOT / "site_templates/theme/web.config")
HEADERS = {str(one.get("name")): str(one.get("value")) for one in _CONFIG.iterfind(".//customHeaders/add")}
"""What the site's own configuration lets a server say."""
# No background networking: the browser itself must call nobody while tests look for calls.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str:
    """The system's Chromium, best without a window. Without one the tests skip, but under CI=true they fail."""
    names = [os.environ.get("CHROMIUM", ""), "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found is None:
        message = "không thấy Chromium; chạy .ci/browser để cài"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return found


class Handler(SimpleHTTPRequestHandler):
    """Serves the site below the prefix, with the policy on every answer, and says nothing."""

    prefix = PREFIX

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "no-such-file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


class RootHandler(Handler):
    """Serves the site at the host's root."""

    prefix = "/"


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """The address of the site's front page."""
    with served(Handler, real_site) as port:
        yield f"http://127.0.0.1:{port}{PREFIX}"


@pytest.fixture(scope="session")
def root_address(real_site: Path) -> Iterator[str]:
    """The address of the site's front page at the root of a host."""
    with served(RootHandler, real_site) as port:
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def served(handler: type[Handler], folder: Path) -> Iterator[int]:
    """The port at which the folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the worker."""
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()
