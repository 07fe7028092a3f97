"""The built site as a whole: no link leads nowhere, nothing leaks, the same input gives the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import html5lib
import pytest
from lxml import etree, html
from markdown.extensions.toc import slugify

from generator.build import make_pages
from generator.publishing import Layout
from tests.real_site import AS_OF, ROOT

GIT = shutil.which("git") or "git"
UNLISTED = {"404.html", "guong/2026-015/index.html", "huong-dan/du-lieu-ca-nhan/index.html"}
"""No page, the neutral page of one taken down, and an old address that leads on."""
SITE_ADDRESS = "https://example.invalid/"


@pytest.fixture(scope="session")
def pages(real_site: Path) -> dict[str, html.HtmlElement]:
    return {
        file.relative_to(real_site).as_posix(): html.parse(str(file)).getroot()
        for file in sorted(real_site.rglob("*.html"))
    }


def test_every_link_and_every_part_resolves(real_site: Path, pages: dict[str, html.HtmlElement]) -> None:
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        if name == "404.html":
            continue  # served for any address, so its links are absolute
        for link in page.xpath("//@href | //@src | //@srcset"):
            for one in (part.split()[0] for part in link.split(",") if part.strip()) if " " in link else (link,):
                target, part = urldefrag(one)
                if urlsplit(target).scheme in ("http", "https", "tel", "mailto", "data"):
                    continue
                if target.startswith("/"):
                    broken.append((name, link, "not relative"))
                    continue
                file = (real_site / name).parent / unquote(target) if target else real_site / name
                file = file / "index.html" if file.is_dir() else file
                inside = os.path.relpath(file, real_site).replace(os.sep, "/")
                if not file.is_file() or (part and part not in ids.get(inside, ())):
                    broken.append((name, link, "missing"))
    assert broken == []


def test_nothing_of_the_engine_is_published_that_no_page_loads(
    real_site: Path, pages: dict[str, html.HtmlElement]
) -> None:
    loaded = {link for page in pages.values() for link in page.xpath("//link/@href | //script/@src | //img/@src")}
    there = {file for file in (real_site / "assets").rglob("*") if file.is_file()}
    assert there
    assert [file.name for file in there if not any(link.endswith(f"/{file.name}") for link in loaded)] == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, html.HtmlElement]) -> None:
    twice = {
        name: [id_ for id_, count in Counter(page.xpath("//@id")).items() if count > 1] for name, page in pages.items()
    }
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_no_heading_has_an_id_that_lost_its_letters(pages: dict[str, html.HtmlElement]) -> None:
    """An id that nobody gave is made by MkDocs, which drops đ: “Gọi điện” would be “goi-ien”."""
    lost = [
        (name, heading.get("id"))
        for name, page in pages.items()
        for heading in page.xpath("//h2[@id] | //h3[@id] | //h4[@id]")
        if "đ" in (words := "".join(heading.itertext()).casefold()) and heading.get("id") == slugify(words, "-")
    ]
    assert lost == []


def test_html_parses_without_an_error(real_site: Path) -> None:
    wrong = {}
    for file in sorted(real_site.rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(file.read_bytes())
        if parser.errors:
            wrong[file.relative_to(real_site).as_posix()] = parser.errors[:3]
    assert wrong == {}


def test_pages_carry_no_inline_script_or_style(pages: dict[str, html.HtmlElement]) -> None:
    found = {
        name: page.xpath(
            "//script[not(@src) and not(@type='application/ld+json')] | //style | //*[@style]"
            " | //*[@*[starts-with(name(), 'on')]]"
        )
        for name, page in pages.items()
    }
    assert {name: elements for name, elements in found.items() if elements} == {}


def test_every_page_is_marked_as_a_demo(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"], name
        assert "Bản thử nghiệm" in page.text_content(), name
        assert "không phải trang chính thức của UBND phường" in page.text_content(), name


def test_every_page_that_shows_a_sample_says_so(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        if "(minh họa)" in page.xpath("string(//*[@id='noi-dung'])") or "(mẫu)" in page.xpath(
            "string(//*[@id='noi-dung'])"
        ):
            assert "Dữ liệu minh họa, không có thật" in page.text_content(), name


def test_nothing_of_the_makers_machine_shows(real_site: Path) -> None:
    for file in real_site.rglob("*"):
        if file.is_file() and file.suffix in (".html", ".xml", ".txt", ".css", ".js"):
            text = file.read_text(encoding="utf-8")
            assert str(ROOT) not in text, file
            assert "{{" not in text.replace("{{}}", "") or file.suffix in (".js", ".css"), file


def test_names_stay_out_of_addresses_and_file_names(real_site: Path) -> None:
    for file in (real_site / "guong").rglob("*"):
        assert not {"thuan", "nguyen", "tran", "pham"} & set(file.stem.split("-")), file


def test_the_sitemap_lists_every_page_once_with_days_of_the_record(
    real_site: Path, pages: dict[str, html.HtmlElement]
) -> None:
    tree = etree.parse(str(real_site / "sitemap.xml"))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = tree.xpath("//s:loc/text()", namespaces=space)
    there = {SITE_ADDRESS + name.removesuffix("index.html") for name in pages if name not in UNLISTED}
    assert Counter(listed) == Counter(there)
    days = [date.fromisoformat(day) for day in tree.xpath("//s:lastmod/text()", namespaces=space)]
    assert days
    assert max(days) <= AS_OF


def test_the_generated_markdown_does_not_depend_on_hash_seed_zone_or_locale(tmp_path: Path) -> None:
    """Two processes as different as an operating system makes them write the same bytes."""
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator.build import make_pages; from generator.publishing import Layout\n"
        "root, out = map(Path, sys.argv[1:])\n"
        "make_pages(Layout(root, root / 'content', out), date(2026, 11, 22))\n"
    )
    worlds = {
        "one": {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
        "two": {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
    }
    trees = []
    for name, world in worlds.items():
        out = tmp_path / name
        subprocess.run(
            [sys.executable, "-c", script, str(ROOT), str(out)], check=True, cwd=ROOT, env=os.environ | world
        )
        folder = out / "markdown"
        trees.append({file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()})
    assert trees[0] == trees[1]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    layout = Layout(ROOT, ROOT / "content", tmp_path)
    make_pages(layout, AS_OF)
    again = make_pages(layout, AS_OF)
    assert (again.changed, again.removed) == (0, 0)


def test_plain_mkdocs_gives_the_same_pages_without_a_warning(real_site: Path, tmp_path: Path) -> None:
    """A fresh copy of the project, plain ``mkdocs build --strict``: byte for byte what ``portal build`` publishes."""
    clone = tmp_path / "clone"
    clone.mkdir()
    listed = subprocess.run(
        [GIT, "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file() and not name.startswith(("tests/", "docs/")):
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            (clone / name).write_bytes((ROOT / name).read_bytes())
    environment = os.environ | {"PORTAL_AS_OF": AS_OF.isoformat(), "PYTHONPATH": str(clone)}
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=clone,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr + run.stdout
    preview = clone / "build" / "preview"
    ours = {file.relative_to(real_site): file.read_bytes() for file in real_site.rglob("*") if file.is_file()}
    plain = {file.relative_to(preview): file.read_bytes() for file in preview.rglob("*") if file.is_file()}
    ours.pop(Path(".portal"))
    assert ours == plain
