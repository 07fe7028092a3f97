"""The edits by which a person, a photo or an award goes from the content, collected before anything is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.content import Content, Entry, split_front_matter
from generator.models import Decision, Exemplar
from generator.models.base import references
from generator.models.decisions import Commendation
from generator.suppressions import Person, suppress
from generator.takedown.targets import Row
from generator.yaml_patch import Patch

_SCAN_WORDS = "bản quét có tên người này, không đăng nữa (scan_checked: false)"


@dataclass(frozen=True)
class Edit:
    """One change of one file, in words; ``line`` counts from 1 in the file as it was, 0 for the whole file."""

    file: Path
    line: int
    words: str


@dataclass(frozen=True)
class Unlinked:
    """The words that were a link to somebody who is gone: where they stood, where they stand now, how long they are."""

    file: Path
    before: int
    after: int
    length: int


class Edits:
    """The changes collected so far: ``told`` in words, ``changes`` as texts."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._patches: dict[Path, Patch] = {}
        self._whole: dict[Path, str | None] = {}
        self.told: list[Edit] = []
        self._unlinked: list[tuple[Path, int, int]] = []

    @property
    def unlinked(self) -> tuple[Unlinked, ...]:
        """The words left of each link to the exemplar."""
        return tuple(
            Unlinked(file, start, self._patches[file].moved(start), length) for file, start, length in self._unlinked
        )

    @property
    def changes(self) -> Mapping[Path, str | None]:
        """The new text of every file that changes; None for one that goes."""
        patched = {file: patch.text() for file, patch in self._patches.items() if file not in self._whole}
        return {**patched, **self._whole}

    def replace(self, file: Path, text: str | None, words: str) -> None:
        """Gives the file another text, or takes it away where that is None."""
        self._whole[file] = text
        self.told.append(Edit(file, 0, words))

    def remove_photos(self, id_: str) -> None:
        """Takes away every photo file beside the exemplar."""
        for file in self._content.photos.get(("exemplars", id_), ()):
            self.replace(file, None, "xóa ảnh")

    def drop_photo_fields(self, entry: Entry[Exemplar]) -> None:
        """Takes out the photo and the ground for it; a ground that covered nothing else goes, too."""
        record, patch = entry.record, self._patch(entry.file)
        if record.photo is not None:
            patch.drop(("photo",))
            self._tell(entry, ("photo",), "bỏ mục photo")
        if record.shown is None or "photo" not in record.shown.scope:
            return
        if all(aspect == "photo" for aspect in record.shown.scope):
            patch.drop(("shown",))
            self._tell(entry, ("shown",), "bỏ mục shown, vốn chỉ cho đăng ảnh")
            return
        for number, aspect in enumerate(record.shown.scope):
            if aspect == "photo":
                patch.drop(("shown", "scope", number))
                self._tell(entry, ("shown", "scope", number), "bỏ photo khỏi phạm vi được đăng")

    def reduce_row(self, at: Row, row: Commendation, exemplar: Entry[Exemplar] | None, day: date) -> None:
        """Leaves of the row what kind it was and the day; it keeps its number."""
        entry = self._content.of("decisions")[at.decision]
        kind = row.kind or (exemplar.record.kind if exemplar else "individual" if row.name or row.exemplar else "group")
        self._patch(entry.file).reduce(at.path, {"kind": kind, "withdrawn": day.isoformat()})
        self._tell(entry, at.path, f"dòng {at.list + 1}.{at.row + 1} chỉ còn đối tượng và ngày gỡ")
        self.close_scan(entry)

    def add_revocation(self, entry: Entry[Decision], path: tuple[str | int, ...], fields: Mapping[str, str]) -> None:
        """Writes by which decision the row, list or decision at the path was revoked."""
        self._patch(entry.file).add(path, "revoked", fields)
        self._tell(entry, path, f"thêm revoked, theo quyết định {fields['number']}")
        self.close_scan(entry)

    def close_scan(self, entry: Entry[Decision]) -> None:
        """The scan shows the name: it is not published until somebody has looked through it again."""
        if entry.record.scan_checked and not any(
            (one.file, one.words) == (entry.file, _SCAN_WORDS) for one in self.told
        ):
            self._patch(entry.file).set_scalar(("scan_checked",), "false")
            self._tell(entry, ("scan_checked",), _SCAN_WORDS)

    def drop_references(self, id_: str) -> None:
        """Takes the exemplar's id out of every list that holds it, and out of links in prose, whose words stay."""
        link = re.compile(rf"\[([^\[\]\n]*)\]\(exemplars/{re.escape(id_)}\)")
        for entry in self._content.all():
            if entry.kind in ("exemplars", "withdrawals") and entry.id == id_:
                continue
            paths = [one.path for one in references(entry.record) if (one.kind, one.target) == ("exemplars", id_)]
            for path in _without_what_is_left_empty(entry, paths):
                self._patch(entry.file).drop(path)
                self._tell(entry, path, f"bỏ mã {id_}")
            if link.search(text_of(entry.file)):
                text = text_of(entry.file)
                for start, length in self._patch(entry.file).substitute(link, 1):
                    self._unlinked.append((entry.file, start, length))
                    self.told.append(Edit(entry.file, text.count("\n", 0, start) + 1, "bỏ liên kết tới gương, giữ lời"))

    def suppress(self, people: Iterable[Person], day: date, salt: str, *, photo_only: bool) -> None:
        """Writes the people's hashes into the list of those who may not come back."""
        entry = self._content.of("suppressions").get("suppressions")
        file = self._content.root / "suppressions.yml"
        record = entry.record if entry else None
        text, added = suppress(text_of(file) if entry else "", record, people, day, salt, photo_only=photo_only)
        if added:
            whose = "ảnh" if photo_only else "người"
            self.replace(file, text, f"ghi {added} mã băm, để {whose} này không trở lại khi nhập danh sách")

    def _patch(self, file: Path) -> Patch:
        if file not in self._patches:
            text = text_of(file)
            until = len(text) - len(split_front_matter(text)[1]) if file.suffix == ".md" else None
            self._patches[file] = Patch(text, until)
        return self._patches[file]

    def _tell(self, entry: Entry[Any], path: tuple[str | int, ...], words: str) -> None:
        self.told.append(Edit(entry.file, entry.place(*path).line, words))


def text_of(file: Path) -> str:
    """The file's text with its line breaks as they are, empty where it is no text."""
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _without_what_is_left_empty(
    entry: Entry[Any], paths: Iterable[tuple[str | int, ...]]
) -> Iterator[tuple[str | int, ...]]:
    """The list items to take out, or the whole list where nothing would be left in it.

    A decision's row names its exemplar in a field of its own: rows are reduced, not edited.
    """
    items: dict[tuple[str | int, ...], list[tuple[str | int, ...]]] = defaultdict(list)
    for path in paths:
        if isinstance(path[-1], int):
            items[path[:-1]].append(path)
        elif entry.kind != "decisions":
            yield path
    for field, found in items.items():
        value: Any = entry.record
        for step in field:
            value = value[step] if isinstance(step, int) else getattr(value, step)
        yield from [field] if len(found) == len(value) else found
