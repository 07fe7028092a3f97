import os
from pathlib import Path

import pytest

from generator.content import read_content, split_front_matter
from generator.folder import files_below
from generator.problems import Problem
from tests.site import copy_small, write

ONE_LINE = "viết trên cùng dòng với tên trường; có dấu ngoặc hay dấu hai chấm thì đặt trong dấu nháy kép"
MOVEMENT = "name: Sạch nhà\nlaunched_by: ubnd-phuong\nfield: Môi trường\n"


def problems_of(root: Path, files: dict[str, str]) -> list[Problem]:
    """What is wrong with the form of these files alone."""
    return read_content(write(root, files))[1]


def only(root: Path, files: dict[str, str]) -> tuple[int, int, str, str]:
    """Line, column, fact and way out of the only fault of form."""
    (problem,) = problems_of(root, files)
    return problem.place.line, problem.place.column, problem.message, problem.fix


def test_the_small_ward_reads_without_a_fault(tmp_path: Path) -> None:
    content, problems = read_content(copy_small(tmp_path))
    assert problems == []
    assert content.of("portal")["portal"].record.ward == "Phường Mẫu"
    assert content.of("decisions")["2026/01-qd"].record.number == "01/QĐ-UBND"
    assert list(content.of("organisations")) == sorted(content.of("organisations"))
    assert [file.name for file in content.photos["exemplars", "2026-001"]] == ["2026-001.png"]
    assert content.of("guidance")["gioi-thieu-guong"].record.body.startswith("::: lời khuyên\nGọi cho [Phòng Văn hóa]")
    assert len(list(content.all())) == sum(len(entries) for entries in content.entries.values())
    assert not content.strangers


def test_no_folder(tmp_path: Path) -> None:
    content, (problem,) = read_content(tmp_path / "khong-co")
    assert list(content.all()) == []
    assert problem.message == "không có thư mục nội dung này"
    assert problem.fix == "chạy lệnh ở thư mục gốc của dự án, hoặc chỉ đúng thư mục bằng --content"


def test_an_unknown_key_asks_what_was_meant(tmp_path: Path) -> None:
    assert only(tmp_path, {"movements/a.yml": MOVEMENT + "particpants: [tdp-mau]\n"}) == (
        4,
        1,
        'không có trường "particpants"',
        'có phải "participants"?',
    )
    line, column, message, fix = only(tmp_path, {"movements/a.yml": MOVEMENT + "mau: xanh\n"})
    assert (line, column, message) == (4, 1, 'không có trường "mau"')
    assert fix.startswith("các trường dùng được ở đây: name, launched_by, starts, ends, field")


def test_an_unknown_key_deep_inside_a_plan(tmp_path: Path) -> None:
    plan = (copy_small(tmp_path) / "plans/2026/plan.yml").read_text(encoding="utf-8")
    wrong = plan.replace("          - point: a)\n            text:", "          - point: a)\n            txet:")
    problems = problems_of(tmp_path / "khac", {"plans/2026/plan.yml": wrong})
    said = [(problem.place.line, problem.message, problem.fix) for problem in problems]
    line = wrong[: wrong.index("txet")].count("\n") + 1
    assert (line, 'không có trường "txet"', 'có phải "text"?') in said
    assert (line - 1, 'thiếu trường "text" (Lời văn của điểm)') in [one[:2] for one in said]


def test_a_part_of_a_plan_that_is_two_things(tmp_path: Path) -> None:
    plan = (copy_small(tmp_path) / "plans/2026/plan.yml").read_text(encoding="utf-8")
    wrong = plan.replace("          - point: a)\n", "          - point: a)\n            clause: 1.\n")
    _, _, message, fix = only(tmp_path / "khac", {"plans/2026/plan.yml": wrong})
    assert message.endswith("không rõ phần này thuộc loại nào")
    assert "clause (khoản), point (điểm), indent (gạch đầu dòng), paragraph (đoạn)" in fix


def test_missing_keys_with_an_example(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, {"movements/a.yml": "name: Sạch nhà\n"})
    assert [(problem.message, problem.fix) for problem in problems] == [
        ('thiếu trường "launched_by" (Cơ quan phát động)', 'thêm dòng "launched_by: ubnd-phuong"'),
        ('thiếu trường "field" (Lĩnh vực)', 'thêm dòng "field: Môi trường"'),
    ]


