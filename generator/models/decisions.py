"""A commendation decision, its lists and their rows; and lists on which the public is asked for its opinion."""

from __future__ import annotations

from typing import Literal

from generator.models.base import (
    Approval,
    AwardId,
    Day,
    DecisionId,
    ExemplarId,
    InstrumentId,
    MovementId,
    Number,
    OccasionId,
    OrganisationId,
    Prose,
    Record,
    Text,
    Truth,
    described,
)
from generator.models.honours import AgeGroup, Confirmation, Ground, Kind, Name, Occupation

Basis = Literal["merit", "sudden", "movement", "dedication", "seniority", "external"]
"""The six kinds of commendation of Law 06/2022/QH15, Article 8."""


class Signer(Record):
    """Who signed, and in which form."""

    name: Text = described("Họ tên người ký", example="(Người ký minh họa)")
    form: Text = described("Quyền hạn, chức vụ; hai dòng thì ngăn bằng dấu /", example="KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")


class Revocation(Record):
    """By which decision an award was revoked (Law 06/2022/QH15, Article 93)."""

    number: Text = described("Số, ký hiệu quyết định hủy bỏ", example="00/QĐ-UBND (mẫu)")
    date: Day = described("Ngày ký quyết định hủy bỏ", example="2026-11-20")
    decision: DecisionId | None = described("Quyết định ấy, khi có trong sổ", example="2026/mau-06", default=None)


class Commendation(Record):
    """One row of a list: who, of which unit, for what. Either an exemplar, or a name, or an organisation.

    A row whose person was taken down holds only what kind it was and the day.
    """

    exemplar: ExemplarId | None = described("Gương điển hình, khi có trang riêng", example="2026-004", default=None)
    name: Name | None = described("Tên, khi không có trang riêng", default=None)
    organisation: OrganisationId | None = described(
        "Đơn vị; với tập thể không ghi tên thì chính là tập thể đó", example="tdp-hoa-sen", default=None
    )
    kind: Kind | None = described("Đối tượng: individual, group, household", example="individual", default=None)
    age_group: AgeGroup | None = described(
        "Nhóm tuổi của cá nhân ghi tên ở đây, khi khác cả danh sách", example="adult", default=None
    )
    achievement: Text | None = described("Thành tích", example="Kịp thời phát hiện, dập tắt đám cháy", default=None)
    direct_worker: Truth = described("Người lao động trực tiếp", example="true", default=False)
    occupation: Occupation | None = described("Nhóm nghề, như ở gương", example="worker", default=None)
    small_collective: Truth = described("Tập thể nhỏ", example="true", default=False)
    posthumous: Truth = described("Truy tặng", example="true", default=False)
    shown: Ground | None = described("Căn cứ để nêu tên, khi khác cả danh sách", default=None)
    withdrawn: Day | None = described(
        "Ngày gỡ thông tin theo yêu cầu; dòng chỉ còn kind và ngày này", example="2026-07-01", default=None
    )
    revoked: Revocation | None = described("Đã hủy bỏ quyết định tặng người này", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())


class GroupCount(Record):
    """How many a residential group counts: cultural families are counted, never listed."""

    organisation: OrganisationId = described("Tổ dân phố", example="tdp-hoa-sen")
    number: Number = described("Số được tặng", example="42")


