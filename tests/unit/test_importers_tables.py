"""Files the office sends: what is refused before it is opened, what tables say, which of their lines are people."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from openpyxl import Workbook
from openpyxl.styles import Font

from generator.importers.columns import COLUMNS
from generator.importers.entries import Reading, read_entries
from generator.importers.headers import find_header, key_of, sensitive
from generator.importers.packages import open_package
from generator.importers.tables import Table
from generator.importers.texts import LEGACY_FAULT
from generator.importers.word_table import read_word_tables
from generator.importers.workbook import read_workbook
from generator.problems import ContentInvalid
from tests.lists import UNIT, read, sheet_of, ward, word_of

EACH = "mỗi người một dòng; là chức vụ hay đơn vị thì ghi ở cột của nó"
HEAD = ["STT", "Họ và tên", "Đơn vị", "Thành tích"]


def tables_of(file: Path) -> list[Table]:
    package = open_package(file)
    return read_workbook(package) if package.kind == "xlsx" else read_word_tables(package)


def refusal(file: Path) -> tuple[str, str]:
    with pytest.raises(ContentInvalid) as caught:
        tables_of(file)
    (problem,) = caught.value.problems
    return problem.message, problem.fix


def zipped(file: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file


def altered(file: Path, source: Path, part: str, data: Any) -> Path:
    """A copy of the file with one part made anew from what it was."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(file, parts | {part: data(parts[part])})


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return sheet_of(tmp_path / "goc.xlsx", [HEAD, [1, "Nguyễn Văn Bịa", UNIT, "Việc tốt"]])


OFFICE = (
    "mở bằng Excel hoặc Word, lưu thành .xlsx hoặc .docx",
    "mở bằng Excel hoặc Word, lưu lại thành tệp mới rồi nhập lại",
)


@pytest.mark.parametrize(
    ("name", "data", "message", "fix"),
    [
        ("cu.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "tệp theo định dạng cũ .doc, .xls",
         "mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx"),
        ("khoa.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "tệp có mật khẩu",
         "mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại"),
        ("a.csv", "STT;Họ tên".encode(), "không nhận CSV: khi Excel lưu CSV, chữ tiếng Việt và số 0 ở đầu bị mất",
         "mở danh sách gốc bằng Excel, lưu thành .xlsx"),
        ("a.pdf", b"%PDF-1.7", "tệp PDF không có bảng để đọc chắc chắn", "xin tệp Word hoặc Excel của danh sách"),
        ("a.xlsx", b"hello", "không phải tệp Excel .xlsx hay Word .docx", OFFICE[0]),
        ("a.xlsx", b"", "không phải tệp Excel .xlsx hay Word .docx", OFFICE[0]),
        ("a.xlsx", b"PK\x03\x04" + b"\xff" * 60, "tệp hỏng hoặc chép chưa xong",
         "mở bằng Excel hoặc Word xem còn đọc được không, lưu lại rồi nhập lại"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_or_word_file_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, message: str, fix: str
):
    file = tmp_path / name
    file.write_bytes(data)
    assert refusal(file) == (message, fix)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path):
    assert refusal(tmp_path / "khong.xlsx")[0] == "không có tệp này"
    assert refusal(tmp_path)[0] == "không có tệp này"


def test_another_zip_is_refused(tmp_path: Path):
    assert refusal(zipped(tmp_path / "a.xlsx", {"content.xml": b"<a/>"}))[1] == OFFICE[0]


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path, book: Path):
    big = zipped(tmp_path / "b.xlsx", {"xl/workbook.xml": b" " * 21_000_000})
    assert refusal(big)[0] == "tệp bung ra quá lớn so với một danh sách"
    media = zipped(tmp_path / "m.xlsx", {f"xl/media/{number}.bin": b"\0" * 50_000_000 for number in range(5)})
    assert refusal(media)[0] == "tệp bung ra quá lớn so với một danh sách"
    many = zipped(tmp_path / "n.docx", {f"x{number}": b"" for number in range(4_100)})
    assert refusal(many)[0] == "tệp bung ra quá lớn so với một danh sách"
    for reference in (b"A1:XFD1048576", b"A:XFD", b"1:1048576"):
        merged = b'<mergeCells count="1"><mergeCell ref="' + reference + b'"/></mergeCells></worksheet>'
        wide = altered(
            tmp_path / "w.xlsx",
            book,
            "xl/worksheets/sheet1.xml",
            lambda old, new=merged: old.replace(b"</worksheet>", new),
        )
        assert refusal(wide)[0] == "tệp có vùng ô gộp quá lớn"


