"""Which places of the site's running texts cite each instrument: every link to it, read the other way round.

Plans are told part by part (``Catalogue.named_in``); here are the documents with their whole text, and the prose of
guidance, stories, practices, documents and consultations. What is not shown cites nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator import addresses, grounds
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.citations import links_in
from generator.content import Entry
from generator.parts import notes
from generator.prose import headings


@dataclass(frozen=True)
class CitingPlace:
    """A place that cites an instrument: the record, where it stands, and the heading or part in words, if any."""

    entry: Entry[Any]
    address: Address
    where: str = ""


def places_citing(catalogue: Catalogue) -> Mapping[str, tuple[CitingPlace, ...]]:
    """For each instrument: the places that link to it, each once, record by record in the order of their texts."""
    found: dict[str, dict[CitingPlace, None]] = defaultdict(dict)
    for instrument, place in (*_in_documents(catalogue), *_in_prose(catalogue)):
        found[instrument][place] = None
    return {instrument: tuple(places) for instrument, places in found.items()}


def shown_prose(catalogue: Catalogue) -> Iterator[tuple[Entry[Any], str]]:
    """Every published record with the prose that its page shows."""
    honours = catalogue.honours
    yield from ((entry, entry.record.body) for entry in catalogue.content.of("guidance").values())
    for entry in honours.exemplars:
        if entry.record.story and grounds.exemplar_shows(entry.record, "story"):
            yield entry, entry.record.story
    yield from ((entry, entry.record.story) for entry in honours.practices)
    yield from ((entry, entry.record.how) for entry in honours.documents if entry.record.how)
    yield from ((entry, entry.record.how) for entry in honours.consultations)


def _in_prose(catalogue: Catalogue) -> Iterator[tuple[str, CitingPlace]]:
    for entry, text in shown_prose(catalogue):
        links = links_in(catalogue.recogniser, text)
        told = headings(text) if links and ("#" in text or ":::" in text) else ()
        page = addresses.of(entry.kind, entry.id).page
        for one in links:
            line = text.count("\n", 0, one.start) + 1
            above = [heading for heading in told if heading.line <= line][-1:]
            part, where = (above[0].id, above[0].words) if above else ("", "")
            yield one.instrument or "", CitingPlace(entry, Address(page, part), where)


def _in_documents(catalogue: Catalogue) -> Iterator[tuple[str, CitingPlace]]:
    for entry in catalogue.honours.documents:
        if entry.record.text is None:
            continue
        own = catalogue.document_parts[entry.id]
        for part in (*own, *notes(catalogue.names, entry.record.text, own)):
            for mention in part.mentions:
                if mention.kind == "legislation":
                    yield mention.id, CitingPlace(entry, part.address, part.part.cited)
