"""Không kể trường, lớp, kết quả học tập của trẻ em ngoài điều phiếu đồng ý cho.

Chuyên trang tự bỏ đơn vị, chức vụ, thành tích của một em khi scope không có unit, achievement; còn tên, việc làm, câu
chuyện, lời tả ảnh thì hiện nguyên lời, nên lời ấy không được kể "lớp 5A", "Trường Tiểu học …", "điểm trung bình",
"học sinh giỏi", "giải nhất". Phiếu đồng ý có nêu thì ghi thêm unit, achievement; không thì nói cách khác.

Sai, exemplars/2026-090.yml::

    kind: individual
    name: {courtesy: em, name: Bịa Văn Đặt}
    age_group: 7-15
    field: An sinh
    deed: Nhặt được ví, đem trả người mất
    story: |
      Em học lớp 5A, Trường Tiểu học Mẫu, tan học thì nhặt được ví.
      Cuối năm em là học sinh giỏi.
    shown:
      ground: consent
      scope: [name, story]
      recorded: 2026-06-09
      guardian_consent: 2026-06-09
      child_consent: 2026-06-09
    introduced_by: tdp-mau
    sample: true

Báo exemplars/2026-090.yml:7:10.
Báo exemplars/2026-090.yml:7:18.
Báo exemplars/2026-090.yml:8:18.
"""

# Decree 56/2017/NĐ-CP, Articles 33 and 36: a child's school, class and results are secret; shown by consent alone.

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import grounds, roll
from generator.content import Content, Entry
from generator.models.honours import Scope
from generator.problems import Problem
from generator.vietnamese import CAPITALS

RULE = "tre-em"

_LEVEL = "(?:tiểu học|trung học|thcs|thpt|mầm non|mẫu giáo|phổ thông|liên cấp)"
_SPELLED = "(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười)"
_SCHOOL = re.compile(
    r"\b(?i:lớp) (?:(?:1[0-2]|[1-9])(?:[A-Za-zĐ][0-9]{0,2}|[/.][0-9]{1,2})?"
    r"(?![\w])(?! (?:em|bạn|cháu|người|buổi|ngày|giờ|tháng|tuần)\b)|(?:Chồi|Lá|Mầm)\b)"
    rf"|(?<=học |inh |lên |vào )lớp {_SPELLED}\b(?! (?:em|bạn|buổi|ngày|giờ|tháng|tuần|ngoái|nay|trước|sau)\b)"
    rf"|\b(?i:trường {_LEVEL})\b(?: [{CAPITALS}]\w*){{0,5}}"
    rf"|\btrường [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,5}}"
    rf"|(?P<proper>\bTrường [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,5}})"
    rf"|\b(?:THCS|THPT|[Tt]iểu học|[Mm]ầm non|[Mm]ẫu giáo) [{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{0,5}}"
)
_RESULT = re.compile(
    r"\b(?i:điểm trung bình|điểm tổng kết|bảng điểm|học lực|hạnh kiểm|học bạ|thủ khoa|á khoa"
    "|(?:kết quả|thành tích) học tập|xếp loại (?:giỏi|khá|tốt|xuất sắc|trung bình|học)"
    "|học sinh (?:giỏi|khá|xuất sắc|tiên tiến|tiêu biểu|yếu)|huy chương (?:vàng|bạc|đồng)"
    "|đứng (?:đầu|nhất|nhì|thứ [0-9a-zà-ỹ]{1,5}) (?:lớp|khối|trường|toàn trường)"
    r"|(?:đạt|được|thi|kiểm tra) (?:điểm )?(?:10|[0-9][.,][0-9]{1,2}) điểm|điểm (?:10|mười)"
    r"|giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|vàng|bạc|đồng))\b"
    "(?! (?:định|thiết|quán|trí|bài|câu|vụ|việc))"
)
_CUES = ("lớp", "trường", "học", "điểm", "giải", "loại", "thcs", "thpt", "mầm", "mẫu giáo", "khoa", "huy chương")
# "môi trường Mẫu", "hòa giải ba vụ", "địa điểm 10": the word before makes another word of it.
_COMPOUND = re.compile(
    "(?:môi|thị|hiện|hội|quảng|công|nông|lâm|chiến|phim|phi|sa|đấu|kịch|ngư|lập|hòa|hoà|lý|lí|diễn|chú|lời|phân|địa|thời"
    "|quan|ưu|nhược|đặc|trọng|cao)",
    re.IGNORECASE,
)
_NO_SCHOOL = re.compile(r"[Tt]rường (?:Sa|Sơn|Chinh)\b")
_BEFORE = re.compile(r"(\w+)\s+$")
_FAULTS: dict[Scope, tuple[re.Pattern[str], str, str]] = {
    "unit": (
        _SCHOOL,
        "kể trường, lớp của trẻ em mà căn cứ không có phạm vi unit",
        "nói cách khác, không nêu trường, lớp; phiếu đồng ý có nêu trường, lớp thì thêm unit vào scope",
    ),
    "achievement": (
        _RESULT,
        "kể kết quả của trẻ em mà căn cứ không có phạm vi achievement",
        "kể việc đã làm, bỏ giải, điểm, học lực; phiếu đồng ý có nêu thành tích thì thêm achievement vào scope",
    ),
}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each school, class and result in what the site would show of a child whose ground does not cover it."""
    for entry, path, text in roll.said(content):
        if entry.kind == "exemplars" and not grounds.is_child(entry.record.age_group):
            continue  # nearly all
        who = roll.individual(content, entry, path)
        if who is None or not grounds.is_child(who.age_group) or not _is_shown(entry, path, who):
            continue
        for aspect, (_, message, fix) in _FAULTS.items():
            if not grounds.may_show(who.ground, aspect, who.age_group):
                for match in _found_in(text, aspect):
                    place = entry.place_of(match[0], *path, nth=text.count(match[0], 0, match.start()))
                    yield Problem(place, RULE, message, fix)


def _is_shown(entry: Entry[Any], path: roll.Path, who: roll.Individual) -> bool:
    """Whether the site would show the text of a child; a name of an exemplar may stand in any decision's row."""

    def covers(aspect: Scope) -> bool:
        return grounds.may_show(who.ground, aspect, who.age_group)

    if path[-1] == "position":
        return covers("unit")
    if "name" in path:
        return entry.kind == "exemplars" or covers("name")
    if entry.kind == "decisions":
        return covers("name") and covers("achievement")
    return grounds.may_have_page(entry.record) and ("photo" not in path or grounds.picture_shows(entry.record))


def _found_in(text: str, aspect: Scope) -> Iterator[re.Match[str]]:
    """Each school or class, or each result, that the text tells."""
    low = text.lower()
    if not any(cue in low for cue in _CUES):
        return
    for match in _FAULTS[aspect][0].finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 20) : match.start()])
        compound = before is not None and _COMPOUND.fullmatch(before[1]) is not None
        person = before is not None and before[1][0].isupper() and "proper" in match.groupdict() and match["proper"]
        if not (compound or person or _NO_SCHOOL.match(match[0])):
            yield match
