"""Which files change when a person is taken down, or only the photo: the edits, and what to look for afterwards.

A pure function of the content: nothing is written here. What is typed about the person goes; the id, the row's number
and the day stay (Law 91/2025/QH15, Article 16; Decree 356/2025/NĐ-CP, Article 5).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.content import Content, Entry
from generator.models import PHOTO_KINDS, Exemplar
from generator.models.decisions import Commendation
from generator.models.honours import Name
from generator.suppressions import Person, bare_name, core_name
from generator.takedown.edits import Edit, Edits, Unlinked
from generator.takedown.targets import Row, Target, TargetUnknown, all_rows, row_at, unread
from generator.takedown.traces import Traces, sentences_of

_ANYBODYS = 2
"""In so many stories of others a sentence is a turn of phrase and tells of nobody."""
_AND = re.compile(r"\s+(?:và|cùng)\s+|\s*[,;/]\s*")


@dataclass(frozen=True)
class Planned:
    """What a command would change, and what then must be gone.

    ``changes`` holds new texts by file, None for a file that goes. ``exemplars`` and ``rows`` are what it is about.
    ``before`` is the day on which it was done already. ``photoless``: only the photo was to go, and there is none.
    """

    who: str
    changes: Mapping[Path, str | None] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    traces: Traces = field(default_factory=Traces)
    exemplars: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    people: tuple[Person, ...] = ()
    before: date | None = None
    unlinked: tuple[Unlinked, ...] = ()
    photoless: bool = False


def plan_withdrawal(content: Content, target: Target, as_of: date, salt: str) -> Planned:
    """What taking the person down changes; ``salt`` is for a list of suppressions that is not there yet.

    Raises TargetUnknown for a target that is no person.
    """
    _need_suppressions(content)
    id_, row = _person_at(content, target)
    rows = tuple(at for at, _, one in all_rows(content) if (id_ and one.exemplar == id_) or at == row)
    found = [row_at(content, at) for at in rows]
    exemplar: Entry[Exemplar] | None = content.of("exemplars").get(id_)
    before = _withdrawn_on(content, id_, found)
    people = _people(exemplar, found)
    work = Edits(content)
    if exemplar is not None:
        work.replace(exemplar.file, f"withdrawn: {as_of.isoformat()}\n", "chỉ còn ngày gỡ")
    if id_:
        work.remove_photos(id_)
    for at, one in zip(rows, found, strict=True):
        if one.withdrawn is None or one.exemplar:
            work.reduce_row(at, one, exemplar, before if before and not exemplar else as_of)
    if id_:
        work.drop_references(id_)
    work.suppress(people, before or as_of, salt, photo_only=False)
    traces = Traces(
        ids=(id_,) if id_ else (),
        names=tuple(name for person in people for name in names_in(person.name)),
        sentences=_telling(content, exemplar, found, set(rows)),
        other_ids=longer_ids(content, id_),
    )
    if before is not None and not people:
        traces = _by_hash(content, traces, before)
    who, ids = (f"gương {id_}", (id_,)) if id_ else (f"dòng {row}", ())
    return Planned(who, work.changes, tuple(work.told), traces, ids, rows, people, before, work.unlinked)


def plan_photo_withdrawal(content: Content, target: Target, as_of: date, salt: str) -> Planned:
    """What taking down the photo alone changes. Raises TargetUnknown for what has no photo of its own."""
    _need_suppressions(content)
    id_, row = _person_at(content, target)
    entry: Entry[Exemplar] | None = content.of("exemplars").get(id_)
    if not id_:
        raise TargetUnknown(f"dòng {row} không có ảnh riêng; chỉ gương mới có ảnh")
    if entry is None:
        raise TargetUnknown(f"gương {id_} đã gỡ hết thông tin, không còn ảnh")
    record, work = entry.record, Edits(content)
    people = _people(entry, [])
    listed = content.of("suppressions").get("suppressions")
    before = None
    if listed is not None and record.photo is None:
        digests = {person.digest(listed.record.salt) for person in people}
        before = next((one.withdrawn for one in listed.record.people if one.photo_only and one.person in digests), None)
    work.remove_photos(id_)
    work.drop_photo_fields(entry)
    work.suppress(people, before or as_of, salt, photo_only=True)
    others = {
        sentence
        for kind in PHOTO_KINDS
        for other in content.of(kind).values()
        if other is not entry and other.record.photo
        for sentence in sentences_of(other.record.photo.alt)
    }
    alt = sentences_of(record.photo.alt) if record.photo else ()
    traces = Traces(sentences=tuple(sentence for sentence in alt if sentence not in others))
    photoless = record.photo is None and not content.photos.get(("exemplars", id_))
    return Planned(f"gương {id_}", work.changes, tuple(work.told), traces, (id_,), before=before, photoless=photoless)


def names_in(name: str) -> tuple[str, ...]:
    """The name, and where it is several people's ("ông A và bà B") each of them; a unit's name has words in small."""
    parts = _AND.split(name)
    people = all(len(bare_name(part).split()) > 1 and _is_capitalised(part) for part in parts)
    return tuple(dict.fromkeys((name, *(parts if people else ()))))


def _is_capitalised(name: str) -> bool:
    words = name.split()
    rest = words[len(words) - len(bare_name(name).split()) :]
    return all(word[:1].isupper() for word in rest)


def longer_ids(content: Content, *ids: str) -> frozenset[str]:
    """The ids of other records that begin with one of these: a search for the one must not find the other."""
    known = {entry.id.rpartition("/")[2] for entry in content.all()}
    return frozenset(other for other in known - set(ids) for id_ in ids if id_ and other.startswith(f"{id_}-"))


def _person_at(content: Content, target: Target) -> tuple[str, Row | None]:
    """The exemplar's id, or the row of somebody who has none."""
    if target.exemplar:
        return target.exemplar, None
    if target.list is None or target.row is None:
        raise TargetUnknown(
            f"“{target}” là một quyết định hay danh sách, không phải một người. Cách sửa: gỡ từng người, "
            f"viết rõ dòng như {target.decision}#1.3 (danh sách 1, dòng 3)",
            usage=True,
        )
    row = Row(target.decision, target.list, target.row)
    id_ = row_at(content, row).exemplar or ""
    if ("exemplars", id_) in content.unread:
        raise unread(content, "exemplars", id_)
    return id_, row


