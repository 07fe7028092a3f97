"""The lines of a table as entries: one person, group or household each, typed; what is passed over is named.

Nothing is guessed that would publish something: a hidden or crossed-out line, a total, a signature is left out and told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic_core import PydanticCustomError

from generator import vietnamese
from generator.content import Content
from generator.importers import names, texts
from generator.importers.columns import BY_KEY, CHOICES, GONE, Header
from generator.importers.tables import Line, Table
from generator.problems import Problem, did_you_mean

_KIND_GROUPS = (("tap the", "group"), ("ho gia dinh", "household"), ("ca nhan", "individual"))
_ORDINAL = re.compile(r"^(?:[ivx]+|[a-z]|\d{1,2}(?:\.\d{1,2})?)\s*[.)\-:/]\s*")
_TOTAL = re.compile(r"^(tong cong|tong so|tong|cong|an dinh|danh sach (nay|tren)( gom| co)?|co tat ca)\b")
_SIGNED = re.compile(
    r"^(nguoi lap|lap bieu|nguoi tong hop|(kt\.? ?)?(pho )?chu tich$|tm\.|t/m|kt\.|thu truong|noi nhan|xac nhan cua|ky ten|\(ky|"
    r".*,? ngay .* thang .* nam)"
)
SCOPES = ("name", "photo", "story", "unit", "achievement")


@dataclass(frozen=True)
class Entry:
    """One line of the list, as far as its cells say; None or empty where a cell says nothing.

    ``place`` is its ordinal among the entries of the table. ``kind_told``: the list itself says what kind it is. ``name`` is
    empty for a group that is an organisation of the content.
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


@dataclass(frozen=True)
class Skipped:
    """A line that was not read as an entry, and why."""

    line: int
    why: str
    words: str


@dataclass(frozen=True)
class Reading:
    """What a table says: its entries, the lines passed over, and what is wrong with its cells."""

    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]
    problems: tuple[Problem, ...]


def read_entries(table: Table, header: Header, content: Content) -> Reading:
    """The entries below the header, in the order of the table."""
    return _Reader(table, header, content).read()


