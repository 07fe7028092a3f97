from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.problems import Place, Problem
from generator.yaml_source import read_text, read_yaml

FILE = Path("mau.yml")


def data(text: str) -> Any:
    """The data of a text without a fault."""
    found, problems = read_yaml(text, FILE)
    assert problems == []
    return found


def fault(text: str) -> tuple[int, int, str, str]:
    """Line, column, fact and way out of the only fault of a text."""
    found, problems = read_yaml(text, FILE)
    assert found is None
    (problem,) = problems
    assert problem.rule == "yaml"
    return problem.place.line, problem.place.column, problem.message, problem.fix


QUOTE = "đặt cả giá trị trong dấu nháy kép"


@pytest.mark.parametrize(
    "value",
    [
        "12.10",
        "no",
        "yes",
        "on",
        "010",
        "0x1F",
        "1e5",
        "1_000",
        "2026-01-01",
        "12:30:45",
        "null",
        "~",
        "true",
        ".inf",
        "<<",
        "=",
    ],
)
def test_nothing_is_guessed(value: str) -> None:
    assert data(f"a: {value}\nb: [{value}]\n") == {"a": value, "b": [value]}


def test_empty_values_are_none() -> None:
    assert data("a:\nb: ''\nc: \"\"\nd:\n  - \n") == {"a": None, "b": None, "c": None, "d": [None]}


def test_the_forms_editors_use() -> None:
    text = 'a: {b: c, d: [e, f]}\ng: |\n  dòng 1\n\n  dòng 2\nh: dài\n  tiếp\ni: "x: y # z"\n'
    assert data(text) == {
        "a": {"b": "c", "d": ["e", "f"]},
        "g": "dòng 1\n\ndòng 2\n",
        "h": "dài tiếp",
        "i": "x: y # z",
    }


def test_comments_on_their_own_lines_and_behind_names_are_fine() -> None:
    assert data("# x\na: # nhóm\n  # y\n  b: 'c' # z\n  # cuối\n") == {"a": {"b": "c"}}


@pytest.mark.parametrize(
    ("text", "column"),
    [("a: thưởng # 5 triệu\n", 11), ("a: #5 triệu\n", 4), ("a:\n  - b\nc: {d: e # f\n  }\n", 10)],
)
def test_words_that_yaml_would_drop_are_refused(text: str, column: int) -> None:
    line, at, message, fix = fault(text)
    assert (text.split("\n")[line - 1][at - 1], at) == ("#", column)
    assert message == "YAML bỏ qua phần từ dấu # tới hết dòng"
    assert fix == f"nếu dấu # là chữ trong giá trị thì {QUOTE}; nếu là chú giải thì đưa lên một dòng riêng"


def test_a_duplicate_key() -> None:
    assert fault("a: 1\nb: 2\na: 3\n") == (3, 1, 'trường "a" viết hai lần, lần đầu ở dòng 1', "giữ lại một")


@pytest.mark.parametrize("sign", list("*&!@%`|>}],?"))
def test_a_value_that_opens_with_a_sign_of_yaml(sign: str) -> None:
    words = (f"giá trị mở đầu bằng dấu {sign} mà không đặt trong dấu nháy", f'{QUOTE}: "{sign}…"')
    assert fault(f"a: b\nc: {sign} chữ Việt\n") == (2, 4, *words)
    assert data(f'c: "{sign} chữ Việt"\n') == {"c": f"{sign} chữ Việt"}


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ("a: &x b\nc: *x\n", "&", (1, 4)),
        ("a: &x\n  b: c\n", "&", (1, 4)),
        ("c: *x\n", "*", (1, 4)),
        ("a: !x b\n", "!", (1, 4)),
        ("a: **đậm** b\n", "*", (1, 4)),
        ("a: &lt;b\n", "&", (1, 4)),
        ("a: !Chú ý\n", "!", (1, 4)),
        ("&x a: b\n", "&", (1, 1)),
    ],
)
def test_anchors_aliases_and_tags_are_refused(text: str, sign: str, place: tuple[int, int]) -> None:
    line, column, message, _ = fault(text)
    assert (line, column) == place
    assert message == f"giá trị mở đầu bằng dấu {sign} mà không đặt trong dấu nháy"


def test_a_tag_that_would_run_a_program() -> None:
    assert fault("a: !!python/object:os.system x\n") == (
        1,
        4,
        'có thẻ YAML "!!python/object:os.system", tệp nội dung không được dùng',
        "bỏ thẻ đi, chỉ giữ giá trị",
    )


