"""Cards for shared links as files of the site: drawn many at a time, kept by the hash of all that went into them.

They are laid into the built site, outside the generated Markdown, because ten thousand of them take minutes the first
time; after that only what changed is drawn. What no page needs any more leaves the cache with the next build.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path

import typst

from generator.exporters.card_picture import finished
from generator.exporters.typeface import FOLDER, drawable
from generator.pages.cards import ShareCard
from generator.sealed import clear, recall, remember

_TEMPLATE = Path(__file__).with_name("papers") / "card.typ"
_AT_ONCE = 16
"""Cards of one run of Typst: each page takes 3 MB until it is written."""
_WORKERS = min(4, os.cpu_count() or 1)


def lay_cards(cards: Sequence[ShareCard], pictures: Path, kept: Path, manifest: Path, site: Path) -> int:
    """Lays the cards into the site; returns how many had to be drawn.

    ``pictures`` is the folder of the generated pages and pictures, ``kept`` the cache. The manifest, beside the site,
    says which record's picture each card holds, for the proof that somebody was taken down.
    """
    files = {card.path: kept / _key(card) for card in cards}
    missing = [card for card in cards if recall(files[card.path]) is None]
    batches = [missing[start : start + _AT_ONCE] for start in range(0, len(missing), _AT_ONCE)]
    with ThreadPoolExecutor(_WORKERS) as pool:  # Typst and Pillow let other threads run
        for drawn in pool.map(lambda batch: _draw(batch, pictures), batches):
            for card, data in drawn:
                remember(files[card.path], data)
    for card in cards:
        data = recall(files[card.path]) or dict(_draw([card], pictures))[card]  # where the cache cannot be written
        place = site / card.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    clear(kept, {file.name for file in files.values()})
    _write_manifest(cards, manifest)
    return len(missing)


def _write_manifest(cards: Iterable[ShareCard], file: Path) -> None:
    made_from = {card.path: [card.record] if card.photo else [] for card in cards}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(made_from, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def _draw(cards: Sequence[ShareCard], pictures: Path) -> list[tuple[ShareCard, bytes]]:
    """Each card with the bytes of its file."""
    words = [
        {
            "kick": drawable(card.kick),
            "headline": drawable(card.headline),
            "words": drawable(card.words),
            "note": drawable(card.note),
            "section": drawable(card.section),
            "place": drawable(card.place),
            "photo": bool(card.photo),
        }
        for card in cards
    ]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
    compiler = typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)
    made = compiler.compile(format="png", ppi=72, sys_inputs={"cards": json.dumps(words, ensure_ascii=False)})
    pages = [page for page in (made if isinstance(made, list) else [made]) if page]
    return [
        (card, finished(page, (pictures / card.photo).read_bytes() if card.photo else None, card.keep))
        for card, page in zip(cards, pages, strict=True)
    ]


def _key(card: ShareCard) -> str:
    """The name of the card's file in the cache: whatever would change its bytes changes it."""
    said = json.dumps([*card, *_tools()], ensure_ascii=False)
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.card"


@cache
def _tools() -> tuple[str, ...]:
    """The template and what draws with it."""
    template = hashlib.sha256(_TEMPLATE.read_bytes()).hexdigest()
    return (template, *(version(name) for name in ("pillow", "typst")))