def test_document_types_and_entities_are_refused(tmp_path: Path, book: Path):
    word = word_of(tmp_path / "goc.docx", [HEAD])
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c;</a>'
    foreign = '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")
    for source, part in ((book, "xl/worksheets/sheet1.xml"), (word, "word/document.xml")):
        for data in (bomb, foreign):
            file = altered(tmp_path / f"x{source.suffix}", source, part, lambda _, new=data: new)
            assert refusal(file) == ("tệp có phần khai báo mà Excel, Word không viết ra", OFFICE[1])


def test_broken_insides_are_refused(tmp_path: Path, book: Path):
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        file = altered(tmp_path / "h.xlsx", book, part, lambda old: old[: len(old) // 2])
        assert refusal(file)[0] == "tệp hỏng hoặc chép chưa xong"
    word = word_of(tmp_path / "goc.docx", [HEAD])
    assert refusal(altered(tmp_path / "h.docx", word, "word/document.xml", lambda old: old[:300]))[0].startswith(
        "tệp hỏng"
    )
    whole = book.read_bytes()
    (tmp_path / "c.xlsx").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "c.xlsx")[0] == "tệp hỏng hoặc chép chưa xong"


# what tables say -----------------------------------------------------------------------------------------------------


def reading(tmp_path: Path, tables: list[Table]) -> Reading:
    found = find_header(tables, {})
    assert found is not None
    return read_entries(*found, read(ward(tmp_path)), date(2026, 6, 10))


def of_sheet(tmp_path: Path, rows: Sequence[Sequence[Any]], **more: Any) -> Reading:
    return reading(tmp_path, read_workbook(open_package(sheet_of(tmp_path / "a.xlsx", rows, **more))))


def test_the_header_is_found_by_its_words_wherever_it_stands(tmp_path: Path):
    rows: list[list[Any]] = [["PHƯỜNG MẪU", None, None, "CỘNG HÒA"], [], ["DANH SÁCH đơn vị, họ và tên"], [],
            ["TT", "Thông tin", None, "Tóm tắt\nthành tích"], [None, "Họ tên", "Đơn vị công tác", None],
            ["(1)", "(2)", "(3)", "(4)"], [1, "Nguyễn Văn Bịa", UNIT, "Việc tốt"]]  # fmt: skip
    said = of_sheet(tmp_path, rows, merged=["A3:D3", "A5:A6", "D5:D6", "B5:C5"])
    (entry,) = said.entries
    assert (entry.line, entry.number, entry.name, entry.organisation, entry.text("achievement")) == (
        8, 1, "Nguyễn Văn Bịa", "tdp-dau-lang", "Việc tốt",
    )  # fmt: skip
    assert [one.why for one in said.skipped] == ["dòng đánh số cột"]


def test_lines_that_are_nobody_are_named_and_not_read(tmp_path: Path):
    rows: list[list[Any]] = [HEAD, ["I", "Tập thể"], [1, UNIT, None, "Việc chung"], ["II", "Cá nhân"],
            [1.0, "Nguyễn Văn Bịa", UNIT], [], [None, "Cộng: 2"], [None, "NGƯỜI LẬP BIỂU", None, "CHỦ TỊCH"],
            [None, "(Người ký bịa)"]]  # fmt: skip
    said = of_sheet(tmp_path, rows)
    assert [(one.line, one.kind, one.number) for one in said.entries] == [(3, "group", 1), (5, "individual", 1)]
    assert [(one.line, one.why) for one in said.skipped] == [
        (2, "dòng nhóm"), (4, "dòng nhóm"), (7, "dòng tổng"), (8, "phần ký"), (9, "sau phần danh sách"),
    ]  # fmt: skip
    assert said.problems == ()


def test_families_named_as_totals_are_people(tmp_path: Path):
    said = of_sheet(tmp_path, [HEAD, [None, "Tống Văn Bịa", UNIT], [None, "Công Thị Thử", UNIT], [None, "Cộng", 2]])
    assert [one.name for one in said.entries] == ["Tống Văn Bịa", "Công Thị Thử"]
    assert [one.why for one in said.skipped] == ["dòng tổng"]


def test_hidden_and_crossed_out_lines_are_told_and_not_read(tmp_path: Path):
    book = Workbook()
    sheet: Any = book.active
    for row in (HEAD, [1, "Người Ẩn Bịa", UNIT], [2, "Người Gạch Bịa", UNIT], [3, "Người Còn Bịa", UNIT]):
        sheet.append(row)
    sheet.row_dimensions[2].hidden = True
    sheet["B3"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    said = reading(tmp_path, read_workbook(open_package(tmp_path / "a.xlsx")))
    assert [one.name for one in said.entries] == ["Người Còn Bịa"]
    assert [(one.line, one.why, one.words) for one in said.skipped] == [
        (2, "dòng ẩn", "Người Ẩn Bịa"),
        (3, "dòng gạch bỏ", "Người Gạch Bịa"),
    ]


def test_legacy_fonts_formulas_and_errors_are_refused_at_their_cells(tmp_path: Path):
    book = Workbook()
    sheet: Any = book.active
    for row in (HEAD, [1, "NguyÔn V¨n BÞa", UNIT], [2, "Trần Thị Thử", UNIT, "=1+1"], [3, "Lê Văn Mẫu", UNIT, "#REF!"]):
        sheet.append(row)
    sheet["B2"].font = Font(name=".VnTime")
    sheet["D4"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    said = reading(tmp_path, read_workbook(open_package(tmp_path / "a.xlsx")))
    assert [problem.message for problem in said.problems] == [
        f"ô Sheet!B2: Họ và tên: {LEGACY_FAULT}",
        "ô Sheet!D3: Thành tích: ô có công thức mà chưa có kết quả: mở tệp bằng Excel, lưu lại rồi nhập lại",
        "ô Sheet!D4: Thành tích: ô báo lỗi #REF! của Excel: sửa công thức, hoặc gõ thẳng giá trị",
    ]


def test_text_is_brought_to_one_form(tmp_path: Path):
    said = of_sheet(tmp_path, [HEAD, ["01", "\u00a0Ông  Nguye\u0302\u0303n\u00a0Văn Bịa ", UNIT.upper()]])
    (entry,) = said.entries
    assert (entry.number, entry.text("courtesy"), entry.name, entry.organisation) == (
        1,
        "ông",
        "Nguyễn Văn Bịa",
        "tdp-dau-lang",
    )


def test_a_unit_merged_down_is_the_unit_of_each_line(tmp_path: Path):
    rows: list[list[Any]] = [HEAD, [1, "Nguyễn Văn Bịa", UNIT], [2, "Trần Thị Thử", None], [3, "Lê Văn Mẫu", None]]
    said = of_sheet(tmp_path, rows, merged=["C2:C4"])
    assert [one.organisation for one in said.entries] == ["tdp-dau-lang"] * 3


def test_a_name_with_a_year_or_a_number_in_it_is_refused(tmp_path: Path):
    said = of_sheet(tmp_path, [HEAD, [1, "Nguyễn Văn Bịa, sinh năm 1970", UNIT]])
    assert [problem.message for problem in said.problems] == ["ô Sheet!B2: Họ và tên: họ tên có kèm chữ số"]


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Năm sinh", "ngày, năm sinh"), ("Ngày, tháng, năm sinh", "ngày, năm sinh"), ("Số CCCD/CMND", "giấy tờ"),
        ("Số định danh cá nhân", "giấy tờ"), ("Số tài khoản", "tài khoản"), ("SĐT", "điện thoại, liên hệ"),
        ("Điện thoại", "điện thoại, liên hệ"), ("Địa chỉ", "địa chỉ"), ("Nơi ở hiện nay", "địa chỉ"),
        ("Nơi thường trú", "địa chỉ"), ("Hộ khẩu", "địa chỉ"), ("Quê quán", "quê quán"), ("Dân tộc", "dân tộc"),
        ("Tuổi", "ngày, năm sinh"), ("Tuổi đời", "ngày, năm sinh"), ("Năm sinh (Nam)", "ngày, năm sinh"),
        ("Tôn giáo", "tôn giáo"), ("E-mail", "thư điện tử"), ("Giới tính", "đời tư khác"),
    ],
)  # fmt: skip
def test_headers_of_private_matters_are_known(header: str, words: str):
    assert sensitive(header) == words


def test_no_column_of_ours_is_taken_for_a_private_one():
    assert [column.title for column in COLUMNS if sensitive(column.title)] == []
    assert [column.key for column in COLUMNS if key_of(column.title, {}) != column.key] == []


@pytest.mark.parametrize(
    ("header", "said", "young"),
    [
        ("Năm sinh", 2016, "SURELY"), ("Năm sinh", "2011", "SURELY"), ("Năm sinh", 2010, "PERHAPS"),
        ("Năm sinh", 2009, "UNTOLD"), ("Năm sinh", "1958", "UNTOLD"), ("Năm sinh", "16", "SURELY"),
        ("Năm sinh", "88", "UNTOLD"), ("Năm sinh", "12 tuổi", "SURELY"), ("Năm sinh", None, "UNTOLD"),
        ("Ngày sinh", "5/3/2010", "PERHAPS"), ("Ngày sinh", "11/6/2010", "SURELY"),
        ("Ngày sinh", date(2016, 3, 5), "SURELY"), ("Ngày sinh", "5.3.16", "SURELY"), ("Ngày sinh", 42500, "SURELY"),
        ("Ngày, tháng, năm sinh", "Ngày 05 tháng 3 năm 2016", "SURELY"), ("Ngày sinh", date(1905, 7, 8), "PERHAPS"),
        ("Ngày sinh", "=NOW()", "PERHAPS"), ("Tuổi", 15, "SURELY"), ("Tuổi", "16", "PERHAPS"), ("Tuổi", 25, "UNTOLD"),
        ("Tuổi", "18 tháng", "SURELY"), ("Tuổi", "61 tuổi", "UNTOLD"), ("Nam", 2016, "SURELY"), ("Nữ", "x", "UNTOLD"),
        ("Năm", 2026, "UNTOLD"),
    ],
)  # fmt: skip
def test_who_may_be_a_child_is_known_by_the_columns_that_are_dropped(
    tmp_path: Path, header: str, said: Any, young: str
):
    (entry,) = of_sheet(tmp_path, [[*HEAD, header], [1, "Nguyễn Văn Bịa", UNIT, "Việc tốt", said]]).entries
    assert entry.youth.name == young
    assert [value for value in entry.texts.values() if str(said) in value] == []


@pytest.mark.parametrize("merged", [["E1:F1"], []])
def test_years_below_the_two_sexes_are_known(tmp_path: Path, merged: list[str]):
    head = [[*HEAD, "Năm sinh", None], [None, None, None, None, "Nam", "Nữ"]]
    rows = [[1, "Nguyễn Văn Bịa", UNIT, "Một", 2016, None], [2, "Trần Thị Thử", UNIT, "Hai", None, 2016],
            [3, "Lê Văn Mẫu", UNIT, "Ba", 1970, None]]  # fmt: skip
    down = ["A1:A2", "B1:B2", "C1:C2", "D1:D2"]
    said = of_sheet(tmp_path, [*head, *rows], merged=[*down, *merged])
    assert [one.youth.name for one in said.entries] == ["SURELY", "SURELY", "UNTOLD"]


def test_the_right_table_of_a_word_file_is_read_with_its_merged_and_deleted_words(tmp_path: Path):
    file = word_of(
        tmp_path / "a.docx",
        [HEAD, ["", "Nguyễn Văn Bịa", UNIT, "Một"], ["", "Trần Thị Thử", "", "Hai"]],
        [(1, 2, 2, 2)],
    )
    document = Document(str(file))
    runs = document.tables[1].cell(1, 3).paragraphs[0].add_run(" bị xóa")
    runs._r.getparent().replace(runs._r, _deleted(runs._r))
    document.save(str(file))
    said = reading(tmp_path, read_word_tables(open_package(file)))
    assert [(one.name, one.organisation, one.text("achievement")) for one in said.entries] == [
        ("Nguyễn Văn Bịa", "tdp-dau-lang", "Một"),
        ("Trần Thị Thử", "tdp-dau-lang", "Hai"),
    ]


def _deleted(run: Any) -> Any:
    mark = OxmlElement("w:del")
    mark.append(OxmlElement("w:r"))
    return mark


def test_legacy_fonts_of_a_word_file_are_known_through_its_styles(tmp_path: Path):
    file = word_of(tmp_path / "a.docx", [HEAD, ["1", "NguyÔn V¨n BÞa", UNIT, "Một"]])
    document = Document(str(file))
    style: Any = document.styles["Normal"]
    style.font.name = ".VnTime"
    document.save(str(file))
    said = reading(tmp_path, read_word_tables(open_package(file)))
    assert said.problems[0].message.startswith("ô bảng 2, dòng 2, cột 2: Họ và tên: chữ gõ bằng phông cũ")


def test_a_sheet_formatted_to_its_end_is_read_to_its_last_person(tmp_path: Path):
    book = Workbook()
    sheet: Any = book.active
    for row in (HEAD, [1, "Nguyễn Văn Bịa", UNIT]):
        sheet.append(row)
    sheet.cell(1_048_576, 3).font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")
    (table,) = read_workbook(open_package(tmp_path / "a.xlsx"))
    assert len(table.lines) == 2


def test_a_list_too_long_is_refused(tmp_path: Path):
    file = sheet_of(tmp_path / "a.xlsx", [["x"] for _ in range(5_100)])
    assert refusal(file) == ("trang tính “Sheet” dài hơn 5000 dòng", "tách danh sách thành nhiều tệp rồi nhập từng tệp")


def test_macros_are_ignored(tmp_path: Path, book: Path):
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    file = zipped(tmp_path / "a.xlsm", parts | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    assert len(read_workbook(open_package(file))) == 1
    assert io.BytesIO(file.read_bytes()).read(2) == b"PK"


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Chức vụ, đơn vị công tác", "position+organisation"),
        ("Chức danh/Đơn vị, chức vụ", "position+organisation"),
        ("CHỨC VỤ - ĐƠN VỊ", "position+organisation"),
        ("Họ và tên, chức vụ, đơn vị", "name+position+organisation"),
        ("Họ và tên (chức vụ, đơn vị)", "name+position+organisation"),
        ("Họ và tên học sinh", "name"),
        ("Họ và tên cá nhân/tập thể", "name"),
        ("Tên tập thể, cá nhân, hộ gia đình", "name"),
        ("Tổ", "organisation"),
        ("Thành tích tiêu biểu/xuất sắc", "achievement"),
        ("Tóm tắt thành tích đạt được", "achievement"),
        ("Lý do khen thưởng", "achievement"),
        ("Tên cá nhân, đơn vị", ""),
        ("Cá nhân", ""),
    ],
)
def test_the_headers_of_office_lists_are_known(header: str, key: str):
    assert key_of(header, {}) == key


