"""Originals beside the records to clean, sized pictures.

A picture is judged by its content, not by its name; bombs are refused before they are unpacked; it is turned upright,
brought to sRGB, and its pixels are copied to a new image, so that nothing of EXIF, XMP or a place survives. Derived
files are cached by the original's hash and this recipe; their names hold only the record's id and that hash.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from generator.addresses import Address
from generator.content import Content, Entry
from generator.pages.base import Picture, PictureFile
from generator.problems import Place, Problem

RULE = "anh"
MAX_PIXELS = 60_000_000
MAX_BYTES = 40_000_000
WIDTHS = (320, 640, 1280)
_FORMATS = ("JPEG", "PNG", "WEBP")
_RECIPE = "1"  # raise it when anything below changes what comes out
_TALLEST = 4  # times its width; a longer one, such as a picture of a whole conversation, breaks every page
_ORIENTATION, _SIDEWAYS = 0x0112, (5, 6, 7, 8)
_UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError)
_SMALLER = "lưu lại ảnh với cạnh dài không quá 6000 điểm ảnh"
_QUALITY = {"webp": 78, "jpeg": 80}


@dataclass(frozen=True)
class Derived:
    """A record's pictures for the pages, and the bytes of their files by path."""

    picture: Picture
    files: Mapping[str, bytes]


def check_photos(content: Content) -> list[Problem]:
    """What is wrong with the photographs; only one whose header names a sane size is unpacked."""
    return [problem for files in content.photos.values() for file in files for problem in _check(file)]


def derive_photos(content: Content, wanted: Iterable[Entry[Any]], cache: Path) -> dict[tuple[str, str], Derived]:
    """The pictures of the wanted records that have a photograph, by kind and id; ``cache`` keeps what was made."""
    derived = {}
    for entry in wanted:
        files = content.photos.get((entry.kind, entry.id), ())
        if files and entry.record.photo is not None:
            derived[entry.kind, entry.id] = _derive(entry, files[0], cache)
    return derived


def _check(file: Path) -> list[Problem]:
    if file.stat().st_size > MAX_BYTES:
        return [Problem(Place(file), RULE, f"ảnh lớn hơn {MAX_BYTES // 1_000_000} MB", _SMALLER)]
    try:
        with _opened(file) as image:
            width, height = image.size
    except Image.DecompressionBombError:
        return [Problem(Place(file), RULE, "ảnh quá lớn khi mở ra", _SMALLER)]
    except _UNREADABLE:
        fix = "mở ảnh bằng chương trình xem ảnh rồi lưu lại thành tệp .jpg"
        return [Problem(Place(file), RULE, "không phải ảnh JPEG, PNG hay WebP, dù tên tệp ghi vậy", fix)]
    if width * height > MAX_PIXELS:
        return [Problem(Place(file), RULE, f"ảnh quá lớn khi mở ra: {width} x {height} điểm ảnh", _SMALLER)]
    return _check_pixels(file, width, height)


def _check_pixels(file: Path, width: int, height: int) -> list[Problem]:
    """A problem when the picture breaks off before its end, or is too tall for a page."""
    try:
        with _opened(file) as image:
            image.draft(
                "RGB", (max(1, width // 8), max(1, height // 8))
            )  # a JPEG can be read at an eighth, much faster
            image.load()
            sideways = image.getexif().get(_ORIENTATION) in _SIDEWAYS
    except _UNREADABLE:
        return [Problem(Place(file), RULE, "ảnh bị hỏng hoặc chép chưa xong", "chép lại ảnh gốc vào đây")]
    if (width / height if sideways else height / width) > _TALLEST:
        message = f"ảnh cao gấp hơn {_TALLEST} lần chiều rộng, không bày lên trang được"
        return [Problem(Place(file), RULE, message, "cắt lấy phần cần đăng")]
    return []


@contextlib.contextmanager
def _opened(source: Path | io.BytesIO) -> Iterator[Image.Image]:
    """The picture; what Pillow warns of (odd EXIF, many pixels) is judged here and not printed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(source, formats=_FORMATS) as image:
            yield image


def _derive(entry: Entry[Any], file: Path, cache: Path) -> Derived:
    original = file.read_bytes()
    digest = hashlib.sha256(_RECIPE.encode() + original).hexdigest()[:16]
    files: dict[str, bytes] = {}
    listed: list[PictureFile] = []
    sizes = _sizes(original)
    for width, height in sizes:
        for kind in ("webp", "jpeg"):
            kept = cache / f"{digest}-{width}.{kind}"
            data = kept.read_bytes() if kept.exists() else _keep(kept, _encode(original, (width, height), kind))
            name = f"anh/{entry.id.replace('/', '-')}-{digest[:8]}-{width}.{'jpg' if kind == 'jpeg' else kind}"
            files[name] = data
            listed.append(PictureFile(Address(name), width, height, kind))
    photo = entry.record.photo
    credit = photo.credit or ("Tranh minh họa, thay cho ảnh" if photo.drawing else "")
    return Derived(Picture(photo.alt or "", credit, photo.drawing, tuple(listed)), files)


def _sizes(original: bytes) -> list[tuple[int, int]]:
    """The sizes to make: the standard widths up to the original's own."""
    with _opened(io.BytesIO(original)) as image:
        width, height = ImageOps.exif_transpose(image).size
    widths = [one for one in WIDTHS if one < width] or []
    widths.append(min(width, WIDTHS[-1]))
    return [(one, max(1, round(height * one / width))) for one in dict.fromkeys(widths)]


def _encode(original: bytes, size: tuple[int, int], kind: str) -> bytes:
    with _opened(io.BytesIO(original)) as image:
        upright = ImageOps.exif_transpose(image)
        plain = _to_srgb(upright).resize(size, Image.Resampling.LANCZOS)
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)
    out = io.BytesIO()
    if kind == "webp":
        clean.save(out, "WEBP", quality=_QUALITY[kind], method=6)
    else:
        clean.save(out, "JPEG", quality=_QUALITY[kind], optimize=True, progressive=True)
    return out.getvalue()


def _to_srgb(image: Image.Image) -> Image.Image:
    """The picture in sRGB on white; a colour profile that cannot be read is passed over."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if turned is not None:
                return turned
        except (ImageCms.PyCMSError, OSError):
            pass
    if image.mode.startswith("I;16"):  # 16 bits a pixel: Pillow would cut off all but the darkest
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")


def _keep(kept: Path, data: bytes) -> bytes:
    kept.parent.mkdir(parents=True, exist_ok=True)
    half = kept.with_name(f"{kept.name}.{os.getpid()}")
    half.write_bytes(data)
    half.replace(kept)
    return data
