import functools
import io
import itertools
import json
import re
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from generator import photos, pictures
from generator.build import make_pages
from generator.catalogue import Catalogue
from generator.content import Content, read_content
from generator.photos import Derived, check_photos, derive_photos, read_manifest, write_manifest
from generator.pictures import PictureRefused
from generator.publishing import Layout
from tests.heif import heic
from tests.site import AS_OF, ROOT, copy_small, tree

SECRETS = (
    b"Exif",
    b"GPSL",
    b"http://ns.adobe.com",
    b"xmpmeta",
    b"photoshop",
    b"Photoshop",
    b"8BIM",
    b"Nguyen Van That",
    b"ICC_PROFILE",
    b"ICCP",
    b"iCCP",
    b"tEXt",
    b"XMP ",
    b"acspAPPL",
)
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Nguyen Van That</dc:creator></x:xmpmeta>'


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


def derive(tmp_path: Path, data: bytes, suffix: str = ".jpg", focus: tuple[int, int] | None = None) -> Derived:
    """The pictures made of these bytes as the photograph of the small ward's first exemplar."""
    content = with_photo(tmp_path, data, suffix, focus)
    assert check_photos(content) == []
    entry = content.of("exemplars")["2026-001"]
    return derive_photos(content, [entry], tmp_path / "cache")["exemplars", "2026-001"]


def with_photo(tmp_path: Path, data: bytes, suffix: str = ".jpg", focus: tuple[int, int] | None = None) -> Content:
    """The small ward whose first exemplar has these bytes for a photograph."""
    folder = copy_small(tmp_path) / "exemplars"
    (folder / "2026-001.png").unlink()
    (folder / f"2026-001{suffix}").write_bytes(data)
    if focus is not None:
        record = folder / "2026-001.yml"
        text = record.read_text(encoding="utf-8")
        point = f"\n  focus: {{x: {focus[0]}, y: {focus[1]}}}"
        record.write_text(re.sub(r"^photo:", f"photo:{point}", text, flags=re.MULTILINE), encoding="utf-8")
    content, problems = read_content(folder.parent)
    assert problems == []
    return content


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


