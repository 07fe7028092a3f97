"""Whose prose links to a record: the other half of a link an editor wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.content import Entry
from generator.prose import prose_links


def linked_in_prose(catalogue: Catalogue, kind: str) -> Mapping[str, list[Entry[Any]]]:
    """For each record of the kind: the published guidance, stories and documents whose prose links to it."""
    found: dict[str, list[Entry[Any]]] = defaultdict(list)
    texts = [(entry, entry.record.body) for entry in catalogue.content.of("guidance").values()]
    texts += [(entry, entry.record.story) for entry in catalogue.honours.exemplars]
    texts += [(entry, entry.record.story) for entry in catalogue.honours.practices]
    texts += [(entry, entry.record.how) for entry in catalogue.honours.documents]
    for entry, text in texts:
        for target in {link.target for link in prose_links(text or "")}:
            linked, _, id_ = target.partition("/")
            if linked == kind:
                found[id_].append(entry)
    return found
