"""How long 30 photographs of 12 megapixels take, cold and warm, beside a peer measured in the same run.

The peer is the least anybody would do: Pillow opens each file, makes it 1280 pixels wide and saves one JPEG, one file
after another. Wall clock and the seconds of all cores are told apart, since other programs may share the machine.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageChops, ImageFilter  # noqa: E402 - the path above makes the project's own modules importable

from benchmarks.figures import Line, print_lines  # noqa: E402
from generator.content import read_content  # noqa: E402
from generator.photos import check_photos, derive_photos  # noqa: E402

_SIZE = (4032, 3024)
_TARGETS = {"cold": 40.0, "warm": 1.0}


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=30)
    parser.add_argument("--only", choices=("make", "generator", "peer"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        _measure(options.only, options.folder, options.photos)
    else:
        print_lines(measure(options.photos))


def measure(photos: int = 30) -> list[Line]:
    """The figures, cold and warm, beside Pillow doing the least for the same files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _process("make", folder, photos)
        (cold, _, memory), (warm, _, _) = _process("generator", folder, photos), _process("generator", folder, photos)
        peer, _, _ = _process("peer", folder, photos)
    what, share = f"{photos} photos of 12 megapixels", photos / 30
    return [
        Line(f"{what}: made for the first time", cold, "s", _TARGETS["cold"] * share, cold / peer),
        Line(f"{what}: the same again, unchanged", warm, "s", _TARGETS["warm"] * share, warm / peer),
        Line(f"{what}: memory of the first time", memory, "MB"),
    ]


def make_photos(content: Path, photos: int) -> None:
    """Writes that many made-up exemplars with a photograph each: the same files for the same number.

    Shades and grain, no two alike, about 5 MB each, as a telephone makes them.
    """
    folder = content / "exemplars"
    folder.mkdir(parents=True)
    grain = _grain()
    shade = Image.linear_gradient("L").resize(_SIZE)
    bands = (shade, shade.transpose(Image.Transpose.ROTATE_180), Image.radial_gradient("L").resize(_SIZE))
    for number in range(photos):
        moved = ImageChops.offset(grain, number * 131, number * 57)
        image = Image.merge("RGB", [ImageChops.add(band, moved, 2, number % 9) for band in bands])
        id_ = f"2026-{number:03d}"
        image.save(folder / f"{id_}.jpg", quality=92)
        (folder / f"{id_}.yml").write_text(
            "sample: true\nkind: individual\nname: {name: Người Mẫu}\nage_group: adult\nfield: Môi trường\n"
            "deed: Trồng cây\nphoto: {alt: Hình vẽ để đo, drawing: true}\n",
            encoding="utf-8",
        )


def _grain() -> Image.Image:
    """Noise in patches, the same every time (Pillow's own differs from run to run)."""
    bits = bytearray()
    number = 12345
    for _ in range(512 * 512):
        number = (number * 1103515245 + 12345) % 2**31
        bits.append(number >> 23 & 0xFF)
    patch = Image.frombytes("L", (512, 512), bytes(bits)).filter(ImageFilter.GaussianBlur(0.8))
    whole = Image.new("L", _SIZE)
    for left in range(0, _SIZE[0], 512):
        for top in range(0, _SIZE[1], 512):
            whole.paste(patch, (left, top))
    return whole


def _process(what: str, folder: Path, photos: int) -> tuple[float, float, float]:
    """Wall seconds, seconds of all cores, MB; in a process of its own, or a child would count its parent's memory."""
    command = [sys.executable, __file__, "--only", what, "--folder", str(folder), "--photos", str(photos)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1]), float(said[2])


def _measure(what: str, folder: Path, photos: int) -> None:
    start = time.perf_counter()
    if what == "make":
        make_photos(folder / "content", photos)
    elif what == "generator":
        _generator(folder)
    else:
        _peer(folder)
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _generator(folder: Path) -> None:
    content, _ = read_content(folder / "content")
    cache = folder / "cache"
    if check_photos(content, cache):
        raise SystemExit("the made-up photographs should be sound")
    derive_photos(content, content.of("exemplars").values(), cache)


def _peer(folder: Path) -> None:
    out = folder / "peer"
    out.mkdir()
    for file in sorted((folder / "content" / "exemplars").glob("*.jpg")):
        with Image.open(file) as image:
            height = round(image.height * 1280 / image.width)
            image.resize((1280, height)).save(out / file.name, quality=80)


if __name__ == "__main__":
    main()
