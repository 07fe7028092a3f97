"""What must be asked before an entry may be a new row, how the editor answers, and who asked to be taken down."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any, Literal

from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.importers import texts
from generator.importers.entries import Entry
from generator.importers.likeness import Likeness, grouped, name_key
from generator.importers.rows import Known
from generator.importers.units import Units
from generator.models import Suppressions
from generator.models.honours import Suppressed
from generator.suppressions import Match, suppressed

NEW = "new"
"""The answer that the entry is nobody who is there."""
FILE = "file"
"""The answer that the file's words take the place of those approved."""

Agreement = Literal["", "person", "name"]
"""How an entry agrees with somebody who was taken down: in name and unit, or in the name alone or a part of it."""


class Questions:
    """What is to be asked about the entries of one list; ``exemplars``: those that have a row in it, by id."""

    def __init__(self, likeness: Likeness, content: Content, exemplars: Collection[str]) -> None:
        self._likeness = likeness
        self._content = content
        self._placed = exemplars
        self._listed = content.of("suppressions").get("suppressions")
        self._units = Units(content)

    def about(self, entry: Entry, taken: Collection[int]) -> tuple[str, tuple[str, ...]]:
        """What must be asked about the entry, empty where nothing, and which answers there are besides ``new``.

        ``taken``: the places of the rows that an entry is already.
        """
        asked: list[str] = []
        offered: list[str] = []
        if suppressed_as(self._listed, entry) == "name":
            asked.append("trùng tên với một người đã yêu cầu gỡ thông tin")
        for row in self._likeness.older(entry):
            if row.index not in taken and row.gone is None:
                asked.append(f"có thể là dòng {row.number} đang có, “{self._words(row)}”")
                offered.append(str(row.number))
        replaced = self._likeness.replaced(entry, taken)
        if replaced is not None and str(replaced.number) not in offered:
            asked.append(
                f"cùng số thứ tự, đơn vị, thành tích với dòng {replaced.number} đang có, “{self._words(replaced)}”, "
                "mà người ấy không thấy trong tệp: sửa tên, hay là người khác"
            )
            offered.append(str(replaced.number))
        unit = self._units.likely(entry.name) if entry.kind == "group" and not self._units.ids(entry.name) else ""
        if unit:
            asked.append(f"có phải đơn vị “{unit}” trong danh mục? Đúng thì sửa ô thành tên ấy")
        twins = self._likeness.twins(entry)
        if twins:
            asked.append(f"trùng tên, trùng đơn vị với dòng {', '.join(map(str, twins))} của tệp")
        elif any(row.index in taken and self._likeness.is_same(row, entry) for row in self._likeness.namesakes(entry)):
            asked.append("trùng tên, trùng đơn vị với một dòng đang có")
        for exemplar in self._exemplars.get(self._likeness.key(entry), ()) if entry.name else ():
            asked.append(f"có gương {exemplar.id} cùng tên, “{exemplar.record.name.name}”")
            offered.append(exemplar.id)
        return "; ".join(asked), tuple(offered)

    @cached_property
    def _exemplars(self) -> Mapping[str, list[ContentEntry[Any]]]:
        """The exemplars that have no row in this list, by the key of their name."""
        others = (one for id_, one in self._content.of("exemplars").items() if id_ not in self._placed)
        return grouped((name_key(one.record.name.name, ""), one) for one in others if one.record.name)

    def _words(self, row: Known) -> str:
        unit = self._content.of("organisations").get(row.organisation)
        return f"{row.name}, {unit.record.name}" if unit else row.name


def read_answer(text: str) -> tuple[str, str]:
    """The editor's answer and the reason behind its colon."""
    answer, _, reason = text.partition(":")
    return answer.strip(), texts.line(reason)


def suppression(listed: ContentEntry[Suppressions] | None, entry: Entry) -> tuple[Match, Suppressed] | None:
    """How the entry agrees with whom of those taken down, altogether or the photo only; groups agree with nobody."""
    if not entry.name or entry.kind == "group" or listed is None:
        return None
    return suppressed(listed.record, entry.name, entry.organisation or None)


def suppressed_as(listed: ContentEntry[Suppressions] | None, entry: Entry) -> Agreement:
    """How the entry agrees with somebody who was taken down altogether."""
    found = suppression(listed, entry)
    return _agreement(found[0]) if found is not None and not found[1].photo_only else ""


def photo_suppressed_as(listed: ContentEntry[Suppressions] | None, entry: Entry) -> Agreement:
    """How the entry agrees with somebody whose photo was taken down."""
    found = suppression(listed, entry)
    return _agreement(found[0]) if found is not None and found[1].photo_only else ""


def _agreement(match: Match) -> Agreement:
    return "person" if match == "person" else "name"
