"""A YAML text with a few values changed and every other byte, comment and space as the editor left it.

``yaml_editing`` writes whole mappings anew; taking one person out of a list must not touch the neighbours' lines, nor
lose a comment that stands behind the lines that go. So the parser tells where a node stands, and only that is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml
from ruamel.yaml.comments import CommentedMap

from generator.yaml_editing import to_text

Path = tuple[str | int, ...]


class Patch:
    """Changes to one YAML text, collected and then applied together; they all refer to the text as it was given.

    A path that leads nowhere raises KeyError. ``until`` is where the YAML ends in a file whose prose follows it.
    """

    def __init__(self, text: str, until: int | None = None) -> None:
        self._text = text
        loader = yaml.CBaseLoader(text[:until])
        try:
            self._root: Any = loader.get_single_node()
        finally:
            loader.dispose()
        self._edits: list[tuple[int, int, str]] = []

    def set_scalar(self, path: Path, value: str) -> None:
        """Writes another scalar in the place of the one at the path."""
        node = self._node(path)
        self._edits.append((node.start_mark.index, self._end(node), _in_flow(value)))

    def reduce(self, path: Path, fields: Mapping[str, str]) -> None:
        """Makes the mapping at the path hold nothing but these fields; what stood inside it goes, comments too."""
        node = self._node(path)
        end = self._end(node)
        if node.flow_style:
            new = _in_flow(fields)
        else:
            indent = "\n" + " " * node.start_mark.column
            new = indent.join(f"{key}: {_in_flow(value)}" for key, value in fields.items())
            end = self._with_comment(end)
        self._edits.append((node.start_mark.index, end, new))

    def add(self, path: Path, key: str, value: Mapping[str, str]) -> None:
        """Adds a field with a mapping on one line behind the last field of the mapping at the path."""
        node = self._node(path)
        end = self._end(node.value[-1][1], node.value[-1][0])
        if node.flow_style:
            self._edits.append((end, end, f", {key}: {_in_flow(value)}"))
        else:
            end = self._with_comment(end)
            self._edits.append((end, end, f"\n{' ' * node.start_mark.column}{key}: {_in_flow(value)}"))

    def put(self, path: Path, key: str, value: Mapping[str, str]) -> None:
        """Writes a field with a mapping on one line in the place of the field at the path."""
        field = next((pair for pair in self._node(path[:-1]).value if pair[0].value == path[-1]), None)
        if field is None:
            raise KeyError(path)
        name, held = field
        self._edits.append((name.start_mark.index, self._end(held, name), f"{key}: {_in_flow(value)}"))

    def drop(self, path: Path) -> None:
        """Takes out the field or the list item at the path; comments before and behind it stay."""
        parent, step = self._node(path[:-1]), path[-1]
        if isinstance(parent, yaml.MappingNode):
            spans = [(key.start_mark, self._end(value, key)) for key, value in parent.value]
            at = next((number for number, (key, _) in enumerate(parent.value) if key.value == step), None)
        else:
            spans = [(item.start_mark, self._end(item)) for item in parent.value]
            at = step if isinstance(step, int) and step < len(spans) else None
        if at is None:
            raise KeyError(path)
        starts, ends = [start.index for start, _ in spans], [end for _, end in spans]
        if parent.flow_style:
            start = ends[at - 1] if at and at == len(spans) - 1 else starts[at]
            end = starts[at + 1] if at < len(spans) - 1 else ends[at]
            self._edits.append((start, end, ""))
            return
        start = starts[at] if isinstance(parent, yaml.MappingNode) else self._dash(parent, starts[at])
        line = self._text.rfind("\n", 0, start) + 1
        if self._text[line:start].strip():  # the first field behind a dash: the next one takes its place
            end = starts[at + 1] if at < len(spans) - 1 else ends[at]
            self._edits.append((start, end, ""))
            return
        below = self._text.find("\n", ends[at]) + 1
        self._edits.append((line, below or len(self._text), ""))

    def substitute(self, pattern: re.Pattern[str], group: int) -> list[tuple[int, int]]:
        """Leaves of every match only the group; returns where each stood, as offset and length of the group."""
        found = list(pattern.finditer(self._text))
        self._edits += [(match.start(), match.end(), match[group]) for match in found]
        return [(match.start(), len(match[group])) for match in found]

    def moved(self, offset: int) -> int:
        """Where in the changed text that stands which stood at the offset, outside of what was taken out."""
        return offset + sum(len(new) - (end - start) for start, end, new in self._edits if end <= offset)

    def text(self) -> str:
        """The text with the changes; where one lies inside another, the wider one holds."""
        line_break = "\r\n" if "\r\n" in self._text else "\n"
        out: list[str] = []
        done = 0
        for start, end, new in sorted(self._edits, key=lambda edit: (edit[0], -edit[1])):
            if end <= done and start < done:
                continue
            out += [self._text[done : max(start, done)], new.replace("\n", line_break)]
            done = max(end, done)
        return "".join([*out, self._text[done:]])

    def _node(self, path: Path) -> Any:
        node: Any = self._root
        for step in path:
            if isinstance(node, yaml.MappingNode):
                node = next((value for key, value in node.value if key.value == step), None)
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                node = None
            if node is None:
                raise KeyError(path)
        return node

    def _end(self, node: Any, key: Any = None) -> int:
        """Where the node's last character stands; the parser counts what follows a block as part of it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1], last[0]) if isinstance(last, tuple) else self._end(last)
        if key is not None and node.end_mark.index <= key.end_mark.index + 1:
            return self._text.index(":", key.end_mark.index) + 1  # a field without a value
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        return start + len(self._text[start:end].rstrip())

    def _with_comment(self, end: int) -> int:
        """The end of the line on which the node ends: only white space or a comment on that node can follow."""
        line = self._text.find("\n", end)
        return end + len(self._text[end : line if line >= 0 else None].rstrip())

    def _dash(self, parent: Any, start: int) -> int:
        """Where the dash of a list's item stands: in the list's own column, on the item's line or above it."""
        column, line = parent.start_mark.column, self._text.rfind("\n", 0, start) + 1
        while self._text[line + column : line + column + 1] != "-" or self._text[line : line + column].strip(" -"):
            line = self._text.rfind("\n", 0, line - 1) + 1
        return line + int(column)


def _in_flow(value: str | Mapping[str, str]) -> str:
    """The value on one line, quoted where YAML needs it."""
    holder = CommentedMap({"x": value if isinstance(value, str) else CommentedMap(value)})
    holder.fa.set_flow_style()
    if not isinstance(value, str):
        holder["x"].fa.set_flow_style()
    return to_text(holder).strip().removeprefix("{x:").removesuffix("}").strip()
