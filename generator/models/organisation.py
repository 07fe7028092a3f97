"""An organisation: a body, a group of bodies that papers name together, a residential group, an office holder."""

from __future__ import annotations

from typing import Literal

from generator.models.base import OrganisationId, Record, Text, Truth, described


class Organisation(Record):
    """``organisations/<id>.yml``: one body. Spellings of one body are aliases; different bodies are records apart."""

    name: Text = described("Tên gọi trên trang", example="Phòng Văn hóa - Xã hội")
    aliases: tuple[Text, ...] = described(
        "Cách viết trong văn bản, đúng từng chữ", example="Phòng Văn hoá – Xã hội", default=()
    )
    not_this: tuple[Text, ...] = described(
        "Cụm từ dài hơn có chứa tên này nhưng không chỉ đơn vị này", example="Hội đồng nhân dân các cấp", default=()
    )
    kind: Literal["body", "group", "residential-group", "office-holder"] = described(
        "Loại: body (đơn vị), group (nhóm đơn vị được gọi chung), residential-group (tổ dân phố), "
        "office-holder (chức danh)",
        example="body",
    )
    level: Literal["ward", "city", "central"] = described("Cấp: ward (phường), city, central", example="ward")
    government: Truth = described(
        "Là cơ quan, chức danh của Nhà nước; tổ chức Đảng, đoàn thể, trường học, tổ dân phố thì không",
        example="true",
        default=False,
    )
    part_of: OrganisationId | None = described("Thuộc đơn vị nào", example="ubnd-phuong", default=None)
    members: tuple[OrganisationId, ...] = described(
        "Các đơn vị trong nhóm, khi đã biết", example="tdp-hoa-sen", default=()
    )
    note: Text | None = described(
        "Ghi chú cho người đọc", example="Đơn vị sự nghiệp công lập thuộc phường.", default=None
    )
    phone: Text | None = described("Điện thoại cơ quan", example="0225 000 0000", default=None)
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