@pytest.mark.parametrize(
    ("lines", "message", "fix"),
    [
        (
            "starts: 31/02/2026",
            '"31/02/2026" không phải một ngày có thật',
            "viết năm-tháng-ngày hoặc ngày/tháng/năm, ví dụ 2026-03-01",
        ),
        (
            "starts: 12/31/2026",
            '"12/31/2026" không phải một ngày có thật',
            "viết năm-tháng-ngày hoặc ngày/tháng/năm, ví dụ 2026-03-01",
        ),
        ("starts:\n  - 2026-01-01", "phải là một ngày", "viết năm-tháng-ngày hoặc ngày/tháng/năm, ví dụ 2026-03-01"),
        (
            "aims: một ý",
            "phải là một danh sách",
            'xuống dòng, mỗi ý một gạch đầu dòng, ví dụ "- Mỗi ngõ có một tổ tự quản vệ sinh"',
        ),
        ("sample: có", "chỉ nhận true hoặc false", "viết true hoặc false, ví dụ true"),
        (
            "participants:\n  - Tổ dân phố Mẫu",
            'cần một mã, không nhận "Tổ dân phố Mẫu"',
            "mã là tên tệp bỏ đuôi: chữ thường không dấu, chữ số, nối bằng gạch ngang, ví dụ tdp-hoa-sen",
        ),
        ("fulfils: [2026]", "viết chưa đúng dạng", "viết lại cho đúng dạng, ví dụ 2026#muc-ii-3"),
        (
            "aims:\n  - [Dự thảo]",
            "phải là một dòng chữ",
            f"{ONE_LINE}, ví dụ Mỗi ngõ có một tổ tự quản vệ sinh",
        ),
        ('aims: ["\u200b"]', "không được để trống", "điền giá trị, ví dụ Mỗi ngõ có một tổ tự quản vệ sinh"),
        (f"aims: [{'x' * 6001}]", "dài quá 6000 ký tự", "rút gọn, ví dụ Mỗi ngõ có một tổ tự quản vệ sinh"),
    ],
)
def test_a_value_of_the_wrong_kind(tmp_path: Path, lines: str, message: str, fix: str) -> None:
    line, _, said, way_out = only(tmp_path, {"movements/a.yml": f"{MOVEMENT}{lines}\n"})
    assert line in (4, 5)
    assert said.partition("): ")[2] == message or said.endswith(message)
    assert way_out == fix


def test_a_choice_is_told_with_its_values(tmp_path: Path) -> None:
    award = "name: Cờ\nkind: forn\ngiven_to: [group]\nauthority: {holds: no, points: []}\n"
    assert only(tmp_path, {"awards/co.yml": award}) == (
        2,
        7,
        'trường "kind" (Loại) không nhận "forn"',
        'có phải "form"? chọn một trong: title (danh hiệu thi đua), form (hình thức khen thưởng)',
    )


@pytest.mark.parametrize("typed", ["2.530.000", "2530.000", "1_000", "-5", "2 530 000", "hai triệu", "1e6"])
def test_a_number_is_digits_only(tmp_path: Path, typed: str) -> None:
    line, column, message, fix = only(
        tmp_path, {"base-salary.yml": f"values:\n  - from_date: 2026-07-01\n    amount: {typed}\n    level: A\n"}
    )
    assert (line, column) == (3, 13)
    assert message == 'trường "amount" (Đồng mỗi tháng): phải là số nguyên'
    assert fix == "viết bằng chữ số, không có dấu chấm, dấu cách hay chữ, ví dụ 2530000"


def test_a_key_without_a_value(tmp_path: Path) -> None:
    assert only(tmp_path, {"movements/a.yml": MOVEMENT.replace("Môi trường", "")}) == (
        3,
        7,
        'trường "field" (Lĩnh vực) chưa có giá trị',
        "điền giá trị, ví dụ Môi trường",
    )
    assert only(tmp_path, {"movements/a.yml": MOVEMENT + "aims:\n"})[3] == (
        "điền giá trị, ví dụ Mỗi ngõ có một tổ tự quản vệ sinh, hoặc xóa dòng này"
    )
    assert problems_of(tmp_path, {"movements/a.yml": MOVEMENT + "starts:\n"}) == []


