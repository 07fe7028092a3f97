"""What the checks say of the would-be files, told at the cell it came from.

What comes from no cell is told where it stands in the file as it is now, never in the file that is not yet there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from generator.confirmations import STILL_RIGHT
from generator.importers.columns import BY_KEY
from generator.importers.headers import Header
from generator.importers.rehearsal import Found
from generator.importers.tables import Table
from generator.importers.writing import Changes, Step, Written
from generator.problems import Place, Problem
from generator.yaml_places import Places
from generator.yaml_source import read_text, read_yaml

_COLUMN_OF = {"shown": "agreed_name", "photo": "photo_file", "scope": "agreed_name", "x": "focus", "y": "focus"}
_AGED = "điền cột “Nhóm tuổi”: Người lớn, hoặc tuổi của trẻ"
_TOLD = "điền cột “Mô tả ảnh”: một câu cho người không nhìn thấy, không nhắc lại tên"
_SEEN = "chọn ở cột “Trong ảnh có ai”: chỉ người lớn, có trẻ em, hay không có người"
_AGREED = "đánh x vào cột “Đăng ảnh” và ghi ngày ghi nhận, hoặc bỏ ảnh"
_COUNTED = "bỏ dòng này khỏi tệp; số được tặng ghi ở counts trong tệp quyết định, sổ tay mục 4.10"
_NOT_OURS = "sửa theo bản đã ký; quyết định của cấp trên thì sửa issuer trong tệp quyết định"
_SAMPLE = "chọn dữ liệu thật, hoặc ghi sample: true trong tệp quyết định nếu cả danh sách là minh họa"
_IN_THE_SHEET = (
    ("nguoi", "", "", _AGED),
    ("anh", "lời mô tả", "alt", _TOLD),
    ("anh", "trong ảnh có ai", "people", _SEEN),
    ("anh", "căn cứ", "agreed_photo", _AGREED),
    ("danh-sach", "chỉ đếm", "", _COUNTED),
    ("tham-quyen", "không có thẩm quyền", "", _NOT_OURS),
    ("du-lieu-mau", "", "", _SAMPLE),
)
"""By rule and words of the fact: the column to fill in, where another, and the way out in the workbook's words."""
_LIST_FIELDS = ("award", "basis", "for_period")
"""What a list says of itself that lines of the sheet may give."""
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class _Origin:
    """Where a value starts in the would-be text, and what it comes of: lines of the sheet, or a path of the file.

    ``lines`` is empty for what stands in the file already; ``path`` is the place there.
    """

    line: int
    column: int
    lines: tuple[int, ...] = ()
    key: str = ""
    path: Path_ = ()


def told_at_cells(
    found: tuple[Sequence[Found], Sequence[Problem]],
    sheet: tuple[Table, Header],
    changes: Changes,
    written: Written,
    steps: Sequence[Step],
) -> list[Problem]:
    """The problems, those of an entry's own values at its cells; errors of anything else where they stand now.

    Warnings of what the import does not touch are left to ``portal check``.
    """
    inside, others = found
    lines = {f"exemplars/{step.exemplar}": step.line for step in steps if step.exemplar}
    origins: dict[str, list[_Origin]] = {}
    told: list[Problem] = [problem for problem in others if problem.severity == "lỗi"]
    for path, problem in ((one.path, one.problem) for one in inside):
        if path not in origins:
            line = lines.get(PurePosixPath(path).with_suffix("").as_posix())
            own = _of_the_decision(changes.get(path), written, steps) if path == written.path else None
            origins[path] = own or _of_a_record(changes.get(path), line)
        place = bisect_right(origins[path], (problem.place.line, problem.place.column), key=_start) - 1
        at = origins[path][place] if place >= 0 else None
        if at is not None and at.lines:
            told += [_at_cell(problem, sheet, line, at.key, path) for line in at.lines]
        elif problem.severity == "lỗi":
            told.append(replace(problem, place=_as_it_is(problem.place.file, at.path if at else ())))
    return told


def _start(origin: _Origin) -> tuple[int, int]:
    return origin.line, origin.column


