"""The only place that decides page paths.

A page's path is the path of its Markdown file under the generated folder; ``page_url`` is the address it is served at.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator import vietnamese


class Address(NamedTuple):
    """A page, and perhaps a part of it."""

    page: str
    part: str = ""


HOME = Address("index.md")
PLANS = Address("ke-hoach/index.md")
REGISTER = Address("khen-thuong/index.md")
GALLERY = Address("guong/index.md")
PRACTICES = Address("cach-lam-hay/index.md")
LIBRARY = Address("van-ban/index.md")
GUIDANCE = Address("huong-dan/index.md")
AWARDS = Address("huong-dan/danh-hieu-hinh-thuc.md")
ORGANISATIONS = Address("don-vi/index.md")
MOVEMENTS = Address("phong-trao/index.md")
BLOCS = Address("cum-khoi/index.md")
COUNCIL = Address("hoi-dong/index.md")
PRIVACY = Address("du-lieu-ca-nhan.md")
"""The guidance on personal data: papers and forms name its address, so it is short."""
CONTACT = Address("lien-he/index.md")
FINDER = Address("toi-muon.md")
SEARCH = Address("tim-kiem/index.md")
SEARCH_INDEX = Address("pagefind/pagefind-entry.json")
"""Where the search index begins, which is made after the pages."""
ABBREVIATIONS = Address("tim-kiem/viet-tat.json")
CONSULTATIONS = Address("lay-y-kien/index.md")
DOCUMENTS = Address("bieu-mau/index.md")
FOLLOW = Address("theo-doi/index.md")
FIGURES = Address("so-lieu/index.md")

FIXED_PAGES = {
    "lien-he": CONTACT,
    "khen-thuong": REGISTER,
    "guong": GALLERY,
    "van-ban": LIBRARY,
    "phong-trao": MOVEMENTS,
    "cum-khoi": BLOCS,
    "hoi-dong": COUNCIL,
    "bieu-mau": DOCUMENTS,
    "danh-hieu-hinh-thuc": AWARDS,
    "lay-y-kien": CONSULTATIONS,
    "theo-doi": FOLLOW,
    "huong-dan": GUIDANCE,
    "toi-muon": FINDER,
    "so-lieu": FIGURES,
}
"""The pages without a record of their own that an editor's prose may link to, as ``pages/lien-he``."""

RESERVED_IDS = frozenset({"index", "readme", "trang", "nam", "thang", "tien-do", "anh"})
"""Names that listings and fixed pages use themselves."""

GALLERY_FACETS = (
    "doi-tuong",
    "linh-vuc",
    "nhom-nghe",
    "danh-hieu",
    "loai-hinh",
    "don-vi",
    "phong-trao",
    "nam",
    "thang",
    "khac",
)  # fmt: skip
"""What exemplars are filtered by, as it stands in addresses and in the search index."""


def plan(id_: str, part: str = "") -> Address:
    """The page of a plan's text, or a part of it."""
    return Address(f"ke-hoach/{id_}/index.md", part)


def progress(id_: str, part: str = "") -> Address:
    """The page of a plan's annex and progress, or one task of it."""
    return Address(f"ke-hoach/{id_}/tien-do.md", part)


def comparison(id_: str) -> Address:
    """The page that compares a plan with the one before it."""
    return Address(f"ke-hoach/{id_}/so-sanh.md")


def plan_part(address: str) -> Address:
    """The address of a part written ``2026#muc-i-2-b`` or ``2026#nhiem-vu-3``."""
    id_, _, part = address.partition("#")
    return progress(id_, part) if part.startswith("nhiem-vu-") else plan(id_, part)


def register_year(year: int) -> Address:
    """The register of one year."""
    return Address(f"khen-thuong/{year}/index.md")


def register_period(period: str) -> Address:
    """The lists that judge one period: ``khen-thuong/xet-cho/nam-hoc-2025-2026/``."""
    return Address(f"khen-thuong/xet-cho/{vietnamese.slug(period) or 'khac'}.md")


def scan(decision: str) -> Address:
    """The scan of a signed decision."""
    return Address(f"ban-quet/{decision.replace('/', '-')}.pdf")


def document_file(document: str, suffix: str) -> Address:
    """A file to download beside its document's page; the suffix is in lower case, with its dot."""
    return Address(f"bieu-mau/{document}{suffix}")


def download(plan_id: str, suffix: str) -> Address:
    """A file made of a plan: ``ke-hoach/2026/tai-ve/ke-hoach-2026.json``."""
    return Address(f"ke-hoach/{plan_id}/tai-ve/ke-hoach-{plan_id}.{suffix}")


def introduction_form(suffix: str) -> Address:
    """The sheet to tell of a good deed: ``huong-dan/phieu-gioi-thieu-guong.pdf``."""
    return Address(f"huong-dan/phieu-gioi-thieu-guong.{suffix}")


def signed_plan(plan_id: str) -> Address:
    """The signed original of a plan."""
    return Address(f"ke-hoach/{plan_id}/tai-ve/ke-hoach-{plan_id}-ban-ky.pdf")


def calendar(organisation: str | None = None) -> Address:
    """The calendar of the plan now in use, or of what one organisation leads and joins in it."""
    return Address(f"lich/don-vi/{organisation}.ics" if organisation else "lich/thi-dua-khen-thuong.ics")


def open_data(name: str) -> Address:
    """A file of open data: ``so-lieu/du-lieu/quyet-dinh.csv``."""
    return Address(f"so-lieu/du-lieu/{name}")


def content_schema(kind: str) -> Address:
    """The JSON Schema of a kind of content files, which stands in the theme as it is published."""
    return Address(f"so-lieu/luoc-do/{kind}.schema.json")


