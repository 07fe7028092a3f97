"""A commented blank entry for an editor to fill in, made from the models' own labels and examples."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.models import Kind
from generator.models.base import records_in


class NewEntryRefused(Exception):
    """The blank entry cannot be made; the sentence says why."""


def write_new_entry(kind: Kind, id_: str, content: Path) -> Path:
    """The file of a new blank entry. Raises NewEntryRefused when the id does not fit or the file is there already."""
    stars = kind.pattern.count("*")
    parts = id_.split("/") if id_ else []
    if len(parts) != stars or any(not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part) for part in parts):
        form = {0: "không cần mã", 1: "một mã như giay-khen", 2: "năm và mã, như 2026/215-qd-ubnd"}[stars]
        raise NewEntryRefused(f"loại {kind.name} cần {form} (chữ thường không dấu, chữ số, gạch ngang)")
    path = kind.pattern
    for part in parts:
        path = path.replace("*", part, 1)
    file = content / path
    if file.exists():
        raise NewEntryRefused(f"đã có tệp {path}; mở tệp đó để sửa")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(blank_entry(kind), encoding="utf-8", newline="\n")
    return file


def blank_entry(kind: Kind) -> str:
    """The text of the entry: required fields ready to fill in, the others commented out, each with its label."""
    lines = [f"# {kind.label[:1].upper()}{kind.label[1:]}. Dòng bắt đầu bằng dấu # là chú giải, không lên trang."]
    lines += _lines(kind.model, 0, commented=False)
    text = "\n".join(lines) + "\n"
    return f"---\n{text}---\n\nViết bài ở đây.\n" if kind.pattern.endswith(".md") else text


def _lines(model: type[BaseModel], indent: int, *, commented: bool) -> list[str]:
    lines: list[str] = []
    for name, info in model.model_fields.items():
        if not info.title:
            continue
        off = commented or not info.is_required()
        mark = f"{' ' * indent}{'# ' if off else ''}"
        lines.append(f"{' ' * indent}# {info.title}{'' if info.is_required() else ' (không bắt buộc)'}")
        lines += _value(name, info, mark, indent, off)
    return lines


def _value(name: str, info: FieldInfo, mark: str, indent: int, off: bool) -> list[str]:
    inner = records_in(info.annotation)
    example = _quoted(str(info.examples[0])) if info.examples else ""
    many = _is_list(info.annotation)
    if inner and off:
        return [f"{mark}{name}:", f"{mark}  {'- ' if many else ''}…"]
    if inner:
        nested = _lines(inner[0], indent + (4 if many else 2), commented=False)
        if many:
            first = next(number for number, line in enumerate(nested) if not line.lstrip().startswith("#"))
            nested[first] = f"{' ' * (indent + 2)}- {nested[first].lstrip()}"
        return [f"{mark}{name}:", *nested]
    if many:
        return [f"{mark}{name}:", f"{mark}  - {example}"]
    return [f"{mark}{name}: {example}".rstrip()]


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is tuple or any(_is_list(inner) for inner in get_args(annotation))


def _quoted(text: str) -> str:
    needs = ": " in text or " #" in text or text[:1] in "\"'-[{&*!|>%@`#(“" or text.isdigit()
    return '"' + text.replace('"', "'") + '"' if needs and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else text
