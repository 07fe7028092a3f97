"""In which wording the law's articles are quoted, told wherever they are, once another law has amended it."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.pages.base import Link
from generator.pages.law import law_link


class Wording(NamedTuple):
    """The law, and the year of the wording quoted."""

    law: Link
    year: int


def amended_wording(catalogue: Catalogue) -> Wording | None:
    """The wording that pages quote the portal's law in; None while no law of the library has amended it by the day."""
    law = catalogue.instrument(catalogue.portal.law)
    amended = any(
        one.kind == "amends" and (one.day is None or one.day <= catalogue.as_of)
        for one in catalogue.succession.changes(catalogue.portal.law)
    )
    return Wording(law_link(catalogue, catalogue.portal.law, None), law.date.year) if amended and law.date else None
