"""The signs of symbol fonts as signs of Unicode: Word keeps them as numbers that mean nothing without the font."""

from __future__ import annotations

import re

_ASCII = {code: chr(code) for code in map(ord, "!#%&()+,./0123456789:;<=>?[]_{|}")}
_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_FONTS = {
    "symbol": _ASCII
    | _GREEK
    | {0x20: " ", 0x2A: "*", 0x2D: "-", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x7E: "~", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣"}
    | {0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±"}
    | {0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD7: "·"}
    | {0xDB: "⇔", 0xDE: "⇒", 0xE5: "Σ"},
    "wingdings": {0x20: " ", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□"}
    | {0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x7C: "⚫", 0x96: "•", 0x97: "•"}
    | {0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "⭘", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xAA: "✦", 0xAB: "★"}
    | {0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗"}
    | {0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x96: "●", 0x97: "●", 0x98: "•", 0xA3: "□"},
    "wingdings 3": {0x20: " ", 0x7D: "▶", 0x86: "▶"},
}  # fmt: skip


_UNKNOWN = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_DRAWN = re.compile("[!-\u00ff\ue000-\uf8ff]")  # in a font of drawings a letter is a drawing too


def sign_of(code: int, font: str) -> str:
    """The sign that the font shows for a code; empty where it is not known."""
    known = _FONTS.get(font.strip().lower())
    if known is None:
        plain = 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xF900
        return chr(code) if plain and not _draws(font) else ""
    return known.get(code & 0xFF if 0xF000 <= code < 0xF100 else code, "")


def shown_in(font: str, text: str) -> str:
    """The text as the font shows it, with U+FFFD for every sign that is not known."""
    held = _DRAWN if _draws(font) else _PRIVATE
    return held.sub(lambda sign: sign_of(ord(sign[0]), font) or _UNKNOWN, text)


def bullet_of(text: str, font: str) -> str:
    """A bullet as it looks: what no font explains is a dot."""
    if font.strip().lower() == "symbol":
        return _DRAWN.sub(lambda sign: sign_of(ord(sign[0]), font) or "•", text)
    return shown_in(font, text).replace(_UNKNOWN, "•")


def _draws(font: str) -> bool:
    return font.strip().lower().startswith(("wingdings", "webdings"))