def _need_suppressions(content: Content) -> None:
    if ("suppressions", "suppressions") in content.unread:
        raise unread(content, "suppressions", "suppressions")


def _withdrawn_on(content: Content, id_: str, rows: Iterable[Commendation]) -> date | None:
    if id_:
        entry = content.of("withdrawals").get(id_)
        return entry.record.withdrawn if entry else None
    return next((row.withdrawn for row in rows if row.withdrawn), None)


def _people(exemplar: Entry[Exemplar] | None, rows: Iterable[Commendation]) -> tuple[Person, ...]:
    """Every spelling of name and unit under which the person is known; an organisation is nobody's name."""
    units = [exemplar.record.organisation] if exemplar else []
    names: list[Name] = [exemplar.record.name] if exemplar and exemplar.record.name else []
    for row in rows:
        units += [row.organisation] if row.organisation or not exemplar else []
        names += [row.name] if row.name else []
    spellings = dict.fromkeys(spelling for name in names for spelling in _spellings(name.name))
    return tuple(dict.fromkeys(Person(spelling, unit) for spelling in spellings for unit in units))


def _spellings(name: str) -> Iterator[str]:
    """The name as typed, and without the rank or note around it, where that is another name of more than one word."""
    yield name
    core = core_name(name)
    if " " in bare_name(core) and bare_name(core) != bare_name(name):
        yield core


def _telling(
    content: Content, exemplar: Entry[Exemplar] | None, rows: Iterable[Commendation], taken: set[Row]
) -> tuple[str, ...]:
    """The longer sentences said of the person alone: what another row or exemplar says word for word is not theirs.

    Another's story may tell the person's own deed, so a sentence of it is anybody's only where two of them have it.
    """
    own: list[str | None] = [row.achievement for row in rows]
    if exemplar is not None:
        record = exemplar.record
        own += [record.deed, record.story, record.photo.alt if record.photo else None]
    others = {
        sentence for at, _, row in all_rows(content) if at not in taken for sentence in sentences_of(row.achievement)
    }
    told: Counter[str] = Counter()
    for entry in content.of("exemplars").values():
        if entry is not exemplar:
            others.update(sentences_of(entry.record.deed, entry.record.photo.alt if entry.record.photo else None))
            told.update(sentences_of(entry.record.story))
    others.update(sentence for sentence, times in told.items() if times >= _ANYBODYS)
    return tuple(sentence for sentence in sentences_of(*own) if sentence not in others)


def _by_hash(content: Content, traces: Traces, day: date) -> Traces:
    """The same search with the hashes of those taken down that day: the name itself is no longer kept anywhere."""
    entry = content.of("suppressions").get("suppressions")
    if entry is None:
        return traces
    digests = frozenset(one.name for one in entry.record.people if one.withdrawn == day and not one.photo_only)
    return Traces(traces.ids, traces.names, traces.sentences, entry.record.salt, digests, traces.other_ids)
