"""A plan as Word, PDF and plain text: the layout of Decree 30, the text to the letter, the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.catalogue import Catalogue
from generator.cli import main
from generator.content import read_content
from generator.exporters.plan_docx import docx_file
from generator.exporters.plan_formats import PLAN_FORMATS
from generator.exporters.plan_pdf import pdf_file
from generator.exporters.plan_text import plan_text
from generator.exporters.printable import SAMPLE, Line, Paper, Sheet, lay_out
from generator.exporters.typeface import drawable
from generator.exporters.words import Run
from generator.models import Plan
from generator.pages.exports import CONVERSION
from generator.vietnamese import CAPITALS, normal
from tests.papers import ANNEX, DAY, OFFICIAL, PLAN, annex, plan
from tests.site import AS_OF, ROOT, SMALL, copy_small

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCE = (ROOT / "tests" / "real" / "ke-hoach-2026.txt").read_text(encoding="utf-8")


def paper(**changes: Any) -> Paper:
    """The invented plan as a paper."""
    made = Plan.model_validate(PLAN | changes)
    return lay_out(made, annex(), name="Kế hoạch năm 2027", author="UBND phường Mẫu", as_of=DAY)


def one_line(text: str) -> Paper:
    """A paper of one paragraph."""
    return replace(paper(), sheets=(Sheet((Line("title", (Run("Tên"),)), Line("text", (Run(text),)))),))


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def packed(text: str) -> str:
    """The text without white space."""
    return "".join(normal(text).split())


def word_text(data: bytes) -> str:
    """What a Word file says in its order, each footnote as its mark in brackets."""
    said = []
    count = 0
    for element in part(data, "word/document.xml").iter(f"{W}t", f"{W}footnoteReference"):
        typed = element.tag == f"{W}t" and element.getprevious() is not None and (
            element.getprevious().tag == f"{W}footnoteReference"
        )  # fmt: skip
        if element.tag == f"{W}t":
            said.append(f"[{element.text}]" if typed else element.text)
        elif element.get(f"{W}customMarkFollows") is None:
            count += 1
            said.append(f"[{count}]")
    return packed("".join(said))


def pdf_text(data: bytes, remark: str) -> str:
    """What a PDF's pages say in their order, without the number in the head and the remark in the foot."""
    said = []
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        text = packed(page.extract_text())
        assert packed(remark) in text
        said.append(re.sub(r"^\d+", "", text.replace(packed(remark), "")))
    return "".join(said)


def official(*, notes: bool = False) -> str:
    lines = OFFICIAL.splitlines()
    return packed("".join(line for line in lines if notes or not line.startswith("[")))


def in_order(text: str, lines: list[str]) -> list[str]:
    """The lines that do not follow one another in the text."""
    missing, at = [], 0
    for line in lines:
        found = text.find(line, at)
        if found < 0:
            missing.append(line)
        else:
            at = found + len(line)
    return missing


# the layout of Decree 30 ------------------------------------------------------------------------------------------


def test_the_page_is_a4_with_the_margins_of_the_decree() -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    assert len(document.sections) == 4
    for section in document.sections:
        sides = sorted((section.page_width.mm, section.page_height.mm))  # type: ignore[union-attr]
        assert [round(side) for side in sides] == [210, 297]
        assert 20 <= round(section.top_margin.mm) <= 25  # type: ignore[union-attr]
        assert 20 <= round(section.bottom_margin.mm) <= 25  # type: ignore[union-attr]
        assert 30 <= round(section.left_margin.mm) <= 35  # type: ignore[union-attr]
        assert 15 <= round(section.right_margin.mm) <= 20  # type: ignore[union-attr]