def test_text_is_kept_in_one_form(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"movements/a.yml": "name: Sa\u0323ch\u00a0nhà  \nlaunched_by: ubnd-phuong\nfield: Môi\u200b trường\n"},
    )
    record = read_content(tmp_path)[0].of("movements")["a"].record
    assert (record.name, record.field) == ("Sạch nhà", "Môi trường")


def test_prose_is_kept_in_one_form(tmp_path: Path) -> None:
    head = "---\ntitle: A\nsummary: B\naudience: C\nreviewed: 2026-01-01\n---\n"
    write(tmp_path, {"guidance/a.md": f"{head}\nPhu\u031bo\u031b\u0300ng\u00a0ta\n\nhai\n"})
    assert read_content(tmp_path)[0].of("guidance")["a"].record.body == "Phường ta\n\nhai"


@pytest.mark.parametrize(
    ("path", "name", "better"),
    [
        ("awards/Giay-Khen.yml", "Giay-Khen", "giay-khen"),
        ("awards/giấy-khen.yml", "giấy-khen", "giay-khen"),
        ("awards/giay khen.yml", "giay khen", "giay-khen"),
        ("awards/-a.yml", "-a", "a"),
        ("awards/_.yml", "_", "ten-moi"),
        ("decisions/2026/A.yml", "A", "a"),
        (f"awards/{'a' * 81}.yml", "a" * 81, "a" * 80),
    ],
)
def test_a_file_name_that_cannot_be_an_address(tmp_path: Path, path: str, name: str, better: str) -> None:
    problem = next(one for one in problems_of(tmp_path, {path: "name: A\n"}) if one.rule == "ten-tep")
    assert problem.message == f'tên "{name}" không dùng làm địa chỉ được'
    assert problem.fix == (
        f'đổi tên thành "{better}": chữ thường không dấu, chữ số, nối bằng gạch ngang, không quá 80 ký tự'
    )


def test_a_file_that_is_no_mapping(tmp_path: Path) -> None:
    assert only(tmp_path, {"movements/a.yml": "- một\n"}) == (
        1,
        1,
        "tệp phải gồm các trường",
        'viết mỗi dòng một trường, theo dạng "tên_trường: giá trị"',
    )


def test_prose_without_its_head(tmp_path: Path) -> None:
    assert only(tmp_path, {"guidance/a.md": "Chỉ có bài.\n"}) == (
        1,
        1,
        "thiếu phần đầu trang",
        'mở đầu tệp bằng một dòng "---", các trường, rồi một dòng "---"',
    )


def test_prose_typed_into_its_head(tmp_path: Path) -> None:
    head = "---\ntitle: A\nsummary: B\naudience: C\nreviewed: 2026-01-01\nbody: mất\n---\nBài.\n"
    assert only(tmp_path, {"guidance/a.md": head}) == (
        6,
        1,
        'không có trường "body"',
        'viết bài dưới dòng "---" thứ hai',
    )


def test_lines_of_a_head_count_in_the_file(tmp_path: Path) -> None:
    head = "---\ntitle: A\nsummary: B\naudience: C\nreviewed: 32/1/2026\n---\nBài.\n"
    assert only(tmp_path, {"guidance/a.md": head})[:2] == (5, 11)


def test_front_matter_is_split_at_its_own_lines() -> None:
    assert split_front_matter("---\na: b\n---\nmột\n---\nhai\n") == ("a: b\n", "một\n---\nhai\n", 2)
    assert split_front_matter("một\n---\nhai\n") == ("", "một\n---\nhai\n", 1)


def test_files_that_belong_nowhere(tmp_path: Path) -> None:
    names = ["awards/a.yaml", "Kế hoạch.docx", "decisions/a.yml", "exemplars/2026/a.yml", "anh.jpg", "awards/a.YML"]
    content, problems = read_content(write(tmp_path, dict.fromkeys(names, "x: y\n")))
    assert problems == []
    assert sorted(file.relative_to(tmp_path).as_posix() for file in content.strangers) == sorted(names)


