"""The content folder to everything editors wrote, by kind and id.

Every file is read before anything is said: one run reports all problems of form in all files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator import vietnamese
from generator.folder import PUBLISHED, Beside, files_below, kind_of
from generator.models import KINDS, Kind, Record
from generator.models.base import ID_PATTERN, Reference, fields_below, references
from generator.problems import Place, Problem, did_you_mean
from generator.workers import for_each
from generator.yaml_places import Places
from generator.yaml_source import read_text, read_yaml

R = TypeVar("R", bound=Record)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_Source = tuple[Kind, str, Path]
"""A file of content: what it is, its id, where it lies."""
_WORTH_A_PROCESS = 1_000
_LARGE = 2_000  # of fewer records, all is looked through before another process has started


@dataclass(frozen=True, eq=False)  # one file is one entry, and what is gathered of it can be remembered
class Entry(Generic[R]):
    """One record with its id and the file it was read from."""

    kind: str
    id: str
    file: Path
    record: R
    first_line: int = 1

    @cached_property  # two rules and the catalogue ask
    def references(self) -> Sequence[Reference]:
        """Every reference the record makes, in the order of its fields."""
        return references(self.record)

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where the value at the path stands in the file (or its key); reads the file again."""
        places = self._places()
        return places.place(path, key=key) if places else Place(self.file)

    def place_of(self, words: str, *path: str | int, nth: int = 0) -> Place:
        """Where the nth occurrence, from 0, of the words stands inside the value at the path; without words the value.

        Reads the file again.
        """
        if not words:
            return self.place(*path)
        places = self._places()
        return places.place_of(words, path, nth) if places else Place(self.file)

    def place_in_prose(self, line: int, words: str = "", nth: int = 0) -> Place:
        """Where that line, from 1, of a page of prose stands, or the nth occurrence of the words in it; reads again."""
        text, problems = read_text(self.file)
        if problems:
            return Place(self.file)
        body = split_front_matter(text)[1]
        before = text.count("\n", 0, len(text) - len(body)) + len(body) - len(body.lstrip("\n"))
        found = [*text.split("\n"), ""][before + line - 1]
        column = len(found) - len(found.lstrip())
        for _ in range(nth + 1 if words else 0):
            column = max(found.find(words, column if _ == 0 else column + 1), 0)
        return Place(self.file, before + line, column + 1, len(words) or max(len(found.strip()), 1))

    def _places(self) -> Places | None:
        text, problems = read_text(self.file)
        if problems:
            return None
        if self.file.suffix == ".md":
            text = split_front_matter(text)[0]
        return Places(text, self.file, self.first_line)


@dataclass(frozen=True, eq=False)  # one reading of the folder is itself: what is gathered from it can be remembered
class Content:
    """Everything editors wrote: entries and photographs by kind and id, scans and files of documents by id, strangers.

    ``signed`` are the signed originals of plans, by the plan's id.
    ``unread`` names, by kind and id, the files that are there but whose form is wrong: nothing can be said of them.
    """

    root: Path
    entries: Mapping[str, Mapping[str, Entry[Any]]]
    photos: Mapping[tuple[str, str], tuple[Path, ...]] = field(default_factory=dict)
    scans: Mapping[str, Path] = field(default_factory=dict)
    attached: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    strangers: Sequence[Path] = ()
    unread: frozenset[tuple[str, str]] = frozenset()
    signed: Mapping[str, Path] = field(default_factory=dict)

    def of(self, kind: str) -> Mapping[str, Entry[Any]]:
        """The entries of a kind by id, sorted by id; empty where there are none."""
        return self.entries.get(kind, {})

    @property
    def is_large(self) -> bool:
        """Whether there are so many records that looking through them all is worth a process of its own."""
        return sum(map(len, self.entries.values())) >= _LARGE

    def all(self) -> Iterator[Entry[Any]]:
        """Every entry, kind by kind, id by id."""
        for kind in KINDS:
            yield from self.of(kind.name).values()


