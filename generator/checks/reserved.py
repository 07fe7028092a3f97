"""Không dùng tên đã dành riêng.

Tên tệp thành địa chỉ trang và tên tệp trên máy chủ, nên không được trùng tên trang cố định (index, tien-do, trang-2)
hay tên thiết bị của Windows (con, aux, nul).

Sai, movements/con.yml::

    name: Phong trào mẫu
    launched_by: ubnd-phuong
    field: Môi trường

Báo movements/con.yml:1:1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.addresses import RESERVED_IDS, has_page
from generator.content import Content
from generator.problems import Place, Problem

RULE = "ten-danh-rieng"
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LISTINGS = re.compile(r"trang-\d+|doi-tuong-.*|linh-vuc-.*|nam-\d+(-.*)?|khac-.*")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each id that a fixed page, a listing or Windows keeps for itself."""
    for entry in content.all():
        if not has_page(entry.kind):
            continue
        name = entry.id.rpartition("/")[2]
        if name in RESERVED_IDS or _DEVICES.fullmatch(name) or _LISTINGS.fullmatch(name):
            message = f'tên "{name}" đã dành riêng cho trang khác hoặc cho hệ điều hành'
            yield Problem(Place(entry.file), RULE, message, f"đổi tên tệp, ví dụ {name}-1{entry.file.suffix}")
