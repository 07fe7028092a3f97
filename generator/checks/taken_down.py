"""Người đã yêu cầu gỡ thông tin không trở lại.

Gương hay dòng của danh sách có tên và đơn vị khớp với suppressions.yml là người đã yêu cầu gỡ thông tin: đó là lỗi, cả
khi quanh tên có số, dấu, cấp bậc, học vị, biệt danh, ghi chú. Chỉ trùng tên thì máy cảnh báo. Tên người ấy đứng trong
lời nói về người khác (thành tích, trích yếu, đính chính, câu chuyện, lời tả ảnh) cũng là lỗi. Đúng là người khác, dù
cùng tên hay cùng cả đơn vị, thì xác nhận bằng confirmed. Người chỉ yêu cầu gỡ ảnh thì chỉ không được đăng ảnh.

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
from generator.suppressions import Match, core_name, hashed_names, name_digest, suppressed

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
    yield from (replace(problem, severity="lỗi") for problem in unconfirmed(RULE, (*same, *_told(content))))
    yield from unconfirmed(RULE, alike)


def find(content: Content) -> Iterator[Doubt]:
    """Each person of the same name as somebody who asked to be taken down, and each such name in what is said."""
    same, alike = _split(_hits(content))
    yield from (*same, *alike, *_told(content))


def _split(hits: Iterable[_Hit]) -> tuple[list[Doubt], list[Doubt]]:
    """Those taken for the same person, whose name and unit agree or hold such a name, and those of the same name."""
    same, alike = [], []
    for hit in hits:
        what = "ảnh" if hit.photo_only else "thông tin"
        if hit.match != "name":
            whom = "người này" if hit.match == "person" else "tên này có tên một người"
            message = f"{whom} đã yêu cầu gỡ {what} (ngày {vietnamese.format_date(hit.withdrawn)})"
            fix = (
                "xóa ảnh và mục photo" if hit.photo_only else "xóa người này; trong danh sách chỉ để kind và withdrawn"
            )
            fix += "; chính người ấy nay đồng ý thì nhờ người phụ trách bỏ dòng của họ trong suppressions.yml"
            other = "cùng tên, cùng đơn vị" if hit.match == "person" else "mà tên dài hơn"
            same.append(Doubt(hit.entry, hit.path, message, f"{fix}; là người khác {other}"))
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


def _told(content: Content) -> Iterator[Doubt]:
    """Each name of somebody taken down, the photo not alone, in what is said of others."""
    entry = content.of("suppressions").get("suppressions")
    salt = entry.record.salt if entry else ""
    digests = frozenset(one.name for one in entry.record.people if not one.photo_only) if entry else frozenset()
    if not digests:
        return
    for told in roll.said(content):
        if told.path[-2:] == ("name", "name"):
            continue  # whose name it is, is a hit of its own
        names = list(hashed_names(told.text, salt, digests))
        own = {name_digest(salt, name) for name in _own_names(told)} if names else set()
        ends = set()
        for name, start, length in names:
            if name_digest(salt, name) in own:
                continue
            if start + length in ends:
                continue  # the same name, without the form of address before it
            ends.add(start + length)
            words = told.text[start : start + length]
            message = "câu này nêu tên một người đã yêu cầu gỡ thông tin"
            fix = "bỏ tên này, kể việc mà không nêu tên; là người khác cùng tên"
            yield Doubt(told.entry, told.path, message, fix, words, told.text.count(words, 0, start))


def _own_names(told: roll.Said) -> Iterator[str]:
    """The name of whom the text tells, of its exemplar or its row: as typed, and without what stands around it."""
    owner = told.entry.record
    if told.path[0] == "lists":
        _, list_, _, row = told.path[:4]
        owner = owner.lists[list_].commendations[row]
    elif told.entry.kind != "exemplars":
        return
    if owner.name:
        yield from (owner.name.name, core_name(owner.name.name))
