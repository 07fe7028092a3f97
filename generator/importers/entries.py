"""The lines of a table as entries: one person, group or household each, typed; what is passed over is named.

Nothing is guessed that would publish something: a hidden or crossed-out line, a total, a signature is left out and
told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator import vietnamese
from generator.content import Content
from generator.importers import names, texts
from generator.importers.columns import BY_KEY, CHOICES
from generator.importers.headers import Header
from generator.importers.lines import LineSorter, Skipped
from generator.importers.tables import Line, Table
from generator.problems import Problem, did_you_mean

SCOPES = ("name", "photo", "story", "share", "unit", "achievement")


@dataclass(frozen=True)
class Entry:
    """One line of the list, as far as its cells say; None or empty where a cell says nothing.

    ``place`` is its ordinal among the entries of the table. ``kind_told``: the list itself says what kind it is.
    ``name`` is empty for a group that is an organisation of the content.
    """

    line: int
    place: int
    kind: str
    kind_told: bool = False
    texts: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    truths: Mapping[str, bool] = field(default_factory=dict)
    organisation: str = ""
    number: int | None = None

    def text(self, key: str) -> str:
        """What the column says; empty where it says nothing."""
        return self.texts.get(key, "")

    @property
    def name(self) -> str:
        """The name without form of address; empty for an organisation."""
        return self.text("name")

    @property
    def words(self) -> str:
        """The name with its form of address."""
        return f"{self.text('courtesy')} {self.name}".strip()

    @property
    def scope(self) -> tuple[str, ...] | None:
        """What may be shown, by the crosses; None where the line holds no cross at all."""
        said = tuple(one for one in SCOPES if self.truths.get(f"agreed_{one}"))
        return said or None

    def without_photo(self) -> Entry:
        """The same without the consent to the photo, and without the days of a consent to nothing else."""
        kept = replace(self, truths={key: value for key, value in self.truths.items() if key != "agreed_photo"})
        return kept if kept.scope or not self.scope else replace(kept, days={})


@dataclass(frozen=True)
class Reading:
    """What a table says: its entries, the lines passed over, and what is wrong with its cells."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]


def read_entries(table: Table, header: Header, content: Content) -> Reading:
    """The entries below the header, in the order of the table."""
    return _Reader(table, header, content).read()


@dataclass
class _Cells:
    """What the cells of one line say, by column."""

    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    truths: dict[str, bool] = field(default_factory=dict)