def test_what_systems_and_editors_leave_is_passed_over(tmp_path: Path) -> None:
    names = [".DS_Store", "awards/Thumbs.db", "~$ke-hoach.docx", ".git/config", ".gitignore", "awards/.~lock.a.yml#"]
    content, problems = read_content(write(tmp_path, dict.fromkeys(names, "x")))
    assert (problems, content.strangers) == ([], ())


def test_links_are_refused_and_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path / "ngoai", {"a.yml": MOVEMENT, "thu-muc/b.yml": MOVEMENT})
    root = write(tmp_path / "content", {"movements/that.yml": MOVEMENT})
    (root / "movements/lien-ket.yml").symlink_to(secret / "a.yml")
    (root / "awards").symlink_to(secret / "thu-muc")
    os.mkfifo(root / "ong.yml")
    content, problems = read_content(root)
    assert list(content.of("movements")) == ["that"]
    assert not content.of("awards")
    assert {problem.place.file.name for problem in problems} == {"lien-ket.yml", "awards", "ong.yml"}
    assert {(problem.message, problem.fix) for problem in problems} == {
        ("là liên kết hoặc tệp đặc biệt, không phải tệp thường", "đặt tệp thật vào đây")
    }


@pytest.mark.parametrize("leads_to", ["lien-ket", "that.yml/x", "d" * 300, "..", "khong-co"])
def test_a_link_that_leads_nowhere_is_one_problem_beside_all_others(tmp_path: Path, leads_to: str) -> None:
    root = write(tmp_path / "content", {"movements/that.yml": MOVEMENT, "movements/sai.yml": ""})
    (root / "movements/lien-ket").symlink_to(leads_to)
    (root / "movements/.lien-ket").symlink_to(leads_to)
    _, problems = read_content(root)
    assert sorted(problem.place.file.name for problem in problems) == [".lien-ket", "lien-ket", "sai.yml"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"movements/a.yml": MOVEMENT, "movements/b.yml": MOVEMENT, "awards/c.yml": ""}
    root = write(tmp_path / "content", files)
    scandir, opened = os.scandir, Path.read_bytes

    def refuse_folder(folder: Path) -> object:
        if folder.name == "awards":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    def refuse_file(file: Path) -> bytes:
        if file.name == "a.yml":
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file)

    monkeypatch.setattr(os, "scandir", refuse_folder)
    monkeypatch.setattr(Path, "read_bytes", refuse_file)
    content, problems = read_content(root)
    assert list(content.of("movements")) == ["b"]
    assert [(problem.place.file.name, problem.message) for problem in problems] == [
        ("awards", "không đọc được thư mục này"),
        ("a.yml", "không đọc được tệp này"),
    ]


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """A folder's own files first; ``a-b`` before ``a``, as their names are compared, not their paths."""
    names = ["z.txt", "a/1.txt", "a/b/1.txt", "a-b/1.txt", "ab/1.txt", "a/c.txt"]
    root = write(tmp_path, dict.fromkeys(names, "x"))
    found = [relative for _, relative in files_below(root, [])]
    assert found == ["z.txt", "a/1.txt", "a/c.txt", "a/b/1.txt", "a-b/1.txt", "ab/1.txt"]


def test_a_file_whose_form_is_wrong_is_remembered(tmp_path: Path) -> None:
    content, problems = read_content(write(tmp_path, {"movements/a.yml": "name: [\n", "movements/b.yml": MOVEMENT}))
    assert len(problems) == 1
    assert content.unread == {("movements", "a")}
    assert list(content.of("movements")) == ["b"]


def test_every_fault_of_every_file_is_told(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, {"movements/a.yml": "x: 1\ny: 2\n", "movements/b.yml": "\t\n", "awards/c.yml": ""})
    assert len(problems) == 2 + 3 + 1 + 1
    assert {problem.place.file.name for problem in problems} == {"a.yml", "b.yml", "c.yml"}


def test_the_place_of_a_value_in_its_file(tmp_path: Path) -> None:
    content = read_content(copy_small(tmp_path))[0]
    entry = content.of("guidance")["gioi-thieu-guong"]
    assert entry.place("based_on", 0).line == 6
    movement = content.of("movements")["sach-nha"]
    assert (movement.place("ends").line, movement.place("ends").column, movement.place("ends").length) == (4, 7, 10)
