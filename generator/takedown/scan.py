"""The proof that somebody is gone: every file of the built site and of its Markdown, unpacked, read and searched.

Searched by id, by text, and, for pictures, by the manifest that says from which record each picture was made. The
neutral page at the old address may stay; hits on the name of another, declared person are told apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import addresses
from generator.problems import display_path
from generator.takedown.traces import Trace, Traces, as_words
from generator.takedown.unpacking import MAX_BYTES, Reading, Unreadable, readings

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif")
_SITEMAPS = ("sitemap.xml", "sitemap.xml.gz", "robots.txt")
_PICTURE_FOLDERS = ("anh/", "chia-se/")
_PICTURE = "ảnh"
_SAID = {"mã": "mã", "tên": "tên", "câu": "câu kể về người ấy", "mã băm của tên": "tên (theo mã băm)"}


@dataclass(frozen=True, order=True)
class Hit:
    """A file that still holds something, and what."""

    path: str
    what: str


@dataclass(frozen=True)
class Proof:
    """What a search of ``files`` files found: ``hits`` of the person, ``namesakes``, and what could not be read.

    ``by_name`` is set where there was no manifest: pictures were then judged by their file names.
    """

    files: int
    hits: tuple[Hit, ...]
    namesakes: tuple[Hit, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    by_name: bool = False

    @property
    def pages(self) -> int:
        """On how many pages of the site the person still appears."""
        return sum(path.endswith(".html") for path in {hit.path for hit in self.hits})

    @property
    def other_files(self) -> int:
        """In how many files that are no page: pictures, the search index, files to take away, generated Markdown."""
        return len({hit.path for hit in self.hits}) - self.pages

    @property
    def holds(self) -> bool:
        """Whether the person is gone: nothing was found, and no damaged file was passed over."""
        return not self.hits and not any(one.damaged for one in self.unreadable)


def prove(
    folders: Iterable[Path],
    traces: Traces,
    *,
    pictured: Iterable[str] = (),
    declared: Iterable[str] = (),
    neutral: Iterable[str] = (),
    manifest: Mapping[str, tuple[str, ...]] | None = None,
    only: Iterable[str] = (),
) -> Proof:
    """The proof over every file below the folders.

    ``pictured`` are exemplars none of whose pictures may be there; ``declared`` the names of others whom the site may
    name; ``neutral`` exemplars at whose address a neutral page stands; ``only`` the paths to look at, all where there
    is none.
    """
    spared = {path for id_ in neutral for path in _neutral_paths(id_)}
    others, shown, wanted = tuple({as_words(name) for name in declared}), tuple(pictured), frozenset(only)
    hits: set[Hit] = set()
    same_name: set[Hit] = set()
    unreadable: set[Unreadable] = set()
    files = 0
    for folder in folders:
        for file in sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()):
            path = file.relative_to(folder).as_posix()
            if wanted and path not in wanted:
                continue
            files += 1
            where = display_path(file)
            for found in _in_file(file, path, traces, shown, manifest):
                if isinstance(found, Unreadable):
                    unreadable.add(Unreadable(where + found.where.removeprefix(path), found.why, found.damaged))
                elif isinstance(found, str):
                    hits.add(Hit(where, found))
                elif found.what == "mã" and path in spared:
                    continue
                elif found.what in ("tên", "mã băm của tên") and any(f" {found.text} " in name for name in others):
                    same_name.add(Hit(where, f"tên “{found.text}”"))
                else:
                    hits.add(Hit(where, _SAID[found.what]))
    return Proof(files, tuple(sorted(hits)), tuple(sorted(same_name)), tuple(sorted(unreadable)), manifest is None)


def pictures_of(
    folder: Path, exemplars: Iterable[str], manifest: Mapping[str, tuple[str, ...]] | None
) -> Iterator[Path]:
    """The pictures below the folder that were made of these exemplars' photos."""
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.suffix.lower() in _PICTURES and _PICTURE in _in_picture(path, exemplars, manifest):
            yield file


def read_manifest(file: Path) -> Mapping[str, tuple[str, ...]] | None:
    """From which records each picture of the site was made, by path; None where nobody wrote that down."""
    try:
        data = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(data, dict):
        return None
    return {path: tuple(str(id_) for id_ in ids) for path, ids in data.items() if isinstance(ids, list)}


def _in_file(
    file: Path, path: str, traces: Traces, pictured: Iterable[str], manifest: Mapping[str, tuple[str, ...]] | None
) -> Iterator[Trace | Unreadable | str]:
    """What the file holds: traces, what cannot be read, and a picture of the person in words."""
    yield from traces.find(path)
    if file.suffix.lower() in _PICTURES:
        yield from _in_picture(path, pictured, manifest)
        if file.stat().st_size <= MAX_BYTES:
            data = file.read_bytes()
            yield from (Trace("tên", name) for name in traces.names if name.encode() in data)
        return
    if file.stat().st_size > MAX_BYTES:
        yield Unreadable(path, "tệp quá lớn")
        return
    for one in readings(path, file.read_bytes()):
        if isinstance(one, Reading):
            yield from traces.find(one.text, loose=one.loose)
        else:
            yield one


def _in_picture(path: str, pictured: Iterable[str], manifest: Mapping[str, tuple[str, ...]] | None) -> Iterator[str]:
    if manifest is not None and path in manifest:
        if any(f"exemplars/{id_}" in manifest[path] for id_ in pictured):
            yield _PICTURE
    elif path.startswith(_PICTURE_FOLDERS):
        if any(True for _ in Traces(ids=tuple(pictured)).ids_in(path)):
            yield _PICTURE
        elif manifest is not None:
            yield "ảnh không rõ của ai, không có trong bảng ảnh"


def _neutral_paths(id_: str) -> Iterator[str]:
    """Where the id may stand: its neutral page, in Markdown and built, and what tells search engines of pages."""
    page = addresses.of("exemplars", id_).page
    yield page
    yield f"{addresses.page_url(page)}index.html"
    yield f"{page.removesuffix('.md')}/index.md"
    yield from _SITEMAPS
