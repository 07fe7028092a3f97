"""What may be written in short: first letters of names, marks apart, and nothing that is a word by itself."""

from __future__ import annotations

import pytest

from generator.pages.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("name", "short", "words"),
    [
        ("Lao động tiên tiến", "ldtt", "lao động tiên tiến"),
        ("Chiến sĩ thi đua cơ sở", "cstd", "chiến sĩ thi đua"),
        ("Phòng cháy, chữa cháy", "pccc", "phòng cháy chữa cháy"),
        ("Hội đồng Thi đua - Khen thưởng phường", "tdkt", "thi đua khen thưởng"),
        ("Chủ tịch Ủy ban nhân dân phường", "ubnd", "ủy ban nhân dân"),
    ],
)
def test_the_first_letters_stand_for_the_syllables(name: str, short: str, words: str) -> None:
    assert abbreviations([name])[short] == [words]


def test_what_reads_as_a_word_is_no_abbreviation() -> None:
    """``Tổ hợp in`` begins with the letters of ``thi``."""
    assert abbreviations(["Tổ hợp in"]) == {}


def test_neither_an_aside_nor_an_abbreviation_within_a_name_is_spelled_out() -> None:
    assert abbreviations(["Văn phòng HĐND - UBND phường", "Bộ Nội (minh họa vụ)"]) == {}


def test_names_that_begin_alike_are_told_once_and_others_apart() -> None:
    found = abbreviations(["Bộ Nội vụ", "Bộ Nội vụ", "Ban Nhạc vui"])
    assert found["bnv"] == ["ban nhạc vui", "bộ nội vụ"]
