"""The figures this project promises, beside their targets; always ends with 0: a busy machine is no failure.

What others do on the machine can only make a run slower, so the fastest of several by the clock tells what the
generator takes, and the slowest stands beside it; processor time, which others touch less, is the runs' median.

How long the generator takes for many honours is told beside a peer measured in the same run: the least any YAML
generator must do, PyYAML's C loader reading the same files and writing one line for each. Each run is a process of its
own, so that memory is its own too.
"""

from __future__ import annotations

import argparse
import logging
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import yaml  # noqa: E402 - the path above makes the project's own modules importable
from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402

from benchmarks import cards, photos, plan, plan_page, search, workbook  # noqa: E402
from benchmarks.figures import Line, print_lines  # noqa: E402
from benchmarks.synthetic import ROWS, make_content  # noqa: E402
from generator.build import make_pages  # noqa: E402
from generator.publishing import Frame, Layout, configure  # noqa: E402

AS_OF = date(2026, 11, 22)
OTHERS: tuple[Callable[[], list[Line]], ...] = (
    photos.measure,
    cards.measure,
    workbook.measure,
    plan.measure,
    plan_page.measure,
    search.measure,
)
"""The figures of other parts, each told by a module's own ``measure()``."""


@dataclass(frozen=True)
class Run:
    """What one run took: seconds by the clock, seconds of all processors, the most megabytes held at once."""

    seconds: float
    processor: float
    megabytes: float


_TIMES = 3
"""Runs of each size."""
_ROOM = 1_000_000_000
"""Bytes: 10,000 exemplars, their pages and the photographs take a tenth."""
_MOST_SECONDS, _MOST_MEGABYTES, _MOST_GROWTH, _MOST_KILOBYTES = 8, 600, 1.1, 150


def main() -> None:
    """Prints every figure as it is known."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--only", choices=("generator", "peer"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        _work(options.only, options.folder)
        return
    runs: dict[int, Run] = {}
    with tempfile.TemporaryDirectory(dir=_fast_folder()) as name:
        folder = Path(name)
        print(f"in {folder.parent}")
        frame = make_pages(Layout(ROOT, ROOT / "content", folder / "real"), AS_OF).frame
        for size in options.sizes:
            lines, runs[size] = _honours(size, folder / str(size), frame)
            print_lines(lines)
        small, large = options.sizes[0], options.sizes[-1]
        if large > small:
            most = _MOST_GROWTH * large / small
            what = f"{large:,} against {small:,} exemplars"
            print_lines(
                [
                    Line(f"{what}: time", runs[large].seconds / runs[small].seconds, "times", most),
                    Line(f"{what}: processor time", runs[large].processor / runs[small].processor, "times", most),
                ]
            )
        for measure in OTHERS:
            print_lines(measure())


def _fast_folder() -> Path | None:
    """Linux's folder in memory, where it has room: what is measured is the generator and not the state of the disk.

    ext4 passes over inodes that were freed in the last minutes: after a test run 11,000 new files took 4 s of the
    kernel's time instead of 0.3.
    """
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


def _honours(size: int, folder: Path, frame: Frame) -> tuple[list[Line], Run]:
    """The figures of one number of exemplars, and its typical run; the targets of time and memory hold for 10,000."""
    make_content(ROOT / "content", folder / "content", size)
    runs, peers = [], []
    for _ in range(_TIMES):  # in turn, so that a slow minute of the machine meets both
        shutil.rmtree(folder / "build", ignore_errors=True)
        runs.append(_run("generator", folder))
        peers.append(_run("peer", folder))
    first, peer, again = _typical(runs), _typical(peers), _run("generator", folder)
    seconds, megabytes = (_MOST_SECONDS, _MOST_MEGABYTES) if size >= 10_000 else (None, None)
    what = f"{size:,} exemplars, {-(-size // ROWS)} decisions"
    return [
        Line(f"{what}: content to Markdown", first.seconds, "s", seconds, first.seconds / peer.seconds),
        Line(f"{what}: the slowest of {_TIMES} runs", max(run.seconds for run in runs), "s"),
        Line(f"{what}: processor time of it", first.processor, "s", None, first.processor / peer.processor),
        Line(f"{what}: the same again, unchanged", again.seconds, "s", None, again.seconds / peer.seconds),
        Line(f"{what}: memory of all processes", first.megabytes, "MB", megabytes),
        Line(f"{what}: the gallery's first page", _gallery(folder, frame) / 1_000, "KB", _MOST_KILOBYTES),
    ], first


def _typical(runs: Sequence[Run]) -> Run:
    """Of several runs the least time by the clock, the median of processor time, the most memory."""
    seconds, processor, megabytes = zip(*((run.seconds, run.processor, run.megabytes) for run in runs), strict=True)
    return Run(min(seconds), statistics.median(processor), max(megabytes))


def _run(what: str, folder: Path) -> Run:
    """The work done in a process of its own; the processes it starts are counted in."""
    command = [sys.executable, __file__, "--only", what, "--folder", str(folder)]
    held = 0.0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            held = max(held, _held(process.pid))
            time.sleep(0.1)
        seconds, processor, most = map(float, process.communicate()[0].split())
    return Run(seconds, processor, held or most)


def _held(number: int) -> float:
    """The megabytes a process and those it started hold, what they share counted once; 0 where Linux does not tell."""
    try:
        parts = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii").split()
        started = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    own = int(parts[parts.index("Pss:") + 1]) / 1024 if "Pss:" in parts else 0.0
    return own + sum(_held(int(other)) for other in started)


def _work(what: str, folder: Path) -> None:
    """Prints the seconds by the clock, the seconds of all processors, the most megabytes of this process."""
    start, before = time.perf_counter(), _processor_seconds()
    if what == "generator":
        make_pages(Layout(ROOT, folder / "content", folder / "build"), AS_OF)
    else:
        _peer(folder)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.perf_counter() - start, _processor_seconds() - before, most)


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peer(folder: Path) -> None:
    out = folder / "peer"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    for file in (folder / "content").rglob("*.yml"):
        record = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 - text only, our own files
        name = "-".join(file.relative_to(folder).with_suffix(".md").parts)
        (out / name).write_text(f"# {record.get('name') or record.get('number')}\n", encoding="utf-8")


def _gallery(folder: Path, frame: Frame) -> int:
    """The bytes of the gallery's first page as HTML, made by MkDocs from that page alone."""
    page, docs, site = Path("guong/index.md"), folder / "docs", folder / "site"
    (docs / page).parent.mkdir(parents=True)
    (docs / page).write_bytes((folder / "build" / "markdown" / page).read_bytes())
    logging.disable(logging.WARNING)  # the pages it links to are not there
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), hooks=[], strict=False)
    configure(config, frame)
    build(config)
    return (site / page.with_suffix(".html")).stat().st_size


if __name__ == "__main__":
    main()
