"""What the pages of honours share: words for kinds and bases, facts with links, cards, the pager of a long list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator import addresses, grounds, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.honours import Honour, State
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList, Basis
from generator.models.honours import Kind, Occupation
from generator.pages.base import Fact, Link, Picture, month_words, plan_name
from generator.pages.law import law_link

Pictures = Mapping[tuple[str, str], Picture]
"""The pictures at hand, by kind and id of the record they lie beside."""

KIND_WORDS: Mapping[Kind, str] = {"individual": "Cá nhân", "group": "Tập thể", "household": "Hộ gia đình"}
BASIS_WORDS: Mapping[Basis, str] = {
    "merit": "Khen thưởng theo công trạng",
    "sudden": "Khen thưởng đột xuất",
    "movement": "Khen thưởng phong trào thi đua",
    "dedication": "Khen thưởng quá trình cống hiến",
    "seniority": "Khen thưởng niên hạn",
    "external": "Khen thưởng đối ngoại",
}
_GONE_WORDS: Mapping[State, str] = {"revoked": "đã hủy bỏ", "withdrawn": "đã gỡ thông tin"}
OCCUPATION_WORDS: Mapping[Occupation, str] = {
    "worker": "Công nhân",
    "farmer": "Nông dân",
    "business": "Doanh nhân, hộ kinh doanh",
    "professional": "Trí thức, người làm chuyên môn",
    "official": "Cán bộ, công chức, viên chức",
    "armed-forces": "Lực lượng vũ trang",
    "student": "Học sinh, sinh viên",
    "retired": "Người nghỉ hưu",
    "other": "Nghề khác",
}
SILENT = "chưa có căn cứ công khai"
_LISTED_KINDS: tuple[Kind, ...] = ("group", "household", "individual")
_BASIS_ARTICLE = "Điều 8"
FIELD_FACET = "linh-vuc"


@dataclass(frozen=True)
class Card:
    """An exemplar in a list: picture or one letter, name, unit, deed, honour; ``id`` is for its heading."""

    id: str
    name: str
    address: Address
    kick: str
    unit: str
    deed: str
    by: str
    picture: Picture | None
    initial: str


@dataclass(frozen=True)
class PagerLink:
    """A step of a long list's pager; without an address it is the gap between distant pages."""

    label: str
    address: Address | None = None
    here: bool = False


def exemplar_card(catalogue: Catalogue, entry: Entry[Exemplar], pictures: Pictures) -> Card:
    """The exemplar ready for any list of cards."""
    exemplar = entry.record
    told = exemplar.organisation if exemplar.name and grounds.exemplar_shows(exemplar, "unit") else None
    unit = catalogue.organisation(told).name if told else ""
    return Card(
        f"g-{entry.id}",
        catalogue.honours.exemplar_name(exemplar),
        addresses.of("exemplars", entry.id),
        f"{KIND_WORDS[exemplar.kind]} · {exemplar.field}",
        unit,
        exemplar.deed,
        _honoured_by(catalogue, entry),
        exemplar_picture(entry, pictures),
        exemplar_initial(catalogue, exemplar),
    )


def exemplar_picture(entry: Entry[Exemplar], pictures: Pictures) -> Picture | None:
    """The exemplar's picture, where there is a ground for showing it."""
    return pictures.get(("exemplars", entry.id)) if grounds.exemplar_shows(entry.record, "photo") else None


def exemplar_initial(catalogue: Catalogue, exemplar: Exemplar) -> str:
    """The letter where a picture is missing: of the given name; of a group, of its own name (Hoa Sen: H)."""
    name = exemplar.name.name if exemplar.name else catalogue.honours.exemplar_name(exemplar)
    bare = name.partition("(")[0].strip() or name
    if exemplar.kind != "group":
        return vietnamese.initial(bare)
    words = bare.split()
    own = next((number for number in range(len(words), 0, -1) if not words[number - 1][:1].isupper()), 0)
    return (words[own] if own < len(words) else words[0])[:1].upper()


def _honoured_by(catalogue: Catalogue, entry: Entry[Exemplar]) -> str:
    """The latest honour in a few words, or who introduced the exemplar before there is one."""
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    if honours:
        award, day = catalogue.award(honours[0].list.award), honours[0].decision.record.date
        when = honours[0].list.for_period if award.kind == "title" else f"{month_words(day)}/{day.year}"
        return f"{award.name}, {when}"
    if entry.record.introduced_by and grounds.exemplar_shows(entry.record, "unit"):
        return f"Được giới thiệu: {catalogue.organisation(entry.record.introduced_by).name}"
    return ""


def counts(honours: Iterable[Honour]) -> str:
    """How many of each kind are commended: ``3 tập thể, 6 cá nhân``."""
    kinds = [honour.kind for honour in honours]
    found = [f"{kinds.count(kind)} {KIND_WORDS[kind].lower()}" for kind in _LISTED_KINDS if kind in kinds]
    return ", ".join(found)


def decision_counts(lists: Iterable[AwardList], honours: Iterable[Honour], silence: str = "") -> str:
    """How many the lists commend, of persons, groups and households; ``silence``: of how many of them no name is told.

    Those that are only counted stand apart, so that nobody takes what is said of the others to be said of them.
    """
    counted = sum(one.number for list_ in lists for one in list_.counts)
    rows = list(honours)
    gone = [(sum(row.state == state for row in rows), told) for state, told in _GONE_WORDS.items()]
    lost = ", ".join(f"{number} {told}" for number, told in gone if number)
    listed = ", ".join(filter(None, (counts(rows), f"trong đó {lost}" if lost else "", silence)))
    apart = f"chỉ đếm {vietnamese.group_digits(counted)} hộ gia đình" if counted else ""
    return "; ".join(filter(None, (listed, apart)))


