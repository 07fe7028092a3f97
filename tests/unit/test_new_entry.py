import re
from datetime import date
from pathlib import Path

import pytest

from generator.content import read_content
from generator.models import BY_NAME, KINDS, Kind
from generator.new_entry import NewEntryRefused, blank_entry, write_new_entry
from generator.vietnamese import parse_date
from generator.yaml_source import read_yaml

IDS = {0: "", 1: "mau-thu", 2: "2026/mau-thu"}


def written(kind: Kind, content: Path) -> Path:
    return write_new_entry(kind, IDS[kind.pattern.count("*")], content)


def every_field(text: str) -> str:
    """The blank with every optional field uncommented: the labels, which are sentences, stay comments."""
    lines = []
    for line in text.split("\n"):
        opened = line
        while match := re.match(r"^( *)# ( *)((?:# )?)(.*)$", opened):
            inner = match[4]
            if match[3]:  # an optional field inside an optional one
                opened = f"{match[1]}{match[2]}{match[3]}{inner}"
            elif re.match(r"[a-z_]+:( |$)|- ", inner):
                opened = f"{match[1]}{match[2]}{inner}"
            else:
                break
        lines.append(opened)
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_blank_is_right_as_it_stands(kind: Kind, tmp_path: Path) -> None:
    file = written(kind, tmp_path)
    content, problems = read_content(tmp_path)
    assert problems == []
    assert [entry.file for entry in content.of(kind.name).values()] == [file]
    assert not content.strangers


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_blank_says_what_each_field_is(kind: Kind) -> None:
    text = blank_entry(kind)
    assert text.count(kind.label[1:]) >= 1
    assert "Dòng bắt đầu bằng dấu # là chú giải, không lên trang." in text
    for name, info in kind.model.model_fields.items():
        if info.title:
            assert f"# {info.title}" in text
            assert re.search(rf"(?m)^(# )?{name}:", text)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_example_is_true(kind: Kind, tmp_path: Path) -> None:
    file = written(kind, tmp_path)
    full = every_field(file.read_text(encoding="utf-8"))
    assert not re.search(r"(?m)^ *#.*: *$", full), "an optional field is left out"
    file.write_text(full, encoding="utf-8")
    assert read_content(tmp_path)[1] == []


def test_the_blank_of_a_decision() -> None:
    """A draft with an empty list that names nobody, ready to be imported into, and says what is to be filled in."""
    lines = blank_entry(BY_NAME["decisions"], "2026/215-qd-ubnd").split("\n")
    assert lines[1] == (
        "# Giá trị đang ghi chỉ là ví dụ, phải điền lại: "
        "number, date, issuer, signer (name, form), title, lists (award, for_period)."
    )
    assert lines[2:4] == ["# Số, ký hiệu", "number: 215/QĐ-UBND"]
    assert "draft: true" in lines
    assert "# approved:" in lines
    assert "#   by: (Người duyệt minh họa)" in lines
    at = lines.index("    commendations: []")
    assert lines[at - 1].endswith(
        "(để [] trong bản nháp rồi nhập bằng portal import honours, hoặc gõ tay như sổ tay mục 4.1)"
    )
    assert not [line for line in lines if "exemplar:" in line]
    assert "number: mau-thu (chưa điền số)" in blank_entry(BY_NAME["decisions"], "2026/mau-thu")


def test_prose_gets_a_head_and_a_body(tmp_path: Path) -> None:
    text = written(BY_NAME["guidance"], tmp_path).read_text(encoding="utf-8")
    assert text.startswith("---\n# Hướng dẫn. ")
    assert text.endswith("---\n\nViết bài ở đây.\n")


def test_dates_of_examples_are_no_guess() -> None:
    data, problems = read_yaml(blank_entry(BY_NAME["movements"]), Path())
    assert problems == []
    assert data["name"] == "Ngõ phố xanh, sạch, đẹp (mẫu)"
    assert parse_date("2026-03-01") == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("kind", "id_", "words"),
    [
        ("awards", "", "loại awards cần một mã như giay-khen (chữ thường không dấu, chữ số, gạch ngang)"),
        ("awards", "Giấy khen", "loại awards cần một mã như giay-khen (chữ thường không dấu, chữ số, gạch ngang)"),
        ("awards", "../portal", "loại awards cần một mã như giay-khen (chữ thường không dấu, chữ số, gạch ngang)"),
        (
            "decisions",
            "215-qd",
            "loại decisions cần năm và mã, như 2026/215-qd-ubnd (chữ thường không dấu, chữ số, gạch ngang)",
        ),
        ("portal", "a", "loại portal chỉ có một tệp, không cần mã; gõ: portal new portal"),
    ],
)
def test_an_id_that_does_not_fit(kind: str, id_: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(NewEntryRefused) as refused:
        write_new_entry(BY_NAME[kind], id_, tmp_path)
    assert str(refused.value) == words
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    file = write_new_entry(BY_NAME["awards"], "giay-khen", tmp_path)
    file.write_text("của tôi", encoding="utf-8")
    with pytest.raises(NewEntryRefused, match=r"đã có tệp awards/giay-khen\.yml; mở tệp đó để sửa"):
        write_new_entry(BY_NAME["awards"], "giay-khen", tmp_path)
    assert file.read_text(encoding="utf-8") == "của tôi"