def test_what_has_a_column_of_its_own_is_read_there(tmp_path: Path):
    rows = [["Họ và tên", "Chức vụ, đơn vị", "Đơn vị"], ["Nguyễn Văn Bịa", "Tổ trưởng", UNIT]]
    found = find_header(read_workbook(open_package(sheet_of(tmp_path / "a.xlsx", rows))), {})
    assert found is not None
    header = found[1]
    assert (header.columns, header.unknown) == ({"name": 0, "organisation": 2, "position": 1}, ())


def facts(said: Reading) -> list[tuple[str, str]]:
    return [(one.message, one.fix) for one in said.problems]


def test_position_and_unit_in_one_column_are_told_apart(tmp_path: Path):
    head = ["Họ và tên", "Chức vụ, đơn vị công tác", "Thành tích"]
    cells = (
        f"Tổ trưởng {UNIT.lower()}", "Tổ trưởng, TDP Đầu Làng", "Chuyên viên thuộc Văn phòng phường Mẫu", UNIT,
        "Văn phòng phường Mẫu, chuyên viên", "Phó Chủ tịch Ủy ban nhân dân phường Mẫu",
    )  # fmt: skip
    said = of_sheet(tmp_path, [head, *([f"Nguyễn Văn {one[:2]}", one, "Tốt"] for one in cells)])
    assert facts(said) == []
    assert [(one.text("position"), one.organisation) for one in said.entries] == [
        ("Tổ trưởng", "tdp-dau-lang"), ("Tổ trưởng", "tdp-dau-lang"), ("Chuyên viên", "van-phong"),
        ("", "tdp-dau-lang"), ("chuyên viên", "van-phong"), ("Phó Chủ tịch", "ubnd-phuong"),
    ]  # fmt: skip


