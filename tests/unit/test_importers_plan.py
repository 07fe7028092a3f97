"""What the parts of a plan's import decide: labels, days, columns, whose words a cell holds, what an import leaves."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.content import read_content
from generator.importers.due import due_of
from generator.importers.labels import read_label
from generator.importers.plain_text import plain_blocks
from generator.importers.plan import prepare
from generator.importers.plan_record import Request, day_of, number_of
from generator.importers.reading import Grid, read_blocks
from generator.importers.task_table import read_task_table
from generator.models import Plan
from generator.problems import ContentInvalid
from tests.site import SITES
from tests.word import paragraph, word_file

AS_OF = date(2027, 1, 10)
TRAPS = SITES / "plans"


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SITES / "small" / "content", folder)
    return folder


def plan_file(folder: Path, *lines: str, tail: str = "") -> Path:
    file = folder / "ke-hoach.txt"
    head = ["KẾ HOẠCH", "Công tác năm 2027", "", "Ủy ban nhân dân phường ban hành Kế hoạch như sau:", ""]
    file.write_text("\n\n".join(["\n".join(head), *lines]) + tail, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I. MỤC", ("section", "I.")), ("IV/ MỤC", ("section", "IV/")), ("Chương II", ("section", "Chương II")),
        ("PHẦN THỨ NHẤT", ("section", "PHẦN THỨ NHẤT")), ("Điều 3. Tên", ("article", "Điều 3.")),
        ("Khoản 2. Tên", ("clause", "Khoản 2.")), ("1) Việc", ("clause", "1)")), ("1.Việc", ("clause", "1.")),
        ("1.2.3. Việc", ("clause", "1.2.3.")), ("II.1. Việc", ("clause", "II.1.")), ("(2) Việc", ("clause", "(2)")),
        ("đ) Việc", ("point", "đ)")), ("- a) Việc", ("point", "- a)")), ("aa) Việc", ("point", "aa)")),
        ("iii) Việc", ("point", "iii)")), ("- Việc", ("indent", "-")), ("+ Việc", ("indent", "+")),
        ("• Việc", ("indent", "•")),
    ],
)  # fmt: skip
def test_a_label_is_known(text: str, label: tuple[str, str]):
    found = read_label(text)
    assert found is not None
    assert (found.level, found.label) == label


@pytest.mark.parametrize(
    "text",
    [
        "1.000 đồng", "15/4/2026 là hạn", "24/KH-UBND của phường", "2026. Ủy ban", "-5% so với năm trước",
        "v.v. và hết",
        "đ/c Bịa phụ trách", "Điều 5 Luật này", "Khoản 1 Điều 5", "Phần I của Kế hoạch", "Mục đích", "I love", "A. chữ",
        "+84 000", "1.", "-",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_label_is_none(text: str):
    found = read_label(text)
    assert found is None or not found.rest


@pytest.mark.parametrize(
    ("period", "quarter", "due"),
    [
        ("Quý II", "2", None), ("Quý I/2027", "1", None), ("Trong quý 4", "4", None), ("quý III năm 2027", "3", None),
        ("Tháng 6", None, "2027-06-30"), ("Tháng 02/2028", None, "2028-02-29"), ("6/2027", None, "2027-06-30"),
        ("trước 25/11", None, "2027-11-25"), ("Trước ngày 25/11/2027", None, "2027-11-25"),
        ("ngày 15/12/2027", None, "2027-12-15"), ("15 tháng 12 năm 2027.", None, "2027-12-15"),
        ("Quý I, II", None, None), ("Quý I/2026", None, None), ("Tháng 6 và tháng 12", None, None),
        ("thường xuyên", None, None), ("hằng quý", None, None), ("Cả năm", None, None), ("30/02", None, None),
        ("Tháng 13", None, None), ("ngày 25 hằng tháng", None, None), ("Tháng 6 hằng năm", None, None),
        ("", None, None), ("Đầu tháng 6", None, None), ("Từ tháng 1 đến tháng 6", None, None),
    ],
)  # fmt: skip
def test_a_period_is_a_date_only_where_it_says_one(period: str, quarter: str | None, due: str | None):
    assert due_of(period, 2027) == (quarter, date.fromisoformat(due) if due else None)


def test_number_and_day_are_read_only_when_complete():
    assert number_of("Số: 15/KH-UBND") == "15/KH-UBND"
    assert number_of("Số:15 /KH-UBND") == "15/KH-UBND"
    assert number_of("Số: /KH-UBND") is None
    assert day_of("Bạch Đằng, ngày 10 tháng 02 năm 2026") == date(2026, 2, 10)
    assert day_of("Bạch Đằng, ngày tháng 02 năm 2026") is None
    assert day_of("Bạch Đằng, ngày 30 tháng 02 năm 2026") is None


def test_a_table_without_a_lead_or_a_period_is_no_table_of_tasks():
    blocks = plain_blocks(["STT\tNội dung\tGhi chú", "1\tViệc\tkhông"])
    grids = [item for item in read_blocks(blocks, counted=True).items if isinstance(item, Grid)]
    assert read_task_table(grids) is None


def test_a_new_plan_is_written_and_passes_the_checks(ward: Path, capsys: pytest.CaptureFixture[str]):
    command = ["import", "plan", str(TRAPS / "bang-nhiem-vu.txt"), "--id", "2027", "--content", str(ward)]
    command += ["--as-of", "2027-01-10"]
    assert main(command) == 0
    assert "Đây là bản xem thử, chưa ghi gì." in capsys.readouterr().out
    assert not (ward / "plans" / "2027").exists()
    assert main([*command, "--apply"]) == 0
    assert "Đã ghi: plans/2027/plan.yml, plans/2027/tasks.yml, plans/2027/progress.yml." in capsys.readouterr().out
    content, problems = read_content(ward)
    assert problems == []
    plan = content.of("plans")["2027"].record
    assert (plan.year, plan.issuer, plan.number, plan.date) == (2027, "ubnd-phuong", "12/KH-UBND", date(2027, 1, 5))
    before = {file.name: file.read_bytes() for file in (ward / "plans" / "2027").iterdir()}
    assert main([*command, "--apply"]) == 0
    assert "Không có gì để ghi" in capsys.readouterr().out
    assert {file.name: file.read_bytes() for file in (ward / "plans" / "2027").iterdir()} == before


def imported(ward: Path, file: Path) -> Plan:
    assert (
        main(["import", "plan", str(file), "--id", "2027", "--content", str(ward), "--as-of", "2027-01-10", "--apply"])
        == 0
    )
    content, problems = read_content(ward)
    assert problems == []
    plan: Plan = content.of("plans")["2027"].record
    return plan


def test_hand_made_notes_stay_while_their_part_does(ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    imported(ward, plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc mọt.", "2. Việc hai."))
    file = ward / "plans" / "2027" / "plan.yml"
    text = file.read_text(encoding="utf-8").replace("year: 2027", "# Ghi chú riêng về năm.\nyear: 2027")
    text += (
        "# Chỗ sai của bản gốc.\nslips:\n  - part: muc-i-1\n    text: mọt\n    note: Có lẽ là “một”.\n"
        "  - part: muc-i-2\n    text: hai\n    note: Ghi chú mẫu.\napproved:\n  by: Người Duyệt Bịa\n"
        "  role: Phó Chủ tịch\n  date: 2027-01-09\n"
    )
    file.write_text(text, encoding="utf-8")
    plan = imported(ward, plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc mọt.", "2. Việc ba."))
    told = capsys.readouterr().out
    assert [slip.part for slip in plan.slips] == ["muc-i-1"]
    assert plan.approved is None
    assert "Bỏ ở slips, vì phần ấy không còn hoặc đã đổi lời: part: muc-i-2, text: hai, note: Ghi chú mẫu." in told
    assert "Kế hoạch đã duyệt, nay lời văn đổi: bỏ duyệt (xóa approved), người duyệt xem lại." in told
    after = file.read_text(encoding="utf-8")
    assert "# Ghi chú riêng về năm.\nyear: 2027" in after
    assert "# Chỗ sai của bản gốc.\nslips:" in after


def test_what_points_at_a_number_that_is_now_another_part_is_told(
    ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    imported(ward, plan_file(tmp_path, "I. NỘI DUNG", "1. Phát động phong trào.", "2. Tổng kết công tác năm."))
    movement = next((ward / "movements").glob("*.yml"))
    text = movement.read_text(encoding="utf-8")
    movement.write_text(text + "# Xem 2027#muc-i-2 và 2027#muc-i-1.\n", encoding="utf-8")
    capsys.readouterr()
    lines = ("I. NỘI DUNG", "1. Phát động phong trào.", "2. Việc mới thêm vào.", "3. Tổng kết công tác năm.")
    imported(ward, plan_file(tmp_path, *lines))
    told = capsys.readouterr().out
    where = f"movements/{movement.name}"
    assert f"2027#muc-i-2 nay là phần khác, phần cũ nay là 2027#muc-i-3: xem lại {where}.\n" in told
    assert "2027#muc-i-1 nay" not in told
    imported(ward, plan_file(tmp_path, *lines))
    assert "nay là phần khác" not in capsys.readouterr().out


def test_a_result_whose_number_is_now_another_task_is_told(
    ward: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    head = "STT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian"

    def rows(*tasks: str) -> Path:
        cells = (f"{number}\t{task}\tVăn phòng\t\tQuý I" for number, task in enumerate(tasks, 1))
        tail = "\n".join(["\n\nTM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "PHỤ LỤC", "", head, *cells])
        return plan_file(tmp_path, "I. NỘI DUNG", tail=tail)

    imported(ward, rows("Phát động phong trào", "Tổng kết năm"))
    progress = ward / "plans" / "2027" / "progress.yml"
    progress.write_text('tasks:\n  - task: "2"\n    state: underway\n    date: 2027-01-08\n', encoding="utf-8")
    capsys.readouterr()
    imported(ward, rows("Phát động phong trào", "Việc mới", "Tổng kết năm"))
    assert (
        "Nhiệm vụ 2 đổi lời từ “Tổng kết năm” sang “Việc mới”: xem lại kết quả đã ghi trong plans/2027/progress.yml."
    ) in capsys.readouterr().out


@pytest.mark.parametrize(
    "start", ["{\\rtf1\\ansi chữ}", "<HTML><p>KẾ HOẠCH", "\ufeff <!DOCTYPE html>", "MIME-Version: 1.0"]
)
@pytest.mark.parametrize(
    ("name", "message"),
    [("a.doc", "không phải tệp Word .docx"), ("a.txt", "tệp không phải chữ thường: là trang web hoặc RTF")],
)
def test_what_only_looks_like_text_is_refused(start: str, name: str, message: str, ward: Path, tmp_path: Path):
    (tmp_path / name).write_text(start, encoding="utf-8")
    assert refusal(Request(tmp_path / name, "2027"), ward) == message


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_notes_at_the_end_of_a_text_find_their_marks(between: str, ward: Path, tmp_path: Path):
    notes = between.join(["\n\n[1] Lời một.", "[2] Lời hai."])
    plan = imported(ward, plan_file(tmp_path, "I. NỘI DUNG", "1. Theo Luật[1] và Nghị định[2].", tail=notes))
    assert [(note.part, note.mark, note.after, note.text) for note in plan.footnotes] == [
        ("muc-i-1", "1", "Theo Luật", "Lời một."),
        ("muc-i-1", "2", "và Nghị định", "Lời hai."),
    ]
    assert plan.sections[0].parts[0].text == "Theo Luật và Nghị định."


def test_what_the_file_does_not_say_is_asked_for(ward: Path, tmp_path: Path):
    file = tmp_path / "ke-hoach.txt"
    file.write_text("KẾ HOẠCH\nCông tác\n\nI. MỤC ĐÍCH\n\n1. Việc một.", encoding="utf-8")
    assert refusal(Request(file, "moi"), ward) == "không rõ kế hoạch của năm nào"
    assert refusal(Request(file, "moi", 2027), ward) == "không rõ cơ quan ban hành"
    assert prepare(Request(file, "moi", 2027, "ubnd-phuong"), ward, AS_OF).ready


def refusal(request: Request, ward: Path) -> str:
    with pytest.raises(ContentInvalid) as refused:
        prepare(request, ward, AS_OF)
    assert len(refused.value.problems) == 1
    assert refused.value.problems[0].fix
    return refused.value.problems[0].message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "tệp trống, không có chữ nào"),
        (b"\n \n\t\n", "tệp trống, không có chữ nào"),
        (b"1\n\n- 2 -\n", "tệp không có đoạn chữ nào để nhận ra một văn bản"),
        (b"I. \xb5\xb8\xb6", "tệp không phải văn bản Unicode (UTF-8, UTF-16)"),
        ("KẾ HOẠCH".encode(), "không thấy trích yếu, dòng nói văn bản về việc gì"),
        ("KẾ HOẠCH\n\n1. Việc".encode(), "không thấy trích yếu, dòng nói văn bản về việc gì"),
    ],
)
def test_a_file_that_is_no_paper_gets_one_sentence(data: bytes, message: str, ward: Path, tmp_path: Path):
    file = tmp_path / "tep.txt"
    file.write_bytes(data)
    assert refusal(Request(file, "2027"), ward) == message


@pytest.mark.parametrize("start", [b"\xd0\xcf\x11\xe0" + bytes(600), b"%PDF-1.7\n", b"PK\x03\x04" + bytes(60)])
def test_other_formats_and_broken_files_get_one_sentence(start: bytes, ward: Path, tmp_path: Path):
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(start)
    assert refusal(Request(file, "2027"), ward)


def test_a_table_behind_the_signature_without_a_heading_is_refused(ward: Path, tmp_path: Path):
    tail = "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNgười Ký Bịa\n\nSTT\tNội dung\tChủ trì\n1\tViệc\tPhòng Văn hóa\n"
    file = plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc một.", tail=tail)
    assert refusal(Request(file, "2027"), ward) == "bảng đứng sau phần ký mà không có dòng “PHỤ LỤC” ở trên"


def test_a_plan_that_loses_its_tasks_is_refused(ward: Path, tmp_path: Path):
    imported(ward, TRAPS / "bang-nhiem-vu.txt")
    file = plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc một.")
    outcome = prepare(Request(file, "2027"), ward, AS_OF)
    assert [problem.message for problem in outcome.problems if problem.severity == "lỗi"] == [
        "kế hoạch đang có bảng nhiệm vụ mà tệp này không có"
    ]


def test_an_id_that_leads_out_of_the_folder_is_refused(ward: Path, tmp_path: Path):
    file = plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc một.")
    assert refusal(Request(file, "../2027"), ward) == "“../2027” không dùng làm mã được"


def test_markup_templates_and_yaml_signs_stay_text(ward: Path, tmp_path: Path):
    odd = [
        "{{ 7 * 7 }} <script>alert(0)</script>",
        "# dấu thăng: và 'nháy' \"kép\" - [x] {y}",
        "&neo *sao !the",
        "%a @b `c`",
    ]
    plan = imported(ward, plan_file(tmp_path, "I. MỤC ĐÍCH", *(f"{n}. {words}" for n, words in enumerate(odd, 1))))
    assert [part.text for part in plan.sections[0].parts] == odd


def test_what_normalising_changes_is_told(ward: Path, tmp_path: Path):
    file = plan_file(tmp_path, "I. MỤC ĐÍCH", "1. Việc\u00a0một, Ðảng, tie\u0302\u0301n\u200b bộ.")
    outcome = prepare(Request(file, "2027"), ward, AS_OF)
    assert outcome.changed[0].words == (
        "1 chữ có dấu rời được ghép lại (NFC); 1 dấu cách không ngắt thành dấu cách; 1 chữ Ð, ð thành Đ, đ; "
        "1 ký tự không có hình bị bỏ"
    )


def test_a_mangled_word_file_is_read_or_refused(ward: Path, tmp_path: Path):
    whole = word_file(
        tmp_path / "a.docx", *(paragraph(words) for words in ("KẾ HOẠCH", "Năm 2027", "1. Việc."))
    ).read_bytes()
    for end in range(0, len(whole), max(1, len(whole) // 40)):
        file = tmp_path / "b.docx"
        file.write_bytes(whole[:end])
        with pytest.raises(ContentInvalid) as refused:
            prepare(Request(file, "2027"), ward, AS_OF)
        assert all(problem.fix for problem in refused.value.problems)
