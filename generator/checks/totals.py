"""Tổng số ghi trong quyết định khớp với danh sách.

Danh sách ghi total thì số dòng (hoặc tổng các số đếm của tổ dân phố) phải bằng số ấy; khác nhau thường là sót hoặc thừa
một dòng. Bản đã ký đúng là khác nhau thì xác nhận bằng confirmed.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    lists:
      - award: giay-khen
        for_period: năm 2025
        commendations:
          - organisation: van-phong
        total: 2

Báo decisions/2026/sai.yml:11:12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem

RULE = "tong-so"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each stated total that differs from its list and that nobody has confirmed."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each stated total that differs from its list."""
    for entry in content.of("decisions").values():
        for number, list_ in enumerate(entry.record.lists):
            held = sum(count.number for count in list_.counts) if list_.counts else len(list_.commendations)
            if list_.total is not None and list_.total != held:
                message = f"quyết định ghi {list_.total}, danh sách có {held}"
                fix = "so với bản đã ký: thêm dòng còn thiếu, bỏ dòng thừa, hoặc sửa total"
                yield Doubt(entry, ("lists", number, "total"), message, fix)
