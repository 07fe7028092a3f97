"""The bytes of one original to clean pictures; with ``heif``, the only user of Pillow and pi-heif.

An original is judged by its content, not by its name; bombs are refused before they are unpacked; it is turned upright,
brought to sRGB, and its pixels are copied to new images, so that nothing of EXIF, XMP or a place survives. It is
decoded once for all its pictures, and no more finely than the largest of them needs.
"""

from __future__ import annotations

import contextlib
import io
import math
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageCms

from generator import heif

RECIPE = "2"
"""Raise it when anything here changes what comes out or what is refused: everything is then made again."""
MAX_PIXELS = 60_000_000
WIDTHS = (320, 640, 1280)
CUT_WIDTHS = (320, 640)
FORMATS = ("webp", "jpeg")
Size = tuple[int, int]

_CUT = (4, 3)  # width to height, as cards and lists show a picture
_TALLEST = 4  # times its width; a longer one, such as a picture of a whole conversation, breaks every page
_ORIENTATION = 0x0112  # the EXIF tag
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_HEIF_SECONDS = 120
_QUALITY = {"webp": 78, "jpeg": 80}
_SPARE = 1.5  # how much finer than wanted the pixels are kept until the last, good resampling
_PLAIN = ("RGB", "L", "CMYK", "RGBA")  # the modes whose neighbouring pixels can be averaged as they are
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
SMALLER = "lưu lại ảnh với cạnh dài không quá 6000 điểm ảnh"
_TOO_LARGE = "ảnh quá lớn khi mở ra"


