"""A person is found under every spelling, and nobody else is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.suppressions import name_digest
from generator.takedown.traces import Trace, Traces, as_words, sentences_of

NAME = Traces(names=("Đỗ Văn Thuận",))
FOUND = frozenset({Trace("tên", "do van thuan")})
SALT = "0" * 64

_FAMILY = ("Đặng", "Nguyễn", "Lê", "Vũ", "Ỷ", "Âu")
_MIDDLE = ("Văn", "Thị", "Đình", "Quốc")
_GIVEN = ("Thuận", "Hòa", "Hoà", "Lẫm", "Đượm", "Ơn")
names = st.tuples(*(st.sampled_from(words) for words in (_FAMILY, _MIDDLE, _GIVEN))).map(" ".join)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Đỗ Văn Thuận, tổ trưởng",
        "ĐỖ VĂN THUẬN",
        "do van thuan",
        "/anh/do-van-thuan.jpg",
        "#DoVanThuan",
        "Đỗ  Văn\nThuận",
        "Đỗ\u00a0Văn\u200b Thuận",
        "Đỗ Văn Thu\u00adận",
        unicodedata.normalize("NFD", "Đỗ Văn Thuận"),
        "d\u0335ỗ văn thuận",
        "“Đỗ_Văn_Thuận”",
        "Đỗ, Văn; Thuận",
    ],
)
def test_a_name_is_found(text: str) -> None:
    assert NAME.find(text) == FOUND
    assert [trace for _, _, trace in NAME.places(text)] == [*FOUND]


@pytest.mark.parametrize("text", ["Đỗ Văn Thuậnn", "ado van thuan", "Đỗ Văn", "Văn Thuận Đỗ", "Đỗ Thị Thuận", ""])
def test_another_name_is_not(text: str) -> None:
    assert NAME.find(text) == frozenset()
    assert NAME.places(text) == []


def test_a_form_of_address_is_no_part_of_a_name() -> None:
    assert Traces(names=("Gia đình ông Đỗ Văn Thuận",)).find("nhà bác Đỗ Văn Thuận") == FOUND


def test_a_name_of_one_word_is_found_as_typed_alone() -> None:
    traces = Traces(names=("An",))
    assert traces.find("chị An nói")
    assert not traces.find("an toàn, Anh, ăn, ÁN")


def test_an_id_is_a_word_of_its_own() -> None:
    traces = Traces(ids=("2026-004",), other_ids=frozenset({"2026-004-b"}))
    for text in ("2026-004", "guong/2026-004/", "anh/2026-004-1da2ec8f-320.webp", "x_2026-004.", '"2026-004"'):
        assert traces.find(text) == {Trace("mã", "2026-004")}, text
    for text in (
        "2026-0041",
        "12026-004",
        "2026-0",
        "1-2026-004",
        "2026-004x",
        "2026-004-b",
        "anh/2026-004-b-1da2.jpg",
    ):
        assert not traces.find(text), text
    assert not Traces(ids=("2026-04",)).find("ngày 2026-04-12")
    assert Traces(ids=("2026-04",)).find("guong/2026-04/")


def test_only_long_sentences_tell_of_one_person() -> None:
    text = "Báo cháy kịp thời. Sáng nào bà cũng xách **hai xô nước** ra [đầu ngõ](movements/x)!\n- Hết"
    assert sentences_of(text, None) == ("Sáng nào bà cũng xách **hai xô nước** ra đầu ngõ",)
    traces = Traces(sentences=sentences_of(text))
    assert traces.find("<p>sáng nào bà cũng xách hai xô nước ra đầu ngõ</p>")
    assert not traces.find("báo cháy kịp thời, sáng nào bà cũng xách nước")


def test_a_name_known_by_its_hash_alone_is_found() -> None:
    traces = Traces(salt=SALT, digests=frozenset({name_digest(SALT, "Đỗ Văn Thuận")}))
    for text in ("ông Đỗ Văn Thuận ở đây", "ĐỖ VĂN THUẬN", "Khen Đỗ Văn Thuận Tổ trưởng", "**Đỗ** *Văn* Thuận"):
        assert {trace.text for trace in traces.find(text)} == {"do van thuan"}, text
        assert [text[start : start + length] for start, length, _ in traces.places(text)], text
    assert not traces.find("Đỗ Văn Thương Anh. Văn Thuận. Đỗ, Văn, Thuận")


def test_places_are_those_of_the_text_as_typed() -> None:
    text = "x\n  “ĐỖ  Văn Thuận” và Đỗ Văn Thuận"
    assert [text[start : start + length] for start, length, _ in NAME.places(text)] == ["ĐỖ  Văn Thuận", "Đỗ Văn Thuận"]


@given(names, st.text(max_size=20), st.text(max_size=20), st.sampled_from(["NFC", "NFD"]))
def test_any_name_in_any_text_is_found_where_it_stands(name: str, before: str, after: str, form: str) -> None:
    written = unicodedata.normalize(form, name)  # type: ignore[arg-type]
    text = f"{before} {written} {after}"
    traces = Traces(names=(name,))
    assert traces.find(text)
    assert any(as_words(text[start : start + length]) == as_words(name) for start, length, _ in traces.places(text))


@given(st.text(max_size=40))
def test_what_is_found_has_a_place(text: str) -> None:
    traces = Traces(names=("a b", "c"), ids=("1-2",))
    assert bool(traces.find(text)) == bool(traces.places(text))
