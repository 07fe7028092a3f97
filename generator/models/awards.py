"""Awards: emulation titles and forms of commendation, who may confer them, and the money that goes with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.models.base import Day, InstrumentId, Number, Record, Text, Truth, described
from generator.models.honours import Kind
from generator.models.legislation import Level

Decimal = Annotated[str, StringConstraints(pattern=r"^[0-9]+(,[0-9]+)?$")]


class LegalPoint(Record):
    """One statement about an award, the article it rests on, and how surely it is known."""

    text: Text = described("Điều được nói", example="Hoàn thành tốt nhiệm vụ trở lên")
    instrument: InstrumentId | None = described("Văn bản", example="luat-06-2022-qh15", default=None)
    article: Text | None = described("Điều, khoản", example="Điều 24 khoản 1", default=None)
    level: Level = described("Mức chứng cứ", example="B")


class EarlierAuthority(Record):
    """Who conferred the award before the levels of local government changed."""

    until: Day = described("Trước ngày", example="2025-07-01")
    who: Text = described("Ai tặng trước ngày ấy", example="Chủ tịch Ủy ban nhân dân cấp huyện")
    points: tuple[LegalPoint, ...] = described("Căn cứ")


class Authority(Record):
    """Whether the chairman of the ward may confer the award, and who conferred it before."""

    holds: Literal["yes", "by-form", "unverified", "no"] = described(
        "Chủ tịch UBND phường có thẩm quyền: yes, by-form (biết qua mẫu bằng, chưa thấy điều chuyển giao), "
        "unverified (chưa kiểm chứng), no",
        example="yes",
    )
    since: Day | None = described("Từ ngày", example="2025-07-01", default=None)
    points: tuple[LegalPoint, ...] = described("Căn cứ")
    before: EarlierAuthority | None = described("Thẩm quyền trước đó", default=None)


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
    counted: Truth = described(
        "Chỉ đếm theo tổ dân phố, không nêu tên ai; danh sách ghi counts thay cho commendations",
        example="true",
        default=False,
    )
    order: Number = described("Thứ tự trên trang", example="1", default=50)


class BaseSalary(Record):
    """One value of the base salary (mức lương cơ sở), in đồng a month, between two days.

    Where nobody says from which day it holds, ``seen`` is the first day on which a source shows it.
    """

    amount: Number = described("Đồng mỗi tháng", example="2530000")
    from_date: Day | None = described("Từ ngày; không biết thì bỏ trống", example="2026-07-01", default=None)
    seen: Day | None = described(
        "Ngày của nguồn sớm nhất nêu mức này, khi chưa biết từ ngày nào", example="2025-12-31", default=None
    )
    until: Day | None = described("Ngày cuối còn áp dụng, khi đã biết", example="2026-06-30", default=None)
    instrument: InstrumentId | None = described("Văn bản", example="nd-161-2026-nd-cp", default=None)
    article: Text | None = described("Điều, khoản", example="Điều 3 khoản 2", default=None)
    level: Level = described("Mức chứng cứ", example="A")

    @property
    def first_day(self) -> date:
        """The first day on which it is known to hold."""
        return self.from_date or self.seen or date.max


class BaseSalaries(Record):
    """``base-salary.yml``: the dated values of the base salary."""

    values: tuple[BaseSalary, ...] = described("Các mức, cũ trước mới sau")