class PictureRefused(Exception):
    """The original cannot be shown: the fact, and the way out."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


@dataclass(frozen=True)
class View:
    """A part of an upright original, at a size in pixels; ``name`` tells the views of one original apart.

    ``box`` is left, top, right, bottom in pixels of the original.
    """

    name: str
    box: tuple[int, int, int, int]
    width: int
    height: int


def upright_size(original: bytes) -> Size:
    """Width and height of the picture as it stands. Raises PictureRefused where no page can show it.

    Only one whose header names a sane size is unpacked.
    """
    if not _kind_of(original):
        fix = "mở ảnh bằng chương trình xem ảnh rồi lưu lại thành tệp .jpg"
        raise PictureRefused("không phải ảnh JPEG, PNG, WebP hay HEIC, dù tên tệp ghi vậy", fix)
    with _broken_is_refused(), _opened(original) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise PictureRefused(f"{_TOO_LARGE}: {width} x {height} điểm ảnh", SMALLER)
        image.draft(None, (max(1, width // 8), max(1, height // 8)))  # a JPEG can be read at an eighth, much faster
        image.load()
        if _orientation(image) >= 5:  # it lies on its side
            width, height = height, width
        if height / width > _TALLEST:
            message = f"ảnh cao gấp hơn {_TALLEST} lần chiều rộng, không bày lên trang được"
            raise PictureRefused(message, "cắt lấy phần cần đăng")
    return width, height


def whole_views(size: Size) -> tuple[View, ...]:
    """The whole picture in the standard widths up to its own, the smallest first."""
    return _views((0, 0, *size), WIDTHS, "")


def cut_views(size: Size, focus: tuple[int, int]) -> tuple[View, ...]:
    """The picture cut to 4:3 around the focal point (percent of width and height), the smallest first.

    Of a picture that is 4:3 already these are the smaller ones of its whole views.
    """
    width, height = size
    wide, high = min(width, round(height * _CUT[0] / _CUT[1])), min(height, round(width * _CUT[1] / _CUT[0]))
    left = min(max(0, round(width * focus[0] / 100 - wide / 2)), width - wide)
    top = min(max(0, round(height * focus[1] / 100 - high / 2)), height - high)
    return _views((left, top, left + wide, top + high), CUT_WIDTHS, "" if (wide, high) == size else f"{left}x{top}-")


def encode(original: bytes, size: Size, views: Sequence[View]) -> dict[tuple[View, str], bytes]:
    """The bytes of the views by view and format; ``size`` is the original's upright one.

    The bytes of a view do not depend on which others are asked for: the original is always read for the finest there
    can be. Raises PictureRefused where it cannot be read, which ``upright_size`` finds out before.
    """
    finest = (*whole_views(size), *cut_views(size, (0, 0)))
    need = max(view.width / (view.box[2] - view.box[0]) for view in finest)
    made: dict[tuple[View, str], bytes] = {}
    with _broken_is_refused():
        picture = _plain(original, need)
        share = picture.width / size[0], picture.height / size[1]
        for view in views:
            left, top, right, bottom = view.box
            box = (left * share[0], top * share[1], right * share[0], bottom * share[1])
            fitted = picture.resize((view.width, view.height), Image.Resampling.LANCZOS, box)
            clean = Image.new("RGB", fitted.size)
            clean.paste(fitted)
            made |= {(view, form): _encoded(clean, form) for form in FORMATS}
    return made


def _views(box: tuple[int, int, int, int], widths: Sequence[int], part: str) -> tuple[View, ...]:
    wide, high = box[2] - box[0], box[3] - box[1]
    fitting = [one for one in widths if one < wide] + [min(wide, widths[-1])]
    return tuple(View(f"{part}{one}", box, one, max(1, round(high * one / wide))) for one in dict.fromkeys(fitting))


def _kind_of(original: bytes) -> str:
    """The format by the first bytes; empty where it is none that is taken."""
    if original.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if original.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if original[:4] == b"RIFF" and original[8:12] == b"WEBP":
        return "WEBP"
    return "HEIF" if original[4:8] == b"ftyp" and original[8:12] in _HEIF_BRANDS else ""


@contextlib.contextmanager
def _broken_is_refused() -> Iterator[None]:
    """Whatever a decoder raises on foreign bytes becomes one refusal."""
    try:
        yield
    except PictureRefused:
        raise
    except Image.DecompressionBombError:
        raise PictureRefused(_TOO_LARGE, SMALLER) from None
    except Exception:  # noqa: BLE001 - which errors broken bytes cause inside the decoders is written nowhere
        raise PictureRefused("ảnh bị hỏng hoặc chép chưa xong", "chép lại ảnh gốc vào đây") from None


def _opened(original: bytes) -> Image.Image:
    kind = _kind_of(original)
    if kind == "HEIF":
        original, kind = _heif_as_png(original), "PNG"
    return Image.open(io.BytesIO(original), formats=(kind,))


def _heif_as_png(original: bytes) -> bytes:
    """The picture as PNG, by a process of its own. Raises PictureRefused for one too large, OSError for others."""
    command = [sys.executable, "-I", heif.__file__, str(MAX_PIXELS)]
    try:
        done = subprocess.run(command, input=original, capture_output=True, timeout=_HEIF_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise OSError("no end of decoding") from None
    if done.returncode == heif.TOO_LARGE:
        said = " x ".join(done.stdout.decode().split())
        raise PictureRefused(f"{_TOO_LARGE}: {said} điểm ảnh" if said else _TOO_LARGE, SMALLER)
    if done.returncode:
        raise OSError("not decoded")
    return done.stdout


def _orientation(image: Image.Image) -> int:
    """How EXIF says the loaded picture lies, 1 to 8; 1, upright, where it says nothing that can be read.

    A HEIF file is turned by its decoder, and comes without EXIF.
    """
    try:
        said = image.getexif().get(_ORIENTATION)
    except Exception:  # noqa: BLE001 - the picture is sound, only the notes beside it are broken, no matter how
        said = None
    return said if said in _TURNS else 1


def _plain(original: bytes, need: float) -> Image.Image:
    """The picture upright and in sRGB, with at least that share of its pixels each way.

    It is made smaller before anything else is done to it: one picture of full size is held at a time.
    """
    with _opened(original) as image:
        wanted = image.width * need
        image.draft(None, (math.ceil(wanted), math.ceil(image.height * need)))
        image.load()
        factor = max(1, int(image.width / (wanted * _SPARE))) if image.mode in _PLAIN else 1
        small = image.reduce(factor) if factor > 1 else image
        turn = _TURNS.get(_orientation(image))
        return _to_srgb(small if turn is None else small.transpose(turn))


def _to_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB on white; a colour profile that cannot be read is passed over."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if turned is not None:
                return turned
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    if image.mode.startswith("I;16"):  # 16 bits a pixel: Pillow would cut off all but the darkest
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")


def _encoded(image: Image.Image, form: str) -> bytes:
    out = io.BytesIO()
    if form == "webp":
        image.save(out, "WEBP", quality=_QUALITY[form], method=6)
    else:
        image.save(out, "JPEG", quality=_QUALITY[form], optimize=True, progressive=True)
    return out.getvalue()