def _at_cell(problem: Problem, sheet: tuple[Table, Header], line: int, key: str, path: str) -> Problem:
    """The problem at a cell of the line, with the way out in the words of the workbook."""
    table, header = sheet
    doubt, sign, _ = problem.fix.partition(STILL_RIGHT)
    fix = f"{doubt}{STILL_RIGHT} [{problem.rule}] trong tệp {path} sau khi nhập" if sign else problem.fix
    for rule, words, meant, way_out in _IN_THE_SHEET:
        if rule == problem.rule and words in problem.message:
            key, fix = meant if meant in header.columns else key, way_out
    title = f"{BY_KEY[key].title}: " if key in BY_KEY else ""
    message = f"{title}{problem.message.removesuffix(' (alt)')}"
    return table.problem(line, header.columns.get(key), message, fix, severity=problem.severity, rule=problem.rule)


def _as_it_is(file: Path, path: Path_) -> Place:
    """Where the value stands in the file as it is now; the whole file where it is not there."""
    text, problems = read_text(file) if file.is_file() else ("", [])
    return Places(text, file).place(path) if text and path and not problems else Place(file)


def _of_a_record(text: Any, line: int | None) -> list[_Origin]:
    """The origins in a file that a line of the sheet makes or changes, or that only becomes a draft again."""
    lines = () if line is None else (line,)
    if not isinstance(text, str):
        return [_Origin(0, 0, lines, "photo_file")]
    data, _ = read_yaml(text, _NOWHERE)
    return sorted([_Origin(0, 0, lines, "name"), *_walk(Places(text, _NOWHERE), data, (), lines)])


def _of_the_decision(text: Any, written: Written, steps: Sequence[Step]) -> list[_Origin]:
    """The origins in the decision: rows come from lines of the sheet, and so does a list made for them."""
    if not isinstance(text, str):
        return []
    data, _ = read_yaml(text, _NOWHERE)
    places = Places(text, _NOWHERE)
    new = {step.line for step in steps if step.index is None}
    made = {step.target.index for step in steps if step.target.award}
    found = list(_walk(places, {key: value for key, value in data.items() if key != "lists"}, (), ()))
    for number, list_ in enumerate(data.get("lists") or []):
        lines = tuple(sorted(line for (index, _), line in written.origins.items() if index == number))
        head = lines if number in made else ()
        path: Path_ = ("lists", number)
        found.append(_origin(places, path, head, "award"))
        said = {key: value for key, value in list_.items() if key in _LIST_FIELDS}
        own = {key: value for key, value in list_.items() if key not in (*_LIST_FIELDS, "commendations")}
        found += [*_walk(places, said, path, head), *_walk(places, own, path, ())]
        rows = (*path, "commendations")
        found.append(_origin(places, rows, head or lines[:1], "award" if head else "name", key=True))
        before = 0
        for place, row in enumerate(list_.get("commendations") or []):
            line = written.origins.get((number, place))
            from_sheet = () if line is None else (line,)
            here = _origin(places, (*rows, place), from_sheet, "name")
            found.append(replace(here, path=(*rows, before)))
            inner = _walk(places, row, (*rows, place), from_sheet)
            found += [replace(one, path=(*rows, before, *one.path[len(rows) + 1 :])) for one in inner]
            before += line not in new
    return sorted(found)


def _walk(places: Places, data: Any, path: Path_, lines: tuple[int, ...]) -> Iterator[_Origin]:
    """An origin for each value of the mapping and of those inside it."""
    for key, value in data.items() if isinstance(data, dict) else ():
        told = _COLUMN_OF.get(key, key if key in BY_KEY else "name")
        yield _origin(places, (*path, key), lines, told, key=True)
        yield from _walk(places, value, (*path, key), lines)


def _origin(places: Places, path: Path_, lines: tuple[int, ...], name: str, *, key: bool = False) -> _Origin:
    start = places.place(path, key=key)
    return _Origin(start.line, start.column, lines, name, path)


_NOWHERE = Path("x.yml")
