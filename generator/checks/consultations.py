"""Lấy ý kiến đủ 10 ngày.

Danh sách lấy ý kiến mở ít nhất 10 ngày, không kể ngày mở. Thời hạn này biết qua báo chí về Nghị định 86/2023/NĐ-CP, lời
văn chưa đọc, nên máy chỉ cảnh báo; có căn cứ khác thì xác nhận bằng confirmed.

Sai, consultations/mau.yml::

    title: Lấy ý kiến về danh hiệu Lao động giỏi
    award: lao-dong-gioi
    for_period: năm 2026
    opens: 2026-07-01
    closes: 2026-07-10
    organisations: [van-phong]
    how: Gửi ý kiến tới Văn phòng.

Báo consultations/mau.yml:5:9.
"""

# Evidence of level B for the culture titles. The opening day is not counted: the cautious reading.

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem

RULE = "lay-y-kien"
DAYS = 10


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each list open to the public's opinion for less than ten days, unless somebody has confirmed it."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each list open to the public's opinion for less than ten days."""
    for entry in content.of("consultations").values():
        days = (entry.record.closes - entry.record.opens).days
        if 0 <= days < DAYS:
            message = f"chỉ lấy ý kiến {days} ngày, không kể ngày mở"
            yield Doubt(entry, ("closes",), message, f"kéo dài cho đủ {DAYS} ngày")
