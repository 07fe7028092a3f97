"""Cross-references both ways: who names whom, who must do what. Assumes checked content. Honours are in ``honours``.

Built once, read by every page. Everything is in a fixed order; nothing here depends on a clock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, wraps
from typing import Any, Literal, TypeVar, TypeVarTuple, get_args

from pydantic import BaseModel

from generator import numbering, parts
from generator.addresses import Address
from generator.citations import recogniser
from generator.content import Content, Entry
from generator.honours import Honours
from generator.mentions import Mention, names_in
from generator.models import Annex, Award, Instrument, Organisation, Plan, Portal
from generator.models.legislation import Relation
from generator.models.plan import Task, TaskProgress
from generator.parts import PlanPart
from generator.succession import Succession
from generator.task_states import latest_states

Role = Literal["lead", "join"]
T = TypeVar("T")
Asked = TypeVarTuple("Asked")


@dataclass(frozen=True)
class Duty:
    """One organisation's role in one task; ``through`` is the group by which the annex names it, if not by itself."""

    plan: str
    key: str
    task: Task
    role: Role
    through: str = ""


class Catalogue:
    """The checked content and its cross-references, as of a day."""

    def __init__(self, content: Content, as_of: date) -> None:
        self.content = content
        self.as_of = as_of
        self.honours = Honours(content, as_of)
        self.answers: dict[object, dict[tuple[Any, ...], Any]] = defaultdict(dict)
        self.portal: Portal = content.of("portal")["portal"].record
        self.names = names_in(content)
        self.recogniser = recogniser(content)

    # what there is -----------------------------------------------------------------------------------------------

    def instrument(self, id_: str) -> Instrument:
        """The instrument of that id."""
        record: Instrument = self.content.of("legislation")[id_].record
        return record

    def organisation(self, id_: str) -> Organisation:
        """The organisation of that id."""
        record: Organisation = self.content.of("organisations")[id_].record
        return record

    def award(self, id_: str) -> Award:
        """The award of that id."""
        record: Award = self.content.of("awards")[id_].record
        return record

    def plan(self, id_: str) -> Plan:
        """The plan of that id."""
        record: Plan = self.content.of("plans")[id_].record
        return record

    def annex(self, id_: str) -> Annex | None:
        """The annex of the plan, if it has one."""
        entry = self.content.of("annexes").get(id_)
        return entry.record if entry else None

    def is_published(self, kind: str, id_: str) -> bool:
        """Whether there is such a record and it has its page now."""
        published = self.honours.published(kind)
        return id_ in (self.content.of(kind) if published is None else published)

    # the plan ----------------------------------------------------------------------------------------------------

    @cached_property
    def plan_parts(self) -> Mapping[str, tuple[PlanPart, ...]]:
        """Every addressed part of every plan, its tasks' cells included, with what it names."""
        plans = self.content.of("plans").items()
        return {id_: parts.plan_parts(self.names, id_, entry.record, self.annex(id_)) for id_, entry in plans}

    @cached_property
    def document_parts(self) -> Mapping[str, tuple[PlanPart, ...]]:
        """For each published document with its whole text: its parts, with what each names."""
        texts = {entry.id: entry.record.text for entry in self.honours.documents}
        return {id_: parts.document_parts(self.names, id_, text) for id_, text in texts.items() if text is not None}

    def part(self, address: str) -> PlanPart:
        """The part of a plan written ``2026#muc-i-2-b``."""
        return self._parts_by_address[address]

    def has_part(self, address: str) -> bool:
        """Whether a plan has the part written ``2026#muc-i-2-b``."""
        return address in self._parts_by_address

    def parts_below(self, part: PlanPart) -> tuple[PlanPart, ...]:
        """The parts right below a clause or a point, in order: what a heading such as "Giao Phòng …" asks for."""
        return self._below.get(part.address, ()) if part.part.level in ("clause", "point") else ()

    @cached_property
    def _below(self) -> Mapping[Address, tuple[PlanPart, ...]]:
        found: dict[Address, list[PlanPart]] = defaultdict(list)
        for own in self.plan_parts.values():
            above: list[PlanPart] = []
            for part in own:
                del above[part.part.depth :]
                if above and part.part.depth:
                    found[above[-1].address].append(part)
                above.append(part)
        return {address: tuple(below) for address, below in found.items()}

    @cached_property
    def _parts_by_address(self) -> Mapping[str, PlanPart]:
        backwards = (part for own in self.plan_parts.values() for part in reversed(own))
        return {f"{part.plan}#{part.part.id}": part for part in backwards}

    @cached_property
    def named_in(self) -> Mapping[tuple[str, str], tuple[tuple[PlanPart, Mention], ...]]:
        """For each record named in a plan: the exact parts that name it, in the order of the text."""
        found: dict[tuple[str, str], list[tuple[PlanPart, Mention]]] = defaultdict(list)
        for id_, own in self.plan_parts.items():
            for part in (*own, *parts.notes(self.names, self.plan(id_), own)):
                for mention in part.mentions:
                    found[mention.kind, mention.id].append((part, mention))
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """For each organisation: the tasks it leads and joins, by itself and through the groups it belongs to."""
        direct: dict[str, list[Duty]] = defaultdict(list)
        for id_, entry in self.content.of("annexes").items():
            for key, task in zip(numbering.task_keys(entry.record), entry.record.tasks, strict=True):
                for organisation in task.led_by:
                    direct[organisation].append(Duty(id_, key, task, "lead"))
                for organisation in task.joined_by:
                    direct[organisation].append(Duty(id_, key, task, "join"))
        found: dict[str, list[Duty]] = {id_: list(duties) for id_, duties in direct.items()}
        for group, entry in self.content.of("organisations").items():
            for member in entry.record.members:
                inherited = (Duty(duty.plan, duty.key, duty.task, duty.role, group) for duty in direct.get(group, ()))
                known = {(duty.plan, duty.key) for duty in direct.get(member, ())}
                found.setdefault(member, []).extend(duty for duty in inherited if (duty.plan, duty.key) not in known)
        return {id_: tuple(duties) for id_, duties in found.items()}

    def progress_of(self, plan: str, key: str) -> TaskProgress | None:
        """The latest state recorded for the task that may be told on the day, if any."""
        return self._progress.get(plan, {}).get(key)

    @cached_property
    def _progress(self) -> Mapping[str, Mapping[str, TaskProgress]]:
        entries = self.content.of("progress").items()
        return {id_: latest_states(entry.record, self.is_published, self.as_of) for id_, entry in entries}

    # the law -----------------------------------------------------------------------------------------------------

    @cached_property
    def succession(self) -> Succession:
        """What became of each instrument."""
        return Succession(self.content)

    @cached_property
    def related_from(self) -> Mapping[str, tuple[tuple[str, Relation], ...]]:
        """For each instrument: the relations other instruments have to it, as (other's id, relation)."""
        found: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
        for id_, entry in self.content.of("legislation").items():
            for relation in entry.record.relations:
                found[relation.instrument].append((id_, relation))
        return {id_: tuple(pairs) for id_, pairs in found.items()}

    @cached_property
    def referred_by(self) -> Mapping[tuple[str, str], tuple[Entry[Any], ...]]:
        """For each record: the published records that refer to it in a field, each once."""
        found: dict[tuple[str, str], dict[tuple[str, str], Entry[Any]]] = defaultdict(dict)
        for entry in self._published():
            for reference in entry.references:
                found[reference.kind, reference.target][entry.kind, entry.id] = entry
        return {key: tuple(entries.values()) for key, entries in found.items()}

    def _published(self) -> Iterable[Entry[Any]]:
        for kind in self.content.entries:
            published = self.honours.published(kind)
            entries = self.content.of(kind)
            yield from entries.values() if published is None else (entries[id_] for id_ in sorted(published))

    def modified(self, entry: Entry[Any]) -> date | None:
        """The newest day in the record, not after the day the site is made for; None where it holds none."""
        return _newest_day(self, entry)

    @cached_property
    def last_modified(self) -> date:
        """The newest day in the record that is not after the day the site is made for."""
        days = (self.modified(entry) for entry in self.content.all())
        return max((day for day in days if day is not None), default=self.as_of)


