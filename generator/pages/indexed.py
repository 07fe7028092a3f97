"""What the search index is told of an exemplar: the values it is filtered by, its places in the sorts, its card."""

from __future__ import annotations

from dataclasses import dataclass

from generator import vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.facets import Value
from generator.pages.honours import Card
from generator.pages.searched import kind_value


@dataclass(frozen=True)
class Indexed:
    """The facts of one page that the index keeps: ``newest`` and ``name`` sort as plain text, letter by letter."""

    values: tuple[Value, ...]
    newest: str
    name: str
    card: Card


def indexed(catalogue: Catalogue, entry: Entry[Exemplar], values: tuple[Value, ...], card: Card) -> Indexed:
    """What the index is told of the exemplar; the order by day is that of the gallery."""
    exemplar = entry.record
    name = exemplar.name.name if exemplar.name else card.name
    bare = name.partition("(")[0].strip() or name
    day = catalogue.honours.told_on(entry)
    sorted_by_name = vietnamese.name_text(bare, person=exemplar.kind != "group")
    return Indexed((kind_value("guong"), *values), f"{day.isoformat()}-{entry.id}", sorted_by_name, card)
