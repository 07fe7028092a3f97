"""Người ghi là người lớn thì đúng là người lớn.

Nhóm tuổi của cả danh sách (age_group: adult) dễ trùm lên một dòng của trẻ em; khi đó trường, lớp, thành tích của em lên
trang cùng với tên. Máy nhắc khi người ghi là người lớn được gọi là em, cháu, bé, hay được kể là học sinh từ lớp 10 trở
xuống, dưới 16 tuổi. Giáo viên, "chị em", "các cháu" thì không. Đúng là người lớn thì xác nhận bằng confirmed.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    lists:
      - award: giay-khen
        for_period: năm 2026
        age_group: adult
        commendations:
          - name: {name: 'Em Bịa Văn Đặt, học sinh lớp 5A'}
          - name: {courtesy: cháu, name: Bịa Thị Đặt}
          - name: {name: Bịa Văn Mẫu}
            achievement: 12 tuổi đã biết cứu bạn
          - name: {name: Bịa Thị Mẫu, position: giáo viên chủ nhiệm lớp 5A}
            achievement: Dạy bơi cho các cháu lớp 5A

Báo decisions/2026/sai.yml:11:23.
Báo decisions/2026/sai.yml:12:26.
Báo decisions/2026/sai.yml:14:22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import roll
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content, Entry
from generator.models.honours import Name
from generator.problems import Problem

RULE = "nhom-tuoi"

_CUES = (" tuổi", "học sinh", "lớp ", "trường ", "em ", "cháu ", "bé ")
_CALLS = ("em", "cháu", "bé")
_CALLED = re.compile(r"(?:em|cháu|bé)(?: (?:bé|gái|trai|nhỏ|học sinh))?(?: |$)")
_YOUNG_SCHOOL = "(?:tiểu học|thcs|trung học cơ sở|mầm non|mẫu giáo)"
_CLASS = r"(?:lớp|khối) (?:[1-9]|10)(?![0-9])(?! (?:em|bạn|cháu|người|buổi|ngày|giờ|tháng|tuần)\b)"
_YOUNG = re.compile(
    rf"\b(?:học sinh (?:(?:của |tại )?(?:trường |khối )?{_YOUNG_SCHOOL}|(?:giỏi )?{_CLASS})|(?:học )?{_CLASS}"
    rf"|học (?:tại |ở )?trường {_YOUNG_SCHOOL}"
    r"|(?<![0-9][.,/\-])(?:1[0-5]|[1-9]|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|bốn|lăm))?) tuổi"
    r"(?! (?:đảng|nghề|quân)\b))"
)
_PUPIL = re.compile(rf"\bhọc sinh\b(?!(?: \w+){{0,3}} (?:thpt|trung học phổ thông|1[12]))|\b{_CLASS}|{_YOUNG.pattern}")
_PRIZE = re.compile(r"(?:đạt|đoạt|giành|là|danh hiệu)\b[^.;:\n]{0,40}\bhọc sinh (?:giỏi|xuất sắc|tiên tiến|tiêu biểu)")
# Who works with pupils, or is the parent of one.
_WORKS = re.compile(
    r"\b(?:giáo viên|cô giáo|thầy|nhà giáo|giảng|dạy|chủ nhiệm|hiệu trưởng|hiệu phó|phụ trách|hướng dẫn|bồi dưỡng"
    r"|ôn|luyện|đào tạo|cán bộ|nhân viên|bảo vệ|bảo mẫu|cấp dưỡng|quản lý|phụ huynh|cha mẹ|đưa đón|giúp|cho|tặng|cứu)\b"
)
_AFTER_NAME = re.compile("[,(–-]")
_BETWEEN = re.compile(
    r"(?:(?<!\w)(?:hiện|đang|nay|mới|chỉ|vừa|tròn|là|lên|một|nam|nữ|dù|tuy|còn|hồi|khi|lúc|năm)\s|[\s,(])+$"
)
_REMEMBERED = re.compile(r"(?<!\w)(?:hồi|khi|lúc|năm)\s$")
_SENTENCE = re.compile(r"(?:^|[.!?;:\n“\"(])\s*$")
_PRONOUN = re.compile(r"(?:^|[.!?;:\n“\"(]\s{0,3})(?:em|cháu|bé|cậu bé|cô bé)$")
_ELDER = re.compile(r"[ ,]{0,3}(?:ông|bà|cụ|anh|chị|cô|chú|bác|thầy)\b")
_CALL = re.compile(r"(?<!chị )(?<!anh )\b(?:em|cháu|bé)(?: (?:bé|gái|trai|nhỏ|học sinh))? ")
_THEN = re.compile(r"[ ,]{0,3}(?:(?:em|cháu|bé) )?")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each text by which somebody written down as an adult may be a child, unless somebody has confirmed it."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each text by which somebody written down as an adult may be a child, once each."""
    for entry, path, text in roll.said(content):
        low = text.lower()
        if not any(cue in low for cue in _CUES) and low not in _CALLS:
            continue
        who = roll.individual(content, entry, path)
        found = _found_in(text, low, path, who.name) if who and who.age_group == "adult" else None
        if found is not None:
            start, end = found
            words = text[start:end] if len(low) == len(text) else ""
            fix = f"chưa đủ 16 tuổi thì ghi age_group: 7-15 hoặc under-7 ở {_where(entry, path)}"
            message = "ghi là người lớn mà lời kể giống nói về trẻ em"
            yield Doubt(entry, path, message, fix, words, text.count(words, 0, start) if words else 0)