def test_a_cell_of_position_and_unit_that_names_no_unit_is_told_at_its_place(tmp_path: Path):
    head = ["Họ và tên", "Chức vụ, đơn vị công tác", "Thành tích"]
    rows = [["Nguyễn Văn Bịa", "Tổ trưởng TDP Đầu Lànk", "Tốt"], ["Trần Thị Thử", "công nhân", "Tốt"]]
    assert facts(of_sheet(tmp_path, [head, *rows])) == [
        (
            "ô Sheet!B2: Chức vụ, đơn vị công tác: không thấy đơn vị nào của danh mục trong “Tổ trưởng TDP Đầu Lànk”",
            f"có phải “{UNIT}”?",
        ),
        (
            "ô Sheet!B3: Chức vụ, đơn vị công tác: không thấy đơn vị nào của danh mục trong “công nhân”",
            "ghi đơn vị như trong danh mục, sau dấu phẩy",
        ),
    ]


def test_a_position_in_the_column_of_units_is_told_with_its_way_out(tmp_path: Path):
    rows = [["Họ và tên", "Nơi công tác"], ["Nguyễn Văn Bịa", f"Tổ trưởng {UNIT}"]]
    assert facts(of_sheet(tmp_path, rows)) == [
        (
            "ô Sheet!B2: Đơn vị, tổ dân phố: ô ghi cả chức vụ “Tổ trưởng” và đơn vị",
            'cả cột ghi như thế thì nhập với --map "Nơi công tác=position+organisation"; không thì xóa chức vụ ở ô này',
        )
    ]


