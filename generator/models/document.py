"""A paper of the ward's own, a notice, a form: what editors publish beside the law, often with a file to download."""

from __future__ import annotations

from typing import Literal

from generator.models.base import (
    Approval,
    Day,
    InstrumentId,
    MovementId,
    OrganisationId,
    PartAddress,
    Prose,
    Record,
    Text,
    Truth,
    WebAddress,
    described,
)
from generator.models.honours import Confirmation
from generator.models.official_text import BoundText


class FormSource(Record):
    """Where a form comes from: an article of an instrument, or an address on the web."""

    instrument: InstrumentId | None = described(
        "Văn bản ban hành mẫu, khi có trong thư viện", example="nd-152-2025-nd-cp", default=None
    )
    article: Text | None = described("Điều, khoản, số mẫu trong văn bản ấy", example="Mẫu 06 Phụ lục", default=None)
    link: WebAddress | None = described("Địa chỉ trên mạng", example="https://example.vn/bieu-mau", default=None)


class Document(Record):
    """``documents/<id>.yml``: a paper, a notice or a form; files of the same name beside it can be downloaded."""

    kind: Literal["paper", "notice", "form"] = described(
        "Loại: paper (văn bản chỉ đạo, hướng dẫn), notice (thông báo), form (biểu mẫu)", example="notice"
    )
    title: Text = described("Trích yếu hoặc tên biểu mẫu", example="Về việc nộp hồ sơ đề nghị khen thưởng năm 2026")
    type: Text | None = described("Tên loại văn bản, khi có số", example="Thông báo", default=None)
    number: Text | None = described("Số, ký hiệu", example="00/TB-UBND (mẫu)", default=None)
    date: Day = described("Ngày ban hành; biểu mẫu thì ngày bắt đầu dùng", example="2026-11-02")
    issuer: OrganisationId = described("Nơi ban hành", example="ubnd-phuong")
    summary: Text = described("Một câu: văn bản này cho ai, để làm gì", example="Các đơn vị nộp hồ sơ về phường.")
    closes: Day | None = described("Hạn nộp, ngày cuối", example="2026-12-10", default=None)
    closes_for: Text | None = described("Hạn ấy để nộp gì", example="Nộp hồ sơ đề nghị khen thưởng", default=None)
    how: Prose | None = described("Làm thế nào, nộp ở đâu", example="Nộp tại Phòng Văn hóa - Xã hội.", default=None)
    source: FormSource | None = described("Biểu mẫu lấy từ đâu", default=None)
    based_on: tuple[InstrumentId, ...] = described(
        "Căn cứ ghi trong văn bản, những văn bản có trong thư viện", example="luat-06-2022-qh15", default=()
    )
    movements: tuple[MovementId, ...] = described("Phong trào thi đua", example="mau-xanh-sach", default=())
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-2", default=()
    )
    text: BoundText | None = described("Toàn văn, đúng từng chữ như bản gốc", default=None)
    draft: Truth = described("Bản nháp, chưa xét việc đăng", example="true", default=False)
    approved: Approval | None = described("Duyệt đăng", default=None)
    publish_from: Day | None = described("Chờ công bố tới ngày", example="2026-11-05", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