def feed(name: str, suffix: str) -> Address:
    """A feed, as Atom (``xml``) or JSON Feed (``json``): ``nguon-tin/tat-ca.xml``."""
    return Address(f"nguon-tin/{name}.{suffix}")


def row_id(list_number: int, row_number: int) -> str:
    """The part id of a row of a decision's list, both counted from 1."""
    return f"dong-{list_number}-{row_number}"


def gallery_facet(facet: str, value: str, number: int | None = None) -> Address:
    """The newest exemplars of a value of a facet, ``guong/linh-vuc-giao-duc/``, or a numbered page of older ones.

    Numbers count from the oldest, so that a full page keeps its address and its words for good.
    """
    return Address(f"guong/{facet}-{value}/{_listing_page(number)}.md")


def gallery_month(year: int, month: int, number: int | None = None) -> Address:
    """The exemplars of a month, ``guong/nam-2026/thang-6/``, or a numbered page of the older ones among them."""
    return Address(f"guong/nam-{year}/thang-{month}/{_listing_page(number)}.md")


def gallery_values(facet: str) -> Address:
    """All values of a facet: ``guong/don-vi/``."""
    return Address(f"guong/{facet}/index.md")


def search_kind(kind: str) -> Address:
    """Everything of a kind, or the ways to it: ``tim-kiem/van-ban/``."""
    return Address(f"tim-kiem/{kind}/index.md")


def search_group(kind: str, group: str, number: int = 1) -> Address:
    """Everything of a kind under a letter, or of a year: ``tim-kiem/guong/dd/``, ``tim-kiem/guong/dd/trang-2/``."""
    return Address(f"tim-kiem/{kind}/{group}/{_listing_page(number if number > 1 else None)}.md")


def _listing_page(number: int | None) -> str:
    return "index" if number is None else f"trang-{number}"


def practices_page(number: int) -> Address:
    """The first page of the practices, or a further one."""
    return PRACTICES if number == 1 else Address(f"cach-lam-hay/trang-{number}.md")


_FOLDERS = {
    "legislation": "van-ban",
    "organisations": "don-vi",
    "decisions": "khen-thuong",
    "exemplars": "guong",
    "practices": "cach-lam-hay",
    "consultations": "lay-y-kien",
    "movements": "phong-trao",
    "blocs": "cum-khoi",
    "documents": "bieu-mau",
    "guidance": "huong-dan",
}


_GUIDANCE = {"du-lieu-ca-nhan": PRIVACY, "danh-hieu-hinh-thuc": AWARDS}
"""The pages of guidance with an address of their own; the second introduces the awards, on their page."""
MOVED = {Address("huong-dan/du-lieu-ca-nhan.md"): PRIVACY}
"""Addresses once published, and where they lead now."""


def of(kind: str, id_: str) -> Address:
    """The address at which a record is shown: its own page, or its part of a page that shows many."""
    if kind == "plans":
        return plan(id_)
    if kind == "parts":
        return plan_part(id_)
    if kind == "awards":
        return Address(AWARDS.page, id_)
    if kind == "occasions":
        return Address(MOVEMENTS.page, f"dip-{id_}")
    if kind == "council":
        return COUNCIL
    if kind == "guidance" and id_ in _GUIDANCE:
        return _GUIDANCE[id_]
    return Address(f"{_FOLDERS[kind]}/{id_}.md")


def has_page(kind: str) -> bool:
    """Whether records of the kind have an address."""
    return kind in _FOLDERS or kind in {"plans", "parts", "awards", "occasions", "council"}


def absolute_url(site_address: str, target: Address) -> str:
    """The address on the web, for what is read outside the site; the site's own pages link relatively."""
    part = f"#{target.part}" if target.part else ""
    return f"{site_address.rstrip('/')}/{page_url(target.page)}{part}"


@lru_cache(maxsize=50_000)
def page_url(page: str) -> str:
    """The address, relative to the site's root, at which the page is served: ``ke-hoach/2026/tien-do/``."""
    if not page.endswith(".md"):
        return page
    path = page.removesuffix(".md")
    return path.removesuffix("index") if path.rpartition("/")[2] == "index" else f"{path}/"


def relative_url(source: str, target: Address) -> str:
    """The link, for an HTML attribute on the source page, that leads to the target under any path prefix."""
    fragment = f"#{target.part}" if target.part else ""
    if source == target.page and fragment:
        return fragment
    return _way(_served_in(source), page_url(target.page)) + fragment


def relative_source(source: str, target: Address) -> str:
    """The link, for Markdown on the source page, to the target's file."""
    fragment = f"#{target.part}" if target.part else ""
    if source == target.page and fragment:
        return fragment
    return _way(_folders(source[: source.rfind("/") + 1]), target.page) + fragment


class _Folders(NamedTuple):
    """The folders around a path, the innermost first, with the way up to each; and the way up to the root."""

    inner: tuple[tuple[str, str], ...]
    root: str


@lru_cache(maxsize=1_000)
def _folders(path: str) -> _Folders:
    inner, up, end = [], "", path.rfind("/")
    while end >= 0:
        inner.append((path[: end + 1], up))
        up, end = f"../{up}", path.rfind("/", 0, end)
    return _Folders(tuple(inner), up)


@lru_cache(maxsize=1_000)  # a page's links are made one after another
def _served_in(page: str) -> _Folders:
    return _folders(page_url(page))


def _way(folders: _Folders, target: str) -> str:
    """The way to the target from within the innermost of the folders."""
    for folder, up in folders.inner:
        if target.startswith(folder):
            return up + target[len(folder) :] or "./"
    return folders.root + target or "./"
