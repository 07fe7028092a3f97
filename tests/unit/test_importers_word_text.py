"""Word files as blocks: whatever a reader sees of them stands in exactly one block, numbers of Word's own included."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.blocks import Block, Blocks, Note, TableBlock
from generator.importers.texts import LEGACY_FAULT
from generator.importers.word_text import read_word
from generator.problems import ContentInvalid, Problem
from tests.word import (
    abstract,
    bullets,
    cell,
    field,
    level,
    note,
    note_mark,
    num,
    numbered,
    paragraph,
    row,
    run,
    starting,
    style,
    table,
    text_box,
    word_file,
)

PLAN = (
    level(0, "%1.", "upperRoman"),
    level(1, "%2."),
    level(2, "%3)", "lowerLetter"),
    bullets(3, "-"),
)


def blocks(file: Path) -> Blocks:
    """The blocks of a file in which nothing is worth a word."""
    found, problems = read_word(file)
    assert problems == []
    return found


def labels(file: Path) -> list[str]:
    return [f"{one.label}|{one.text}" for one in blocks(file) if isinstance(one, Block)]


def only(file: Path) -> Block:
    (block,) = blocks(file)
    assert isinstance(block, Block)
    return block


def cells(found: TableBlock) -> list[list[list[str]]]:
    return [[[f"{one.label} {one.text}".strip() for one in held] for held in line] for line in found.rows]


def one_table(file: Path) -> TableBlock:
    (found,) = blocks(file)
    assert isinstance(found, TableBlock)
    return found


def said(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in problems]


def refusal(file: Path) -> tuple[str, str]:
    with pytest.raises(ContentInvalid) as caught:
        read_word(file)
    (problem,) = caught.value.problems
    return problem.message, problem.fix


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ke-hoach.docx"


class TestWords:
    def test_typed_numbers_are_part_of_the_text(self, file: Path):
        word_file(file, paragraph("I. MỤC ĐÍCH"), paragraph(), paragraph("1. Việc"), paragraph("đ) điểm"))
        assert blocks(file) == (Block("I. MỤC ĐÍCH", 1), Block("1. Việc", 3), Block("đ) điểm", 4))

    def test_a_line_break_inside_a_sentence_is_a_line_feed_and_a_page_break_at_the_end_nothing(self, file: Path):
        broken = '<w:r><w:br w:type="page"/></w:r>'
        word_file(file, paragraph("Câu bị\nngắt", broken), paragraph(broken, "Sau"))
        assert [one.text for one in blocks(file) if isinstance(one, Block)] == ["Câu bị\nngắt", "Sau"]

    def test_letters_stand_as_typed_for_the_reader_of_the_outline_to_judge(self, file: Path):
        words = "Ủy\u00a0ban " + unicodedata.normalize("NFD", "nhân dân") + " Ðảng"
        assert only(word_file(file, paragraph(words))).text == words

    def test_signs_that_word_keeps_as_elements(self, file: Path):
        inside = "<w:r><w:t>23</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:softHyphen/><w:t>/\u00adUBND</w:t></w:r>"
        sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0AE"/></w:r>'
        assert only(word_file(file, paragraph(inside, "\t", sign))).text == "23-KH/UBND\t✓→"

    def test_space_at_the_ends_of_words_counts_only_where_the_file_says_so(self, file: Path):
        inside = '<w:r><w:t>\n  Kế\n hoạch </w:t></w:r><w:r><w:t xml:space="preserve"> năm</w:t></w:r>'
        assert only(word_file(file, f"<w:p>{inside}</w:p>")).text == "Kế  hoạch năm"

    def test_capitals_that_are_only_a_look_are_read_as_they_look(self, file: Path):
        styles = style("Muc", looks="<w:caps/>")
        word_file(file, paragraph("mục đích", style="Muc"), parts={"styles": styles})
        assert only(file).text == "MỤC ĐÍCH"

    def test_links_smart_tags_controls_and_unknown_wrappers_lose_no_words(self, file: Path):
        inside = (
            f"<w:hyperlink>{run('một ')}</w:hyperlink>"
            f"<w:smartTag><w:smartTagPr/>{run('hai ')}</w:smartTag>"
            f"<w:sdt><w:sdtPr><w:alias w:val='không đọc'/></w:sdtPr><w:sdtContent>{run('ba ')}</w:sdtContent></w:sdt>"
            f"<w:fldSimple w:instr=' DATE '>{run('bốn ')}</w:fldSimple><w:dir>{run('năm ')}</w:dir>"
            "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>"
        )
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('trong khung')}</w:sdtContent></w:sdt>"
        assert labels(word_file(file, f"<w:p>{inside}</w:p>", control)) == ["|một hai ba bốn năm x=2", "|trong khung"]

    def test_fields_give_their_result_and_page_numbers_nothing(self, file: Path):
        inner = field("REF a", "số 5")
        nested = field("IF 1=1", "x").replace(
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/>',
            f'</w:r>{inner}<w:r><w:fldChar w:fldCharType="separate"/>',
        )
        word_file(file, paragraph("Trang ", field("PAGE", "7"), field("HYPERLINK x", "liên kết"), " ", nested))
        assert only(file).text == "Trang liên kết x"

    def test_a_field_over_several_paragraphs_is_one_field(self, file: Path):
        begin, code, middle, result, end = field("QUOTE", "một").split("</w:r>")[:5]
        first = f"<w:p>{begin}</w:r>{code}</w:r>{middle}</w:r>{result}</w:r></w:p>"
        assert labels(word_file(file, first, f"<w:p>{run('hai')}{end}</w:r></w:p>")) == ["|một", "|hai"]

    def test_a_text_box_is_read_once_after_the_paragraph_it_is_anchored_in(self, file: Path):
        box = text_box(paragraph("ĐẢNG BỘ"), table(row("a", "b")))
        found = blocks(word_file(file, paragraph("Neo ", box), paragraph("Tiếp")))
        assert [one.text for one in found if isinstance(one, Block)] == ["Neo", "ĐẢNG BỘ", "Tiếp"]
        assert isinstance(found[2], TableBlock)
        assert cells(found[2]) == [[["a"], ["b"]]]

    def test_the_older_kind_of_text_box_alone(self, file: Path):
        box = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('Hộp')}</w:txbxContent></v:textbox></w:pict></w:r>"
        assert labels(word_file(file, paragraph(box))) == ["|Hộp"]

    def test_a_dropped_capital_belongs_to_its_word(self, file: Path):
        first = paragraph("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
        assert labels(word_file(file, first, paragraph("hực hiện"))) == ["|Thực hiện"]

    def test_word_on_the_web_calls_its_parts_otherwise(self, file: Path):
        numbering = abstract(0, level(0, "%1.")) + num(1, 0)
        word_file(file, paragraph("Kế hoạch", num=1), parts={"numbering": numbering})
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        relations = parts.pop("word/_rels/document.xml.rels")
        parts["word/_rels/document2.xml.rels"] = relations.replace(b"numbering.xml", b"/word/so.xml")
        parts["word/document2.xml"] = parts.pop("word/document.xml")
        parts["word/so.xml"] = parts.pop("word/numbering.xml")
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        assert labels(file) == ["1.|Kế hoạch"]

    def test_the_strict_form_of_the_format_reads_the_same(self, file: Path):
        word_file(file, paragraph("Kế hoạch", num=1), parts={"numbering": abstract(0, level(0, "%1.")) + num(1, 0)})
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        with zipfile.ZipFile(file, "w") as archive:
            for name, data in parts.items():
                data_ = data.replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict)
                archive.writestr(name, data_)
        assert labels(file) == ["1.|Kế hoạch"]


class TestLooks:
    def test_bold_italic_and_centred_through_runs_styles_and_defaults(self, file: Path):
        styles = (
            style("Dam", '<w:jc w:val="center"/>', looks="<w:b/>")
            + style("Con", based="Dam", looks="<w:i/>")
            + style("Chu", kind="character", looks="<w:b/>")
        )
        word_file(
            file,
            paragraph("đậm", style="Dam"),
            paragraph("cả hai", style="Con"),
            paragraph(run("bỏ đậm", '<w:b w:val="0"/>'), style="Dam", properties='<w:jc w:val="left"/>'),
            paragraph(run("đậm hai lần là thường", '<w:rStyle w:val="Chu"/>'), style="Dam"),
            paragraph(run("Tên: ", "<w:b/>"), "một nửa"),
            paragraph(run("đậm cả", "<w:b/>"), "  "),
            parts={"styles": styles},
        )
        looks = [(one.bold, one.italic, one.centred) for one in blocks(file) if isinstance(one, Block)]
        assert looks == [
            (True, False, True),
            (True, True, True),
            (False, False, False),
            (False, False, True),
            (False, False, False),
            (True, False, False),
        ]

    def test_styles_based_on_each_other_end(self, file: Path):
        styles = style("A", based="B", looks="<w:i/>") + style("B", based="A", looks="<w:b/>")
        found = only(word_file(file, paragraph("x", style="A"), parts={"styles": styles}))
        assert (found.bold, found.italic) == (True, True)


class TestNumbers:
    def test_levels_of_one_list(self, file: Path):
        lines = [(0, "MỤC ĐÍCH"), (1, "một"), (1, "hai"), (2, "a"), (2, "b"), (3, "gạch"), (0, "YÊU CẦU"), (1, "lại")]
        body = [paragraph(words, num=1, level=at) for at, words in lines]
        word_file(file, *body, parts={"numbering": abstract(0, *PLAN) + num(1, 0)})
        assert labels(file) == [
            "I.|MỤC ĐÍCH", "1.|một", "2.|hai", "a)|a", "b)|b", "-|gạch", "II.|YÊU CẦU", "1.|lại",
        ]  # fmt: skip
        assert [one.level for one in blocks(file) if isinstance(one, Block)] == [0, 1, 1, 2, 2, 3, 0, 1]

    def test_letters_are_those_word_shows_with_no_d_of_its_own(self, file: Path):
        body = [paragraph("x", num=1) for _ in range(28)]
        word_file(file, *body, parts={"numbering": abstract(0, level(0, "%1)", "lowerLetter")) + num(1, 0)})
        shown = [line.partition("|")[0] for line in labels(file)]
        assert shown[:6] == ["a)", "b)", "c)", "d)", "e)", "f)"]
        assert shown[25:] == ["z)", "aa)", "bb)"]

    def test_typed_and_automatic_numbers_mixed(self, file: Path):
        body = [paragraph("I. GÕ TAY"), paragraph("tự động", num=1), paragraph("2. Gõ tay"), paragraph("tiếp", num=1)]
        word_file(file, *body, parts={"numbering": abstract(0, level(0, "%1.")) + num(1, 0)})
        assert labels(file) == ["|I. GÕ TAY", "1.|tự động", "|2. Gõ tay", "2.|tiếp"]

    def test_decimal_levels_and_legal_ones(self, file: Path):
        legal = level(2, "%1.%2.%3.", "lowerLetter", more="<w:isLgl/>")
        levels = (level(0, "Phần %1.", "upperRoman"), level(1, "%1.%2."), legal)
        body = [paragraph("x", num=1, level=at) for at in (0, 0, 1, 1, 2)]
        word_file(file, *body, parts={"numbering": abstract(0, *levels) + num(1, 0)})
        assert labels(file) == ["Phần I.|x", "Phần II.|x", "II.1.|x", "II.2.|x", "2.2.1.|x"]

    def test_a_level_never_reached_counts_as_begun_and_one_of_bullets_prints_nothing(self, file: Path):
        levels = (level(0, "%1."), level(1, "%1.%2."), bullets(2, "-"), level(3, "%1.%2.%3%4."))
        body = [paragraph("x", num=1, level=at) for at in (1, 3)]
        word_file(file, *body, parts={"numbering": abstract(0, *levels) + num(1, 0)})
        assert labels(file) == ["1.1.|x", "1.1.1.|x"]

    def test_lists_of_one_abstract_list_go_on_counting_unless_one_says_where_it_starts(self, file: Path):
        numbering = abstract(0, level(0, "%1."), level(1, "%2)", "lowerLetter")) + num(1, 0) + num(2, 0)
        numbering += num(3, 0, starting(0, 1)) + num(4, 0, starting(1, 4))
        order = ((1, 0), (1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (4, 1), (4, 1), (4, 0), (4, 1))
        body = [paragraph("x", num=which, level=at) for which, at in order]
        word_file(file, *body, parts={"numbering": numbering})
        assert [one.partition("|")[0] for one in labels(file)] == [
            "1.", "2.", "3.", "1.", "2.", "3.", "d)", "e)", "4.", "d)",
        ]  # fmt: skip

    def test_a_list_may_change_a_level(self, file: Path):
        other = f'<w:lvlOverride w:ilvl="0">{level(0, "Điều %1.")}</w:lvlOverride>'
        numbering = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0, other)
        word_file(file, paragraph("x", num=1), paragraph("x", num=2), parts={"numbering": numbering})
        assert labels(file) == ["1.|x", "Điều 2.|x"]

    def test_when_levels_begin_again(self, file: Path):
        never = level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
        by_first = level(2, "%3)", "lowerLetter", more='<w:lvlRestart w:val="1"/>')
        body = [paragraph("x", num=1, level=at) for at in (0, 1, 2, 1, 2, 0, 1, 2)]
        word_file(
            file, *body, parts={"numbering": abstract(0, level(0, "%1.", "upperRoman"), never, by_first) + num(1, 0)}
        )
        assert [one.partition("|")[0] for one in labels(file)] == ["I.", "1.", "a)", "2.", "b)", "II.", "3.", "a)"]

    def test_through_styles_and_those_they_are_based_on(self, file: Path):
        linked = level(0, "%1.", "upperRoman", more='<w:pStyle w:val="Muc"/>')
        numbering = abstract(0, linked, level(1, "%2.", more='<w:pStyle w:val="Khoan"/>')) + num(7, 0)
        styles = (
            style("Muc", '<w:numPr><w:numId w:val="7"/></w:numPr>')
            + style("Khoan", '<w:numPr><w:numId w:val="7"/></w:numPr>')
            + style("KhoanDam", based="Khoan", looks="<w:b/>")
            + style("Ngoai", numbered(0), based="Khoan")
        )
        body = [paragraph("x", style=name) for name in ("Muc", "Khoan", "KhoanDam", "Ngoai")]
        body += [paragraph("x", style="Khoan", num=0), paragraph("x", style="Khoan", num=7, level=0)]
        word_file(file, *body, parts={"numbering": numbering, "styles": styles})
        assert labels(file) == ["I.|x", "1.|x", "2.|x", "|x", "|x", "II.|x"]

    def test_a_style_that_only_names_its_level(self, file: Path):
        styles = style("Cap1", numbered(1, 0)) + style("Cap2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based="Cap1")
        body = [paragraph("x", style=name) for name in ("Cap1", "Cap2", "Cap2")]
        numbering = abstract(0, level(0, "%1."), level(1, "%1.%2.")) + num(1, 0)
        word_file(file, *body, parts={"numbering": numbering, "styles": styles})
        assert labels(file) == ["1.|x", "1.1.|x", "1.2.|x"]

    def test_through_a_list_style(self, file: Path):
        numbering = (
            abstract(0, more='<w:numStyleLink w:val="DanhSach"/>')
            + abstract(1, level(0, "%1/"), more='<w:styleLink w:val="DanhSach"/>')
            + num(1, 0)
            + num(2, 1)
        )
        styles = style("DanhSach", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering")
        parts = {"numbering": numbering, "styles": styles}
        word_file(file, *(paragraph("x", num=which) for which in (1, 1, 2)), parts=parts)
        assert labels(file) == ["1/|x", "2/|x", "3/|x"]

    def test_list_styles_that_point_at_each_other_end(self, file: Path):
        numbering = (
            abstract(0, more='<w:numStyleLink w:val="A"/>') + abstract(1, more='<w:numStyleLink w:val="B"/>')
            + num(1, 0) + num(2, 1)
        )  # fmt: skip
        styles = style("A", numbered(2), kind="numbering") + style("B", numbered(1), kind="numbering")
        word_file(file, paragraph("x", num=1), parts={"numbering": numbering, "styles": styles})
        assert labels(file) == ["|x"]

    @pytest.mark.parametrize(
        ("sign", "font", "shown"),
        [("\uf0b7", "Symbol", "•"), ("\uf02d", "Symbol", "-"), ("\uf0a7", "Wingdings", "▪"),
         ("\uf0d8", "Wingdings", "➢"), ("\uf0fc", "Wingdings", "✓"),
         ("-", "", "-"), ("–", "Times New Roman", "–"), ("+", "", "+"),
         ("o", "Courier New", "o"), ("\uf0ff", "Webdings", "•"), ("ü", "Wingdings", "✓"),
         ("§", "Wingdings", "▪"), ("·", "Symbol", "•")],
    )  # fmt: skip
    def test_bullets_as_they_look(self, file: Path, sign: str, font: str, shown: str):
        word_file(file, paragraph("x", num=1), parts={"numbering": abstract(0, bullets(0, sign, font)) + num(1, 0)})
        assert labels(file) == [f"{shown}|x"]

    @pytest.mark.parametrize(
        ("format_", "start", "shown"),
        [("decimalZero", 7, "07."), ("upperLetter", 27, "AA."), ("lowerRoman", 1994, "mcmxciv."), ("none", 1, "."),
         ("upperRoman", 4, "IV."), ("decimal", 0, "0.")],
    )  # fmt: skip
    def test_ways_of_writing_numbers(self, file: Path, format_: str, start: int, shown: str):
        numbering = abstract(0, level(0, "%1.", format_, start=start)) + num(1, 0)
        word_file(file, paragraph("x", num=1), parts={"numbering": numbering})
        assert labels(file) == [f"{shown}|x"]

    def test_a_way_of_writing_nobody_knows_is_told(self, file: Path):
        numbering = abstract(0, level(0, "%1.", "hebrew1")) + num(1, 0)
        found, problems = read_word(word_file(file, paragraph("x", num=1), parts={"numbering": numbering}))
        assert [one.label for one in found if isinstance(one, Block)] == ["1."]
        assert said(problems) == [("cảnh báo", "đoạn 1: có kiểu đánh số tự động chưa biết, đã ghi bằng chữ số")]

    def test_numbers_beyond_all_reason_stay_short(self, file: Path):
        numbering = abstract(0, level(0, "%1.", "lowerLetter", start=999_999_999)) + num(1, 0)
        (block,) = blocks(word_file(file, paragraph("x", num=1), parts={"numbering": numbering}))
        assert isinstance(block, Block)
        assert len(block.label) < 40

    def test_a_list_that_is_not_there_and_a_paragraph_of_a_number_alone(self, file: Path):
        numbering = abstract(0, level(0, "%1.")) + num(1, 0)
        body = (paragraph("x", num=9), paragraph(num=1), paragraph("y", num=1), paragraph("z", num=1, level=5))
        word_file(file, *body, parts={"numbering": numbering})
        assert labels(file) == ["|x", "1.|", "2.|y", "|z"]


class TestTables:
    def test_a_table_stands_where_it_stands_with_its_paragraphs(self, file: Path):
        word_file(file, paragraph("trước"), table(row(cell("a", "b"), "c")), paragraph("sau"))
        found = blocks(file)
        assert found[0] == Block("trước", 1)
        assert found[1] == TableBlock((((Block("a", 2), Block("b", 3)), (Block("c", 4),)),), 2)
        assert found[2] == Block("sau", 5)

    def test_merged_cells_stand_once_and_rows_are_of_one_width(self, file: Path):
        word_file(
            file,
            table(
                row("TT", "Nội dung", "Chủ trì"),
                row(cell("I. Nhóm", span=3)),
                row(cell("1", merge="restart"), "a", "x"),
                row(cell(merge="continue"), "b", "y"),
                row("c", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
                columns=3,
            ),
        )
        assert cells(one_table(file)) == [
            [["TT"], ["Nội dung"], ["Chủ trì"]],
            [["I. Nhóm"], [], []],
            [["1"], ["a"], ["x"]],
            [[], ["b"], ["y"]],
            [[], ["c"], []],
        ]

    def test_cells_merged_across_in_the_old_way(self, file: Path):
        first = cell("a").replace("<w:tcPr>", '<w:tcPr><w:hMerge w:val="restart"/>')
        second = cell("").replace("<w:tcPr>", "<w:tcPr><w:hMerge/>")
        word_file(file, table(row(first, second, "b")))
        assert cells(one_table(file)) == [[["a"], [], ["b"]]]

    def test_a_cell_merged_both_ways(self, file: Path):
        upper = row(cell("a", span=2, merge="restart"), "b")
        word_file(file, table(upper, row(cell(span=2, merge="continue"), "c"), row("d", "e", "f")))
        assert cells(one_table(file)) == [[["a"], [], ["b"]], [[], [], ["c"]], [["d"], ["e"], ["f"]]]

    def test_a_merge_that_begins_nowhere_hides_nothing(self, file: Path):
        word_file(file, table(row("a", "b"), row(cell("c", merge="continue"), "d")))
        assert cells(one_table(file)) == [[["a"], ["b"]], [["c"], ["d"]]]

    def test_automatic_numbers_of_rows_and_header_rows(self, file: Path):
        header = row("STT", "Việc", properties="<w:tblHeader/>")
        rows = [row(cell(paragraph(num=1)), words) for words in ("một", "hai", "ba")]
        word_file(file, table(header, *rows), parts={"numbering": abstract(0, level(0, "%1")) + num(1, 0)})
        found = one_table(file)
        assert found.repeated == 1
        assert cells(found) == [
            [["STT"], ["Việc"]],
            [["1"], ["một"]],
            [["2"], ["hai"]],
            [["3"], ["ba"]],
        ]

    def test_empty_cells_have_no_blocks_and_an_empty_table_is_none(self, file: Path):
        word_file(file, table(row("", "a")), table(row("", "")), paragraph("hết"))
        found = blocks(file)
        assert len(found) == 2
        assert isinstance(found[0], TableBlock)
        assert cells(found[0]) == [[[], ["a"]]]

    def test_an_inner_table_stands_in_its_cell_in_order(self, file: Path):
        inner = table(row("b", "c"))
        word_file(file, table(row(cell("a", inner, paragraph("d")), "e")))
        assert cells(one_table(file)) == [[["a", "b", "c", "d"], ["e"]]]

    def test_signature_and_recipients_in_one_row(self, file: Path):
        left = cell(paragraph(run("Nơi nhận:", "<w:b/><w:i/>")), "- Như trên;\n- Lưu: VT.")
        right = cell(paragraph(run("TM. ỦY BAN NHÂN DÂN", "<w:b/>")), "", "Họ Tên Bịa")
        word_file(file, table(row(left, right)))
        assert cells(one_table(file)) == [
            [["Nơi nhận:", "- Như trên;\n- Lưu: VT."], ["TM. ỦY BAN NHÂN DÂN", "Họ Tên Bịa"]]
        ]

    def test_rows_and_cells_in_content_controls(self, file: Path):
        held = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('a', 'b')}</w:sdtContent></w:sdt>"
        cell_ = f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('c')}</w:sdtContent></w:sdt>"
        word_file(file, table(held, f"<w:tr>{cell_}{cell('d')}</w:tr>"))
        assert cells(one_table(file)) == [[["a"], ["b"]], [["c"], ["d"]]]

    def test_more_columns_than_word_has_are_refused(self, file: Path):
        _, problems = read_word(word_file(file, table(row(*"x" * 64))))
        assert said(problems) == [("lỗi", "đoạn 1: bảng có hơn 63 cột")]


class TestNotes:
    def test_footnotes_and_endnotes_with_the_marks_word_prints(self, file: Path):
        body = paragraph("  Trước", note_mark(2), " giữa", note_mark(5, "endnote"), note_mark(3), " sau")
        footnotes = note(2, "Lời một") + note(3, "Lời hai,", "đoạn nữa")
        word_file(file, body, parts={"footnotes": footnotes, "endnotes": note(5, "Cuối", kind="endnote")})
        found = only(file)
        assert found.text == "Trước giữa sau"
        assert found.notes == (Note(5, "1", "Lời một"), Note(10, "i", "Cuối"), Note(10, "2", "Lời hai,\nđoạn nữa"))

    def test_a_typed_mark_is_no_word_of_the_text_and_does_not_count(self, file: Path):
        body = paragraph("a", note_mark(2, typed="(*)"), " b", note_mark(3))
        word_file(file, body, parts={"footnotes": note(2, "sao") + note(3, "một")})
        assert only(file).text == "a b"
        assert only(file).notes == (Note(1, "(*)", "sao"), Note(3, "1", "một"))

    def test_where_and_how_the_marks_count(self, file: Path):
        body = paragraph("a", note_mark(2))
        said_ = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
        word_file(file, body, parts={"footnotes": note(2, "lời")}, end=said_)
        assert only(file).notes == (Note(1, "c", "lời"),)

    def test_marks_that_begin_again_on_each_page_are_told(self, file: Path):
        parts = {
            "footnotes": note(2, "lời"),
            "settings": '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>',
        }
        _, problems = read_word(word_file(file, paragraph("a", note_mark(2)), parts=parts))
        assert said(problems) == [
            ("cảnh báo", "đoạn 1: số chú thích trong tệp đếm lại theo trang hoặc theo phần, đã đánh liên tục")
        ]

    def test_a_mark_without_its_note_is_an_error(self, file: Path):
        _, problems = read_word(word_file(file, paragraph("a", note_mark(9))))
        assert said(problems) == [("lỗi", "đoạn 1: có số chú thích mà không có lời chú thích")]

    def test_a_note_that_refers_to_itself_ends(self, file: Path):
        inside = note(2, paragraph("lời", note_mark(2)))
        assert only(word_file(file, paragraph("a", note_mark(2)), parts={"footnotes": inside})).notes == (
            Note(1, "1", "lời"),
        )


class TestWorthALook:
    def test_tracked_changes_give_the_text_as_it_would_be_accepted(self, file: Path):
        inserted = f'<w:ins w:id="1" w:author="x">{run("mới ")}</w:ins>'
        deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>cũ </w:delText></w:r></w:del>'
        moved = f"<w:moveTo>{run('đến')}</w:moveTo><w:moveFrom>{run('đi')}</w:moveFrom>"
        cut = '<w:rPr><w:del w:id="3" w:author="x"/></w:rPr>'
        numbering = abstract(0, level(0, "%1.")) + num(1, 0)
        found, problems = read_word(
            word_file(
                file,
                paragraph("Văn bản ", inserted, deleted, moved),
                paragraph("nối ", num=1, properties=cut),
                paragraph("liền", num=1),
                table(row("bỏ", properties='<w:del w:id="4" w:author="x"/>'), row("giữ")),
                parts={"numbering": numbering},
            )
        )
        assert [f"{one.label}|{one.text}" for one in found if isinstance(one, Block)] == [
            "|Văn bản mới đến",
            "1.|nối liền",
        ]
        assert isinstance(found[2], TableBlock)
        assert cells(found[2]) == [[["giữ"]]]
        assert said(problems) == [
            ("cảnh báo", "đoạn 1, 2, 4: còn dấu vết sửa (Track Changes): đã lấy chữ thêm vào, bỏ chữ đã xóa")
        ]
        assert problems[0].fix.startswith("mở bằng Word, vào Xem lại (Review)")

    def test_hidden_words_are_left_out_and_told(self, file: Path):
        whole = paragraph(run("ẩn cả đoạn", "<w:vanish/>"), properties="<w:rPr><w:vanish/></w:rPr>")
        found, problems = read_word(
            word_file(file, paragraph("thấy ", run("không thấy", "<w:vanish/>")), whole, paragraph("tiếp"))
        )
        assert [one.text for one in found if isinstance(one, Block)] == ["thấy", "tiếp"]
        assert said(problems) == [("cảnh báo", "đoạn 1, 2: có chữ ẩn: người đọc không thấy nên không lấy")]

    def test_a_hidden_note_and_crossed_out_words(self, file: Path):
        mark = note_mark(2).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
        body = paragraph("a", mark), paragraph(run("bỏ", "<w:strike/>"), run(" hẳn", '<w:dstrike w:val="0"/>'))
        found, problems = read_word(word_file(file, *body, parts={"footnotes": note(2, "lời")}))
        assert found == (Block("a", 1), Block("bỏ hẳn", 2))
        assert said(problems) == [
            ("cảnh báo", "đoạn 1: có chữ ẩn: người đọc không thấy nên không lấy"),
            ("cảnh báo", "đoạn 2: có chữ gạch ngang: vẫn lấy như chữ thường"),
        ]

    def test_words_under_a_merged_cell_are_told(self, file: Path):
        _, problems = read_word(
            word_file(file, table(row(cell("a", merge="restart"), "b"), row(cell("che", merge="continue"), "c")))
        )
        assert said(problems) == [("cảnh báo", "đoạn 3: có chữ ẩn: người đọc không thấy nên không lấy")]

    def test_words_drawn_in_a_shape_are_told(self, file: Path):
        drawn = "<w:r><w:drawing><a:p><a:r><a:t>chữ</a:t></a:r></a:p></w:drawing></w:r>"
        _, problems = read_word(word_file(file, paragraph("a", drawn)))
        assert said(problems) == [
            ("cảnh báo", "đoạn 1: có ảnh, biểu đồ hoặc đối tượng nhúng: chữ ở trong ấy không đọc được nên không lấy")
        ]

    def test_comments_pictures_and_contents(self, file: Path):
        graphic = "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic>"
        picture = f"<w:r><w:drawing><wp:inline>{graphic}</wp:inline></w:drawing></w:r>"
        comment = '<w:r><w:commentReference w:id="1"/></w:r>'
        contents = (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        )
        contents += f"<w:sdtContent>{paragraph('I. MỤC ĐÍCH 1')}</w:sdtContent></w:sdt>"
        found, problems = read_word(
            word_file(file, paragraph("a", comment), contents, paragraph("b", picture), paragraph(field("TOC", "I 1")))
        )
        assert [(one.text, one.line) for one in found if isinstance(one, Block)] == [("a", 1), ("b", 3)]
        assert said(problems) == [
            ("cảnh báo", "đoạn 1: có nhận xét bên lề (Comment): không phải chữ của văn bản nên không lấy"),
            ("cảnh báo", "đoạn 3: có ảnh, biểu đồ hoặc đối tượng nhúng: chữ ở trong ấy không đọc được nên không lấy"),
            ("cảnh báo", "đoạn 2, 4: có mục lục tự động: không phải chữ của văn bản nên không lấy"),
        ]

    def test_headers_and_footers_are_told_where_they_say_more_than_the_page(self, file: Path):
        parts = {"header1": paragraph("DỰ THẢO lần 2"), "footer1": paragraph("Trang ", field("PAGE", "3"))}
        _, problems = read_word(word_file(file, paragraph("a"), parts=parts))
        assert said(problems) == [
            (
                "cảnh báo",
                "đầu trang hoặc chân trang có chữ “DỰ THẢO lần 2”: không phải chữ của văn bản nên không lấy",
            )
        ]

    def test_many_places_are_told_in_few_words(self, file: Path):
        hidden = paragraph("a", run("ẩn", "<w:vanish/>"))
        _, problems = read_word(word_file(file, *[hidden] * 9))
        assert problems[0].message.startswith("đoạn 1, 2, 3, 4, 5… (9 đoạn): có chữ ẩn")
        assert problems[0].place.line == 1

    def test_a_field_without_a_result_is_told(self, file: Path):
        begin, end = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "end"))
        code = f"<w:r>{begin}<w:instrText>AUTONUM</w:instrText>{end}</w:r>"
        _, problems = read_word(word_file(file, paragraph(code, "a")))
        assert said(problems) == [
            ("cảnh báo", "đoạn 1: có trường tự động (field) chưa có kết quả, không biết in ra chữ gì")
        ]


class TestRefused:
    def test_legacy_fonts_in_their_own_code_but_not_by_their_name_alone(self, file: Path):
        styles = style("Cu", looks='<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')
        body = (paragraph("KÕ ho¹ch", style="Cu"),)
        _, problems = read_word(word_file(file, paragraph("x"), *body, parts={"styles": styles}))
        assert said(problems) == [("lỗi", f"đoạn 2: {LEGACY_FAULT}")]
        vni = paragraph(run("Keá hoaïch", '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'))
        assert said(read_word(word_file(file, vni))[1]) == [("lỗi", f"đoạn 1: {LEGACY_FAULT}")]
        capitals = paragraph(run("uy ban", '<w:rFonts w:ascii=".VnTimeH"/>'))
        assert said(read_word(word_file(file, capitals))[1]) == [("lỗi", f"đoạn 1: {LEGACY_FAULT}")]
        unicode_ = paragraph("Kế hoạch được", "UBND 2026", style="Cu")
        assert labels(word_file(file, unicode_, parts={"styles": styles})) == ["|Kế hoạch đượcUBND 2026"]

    def test_symbols_of_unknown_fonts(self, file: Path):
        sign = '<w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>'
        drawn = paragraph(run("\u00fc ok", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))
        assert read_word(word_file(file, paragraph("a"), drawn))[1][0].place.line == 2
        _, problems = read_word(word_file(file, paragraph("a", sign)))
        assert said(problems) == [
            ("lỗi", "đoạn 1: có ký hiệu của phông riêng (Wingdings, Webdings…) không đổi được ra chữ")
        ]

    def test_a_field_nobody_closed_and_a_file_in_the_file(self, file: Path):
        opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        _, problems = read_word(word_file(file, paragraph("a"), paragraph(opened, "b"), '<w:altChunk r:id="rId9"/>'))
        assert said(problems) == [
            ("lỗi", "đoạn 2: có trường tự động (field) mở mà không đóng, không biết chữ nào là của văn bản"),
            ("lỗi", "đoạn 3: có tệp khác chèn nguyên vào văn bản, chữ của nó chưa nằm trong tệp này"),
        ]

    def test_a_file_without_words(self, file: Path):
        found, problems = read_word(word_file(file, paragraph(), paragraph("  ")))
        assert found == ()
        assert said(problems) == [("lỗi", "tệp không có chữ nào")]
        assert problems[0].fix == "nếu tệp là ảnh quét, xin tệp Word gốc của văn bản"

    def test_more_paragraphs_than_any_paper_has(self, file: Path):
        found, problems = read_word(word_file(file, "<w:p/>" * 50_001))
        assert found == ()
        assert said(problems) == [("lỗi", "tệp có hơn 50.000 đoạn và dòng bảng")]

    @pytest.mark.parametrize(
        ("name", "data", "message", "fix"),
        [
            ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "tệp theo định dạng cũ .doc", "mở bằng Word, lưu thành .docx"),
            ("a.docx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu",
             "mở bằng Word, vào Tệp > Thông tin (File > Info), bỏ mật khẩu rồi lưu lại"),
            ("a.pdf", b"%PDF-1.7", "tệp PDF không giữ thứ tự chữ, mục và bảng để đọc chắc chắn",
             "xin tệp Word gốc; không có thì chép chữ sang tệp .txt, so lại với bản PDF rồi nhập"),
            ("a.docx", b"{\\rtf1", "không phải tệp Word .docx", "mở bằng Word, lưu thành .docx"),
            ("a.docx", b"PK\x03\x04" + b"\xff" * 60, "tệp hỏng hoặc chép chưa xong",
             "mở bằng Word xem còn đọc được không, lưu lại rồi nhập lại"),
        ],
    )  # fmt: skip
    def test_what_is_no_word_file_is_refused_in_one_sentence(
        self, tmp_path: Path, name: str, data: bytes, message: str, fix: str
    ):
        (tmp_path / name).write_bytes(data)
        assert refusal(tmp_path / name) == (message, fix)

    def test_bombs_entities_broken_parts_and_workbooks(self, tmp_path: Path, file: Path):
        def made(parts: dict[str, bytes]) -> Path:
            with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as archive:
                for name, data in parts.items():
                    archive.writestr(name, data)
            return tmp_path / "x.docx"

        assert refusal(made({"word/document.xml": b" " * 21_000_000}))[0] == ("tệp bung ra quá lớn so với một văn bản")
        bomb = b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'
        assert refusal(made({"word/document.xml": bomb}))[0] == "tệp có phần khai báo mà Word không viết ra"
        assert refusal(made({"word/document.xml": b"<a>"}))[0] == "tệp hỏng hoặc chép chưa xong"
        deep = b"<a>" * 300_000 + b"</a>" * 300_000
        assert refusal(made({"word/document.xml": deep}))[0] == "tệp hỏng hoặc chép chưa xong"
        assert refusal(made({"xl/workbook.xml": b"<a/>"}))[0] == "không phải tệp Word .docx"
        whole = word_file(file, paragraph("a")).read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        assert refusal(file)[0] == "tệp hỏng hoặc chép chưa xong"

    def test_tables_in_tables_as_deep_as_markup_may_go(self, file: Path):
        def nested(depth: int) -> Path:
            inner = paragraph("sâu")
            for _ in range(depth):
                inner = table(row(cell(inner)))
            return word_file(file, inner)

        assert cells(one_table(nested(60))) == [[["sâu"]]]
        assert refusal(nested(3_000))[0] == "tệp hỏng hoặc chép chưa xong"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"]), max_size=30)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.one_of(WORDS, st.lists(WORDS, min_size=2, max_size=2), st.tuples(WORDS, WORDS)), max_size=8))
def test_whatever_is_put_in_stands_in_exactly_one_block(
    tmp_path_factory: pytest.TempPathFactory, content: list[str | list[str] | tuple[str, str]]
):
    document = Document()
    expected: list[str] = []
    number = 0
    for one in content:
        if isinstance(one, str):
            document.add_paragraph(one)
            expected.append(one)
        elif isinstance(one, tuple):
            number += 1
            held = document.add_paragraph(style="List Number")
            held.add_run(one[0]).add_break()
            held.add_run(one[1]).bold = True
            expected.append(f"{number}.{one[0]} {one[1]}")
        else:
            line = document.add_table(1, 2).rows[0]
            for place, words in zip(line.cells, one, strict=True):
                place.text = words
            expected += one
    stream = io.BytesIO()
    document.save(stream)
    file = tmp_path_factory.getbasetemp() / "bat-ky.docx"
    file.write_bytes(stream.getvalue())
    found, _ = read_word(file)
    read = [
        f"{one.label}{one.text}"
        for block in found
        for one in ([block] if isinstance(block, Block) else [p for line in block.rows for held in line for p in held])
    ]
    assert "".join("".join(read).split()) == "".join("".join(expected).replace("\u00ad", "").split())


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_mangled_file_is_read_or_refused_never_more(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject):
    tags = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:pPr", "w:rPr", "w:numPr", "w:sdt", "w:sdtContent", "w:ins"]
    tags += ["w:del", "w:pict", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "w:footnoteReference", "w:fldChar"]
    tags += ["w:numId", "w:ilvl", "w:vMerge", "w:gridSpan", "w:tcPr", "w:sym", "w:vanish", "w:pStyle", "w:instrText"]
    attributes = [
        "w:val='1'",
        "w:val='-1'",
        "w:val='x'",
        "w:id='1'",
        "w:fldCharType='begin'",
        "w:fldCharType='end'",
        "",
    ]

    def markup(depth: int) -> str:
        tag = data.draw(st.sampled_from(tags))
        attribute = data.draw(st.sampled_from(attributes))
        inside = "".join(markup(depth - 1) for _ in range(data.draw(st.integers(0, 3)))) if depth else "chữ"
        return f"<{tag} {attribute}>{inside}</{tag}>"

    file = tmp_path_factory.getbasetemp() / "meo.docx"
    body = "".join(markup(3) for _ in range(data.draw(st.integers(0, 3))))
    lists = abstract(1, *PLAN) + num(1, 1)
    word_file(
        file, body, parts={"numbering": lists, "footnotes": note(1, markup(2)), "styles": style("1", numbered(1))}
    )
    try:
        found, problems = read_word(file)
    except ContentInvalid:
        return
    assert found or problems
