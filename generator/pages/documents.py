"""The ward's own papers, its notices and forms: three shelves and a page for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import addresses
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Document
from generator.models.document import FormSource
from generator.pages.base import REPORT, Fact, Link, Page, cited_prose, prose_targets
from generator.pages.changed import cited_laws, law_changes
from generator.pages.downloads import download_link
from generator.pages.honours import facts, movement_link, newest, organisation_link, plan_facts, sample_words
from generator.pages.law import law_link, record_link
from generator.pages.notices import Notice, notice_of
from generator.pages.official_text import Views, WholeView
from generator.pages.told import linked_in_prose
from generator.vietnamese import format_date

_TITLE = "Biểu mẫu, thông báo"
_SHELVES = (
    ("paper", "van-ban-phuong", "Văn bản chỉ đạo, hướng dẫn", "Phường chưa đăng văn bản nào ở đây."),
    ("notice", "thong-bao", "Thông báo, hạn nộp", "Không có thông báo nào."),
    ("form", "bieu-mau", "Biểu mẫu", "Phường chưa đăng biểu mẫu nào."),
)
_TYPES = {"paper": "Văn bản", "notice": "Thông báo", "form": "Biểu mẫu"}


@dataclass(frozen=True)
class DocumentRow:
    """A document in a list: its title, what it is, what for, its closing day and its files."""

    link: Link
    about: str
    summary: str
    notice: Notice | None
    downloads: tuple[Link, ...]


@dataclass(frozen=True)
class Shelf:
    """One shelf of the list; ``none`` is said where it is empty."""

    id: str
    name: str
    none: str
    rows: tuple[DocumentRow, ...]


def document_pages(catalogue: Catalogue) -> list[Page]:
    """The three shelves, and a page for each document."""
    told = linked_in_prose(catalogue, "documents")
    entries = catalogue.honours.documents
    return [_index(catalogue), *(_document(catalogue, entry, told.get(entry.id, ())) for entry in entries)]


def document_name(record: Document) -> str:
    """The document as one calls it: type and number where it has one, else its title."""
    return f"{record.type or _TYPES[record.kind]} số {record.number}" if record.number else record.title


def document_link(entry: Entry[Document]) -> Link:
    """The document's page, named in full."""
    record = entry.record
    kind = document_name(record) if record.number else record.type or _TYPES[record.kind]
    told = record.title.lower().startswith(kind.lower())
    return Link(record.title if told else f"{kind}: {record.title}", addresses.of("documents", entry.id))


def published_document(catalogue: Catalogue, id_: str | None) -> Entry[Document] | None:
    """The document of that id, if there is one and it may be read."""
    return catalogue.content.of("documents")[id_] if id_ and catalogue.is_published("documents", id_) else None


def document_links(catalogue: Catalogue, *ids: str | None) -> list[Link]:
    """Links to those of the documents that may be read."""
    return [document_link(entry) for id_ in ids if (entry := published_document(catalogue, id_))]


def document_rows(catalogue: Catalogue, ids: Iterable[str]) -> list[DocumentRow]:
    """Those of the documents that may be read, newest first, each once."""
    wanted = frozenset(ids)
    return [_row(catalogue, entry) for entry in catalogue.honours.documents if entry.id in wanted]


def _index(catalogue: Catalogue) -> Page:
    entries = catalogue.honours.documents
    shelves = [
        Shelf(id_, name, none, tuple(_row(catalogue, entry) for entry in _ordered(catalogue, entries, kind)))
        for kind, id_, name, none in _SHELVES
    ]
    return Page(
        addresses.DOCUMENTS, "pages/documents.md", _TITLE,
        "Văn bản chỉ đạo, hướng dẫn của phường về thi đua, khen thưởng; thông báo và hạn nộp hồ sơ; biểu mẫu tải về.",
        "library", "law", crumbs=(Link("Văn bản", addresses.LIBRARY), Link(_TITLE)),
        sample=_sample([entry.record.sample for entry in entries]),
        modified=newest((catalogue.modified(entry) for entry in entries), catalogue.as_of),
        context={"shelves": shelves, "library": addresses.LIBRARY},
    )  # fmt: skip


def _ordered(catalogue: Catalogue, entries: Iterable[Entry[Document]], kind: str) -> list[Entry[Document]]:
    """The documents of the kind: what is still open first, the next to close first, then the newest."""

    def place(entry: Entry[Document]) -> date:
        closes = entry.record.closes
        return closes if closes and closes >= catalogue.as_of else date.max

    return sorted((entry for entry in entries if entry.record.kind == kind), key=place)


