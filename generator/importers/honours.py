"""A list of the honoured from the office's file into a decision: the whole flow on one screen.

Read, know the columns, read the lines, find out who is who, write the texts as they would be, run the checks on them,
tell. Only :func:`apply` writes, all files or none, and only what has nothing left to ask or to mend.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import vietnamese
from generator.content import Content, read_content
from generator.content import Entry as ContentEntry
from generator.importers import column_map, texts
from generator.importers.account import Action, Told
from generator.importers.album import Album, plan_album
from generator.importers.approvals import outdated, take_back, told_again
from generator.importers.entries import read_entries
from generator.importers.headers import Header, find_header, fold_header, is_headed
from generator.importers.packages import Package, open_package
from generator.importers.places import told_at_cells
from generator.importers.planning import plan_steps
from generator.importers.rehearsal import rehearse
from generator.importers.tables import RULE, Table
from generator.importers.word_table import read_word_tables
from generator.importers.workbook import read_workbook
from generator.importers.writing import Changes, Written, decision_text, draft_text, exemplar_files, write_path
from generator.models import BY_NAME, Decision
from generator.problems import ContentInvalid, Place, Problem, errors
from generator.yaml_editing import write_all
from generator.yaml_source import read_text


@dataclass(frozen=True)
class Request:
    """What the editor asks for: the file, the decision, what its odd headers mean, answers by line, photographs."""

    file: Path
    decision: str
    headers: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[int, str] = field(default_factory=dict)
    photos: Path | None = None
    sheet: str = ""


@dataclass(frozen=True)
class Outcome:
    """What an import would do. ``changes`` are complete; they may be written only where :attr:`ready`.

    ``notes`` are sentences on what was left out: dropped columns, passed-over lines, photographs nobody's.
    """

    package: Package
    table: Table
    header: Header
    told: tuple[Told, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...]
    changes: Changes

    @property
    def ready(self) -> bool:
        """Whether nothing is left to ask or to mend."""
        return not errors(self.problems) and not any(one.waits for one in self.told)

    @property
    def summary(self) -> str:
        """``Thêm mới 27 · Cập nhật 2 · Giữ nguyên 1 · Cần xác nhận 1``; what needs mending or was taken down if any."""
        counted = [one.action for one in self.told]
        words: tuple[tuple[str, Action], ...] = (
            ("Thêm mới", "new"), ("Cập nhật", "update"), ("Giữ nguyên", "same"), ("Cần xác nhận", "ask"),
        )  # fmt: skip
        rare: tuple[tuple[str, Action], ...] = (("Cần sửa", "wrong"), ("Đã gỡ thông tin", "gone"))
        words += tuple((label, action) for label, action in rare if action in counted)
        return " · ".join(f"{label} {counted.count(action)}" for label, action in words)


def told_once(problems: Sequence[Problem]) -> list[Problem]:
    """The problems for the screen: what is said of cells of many lines, but for an id in it, only of the first."""
    alike: dict[tuple[Place | Path, str, str, str, str], list[Problem]] = {}
    for one in problems:
        fact, cells = re.subn(r"^ô [^:]*: ", "", one.message)
        fact = re.sub(' "[^"]*"', "", fact)
        alike.setdefault((one.place.file if cells else one.place, one.rule, one.severity, one.fix, fact), []).append(
            one
        )
    return sorted(_and_more(first, rest) for first, *rest in alike.values())


def _and_more(first: Problem, rest: Sequence[Problem]) -> Problem:
    lines = sorted({one.place.line for one in rest} - {first.place.line})
    listed = ", ".join(map(str, lines[:20])) + (" …" if len(lines) > 20 else "")
    return replace(first, message=f"{first.message}; cũng vậy ở {len(lines)} dòng nữa: {listed}") if lines else first


def prepare(request: Request, content_folder: Path, as_of: date) -> Outcome:
    """What importing the file would do; writes nothing. Raises ContentInvalid where file or decision cannot be read."""
    package = open_package(request.file)
    tables = read_workbook(package) if package.kind == "xlsx" else read_word_tables(package)
    remembered = column_map.read_map(content_folder)
    headers = {**remembered, **{fold_header(header): key for header, key in request.headers.items()}}
    sheet, notes = _chosen(request, tables, headers)
    _refuse_strange(request, *sheet)
    content, found = read_content(content_folder)
    decision = _decision(content, found, request.decision)
    reading = read_entries(*sheet, content, decision.record.date)
    plan = plan_steps(reading, decision, content, sheet, request.answers)
    album = plan_album(plan.steps, plan.waiting, request.photos, content, sheet)
    notes += take_back(album, content)
    others = tuple(outdated(decision, content, album.steps))
    changes, written = _changes(decision, content, album)
    changes |= {one.file.relative_to(content.root).as_posix(): draft_text(read_text(one.file)[0]) for one in others}
    problems = [*found, *plan.problems, *album.problems]
    if changes:
        problems += told_at_cells(rehearse(content, changes, as_of), sheet, changes, written, album.steps)
        if written.text is not None and decision.record.approved is not None:
            notes += told_again([f"Quyết định {decision.id}"], "nay danh sách đổi")
        notes += told_again([f"Quyết định {one.id}" for one in others], "có gương nay đổi tên hay nhóm tuổi")
    if headers != remembered:
        changes[column_map.PATH] = column_map.map_text(headers)
    wrong = {problem.place.line for problem in errors(problems) if problem.place.file == sheet[0].file}
    told = tuple(_retold(one, album.changed.get(line, []), wrong) for line, one in sorted(plan.told.items()))
    notes += [*plan.notes, *album.notes]
    return Outcome(package, *sheet, told, tuple(sorted(set(problems))), tuple(notes), changes)


def apply(outcome: Outcome, content_folder: Path) -> None:
    """Writes what was prepared, all files or none. Raises ValueError where something is left to ask or to mend."""
    if not outcome.ready:
        raise ValueError("an import with open questions is not written")
    write_all(write_path(content_folder, outcome.changes))


def _chosen(
    request: Request, tables: Sequence[Table], headers: Mapping[str, str]
) -> tuple[tuple[Table, Header], list[str]]:
    """The table that is the list with its header, and a sentence on other tables that might be lists, too."""
    if request.sheet:
        named = ", ".join(f"“{table.name}”" for table in tables)
        tables = [table for table in tables if vietnamese.normal(table.name) == vietnamese.normal(request.sheet)]
        if not tables:
            message = texts.shown(f"không có trang tính “{request.sheet[:80]}”; có: {named}")
            raise ContentInvalid([Problem(Place(request.file), RULE, message, "ghi một trong các tên ấy sau --sheet")])
    best = find_header(tables, headers)
    if best is None:
        fix = 'tiêu đề cần có cột tên và ít nhất một cột nữa; cột gọi khác thì chỉ ra bằng --map "tên cột=name"'
        what = f"ở “{request.sheet}”" if request.sheet else "trong 30 dòng đầu của bảng nào"
        raise ContentInvalid([Problem(Place(request.file), RULE, f"không thấy dòng tiêu đề danh sách {what}", fix)])
    others = [one.name for one in tables if one is not best[0] and find_header([one], headers) is not None]
    named = ", ".join(f"“{name}”" for name in others)
    notes = [texts.shown(f"Chỉ đọc “{best[0].name}”; còn {named} nhập riêng bằng --sheet.")] if others else []
    return best, notes


def _refuse_strange(request: Request, table: Table, header: Header) -> None:
    """Refuses what is said of headers that the table does not have: a slip that would be remembered."""
    strange = [words for words in request.headers if not is_headed(table, header, fold_header(words))]
    if strange:
        named, held = (", ".join(f"“{words[:60]}”" for words in one) for one in (strange, header.titles.values()))
        message = texts.shown(f"--map nêu cột {named}, “{table.name}” không có cột ấy; các cột đang có: {held}")
        fix = "ghi tên cột đúng như trong tệp, trước dấu ="
        raise ContentInvalid([Problem(Place(request.file), RULE, message, fix)])


def _changes(decision: ContentEntry[Decision], content: Content, album: Album) -> tuple[Changes, Written]:
    """The files that change, and the decision's text with the line each of its rows came from."""
    meant = {step.exemplar for step in album.steps if step.fields}
    held = {id_: read_text(one.file)[0] for id_, one in content.of("exemplars").items() if id_ in meant}
    changes: Changes = {**album.files, **exemplar_files(album.steps, held)}
    written = decision_text(decision, read_text(decision.file)[0], album.steps)
    if written.text is not None:
        changes[written.path] = written.text
    return changes, written


def _retold(told: Told, more: Sequence[str], wrong: Collection[int]) -> Told:
    """The words on a line with what else of it changes on account of photographs, and whether the checks refuse it."""
    if told.line in wrong:
        return replace(told, action="wrong", about="")
    if not more or told.waits:
        return told
    return replace(
        told,
        action="update" if told.action == "same" else told.action,
        about=", ".join(filter(None, (told.about, *more))),
    )


def _decision(content: Content, found: Sequence[Problem], id_: str) -> ContentEntry[Decision]:
    decision = content.of("decisions").get(id_)
    if decision is not None:
        return decision
    usual = re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", id_) is not None
    file = content.root / (BY_NAME["decisions"].path(id_) if usual else "decisions")
    own = [problem for problem in found if problem.place.file == file]
    if own:
        raise ContentInvalid(own)
    new = id_ if usual else "2026/215-qd-ubnd"
    fix = f"tạo trước: portal new decisions {new}, điền số, ngày, người ký, rồi nhập lại"
    raise ContentInvalid([Problem(Place(file), RULE, f"không có quyết định “{id_[:80]}”", fix)])
