"""Any file of a published site as texts that can be searched: unpacked, decoded, as typed and as read.

A name may lie in a gzip-packed search fragment, a Word file, a PDF, behind entities, percent signs or JSON escapes, or
be split by tags. Everything here is bounded: what would unpack to more than ``MAX_BYTES``, or nests deeper than
``MAX_DEPTH``, is refused and told as unreadable.
"""

from __future__ import annotations

import gzip
import html
import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.search_copy import unspelled
from generator.zip_faults import ZIP_FAULTS

MAX_BYTES = 200_000_000
MAX_DEPTH = 4
MAX_MEMBERS = 10_000
MAX_PDF_PAGES = 2_000

_PAGEFIND = b"pagefind_dcd"
_PDF_FAULTS = (
    PyPdfError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OSError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    zlib.error,
)  # fmt: skip - a damaged PDF makes pypdf stumble anywhere
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_UNICODE_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4})+")
_SHORT_ESCAPES = re.compile(r'\\([nrtbf/"\\])')
_FOLDED_LINE = re.compile(r"\r?\n[ \t]")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it finds odd in a file is told by this module


@dataclass(frozen=True)
class Reading:
    """One way to read a file or a member of it; ``loose`` where words may be glued to what is no text."""

    where: str
    text: str
    loose: bool = False


@dataclass(frozen=True, order=True)
class Unreadable:
    """A file, or a member of one, that no program here can read; ``damaged`` where it should have been readable."""

    where: str
    why: str
    damaged: bool = True


def readings(where: str, data: bytes, depth: int = 0) -> Iterator[Reading | Unreadable]:
    """Every way to read the bytes; files are known by what they hold, not by their names."""
    if depth > MAX_DEPTH:
        yield Unreadable(where, "nén lồng nhau quá nhiều lớp")
    elif data.startswith(b"\x1f\x8b"):
        yield from _gzip(where, data, depth)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(where, data, depth)
    elif b"%PDF-" in data[:1024]:
        yield from _pdf(where, data)
    elif data.startswith(_PAGEFIND):
        yield from _pagefind(where, data.removeprefix(_PAGEFIND))
    else:
        yield from _text(where, data)


def _gzip(where: str, data: bytes, depth: int) -> Iterator[Reading | Unreadable]:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            inner = packed.read(MAX_BYTES + 1)
    except ZIP_FAULTS:
        yield Unreadable(where, "tệp nén bị hỏng")
        return
    if len(inner) > MAX_BYTES:
        yield Unreadable(where, "mở ra quá lớn")
        return
    yield from readings(where, inner, depth + 1)


def _zip(where: str, data: bytes, depth: int) -> Iterator[Reading | Unreadable]:
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_BYTES:
                yield Unreadable(where, "mở ra quá lớn")
                return
            yield Reading(where, "\n".join(member.filename for member in members))
            if packed.comment:
                yield from _text(where, packed.comment)
            for member in members:
                with packed.open(member) as opened:
                    inner = opened.read(left + 1)
                left -= len(inner)
                if left < 0:
                    yield Unreadable(where, "mở ra quá lớn")
                    return
                yield from readings(f"{where}!{member.filename}", inner, depth + 1)
    except ZIP_FAULTS:
        yield Unreadable(where, "tệp nén bị hỏng hoặc có mật khẩu")


def _pdf(where: str, data: bytes) -> Iterator[Reading | Unreadable]:
    try:
        reader = PdfReader(io.BytesIO(data))
        told = [str(value) for value in (reader.metadata or {}).values()]
        pages = [page.extract_text() for _, page in zip(range(MAX_PDF_PAGES), reader.pages, strict=False)]
        rest = len(reader.pages) - len(pages)
    except _PDF_FAULTS:
        yield Unreadable(where, "PDF bị hỏng hoặc có mật khẩu")
        return
    text = "\n".join([*told, *pages])
    yield Reading(where, text)
    words = text.split()
    if sum(len(word) == 1 for word in words) * 2 > len(words):  # a PDF places letters, not words
        yield Reading(where, "".join(words), loose=True)
    if rest or not any(page.strip() for page in pages):
        why = f"PDF dài, còn {rest} trang chưa đọc" if rest else "PDF không có chữ, chỉ có ảnh quét"
        yield Unreadable(where, why, damaged=False)


def _pagefind(where: str, data: bytes) -> Iterator[Reading]:
    """What Pagefind keeps: fragments are JSON, everything else CBOR, in which lengths look like letters.

    Its spelling of đ is turned back: a name of one word and a hash are compared letter by letter.
    """
    texts = _cbor_texts(data)
    if texts is None:
        plain = unspelled(data.decode("utf-8", errors="replace"))
        yield from _text(where, plain.encode(), loose=not data.startswith(b"{"))
    else:
        yield Reading(where, unspelled("\n".join(texts)))


def _cbor_texts(data: bytes) -> list[str] | None:
    """Every text in a sequence of CBOR items (RFC 8949), in order; None where the bytes are something else."""
    at, texts = 0, []
    while at < len(data):
        major, info = data[at] >> 5, data[at] & 31
        at += 1
        length = info
        if 24 <= info <= 27:
            size = 1 << (info - 24)
            length = int.from_bytes(data[at : at + size], "big")
            at += size
        elif info == 31:  # of unknown length: its parts follow, and a break
            continue
        elif info > 27:
            return None
        if major in (2, 3):
            part = data[at : at + length]
            at += length
            if at > len(data):
                return None
            if major == 3:
                try:
                    texts.append(part.decode())
                except UnicodeDecodeError:
                    return None
    return texts


def _text(where: str, data: bytes, *, loose: bool = False) -> Iterator[Reading]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = data.decode("utf-8", errors="replace")
        loose = loose or "\0" in text
    for one in dict.fromkeys(_decoded(text)):
        yield Reading(where, one, loose)
        if "<" in one:
            yield Reading(where, _TAG.sub("", one), loose)  # Th<mark>uận</mark>
            yield Reading(where, _TAG.sub(" ", one), loose)  # Đỗ<br>Văn<br>Thuận


def _decoded(text: str) -> Iterator[str]:
    """The text as typed with entities and percent signs resolved; and once more with JSON's escapes resolved."""
    plain = _PERCENT.sub(_from_percent, _without_entities(text)) if "%" in text else _without_entities(text)
    yield plain
    if "\\" in plain:
        yield _without_entities(_SHORT_ESCAPES.sub(_from_short, _UNICODE_ESCAPES.sub(_from_unicode, plain)))
    if plain.startswith(("BEGIN:VC", "\ufeffBEGIN:VC")):
        yield _FOLDED_LINE.sub("", plain)  # calendars and address cards break lines inside words


def _without_entities(text: str) -> str:
    """The text with character references resolved, those inside other references too (``&amp;#7897;``)."""
    for _ in range(3):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text


def _from_percent(match: re.Match[str]) -> str:
    return unquote_to_bytes(match.group()).decode("utf-8", errors="replace")


def _from_unicode(match: re.Match[str]) -> str:
    units = bytes.fromhex(match.group().replace("\\u", ""))
    return units.decode("utf-16-be", errors="replace")


def _from_short(match: re.Match[str]) -> str:
    return match[1] if match[1] in '/"\\' else " "
