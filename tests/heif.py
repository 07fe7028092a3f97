"""HEIC files for tests, made without an encoder: every sample is written raw (HEVC's PCM mode), so colours are exact.

The one user of the formats' insides in the tests: ISO/IEC 23008-2 (HEVC), 23008-12 (HEIF), 14496-12 (boxes).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

_BLOCK = 32
# the column of HEVC's table 9-52 for the widest range: how much the less probable symbol takes in each state
_LESS_PROBABLE = (
    240, 227, 216, 205, 195, 185, 175, 166, 158, 150, 142, 135, 128, 122, 116, 110, 104, 99, 94, 89, 85,
    80, 76, 72, 69, 65, 62, 59, 56, 53, 50, 48, 45, 43, 41, 39, 37, 35, 33, 31, 30,
    28, 27, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 14, 13, 12, 12, 11, 11, 10, 9,
)  # fmt: skip


@dataclass(frozen=True)
class _Item:
    """One thing in the file: its kind, what follows the kind, its data, its properties (from 1), what it refers to."""

    kind: bytes
    data: bytes
    properties: Sequence[int] = ()
    refers: tuple[bytes, Sequence[int]] = (b"", ())
    more: bytes = b""


def heic(
    image: Image.Image,
    *,
    tile: int = 0,
    turned: int = 0,
    exif: bytes = b"",
    xmp: bytes = b"",
    profile: bytes = b"",
    said: tuple[int, int] | None = None,
    coded: tuple[int, int] | None = None,
) -> bytes:
    """The picture as HEIC. ``turned``: quarter turns against the clock that a reader must make.

    ``tile`` makes it a grid of squares of that side, as telephones do. ``said`` is the size its header claims,
    ``coded`` the size its pixels' own header claims; both the true one unless told. Without tiles, sides are cut to
    whole blocks of 32.
    """
    width, height = image.size if tile else (side // _BLOCK * _BLOCK for side in image.size)
    wide, high = (tile, tile) if tile else (width, height)
    image = image.convert("RGB")
    boxes = [(left, top, left + wide, top + high) for top in range(0, height, high) for left in range(0, width, wide)]
    claimed = said or (width, height)
    properties = [
        _configuration(_headers(*(coded or (wide, high)))),
        _full(b"ispe", 0, 0, struct.pack(">II", wide, high)),
        _full(b"ispe", 0, 0, struct.pack(">II", *claimed)),
    ]
    if turned:
        properties.append(_box(b"irot", bytes([turned])))
    if profile:
        properties.append(_box(b"colr", b"prof" + profile))
    of_whole = range(3, len(properties) + 1)
    pixels = [struct.pack(">I", len(data)) + data for data in (_slice(image.crop(box)) for box in boxes)]
    if tile:
        items = [_Item(b"hvc1", data, (1, 2)) for data in pixels]
        shape = struct.pack(">BBBBII", 0, 1, -(-height // high) - 1, -(-width // wide) - 1, *claimed)
        items.append(_Item(b"grid", shape, of_whole, (b"dimg", range(1, len(items) + 1))))
    else:
        items = [_Item(b"hvc1", pixels[0], (1, *of_whole))]
    primary = len(items)
    if exif:
        items.append(_Item(b"Exif", struct.pack(">I", 6) + exif, (), (b"cdsc", (primary,))))  # 6: past "Exif\0\0"
    if xmp:
        items.append(_Item(b"mime", xmp, (), (b"cdsc", (primary,)), b"application/rdf+xml\0"))
    start = _box(b"ftyp", b"heic" + struct.pack(">I", 0) + b"mif1heic")
    place = len(start) + len(_meta(items, properties, primary, 0)) + 8
    return start + _meta(items, properties, primary, place) + _box(b"mdat", b"".join(item.data for item in items))


def _meta(items: Sequence[_Item], properties: Sequence[bytes], primary: int, place: int) -> bytes:
    """Everything that is said of the items; their data starts at the place."""
    infos = places = told = joined = b""
    for id_, item in enumerate(items, 1):
        hidden = item.kind == b"hvc1" and id_ != primary
        infos += _full(b"infe", 2, hidden, struct.pack(">HH", id_, 0) + item.kind + b"\0" + item.more)
        places += struct.pack(">HHHII", id_, 0, 1, place, len(item.data))
        place += len(item.data)
        relation, others = item.refers
        if others:
            told += _box(relation, struct.pack(f">HH{len(others)}H", id_, len(others), *others))
        if item.properties:
            joined += struct.pack(">HB", id_, len(item.properties)) + bytes(item.properties)
    count = sum(bool(item.properties) for item in items)
    return _full(
        b"meta", 0, 0,
        _full(b"hdlr", 0, 0, bytes(4) + b"pict" + bytes(13)) + _full(b"pitm", 0, 0, struct.pack(">H", primary))
        + _full(b"iloc", 0, 0, b"\x44\x00" + struct.pack(">H", len(items)) + places)
        + _full(b"iinf", 0, 0, struct.pack(">H", len(items)) + infos) + (_full(b"iref", 0, 0, told) if told else b"")
        + _box(b"iprp", _box(b"ipco", b"".join(properties))
        + _full(b"ipma", 0, 0, struct.pack(">I", count) + joined)),
    )  # fmt: skip


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", 8 + len(data)) + name + data


def _full(name: bytes, version: int, flags: int, data: bytes) -> bytes:
    return _box(name, struct.pack(">I", version << 24 | flags) + data)


def _configuration(headers: dict[int, bytes]) -> bytes:
    """The box that holds the stream's headers."""
    profile = bytes([3]) + b"\x70\0\0\0" + b"\x90\0\0\0\0\0" + bytes([93])
    arrays = b"".join(bytes([0x80 | kind]) + struct.pack(">HH", 1, len(data)) + data for kind, data in headers.items())
    return _box(b"hvcC", b"\1" + profile + b"\xf0\0\xfc\xfd\xf8\xf8\0\0\x0f" + bytes([len(headers)]) + arrays)


