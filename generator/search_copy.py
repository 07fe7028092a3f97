"""What the search index reads of a built site: a copy of the marked parts alone, in a spelling that it can fold.

Pagefind folds a letter by taking its marks off, and ``đ`` has none that Unicode could take: in the copy it is ``ḍ``, a
letter no Vietnamese word has, which folds into ``d`` as ``á`` does into ``a``. (A combining bar would do, too, but then
Pagefind takes the word for two and keeps it twice.) The tone of ``oa``, ``oe``, ``uy`` may stand on either vowel:
``hoà`` is ``hòa`` with U+0336, which Pagefind leaves out of its words and keeps in what it shows. ``js/spelling.js``
reads both back.
"""

from __future__ import annotations

import html
import json
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from generator.workers import for_each

MOVED = "\u0336"
"""Behind a syllable whose tone stood on its last vowel."""
PARTS = "the-parts"
"""Under which the index keeps how each part of an official text is cited."""

_DOTTED, _BARRED = str.maketrans("đĐ", "ḍḌ"), str.maketrans("ḍḌ", "đĐ")
_MARK = " data-pagefind-body"
_MARKED = re.compile(rf"<([a-z][a-z0-9]*)\b[^>]*{_MARK}[\s=>][^<]*")
_TAG = re.compile("(<[^>]*>)")
_CITED = re.compile('<a class="anc" href="#([^"]+)"[^>]* aria-label="([^"]*)"')
_LAST_VOWEL = re.compile(r"(?<![qQ])(?:([oO])([àáảãạèéẻẽẹ])|([uU])([ỳýỷỹỵ]))(?!\w)", re.IGNORECASE)
_HEAVY = 'data-pagefind-body data-pagefind-weight="10"'
"""What a part is called by stands in no text: its words, before the text, let it be found, and first."""
_WORTH_A_PROCESS = 1_000
_PAGE = '<!doctype html><html lang="vi"><title></title><body>{}</body></html>'


def copy_marked(site: Path, folder: Path) -> int:
    """Writes the marked parts of the site's pages into the folder, under the same paths; returns of how many pages."""
    pages = [f"{below}/{name}" for below, _, names in os.walk(site) for name in names if name.endswith(".html")]
    root, to = len(str(site)), str(folder)  # texts: a site has many pages, and paths are slow to make
    return sum(for_each(lambda page: _copied(Path(page), Path(to + page[root:])), sorted(pages), _WORTH_A_PROCESS))


def spelled(text: str) -> str:
    """The text as the index reads it: ``Đỗ`` as ``Ḍỗ``, ``hoà`` as ``hòa`` with U+0336."""
    return _LAST_VOWEL.sub(_moved, text).translate(_DOTTED)


def unspelled(text: str) -> str:
    """The text as it was before ``spelled``."""
    text = text.translate(_BARRED)
    return _SPELLED_VOWELS.sub(_moved_back, text) if MOVED in text else text


def _copied(page: Path, copy: Path) -> bool:
    data = page.read_bytes()
    if _MARK.encode() not in data:
        return False
    parts = list(marked_parts(data.decode()))
    cited = {match[1]: html.unescape(match[2]) for part in parts for match in _CITED.finditer(part)}
    if cited:
        words = html.escape(json.dumps(cited, ensure_ascii=False, separators=(",", ":")))
        names = " ".join(dict.fromkeys(" ".join(cited.values()).split()))
        parts.insert(0, f"<p {_HEAVY}>{html.escape(names)}</p>")
        parts.append(f'<data value="{words}" data-pagefind-filter="{PARTS}[value]"></data>')
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(_PAGE.format("".join(map(_spelled_text, parts))).encode())
    return True


def marked_parts(page: str) -> Iterator[str]:
    """The elements that carry ``data-pagefind-body``, whole and in order; one inside another comes once."""
    at = 0
    while (mark := page.find(_MARK, at)) >= 0:
        start = page.rfind("<", at, mark)
        opening = _MARKED.match(page, start) if start >= 0 else None
        at = _end(page, opening) if opening else mark + 1
        if opening:
            yield page[start:at]


def _end(page: str, opening: re.Match[str]) -> int:
    """Where the element that is opened there ends."""
    open_ = 1
    for tag in _tags_of(opening[1]).finditer(page, opening.start() + 1):
        open_ += -1 if tag[1] else 1
        if not open_:
            return tag.end()
    return len(page)


@lru_cache(maxsize=20)
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")


def _spelled_text(part: str) -> str:
    """The part with its text spelled and the cells of its tables apart; what stands in tags stays."""
    pieces = _TAG.split(part.replace("</td>", "</td> ").replace("</th>", "</th> "))
    pieces[::2] = map(spelled, pieces[::2])
    return "".join(pieces)


def _moved(match: re.Match[str]) -> str:
    first, last = match[1] or match[3], unicodedata.normalize("NFD", match[2] or match[4])
    return unicodedata.normalize("NFC", first + last[1:]) + last[0] + MOVED


_SPELLED_VOWELS = re.compile(f"([òóỏõọùúủũụ])([aey]){MOVED}", re.IGNORECASE)


def _moved_back(match: re.Match[str]) -> str:
    first = unicodedata.normalize("NFD", match[1])
    return first[0] + unicodedata.normalize("NFC", match[2] + first[1:])
