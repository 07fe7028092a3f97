"""What each organisation takes part in and put out: movements, emulation blocs, the council, documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.catalogue import Catalogue
from generator.models import EmulationBloc
from generator.pages.base import Link
from generator.pages.documents import document_link
from generator.pages.honours import movement_link


@dataclass(frozen=True)
class Membership:
    """One movement or body an organisation belongs to, its part in it, and whether the record is a sample."""

    link: Link
    role: str
    sample: bool


@dataclass(frozen=True)
class Memberships:
    """What every organisation takes part in, by its id, and the documents it issued; found once for all of them."""

    movements: Mapping[str, list[Membership]]
    bodies: Mapping[str, list[Membership]]
    documents: Mapping[str, list[Membership]]


_Found = Iterator[tuple[str, Membership]]


def memberships(catalogue: Catalogue) -> Memberships:
    """The movements, bodies and documents of every organisation; a group's members take part with it."""
    return Memberships(
        _grouped(_of_movements(catalogue)),
        _grouped([*_of_council(catalogue), *_of_blocs(catalogue)]),
        _grouped(
            (entry.record.issuer, Membership(document_link(entry), "", entry.record.sample))
            for entry in catalogue.honours.documents
        ),
    )


def _of_movements(catalogue: Catalogue) -> _Found:
    for movement, entry in catalogue.content.of("movements").items():
        link, sample = movement_link(catalogue, movement), entry.record.sample
        yield entry.record.launched_by, Membership(link, "Phát động", sample)
        for id_, through in _with_members(catalogue, entry.record.participants):
            yield id_, Membership(link, f"Tham gia{through}", sample)


def _of_blocs(catalogue: Catalogue) -> _Found:
    newest = sorted(catalogue.content.of("blocs").values(), key=lambda entry: (-entry.record.year, entry.id))
    for entry in newest:
        bloc: EmulationBloc = entry.record
        link = Link(f"{bloc.name}, năm {bloc.year}", addresses.of("blocs", entry.id))
        body = "cụm" if bloc.level == "city" else "khối"
        for id_, role in ((bloc.head, f"Trưởng {body}"), (bloc.deputy, f"Phó trưởng {body}")):
            if id_:
                yield id_, Membership(link, role, bloc.sample)
        for id_, through in _with_members(catalogue, bloc.members):
            yield id_, Membership(link, f"Thành viên{through}", bloc.sample)


def _of_council(catalogue: Catalogue) -> _Found:
    link = Link(catalogue.organisation(catalogue.portal.council).name, addresses.COUNCIL)
    yield catalogue.portal.council, Membership(Link("Trang của Hội đồng", addresses.COUNCIL), "", sample=False)
    for entry in catalogue.content.of("council").values():
        for member in entry.record.members:
            if member.office:
                yield member.office, Membership(link, member.role, entry.record.sample)


def _with_members(catalogue: Catalogue, ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The organisations, then the members of those that are groups, with the words for the group they come through."""
    yield from ((id_, "") for id_ in ids)
    for group in map(catalogue.organisation, ids):
        yield from ((member, f" cùng {group.name}") for member in group.members)


def _grouped(pairs: Iterable[tuple[str, Membership]]) -> Mapping[str, list[Membership]]:
    """The memberships by organisation; of two in one thing the first, which says more, is told."""
    found: dict[str, dict[Link, Membership]] = defaultdict(dict)
    for id_, membership in pairs:
        found[id_].setdefault(membership.link, membership)
    return {id_: list(told.values()) for id_, told in found.items()}
