"""Where the content still names a person after the edits: prose, titles, corrections, captions, comments.

No program may rewrite a sentence, so each place is told for a human to mend. Whoever is declared under the same name
(another exemplar or row, a signer, an approver) is another person and is not told.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.confirmations import Doubt, confirming
from generator.confirmations import Path as FieldPath
from generator.content import Content, Entry
from generator.folder import PUBLISHED
from generator.problems import Place, Problem
from generator.suppressions import COURTESIES, Person, bare_name, core_name
from generator.takedown.edits import Unlinked, text_of
from generator.takedown.targets import Row, all_rows
from generator.takedown.traces import Traces
from generator.takedown.withdrawal import names_in
from generator.vietnamese import fold
from generator.yaml_places import Places

RULE = "go-thong-tin"
_TEXTS = (".yml", ".yaml", ".md", ".txt")
_WORD = re.compile(r"[^\W\d_]+")
_ONCE = "lần chạy sau máy không nhắc nữa"
_OTHER_PERSON = "da-go"
"""The rule by whose confirmation an editor says that somebody of the same name is another person."""
_NAMED_BY = ("name", "by", "signer")
"""The fields that declare somebody: a row's or an exemplar's name, who approved, who signed."""


def remnants(
    content: Content, changes: Mapping[Path, str | None], traces: Traces, *, as_is: bool = False
) -> Iterator[Problem]:
    """Each place in the content, as the edits leave it, that still tells of the person.

    With ``as_is`` the places are those of the files before the edits, for a run that changes nothing. The list of
    published addresses keeps that of the exemplar: the neutral page stands there, and an id names nobody.
    """
    entries = {entry.file: entry for entry in content.all()}
    for file in sorted(one for one in content.root.rglob("*") if one.is_file() and one.suffix.lower() in _TEXTS):
        if file == content.root / PUBLISHED:
            continue
        if file.is_symlink() or any(part.startswith(".") for part in file.relative_to(content.root).parts):
            continue
        text = changes.get(file, text_of(file))
        if not text or not traces.find(text):
            continue
        declared = list(_declared(text, entries[file])) if file in entries and file.suffix != ".md" else []
        lines = _lines_before(text, text_of(file)) if as_is else {}
        for start, length, trace in traces.places(text):
            place = _place(file, text, start, length)
            if trace.what == "mã" and _in_comment(text, start):
                continue
            if any(_holds(one, place) for one in declared):
                continue
            yield _told(Place(file, lines.get(place.line, place.line), place.column, place.length), trace.what)
        if "\\" in text and file in entries and file not in changes:
            yield from _escaped(text, entries[file], traces, declared)


def short_names(content: Content, files: Iterable[Path], people: Iterable[Person]) -> Iterator[Problem]:
    """Each place in these files that calls a person by a part of the name, as people do: ``bà Mẫu``, ``“Lãm”``.

    The files are those that told of the person: elsewhere the same word is somebody else, or no name at all.
    """
    given = sorted({bare_name(name).split(" ")[-1] for person in people for name in names_in(person.name)})
    entries = {entry.file: entry for entry in content.all()}
    for entry in (entries[file] for file in sorted(set(files)) if file in entries):
        corrections = {
            entry.place("corrections", number, "text").line
            for number, _ in enumerate(getattr(entry.record, "corrections", ()))
        }
        for number, line in enumerate(text_of(entry.file).split("\n"), 1):
            for word in _calls(line, given, alone=number in corrections):
                place = Place(entry.file, number, word.start() + 1, len(word.group()))
                message = "còn gọi người đã gỡ bằng một phần của tên"
                yield Problem(place, RULE, message, f"nếu là người ấy, viết lại câu này; {_ONCE}")


def left_of_links(planned: Iterable[Unlinked], *, as_is: bool) -> Iterator[Problem]:
    """The words of each link that was taken out: they may still say who it was."""
    for one in planned:
        place = _place(one.file, text_of(one.file), one.before if as_is else one.after, one.length)
        message = "liên kết tới gương đã bỏ, lời của liên kết có thể còn chỉ người ấy"
        yield Problem(place, RULE, message, f"đọc lại câu này, viết lại nếu cần; {_ONCE}")


def same_people(
    content: Content, people: Iterable[Person], taken: frozenset[Row], ids: frozenset[str]
) -> Iterator[Problem]:
    """Each other row or exemplar of the same name and unit: perhaps the same person, which a human must say."""
    known = {(bare_name(person.name), person.organisation) for person in people}

    def alike(entry: Entry[Any], record: Any, path: FieldPath) -> bool:
        names = {bare_name(record.name.name), bare_name(core_name(record.name.name))} if record.name else ()
        return any((name, record.organisation) in known for name in names) and not any(
            True for _ in confirming(_OTHER_PERSON, Doubt(entry, path, "", ""))
        )

    for at, entry, row in all_rows(content):
        if at not in taken and alike(entry, row, (*at.path, "name")):
            yield _perhaps(entry.place(*at.path, "name"), f"portal withdraw {at}")
    for id_, exemplar in content.of("exemplars").items():
        if id_ not in ids and alike(exemplar, exemplar.record, ("name",)):
            yield _perhaps(exemplar.place("name"), f"portal withdraw {id_}")


def same_photos(content: Content, gone: Iterable[Path]) -> Iterator[Problem]:
    """Each other photograph of the content that is byte for byte one of those that go."""
    gone = set(gone)
    digests = {_digest(file) for file in gone if file.exists()}
    if not digests:
        return
    for files in content.photos.values():
        for file in files:
            if file not in gone and _digest(file) in digests:
                message = "cùng một tấm ảnh với ảnh vừa gỡ, đặt ở chỗ khác"
                yield Problem(
                    Place(file), RULE, message, "xóa ảnh này và mục photo của tệp cùng tên, hoặc thay ảnh khác"
                )


def scans_with(content: Content, rows: Iterable[Row]) -> list[Path]:
    """The scans of the decisions in which the rows stand: pictures of the name that no program can edit."""
    return sorted({content.scans[at.decision] for at in rows if at.decision in content.scans})


def _escaped(text: str, entry: Entry[Any], traces: Traces, declared: list[Place]) -> Iterator[Problem]:
    """Each value that names the person only once YAML's escapes are read."""
    places = Places(text, entry.file)
    for path, value in _values(entry.record.model_dump(exclude_none=True)):
        place = places.place(path)
        line = text.split("\n")[place.line - 1]
        if "\\" in line and place not in declared and not traces.find(line):
            yield from (_told(place, trace.what) for trace in sorted(traces.find(value)))


