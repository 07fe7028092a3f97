"""What machines read in the head of a page: what a chat shows of a shared link, and schema.org's words for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec_schemaorg.enums as listed_values
import msgspec_schemaorg.models as vocabulary
from lxml import html

_INPUT = "query-input"  # schema.org/docs/actions.html: an input of an action, told beside the action itself


def preview(page: Path) -> dict[str, str]:
    """What a chat takes from the page: ``og:title`` and the like, each once."""
    found: dict[str, str] = {}
    for meta in html.parse(str(page)).xpath(
        "//head/meta[starts-with(@property, 'og:') or starts-with(@name, 'twitter:')]"
    ):
        name = meta.get("property") or meta.get("name")
        assert name not in found, f"{page}: {name} twice"
        found[name] = meta.get("content")
    return found


def things(page: Path) -> list[dict[str, Any]]:
    """Every block of JSON-LD on the page."""
    return [json.loads(script.text) for script in html.parse(str(page)).xpath("//script[@type='application/ld+json']")]


def strange(thing: dict[str, Any]) -> Iterator[str]:
    """What of the thing schema.org does not know: types, properties of them, values out of their range."""
    type_ = getattr(vocabulary, str(thing.get("@type")), None)
    if type_ is None:
        yield f"no type {thing.get('@type')}"
        return
    for name, value in thing.items():
        if name.startswith("@") or name == _INPUT:
            continue
        range_ = _properties(type_).get(name)
        if range_ is None:
            yield f"{thing['@type']} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from strange(one)
            if not _within(one, range_):
                yield f"{thing['@type']}.{name} may not be {one!r}, only {range_}"


def _properties(type_: type) -> dict[str, str]:
    """The properties of the type and of those above it, each with its range in words."""
    return {name: str(told) for above in reversed(type_.__mro__) for name, told in _annotations(above).items()}


def _annotations(type_: type) -> dict[str, Any]:
    return dict(getattr(type_, "__annotations__", {}))


def _within(value: Any, range_: str) -> bool:
    allowed = set(re.findall(r"[A-Za-z]+", range_)) - {"Union", "List", "None", "typing"}
    if isinstance(value, dict):
        type_ = getattr(vocabulary, str(value.get("@type")), None)
        return type_ is not None and any(above.__name__ in allowed for above in type_.__mro__)
    if isinstance(value, bool):
        return "bool" in allowed
    if isinstance(value, int):
        return bool(allowed & {"int", "float"})
    for name in allowed:
        listed = getattr(listed_values, name, None)
        if listed is not None and str(value).startswith("https://schema.org/"):
            return str(value).removeprefix("https://schema.org/") in {one.value for one in listed}
    if re.fullmatch(r"https?://\S+", str(value)) and allowed & {"URL", "Thing", "CreativeWork"}:
        return True
    if allowed & {"date", "datetime"} and "str" not in allowed:
        return date.fromisoformat(str(value)) is not None
    return "str" in allowed
