"""Originals beside the records to sized pictures for the pages, and which record each file was made from.

What is made is cached by the original's hash, so that a second run opens no picture. A file of the cache carries its
own hash: one that was cut short or changed is made again. What no record needs any more is taken out of the cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from generator import pictures
from generator.addresses import Address
from generator.content import Content, Entry
from generator.models.honours import Photo
from generator.pages.base import Picture, PictureFile
from generator.pictures import FORMATS, SMALLER, PictureRefused, Size, View
from generator.problems import Place, Problem
from generator.sealed import clear, recall, remember

RULE = "anh"
MAX_BYTES = 40_000_000
LEAST_SIDE = 640
"""Pixels of the longer side that a photograph needs to be seen well: fewer are told, and shown all the same."""
_PORTRAIT_FOCUS, _LANDSCAPE_FOCUS = (50, 33), (50, 40)  # faces stand in the upper part of most pictures
_USUALLY_KEPT = (5, 2)
"""What a flatter frame keeps of the cut where nobody said what to keep: heads, which stand near the upper edge."""
_WORKERS = min(4, os.cpu_count() or 1)  # each holds one picture of full size

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Derived:
    """A record's pictures for the pages, and the bytes of their files by path."""

    picture: Picture
    files: Mapping[str, bytes]


def check_photos(content: Content, cache: Path | None = None) -> list[Problem]:
    """What is wrong with the photographs, one problem each; ``cache`` remembers the sound ones."""
    files = [(content.of(kind).get(id_), file) for (kind, id_), files in content.photos.items() for file in files]
    return [problem for problem in _together(lambda one: _check(*one, cache), files) if problem is not None]


def derive_photos(content: Content, wanted: Iterable[Entry[Any]], cache: Path) -> dict[tuple[str, str], Derived]:
    """The pictures of the wanted records that have a photograph, by kind and id; ``cache`` keeps what was made.

    Assumes checked photographs. Takes out of the cache what belongs to no photograph of the content any more.
    """
    originals = {key: files[0] for key, files in content.photos.items() if files}
    digests = _together(lambda file: _digest(file.read_bytes()), list(originals.values()))
    pictured = [one for one in wanted if (one.kind, one.id) in originals and one.record.photo is not None]
    made = _together(lambda one: _derive(one, originals[one.kind, one.id], cache), pictured)
    used = {name for _, names in made for name in names} | {_size_name(digest) for digest in digests}
    clear(cache, used)
    return {(one.kind, one.id): derived for one, (derived, _) in zip(pictured, made, strict=True)}


