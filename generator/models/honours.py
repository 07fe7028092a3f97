"""The honoured: exemplars and practices, the grounds for showing a person, and what remains of one taken down."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from generator.models.base import (
    Approval,
    Day,
    ExemplarId,
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

Kind = Literal["individual", "group", "household"]
AgeGroup = Literal["adult", "7-15", "under-7"]
Occupation = Literal[
    "worker", "farmer", "business", "professional", "official", "armed-forces", "student", "retired", "other"
]
Scope = Literal["name", "photo", "story", "unit", "achievement", "share"]


def _percent(value: int) -> int:
    if value > 100:
        raise PydanticCustomError("not_a_percent", "phải từ 0 đến 100")
    return value


Percent = Annotated[Number, AfterValidator(_percent)]


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Confirmation(Record):
    """A human's word that what a rule warns of is right, and why; it silences that rule at this place and below."""

    rule: Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")] = described(
        "Luật được xác nhận, là chữ trong ngoặc vuông sau lời cảnh báo", example="tu-nhay-cam"
    )
    reason: Text = described("Vì sao vẫn đúng", example="Người ấy đồng ý nhắc tới, phiếu ngày 09/6/2026")


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
    scope: tuple[Scope, ...] = described(
        "Phạm vi: name, photo, story; share (đăng lại, chia sẻ lên mạng xã hội: tên và ảnh có trên thẻ chia sẻ); "
        "của trẻ em còn có unit (trường, lớp, đơn vị), achievement (thành tích)",
        example="name",
    )
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


class Focus(Record):
    """The point of a photo that a crop must keep, in percent of its upright width and height."""

    x: Percent = described("Cách mép trái, phần trăm chiều rộng", example="50")
    y: Percent = described("Cách mép trên, phần trăm chiều cao", example="30")


class Photo(Record):
    """A photograph or drawing beside the record: ``<id>.jpg``, ``.jpeg``, ``.png``, ``.webp``, ``.heic``, ``.heif``."""

    alt: Text | None = described(
        "Mô tả ảnh cho người không nhìn thấy", example="Một người cầm bình chữa cháy", default=None
    )
    credit: Text | None = described("Nguồn ảnh", example="Ảnh: UBND phường", default=None)
    drawing: Truth = described("Là tranh vẽ, không phải ảnh chụp", example="true", default=False)
    people: Literal["adults", "children", "none"] | None = described(
        "Trong ảnh có ai: adults (chỉ người lớn), children (có trẻ em), none (không có người); bắt buộc với ảnh chụp "
        "của tập thể, hộ gia đình, cách làm hay",
        example="adults",
        default=None,
    )
    focus: Focus | None = described("Điểm cần giữ khi cắt ảnh cho vừa khung", default=None)


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
    occupation: Occupation | None = described(
        "Nhóm nghề: worker (công nhân), farmer (nông dân), business (doanh nhân, hộ kinh doanh), professional (trí "
        "thức, chuyên môn), official (cán bộ, công chức, viên chức), armed-forces (lực lượng vũ trang), student (học "
        "sinh, sinh viên), retired (hưu trí), other (nghề khác)",
        example="worker",
        default=None,
    )
    small_collective: Truth = described("Tập thể nhỏ", example="true", default=False)
    posthumous: Truth = described("Truy tặng", example="true", default=False)
    draft: Truth = described("Bản nháp, chưa xét việc đăng", example="true", default=False)
    approved: Approval | None = described("Duyệt đăng", default=None)
    publish_from: Day | None = described("Chờ công bố tới ngày", example="2026-06-20", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
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
    draft: Truth = described("Bản nháp, chưa xét việc đăng", example="true", default=False)
    approved: Approval | None = described("Duyệt đăng", default=None)
    publish_from: Day | None = described("Chờ công bố tới ngày", example="2026-06-20", default=None)
    confirmed: tuple[Confirmation, ...] = described("Những cảnh báo đã có người xem và xác nhận là đúng", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Withdrawal(Record):
    """``exemplars/<id>.yml`` of a person taken down: nothing but the day. The id is never given to anybody else."""

    withdrawn: Day = described("Ngày gỡ thông tin", example="2026-07-01")


class Suppressed(Record):
    """One person who asked to be taken down, known only by salted hashes."""

    withdrawn: Day = described("Ngày gỡ thông tin", example="2026-07-01")
    name: Digest = described("Mã băm của tên", example="0" * 64)
    person: Digest = described("Mã băm của tên và đơn vị", example="0" * 64)
    photo_only: Truth = described("Chỉ gỡ ảnh", example="true", default=False)


class Suppressions(Record):
    """``suppressions.yml``: who may not come back through any import; written by ``portal withdraw`` alone."""

    salt: Digest = described("Muối của mã băm", example="0" * 64)
    people: tuple[Suppressed, ...] = described("Những người đã gỡ thông tin", default=())

    @cached_property
    def by_person(self) -> Mapping[str, Suppressed]:
        """Those taken down by the hash of name and unit, the first of each."""
        return {one.person: one for one in reversed(self.people)}

    @cached_property
    def by_name(self) -> Mapping[str, Suppressed]:
        """Those taken down by the hash of the name: of each the last, who went altogether before a photo alone."""
        return {one.name: one for one in sorted(self.people, key=lambda one: not one.photo_only)}