class _Reader:
    def __init__(self, table: Table, header: Header, content: Content) -> None:
        self._table = table
        self._header = header
        self._organisations = _by_words(content, "organisations")
        self._awards = _by_words(content, "awards")
        self._names = {id_: entry.record.name for id_, entry in content.of("organisations").items()}
        self._problems: list[Problem] = []
        self._noted: dict[int, set[str]] = {}
        self._lines = LineSorter(header, self._organisations)

    def read(self) -> Reading:
        entries: list[Entry] = []
        skipped: list[Skipped] = []
        for line in self._table.lines[self._header.first_line :]:
            told = [cell.text for cell in line.cells if cell.text and not cell.shadow]
            if not told and not any(cell.fault for cell in line.cells):
                continue
            why = self._lines.why_skipped(line, told)
            if why:
                skipped.append(Skipped(line.number, why, self._lines.shown(line, told)))
                continue
            entries.append(self._entry(line, len(entries) + 1))
        return Reading(tuple(entries), tuple(skipped), tuple(self._problems))

    def _entry(self, line: Line, place: int) -> Entry:
        cells = _Cells()
        for key, column in self._header.columns.items():
            cell = line.cell(column)
            unseen = texts.unseen_sign(cell.text)
            if cell.fault:
                self._note(line, key, cell.fault)
            elif unseen:
                self._note(line, key, f"có ký tự không nhìn thấy ({unseen})", "xóa hết ô rồi gõ lại")
            elif cell.text.strip():
                self._take(line, key, cell.text, cells)
        number = texts.number(cells.texts.pop("number", ""))
        kind = self._lines.kind
        entry = Entry(line.number, place, kind, bool(kind), cells.texts, cells.days, cells.truths, number=number)
        return self._named(line, self._placed(line, entry))

    def _take(self, line: Line, key: str, text: str, cells: _Cells) -> None:
        form = BY_KEY[key].form
        try:
            if form == "day":
                cells.days[key] = texts.day(text)
            elif form == "truth":
                said = texts.truth(text)
                if said is not None:
                    cells.truths[key] = said
            elif form == "prose":
                cells.texts[key] = texts.prose(text)
            elif key in CHOICES:
                cells.texts[key] = _chosen(key, text)
            else:
                cells.texts[key] = text if key == "name" else texts.line(text)
        except PydanticCustomError as error:
            self._note(line, key, error.message(), "rút gọn")
        except ValueError:
            self._note(line, key, *_refusal(key, texts.line(text)[:40]))

    def _placed(self, line: Line, entry: Entry) -> Entry:
        """The entry with its award and unit as ids of the content."""
        said = dict(entry.texts)
        if "award" in said:
            said["award"] = self._id(line, "award", said["award"], self._awards, "danh hiệu hoặc hình thức khen thưởng")
        unit = self._lines.unit
        if "organisation" in said:
            unit = self._id(line, "organisation", said.pop("organisation"), self._organisations, "đơn vị")
        return replace(entry, texts={key: value for key, value in said.items() if value}, organisation=unit)

    def _id(self, line: Line, key: str, text: str, known: Mapping[str, list[str]], what: str) -> str:
        found = known.get(vietnamese.fold(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            fix = f"ghi mã của một trong: {', '.join(found)}"
            self._note(line, key, f"có {len(found)} {what} cùng tên “{text}”", fix)
            return ""
        folder = BY_KEY[key].key + "s"
        near = did_you_mean(vietnamese.fold(text), known)
        meant = known.get(near.removeprefix('có phải "').removesuffix('"?'), [])
        told = self._names.get(meant[0], "") if meant and key == "organisation" else (meant or [""])[0]
        fix = f"có phải “{told}”?" if told else f"chọn trong danh mục, hoặc tạo trước: portal new {folder} MÃ"
        self._note(line, key, f"không có {what} “{text[:60]}” trong danh mục", fix)
        return ""

    def _named(self, line: Line, entry: Entry) -> Entry:
        """The entry with its kind settled and its name split; an organisation's name becomes its id."""
        said = dict(entry.texts)
        raw, kind = said.pop("name", ""), said.pop("kind", "")
        entry = replace(entry, texts=said, kind=kind or entry.kind, kind_told=bool(kind) or entry.kind_told)
        if not raw:
            return self._unnamed(line, entry)
        units = self._organisations.get(vietnamese.fold(raw), [])
        if entry.kind in ("", "group") and len(units) == 1 and entry.organisation in ("", units[0]):
            return replace(entry, kind="group", organisation=units[0])
        if names.is_household(raw) and not kind:
            entry = replace(entry, kind="household")
        guessed = "group" if names.is_group(raw) else "individual"
        entry = replace(entry, kind=entry.kind or guessed)
        if entry.kind == "group":
            return replace(entry, texts=said | {"name": texts.line(raw)})
        raw = texts.clean(names.without_household(raw) if entry.kind == "household" else raw)
        courtesy, name, position = names.split_name(raw, with_position="position" not in self._header.columns)
        split = {"courtesy": courtesy, "name": name, "position": position} | said
        if re.search(r"[0-9]{4}", name + split["position"]):
            fix = "ô này chỉ ghi tên và chức vụ; năm sinh, số giấy tờ, điện thoại không được vào chuyên trang"
            self._note(line, "name", "họ tên có kèm chữ số", fix)
        return replace(entry, texts={key: value for key, value in split.items() if value})

    def _unnamed(self, line: Line, entry: Entry) -> Entry:
        """The entry of a line without a name: an organisation, or an exemplar known by its id."""
        if entry.text("exemplar"):
            return replace(entry, kind=entry.kind or "individual")
        if "name" in self._noted.get(line.number, ()):
            return replace(entry, kind=entry.kind or "individual")
        if not entry.organisation:
            self._note(line, "name", "dòng này không ghi tên ai", "điền tên, hoặc xóa cả dòng")
        elif entry.kind in ("individual", "household"):
            self._note(line, "name", "một cá nhân hay hộ gia đình thì phải có tên", "điền tên, hoặc xóa cả dòng")
        return replace(entry, kind=entry.kind or "group")

    def _note(self, line: Line, key: str, message: str, fix: str = "") -> None:
        self._noted.setdefault(line.number, set()).add(key)
        title = BY_KEY[key].title
        column = self._header.columns.get(key)
        self._problems.append(self._table.problem(line.number, column, f"{title}: {message}", fix))


def _chosen(key: str, text: str) -> str:
    folded = vietnamese.fold(text)
    for one, words in CHOICES[key].items():
        if folded in (one, vietnamese.fold(words), vietnamese.fold(words).removeprefix("khen thuong ")):
            return one
    raise ValueError(text)


def _refusal(key: str, text: str) -> tuple[str, str]:
    """Why the column does not take the text, and what it takes."""
    if key in CHOICES:
        return f"không nhận “{text}”", f"chọn một trong: {', '.join(CHOICES[key].values())}"
    if BY_KEY[key].form == "day":
        return f"“{text}” không phải một ngày có thật", "gõ ngày/tháng/năm, như 10/6/2026"
    return f"không nhận “{text}”", "đánh x nếu đúng, để trống nếu không"


def _by_words(content: Content, kind: str) -> dict[str, list[str]]:
    """The ids of the kind by everything they are called: id, name, aliases, folded."""
    found: dict[str, list[str]] = {}
    for words, id_ in _called(content, kind):
        ids = found.setdefault(vietnamese.fold(words), [])
        if id_ not in ids:
            ids.append(id_)
    return found


def _called(content: Content, kind: str) -> Iterator[tuple[str, str]]:
    for id_, entry in content.of(kind).items():
        yield id_, id_
        yield entry.record.name, id_
        for alias in getattr(entry.record, "aliases", ()):
            yield alias, id_