def _row(catalogue: Catalogue, entry: Entry[Document]) -> DocumentRow:
    record = entry.record
    about = [f"{record.type or _TYPES[record.kind]} số {record.number}"] if record.number else []
    about += [format_date(record.date), catalogue.organisation(record.issuer).name]
    return DocumentRow(
        Link(record.title, addresses.of("documents", entry.id)),
        " · ".join(about),
        record.summary,
        notice_of(catalogue, entry),
        _downloads(catalogue, entry),
    )


def _downloads(catalogue: Catalogue, entry: Entry[Document]) -> tuple[Link, ...]:
    files = catalogue.content.attached.get(entry.id, ())
    return tuple(
        download_link(addresses.document_file(entry.id, file.suffix.lower()), file.stat().st_size) for file in files
    )


def _document(catalogue: Catalogue, entry: Entry[Document], told_in: Iterable[Entry[Any]]) -> Page:
    record = entry.record
    how = cited_prose(catalogue, record.how or "")
    targets = prose_targets(catalogue, how)
    context = {
        "kind": record.type or _TYPES[record.kind],
        "summary": record.summary,
        "notice": notice_of(catalogue, entry),
        "downloads": _downloads(catalogue, entry),
        "facts": _facts(catalogue, record),
        "changed": law_changes(catalogue, _law_cited(catalogue, entry, targets), record.date),
        "as_of": catalogue.as_of,
        "how": how,
        "targets": targets,
        "form": record.kind == "form",
        "told_in": _referrers(catalogue, entry, told_in),
        "whole": _whole(catalogue, entry),
        "document": f"van-ban-{entry.id}",
        "cited": _cited(catalogue, record),
        "report": REPORT,
    }
    return Page(
        addresses.of("documents", entry.id), "pages/document.md", record.title, record.summary, "document", "law",
        crumbs=(Link("Văn bản", addresses.LIBRARY), Link(_TITLE, addresses.DOCUMENTS), Link(document_name(record))),
        sample=_sample([record.sample]), modified=catalogue.modified(entry), context=context,
    )  # fmt: skip


def _whole(catalogue: Catalogue, entry: Entry[Document]) -> WholeView | None:
    """The document's whole text, to the letter, where the record holds it."""
    text = entry.record.text
    return Views(catalogue, text, catalogue.document_parts[entry.id]).whole() if text is not None else None


def _law_cited(catalogue: Catalogue, entry: Entry[Document], targets: Iterable[str]) -> list[str]:
    """The instruments that the document rests on, comes from, names, or to which how to use it has a link."""
    record = entry.record
    source = [record.source.instrument] if record.source and record.source.instrument else []
    named = (mention for part in catalogue.document_parts.get(entry.id, ()) for mention in part.mentions)
    told = [mention.id for mention in named if mention.kind == "legislation"]
    return [*record.based_on, *source, *cited_laws(targets), *told]


def _cited(catalogue: Catalogue, record: Document) -> str:
    """What stands behind ``Điều 1`` in a citation: type, number, day, issuer; without a number also the title."""
    issuer = catalogue.organisation(record.issuer).name
    number = f" số {record.number}" if record.number else ""
    title = "" if record.number else f": {record.title}"
    return f"{record.type or _TYPES[record.kind]}{number} ngày {format_date(record.date)} của {issuer}{title}"


def _referrers(catalogue: Catalogue, entry: Entry[Document], told_in: Iterable[Entry[Any]]) -> list[Link]:
    """The pages that name the document, each once, but for the movements it names itself."""
    own = {addresses.of("movements", id_) for id_ in entry.record.movements}
    entries = (*catalogue.referred_by.get(("documents", entry.id), ()), *told_in)
    links = dict.fromkeys(link for one in entries if (link := record_link(catalogue, one)))
    return [link for link in links if link.address not in own]


def _facts(catalogue: Catalogue, record: Document) -> tuple[Fact, ...]:
    return facts(
        ("Số, ký hiệu", [Link(record.number)] if record.number else []),
        ("Ngày dùng" if record.kind == "form" else "Ngày ban hành", [Link(format_date(record.date))]),
        ("Nơi ban hành", [organisation_link(catalogue, record.issuer)]),
        ("Hạn nộp", [Link(format_date(record.closes))] if record.closes else []),
        ("Nộp gì", [Link(record.closes_for)] if record.closes_for else []),
        ("Căn cứ", [law_link(catalogue, id_, None) for id_ in record.based_on]),
        ("Lấy từ", _source(catalogue, record.source) if record.source else []),
        ("Phong trào", [movement_link(catalogue, id_) for id_ in record.movements]),
        *plan_facts(catalogue, record.fulfils),
    )


def _source(catalogue: Catalogue, source: FormSource) -> list[Link]:
    links = [law_link(catalogue, source.instrument, source.article)] if source.instrument else []
    return links + ([Link(source.link, url=source.link)] if source.link else [])


def _sample(flags: list[bool]) -> str:
    return sample_words(flags, "văn bản, thông báo, biểu mẫu")