def _calls(line: str, given: Collection[str], *, alone: bool) -> Iterator[re.Match[str]]:
    """Each word that is the given name, behind a form of address, or alone with its capital in a correction."""
    before = ""
    for word in _WORD.finditer(line):
        folded = fold(word.group())
        if folded in given and word.group()[0].isupper() and (alone or before in COURTESIES):
            yield word
        before = folded


def _told(place: Place, what: str) -> Problem:
    words = {"mã": "còn nhắc mã của gương đã gỡ", "câu": "còn kể lại việc của người đã gỡ"}
    message = words.get(what, "còn nêu tên người đã gỡ")
    fix = "viết lại câu này cho không còn nhận ra người ấy, hoặc xóa đi; người khác cùng tên thì cứ để, máy vẫn nhắc"
    return Problem(place, RULE, message, fix)


def _perhaps(place: Place, command: str) -> Problem:
    message = "cùng tên, cùng đơn vị với người vừa gỡ: có thể là một người"
    fix = f"nếu đúng, chạy {command}; nếu là người khác, thêm confirmed với rule {_OTHER_PERSON} và lý do vào đây"
    return Problem(place, RULE, message, fix)


def _declared(text: str, entry: Entry[Any]) -> Iterator[Place]:
    """Where the record declares somebody by name."""
    places = Places(text, entry.file)
    for path, _ in _values(entry.record.model_dump(exclude_none=True)):
        if path[-1] in _NAMED_BY and (path[-1] != "name" or len(path) > 1):  # a movement's own name declares nobody
            yield places.place(path)


def _values(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _values(inner, (*path, number))
    elif isinstance(value, str) and path:
        yield path, value


def _holds(declared: Place, place: Place) -> bool:
    return declared.line == place.line and declared.column <= place.column <= declared.column + declared.length


def _place(file: Path, text: str, start: int, length: int) -> Place:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    end = text.find("\n", start)
    return Place(file, line, column, max(1, min(length, (end if end >= 0 else len(text)) - start)))


def _in_comment(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return line.lstrip().startswith("#")


def _lines_before(after: str, before: str) -> dict[int, int]:
    """For each line of the text after the edits, the line it was before them."""
    matcher = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    return {
        block.b + offset + 1: block.a + offset + 1
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
