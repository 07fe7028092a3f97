"""Chỗ ghi "ở ngõ 12" là nơi xảy ra việc, không phải nhà ai.

"Dọn dẹp ở ngõ 12", "phát quà ở số 10 phố Mẫu" thường là nơi làm việc tốt, cũng có khi là nhà người được nói tới; máy
không chắc nên nhắc. Là nhà ai thì bỏ số; là nơi xảy ra việc thì giữ nguyên lời và xác nhận bằng confirmed. "Cháy ở ngõ
12", "rãnh thoát nước ở ngõ 12", "bà con ở ngõ 12" thì không nhắc; "bà Mẫu ở ngõ 12" là lỗi thong-tin-rieng.

Sai, practices/mau.yml::

    name: Ngõ sạch
    field: Môi trường
    summary: Sáng Chủ nhật dọn dẹp ở ngõ 12, vớt rác ở ngõ 14
    story: Phát chổi ở số 10 phố Mẫu.
    sample: true

Báo practices/mau.yml:3:32.
Báo practices/mau.yml:4:18.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import roll
from generator.checks import private_data
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.home_addresses import may_be_homes
from generator.problems import Problem

RULE = "noi-o"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each place in what is said of the honoured that may be somebody's home, unless somebody has confirmed it."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each place in what is said of the honoured that may be somebody's home."""
    for entry, path, text in roll.said(content):
        if not private_data.is_of_a_name(path):
            for match in may_be_homes(text):
                fix = "là nhà của ai thì bỏ số nhà, số ngõ, chỉ nêu tổ dân phố"
                nth = text.count(match[0], 0, match.start())
                yield Doubt(entry, path, "có thể là địa chỉ nhà", fix, match[0], nth)
