"""A plan from its Word or text file into ``content/``: read, outline, match, write, prove; the whole flow on one screen.

Only :func:`apply` writes, all files or none, and only what has been proved and what the checks let pass.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from generator import numbering, vietnamese
from generator.content import Content, read_content
from generator.importers.blocks import Blocks
from generator.importers.due import due_of
from generator.importers.layout import Unplaced
from generator.importers.organisations import Organisations, Unknown
from generator.importers.outline import Outlined, outline
from generator.importers.plain_text import read_plain
from generator.importers.plan_files import NEW_PROGRESS, changed_file, new_file
from generator.importers.proof import changes_of, find_fault
from generator.importers.reading import Told, read_blocks
from generator.importers.rehearsal import rehearse
from generator.importers.tables import RULE
from generator.importers.writing import Changes, write_path
from generator.models import BY_NAME, Annex, Plan
from generator.models.official_text import OfficialText
from generator.problems import ContentInvalid, Place, Problem, errors
from generator.yaml_editing import write_all
from generator.yaml_source import read_text, read_yaml


@dataclass(frozen=True)
class Request:
    """What the editor asks for: the file, the plan's id, what the file does not say by itself."""

    file: Path
    id: str
    year: int | None = None
    issuer: str = ""


@dataclass(frozen=True)
class Outcome:
    """What an import would do. ``changes`` may be written only where :attr:`ready`.

    ``doubts`` are the lines to look at again, ``aside`` what is no text of the paper, ``changed`` what was joined,
    moved or normalised; ``unknown`` the cells' words that name no organisation, with the task's number.
    """

    text: OfficialText
    annex: Annex | None
    problems: tuple[Problem, ...]
    doubts: tuple[Told, ...]
    aside: tuple[Told, ...]
    changed: tuple[Told, ...]
    unknown: tuple[tuple[str, Unknown], ...]
    notes: tuple[str, ...]
    changes: Changes = field(default_factory=dict)

    @property
    def ready(self) -> bool:
        """Whether nothing is wrong."""
        return not errors(self.problems)


def read_source(file: Path) -> Outlined:
    """The paper in the file, outlined. Raises ContentInvalid with what is wrong with the file, in one sentence each."""
    return _read(file)[1]


def prepare(request: Request, content_folder: Path, as_of: date) -> Outcome:
    """What importing the file would do; writes nothing. Raises ContentInvalid where the file cannot be read."""
    blocks, outlined, warnings = _read(request.file)
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", request.id) or len(request.id) > 80:
        fix = "mã là tên thư mục: chữ thường không dấu, chữ số, nối bằng gạch ngang, như 2027"
        _refuse(request.file, 1, f"“{request.id[:80]}” không dùng làm mã được", fix)
    if outlined.kind != "KẾ HOẠCH":
        text = _valid(OfficialText, outlined.text, request.file)
        _prove(request.file, blocks, outlined, text, None)
        named = outlined.kind or "văn bản không ghi tên loại"
        fix = "lệnh này chỉ ghi kế hoạch; đặt văn bản ấy vào documents/"
        problem = Problem(Place(request.file), RULE, f"đây là {named}, không phải kế hoạch", fix)
        return _outcome(text, None, (*warnings, problem), outlined, blocks)
    content, found = read_content(content_folder)
    held = content.of("plans").get(request.id)
    unread = [problem for problem in errors(found) if f"plans/{request.id}/" in problem.place.file.as_posix()]
    if unread:
        raise ContentInvalid(unread)
    organisations = Organisations(content)
    data = _with_head(outlined, request, held.record if held else None, organisations)
    plan = _valid(Plan, data, request.file)
    notes_of_plan = _with_footnotes(outlined, data, plan)
    tasks, unknown = _tasks(outlined, plan.year, organisations)
    changes, notes = _changes(request.id, data, tasks, content)
    texts = {path: value for path, value in changes.items() if isinstance(value, str)}
    plan = _read_back(Plan, BY_NAME["plans"].path(request.id), texts, held, request.file)
    held_annex = content.of("annexes").get(request.id)
    annex = None
    if tasks is not None:
        annex = _read_back(Annex, BY_NAME["annexes"].path(request.id), texts, held_annex, request.file)
    _prove(request.file, blocks, outlined, plan, annex)
    problems = list(warnings)
    if tasks is None and held_annex is not None:
        fix = "thêm phụ lục vào tệp; kế hoạch mới không có phụ lục thì xóa tasks.yml, progress.yml trước"
        problems.append(
            Problem(Place(request.file), RULE, "kế hoạch đang có bảng nhiệm vụ mà tệp này không có", fix)
        )
    if changes:
        ours, others = rehearse(content, changes, as_of)
        problems += [*(one.problem for one in ours), *errors(others), *errors(found)]
    outlined.doubts += notes_of_plan
    outcome = _outcome(plan, annex, tuple(dict.fromkeys(problems)), outlined, blocks)
    return replace(outcome, unknown=tuple(unknown), notes=tuple(notes), changes=changes)