def test_name_position_and_unit_in_one_column_are_told_apart(tmp_path: Path):
    head = ["STT", "Họ và tên, chức vụ, đơn vị", "Lý do khen thưởng"]
    rows = [[1, f"Ông Nguyễn Văn Bịa, Tổ trưởng, {UNIT}", "Tốt"], [2, "Bà Trần Thị Thử, công nhân", "Tốt"]]
    said = of_sheet(tmp_path, [head, *rows, [3, UNIT, "Tốt"]])
    one, _, group = said.entries
    assert (one.words, one.text("position"), one.organisation) == ("ông Nguyễn Văn Bịa", "Tổ trưởng", "tdp-dau-lang")
    assert (group.kind, group.organisation) == ("group", "tdp-dau-lang")
    assert [fact for fact, _ in facts(said)] == [
        "ô Sheet!B3: Họ và tên, chức vụ, đơn vị: không thấy đơn vị nào của danh mục trong “công nhân”"
    ]


def test_no_name_of_a_person_holds_a_comma(tmp_path: Path):
    head = ["Họ và tên", "Chức vụ", "Đơn vị"]
    rows = [["Trần Văn Khoan, Bí thư chi bộ", "", UNIT], ["Trần Văn Bịa, Bí thư chi bộ", "Tổ trưởng", UNIT],
            ["Ông Đỗ Văn Bịa, bà Lê Thị Thử", "", UNIT], ["Hộ ông Đỗ Văn Bịa, bà Lê Thị Thử", "", UNIT],
            ["Bà Lê Thị Mẫu, Bác sĩ trạm y tế", "", UNIT]]  # fmt: skip
    said = of_sheet(tmp_path, [head, *rows])
    assert [(one.name, one.text("position")) for one in said.entries] == [
        ("Trần Văn Khoan", "Bí thư chi bộ"), ("Trần Văn Bịa", "Tổ trưởng"), ("Đỗ Văn Bịa", "bà Lê Thị Thử"),
        ("Đỗ Văn Bịa, bà Lê Thị Thử", ""), ("Lê Thị Mẫu", "Bác sĩ trạm y tế"),
    ]  # fmt: skip
    assert facts(said) == [
        (
            "ô Sheet!A3: Họ và tên: sau họ tên ghi “Bí thư chi bộ”, cột “Chức vụ, công việc” lại ghi “Tổ trưởng”",
            "ô này chỉ giữ họ tên; chức vụ ghi ở cột của nó",
        ),
        ("ô Sheet!A4: Họ và tên: ô này ghi cả “bà Lê Thị Thử”", EACH),
    ]


