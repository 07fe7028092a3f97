"""Citations of the law in Vietnamese texts: found, resolved to an instrument, and held against its ``articles``.

``recogniser(content).find(text)`` gives the citations of a text. It is the only way a text is asked which instruments
it names: links, backlinks, exports and checks all rest on it.
"""

from __future__ import annotations

from functools import lru_cache

from generator.citations.articles import article_id, held_by, holds, nearest, paths_of
from generator.citations.links import links_in, with_links
from generator.citations.numbers import key
from generator.citations.paths import Path, Step
from generator.citations.resolution import Citation, Recogniser
from generator.citations.spelling import alike
from generator.content import Content

__all__ = [
    "Citation",
    "Path",
    "Recogniser",
    "Step",
    "article_id",
    "held_by",
    "holds",
    "links_in",
    "nearest",
    "paths_of",
    "recogniser",
    "same_number",
    "with_links",
]


def same_number(number: str) -> str:
    """The number of an instrument, or its name, so spelt that two ways to write it are equal."""
    return key(alike(number))


@lru_cache(maxsize=2)
def recogniser(content: Content) -> Recogniser:
    """The recogniser that knows the instruments and organisations of the content; made once for each reading of it."""
    return Recogniser(
        ((id_, entry.record) for id_, entry in content.of("legislation").items()),
        ((id_, entry.record) for id_, entry in content.of("organisations").items()),
    )
