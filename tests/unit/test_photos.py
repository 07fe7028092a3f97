import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from generator.catalogue import Catalogue
from generator.content import read_content
from generator.photos import Derived, check_photos, derive_photos
from tests.site import AS_OF, copy_small

SECRETS = (
    b"Exif",
    b"GPS",
    b"http://ns.adobe.com/xap",
    b"Nguyen Van That",
    b"20.8",
    b"ICC_PROFILE",
    b"iCCP",
    b"tEXt",
    b"XMP ",
)


def picture(width: int = 400, height: int = 300) -> Image.Image:
    """A picture red on the left, blue on the right, white at the bottom."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    image.paste("white", (0, height - height // 4, width, height))
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def derive(tmp_path: Path, data: bytes, suffix: str = ".jpg") -> Derived:
    """The pictures made of these bytes as the photograph of the small ward's first exemplar."""
    content_folder = copy_small(tmp_path)
    (content_folder / "exemplars/2026-001.png").unlink()
    (content_folder / "exemplars" / f"2026-001{suffix}").write_bytes(data)
    content, problems = read_content(content_folder)
    assert problems == []
    assert check_photos(content) == []
    entry = content.of("exemplars")["2026-001"]
    return derive_photos(content, [entry], tmp_path / "cache")["exemplars", "2026-001"]


def opened(derived: Derived, name: str) -> Image.Image:
    """The derived picture whose file name ends so."""
    (path,) = [path for path in derived.files if path.endswith(name)]
    return Image.open(io.BytesIO(derived.files[path])).convert("RGB")


def colour(image: Image.Image, x: float, y: float) -> str:
    """The nearest plain colour of a point given as shares of width and height."""
    red, green, blue = image.getpixel((int(x * image.width), int(y * image.height)))  # type: ignore[misc]
    if min(red, green, blue) > 200:
        return "white"
    return "red" if red > blue else "blue"


def test_nothing_of_where_and_who_survives(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Nguyen Van That"
    exif.get_ifd(0x8825)[2] = (20.8, 0.0, 0.0)
    packet = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Nguyen Van That</dc:creator></x:xmpmeta>'
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    original = saved(picture(), "JPEG", exif=exif, xmp=packet, icc_profile=profile, comment=b"Nguyen Van That")
    assert b"Exif" in original
    assert b"Nguyen Van That" in original
    derived = derive(tmp_path, original)
    assert derived.files
    for path, data in derived.files.items():
        assert [secret for secret in SECRETS if secret in data] == [], path
        image = Image.open(io.BytesIO(data))
        assert len(image.getexif()) == 0
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info)


def test_text_of_a_png_does_not_survive(tmp_path: Path) -> None:
    info = PngInfo()
    info.add_text("Author", "Nguyen Van That")
    original = saved(picture(), "PNG", pnginfo=info)
    assert b"Nguyen Van That" in original
    assert all(b"Nguyen Van That" not in data for data in derive(tmp_path, original, ".png").files.values())


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_pictures_stand_upright(tmp_path: Path, orientation: int) -> None:
    turn = {1: 0, 3: 180, 6: 90, 8: 270}[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    derived = derive(tmp_path, saved(picture().rotate(turn, expand=True), "JPEG", exif=exif, quality=95))
    image = opened(derived, "-400.jpg")
    assert image.size == (400, 300)
    assert (colour(image, 0.1, 0.2), colour(image, 0.9, 0.2), colour(image, 0.5, 0.95)) == ("red", "blue", "white")


def test_sizes_and_formats(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(2000, 1500), "JPEG"))
    made = {(file.format, file.width, file.height) for file in derived.picture.files}
    sizes = ((320, 240), (640, 480), (1280, 960))
    assert made == {(kind, *size) for kind in ("webp", "jpeg") for size in sizes}
    for file in derived.picture.files:
        image = Image.open(io.BytesIO(derived.files[file.address.page]))
        assert (image.format or "").lower() == file.format
        assert image.size == (file.width, file.height)


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    assert {file.width for file in derive(tmp_path, saved(picture(200, 150), "JPEG")).picture.files} == {200}


def test_what_is_clear_becomes_white(tmp_path: Path) -> None:
    image = picture().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    assert colour(opened(derive(tmp_path, saved(image, "PNG"), ".png"), "-400.jpg"), 0.1, 0.1) == "white"


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "I;16"])
def test_every_kind_of_png_keeps_its_light(tmp_path: Path, mode: str) -> None:
    grey = Image.new("I;16", (400, 300), 30_000) if mode == "I;16" else Image.new("L", (400, 300), 117).convert(mode)
    image = opened(derive(tmp_path, saved(grey, "PNG"), ".png"), "-400.jpg").resize((1, 1), Image.Resampling.BOX)
    red, green, blue = image.getpixel((0, 0))  # type: ignore[misc]
    assert red == pytest.approx(117, abs=14)
    assert (green, blue) == (pytest.approx(red, abs=3), pytest.approx(red, abs=3))


