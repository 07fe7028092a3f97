"""A plan, or another paper, from its Word or text file into ``content/``: read, outline, match, write, prove.

Only :func:`apply` writes, all files or none, and only what has been proved and what the checks let pass.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.content import Content, read_content
from generator.importers.blocks import Blocks
from generator.importers.document_record import bound_data, document_changes
from generator.importers.layout import Unplaced
from generator.importers.organisations import Organisations, Unknown
from generator.importers.outline import PLAN, Outlined, outline
from generator.importers.plain_text import read_plain
from generator.importers.plan_changes import plan_changes
from generator.importers.plan_record import Request, add_footnotes, plan_data, refuse, tasks_data
from generator.importers.proof import changes_of, find_fault
from generator.importers.reading import Told, read_blocks
from generator.importers.rehearsal import rehearse
from generator.importers.tables import RULE
from generator.importers.word_text import read_word
from generator.importers.writing import Changes, write_path
from generator.models import BY_NAME, Annex, Document, Plan
from generator.models.official_text import BoundText, OfficialText
from generator.problems import ContentInvalid, Place, Problem, errors
from generator.yaml_editing import write_all
from generator.yaml_source import read_yaml

_NO_TEXT = (
    b"pk\x03",
    b"pk\x05",
    b"%pdf",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"<html",
    b"<!doctype",
    b"<?xml",
    b"mime-version:",
)
"""How files begin that are no plain text; what programs call .doc is often RTF or a web page."""


@dataclass(frozen=True)
class Outcome:
    """What an import would do. ``changes`` may be written only where :attr:`ready`.

    ``doubts`` are the lines to look at again, ``aside`` what is no text of the paper, ``changed`` what was joined,
    moved or normalised; ``unknown`` the cells' words that name no organisation, with the task's number.
    ``counted``: what the number of a line counts, lines of a text file or paragraphs of a Word file.
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
    counted: str = "dòng"

    @property
    def ready(self) -> bool:
        """Whether nothing is wrong."""
        return not errors(self.problems)


def prepare(request: Request, content_folder: Path, as_of: date) -> Outcome:
    """What importing the file would do; writes nothing. Raises ContentInvalid where the file cannot be read."""
    blocks, outlined, warnings = _read(request.file)
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", request.id) or len(request.id) > 80:
        fix = "mã là tên thư mục: chữ thường không dấu, chữ số, nối bằng gạch ngang, như 2027"
        refuse(request.file, 1, f"“{request.id[:80]}” không dùng làm mã được", fix)
    content, found = read_content(content_folder)
    if outlined.kind != PLAN:
        return _prepare_document(request, content, found, as_of, (blocks, outlined, warnings))
    held = content.of("plans").get(request.id)
    unread = [problem for problem in errors(found) if f"plans/{request.id}/" in problem.place.file.as_posix()]
    if unread:
        raise ContentInvalid(unread)
    organisations = Organisations(content)
    data = plan_data(outlined, request, held.record if held else None, organisations)
    plan = _valid(Plan, data, request.file)
    notes_of_plan = add_footnotes(outlined, data, plan)
    tasks, unknown = tasks_data(outlined, plan.year, organisations)
    changes, notes = plan_changes(request.id, data, tasks, content)
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
        problems.append(Problem(Place(request.file), RULE, "kế hoạch đang có bảng nhiệm vụ mà tệp này không có", fix))
    if changes:
        ours, others = rehearse(content, changes, as_of)
        problems += [*(one.problem for one in ours), *errors(others), *errors(found)]
    outlined.doubts += notes_of_plan
    outcome = _outcome(plan, annex, tuple(dict.fromkeys(problems)), outlined, blocks)
    return replace(outcome, unknown=tuple(unknown), notes=tuple(notes), changes=changes)