def remembered(make: Callable[[Catalogue, *Asked], T]) -> Callable[[Catalogue, *Asked], T]:
    """The function of a catalogue, its answers kept as long as the catalogue: of what thousands of pages ask alike."""

    @wraps(make)
    def answer(catalogue: Catalogue, *asked: *Asked) -> T:
        known: dict[tuple[Any, ...], T] = catalogue.answers[make]
        if asked not in known:
            known[asked] = make(catalogue, *asked)
        return known[asked]

    return answer


@remembered
def _newest_day(catalogue: Catalogue, entry: Entry[Any]) -> date | None:
    days: list[date] = []
    _gather_days(entry.record, days)
    return max((day for day in days if day <= catalogue.as_of), default=None)


def _gather_days(value: Any, found: list[date]) -> None:
    """Adds every day the value holds, at any depth."""
    if isinstance(value, date):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather_days(item, found)
    elif isinstance(value, BaseModel):
        held = vars(value)
        for name in _fields_with_days(type(value)):
            if item := held[name]:
                _gather_days(item, found)


@cache
def _fields_with_days(model: type[BaseModel]) -> tuple[str, ...]:
    """The model's fields that may hold a day, in themselves or in a record: a third of all fields."""
    return tuple(name for name, info in model.model_fields.items() if _may_hold_days(info.annotation))


def _may_hold_days(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, date | BaseModel):
        return True
    return any(_may_hold_days(inner) for inner in get_args(annotation))
