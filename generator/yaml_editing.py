"""YAML files changed by a command the way an editor would: comments, order and quoting stay; all files or none.

``yaml_source`` reads content; this module only changes files that were read and checked before.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

_WIDTH = 10_000  # no line is folded: a change then shows as the lines that changed


def parse_editable(text: str) -> CommentedMap:
    """The mapping of a content file, every scalar as text, with its comments; changes to it show in :func:`to_text`."""
    data = _yaml().load(text)
    return data if isinstance(data, CommentedMap) else CommentedMap()


def to_text(data: CommentedMap) -> str:
    """The mapping as the text of a file."""
    out = io.StringIO()
    _yaml().dump(data, out)
    return out.getvalue()


def prose_value(text: str) -> LiteralScalarString:
    """Several lines of prose as a block an editor can read (``|``)."""
    block: LiteralScalarString = LiteralScalarString(text if text.endswith("\n") else f"{text}\n")
    return block


def write_all(changes: Mapping[Path, str | bytes | None]) -> None:
    """Writes every file, or takes it away where the value is None; when one fails, all are put back as they were.

    Raises OSError for the file that failed.
    """
    before = {file: file.read_bytes() if file.exists() else None for file in changes}
    try:
        for file, value in changes.items():
            _put(file, value.encode() if isinstance(value, str) else value)
    except OSError:
        for file, value in before.items():
            with contextlib.suppress(OSError):
                _put(file, value)
        raise


def _put(file: Path, data: bytes | None) -> None:
    if data is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".~{file.name}.{os.getpid()}")  # a name that reading the content passes over
    try:
        half.write_bytes(data)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


class _TextResolver(VersionedResolver):
    """Takes every plain scalar for text, as ``yaml_source`` does: nothing is guessed and written back otherwise."""

    @property
    def versioned_resolver(self) -> dict[str, list[object]]:
        return {}


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _TextResolver
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
