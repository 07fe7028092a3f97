"""The workbooks written: the template to fill in, and the content's honours in its layout."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.exporters.honours_workbook import honours_workbook, template
from generator.importers.columns import CHOICES, COLUMNS
from generator.importers.writing import block
from generator.yaml_editing import parse_editable, to_text
from tests.lists import DECISION, cell, plan, read, ward
from tests.site import copy_small, tree, write

SHEET = "Danh sách"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return ward(tmp_path)


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def test_the_template_has_its_three_sheets_and_its_lists_come_from_the_content(content: Path):
    book = opened(template(read(content)))
    assert [(sheet.title, sheet.sheet_state) for sheet in book] == [
        (SHEET, "visible"), ("Hướng dẫn", "visible"), ("Danh mục", "hidden"),
    ]  # fmt: skip
    sheet = book[SHEET]
    assert [one.value.removesuffix(" *") for one in sheet[1]] == [column.title for column in COLUMNS]
    assert [one.value for one in sheet[1] if one.value.endswith(" *")] == ["Họ và tên *", "Nhóm tuổi *"]
    assert sheet.freeze_panes == cell("position", 2).partition("!")[2]
    assert sheet.page_setup.orientation == "landscape"
    rules = {str(rule.sqref).partition("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    unit = rules[cell("organisation", 0).partition("!")[2][:-1]]
    assert unit.formula1 == "=dm_organisation"
    assert unit.prompt == "Chọn trong danh mục đơn vị của chuyên trang."
    area = book.defined_names["dm_organisation"].attr_text
    assert area.startswith("'Danh mục'!$")
    listed = [one.value for column in book["Danh mục"].iter_cols() for one in column]
    assert {"Tổ dân phố Đầu Làng", "Giấy khen", *CHOICES["kind"].values()} <= set(listed)
    day = sheet.column_dimensions[cell("recorded", 0).partition("!")[2][:-1]]
    assert (day.number_format, sheet.column_dimensions["H"].number_format) == ("dd/mm/yyyy", "@")


def test_what_is_offered_is_what_a_list_of_the_ward_may_hold(content: Path):
    """Residential groups first, then the ward's bodies; no award that is only counted or that the ward may not give."""
    write(
        content,
        {"awards/bang-khen.yml": "name: Bằng khen bịa\nkind: form\ngiven_to: []\nauthority: {holds: no, points: []}\n"},
    )
    book = opened(template(read(content)))
    listed = {
        column[0].value: [one.value for one in column[1:] if one.value] for column in book["Danh mục"].iter_cols()
    }
    assert listed["organisation"][:2] == ["Tổ dân phố Đầu Làng", "Tổ dân phố Mẫu"]
    assert not {"Chính phủ", "Ủy ban nhân dân tỉnh Mẫu", "Chủ tịch Ủy ban nhân dân phường Mẫu"} & {
        *listed["organisation"]
    }
    assert listed["award"] == ["Giấy khen", "Lao động giỏi"]


def test_only_a_workbook_is_written(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]):
    for command in ("honours", "honours-template"):
        file = tmp_path / "out.csv"
        assert main(["export", command, str(file), "--content", str(content)]) == 1
        said = capsys.readouterr().err
        assert "out.csv: lệnh này chỉ xuất tệp Excel. Cách sửa: đặt tên tệp là " in said
        assert said.endswith("out.xlsx.\n")
        assert not file.exists()


def test_what_is_said_of_a_photograph_goes_out_and_comes_back(tmp_path: Path, content: Path):
    exemplar = content / "exemplars/2026-001.yml"
    text = exemplar.read_text(encoding="utf-8")
    photo = "photo: {alt: Người quét ngõ, credit: 'Ảnh: UBND phường Mẫu', people: adults, focus: {x: 50, y: 30}}\n"
    exemplar.write_text(re.sub(r"photo:(.*\n)(  .*\n)*", "", text) + photo, encoding="utf-8")
    file = tmp_path / "a.xlsx"
    file.write_bytes(honours_workbook(read(content)))
    book = opened(file.read_bytes())
    sheet = book[SHEET]
    line = next(
        number for number in range(2, 30) if sheet[cell("exemplar", number).partition("!")[2]].value == "2026-001"
    )
    at = {key: cell(key, line).partition("!")[2] for key in ("credit", "people", "focus")}
    assert [sheet[one].value for one in at.values()] == ["Ảnh: UBND phường Mẫu", "Chỉ người lớn", "50, 30"]
    assert plan(file, content, decision="2026/01-qd").changes == {}
    sheet[at["focus"]].value = "20% 40%"
    book.save(file)
    outcome = plan(file, content, decision="2026/01-qd")
    assert [one.about for one in outcome.told if one.about] == ["điểm giữ khi cắt ảnh"]
    assert "focus: {x: 20, y: 40}" in str(outcome.changes["exemplars/2026-001.yml"])
    sheet[at["focus"]].value = "giữa"
    book.save(file)
    (problem,) = [one for one in plan(file, content, decision="2026/01-qd").problems if one.severity == "lỗi"]
    assert problem.message == f"ô {cell('focus', line)}: Điểm giữ khi cắt ảnh: không nhận “giữa”"
    assert problem.fix == "gõ hai số từ 0 đến 100: cách mép trái, cách mép trên, như 50, 30"


