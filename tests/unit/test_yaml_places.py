from pathlib import Path

import pytest

from generator.problems import Place
from generator.yaml_places import Places

FILE = Path("mau.yml")
PLACED = 'a: b\nc:\n  - d: "e e"\n    f:\n      - g\n      - {h: i}\nj: |\n  k\n'


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        (("a",), False, (1, 4, 1)),
        (("a",), True, (1, 1, 1)),
        (("c", 0, "d"), False, (3, 8, 5)),
        (("c", 0, "<clause>", "f", 1, "h"), False, (6, 13, 1)),
        (("c", 0, "f", 1), False, (6, 9, 6)),
        (("c", 0), False, (3, 5, 1)),
        (("c", 0, "khong-co", "gi"), False, (3, 5, 1)),
        (("c", 9), False, (3, 3, 1)),
        ((), False, (1, 1, 1)),
        (("j",), False, (7, 4, 1)),
    ],
)
def test_places_of_values(path: tuple[str | int, ...], key: bool, place: tuple[int, int, int]) -> None:
    found = Places(PLACED, FILE).place(path, key=key)
    assert (found.line, found.column, found.length) == place
    assert Places(PLACED, FILE, first_line=5).place(path, key=key).line == place[0] + 4


@pytest.mark.parametrize(
    ("text", "words", "nth", "expected"),
    [
        ("a: một hai một\n", "một", 1, Place(FILE, 1, 12, 3)),
        ("a: |\n  một\n  hai   ba\n", "hai ba", 0, Place(FILE, 3, 3, 8)),
        ("a: >\n  một\n  hai\n", "một hai", 0, Place(FILE, 2, 3, 3)),
        ("a: 'mo\u0323\u0302t'\n", "mộ", 0, Place(FILE, 1, 5, 4)),
        ('a: "m\\u1ed9t"\n', "một", 0, Place(FILE, 1, 4, 10)),
        ("b: một\n", "một", 0, Place(FILE, 1, 1, 1)),
    ],
)
def test_words_are_found_inside_a_value(text: str, words: str, nth: int, expected: Place) -> None:
    assert Places(text, FILE).place_of(words, ("a",), nth) == expected