def test_pages_are_numbered_in_the_middle_above_from_the_second_on_and_anew_in_an_annex() -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(f"{W}pgNumType").get(f"{W}start") == "1"
        assert section.first_page_header.paragraphs[0].text == ""
        (head,) = section.header.paragraphs
        assert "PAGE" in "".join(head._p.itertext())
        assert head.style is not None
        assert head.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_only_the_wide_annex_lies_on_its_side() -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    assert [section.page_width > section.page_height for section in document.sections] == [  # type: ignore[operator]
        False, False, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "sizes", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI", (12, 13), True, False),
        ("Độc lập - Tự do", (13, 14), True, False),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU", (12, 13), False, False),
        ("PHƯỜNG MẪU", (12, 13), True, False),
        ("Số: 02", (13, 13), False, False),
        ("Mẫu, ngày", (13, 14), False, True),
        ("KẾ HOẠCH", (13, 14), True, False),
        ("Công tác thi đua", (13, 14), True, False),
        ("Căn cứ", (13, 14), False, True),
        ("Thực hiện", (13, 14), False, False),
        ("Chương I", (13, 14), True, False),
        ("II. CHỈ TIÊU", (13, 14), True, False),
        ("Điều 1. Phạm vi", (13, 14), True, False),
        ("1. Các tổ dân phố", (13, 14), True, False),
        ("1.1.", (13, 14), False, False),
        ("đ) Hộ", (13, 14), False, False),
        ("TM. ỦY BAN", (13, 14), True, False),
        ("(Người ký bịa)", (13, 14), True, False),
        ("Nơi nhận:", (12, 12), True, True),
        ("- Lưu: VT.", (11, 11), False, False),
        ("PHỤ LỤC I", (14, 14), True, False),
        ("Nhiệm vụ năm 2027", (13, 14), True, False),
        ("(Kèm theo", (13, 14), False, True),
    ],
)
def test_each_part_looks_as_the_decree_says(words: str, sizes: tuple[int, int], bold: bool, italic: bool) -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    found = next(one for one in _paragraphs(document) if one.text.startswith(words))
    assert sizes[0] <= _looked(found, "size").pt <= sizes[1]
    assert (bool(_looked(found, "bold")), bool(_looked(found, "italic"))) == (bold, italic)


