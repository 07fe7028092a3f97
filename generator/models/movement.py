"""What people take part in: emulation movements, and occasions in whose honour they emulate."""

from __future__ import annotations

from generator.models.base import (
    Day,
    DecisionId,
    DocumentId,
    OrganisationId,
    PartAddress,
    Record,
    Text,
    Truth,
    WebAddress,
    described,
)
from generator.models.honours import Confirmation


class MovementResult(Record):
    """What came of a movement by a day, and where that can be seen."""

    date: Day = described("Tính đến ngày", example="2026-11-20")
    text: Text = described("Kết quả, một câu", example="32 ngõ đã có tổ tự quản vệ sinh")
    link: WebAddress | None = described("Minh chứng trên mạng", example="https://example.vn/bao-cao", default=None)
    decision: DecisionId | None = described("Quyết định khen thưởng", example="2026/mau-01", default=None)
    document: DocumentId | None = described("Văn bản của phường", example="mau-huong-dan-binh-xet", default=None)


class Movement(Record):
    """``movements/<id>.yml``: an emulation movement."""

    name: Text = described("Tên phong trào", example="Ngõ phố xanh, sạch, đẹp (mẫu)")
    launched_by: OrganisationId = described("Cơ quan phát động", example="ubnd-phuong")
    starts: Day | None = described("Từ ngày", example="2026-03-01", default=None)
    ends: Day | None = described("Đến ngày", example="2026-11-30", default=None)
    field: Text = described("Lĩnh vực", example="Môi trường")
    theme: Text | None = described("Chủ đề", example="Mỗi nhà một việc, mỗi ngõ một khoảng xanh", default=None)
    aims: tuple[Text, ...] = described("Mục tiêu", example="Mỗi ngõ có một tổ tự quản vệ sinh", default=())
    criteria: tuple[Text, ...] = described("Tiêu chí", example="Rác ra đúng giờ, đúng chỗ", default=())
    open_to: Text | None = described("Ai tham gia được", example="Mọi hộ gia đình trong phường", default=None)
    participants: tuple[OrganisationId, ...] = described("Đơn vị tham gia", example="tdp-hoa-sen", default=())
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-3", default=()
    )
    documents: tuple[DocumentId, ...] = described(
        "Văn bản, biểu mẫu của phong trào", example="mau-huong-dan-binh-xet", default=()
    )
    results: tuple[MovementResult, ...] = described("Kết quả, mỗi kết quả một mục", default=())
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Occasion(Record):
    """``occasions/<id>.yml``: an event in whose honour people emulate."""

    name: Text = described("Tên dịp", example="Đại hội Đảng XIV")
    part: PartAddress = described("Phần của kế hoạch nêu dịp này", example="2026#muc-i-1-c")
    as_written: Text = described("Chữ trong kế hoạch", example="chào mừng thành công Đại hội Đảng XIV")
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