def period_link(list_: AwardList) -> Link:
    """The period for which the list was judged, leading to all lists that judge it."""
    return Link(capital(list_.for_period), addresses.register_period(list_.for_period))


def award_link(catalogue: Catalogue, id_: str) -> Link:
    """The award, leading to what is known of it."""
    return Link(catalogue.award(id_).name, addresses.of("awards", id_))


def decision_link(entry: Entry[Decision]) -> Link:
    """The decision by number and day."""
    words = f"{entry.record.number}, ngày {vietnamese.format_date(entry.record.date)}"
    return Link(words, addresses.of("decisions", entry.id))


def organisation_link(catalogue: Catalogue, id_: str) -> Link:
    """The organisation's page."""
    return Link(catalogue.organisation(id_).name, addresses.of("organisations", id_))


def movement_link(catalogue: Catalogue, id_: str) -> Link:
    """The movement's page."""
    return Link(catalogue.content.of("movements")[id_].record.name, addresses.of("movements", id_))


def occasion_link(catalogue: Catalogue, id_: str) -> Link:
    """The occasion's place among the movements."""
    return Link(catalogue.content.of("occasions")[id_].record.name, addresses.of("occasions", id_))


def basis_article(catalogue: Catalogue) -> Link:
    """The article of the law that knows the six kinds of commendation."""
    return law_link(catalogue, catalogue.portal.law, _BASIS_ARTICLE)


def legal_grounds(catalogue: Catalogue, lists: Iterable[tuple[Decision, AwardList]]) -> list[Link]:
    """The articles the awards rest on: the ward's authority for each, as far as it was read, and Article 8.

    What the city or others confer rests on articles that nobody has read yet: nothing is said of them.
    """
    return [law_link(catalogue, id_, article) for id_, article in legal_articles(catalogue, lists)]


def legal_articles(catalogue: Catalogue, lists: Iterable[tuple[Decision, AwardList]]) -> dict[tuple[str, str], None]:
    """The same as ids of instruments with their articles, each once."""
    found: dict[tuple[str, str], None] = {}
    for decision, list_ in lists:
        authority = catalogue.award(list_.award).authority
        if authority.holds == "yes" and catalogue.organisation(decision.issuer).level == "ward":
            read = (one for one in authority.points if one.instrument and one.article and one.level in "AB")
            found.update(((one.instrument or "", one.article or ""), None) for one in read)
        if list_.basis:
            found[catalogue.portal.law, _BASIS_ARTICLE] = None
    return found


def field_listing(field: str) -> Address:
    """The listing of the exemplars of a field."""
    return addresses.gallery_facet(FIELD_FACET, facet_value(field))


def facet_value(label: str) -> str:
    """A value one may filter by, as part of an address."""
    return vietnamese.slug(label) or "khac"


def plan_facts(catalogue: Catalogue, parts: Iterable[str]) -> list[tuple[str, list[Link]]]:
    """For each plan, the parts of it that a record puts into practice, named by where they stand."""
    found: dict[str, list[Link]] = {}
    for address in parts:
        part = catalogue.part(address)
        found.setdefault(plan_name(catalogue, part.plan), []).append(Link(capital(part.part.spoken), part.address))
    return list(found.items())


def facts(*pairs: tuple[str, Iterable[Link]]) -> tuple[Fact, ...]:
    """The facts that have a value; a value is told once."""
    found = [Fact(label, tuple(dict.fromkeys(values))) for label, values in pairs]
    return tuple(fact for fact in found if fact.values)


def ground_words(recorded: Iterable[tuple[str, date]]) -> tuple[str, ...]:
    """Each reason (``grounds.reason``) with the day, or the first and last day, on which it was recorded."""
    days: dict[str, list[date]] = {}
    for reason, day in recorded:
        days.setdefault(reason, []).append(day)
    return tuple(f"{words}, ghi nhận {_span(min(found), max(found))}" for words, found in days.items())


def _span(first: date, last: date) -> str:
    if first == last:
        return f"ngày {vietnamese.format_date(first)}"
    return f"từ ngày {vietnamese.format_date(first)} đến ngày {vietnamese.format_date(last)}"


def capital(words: str) -> str:
    """The words with a capital at the start of their line."""
    return words[:1].upper() + words[1:]


def sample_words(flags: Sequence[bool], what: str) -> str:
    """What on a page is invented, given which of its records are samples; empty where none is."""
    if not any(flags):
        return ""
    some = "" if all(flags) else "một phần "
    words = f"{some}{what} trên trang này {'' if some else 'đều '}do người làm chuyên trang đặt ra để minh họa."
    return capital(words)


def newest(days: Iterable[date | None], as_of: date) -> date | None:
    """The newest of the days that is not after ``as_of``."""
    return max((day for day in days if day is not None and day <= as_of), default=None)


def page_count(items: Sequence[object], size: int) -> int:
    """How many pages a list takes; an empty one takes one."""
    return max(1, -(-len(items) // size))


def pager(count: int, number: int, address: Callable[[int], Address]) -> tuple[PagerLink, ...]:
    """The way through a list of ``count`` pages: before, first, around, last, after; empty for a single page."""
    if count == 1:
        return ()
    links = [PagerLink("Trang trước", address(number - 1))] if number > 1 else []
    shown = sorted({1, number - 1, number, number + 1, count} & set(range(1, count + 1)))
    for before, page in zip((0, *shown), shown, strict=False):
        if page - before > 1:
            links.append(PagerLink("…"))
        links.append(PagerLink(f"Trang {page}", address(page), page == number))
    if number < count:
        links.append(PagerLink("Trang sau", address(number + 1)))
    return tuple(links)