@pytest.mark.parametrize(
    ("words", "bold", "italic"),
    [("ỦY BAN NHÂN DÂN PHƯỜNG MẪU", True, False), ("QUYẾT ĐỊNH:", True, False), ("(Ban hành kèm theo", False, True)],
)
def test_what_a_decision_says_before_its_articles_stands_in_the_middle(words: str, bold: bool, italic: bool) -> None:
    decision = PLAN["promulgated_by"] | {
        "preamble": ["ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "Theo đề nghị của Văn phòng;", "QUYẾT ĐỊNH:"]
    }
    preamble = ["(Ban hành kèm theo Quyết định số 01/QĐ-UBND)", *PLAN["preamble"]]
    document = docx.Document(io.BytesIO(docx_file(paper(promulgated_by=decision, preamble=preamble))))
    found = next(one for one in _paragraphs(document) if one.text.startswith(words))
    assert found.style is not None
    assert found.style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert (bool(_looked(found, "bold")), bool(_looked(found, "italic"))) == (bold, italic)


def _paragraphs(document: Any) -> list[Paragraph]:
    return [Paragraph(one, document) for one in document.element.body.iter(f"{W}p")]


def _looked(paragraph: Paragraph, name: str) -> Any:
    """The look of a paragraph by its style and those it rests on."""
    style: Any = paragraph.style
    while style is not None:
        value = getattr(style.font, name)
        if value is not None:
            return value
        style = style.base_style
    defaults = {"size": docx.shared.Pt(14), "bold": False, "italic": False}
    return defaults[name]


def test_the_text_is_times_new_roman_justified_with_its_first_line_in() -> None:
    styles = part(docx_file(paper()), "word/styles.xml")
    (fonts,) = styles.findall(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert not styles.findall(f"{W}style//{W}rFonts")
    assert styles.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "vi-VN"
    text = docx.Document(io.BytesIO(docx_file(paper()))).styles["Lời văn"].paragraph_format
    assert text.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert round(text.first_line_indent.cm, 2) == 1.27
    assert text.space_before.pt >= 6
    assert 1 <= text.line_spacing <= 1.5


def test_every_style_that_is_named_is_there() -> None:
    data = docx_file(paper())
    known = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")}
    for name in ("document", "footnotes", "header", "first", "footer"):
        root = part(data, f"word/{name}.xml")
        used = {one.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for one in root.iter(f"{W}{tag}")}
        assert used <= known


def test_headings_are_an_outline_without_a_step_left_out() -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    levels = [
        (one.text.split("\n")[0], one.style.name)
        for one in _paragraphs(document)
        if one.style is not None and one.style.name.startswith(("Heading", "Chương", "Phụ lục"))
    ]
    assert levels == [
        ("Chương I", "Chương, phần"), ("Điều 1. Phạm vi", "Heading 2"), ("1. Các tổ dân phố", "Heading 3"),
        ("II. CHỈ TIÊU", "Heading 1"), ("1. Chỉ tiêu từng quý", "Heading 2"), ("PHỤ LỤC I", "Phụ lục"),
        ("PHỤ LỤC II", "Phụ lục"),
    ]  # fmt: skip


def test_tables_repeat_their_head_and_a_group_goes_across() -> None:
    document = docx.Document(io.BytesIO(docx_file(paper())))
    tables = [one for one in document.tables if one.style is not None and one.style.name == "Bảng kẻ"]
    for table in tables:
        heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
        assert heads == [True, *[False] * (len(table.rows) - 1)]
    (group,) = (one for table in tables for one in table._tbl.iter(f"{W}gridSpan"))
    assert group.get(f"{W}val") == "6"


def test_footnotes_are_words_own_and_keep_their_marks() -> None:
    data = docx_file(paper())
    notes = part(data, "word/footnotes.xml").findall(f"{W}footnote")
    said = ["".join(note.itertext()) for note in notes]
    assert said[2:4] == [" Kèm hai phụ lục.", "1 Được sửa đổi năm 2026."]  # Word counts the first by itself
    assert said[4:] == ["* Nghị định ở chú thích 1.", "3 Làm tròn."]
    references = list(part(data, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [one.get(f"{W}id") for one in references] == ["1", "2", "3", "4"]


# the text -----------------------------------------------------------------------------------------------------------


def test_the_text_file_says_the_plan_in_order() -> None:
    text = plan_text(paper().sheets)
    assert "".join(line for line in text.splitlines(keepends=True) if line.strip()) == OFFICIAL
    assert "\n\nKẾ HOẠCH\nCông tác thi đua" in text
    assert "\n\nChương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n\n1. Các" in text


def test_the_word_file_says_the_plan_in_order() -> None:
    assert word_text(docx_file(paper())) == official()


def test_the_pdf_says_the_plan_in_order() -> None:
    made = paper()
    lines = [re.sub(r"\[(.)\]", r"\1", line) for line in OFFICIAL.splitlines() if not line.startswith("[")]
    text = pdf_text(pdf_file(made), made.remark)
    assert in_order(text, [packed(line) for line in lines]) == []
    for note in ("Được sửa đổi năm 2026.", "Nghị định ở chú thích 1.", "Làm tròn.", "Kèm hai phụ lục."):
        assert packed(note) in text


def test_the_real_plan_is_its_source_in_every_format() -> None:
    content, _ = read_content(ROOT / "content")
    catalogue = Catalogue(content, date(2026, 11, 22))
    source = SOURCE.replace("**", "").strip("\n") + "\n"
    row = "các đơn vị\tQuý IV\n\n\t\t\tsự nghiệp công lập trực thuộc UBND phường; các cơ quan tổ chức, doanh nghiệp, "
    assert row in source  # the one row that a page cut in two
    whole = source.replace("các đơn vị\tQuý IV\n\n\t\t\tsự nghiệp", "các đơn vị sự nghiệp")
    whole = re.sub(r"(trên địa bàn phường\t)\n7", r"\1Quý IV\n7", whole)
    assert PLAN_FORMATS["txt"].export(catalogue, "2026").decode() == whole
    assert word_text(PLAN_FORMATS["docx"].export(catalogue, "2026")) == packed(whole)
    remark = f"{CONVERSION} Bản dự thảo, chưa có số, ngày ban hành."
    body, _, rows = packed(whole).partition("STT")
    text = pdf_text(PLAN_FORMATS["pdf"].export(catalogue, "2026"), remark)
    assert text.startswith(body)
    cells = [packed(cell) for line in whole.partition("STT")[2].splitlines() for cell in line.split("\t")]
    assert in_order(text.removeprefix(body), [cell for cell in cells if cell]) == []
    assert rows


@pytest.mark.parametrize(
    "text",
    [
        '# $x$ *a* _b_ `c` #let x = 1 #read("/etc/passwd") <nhãn> @ref \\ // /* */ ~ -- --- ... "a" \'b\'',
        "<w:p> ]]> &amp; &#65; <script>alert(1)</script> {{ x }} {% y %} ${z}",
        f"trước {'x' * 500} sau {'Ư' * 300}",
        "1. Đoạn - mở đầu + bằng = số / và dấu",
        CAPITALS + CAPITALS.lower(),
        "“Công tác” – 20 % … ₫ § © ½ ≥ ≤ −5 °C m² αβγ жук",
    ],
)
def test_hostile_text_shows_as_typed(text: str) -> None:
    made = one_line(text)
    assert word_text(docx_file(made)) == packed(f"Tên{text}")
    assert pdf_text(pdf_file(made), made.remark) == packed(f"Tên{text}")
    assert plan_text(made.sheets) == f"Tên\n\n{text}\n"


@pytest.mark.parametrize("text", ["thưởng 😀 lớn", "đảo \u202echữ\u202c lại", "漢字 x", "a\u0007b"])
def test_what_the_font_cannot_draw_is_told_by_its_number(text: str) -> None:
    made = one_line(text)
    shown = drawable(text)
    assert "[U+" in shown
    assert pdf_text(pdf_file(made), made.remark) == packed(f"Tên{shown}")


def test_emoji_and_signs_of_direction_stay_in_word() -> None:
    assert word_text(docx_file(one_line("thưởng 😀 \u202elớn"))) == packed("Tên thưởng 😀 \u202elớn")


_WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "M")), min_size=1, max_size=60
).filter(lambda text: bool(normal(text).strip()))
_LEAF = st.one_of(
    st.builds(lambda text: {"paragraph": text}, _WORDS),
    st.builds(lambda rows: {"table": rows}, st.lists(st.lists(st.text(max_size=9), max_size=4), max_size=3)),
)
_PARTS = st.recursive(
    _LEAF,
    lambda inner: st.builds(
        lambda level, label, text, parts: {level: label, "text": text, "parts": parts},
        st.sampled_from(["article", "clause", "point", "indent"]), _WORDS, _WORDS, st.lists(inner, max_size=3),
    ),
    max_leaves=6,
)  # fmt: skip


_SECTIONS = st.builds(
    lambda label, text, parts: {"section": label, "text": text, "parts": parts},
    _WORDS, _WORDS, st.lists(_PARTS, max_size=2),
)  # fmt: skip


@settings(max_examples=60)
@given(parts=st.lists(_PARTS, max_size=3), sections=st.lists(_SECTIONS, max_size=2), title=_WORDS)
def test_any_plan_can_be_printed(parts: list[Any], sections: list[Any], title: str) -> None:
    made = paper(parts=parts, sections=sections, title=title, footnotes=[])
    data = docx_file(made)
    docx.Document(io.BytesIO(data))
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "�", plan_text(made.sheets))
    told = "".join(line for line in clean.splitlines(keepends=True) if not line.startswith("[1] Kèm hai phụ lục"))
    assert word_text(data) == packed(told)
    assert pdf_file(made).startswith(b"%PDF-")


