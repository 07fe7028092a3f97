"""Who emulates and judges together: emulation blocs and clusters, and the council of the ward."""

from __future__ import annotations

from typing import Literal

from generator.models.base import (
    Day,
    DocumentId,
    Number,
    OrganisationId,
    PartAddress,
    Record,
    Text,
    Truth,
    described,
)
from generator.models.honours import Confirmation


class Pledge(Record):
    """What the members of a bloc pledge each other for the year (giao ước thi đua)."""

    date: Day = described("Ngày ký giao ước", example="2026-02-20")
    points: tuple[Text, ...] = described("Các điều giao ước", example="100% tổ dân phố có tổ tự quản", default=())
    document: DocumentId | None = described("Bản giao ước đã đăng", example="mau-giao-uoc-2026", default=None)


class Standing(Record):
    """The place of one member at the end of the year."""

    place: Text = described("Xếp thứ mấy, hạng gì", example="Nhất")
    organisation: OrganisationId = described("Đơn vị", example="tdp-hoa-sen")


class BlocResult(Record):
    """How the year ended: in words, by places, or both."""

    date: Day = described("Ngày công bố kết quả", example="2026-12-20")
    text: Text | None = described("Kết quả, một câu", example="Cả khối hoàn thành giao ước", default=None)
    ranking: tuple[Standing, ...] = described("Xếp hạng, cao trước thấp sau", default=())
    document: DocumentId | None = described("Văn bản công bố", example="mau-ket-qua-khoi-2026", default=None)


class EmulationBloc(Record):
    """``blocs/<id>.yml``: an emulation bloc of the ward, or a cluster of the city, in one year."""

    name: Text = described("Tên cụm, khối", example="Khối thi đua các tổ dân phố (mẫu)")
    level: Literal["ward", "city"] = described("Cấp: ward (khối của phường), city (cụm của thành phố)", example="ward")
    year: Number = described("Năm", example="2026")
    head: OrganisationId | None = described("Trưởng khối", example="tdp-hoa-sen", default=None)
    deputy: OrganisationId | None = described("Phó khối", example="tdp-song-xanh", default=None)
    members: tuple[OrganisationId, ...] = described("Thành viên", example="tdp-hoa-sen", default=())
    others: tuple[Text, ...] = described(
        "Thành viên không có trang trên chuyên trang, như phường khác trong cụm",
        example="Phường Mẫu Một (minh họa), trưởng cụm",
        default=(),
    )
    pledge: Pledge | None = described("Giao ước thi đua", default=None)
    result: BlocResult | None = described("Kết quả cuối năm", default=None)
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-4", default=()
    )
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class CouncilMember(Record):
    """One seat of the council: the role in it and the office that holds it; a name only from the founding decision."""

    role: Text = described("Vai trò trong Hội đồng", example="Chủ tịch Hội đồng")
    office: OrganisationId | None = described(
        "Chức danh, đơn vị giữ vai trò ấy", example="chu-tich-ubnd-phuong", default=None
    )
    position: Text | None = described(
        "Chức danh, khi chưa có trang trên chuyên trang", example="Trưởng phòng Văn hóa - Xã hội", default=None
    )
    name: Text | None = described(
        "Họ tên, chỉ khi quyết định thành lập đã đăng nêu tên", example="(Tên minh họa)", default=None
    )


class Council(Record):
    """``council.yml``: what the ward has published of its emulation and commendation council."""

    founded_by: DocumentId | None = described(
        "Quyết định thành lập, một tệp trong documents", example="mau-thanh-lap-hoi-dong", default=None, usual=True
    )
    members: tuple[CouncilMember, ...] = described("Thành viên, đúng như quyết định thành lập", default=())
    work_plan: DocumentId | None = described(
        "Kế hoạch công tác của Hội đồng, một tệp trong documents", example="mau-ke-hoach-hoi-dong", default=None
    )
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-iii-1", default=()
    )
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
