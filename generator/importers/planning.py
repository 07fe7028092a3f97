"""What becomes of each entry: the steps that change the content, and the words that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers import texts
from generator.importers.entries import Entry, Reading
from generator.importers.headers import Header
from generator.importers.lists import Target, targets
from generator.importers.patches import (
    LABELS,
    exemplar_patch,
    is_told_of,
    missing_ground,
    new_exemplar,
    new_row,
    reduced_row,
    row_patch,
)
from generator.importers.people import Match, match_entries
from generator.importers.questions import NEW, suppressed_as
from generator.importers.rows import Known, known_rows
from generator.importers.tables import RULE, Table
from generator.importers.writing import Step
from generator.models import Decision, Exemplar
from generator.models.honours import Ground
from generator.problems import Place, Problem

Action = Literal["new", "update", "same", "ask", "wrong"]


@dataclass(frozen=True)
class Told:
    """What would become of one line, for a human to read: ``words`` is the name as the file has it."""

    line: int
    action: Action
    words: str
    about: str = ""


@dataclass
class Plan:
    """What a reading comes to: steps with their matches, words on each line, problems, what was left out."""

    steps: list[tuple[Step, Match]] = field(default_factory=list)
    told: dict[int, Told] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def plan_steps(
    reading: Reading,
    decision: ContentEntry[Decision],
    content: Content,
    sheet: tuple[Table, Header],
    answers: Mapping[int, str],
) -> Plan:
    """The plan for the entries of the reading that are of this decision."""
    return _Planner(decision, content, sheet, answers).plan(reading)


class _Planner:
    def __init__(
        self,
        decision: ContentEntry[Decision],
        content: Content,
        sheet: tuple[Table, Header],
        answers: Mapping[int, str],
    ) -> None:
        self._decision = decision
        self._content = content
        self._table, self._header = sheet
        self._answers = answers
        self._plan = Plan()
        self._next_id = _first_free(content, decision.record.date.year)

    def plan(self, reading: Reading) -> Plan:
        ours = [one for one in reading.entries if one.text("decision") in ("", self._decision.id)]
        self._plan.problems += reading.problems
        self._note_reading(reading, len(reading.entries) - len(ours))
        wrong = {problem.place.line for problem in reading.problems}
        self._note_stray_answers(ours)
        fine = [entry for entry in ours if entry.line not in wrong]
        found, problems = targets(self._decision.record, fine, self._table, self._header)
        self._plan.problems += problems
        for entry in ours:
            if entry.line not in found:
                self._tell(entry, "wrong")
        for target in sorted(set(found.values()), key=lambda one: one.index):
            own = [entry for entry in fine if found.get(entry.line) == target]
            matches = match_entries(own, self._decision.record, target.index, self._content, self._answers)
            for match in matches:
                self._plan_row(match, target)
                self._note_answer(match)
            if len(found) == len(ours):
                self._note_absent(target, matches)
        return self._plan

    def _plan_row(self, match: Match, target: Target) -> None:
        entry, known = match.entry, match.known
        if match.problem is not None:
            self._wrong(entry, *match.problem)
        elif match.question:
            told = f"{match.question}. Trả lời: {' hoặc '.join(self._choices(match))}"
            self._tell(entry, "ask", told)
        elif match.gone is not None:
            same = known is not None and known.gone is not None
            row = {} if same else reduced_row(entry, known, str(match.gone))
            step = Step(entry.line, target, known.index if known else None, row, whole=not same)
            self._plan.steps.append((step, match))
            about = "đã gỡ thông tin theo yêu cầu: dòng chỉ giữ số thứ tự, không nhập gì thêm"
            self._tell(entry, "same" if same else "update" if known else "new", about)
        else:
            self._plan_person(match, target)

    def _plan_person(self, match: Match, target: Target) -> None:
        entry, known, decision = match.entry, match.known, self._decision.record
        list_ = decision.lists[target.index] if target.index < len(decision.lists) else None
        record: Exemplar | None = self._content.of("exemplars")[match.exemplar].record if match.exemplar else None
        fault = self._fault(entry, record, known, list_.shown if list_ else None)
        if fault is not None:
            self._wrong(entry, *fault)
            return
        exemplar, fields = match.exemplar, exemplar_patch(entry, record) if record else {}
        fresh = record is None and is_told_of(entry)
        if fresh:
            exemplar, fields = self._fresh_id(), new_exemplar(entry, list_, sample=decision.sample)
        age = record.age_group if record else None
        if known is None or list_ is None:
            row = new_row(entry, list_, decision, exemplar, age)
            step = Step(entry.line, target, None, row, exemplar, fields)
            action: Action = "new"
            about = f"gương mới {exemplar}, bản nháp chờ duyệt" if fresh else f"là gương {exemplar}" if exemplar else ""
        else:
            row = row_patch(entry, known, list_, decision)
            if exemplar and known.row.exemplar != exemplar:
                row |= {
                    "exemplar": exemplar,
                    **{key: None for key in _OF_A_NAME if getattr(known.row, key) not in (None, False)},
                }
            step = Step(entry.line, target, known.index, row, exemplar, fields)
            action = "update" if row or fields else "same"
            about = ", ".join(
                dict.fromkeys(LABELS.get(key, key) for key in (*row, *fields) if key not in ("draft", "sample"))
            )
        if match.reason:
            step, more = _confirmed(step, match, record)
            about = ", ".join(filter(None, (about, more)))
        self._plan.steps.append((step, match))
        self._tell(entry, action, about)

    def _fault(
        self, entry: Entry, record: Exemplar | None, known: Known | None, ground: Ground | None
    ) -> tuple[str, str, str] | None:
        """What is wrong with the entry as a whole, by column."""
        if record is not None and entry.kind_told and entry.kind != record.kind:
            return "kind", "đối tượng ở đây khác với ở trang gương", "sửa cho khớp, hoặc để trống"
        if record is None and is_told_of(entry):
            for key, words in (("field", "lĩnh vực"), ("deed", "việc làm")):
                if not entry.text(key):
                    return (
                        key,
                        f"người được kể thành gương thì phải có {words}",
                        "điền ô này, hoặc xóa cả lĩnh vực và việc làm",
                    )
        if record is None and not is_told_of(entry) and entry.text("story"):
            return "deed", "có câu chuyện mà chưa có lĩnh vực và việc làm", "điền hai ô ấy thì người này có trang gương"
        before = record.shown if record else None
        if record is None and not is_told_of(entry):
            before = (known.row.shown if known else None) or (ground or self._decision.record.shown)
        return missing_ground(entry, before)

    def _fresh_id(self) -> str:
        id_ = f"{self._decision.record.date.year}-{self._next_id:03d}"
        self._next_id += 1
        return id_

    # words --------------------------------------------------------------------------------------------------------

    def _wrong(self, entry: Entry, key: str, message: str, fix: str) -> None:
        column = self._header.columns.get(key)
        self._plan.problems.append(self._table.problem(entry.line, column, message, fix))
        self._tell(entry, "wrong")

    def _tell(self, entry: Entry, action: Action, about: str = "") -> None:
        self._plan.told[entry.line] = Told(entry.line, action, texts.shown(self._words(entry)), texts.shown(about))

    def _words(self, entry: Entry) -> str:
        unit = self._content.of("organisations").get(entry.organisation)
        return entry.words or (unit.record.name if unit else entry.text("exemplar"))

    def _note_reading(self, reading: Reading, elsewhere: int) -> None:
        titles = self._header.titles
        if self._header.sensitive:
            named = ", ".join(f"“{titles[column]}” ({words})" for column, words in self._header.sensitive.items())
            self._note(f"Cột dữ liệu cá nhân đã bỏ, không ghi vào đâu: {named}.")
        if self._header.unknown:
            named = ", ".join(f"“{titles[column]}”" for column in self._header.unknown)
            about = 'là trường nào thì thêm --map "tên cột=trường", bỏ hẳn thì --map "tên cột=-"'
            self._note(f"Cột chưa rõ, không nhập: {named}; {about}.")
        for one in reading.skipped:
            self._note(f"Bỏ qua dòng {one.line} ({one.why})" + (f": {one.words}." if one.words else "."))
        if elsewhere:
            self._note(f"Bỏ qua {elsewhere} dòng của quyết định khác.")

    def _note_absent(self, target: Target, matches: Sequence[Match]) -> None:
        used = {match.known.index for match in matches if match.known is not None}
        asked = any(match.question for match in matches)
        rows = [] if asked else known_rows(self._decision.record, target.index, self._content)
        absent = [row.number for row in rows if row.index not in used]
        if absent:
            listed = ", ".join(map(str, absent[:20])) + (" …" if len(absent) > 20 else "")
            self._note(
                f"Danh sách {target.index + 1}: {len(absent)} dòng đang có không thấy trong tệp, giữ nguyên: {listed}."
            )

    def _note(self, words: str) -> None:
        self._plan.notes.append(texts.shown(words))

    def _choices(self, match: Match) -> Iterator[str]:
        """Each answer to the question as it is typed, and what it says."""
        line, listed = match.entry.line, self._content.of("suppressions").get("suppressions")
        gone = suppressed_as(listed, match.entry) == "name"
        for answer in match.answers:
            typed = f'--confirm "{line}={answer}: vì sao là người khác"' if gone else f"--confirm {line}={answer}"
            what = "dòng" if answer.isdecimal() else "gương"
            yield f"{typed} ({'người khác, thêm mới' if answer == NEW else f'đúng là {what} {answer}'})"

    def _note_answer(self, match: Match) -> None:
        """Says so where the editor's answer was not used: nothing was asked, or it is none of the answers."""
        line = match.entry.line
        answer = self._answers.get(line)
        if answer is None or match.answered:
            return
        why = "không phải câu trả lời đủ cho điều đang hỏi" if match.question else "dòng này không hỏi gì"
        self._note(f"Không dùng --confirm {line}={answer[:80]}: {why}.")

    def _note_stray_answers(self, entries: Sequence[Entry]) -> None:
        stray = sorted(set(self._answers) - {entry.line for entry in entries})
        if stray:
            message = f"--confirm nhắc tới dòng {', '.join(map(str, stray))}, ở đó không có ai trong danh sách"
            fix = "dùng số dòng mà bản liệt kê in ra"
            self._plan.problems.append(Problem(Place(self._table.file), RULE, message, fix))


