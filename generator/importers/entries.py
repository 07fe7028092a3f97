"""The lines of a table as entries: one person, group or household each, typed; what is passed over is named.

Nothing is guessed that would publish something: a hidden or crossed-out line, a total, a signature is left out and
told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator import vietnamese
from generator.content import Content
from generator.importers import names, texts
from generator.importers.age_groups import Youth, youth
from generator.importers.award_names import AwardNames
from generator.importers.columns import BY_KEY, CHOICES, chosen
from generator.importers.headers import Header
from generator.importers.lines import LineSorter, Skipped
from generator.importers.tables import Line, Table
from generator.importers.units import Units
from generator.problems import Problem, nearest

_JOINED = "joined"  # the text of a cell that holds position and unit, until it is split
SCOPES = ("name", "photo", "story", "share", "unit", "achievement")


@dataclass(frozen=True)
class Entry:
    """One line of the list, as far as its cells say; None or empty where a cell says nothing.

    ``place`` is its ordinal among the entries of the table. ``kind_told``: the list itself says what kind it is.
    ``name`` is empty for a group that is an organisation of the content. ``youth``: whether the person may be a child.
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
    youth: Youth = Youth.UNTOLD

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


def read_entries(table: Table, header: Header, content: Content, on: date) -> Reading:
    """The entries below the header, in the order of the table; ``on``: the day of the decision, for who is a child."""
    units = Units(content)
    return _Reader(table, header, units, AwardNames(content, units), on).read()


@dataclass
class _Cells:
    """What the cells of one line say, by column."""

    texts: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    truths: dict[str, bool] = field(default_factory=dict)


