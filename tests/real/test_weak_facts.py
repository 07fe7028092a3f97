"""What is known only from a third party, or not verified at all, never stands as a plain statement on the site.

``legal/weak.yml`` lists every such fact of the research and how it is shown; the fields, relations, articles and
identities of the library are taken from the library itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from lxml import html

from tests.real.research import FACTS, LEGAL, LIBRARY, ROWS

WEAK: list[dict[str, str]] = yaml.safe_load((LEGAL / "weak.yml").read_text(encoding="utf-8"))
TAG = re.compile(r"UNVERIFIED|\[C\b|\bC S\d|\| C\s*\|?\s*$|\bC \(end\)|C signer")
HEDGE = (
    "chưa kiểm chứng|theo ghi nhận của bên thứ ba|nguồn thứ ba|chưa xác định|theo kế hoạch của phường|chưa thấy"
    "|chưa mở|chưa kiểm tra|chưa biết|chưa được xác nhận|chưa chứng minh|chưa tìm|chưa đọc|không dùng"
)
APART = (
    "//*[contains(concat(' ', @class, ' '), ' off ')]",
    "//article[contains(@class, 'doc')]",
    "//*[contains(@class, 'crumbs') or contains(@class, 'toc')]",
    "//nav",
    "//script",
    "//*[@hidden]",
)
"""What is official text, a way on the site, or for the search alone."""
BLOCKS = ("p", "li", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary", "blockquote", "div")
INNER = "|".join(
    f".//{name}" for name in ("p", "li", "tr", "dd", "dt", "h1", "h2", "h3", "h4", "caption", "summary", "div")
)


class Piece(NamedTuple):
    """What a reader meets as one: on which page, its words, and whether it is the page's own heading or way."""

    page: str
    words: str


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="session")
def pieces(real_site: Path) -> list[Piece]:
    """Every paragraph, item, row and value of every page, but for the official text of the plan and what quotes it."""
    found = []
    for file in sorted(real_site.rglob("index.html")):
        page = html.parse(str(file)).getroot()
        for quoted in page.xpath(" | ".join(APART)):
            quoted.drop_tree()
        name = file.parent.relative_to(real_site).as_posix()
        found += [Piece(name, words) for words in _told(page)]
    return found


def _told(page: html.HtmlElement) -> Iterator[str]:
    for element in page.iter(*BLOCKS):
        if element.getparent() is None or not words_of(element):
            continue
        if element.xpath(INNER) and not _is_row(element):
            continue  # its own pieces are told
        if any(_is_row(above) for above in element.iterancestors()):
            continue  # the row is
        yield words_of(element)
    for element in page.xpath(
        "//meta[@name='description']/@content | //@data-copy | //*[@property='og:description']/@content"
    ):
        yield " ".join(str(element).split())


def _is_row(element: html.HtmlElement) -> bool:
    """Whether a reader takes it in as one: a row of a table, an entry of a shelf."""
    return element.tag == "tr" or "shelf__i" in element.get("class", "")


def own_page_heading(piece: Piece) -> bool:
    """Whether the piece is the bare name of the instrument whose page it is: its state stands right below."""
    record = LIBRARY.get(piece.page.removeprefix("van-ban/"))
    return record is not None and piece.words in (
        record["name"],
        record.get("title"),
        f"{record['type']} {record['number']}",
    )


def plain(pieces: list[Piece], words: str, beside: str = HEDGE, on: str = "") -> list[Piece]:
    """The pieces that say it without a word of caution."""
    return [
        piece
        for piece in pieces
        if (not on or piece.page == on)
        and re.search(words, piece.words)
        and not re.search(beside, piece.words, re.IGNORECASE)
        and not own_page_heading(piece)
    ]


def test_every_weak_fact_of_the_research_is_listed() -> None:
    body = FACTS.partition("## 1. INSTRUMENTS")[0].partition("### 0.2")[2] + FACTS.partition("## 1. INSTRUMENTS")[2]
    lines = [line for line in body.partition("\n## 7.")[0].splitlines() if TAG.search(line)]
    assert len(lines) > 35
    unlisted = [line for line in lines if not any(one["says"] in line for one in WEAK)]
    assert unlisted == []
    assert [one["says"] for one in WEAK if one["says"] not in FACTS] == []


@pytest.mark.parametrize("fact", WEAK, ids=lambda one: one["says"][:60])
def test_a_weak_fact_is_told_with_a_word_of_caution(fact: dict[str, str], pieces: list[Piece]) -> None:
    page = fact.get("page", "")
    if "never" in fact:
        assert [piece for piece in pieces if re.search(fact["never"], piece.words)] == []
    if "words" in fact:
        assert plain(pieces, fact["words"], fact.get("beside", HEDGE), page) == []
    if "shown" in fact:
        assert [piece for piece in pieces if piece.page == page and re.search(fact["shown"], piece.words)]


@pytest.mark.parametrize("id_", sorted(id_ for id_, row in ROWS.items() if not row["verified"]))
def test_an_instrument_nobody_verified_is_never_named_without_saying_so(id_: str, pieces: list[Piece]) -> None:
    assert plain(pieces, re.escape(ROWS[id_]["number"])) == []
    own = [piece.words for piece in pieces if piece.page == f"van-ban/{id_}"]
    assert any(words.startswith("Chưa kiểm chứng.") for words in own)


FIELDS = {
    "signer": "Người ký",
    "effective": "Ngày có hiệu lực",
    "expires": "Ngày hết hiệu lực",
    "number": "Số, ký hiệu",
}


def test_a_field_known_less_surely_says_so(real_site: Path) -> None:
    told = []
    for id_, record in LIBRARY.items():
        page = html.parse(str(real_site / "van-ban" / id_ / "index.html")).getroot()
        facts = {words_of(dt): words_of(dt.getnext()) for dt in page.xpath("//dl//dt")}
        weak = {one["field"] for one in record.get("weaker", ()) if one["level"] in "CU"}
        if record["level"] in "CU":
            weak |= {field for field in FIELDS if record.get("date" if field == "number" else field)}
        for field in sorted(weak & set(FIELDS)):
            assert re.search(HEDGE, facts[FIELDS[field]], re.IGNORECASE), (id_, field, facts[FIELDS[field]])
            told.append((id_, field))
    assert len(told) >= 12


def test_a_relation_known_less_surely_says_so_on_both_pages(real_site: Path) -> None:
    told = 0
    for id_, record in LIBRARY.items():
        for relation in (*record.get("relations", ()), *record.get("unlisted", ())):
            if relation["level"] not in "CU":
                continue
            other = relation.get("instrument")
            ends = [(id_, LIBRARY[other]["name"]), (other, record["name"])] if other else [(id_, relation["number"])]
            for place, name in ends:
                page = html.parse(str(real_site / "van-ban" / place / "index.html")).getroot()
                values = [words_of(dd) for dd in page.xpath("//section[@aria-labelledby='quan-he']//dd")]
                (value,) = [words for words in values if words.startswith(name)]
                assert re.search(HEDGE, value, re.IGNORECASE), (place, value)
                told += 1
    assert told >= 8


def test_an_article_known_less_surely_says_so(real_site: Path) -> None:
    told = 0
    for id_, record in LIBRARY.items():
        page = html.parse(str(real_site / "van-ban" / id_ / "index.html")).getroot()
        rows = {words_of(row.xpath("./th")[0]): words_of(row) for row in page.xpath("//tr[@id]")}
        for article in record.get("articles", ()):
            if article["level"] in "CU":
                assert re.search(HEDGE, rows[article["number"]], re.IGNORECASE)
                told += 1
    assert told >= 5