def _confirmed(step: Step, match: Match, record: Exemplar | None) -> tuple[Step, str]:
    """The step with the editor's word that this is another person, where the name stands: in the row or the exemplar.

    And how it is told.
    """
    row = match.known.row if match.known is not None else None
    before = (record.confirmed if record else ()) if step.exemplar else (row.confirmed if row else ())
    held = [one.model_dump() for one in before if one.rule != _GONE_RULE]
    said = {"confirmed": [*held, {"rule": _GONE_RULE, "reason": match.reason}]}
    told = "ghi xác nhận là người khác"
    if step.exemplar:
        return replace(step, fields={**step.fields, **said}), told
    return replace(step, row={**step.row, **said}), told


_GONE_RULE = "da-go"
_OF_A_NAME = ("name", "kind", "age_group", "direct_worker", "occupation", "small_collective", "posthumous")


def _first_free(content: Content, year: int) -> int:
    """The number after the highest that any exemplar of the year ever had, withdrawn ones included."""
    ids = {*content.of("exemplars"), *content.of("withdrawals")}
    ids |= {id_ for kind, id_ in (*content.unread, *content.photos) if kind == "exemplars"}
    for decision in content.of("decisions").values():
        ids |= {row.exemplar for list_ in decision.record.lists for row in list_.commendations if row.exemplar}
    numbers = [int(match[1]) for id_ in ids if (match := re.fullmatch(rf"{year}-(\d{{1,6}})", id_))]
    return max(numbers, default=0) + 1