@functools.cache
def telling(kind: str) -> bytes:
    """A picture full of what tells who and where: EXIF with a place and a name, XMP, a colour profile, notes."""
    exif = Image.Exif()
    exif[0x013B] = "Nguyen Van That"
    exif.get_ifd(0x8825)[2] = (20.8, 0.0, 0.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "HEIC":
        return heic(picture(384, 288), exif=exif.tobytes(), xmp=XMP, profile=profile)
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Author", "Nguyen Van That")
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return saved(picture(), "PNG", pnginfo=info, exif=exif, icc_profile=profile)
    more = {"comment": b"Nguyen Van That"} if kind == "JPEG" else {}
    data = saved(picture(), kind, exif=exif, xmp=XMP, icc_profile=profile, **more)
    if kind == "JPEG":  # IPTC, as photo desks write it
        notes = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14\x1c\x02\x50\0\x0fNguyen Van That"
        data = data[:2] + b"\xff\xed" + struct.pack(">H", 2 + len(notes)) + notes + data[2:]
    return data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
def test_nothing_of_where_and_who_survives(tmp_path: Path, kind: str) -> None:
    assert b"Nguyen Van That" in telling(kind)
    derived = derive(tmp_path, telling(kind), f".{kind.lower()}".replace("jpeg", "jpg"))
    assert len(derived.files) == 4
    for path, data in derived.files.items():
        assert [secret for secret in SECRETS if secret in data] == [], path
        image = Image.open(io.BytesIO(data))
        assert len(image.getexif()) == 0
        assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(image.info)
        assert set(parts(data)) <= ({"VP8 "} if path.endswith(".webp") else {"JFIF", "tables", "frame", "scan"}), path


def parts(data: bytes) -> list[str]:
    """What a WebP or JPEG file is made of, by its own headers: no other part could hold words."""
    found = []
    if data.startswith(b"RIFF"):
        place = 12
        while place < len(data):
            found.append(data[place : place + 4].decode())
            place += 8 + (size := struct.unpack("<I", data[place + 4 : place + 8])[0]) + size % 2
        return found
    place = 2
    while data[place + 1] != 0xD9:
        marker, size = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        name = {0xDB: "tables", 0xC4: "tables", 0xC0: "frame", 0xC2: "frame", 0xDA: "scan"}.get(marker, hex(marker))
        if marker == 0xE0 and data[place + 4 : place + 9] == b"JFIF\0":
            name = "JFIF"
        found.append(name)
        place += 2 + size
        if name == "scan":  # its data runs to the next marker; 0xFF inside is followed by zero
            place = re.compile(rb"\xff[^\0]", re.DOTALL).search(data, place).start()  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("orientation", range(10))
def test_pictures_stand_upright(tmp_path: Path, orientation: int) -> None:
    turn = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}.get(orientation, 0)
    mirrored = orientation in {2, 4, 5, 7}
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else picture()
    derived = derive(tmp_path, saved(image.rotate(turn, expand=True), "JPEG", exif=exif, quality=95))
    image = opened(derived, "-400.jpg")
    assert image.size == (400, 300)
    assert (colour(image, 0.1, 0.2), colour(image, 0.9, 0.2), colour(image, 0.5, 0.95)) == ("red", "blue", "white")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_stand_upright_too(tmp_path: Path, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    derived = derive(tmp_path, saved(picture().rotate(90, expand=True), kind, exif=exif), f".{kind.lower()}")
    image = opened(derived, "-400.jpg")
    assert image.size == (400, 300)
    assert (colour(image, 0.1, 0.2), colour(image, 0.9, 0.2), colour(image, 0.5, 0.95)) == ("red", "blue", "white")


@pytest.mark.parametrize("turned", [0, 1, 2, 3])
@pytest.mark.parametrize(("suffix", "tile"), [(".heic", 0), (".HEIC", 128), (".jpg", 128)])
def test_a_telephone_s_heic_is_turned_once(tmp_path: Path, turned: int, suffix: str, tile: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = {0: 1, 1: 8, 2: 3, 3: 6}[turned]  # telephones write the rotation twice
    lying = picture(384, 288).rotate(-90 * turned, expand=True)
    derived = derive(tmp_path, heic(lying, tile=tile, turned=turned, exif=exif.tobytes()), suffix)
    image = opened(derived, "-320.jpg")
    assert image.width > image.height
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


@pytest.mark.parametrize(
    "notes", [b"Exif\0\0junk", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + bytes(40)]
)
def test_a_sound_picture_with_broken_notes_is_shown(tmp_path: Path, notes: bytes) -> None:
    image = opened(derive(tmp_path, saved(picture(), "JPEG", exif=notes, quality=95)), "-400.jpg")
    assert (colour(image, 0.1, 0.2), colour(image, 0.9, 0.2)) == ("red", "blue")


def test_file_names_hold_the_id_and_nothing_else(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(), "JPEG"))
    for path in derived.files:
        folder, _, name = path.partition("/")
        id_, digest, rest = name.rsplit("-", 2)
        assert (folder, id_) == ("anh", "2026-001")
        assert len(digest) == 8
        assert set(digest) <= set("0123456789abcdef")
        assert rest in {"320.webp", "320.jpg", "400.webp", "400.jpg"}
    cut = {name for name in derive(tmp_path / "tall", saved(picture(300, 600), "JPEG")).files if "x" in name}
    assert {re.sub("[0-9a-f]{8}", "(hash)", name) for name in cut} == {
        "anh/2026-001-(hash)-0x86-300.webp",
        "anh/2026-001-(hash)-0x86-300.jpg",
    }


# cut around the focal point


def bands(width: int, height: int) -> Image.Image:
    """A picture red, white, blue from top to bottom, or from left to right where it is wide."""
    image = Image.new("RGB", (width, height), "white")
    if height > width:
        image.paste("red", (0, 0, width, height // 3))
        image.paste("blue", (0, height - height // 3, width, height))
    else:
        image.paste("red", (0, 0, width // 3, height))
        image.paste("blue", (width - width // 3, 0, width, height))
    return image


def cut_of(derived: Derived) -> Image.Image:
    """The widest cut."""
    assert derived.picture.cut is not None
    file = derived.picture.cut.jpeg[-1]
    image = Image.open(io.BytesIO(derived.files[file.address.page]))
    assert image.size == (file.width, file.height)
    return image


def test_a_cut_is_four_to_three_in_two_sizes(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(bands(1500, 2000), "JPEG"))
    assert derived.picture.cut is not None
    assert [(one.format, one.width, one.height) for one in derived.picture.cut.files] == [
        ("webp", 320, 240), ("jpeg", 320, 240), ("webp", 640, 480), ("jpeg", 640, 480),
    ]  # fmt: skip
    assert {(one.width, one.height) for one in derived.picture.files} == {(320, 427), (640, 853), (1280, 1707)}
    assert derived.picture.cut.alt == derived.picture.alt
    assert len(derived.files) == 10


def test_a_picture_that_is_four_to_three_already_is_not_made_twice(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(2000, 1500), "JPEG"))
    assert derived.picture.cut is not None
    assert derived.picture.cut.files == derived.picture.files[:4]
    assert len(derived.files) == 6


@pytest.mark.parametrize(
    ("size", "focus", "shows", "keep"),
    [
        ((600, 2000), None, ("red", "white"), (5, 2)),  # above the middle, where faces are; of the cut its upper part
        ((1500, 2000), None, ("red", "white"), (5, 2)),
        ((1500, 2000), (50, 0), ("red", "white"), (5, 0)),  # not past the edge
        ((1500, 2000), (10, 90), ("white", "blue"), (1, 8)),
        ((3000, 1000), (0, 50), ("red", "white"), (0, 5)),
        ((3000, 1000), (100, 20), ("white", "blue"), (10, 2)),
        ((3000, 1000), None, ("red", "blue"), (5, 2)),
    ],
)
def test_a_cut_keeps_the_focal_point(
    tmp_path: Path, size: tuple[int, int], focus: tuple[int, int] | None, shows: tuple[str, str], keep: tuple[int, int]
) -> None:
    derived = derive(tmp_path, saved(bands(*size), "JPEG", quality=95), focus=focus)
    image = cut_of(derived)
    ends = ((0.5, 0.04), (0.5, 0.96)) if size[1] > size[0] else ((0.04, 0.5), (0.96, 0.5))
    assert tuple(colour(image, *end) for end in ends) == shows
    assert derived.picture.cut is not None
    assert derived.picture.cut.keep == keep


@given(st.tuples(st.integers(1, 5000), st.integers(1, 5000)), st.tuples(st.integers(0, 100), st.integers(0, 100)))
def test_every_cut_lies_in_its_picture(size: tuple[int, int], focus: tuple[int, int]) -> None:
    for view in pictures.cut_views(size, focus):
        left, top, right, bottom = view.box
        assert 0 <= left < right <= size[0]
        assert 0 <= top < bottom <= size[1]
        assert abs((right - left) * 3 - (bottom - top) * 4) <= 4
        keep = photos._kept_at(focus, size, view)
        assert all(0 <= one <= 10 for one in keep)


def test_a_card_prints_the_cut_and_the_page_the_whole(tmp_path: Path) -> None:
    content = with_photo(tmp_path, saved(bands(900, 1200), "JPEG"), focus=(50, 80))
    layout = Layout(ROOT, content.root, tmp_path / "build")
    make_pages(layout, AS_OF)
    card = image_of(layout.markdown / "guong/index.md")
    assert re.sub("[0-9a-f]{8}", "(hash)", card["srcset"]) == (
        "../anh/2026-001-(hash)-0x525-320.jpg 320w, ../anh/2026-001-(hash)-0x525-640.jpg 640w"
    )
    assert (card["width"], card["height"], card["class"]) == ("640", "480", "at-x5 at-y6")
    page = image_of(layout.markdown / "guong/2026-001.md")
    assert re.sub("[0-9a-f]{8}", "(hash)", page["srcset"]) == (
        "../../anh/2026-001-(hash)-320.jpg 320w, ../../anh/2026-001-(hash)-640.jpg 640w, "
        "../../anh/2026-001-(hash)-900.jpg 900w"
    )
    assert (page["width"], page["height"]) == ("640", "853")
    assert "class" not in page


def image_of(page: Path) -> dict[str, str]:
    """The attributes of the first exemplar's picture on the page."""
    (tag,) = re.findall(r"<img [^>]*2026-001[^>]*>", page.read_text(encoding="utf-8"))
    return dict(re.findall(r'([a-z]+)="([^"]*)"', tag))


# the cache


def test_same_picture_same_bytes_on_one_core_and_on_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = derive(tmp_path / "a", saved(picture(), "JPEG"))
    monkeypatch.setattr(photos, "_WORKERS", 1)
    second = derive(tmp_path / "b", saved(picture(), "JPEG"))
    assert first == second


def test_a_second_run_opens_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_photo(tmp_path, saved(picture(900, 1200), "JPEG"))
    wanted, cache = list(content.of("exemplars").values()), tmp_path / "cache"
    assert check_photos(content, cache) == []
    first = derive_photos(content, wanted, cache)

    def open_(*_: object, **__: object) -> None:
        raise AssertionError("a picture was opened")

    monkeypatch.setattr(Image, "open", open_)
    assert check_photos(content, cache) == []
    assert derive_photos(content, wanted, cache) == first


@pytest.mark.parametrize("junk", [b"", b"junk", b"400 300", bytes(4000)])
def test_a_spoilt_cache_is_made_again(tmp_path: Path, junk: bytes) -> None:
    content = with_photo(tmp_path, saved(picture(), "JPEG"))
    wanted, cache = list(content.of("exemplars").values()), tmp_path / "cache"
    first = derive_photos(content, wanted, cache)
    sound = tree(cache)
    for name in sound:
        (cache / name).write_bytes(junk)
    assert check_photos(content, cache) == []
    assert derive_photos(content, wanted, cache) == first
    assert tree(cache) == sound
    names = sorted(sound)
    for name, other in itertools.pairwise(names):  # sound, but of another picture
        (cache / name).write_bytes(sound[other])
    assert derive_photos(content, wanted, cache) == first
    assert tree(cache) == sound


def test_what_is_made_later_is_what_would_have_been_made_at_once(tmp_path: Path) -> None:
    data = saved(bands(700, 900), "JPEG")
    folder = tmp_path / "edited"
    derive(folder, data, focus=(50, 10))
    content = with_photo(tmp_path / "clean", data, focus=(50, 90))
    wanted = [content.of("exemplars")["2026-001"]]
    clean = derive_photos(content, wanted, tmp_path / "clean" / "cache")
    assert derive_photos(content, wanted, folder / "cache") == clean  # only the cuts are missing there
    for name in sorted(tree(folder / "cache"))[::5]:
        (folder / "cache" / name).unlink()
        assert derive_photos(content, wanted, folder / "cache") == clean, name


def test_another_focal_point_makes_only_another_cut(tmp_path: Path) -> None:
    data = saved(bands(900, 1200), "JPEG")
    first = derive(tmp_path / "a", data, focus=(50, 10))
    second = derive(tmp_path / "b", data, focus=(50, 90))
    assert first.picture.files == second.picture.files
    assert first.picture.cut is not None
    assert second.picture.cut is not None
    assert not set(first.picture.cut.files) & set(second.picture.cut.files)


def test_pictures_of_someone_taken_down_do_not_stay_in_the_cache(tmp_path: Path) -> None:
    content = with_photo(tmp_path, saved(picture(), "JPEG"))
    cache = tmp_path / "cache"
    derive_photos(content, content.of("exemplars").values(), cache)
    before = set(tree(cache))
    (cache / "0123456789abcdef-320.webp.77-88").write_bytes(b"half of a killed run")
    (content.root / "exemplars/2026-001.jpg").unlink()
    less = read_content(content.root)[0]
    derive_photos(less, less.of("exemplars").values(), cache)
    after = set(tree(cache))
    assert after < before
    assert {name.partition("-")[0].partition(".")[0] for name in before - after} == {
        photos._digest(saved(picture(), "JPEG"))
    }


def test_what_is_wrong_is_not_remembered_as_sound(tmp_path: Path) -> None:
    content = with_photo(tmp_path, saved(picture(), "JPEG")[:2000])
    first = check_photos(content, tmp_path / "cache")
    assert len(first) == 1
    assert check_photos(content, tmp_path / "cache") == first


# the manifest


def test_the_manifest_tells_whose_each_picture_is(tmp_path: Path) -> None:
    content = with_photo(tmp_path, saved(picture(), "JPEG"))
    layout = Layout(ROOT, content.root, tmp_path / "build")
    make_pages(layout, AS_OF)
    manifest = read_manifest(layout.photo_manifest)
    made = {path for path in tree(layout.markdown) if path.startswith("anh/")}
    assert set(manifest) == made
    assert {records for path, records in manifest.items() if "2026-001" in path} == {("exemplars/2026-001",)}
    assert layout.photo_manifest.name not in {path.rpartition("/")[2] for path in tree(layout.markdown)}
    text = layout.photo_manifest.read_text(encoding="utf-8")
    assert list(json.loads(text)) == sorted(made)
    make_pages(Layout(ROOT, content.root, tmp_path / "other"), AS_OF)
    assert (tmp_path / "other/photos.json").read_text(encoding="utf-8") == text
    layout.photo_manifest.write_bytes(b"\xff\xfe")  # spoilt: written again
    make_pages(layout, AS_OF)
    assert layout.photo_manifest.read_text(encoding="utf-8") == text


def test_one_file_may_be_of_two_records(tmp_path: Path) -> None:
    derived = derive(tmp_path, saved(picture(), "JPEG"))
    write_manifest({("practices", "2026-001"): derived, ("exemplars", "2026-001"): derived}, tmp_path / "photos.json")
    assert set(read_manifest(tmp_path / "photos.json").values()) == {("exemplars/2026-001", "practices/2026-001")}


@pytest.mark.parametrize("text", [None, "", "{", "[]", "7", '{"anh/a.jpg": 7}', "\udcff"])
def test_a_manifest_that_cannot_be_read_names_nobody(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "photos.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert read_manifest(tmp_path / "photos.json") == {}


# what is refused


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
    "không phải ảnh JPEG, PNG, WebP hay HEIC, dù tên tệp ghi vậy",
    "mở ảnh bằng chương trình xem ảnh rồi lưu lại thành tệp .jpg",
)
BROKEN = ("ảnh bị hỏng hoặc chép chưa xong", "chép lại ảnh gốc vào đây")


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


def test_a_heic_bomb_is_refused_whatever_its_header_claims(tmp_path: Path) -> None:
    assert refused(tmp_path / "a", heic(picture(), said=(30_000, 30_000)), ".heic") == (
        "ảnh quá lớn khi mở ra",
        SMALLER,
    )
    message = "ảnh quá lớn khi mở ra: 10000 x 9000 điểm ảnh"
    assert refused(tmp_path / "b", heic(picture(), said=(10_000, 9_000)), ".heic") == (message, SMALLER)
    assert refused(tmp_path / "c", heic(picture(), coded=(30_016, 30_016)), ".heic") == BROKEN
    assert refused(tmp_path / "d", heic(picture(), said=(64, 64)), ".heic") == BROKEN
    assert refused(tmp_path / "e", heic(picture(), said=(0, 0)), ".heic") == BROKEN
    data = heic(picture(), tile=128, said=(30_000, 30_000))
    assert refused(tmp_path / "f", data, ".heic") == ("ảnh quá lớn khi mở ra", SMALLER)
    assert refused(tmp_path / "g", heic(picture(), tile=128, said=(5_000, 5_000)), ".heic") == BROKEN
    assert refused(tmp_path / "h", heic(picture(), tile=128, coded=(30_016, 30_016)), ".heic") == BROKEN


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIC"])
@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9])
def test_a_picture_that_breaks_off(tmp_path: Path, kind: str, share: float) -> None:
    noise = Image.effect_noise((320, 320), 60).convert("RGB")
    data = heic(noise, tile=128) if kind == "HEIC" else saved(noise, kind)
    assert refused(tmp_path, data[: int(len(data) * share)]) == BROKEN


@pytest.mark.filterwarnings("ignore")  # Pillow's words on odd EXIF; a run of the portal does not print them
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "HEIC"]), st.integers(0, 10**6), st.binary(min_size=1, max_size=8))
def test_no_bytes_whatever_cause_anything_but_a_refusal(kind: str, place: int, junk: bytes) -> None:
    data = bytearray(telling(kind))
    place %= min(len(data), 3000)
    data[place : place + len(junk)] = junk
    try:
        size = pictures.upright_size(bytes(data))
    except PictureRefused:
        return
    made = pictures.encode(bytes(data), size, pictures.whole_views(size))  # what the check lets pass can be made
    assert all(b"Nguyen Van That" not in one for one in made.values())


def test_a_file_too_heavy_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MAX_BYTES", 1_000_000)
    assert refused(tmp_path, bytes(1_000_001)) == ("ảnh lớn hơn 1 MB", SMALLER)


@pytest.mark.parametrize(
    ("size", "drawing", "messages"),
    [
        ((60, 40), "", ["ảnh 2026-001.jpg chỉ có 60 × 40 điểm ảnh, lên trang sẽ mờ"]),
        ((479, 639), "", ["ảnh 2026-001.jpg chỉ có 479 × 639 điểm ảnh, lên trang sẽ mờ"]),
        ((640, 40), "", []),
        ((60, 40), ", drawing: true", []),
    ],
)
def test_a_photograph_too_small_is_told_at_its_record(
    tmp_path: Path, size: tuple[int, int], drawing: str, messages: list[str]
) -> None:
    content = with_photo(tmp_path, saved(picture(*size), "JPEG"))
    record = content.root / "exemplars/2026-001.yml"
    text = re.sub(
        r"^photo:\n(?:  .*\n)+", f"photo: {{alt: Một người{drawing}}}\n", record.read_text("utf-8"), flags=re.MULTILINE
    )
    record.write_text(text, encoding="utf-8", newline="\n")
    found = check_photos(read_content(content.root)[0])
    assert [one.message for one in found] == messages
    assert all((one.severity, one.place.file.name, one.place.length) == ("cảnh báo", record.name, 5) for one in found)


def test_many_faults_are_told_in_one_run(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "exemplars"
    folder.mkdir(parents=True)
    whole = saved(picture(), "JPEG")
    for number, data in enumerate((b"<svg/>", png(30_000, 30_000), whole[: len(whole) // 2], whole)):
        (folder / f"2026-00{number}.jpg").write_bytes(data)
    found = check_photos(read_content(tmp_path / "content")[0])
    assert [(one.place.file.name, one.message) for one in found] == [
        ("2026-000.jpg", NO_PICTURE[0]),
        ("2026-001.jpg", "ảnh quá lớn khi mở ra"),
        ("2026-002.jpg", BROKEN[0]),
    ]


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
