"""Files to download, in the words of their links: ``Tải về (Word, 120 KB)``."""

from __future__ import annotations

from generator.addresses import Address
from generator.pages.base import Link

_TYPES = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}
_KB, _MB = 1024, 1024 * 1024


def download_link(address: Address, size: int) -> Link:
    """The link to a file of that many bytes, with its type and size."""
    kind = _TYPES["." + address.page.rpartition(".")[2]]
    return Link(f"Tải về ({kind}, {size_words(size)})", address)


def size_words(size: int) -> str:
    """The size of a file as its owner's computer tells it, rounded up: ``120 KB``, ``1,2 MB``."""
    if size < _MB:
        return f"{-(-size // _KB)} KB"
    tenths = -(-size * 10 // _MB)
    return f"{tenths // 10},{tenths % 10} MB"
