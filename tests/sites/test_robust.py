"""After the checks nothing fails for the editor's sake: whatever passes them becomes pages, whatever is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.checks import check_all
from generator.content import Content, Entry, read_content
from generator.exporters.site_exports import site_exports
from generator.models import KINDS
from generator.pages import all_pages
from generator.problems import errors
from generator.rendering import Renderer
from tests.site import AS_OF, ROOT, SMALL

RENDERER = Renderer(ROOT / "site_templates")


@pytest.fixture(scope="module")
def small() -> Content:
    """The small ward without its photographs."""
    content, problems = read_content(SMALL)
    assert problems == []
    return replace(content, photos={})


def without(content: Content, kind: str, id_: str, record: Any = None) -> Content:
    """The content with another record of that id, or with none."""
    entries = dict(content.of(kind))
    old: Entry[Any] = entries.pop(id_)
    if record is not None:
        entries[id_] = replace(old, record=record)
    return replace(content, entries={**content.entries, kind: dict(sorted(entries.items()))})


def become_pages(content: Content) -> bool:
    """Whether it passes the checks; if so, every page is made, no two at one address, and none says ``None``."""
    if errors(one for one in check_all(content, AS_OF) if one.rule != "anh"):
        return False
    catalogue = Catalogue(content, AS_OF)
    made = [RENDERER.render(page) for page in all_pages(catalogue, {}, lambda: site_exports(catalogue).told)]
    assert not [text for text in made if re.search(r"\bNone\b", text)]
    return all(made)


def shorter(record: Any) -> Iterator[tuple[str, Any]]:
    """The record with one field that may be left out left out, and with each list of it empty."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if not info.is_required() and value != info.get_default(call_default_factory=True):
            yield name, record.model_copy(update={name: info.get_default(call_default_factory=True)})
        elif isinstance(value, tuple) and value and name != "columns":  # of which there are always five
            yield name, record.model_copy(update={name: ()})


def test_the_small_ward_becomes_pages(small: Content) -> None:
    assert become_pages(small)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_any_record_may_be_left_out(small: Content, kind: str) -> None:
    for id_ in small.of(kind):
        become_pages(without(small, kind, id_))
    become_pages(replace(small, entries={**small.entries, kind: {}}))


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_any_field_may_be_left_out(small: Content, kind: str) -> None:
    for id_, entry in small.of(kind).items():
        for name, record in shorter(entry.record):
            try:
                become_pages(without(small, kind, id_, record))
            except Exception as error:
                error.add_note(f"without {name} of {kind}/{id_}")
                raise


def test_only_the_portals_record_and_its_plan_are_needed(small: Content) -> None:
    """A new ward starts with almost nothing."""
    needed = {"portal", "plans", "organisations", "legislation"}
    bare = replace(
        small, entries={kind: small.of(kind) if kind in needed else {} for kind in small.entries}, scans={}, attached={}
    )
    portal = small.of("portal")["portal"].record
    unled = portal.model_copy(update={"introduce_guide": None, "privacy_guide": None})
    assert become_pages(without(bare, "portal", "portal", unled))
