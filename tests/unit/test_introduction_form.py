"""The sheet to tell of a good deed, and the mail begun: what they say, on one page, in the same bytes each time."""

import io
from datetime import date
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import docx
import pytest
from pypdf import PdfReader

from generator.catalogue import Catalogue
from generator.content import read_content
from generator.exporters.introduction_form import Form, form_docx, form_pdf, introduction_form, introduction_forms
from generator.pages.tell import begun_mail, tell_ways
from tests.site import AS_OF, copy_small

DAY = date(2026, 8, 1)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    content, problems = read_content(copy_small(tmp_path))
    assert problems == []
    return Catalogue(content, AS_OF)


@pytest.fixture
def form(catalogue: Catalogue) -> Form:
    return introduction_form(catalogue, DAY)


def said(form: Form) -> list[str]:
    """Everything the form says."""
    fields = [field.label for section in form.sections for field in section.fields]
    questions = [words for section in form.sections for words in (section.heading, section.hint, *section.boxes)]
    return [form.ward, form.stage, form.remark, *questions, *fields, *form.never, *form.then, form.send]


def test_it_says_that_no_law_prescribes_it_and_what_not_to_write(form: Form) -> None:
    assert "không phải mẫu do pháp luật quy định" in form.remark
    assert "số căn cước, ngày sinh, địa chỉ nhà của người khác" in form.never
    assert "ảnh trẻ em" in form.never
    assert form.stage == "Bản thử nghiệm, chưa phải phiếu chính thức của UBND phường."
    assert form.send == (
        "Đưa phiếu đến Phòng Văn hóa phường Mẫu, giờ hành chính. Điện thoại: 0000 000 000 (số minh họa, chưa phải của "
        "phường)."
    )


def test_the_pdf_is_one_tagged_page_in_vietnamese_that_says_all_of_it(form: Form) -> None:
    data = form_pdf(form)
    assert data == form_pdf(form)
    reader = PdfReader(io.BytesIO(data))
    root = cast("dict[str, Any]", reader.trailer["/Root"].get_object())
    assert len(reader.pages) == 1
    assert bool(root["/MarkInfo"]["/Marked"])
    assert str(root["/Lang"]).lower().startswith("vi")
    assert reader.metadata is not None
    assert reader.metadata.title == form.title
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    for words in said(form):
        assert "".join(words.split()) in text, words


def test_the_word_file_says_all_of_it_on_dotted_lines(form: Form) -> None:
    data = form_docx(form)
    assert data == form_docx(form)
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in said(form):
        assert words in text, words
    dotted = [one for one in document.paragraphs if one.paragraph_format.tab_stops and one.text.endswith("\t")]
    assert len(dotted) == sum(field.lines for section in form.sections for field in section.fields)
    assert [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"][:2] == [
        "1. Ai đã làm việc tốt?",
        "2. Việc tốt ấy là gì?",
    ]


def test_typed_signs_show_as_typed(form: Form) -> None:
    odd = Form(**{**vars(form), "ward": "#strong[Mẫu] *x* <b> 😀", "send": "$x$ \\ @y"})
    text = PdfReader(io.BytesIO(form_pdf(odd))).pages[0].extract_text()
    assert "#strong[Mẫu] *x* <b> [U+1F600]" in text
    assert "$x$ \\ @y" in text
    assert docx.Document(io.BytesIO(form_docx(odd))).paragraphs[0].text == odd.ward


def test_both_are_made_where_the_portal_names_the_page(catalogue: Catalogue) -> None:
    assert list(introduction_forms(catalogue)) == ["pdf", "docx"]


def test_the_mail_begins_with_subject_and_questions() -> None:
    begun = urlsplit(begun_mail("hop-thu@mau.invalid", "Phòng Văn hóa & Xã hội"))
    asked = parse_qs(begun.query)
    assert (begun.scheme, begun.path) == ("mailto", "hop-thu@mau.invalid")
    assert asked["subject"] == ["Giới thiệu gương người tốt, việc tốt"]
    assert asked["body"][0].startswith("Kính gửi Phòng Văn hóa & Xã hội,\r\n\r\n1. Ai đã làm việc tốt")
    assert "đừng gửi ảnh trẻ em" in asked["body"][0]


def test_no_mail_is_begun_to_an_address_nobody_gave(catalogue: Catalogue) -> None:
    portal = catalogue.portal
    catalogue.portal = portal.model_copy(update={"email": None})
    ways = tell_ways(catalogue, ())
    assert (ways.email, ways.mail) == ("", "")
