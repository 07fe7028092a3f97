"""Cards for shared links: drawn once, the same bytes each time, with whatever words in their room."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import read_content
from generator.exporters.cards import lay_cards
from generator.pages.base import Picture, PictureFile, shorten
from generator.pages.cards import ShareCard
from generator.pages.sharing import LONGEST, exemplar_share_card
from tests.site import ROOT

PHOTO = "anh/mau.jpg"
SHORT = ShareCard("mau", "Gương điển hình", "Bà Mẫu", "Trồng cây", "Dữ liệu minh họa", "Thi đua", "Phường Mẫu")
LONG = SHORT._replace(headline="Đường Ễ Ậ Ộ Ữ Ẵ gập ghềnh " * 5, words="Nghiêng " * 18)
DEED = shorten("Trổ một cánh cửa qua tường sau sân nhà mình, mở lối thoát thứ hai " * 4, LONGEST)
NAMED = SHORT._replace(headline="Ban Công tác Mặt trận tổ dân phố số mười ba phường và các nhà", words=DEED)
UNNAMED = SHORT._replace(headline=DEED, words=f"Lĩnh vực: {'Phòng cháy ' * 4}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place with a photograph beside the pages."""
    (tmp_path / "pages/anh").mkdir(parents=True)
    Image.new("RGB", (640, 480), "#336699").save(tmp_path / "pages" / PHOTO)
    return tmp_path


def lay(folder: Path, *cards: ShareCard, kept: str = "kept") -> int:
    return lay_cards(cards, folder / "pages", folder / kept, folder / "cards.json", folder / "site")


def drawn(folder: Path, card: ShareCard) -> Image.Image:
    lay(folder, card)
    return Image.open(io.BytesIO((folder / "site" / card.path).read_bytes())).convert("RGB")


def test_only_what_changed_is_drawn_and_what_is_gone_leaves_the_cache(folder: Path) -> None:
    assert lay(folder, SHORT, LONG) == 2
    assert lay(folder, SHORT, LONG) == 0
    other = SHORT._replace(words="Trồng hoa")
    assert other.path != SHORT.path
    assert lay(folder, other, LONG) == 1
    assert len(list((folder / "kept").iterdir())) == 2
    (kept, _) = sorted((folder / "kept").iterdir())
    kept.write_bytes(kept.read_bytes()[:-5])  # cut short: made again
    assert lay(folder, other, LONG) == 1


def test_the_same_words_give_the_same_bytes(folder: Path) -> None:
    photo = LONG._replace(photo=PHOTO)
    lay(folder, SHORT, photo)
    before = [(folder / "site" / card.path).read_bytes() for card in (SHORT, photo)]
    assert lay(folder, photo, SHORT, kept="other") == 2
    assert [(folder / "site" / card.path).read_bytes() for card in (SHORT, photo)] == before


@pytest.mark.parametrize("card", [LONG, NAMED, UNNAMED], ids=["long", "named", "unnamed"])
@pytest.mark.parametrize("photo", ["", PHOTO])
def test_long_words_stay_in_their_room(folder: Path, photo: str, card: ShareCard) -> None:
    short, long = (drawn(folder, one._replace(photo=photo)) for one in (SHORT, card))
    left = 468 if photo else 60
    for name, box in {
        "left": (0, 0, left, 630),
        "right": (1136, 0, 1200, 630),
        "above": (0, 0, 1200, 68),
        "foot": (left, 424, 1136, 630),
    }.items():
        off = (
            ImageChops.difference(short.crop(box), long.crop(box)).convert("L").point(lambda value: 255 * (value > 60))
        )
        assert off.getbbox() is None, name


def test_the_picture_is_cut_around_the_point_to_keep(folder: Path) -> None:
    wide = Image.new("RGB", (640, 480), "white")
    wide.paste((200, 0, 0), (0, 0, 320, 480))
    wide.save(folder / "pages" / PHOTO, quality=95)
    for keep, colour in (((1, 5), (200, 0, 0)), ((9, 5), (255, 255, 255))):
        shown = drawn(folder, SHORT._replace(photo=PHOTO, keep=keep)).getpixel((236, 320))
        assert isinstance(shown, tuple)
        assert all(abs(a - b) < 20 for a, b in zip(shown, colour, strict=True)), keep


def test_what_no_face_can_draw_is_told_and_nothing_acts(folder: Path) -> None:
    assert drawn(folder, SHORT._replace(headline="#set page() $x$ *a* \\ 😀", words='`#image("x")`')).size == (
        1200,
        630,
    )


@pytest.mark.parametrize("pictured", [False, True])
def test_a_card_holds_the_whole_deed(pictured: bool) -> None:
    content, problems = read_content(ROOT / "content")
    assert problems == []
    catalogue = Catalogue(content, date(2026, 11, 29))
    picture = Picture("", "", drawing=False, files=(PictureFile(Address(PHOTO), 640, 480, "jpeg"),))
    told = 0
    for entry in catalogue.honours.exemplars:
        pictures = {("exemplars", entry.id): picture} if pictured else {}
        if card := exemplar_share_card(catalogue, entry, pictures):
            assert entry.record.deed in (card.words, card.headline), entry.id
            told += len(entry.record.deed) > 90
    assert told > 3