def read_content(root: Path) -> tuple[Content, list[Problem]]:
    """Everything in the folder, and what is wrong with the form of its files; nothing outside it is read."""
    if not root.is_dir():
        fix = "chạy lệnh ở thư mục gốc của dự án, hoặc chỉ đúng thư mục bằng --content"
        return Content(root, {}), [Problem(Place(root), "tep", "không có thư mục nội dung này", fix)]
    entries: dict[str, dict[str, Entry[Any]]] = {kind.name: {} for kind in KINDS}
    beside = Beside()
    strangers: list[Path] = []
    unread: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    sources: list[_Source] = []
    for file, relative in files_below(root, problems):
        if relative == PUBLISHED:
            continue
        if beside.takes(file, relative):
            continue
        kind, id_ = kind_of(relative)
        if kind is None:
            strangers.append(file)
            continue
        sources.append((kind, id_, file))
    for (kind, id_, _), (entry, found) in zip(sources, for_each(_read_entry, sources, _WORTH_A_PROCESS), strict=True):
        problems += found
        if entry is None:
            unread.add((kind.name, id_))
        else:
            entries[entry.kind][id_] = entry
    ordered = {kind: dict(sorted(found.items())) for kind, found in entries.items()}
    of_records = (beside.photos, beside.scans, beside.attached)
    return Content(root, ordered, *of_records, tuple(strangers), frozenset(unread), beside.signed), problems


def split_front_matter(text: str) -> tuple[str, str, int]:
    """The YAML between the two ``---`` lines, the prose after it, and the line on which the YAML starts."""
    match = re.match(r"---[ \t]*\n(.*?)^---[ \t]*$\n?", text, re.DOTALL | re.MULTILINE)
    return (match.group(1), text[match.end() :], 2) if match else ("", text, 1)


def _read_entry(source: _Source) -> tuple[Entry[Any] | None, list[Problem]]:
    kind, id_, file = source
    problems = _id_problems(id_, file)
    try:
        text, found = read_text(file)
    except OSError:
        fix = "đóng chương trình đang giữ tệp, xem lại quyền đọc của tệp"
        return None, [*problems, Problem(Place(file), "tep", "không đọc được tệp này", fix)]
    if found:
        return None, problems + found
    first_line, body = 1, None
    if file.suffix == ".md":
        head, body, first_line = split_front_matter(text)
        if not head:
            fix = 'mở đầu tệp bằng một dòng "---", các trường, rồi một dòng "---"'
            return None, [*problems, Problem(Place(file, 1, 1, 1), "yaml", "thiếu phần đầu trang", fix)]
        text = head
    data, found = read_yaml(text, file, first_line)
    if found:
        return None, problems + found
    if not isinstance(data, dict):
        fix = 'viết mỗi dòng một trường, theo dạng "tên_trường: giá trị"'
        return None, [*problems, Problem(Place(file, first_line, 1, 1), "yaml", "tệp phải gồm các trường", fix)]
    if body is not None:
        if "body" in data:
            place = Places(text, file, first_line).place(("body",), key=True)
            fix = 'viết bài dưới dòng "---" thứ hai'
            return None, [*problems, Problem(place, "truong", 'không có trường "body"', fix)]
        data["body"] = body
    kind = next((one for one in KINDS if one.marked_by in data and one.pattern == kind.pattern), kind)
    try:
        record = kind.model.model_validate(data)
    except ValidationError as error:
        places = Places(text, file, first_line)
        return None, problems + [_describe(fault, kind.model, places) for fault in error.errors(include_url=False)]
    return Entry(kind.name, id_, file, record, first_line), problems


def _id_problems(id_: str, file: Path) -> list[Problem]:
    wrong = [part for part in id_.split("/") if not (_ID.fullmatch(part) and len(part) <= 80)]
    if not wrong:
        return []
    better = vietnamese.slug(wrong[0])[:80].rstrip("-") or "ten-moi"
    fix = f'đổi tên thành "{better}": chữ thường không dấu, chữ số, nối bằng gạch ngang, không quá 80 ký tự'
    return [Problem(Place(file), "ten-tep", f'tên "{wrong[0]}" không dùng làm địa chỉ được', fix)]


