"""The portal itself: which ward, whom to call, which stage."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.models.base import (
    GuidanceId,
    InstrumentId,
    OrganisationId,
    PartAddress,
    PlanId,
    Record,
    Text,
    Truth,
    WebAddress,
    described,
)

Email = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9][0-9 .]{6,14}[0-9]$")]


class PlanParts(Record):
    """Which parts of the current plan the fixed pages quote."""

    quoted: PartAddress | None = described("Phần trích trên trang chủ", example="2026#muc-i-2-b", default=None)
    movements: tuple[PartAddress, ...] = described(
        "Phần nói về phong trào thi đua", example="2026#muc-ii-3", default=()
    )
    blocs: tuple[PartAddress, ...] = described("Phần nói về cụm, khối thi đua", example="2026#muc-ii-4", default=())


class TakedownTerms(Record):
    """The legal time limits for taking a person's data down, and the article they rest on."""

    text: Text = described("Các thời hạn, một câu", example="Phường trả lời trong 02 ngày làm việc")
    instrument: InstrumentId = described("Văn bản", example="nd-356-2025-nd-cp")
    article: Text = described("Điều, khoản", example="Điều 5")


class UnlistedCitation(Record):
    """An instrument that texts cite and the library does not hold, and why not."""

    number: Text = described("Số, ký hiệu hoặc tên văn bản, như trong câu viện dẫn", example="34-CT/TW")
    reason: Text = described("Vì sao thư viện không có", example="Chỉ nhắc để nói văn bản nào trước đó")


class DataLicence(Record):
    """The licence under which the ward gives its open data away."""

    name: Text = described("Tên ngắn, như SPDX viết", example="CC-BY-4.0")
    title: Text = described("Tên đủ", example="Creative Commons Ghi công 4.0 Quốc tế")
    url: WebAddress | None = described(
        "Địa chỉ toàn văn", example="https://creativecommons.org/licenses/by/4.0/deed.vi", default=None
    )


class Portal(Record):
    """``portal.yml``: facts every page shows."""

    section: Text = described("Tên chuyên trang", example="Thi đua, khen thưởng")
    ward: Text = described("Tên phường", example="Phường Bạch Đằng")
    province: Text = described("Tên tỉnh, thành phố", example="thành phố Hải Phòng")
    authority: Text = described("Cơ quan chủ quản chuyên trang", example="Ủy ban nhân dân phường Bạch Đằng")
    headline: Text = described(
        "Dòng lớn trên trang chủ", example="Người tốt, việc tốt và khen thưởng ở phường Bạch Đằng"
    )
    summary: Text = described("Một câu nói trang này có gì", example="Ai được khen, vì việc gì, theo quyết định nào.")
    site_address: WebAddress = described("Địa chỉ trang, có dấu / ở cuối", example="https://example.invalid/")
    stage: Literal["demo", "production"] = described(
        "Giai đoạn: demo (thử nghiệm), production (chính thức)", example="demo"
    )
    plan: PlanId = described("Kế hoạch đang áp dụng", example="2026")
    office: OrganisationId = described("Nơi nhận ý kiến của người dân", example="phong-van-hoa-xa-hoi")
    phone: Phone = described("Điện thoại", example="0225 000 0000")
    phone_is_sample: Truth = described("Số điện thoại chỉ để minh họa", example="true", default=False)
    email: Email | None = described(
        "Địa chỉ thư điện tử nhận tin của người dân, khi đã có", example="hop-thu@example.invalid", default=None
    )
    hours: Text = described("Giờ nghe máy", example="giờ hành chính")
    law: InstrumentId = described("Luật gốc về thi đua, khen thưởng", example="luat-06-2022-qh15")
    council: OrganisationId = described("Hội đồng Thi đua - Khen thưởng", example="hoi-dong-tdkt-phuong")
    parts: PlanParts = described("Phần của kế hoạch được trích trên các trang", factory=PlanParts)
    takedown: TakedownTerms | None = described("Thời hạn gỡ thông tin", default=None)
    introduce_guide: GuidanceId | None = described(
        "Trang hướng dẫn giới thiệu gương", example="gioi-thieu-guong", default=None
    )
    privacy_guide: GuidanceId | None = described(
        "Trang hướng dẫn về dữ liệu cá nhân", example="du-lieu-ca-nhan", default=None
    )
    unlisted: tuple[UnlistedCitation, ...] = described(
        "Văn bản được viện dẫn mà thư viện không có, kèm lý do", default=()
    )
    data_licence: DataLicence | None = described(
        "Giấy phép của dữ liệu mở; phường chưa quyết định thì bỏ trống, trang nói là chưa", default=None
    )
