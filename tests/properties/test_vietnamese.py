"""Properties of Vietnamese text: one form, addresses, folding, order, dates."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from generator import vietnamese

ANY = st.text(max_size=40)
VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹóòỏõọốồổỗộớờởỡợúùủũụứừửữựíìỉĩịýỳỷỹỵ ", max_size=20
)
DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@given(ANY)
@example("a\u200b\u0301")
@example("\u00d0\u0301")
def test_one_form_is_final_and_composed(text: str) -> None:
    once = vietnamese.normal(text)
    assert vietnamese.normal(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not re.search("[\u00a0\u200b\u200e\ufeff\u00d0\u00f0]", once)


@given(ANY)
def test_a_slug_is_an_address_and_final(text: str) -> None:
    slug = vietnamese.slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert vietnamese.slug(slug) == slug


@given(VIETNAMESE)
def test_typing_without_marks_finds_the_same(text: str) -> None:
    bare = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    assert vietnamese.fold(text) == vietnamese.fold(bare) == vietnamese.fold(text.upper())
    assert vietnamese.fold(text).isascii()
    assert vietnamese.fold(vietnamese.fold(text)) == vietnamese.fold(text)


@given(ANY, ANY, ANY)
@example("1\u0301", "\u0301", "x\u0323")
def test_the_order_is_an_order(one: str, two: str, three: str) -> None:
    keys = sorted(map(vietnamese.sort_key, (one, two, three)))
    assert keys[0] <= keys[1] <= keys[2]
    same = vietnamese.sort_key(one) == vietnamese.sort_key(two)
    assert same == (vietnamese.one_line(one) == vietnamese.one_line(two))
    vietnamese.name_key(one)


@given(VIETNAMESE, VIETNAMESE)
def test_tones_never_outweigh_letters(one: str, two: str) -> None:
    def toneless(text: str) -> str:
        tones = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
        return unicodedata.normalize("NFC", tones.sub("", unicodedata.normalize("NFD", text)))

    first, second = vietnamese.sort_key(toneless(one)), vietnamese.sort_key(toneless(two))
    if first[0] != second[0]:
        assert (vietnamese.sort_key(one) < vietnamese.sort_key(two)) == (first < second)


@given(VIETNAMESE, VIETNAMESE)
@example("Nguyễn Văn An", "Nguyễn Văn Ánh")
@example("Lê An", "Lê Anh")
@example("Lê Thị Hà", "Bùi Hà")
def test_a_name_as_plain_text_sorts_as_the_name(one: str, two: str) -> None:
    """But for what differs in capitals alone, which plain text leaves out."""

    def bare(key: tuple[vietnamese.SortKey, ...]) -> list[object]:
        return [part for letters, tones, _ in key for part in (letters, tones)]

    first, second = bare(vietnamese.name_key(one)), bare(vietnamese.name_key(two))
    assert (first < second) == (vietnamese.name_text(one) < vietnamese.name_text(two))
    assert vietnamese.name_text(one).isascii()


@given(DAYS)
def test_dates_come_back(day: date) -> None:
    assert vietnamese.parse_date(vietnamese.format_date(day)) == day
    assert vietnamese.parse_date(day.isoformat()) == day
    for sign in "/.-":
        assert vietnamese.parse_date(f"{day.day}{sign}{day.month}{sign}{day.year:04d}") == day


@given(ANY)
def test_no_text_but_a_date_is_a_date(text: str) -> None:
    try:
        day = vietnamese.parse_date(text)
    except ValueError:
        return
    assert re.sub(r"[^0-9]", " ", vietnamese.one_line(text)).split()
    assert vietnamese.parse_date(vietnamese.format_date(day)) == day


@given(st.integers(1, 39))
def test_roman_numerals_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10}
    total, last = 0, 0
    for digit in reversed(vietnamese.roman(number)):
        total += values[digit] if values[digit] >= last else -values[digit]
        last = max(last, values[digit])
    assert total == number
