"""The bytes of an .xlsx or .docx, judged before anything opens them.

A file is known by its content, not by its name. Refused, each with one sentence: the old formats, files with a
password, broken files, CSV, bombs (zip members or merged ranges that unpack to more than any list), document types and
entities. Macros and whatever else lies in the file are never looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from openpyxl.utils import range_boundaries

from generator.importers.refusals import LISTS, PAPERS, Refusals, Sentence
from generator.importers.tables import RULE
from generator.problems import ContentInvalid, Place, Problem
from generator.zip_faults import ZIP_FAULTS

MAX_BYTES = 30_000_000
_MAX_UNPACKED = 200_000_000
_MAX_PART = 20_000_000
_MAX_PARTS = 4_000
_MAX_MERGED = 200_000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = re.compile(r"word/document\d*\.xml")  # Word on the web writes document2.xml
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_RANGES = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']{1,40})")


@dataclass(frozen=True)
class Package:
    """A file that may be opened: what it is, its bytes, and what is said when it turns out to be broken."""

    file: Path
    kind: Literal["xlsx", "docx"]
    data: bytes
    said: Refusals


def open_package(file: Path) -> Package:
    """The list, safe to open. Raises ContentInvalid with the one thing that is wrong, OSError when it is unreadable."""
    return _open(file, LISTS)


def open_paper(file: Path) -> Package:
    """The Word file of an official text, safe to open; raises as :func:`open_package` does."""
    package = _open(file, PAPERS)
    if package.kind != "docx":
        _refuse(file, PAPERS.strange)
    return package


def refuse_broken(package: Package) -> NoReturn:
    """Refuses a file that cannot be read to its end."""
    _refuse(package.file, package.said.broken)


def refuse_bomb(package: Package) -> NoReturn:
    """Refuses a file that would unpack to more than any list or paper."""
    _refuse(package.file, package.said.bomb)


def _open(file: Path, said: Refusals) -> Package:
    if not file.is_file():
        _refuse(file, ("không có tệp này", "xem lại đường dẫn và tên tệp"))
    if file.stat().st_size > MAX_BYTES:
        _refuse(file, said.big)
    data = file.read_bytes()
    if data.startswith(_OLE):
        _refuse(file, said.locked if _ENCRYPTED in data else said.old)
    if data.startswith(b"%PDF"):
        _refuse(file, said.pdf)
    if not data.startswith(b"PK"):
        _refuse(file, said.plain if file.suffix.lower() in (".csv", ".txt", ".tsv") else said.strange)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Package(file, _judge(file, archive, said), data, said)
    except ZIP_FAULTS:
        _refuse(file, said.broken)


def _judge(file: Path, archive: zipfile.ZipFile, said: Refusals) -> Literal["xlsx", "docx"]:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        _refuse(file, said.locked)
    markup = [one for one in members if one.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if (
        len(members) > _MAX_PARTS
        or sum(member.file_size for member in members) > _MAX_UNPACKED
        or any(member.file_size > _MAX_PART for member in markup)
    ):
        _refuse(file, said.bomb)
    for member in markup:
        _judge_part(file, member.filename, archive.read(member), said)
    names = {member.filename for member in members}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if any(map(_WORD.fullmatch, names)):
        return "docx"
    return _refuse(file, said.strange)


def _judge_part(file: Path, name: str, data: bytes, said: Refusals) -> None:
    declared = _DECLARED.match(data)
    foreign = declared is not None and declared.group(1).lower() not in (b"utf-8", b"us-ascii", b"ascii")
    if foreign or b"\0" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        _refuse(file, said.declared)
    if name.startswith("xl/worksheets/") and sum(map(_area, _RANGES.findall(data))) > _MAX_MERGED:
        _refuse(file, ("tệp có vùng ô gộp quá lớn", "bỏ gộp ô ở vùng trống rồi nhập lại"))


def _area(reference: bytes) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference.decode().replace("$", ""))
    except (ValueError, TypeError):
        return _MAX_MERGED + 1
    if left is None or top is None or right is None or bottom is None:
        return _MAX_MERGED + 1  # whole rows or columns
    return int(right - left + 1) * int(bottom - top + 1)


def _refuse(file: Path, sentence: Sentence) -> NoReturn:
    message, fix = sentence
    raise ContentInvalid([Problem(Place(file), RULE, message, fix)])
