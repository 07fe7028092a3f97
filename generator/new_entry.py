"""A commented blank entry for an editor to fill in, made from the models' own labels and examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.models import Kind
from generator.models.base import records_in
from generator.yaml_source import read_yaml


class NewEntryRefused(Exception):
    """The blank entry cannot be made; the sentence says why."""


def write_new_entry(kind: Kind, id_: str, content: Path) -> Path:
    """The file of a new blank entry. Raises NewEntryRefused when the id does not fit or the file is there already."""
    stars = kind.pattern.count("*")
    parts = id_.split("/") if id_ else []
    if len(parts) != stars or any(not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part) for part in parts):
        if not stars:
            raise NewEntryRefused(f"loại {kind.name} chỉ có một tệp, không cần mã; gõ: portal new {kind.name}")
        form = {1: "một mã như giay-khen", 2: "năm và mã, như 2026/215-qd-ubnd"}[stars]
        raise NewEntryRefused(f"loại {kind.name} cần {form} (chữ thường không dấu, chữ số, gạch ngang)")
    path = kind.path(id_)
    file = content / path
    if file.exists():
        raise NewEntryRefused(f"đã có tệp {path}; mở tệp đó để sửa")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(blank_entry(kind, id_), encoding="utf-8", newline="\n")
    return file


def blank_entry(kind: Kind, id_: str = "") -> str:
    """The text of the entry: required fields with an example, the others commented out, each with its label.

    The number of a decision is what its id says, so that two blanks are not one decision twice.

    A record without a required field shows its first. Taking ``# `` off the lines of an optional field leaves a field
    that is right as it stands.
    """
    lines = [f"# {kind.label[:1].upper()}{kind.label[1:]}. Dòng bắt đầu bằng dấu # là chú giải, không lên trang."]
    lines += [f"# Giá trị đang ghi chỉ là ví dụ, phải điền lại: {', '.join(_wanted(kind.model))}."]
    lines += _lines(kind.model, (kind.model,))
    if kind.name == "decisions" and id_:
        lines = [f"number: {_number(id_)}" if line.startswith("number: ") else line for line in lines]
    text = "\n".join(lines) + "\n"
    return f"---\n{text}---\n\nViết bài ở đây.\n" if kind.pattern.endswith(".md") else text


def _lines(model: type[BaseModel], told: tuple[type[BaseModel], ...]) -> list[str]:
    """The lines of a record's fields; ``told`` are the records around it, which are not told again inside it."""
    shown = _shown(model)
    lines: list[str] = []
    for name, info in _described(model).items():
        value = [f"{name}: {_blank(info)}"] if _blank(info) else _value(name, info, told)
        if value:
            optional = name not in shown
            note = " (không bắt buộc)" if optional else f" ({info.description})" if info.description else ""
            lines.append(f"# {info.title}{note}")
            lines += [f"# {line}" for line in value] if optional else value
    return lines


def _described(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {name: info for name, info in model.model_fields.items() if info.title}


def _shown(model: type[BaseModel]) -> list[str]:
    """The fields that a blank shows: those that must be there, those that are usual, or else the first."""
    fields = _described(model)
    shown = [name for name, info in fields.items() if info.is_required() or info.json_schema_extra]
    return shown or list(fields)[:1]


def _wanted(model: type[BaseModel]) -> Iterator[str]:
    """The fields that the editor is to fill in, with those of the record one holds."""
    for name in _shown(model):
        info = model.model_fields[name]
        inner = [one for one in records_in(info.annotation) if not info.json_schema_extra]
        fields = [one for one in _shown(inner[0]) if not _blank(inner[0].model_fields[one])] if len(inner) == 1 else []
        if not _blank(info):
            yield f"{name} ({', '.join(fields)})" if fields else name


def _number(id_: str) -> str:
    """The number that a decision of this id most likely has: ``2026/215-qd-ubnd`` gives ``215/QĐ-UBND``."""
    part = id_.rpartition("/")[2]
    found = re.fullmatch(r"(\d+)-qd((?:-[a-z]+)*)", part)
    return f"{found[1]}/QĐ{found[2].upper()}" if found else _quoted(f"{part} (chưa điền số)")


def _blank(info: FieldInfo) -> str:
    """What a blank shows for the field instead of an example; empty for most."""
    extra = info.json_schema_extra
    return str(extra.get("blank", "")) if isinstance(extra, dict) else ""


def _value(name: str, info: FieldInfo, told: tuple[type[BaseModel], ...]) -> list[str]:
    """The lines of one field: its name with an example, or with the fields of the record it holds."""
    inner = records_in(info.annotation)
    many = _list_length(info.annotation)
    if inner:
        fresh = next((one for one in inner if one not in told), None)
        if fresh is None:
            return []
        nested = _lines(fresh, (*told, fresh))
        return [f"{name}:", *(_item(nested) if many else [f"  {line}" for line in nested])]
    example = _quoted(str(info.examples[0])) if info.examples else ""
    if many:
        return [f"{name}:", *[f"  - {example}"] * many]
    return [f"{name}: {example}".rstrip()]


def _item(lines: list[str]) -> list[str]:
    """The lines as one item of a list: a dash in front of the first that is no comment."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [f"  - {line}" if number == first else f"    {line}" for number, line in enumerate(lines)]


def _list_length(annotation: Any) -> int:
    """How many values a list must at least show: 0 for what is no list, 1 for a list of any length."""
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        return 1 if Ellipsis in arguments else len(arguments)
    return max((_list_length(inner) for inner in arguments), default=0)


def _quoted(text: str) -> str:
    """The text as an editor would type it: in quotation marks only where YAML would not read it as it stands."""
    if not text.isdigit() and read_yaml(f"x: {text}", Path())[0] == {"x": text}:
        return text
    return f"'{text}'" if '"' in text else f'"{text}"'
