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

from generator.addresses import GALLERY_FACETS, RESERVED_IDS, has_page
from generator.content import Content
from generator.problems import Place, Problem

RULE = "ten-danh-rieng"
_DEVICES = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
_LISTINGS = re.compile(r"(?:trang|nam)-\d+")
_GALLERY = re.compile(rf"(?:{'|'.join(GALLERY_FACETS)})(?:-.*)?")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each id that a fixed page, a listing or Windows keeps for itself."""
    for entry in content.all():
        if not has_page(entry.kind):
            continue
        name = entry.id.rpartition("/")[2]
        listing = _LISTINGS.fullmatch(name) or (entry.kind == "exemplars" and _GALLERY.fullmatch(name))
        if name in RESERVED_IDS or _DEVICES.fullmatch(name) or listing:
            message = f'tên "{name}" đã dành riêng cho trang khác hoặc cho hệ điều hành'
            yield Problem(Place(entry.file), RULE, message, f"đổi tên tệp, ví dụ {name}-1{entry.file.suffix}")
