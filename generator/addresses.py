"""The only place that decides page paths and part ids.

A page's path is the path of its Markdown file under the generated folder; ``page_url`` is the address it is served at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from generator import vietnamese
from generator.models.plan import Annex, Clause, Indent, Paragraph, Plan, Point


class Address(NamedTuple):
    """A page, and perhaps a part of it."""

    page: str
    part: str = ""


@dataclass(frozen=True)
class AddressedPart:
    """A part of a plan with its id and the three ways to name it.

    ``mark`` is for the margin (``I.1.a``), ``spoken`` for reading on (``mục I, khoản 1, điểm a``), ``cited`` for a
    citation (``điểm a khoản 1 Mục I``). ``depth`` counts from 0.
    """

    id: str
    level: str
    label: str
    text: str
    mark: str
    spoken: str
    cited: str
    depth: int = 0

    @property
    def full_text(self) -> str:
        """The part's own text with its label, as printed."""
        return f"{self.label} {self.text}".strip()


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
CONTACT = Address("lien-he/index.md")
SEARCH = Address("pagefind/pagefind.js")
"""The program of the search index, which is made after the pages."""
CONSULTATIONS = Address("lay-y-kien/index.md")
DOCUMENTS = Address("bieu-mau/index.md")

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
}
"""The pages without a record of their own that an editor's prose may link to, as ``pages/lien-he``."""

RESERVED_IDS = frozenset({"index", "readme", "trang", "nam", "thang", "tien-do", "anh", "danh-hieu-hinh-thuc"})
"""Names that listings and fixed pages use themselves."""

GALLERY_FACETS = (
    "doi-tuong",
    "linh-vuc",
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
    return Address(f"{_FOLDERS[kind]}/{id_}.md")


def has_page(kind: str) -> bool:
    """Whether records of the kind have an address."""
    return kind in _FOLDERS or kind in {"plans", "parts", "awards", "occasions", "council"}


def task_id(number: str) -> str:
    """The part id of a task."""
    return f"nhiem-vu-{vietnamese.slug(number)}"


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
    path = _relative(page_url(source), page_url(target.page))
    return f"{path}{fragment}"


def relative_source(source: str, target: Address) -> str:
    """The link, for Markdown on the source page, to the target's file."""
    fragment = f"#{target.part}" if target.part else ""
    if source == target.page and fragment:
        return fragment
    return _relative(source[: source.rfind("/") + 1], target.page) + fragment


@lru_cache(maxsize=20_000)  # of links in Markdown: thousands of pages of one folder link to the same pages
def _relative(source: str, target: str) -> str:
    """The way from one path to another, both below one root; a path ends in ``/`` where it is a folder."""
    up = source.count("/")
    while "/" in source and "/" in target:
        (here, _, source), (there, _, rest) = source.partition("/"), target.partition("/")
        if here != there:
            break
        up, target = up - 1, rest
    return "../" * up + target or "./"


def number_parts(plan_: Plan) -> tuple[AddressedPart, ...]:
    """Every addressed part of the plan in the order of its text; ids are unique, a repeated one gets ``-2``."""
    parts = _Parts()
    for number, text in enumerate(plan_.preamble, 1):
        name = f"đoạn mở đầu {number}"
        parts.add(AddressedPart(f"mo-dau-{number}", "preamble", "", text, "¶", name, name))
    for section in plan_.sections:
        name = _bare(section.label)
        id_, label, text = f"muc-{_step(name)}", section.label, section.text
        added = parts.add(AddressedPart(id_, "section", label, text, name, f"mục {name}", f"Mục {name}"))
        parts.add_children(section.parts, added)
    for number, text in enumerate(plan_.conclusions, 1):
        name = f"đoạn kết {number}"
        parts.add(AddressedPart(f"ket-thuc-{number}", "conclusion", "", text, "¶", name, name))
    for number, text in enumerate(plan_.distribution.lines, 1):
        name = f"nơi nhận, dòng {number}"
        parts.add(AddressedPart(f"noi-nhan-{number}", "distribution", "", text, "", name, name))
    signed = " ".join((*plan_.signature.lines, plan_.signature.name))
    parts.add(AddressedPart("chu-ky", "signature", "", signed, "", "chữ ký", "chữ ký"))
    return tuple(parts.found)


def number_tasks(annex: Annex) -> tuple[AddressedPart, ...]:
    """Every task of the annex as an addressed part."""
    return tuple(
        AddressedPart(
            task_id(task.number),
            "task",
            task.number,
            task.content,
            task.number,
            f"phụ lục, nhiệm vụ {task.number}",
            f"nhiệm vụ {task.number} Phụ lục",
        )
        for task in annex.tasks
    )


_SPOKEN = {"clause": "khoản", "point": "điểm", "indent": "gạch đầu dòng thứ", "paragraph": "đoạn"}


class _Parts:
    """The parts found so far, in order, and the ids they have."""

    def __init__(self) -> None:
        self.found: list[AddressedPart] = []
        self._taken: set[str] = set()

    def add(self, part: AddressedPart) -> AddressedPart:
        """The part as added, with the id it was given."""
        id_, times = part.id, 1
        while id_ in self._taken:
            times += 1
            id_ = f"{part.id}-{times}"
        added = replace(part, id=id_)
        self._taken.add(id_)
        self.found.append(added)
        return added

    def add_children(self, nodes: Sequence[Clause | Point | Indent | Paragraph], parent: AddressedPart) -> None:
        """Adds the nodes below the parent; dashes and unnumbered paragraphs are counted."""
        counted = {"indent": 0, "paragraph": 0}
        for node in nodes:
            if node.level in counted:
                counted[node.level] += 1
                name = str(counted[node.level])
                step = f"{'gach' if node.level == 'indent' else 'doan'}-{name}"
                mark = f"{parent.mark}-{name}" if node.level == "indent" else "¶"
            else:
                name = _bare(node.label)
                step, mark = _step(name), f"{parent.mark}.{name}"
            word = _SPOKEN[node.level]
            spoken, cited = f"{parent.spoken}, {word} {name}", f"{word} {name} {parent.cited}"
            id_, depth = f"{parent.id}-{step}", parent.depth + 1
            added = self.add(AddressedPart(id_, node.level, node.label, node.text, mark, spoken, cited, depth))
            self.add_children(node.parts, added)


def _bare(label: str) -> str:
    """The number or letter of a label: ``- a)`` gives ``a``; a label that holds neither gives itself."""
    return re.sub(r"^[-–+*(\s]+|[-–.)/:\s]+$", "", label) or label


def _step(name: str) -> str:
    """The number or letter as part of an id; ``đ`` is ``dd``, so that it differs from ``d``."""
    words = ("dd" if word == "đ" else vietnamese.slug(word) for word in re.split(r"[.\s]+", name.lower()))
    return "-".join(word for word in words if word) or "dau"
