"""What the checks say of the would-be files, told at the cell it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from generator.importers.columns import BY_KEY
from generator.importers.headers import Header
from generator.importers.rehearsal import Found
from generator.importers.tables import Table
from generator.importers.writing import Changes, Step, Written
from generator.problems import Problem
from generator.yaml_places import Places
from generator.yaml_source import read_yaml

_COLUMN_OF = {"shown": "agreed_name", "photo": "photo_file", "scope": "agreed_name", "commendations": "name"}
_FIXES = {
    "nguoi": "điền cột “Nhóm tuổi”: Người lớn, hoặc tuổi của trẻ",
}
"""Ways out in the words of the workbook, for rules whose own speak of a file."""
_Origin = tuple[int, int, int, str]


def told_at_cells(
    found: tuple[Sequence[Found], Sequence[Problem]],
    sheet: tuple[Table, Header],
    changes: Changes,
    written: Written,
    steps: Sequence[Step],
) -> list[Problem]:
    """The problems, those of an entry's own values at its cells; errors of anything else as the checks tell them.

    Warnings of what the import does not touch are left to ``portal check``.
    """
    inside, others = found
    table, header = sheet
    lines = {f"exemplars/{step.exemplar}": step.line for step in steps if step.exemplar}
    origins: dict[str, list[_Origin]] = {}
    told: list[Problem] = [problem for problem in others if problem.severity == "lỗi"]
    for path, problem in ((one.path, one.problem) for one in inside):
        text = changes.get(path)
        if path not in origins:
            rows = written.origins if path == written.path else None
            line = lines.get(PurePosixPath(path).with_suffix("").as_posix())
            origins[path] = _origins(text, rows, line)
        at = _origin(origins[path], problem)
        if at is None:
            bare = replace(problem, place=replace(problem.place, length=0))  # the picture would be of the old file
            told += [bare] if problem.severity == "lỗi" else []
            continue
        line, key = at
        if key not in header.columns and problem.rule == "anh":
            key = "alt" if "alt" in problem.message else key
        fix = _FIXES.get(problem.rule, problem.fix)
        title = f"{BY_KEY[key].title}: " if key in BY_KEY else ""
        message = f"{title}{problem.message}"
        told.append(
            table.problem(line, header.columns.get(key), message, fix, severity=problem.severity, rule=problem.rule)
        )
    return told


def _origin(origins: Sequence[_Origin], problem: Problem) -> tuple[int, str] | None:
    """The line and column key of the value the problem's place lies in; None outside of every entry."""
    place = bisect_right(origins, (problem.place.line, problem.place.column, 10**9, "")) - 1
    if place < 0 or not origins[place][3]:
        return None
    return origins[place][2], origins[place][3]


def _origins(text: Any, rows: Mapping[tuple[int, int], int] | None, line: int | None) -> list[_Origin]:
    """Where each value starts in the text, which line it came from and its column; lines of nobody have no key."""
    if not isinstance(text, str):
        return [(0, 0, line, "photo_file")] if line is not None else []
    data, problems = read_yaml(text, _NOWHERE)
    places = Places(text, _NOWHERE)
    if line is not None and rows is None:
        found: list[_Origin] = [(0, 0, line, "name")]
        _walk(places, data if not problems else {}, (), line, found)
        return sorted(found)
    found = []
    for number, list_ in enumerate((data or {}).get("lists") or []):
        start = places.place(("lists", number))
        found.append((start.line, start.column, 0, ""))
        for place, row in enumerate(list_.get("commendations") or []):
            path = ("lists", number, "commendations", place)
            own = (rows or {}).get((number, place))
            start = places.place(path)
            found.append((start.line, start.column, own or 0, "name" if own else ""))
            if own:
                _walk(places, row, path, own, found)
    end = places.place(("corrections",), key=True) if "corrections" in (data or {}) else None
    if end is not None:
        found.append((end.line, end.column, 0, ""))
    return sorted(found)


def _walk(places: Places, data: Any, path: tuple[str | int, ...], line: int, found: list[_Origin]) -> None:
    for key, value in data.items() if isinstance(data, dict) else ():
        place = places.place((*path, key), key=True)
        told = _COLUMN_OF.get(key, key if key in BY_KEY else "name")
        found.append((place.line, place.column, line, told))
        if isinstance(value, dict):
            _walk(places, value, (*path, key), line, found)


_NOWHERE = Path("x.yml")
