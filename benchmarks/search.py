"""Search at 10,000 exemplars: how long the index takes, what a first search fetches, how soon it answers.

A search is asked in two ways, each in a browser that has nothing of the site yet. *Typed*: somebody goes to the field,
which starts to load the index, and types; the seconds count from the last letter, behind which Enter follows, until the
hits are drawn. *From another page*: the search page opens with the words in its address; the seconds count from then,
so they hold the page, the index and the search. Of each name the quicker of two runs counts, since what others do on
the machine can only slow one down; of the names the slowest is judged.

MkDocs would take minutes for so many pages, and they differ in their marked parts alone: it makes every other page and
one exemplar's, and the rest are that page with the marked parts of each exemplar's own Markdown.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import quote

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.figures import Line
from benchmarks.synthetic import make_content
from generator.build import make_pages
from generator.publishing import Frame, Layout, configure
from generator.search_copy import marked_parts
from generator.search_index import make_index

ROOT = Path(__file__).resolve().parents[1]
AS_OF = date(2026, 11, 22)
EXEMPLARS = 10_000
NAMES = ("nguyen van hai", "Trần Thị Mai", "le minh an", "nguyen van an", "pham thi hoa")
"""Three syllables each, as a reader types them; most are part of many names, some of words in every story."""
SLOWER = 4
_A_KEY = 200
"""Milliseconds between two keys, as a thumb types."""
_RUNS = 2
_WATCHED = """
addEventListener('keydown', (event) => { window.pressed ??= event.timeStamp; }, true);
addEventListener('DOMContentLoaded', () => {
  const search = document.querySelector('site-search');
  const drawn = () => { window.drawn ??= performance.now(); };
  const answered = () => {
    if (search.dataset.answered === window.asked) requestAnimationFrame(() => setTimeout(drawn));
  };
  new MutationObserver(answered).observe(search, { attributes: true, attributeFilter: ['data-answered'] });
});
"""
"""Notes when the first key was pressed that counts, and when the hits of what is asked had been drawn."""
_MOST_SECONDS, _MOST_KILOBYTES, _MOST_ANSWER = 30, 500, 1
_STORY = re.compile(r'<div class="story"[^>]*>\n\n(.*?)\n</div>', re.DOTALL)
_HEAD = re.compile(r"^# (.*?) \{: #trang[^}]*\}\n\n(.*?)\n\{: \.ex__deed", re.DOTALL | re.MULTILINE)
_TOLD = "<div hidden data-pagefind-body>"
_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml"})


def measure(exemplars: int = EXEMPLARS) -> list[Line]:
    """The figures; those of the browser only where there is one."""
    with tempfile.TemporaryDirectory(dir=_memory()) as name:
        folder = Path(name)
        site = make_site(folder, exemplars)
        start = time.perf_counter()
        make_index(site)
        what = f"search, {exemplars:,} exemplars"
        lines = [Line(f"{what}: the index", time.perf_counter() - start, "s", _MOST_SECONDS)]
        chromium = next(
            filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), "chromium", "google-chrome"))), None
        )
        if chromium is None:
            print("search: no Chromium here, so what a search fetches and takes is not measured", flush=True)
            return lines
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            typed = {name: min(_typed(browser, address, name) for _ in range(_RUNS)) for name in NAMES}
            opened = {name: min(_opened(browser, address, name) for _ in range(_RUNS)) for name in NAMES}
            browser.close()
    seconds = sorted((took, name) for name, (took, _) in typed.items())
    (quick, quickest), (slow, slowest) = seconds[0], seconds[-1]
    cold, coldest = max((took, name) for name, took in opened.items())
    fetched = max(size for _, size in typed.values())
    slower = f"{what}, processor {SLOWER} times slower: "
    return [
        *lines,
        Line(f"{what}: fetched by a first search, the most of {len(NAMES)}", fetched / 1_000, "KB", _MOST_KILOBYTES),
        Line(f"{slower}typed, the slowest of {len(NAMES)} ({slowest})", slow, "s", _MOST_ANSWER),
        Line(f"{slower}typed, the typical", seconds[len(seconds) // 2][0], "s"),
        Line(f"{slower}typed, the quickest ({quickest})", quick, "s"),
        Line(f"{slower}from another page, the slowest ({coldest})", cold, "s"),
    ]


def make_site(folder: Path, exemplars: int) -> Path:
    """The built site of that many exemplars, without its index and without the gallery's lists."""
    make_content(ROOT / "content", folder / "content", exemplars)
    layout, site = Layout(ROOT, folder / "content", folder / "build"), folder / "site"
    frame = make_pages(layout, AS_OF).frame
    pages = sorted(page for page in (layout.markdown / "guong").glob("*.md") if page.stem[:4].isdecimal())
    people = {page: page.read_text(encoding="utf-8") for page in pages}
    people = {page: text for page, text in people.items() if _TOLD in text}  # the others are neutral
    pattern = next(page for page, text in people.items() if _STORY.search(text))
    _run_mkdocs(folder, layout, frame, pattern)
    html = (site / "guong" / pattern.stem / "index.html").read_text(encoding="utf-8")
    parts = list(marked_parts(html))
    for page, text in people.items():
        made = html
        for old, new in zip(parts, _parts(text), strict=True):
            made = made.replace(old, new, 1)
        (site / "guong" / page.stem).mkdir(exist_ok=True)
        (site / "guong" / page.stem / "index.html").write_text(made, encoding="utf-8")
    return site