def is_called_a_child(field: str, text: str) -> bool:
    """Whether the ``courtesy``, ``name`` or ``position``, as ``field`` says, is one of somebody who may be a child."""
    return _found_in(text, text.lower(), ("name", field), None) is not None


def _where(entry: Entry[Any], path: roll.Path) -> str:
    if entry.kind == "exemplars":
        return "tệp này"
    row = entry.record.lists[path[1]].commendations[path[3]]
    return f"tệp gương {row.exemplar}" if row.exemplar else "dòng này"


def _found_in(text: str, low: str, path: roll.Path, name: Name | None) -> tuple[int, int] | None:
    """From where to where the first words stand by which the person may be a child; ``low`` is the text in lower case.

    Of names and positions the whole is about the person; of other words only what is said of nobody else.
    """
    if path[-1] == "courtesy":
        return (0, len(text)) if _CALLED.match(low) or low.startswith("học sinh") else None
    if path[-2:] == ("name", "name"):
        called = _CALLED.match(low)
        if called and text[called.end() :][:1].isupper():
            return 0, len(called[0].rstrip())
    if "name" in path:
        pupil = _PUPIL.search(low)
        works = _WORKS.search(_AFTER_NAME.split(low, 1)[-1] if path[-1] == "name" else low)
        return pupil.span() if pupil and not works else None
    words = name.name.lower().split() if name else []
    names = tuple(" ".join(words[first:]) for first in range(len(words)))
    for call in _CALL.finditer(low):
        if _begins(low, call.end(), names):
            return call.start(), call.end() - 1
    opens = path[-1] in ("achievement", "deed")
    prize = _PRIZE.match(low) if opens else None
    if prize and not _WORKS.search(prize[0]):
        return prize.span()
    young = (match.span() for match in _YOUNG.finditer(low) if _is_said_of(low, match, names, opens=opens))
    return next(young, None)


def _is_said_of(low: str, match: re.Match[str], names: tuple[str, ...], *, opens: bool) -> bool:
    """Whether the words are said of the person: a name or "em" before them or, where the text ``opens`` so, nobody."""
    if _ELDER.match(low, match.end()):
        return False
    before = low[max(0, match.start() - 80) : match.start()]
    between = _BETWEEN.search(before)
    subject = before[: between.start()] if between else before
    if _PRONOUN.search(subject) or any(subject.endswith(name) for name in names):
        return True
    bare = match[0].startswith(("lớp", "khối"))
    if bare or not _SENTENCE.search(subject):
        return False
    if opens and not subject:
        return match.start() < 80
    after = _THEN.match(low, match.end())
    return not _REMEMBERED.search(before) and after is not None and _begins(low, after.end(), names)


def _begins(low: str, start: int, names: tuple[str, ...]) -> bool:
    """Whether one of the names stands there as whole words."""
    return any(low.startswith(name, start) and not low[start + len(name) :][:1].isalnum() for name in names)
