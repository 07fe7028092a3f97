"""How long the generator takes for many honours, beside a peer measured in the same run.

The peer is the least any YAML generator must do: PyYAML's C loader reads the same files and writes one line for each.
Each figure is a process of its own, so that memory is its own too.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402 - the path above makes the project's own modules importable

from benchmarks.synthetic import make_content  # noqa: E402
from generator.build import make_pages  # noqa: E402
from generator.publishing import Layout  # noqa: E402

AS_OF = date(2026, 11, 22)


def main() -> None:
    """Prints a line for each size, and how the largest compares with the smallest and with the peer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--only", choices=("generator", "peer"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        _measure(options.only, options.folder)
        return
    seconds: dict[int, float] = {}
    print(f"{'exemplars':>10} {'generator s':>12} {'MB':>6} {'again s':>8} {'peer s':>8} {'ratio':>6}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_content(ROOT / "content", folder / "content", size)
            first, memory = _process("generator", folder)
            again, _ = _process("generator", folder)
            peer, _ = _process("peer", folder)
        seconds[size] = first
        print(f"{size:>10} {first:>12.2f} {memory:>6.0f} {again:>8.2f} {peer:>8.2f} {first / peer:>6.1f}")
    small, large = options.sizes[0], options.sizes[-1]
    if large > small:
        print(f"{large} cost {seconds[large] / seconds[small]:.1f} times {small} ({large / small:.0f} times as many)")


def _process(what: str, folder: Path) -> tuple[float, float]:
    command = [sys.executable, __file__, "--only", what, "--folder", str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1])


def _measure(what: str, folder: Path) -> None:
    start = time.perf_counter()
    if what == "generator":
        make_pages(Layout(ROOT, folder / "content", folder / "build"), AS_OF)
    else:
        _peer(folder)
    print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _peer(folder: Path) -> None:
    out = folder / "peer"
    out.mkdir()
    for file in (folder / "content").rglob("*.yml"):
        record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only, our own files
        name = "-".join(file.relative_to(folder).with_suffix(".md").parts)
        (out / name).write_text(f"# {record.get('name') or record.get('number')}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
