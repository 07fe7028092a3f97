"""The photographs of a folder, each for the one entry it is named after; the rest is listed, both ways.

Only plain files of the folder itself are looked at, no link is followed. What a picture is, its content says.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import vietnamese
from generator.photos import MAX_BYTES

_NOT_OURS = {"Thumbs.db", "desktop.ini"}
_ADDED = {"img", "image", "dsc", "dscn", "dscf", "pxl", "photo", "pic", "zalo", "copy", "screenshot"}
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")


@dataclass(frozen=True)
class Wanted:
    """Who may have a photograph: the line of the entry, its exemplar's id, its name, the file name its line gives."""

    line: int
    id: str
    name: str
    file_name: str


@dataclass(frozen=True)
class Matched:
    """Which file each line gets, which lines name a file that is not there, and which files are nobody's."""

    files: Mapping[int, Path]
    missing: tuple[int, ...]
    rest: tuple[Path, ...]


def match_photos(folder: Path, wanted: Sequence[Wanted]) -> Matched:
    """The photographs of the folder, matched by the file name a line gives, or else by folded name or id.

    What cameras and telephones put around a name is passed over. Only where one file fits one line.

    Raises NotADirectoryError for what is no folder.
    """
    files = _pictures(folder)
    found: dict[int, Path] = {}
    missing: list[int] = []
    by_stem: dict[str, list[Path]] = {}
    by_name: dict[str, list[Path]] = {}
    by_bare: dict[str, list[Path]] = {}
    for file in files:
        by_stem.setdefault(vietnamese.slug(file.stem), []).append(file)
        by_name.setdefault(vietnamese.fold(file.name), []).append(file)
        by_bare.setdefault(_bare(vietnamese.slug(file.stem)), []).append(file)
    claims: dict[str, int] = {}
    for one in wanted:
        for key in _stems(one):
            claims[key] = claims.get(key, 0) + 1
    for one in wanted:
        if one.file_name:
            said = vietnamese.fold(one.file_name)
            fitting = by_name.get(said) or by_stem.get(vietnamese.slug(said)) or []
            if len(fitting) == 1:
                found[one.line] = fitting[0]
            else:
                missing.append(one.line)
            continue
        fitting = [file for key in _stems(one) if claims[key] == 1 for file in by_stem.get(key, [])]
        key = vietnamese.slug(one.name)
        fitting = fitting or (by_bare.get(key, []) if claims.get(key) == 1 and key == _bare(key) else [])
        if len(fitting) == 1:
            found[one.line] = fitting[0]
    used = list(found.values())
    twice = {file for file in used if used.count(file) > 1}
    found = {line: file for line, file in found.items() if file not in twice}
    return Matched(found, tuple(missing), tuple(file for file in files if file not in found.values()))


def suffix_of(data: bytes) -> str:
    """The suffix the picture's content asks for: ``.jpg``, ``.png``, ``.webp``, ``.heic``; empty for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return ".jpg"
    if data.startswith(b"\x89PNG\r\n"):
        return ".png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:8] == b"ftyp" and (data[8:12] in _HEIF_BRANDS):
        return ".heic"
    return ""


def is_too_large(file: Path) -> bool:
    """Whether the file is larger than any photograph that is taken."""
    return file.stat().st_size > MAX_BYTES


def _stems(one: Wanted) -> set[str]:
    return {stem for stem in (vietnamese.slug(one.name), one.id) if stem}


def _bare(stem: str) -> str:
    """The stem without numbers and the words that cameras, telephones and copies put before or behind a name."""
    words = stem.split("-")
    while words and (_is_added(words[0]) or words[0] == "anh"):  # behind a name Anh is a name
        words = words[1:]
    while words and _is_added(words[-1]):
        words = words[:-1]
    return "-".join(words)


def _is_added(word: str) -> bool:
    return word in _ADDED or word.isdigit()


def _pictures(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        found = [Path(one.path) for one in entries if one.is_file(follow_symlinks=False)]
    return sorted(file for file in found if not file.name.startswith(".") and file.name not in _NOT_OURS)
