"""How long 100 share cards take, drawn for the first time and laid again, beside a peer measured in the same run.

The peer is the least anybody would do: Pillow writes the same two texts on a plain ground of 1200 x 630 and saves a
PNG, one card after another.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageDraw, ImageFont  # noqa: E402 - the path above makes the project's own modules importable

from benchmarks.figures import Line, print_lines  # noqa: E402
from generator.exporters.cards import lay_cards  # noqa: E402
from generator.exporters.typeface import FOLDER  # noqa: E402
from generator.pages.cards import ShareCard  # noqa: E402


def main() -> None:
    """Prints the figures."""
    print_lines(measure())


def measure(number: int = 100) -> list[Line]:
    """The figures, cold and warm, beside Pillow doing the least for the same words."""
    cards = [_card(one) for one in range(number)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def lay() -> None:
            lay_cards(cards, folder, folder / "kept", folder / "cards.json", folder / "site")

        cold, warm, peer = _seconds(lay), _seconds(lay), _seconds(lambda: _peer(cards, folder / "peer"))
    what = f"{number} share cards"
    return [
        Line(f"{what}: drawn for the first time", cold, "s", None, cold / peer),
        Line(f"{what}: laid again, unchanged", warm, "s", None, warm / peer),
    ]


def _card(number: int) -> ShareCard:
    """A card like those of exemplars, no two alike."""
    deed = f"Vận động {number + 20} hộ gia đình hiến đất mở rộng ngõ, giữ sạch sân chung và trồng hoa dọc lối đi"
    place = "Phường Mẫu, tỉnh Mẫu"
    return ShareCard(f"mau-{number:03d}", "Gương điển hình", f"Bà Mẫu Thị {number}", deed, "", "Thi đua", place)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _peer(cards: Sequence[ShareCard], out: Path) -> None:
    out.mkdir()
    font = ImageFont.truetype(FOLDER / "LiberationSerif-Regular.ttf", 48)
    for card in cards:
        image = Image.new("RGB", (1200, 630), "white")
        draw = ImageDraw.Draw(image)
        draw.text((80, 160), card.headline, "black", font)
        draw.text((80, 300), card.words, "black", font)
        image.save(out / f"{card.name}.png")


if __name__ == "__main__":
    main()
