"""Who is who: the entries of a file against the rows of a decision and the exemplars of the content.

A row is known again by name, unit and place together, or by its exemplar's id: never by a name alone. Whoever may be
two people, or one with a corrected name, is asked about; nobody is merged. Whoever asked to be taken down stays down.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.content import Content
from generator.importers.entries import Entry
from generator.importers.likeness import Likeness, grouped
from generator.importers.names import is_near
from generator.importers.questions import (
    NEW,
    Agreement,
    Questions,
    photo_suppressed_as,
    read_answer,
    suppressed_as,
    suppression,
)
from generator.importers.rows import Known, is_another, known_rows
from generator.models import Decision


@dataclass(frozen=True)
class Match:
    """What an entry is: a row that is there (``known``), a new one, one who was taken down (``gone``), or a question.

    ``exemplar`` is the id of the exemplar it is, where it is one already. ``no_photo``: the photo was taken down.
    ``answered``: the editor's answer settled it; ``reason``: why somebody named as one taken down is another person.
    """

    entry: Entry
    known: Known | None = None
    exemplar: str = ""
    gone: date | None = None
    question: str = ""
    answers: tuple[str, ...] = ()
    problem: tuple[str, str, str] | None = None
    no_photo: Agreement = ""
    answered: bool = False
    reason: str = ""


def match_entries(
    entries: Sequence[Entry], decision: Decision, index: int, content: Content, answers: Mapping[int, str]
) -> list[Match]:
    """What each entry of one list is, in their order.

    ``answers``: what the editor said of lines asked about: ``new``, a row's number or an exemplar's id, perhaps with a
    reason behind a colon.
    """
    return _Matcher(entries, known_rows(decision, index, content), content, answers).match()


class _Matcher:
    """Matches in passes, surest first; a row that is taken is nobody else's."""

    def __init__(
        self, entries: Sequence[Entry], rows: Sequence[Known], content: Content, answers: Mapping[int, str]
    ) -> None:
        self._entries = entries
        self._rows = rows
        self._content = content
        self._answers = {line: read_answer(text) for line, text in answers.items()}
        self._taken: set[int] = set()
        self._found: dict[int, Match] = {}
        self._listed = content.of("suppressions").get("suppressions")
        self._by_exemplar = {row.row.exemplar: row for row in rows if row.row.exemplar}
        self._likeness = Likeness(entries, rows)
        self._questions = Questions(self._likeness, content, self._by_exemplar.keys())

    def match(self) -> list[Match]:
        for entry in self._entries:
            self._match_id(entry)
        for entry in self._open():
            self._match_gone(entry)
        self._match_alike()
        for entry in self._open():
            self._match_rest(entry)
        return [self._found[entry.line] for entry in self._entries]

    def _open(self) -> list[Entry]:
        return [entry for entry in self._entries if entry.line not in self._found]

    def _free(self, rows: Iterable[Known]) -> list[Known]:
        """Those of the rows that no entry is yet and that were not taken down."""
        return [row for row in rows if row.index not in self._taken and row.gone is None]

    def _row_of(self, exemplar: str) -> Known | None:
        """The row of the exemplar, unless an entry is it already."""
        row = self._by_exemplar.get(exemplar)
        return row if row is not None and row.index not in self._taken else None

    def _take(self, entry: Entry, known: Known | None, **more: Any) -> None:
        if known is not None:
            self._taken.add(known.index)
        if known is not None and known.exemplar is not None and "exemplar" not in more:
            more["exemplar"] = known.exemplar.id
        another = self._is_another(known, more.get("exemplar", ""))
        photo: Agreement = "" if another else photo_suppressed_as(self._listed, entry)
        self._found[entry.line] = Match(entry.without_photo() if photo else entry, known, no_photo=photo, **more)

    def _is_another(self, known: Known | None, exemplar: str) -> bool:
        """Whether an editor has said that the row or the exemplar is not the person of that name who was taken down."""
        held = self._content.of("exemplars").get(exemplar)
        return is_another(held.record) if held is not None else known is not None and known.another

    # by id --------------------------------------------------------------------------------------------------------

    def _match_id(self, entry: Entry) -> None:
        id_ = entry.text("exemplar")
        if not id_:
            return
        gone = self._content.of("withdrawals").get(id_)
        if gone is not None:
            row = self._row_of(id_) or self._gone_row(entry, gone.record.withdrawn)
            self._take(entry, row, gone=gone.record.withdrawn)
            return
        exemplar = self._content.of("exemplars").get(id_)
        if exemplar is None:
            fix = "để trống ô này: mã mới do máy đặt; hoặc sửa mã cho đúng"
            self._found[entry.line] = Match(entry, problem=("exemplar", f"không có gương “{id_[:40]}”", fix))
            return
        name = exemplar.record.name
        other = entry.name and (name is None or not is_near(name.name, entry.name))
        answer, _ = self._answers.get(entry.line, ("", ""))
        if other and answer != id_:
            question = (
                f"mã {id_} là của “{name.name if name else exemplar.record.organisation}”, tên trong tệp khác hẳn"
            )
            self._found[entry.line] = Match(entry, question=question, answers=(id_,))
            return
        if suppressed_as(self._listed, entry) == "person" and not is_another(exemplar.record):
            return
        if any(match.exemplar == id_ for match in self._found.values()):
            fix = "mỗi người một dòng trong một danh sách; sửa mã, hoặc xóa dòng thừa"
            self._found[entry.line] = Match(entry, problem=("exemplar", f"mã gương {id_} đã ghi ở dòng trên", fix))
            return
        self._take(entry, self._row_of(id_), exemplar=id_, answered=bool(other))

    # taken down ---------------------------------------------------------------------------------------------------

    def _match_gone(self, entry: Entry) -> None:
        """Takes an entry for one who was taken down: name and unit agree, or the name does and the file gives no unit.

        Without a unit it may still be a row that stands there already, of somebody of another unit. A row of which an
        editor has said that it is another person is left to be paired.
        """
        found = suppression(self._listed, entry)
        if found is None or found[1].photo_only or found[0] == "perhaps" or (found[0] == "name" and entry.organisation):
            return
        day = found[1].withdrawn
        here = self._free(self._likeness.namesakes(entry))
        named = next((row for row in here if self._likeness.is_same(row, entry)), None)
        if named is not None and (found[0] == "name" or named.another):
            return
        self._take(entry, named or self._gone_row(entry, day), gone=day)

    def _gone_row(self, entry: Entry, day: date) -> Known | None:
        """The reduced row that stands for the person: the one at the same number, or else the first of that day."""
        rows = [row for row in self._rows if row.gone == day and row.index not in self._taken]
        return next((row for row in rows if self._likeness.is_placed(row, entry)), rows[0] if rows else None)

    # the same again -----------------------------------------------------------------------------------------------

    def _match_alike(self) -> None:
        """Pairs entries with rows of the same name and unit; one too many on either side is left to be asked about."""
        for entries in grouped((self._likeness.name_and_unit(entry), entry) for entry in self._open()).values():
            alike = self._free(self._likeness.namesakes(entries[0]))
            rows = [row for row in alike if any(self._likeness.is_same(row, one) for one in entries)]
            for entry in list(entries):
                same = [
                    row for row in rows if self._likeness.is_placed(row, entry) and self._likeness.is_same(row, entry)
                ]
                if same:
                    self._pair(entry, same[0], rows, entries)
            for entry in list(entries):
                same = [row for row in rows if self._likeness.is_same(row, entry)]
                if len(same) == 1 == len(entries) or (same and len(rows) == len(entries)):
                    self._pair(entry, same[0], rows, entries)

    def _pair(self, entry: Entry, row: Known, rows: list[Known], entries: list[Entry]) -> None:
        self._take(entry, row)
        rows.remove(row)
        entries.remove(entry)

    # what is left: new, or a question -----------------------------------------------------------------------------

    def _match_rest(self, entry: Entry) -> None:
        question, offered = self._questions.about(entry, self._taken)
        answer, reason = self._answers.get(entry.line, ("", ""))
        row = next((one for one in self._rows if str(one.number) == answer), None)
        gone = suppressed_as(self._listed, entry) == "name" and not self._is_another(row, answer)
        told: dict[str, Any] = {"answered": bool(question), "reason": reason if gone else ""}
        if not question:
            self._take(entry, None, **told)
        elif (gone and not reason) or answer not in (NEW, *offered):
            self._found[entry.line] = Match(entry, question=question, answers=(NEW, *offered))
        elif answer == NEW:
            self._take(entry, None, **told)
        elif row is not None:
            self._take(entry, row, **told)
        else:
            self._take(entry, None, exemplar=answer, **told)
