"""The search index of a built site, by Pagefind: which pages, in which bytes.

What carries ``data-pagefind-body`` is indexed, by what its ``data-pagefind-*`` attributes say. Pagefind makes words of
all metadata but its filters, so what a page only shows (its card) stands in filters that are dropped here. It hashes
with a seed of its own, so the order of filters and of their values differs from run to run; they are put in order here,
and the same site gives the same bytes. The format (measured on 1.5.2): gzip of ``pagefind_dcd`` and CBOR; a file is
named by the SHA-1 of the CBOR, 7 digits of it for filters, 10 for the table of contents. In the browser ``js/index.js``
reads the same.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pagefind_bin import get_executable

from generator.search_copy import copy_marked

FOLDER = "pagefind"
KEPT = "the-"
"""What a filter's name begins with that only keeps a page's own facts beside it: nobody can filter by it."""
_SIGNATURE = b"pagefind_dcd"
_PROGRAMS = frozenset({".js", ".css", ".pagefind"})
"""Pagefind's own program and search boxes, which no page of ours loads: ``js/index.js`` reads the index."""
_ROOM = 500_000_000
"""Bytes: the copy of 10,000 exemplars takes a tenth."""
_UNREAD = (
    "[data-apparatus], nav, thead, .acts, .sample, .take, .task, .units, .h-rule > span, "
    ".reg, .shelf, .cit, .cards, .lines, .dl, .docs"
)
"""What stands on many pages, or tells in short what has a page of its own."""


class IndexingFailed(Exception):
    """The index could not be made; the text is what Pagefind said."""


def make_index(site: Path) -> None:
    """Makes the folder ``pagefind`` of the site anew, from an empty one; none where no page asks to be indexed.

    From an empty one because Pagefind never deletes: somebody taken down would stay inside a packed fragment. Raises
    IndexingFailed.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with TemporaryDirectory(prefix=".portal-index-", dir=_memory()) as name:
            if not copy_marked(site, Path(name)):
                return  # without any mark Pagefind would take every page
            command = [get_executable(), "--site", name, "--output-path", str(folder), "--silent"]
            command += ["--exclude-selectors", _UNREAD]
            subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", errors="replace")
        _put_in_order(folder)
    except subprocess.CalledProcessError as error:
        raise IndexingFailed((error.stdout + error.stderr).strip() or f"mã {error.returncode}") from error
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise IndexingFailed(str(error)) from error
    for file in folder.iterdir():
        if file.suffix in _PROGRAMS:
            file.unlink()


def _memory() -> Path | None:
    """Linux's folder in memory, where it has room: the copy is thousands of small files that live for seconds."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


def read_part(file: Path) -> Any:
    """What a packed part of the index holds: lists, texts, numbers; a fragment's JSON as data."""
    data = gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE)
    return json.loads(data) if file.suffix == ".pf_fragment" else _decode(data, 0)[0]


def _put_in_order(folder: Path) -> None:
    """Rewrites filters, table of contents and entry with their lists sorted by name."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language, about in sorted(entry["languages"].items()):
        table_file = folder / f"pagefind.{about['hash']}.pf_meta"
        version, pages, words, filters, sorts, *rest = read_part(table_file)
        ordered = []
        for name, hash_ in sorted(filters):
            filter_file = folder / "filter" / f"{hash_}.pf_filter"
            _, values = read_part(filter_file)
            filter_file.unlink()
            if name.startswith(KEPT):
                continue
            ordered.append([name, _write(folder / "filter", "", language, [name, sorted(values)], 7)])
        table_file.unlink()
        table = [version, pages, words, ordered, sorted(sorts), *rest]
        about["hash"] = _write(folder, "pagefind.", language, table, 10)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _write(folder: Path, prefix: str, language: str, data: Any, digits: int) -> str:
    """Writes a part under the name its bytes give it; returns that name without prefix and ending."""
    packed = _encode(data)
    name = f"{language}_{hashlib.sha1(packed, usedforsecurity=False).hexdigest()[:digits]}"
    ending = "pf_meta" if prefix else "pf_filter"
    (folder / f"{prefix}{name}.{ending}").write_bytes(gzip.compress(_SIGNATURE + packed, mtime=0))
    return name


def _decode(data: bytes, at: int) -> tuple[Any, int]:
    """The CBOR value (RFC 8949; whole numbers, texts, lists: all that is written here) at a place, and its end."""
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if kind == 4 and size == 31:  # a list without its length: it ends with a mark
        items = []
        while data[at] != 0xFF:
            item, at = _decode(data, at)
            items.append(item)
        return items, at + 1
    if size > 27:
        raise ValueError("CBOR")
    if size > 23:
        width = 1 << (size - 24)
        size, at = int.from_bytes(data[at : at + width], "big"), at + width
    if kind in (0, 1):
        return (size if kind == 0 else -1 - size), at
    if kind == 3:
        return data[at : at + size].decode(), at + size
    if kind != 4:
        raise ValueError("CBOR")
    items = []
    for _ in range(size):
        item, at = _decode(data, at)
        items.append(item)
    return items, at


def _encode(value: Any) -> bytes:
    """The value as CBOR, in its shortest form."""
    if isinstance(value, int):
        return _head(0, value) if value >= 0 else _head(1, -1 - value)
    if isinstance(value, str):
        text = value.encode()
        return _head(3, len(text)) + text
    return _head(4, len(value)) + b"".join(map(_encode, value))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    digits = next(digits for digits in (0, 1, 2, 3) if size < 1 << (8 << digits))
    return bytes([kind << 5 | 24 + digits]) + size.to_bytes(1 << digits, "big")