def _parts(markdown: str) -> tuple[str, str, str, str]:
    """The marked parts of an exemplar's page: what the index is told, name, deed, story."""
    told = markdown[markdown.index(_TOLD) :]
    head, story = _HEAD.search(markdown), _STORY.search(markdown)
    if head is None:
        raise ValueError("no head")
    paragraphs = (story[1] if story else "").strip().replace("\n\n", "</p>\n<p>")
    return (
        told[: told.index("</div>") + len("</div>")],
        f'<h1 id="trang" data-pagefind-body="">{head[1]}</h1>',
        f'<p class="ex__deed" data-pagefind-body="">{head[2]}</p>',
        f'<div class="story" data-pagefind-body><p>{paragraphs}</p></div>',
    )


def _run_mkdocs(folder: Path, layout: Layout, frame: Frame, pattern: Path) -> None:
    """Makes every page but the gallery's and the lists behind the search page; of the exemplars one."""
    docs = folder / "docs"
    shutil.copytree(layout.markdown, docs, ignore=shutil.ignore_patterns("guong"))
    for kind in (one for one in (docs / "tim-kiem").iterdir() if one.is_dir()):
        shutil.rmtree(kind)
    (docs / "guong").mkdir()
    shutil.copy(pattern, docs / "guong")
    logging.disable(logging.WARNING)  # the pages it links to are not there
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(folder / "site"), hooks=[], strict=False
    )
    configure(config, frame)
    build(config)


def _typed(browser: Browser, address: str, query: str) -> tuple[float, int]:
    """The seconds from the last letter to the hits, and the bytes that the search fetched, its own scripts aside."""
    with _page(browser, query) as page:
        page.goto(f"{address}tim-kiem/", wait_until="networkidle")
        box = page.locator("#tim-gi")
        box.focus()
        page.wait_for_load_state("networkidle")
        box.press_sequentially(query[:-1], delay=_A_KEY)
        page.evaluate("window.pressed = undefined")
        box.press_sequentially(query[-1])
        box.press("Enter")
        seconds = _when_drawn(page) - float(page.evaluate("window.pressed / 1000"))
        return seconds, sum(size for path, size in _Handler.sent.items() if "/pagefind/" in path)


def _opened(browser: Browser, address: str, query: str) -> float:
    """The seconds from opening the search page with the words in its address to the hits."""
    with _page(browser, query) as page:
        page.goto(f"{address}tim-kiem/?q={quote(query)}", wait_until="commit")
        return _when_drawn(page)


@contextmanager
def _page(browser: Browser, query: str) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet, on the slower processor."""
    context = browser.new_context()
    context.add_init_script(f"window.asked = {json.dumps(query)};{_WATCHED}")
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    _Handler.sent.clear()
    yield page
    context.close()


def _when_drawn(page: Page) -> float:
    """When the hits had been drawn, in seconds since the page was opened."""
    page.wait_for_function("window.drawn", timeout=120_000)
    if not page.locator(".hits > li").count():
        raise ValueError("nothing found")
    return float(page.evaluate("window.drawn / 1000"))


class _Server(ThreadingHTTPServer):
    """A server at which connections may wait: of more than five Linux drops some, which come again a second later."""

    request_queue_size = 100


class _Handler(SimpleHTTPRequestHandler):
    """A host that compresses texts and keeps its connections, as hosts do; it keeps count of what it sends."""

    protocol_version = "HTTP/1.1"
    sent: ClassVar[dict[str, int]] = {}

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        packed = file.suffix in _PACKED
        data = gzip.compress(file.read_bytes()) if packed else file.read_bytes()
        self.sent[self.path] = len(data)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which the site is served."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def _memory() -> Path | None:
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 1_000_000_000 else None