class _Bits:
    """Bits in a row; numbers as HEVC writes them."""

    def __init__(self) -> None:
        self._bits = ""

    def fixed(self, value: int, width: int) -> _Bits:
        self._bits += f"{value:0{width}b}"
        return self

    def counted(self, *values: int) -> _Bits:
        """Exponential-Golomb codes, ``ue(v)``."""
        for value in values:
            code = f"{value + 1:b}"
            self._bits += "0" * (len(code) - 1) + code
        return self

    def ended(self) -> bytes:
        """The bytes, closed by a one and zeros."""
        bits = self._bits + "1"
        bits += "0" * (-len(bits) % 8)
        return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _unit(kind: int, data: bytes) -> bytes:
    """A unit of the stream; bytes that would look like a start code are kept apart."""
    return bytes([kind << 1, 1]) + re.sub(rb"\0\0(?=[\0-\3])", lambda _: b"\0\0\3", data)


def _profile(bits: _Bits) -> _Bits:
    """Main Still Picture, level 3.1."""
    return bits.fixed(3, 8).fixed(0x70000000, 32).fixed(0x900000000000, 48).fixed(93, 8)


def _headers(width: int, height: int) -> dict[int, bytes]:
    video = _profile(_Bits().fixed(0b0000_11_000000_000_1, 16).fixed(0xFFFF, 16))
    video.fixed(1, 1).counted(0, 0, 0).fixed(0, 6).counted(0).fixed(0, 2)
    sequence = _profile(_Bits().fixed(0b0000_000_1, 8)).counted(0, 1, width, height).fixed(0, 1)
    sequence.counted(0, 0, 0).fixed(1, 1).counted(0, 0, 0)  # eight bits a sample, one picture
    sequence.counted(2, 0, 0, 3, 0, 0)  # blocks of 32, transforms of 4 to 32
    sequence.fixed(0b000_1, 4)  # no scaling, no asymmetry, no offsets; raw samples
    sequence.fixed(7, 4).fixed(7, 4).counted(2, 0).fixed(1, 1)  # of eight bits, in blocks of 32, left as they are
    sequence.counted(0).fixed(0b0000, 4)
    sequence.fixed(0, 1)
    pictures = _Bits().counted(0, 0).fixed(0, 7).counted(0, 0).counted(0).fixed(0, 3).counted(0, 0).fixed(0, 6)
    pictures.fixed(0, 1).fixed(1, 1).fixed(0, 1).fixed(1, 1)  # no deblocking: control present, no override, disabled
    pictures.fixed(0, 2).counted(0).fixed(0, 2)
    return {32: _unit(32, video.ended()), 33: _unit(33, sequence.ended()), 34: _unit(34, pictures.ended())}


def _slice(image: Image.Image) -> bytes:
    """One slice with every block raw; between two blocks stand nine bits of arithmetic code."""
    light, blue, red = image.convert("YCbCr").split()
    half = (image.width // 2, image.height // 2)
    blue, red = blue.resize(half, Image.Resampling.BOX), red.resize(half, Image.Resampling.BOX)
    head = _Bits().fixed(1, 1).fixed(0, 1).counted(0, 2).counted(0)  # first of its picture; intra
    parts = [head.ended()]
    rows, columns = image.height // _BLOCK, image.width // _BLOCK
    for number in range(rows * columns):
        top, left = number // columns * _BLOCK, number % columns * _BLOCK
        state = min(number, len(_LESS_PROBABLE) - 1)
        parts.append(_code((508 if number == 0 else 506) - _LESS_PROBABLE[state]))
        parts.append(light.crop((left, top, left + _BLOCK, top + _BLOCK)).tobytes())
        box = (left // 2, top // 2, (left + _BLOCK) // 2, (top + _BLOCK) // 2)
        parts += [blue.crop(box).tobytes(), red.crop(box).tobytes()]
    return _unit(19, b"".join([*parts, _code(508)]))


def _code(low: int) -> bytes:
    return struct.pack(">H", (low | 1) << 7)
