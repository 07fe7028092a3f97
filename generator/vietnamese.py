"""Vietnamese text: one form, addresses without marks, search folding, the alphabet's order, dates.

Everything here is a pure function of its arguments.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

CAPITALS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
"""The capital letters, for use in a class of a regular expression: a proper name starts with one."""
BEFORE_WORD = r"[\x00-/:-@\[-`{-\xbf\u2000-\u2bff\u3000-\u303f\U0001f000-\U0001faff]"
"""What may stand before a word, as a class: a space, a mark, a sign. ``\\W`` says the same at twice the price."""

_SAME = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u202f": " ", "\u2007": " "})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_ODD = re.compile("[Ðð\u00a0\u202f\u2007\u200b\u200c\u200d\u200e\u200f\u2060\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_D = str.maketrans("đĐ", "dD")
_DATE = re.compile(r"([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})|([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=1)}
SortKey = tuple[tuple[int, ...], tuple[int, ...], str]
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def normal(text: str) -> str:
    """The one form text has inside the portal: NFC, plain spaces, the Vietnamese Đ, nothing invisible.

    It changes: combining marks into composed letters; U+00D0 and U+00F0 into Đ and đ; no-break, narrow and figure
    spaces into a space. It drops U+200B to U+200F, U+2060 and U+FEFF. It changes nothing else.
    """
    if _ODD.search(text):  # few texts hold any, and translating costs more than looking
        text = _INVISIBLE.sub("", text).translate(_SAME)
    return unicodedata.normalize("NFC", text)


def find_after(starts: re.Pattern[str], pattern: re.Pattern[str], text: str, low: str = "") -> Iterator[re.Match[str]]:
    """What ``pattern.finditer(text)`` gives, for a pattern that only matches where ``starts`` does.

    ``low`` is the text in lower case, where it is known.
    ``starts`` is made of words in lower case with the character before them, none of which takes in the beginning of
    another. A long pattern held against every letter
    of every story costs a fifth of a build; this holds it where it may begin.
    """
    low = low or text.lower()
    if len(low) != len(text):
        yield from pattern.finditer(text)
        return
    end = 0
    for start in starts.finditer(f"\n{low}"):  # with the character before it, the word starts at start.start()
        match = pattern.match(text, start.start()) if start.start() >= end else None
        if match:
            end = match.end()
            yield match


def one_line(text: str) -> str:
    """The normal form with every run of white space as one space, none at the ends."""
    return " ".join(normal(text).split())


def fold(text: str) -> str:
    """The text as a search types it: lower case, no marks, ``đ`` as ``d``, single spaces."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", one_line(text)))
    return bare.translate(_D).lower()


@lru_cache(maxsize=10_000)  # fields, units and other labels recur on thousands of pages
def slug(text: str) -> str:
    """The text as part of an address: ``Đường Ỷ Lan, số 2`` gives ``duong-y-lan-so-2``; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def sort_key(text: str) -> SortKey:
    """A key that sorts by the Vietnamese alphabet (a ă â b c d đ e ê …), tones only as a tie-break.

    Characters outside the alphabet (digits, punctuation) come before it; a space comes first of all.
    """
    letters: list[int] = []
    tones: list[int] = []
    line = one_line(text)
    for char in line.lower():
        letter, tone = _rank(char)
        if letter is None:  # a tone that no letter takes up: it belongs to the letter before it
            tones[-1:] = [tone]
        else:
            letters.append(letter)
            tones.append(tone)
    return tuple(letters), tuple(tones), line


@lru_cache(maxsize=1_000)
def _rank(char: str) -> tuple[int | None, int]:
    """Where the letter stands in the alphabet, and its tone; no letter where the character is a tone alone."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    if not bare:
        return None, tone
    if bare == " ":
        return 0, tone
    return 1000 + _ALPHABET[bare] if bare in _ALPHABET else 1 + min(ord(bare[0]), 998), tone


def name_key(name: str) -> tuple[SortKey, SortKey]:
    """A key that sorts people as Vietnamese lists do: by given name (the last word), then by the words before it."""
    words = one_line(name).split(" ")
    return sort_key(words[-1]), sort_key(" ".join(words[:-1]))


def name_text(name: str, *, person: bool = True) -> str:
    """A plain text that sorts, letter by letter, as ``name_key`` does; as ``sort_key`` where it is no person's.

    For programs that can only compare text. It starts with a letter, so that none takes it for a number.
    """
    words = one_line(name)
    before, _, given = words.rpartition(" ") if person else ("", "", words)
    return f"k{_key_text(given)}-{_key_text(before)}" if person else f"k{_key_text(given)}"


@lru_cache(maxsize=10_000)  # given names, and the words before them, recur
def _key_text(words: str) -> str:
    """The key of the words as ``name_text`` writes it."""
    letters, tones, _ = sort_key(words)
    return f"{_hex(letters, 3)}-{_hex(tones, 1)}"


def _hex(numbers: tuple[int, ...], digits: int) -> str:
    return "".join(f"{number:0{digits}x}" for number in numbers)


def initial(name: str) -> str:
    """The first letter of the given name, upper case, to stand where a photograph is missing."""
    return one_line(name).rpartition(" ")[2][:1].upper()


@lru_cache(maxsize=10_000)  # the same days stand in thousands of records
def parse_date(text: str) -> date:
    """The date written ``2026-02-03`` or day first as ``3/2/2026`` (also with ``.`` or ``-``).

    Raises ValueError for any other form and for days the calendar does not have. Never month first.
    """
    match = _DATE.fullmatch(one_line(text))
    if not match:
        raise ValueError("không phải ngày")
    day, month, year, iso_year, iso_month, iso_day = match.groups()
    if iso_year:
        return date(int(iso_year), int(iso_month), int(iso_day))
    return date(int(year), int(month), int(day))


def format_date(day: date) -> str:
    """The day as administrative papers write it: ``02/9/2026``, ``26/12/2024``.

    Days below 10 and months 1 and 2 take a zero (Decree 30/2020/NĐ-CP, Annex I, part I, section II, item 4).
    """
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 39."""
    if not 0 < number < 40:
        raise ValueError("chỉ viết số La Mã từ 1 đến 39")
    digits = []
    for value, numeral in _ROMAN:
        while number >= value:
            digits.append(numeral)
            number -= value
    return "".join(digits)


def quarter(day: date) -> int:
    """The quarter of the year, 1 to 4, in which the day lies."""
    return (day.month - 1) // 3 + 1


def enumerate_words(words: list[str], last: str = "và") -> str:
    """The words as a phrase: ``a``, ``a và b``, ``a, b và c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def group_digits(number: int) -> str:
    """The number with a dot between thousands, as Vietnamese writes money: ``2.530.000``."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """The share in percent to a tenth, half up: ``12,5 %``; something is never 0 %, less than all never 100 %."""
    tenths = (2000 * part + whole) // (2 * whole)
    if part and not tenths:
        return "dưới 0,1\u00a0%"
    if part < whole and tenths == 1000:
        return "trên 99,9\u00a0%"
    units, tenth = divmod(tenths, 10)
    return f"{units}{f',{tenth}' if tenth else ''}\u00a0%"
