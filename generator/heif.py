"""Reads one HEIF picture from standard input, writes it as PNG to standard output: a process of its own.

The decoder is native code that broken bytes can bring down altogether (seen with pi-heif 1.4.0: a segmentation fault).
Here it takes nobody with it. Run as a file, with nothing of the project but this.

Exit code 0: the PNG, upright, with its colour profile and nothing else. 3: larger than the pixels allowed, its width
and height written as text where the decoder says them. Any other: it cannot be read.
"""

from __future__ import annotations

import io
import sys

import pi_heif
from PIL import Image

TOO_LARGE = 3


def main(largest: int) -> int:
    """Reads, judges, writes; returns the exit code."""
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    out = sys.stdout.buffer
    try:
        with Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=("HEIF",)) as image:
            if image.width * image.height > largest:
                out.write(f"{image.width} {image.height}".encode())
                return TOO_LARGE
            image.load()
            image.save(out, "PNG", compress_level=0, icc_profile=image.info.get("icc_profile"), exif=b"")
    except Image.DecompressionBombError:
        return TOO_LARGE
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
