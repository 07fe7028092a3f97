"""A plan of the ward: its text, the tasks of its annex, and what has been done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.models.base import (
    Approval,
    Day,
    DecisionId,
    DocumentId,
    ExemplarId,
    Number,
    OrganisationId,
    PartAddress,
    PlanId,
    Record,
    Text,
    Truth,
    WebAddress,
    described,
)
from generator.models.official_text import BoundText, Cell, Slip


def _year(value: int) -> int:
    if not 1945 <= value <= 2200:
        raise PydanticCustomError("not_a_year", "không phải năm của một kế hoạch")
    return value


class Alias(Record):
    """An address that a part had before the plan was renumbered, and the part it leads to now."""

    old: Text = described("Địa chỉ cũ của phần", example="muc-ii-3-c")
    part: Text = described("Địa chỉ hiện nay", example="muc-ii-4-a")


class Plan(BoundText):
    """``plans/<id>/plan.yml``: a plan from its letterhead to its signature; its table of tasks is ``tasks.yml``."""

    year: Annotated[Number, AfterValidator(_year)] = described("Năm của kế hoạch", example="2026")
    issuer: OrganisationId = described("Cơ quan ban hành", example="ubnd-phuong")
    number: Text | None = described("Số, ký hiệu; bỏ trống khi chưa có", example="15/KH-UBND", default=None)
    date: Day | None = described("Ngày ban hành; bỏ trống khi chưa có", example="2026-02-10", default=None)
    approved: Approval | None = described("Duyệt đăng", default=None)
    compared_with: PlanId | None = described(
        "Kế hoạch trước để so sánh: năm trước, hoặc bản được sửa đổi", example="2025", default=None
    )
    aliases: tuple[Alias, ...] = described("Địa chỉ cũ của các phần đã đổi số", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


TaskCell = Literal["number", "content", "lead", "coordination", "period", "other"]


class Task(Record):
    """One row of the annex: its cells to the letter, and what they mean.

    ``due`` is set only where the period says a day or a month (its last day), ``quarter`` where it says a quarter.
    """

    number: Cell = described("Ô số thứ tự, có thể trống", example="1")
    content: Text = described("Ô nội dung", example="Báo cáo sơ kết 06 tháng đầu năm")
    lead: Cell = described("Ô cơ quan chủ trì", example="Phòng Văn hóa - Xã hội", default="")
    coordination: Cell = described("Ô cơ quan, đơn vị phối hợp", example="Văn phòng HĐND - UBND", default="")
    period: Cell = described("Ô thời gian thực hiện", example="Quý II", default="")
    others: tuple[Cell, ...] = described("Các ô của cột khác, theo thứ tự", example="Báo cáo", default=())
    group: Text | None = described("Dòng nhóm đứng ngay trên nhiệm vụ", example="I. Tuyên truyền", default=None)
    led_by: tuple[OrganisationId, ...] = described("Đơn vị chủ trì", example="phong-van-hoa-xa-hoi", default=())
    joined_by: tuple[OrganisationId, ...] = described("Đơn vị phối hợp", example="van-phong-hdnd-ubnd", default=())
    quarter: Literal["1", "2", "3", "4"] | None = described(
        "Quý phải xong, chỉ khi ô thời gian ghi quý", example="2", default=None
    )
    due: Day | None = described(
        "Ngày phải xong, chỉ khi ô thời gian ghi ngày hoặc tháng", example="2026-11-25", default=None
    )
    fulfils: tuple[PartAddress, ...] = described(
        "Phần của kế hoạch được thực hiện, chỉ khi lời kế hoạch nói rõ", example="2026#muc-ii-6", default=()
    )


class Annex(Record):
    """``plans/<id>/tasks.yml``: the annex of a plan that is a table of tasks.

    ``cells`` says what each of the printed ``columns`` holds; ``position`` is its place among the plan's annexes.
    """

    heading: Text = described("Dòng đầu phụ lục", example="PHỤ LỤC")
    title: Text | None = described(
        "Tên phụ lục", example="Nội dung nhiệm vụ công tác thi đua, khen thưởng năm 2026", default=None
    )
    note: Text | None = described("Dòng kèm theo", example="(Kèm theo Kế hoạch số 15/KH-UBND)", default=None)
    columns: tuple[Text, ...] = described("Tên các cột", example="STT")
    cells: tuple[TaskCell, ...] = described(
        "Mỗi cột là ô nào của nhiệm vụ",
        example="content",
        default=("number", "content", "lead", "coordination", "period"),
    )
    tasks: tuple[Task, ...] = described("Các nhiệm vụ")
    position: Number = described("Thứ tự trong các phụ lục", example="1", default=1)
    slips: tuple[Slip, ...] = described("Ghi chú của người biên tập về chỗ sai sót của bản gốc", default=())


class Evidence(Record):
    """What shows that a task was done."""

    label: Text = described("Tên minh chứng", example="Báo cáo sơ kết")
    link: WebAddress | None = described("Địa chỉ trên mạng", example="https://example.vn/bao-cao", default=None)
    decision: DecisionId | None = described("Quyết định khen thưởng", example="2026/mau-01", default=None)
    document: DocumentId | None = described("Văn bản của phường", example="2026-thong-bao", default=None)
    exemplars: tuple[ExemplarId, ...] = described("Gương điển hình", example="2026-001", default=())


class TaskProgress(Record):
    """The state of one task on one day."""

    task: Text = described("Số thứ tự nhiệm vụ trong phụ lục", example="5")
    state: Literal["underway", "done"] = described("Trạng thái: underway (đang làm) hoặc done (xong)", example="done")
    date: Day = described("Ngày của trạng thái", example="2026-06-25")
    evidence: tuple[Evidence, ...] = described("Minh chứng, bắt buộc khi đã xong", default=())


class Progress(Record):
    """``plans/<id>/progress.yml``: what has been done of a plan's tasks."""

    tasks: tuple[TaskProgress, ...] = described("Trạng thái từng nhiệm vụ", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)
