"""JSON Schemas of the content files, one a kind, for the completion and the checks of an editor such as VS Code.

They agree with what the generator reads, which is text: an editor's program guesses types, so that ``2026``, ``12.10``
and ``true`` reach it as numbers and truth values. Where text may stand, those may, too; where a number, a day or one of
some words may stand, it may be written with quotation marks or without; an empty value is no value. What needs more
than one field, or other files, is judged by ``portal check`` alone. Made only when a model changes (``make bless``), so
that no build takes time for them.
"""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as core

from generator import addresses
from generator.models import BY_NAME, WRITTEN, Kind

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that every editor knows."""
_SCALAR = ["string", "number", "boolean"]
_DAY = r"^\s*([0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})\s*$"
_DIGITS = ("1", "26", "2026", "02250000000")


class _AsTyped(GenerateJsonSchema):
    """The shape of what an editor types, not of what the models make of it."""

    def str_schema(self, schema: core.StringSchema) -> JsonSchemaValue:
        """Text that is not empty; figures and ``true`` are text, too, unless a pattern says how it looks."""
        made = super().str_schema(schema)
        pattern = made.get("pattern")
        if pattern is None:
            return {**made, "type": _SCALAR, "pattern": r"\S"}
        digits = any(re.search(pattern, one) for one in _DIGITS)
        return {**made, "type": ["string", "integer"] if digits else "string"}

    def date_schema(self, schema: core.DateSchema) -> JsonSchemaValue:
        """A day, year first or day first."""
        return {"type": "string", "pattern": _DAY}

    def bool_schema(self, schema: core.BoolSchema) -> JsonSchemaValue:
        """``true`` or ``false``, with quotation marks or without."""
        return {"enum": [True, False, "true", "false"]}

    def int_schema(self, schema: core.IntSchema) -> JsonSchemaValue:
        """A whole number in digits alone, with quotation marks or without."""
        return {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,12}$"}

    def literal_schema(self, schema: core.LiteralSchema) -> JsonSchemaValue:
        """One of some words; figures also without quotation marks."""
        words = [str(one) for one in schema["expected"]]
        return {"enum": [*words, *(int(one) for one in words if one.isdecimal())]}

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        """That, or nothing behind the colon, or an empty pair of quotation marks."""
        return {"anyOf": [self.generate_inner(schema["schema"]), {"enum": [None, ""]}]}


def content_schemas() -> dict[str, str]:
    """The schema of each kind that editors write, by the name of its file."""
    made = ((schema_name(kind.name), _schema(kind)) for kind in WRITTEN.values())
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made}


def schema_name(kind: str) -> str:
    """The file name of the kind's schema: ``decisions.schema.json``."""
    return addresses.content_schema(kind).page.rpartition("/")[2]


def _schema(kind: Kind) -> dict[str, Any]:
    """The kind's schema; a file of an exemplar is either one, or what is left of one taken down."""
    pattern = kind.pattern.replace("*", "…")
    about = {
        "$schema": DIALECT,
        "title": f"{kind.label[:1].upper()}{kind.label[1:]}",
        "description": f"Tệp content/{pattern}. Lệnh portal check còn soát những điều mà lược đồ này không biết.",
    }
    made = _made(kind)
    others = [one for one in BY_NAME.values() if one.marked_by and one.pattern == kind.pattern]
    if not others:
        return about | made
    (other,) = others
    definitions = {**made.pop("definitions", {}), kind.model.__name__: made, other.model.__name__: _made(other)}
    refs = [{"$ref": f"#/definitions/{one.model.__name__}"} for one in (other, kind)]
    choice = {"if": {"required": [other.marked_by]}, "then": refs[0], "else": refs[1]}
    return about | {"type": "object", **choice, "definitions": definitions}


_PERSON = re.compile("[0-9]{4}-[0-9]{3}")
"""The form of an exemplar's id."""


def _made(kind: Kind) -> dict[str, Any]:
    """The schema of the kind's model, in Vietnamese: what programmers wrote of it for each other is left out."""
    made = kind.model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_AsTyped)
    if kind.pattern.endswith(".md"):
        del made["properties"]["body"]  # the prose below the head, which is no field
    definitions = made.pop("$defs", {})
    for one in (made, *definitions.values()):
        one.pop("description", None)
        one.pop("title", None)
        for field in one["properties"].values():
            _tidy(field)
    return {**made, **({"definitions": definitions} if definitions else {})}


def _tidy(field: dict[str, Any]) -> None:
    """Takes away what an editor's program would offer wrongly: defaults, words on blanks, an example of another type.

    The id of an exemplar goes, too: the schemas are published, and nothing there may tell of whoever is taken down.
    """
    for ours in ("default", "usual", "blank"):
        field.pop(ours, None)
    examples = [one for one in field.pop("examples", []) if not _PERSON.fullmatch(one)]
    if field.get("type") == "array":
        examples = [[one] for one in examples if not one.startswith("[")]
    elif True in field.get("enum", ()):
        examples = []
    if examples:
        field["examples"] = examples
