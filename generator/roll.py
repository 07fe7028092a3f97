"""The roll of honour as the guards read it: every row of every decision, and every text said of honoured people.

Only these texts are judged by the guards on privacy; plans, law and guidance say what they must. A new kind of record
that speaks of people is one line in ``_SAID``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from generator import grounds, prose, suppressions
from generator.content import Content, Entry
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList, Commendation
from generator.models.honours import AgeGroup, Ground, Name

Person = tuple[str, str]
"""A name as two spellings of one person share it, and the id of the unit; either may be empty."""
Path = tuple[str | int, ...]
_Fields = Mapping[str, Any]

_NAME: _Fields = {"courtesy": None, "name": None, "position": None}
_PHOTO: _Fields = {"alt": None, "credit": None}
# The fields of each kind that hold such texts; what holds records or a list of them names the fields below.
_SAID: Mapping[str, _Fields] = {
    "decisions": {
        "title": None,
        "lists": {"commendations": {"name": _NAME, "achievement": None}},
        "corrections": {"text": None},
    },
    "exemplars": {"name": _NAME, "deed": None, "story": None, "photo": _PHOTO},
    "practices": {"name": None, "summary": None, "story": None, "photo": _PHOTO},
    "consultations": {"title": None},
    "movements": {"results": {"text": None}},
    "blocs": {"result": {"text": None}},
}


class Said(NamedTuple):
    """A text said of honoured people: whose record, at which path, the words, each block of prose on one line."""

    entry: Entry[Any]
    path: Path
    text: str


class Row(NamedTuple):
    """A row of a decision's list, where it stands, and the exemplar it names, if that one is still there."""

    entry: Entry[Decision]
    path: Path
    list: AwardList
    commendation: Commendation
    exemplar: Exemplar | None

    def is_revoked(self, as_of: date) -> bool:
        """Whether the award of the row was revoked by the day, alone, with its list or with the whole decision."""
        by = self.commendation.revoked or self.list.revoked or self.entry.record.revoked
        return by is not None and by.date <= as_of


class Individual(NamedTuple):
    """The one person of whom a text is said: age group and name as written, the ground for showing it."""

    age_group: AgeGroup | None
    name: Name | None
    ground: Ground | None


@lru_cache(maxsize=1)  # the rules of words read them in a row
def said(content: Content) -> Sequence[Said]:
    """Every text said of honoured people, record by record, in the order of the fields."""
    texts: list[Said] = []
    for kind, fields in _SAID.items():
        for entry in content.of(kind).values():
            _gather(entry, entry.record, (), fields, texts)
    return texts


def _gather(entry: Entry[Any], value: Any, path: Path, fields: _Fields, texts: list[Said]) -> None:
    """Adds the texts below the value."""
    for name, below in fields.items():
        inner = getattr(value, name)
        if inner is None:
            continue
        if below is None:
            texts.append(Said(entry, (*path, name), prose.flowing(inner) if name == "story" else inner))
        elif isinstance(inner, tuple):
            for number, item in enumerate(inner):
                _gather(entry, item, (*path, name, number), below, texts)
        else:
            _gather(entry, inner, (*path, name), below, texts)


def individual(content: Content, entry: Entry[Any], path: Path) -> Individual | None:
    """The person of whom the text at the path is said, where a row or an exemplar tells of one person."""
    record = entry.record
    if entry.kind == "exemplars":
        return Individual(record.age_group, record.name, record.shown) if record.kind == "individual" else None
    if entry.kind != "decisions" or len(path) < 5:
        return None  # the title and the corrections tell of many
    list_ = record.lists[path[1]]
    row = list_.commendations[path[3]]
    told = content.of("exemplars").get(row.exemplar) if row.exemplar else None
    if grounds.kind_of(row, told.record if told else None) != "individual":
        return None
    age_group = told.record.age_group if told else row.age_group or list_.age_group
    ground = grounds.ground_of(row, list_.shown, record.shown)
    return Individual(age_group, told.record.name if told else row.name, ground)


@lru_cache(maxsize=1)  # several rules read them in a row
def rows(content: Content) -> Sequence[Row]:
    """Every row of every decision, without those of people taken down."""
    found: list[Row] = []
    exemplars, withdrawn = content.of("exemplars"), content.of("withdrawals")
    for entry in content.of("decisions").values():
        for number, list_ in enumerate(entry.record.lists):
            for place, row in enumerate(list_.commendations):
                if row.withdrawn is None and row.exemplar not in withdrawn:
                    exemplar = exemplars[row.exemplar].record if row.exemplar in exemplars else None
                    found.append(Row(entry, ("lists", number, "commendations", place), list_, row, exemplar))
    return found


def person(name: Name | None, organisation: str | None) -> Person:
    """Who is named, as far as name and unit tell: equal for two spellings, and for two people of one name and unit."""
    return suppressions.bare_name(name.name) if name else "", organisation or ""
