"""A feed and an entry of it, as the pages and the files of feeds know them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator import addresses
from generator.addresses import Address


class News(NamedTuple):
    """One entry: its ``id`` never changes, ``kind`` is its sort in words, the days come from the record."""

    id: str
    kind: str
    title: str
    summary: str
    address: Address
    published: date
    updated: date
    sample: bool


class Feed(NamedTuple):
    """A feed: ``name`` is its id and its file's, ``page`` the page it follows, the newest entry first."""

    name: str
    title: str
    about: str
    page: Address
    news: tuple[News, ...]

    @property
    def atom(self) -> Address:
        """Where it stands as Atom."""
        return addresses.feed(self.name, "xml")

    @property
    def json(self) -> Address:
        """Where it stands as JSON Feed."""
        return addresses.feed(self.name, "json")