def test_same_content_same_bytes_and_no_clock(content: Path):
    first, second = (template(read(content)) for _ in range(2))
    assert first == second
    assert honours_workbook(read(content)) == honours_workbook(read(content))
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_an_export_imports_without_a_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    content = copy_small(tmp_path)
    before = tree(content)
    file = tmp_path / "khen.xlsx"
    assert main(["export", "honours", str(file), "--content", str(content)]) == 0
    assert "chỉ dùng trong cơ quan, không đăng, không gửi ra ngoài." in capsys.readouterr().out
    for id_, summary in (("2026/01-qd", "Giữ nguyên 6"), ("2026/02-qd", "Giữ nguyên 3")):
        outcome = plan(file, content, decision=id_)
        assert outcome.summary == f"Thêm mới 0 · Cập nhật 0 · {summary} · Cần xác nhận 0"
        assert outcome.changes == {}
        assert outcome.problems == ()
    assert tree(content) == before


def test_an_export_holds_nothing_of_one_taken_down(tmp_path: Path):
    gone = {"exemplars/2026-001.yml": "withdrawn: 2026-07-01\n"}
    content = ward(tmp_path, gone)
    (content / "exemplars/2026-001.png").unlink()
    sheet = opened(honours_workbook(read(content)))[SHEET]
    rows = [[one.value for one in row] for row in sheet.iter_rows(min_row=2)]
    assert rows[0][0] == 1
    basis = "Khen thưởng phong trào thi đua"
    kept = [1, 1, "Giấy khen", basis, "năm 2025", "Cá nhân", "(đã gỡ thông tin)", "2026/01-qd"]
    assert [one for one in rows[0] if one] == kept
    assert "2026-001" not in str(rows)


def test_a_year_takes_only_its_decisions(content: Path):
    assert opened(honours_workbook(read(content), 2025))[SHEET].max_row == 1
    assert opened(honours_workbook(read(content), 2026))[SHEET].max_row == 19


def test_a_year_without_decisions_and_a_folder_that_is_not_there_are_told(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "a.xlsx"
    assert main(["export", "honours", str(file), "--year", "1999", "--content", str(content)]) == 1
    assert capsys.readouterr().err == (
        "Lỗi: không có quyết định nào ký năm 1999. Cách sửa: ghi một trong các năm 2026, hoặc bỏ --year.\n"
    )
    assert not file.exists()
    assert main(["export", "honours", str(tmp_path / "khong/a.xlsx"), "--content", str(content)]) == 1
    assert "khong. Cách sửa: tạo thư mục ấy, hoặc ghi tệp ở nơi khác.\n" in capsys.readouterr().err


def test_a_revoked_award_is_marked_and_imports_without_a_change(tmp_path: Path, content: Path):
    decision = content / f"decisions/{DECISION}.yml"
    row = "commendations:\n      - name: {name: Nguyễn Văn Bịa}\n        kind: household\n"
    row += "        revoked: {number: 09/QĐ-UBND, date: 2026-07-20}\n"
    text = decision.read_text(encoding="utf-8").replace("commendations: []\n", row)
    decision.write_text(text, encoding="utf-8")
    file = tmp_path / "a.xlsx"
    file.write_bytes(honours_workbook(read(content)))
    sheet = opened(file.read_bytes())[SHEET]
    last = [one.value for one in list(sheet.iter_cols())[-1]]
    assert last[0] == "Đã hủy bỏ (số, ngày)"
    assert "09/QĐ-UBND, ngày 20/7/2026" in last
    outcome = plan(file, content)
    assert outcome.changes == {}
    assert not [note for note in outcome.notes if "Cột chưa rõ" in note]


def test_what_looks_like_a_formula_is_text(tmp_path: Path, content: Path):
    words = ["=1+1", "+84", "-1", "@SUM(A1)", '=HYPERLINK("http://mau.invalid")']
    rows = [{"name": {"name": f"Bịa {one}"}, "kind": "household", "achievement": one} for one in words]
    decision = content / f"decisions/{DECISION}.yml"
    data = parse_editable(decision.read_text(encoding="utf-8"))
    data["lists"][0]["commendations"] = [block(row) for row in rows]
    decision.write_text(to_text(data), encoding="utf-8")
    file = tmp_path / "a.xlsx"
    file.write_bytes(honours_workbook(read(content)))
    sheet = opened(file.read_bytes())[SHEET]
    column = [one.key for one in COLUMNS].index("achievement") + 1
    cells = [sheet.cell(line, column) for line in range(2, sheet.max_row + 1)]
    cells = [one for one in cells if one.value in words]
    assert [one.value for one in cells] == words
    assert {one.data_type for one in cells} == {"s"}
    assert all(one.quotePrefix for one in cells)
    assert plan(file, content).changes == {}


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "mau.xlsx"
    file.write_bytes(b"cua toi")
    assert main(["export", "honours-template", str(file), "--content", str(content)]) == 1
    assert capsys.readouterr().err.endswith("mau.xlsx. Cách sửa: ghi tên khác, hoặc xóa tệp cũ.\n")
    assert file.read_bytes() == b"cua toi"
