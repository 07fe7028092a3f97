"""What number, letter or dash a line of an official text begins with.

The levels are those of Decree 30/2020/NĐ-CP, Annex I, and what papers use beside them: ``1.1.``, ``(i)``, ``-``, ``+``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.vietnamese import CAPITALS

Level = Literal["section", "article", "clause", "point", "indent"]


@dataclass(frozen=True)
class Label:
    """A label as typed, the text behind it, how deep it stands (a greater ``rank`` is deeper), its number.

    ``number`` is None where the label has none; ``sure`` is False for ``1.1`` without a dot, which may be an amount.
    """

    level: Level
    label: str
    rest: str
    rank: int
    number: int | None = None
    sure: bool = True


SECTION, ARTICLE, CLAUSE, PAREN, POINT, ROMAN, INDENT = 0, 1, 2, 8, 9, 10, 11
_DASHES, _BULLETS = "-–—‑−", "•·▪●○◦‣➢❖✓"
_GLUED = rf"(?=[{CAPITALS}“\"][^\W\d_])"  # “1.Mục đích”: two letters, so that no initial and no unit is taken
_BEHIND = rf"(?:\s+|$|{_GLUED})"
_PATTERNS = tuple(
    (name, re.compile(pattern + behind))
    for name, pattern, behind in (
        ("word", r"((?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s(?:[IVXL]+|\d{1,2}|(?i:thứ)\s\w+)\s?[.:]?)",
         r"(?:\s+|$)"),
        ("article", r"(Điều\s(\d{1,3})[a-zđ]?\s?[.:])", _BEHIND),
        ("clause", r"(Khoản\s(\d{1,3})\s?[.:])", _BEHIND),
        ("point", r"(Điểm\s([a-zđ])\s?[.:)])", _BEHIND),
        ("decimal", r"((?:\d{1,2}|[IVXL]{1,7})(?:\.\d{1,2}){1,4}\s?[.)])", _BEHIND),
        ("bare", r"((?:\d{1,2}|[IVXL]{1,7})(?:\.\d{1,2}){1,4})", r"\s+"),
        ("section", r"(([IVXL]{1,7})\s?[.)])", _BEHIND),
        ("section", r"(([IVXL]{1,7})\s?/)", r"(?:\s+|$)"),
        ("letter", r"(([A-HĐ])\s?[.)])", r"(?:\s+|$)"),
        ("clause", r"((\d{1,3})\s?[.)])", _BEHIND),
        ("clause", r"((\d{1,3})\s?/)", r"(?:\s+|$)"),
        ("paren", r"(\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\))", r"(?:\s+|$)"),
        ("point", rf"((?:[{_DASHES}]\s*)?([a-zđ])\s?[.)])", _BEHIND),
        ("point", rf"((?:[{_DASHES}]\s*)?([a-zđ])\s?/)", r"(?:\s+|$)"),
        ("roman", r"([ivx]{2,4}\s?[.)])", r"(?:\s+|$)"),
        ("point", r"(([a-z])\2\s?[.)])", r"(?:\s+|$)"),  # after z: aa), bb)
        ("indent", rf"([{_DASHES}+](?!\d)|[*{_BULLETS}])", r"\s*(?=\S)"),
    )
)  # fmt: skip
_KINDS: dict[str, tuple[Level, int]] = {
    "word": ("section", SECTION),
    "section": ("section", SECTION),
    "letter": ("section", SECTION),
    "article": ("article", ARTICLE),
    "clause": ("clause", CLAUSE),
    "decimal": ("clause", CLAUSE),
    "bare": ("clause", CLAUSE),
    "paren": ("clause", PAREN),
    "point": ("point", POINT),
    "roman": ("point", ROMAN),
    "indent": ("indent", INDENT),
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def read_label(text: str) -> Label | None:
    """The label the line begins with, or None; the text is on one line, in the normal form."""
    for name, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        label, rest = match[1], text[match.end() :]
        number = match[2] if pattern.groups > 1 else ""
        if name == "word" and rest and not rest.isupper() and label[-1] not in ".:":
            return None  # “Phần I của Kế hoạch”: a sentence
        if name == "letter" and not rest.isupper():
            return None
        level, rank = _KINDS["roman" if name == "paren" and not label[1].isdigit() else name]
        if level == "point":
            return Label(level, label, rest, rank)
        if name in ("decimal", "bare"):
            return Label(level, label, rest, rank + label.rstrip(". )").count("."), None, name == "decimal")
        value = roman_number(number) if name == "section" else int(number) if number.isdigit() else None
        return Label(level, label, rest, rank, value)
    return None


def indent_family(label: str) -> str:
    """The sign the dash or bullet counts as: word processors turn ``-`` into ``–`` by themselves."""
    return "-" if label in _DASHES else "•" if label in _BULLETS else label


def roman_number(text: str) -> int:
    """The number a Roman numeral says, however it is written."""
    values = [_ROMAN[sign] for sign in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
