"""Whose prose links to a record: the other half of a link an editor wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.catalogue import Catalogue
from generator.cited import shown_prose
from generator.content import Entry
from generator.prose import prose_links


def linked_in_prose(catalogue: Catalogue, kind: str) -> Mapping[str, list[Entry[Any]]]:
    """For each record of the kind: the published records whose prose links to it."""
    found: dict[str, list[Entry[Any]]] = defaultdict(list)
    for entry, text in shown_prose(catalogue):
        for target in {link.target for link in prose_links(text)}:
            linked, _, id_ = target.partition("/")
            if linked == kind:
                found[id_].append(entry)
    return found
