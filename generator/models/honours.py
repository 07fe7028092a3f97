"""Honours: awards, decisions and their lists, exemplars, practices, and the grounds for showing a person."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.models.base import (
    Approval,
    AwardId,
    Day,
    ExemplarId,
    InstrumentId,
    MovementId,
    Number,
    OccasionId,
    OrganisationId,
    PartAddress,
    Prose,
    Record,
    Text,
    Truth,
    described,
)
from generator.models.legislation import Level

Kind = Literal["individual", "group", "household"]
AgeGroup = Literal["adult", "7-15", "under-7"]
Basis = Literal["merit", "sudden", "movement", "dedication", "seniority", "external"]
"""The six kinds of commendation of Law 06/2022/QH15, Article 8."""

Decimal = Annotated[str, StringConstraints(pattern=r"^[0-9]+(,[0-9]+)?$")]


class LegalPoint(Record):
    """One statement about an award, the article it rests on, and how surely it is known."""

    text: Text = described("Điều được nói", example="Hoàn thành tốt nhiệm vụ trở lên")
    instrument: InstrumentId | None = described("Văn bản", example="luat-06-2022-qh15", default=None)
    article: Text | None = described("Điều, khoản", example="Điều 24 khoản 1", default=None)
    level: Level = described("Mức chứng cứ", example="B")


class Authority(Record):
    """Whether the chairman of the ward may confer the award."""

    holds: Literal["yes", "by-form", "unverified", "no"] = described(
        "Chủ tịch UBND phường có thẩm quyền: yes, by-form (biết qua mẫu bằng, chưa thấy điều chuyển giao), "
        "unverified (chưa kiểm chứng), no",
        example="yes",
    )
    since: Day | None = described("Từ ngày", example="2025-07-01", default=None)
    points: tuple[LegalPoint, ...] = described("Căn cứ")


class Bonus(Record):
    """The coefficient of the base salary paid with the award."""

    coefficient: Decimal = described("Hệ số lần mức lương cơ sở", example="0,3")
    to: Kind = described("Cho: individual, group, household", example="individual")
    instrument: InstrumentId | None = described("Văn bản", example="nd-152-2025-nd-cp", default=None)
    article: Text | None = described("Điều, khoản", example="điểm e khoản 1 Điều 54", default=None)
    level: Level = described("Mức chứng cứ", example="B")


class Award(Record):
    """``awards/<id>.yml``: one emulation title or form of commendation."""

    name: Text = described("Tên", example="Giấy khen")
    kind: Literal["title", "form"] = described(
        "Loại: title (danh hiệu thi đua), form (hình thức khen thưởng)", example="form"
    )
    given_to: tuple[Kind, ...] = described("Đối tượng: individual, group, household", example="individual")
    authority: Authority = described("Thẩm quyền")
    criteria: tuple[LegalPoint, ...] = described("Tiêu chuẩn", default=())
    bonuses: tuple[Bonus, ...] = described("Tiền thưởng", default=())
    caution: tuple[Text, ...] = described(
        "Điều chưa biết, cần thận trọng", example="Cách làm tròn số tiền chưa kiểm chứng.", default=()
    )
    order: Number = described("Thứ tự trên trang", example="1", default=50)


class BaseSalary(Record):
    """One value of the base salary (mức lương cơ sở), in đồng a month, from a day on."""

    from_date: Day = described("Từ ngày", example="2026-07-01")
    amount: Number = described("Đồng mỗi tháng", example="2530000")
    instrument: InstrumentId | None = described("Văn bản", example="nd-161-2026-nd-cp", default=None)
    article: Text | None = described("Điều, khoản", example="Điều 3 khoản 2", default=None)
    level: Level = described("Mức chứng cứ", example="A")


class BaseSalaries(Record):
    """``base-salary.yml``: the dated values of the base salary."""

    values: tuple[BaseSalary, ...] = described("Các mức, cũ trước mới sau")


class Ground(Record):
    """On what ground a name, a photo, a story may be shown.

    Law 91/2025/QH15 Article 16, Decree 356/2025/NĐ-CP Article 6 (consent); Civil Code 91/2015/QH13 Article 32.2.b
    (public events); Decree 56/2017/NĐ-CP Article 36 (a child's consents).
    """

    ground: Literal["consent", "public-decision", "public-event"] = described(
        "Căn cứ: consent (đồng ý), public-decision (cán bộ pháp chế xác nhận được công khai), "
        "public-event (ảnh hoạt động công cộng)",
        example="consent",
    )
    scope: tuple[Literal["name", "photo", "story"], ...] = described("Phạm vi: name, photo, story", example="name")
    recorded: Day = described("Ngày ghi nhận", example="2026-06-09")
    recorded_by: Text | None = described("Người ghi nhận, hoặc chức danh", example="Công chức văn hóa", default=None)
    how: Text | None = described("Hình thức đồng ý", example="Phiếu đồng ý có chữ ký", default=None)
    guardian_consent: Day | None = described(
        "Ngày cha, mẹ hoặc người giám hộ đồng ý", example="2026-06-09", default=None
    )
    child_consent: Day | None = described("Ngày trẻ từ đủ 7 tuổi đồng ý", example="2026-06-09", default=None)


class Name(Record):
    """A person's name, split so that lists sort by it."""

    courtesy: Text | None = described("Danh xưng", example="ông", default=None)
    name: Text = described("Họ và tên", example="Đỗ Văn Thuận")
    position: Text | None = described("Chức vụ, công việc", example="Tổ trưởng", default=None)


class Photo(Record):
    """A photograph or drawing beside the record: ``<id>.jpg``, ``.jpeg``, ``.png`` or ``.webp``."""

    alt: Text | None = described(
        "Mô tả ảnh cho người không nhìn thấy", example="Một người cầm bình chữa cháy", default=None
    )
    credit: Text | None = described("Nguồn ảnh", example="Ảnh: UBND phường", default=None)
    drawing: Truth = described("Là tranh vẽ, không phải ảnh chụp", example="true", default=False)


class Exemplar(Record):
    """``exemplars/<id>.yml``: a person, group or household chosen to be told of."""

    kind: Kind = described("Đối tượng: individual, group, household", example="individual")
    name: Name | None = described("Tên; để trống khi là một đơn vị đã có trong danh mục", default=None)
    organisation: OrganisationId | None = described(
        "Đơn vị, tổ dân phố; với tập thể không ghi tên thì chính là tập thể đó", example="tdp-hoa-sen", default=None
    )
    age_group: AgeGroup | None = described(
        "Nhóm tuổi, bắt buộc với cá nhân: adult, 7-15, under-7", example="adult", default=None
    )
    field: Text = described("Lĩnh vực", example="Phòng cháy, chữa cháy")
    deed: Text = described(
        "Việc làm, một câu", example="Cùng hàng xóm dập đám cháy trong ngõ, đưa hai cụ già ra an toàn"
    )
    story: Prose | None = described("Câu chuyện", example="Khoảng 2 giờ sáng …", default=None)
    photo: Photo | None = described("Ảnh đặt cạnh tệp này, cùng tên", default=None)
    shown: Ground | None = described("Căn cứ để nêu tên, đăng ảnh, kể chuyện", default=None)
    introduced_by: OrganisationId | None = described("Đơn vị giới thiệu", example="tdp-hoa-sen", default=None)
    introduced_on: Day | None = described("Ngày giới thiệu", example="2026-06-01", default=None)
    movement: MovementId | None = described("Phong trào thi đua", example="mau-pccc", default=None)
    occasion: OccasionId | None = described("Dịp chào mừng", example="dai-hoi-dang-xiv", default=None)
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-i-2-b", default=()
    )
    direct_worker: Truth = described("Người lao động trực tiếp", example="true", default=False)
    small_collective: Truth = described("Tập thể nhỏ", example="true", default=False)
    approved: Approval | None = described("Duyệt đăng", default=None)
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Practice(Record):
    """``practices/<id>.yml``: a model, a good way of doing, an initiative."""

    name: Text = described("Tên cách làm hay, mô hình, sáng kiến", example="Ngõ không rác tồn")
    field: Text = described("Lĩnh vực", example="Môi trường")
    organisation: OrganisationId | None = described("Nơi làm", example="tdp-hoa-sen", default=None)
    summary: Text = described("Tóm tắt một câu", example="Lịch trực dán đầu ngõ, nhà nào cũng biết hôm nay tới lượt ai")
    story: Prose = described("Cách làm", example="Tổ dân phố chia ngõ thành …")
    exemplars: tuple[ExemplarId, ...] = described("Gương điển hình", example="2026-005", default=())
    started: Day | None = described("Bắt đầu từ ngày", example="2025-03-01", default=None)
    photo: Photo | None = described("Ảnh đặt cạnh tệp này, cùng tên", default=None)
    shown: Ground | None = described("Căn cứ để đăng ảnh chụp người", default=None)
    movement: MovementId | None = described("Phong trào thi đua", example="mau-xanh-sach", default=None)
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện", example="2026#muc-ii-1-b", default=()
    )
    approved: Approval | None = described("Duyệt đăng", default=None)
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Signer(Record):
    """Who signed, and in which form."""

    name: Text = described("Họ tên người ký", example="(Người ký minh họa)")
    form: Text = described("Quyền hạn, chức vụ", example="CHỦ TỊCH")


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
    small_collective: Truth = described("Tập thể nhỏ", example="true", default=False)
    shown: Ground | None = described("Căn cứ để nêu tên, khi khác cả danh sách", default=None)
    withdrawn: Day | None = described(
        "Ngày gỡ thông tin theo yêu cầu; dòng chỉ còn kind và ngày này", example="2026-07-01", default=None
    )


class AwardList(Record):
    """One list of a decision: one award, its basis and period, and the commended."""

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
    commendations: tuple[Commendation, ...] = described("Những người, tập thể được khen")


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
    shown: Ground | None = described("Căn cứ để nêu tên mọi danh sách", default=None)
    lists: tuple[AwardList, ...] = described("Các danh sách")
    corrections: tuple[Correction, ...] = described("Đính chính", default=())
    approved: Approval | None = described("Duyệt đăng", default=None)
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
