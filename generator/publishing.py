"""Files to a published site: writes what changed, removes what is gone, runs MkDocs and the indexer, swaps the site in.

The only module that knows MkDocs. MkDocs is given ready Markdown on disk, so that another engine can take its place.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search_index import IndexingFailed, make_index
from generator.workers import for_each

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner says nothing to an editor

_MARK = ".portal"
_MARK_TEXT = "Thư mục này do lệnh portal build tạo. Mỗi lần dựng, cả thư mục được thay bằng bản mới.\n"
_KEPT = {".gitignore"}
_WORTH_A_PROCESS = 500
"""Files: fewer are made and written before another process has started."""

_UNLOADED = ("assets/images", "assets/javascripts", "assets/stylesheets/palette.*", "assets/stylesheets/*.map")
"""What Material lays into every site and no page of ours loads: two megabytes to copy, and to search for a name."""

Bytes = bytes | Callable[[], bytes]
"""What a file holds, or the function that makes it when it is written."""


@dataclass(frozen=True)
class Layout:
    """Where things lie: the project's root, the content, and the folder to work in (``build/`` unless told)."""

    root: Path
    content: Path
    work_folder: Path | None = None

    @property
    def work(self) -> Path:
        """The folder for what is made on the way."""
        return self.work_folder or self.root / "build"

    @property
    def templates(self) -> Path:
        """Jinja templates."""
        return self.root / "site_templates"

    @property
    def markdown(self) -> Path:
        """The generated Markdown, MkDocs' ``docs_dir``."""
        return self.work / "markdown"

    @property
    def photo_cache(self) -> Path:
        """Derived pictures."""
        return self.work / "photos"

    @property
    def photo_manifest(self) -> Path:
        """From which records each derived picture was made."""
        return self.work / "photos.json"

    @property
    def card_cache(self) -> Path:
        """Cards for shared links."""
        return self.work / "cards"

    @property
    def card_manifest(self) -> Path:
        """Which record's picture each card holds."""
        return self.work / "cards.json"

    @property
    def config(self) -> Path:
        """MkDocs' configuration."""
        return self.root / "mkdocs.yml"


@dataclass(frozen=True)
class Frame:
    """What MkDocs must know of the portal: its name, address, description, and the values of the theme's frame."""

    site_name: str
    site_address: str
    description: str
    values: Mapping[str, Any]


class PublishingFailed(Exception):
    """The site could not be published; the sentence says why, and the site that was there stays."""


def write_files(files: Mapping[str, Bytes], folder: Path) -> tuple[int, int]:
    """Makes the folder hold just these files; returns how many changed and how many went. Same bytes are not rewritten.

    Whichever process makes a file's bytes writes them, too: handing them over costs a twentieth of a build.
    Raises ValueError for a path that would lead out of the folder or names no file, before anything is written.
    """
    root = folder.resolve()
    _refuse_outside(files, root)
    gone = _present(root) - files.keys() - _KEPT
    for path in gone:
        (root / path).unlink()
    for parent in {path.rpartition("/")[0] for path in files}:
        (root / parent).mkdir(parents=True, exist_ok=True)
    changed = sum(for_each(lambda path: _write(f"{root}/{path}", files[path]), tuple(files), _WORTH_A_PROCESS))
    for below, _, _ in os.walk(root, topdown=False):
        if Path(below) != root and not any(Path(below).iterdir()):
            Path(below).rmdir()
    return changed, len(gone)


def _refuse_outside(paths: Iterable[str], root: Path) -> None:
    """Raises ValueError; a folder is resolved once, however many files it takes."""
    outside: dict[str, bool] = {}
    for path in paths:
        parent, _, name = path.rpartition("/")
        if parent not in outside:
            outside[parent] = not (root / parent).resolve().is_relative_to(root)
        windows = "\\" in path or ":" in path  # there these part folders and drives
        if outside[parent] or name in {"", ".", ".."} or path.startswith("/") or windows:
            raise ValueError(f"a page would be written outside the folder: {path}")


def _present(root: Path) -> set[str]:
    """The paths below the folder of all files that are there, in the form of addresses."""
    found: set[str] = set()
    for folder, _, names in os.walk(root):
        below = Path(folder).relative_to(root).as_posix()
        found.update(names if below == "." else (f"{below}/{name}" for name in names))
    return found


def configure(config: Any, frame: Frame) -> None:
    """Gives a MkDocs configuration what the content says of the portal."""
    config.site_name = frame.site_name
    config.site_url = f"{frame.site_address.rstrip('/')}/"
    config.site_description = frame.description
    config.extra["portal"] = dict(frame.values)


