from pathlib import Path

import pytest

from generator.problems import (
    ContentInvalid,
    Place,
    Problem,
    did_you_mean,
    display_path,
    errors,
    format_problems,
    summarise,
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "content" / "mau.yml"
    file.parent.mkdir()
    file.write_text("  lists:\n    - award: giay-ken\n", encoding="utf-8")
    return file


def shown(file: Path, text: str | bytes, line: int, column: int, length: int = 1) -> list[str]:
    """The picture of one fault in the text."""
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return format_problems([Problem(Place(file, line, column, length), "luat", "sai")]).split("\n")[1:]


def test_place_fact_picture_way_out(file: Path) -> None:
    fact = 'không có danh hiệu hoặc hình thức khen thưởng "giay-ken" trong content/awards'
    problem = Problem(Place(file, 2, 14, 8), "tham-chieu", fact, 'có phải "giay-khen"?')
    assert format_problems([problem]) == (
        f"content/mau.yml:2:14: lỗi: {fact} [tham-chieu]\n"
        "    1 |   lists:\n"
        "    2 |     - award: giay-ken\n"
        "      |              ^^^^^^^^\n"
        '  cách sửa: có phải "giay-khen"?'
    )


def test_short_is_one_line_a_problem(file: Path) -> None:
    problems = [
        Problem(Place(file, 2, 14), "b", "hai", "cách", "cảnh báo"),
        Problem(Place(file, 1, 3), "a", "một"),
    ]
    assert format_problems(problems, "short") == (
        "content/mau.yml:1:3: lỗi: một [a]\ncontent/mau.yml:2:14: cảnh báo: hai [b]"
    )


def test_annotations_for_ci(file: Path) -> None:
    problems = [
        Problem(Place(file, 2, 14), "b", "thiếu 50%\nhai", "thêm", "cảnh báo"),
        Problem(Place(file.with_name("a,b:c.yml")), "a", "một"),
    ]
    assert format_problems(problems, "github") == (
        "::error file=content/a%2Cb%3Ac.yml,line=1,col=1,title=a::một\n"
        "::warning file=content/mau.yml,line=2,col=14,title=b::thiếu 50%25�hai Cách sửa: thêm"
    )


def test_a_fault_is_told_once(file: Path) -> None:
    problem = Problem(Place(file, 1, 1), "a", "một")
    assert format_problems([problem, problem], "short").count("\n") == 0
    assert summarise([problem, problem]) == "1 lỗi trong 1 tệp. Chưa ghi thay đổi nào."


def test_the_closing_line_counts(file: Path) -> None:
    wrong, doubtful = Problem(Place(file), "a", "một"), Problem(Place(file), "b", "hai", "", "cảnh báo")
    elsewhere = Problem(Place(file.with_name("khac.yml")), "a", "một")
    assert summarise([wrong, doubtful, elsewhere]) == "2 lỗi, 1 cảnh báo trong 2 tệp. Chưa ghi thay đổi nào."
    assert summarise([doubtful]) == "1 cảnh báo trong 1 tệp."
    assert errors([wrong, doubtful]) == [wrong]
    assert str(ContentInvalid([wrong])) == "1 lỗi trong 1 tệp. Chưa ghi thay đổi nào."


def test_a_tab_is_drawn_as_one_arrow(file: Path) -> None:
    assert shown(file, "a:\n\tb: c\n", 2, 1) == ["    1 | a:", "    2 | →b: c", "      | ^"]


def test_control_characters_are_not_echoed(file: Path) -> None:
    picture = "\n".join(shown(file, "a: \x1b[31mđỏ\x07 \u202eb\u200b\x9b\n", 1, 4))
    assert picture == "    1 | a: �[31mđỏ� �b��\n      |    ^"
    said = format_problems([Problem(Place(file, 1, 1, 1), "a", "\x1b[2Jmột\nhai", "\x07ba")])
    assert said.splitlines()[0] == "content/mau.yml:1:1: lỗi: �[2Jmột�hai [a]"
    assert said.splitlines()[-1] == "  cách sửa: �ba"


def test_a_file_name_is_not_obeyed_either(file: Path) -> None:
    named = file.with_name("x\x1b[31m\n.yml")
    assert format_problems([Problem(Place(named), "a", "một")], "short") == "content/x�[31m�.yml:1:1: lỗi: một [a]"


def test_a_long_line_is_cut_round_the_fault(file: Path) -> None:
    line = "trích yếu: " + "chữ " * 200 + "SAI" + " chữ" * 200
    column = line.index("SAI") + 1
    before, number, mark = shown(file, f"a: b\n{line}\n", 2, column, 3)
    assert before == "    1 | …"
    assert number.startswith("    2 | …")
    assert number.endswith("…")
    assert len(number) < 110
    assert number[mark.index("^") : mark.rindex("^") + 1] == "SAI"


def test_the_mark_stands_under_the_fault_behind_stacked_marks(file: Path) -> None:
    line = "tê\u0302n: SAI"  # an accent of its own, as files that are not in the composed form have
    _, mark = shown(file, f"{line}\n", 1, line.index("SAI") + 1, 3)
    assert mark == "      |      ^^^"


def test_line_breaks_of_every_system_count_alike(file: Path) -> None:
    assert shown(file, "a: b\r\nc: d\r\n", 2, 4) == ["    1 | a: b", "    2 | c: d", "      |    ^"]
    assert shown(file, "a: b\u2028c: d\x0ce\nf: g\n", 2, 4) == ["    1 | a: b�c: d�e", "    2 | f: g", "      |    ^"]


def test_a_byte_order_mark_does_not_shift_the_mark(file: Path) -> None:
    assert shown(file, "\ufeffa: b\n", 1, 4) == ["    1 | a: b", "      |    ^"]


def test_nothing_is_drawn_of_what_is_no_text(file: Path) -> None:
    assert shown(file, b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", 1, 1) == []
    assert shown(file, b"", 1, 1) == []
    assert shown(file, b"a: b\n", 9, 1) == []
    assert shown(file, b"a" * 5_000_000, 1, 1) == []
    assert format_problems([Problem(Place(file.with_name("khong-co"), 1, 1, 1), "a", "một")]).count("\n") == 0


def test_nothing_is_drawn_of_a_fault_of_the_whole_file(file: Path) -> None:
    assert format_problems([Problem(Place(file), "a", "một", "hai")]) == (
        "content/mau.yml:1:1: lỗi: một [a]\n  cách sửa: hai"
    )


@pytest.mark.parametrize(
    ("word", "words", "question"),
    [
        ("giay-ken", ["bang-khen", "giay-khen"], 'có phải "giay-khen"?'),
        ("titel", ["title", "type"], 'có phải "title"?'),
        ("xyz", ["title"], ""),
        ("2026-099", ["2026-009", "2026-090"], ""),  # another person is no slip of the pen
        ("nd-152-2024", ["nd-152-2025", "nd-15-2025-bnv"], 'có phải "nd-15-2025-bnv"?'),
        ("", [], ""),
    ],
)
def test_did_you_mean(word: str, words: list[str], question: str) -> None:
    assert did_you_mean(word, words) == question


def test_a_path_outside_the_working_folder_is_shown_whole(file: Path, tmp_path: Path) -> None:
    assert display_path(file) == "content/mau.yml"
    assert display_path(tmp_path.parent / "khac.yml") == (tmp_path.parent / "khac.yml").as_posix()
