"""What the head of a page tells machines: how it looks when it is shared, and what it is in schema.org's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

Thing = Mapping[str, Any]
"""A thing in schema.org's words, as JSON-LD holds it, without its ``@context``."""


class Head(NamedTuple):
    """What a page's head holds beyond its title and description.

    ``title`` and ``description`` are what a shared link says, where that is not the page's own: who may be named on the
    page may not want to be named elsewhere. ``card`` is the path of the picture that goes with it, ``alt`` what that
    says; without one it is the card of the page's kind. ``thing`` is what the page is about,
    ``feed`` the path of its own feed as Atom.
    """

    title: str = ""
    description: str = ""
    card: str = ""
    alt: str = ""
    thing: Thing | None = None
    feed: str = ""


PLAIN = Head()
"""The head of a page of which there is nothing to say that its title and description do not."""