# what stands apart from the text ---------------------------------------------------------------------------------


def test_each_page_says_that_the_signed_paper_is_the_authority() -> None:
    made = paper(number=None, date=None)
    assert made.remark == f"{CONVERSION} Bản dự thảo, chưa có số, ngày ban hành. {SAMPLE}"
    data = docx_file(made)
    assert "".join(part(data, "word/footer.xml").itertext()) == made.remark
    assert CONVERSION not in plan_text(made.sheets)
    assert packed(CONVERSION) not in word_text(data)
    assert "dự thảo" not in paper(sample=False).remark
    assert SAMPLE not in paper(sample=False).remark


@pytest.mark.parametrize(("changes", "day"), [({}, date(2027, 1, 15)), ({"date": None}, DAY)])
def test_its_date_is_the_plans_or_the_day_it_is_made_for(changes: dict[str, Any], day: date) -> None:
    made = paper(**changes)
    properties = docx.Document(io.BytesIO(docx_file(made))).core_properties
    assert properties.created is not None
    assert properties.created.date() == day
    assert properties.title == "Kế hoạch năm 2027: Công tác thi đua, khen thưởng năm 2027"
    assert (properties.author, properties.language) == ("UBND phường Mẫu", "vi-VN")
    facts = pypdf.PdfReader(io.BytesIO(pdf_file(made))).metadata
    assert facts is not None
    assert facts.creation_date is not None
    assert facts.creation_date.date() == day
    assert facts.title == properties.title
    assert facts.author == "UBND phường Mẫu"


