"""A plan's files as an import leaves them: only the fields that differ are written anew, all else byte for byte.

A field is a block of lines from its name to the next; the comment above it is its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from generator.yaml_editing import to_text

_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_QUOTED = {"number", "mark", "quarter", "task"}  # a figure that is a name
NEW_PROGRESS = """\
# Kết quả từng nhiệm vụ. Chưa có kết quả nào được gửi tới chuyên trang: trang tiến độ ghi "Chưa cập nhật kết quả".
# Khi có, thêm vào danh sách dưới đây, ví dụ:
#   - task: "5"
#     state: done
#     date: 2026-06-25
#     evidence:
#       - label: Báo cáo sơ kết
#         link: https://example.vn/bao-cao
tasks: []
"""


def new_file(comment: str, data: Mapping[str, Any]) -> str:
    """The text of a new file: a comment, then each field."""
    return f"# {comment}\n" + "".join(_field(key, value) for key, value in data.items())


def changed_file(before: str, fields: Mapping[str, Any], order: Sequence[str]) -> str:
    """The text of a file with some fields set, or taken away where the value is None; the others stay.

    ``order`` is where a field that was not there goes.
    """
    blocks = dict(_blocks(before))
    head = blocks.pop("", "")
    for key, value in fields.items():
        if value is None:
            blocks.pop(key, None)
            continue
        comment = "".join(re.findall(r"^(?:#.*)?\n", blocks.get(key, "").split(f"{key}:", 1)[0], re.MULTILINE))
        text = comment + _field(key, value)
        if key in blocks:
            blocks[key] = text
        else:
            later = set(order[list(order).index(key) + 1 :])
            behind = next((other for other in blocks if other in later), None)
            items = list(blocks.items())
            at = next((place for place, (other, _) in enumerate(items) if other == behind), len(items))
            items.insert(at, (key, text))
            blocks = dict(items)
    return head + "".join(blocks.values())


def _blocks(text: str) -> list[tuple[str, str]]:
    """Each field's lines with the comment above it; the comment at the head of the file by itself, under ``""``."""
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    blocks: list[tuple[str, list[str]]] = []
    above: list[str] = []
    for line in lines:
        match = _KEY.match(line)
        if match:
            if not blocks:
                blocks.append(("", above))
                above = []
            blocks.append((match[1], [*above, line]))
            above = []
        elif line.startswith("#") or not line.strip():
            above.append(line)
        else:
            blocks[-1:] = [(blocks[-1][0], [*blocks[-1][1], *above, line])] if blocks else []
            above = []
    if blocks:
        blocks[-1][1].extend(above)
    return [(key, "".join(own)) for key, own in blocks]


def _field(key: str, value: Any) -> str:
    return to_text(CommentedMap({key: _styled(value, key)}))


def _styled(value: Any, key: str) -> Any:
    """The value as editors write it; figures that are names in quotes."""
    if isinstance(value, dict):
        return CommentedMap({name: _styled(inner, name) for name, inner in value.items()})
    if isinstance(value, list):
        return [_styled(one, key) for one in value]
    text = str(value)
    quoted = (key in _QUOTED and text.isdigit()) or text != text.strip() or not text
    return DoubleQuotedScalarString(text) if quoted else text
