"""The generated parts of the editors' manual: a table of the fields of each kind of record, a table of the rules.

Each part stands between two comments that Markdown does not show, such as ``<!-- bảng:decisions -->`` and
``<!-- hết bảng -->``. It comes from the models' own labels and examples and from the docstrings of the checks, so that
the manual says what the program does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.checks import RULES
from generator.models import BY_NAME, Kind
from generator.models.base import records_in
from generator.yaml_source import read_yaml

_RULES_MARK = "<!-- luật kiểm tra -->"
_END = "<!-- hết bảng -->"
_PART = re.compile(rf"(<!-- bảng:([a-z-]+) -->|{_RULES_MARK})\n.*?{_END}", re.DOTALL)

_Row = tuple[str, ...]


def refresh_manual(text: str) -> str:
    """The manual with every generated part made anew; what stands outside the comments stays.

    Raises KeyError for a comment that names no kind of record.
    """
    return _PART.sub(_refresh, text)


def _refresh(match: re.Match[str]) -> str:
    mark, kind = match.groups()
    part = _fields_part(BY_NAME[kind]) if kind else _rules_part()
    return f"{mark}\n{part}\n{_END}"


def _fields_part(kind: Kind) -> str:
    stars = ("", " Dấu `*` là mã.", " Hai dấu `*` là năm và mã.")[kind.pattern.count("*")]
    rows = _field_rows(kind.model, "", {})
    return f"Tệp: `content/{kind.pattern}`.{stars}\n\n" + _table(("Trường", "Ý nghĩa", "Ví dụ", "Bắt buộc"), rows)


def _field_rows(model: type[BaseModel], prefix: str, told: dict[type[BaseModel], str]) -> Iterator[_Row]:
    """A row for each field an editor may write, nested ones below their own as ``lists[].award``.

    ``told`` gathers the path at which each nested record is told in full; its next place only refers to that one.
    """
    for name, info in model.model_fields.items():
        if not info.title:
            continue
        many, inner = _is_list(info.annotation), records_in(info.annotation)
        path = f"{prefix}{name}"
        known = next((f"Trường con: như ở `{told[one]}`" for one in inner if one in told), "")
        meaning = ". ".join(words.rstrip(".") for words in (info.title, info.description, known) if words)
        required = "có" if info.is_required() else "không"
        yield f"`{path}`", meaning, _example(info, many=many, nested=bool(inner)), required
        below = f"{path}[]" if many else path
        fresh = [one for one in inner if one not in told]
        told.update(dict.fromkeys(fresh, below))
        for one in fresh:
            yield from _field_rows(one, f"{below}.", told)


def _example(info: FieldInfo, *, many: bool, nested: bool) -> str:
    if nested:
        return "danh sách, mỗi mục gồm các trường con" if many else "gồm các trường con"
    return f"`{'- ' if many else ''}{_typed(str(info.examples[0]))}`" if info.examples else ""


def _typed(text: str) -> str:
    """The text as an editor must type it: in quotation marks where YAML would read something else."""
    if read_yaml(f"key: {text}", Path())[0] == {"key": text}:
        return text
    return f"'{text}'" if '"' in text else f'"{text}"'


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(inner) for inner in get_args(annotation))


def _rules_part() -> str:
    """What each rule says of itself: the first line of its docstring and the paragraph below it."""
    rows = []
    for rule in RULES:
        title, about = (rule.__doc__ or "").split("\n\n")[:2]
        rows.append((f"`{rule.RULE}`", title.strip(), " ".join(about.split())))
    return _table(("Luật", "Điều phải có", "Cụ thể"), rows)


def _table(heads: _Row, rows: Iterable[_Row]) -> str:
    lines = [heads, tuple("---" for _ in heads), *(tuple(cell.replace("|", "\\|") for cell in row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
