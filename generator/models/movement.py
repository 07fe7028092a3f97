"""What the ward takes part in: emulation movements, occasions, emulation blocs."""

from __future__ import annotations

from typing import Literal

from generator.models.base import Day, Number, OrganisationId, PartAddress, Record, Text, Truth, described


class Movement(Record):
    """``movements/<id>.yml``: an emulation movement."""

    name: Text = described("Tên phong trào", example="Ngõ phố xanh, sạch, đẹp (mẫu)")
    launched_by: OrganisationId = described("Cơ quan phát động", example="ubnd-phuong")
    starts: Day | None = described("Từ ngày", example="2026-03-01", default=None)
    ends: Day | None = described("Đến ngày", example="2026-11-30", default=None)
    field: Text = described("Lĩnh vực", example="Môi trường")
    aims: tuple[Text, ...] = described("Mục tiêu", example="Mỗi ngõ có một tổ tự quản vệ sinh", default=())
    participants: tuple[OrganisationId, ...] = described("Đơn vị tham gia", example="tdp-hoa-sen", default=())
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-3", default=()
    )
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Occasion(Record):
    """``occasions/<id>.yml``: an event in whose honour people emulate."""

    name: Text = described("Tên dịp", example="Đại hội Đảng XIV")
    part: PartAddress = described("Phần của kế hoạch nêu dịp này", example="2026#muc-i-1-c")
    as_written: Text = described("Chữ trong kế hoạch", example="chào mừng thành công Đại hội Đảng XIV")
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class EmulationBloc(Record):
    """``blocs/<id>.yml``: an emulation bloc of the ward, or a cluster of the city."""

    name: Text = described("Tên cụm, khối", example="Khối thi đua các tổ dân phố (mẫu)")
    level: Literal["ward", "city"] = described("Cấp: ward (khối của phường), city (cụm của thành phố)", example="ward")
    year: Number = described("Năm", example="2026")
    head: OrganisationId | None = described("Trưởng khối", example="tdp-hoa-sen", default=None)
    deputy: OrganisationId | None = described("Phó khối", example="tdp-song-xanh", default=None)
    members: tuple[OrganisationId, ...] = described("Thành viên", example="tdp-hoa-sen", default=())
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-4", default=()
    )
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