def apply(outcome: Outcome, content_folder: Path) -> None:
    """Writes what was prepared, all files or none. Raises ValueError where something is wrong with it."""
    if not outcome.ready:
        raise ValueError("an import with errors is not written")
    write_all(write_path(content_folder, outcome.changes))


def _read(file: Path) -> tuple[Blocks, Outlined, list[Problem]]:
    if not file.is_file():
        _refuse(file, 1, "không có tệp này", "xem lại đường dẫn và tên tệp")
    with file.open("rb") as opened:
        sign = opened.read(4)
    if sign == b"%PDF":
        _refuse(file, 1, "tệp PDF không có đoạn, bảng để đọc chắc chắn", "xin tệp Word, hoặc chép chữ ra tệp .txt")
    word = sign[:2] == b"PK" or sign == b"\xd0\xcf\x11\xe0"
    blocks, problems = _read_word(file) if word else read_plain(file)
    if errors(problems):
        raise ContentInvalid(problems)
    try:
        return blocks, outline(read_blocks(blocks, counted=not word)), problems
    except Unplaced as error:
        _refuse(file, error.line, error.what, "sửa chỗ ấy trong tệp cho giống bản in, rồi nhập lại")


def _read_word(file: Path) -> tuple[Blocks, list[Problem]]:
    raise NotImplementedError


def _refuse(file: Path, line: int, message: str, fix: str) -> NoReturn:
    raise ContentInvalid([Problem(Place(file, line), RULE, message, fix)])


def _valid(model: Any, data: Mapping[str, Any], file: Path) -> Any:
    """The data as a record. Raises ContentInvalid where a text is too long."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        fault = error.errors()[0]
        words = str(fault["input"])[:60]
        fix = "tách đoạn ấy trong tệp, rồi nhập lại"
        _refuse(file, 1, f"đoạn “{words}…” {fault['msg']}", fix)


def _prove(file: Path, blocks: Blocks, outlined: Outlined, text: OfficialText, annex: Annex | None) -> None:
    """Raises ContentInvalid naming the first place where the YAML would not hold what the file holds."""
    fault = find_fault(blocks, outlined, text, annex)
    if fault is not None:
        message = f"chưa nhập được trọn vẹn: ở đây tệp có “{fault.file}”, còn bản nhập có “{fault.yaml}”"
        _refuse(file, fault.line, message, "đặt chỗ ấy trong tệp thành đoạn riêng, rồi nhập lại; chưa ghi gì")


_ORDER = (
    "year", "issuer", "number", "date", "approved", "promulgated_by", "letterhead", "number_line", "place_line", "type",
    "title", "preamble", "parts", "sections", "conclusions", "distribution", "signature", "annexes", "footnote_marks",
    "footnotes", "slips", "compared_with", "aliases", "sample",
)  # fmt: skip
_FROM_FILE = (
    "promulgated_by", "letterhead", "number_line", "place_line", "type", "title", "preamble", "parts", "sections",
    "conclusions", "distribution", "signature", "annexes", "footnotes",
)  # fmt: skip
_ANNEX_ORDER = ("heading", "title", "note", "columns", "cells", "tasks", "position", "slips")


def _with_head(outlined: Outlined, request: Request, held: Plan | None, organisations: Organisations) -> dict[str, Any]:
    """The plan's data with its year, issuer, number and day, as far as the file, the request or the old plan say."""
    text = {**outlined.text}
    own = [text, *([outlined.promulgated_by] if outlined.promulgated_by else [])]
    year = request.year or (held.year if held else None) or _year(text, request.id)
    if year is None:
        _refuse(request.file, 1, "không rõ kế hoạch của năm nào", "ghi năm sau --year, như --year 2027")
    issuer = request.issuer or (held.issuer if held else "") or organisations.issuer(_issuing(own))
    if not issuer:
        _refuse(request.file, 1, "không rõ cơ quan ban hành", "ghi mã đơn vị sau --issuer, như --issuer ubnd-phuong")
    data: dict[str, Any] = {"year": str(year), "issuer": issuer}
    for one in own:
        number, day = number_of(one.get("number_line", "")), day_of(one.get("place_line", ""))
        if number and "number" not in data:
            data["number"] = number
        if day and "date" not in data:
            data["date"] = day.isoformat()
    found = {**text, "promulgated_by": outlined.promulgated_by, "annexes": outlined.annexes}
    return data | {key: found[key] for key in _FROM_FILE if found.get(key)}


