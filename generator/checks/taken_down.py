"""Người đã yêu cầu gỡ thông tin không trở lại.

Gương hay dòng của danh sách có tên và đơn vị khớp với suppressions.yml là người đã yêu cầu gỡ thông tin: đó là lỗi. Chỉ
trùng tên thì máy cảnh báo. Đúng là người khác, dù cùng tên hay cùng cả đơn vị, thì xác nhận bằng confirmed. Người chỉ
yêu cầu gỡ ảnh thì chỉ không được đăng ảnh.

Sai, suppressions.yml::

    salt: "0000000000000000000000000000000000000000000000000000000000000000"
    people:
      - withdrawn: 2026-07-01
        name: "630c2ea6125dde8041f33882c8f78ff1de73ed9246c8557e9f6bb03b7423988e"
        person: "ed226c399835a13818e2c0dd2f344ee812455e267cc027251632b7e93e1c2874"

Báo exemplars/2026-002.yml:2:7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from generator import roll, vietnamese
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content, Entry
from generator.problems import Problem
from generator.suppressions import Match, suppressed

RULE = "da-go"


class _Hit(NamedTuple):
    entry: Entry[Any]
    path: roll.Path
    match: Match
    withdrawn: date
    photo_only: bool


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each person who asked to be taken down and is there again, each namesake, unless somebody has confirmed."""
    hits = list(_hits(content))
    same, alike = _split(hits)
    yield from (replace(problem, severity="lỗi") for problem in unconfirmed(RULE, same))
    yield from unconfirmed(RULE, alike)


def find(content: Content) -> Iterator[Doubt]:
    """Each person of the same name as somebody who asked to be taken down, of that unit or of another."""
    same, alike = _split(_hits(content))
    yield from (*same, *alike)


def _split(hits: Iterable[_Hit]) -> tuple[list[Doubt], list[Doubt]]:
    """Those of the same name and unit, who are taken for the same person, and those of the same name alone."""
    same, alike = [], []
    for hit in hits:
        what = "ảnh" if hit.photo_only else "thông tin"
        if hit.match == "person":
            message = f"người này đã yêu cầu gỡ {what} (ngày {vietnamese.format_date(hit.withdrawn)})"
            fix = (
                "xóa ảnh và mục photo" if hit.photo_only else "xóa người này; trong danh sách chỉ để kind và withdrawn"
            )
            fix += "; chính người ấy nay đồng ý thì nhờ người phụ trách bỏ dòng của họ trong suppressions.yml"
            same.append(Doubt(hit.entry, hit.path, message, f"{fix}; là người khác cùng tên, cùng đơn vị"))
        else:
            message = f"trùng tên với một người đã yêu cầu gỡ {what}"
            fix = f"chính là người ấy thì gỡ {what}, dù nay ở đơn vị khác"
            alike.append(Doubt(hit.entry, hit.path, message, fix))
    return same, alike


def _hits(content: Content) -> Iterator[_Hit]:
    """Everybody named in an exemplar or a row who matches the list; of whom only the photo went, only where one is."""
    entry = content.of("suppressions").get("suppressions")
    if entry is None or not entry.record.people:
        return
    for exemplar in content.of("exemplars").values():
        record = exemplar.record
        found = suppressed(entry.record, record.name.name, record.organisation) if record.name else None
        if found and (not found[1].photo_only or record.photo or ("exemplars", exemplar.id) in content.photos):
            path = ("photo",) if found[1].photo_only and record.photo else ("name",)
            yield _Hit(exemplar, path, found[0], found[1].withdrawn, found[1].photo_only)
    for row in roll.rows(content):
        one = row.commendation
        found = suppressed(entry.record, one.name.name, one.organisation) if one.name else None
        if found and not found[1].photo_only:
            yield _Hit(row.entry, (*row.path, "name"), found[0], found[1].withdrawn, photo_only=False)
