"""The published JSON Schemas are those of the models, in Vietnamese, and judge a file's form as the generator does."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator
from pydantic import ValidationError

from generator.content import split_front_matter
from generator.folder import files_below, kind_of
from generator.models import BY_NAME, KINDS, WRITTEN
from generator.schemas import content_schemas, schema_name
from tests.site import ROOT, SMALL, difference

PUBLISHED = ROOT / "site_templates" / "theme" / "so-lieu" / "luoc-do"
Path_ = tuple[str | int, ...]
_WORDS = {"null": None, "Null": None, "NULL": None, "~": None, "": None}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def test_they_are_those_of_the_models(bless: bool) -> None:
    made = content_schemas()
    if bless:
        PUBLISHED.mkdir(parents=True, exist_ok=True)
        for file in PUBLISHED.iterdir():
            file.unlink()
        for name, text in made.items():
            (PUBLISHED / name).write_text(text, encoding="utf-8", newline="\n")
    kept = {file.name: file.read_text(encoding="utf-8") for file in PUBLISHED.iterdir()}
    changed = "\n".join(difference(name, kept.get(name, ""), made.get(name, "")) for name in sorted({*kept, *made}))
    assert not changed.strip(), f"the schemas changed; if it is meant: make bless\n\n{changed}"


@cache
def validator(kind: str) -> Draft7Validator:
    schema = json.loads((PUBLISHED / schema_name(kind)).read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("kind", WRITTEN)
def test_every_field_has_its_label_and_what_programmers_wrote_is_left_out(kind: str) -> None:
    schema = validator(kind).schema
    for record in (schema, *schema.get("definitions", {}).values()):
        assert record is schema or "description" not in record
        for name, field in record.get("properties", {}).items():
            assert field["title"], name


def compose(text: str) -> yaml.Node:
    node = yaml.compose(text, yaml.SafeLoader)
    assert node is not None
    return node


def guessed(node: yaml.Node) -> Any:
    """The data as YAML 1.2 guesses it, which is what an editor's program holds against the schema."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: guessed(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [guessed(item) for item in node.value]
    text = node.value
    if isinstance(node, yaml.ScalarNode) and node.style is not None:
        return text
    if text in _WORDS or text in _TRUTH:
        return _WORDS.get(text, _TRUTH.get(text))
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text) if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text) else text


def as_text(data: Any) -> Any:
    """The data as the generator reads it: text, and nothing where nothing stands."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(item) for item in data]
    return data or None


def plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    return [plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def records(content: Path) -> Iterator[tuple[Path, str, str]]:
    """Every file that an editor writes: where, of which kind, its YAML."""
    for file, relative in files_below(content, []):
        kind, _ = kind_of(relative)
        if kind is not None and kind.name in WRITTEN:
            text = file.read_text(encoding="utf-8")
            yield file, kind.name, split_front_matter(text)[0] if file.suffix == ".md" else text


def generator_takes(kind: str, data: Any) -> bool:
    model = next(
        (one for one in KINDS if one.marked_by in data and one.pattern == BY_NAME[kind].pattern), BY_NAME[kind]
    )
    try:
        model.model.model_validate(as_text(data))
    except ValidationError:
        return False
    return kind != "guidance" or "body" not in data


@pytest.mark.parametrize("content", [ROOT / "content", SMALL], ids=["real", "small"])
def test_real_files_pass_read_as_text_and_as_an_editor_guesses(content: Path) -> None:
    seen = set()
    for file, kind, text in records(content):
        node = compose(text)
        for data in (plain(node), guessed(node)):
            assert [error.message for error in validator(kind).iter_errors(data)] == [], file
        seen.add(kind)
    assert len(seen) >= len(WRITTEN) - 1  # the real ward's council is not known yet


def paths(data: Any, path: Path_ = ()) -> Iterator[Path_]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from paths(value, (*path, key))


def changed(data: Any, path: Path_, value: Any) -> Any:
    """A copy with another value at the path; ``...`` takes it away."""
    made = copy.deepcopy(data)
    inside = made
    for step in path[:-1]:
        inside = inside[step]
    if value is ...:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return made


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_one_judges_of_a_files_form_the_other_judges_too(kind: str) -> None:
    """Each value of a file taken away, emptied, made a list, a group, a word that fits nowhere."""
    refused = 0
    for _, _, text in [one for one in records(SMALL) if one[1] == kind][:3]:
        data = plain(compose(text))
        wrong = [({**data, "khong-co": "x"}, True)]
        every = list(paths(data))
        for path in every[:: max(1, len(every) // 25)]:
            wrong += [(changed(data, path, value), True) for value in (..., "", {"khong-co": "x"}, [["x"]])]
            wrong.append((changed(data, path, "Một Câu!"), False))  # the generator may know better, never the schema
        for one, both in wrong:
            mine, schemas = generator_takes(kind, one), validator(kind).is_valid(one)
            refused += not mine
            assert schemas or not mine, one
            assert not both or mine == schemas, one
    assert refused > 3


@pytest.mark.parametrize(
    ("kind", "line", "message"),
    [
        ("decisions", "ngay: 2026-06-10", "'ngay' was unexpected"),
        ("decisions", "sample: vâng", "is not one of"),
        ("decisions", "awarded_on: hôm qua", "is not valid under any"),
        ("exemplars", "kind: person", "is not one of"),
        ("base-salary", "values: 2530000", "is not of type 'array'"),
        ("portal", "site_address: phuong.vn", "does not match"),
        ("awards", "order: hai", "does not match"),
    ],
)
def test_a_wrong_line_is_refused(kind: str, line: str, message: str) -> None:
    text = next(text for _, found, text in records(SMALL) if found == kind)
    key = line.partition(":")[0]
    data = {**guessed(compose(text)), **guessed(compose(line))}
    errors = [error.message for error in validator(kind).iter_errors(data)]
    assert any(message in error for error in errors), (key, errors)
    assert not generator_takes(kind, data)


@pytest.mark.parametrize("line", ["number: 15", "date: 10/6/2026", "sample: true", "title: 2026", "awarded_on:"])
def test_what_an_editors_program_guesses_is_no_fault(line: str) -> None:
    text = next(text for _, found, text in records(SMALL) if found == "decisions")
    data = {**guessed(compose(text)), **guessed(compose(line))}
    assert [error.message for error in validator("decisions").iter_errors(data)] == []