@pytest.mark.parametrize(
    ("cell", "other"),
    [
        ("Lê Văn Một, Trần Văn Hai", "Trần Văn Hai"), ("Bùi Văn Ba và Ngô Văn Bốn", "Ngô Văn Bốn"),
        ("Bùi Văn Năm\nNgô Văn Sáu", "Ngô Văn Sáu"), ("Đinh Văn Chín; Đinh Văn Mười", "Đinh Văn Mười"),
        ("LÊ VĂN MỘT - TRẦN VĂN HAI", "TRẦN VĂN HAI"), ("1. Lê Văn Một\n2. Trần Văn Hai", "Trần Văn Hai"),
        ("Lê Văn Một, Tổ trưởng, Trần Văn Hai, Tổ phó", "Trần Văn Hai"), ("Ông Lê Văn Một và bà Trần Thị Hai",
        "bà Trần Thị Hai"),
    ],
)  # fmt: skip
def test_two_people_in_one_cell_are_told(tmp_path: Path, cell: str, other: str):
    said = of_sheet(tmp_path, [["Họ và tên", "Đơn vị", "Thành tích"], [cell, UNIT, "Việc tốt"]])
    assert facts(said) == [(f"ô Sheet!A2: Họ và tên: ô này ghi cả “{other}”", EACH)]


