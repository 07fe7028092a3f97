"""What becomes of each entry: the steps that change the content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.checks import taken_down
from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers import age_groups
from generator.importers.account import Account, Action, Told
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
from generator.importers.rows import Known, known_rows
from generator.importers.tables import Table
from generator.importers.writing import Step
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList
from generator.problems import Problem


@dataclass(frozen=True)
class Plan:
    """What a reading comes to: steps with their matches, words on each line, problems, what was left out.

    ``waiting`` are the entries that have no step yet: something in them is wrong, or asked about.
    """

    steps: Sequence[tuple[Step, Match]]
    waiting: Sequence[Entry]
    told: Mapping[int, Told]
    problems: Sequence[Problem]
    notes: Sequence[str]


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
        self._sheet = sheet
        self._answers = answers
        self._account = Account(content, sheet, answers)
        self._steps: list[tuple[Step, Match]] = []
        self._next_id = _first_free(content, decision.record.date.year)

    def plan(self, reading: Reading) -> Plan:
        account, decision = self._account, self._decision.record
        ours = [one for one in reading.entries if one.text("decision") in ("", self._decision.id)]
        account.note_reading(reading, len(reading.entries) - len(ours))
        wrong = {problem.place.line for problem in reading.problems}
        account.refuse_stray_answers(ours)
        fine = [entry for entry in ours if entry.line not in wrong]
        found, problems = targets(decision, fine, *self._sheet)
        account.problems += problems
        for entry in ours:
            if entry.line not in found:
                account.tell(entry, "wrong")
        for target in sorted(set(found.values()), key=lambda one: one.index):
            if target.award and target.index < len(decision.lists):
                account.note_filled(target, decision.lists[target.index])
            own = [entry for entry in fine if found.get(entry.line) == target]
            matches = match_entries(own, decision, target.index, self._content, self._answers)
            for match in matches:
                self._plan_row(match, target)
                account.note_answer(match)
            if len(found) == len(ours):
                rows = known_rows(decision, target.index, self._content)
                account.note_absent(self._decision.id, target.index + 1, rows, matches)
        settled = {step.line for step, _ in self._steps}
        waiting = [entry for entry in ours if entry.line not in settled]
        return Plan(self._steps, waiting, account.told, account.problems, account.notes)

    def _plan_row(self, match: Match, target: Target) -> None:
        entry, known = match.entry, match.known
        if match.problem is not None:
            self._account.refuse(entry, *match.problem)
        elif match.question:
            self._account.ask(match)
        elif match.gone is not None:
            same = known is not None and known.gone is not None
            row = {} if same else reduced_row(entry, known, str(match.gone))
            step = Step(entry.line, target, known.index if known else None, row, whole=not same)
            self._steps.append((step, match))
            about = "đã gỡ thông tin theo yêu cầu: dòng chỉ giữ số thứ tự, không nhập gì thêm"
            self._account.tell(entry, "same" if same else "update" if known else "gone", about)
        else:
            self._plan_person(match, target)

    def _plan_person(self, match: Match, target: Target) -> None:
        entry, known, decision = match.entry, match.known, self._decision.record
        list_ = decision.lists[target.index] if target.index < len(decision.lists) else None
        record: Exemplar | None = self._content.of("exemplars")[match.exemplar].record if match.exemplar else None
        fault = self._fault(entry, record, known, list_)
        if fault is not None:
            self._account.refuse(entry, *fault)
            return
        exemplar, fields = match.exemplar, exemplar_patch(entry, record) if record else {}
        fresh = record is None and is_told_of(entry)
        if fresh:
            exemplar, fields = self._fresh_id(), new_exemplar(entry, list_, sample=decision.sample)
        kept = [key for key in _APPROVED_WORDS if key in fields and record is not None and record.approved is not None]
        if kept and self._account.takes_file(entry):
            kept = []
        fields = {key: value for key, value in fields.items() if key not in kept}
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
        self._steps.append((step, match))
        if kept:
            self._account.ask_kept(entry, exemplar, ", ".join(LABELS[key] for key in kept), about)
        else:
            self._account.tell(entry, action, about)

    def _fault(
        self, entry: Entry, record: Exemplar | None, known: Known | None, list_: AwardList | None
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
        if (record.kind if record else entry.kind) == "individual":
            called = tuple((key, entry.text(key)) for key in ("courtesy", "name", "position"))
            told = record.age_group if record else known.row.age_group if known else None
            inherited = list_.age_group if list_ and not record else None
            young = age_groups.fault(entry.youth, called, entry.text("age_group"), told, inherited)
            if young is not None:
                at = young[0] if young[0] in self._sheet[1].columns else "name"  # there stands what has no column
                return at, *young[1:]
        before = record.shown if record else None
        if record is None and not is_told_of(entry):
            ground = list_.shown if list_ else None
            before = (known.row.shown if known else None) or (ground or self._decision.record.shown)
        return missing_ground(entry, before)

    def _fresh_id(self) -> str:
        id_ = f"{self._decision.record.date.year}-{self._next_id:03d}"
        self._next_id += 1
        return id_


def _confirmed(step: Step, match: Match, record: Exemplar | None) -> tuple[Step, str]:
    """The step with the editor's word that this is another person, where the name stands: in the row or the exemplar.

    And how it is told.
    """
    row = match.known.row if match.known is not None else None
    before = (record.confirmed if record else ()) if step.exemplar else (row.confirmed if row else ())
    held = [one.model_dump() for one in before if one.rule != taken_down.RULE]
    said = {"confirmed": [*held, {"rule": taken_down.RULE, "reason": match.reason}]}
    told = "ghi xác nhận là người khác"
    if step.exemplar:
        return replace(step, fields={**step.fields, **said}), told
    return replace(step, row={**step.row, **said}), told


_APPROVED_WORDS = ("deed", "story")
"""What of an approved exemplar a file replaces only when the editor says so: its page may have been mended by hand."""
_OF_A_NAME = ("name", "kind", "age_group", "direct_worker", "occupation", "small_collective", "posthumous")


def _first_free(content: Content, year: int) -> int:
    """The number after the highest that any exemplar of the year ever had, withdrawn ones included."""
    ids = {*content.of("exemplars"), *content.of("withdrawals")}
    ids |= {id_ for kind, id_ in (*content.unread, *content.photos) if kind == "exemplars"}
    for decision in content.of("decisions").values():
        ids |= {row.exemplar for list_ in decision.record.lists for row in list_.commendations if row.exemplar}
    numbers = [int(match[1]) for id_ in ids if (match := re.fullmatch(rf"{year}-(\d{{1,6}})", id_))]
    return max(numbers, default=0) + 1
