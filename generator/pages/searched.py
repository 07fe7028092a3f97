"""What the search index is told of each page but an exemplar's: of which kind it is, and by what it may be filtered.

One table for all of them, by address: the pages themselves know nothing of the index. An exemplar's page is told by
``indexed``, which also gives the gallery its cards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.models import Decision
from generator.pages.base import Page, Searched
from generator.pages.facets import AWARD, FIELD, MOVEMENT, PAGE_KIND, UNIT, YEAR, Value
from generator.pages.honours import facet_value

KINDS: Mapping[str, str] = {
    "guong": "Gương điển hình",
    "quyet-dinh": "Quyết định khen thưởng",
    "ke-hoach": "Kế hoạch",
    "nhiem-vu": "Nhiệm vụ",
    "van-ban": "Văn bản",
    "huong-dan": "Hướng dẫn",
    "danh-hieu": "Danh hiệu, hình thức khen thưởng",
    "phong-trao": "Phong trào thi đua",
    "cach-lam-hay": "Cách làm hay",
    "bieu-mau": "Biểu mẫu, thông báo",
    "don-vi": "Đơn vị, tổ dân phố",
    "trang-chung": "Trang chung",
}
"""The kinds of page one may search among, in the order of the page."""
GROUP = "Tổ dân phố"
"""What the name of a residential group begins with."""
_FIXED = {addresses.AWARDS: "danh-hieu", addresses.COUNCIL: "don-vi"}
_COMMON = (addresses.CONTACT, addresses.FIGURES, addresses.FOLLOW)
"""The pages with words of their own that are of no kind."""
_SHELVES: Mapping[Address, tuple[str, ...]] = {
    addresses.PLANS: (),
    addresses.MOVEMENTS: (),
    addresses.REGISTER: ("Khen thưởng",),
    addresses.GALLERY: (),
    addresses.PRACTICES: (),
    addresses.LIBRARY: ("Văn bản",),
    addresses.DOCUMENTS: ("Biểu mẫu", "Thông báo"),
    addresses.GUIDANCE: (),
    addresses.ORGANISATIONS: ("Đơn vị", "Tổ dân phố"),
    addresses.BLOCS: ("Cụm, khối",),
    addresses.CONSULTATIONS: (),
}
"""The pages that list others, with what the menu and people call them beside their titles."""


def told_to_index(catalogue: Catalogue, pages: Iterable[Page]) -> list[Page]:
    """The pages, those that are to be found with what the index is told of them."""
    told = dict([*_fixed(), *_records(catalogue), *_approved(catalogue)])
    return [replace(page, searched=found) if (found := _told(told, page)) else page for page in pages]


def kind_value(kind: str) -> Value:
    """The kind of page as a value one may filter by."""
    return Value(PAGE_KIND, kind, KINDS[kind])


def _told(told: Mapping[str, Searched], page: Page) -> Searched | None:
    if not page.listed or page.searched:
        return page.searched
    found = told.get(page.address.page)
    guidance = page.section == "guidance" and page.address != addresses.GUIDANCE
    return found or (_searched("huong-dan") if guidance and page.address.page.endswith(".md") else None)


def _searched(kind: str, values: Iterable[Value] = (), names: Iterable[str] = ()) -> Searched:
    filters = tuple((value.facet, value.mark) for value in (kind_value(kind), *dict.fromkeys(values)))
    return Searched(kind, filters, tuple(dict.fromkeys(names)))


def _fixed() -> Iterator[tuple[str, Searched]]:
    for address, kind in _FIXED.items():
        yield address.page, _searched(kind)
    for address in _COMMON:
        yield address.page, _searched("trang-chung")
    for address, names in _SHELVES.items():
        yield address.page, _searched("trang-chung", names=names)._replace(whole=False)


def _records(catalogue: Catalogue) -> Iterator[tuple[str, Searched]]:
    """Of each record that needs no approval, the path of its page and what the index is told of it."""
    content = catalogue.content
    for id_, plan in content.of("plans").items():
        yield addresses.plan(id_).page, _searched("ke-hoach", [_year(plan.record.year)])
        yield addresses.progress(id_).page, _searched("nhiem-vu", [_year(plan.record.year)])
    for id_, entry in content.of("legislation").items():
        values = [_year(entry.record.date.year)] if entry.record.date else []
        names = (entry.record.number, *entry.record.aliases)
        yield _page("legislation", id_), _searched("van-ban", values, names)
    for id_, entry in content.of("organisations").items():
        names = (*entry.record.aliases, *_short(entry.record.name))
        yield _page("organisations", id_), _searched("don-vi", [Value(UNIT, id_, entry.record.name)], names)
    for id_, entry in content.of("movements").items():
        values = [Value(MOVEMENT, id_, entry.record.name), _field(entry.record.field)]
        values += [_year(day.year) for day in (entry.record.starts, entry.record.ends) if day]
        yield _page("movements", id_), _searched("phong-trao", values)
    for id_, entry in content.of("blocs").items():
        yield _page("blocs", id_), _searched("don-vi", [_year(entry.record.year)])


def _approved(catalogue: Catalogue) -> Iterator[tuple[str, Searched]]:
    """The same of the published among those that somebody must approve."""
    honours = catalogue.honours
    for id_, decision in ((entry.id, entry.record) for entry in honours.decisions):
        yield _page("decisions", id_), _searched("quyet-dinh", _decision(catalogue, decision))
    for id_, practice in ((entry.id, entry.record) for entry in honours.practices):
        values = [_field(practice.field), *_movements(catalogue, [practice.movement])]
        values += [Value(UNIT, one, catalogue.organisation(one).name) for one in [practice.organisation] if one]
        yield _page("practices", id_), _searched("cach-lam-hay", values)
    for id_, document in ((entry.id, entry.record) for entry in honours.documents):
        values = [_year(document.date.year), *_movements(catalogue, document.movements)]
        yield _page("documents", id_), _searched("bieu-mau", values)
    for id_, consultation in ((entry.id, entry.record) for entry in honours.consultations):
        award = Value(AWARD, consultation.award, catalogue.award(consultation.award).name)
        yield _page("consultations", id_), _searched("bieu-mau", [_year(consultation.opens.year), award])


def _short(name: str) -> list[str]:
    """The name of a residential group as people write it: ``TDP Hoa Sen``."""
    return [f"TDP{name.removeprefix(GROUP)}"] if name.startswith(f"{GROUP} ") else []


def _decision(catalogue: Catalogue, decision: Decision) -> list[Value]:
    """Year, awards and movements; not the units of those commended, which may name a child's."""
    awards = [Value(AWARD, one.award, catalogue.award(one.award).name) for one in decision.lists]
    return [_year(decision.date.year), *awards, *_movements(catalogue, (one.movement for one in decision.lists))]


def _movements(catalogue: Catalogue, ids: Iterable[str | None]) -> list[Value]:
    names = catalogue.content.of("movements")
    return [Value(MOVEMENT, id_, names[id_].record.name) for id_ in ids if id_]


def _year(year: int) -> Value:
    return Value(YEAR, str(year), str(year))


def _field(field: str) -> Value:
    return Value(FIELD, facet_value(field), field)


def _page(kind: str, id_: str) -> str:
    address: Address = addresses.of(kind, id_)
    return address.page