@pytest.mark.parametrize(
    ("cell", "name", "position"),
    [
        ("Nguyễn Văn Bịa, Tổ trưởng", "Nguyễn Văn Bịa", "Tổ trưởng"),
        ("Nguyễn Văn Bịa, Phó Chủ tịch Hội Phụ nữ", "Nguyễn Văn Bịa", "Phó Chủ tịch Hội Phụ nữ"),
        ("Nguyễn Văn Bịa, Đoàn viên", "Nguyễn Văn Bịa", "Đoàn viên"),
        ("NGUYỄN VĂN BỊA, PHÓ CHỦ TỊCH", "NGUYỄN VĂN BỊA", "PHÓ CHỦ TỊCH"),
        ("Nguyễn Văn Bịa, Đoàn Thanh Niên", "Nguyễn Văn Bịa", "Đoàn Thanh Niên"),
        ("Nguyễn Văn Bịa, Bí thư và Trưởng ban", "Nguyễn Văn Bịa", "Bí thư và Trưởng ban"),
        ("Nguyễn Văn Bịa, Tổ dân phố Hoa Sen", "Nguyễn Văn Bịa", "Tổ dân phố Hoa Sen"),
        ("Nguyễn Văn Bịa, Hà Nội", "Nguyễn Văn Bịa", "Hà Nội"), ("12. Đỗ Văn Năm", "Đỗ Văn Năm", ""),
        ("(3) Ông Đỗ Văn Năm", "Đỗ Văn Năm", ""), ("Mai Văn Và", "Mai Văn Và", ""),
    ],
)  # fmt: skip
def test_what_follows_a_name_is_mostly_its_position(tmp_path: Path, cell: str, name: str, position: str):
    said = of_sheet(tmp_path, [["Họ và tên", "Đơn vị", "Thành tích"], [cell, UNIT, "Việc tốt"]])
    assert facts(said) == []
    assert [(one.name, one.text("position")) for one in said.entries] == [(name, position)]


