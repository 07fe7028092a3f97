"""Who is who: the entries of a file against the rows of a decision and the exemplars of the content.

A row is known again by name, unit and place together, or by its exemplar's id: never by a name alone. Whoever may be
two people, or one with a corrected name, is asked about; nobody is merged. Whoever asked to be taken down stays down.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal, TypeVar

from generator import vietnamese
from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers import texts
from generator.importers.entries import Entry
from generator.importers.names import is_near, spelling
from generator.importers.rows import Known, known_rows
from generator.models import Decision, Suppressions
from generator.suppressions import bare_name, suppressed

NEW = "new"

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


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
    no_photo: Literal["", "person", "name"] = ""
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
        self._answers = {line: _answer(text) for line, text in answers.items()}
        self._taken: set[int] = set()
        self._found: dict[int, Match] = {}
        self._listed = content.of("suppressions").get("suppressions")
        self._places = {entry.line: place for place, entry in enumerate(entries, 1)}
        self._keys = {entry.line: _key(entry.name, entry.organisation) for entry in entries}
        self._spelt = {entry.line: spelling(entry.name) for entry in entries}
        self._rows_spelt = {row.index: spelling(row.name) for row in rows}
        self._by_key = _grouped((_key(row.name, row.organisation), row) for row in rows)
        self._by_exemplar = {row.row.exemplar: row for row in rows if row.row.exemplar}
        self._by_work = _grouped((_work(row.organisation, row.row.achievement), row) for row in rows)
        self._twins = _grouped(((self._keys[entry.line], entry.organisation), entry.line) for entry in entries)

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
        self._found[entry.line] = Match(entry, known, **more)

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
        if suppressed_as(self._listed, entry) == "person":
            return
        if any(match.exemplar == id_ for match in self._found.values()):
            fix = "mỗi người một dòng trong một danh sách; sửa mã, hoặc xóa dòng thừa"
            self._found[entry.line] = Match(entry, problem=("exemplar", f"mã gương {id_} đã ghi ở dòng trên", fix))
            return
        photo = self._photo_taken_down(entry)
        self._take(entry, self._row_of(id_), exemplar=id_, no_photo=photo, answered=bool(other))

    # taken down ---------------------------------------------------------------------------------------------------

    def _match_gone(self, entry: Entry) -> None:
        """Takes an entry for one who was taken down: name and unit agree, or the name does and the file gives no unit.

        Without a unit it may still be a row that stands there already, of somebody of another unit.
        """
        found = _suppression(self._listed, entry)
        if found is None or found[1].photo_only or (found[0] == "name" and entry.organisation):
            return
        day = found[1].withdrawn
        here = self._free(self._by_key.get(self._keys[entry.line], ()))
        named = next((row for row in here if self._same(row, entry)), None)
        if found[0] == "name" and named is not None:
            return
        self._take(entry, named or self._gone_row(entry, day), gone=day)

    def _gone_row(self, entry: Entry, day: date) -> Known | None:
        """The reduced row that stands for the person: the one at the same number, or else the first of that day."""
        rows = [row for row in self._rows if row.gone == day and row.index not in self._taken]
        return next((row for row in rows if self._is_placed(row, entry)), rows[0] if rows else None)

    def _photo_taken_down(self, entry: Entry) -> Literal["", "person", "name"]:
        found = _suppression(self._listed, entry)
        return found[0] if found is not None and found[1].photo_only else ""

    # the same again -----------------------------------------------------------------------------------------------

    def _match_alike(self) -> None:
        """Pairs entries with rows of the same name and unit; one too many on either side is left to be asked about."""
        groups: dict[tuple[str, str], list[Entry]] = {}
        for entry in self._open():
            groups.setdefault((self._keys[entry.line], entry.organisation), []).append(entry)
        for (key, _), entries in groups.items():
            alike = self._free(self._by_key.get(key, ()))
            rows = [row for row in alike if any(self._same(row, one) for one in entries)]
            for entry in list(entries):
                same = [row for row in rows if self._is_placed(row, entry) and self._same(row, entry)]
                if same:
                    self._pair(entry, same[0], rows, entries)
            for entry in list(entries):
                same = [row for row in rows if self._same(row, entry)]
                if len(same) == 1 == len(entries) or (same and len(rows) == len(entries)):
                    self._pair(entry, same[0], rows, entries)

    def _pair(self, entry: Entry, row: Known, rows: list[Known], entries: list[Entry]) -> None:
        self._take(entry, row, no_photo=self._photo_taken_down(entry))
        rows.remove(row)
        entries.remove(entry)

    def _same(self, row: Known, entry: Entry) -> bool:
        """Whether row and entry have one name, spelt alike, and one unit.

        Where the file gives no unit, the place or the achievement must agree: a name alone is nobody.
        """
        if not entry.name or not row.name:
            return not row.name and _key(row.name, row.organisation) == self._keys[entry.line]
        if self._rows_spelt[row.index] != self._spelt[entry.line]:
            return False
        if entry.organisation or not row.organisation:
            return entry.organisation == row.organisation
        return self._is_placed(row, entry) or _same_work(row, entry)

    def _is_placed(self, row: Known, entry: Entry) -> bool:
        """Whether the entry stands where the row does: by the number the file gives, or by its order."""
        return row.number in self._numbers(entry)

    def _numbers(self, entry: Entry) -> set[int]:
        place = self._places[entry.line]
        return {place, entry.number or place}

    # what is left: new, or a question -----------------------------------------------------------------------------

    def _match_rest(self, entry: Entry) -> None:
        question, offered = self._question(entry)
        answer, reason = self._answers.get(entry.line, ("", ""))
        gone = suppressed_as(self._listed, entry) == "name"
        told: dict[str, Any] = {"no_photo": self._photo_taken_down(entry), "answered": bool(question)}
        told |= {"reason": reason} if gone else {}
        if not question:
            self._take(entry, None, **told)
        elif (gone and not reason) or answer not in (NEW, *offered):
            self._found[entry.line] = Match(entry, question=question, answers=(NEW, *offered))
        elif answer == NEW:
            self._take(entry, None, **told)
        else:
            row = next((one for one in self._rows if str(one.number) == answer), None)
            self._take(entry, row, **told) if row else self._take(entry, None, exemplar=answer, **told)

    def _question(self, entry: Entry) -> tuple[str, tuple[str, ...]]:
        """What must be asked before the entry may be a new row, and which answers there are besides ``new``."""
        asked: list[str] = []
        offered: list[str] = []
        found = _suppression(self._listed, entry)
        if found is not None and found[0] == "name" and not found[1].photo_only:
            asked.append("trùng tên với một người đã yêu cầu gỡ thông tin")
        for row in self._older(entry):
            asked.append(f"có thể là dòng {row.number} đang có, “{self._words(row)}”")
            offered.append(str(row.number))
        key = self._keys[entry.line]
        twins = [line for line in self._twins[key, entry.organisation] if line != entry.line]
        if twins:
            asked.append(f"trùng tên, trùng đơn vị với dòng {', '.join(map(str, twins))} của tệp")
        elif any(row.index in self._taken and self._same(row, entry) for row in self._by_key.get(key, ())):
            asked.append("trùng tên, trùng đơn vị với một dòng đang có")
        for exemplar in self._exemplars.get(key, ()) if entry.name else ():
            asked.append(f"có gương {exemplar.id} cùng tên, “{exemplar.record.name.name}”")
            offered.append(exemplar.id)
        return "; ".join(asked), tuple(offered)

    def _older(self, entry: Entry) -> list[Known]:
        """The rows, which no line of the file is, that may be the entry under an older name or unit."""
        if not entry.name:
            return []
        placed = [self._rows[number - 1] for number in self._numbers(entry) if 0 < number <= len(self._rows)]
        same_work = (
            self._by_work.get(_work(entry.organisation, entry.text("achievement")), [])
            if entry.text("achievement")
            else []
        )
        near = [row for row in (*placed, *same_work) if row.name and is_near(row.name, entry.name)]
        found = {row.index: row for row in self._free((*self._by_key.get(self._keys[entry.line], ()), *near))}
        return [found[index] for index in sorted(found)]

    @cached_property
    def _exemplars(self) -> Mapping[str, list[ContentEntry[Any]]]:
        """The exemplars that have no row in this list, by the key of their name."""
        others = (one for id_, one in self._content.of("exemplars").items() if id_ not in self._by_exemplar)
        return _grouped((_key(one.record.name.name, ""), one) for one in others if one.record.name)

    def _words(self, row: Known) -> str:
        unit = self._content.of("organisations").get(row.organisation)
        return f"{row.name}, {unit.record.name}" if unit else row.name


def _answer(text: str) -> tuple[str, str]:
    """The editor's answer and the reason behind its colon."""
    answer, _, reason = text.partition(":")
    return answer.strip(), texts.line(reason)


def suppressed_as(listed: ContentEntry[Suppressions] | None, entry: Entry) -> Literal["", "person", "name"]:
    """How the entry matches those who asked to be taken down altogether."""
    found = _suppression(listed, entry)
    return found[0] if found is not None and not found[1].photo_only else ""


def _suppression(listed: ContentEntry[Suppressions] | None, entry: Entry) -> Any:
    if not entry.name or entry.kind == "group" or listed is None:
        return None
    return suppressed(listed.record, entry.name, entry.organisation or None)


def _same_work(row: Known, entry: Entry) -> bool:
    told = vietnamese.fold(row.row.achievement or "")
    return bool(told) and told == vietnamese.fold(entry.text("achievement"))


def _key(name: str, organisation: str) -> str:
    """What two names must share to be asked about; an organisation without another name is known by its id."""
    return bare_name(name) if name else f"\n{organisation}"


def _work(organisation: str, achievement: str | None) -> tuple[str, str]:
    return organisation, vietnamese.fold(achievement or "")


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
