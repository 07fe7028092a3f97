"""The parts of a .docx as markup: its text, its styles, its automatic numbers, its notes.

The file is read as the markup it is: what Word keeps of a text (automatic numbers, merged cells, tracked changes) has
no other form. Parts are found by the package's own relations, as Word finds them; nothing outside the file is opened.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from lxml import etree

from generator.importers.packages import Package, refuse_bomb, refuse_broken

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_COLUMNS = 63  # of a Word table
_MAX_READ = 40_000_000  # markup takes tenfold in memory
_MAIN = re.compile(r"word/document\d*\.xml")
# the strict form of the format (ISO 29500) has its own names for the same elements
_STRICT = re.compile(rb"(xmlns(?::\w+)?\s*=\s*[\"'])http://purl\.oclc\.org/ooxml/wordprocessingml/main(?=[\"'])")


@dataclass(frozen=True)
class Parts:
    """The roots of the parts that are there. ``frames`` are the headers and footers."""

    document: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None
    settings: Any = None
    frames: tuple[Any, ...] = ()


def read_parts(package: Package) -> Parts:
    """The parts of a Word file. Raises ContentInvalid when one of them is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
            names = set(archive.namelist())
            main = next(name for name in sorted(names) if _MAIN.fullmatch(name))
            targets = _targets(archive, main, names)
            read = [main, *(file for files in targets.values() for file in files)]
            if sum(archive.getinfo(file).file_size for file in read) > _MAX_READ:
                refuse_bomb(package)
            one = {kind: _parse(archive.read(files[0])) for kind, files in targets.items() if kind in _SINGLE}
            frames = tuple(_parse(archive.read(file)) for kind in _FRAMES for file in targets.get(kind, ()))
            return Parts(_parse(archive.read(main)), **one, frames=frames)
    except (etree.LxmlError, KeyError, ValueError, zipfile.BadZipFile):
        refuse_broken(package)


def value(element: Any) -> str:
    """The ``w:val`` of an element; empty where there is no element or no value."""
    return str(element.get(f"{W}val", "")) if element is not None else ""


def is_on(properties: Any, name: str) -> bool:
    """Whether properties switch something on, such as ``vanish``."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and value(element) not in ("0", "false", "off")


def count(properties: Any, name: str, default: int) -> int:
    """A number of columns that properties give, never more than a Word table may have."""
    text = value(properties.find(f"{W}{name}")) if properties is not None else ""
    return min(int(text), MAX_COLUMNS) if re.fullmatch("[0-9]{1,5}", text) else default


_SINGLE = ("styles", "numbering", "footnotes", "endnotes", "settings")
_FRAMES = ("header", "footer")


def _targets(archive: zipfile.ZipFile, main: str, names: set[str]) -> dict[str, list[str]]:
    """The parts that belong to the main part, by kind; only such as are in the file."""
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, list[str]] = {}
    if relations not in names:
        files = {kind: posixpath.join(folder, f"{kind}.xml") for kind in _SINGLE}
        return {kind: [file] for kind, file in files.items() if file in names}
    for relation in _parse(archive.read(relations)):
        if not isinstance(relation.tag, str):
            continue
        kind = relation.get("Type", "").rpartition("/")[2]
        if kind not in (*_SINGLE, *_FRAMES):
            continue
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if target in names and relation.get("TargetMode") != "External":
            found.setdefault(kind, []).append(target)
    return found


def _parse(data: bytes) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(_STRICT.sub(rb"\1" + W[1:-1].encode(), data), parser)
