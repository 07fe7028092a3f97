"""Files of a cache that carry their own hash: one that was cut short or changed counts as missing and is made again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Collection
from pathlib import Path

_SEAL = hashlib.sha256().digest_size


def recall(place: Path) -> bytes | None:
    """What was remembered there; None where there is nothing, or something else than was written."""
    try:
        sealed = place.read_bytes()
    except OSError:
        return None
    data = sealed[_SEAL:]
    return data if sealed[:_SEAL] == _seal(place, data) else None


def remember(place: Path, data: bytes) -> bytes:
    """The same data; written down, where the folder can be written to."""
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_name(f"{place.name}.{os.getpid()}-{threading.get_ident()}")
        half.write_bytes(_seal(place, data) + data)
        half.replace(place)
    return data


def _seal(place: Path, data: bytes) -> bytes:
    return hashlib.sha256(place.name.encode() + b"\0" + data).digest()


def clear(cache: Path, used: Collection[str]) -> None:
    """Takes out of the cache what is not in use: pictures of someone taken down do not stay behind."""
    for file in cache.iterdir() if cache.is_dir() else ():
        if file.name not in used and file.is_file():
            file.unlink(missing_ok=True)