def _describe(fault: Any, model: type[BaseModel], places: Places) -> Problem:
    """A validation error of pydantic as a problem with place, fact and way out."""
    path = tuple(fault["loc"])
    kind, given = fault["type"], fault["input"]
    siblings = fields_below(model, path[:-1])
    name = next((str(step) for step in reversed(path) if isinstance(step, str) and not step.startswith("<")), "")
    info = siblings.get(name) or fields_below(model, path[: path.index(name)] if name in path else ()).get(name)
    label = f'"{name}" ({info.title})' if info is not None and info.title else f'"{name}"'
    example = f", ví dụ {info.examples[0]}" if info is not None and info.examples else ""
    rule = "truong"
    if kind == "missing":
        place = places.place(path[:-1])
        shown = info.examples[0] if info is not None and info.examples else "…"
        return Problem(place, rule, f"thiếu trường {label}", f'thêm dòng "{name}: {shown}"')
    if kind == "extra_forbidden":
        known = [key for key in siblings if siblings[key].title]
        fix = did_you_mean(name, known) or f"các trường dùng được ở đây: {', '.join(known)}"
        return Problem(places.place(path, key=True), rule, f'không có trường "{name}"', fix)
    place = places.place(path)
    if given is None:
        leave = "" if info is not None and info.is_required() else ", hoặc xóa dòng này"
        return Problem(place, rule, f"trường {label} chưa có giá trị", f"điền giá trị{example}{leave}")
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", fault["ctx"]["expected"])
        title, _, choices = (info.title or "" if info is not None else "").partition(": ")
        told = choices if all(one in choices for one in allowed) else ", ".join(allowed)
        fix = f"{did_you_mean(str(given), allowed)} chọn một trong: {told}".strip()
        return Problem(place, rule, f'trường "{name}" ({title}) không nhận "{_short(given)}"', fix)
    if kind == "string_pattern_mismatch" and fault["ctx"]["pattern"] == ID_PATTERN:
        message = f'trường {label} cần một mã, không nhận "{_short(given)}"'
        fix = "mã là tên tệp bỏ đuôi: chữ thường không dấu, chữ số, nối bằng gạch ngang"
        return Problem(place, rule, message, fix + example)
    message, fix = _MESSAGES.get(kind, ("không hợp lệ", "xem lại giá trị"))
    if kind == "tuple_type" and example:
        example = f', ví dụ "- {info.examples[0]}"' if info is not None and info.examples else ""
    if kind in ("not_a_day", "not_an_address", "too_long", "not_a_truth"):
        message = fault["msg"]
    return Problem(place, rule, f"trường {label}: {message}", fix + example)


def _short(given: object) -> str:
    text = str(given)
    return text if len(text) <= 40 else text[:39] + "…"


_ONE_LINE = (
    "phải là một dòng chữ",
    "viết trên cùng dòng với tên trường; có dấu ngoặc hay dấu hai chấm thì đặt trong dấu nháy kép",
)
_GROUP = ("phải gồm các trường con", "xuống dòng, thụt vào hai dấu cách và viết từng trường con")
_MESSAGES = {
    "string_type": _ONE_LINE,
    "empty": ("không được để trống", "điền giá trị"),
    "string_too_long": ("quá dài", "rút gọn"),
    "string_pattern_mismatch": ("viết chưa đúng dạng", "viết lại cho đúng dạng"),
    "tuple_type": ("phải là một danh sách", "xuống dòng, mỗi ý một gạch đầu dòng"),
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "not_a_year": ("không phải năm của một kế hoạch", "viết năm bằng bốn chữ số"),
    "not_a_number": ("phải là số nguyên", "viết bằng chữ số, không có dấu chấm, dấu cách hay chữ"),
    "not_a_day": ("", "viết năm-tháng-ngày hoặc ngày/tháng/năm"),
    "date_type": ("phải là một ngày", "viết năm-tháng-ngày hoặc ngày/tháng/năm"),
    "not_an_address": ("", "viết địa chỉ bắt đầu bằng https://"),
    "not_a_truth": ("", "viết true hoặc false"),
    "too_long": ("", "rút gọn"),
    "too_short": ("thiếu giá trị trong danh sách", "viết đủ các giá trị"),
    "not_a_part": (
        "không rõ phần này thuộc loại nào",
        "mỗi phần mở đầu bằng một trong: clause (khoản), point (điểm), indent (gạch đầu dòng), paragraph (đoạn)",
    ),
}