def publish(layout: Layout, frame: Frame, site: Path, complete: Callable[[Path], object] | None = None) -> None:
    """Builds the site beside the folder and swaps it in. Raises PublishingFailed; the old site survives.

    ``complete`` is given the folder of the new site to add to it what no page is.
    """
    site = site.resolve()
    _refuse_foreign(layout, site)
    with only_one(site.with_name(f".{site.name}.lock")):
        # names that nobody gives a folder of their own: what is found there is deleted
        new, old = site.with_name(f".{site.name}.portal-new"), site.with_name(f".{site.name}.portal-old")
        if not site.exists() and old.exists():
            old.rename(site)  # a run was killed between the two renames below
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        try:
            _run_mkdocs(layout, frame, new)
            if complete is not None:
                complete(new)
            _index(new)
            (new / _MARK).write_text(_MARK_TEXT, encoding="utf-8")
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        if site.exists():
            site.rename(old)
        new.rename(site)
        shutil.rmtree(old, ignore_errors=True)


def drop_unloaded(site: Path) -> None:
    """Takes out of a site just built the engine's files that no page loads."""
    for found in (one for pattern in _UNLOADED for one in site.glob(pattern)):
        if found.is_dir():
            shutil.rmtree(found)
        else:
            found.unlink()


def _write(file: str, made: Bytes) -> bool:
    """Whether the file changed; one of another size is not read first."""
    data = made if isinstance(made, bytes) else made()
    try:
        there = os.lstat(file)
    except FileNotFoundError:
        there = None
    if there is not None:
        if stat.S_ISDIR(there.st_mode):
            shutil.rmtree(file)
        elif not stat.S_ISREG(there.st_mode):
            Path(file).unlink()
        elif there.st_size == len(data) and Path(file).read_bytes() == data:
            return False
    # a file cut short by a killed run differs next time and is written again
    with open(file, "wb") as opened:  # noqa: PTH123 - a Path for each of ten thousand files costs half as much again
        opened.write(data)
    return True


def _run_mkdocs(layout: Layout, frame: Frame, site: Path) -> None:
    """Runs MkDocs on the Markdown, strictly: a warning of its own is a failure of ours."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    said = _Said()
    log = logging.getLogger("mkdocs")
    log.addHandler(said)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        config = load_config(
            str(layout.config), docs_dir=str(layout.markdown), site_dir=str(site), hooks=[], strict=True
        )
        configure(config, frame)
        build(config)
    except (MkDocsException, SystemExit) as error:
        raise PublishingFailed("MkDocs không dựng được trang:\n" + "\n".join([*said.lines, str(error)])) from error
    finally:
        log.removeHandler(said)


def _index(site: Path) -> None:
    try:
        make_index(site)
    except IndexingFailed as error:
        raise PublishingFailed(f"Pagefind không lập được chỉ mục tìm kiếm:\n{error}") from error


class _Said(logging.Handler):
    """Keeps the warnings MkDocs gives."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _refuse_foreign(layout: Layout, site: Path) -> None:
    """Refuses a folder that holds something else than a site of ours: it would be deleted."""
    sources = [place.resolve() for place in (layout.content, layout.markdown, layout.templates)]
    holds = any(place.is_relative_to(site) for place in (layout.root.resolve(), *sources))
    if holds or any(site.is_relative_to(place) for place in sources):
        raise PublishingFailed(f"thư mục {site} chứa nguồn của chuyên trang; chọn thư mục khác cho --site")
    if site.exists() and not site.is_dir():
        raise PublishingFailed(f"{site} không phải thư mục thường; chọn thư mục khác cho --site")
    if site.exists() and any(site.iterdir()) and not (site / _MARK).exists():
        raise PublishingFailed(
            f"thư mục {site} đang chứa thứ khác, không phải trang do portal dựng; chọn thư mục trống hoặc mới"
        )


@contextlib.contextmanager
def only_one(lock_file: Path) -> Iterator[None]:
    """Holds a lock, so that two runs at once cannot mix; it falls with the process. Raises PublishingFailed."""
    lock_file.parent.mkdir(parents=True, exist_ok=True)
    with lock_file.open("a+") as lock:
        try:
            _lock(lock.fileno())
        except OSError:
            raise PublishingFailed("một lần dựng khác đang chạy; đợi nó xong rồi chạy lại") from None
        yield


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
