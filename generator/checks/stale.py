"""Văn bản được kiểm tra lại trong 180 ngày.

Tình trạng của văn bản đổi theo thời gian. Lần kiểm tra gần nhất (`checked`) quá 180 ngày thì trang của văn bản nhắc
người đọc, và ở đây nhắc người biên tập.

Sai, legislation/ct-mau.yml::

    type: Chỉ thị
    number: 01-CT/TU
    name: Chỉ thị 01-CT/TU
    shelf: party
    issuer: tinh-uy-mau
    level: B
    verified: yes
    text_read: yes
    checked: 2026-01-01

Báo legislation/ct-mau.yml:9:10.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import vietnamese
from generator.content import Content
from generator.problems import Problem
from generator.validity import CHECK_LASTS, is_stale

RULE = "kiem-tra-lai"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each instrument that nobody has checked for too long."""
    for entry in content.of("legislation").values():
        if is_stale(entry.record, as_of):
            day = vietnamese.format_date(entry.record.checked)
            message = f"văn bản kiểm tra lần cuối ngày {day}, đã quá {CHECK_LASTS.days} ngày"
            fix = "mở các nguồn, đối chiếu ngày hiệu lực, văn bản sửa đổi, thay thế, rồi ghi ngày kiểm tra mới"
            yield Problem(entry.place("checked"), RULE, message, fix, "cảnh báo")