def test_print_colours_become_screen_colours(tmp_path: Path) -> None:
    image = opened(derive(tmp_path, saved(picture().convert("CMYK"), "JPEG", quality=95)), "-400.jpg")
    assert (colour(image, 0.1, 0.2), colour(image, 0.9, 0.2)) == ("red", "blue")


def test_a_colour_profile_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(), "JPEG", icc_profile=b"junk" * 40, quality=95))
    assert colour(opened(derived, "-400.jpg"), 0.1, 0.2) == "red"


def test_file_names_hold_the_id_and_nothing_else(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(), "JPEG"))
    for path in derived.files:
        folder, _, name = path.partition("/")
        id_, digest, rest = name.rsplit("-", 2)
        assert (folder, id_) == ("anh", "2026-001")
        assert len(digest) == 8
        assert set(digest) <= set("0123456789abcdef")
        assert rest in {"320.webp", "320.jpg", "400.webp", "400.jpg"}


def test_same_picture_same_bytes_and_the_cache_is_used(tmp_path: Path) -> None:
    data = saved(picture(), "JPEG")
    first = derive(tmp_path / "a", data)
    second = derive(tmp_path / "b", data)
    assert first.files == second.files
    cache = tmp_path / "a" / "cache"
    for kept in cache.iterdir():
        kept.write_bytes(b"kept")
    content = read_content(tmp_path / "a" / "content")[0]
    again = derive_photos(content, [content.of("exemplars")["2026-001"]], cache)["exemplars", "2026-001"]
    assert set(again.files.values()) == {b"kept"}


def refused(tmp_path: Path, data: bytes, suffix: str = ".jpg") -> tuple[str, str]:
    """The fact and the way out for a picture that is refused."""
    folder = tmp_path / "content" / "exemplars"
    folder.mkdir(parents=True)
    (folder / f"2026-001{suffix}").write_bytes(data)
    (problem,) = check_photos(read_content(tmp_path / "content")[0])
    assert problem.rule == "anh"
    return problem.message, problem.fix


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """A PNG that says it is so large, whatever it holds."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


SMALLER = "lưu lại ảnh với cạnh dài không quá 6000 điểm ảnh"
NO_PICTURE = (
    "không phải ảnh JPEG, PNG hay WebP, dù tên tệp ghi vậy",
    "mở ảnh bằng chương trình xem ảnh rồi lưu lại thành tệp .jpg",
)


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    assert refused(tmp_path / "a", png(30_000, 30_000), ".png") == ("ảnh quá lớn khi mở ra", SMALLER)
    message = "ảnh quá lớn khi mở ra: 10000 x 9000 điểm ảnh"
    assert refused(tmp_path / "b", png(10_000, 9_000), ".png") == (message, SMALLER)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"",
        b"GIF89a" + bytes(40),
        b"PK\x03\x04" + bytes(40),
        b"%PDF-1.7",
        b"<html><script>alert(1)</script></html>",
    ],
)
def test_a_name_does_not_make_a_picture(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) == NO_PICTURE


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_breaks_off(tmp_path: Path, kind: str) -> None:
    noise = Image.effect_noise((300, 300), 60).convert("RGB")
    data = saved(noise, kind)
    assert refused(tmp_path, data[: len(data) // 2]) == ("ảnh bị hỏng hoặc chép chưa xong", "chép lại ảnh gốc vào đây")


@pytest.mark.parametrize("sideways", [False, True])
def test_a_picture_of_a_whole_conversation(tmp_path: Path, sideways: bool) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6 if sideways else 1
    data = saved(Image.new("RGB", (2100, 500) if sideways else (500, 2100)), "JPEG", exif=exif)
    assert refused(tmp_path, data) == (
        "ảnh cao gấp hơn 4 lần chiều rộng, không bày lên trang được",
        "cắt lấy phần cần đăng",
    )


def test_only_what_may_be_shown_is_derived(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    exemplar = root / "exemplars/2026-005.yml"
    exemplar.write_text(
        exemplar.read_text(encoding="utf-8").replace("[name, photo, story]", "[name, story]"), encoding="utf-8"
    )
    content = read_content(root)[0]
    pictured = Catalogue(content, AS_OF).honours.pictured
    assert set(derive_photos(content, pictured, tmp_path / "cache")) == {("exemplars", "2026-001")}