class AwardList(Record):
    """One list of a decision: one award, its basis and period, and the commended, by name or only counted."""

    award: AwardId = described("Danh hiệu hoặc hình thức khen thưởng", example="giay-khen")
    basis: Basis | None = described(
        "Loại hình khen thưởng, chỉ khi là hình thức khen thưởng: merit, sudden, movement, dedication, seniority, "
        "external",
        example="sudden",
        default=None,
    )
    for_period: Text = described("Xét cho thời gian nào", example="đột xuất")
    movement: MovementId | None = described("Phong trào thi đua", example="mau-xanh-sach", default=None)
    occasion: OccasionId | None = described("Dịp chào mừng", example="dai-hoi-dang-xiv", default=None)
    shown: Ground | None = described("Căn cứ để nêu tên cả danh sách", default=None)
    age_group: AgeGroup | None = described(
        "Nhóm tuổi của các cá nhân ghi tên trong danh sách; không ghi thì không nêu tên ai",
        example="adult",
        default=None,
    )
    commendations: tuple[Commendation, ...] = described(
        "Những người, tập thể được khen",
        note="để [] trong bản nháp rồi nhập bằng portal import honours, hoặc gõ tay như sổ tay mục 4.1",
        default=(),
        usual=True,
        blank="[]",
    )
    counts: tuple[GroupCount, ...] = described(
        "Số được tặng ở từng tổ dân phố, cho danh hiệu chỉ đếm như Gia đình văn hóa", default=()
    )
    total: Number | None = described(
        "Tổng số ghi trong quyết định, để đối chiếu với danh sách", example="12", default=None
    )
    revoked: Revocation | None = described("Đã hủy bỏ cả danh sách", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())


class Correction(Record):
    """A correction (đính chính) and its day."""

    date: Day = described("Ngày đính chính", example="2026-06-13")
    text: Text = described("Sửa gì thành gì", example="Dòng 3: “Lãm” sửa thành “Lẫm”, theo bản đã ký")


class Decision(Record):
    """``decisions/<year>/<id>.yml``: one commendation decision and its lists."""

    number: Text = described("Số, ký hiệu", example="00/QĐ-UBND (mẫu)")
    date: Day = described("Ngày ký", example="2026-06-10")
    issuer: OrganisationId = described("Người hoặc cơ quan ban hành", example="chu-tich-ubnd-phuong")
    signer: Signer = described("Người ký")
    title: Text = described("Trích yếu", example="Về việc tặng Giấy khen cho cá nhân có thành tích đột xuất")
    based_on: tuple[InstrumentId, ...] = described(
        "Căn cứ ghi trong quyết định, những văn bản có trong thư viện", example="luat-06-2022-qh15", default=()
    )
    shown: Ground | None = described("Căn cứ để nêu tên mọi danh sách", default=None)
    lists: tuple[AwardList, ...] = described("Các danh sách")
    corrections: tuple[Correction, ...] = described("Đính chính", default=())
    awarded_on: Day | None = described("Ngày trao", example="2026-06-15", default=None)
    scan_checked: Truth = described(
        "Đã có người xem bản quét .pdf đặt cạnh tệp này và thấy đăng được", example="true", default=False
    )
    revoked: Revocation | None = described("Đã hủy bỏ cả quyết định", default=None)
    draft: Truth = described("Bản nháp, chưa xét việc đăng", example="true", default=False, usual=True, blank="true")
    approved: Approval | None = described("Duyệt đăng", default=None)
    publish_from: Day | None = described("Chờ công bố tới ngày", example="2026-06-20", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Consultation(Record):
    """``consultations/<id>.yml``: a list on which the public is asked for its opinion (tổ dân phố văn hóa, 10 days)."""

    title: Text = described("Tên danh sách", example="Lấy ý kiến về tổ dân phố đề nghị tặng danh hiệu văn hóa năm 2026")
    award: AwardId = described("Danh hiệu hoặc hình thức khen thưởng", example="to-dan-pho-van-hoa")
    for_period: Text = described("Xét cho thời gian nào", example="năm 2026")
    opens: Day = described("Ngày mở", example="2026-11-10")
    closes: Day = described("Ngày cuối nhận ý kiến", example="2026-11-20")
    organisations: tuple[OrganisationId, ...] = described("Những đơn vị được đề nghị", example="tdp-hoa-sen")
    how: Prose = described("Gửi ý kiến thế nào", example="Gọi hoặc đến Phòng Văn hóa - Xã hội trong giờ hành chính.")
    outcome: DecisionId | None = described("Quyết định sau khi lấy ý kiến", example="2026/mau-06", default=None)
    draft: Truth = described("Bản nháp, chưa xét việc đăng", example="true", default=False)
    approved: Approval | None = described("Duyệt đăng", default=None)
    publish_from: Day | None = described("Chờ công bố tới ngày", example="2026-06-20", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