def _prepare_document(
    request: Request, content: Content, found: list[Problem], as_of: date, read: tuple[Blocks, Outlined, list[Problem]]
) -> Outcome:
    """What importing a paper that is no plan would do: its whole text into ``documents/<id>.yml``."""
    blocks, outlined, warnings = read
    path = BY_NAME["documents"].path(request.id)
    unread = [problem for problem in errors(found) if problem.place.file == content.root / path]
    if unread:
        raise ContentInvalid(unread)
    text = bound_data(outlined)
    doubts = add_footnotes(outlined, text, _valid(BoundText, text, request.file))
    changes, notes, missing = document_changes(outlined, text, request, content)
    texts = {path: value for path, value in changes.items() if isinstance(value, str)}
    whole: BoundText = _valid(BoundText, text, request.file)
    if path in texts:
        record: Document = _read_back(Document, path, texts, None, request.file)
        whole = record.text or whole
    _prove(request.file, blocks, outlined, whole, None)
    problems = [*warnings, *missing]
    if changes:
        ours, others = rehearse(content, changes, as_of)
        problems += [*(one.problem for one in ours), *errors(others), *errors(found)]
    outlined.doubts += doubts
    outcome = _outcome(whole, None, tuple(dict.fromkeys(problems)), outlined, blocks)
    return replace(outcome, notes=tuple(notes), changes=changes)


def apply(outcome: Outcome, content_folder: Path) -> None:
    """Writes what was prepared, all files or none. Raises ValueError where something is wrong with it."""
    if not outcome.ready:
        raise ValueError("an import with errors is not written")
    write_all(write_path(content_folder, outcome.changes))


def _read(file: Path) -> tuple[Blocks, Outlined, list[Problem]]:
    if not file.is_file():
        refuse(file, 1, "không có tệp này", "xem lại đường dẫn và tên tệp")
    with file.open("rb") as opened:
        begins = opened.read(64).removeprefix(codecs.BOM_UTF8).lstrip()
    if not begins and not file.read_bytes().strip():
        refuse(file, 1, "tệp trống, không có chữ nào", "chép lại tệp ấy, hoặc mở bằng Word rồi lưu lại")
    word = begins.lower().startswith(_NO_TEXT)  # open_paper says what cannot be read
    blocks, problems = read_word(file) if word else read_plain(file)
    if errors(problems):
        raise ContentInvalid(problems)
    try:
        outlined = outline(read_blocks(blocks, counted=not word))
        return blocks, replace(outlined, counted="đoạn" if word else "dòng"), problems
    except Unplaced as error:
        refuse(file, error.line, error.what, "sửa chỗ ấy trong tệp cho giống bản in, rồi nhập lại")


def _valid(model: Any, data: Mapping[str, Any], file: Path) -> Any:
    """The data as a record. Raises ContentInvalid where a text is too long."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        fault = error.errors()[0]
        words = str(fault["input"])[:60]
        fix = "sửa chỗ ấy trong tệp (đoạn quá dài thì tách ra), rồi nhập lại"
        refuse(file, 1, f"“{words}”: {fault['msg']} ({fault['loc'][0]})", fix)


def _prove(file: Path, blocks: Blocks, outlined: Outlined, text: OfficialText, annex: Annex | None) -> None:
    """Raises ContentInvalid naming the first place where the YAML would not hold what the file holds."""
    fault = find_fault(blocks, outlined, text, annex)
    if fault is not None:
        message = f"chưa nhập được trọn vẹn: ở đây tệp có “{fault.file}”, còn bản nhập có “{fault.yaml}”"
        refuse(file, fault.line, message, "đặt chỗ ấy trong tệp thành đoạn riêng, rồi nhập lại; chưa ghi gì")


def _read_back(model: Any, path: str, texts: Mapping[str, str], held: Any, file: Path) -> Any:
    """The record as the file to be written says it, or as it is where it does not change."""
    if path not in texts:
        return held.record
    data, problems = read_yaml(texts[path], Path(path))
    if problems:
        refuse(file, 1, f"không đọc lại được {path}: {problems[0].message}", "báo người giữ mã nguồn, kèm tệp này")
    return _valid(model, data, file)


def _outcome(
    text: OfficialText, annex: Annex | None, problems: tuple[Problem, ...], outlined: Outlined, blocks: Blocks
) -> Outcome:
    normalised = changes_of(blocks)
    changed = [*([normalised] if normalised else []), *sorted(outlined.changed, key=lambda one: one.line)]
    doubts = tuple(sorted(outlined.doubts, key=lambda one: one.line))
    aside = tuple(sorted(outlined.aside, key=lambda one: one.line))
    return Outcome(text, annex, problems, doubts, aside, tuple(changed), (), (), {}, outlined.counted)
