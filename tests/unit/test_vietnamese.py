import itertools
import unicodedata
from datetime import date

import pytest

from generator import vietnamese


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (unicodedata.normalize("NFD", "Thường trực Hội đồng"), "Thường trực Hội đồng"),
        ("Ðặng Văn ðiểm", "Đặng Văn điểm"),  # the Icelandic letters that old keyboards give
        ("hai\u00a0ba\u202fbốn\u2007năm", "hai ba bốn năm"),
        ("\ufeffphư\u200bờng\u200e\u2060", "phường"),
        ("a\u200b\u0301", "á"),  # a mark that something invisible kept from its letter
        ("hoà Hoà thuỷ", "hoà Hoà thuỷ"),  # spelling stays as typed
        ("“nháy” – gạch … 2.000", "“nháy” – gạch … 2.000"),
    ],
)
def test_text_takes_one_form(typed: str, kept: str) -> None:
    assert vietnamese.normal(typed) == kept


def test_one_line_keeps_single_spaces_only() -> None:
    assert vietnamese.one_line("  Tổ \t dân\n phố \u00a0 1 ") == "Tổ dân phố 1"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đường Ỷ Lan, số 2", "duong-y-lan-so-2"),
        ("đ", "d"),
        ("Phòng cháy, chữa cháy", "phong-chay-chua-chay"),
        ("152/2025/NĐ-CP", "152-2025-nd-cp"),
        ("  —  ", ""),
        ("Ðà Nẵng", "da-nang"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert vietnamese.slug(text) == slug


def test_fold_finds_what_is_typed_without_marks() -> None:
    assert vietnamese.fold("Nguyễn  Văn HẢI") == "nguyen van hai"
    assert vietnamese.fold("Đặng Thùy Trâm") == vietnamese.fold("dang thuy tram")
    assert vietnamese.fold("hoà bình") == vietnamese.fold("hòa bình")


def test_the_alphabet_is_vietnamese() -> None:
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    assert "".join(sorted("yxvưutsrqpơôonmlkihgêeđdcbâăa", key=vietnamese.sort_key)) == letters
    assert sorted(["ân", "an", "ăn"], key=vietnamese.sort_key) == ["an", "ăn", "ân"]


def test_tones_only_break_ties() -> None:
    tones = ["mạ", "má", "mã", "mả", "mà", "ma"]
    assert sorted(tones, key=vietnamese.sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["mạ", "mab"], key=vietnamese.sort_key) == ["mạ", "mab"]
    assert sorted(["Hoà An", "Hoa Anh", "Hoa An"], key=vietnamese.sort_key) == ["Hoa An", "Hoà An", "Hoa Anh"]


def test_numbers_and_signs_come_before_letters_and_a_space_before_all() -> None:
    words = ["Tổng", "Tổ a", "Tổ 2", "Tổ 1"]
    assert sorted(words, key=vietnamese.sort_key) == ["Tổ 1", "Tổ 2", "Tổ a", "Tổng"]


def test_a_mark_without_a_letter_does_not_break_sorting() -> None:
    assert sorted(["x\u0323", "\u0301", "x"], key=vietnamese.sort_key) == ["\u0301", "x", "x\u0323"]


def test_people_are_sorted_by_given_name() -> None:
    people = ["Trần Văn An", "Lê Thị Ánh", "Đỗ Bình", "Nguyễn Bình", "Bùi Thị Đào"]
    for order in itertools.islice(itertools.permutations(people), 0, 120, 7):
        assert sorted(order, key=vietnamese.name_key) == people


def test_the_initial_is_of_the_given_name() -> None:
    assert vietnamese.initial("Nguyễn Thị Ánh") == "Á"
    assert vietnamese.initial("đào") == "Đ"
    assert vietnamese.initial("") == ""


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-02-03", date(2026, 2, 3)),
        ("2026-2-3", date(2026, 2, 3)),
        ("03/02/2026", date(2026, 2, 3)),
        ("3/2/2026", date(2026, 2, 3)),
        ("3.2.2026", date(2026, 2, 3)),
        (" 3-2-2026 ", date(2026, 2, 3)),
        ("29/2/2024", date(2024, 2, 29)),
        ("5/4/2026", date(2026, 4, 5)),  # the fifth of April, never the fourth of May
    ],
)
def test_dates_are_read_day_first(typed: str, day: date) -> None:
    assert vietnamese.parse_date(typed) == day


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2026",
        "29/2/2026",
        "2026-13-01",
        "12/31/2026",
        "1/1/26",
        "2026/01/02",
        "hôm nay",
        "",
        "0/1/2026",
        "٣/٢/٢٠٢٦",
    ],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"không phải ngày|must be in|out of range"):
        vietnamese.parse_date(typed)


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 9, 2), "02/9/2026"),
        (date(2024, 12, 26), "26/12/2024"),
        (date(2026, 1, 10), "10/01/2026"),
        (date(2026, 2, 9), "09/02/2026"),
        (date(2026, 3, 31), "31/3/2026"),
    ],
)
def test_dates_are_written_as_administrative_papers_do(day: date, written: str) -> None:
    assert vietnamese.format_date(day) == written


def test_roman_numerals() -> None:
    assert [vietnamese.roman(number) for number in (1, 2, 3, 4, 5, 9, 14, 39)] == [
        "I", "II", "III", "IV", "V", "IX", "XIV", "XXXIX",
    ]  # fmt: skip
    for number in (0, 40, -1):
        with pytest.raises(ValueError, match="La Mã"):
            vietnamese.roman(number)


def test_quarters() -> None:
    assert [vietnamese.quarter(date(2026, month, 1)) for month in range(1, 13)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


def test_phrases_and_money() -> None:
    assert vietnamese.enumerate_words([]) == ""
    assert vietnamese.enumerate_words(["a"]) == "a"
    assert vietnamese.enumerate_words(["a", "b"]) == "a và b"
    assert vietnamese.enumerate_words(["a", "b", "c"], "hoặc") == "a, b hoặc c"
    assert vietnamese.group_digits(2530000) == "2.530.000"
    assert vietnamese.group_digits(300) == "300"
