"""The built guidance, page by page: each block bears its ground, and no article is cited that nobody has seen.

A block is a paragraph, an item, a row of a table, a quotation. It bears a link to an instrument, to a part of the
plan, to a decision of the register, the words "chưa kiểm chứng", or stands under the label of advice. A list or table
may be borne by the line that leads to it, if that says so to the reader ("các ý sau"); such a line may be borne by
all that follows it. What the frame of a page prints (the way home, the summary, whom to ask, where to read on) states
no law and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html

from generator.catalogue import Catalogue
from generator.citations import holds, paths_of, recogniser
from generator.content import read_content
from generator.prose import ADVICE
from tests.real_site import AS_OF, ROOT

FRAME = "crumbs", "acts", "call", "next", "sample", "ph__kind", "lede", "advice__h", "ph__st"
PAGES = [
    *(f"huong-dan/{file.stem}/" for file in sorted((ROOT / "content" / "guidance").glob("*.md"))),
    "toi-muon/",
]
SAYS_SO = re.compile(r"(?:ý|bước|dòng|trường hợp) sau(?!\w)")


def page_of(site: Path, address: str) -> html.HtmlElement:
    address = "du-lieu-ca-nhan/" if address == "huong-dan/du-lieu-ca-nhan/" else address
    page = html.parse(str(site / address / "index.html")).getroot()
    page.make_links_absolute(f"https://x/{address}")
    (body,) = page.xpath("//*[@id='noi-dung']")
    return body


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def in_class(element: html.HtmlElement, *names: str) -> bool:
    return any(set(names) & set((one.get("class") or "").split()) for one in [element, *element.iterancestors()])


def blocks(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Paragraphs, items, rows, quotations; of one inside another only the outer, but each item of each list."""
    for element in body.iter("p", "li", "tr", "blockquote", "dd"):
        inside = {one.tag for one in element.iterancestors()} & {"li", "tr", "blockquote"}
        heads = element.tag == "tr" and element.getparent().tag == "thead"
        heads = heads or (element.tag == "p" and "tip--law" in (element.getparent().get("class") or ""))
        if words(element) and not heads and not in_class(element, *FRAME) and not (inside and element.tag != "li"):
            yield element


def bears(element: html.HtmlElement) -> bool:
    if "chưa kiểm chứng" in words(element).lower():
        return True
    targets = (urldefrag(link) for link in element.xpath(".//a/@href"))
    return any(
        re.match(r"https://x/(?:van-ban/[^/]+|khen-thuong/\d+/[^/]+)/$", page)
        or (re.match(r"https://x/ke-hoach/", page) and part)
        for page, part in targets
    )


def lead_of(element: html.HtmlElement) -> html.HtmlElement | None:
    """The line right before the list or table, if it ends with a colon."""
    around = next((one for one in element.iterancestors() if one.tag in ("ul", "ol", "table")), None)
    if around is not None and around.tag == "table":
        around = around.getparent()
    before = around.getprevious() if around is not None else None
    return before if before is not None and before.tag == "p" and words(before).endswith(":") else None


def is_borne(element: html.HtmlElement) -> bool:
    if bears(element):
        return True
    advice = [one for one in element.iterancestors() if "advice" in (one.get("class") or "").split()]
    if advice:
        return words(advice[0].xpath("./*[1]")[0]) == ADVICE
    lead = lead_of(element)
    if lead is not None and bears(lead) and SAYS_SO.search(words(lead)):
        return True
    below = element.getnext()
    if element.tag == "p" and words(element).endswith(":") and below is not None:
        return bool(items := below.xpath(".//li | .//tbody/tr")) and all(bears(one) for one in items)
    return False


@pytest.mark.parametrize("address", PAGES)
def test_every_block_bears_a_citation_the_mark_or_the_label(real_site: Path, address: str) -> None:
    body = page_of(real_site, address)
    found = list(blocks(body))
    assert len(found) > 3
    assert [words(one) for one in found if not is_borne(one)] == []


@pytest.mark.parametrize("address", PAGES[:-1])
def test_the_head_tells_the_day_of_review_and_the_basis(real_site: Path, address: str) -> None:
    body = page_of(real_site, address)
    (head,) = body.xpath(".//header[contains(@class, 'ph')]/p[starts-with(normalize-space(), 'Đã rà soát ngày')]")
    assert bears(head)
    assert body.xpath(".//section[contains(@class, 'call')]//a[starts-with(@href, 'tel:')]"), "whom to ask"


def test_every_article_cited_is_one_that_the_instrument_tells(real_site: Path) -> None:
    content, problems = read_content(ROOT / "content")
    assert problems == []
    catalogue = Catalogue(content, AS_OF)
    law = recogniser(content)
    cited, unseen = 0, []
    for address in PAGES:
        for block in blocks(page_of(real_site, address)):
            if in_class(block, "tip--law"):
                continue  # what of an instrument has lapsed is told by its own field, each part with its evidence
            for citation in law.find(words(block)):
                for path in citation.paths if citation.instrument else ():
                    cited += 1
                    if not holds(catalogue.instrument(citation.instrument or ""), path):
                        unseen.append((address, citation.instrument, path))
    assert unseen == []
    assert cited > 100


def test_links_that_name_an_article_lead_to_it(real_site: Path) -> None:
    """The words of the link and the row it leads to name the same article, or the row of the whole around it."""
    wrong = []
    for address in PAGES:
        body = page_of(real_site, address)
        for link in body.xpath(".//a[contains(@href, '/van-ban/')]"):
            page, part = urldefrag(urljoin(f"https://x/{address}", link.get("href")))
            paths = paths_of(words(link))
            if paths and not part:
                wrong.append((address, words(link), page))
    assert wrong == []


def test_the_walk_notices_a_bare_block() -> None:
    body = html.fromstring(
        "<div><p>Ai cũng được khen.</p><p>Theo <a href='https://x/van-ban/a/'>A</a>:</p><ul><li>Một</li></ul>"
        "<p>Các ý sau theo <a href='https://x/van-ban/a/'>A</a>:</p><ul><li>Hai</li></ul>"
        "<div class='advice'><p>Không phải nhãn</p><p>Ba</p></div>"
        "<table><tbody><tr><td>Bốn</td></tr></tbody></table></div>"
    )
    found = [words(one) for one in blocks(body) if not is_borne(one)]
    assert found == ["Ai cũng được khen.", "Một", "Không phải nhãn", "Ba", "Bốn"]


def test_the_old_address_leads_on(real_site: Path) -> None:
    page = html.parse(str(real_site / "huong-dan/du-lieu-ca-nhan/index.html")).getroot()
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../../du-lieu-ca-nhan/"]
    assert page.xpath("//*[@id='noi-dung']//a[normalize-space()='Mở trang ở địa chỉ mới']/@href") == [
        "../../du-lieu-ca-nhan/"
    ]


def test_the_pages_were_reviewed_by_the_day_of_the_site() -> None:
    content, _ = read_content(ROOT / "content")
    assert {entry.record.reviewed for entry in content.of("guidance").values()} <= {date(2026, 11, 22)}