def write_manifest(derived: Mapping[tuple[str, str], Derived], file: Path) -> None:
    """Writes down from which records each derived file was made: ``{path: ["exemplars/2026-004"]}``, in order.

    It lies beside the site, never in it: by it a file whose name is all one has is traced to a person.
    """
    made_from: dict[str, list[str]] = defaultdict(list)
    for (kind, id_), one in sorted(derived.items()):
        for path in one.files:
            made_from[path].append(f"{kind}/{id_}")
    data = (json.dumps(made_from, indent=1, sort_keys=True) + "\n").encode()
    if not file.is_file() or file.read_bytes() != data:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def read_manifest(file: Path) -> dict[str, tuple[str, ...]]:
    """The records, as ``kind/id``, from which each derived file of the last run was made, by its path in the site.

    Empty where the file is missing or broken: a picture of the site that is not in it is of unknown origin.
    """
    try:
        written: dict[str, list[str]] = json.loads(file.read_text(encoding="utf-8"))
        return {path: tuple(records) for path, records in written.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _together(work: Callable[[T], R], items: Collection[T]) -> list[R]:
    """What the work gives for each item, in order, on several cores: the decoders let other threads run."""
    with warnings.catch_warnings(), ThreadPoolExecutor(_WORKERS) as pool:
        warnings.simplefilter("ignore")  # odd EXIF, many pixels: judged in pictures.py, and not printed
        return list(pool.map(work, items))


def _check(entry: Entry[Any] | None, file: Path, cache: Path | None) -> Problem | None:
    """What is wrong with the record's picture: it cannot be shown, or it is a photograph too small to be seen well."""
    try:
        if file.stat().st_size > MAX_BYTES:
            raise PictureRefused(f"ảnh lớn hơn {MAX_BYTES // 1_000_000} MB", SMALLER)
        original = file.read_bytes()
        width, height = _size(original, _digest(original), cache)
    except PictureRefused as refused:
        return Problem(Place(file), RULE, refused.message, refused.fix)
    if entry is None or entry.record.photo is None or entry.record.photo.drawing or max(width, height) >= LEAST_SIDE:
        return None
    message = f"ảnh {file.name} chỉ có {width} × {height} điểm ảnh, lên trang sẽ mờ"
    fix = f"xin lại ảnh gốc, cạnh dài từ {LEAST_SIDE} điểm ảnh"
    return Problem(entry.place("photo", key=True), RULE, message, fix, "cảnh báo")


def _derive(entry: Entry[Any], file: Path, cache: Path) -> tuple[Derived, list[str]]:
    """The record's pictures, and the names of the cache's files they are in."""
    original = file.read_bytes()
    digest = _digest(original)
    photo: Photo = entry.record.photo
    size = _size(original, digest, cache)
    focus = _focus(photo, size)
    whole, cut = pictures.whole_views(size), pictures.cut_views(size, focus)
    views = tuple(dict.fromkeys((*whole, *cut)))
    kept = {(view, form): cache / f"{digest}-{view.name}.{form}" for view in views for form in FORMATS}
    data = {key: read for key, place in kept.items() if (read := recall(place)) is not None}
    missing = tuple(view for view in views if any((view, form) not in data for form in FORMATS))
    if missing:
        for key, encoded in pictures.encode(original, size, missing).items():
            data[key] = remember(kept[key], encoded)

    def path(view: View, form: str) -> str:
        name = f"{entry.id.replace('/', '-')}-{digest[:8]}-{view.name}"
        return f"anh/{name}.{'jpg' if form == 'jpeg' else form}"

    def listed(some: Iterable[View]) -> tuple[PictureFile, ...]:
        pairs = [(view, form) for view in some for form in FORMATS]
        return tuple(PictureFile(Address(path(view, form)), view.width, view.height, form) for view, form in pairs)

    credit = photo.credit or ("Tranh minh họa, thay cho ảnh" if photo.drawing else "")
    said = (photo.alt or "", credit, photo.drawing)
    keep = _kept_at(focus, size, cut[0]) if photo.focus is not None else _USUALLY_KEPT
    shown = Picture(*said, listed(whole), Picture(*said, listed(cut), keep=keep))
    return Derived(shown, {path(*key): data[key] for key in kept}), [place.name for place in kept.values()]


def _focus(photo: Photo, size: Size) -> tuple[int, int]:
    if photo.focus is not None:
        return photo.focus.x, photo.focus.y
    return _PORTRAIT_FOCUS if size[1] > size[0] else _LANDSCAPE_FOCUS


def _kept_at(focus: tuple[int, int], size: Size, cut: View) -> tuple[int, int]:
    """Where the focal point lies in the cut, in tenths of its width and height."""
    left, top, right, bottom = cut.box
    across = (size[0] * focus[0] / 100 - left) / (right - left)
    down = (size[1] * focus[1] / 100 - top) / (bottom - top)
    return round(across * 10), round(down * 10)


def _size(original: bytes, digest: str, cache: Path | None) -> Size:
    """The upright size of a sound picture. Raises PictureRefused for one that is not."""
    place = cache / _size_name(digest) if cache is not None else None
    known = recall(place) if place is not None else None
    if known is not None:
        width, height = known.split()
        return int(width), int(height)
    size = pictures.upright_size(original)
    if place is not None:
        remember(place, b"%d %d" % size)
    return size


def _digest(original: bytes) -> str:
    """What the cache and the names of files know an original by: its bytes and the recipe."""
    return hashlib.sha256(pictures.RECIPE.encode() + original).hexdigest()[:16]


def _size_name(digest: str) -> str:
    return f"{digest}.size"
