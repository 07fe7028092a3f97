"""Names as lists write them, and the texts that come of rows: split, compared, kept through YAML and Excel."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator import vietnamese
from generator.exporters.honours_workbook import honours_workbook
from generator.importers.column_map import parse_pair, read_map
from generator.importers.honours import apply
from generator.importers.names import is_group, is_household, is_near, spelling, split_name, without_household
from generator.importers.patches import Patch
from generator.importers.texts import number, unseen_sign
from generator.importers.writing import block
from generator.problems import ContentInvalid
from generator.yaml_editing import to_text
from generator.yaml_source import read_yaml
from tests.lists import DECISION, actions, from_template, person, plan, read, ward


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("Ông Đỗ Văn Bịa, tổ trưởng", ("ông", "Đỗ Văn Bịa", "tổ trưởng")),
        ("Bà Âu Thị Thử - công nhân", ("bà", "Âu Thị Thử", "công nhân")),
        ("Đ/c Lê Văn Mẫu\nBí thư chi bộ", ("đ/c", "Lê Văn Mẫu", "Bí thư chi bộ")),
        ("Anh. Phí Văn Lãm", ("anh", "Phí Văn Lãm", "")),
        ("Bà Triệu", ("", "Bà Triệu", "")),
        ("Chu Văn Bịa", ("", "Chu Văn Bịa", "")),
        ("Nguyễn Văn Bịa (mẫu)", ("", "Nguyễn Văn Bịa (mẫu)", "")),
    ],
)
def test_a_cell_is_split_into_courtesy_name_and_position(text: str, split: tuple[str, str, str]):
    assert split_name(text, with_position=True) == split


def test_a_comma_stays_where_the_list_has_a_column_for_positions():
    assert split_name("Đỗ Văn Bịa, Mẫu", with_position=False) == ("", "Đỗ Văn Bịa, Mẫu", "")


def test_households_and_groups_are_known_by_their_first_words():
    assert without_household("Hộ gia đình ông Lại Văn Thử") == "ông Lại Văn Thử"
    assert is_household("Gia đình bà Mẫu Thị Bịa")
    assert not is_household("Hồ Thị Bịa")
    assert is_group("Chi hội Phụ nữ số 0")
    assert not any(map(is_group, ("Đoàn Văn Bịa", "Hội Văn Mẫu", "Trần Đội Thử", "Tô Bảo Bịa", "Trương Văn Thử")))


def test_one_word_spelt_two_right_ways_is_one_name_and_a_changed_mark_is_not():
    assert spelling("HOÀ Thuỷ") == spelling("Hòa Thủy")
    assert spelling("Lãm") != spelling("Lẫm")
    assert is_near("Nguyễn Văn Thưởng", "Nguyễn Văn Thượng")
    assert not is_near("Nguyễn Văn Thưởng", "Trần Thị Bịa")


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("01.", 1), ("(3)", 3), ("1.1", None), ("I", None), ("", None)])
def test_row_numbers(text: str, value: int | None):
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Địa chỉ=organisation", "cột “Địa chỉ” là dữ liệu cá nhân (địa chỉ), không nhập vào chuyên trang"),
        ("name", "“name” không có dạng “tên cột trong tệp=tên trường”"),
    ],
)
def test_a_map_that_cannot_be_is_refused(text: str, words: str):
    with pytest.raises(ValueError, match="“") as caught:
        parse_pair(text)
    assert str(caught.value) == words


def test_a_map_takes_our_keys_and_our_headers():
    assert parse_pair("Người tốt = name") == ("Người tốt", "name")
    assert parse_pair("Người tốt=Họ và tên") == ("Người tốt", "name")
    assert parse_pair("Nơi làm=position+organisation") == ("Nơi làm", "position+organisation")
    assert parse_pair("Nơi làm=Đơn vị, tổ dân phố + Chức vụ, công việc") == ("Nơi làm", "position+organisation")
    with pytest.raises(
        ValueError, match="không có trường “ten-la”; sau dấu = ghi một trong:\n  number: STT\n"
    ) as caught:
        parse_pair("Người tốt=ten-la")
    assert str(caught.value).splitlines()[-3:] == [
        "  decision: Mã quyết định",
        "  position+organisation, name+position+organisation: cột ghi chung chức vụ và đơn vị, hoặc cả họ tên",
        "  -: bỏ cột",
    ]


def test_a_spoilt_memory_of_columns_is_told(tmp_path: Path):
    (tmp_path / ".portal").mkdir()
    (tmp_path / ".portal/import-map.yml").write_text("columns: [1\n", encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        read_map(tmp_path)
    assert caught.value.problems[-1].message == "tệp ghi nhớ cột không đọc được"


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Co", "Cn"]), min_size=1, max_size=60).map(vietnamese.one_line)
SEEN = TEXTS.filter(lambda text: bool(text) and not unseen_sign(text))


@given(SEEN, SEEN)
def test_what_is_written_reads_back_as_it_was(name: str, achievement: str):
    row: Patch = {
        "name": {"name": name, "position": achievement},
        "achievement": achievement,
        "story": f"{name}\n\n{achievement}",
    }
    data, problems = read_yaml(to_text(block(row)), Path("x.yml"))
    assert problems == []
    assert data["name"] == {"name": name, "position": achievement}
    assert data["achievement"] == achievement


@settings(max_examples=15)
@given(st.lists(st.tuples(SEEN, SEEN), min_size=1, max_size=4, unique_by=lambda pair: vietnamese.fold(pair[0])))
def test_what_a_decision_holds_goes_to_excel_and_back_unchanged(people: list[tuple[str, str]]):
    assume(not any(re.search("[0-9]{4}", called) for called, _ in people))  # refused: names hold no numbers
    with tempfile.TemporaryDirectory() as name:
        content = ward(Path(name))
        rows = [
            {"name": {"name": f"Bịa {called}"}, "kind": "household", "achievement": f"Vì {why}"}
            for called, why in people
        ]
        text = (content / f"decisions/{DECISION}.yml").read_text(encoding="utf-8").partition("    commendations")[0]
        listed = "".join(
            f"      - {to_text(block(row)).replace(chr(10), chr(10) + '        ').rstrip()}\n" for row in rows
        )
        (content / f"decisions/{DECISION}.yml").write_text(f"{text}    commendations:\n{listed}", encoding="utf-8")
        file = Path(name) / "a.xlsx"
        file.write_bytes(honours_workbook(read(content)))
        outcome = plan(file, content)
        assert [one.message for one in outcome.problems if one.severity == "lỗi"] == []
        assert outcome.changes == {}


def test_an_id_says_who_it_is_even_when_the_name_is_mended(tmp_path: Path):
    content = ward(tmp_path)
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Lê Thị Mẩu", courtesy="bà", exemplar="2026-001")])
    outcome = plan(file, content)
    assert actions(outcome) == ["new"]
    apply(outcome, content)
    assert "name: {courtesy: bà, name: Lê Thị Mẩu, position: công nhân}" in (
        content / "exemplars/2026-001.yml"
    ).read_text(encoding="utf-8")
    other = from_template(content, tmp_path / "b.xlsx", [person(1, "Trần Văn Khác", exemplar="2026-001")])
    assert plan(other, content).told[0].about.startswith("mã 2026-001 là của “Lê Thị Mẩu”, tên trong tệp khác hẳn.")
    twice = from_template(content, tmp_path / "c.xlsx", [person(n, "Lê Thị Mẩu", exemplar="2026-001") for n in (1, 2)])
    assert [one.message for one in plan(twice, content).problems][-1].endswith("mã gương 2026-001 đã ghi ở dòng trên")
    strange = from_template(content, tmp_path / "d.xlsx", [person(1, "Ai Đó Bịa", exemplar="2026-999")])
    (problem,) = plan(strange, content).problems
    assert problem.message.endswith("không có gương “2026-999”")


def test_an_empty_cell_takes_nothing_away(tmp_path: Path):
    content = ward(tmp_path)
    apply(
        plan(from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa", direct_worker="x")]), content),
        content,
    )
    bare = from_template(content, tmp_path / "b.xlsx", [{"number": 1, "name": "Nguyễn Văn Bịa"}])
    assert actions(plan(bare, content)) == ["same"]
    said = from_template(
        content, tmp_path / "c.xlsx", [person(1, "Nguyễn Văn Bịa", direct_worker="không", position="thợ")]
    )
    outcome = plan(said, content)
    assert [(one.action, one.about) for one in outcome.told] == [("update", "tên, lao động trực tiếp")]
