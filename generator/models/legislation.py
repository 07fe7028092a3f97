"""An instrument: Party paper, law or administrative paper, with how we know what we say of it."""

from __future__ import annotations

from typing import Literal

from generator.models.base import Day, InstrumentId, OrganisationId, Record, Text, WebAddress, described

Level = Literal["A", "B", "C", "U"]
"""A: read in an official source's copy. B: press, state site, law database. C: a third party's record. U: not known."""

RelationKind = Literal["based-on", "guides", "details", "amends", "replaces", "repeals"]


class Source(Record):
    """Where a fact was found."""

    label: Text = described("Tên nguồn", example="Cơ sở dữ liệu quốc gia về pháp luật")
    url: WebAddress | None = described("Địa chỉ", example="https://vbpl.vn/", default=None)
    seen: Day | None = described("Ngày của bản đã xem", example="2026-04-26", default=None)


class WeakerFact(Record):
    """A field known less surely than the instrument itself."""

    field: Literal["title", "issuer", "signer", "date", "effective", "expires", "number"] = described(
        "Trường", example="expires"
    )
    level: Level = described("Mức chứng cứ của trường này", example="C")


class Relation(Record):
    """A relation to another instrument; the inverse shows on the other's page by itself.

    What replaces or repeals the whole of another ends it on ``from_date``, or on its own day of effect.
    """

    kind: RelationKind = described(
        "Quan hệ: based-on (căn cứ), guides (hướng dẫn), details (quy định chi tiết), amends (sửa đổi), "
        "replaces (thay thế), repeals (bãi bỏ)",
        example="guides",
    )
    instrument: InstrumentId = described("Văn bản kia", example="luat-06-2022-qh15")
    level: Level = described("Mức chứng cứ của quan hệ", example="A")
    from_date: Day | None = described(
        "Từ ngày, khi khác ngày văn bản này có hiệu lực", example="2026-10-01", default=None
    )
    part: Text | None = described("Chỉ phần này của văn bản kia; bỏ trống là toàn bộ", example="Điều 58", default=None)
    note: Text | None = described("Ghi chú, như điều khoản nói ra quan hệ", example="Điều 42 khoản 2", default=None)


class UnlistedRelation(Record):
    """A relation to an instrument that has no entry of its own."""

    kind: Literal[RelationKind, "amended-by", "replaced-by", "repealed-by"] = described(
        "Quan hệ, như ở relations; hoặc amended-by (được sửa đổi bởi), replaced-by (được thay thế bởi), "
        "repealed-by (bị bãi bỏ bởi)",
        example="replaces",
    )
    number: Text = described("Số, ký hiệu văn bản kia", example="98/2023/NĐ-CP")
    level: Level = described("Mức chứng cứ", example="C")
    from_date: Day | None = described("Từ ngày", example="2026-03-01", default=None)
    note: Text | None = described("Phần có quan hệ, điều khoản nói ra quan hệ", example="Điều 6", default=None)


class PartlyExpired(Record):
    """A part that ended before the whole: which, from which day on, by which instrument."""

    part: Text = described("Phần hết hiệu lực", example="Điều 58")
    from_date: Day = described("Từ ngày", example="2026-03-01")
    instrument: InstrumentId | None = described(
        "Theo văn bản nào, khi có trong thư viện", example="nd-224-2026-nd-cp", default=None
    )
    number: Text | None = described(
        "Số, ký hiệu văn bản ấy, khi chưa có trong thư viện", example="03/2026/NĐ-CP", default=None
    )
    level: Level = described("Mức chứng cứ", example="A")


class InForce(Record):
    """A day on which a source shows the instrument in force; one of level C or U is told but makes no status."""

    on: Day = described("Ngày", example="2026-04-26")
    source: Text = described("Theo nguồn nào", example="Trang vbpl.vn, bản lưu 26/4/2026")
    level: Level = described("Mức chứng cứ", example="A")


class Article(Record):
    """An article that was seen, and its gist."""

    number: Text = described("Điều, khoản, điểm", example="Điều 80 khoản 3")
    gist: Text = described("Nội dung chính", example="Chủ tịch UBND cấp xã quyết định tặng …")
    level: Level = described("Mức chứng cứ", example="A")
    source: Text = described("Nguồn", example="Công báo số 571 + 572, 15/7/2022")


class Instrument(Record):
    """``legislation/<id>.yml``: one instrument; its status is computed from its dates as of a day."""

    type: Text = described("Loại văn bản", example="Nghị định")
    number: Text = described("Số, ký hiệu", example="152/2025/NĐ-CP")
    title: Text | None = described("Trích yếu; bỏ trống khi chưa thấy", example="Quy định về …", default=None)
    name: Text = described("Tên gọi ngắn trên trang", example="Nghị định 152/2025/NĐ-CP")
    aliases: tuple[Text, ...] = described(
        "Cách viết khác trong văn bản, ngoài số ký hiệu", example="Luật Thi đua, khen thưởng năm 2022", default=()
    )
    shelf: Literal["party", "normative", "administrative"] = described(
        "Giá: party (của Đảng), normative (quy phạm pháp luật), administrative (chỉ đạo, điều hành)",
        example="normative",
    )
    issuer: OrganisationId = described("Cơ quan ban hành", example="chinh-phu")
    issuer_note: Text | None = described("Ghi thêm về cơ quan ban hành", example="khóa XV, kỳ họp thứ 3", default=None)
    signer: Text | None = described("Người ký, chức vụ", example="Thủ tướng …", default=None)
    date: Day | None = described("Ngày ban hành", example="2025-06-14", default=None)
    effective: Day | None = described("Ngày có hiệu lực", example="2025-07-01", default=None)
    expires: Day | None = described("Ngày hết hiệu lực, khi đã biết", example="2027-03-01", default=None)
    in_force: tuple[InForce, ...] = described("Những ngày có nguồn cho thấy còn hiệu lực", default=())
    partly_expired: tuple[PartlyExpired, ...] = described("Phần hết hiệu lực trước toàn văn bản", default=())
    level: Level = described("Mức chứng cứ về số, tên, cơ quan, ngày: A, B, C hoặc U", example="A")
    verified: Literal["yes", "no"] = described("Số, tên, cơ quan, ngày đã kiểm chứng ở mức A hoặc B", example="yes")
    text_read: Literal["yes", "partial", "no"] = described("Đã đọc văn bản chưa: yes, partial, no", example="partial")
    checked: Day = described("Ngày kiểm tra", example="2026-11-22")
    weaker: tuple[WeakerFact, ...] = described("Trường có mức chứng cứ thấp hơn", default=())
    caution: tuple[Text, ...] = described(
        "Điều cần thận trọng, điều chưa biết", example="Chưa đọc được toàn văn.", default=()
    )
    sources: tuple[Source, ...] = described("Nguồn", default=())
    relations: tuple[Relation, ...] = described("Quan hệ với văn bản khác trong thư viện", default=())
    unlisted: tuple[UnlistedRelation, ...] = described("Quan hệ với văn bản chưa có trong thư viện", default=())
    articles: tuple[Article, ...] = described("Các điều đã thấy", default=())
    meaning: tuple[Text, ...] = described(
        "Văn bản này nghĩa là gì với phường, mỗi ý một dòng", example="Giấy khen do Chủ tịch phường tặng.", default=()
    )
