"""No character is lost: any text, and plans whose layout was broken in every way offices break it."""

from __future__ import annotations

import tempfile
import unicodedata
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import vietnamese
from generator.importers.blocks import Block, Blocks, Note, TableBlock
from generator.importers.plan import Outcome, prepare
from generator.importers.plan_record import Request
from generator.importers.proof import printed
from generator.models import Plan
from generator.problems import ContentInvalid, errors
from tests.site import SITES

WARD = SITES / "small" / "content"
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def imported(text: str, name: str = "ke-hoach.txt") -> Outcome | None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(text.encode("utf-8", errors="surrogatepass"))
        try:
            return prepare(Request(file, "2099", 2099, "ubnd-phuong"), WARD, date(2099, 1, 1))
        except ContentInvalid as error:
            refused = error.problems
    assert all(problem.message and problem.fix for problem in refused)
    return None


def bare(text: str) -> str:
    return "".join(vietnamese.normal(text).split()).replace("**", "")


SAID = st.sampled_from([
    "KẾ HOẠCH", "Số: 1/KH-UBND", "I. MỤC ĐÍCH", "II.", "1. Mục đích", "1.1. Việc", "2)", "a) Điểm;", "b.",
    "- a) Điểm", "- gạch", "+ cộng", "* sao", "Điều 1.", "Chương I", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nơi nhận:",
    "- Lưu: VT.", "PHỤ LỤC", "Phụ lục I", "STT\tNội dung\tChủ trì\tThời gian", "1\tViệc\tPhòng\tQuý I",
    "\tnối tiếp\t\t", "I\tNhóm\t\t", "2", "- 3 -", "_____", "**đậm**", "câu văn chưa hết", "(Kèm theo Kế hoạch)",
    "QUYẾT ĐỊNH", "Căn cứ Luật;", "như sau:", "Trên đây là Kế hoạch./.", "Kính gửi: Phòng", "Người Ký Bịa", "i) nhỏ",
    "(1) ngoặc", "1.5 triệu", "năm\t2027", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Mẫu, ngày 01 tháng 02 năm 2099",
    "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
])  # fmt: skip
LINE = st.one_of(SAID, st.text(max_size=30), st.just(""))


@FEW
@given(st.lists(LINE, max_size=25).map("\n".join))
@example("KẾ HOẠCH\nThi đua\nI. MỤC\n1.\nPHỤ LỤC\n1\t2\t3")
def test_any_text_is_imported_whole_or_refused_in_a_sentence(text: str):
    outcome = imported(text)
    if outcome is None or not isinstance(outcome.text, Plan):
        return  # only a plan is written
    aside = "".join(told.words for told in outcome.aside)
    assert sorted(bare("".join(printed(outcome.text, outcome.annex)) + aside)) == sorted(bare(text))


WORDS = st.sampled_from([
    "thi", "đua", "khen", "thưởng", "phong", "trào", "điển", "hình", "tiên", "tiến", "tổ", "dân", "phố", "Phòng",
    "Văn", "hóa", "thực", "hiện", "nhiệm", "vụ", "kế", "hoạch", "hiệu", "quả", "tuyên", "truyền", "kịp", "thời",
    "công", "khai", "Đảng", "uỷ", "đúng", "quy", "định",
])  # fmt: skip
SENTENCE = st.lists(WORDS, min_size=12, max_size=40).map(lambda words: "Việc " + " ".join(words) + ".")
LETTERS = "abcdđeghik"


