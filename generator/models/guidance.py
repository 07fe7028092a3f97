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
    Truth,
    described,
    prose_text,
)

Body = Annotated[str, AfterValidator(prose_text)]


class Want(Record):
    """A situation somebody is in, in their own words, and the page that helps."""

    want: Text = described("Muốn gì, nói tiếp sau chữ “Tôi muốn”", example="kể việc hàng xóm cứu người")
    answer: Text = described("Một câu: ở đó có gì", example="Gọi phường, hoặc điền một phiếu. Ai cũng kể được.")
    target: Text = described(
        "Dẫn tới đâu, viết như liên kết trong bài: loại/mã hoặc pages/…", example="guidance/gioi-thieu-guong"
    )
    front: Truth = described("Có trên trang chủ (nên từ ba đến năm việc)", example="true", default=False)


class WantGroup(Record):
    """Situations of one kind of reader."""

    name: Text = described("Ai muốn", example="Tôi là người dân")
    wants: tuple[Want, ...] = described("Các việc")


class Finder(Record):
    """``finder.yml``: from what somebody wants to the page that helps, in two taps."""

    groups: tuple[WantGroup, ...] = described("Các nhóm")


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