def _year(text: Mapping[str, Any], id_: str) -> int | None:
    for words in (text["title"], text.get("place_line", ""), id_):
        years = {int(one) for one in re.findall(r"\b20\d\d\b", words)}
        if len(years) == 1:
            return years.pop()
    return None


def _issuing(own: list[dict[str, Any]]) -> list[str]:
    """The texts that may name who issues the plan, the surest first."""
    texts = []
    for one in own:
        texts.append(" ".join(one.get("letterhead", {}).get("issuer", ())))
        texts += reversed(one.get("preamble", []))
        texts.append(" ".join(one.get("signature", {}).get("lines", ())))
        texts += one.get("conclusions", [])
    return texts


def number_of(line: str) -> str | None:
    """The number and symbol of a number line that has both: ``Số: 15/KH-UBND`` gives ``15/KH-UBND``."""
    match = re.fullmatch(r"S[ốỐ]\s*[:：]?\s*(\d+[a-z]?)\s*(/[^\s/]+(?:/[^\s/]+)*)\s*", line)
    return match[1] + match[2] if match else None


def day_of(line: str) -> date | None:
    """The day of a place line that says one: ``Bạch Đằng, ngày 10 tháng 02 năm 2026``."""
    match = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b", line)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _with_footnotes(outlined: Outlined, data: dict[str, Any], plan: Plan) -> list[Told]:
    """Adds the footnotes to the data, each with the part it stands in; tells of those that stand in none."""
    doubts: list[Told] = []
    parts = numbering.number_parts(plan)
    own = [part for part in parts if not part.id.startswith("ban-hanh-")] or list(parts)
    notes: list[dict[str, str]] = []
    for number, marks in enumerate(outlined.marks):
        promulgating = outlined.promulgated_by is not None and number == 0
        among = [part for part in parts if part.id.startswith("ban-hanh-")] if promulgating else own
        for whole, mark in marks:
            part = next((one for one in among if whole and one.full_text == whole), None)
            if part is None:
                part = next((one for one in among if mark.before[-40:] in one.full_text), among[0] if among else None)
                doubts.append(Told(1, mark.text[:60], "chú thích không rõ thuộc phần nào"))
            after = mark.before
            for count in range(3, 12):
                short = " ".join(mark.before.split()[-count:])
                if part is not None and part.full_text.count(short) == 1:
                    after = short
                    break
            if part is not None:
                notes.append({"part": part.id, "after": after or part.full_text[:40], "mark": mark.mark, "text": mark.text})
    if notes:
        data["footnotes"] = notes
    return doubts


def _tasks(
    outlined: Outlined, year: int, organisations: Organisations
) -> tuple[dict[str, Any] | None, list[tuple[str, Unknown]]]:
    """The annex as ``tasks.yml`` has it, and the words of its cells that name no organisation."""
    table = outlined.table
    if outlined.tasks is None or table is None:
        return None, []
    unknown: list[tuple[str, Unknown]] = []
    tasks: list[dict[str, Any]] = []
    group = ""
    for place, row in enumerate(table.rows, 1):
        group = row.above or group
        cells = {kind: cell for kind, cell in zip(table.cells, row.cells, strict=True) if kind != "other"}
        task: dict[str, Any] = {"number": cells.get("number", "")}
        task |= {key: cells[key] for key in ("content", "lead", "coordination", "period") if cells.get(key)}
        others = [cell for kind, cell in zip(table.cells, row.cells, strict=True) if kind == "other"]
        named = {
            "led_by": organisations.in_cell(cells.get("lead", "")),
            "joined_by": organisations.in_cell(cells.get("coordination", "")),
        }
        for key in ("lead", "coordination"):
            unknown += [(task["number"] or str(place), one) for one in organisations.unknown(cells.get(key, ""))]
        quarter, due = due_of(cells.get("period", ""), year)
        found = {"others": others, "group": group, **{key: list(ids) for key, ids in named.items()}}
        found |= {"quarter": quarter, "due": due.isoformat() if due else None}
        tasks.append(task | {key: value for key, value in found.items() if value})
    data = {**outlined.tasks, "columns": list(table.columns), "tasks": tasks}
    if table.cells != Annex.model_fields["cells"].default:
        data["cells"] = list(table.cells)
    if outlined.position != 1:
        data["position"] = str(outlined.position)
    return {key: data[key] for key in _ANNEX_ORDER if key in data}, unknown


