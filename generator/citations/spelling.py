"""One spelling for comparing: the letters of a text in lower case, tones and dashes written one way, none moved.

The result is as long as the text, so that a place in the one is a place in the other.
"""

from __future__ import annotations

import re

SPACE = r"(?:[^\S\n]+(?:\n[^\S\n]*)?|\n[^\S\n]*)"
"""White space between two words of one sentence: it may break the line, and never leaves the paragraph."""
MAYBE_SPACE = r"(?:[^\S\n]*(?:\n[^\S\n]*)?)"
"""The same, or nothing."""
LETTER = r"[^\W\d_¹²³⁰⁴-⁹]"
"""A letter: a raised digit, a footnote mark behind a number, is none."""
WORD_END = r"(?![^\W¹²³⁰⁴-⁹])"
"""Where a word or a number ends; a raised digit may be glued behind it."""

_SAME = {"–": "-", "—": "-", "‑": "-", "−": "-", "ð": "đ"}
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_TONE = re.compile(f"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!{LETTER})")


def alike(text: str) -> str:
    """The text for comparing: ``Đảng uỷ`` and ``ĐẢNG ỦY`` are alike, and so are ``NĐ–CP`` and ``nđ-cp``."""
    low = text.lower()
    if len(low) != len(text):  # a few foreign capitals become two signs
        low = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    for sign, same in _SAME.items():  # `translate` looks each letter up: four times as long
        low = low.replace(sign, same)
    return _OLD_TONE.sub(lambda match: _TONES[match[0]], low)
