"""A plan of the ward, to the letter: its body, the tasks of its annex, and what has been done.

Every text stands as it is printed, slips included; a label such as ``a.`` or ``- a)`` is part of the text.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Tag

from generator.models.base import (
    Approval,
    Day,
    DecisionId,
    ExemplarId,
    InstrumentId,
    Number,
    OrganisationId,
    Record,
    Text,
    Truth,
    WebAddress,
    described,
)


class Indent(Record):
    """A paragraph behind a dash."""

    indent: Text = described("Dấu gạch đầu dòng, đúng như bản in", example="-")
    text: Text = described("Lời văn", example="Triển khai kế hoạch công tác thi đua, khen thưởng.")
    level: ClassVar[str] = "indent"
    parts: ClassVar[tuple[()]] = ()

    @property
    def label(self) -> str:
        """The number, letter or dash in front of the text, as printed."""
        return self.indent


class Paragraph(Record):
    """A paragraph without number or dash."""

    paragraph: Text = described("Đoạn không đánh số, đúng như bản in", example="(Có Phụ lục kèm theo).")
    level: ClassVar[str] = "paragraph"
    label: ClassVar[str] = ""
    parts: ClassVar[tuple[()]] = ()

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph


class Point(Record):
    """A lettered point (điểm)."""

    point: Text = described("Chữ cái của điểm, đúng như bản in", example="a)")
    text: Text = described("Lời văn của điểm", example="Nâng cao chất lượng công tác thi đua, khen thưởng.")
    parts: tuple[Part, ...] = described("Các phần bên trong", default=())
    level: ClassVar[str] = "point"

    @property
    def label(self) -> str:
        """The number, letter or dash in front of the text, as printed."""
        return self.point


class Clause(Record):
    """A numbered clause (khoản)."""

    clause: Text = described("Số của khoản, đúng như bản in", example="1.")
    text: Text = described("Lời văn hoặc tiêu đề của khoản", example="Mục đích")
    parts: tuple[Part, ...] = described("Các phần bên trong", default=())
    level: ClassVar[str] = "clause"

    @property
    def label(self) -> str:
        """The number, letter or dash in front of the text, as printed."""
        return self.clause


def _level(value: Any) -> str | None:
    names = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
    found = [name for name in ("clause", "point", "indent", "paragraph") if name in names]
    return f"<{found[0]}>" if len(found) == 1 else None


Part = Annotated[
    Annotated[Clause, Tag("<clause>")]
    | Annotated[Point, Tag("<point>")]
    | Annotated[Indent, Tag("<indent>")]
    | Annotated[Paragraph, Tag("<paragraph>")],
    Discriminator(_level, custom_error_type="not_a_part", custom_error_message="không rõ phần này thuộc loại nào"),
]


class Section(Record):
    """A section (mục) under a Roman numeral."""

    section: Text = described("Số La Mã của mục, đúng như bản in", example="I.")
    text: Text = described("Tiêu đề của mục", example="MỤC ĐÍCH, YÊU CẦU")
    parts: tuple[Part, ...] = described("Các phần bên trong, theo thứ tự", default=())
    level: ClassVar[str] = "section"

    @property
    def label(self) -> str:
        """The number, letter or dash in front of the text, as printed."""
        return self.section


class Distribution(Record):
    """The recipients (nơi nhận)."""

    heading: Text = described("Dòng đầu", example="Nơi nhận:")
    lines: tuple[Text, ...] = described("Các dòng nơi nhận", example="- Lưu: VT.")


class Signature(Record):
    """The signature block."""

    lines: tuple[Text, ...] = described("Các dòng quyền hạn, chức vụ", example="CHỦ TỊCH")
    name: Text = described("Họ tên người ký, đúng như bản in", example="(Người ký minh họa)")


class FootnoteMark(Record):
    """A footnote mark whose note is missing in the source; it leads to an instrument."""

    part: Text = described("Địa chỉ phần có dấu chú thích", example="muc-ii-1-a")
    after: Text = described("Chữ đứng ngay trước dấu", example="152/2025/NĐ-CP")
    mark: Text = described("Dấu chú thích", example="1")
    instrument: InstrumentId = described("Văn bản mà dấu dẫn tới", example="nd-152-2025-nd-cp")


class Slip(Record):
    """An editor's note on a slip of the source, which stays as it is."""

    part: Text = described("Địa chỉ phần có chỗ này", example="muc-ii-1-b")
    text: Text = described("Chữ trong bản gốc", example="Công thông tin điện tử")
    note: Text = described("Ghi chú của người biên tập", example='Có lẽ là "Cổng thông tin điện tử".')


