"""What an import would do, told line by line and in sentences: for the editor, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.content import Content
from generator.importers import texts
from generator.importers.columns import CHOICES
from generator.importers.entries import Entry, Reading
from generator.importers.headers import Header
from generator.importers.lists import Target
from generator.importers.people import Match
from generator.importers.questions import FILE, NEW, read_answer, suppressed_as
from generator.importers.rows import Known
from generator.importers.tables import RULE, Table
from generator.models.decisions import AwardList
from generator.problems import Place, Problem

Action = Literal["new", "update", "same", "gone", "ask", "wrong"]
"""What becomes of a line; ``gone``: a row that only keeps the number of somebody who was taken down."""


@dataclass(frozen=True)
class Told:
    """What would become of one line, for a human to read: ``words`` is the name as the file has it.

    ``kept``: what is asked need not be answered; until it is, what the content holds is kept.
    """

    line: int
    action: Action
    words: str
    about: str = ""
    kept: bool = False

    @property
    def waits(self) -> bool:
        """Whether nothing may be written before the line is mended or answered."""
        return self.action == "wrong" or (self.action == "ask" and not self.kept)


class Account:
    """What is told of the lines of one sheet: ``told`` by line, ``problems``, and ``notes`` on what was left out."""

    def __init__(self, content: Content, sheet: tuple[Table, Header], answers: Mapping[int, str]) -> None:
        self._content = content
        self._table, self._header = sheet
        self._answers = answers
        self.told: dict[int, Told] = {}
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self._used: set[int] = set()

    def tell(self, entry: Entry, action: Action, about: str = "") -> None:
        """Says what becomes of the entry's line."""
        self.told[entry.line] = Told(entry.line, action, texts.shown(self._words(entry)), texts.shown(about))

    def refuse(self, entry: Entry, key: str, message: str, fix: str) -> None:
        """Says what is wrong with a cell of the entry."""
        self.problems.append(self._table.problem(entry.line, self._header.columns.get(key), message, fix))
        self.tell(entry, "wrong")

    def ask(self, match: Match) -> None:
        """Says what must be answered before the entry comes in, and how each answer is typed."""
        self.tell(match.entry, "ask", f"{match.question}. Trả lời: {' hoặc '.join(self._choices(match))}")

    def takes_file(self, entry: Entry) -> bool:
        """Whether the editor has said that the file's words are to be taken; that answer is used."""
        said = read_answer(self._answers.get(entry.line, ""))[0] == FILE
        self._used |= {entry.line} if said else set()
        return said

    def ask_kept(self, entry: Entry, exemplar: str, kept: str, about: str) -> None:
        """Asks whether the file's words take the place of those approved; also says what else of the line changes."""
        told = (
            f"{kept} của gương {exemplar} đã duyệt khác trong tệp: giữ bản đang đăng. Lấy bản trong tệp thì "
            f"--confirm {entry.line}={FILE} (gương trở lại bản nháp, phải duyệt lại)"
        )
        words = texts.shown(self._words(entry))
        self.told[entry.line] = Told(entry.line, "ask", words, texts.shown(f"{about}; {told}" if about else told), True)

    def note_reading(self, reading: Reading, elsewhere: int) -> None:
        """Says which columns and lines are left out; ``elsewhere``: how many lines are of other decisions."""
        self.problems += reading.problems
        titles = self._header.titles
        if self._header.sensitive:
            named = ", ".join(f"“{titles[column]}” ({words})" for column, words in self._header.sensitive.items())
            self._note(f"Cột dữ liệu cá nhân đã bỏ, không ghi vào đâu: {named}.")
        if self._header.unknown:
            named = ", ".join(f"“{titles[column]}”" for column in self._header.unknown)
            about = 'là trường nào thì thêm --map "tên cột=trường", bỏ hẳn thì --map "tên cột=-"'
            self._note(f"Cột chưa rõ, không nhập: {named}; {about}.")
        homeless = [one for one in reading.entries if one.kind == "individual" and not one.organisation]
        if "organisation" not in self._header.columns and any(not one.text("exemplar") for one in homeless):
            about = f"Tệp không có cột đơn vị: {len(homeless)} cá nhân chưa rõ đơn vị. Có cột ghi đơn vị thì thêm"
            joined = '--map "tên cột=organisation", cột ghi chung cả chức vụ thì --map "tên cột=position+organisation"'
            self._note(f"{about} {joined}.")
        for one in reading.skipped:
            self._note(f"Bỏ qua dòng {one.line} ({one.why})" + (f": {one.words}." if one.words else "."))
        if elsewhere:
            self._note(f"Bỏ qua {elsewhere} dòng của quyết định khác.")

    def note_filled(self, target: Target, list_: AwardList) -> None:
        """Says that the list, which was empty, takes the lines, and what it is to say from now on."""
        award = self._content.of("awards").get(target.award)
        said = {
            "hình thức, danh hiệu": (list_.award, target.award, award.record.name if award else target.award),
            "loại hình": (list_.basis or "", target.basis, CHOICES["basis"].get(target.basis, "để trống")),
            "xét cho": (list_.for_period, target.for_period, target.for_period),
        }
        changed = ", ".join(f"{title} “{words}”" for title, (old, new, words) in said.items() if old != new)
        number = target.index + 1
        self._note(f"Danh sách {number} đang trống: ghi các dòng vào đó, và ghi theo tệp này: {changed}.")

    def note_absent(self, decision: str, number: int, rows: Sequence[Known], matches: Sequence[Match]) -> None:
        """Says which rows of the list of that number no line of the file is, and what to do of them.

        Nothing while a line is asked about; nobody who was taken down.
        """
        if any(match.question for match in matches):
            return
        used = {match.known.index for match in matches if match.known is not None}
        absent = [row for row in rows if row.index not in used and row.gone is None]
        if absent:
            named = [
                f"{row.number} ({words})" if (words := self._row_words(row)) else str(row.number) for row in absent
            ]
            listed = ", ".join(named[:20]) + (" …" if len(absent) > 20 else "")
            self._note(
                f"Danh sách {number}: {len(absent)} dòng đang có trong quyết định không thấy trong tệp này "
                f"(giữ nguyên): {listed}. Bỏ khỏi danh sách thì sửa tệp decisions/{decision}.yml; "
                "gỡ thông tin một người theo yêu cầu thì portal withdraw."
            )

    def note_answer(self, match: Match) -> None:
        """Says so where the editor's answer was not used: nothing was asked, or it is none of the answers."""
        line = match.entry.line
        answer = self._answers.get(line)
        if answer is None or match.answered or line in self._used:
            return
        why = "không phải câu trả lời đủ cho điều đang hỏi" if match.question else "dòng này không hỏi gì"
        self._note(f"Không dùng --confirm {line}={answer[:80]}: {why}.")

    def refuse_stray_answers(self, entries: Sequence[Entry]) -> None:
        """Refuses answers for lines on which nobody stands."""
        stray = sorted(set(self._answers) - {entry.line for entry in entries})
        if stray:
            message = f"--confirm nhắc tới dòng {', '.join(map(str, stray))}, ở đó không có ai trong danh sách"
            fix = "dùng số dòng mà bản liệt kê in ra"
            self.problems.append(Problem(Place(self._table.file), RULE, message, fix))

    def _words(self, entry: Entry) -> str:
        unit = self._content.of("organisations").get(entry.organisation)
        return entry.words or (unit.record.name if unit else entry.text("exemplar"))

    def _row_words(self, row: Known) -> str:
        unit = self._content.of("organisations").get(row.organisation)
        return row.name or (unit.record.name if unit else row.organisation)

    def _note(self, words: str) -> None:
        self.notes.append(texts.shown(words))

    def _choices(self, match: Match) -> Iterator[str]:
        """Each answer to the question as it is typed, and what it says."""
        line, listed = match.entry.line, self._content.of("suppressions").get("suppressions")
        gone = suppressed_as(listed, match.entry) == "name"
        for answer in match.answers:
            typed = f'--confirm "{line}={answer}: vì sao là người khác"' if gone else f"--confirm {line}={answer}"
            what = "dòng" if answer.isdecimal() else "gương"
            another = "tập thể khác" if match.entry.kind == "group" else "người khác"
            yield f"{typed} ({f'{another}, thêm mới' if answer == NEW else f'đúng là {what} {answer}'})"
