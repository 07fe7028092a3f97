"""Who cites the law: found twice in the plan's text, and the same read forwards and backwards on the built site."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from generator import numbering
from generator.checks import unlisted
from generator.citations import held_by, recogniser
from generator.content import Content, read_content
from generator.models import Plan
from tests.real_site import AS_OF, ROOT

# any run of digits, a slash or a dash, capital letters: what a number looks like, without knowing types or instruments
_NUMBER = re.compile(r"(?<![\w/])\d+(?:/\d{4})?[/-][A-ZĐ]{2}[A-Zg]*(?:[/-][A-ZĐ]+)*")
_NAME = re.compile(r"[Ll]uật [Tt]hi đua, khen thưởng(?: năm \d{4})?")


@cache
def content() -> Content:
    found, problems = read_content(ROOT / "content")
    assert problems == []
    return found


def plan_texts() -> list[str]:
    """Every text of the plan and its annex, part by part."""
    plan: Plan = content().of("plans")["2026"].record
    tasks = content().of("annexes")["2026"].record.tasks
    cells = [cell for task in tasks for cell in (task.content, task.lead, task.coordination)]
    return [*(part.text for part in numbering.number_parts(plan)), *cells]


def test_every_citation_in_the_plan_is_found_by_an_independent_pattern_too() -> None:
    expected = [
        match.group()
        for text in plan_texts()
        for match in sorted([*_NUMBER.finditer(text), *_NAME.finditer(text)], key=lambda one: one.start())
    ]
    law = recogniser(content())
    found = [one for text in plan_texts() for one in law.find(text)]
    assert [one.number for one in found] == expected
    assert len(expected) == 12
    assert all(one.instrument for one in found)


def test_no_citation_of_the_real_content_is_unknown() -> None:
    assert [(problem.place.file.name, problem.message) for problem in unlisted.check(content(), AS_OF)] == []
    assert all(one.reason for entry in content().of("portal").values() for one in entry.record.unlisted)


def test_links_of_guidance_lead_to_the_very_row() -> None:
    """Of every link to a row, the row tells the article that the words of the link name."""
    law = recogniser(content())
    for entry in content().of("guidance").values():
        for one in law.find_in_prose(entry.record.body):
            if one.instrument is None:  # quoted words name the law as their own text does
                continue
            instrument = content().of("legislation")[one.instrument].record
            assert all(held_by(instrument, path) for path in one.paths), (entry.id, one)


# the built site -------------------------------------------------------------------------------------------------------

Pages = dict[str, html.HtmlElement]
Place = tuple[str, str]
"""A page and perhaps a part of it."""


@pytest.fixture(scope="session")
def pages(real_site: Path) -> Pages:
    return {
        file.parent.relative_to(real_site).as_posix(): html.parse(str(file)).getroot()
        for file in sorted(real_site.rglob("index.html"))
    }


def target(page: str, href: str) -> Place:
    path, _, part = href.partition("#")
    return (os.path.normpath(f"{page}/{path}") if path else page), part


def instrument_of(page: str, href: str) -> str:
    """The id of the instrument that the link leads to, or empty."""
    path = target(page, href)[0].split("/")
    return path[1] if len(path) == 2 and path[0] == "van-ban" and ":" not in href else ""


# what is no running text: the head with its grounds, blocks of attributes, banners on changed law, marks of notes
_BESIDE = "ancestor::header or ancestor::*[contains(@class, 'attr')] or ancestor::*[contains(@class, 'tip--law')]"
_RUNNING = (
    "huong-dan/",
    "du-lieu-ca-nhan",
    "ke-hoach/",
    "bieu-mau/",
    "guong/",
    "cach-lam-hay/",
    "khen-thuong/",
    "lien-he",
)


def running_links(pages: Pages) -> Iterator[tuple[str, Place]]:
    """Each link from running text to an instrument: its id, and the place where it stands, the part or the heading."""
    for name, page in pages.items():
        if not name.startswith(_RUNNING):
            continue
        for link in page.xpath(f"//main//a[@href][not({_BESIDE} or ancestor::sup)]"):
            instrument = instrument_of(name, link.get("href"))
            if instrument:
                yield instrument, (name, part_of(link))


def part_of(link: html.HtmlElement) -> str:
    """The part of an official text, the term or the heading of prose, that the link stands in or under."""
    around = link.xpath("ancestor::article[contains(@class, 'doc')]//*[@id]")
    own = [
        element
        for element in link.iterancestors()
        if element.get("id") and (around or element.get("class") == "qa term")
    ]
    if own:
        return str(own[0].get("id"))
    above = link.xpath("preceding::*[self::h2 or self::h3][starts-with(@id, 'bai-') or @id = 'go-thong-tin']/@id")
    return str(above[-1]) if above else ""


def backlinks(pages: Pages) -> dict[str, set[Place]]:
    """What each instrument's page says it is cited by, quoted words aside."""
    return {
        name.removeprefix("van-ban/"): {
            target(name, href) for href in page.xpath("//section[@aria-labelledby='vien-dan']//a/@href")
        }
        for name, page in pages.items()
        if name.startswith("van-ban/")
    }


def test_every_link_from_running_text_is_told_on_the_instruments_page(pages: Pages) -> None:
    told = backlinks(pages)
    links = set(running_links(pages))
    assert len(links) > 60
    exact = {one for one in links if one[1] in told[one[0]]}
    awards = "huong-dan/danh-hieu-hinh-thuc"  # its page tells each award by itself
    by_page = {one for one in links - exact if one[1][0] == awards}
    assert links - exact - by_page == set()
    assert {(id_, page) for id_, (page, _) in by_page} <= {(id_, page) for id_ in told for page, _ in told[id_]}


def test_every_place_an_instrument_says_cites_it_does(pages: Pages) -> None:
    links: dict[str, set[Place]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    for instrument, place in running_links(pages):
        links[instrument].add(place)
    for name, page in pages.items():
        for href in page.xpath("//main//a/@href"):
            anywhere[instrument_of(name, href)].add(name)
    for instrument, places in backlinks(pages).items():
        for page, part in places:
            if part.startswith(("bai-", "tu-", "mo-dau-", "muc-", "chuong-", "ket-thuc-", "nhiem-vu-", "chu-thich-")):
                assert (page, part) in links[instrument], (instrument, page, part)
            else:  # a whole record, which may rest on it in a field
                assert page in anywhere[instrument], (instrument, page)


def test_what_a_law_means_for_the_ward_leads_to_its_articles(pages: Pages) -> None:
    links = pages["van-ban/luat-06-2022-qh15"].xpath("//section[@aria-labelledby='voi-phuong']//a")
    assert {link.get("href").rpartition("#")[2]: link.text_content() for link in links} == {
        "dieu-80-khoan-3": "Điều 80 khoản 3",
        "dieu-18": "Điều 18",
        "dieu-5": "Điều 5",
        "dieu-75-khoan-2": "Điều 75 khoản 2",
        "dieu-85-khoan-1": "Điều 85 khoản 1",
        "dieu-93-khoan-2": "Điều 93 khoản 2",
    }
