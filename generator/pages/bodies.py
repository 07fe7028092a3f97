"""Emulation blocs and clusters year by year, and the council: who sits there, what was pledged, what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Council, EmulationBloc
from generator.models.bodies import BlocResult, Pledge
from generator.pages.base import REPORT, Fact, Link, Page, part_link, plan_name, quotations
from generator.pages.documents import document_links, published_document
from generator.pages.honours import facts, newest, organisation_link, plan_facts, sample_words
from generator.vietnamese import sort_key

_LEVELS = {"ward": "Khối thi đua của phường", "city": "Cụm thi đua của thành phố"}
_WHOLE_PART = 2_000
"""Characters on both sides of a name: enough to quote any part of a plan whole."""


@dataclass(frozen=True)
class BlocRow:
    """A bloc in the list: its head, how many members, what is known of its pledge and result."""

    link: Link
    about: str
    state: str


@dataclass(frozen=True)
class BlocGroup:
    """The blocs of one level in one year."""

    name: str
    rows: tuple[BlocRow, ...]


@dataclass(frozen=True)
class BlocYear:
    """The blocs and clusters of one year."""

    id: str
    name: str
    total: int
    groups: tuple[BlocGroup, ...]


@dataclass(frozen=True)
class Clause:
    """A part of the plan quoted whole."""

    where: Link
    text: str


@dataclass(frozen=True)
class MemberRow:
    """One seat of the council: the role, the office that holds it, a name where a published paper gives one."""

    role: str
    office: Link
    name: str


def body_pages(catalogue: Catalogue) -> list[Page]:
    """The blocs by year, a page for each, and the council."""
    blocs = catalogue.content.of("blocs").values()
    return [_blocs(catalogue), *(_bloc(catalogue, entry) for entry in blocs), _council(catalogue)]


def clauses(catalogue: Catalogue, parts: tuple[str, ...]) -> list[Clause]:
    """The parts of a plan, quoted whole."""
    return [Clause(part_link(catalogue, part), catalogue.part(part).text) for part in parts]


def _blocs(catalogue: Catalogue) -> Page:
    entries = list(catalogue.content.of("blocs").values())
    years = sorted({entry.record.year for entry in entries}, reverse=True)
    context = {
        "years": [_year(catalogue, year, [one for one in entries if one.record.year == year]) for year in years],
        "clauses": clauses(catalogue, catalogue.portal.parts.blocs),
    }
    return Page(
        addresses.BLOCS, "pages/blocs.md", "Cụm, khối thi đua",
        "Khối thi đua của phường và cụm thi đua của thành phố: trưởng khối, thành viên, giao ước, kết quả từng năm.",
        "library", crumbs=(Link("Cụm, khối thi đua"),),
        sample=sample_words([entry.record.sample for entry in entries], "cụm, khối"),
        modified=newest((catalogue.modified(entry) for entry in entries), catalogue.as_of), context=context,
    )  # fmt: skip


def _year(catalogue: Catalogue, year: int, entries: list[Entry[EmulationBloc]]) -> BlocYear:
    ordered = sorted(entries, key=lambda entry: sort_key(entry.record.name))
    groups = [
        BlocGroup(name, tuple(_row(catalogue, entry) for entry in ordered if entry.record.level == level))
        for level, name in _LEVELS.items()
    ]
    return BlocYear(f"nam-{year}", f"Năm {year}", len(entries), tuple(group for group in groups if group.rows))


def _row(catalogue: Catalogue, entry: Entry[EmulationBloc]) -> BlocRow:
    bloc = entry.record
    head = [f"Trưởng: {catalogue.organisation(bloc.head).name}"] if bloc.head else []
    members = len(bloc.members) + len(bloc.others)
    about = [*head, f"{members} thành viên" if members else "chưa công bố thành viên"]
    state = "Đã có kết quả" if _result(catalogue, bloc) else "Đã ký giao ước" if _pledge(catalogue, bloc) else ""
    return BlocRow(Link(bloc.name, addresses.of("blocs", entry.id)), " · ".join(about), state)


def _pledge(catalogue: Catalogue, bloc: EmulationBloc) -> Pledge | None:
    """The pledge, once its day has come."""
    return bloc.pledge if bloc.pledge and bloc.pledge.date <= catalogue.as_of else None


def _result(catalogue: Catalogue, bloc: EmulationBloc) -> BlocResult | None:
    """The result, once its day has come."""
    return bloc.result if bloc.result and bloc.result.date <= catalogue.as_of else None


def _bloc(catalogue: Catalogue, entry: Entry[EmulationBloc]) -> Page:
    bloc = entry.record
    pledge, result = _pledge(catalogue, bloc), _result(catalogue, bloc)
    level = f"{_LEVELS[bloc.level]} · năm {bloc.year}"
    context = {
        "level": level,
        "facts": _bloc_facts(catalogue, bloc),
        "members": [organisation_link(catalogue, id_) for id_ in bloc.members] + [Link(one) for one in bloc.others],
        "pledge": pledge,
        "pledge_documents": document_links(catalogue, pledge.document) if pledge else [],
        "result": result,
        "ranking": [(one.place, organisation_link(catalogue, one.organisation)) for one in result.ranking]
        if result
        else [],
        "result_documents": document_links(catalogue, result.document) if result else [],
        "report": REPORT,
    }
    return Page(
        addresses.of("blocs", entry.id), "pages/bloc.md", bloc.name,
        f"{bloc.name}, năm {bloc.year}: thành viên, giao ước thi đua và kết quả.", "bloc",
        crumbs=(Link("Cụm, khối thi đua", addresses.BLOCS), Link(bloc.name)),
        sample=sample_words([bloc.sample], "cụm, khối, giao ước và kết quả"),
        modified=catalogue.modified(entry), context=context,
    )  # fmt: skip


def _bloc_facts(catalogue: Catalogue, bloc: EmulationBloc) -> tuple[Fact, ...]:
    body = "cụm" if bloc.level == "city" else "khối"
    return facts(
        (f"Trưởng {body}", [organisation_link(catalogue, bloc.head)] if bloc.head else []),
        (f"Phó trưởng {body}", [organisation_link(catalogue, bloc.deputy)] if bloc.deputy else []),
        ("Năm", [Link(str(bloc.year), Address(addresses.BLOCS.page, f"nam-{bloc.year}"))]),
        *plan_facts(catalogue, bloc.fulfils),
    )


def _council(catalogue: Catalogue) -> Page:
    id_ = catalogue.portal.council
    name = catalogue.organisation(id_).name
    entry = catalogue.content.of("council").get("council")
    council: Council = entry.record if entry else Council()
    founding = published_document(catalogue, council.founded_by)
    organisations = catalogue.content.of("organisations")
    bodies = [id_, *(other for other, one in organisations.items() if one.record.part_of == id_)]
    context = {
        "name": name,
        "plan": plan_name(catalogue, catalogue.portal.plan),
        "unknown": _unknown(council, founded=founding is not None, planned=_is_told(catalogue, council.work_plan)),
        "facts": facts(
            ("Quyết định thành lập", document_links(catalogue, council.founded_by)),
            ("Kế hoạch công tác", document_links(catalogue, council.work_plan)),
            *plan_facts(catalogue, council.fulfils),
        ),
        "members": [
            MemberRow(
                one.role,
                organisation_link(catalogue, one.office) if one.office else Link(one.position or ""),
                (one.name or "") if founding else "",
            )
            for one in council.members
        ],
        "bodies": [
            {
                "link": organisation_link(catalogue, body),
                "note": catalogue.organisation(body).note or "",
                "quotations": quotations(catalogue, "organisations", body, reach=_WHOLE_PART),
            }
            for body in bodies
        ],
    }
    return Page(
        addresses.COUNCIL, "pages/council.md", name,
        "Hội đồng làm gì theo kế hoạch của phường; quyết định thành lập, thành viên, kế hoạch công tác khi đã công bố.",
        "text", crumbs=(Link(name),),
        sample=sample_words([council.sample], "thành viên, quyết định và kế hoạch của Hội đồng"),
        modified=catalogue.modified(entry) if entry else None, context=context,
    )  # fmt: skip


def _is_told(catalogue: Catalogue, document: str | None) -> bool:
    return published_document(catalogue, document) is not None


def _unknown(council: Council, *, founded: bool, planned: bool) -> list[str]:
    """What the ward has not published of the council, in words."""
    known = (
        (founded, "quyết định thành lập"),
        (bool(council.members), "danh sách thành viên"),
        (planned, "kế hoạch công tác"),
    )
    return [words for is_known, words in known if not is_known]
