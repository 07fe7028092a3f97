"""In which wording the law's articles are quoted, told wherever they are, once another law amends it."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.pages.base import Link
from generator.pages.law import law_link, level_note


class Amending(NamedTuple):
    """A law that amends it, and what is known of that."""

    law: Link
    note: str


class Wording(NamedTuple):
    """The law, the year of the wording quoted, and the laws that amend it."""

    law: Link
    year: int
    amending: tuple[Amending, ...]


def amended_wording(catalogue: Catalogue) -> Wording | None:
    """The wording that pages quote the portal's law in; None while no law of the library amends it."""
    law = catalogue.instrument(catalogue.portal.law)
    amending = tuple(
        Amending(law_link(catalogue, id_, None), _known(relation.note or "", level_note(relation.level)))
        for id_, relation in catalogue.related_from.get(catalogue.portal.law, ())
        if relation.kind == "amends"
    )
    if not amending or law.date is None:
        return None
    return Wording(law_link(catalogue, catalogue.portal.law, None), law.date.year, amending)


def _known(note: str, level: str) -> str:
    """What is known of the amendment; how surely stands in the editor's note, or behind it."""
    return note if "chưa kiểm chứng" in note else "; ".join(filter(None, (note, level)))
