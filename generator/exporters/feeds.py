"""The feeds as files: Atom (RFC 4287) and JSON Feed 1.1, the same entries in both, the same bytes each time.

Ids are tags (RFC 4151) that never change: the site's host, the year they were first given, the entry's own name. A
record tells days, not hours: each stands for its beginning in Vietnam.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.pages.cards import SAMPLE
from generator.pages.frame import site_name
from generator.pages.news import Feed, News

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MINTED = 2026
"""The year in every id; it stays, whatever the year of the entry."""
_DEMO = "Bản thử nghiệm, không phải trang chính thức của UBND phường."


def feed_files(catalogue: Catalogue, feed: Feed) -> dict[str, bytes]:
    """The feed's two files by path."""
    return {feed.atom.page: _atom(catalogue, feed), feed.json.page: _json(catalogue, feed)}


def _atom(catalogue: Catalogue, feed: Feed) -> bytes:
    root = etree.Element(f"{{{_ATOM}}}feed", {_LANG: "vi"}, nsmap={None: _ATOM})
    _add(root, "id", _tag(catalogue, f"nguon-tin/{feed.name}"))
    _add(root, "title", _title(catalogue, feed))
    _add(root, "subtitle", _about(catalogue, feed))
    _add(root, "updated", _moment(_updated(catalogue, feed)))
    _add(root, "link", rel="self", type="application/atom+xml", href=_url(catalogue, feed.atom))
    _add(root, "link", rel="alternate", type="text/html", hreflang="vi", href=_url(catalogue, feed.page))
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _add(author, "name", catalogue.portal.authority)
    for news in feed.news:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _add(entry, "id", _tag(catalogue, news.id))
        _add(entry, "title", _marked(news))
        _add(entry, "updated", _moment(news.updated))
        _add(entry, "published", _moment(news.published))
        _add(entry, "link", rel="alternate", type="text/html", hreflang="vi", href=_url(catalogue, news.address))
        for label in _labels(news):
            _add(entry, "category", term=label)
        _add(entry, "summary", _summary(news), type="text")
    made: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return made


def _add(parent: Any, name: str, text: str = "", **attributes: str) -> None:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = text or None


def _json(catalogue: Catalogue, feed: Feed) -> bytes:
    items = [
        {
            "id": _tag(catalogue, news.id),
            "url": _url(catalogue, news.address),
            "title": _marked(news),
            "content_text": _summary(news),
            "date_published": _moment(news.published),
            "date_modified": _moment(news.updated),
            "tags": _labels(news),
        }
        for news in feed.news
    ]
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(catalogue, feed),
        "description": _about(catalogue, feed),
        "home_page_url": _url(catalogue, feed.page),
        "feed_url": _url(catalogue, feed.json),
        "language": "vi",
        "authors": [{"name": catalogue.portal.authority, "url": _url(catalogue, addresses.HOME)}],
        "items": items,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _title(catalogue: Catalogue, feed: Feed) -> str:
    return f"{feed.title} - {site_name(catalogue)}"


def _about(catalogue: Catalogue, feed: Feed) -> str:
    """What the feed tells; and that it is a demo, that it holds samples."""
    demo = [_DEMO] if catalogue.portal.stage == "demo" else []
    samples = [f"{SAMPLE}: những mục ghi “Minh họa”."] if any(news.sample for news in feed.news) else []
    return " ".join([feed.about, *demo, *samples])


def _marked(news: News) -> str:
    """The title, which is all that a list of entries shows: it says when the entry is a sample."""
    return f"Minh họa: {news.title}" if news.sample else news.title


def _summary(news: News) -> str:
    return f"{SAMPLE}. {news.summary}" if news.sample else news.summary


def _labels(news: News) -> list[str]:
    return [news.kind, "Dữ liệu minh họa"] if news.sample else [news.kind]


def _updated(catalogue: Catalogue, feed: Feed) -> date:
    """The day of the newest entry; without one, the newest day in the records."""
    return max((news.updated for news in feed.news), default=catalogue.last_modified)


def _tag(catalogue: Catalogue, name: str) -> str:
    host = urlsplit(catalogue.portal.site_address).hostname or "localhost"
    return f"tag:{host},{_MINTED}:{name}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"


def _url(catalogue: Catalogue, address: Address) -> str:
    return addresses.absolute_url(catalogue.portal.site_address, address)
