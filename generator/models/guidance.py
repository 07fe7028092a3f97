"""Guidance for citizens: pages of prose."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator

from generator.models.base import (
    Day,
    GuidanceId,
    InstrumentId,
    Number,
    PartAddress,
    Record,
    Text,
    described,
    prose_text,
)

Body = Annotated[str, AfterValidator(prose_text)]


class Guidance(Record):
    """``guidance/<slug>.md``: the head of a page of prose for citizens; the prose follows it."""

    title: Text = described("Tên trang", example="Giới thiệu một gương người tốt, việc tốt")
    summary: Text = described(
        "Một câu nói trang có gì; không nêu quy định", example="Cách kể cho phường biết, và việc gì xảy ra sau đó."
    )
    audience: Text = described("Dành cho ai", example="người dân")
    readers: Literal["citizens", "units", "reference"] = described(
        "Nhóm trong danh sách: citizens (người dân), units (đơn vị, tổ dân phố), reference (tra cứu)",
        example="citizens",
        default="citizens",
    )
    based_on: tuple[InstrumentId, ...] = described("Dựa trên văn bản", example="luat-06-2022-qh15", default=())
    fulfils: tuple[PartAddress, ...] = described("Dựa trên phần của kế hoạch", example="2026#muc-i-2-b", default=())
    next: tuple[GuidanceId, ...] = described("Đọc tiếp trang hướng dẫn nào", example="khen-thuong-dot-xuat", default=())
    reviewed: Day = described("Ngày rà soát", example="2026-11-22")
    order: Number = described("Thứ tự trong nhóm", example="1", default=50)
    body: Body = described("", default="")
