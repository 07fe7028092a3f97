"""The checks run on the content as it would be, before a byte of it is written.

Only the files that change are laid into a folder of their own and read there; the rest of the content is as it was
read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.checks import check_all
from generator.content import Content, read_content
from generator.importers.writing import Changes
from generator.photos import check_photos
from generator.problems import Problem, display_path


@dataclass(frozen=True)
class Found:
    """A problem of a file that would change: its path below the content folder, and what the checks say."""

    path: str
    problem: Problem


def rehearse(content: Content, changes: Changes, as_of: date) -> tuple[list[Found], list[Problem]]:
    """What the checks say of the content with the changes: of files that change, and of all others."""
    with _laid_out(changes) as folder:
        fresh, problems = read_content(folder)
        merged = _merged(content, fresh, changes)
        problems = [*problems, *check_all(merged, as_of), *check_photos(fresh)]
        ours: list[Found] = []
        others: list[Problem] = []
        for problem in dict.fromkeys(problems):
            told = replace(problem, message=problem.message.replace(display_path(folder), display_path(content.root)))
            if folder in problem.place.file.parents:
                path = problem.place.file.relative_to(folder).as_posix()
                place = replace(problem.place, file=content.root / path)
                ours.append(Found(path, replace(told, place=place)))
            else:
                others.append(told)
        return ours, others


@contextmanager
def _laid_out(changes: Changes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path, value in changes.items():
            if value is not None:
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(value.encode() if isinstance(value, str) else value)
        yield folder


def _merged(content: Content, fresh: Content, changes: Changes) -> Content:
    entries = {
        kind: {id_: entry for id_, entry in {**found, **fresh.of(kind)}.items() if (kind, id_) not in fresh.unread}
        for kind, found in content.entries.items()
    }
    gone = {content.root / path for path, value in changes.items() if value is None}
    photos: Mapping[tuple[str, str], tuple[Path, ...]] = {
        key: kept
        for key, files in content.photos.items()
        if (kept := tuple(file for file in files if file not in gone))
    }
    unread = (content.unread - {(kind, id_) for kind, found in fresh.entries.items() for id_ in found}) | fresh.unread
    return replace(content, entries=entries, photos={**photos, **fresh.photos}, unread=unread)
