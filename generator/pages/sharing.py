"""What a link to an exemplar says where it is shared: name and deed, or, without the ground for it, the deed alone."""

from __future__ import annotations

import re

from generator import grounds
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.head import Head
from generator.pages.honours import KIND_WORDS
from generator.pages.linked_data import honoured


def exemplar_head(catalogue: Catalogue, entry: Entry[Exemplar]) -> Head:
    """The head of the exemplar's page."""
    exemplar = entry.record
    thing = honoured(catalogue, entry)
    if grounds.name_may_travel(exemplar):
        return Head(thing=thing)
    return Head(unnamed(exemplar), shared_deed(catalogue, exemplar), thing=thing)


def unnamed(exemplar: Exemplar) -> str:
    """What the exemplar is called where its name may not go; of a child not even the field is told."""
    if _is_child(exemplar):
        return "Gương người tốt, việc tốt"
    field = f"{exemplar.field[:1].lower()}{exemplar.field[1:]}"
    return f"Gương điển hình: {KIND_WORDS[exemplar.kind].lower()}, lĩnh vực {field}"


def shared_deed(catalogue: Catalogue, exemplar: Exemplar) -> str:
    """The deed, unless it tells who did it and that may not be told: a child's always does."""
    if grounds.name_may_travel(exemplar):
        return exemplar.deed
    if _is_child(exemplar) or _names(exemplar, exemplar.deed):
        return f"Một tấm gương người tốt, việc tốt ở {catalogue.portal.ward[:1].lower()}{catalogue.portal.ward[1:]}."
    return exemplar.deed


def _is_child(exemplar: Exemplar) -> bool:
    return exemplar.kind == "individual" and exemplar.age_group != "adult"


def _names(exemplar: Exemplar, text: str) -> bool:
    """Whether the text holds the given name, as ``anh Vĩ`` does, or any other part of the name with a capital."""
    own = exemplar.name.name.split() if exemplar.name else []
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in own[-1:])
