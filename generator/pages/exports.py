"""The files made of a plan that readers take away, in the words of their links: ``Tải về (Word, 120 KB)``.

The bytes are made above the pages, which are only told what there is and how large it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.addresses import Address
from generator.pages.downloads import size_words
from generator.pages.news import Feed

CONVERSION = "Bản chuyển đổi để tra cứu, lập từ dữ liệu của chuyên trang; bản có chữ ký, con dấu là bản có giá trị."


@dataclass(frozen=True)
class Export:
    """A file to take away: its type in words, where it stands, its size in bytes, its media type."""

    name: str
    address: Address
    size: int
    media_type: str

    @property
    def words(self) -> str:
        """The type and the size: ``Word, 120 KB``."""
        return f"{self.name}, {size_words(self.size)}"


class DataExport(NamedTuple):
    """A file of open data, with what it holds in words."""

    title: str
    export: Export


@dataclass(frozen=True)
class Exports:
    """What there is to take away: of each plan, its signed original, the calendars, the feeds, the open data.

    ``calendar`` is that of the plan now in use, ``calendars`` those of the organisations that have a dated task in it.
    ``form`` is the sheet to tell of a good deed, as PDF and as Word.
    """

    plans: Mapping[str, tuple[Export, ...]] = field(default_factory=dict)
    signed: Mapping[str, Export] = field(default_factory=dict)
    calendar: Export | None = None
    calendars: Mapping[str, Export] = field(default_factory=dict)
    feeds: tuple[Feed, ...] = ()
    data: tuple[DataExport, ...] = ()
    form: tuple[Export, ...] = ()