class _Reader:
    def __init__(self, table: Table, header: Header, units: Units, awards: AwardNames, on: date) -> None:
        self._table = table
        self._header = header
        self._units = units
        self._awards = awards
        self._on = on
        self._problems: list[Problem] = []
        self._noted: dict[int, set[str]] = {}
        self._lines = LineSorter(header, units)

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
            elif cell.text.strip() and column in self._header.joined:
                cells.texts["name" if column == self._header.columns.get("name") else _JOINED] = cell.text
            elif cell.text.strip():
                self._take(line, key, cell.text, cells)
        number = texts.number(cells.texts.pop("number", ""))
        kind = self._lines.kind
        entry = Entry(line.number, place, kind, bool(kind), cells.texts, cells.days, cells.truths, number=number)
        entry = replace(entry, youth=youth(line, self._header, self._on))
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
            elif form == "focus":
                cells.texts[key] = texts.percents(text)
            elif form == "prose":
                cells.texts[key] = texts.prose(text)
            elif key in CHOICES:
                cells.texts[key] = chosen(key, text)
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
            said["award"] = self._award(line, said["award"])
        unit = self._lines.unit
        if "organisation" in said:
            unit = self._unit(line, said.pop("organisation"))
        if _JOINED in said:
            position, unit = self._parted(line, texts.line(said.pop(_JOINED)))
            said = {"position": position} | said
        return replace(entry, texts={key: value for key, value in said.items() if value}, organisation=unit)

    def _parted(self, line: Line, text: str) -> tuple[str, str]:
        """The position and the unit of a cell that holds both; a note where no unit can be told."""
        parted = self._units.parted(text)
        if parted is None:
            near = self._units.near(text)
            fix = f"có phải “{near}”?" if near else "ghi đơn vị như trong danh mục, sau dấu phẩy"
            self._note(line, "organisation", f"không thấy đơn vị nào của danh mục trong “{text[:60]}”", fix)
        return parted or ("", "")

    def _award(self, line: Line, text: str) -> str:
        found = self._awards.ids(text)
        near = nearest(vietnamese.fold(text), self._awards.known)
        return self._id(line, "award", text, found, self._awards.known[near][0] if near else "")

    def _unit(self, line: Line, text: str) -> str:
        found, parted = self._units.ids(text), self._units.parted(text)
        if not found and parted is not None and parted[0]:
            title = self._header.titles[self._header.columns["organisation"]]
            fix = (
                f'cả cột ghi như thế thì nhập với --map "{title}=position+organisation"; không thì xóa chức vụ ở ô này'
            )
            self._note(line, "organisation", f"ô ghi cả chức vụ “{parted[0][:60]}” và đơn vị", fix)
            return ""
        return self._id(line, "organisation", text, found, self._units.near(text))

    def _id(self, line: Line, key: str, text: str, found: list[str], near: str) -> str:
        """The one id found; a note where there is none or more, with the nearest that may be meant."""
        if len(found) == 1:
            return found[0]
        what = "đơn vị" if key == "organisation" else "danh hiệu hoặc hình thức khen thưởng"
        if found:
            fix = f"ghi mã của một trong: {', '.join(found)}"
            self._note(line, key, f"có {len(found)} {what} cùng tên “{text}”", fix)
            return ""
        fix = f"có phải “{near}”?" if near else f"chọn trong danh mục, hoặc tạo trước: portal new {key}s MÃ"
        self._note(line, key, f"không có {what} “{text[:60]}” trong danh mục", fix)
        return ""

    def _named(self, line: Line, entry: Entry) -> Entry:
        """The entry with its kind settled and its name split; an organisation's name becomes its id."""
        said = dict(entry.texts)
        raw, kind = names.without_ordinal(said.pop("name", "")), said.pop("kind", "")
        entry = replace(entry, texts=said, kind=kind or entry.kind, kind_told=bool(kind) or entry.kind_told)
        if not raw:
            return self._unnamed(line, entry)
        units = self._units.ids(raw)
        if entry.kind in ("", "group") and len(units) == 1 and entry.organisation in ("", units[0]):
            return replace(entry, kind="group", organisation=units[0])
        if names.is_household(raw) and not kind:
            entry = replace(entry, kind="household")
        guessed = "group" if names.is_group(raw) else "individual"
        entry = replace(entry, kind=entry.kind or guessed)
        if entry.kind == "group":
            return replace(entry, texts=said | {"name": texts.line(raw)})
        return self._split(line, entry, texts.clean(raw))

    def _split(self, line: Line, entry: Entry, raw: str) -> Entry:
        """The entry of a person or household with its name split; what follows the name is position, perhaps unit."""
        person, columns = entry.kind == "individual", self._header.columns
        told_apart = columns.get("position") not in (None, columns["name"])
        raw = raw if person else names.without_household(raw)
        courtesy, name, rest = names.split_name(raw, with_position=person or not told_apart)
        another = next((one for one in names.others_beside(raw) if not self._units.ends_in(one)), "") if person else ""
        if names.names_another(rest) and not person:
            courtesy, name, rest = names.split_name(raw, with_position=False)
        elif another:
            fix = "mỗi người một dòng; là chức vụ hay đơn vị thì ghi ở cột của nó"
            self._note(line, "name", f"ô này ghi cả “{another[:60]}”", fix)
        elif rest and columns["name"] in self._header.joined and columns.get("organisation") == columns["name"]:
            rest, unit = self._parted(line, rest)
            entry = replace(entry, organisation=unit)
        elif rest and not entry.organisation and "organisation" not in columns:
            rest, unit = self._units.parted(rest) or (rest, "")
            entry = replace(entry, organisation=unit)
        own = entry.text("position")
        if rest and own and vietnamese.fold(rest) != vietnamese.fold(own):
            fix = "ô này chỉ giữ họ tên; chức vụ ghi ở cột của nó"
            self._note(line, "name", f"sau họ tên ghi “{rest}”, cột “{self._title('position')}” lại ghi “{own}”", fix)
        split = {"courtesy": courtesy, "name": name, "position": rest} | dict(entry.texts)
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
        column = self._header.columns.get(key)
        self._problems.append(self._table.problem(line.number, column, f"{self._title(key)}: {message}", fix))

    def _title(self, key: str) -> str:
        """The name of the column: ours, or the file's own where a cell holds several things."""
        column = self._header.columns.get(key, -1)
        return self._header.titles[column] if column in self._header.joined else BY_KEY[key].title


def _refusal(key: str, text: str) -> tuple[str, str]:
    """Why the column does not take the text, and what it takes."""
    if key in CHOICES:
        return f"không nhận “{text}”", f"chọn một trong: {', '.join(CHOICES[key].values())}"
    if BY_KEY[key].form == "day":
        return f"“{text}” không phải một ngày có thật", "gõ ngày/tháng/năm, như 10/6/2026"
    if BY_KEY[key].form == "focus":
        return f"không nhận “{text}”", "gõ hai số từ 0 đến 100: cách mép trái, cách mép trên, như 50, 30"
    return f"không nhận “{text}”", "đánh x nếu đúng, để trống nếu không"
