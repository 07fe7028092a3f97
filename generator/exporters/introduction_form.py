"""The sheet on which anybody tells the ward of a good deed: what it asks, and the same drawn as PDF and as Word.

It is the ward's own form, says that no law prescribes it, asks as little as will do, and tells what not to write.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

from generator.catalogue import Catalogue
from generator.exporters.typeface import FOLDER, drawable
from generator.exporters.word_package import footnotes_part, w, word_file

TITLE = "Phiếu giới thiệu gương người tốt, việc tốt"
_TEMPLATE = Path(__file__).with_name("papers") / "introduction.typ"
_WIDTH = 9639
"""Between the margins, in twips: A4 less 20 mm on each side."""


@dataclass(frozen=True)
class Field:
    """What is asked, and how many lines there are to write it on."""

    label: str
    lines: int = 1


@dataclass(frozen=True)
class Section:
    """A question, a word of help, the fields below it, and boxes to tick."""

    heading: str
    hint: str
    fields: tuple[Field, ...] = ()
    boxes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """All that is printed; ``stage`` warns that the site is on trial, or is empty."""

    ward: str
    stage: str
    title: str
    remark: str
    sections: tuple[Section, ...]
    never: tuple[str, ...]
    then: tuple[str, ...]
    send: str
    day: date


_REMARK = (
    "Phiếu riêng của chuyên trang, không phải mẫu do pháp luật quy định. Không có phiếu vẫn kể được: gọi điện hoặc đến "
    "phường. Nhớ được đến đâu ghi đến đó."
)
_SECTIONS = (
    Section(
        "1. Ai đã làm việc tốt?",
        "Một người, một nhóm, hay một gia đình.",
        (Field("Họ tên hoặc tên gọi:"), Field("Ở tổ dân phố, đơn vị nào:")),
    ),
    Section(
        "2. Việc tốt ấy là gì?",
        "Kể việc đã thấy. Không cần văn hay.",
        (Field("Đã làm gì:", 6), Field("Ở đâu, khoảng ngày nào:")),
    ),
    Section(
        "3. Phường hỏi lại ai?",
        "Người giới thiệu, hoặc người khác biết việc ấy. Chỉ để phường hỏi lại, không đăng lên trang.",
        (Field("Tên người để hỏi:"), Field("Số điện thoại:")),
    ),
    Section(
        "4. Người được giới thiệu đã biết chưa?",
        "Chưa biết cũng gửi được. Người ấy đồng ý thì chuyên trang mới nêu tên.",
        boxes=("Đã biết, đồng ý cho kể", "Chưa biết, nhờ phường hỏi"),
    ),
)
_NEVER = (
    "số căn cước, ngày sinh, địa chỉ nhà của người khác",
    "ảnh trẻ em",
    "bệnh tật, hoàn cảnh riêng của người được giúp",
    "bản chụp giấy tờ",
)
_THEN = (
    "Phường hỏi lại những người biết việc.",
    "Phường hỏi chính người được giới thiệu.",
    "Người ấy không muốn thì không nêu tên.",
    "Được giới thiệu chưa phải là được khen.",
)


def introduction_forms(catalogue: Catalogue) -> Mapping[str, bytes]:
    """The form by the ending of its files, dated as its page of guidance; none where the portal names no such page."""
    guide = catalogue.content.of("guidance").get(catalogue.portal.introduce_guide or "")
    if guide is None:
        return {}
    return _drawn(introduction_form(catalogue, guide.record.reviewed))


@lru_cache(maxsize=4)  # while somebody edits, the form stays as it was
def _drawn(form: Form) -> Mapping[str, bytes]:
    return {"pdf": form_pdf(form), "docx": form_docx(form)}


def introduction_form(catalogue: Catalogue, day: date) -> Form:
    """The form of the ward, with its office and phone; ``day`` is that of the file."""
    portal = catalogue.portal
    office = catalogue.organisation(portal.office).name
    sample = " (số minh họa, chưa phải của phường)" if portal.phone_is_sample else ""
    return Form(
        ward=f"{portal.ward}, {portal.province}",
        stage="Bản thử nghiệm, chưa phải phiếu chính thức của UBND phường." if portal.stage == "demo" else "",
        title=TITLE,
        remark=_REMARK,
        sections=_SECTIONS,
        never=_NEVER,
        then=_THEN,
        send=f"Đưa phiếu đến {office}, {portal.hours}. Điện thoại: {portal.phone}{sample}.",
        day=day,
    )


def form_pdf(form: Form) -> bytes:
    """The form as a tagged PDF of one page; same form, same bytes."""
    data = asdict(form) | {"day": [form.day.year, form.day.month, form.day.day]}
    made = _compiler().compile(
        format="pdf", sys_inputs={"form": json.dumps(_drawable(data), ensure_ascii=False)}, pdf_standards=["ua-1"]
    )
    assert isinstance(made, bytes)  # noqa: S101 - a list only for pictures of pages
    return made


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)


def _drawable(value: Any) -> Any:
    if isinstance(value, str):
        return drawable(value)
    if isinstance(value, dict):
        return {key: _drawable(inner) for key, inner in value.items()}
    return [_drawable(inner) for inner in value] if isinstance(value, list | tuple) else value


def form_docx(form: Form) -> bytes:
    """The form as a Word file of one page, its lines dotted up to the margin; same form, same bytes."""
    body = w("body", _line(form.ward, size=22, after=0))
    if form.stage:
        body.append(_line(form.stage, size=20, after=0, italic=True))
    body.append(_line(form.title.upper(), style="Title", size=30, before=160, after=80, centred=True))
    body.append(_line(form.remark, size=21, after=80, italic=True, centred=True))
    for section in form.sections:
        body.append(_line(section.heading, style="Heading1", size=25, before=140))
        body.append(_line(section.hint, size=21, after=20, italic=True))
        for field in section.fields:
            body.extend([_dotted(f"{field.label} "), *(_dotted("") for _ in range(field.lines - 1))])
        if section.boxes:
            body.append(_line("        ".join(f"□  {box}" for box in section.boxes), size=24, before=60))
    for heading, items in (("Xin đừng ghi, đừng gửi kèm", form.never), ("Sau đó thế nào", form.then)):
        body.append(_line(heading, style="Heading1", size=23, before=140))
        body.extend(_line(f"- {item}", size=21) for item in items)
    body.append(_line(form.send, size=24, before=160, bold=True))
    edges = {"top": 907, "right": 1134, "bottom": 794, "left": 1134, "header": 454, "footer": 454}
    body.append(w("sectPr", w("pgSz", w=11906, h=16838), w("pgMar", **edges, gutter=0)))
    empty = {name: w(tag, w("p")) for name, tag in (("header", "hdr"), ("first", "hdr"), ("footer", "ftr"))}
    parts = empty | {"footnotes": footnotes_part()}
    return word_file(body, parts, title=form.title, author=form.ward, subject=form.remark, day=form.day)


def _dotted(label: str) -> Any:
    """A line to write on: the label, then dots up to the right margin."""
    tabs = w("tabs", w("tab", val="right", leader="dot", pos=_WIDTH))
    looks = w("pPr", tabs, w("spacing", before=200, after=0), w("ind", firstLine=0))
    return w("p", looks, w("r", _size(24), _text(label), w("tab")))


def _line(
    text: str, *, size: int, style: str = "Normal", before: int = 0, after: int = 0, italic: bool = False,
    bold: bool = False, centred: bool = False,
) -> Any:  # fmt: skip
    place = [w("jc", val="center" if centred else "left")]
    looks = w("pPr", w("pStyle", val=style), w("spacing", before=before, after=after), w("ind", firstLine=0), *place)
    return w("p", looks, w("r", _size(size, italic=italic, bold=bold), _text(text)))


def _size(size: int, *, italic: bool = False, bold: bool = False) -> Any:
    return w("rPr", *([w("b")] if bold else ()), *([w("i")] if italic else ()), w("sz", val=size))


def _text(text: str) -> Any:
    words = w("t", text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return words
