"""Which characters the fonts that come with the project can draw: Liberation Serif, in four faces."""

from __future__ import annotations

import re
import struct
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("fonts")
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069]")


def drawable(text: str) -> str:
    """The text with each character that no face can draw, or that turns the line round, as its number: ``[U+1F600]``.

    A box would tell nothing, could not be copied, and the PDF could not claim to be accessible.
    """
    missing = {sign for sign in set(text) if _UNSEEN.match(sign) or (sign != "\n" and ord(sign) not in _drawn())}
    return "".join(f"[U+{ord(sign):04X}]" if sign in missing else sign for sign in text) if missing else text


@cache
def _drawn() -> frozenset[int]:
    """The characters that every face has a shape for."""
    faces = [_mapped(file.read_bytes()) for file in sorted(FOLDER.glob("*.ttf"))]
    return frozenset(set.intersection(*faces))


def _mapped(font: bytes) -> set[int]:
    """The characters in a font's map of segments (OpenType, table cmap, format 4)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4s4xII", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for tag, offset, _ in entries if tag == b"cmap")
    (maps,) = struct.unpack_from(">H", font, start + 2)
    offsets = (struct.unpack_from(">4xI", font, start + 4 + 8 * number)[0] + start for number in range(maps))
    at = next(offset for offset in offsets if struct.unpack_from(">H", font, offset)[0] == 4)
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    return {sign for first, last in zip(starts, ends, strict=True) for sign in range(first, last + 1) if sign < 0xFFFF}