class _Reader:
    def __init__(self, table: Table, header: Header, content: Content) -> None:
        self._table = table
        self._header = header
        self._organisations = _by_words(content, "organisations")
        self._awards = _by_words(content, "awards")
        self._names = {id_: entry.record.name for id_, entry in content.of("organisations").items()}
        self._problems: list[Problem] = []
        self._kind = ""
        self._unit = ""
        self._over = False

    def read(self) -> Reading:
        entries: list[Entry] = []
        skipped: list[Skipped] = []
        for line in self._table.lines[self._header.first_line :]:
            told = [cell.text for cell in line.cells if cell.text and not cell.shadow]
            if not told and not any(cell.fault for cell in line.cells):
                continue
            why = self._why_skipped(line, told)
            if why:
                skipped.append(Skipped(line.number, why, self._shown(line, told)))
                continue
            entries.append(self._entry(line, len(entries) + 1))
        return Reading(tuple(entries), tuple(skipped), tuple(self._problems))

    # which lines are entries --------------------------------------------------------------------------------------

    def _why_skipped(self, line: Line, told: Sequence[str]) -> str:
        """Why the line is no entry; empty where it is one. A heading is remembered for the lines below it."""
        name = self._cell_text(line, "name") or self._cell_text(line, "organisation")
        first = vietnamese.fold(told[0]) if told else ""
        numbered = texts.number(self._cell_text(line, "number")) is not None
        if line.hidden:
            return "dòng ẩn"
        if any(line.cell(column).struck for key, column in self._header.columns.items() if key in ("name", "number")):
            return "dòng gạch bỏ"
        if _TOTAL.match(first) or _TOTAL.match(vietnamese.fold(name)):
            self._over = True
            return "dòng tổng"
        if not numbered and (_SIGNED.match(first) or _SIGNED.match(vietnamese.fold(name))):
            self._over = True
            return "phần ký"
        if self._over and not numbered:
            return "sau phần danh sách"
        if all(re.fullmatch(r"\(?(\d{1,2}|[a-z])\)?", vietnamese.fold(text)) for text in told) and len(told) > 1:
            return "dòng đánh số cột"
        column = self._header.columns.get("name", self._header.columns.get("organisation", 0))
        if line.cell(column).below:
            return "dòng nối của ô gộp phía trên"
        if self._cell_text(line, "achievement") == GONE:
            return "dòng đã gỡ thông tin"
        return self._heading(line, told, numbered=numbered)

    def _heading(self, line: Line, told: Sequence[str], *, numbered: bool) -> str:
        """Why the line is a heading of those below it; empty where it is none."""
        number = self._cell_text(line, "number")
        rest = [text for text in told if text != number] or list(told)
        if len(rest) > 1 or (numbered and number != rest[0]):
            return ""
        words = _ORDINAL.sub("", vietnamese.fold(rest[0]))
        kind = next((kind for sign, kind in _KIND_GROUPS if sign in words), "")
        organisation = self._organisations.get(words)
        name = self._cell_text(line, "name")
        if kind and not (name and names.is_household(name)):
            self._kind, self._unit = kind, ""
            return "dòng nhóm"
        if organisation is not None and len(organisation) == 1 and "organisation" not in self._header.columns:
            self._unit = organisation[0]
            return "dòng nhóm"
        if rest[0] == name and not number and not _spans(line):
            return ""
        return "dòng nhóm" if not numbered else ""

    def _shown(self, line: Line, told: Sequence[str]) -> str:
        """The words by which the staff know the line; nothing out of a dropped column."""
        dropped = {line.cell(column).text for column in self._header.sensitive}
        return vietnamese.one_line(
            self._cell_text(line, "name") or next((one for one in told if one not in dropped), "")
        )[:80]

    def _cell_text(self, line: Line, key: str) -> str:
        column = self._header.columns.get(key)
        return line.cell(column).text.strip() if column is not None else ""

    # what an entry says -------------------------------------------------------------------------------------------

    def _entry(self, line: Line, place: int) -> Entry:
        said: dict[str, str] = {}
        days: dict[str, date] = {}
        truths: dict[str, bool] = {}
        for key, column in self._header.columns.items():
            cell = line.cell(column)
            if cell.fault:
                self._note(line, key, cell.fault)
                continue
            unseen = texts.unseen_sign(cell.text)
            if unseen:
                self._note(line, key, f"có ký tự không nhìn thấy ({unseen})", "xóa hết ô rồi gõ lại")
                continue
            if cell.text.strip():
                self._take(line, key, cell.text, said, days, truths)
        number = texts.number(said.pop("number", ""))
        entry = Entry(line.number, place, self._kind, bool(self._kind), said, days, truths, number=number)
        return self._named(line, self._placed(line, entry))

    def _take(
        self, line: Line, key: str, text: str, said: dict[str, str], days: dict[str, date], truths: dict[str, bool]
    ) -> None:
        form = BY_KEY[key].form
        try:
            if form == "day":
                days[key] = texts.day(text)
            elif form == "truth":
                said_so = texts.truth(text)
                if said_so is not None:
                    truths[key] = said_so
            elif form == "prose":
                said[key] = texts.prose(text)
            elif key in CHOICES:
                said[key] = _chosen(key, text)
            else:
                said[key] = text if key == "name" else texts.line(text)
        except PydanticCustomError as error:
            self._note(line, key, error.message(), "rút gọn")
        except ValueError:
            self._note(line, key, *_refusal(key, texts.line(text)[:40]))

    def _placed(self, line: Line, entry: Entry) -> Entry:
        """The entry with its award and unit as ids of the content."""
        said = dict(entry.texts)
        if "award" in said:
            said["award"] = self._id(line, "award", said["award"], self._awards, "danh hiệu hoặc hình thức khen thưởng")
        unit = self._unit
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
        raw = said.pop("name", "")
        kind = said.pop("kind", "")
        told = bool(kind) or entry.kind_told
        kind = kind or entry.kind
        units = self._organisations.get(vietnamese.fold(raw), []) if raw else []
        if not raw and not entry.organisation:
            if not said.get("exemplar"):
                self._note(line, "name", "dòng này không ghi tên ai", "điền tên, hoặc xóa cả dòng")
            return replace(entry, kind=kind or "individual", kind_told=told, texts=said)
        if not raw and not said.get("exemplar"):
            if kind in ("individual", "household"):
                self._note(line, "name", "một cá nhân hay hộ gia đình thì phải có tên", "điền tên, hoặc xóa cả dòng")
            return replace(entry, kind=kind or "group", kind_told=told, texts=said)
        if kind in ("", "group") and len(units) == 1 and entry.organisation in ("", units[0]):
            return replace(entry, kind="group", kind_told=told, texts=said, organisation=units[0])
        kind = kind or ("household" if names.is_household(raw) else "group" if names.is_group(raw) else "individual")
        if kind == "household":
            raw = names.without_household(raw)
        if kind == "group":
            said["name"] = texts.line(raw)
        else:
            with_position = "position" not in self._header.columns
            courtesy, said["name"], position = names.split_name(texts.clean(raw), with_position=with_position)
            for key, value in (("courtesy", courtesy), ("position", position)):
                if value and not said.get(key):
                    said[key] = value
            if re.search(r"[0-9]{4}", said["name"] + said.get("position", "")):
                fix = "ô này chỉ ghi tên và chức vụ; năm sinh, số giấy tờ, điện thoại không được vào chuyên trang"
                self._note(line, "name", "họ tên có kèm chữ số", fix)
        return replace(entry, kind=kind, kind_told=told, texts={key: one for key, one in said.items() if one})

    def _note(self, line: Line, key: str, message: str, fix: str = "") -> None:
        title = BY_KEY[key].title
        column = self._header.columns.get(key)
        self._problems.append(self._table.problem(line.number, column, f"{title}: {message}", fix))


def _spans(line: Line) -> bool:
    """Whether a merged cell of the line covers others beside it."""
    return any(cell.shadow and not cell.below for cell in line.cells)


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
