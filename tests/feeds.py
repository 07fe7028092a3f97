"""The rules of the W3C feed validator for Atom (RFC 4287), and of JSON Feed 1.1, as far as the site uses them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from lxml import etree

_ATOM = "{http://www.w3.org/2005/Atom}"
_XHTML = "http://www.w3.org/1999/xhtml"
_ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}
_AT_MOST_ONCE = ("subtitle", "generator", "icon", "logo", "rights", "published", "summary", "content", "source")
_KNOWN = {
    "feed": {"id", "title", "subtitle", "updated", "link", "author", "category", "rights", "generator", "entry"},
    "entry": {"id", "title", "updated", "published", "link", "category", "summary", "content", "author", "rights"},
}
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]+")  # RFC 4151
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")  # RFC 3339


def atom_faults(data: bytes, address: str) -> Iterator[str]:
    """What is wrong with the Atom feed that is served at the address."""
    root = etree.fromstring(data)
    if root.tag != f"{_ATOM}feed":
        yield f"the root is {root.tag}"
        return
    yield from _element_faults(root, "feed")
    entries = root.findall(f"{_ATOM}entry")
    if root.find(f"{_ATOM}author/{_ATOM}name") is None and any(one.find(f"{_ATOM}author") is None for one in entries):
        yield "no author"
    own = [link.get("href") for link in root.findall(f"{_ATOM}link") if link.get("rel") == "self"]
    if own != [address]:
        yield f"self is {own}, not {address}"
    ids = Counter(one.findtext(f"{_ATOM}id") for one in [root, *entries])
    yield from (f"{id_} stands {times} times" for id_, times in ids.items() if times > 1)
    for entry in entries:
        yield from _element_faults(entry, "entry")
        links = [link for link in entry.findall(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if not links and entry.find(f"{_ATOM}content") is None:
            yield "an entry with neither content nor a link to it"
        published, updated = entry.findtext(f"{_ATOM}published"), entry.findtext(f"{_ATOM}updated")
        if published and updated and _moment(published) > _moment(updated):
            yield f"published {published} after updated {updated}"
    newest = [_moment(entry.findtext(f"{_ATOM}updated") or "") for entry in entries]
    if newest and _moment(root.findtext(f"{_ATOM}updated") or "") < max(newest):
        yield "the feed is older than an entry of it"


def _element_faults(element: etree._Element, kind: str) -> Iterator[str]:
    names = Counter(str(child.tag).removeprefix(_ATOM) for child in element)
    yield from (f"{kind} has {names[name]} {name}" for name in _ONCE[kind] if names[name] != 1)
    yield from (f"{kind} has {names[name]} {name}" for name in _AT_MOST_ONCE if names[name] > 1)
    yield from (f"{kind} may not hold {name}" for name in names if name not in _KNOWN[kind])
    id_ = element.findtext(f"{_ATOM}id") or ""
    if not _TAG.fullmatch(id_):
        yield f"no tag: {id_}"
    for name in ("updated", "published"):
        for one in element.findall(f"{_ATOM}{name}"):
            if not _MOMENT.fullmatch(one.text or ""):
                yield f"no moment: {one.text}"
    kinds: Counter[tuple[str | None, ...]] = Counter()
    for link in element.findall(f"{_ATOM}link"):
        yield from _address_faults(link.get("href"))
        kinds[link.get("rel"), link.get("type"), link.get("hreflang")] += 1
    yield from (f"{times} links of one kind: {one}" for one, times in kinds.items() if times > 1)
    yield from ("a category without a term" for one in element.findall(f"{_ATOM}category") if not one.get("term"))
    for name in ("title", "subtitle", "summary"):
        for one in element.findall(f"{_ATOM}{name}"):
            if not (one.text or "").strip() or len(one):
                yield f"{name} is empty or holds markup"
            if one.get("type", "text") not in ("text", "html", "xhtml"):
                yield f"{name} of type {one.get('type')}"


def json_faults(data: bytes, address: str) -> Iterator[str]:
    """What is wrong with the JSON Feed that is served at the address."""
    feed = json.loads(data)
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"version {feed.get('version')}"
    if feed.get("feed_url") != address:
        yield f"feed_url {feed.get('feed_url')}"
    for key in ("title", "home_page_url", "items"):
        if key not in feed:
            yield f"no {key}"
    yield from _address_faults(feed.get("home_page_url"))
    ids = Counter(item.get("id") for item in feed["items"])
    yield from (f"{id_} stands {times} times" for id_, times in ids.items() if times > 1)
    for item in feed["items"]:
        if not isinstance(item.get("id"), str) or not (item.get("content_text") or item.get("content_html")):
            yield f"an item without id or content: {item}"
        yield from _address_faults(item.get("url"))
        for key in ("date_published", "date_modified"):
            if not _MOMENT.fullmatch(item.get(key, "")):
                yield f"no moment: {item.get(key)}"
        if not all(isinstance(tag, str) for tag in item.get("tags", [])):
            yield "a tag that is no text"


def _address_faults(address: str | None) -> Iterator[str]:
    parts = urlsplit(address or "")
    if parts.scheme not in ("http", "https") or not parts.netloc or re.search(r"[\s<>\"]", address or ""):
        yield f"no absolute address: {address}"


def _moment(text: str) -> datetime:
    """The moment; the earliest there is for what is none, which is told elsewhere."""
    return datetime.fromisoformat(text) if _MOMENT.fullmatch(text) else datetime.min.replace(tzinfo=UTC)