@st.composite
def bodies(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The paragraphs of a plan and the labels of its outline, each behind as many spaces as it is deep."""
    lines: list[str] = []
    outline: list[str] = []
    for section in range(1, draw(st.integers(1, 3)) + 1):
        lines.append(f"{vietnamese.roman(section)}. NỘI DUNG {section}")
        outline.append(f"{vietnamese.roman(section)}.")
        for clause in range(1, draw(st.integers(0, 3)) + 1):
            lines.append(f"{clause}. {draw(SENTENCE)}")
            outline.append(f" {clause}.")
            for letter in LETTERS[: draw(st.integers(0, 3))]:
                lines.append(f"{letter}) {draw(SENTENCE)}")
                outline.append(f"  {letter})")
                for _ in range(draw(st.integers(0, 2))):
                    lines.append(f"- {draw(SENTENCE)}")
                    outline.append("   -")
    return lines, outline


@st.composite
def broken(draw: st.DrawFn, line: str) -> str:
    """The line as a careless copy has it: cut by line breaks, NFD, no-break spaces."""
    words = line.split(" ")
    for place in range(3, len(words)):
        if words[place][0].islower() and words[place - 1][-1] not in ".:;" and len(words[place]) > 2:
            kind = draw(st.integers(0, 12))
            words[place] = {0: "\n", 1: "\u00a0", 2: "  "}.get(kind, " ") + words[place]
        else:
            words[place] = " " + words[place]
    text = " ".join(words[:3]) + "".join(words[3:])
    return unicodedata.normalize("NFD", text) if draw(st.booleans()) else text


def labels(outcome: Outcome) -> list[str]:
    found: list[str] = []

    def add(parts, depth):
        for part in parts:
            found.append(" " * depth + part.label)
            add(part.parts, depth + 1)

    for section in outcome.text.sections:
        found.append(section.label)
        add(section.parts, 1)
    return found


@FEW
@given(st.data())
def test_a_plan_with_a_broken_layout_has_the_outline_it_was_written_with(data: st.DataObject):
    lines, outline = data.draw(bodies())
    gap = data.draw(st.sampled_from(["\n", "\n\n"]))
    head = "KẾ HOẠCH\nCông tác năm 2099\n\nThực hiện Kế hoạch, phường ban hành như sau:\n\n"
    foot = "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNgười Ký Bịa\n"
    outcome = imported(head + gap.join(data.draw(broken(line)) for line in lines) + foot)
    assert outcome is not None
    assert not errors(outcome.problems)
    assert labels(outcome) == outline
    said = " ".join(" ".join(printed(outcome.text)).split())
    assert all(" ".join(line.split()) in said for line in lines)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u00ad", "\uf0b7", "\ufffe"])
def test_a_sign_nobody_can_see_is_refused_where_it_stands(sign: str, tmp_path: Path):
    file = tmp_path / "ke-hoach.txt"
    file.write_text(f"KẾ HOẠCH\nThi đua\n\nI. MỤC ĐÍCH\n\n1. Việc {sign}một", encoding="utf-8")
    with pytest.raises(ContentInvalid) as refused:
        prepare(Request(file, "2099"), WARD, date(2099, 1, 1))
    assert [(one.place.line, one.message) for one in refused.value.problems] == [
        (6, f"có ký tự không nhìn thấy hoặc không thuộc Unicode chung (U+{ord(sign):04X})")
    ]


BLOCK_TEXT = st.one_of(SAID.map(lambda text: text.replace("\t", " ")), st.text("aĐ1.)- \n;:*", max_size=12))


@st.composite
def some_blocks(draw: st.DrawFn) -> Blocks:
    """A file as Word gives it: automatic numbers, footnotes, tables with merged cells, in any order."""
    blocks: list[Block | TableBlock] = []
    for line in range(1, draw(st.integers(1, 14)) + 1):
        if draw(st.integers(0, 5)):
            text = draw(BLOCK_TEXT)
            marks = draw(st.lists(st.integers(0, len(text)), max_size=1)) if text.strip() else []
            notes = tuple(Note(after, "1", "Lời chú.") for after in marks)
            label = draw(st.sampled_from(["", "", "", "I.", "1.", "a)", "-", "Bước 1:", "1.1."]))
            blocks.append(Block(text, line, label, None, draw(st.booleans()), False, draw(st.booleans()), notes))
        else:
            width = draw(st.integers(1, 5))
            cells = st.lists(st.builds(Block, SAID, st.just(line)), max_size=2).map(tuple)
            rows = draw(st.lists(st.tuples(*[cells] * width), min_size=1, max_size=4))
            header = tuple((Block(name, line),) for name in ("STT", "Nội dung", "Chủ trì", "Phối hợp", "Hạn")[:width])
            blocks.append(TableBlock(tuple([header, *rows] if draw(st.booleans()) else rows), line))
    return tuple(blocks)


@FEW
@given(some_blocks())
def test_any_word_file_is_imported_whole_or_refused_in_a_sentence(blocks: Blocks):
    head = (Block("KẾ HOẠCH", 1), Block("Thi đua", 1))
    with patch("generator.importers.plan.read_plain", lambda _: ((*head, *blocks), [])):
        outcome = imported("")
    if outcome is not None and isinstance(outcome.text, Plan):
        want = "".join(file_words((*head, *blocks)))
        aside = "".join(told.words for told in outcome.aside)
        assert sorted(bare("".join(printed(outcome.text, outcome.annex)) + aside)) == sorted(bare(want))


def file_words(blocks: Blocks):
    for block in blocks:
        if isinstance(block, TableBlock):
            yield from (one.label + one.text for row in block.rows for cell in row for one in cell)
        else:
            yield block.label + " " + block.text
