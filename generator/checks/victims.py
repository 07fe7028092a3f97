"""Không nêu tên người được cứu, người bị nạn.

Người được cứu chưa đồng ý để cả phường biết chuyện của mình: viết "hai cụ già", "một em nhỏ" thay cho tên. Máy tìm tên
riêng đứng sau cứu, vớt, cõng, dẫn … ra khỏi, giúp … thoát nạn, đưa … đi cấp cứu, hô hấp nhân tạo cho, nạn nhân, và
đứng trước "được cứu", "được ông … đưa lên bờ". Người ấy đã đồng ý thì xác nhận bằng confirmed.

Sai, exemplars/2026-090.yml::

    kind: individual
    name: {name: Người Mẫu}
    age_group: adult
    field: Cứu nạn
    deed: Nhảy xuống sông cứu được cháu Bịa Thị Đặt
    introduced_by: tdp-mau
    sample: true

Báo exemplars/2026-090.yml:5:23.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import roll, vietnamese
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem
from generator.vietnamese import BEFORE_WORD, CAPITALS

RULE = "nan-nhan"

_WORDS = rf"[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*)"
_PERSON = (
    r"(?:(?:hai|ba|các|hai mẹ con|mẹ con|vợ chồng) )?(?:ông|bà|cụ|anh|chị|em|cháu|bé|cô|chú|bác)"
    rf"(?: (?:bé|gái|trai|học sinh))? {_WORDS}{{0,5}}"
)
_NAME = rf"(?:{_PERSON}|{_WORDS}{{1,5}})"
_LED = "(?:[Dd]ẫn(?<!hướng dẫn)|[Dd]ắt)"
_AID = "(?:[Hh]ô hấp nhân tạo|[Hh]à hơi thổi ngạt|[Éé]p tim(?: ngoài lồng ngực)?|[Xx]oa bóp tim|[Bb]ăng bó|[Cc]ầm máu)"
_TO_SAFETY = "(?:đi|đến|tới|vào|ra|lên|sang) (?:cấp cứu|bệnh viện|trạm|bờ|ngoài|khỏi|nơi an toàn)"
_RESCUES = re.compile(
    rf"{BEFORE_WORD}(?:(?:c(?:ứu|ấp cứu|õng|hở)|sơ cứu|vớt|bế|d(?:ìu|ẫn|ắt)|đưa|k(?:éo|huân)|giúp)(?= )"
    "|nạn nhân|người (?:bị|gặp|đuối)|hô hấp nhân|hà hơi|ép tim|xoa bóp|băng bó|cầm máu)"
)  # every victim is told of so
_VICTIM = re.compile(
    r"\b(?:"
    rf"[Cc]ứu(?<!nghiên cứu)(?: (?:sống|được|thoát|giúp|vớt|kịp|kịp thời|nạn|mạng|cho|hộ)){{0,4}} {_NAME}"
    rf"|(?:[Vv]ớt|[Bb]ế|[Cc]õng|[Dd]ìu|[Ss]ơ cứu|[Cc]ấp cứu)(?: (?:được|kịp|kịp thời|cho)){{0,4}} {_PERSON}"
    rf"|(?:[Đđ]ưa|[Cc]hở|[Kk]éo|[Kk]huân|{_LED})(?: (?:được|kịp|kịp thời)){{0,4}} {_PERSON}"
    rf" (?={_TO_SAFETY}|thoát|khỏi)"
    rf"|[Gg]iúp (?:cho )?{_PERSON} (?=(?:(?:kịp|kịp thời) )?(?:thoát (?:nạn|chết|hiểm|ra|khỏi|thân)|ra (?:khỏi|ngoài)))"
    rf"|{_AID}(?: (?:vết thương|kịp thời)){{0,2}} cho {_PERSON}"
    rf"|(?:[Đđ]ưa|[Cc]hở|[Kk]éo|[Kk]huân|{_LED}|[Vv]ớt|[Bb]ế|[Cc]õng|[Dd]ìu)(?: (?:được|kịp|kịp thời)){{0,4}}"
    rf" {_WORDS}{{1,5}} (?={_TO_SAFETY})"
    rf"|(?:[Nn]ạn nhân|[Nn]gười (?:(?:bị|gặp) nạn|(?:bị )?đuối nước)):?(?: (?:là|tên|tên là))? {_NAME})"
)
_BY = (
    rf"(?:kịp thời|mọi người|bà con|hàng xóm|{_PERSON}"
    r"|(?:các |những )?(?:ông|bà|cụ|anh|chị|em|cô|chú|bác|thầy)(?: (?:ấy|này))?"
    r"|(?:một |những )?người (?:dân|đi đường|qua đường)|dân quân|(?:cán bộ |chiến sĩ )?công an|bộ đội|cảnh sát)"
)
_RESCUED = re.compile(
    rf"\b(?:(?i:ông|bà|cụ|anh|chị|em|cháu|bé|cô|chú|bác)(?: (?:bé|gái|trai|học sinh))? {_WORDS}{{0,5}}|{_WORDS}{{1,5}})"
    r"(?:,? (?:bị|gặp nạn|suýt|rơi|ngã|sắp|mắc kẹt|đang (?:bơi|tắm|chơi)|không may)(?: [^\W\d_]{1,12}){0,6}?)?,?"
    rf" (?:(?:đã|vừa|kịp thời|may mắn) ){{0,2}}được (?:{_BY} ){{0,2}}"
    rf"(?:(?:cứu|vớt)\b(?! (?:trợ|xét|tế|chữa)\b)|(?:đưa|kéo|cõng|bế|dìu|dẫn) (?=lên bờ|đi cấp cứu|ra khỏi|thoát))"
)
_SAVED = ("cứu", "vớt", "lên bờ", "ra khỏi", "thoát")
# Not a victim but a body named after its work: "Hội Nạn nhân Chất Độc Da Cam".
_BODIES = re.compile(r"\b(?:Hội|Đội|Ban|Tổ|Đoàn|Phòng|Cảnh sát)\b[^.;]{0,30}$")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each name of somebody rescued that nobody has confirmed."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each name of somebody rescued, in what is said of the honoured."""
    for entry, path, text in roll.said(content):
        for words, start in _found_in(text):
            fix = 'viết "một em nhỏ", "hai cụ già" thay cho tên'
            message = "có vẻ nêu tên người được cứu, người bị nạn"
            yield Doubt(entry, path, message, fix, words, text.count(words, 0, start))


def _found_in(text: str) -> Iterator[tuple[str, int]]:
    """Each rescue of somebody named, and where it starts."""
    found = [*vietnamese.find_after(_RESCUES, _VICTIM, text)]
    if "ược " in text and any(word in text for word in _SAVED):
        found.extend(_RESCUED.finditer(text))
    for match in found:
        if not _BODIES.search(text[max(0, match.start() - 40) : match.start()]):
            yield match[0].rstrip(), match.start()