def test_the_pdf_is_tagged_vietnamese_and_holds_its_fonts() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_file(paper())))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "vi-VN"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    tags: list[str] = []
    _gather(root["/StructTreeRoot"]["/K"], tags)
    assert {"/Title", "/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/Note"} <= {*tags}
    assert [str(one["/Title"]) for one in reader.outline if isinstance(one, dict)] == [
        "Chương I QUY ĐỊNH CHUNG", "II. CHỈ TIÊU", "PHỤ LỤC I", "PHỤ LỤC II",
    ]  # fmt: skip
    fonts = {font["/BaseFont"] for page in reader.pages for font in _fonts(page)}
    assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"LiberationSerif"}


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def _gather(node: Any, tags: list[str]) -> None:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            _gather(one, tags)
    elif isinstance(node, dict) and "/S" in node:
        tags.append(node["/S"])
        _gather(node.get("/K", []), tags)


_HASHES = """
import hashlib, locale, sys
sys.path.insert(0, ".")
from generator.exporters.plan_docx import docx_file
from generator.exporters.plan_pdf import pdf_file
from generator.exporters.plan_text import plan_text
from tests.unit.test_exporters_plan import paper
made = paper()
for data in (docx_file(made), pdf_file(made), plan_text(made.sheets).encode()):
    print(hashlib.sha256(data).hexdigest())
"""


def test_the_same_bytes_in_another_place_at_another_time() -> None:
    made = paper()
    here = [docx_file(made), pdf_file(made), plan_text(made.sheets).encode()]
    away = {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "86400"}
    command = [sys.executable, "-X", "utf8", "-c", _HASHES]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | away, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [hashlib.sha256(data).hexdigest() for data in here]


def test_zip_times_are_fixed() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_file(paper()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# the command ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLAN_FORMATS)
def test_a_plan_is_written_once(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ra"
    command = ["export", "plan", "2026", "--content", str(copy_small(tmp_path)), "--as-of", AS_OF.isoformat()]
    assert main([*command, "--as", name, "--out", str(file)]) == 0
    content, _ = read_content(SMALL)
    assert file.read_bytes() == PLAN_FORMATS[name].export(Catalogue(content, AS_OF), "2026")
    assert main([*command, "--as", name, "--out", str(file)]) == 1
    assert "Cách sửa: ghi tên khác, hoặc xóa tệp cũ." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["1999"], 1, "Lỗi: không có kế hoạch “1999”. Cách sửa: ghi một trong: 2025, 2026.\n"),
        (
            ["2026", "--as", "doc"],
            2,
            f"Lỗi: không có dạng “doc”. Cách sửa: ghi một trong: {', '.join(PLAN_FORMATS)}.\n",
        ),
    ],
)
def test_what_cannot_be_exported_is_told(
    arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["export", "plan", *arguments, "--content", str(SMALL), "--as-of", AS_OF.isoformat()]
    assert main(command) == code
    assert capsys.readouterr().err == words


def test_the_invented_plan_is_a_plan() -> None:
    assert plan().year == 2027
    assert ANNEX["heading"] == annex().heading
