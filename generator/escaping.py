"""Text made safe for each place it can stand in: a block, the middle of a line, an attribute.

Markdown, HTML and attribute lists act on the same few characters; a character reference takes the action away and keeps
the look, in text and in quoted attributes alike. References stand only where something would act, so that the generated
Markdown stays readable.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup


class Markdown(Markup):
    """Text that is Markdown already: templates print it as it is, as they do what their own macros made."""

    __slots__ = ()
    if not TYPE_CHECKING:
        __new__ = str.__new__  # it is made of text alone; what else Markup looks for takes twice as long


# acts anywhere in a line; at its end, number signs would be taken for the end of a heading, and a link behind an
# exclamation mark for a picture
_ACTIVE = re.compile(r"[&<>\"`*_\[\]{}\\|~]|#(?=[#\s]*$)|!$")
_SPACES = re.compile(r"\s\s+|[^\S ]")  # a single space, which stays, is not met: a third of the time
# acts at the start of a block: numbered items, headings, quotes, items, rules, definitions, admonitions
_OPENING = re.compile(r"\s*(?:(\d+)([.)])(?=\s|$)|([#>+\-=:?!]))")
_ACTIVE_IN_TARGET = re.compile(r"[&<>\"`\[\]{}\\|]")
_BLANK_LINES = re.compile("\n\n\n+")  # written out it begins with a text to look for, which is a quarter of the time
LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
"""A link in an editor's prose: its words, its target."""


@lru_cache(maxsize=50_000)  # names, labels and bodies recur on thousands of pages
def escape(text: str) -> Markdown:
    """The text, on one line, so that it shows as typed at the start of a block, in a line, in HTML, in an attribute."""
    return Markdown(escape_opening(_ACTIVE.sub(_refer, _SPACES.sub(" ", text))))


@lru_cache(maxsize=50_000)
def inline(text: str) -> Markdown:
    """The text, on one line, escaped for the middle of a line; a space at either end stays."""
    return Markdown(_ACTIVE.sub(_refer, _SPACES.sub(" ", text)))


def escape_opening(text: str) -> str:
    """Escaped text made safe for the start of a block."""
    match = _OPENING.match(text)
    return _refer_opening(match) + text[match.end() :] if match else text


def escape_target(target: str) -> str:
    """The target of a Markdown link, so that it ends where it ends."""
    return _ACTIVE_IN_TARGET.sub(_refer, target)


def without_blank_lines(text: str) -> str:
    """The text with one blank line where there were several, and none at its ends."""
    return _BLANK_LINES.sub("\n\n", text.strip())


def _refer(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _refer_opening(match: re.Match[str]) -> str:
    if match[3]:
        return f"&#{ord(match[3])};"
    return f"{match[1]}&#{ord(match[2])};"