def test_a_unit_named_as_people_are_is_nobody(tmp_path: Path):
    ward(
        tmp_path,
        {"organisations/tdp-le-mau.yml": "name: Tổ dân phố Lê Văn Mẫu\nkind: residential-group\nlevel: ward\n"},
    )
    cells = ["Nguyễn Văn Bịa, Lê Văn Mẫu"]
    (table,) = read_workbook(open_package(sheet_of(tmp_path / "a.xlsx", [["Họ tên", "Đơn vị"], [*cells, UNIT]])))
    found = find_header([table], {})
    assert found is not None
    assert facts(read_entries(*found, read(tmp_path / "content"), date(2026, 6, 10))) == []


@pytest.mark.parametrize(
    ("unit", "fix"),
    [
        ("Lớp 5A, Trường Tiểu học Mẫu", "chọn trong danh mục, hoặc tạo trước: portal new organisations MÃ"),
        ("Công an phường Mẫu", "chọn trong danh mục, hoặc tạo trước: portal new organisations MÃ"),
        ("Tổ Đầu Làng", f"có phải “{UNIT}”?"), ("Tổ dân phố Đầu Lànk", f"có phải “{UNIT}”?"),
    ],
)  # fmt: skip
def test_only_a_unit_that_is_like_it_is_proposed(tmp_path: Path, unit: str, fix: str):
    said = of_sheet(tmp_path, [["Họ và tên", "Đơn vị"], ["Nguyễn Văn Bịa", unit]])
    assert facts(said) == [(f"ô Sheet!B2: Đơn vị, tổ dân phố: không có đơn vị “{unit}” trong danh mục", fix)]


def test_awards_and_bases_are_known_as_offices_write_them(tmp_path: Path):
    head = ["Họ và tên", "Đơn vị", "Hình thức", "Loại hình"]
    rows = [["Nguyễn Văn Bịa", UNIT, "Giấy khen của Chủ tịch Ủy ban nhân dân phường Mẫu", "Công trạng"],
            ["Trần Thị Thử", UNIT, "Danh hiệu “Lao động giỏi”", ""], ["Lê Thị Mẫu", UNIT, "LĐG", "Theo phong trào"],
            ["Đỗ Văn Bịa", UNIT, "Giấy khen của Giám đốc", ""]]  # fmt: skip
    said = of_sheet(tmp_path, [head, *rows])
    assert [(one.text("award"), one.text("basis")) for one in said.entries[:3]] == [
        ("giay-khen", "merit"), ("lao-dong-gioi", ""), ("lao-dong-gioi", "movement"),
    ]  # fmt: skip
    (refused,) = [fact for fact, _ in facts(said)]
    assert refused.startswith("ô Sheet!C5: Danh hiệu hoặc hình thức khen thưởng: không có danh hiệu hoặc hình thức")
