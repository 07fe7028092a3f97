"""How an instrument stands to others, each relation told on both pages, with from when, which part, how surely."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.models.legislation import PartlyExpired, Relation, UnlistedRelation
from generator.pages.base import Link
from generator.pages.law import Pill, level_note, pills

# each relation as the instrument's own page words it, and as the other's page does
_WORDS = {
    "based-on": ("Căn cứ", "Là căn cứ của"),
    "guides": ("Hướng dẫn", "Được hướng dẫn bởi"),
    "details": ("Quy định chi tiết", "Được quy định chi tiết bởi"),
    "amends": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    "replaces": ("Thay thế", "Được thay thế bởi"),
    "repeals": ("Bãi bỏ", "Bị bãi bỏ bởi"),
}
_PARTLY = ("Bãi bỏ một phần", "Bị bãi bỏ một phần bởi")
_DONE_BY_OTHERS = {"amended-by": "amends", "replaced-by": "replaces", "repealed-by": "repeals"}


@dataclass(frozen=True)
class RelatedView:
    """An instrument at the other end of a relation; ``note`` says from when, which part, how surely."""

    link: Link
    pills: tuple[Pill, ...]
    note: str


@dataclass(frozen=True)
class RelationGroup:
    """The relations of one kind."""

    name: str
    items: tuple[RelatedView, ...]


def relation_groups(catalogue: Catalogue, id_: str) -> list[RelationGroup]:
    """The instrument's own relations, then those others have to it, then those to instruments not in the library."""
    groups: dict[str, list[RelatedView]] = {}
    for name, view in (*_own(catalogue, id_), *_of_others(catalogue, id_), *_with_unlisted(catalogue, id_)):
        groups.setdefault(name, []).append(view)
    return [RelationGroup(name, tuple(items)) for name, items in groups.items()]


def _own(catalogue: Catalogue, id_: str) -> Iterator[tuple[str, RelatedView]]:
    for relation in catalogue.instrument(id_).relations:
        yield _words(relation)[0], _related(catalogue, relation.instrument, relation)
    for other, entry in catalogue.content.of("legislation").items():
        for part in entry.record.partly_expired:
            if part.instrument == id_:
                yield _PARTLY[0], _listed(catalogue, other, part.level, part.part, _since(part.from_date))


def _of_others(catalogue: Catalogue, id_: str) -> Iterator[tuple[str, RelatedView]]:
    for other, relation in catalogue.related_from.get(id_, ()):
        yield _words(relation)[1], _related(catalogue, other, relation)
    for part in catalogue.instrument(id_).partly_expired:
        if part.instrument:
            yield _PARTLY[1], _listed(catalogue, part.instrument, part.level, part.part, _since(part.from_date))


def _with_unlisted(catalogue: Catalogue, id_: str) -> Iterator[tuple[str, RelatedView]]:
    instrument = catalogue.instrument(id_)
    for one in instrument.unlisted:
        yield _unlisted_words(one), _unlisted(one.number, one.level, _since(one.from_date), one.note)
    for part in instrument.partly_expired:
        if part.number and not part.instrument:
            yield _PARTLY[1], _unlisted(part.number, part.level, *_told_of(part))


def _told_of(part: PartlyExpired) -> tuple[str | None, ...]:
    return f"{part.part} hết hiệu lực", _since(part.from_date)


def _words(relation: Relation) -> tuple[str, str]:
    return _PARTLY if relation.part and relation.kind in ("replaces", "repeals") else _WORDS[relation.kind]


def _unlisted_words(one: UnlistedRelation) -> str:
    kind = _DONE_BY_OTHERS.get(one.kind)
    return _WORDS[kind][1] if kind else _WORDS[one.kind][0]


def _related(catalogue: Catalogue, other: str, relation: Relation) -> RelatedView:
    return _listed(catalogue, other, relation.level, relation.part, _since(relation.from_date), relation.note)


def _listed(catalogue: Catalogue, other: str, level: str, *told: str | None) -> RelatedView:
    link = Link(catalogue.instrument(other).name, addresses.of("legislation", other))
    return RelatedView(link, pills(catalogue, other), _note(level, *told))


def _unlisted(number: str, level: str, *told: str | None) -> RelatedView:
    return RelatedView(Link(number), (), _note(level, *told))


def _since(day: date | None) -> str | None:
    return f"từ ngày {vietnamese.format_date(day)}" if day else None


def _note(level: str, *told: str | None) -> str:
    """What is told of a relation and how surely, a warning said once."""
    words = "; ".join(filter(None, told))
    words = words if "chưa kiểm chứng" in words else "; ".join(filter(None, (words, level_note(level))))
    return words[:1].upper() + words[1:]
