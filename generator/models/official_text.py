"""The text of an official document, to the letter: its head, its levels, its foot.

Every text stands as it is printed, slips included; a label such as ``a.`` or ``- a)`` is part of the text. The levels
are those of Decree 30/2020/NĐ-CP, Annex I; what has no place among them is a paragraph.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Discriminator, Tag

from generator import vietnamese
from generator.models.base import InstrumentId, Number, Record, Text, described


def _cell(value: object) -> object:
    return "" if value is None else value  # an empty value of YAML


Cell = Annotated[str, BeforeValidator(_cell, json_schema_input_type=str | None), AfterValidator(vietnamese.one_line)]
"""The text of a table's cell on one line; it may be empty."""


class Indent(Record):
    """A paragraph behind a dash, or behind a plus below a dash."""

    indent: Text = described("Dấu gạch đầu dòng, đúng như bản in", example="-")
    text: Text = described("Lời văn", example="Triển khai kế hoạch công tác thi đua, khen thưởng.")
    parts: tuple[Part, ...] = described("Các phần bên trong", default=())
    level: ClassVar[str] = "indent"

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


class Table(Record):
    """A table inside the text, row by row; a merged cell stands once, where it begins, and empty elsewhere."""

    table: tuple[tuple[Cell, ...], ...] = described("Các dòng của bảng, mỗi dòng các ô", example="[STT, Nội dung]")
    header_rows: Number = described("Số dòng đầu là tên cột", example="1", default=1)
    level: ClassVar[str] = "table"
    label: ClassVar[str] = ""
    parts: ClassVar[tuple[()]] = ()

    @property
    def text(self) -> str:
        """The cells that hold something, row by row."""
        return " ".join(cell for row in self.table for cell in row if cell)


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


class Article(Record):
    """An article (Điều), as decisions and regulations have them."""

    article: Text = described("Số của điều, đúng như bản in", example="Điều 1.")
    text: Text = described("Tên điều hoặc lời văn", example="Ban hành kèm theo Quyết định này Kế hoạch năm 2026.")
    parts: tuple[Part, ...] = described("Các phần bên trong", default=())
    level: ClassVar[str] = "article"

    @property
    def label(self) -> str:
        """The number, letter or dash in front of the text, as printed."""
        return self.article


_LEVELS = ("article", "clause", "point", "indent", "paragraph", "table")


def _level(value: Any) -> str | None:
    names = value if isinstance(value, dict) else getattr(value, "model_fields_set", ())
    found = [name for name in _LEVELS if name in names]
    return f"<{found[0]}>" if len(found) == 1 else None


Part = Annotated[
    Annotated[Article, Tag("<article>")]
    | Annotated[Clause, Tag("<clause>")]
    | Annotated[Point, Tag("<point>")]
    | Annotated[Indent, Tag("<indent>")]
    | Annotated[Paragraph, Tag("<paragraph>")]
    | Annotated[Table, Tag("<table>")],
    Discriminator(_level, custom_error_type="not_a_part", custom_error_message="không rõ phần này thuộc loại nào"),
]


class Section(Record):
    """A section (mục) under a Roman numeral, or a chapter or part with its word: ``Chương I``."""

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


class Footnote(Record):
    """A footnote with its note: ``mark`` is printed small behind the words ``after``, and is not part of the text."""

    part: Text = described("Địa chỉ phần có dấu chú thích", example="muc-ii-1-a")
    after: Text = described("Chữ đứng ngay trước dấu", example="Nghị định này")
    mark: Text = described("Dấu chú thích", example="1")
    text: Text = described("Lời chú thích, đúng như bản in", example="Được sửa đổi năm 2026.")


class Slip(Record):
    """An editor's note on a slip of the source, which stays as it is."""

    part: Text = described("Địa chỉ phần có chỗ này", example="muc-ii-1-b")
    text: Text = described("Chữ trong bản gốc", example="Công thông tin điện tử")
    note: Text = described("Ghi chú của người biên tập", example='Có lẽ là "Cổng thông tin điện tử".')


class Letterhead(Record):
    """The lines at the head of the first page: the issuing body's on the left, the nation's on the right."""

    issuer: tuple[Text, ...] = described("Các dòng tên cơ quan, đúng như bản in", example="ỦY BAN NHÂN DÂN", default=())
    nation: tuple[Text, ...] = described(
        "Quốc hiệu, tiêu ngữ, đúng như bản in", example="Độc lập - Tự do - Hạnh phúc", default=()
    )


class AttachedAnnex(Record):
    """An annex that is no table of tasks: its head, and parts as in the body."""

    heading: Text = described("Dòng đầu phụ lục", example="PHỤ LỤC II")
    title: Text | None = described("Tên phụ lục", example="Chỉ tiêu thi đua năm 2026", default=None)
    note: Text | None = described("Dòng kèm theo", example="(Kèm theo Kế hoạch số 15/KH-UBND)", default=None)
    parts: tuple[Part, ...] = described("Các phần bên trong, theo thứ tự", default=())


class OfficialText(Record):
    """A document from its letterhead to its signature; what it does not have stays empty.

    ``parts`` stand before the first section, or are the whole body where there is none.
    """

    letterhead: Letterhead | None = described("Phần đầu trang: cơ quan, quốc hiệu, tiêu ngữ", default=None)
    number_line: Text | None = described("Dòng số, ký hiệu đúng như bản in", example="Số: 15/KH-UBND", default=None)
    place_line: Text | None = described(
        "Dòng địa danh, ngày đúng như bản in", example="Bạch Đằng, ngày 10 tháng 02 năm 2026", default=None
    )
    type: Text | None = described("Tên loại văn bản đúng như bản in", example="KẾ HOẠCH", default=None)
    title: Text = described("Trích yếu đúng như bản in", example="Công tác thi đua, khen thưởng năm 2026")
    preamble: tuple[Text, ...] = described("Các đoạn mở đầu", example="Căn cứ Luật Thi đua, khen thưởng;", default=())
    parts: tuple[Part, ...] = described("Các phần đứng trước mục đầu tiên", default=())
    sections: tuple[Section, ...] = described("Các mục I, II, III", default=())
    conclusions: tuple[Text, ...] = described("Các đoạn kết", example="Trên đây là Kế hoạch năm 2026./.", default=())
    distribution: Distribution | None = described("Nơi nhận", default=None)
    signature: Signature | None = described("Chữ ký", default=None)
    footnote_marks: tuple[FootnoteMark, ...] = described("Dấu chú thích không còn lời chú thích", default=())
    footnotes: tuple[Footnote, ...] = described("Chú thích cuối trang", default=())
    slips: tuple[Slip, ...] = described("Ghi chú của người biên tập về chỗ sai sót của bản gốc", default=())


class BoundText(OfficialText):
    """A document with what is bound with it: the paper that promulgates it, and its annexes."""

    promulgated_by: OfficialText | None = described(
        "Văn bản ban hành kèm theo văn bản này, khi văn bản này không tự có số", default=None
    )
    annexes: tuple[AttachedAnnex, ...] = described("Các phụ lục; của kế hoạch thì trừ bảng nhiệm vụ", default=())

    @property
    def all_footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes of all that is bound, in the order of their marks."""
        return (*(self.promulgated_by.footnotes if self.promulgated_by else ()), *self.footnotes)


for _model in (Article, Clause, Point, Indent, Section, AttachedAnnex, OfficialText, BoundText):
    _model.model_rebuild()