class Plan(Record):
    """``plans/<id>/plan.yml``: the body of a plan, from its number to its signature, without the annex."""

    year: Number = described("Năm của kế hoạch", example="2026")
    issuer: OrganisationId = described("Cơ quan ban hành", example="ubnd-phuong")
    number: Text | None = described("Số, ký hiệu; bỏ trống khi chưa có", example="15/KH-UBND", default=None)
    date: Day | None = described("Ngày ban hành; bỏ trống khi chưa có", example="2026-02-10", default=None)
    approved: Approval | None = described("Duyệt đăng", default=None)
    number_line: Text = described("Dòng số, ký hiệu đúng như bản in", example="Số: 15/KH-UBND")
    place_line: Text = described("Dòng địa danh, ngày đúng như bản in", example="Bạch Đằng, ngày 10 tháng 02 năm 2026")
    type: Text = described("Tên loại văn bản đúng như bản in", example="KẾ HOẠCH")
    title: Text = described("Trích yếu đúng như bản in", example="Công tác thi đua, khen thưởng năm 2026")
    preamble: tuple[Text, ...] = described("Các đoạn mở đầu", example="Căn cứ Luật Thi đua, khen thưởng;", default=())
    sections: tuple[Section, ...] = described("Các mục I, II, III")
    conclusions: tuple[Text, ...] = described("Các đoạn kết", example="Trên đây là Kế hoạch năm 2026./.", default=())
    distribution: Distribution = described("Nơi nhận")
    signature: Signature = described("Chữ ký")
    footnote_marks: tuple[FootnoteMark, ...] = described("Dấu chú thích không còn lời chú thích", default=())
    slips: tuple[Slip, ...] = described("Ghi chú của người biên tập về chỗ sai sót của bản gốc", default=())
    sample: Truth = described("Dữ liệu minh họa", example="true", default=False)


class Task(Record):
    """One row of the annex: its five cells to the letter, and what they mean."""

    number: Text = described("Ô số thứ tự", example="1")
    content: Text = described("Ô nội dung", example="Báo cáo sơ kết 06 tháng đầu năm")
    lead: Text = described("Ô cơ quan chủ trì", example="Phòng Văn hóa - Xã hội")
    coordination: Text = described("Ô cơ quan, đơn vị phối hợp", example="Văn phòng HĐND - UBND")
    period: Text = described("Ô thời gian thực hiện", example="Quý II")
    led_by: tuple[OrganisationId, ...] = described("Đơn vị chủ trì", example="phong-van-hoa-xa-hoi")
    joined_by: tuple[OrganisationId, ...] = described("Đơn vị phối hợp", example="van-phong-hdnd-ubnd", default=())
    quarter: Literal["1", "2", "3", "4"] | None = described(
        "Quý phải xong, chỉ khi ô thời gian ghi quý", example="2", default=None
    )


class Annex(Record):
    """``plans/<id>/tasks.yml``: the annex of a plan and its tasks."""

    heading: Text = described("Dòng đầu phụ lục", example="PHỤ LỤC")
    title: Text = described("Tên phụ lục", example="Nội dung nhiệm vụ công tác thi đua, khen thưởng năm 2026")
    note: Text = described("Dòng kèm theo", example="(Kèm theo Kế hoạch số 15/KH-UBND)")
    columns: tuple[Text, Text, Text, Text, Text] = described("Tên năm cột", example="STT")
    tasks: tuple[Task, ...] = described("Các nhiệm vụ")
    slips: tuple[Slip, ...] = described("Ghi chú của người biên tập về chỗ sai sót của bản gốc", default=())


class Evidence(Record):
    """What shows that a task was done."""

    label: Text = described("Tên minh chứng", example="Báo cáo sơ kết")
    link: WebAddress | None = described("Địa chỉ trên mạng", example="https://example.vn/bao-cao", default=None)
    decision: DecisionId | None = described("Quyết định khen thưởng", example="2026/mau-01", default=None)
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


for _model in (Point, Clause, Section, Plan):
    _model.model_rebuild()