def _changes(
    id_: str, data: dict[str, Any], tasks: dict[str, Any] | None, content: Content
) -> tuple[Changes, list[str]]:
    """The files that change, and what an editor should know of what was kept or not."""
    changes: Changes = {}
    notes: list[str] = []
    held, held_annex = content.of("plans").get(id_), content.of("annexes").get(id_)
    path, annex_path = BY_NAME["plans"].path(id_), BY_NAME["annexes"].path(id_)
    fields: dict[str, Any] = {}
    annex_fields: dict[str, Any] = {}
    if held is None:
        comment = "Toàn văn kế hoạch, đúng từng chữ như bản gốc, kể cả chỗ sai sót."
        changes[path] = new_file(comment, data)
    else:
        new = Plan.model_validate(data)
        names = [*_FROM_FILE, *(key for key in ("number", "date") if key in data)]
        fields = {key: data.get(key) for key in names if getattr(new, key) != getattr(held.record, key)}
        texts = {part.id: part.full_text for part in numbering.number_parts(new)}
        fields |= _kept_notes(held.record, texts, notes)
    if tasks is not None and held_annex is None:
        comment = "Phụ lục, đúng từng chữ như bản gốc. Mỗi nhiệm vụ: các ô của bảng, rồi các đơn vị được nhắc tới."
        changes[annex_path] = new_file(comment, tasks)
    elif tasks is not None and held_annex is not None:
        new_annex = Annex.model_validate(tasks)
        names = [key for key in _ANNEX_ORDER if key != "slips"]
        annex_fields = {
            key: tasks.get(key) for key in names if getattr(new_annex, key) != getattr(held_annex.record, key)
        }
    if held is not None and held.record.approved is not None and (fields or annex_fields):
        fields["approved"] = None
        notes.append("Kế hoạch đã duyệt, nay lời văn đổi: bỏ duyệt (xóa approved), người duyệt xem lại.")
    if held is not None and fields:
        changes[path] = changed_file(read_text(held.file)[0], fields, _ORDER)
    if held_annex is not None and annex_fields:
        changes[annex_path] = changed_file(read_text(held_annex.file)[0], annex_fields, _ANNEX_ORDER)
    if tasks is not None and id_ not in content.of("progress"):
        changes[BY_NAME["progress"].path(id_)] = NEW_PROGRESS
    return changes, notes


def _kept_notes(held: Plan, texts: Mapping[str, str], notes: list[str]) -> dict[str, Any]:
    """The hand-made notes whose part or words are gone, taken out; each is told in full."""
    fields: dict[str, Any] = {}
    for key, words in (("slips", "text"), ("footnote_marks", "after"), ("aliases", "")):
        have = getattr(held, key)
        keep = [
            one for one in have if one.part in texts and (not words or getattr(one, words) in texts[one.part])
        ]  # fmt: skip
        if len(keep) != len(have):
            fields[key] = [one.model_dump(mode="json") for one in keep] or None
        for one in have:
            if one not in keep:
                told = ", ".join(f"{name}: {value}" for name, value in one.model_dump(mode="json").items())
                notes.append(f"Bỏ ở {key}, vì phần ấy không còn hoặc đã đổi lời: {told}.")
    return fields


def _read_back(model: Any, path: str, texts: Mapping[str, str], held: Any, file: Path) -> Any:
    """The record as the file to be written says it, or as it is where it does not change."""
    if path not in texts:
        return held.record
    data, problems = read_yaml(texts[path], Path(path))
    if problems:
        _refuse(file, 1, f"không đọc lại được {path}: {problems[0].message}", "báo người giữ mã nguồn, kèm tệp này")
    return _valid(model, data, file)


def _outcome(
    text: OfficialText, annex: Annex | None, problems: tuple[Problem, ...], outlined: Outlined, blocks: Blocks
) -> Outcome:
    normalised = changes_of(blocks)
    changed = [*([normalised] if normalised else []), *sorted(outlined.changed, key=lambda one: one.line)]
    doubts = tuple(sorted(outlined.doubts, key=lambda one: one.line))
    aside = tuple(sorted(outlined.aside, key=lambda one: one.line))
    return Outcome(text, annex, problems, doubts, aside, tuple(changed), (), ())


__all__ = ["Outcome", "Request", "apply", "prepare", "read_source", "vietnamese"]
