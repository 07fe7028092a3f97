"""A card as Typst drew it to a small file: a photograph laid in and written as JPEG, or few colours and PNG."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image

_ROOM = (47, 61, 425, 583)
"""Where the picture goes: left, top, right, bottom, inside the inner line of the frame that the template draws."""
_INKS = ("#211a16", "#a8141c", "#b8862b", "#76520f", "#5c5049")
_PAPER = "#ffffff"
_NOTE = "#f4ead7"
_STEPS = 12
_QUALITY = 68


def finished(page: bytes, photo: bytes | None, keep: tuple[int, int]) -> bytes:
    """The bytes of the card; ``keep`` is the point of the photo that must stay, in tenths of its width and height."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(page)) as drawn:
        card = drawn.convert("RGB")
    if photo is None:
        card.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG")
        return out.getvalue()
    with Image.open(io.BytesIO(photo)) as original:
        card.paste(_cut(original.convert("RGB"), keep), _ROOM[:2])
    card.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _cut(photo: Image.Image, keep: tuple[int, int]) -> Image.Image:
    """The photo at the size of its room, cut around the point to keep."""
    width, height = _ROOM[2] - _ROOM[0], _ROOM[3] - _ROOM[1]
    wide = min(photo.width, round(photo.height * width / height))
    high = min(photo.height, round(photo.width * height / width))
    left = min(max(0, round(photo.width * keep[0] / 10 - wide / 2)), photo.width - wide)
    top = min(max(0, round(photo.height * keep[1] / 10 - high / 2)), photo.height - high)
    return photo.resize((width, height), Image.Resampling.LANCZOS, (left, top, left + wide, top + high))


@cache
def _palette() -> Image.Image:
    """Each ink of the card in steps to its ground: what is drawn has no other colours."""
    ramps = [(ink, _PAPER) for ink in _INKS] + [(_INKS[0], _NOTE), ("#ffffff", "#a8141c"), ("#e2b659", "#a8141c")]
    colours = [colour for first, last in ramps for colour in _ramp(_rgb(first), _rgb(last))]
    image = Image.new("P", (1, 1))
    image.putpalette([value for colour in colours for value in colour])
    return image


def _ramp(first: tuple[int, ...], last: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [
        tuple(round(a + (b - a) * step / (_STEPS - 1)) for a, b in zip(first, last, strict=True))
        for step in range(_STEPS)
    ]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
