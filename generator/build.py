"""The whole flow on one screen: read, check, gather pages, render, write, publish.

Everything is gathered and checked before the first byte is written; after the checks nothing fails for the editor's
sake.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from generator import addresses
from generator.catalogue import Catalogue
from generator.checks import begin_words, check_records
from generator.content import Content, read_content
from generator.exporters.cards import lay_cards
from generator.exporters.site_exports import site_exports
from generator.folder import PUBLISHED
from generator.pages import all_pages
from generator.pages.base import Page
from generator.pages.cards import ShareCard
from generator.pages.exports import Exports
from generator.pages.frame import frame, site_name
from generator.pages.sharing import share_cards
from generator.photos import check_photos, derive_photos, write_manifest
from generator.problems import ContentInvalid, Problem, errors
from generator.published import addresses_of, check_addresses, write_addresses
from generator.publishing import Bytes, Frame, Layout, drop_unloaded, only_one, publish, write_files
from generator.rendering import Renderer
from generator.workers import beside


@contextmanager
def _uncollected() -> Iterator[None]:
    """Python's garbage collector rests: what a run makes lives to its end, and looking through it takes a fifth."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@dataclass(frozen=True)
class Built:
    """What a run made: how many pages, how many files changed and went, the warnings it met.

    ``cards`` gives the words of the cards of the pages.
    ``unlisted`` counts the addresses that ``addresses.txt`` does not have yet; 0 where there is no such file.
    """

    pages: int
    changed: int
    removed: int
    warnings: tuple[Problem, ...]
    frame: Frame
    cards: Callable[[], Sequence[ShareCard]]
    unlisted: int = 0


@_uncollected()
def check(
    content_folder: Path, as_of: date, photo_cache: Path | None = None, *, passing: Collection[str] = ()
) -> tuple[Content, tuple[Problem, ...]]:
    """The content and its warnings. Raises ContentInvalid with every problem when one of them is an error.

    ``photo_cache`` remembers which photographs are sound, so that they are not opened again. What the rules named in
    ``passing`` find stops nothing: it is told and passes.
    """
    content, problems, words = _begin(content_folder, as_of, photo_cache)
    problems += words()
    if (content_folder / PUBLISHED).exists() and not _stopping(problems, passing):
        catalogue = Catalogue(content, as_of)
        problems += check_addresses(catalogue, _addresses(catalogue, _bare_pages(catalogue)))[0]
    return content, _passed(problems, passing)


@_uncollected()
def list_addresses(content_folder: Path, as_of: date) -> tuple[int, int]:
    """Adds the new addresses to ``addresses.txt``; returns how many it has and how many of them are new.

    Raises ContentInvalid when the content is not sound; a lost address does not stop it.
    """
    content, problems, words = _begin(content_folder, as_of, None)
    _passed([*problems, *words()], ())
    catalogue = Catalogue(content, as_of)
    return write_addresses(catalogue, _addresses(catalogue, _bare_pages(catalogue)))


@_uncollected()
def make_pages(layout: Layout, as_of: date, *, passing: Collection[str] = ()) -> Built:
    """Writes the Markdown pages of the content as of the day. Raises ContentInvalid, having written nothing.

    While templates are compiled and pages gathered, other processes go on with the rules of words and make the files to
    take away.
    """
    content, problems, words = _begin(layout.content, as_of, layout.photo_cache)
    if _stopping(problems, passing):
        _passed([*problems, *words()], passing)
    catalogue = Catalogue(content, as_of)
    derived = derive_photos(content, catalogue.honours.pictured, layout.photo_cache)
    exports = cache(beside(partial(site_exports, catalogue), worth_it=content.is_large))
    pictures = {key: one.picture for key, one in derived.items()}
    renderer = Renderer(layout.templates)
    pages = all_pages(catalogue, pictures, lambda: exports().told)
    lost, unlisted = check_addresses(catalogue, _addresses(catalogue, pages))
    warnings = _passed([*problems, *words(), *lost], passing)
    files: dict[str, Bytes] = {page.address.page: partial(renderer.encoded, page) for page in pages}
    for one in derived.values():
        files.update(one.files)
    files.update(_scans(catalogue))
    files.update(_attached(catalogue))
    files.update(exports().files)
    changed, removed = write_files(files, layout.markdown)
    write_manifest(derived, layout.photo_manifest)
    cards = partial(share_cards, catalogue, pictures)
    return Built(len(pages), changed, removed, warnings, _frame(catalogue), cards, unlisted)


def _bare_pages(catalogue: Catalogue) -> list[Page]:
    """The pages for their addresses alone: without pictures, without files to take away."""
    return all_pages(catalogue, {}, Exports)


def build_site(layout: Layout, as_of: date, site: Path, *, passing: Collection[str] = ()) -> Built:
    """Makes the pages and publishes the site into the folder; what is there stays until the new site is whole."""
    with only_one(layout.work / ".lock"):
        built = make_pages(layout, as_of, passing=passing)
        publish(layout, built.frame, site, partial(complete, layout, built))
    return built


def complete(layout: Layout, built: Built, site: Path) -> None:
    """Takes out of the site that the engine built what no page loads, adds what is no page: cards of shared links."""
    drop_unloaded(site)
    lay_cards(built.cards(), layout.markdown, layout.card_cache, layout.card_manifest, site)


def _begin(
    content_folder: Path, as_of: date, photo_cache: Path | None
) -> tuple[Content, list[Problem], Callable[[], list[Problem]]]:
    """The content, the problems of its records and photographs, and the function that waits for those of its words."""
    content, problems = read_content(content_folder)
    if not content_folder.is_dir():
        return content, problems, list
    words = begin_words(content, as_of)
    return content, [*problems, *check_records(content, as_of), *check_photos(content, photo_cache)], words


def _stopping(problems: Iterable[Problem], passing: Collection[str]) -> bool:
    return any(problem.rule not in passing for problem in errors(problems))


def _passed(problems: Iterable[Problem], passing: Collection[str]) -> tuple[Problem, ...]:
    """The problems in order, each once. Raises ContentInvalid where one of them stops the build."""
    found = sorted(set(problems))
    if _stopping(found, passing):
        raise ContentInvalid(found)
    return tuple(found)


def _addresses(catalogue: Catalogue, pages: Iterable[Page]) -> frozenset[str]:
    return addresses_of(catalogue, (page.address.page for page in pages))


def _scans(catalogue: Catalogue) -> dict[str, bytes]:
    """The scans of decisions that may be read, by path."""
    may_be_read = (entry for entry in catalogue.honours.decisions if catalogue.honours.scan_may_be_read(entry))
    return {addresses.scan(entry.id).page: catalogue.content.scans[entry.id].read_bytes() for entry in may_be_read}


def _attached(catalogue: Catalogue) -> dict[str, bytes]:
    """The files of published documents, by path; no other leaves the content folder."""
    return {
        addresses.document_file(entry.id, file.suffix.lower()).page: file.read_bytes()
        for entry in catalogue.honours.documents
        for file in catalogue.content.attached.get(entry.id, ())
    }


def _frame(catalogue: Catalogue) -> Frame:
    values: Mapping[str, object] = frame(catalogue)
    return Frame(site_name(catalogue), catalogue.portal.site_address, catalogue.portal.summary, dict(values))
