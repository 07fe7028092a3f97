"""Where things stand in a YAML text: its composed nodes, and the :class:`Places` that find a value again.

Data carries no positions; a problem that needs one has the text read once more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the types leave it out

from generator.problems import Place

STANDARD = "tag:yaml.org,2002:"
_TAGS = {yaml.ScalarNode: f"{STANDARD}str", yaml.SequenceNode: f"{STANDARD}seq", yaml.MappingNode: f"{STANDARD}map"}
PLAIN_TAGS = frozenset(_TAGS.values())
"""The tags of nodes that have none of their own."""


def compose(text: str) -> yaml.Node | None:
    """The text's root node; None for an empty text. Raises yaml.YAMLError where the text is broken."""
    loader = _Composer(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    finally:
        loader.dispose()
    return node


class _Composer(CParser):
    """libyaml's composer. Tags tell only the kind of a node, so none is looked up: a quarter of the composing."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """The tag of a node that has none of its own."""
        return _TAGS[kind]

    def descend_resolver(self, parent: object, index: object) -> None:
        """Nothing: tags do not depend on the way to a node."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""


def place_at(file: Path, text: str, offset: int) -> Place:
    """The place of the character at the offset of the file's text."""
    line = text.count("\n", 0, offset) + 1
    return Place(file, line, offset - text.rfind("\n", 0, offset), 1)


def node_place(node: yaml.Node, file: Path, first_line: int) -> Place:
    """The place of the node, up to its first key where it is a block; ``first_line``: where the text starts."""
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        end = node.value[0][0].end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Place(file, start.line + first_line, start.column + 1, max(1, length))


class Places:
    """Where each value of a YAML text stands, found by reading the text once more."""

    def __init__(self, text: str, file: Path, first_line: int = 1) -> None:
        self._text = text
        self._file = file
        self._first_line = first_line
        self._root = compose(text)

    def place(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """The place of the value at the path, or of its key; the nearest one above it that exists.

        Steps in angle brackets (a model's own tags) are passed over.
        """
        node, key_node = self._root, None
        for step in path:
            if isinstance(step, str) and step.startswith("<"):
                continue
            found = _child(node, step)
            if found is None:
                break
            key_node, node = found
        else:
            if key and key_node is not None:
                return self._of(key_node)
        return self._of(node) if node is not None else Place(self._file, self._first_line)

    def place_of(self, words: str, path: Sequence[str | int], nth: int = 0) -> Place:
        """The place of the nth occurrence, from 0, of the words inside the value at the path, also in a block of prose.

        The value's own place where the file spells the words in another way, such as by an escape.
        """
        node = self._root
        for step in path:
            found = _child(node, step)
            if found is None:
                return self.place(path)
            _, node = found
        if node is None:
            return self.place(path)
        raw = self._text[node.start_mark.index : node.end_mark.index]
        match = next(islice(_spelling(words).finditer(raw), nth, None), None)
        if match is None:
            return self._of(node)
        start = node.start_mark.index + match.start()
        place = place_at(self._file, self._text, start)
        length = len(match[0].split("\n", 1)[0])
        return Place(self._file, place.line + self._first_line - 1, place.column, length)

    def _of(self, node: yaml.Node) -> Place:
        return node_place(node, self._file, self._first_line)


def _spelling(words: str) -> re.Pattern[str]:
    """The words as a file may hold them: lines of a quote or any white space between, bold, letters composed or not."""
    letters = []
    for char in words:
        loose = unicodedata.normalize("NFD", char)
        letters.append(
            r"\s+(?:>\s*)?" if char.isspace() else re.escape(char) if loose == char else f"(?:{char}|{loose})"
        )
    return re.compile(r"(?:\*\*)?".join(letters))


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == str(step)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