@pytest.mark.parametrize("text", ["a:\n\tb: c\n", "a: b\n\tc: d\n", "a:\n  b: c\n \td: e\n"])
def test_a_tab_that_indents(text: str) -> None:
    _, _, message, fix = fault(text)
    assert message == "thụt đầu dòng bằng phím Tab"
    assert fix == "thay mỗi Tab bằng hai dấu cách; các dòng cùng mức thụt bằng nhau"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('a: "b\nc: d\ne: f\n', (1, 4), "mở dấu nháy mà không đóng"),
        ("a: [b, c\nd: e\n", (1, 4), "mở ngoặc mà không đóng, hoặc thiếu dấu phẩy giữa các giá trị"),
        ("a: b\nten\nc: d\n", (2, 1), "thiếu dấu hai chấm sau tên trường"),
        ("a: b: c\n", (1, 5), "có dấu hai chấm thừa, hoặc dòng này thụt vào sai mức"),
        ('a: "b" c\nd: e\n', (1, 8), "dấu nháy đóng giữa chừng giá trị"),
        ("a: [b] c\nd: e\n", (1, 8), "có chữ đứng sau dấu đóng ngoặc"),
        ("a:\n  b: c\n d: e\n", (3, 2), "dòng này thụt vào sai mức"),
        (" a: b\nc: d\n", (2, 1), "dòng này không thẳng hàng với các trường ở trên"),
        ("a:\n  - b\n  c: d\n", (3, 3), "danh sách đang viết dở bằng dấu gạch thì gặp một dòng khác kiểu"),
        ("a: - b\n", (1, 4), "dấu gạch đầu dòng đứng sai chỗ"),
        ("a: b\n---\nc: d\n", (2, 1), "tệp có một dòng --- ở giữa"),
        ('a: "b\\qc"\n', (1, 6), "trong dấu nháy kép, dấu \\ là ký tự đặc biệt"),
        ("[a, b]: c\n", (1, 1), "tên trường phải là một từ"),
        ("", (1, 1), "tệp trống"),
        ("# chỉ có chú giải\n", (1, 1), "tệp trống"),
    ],
)
def test_each_fault_of_form_has_its_words(text: str, place: tuple[int, int], message: str) -> None:
    line, column, said, fix = fault(text)
    assert (line, column, said) == (*place, message)
    assert fix


def test_lines_count_from_where_the_text_starts_in_its_file() -> None:
    _, problems = read_yaml("a: b\na: c\n", FILE, first_line=2)
    assert problems[0].place == Place(FILE, 3, 1, 1)
    assert problems[0].message == 'trường "a" viết hai lần, lần đầu ở dòng 2'


@pytest.mark.parametrize(
    "bomb",
    [
        "[" * 100_000,
        "{" * 100_000,
        "a: [" * 50_000,
        "- " * 50_000 + "x",
        "? " * 50_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(1_400)),
        "\n".join(" " * depth + "-" for depth in range(1_400)),
    ],
)
def test_deep_nesting_is_refused_and_does_no_harm(bomb: str) -> None:
    assert fault(bomb)[2:] == ("lồng nhau quá 40 mức", "viết lại cho bớt mức")


def test_nesting_as_deep_as_a_plan_is_fine() -> None:
    flat = "b: [" + ", ".join(["[]"] * 200) + "]\n"
    assert data(f"a: {'[' * 39}{']' * 39}\n{flat}")["a"]
    assert fault(f"{flat}a: {'[' * 40}{']' * 40}\n") == (2, 43, "lồng nhau quá 40 mức", "viết lại cho bớt mức")


def test_a_billion_laughs() -> None:
    names = "abcdefghi"
    text = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in pairwise(names))
    found, problems = read_yaml(text, FILE)
    assert found is None
    assert len(problems) == len(names)


def text_problem(file: Path, raw: bytes) -> Problem:
    """What is wrong with a file of these bytes."""
    file.write_bytes(raw)
    text, problems = read_text(file)
    assert text == ""
    (problem,) = problems
    return problem


def test_bad_utf_8_has_its_place(tmp_path: Path) -> None:
    problem = text_problem(tmp_path / "a.yml", "\ufeffa: b\r\nname: Phư".encode() + b"\xd2\xc3ng\n")
    assert (problem.place.line, problem.place.column) == (2, 10)
    assert problem.rule == "ma-hoa"
    assert problem.message == "tệp không phải văn bản UTF-8"
    assert problem.fix == "lưu lại tệp với mã hóa UTF-8; chữ gõ bằng bảng mã cũ như TCVN3 thì chuyển sang Unicode trước"


def test_utf_16_of_notepad(tmp_path: Path) -> None:
    assert text_problem(tmp_path / "a.yml", "a: b\n".encode("utf-16")).message == "tệp không phải văn bản UTF-8"


@pytest.mark.parametrize("code", [0x00, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0xFFFF])
def test_control_characters_are_refused_at_their_place(tmp_path: Path, code: int) -> None:
    problem = text_problem(tmp_path / "a.yml", f"a: b\r\nc: d{chr(code)}e\n".encode())
    assert (problem.place.line, problem.place.column) == (2, 5)
    assert problem.message == f"có ký tự điều khiển không nhìn thấy (U+{code:04X})"
    assert problem.fix == "xóa ký tự này rồi gõ lại chữ ở chỗ đó"


def test_a_file_of_three_megabytes(tmp_path: Path) -> None:
    problem = text_problem(tmp_path / "a.yml", b"a: " + b"x" * 3_000_000)
    assert problem.message == "tệp lớn hơn 2 MB"
    assert problem.fix == "tách thành nhiều tệp; tệp nội dung không chứa ảnh"


def test_windows_files_read_like_others(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes("\ufeffa: |\r\n  b\r\n  c\rd: \ufeffe\r\n".encode())
    assert read_text(file) == ("a: |\n  b\n  c\nd: e\n", [])
