"""The files of the content folder: which record each is, or beside which record it lies.

What editors' programs leave is passed over; links and special files are refused: they may lead outside the folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.models import (
    DOCUMENT_KIND,
    DOCUMENT_SUFFIXES,
    KINDS,
    PHOTO_KINDS,
    PHOTO_SUFFIXES,
    SCAN_KIND,
    SCAN_SUFFIX,
    SIGNED_PLAN,
    Kind,
)
from generator.problems import Place, Problem

PUBLISHED = "addresses.txt"
"""The list of published addresses, which ``published`` reads and writes: no record."""
_IGNORED = {".DS_Store", "Thumbs.db", "desktop.ini", ".gitkeep", ".gitignore"}
_PATTERNS = tuple(
    (kind, re.compile(re.escape(kind.pattern).replace(r"\*", "([^/]+)"))) for kind in KINDS if not kind.marked_by
)


def files_below(root: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """The folder's files and their paths below it, in the order of these, a folder's own files first.

    What editors' programs leave, and what git and others keep in folders like .git, is passed over. Links are refused:
    they may lead outside the folder; so are folders that cannot be read.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        folder = root / below
        folders = []
        for one in _listed(folder, problems):
            path = f"{below}/{one.name}" if below else one.name
            if one.is_dir(follow_symlinks=False):
                if not one.name.startswith("."):
                    folders.append(path)
            elif not one.is_file(follow_symlinks=False):
                problems.append(_link_problem(folder / one.name))
            elif one.name not in _IGNORED and not one.name.startswith(("~$", ".~")):
                yield folder / one.name, path
        waiting += reversed(folders)


def _listed(folder: Path, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """What lies in the folder, by name."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda one: one.name)
    except OSError:
        fix = "xem lại quyền đọc của thư mục, và ổ đĩa có còn nối không"
        problems.append(Problem(Place(folder), "tep", "không đọc được thư mục này", fix))
        return []


def _link_problem(path: Path) -> Problem:
    return Problem(Place(path), "tep", "là liên kết hoặc tệp đặc biệt, không phải tệp thường", "đặt tệp thật vào đây")


def _photo_of(relative: str) -> tuple[str, str] | None:
    if not relative.lower().endswith(PHOTO_SUFFIXES):
        return None
    path = Path(relative)
    if path.suffix.lower() in PHOTO_SUFFIXES and str(path.parent) in PHOTO_KINDS:
        return str(path.parent), path.stem
    return None


def _scan_of(relative: str) -> str:
    """The id of the decision whose scan the file is; empty where it is none."""
    if not relative.endswith(SCAN_SUFFIX):
        return ""
    path = Path(relative)
    same = path.parts[0] == SCAN_KIND and len(path.parts) == 3 and path.suffix == SCAN_SUFFIX
    return "/".join((path.parts[1], path.stem)) if same else ""


def _document_of(relative: str) -> str:
    """The id of the document beside which the file lies to be downloaded; empty where it is none."""
    if not relative.lower().endswith(DOCUMENT_SUFFIXES):
        return ""
    path = Path(relative)
    return path.stem if str(path.parent) == DOCUMENT_KIND else ""


def _signed_of(relative: str) -> str:
    """The id of the plan whose signed original the file is; empty where it is none."""
    folder, _, rest = relative.partition("/")
    plan, _, name = rest.partition("/")
    return plan if (folder, name) == SIGNED_PLAN else ""


def kind_of(relative: str) -> tuple[Kind | None, str]:
    """The kind of record the path below the folder is, and its id; no kind where it is none."""
    for kind, pattern in _PATTERNS:
        match = pattern.fullmatch(relative)
        if match:
            return kind, "/".join(match.groups()) or kind.name
    return None, ""


@dataclass
class Beside:
    """The files that lie beside records: photographs, scans, files to download, signed originals."""

    photos: dict[tuple[str, str], tuple[Path, ...]] = field(default_factory=dict)
    scans: dict[str, Path] = field(default_factory=dict)
    attached: dict[str, tuple[Path, ...]] = field(default_factory=dict)
    signed: dict[str, Path] = field(default_factory=dict)

    def takes(self, file: Path, relative: str) -> bool:
        """Whether the file is one of them; it is kept then."""
        if photo := _photo_of(relative):
            self.photos[photo] = (*self.photos.get(photo, ()), file)
        elif scan := _scan_of(relative):
            self.scans[scan] = file
        elif document := _document_of(relative):
            self.attached[document] = (*self.attached.get(document, ()), file)
        elif plan := _signed_of(relative):
            self.signed[plan] = file
        else:
            return False
        return True
