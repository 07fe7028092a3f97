"""The bytes of an .xlsx or .docx, judged before anything opens them.

A file is known by its content, not by its name. Refused, each with one sentence: the old formats, files with a
password, broken files, CSV, bombs (zip members or merged ranges that unpack to more than any list), document types and
entities. Macros and whatever else lies in the file are never looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

from openpyxl.utils import range_boundaries

from generator.importers.tables import RULE
from generator.problems import ContentInvalid, Place, Problem

MAX_BYTES = 30_000_000
_MAX_UNPACKED = 200_000_000
_MAX_PART = 20_000_000
_MAX_PARTS = 4_000
_MAX_MERGED = 200_000
_STRANGE = ("không phải tệp Excel .xlsx hay Word .docx", "mở bằng Excel hoặc Word, lưu thành .xlsx hoặc .docx")
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_RANGES = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']{1,40})")


@dataclass(frozen=True)
class Package:
    """A file that may be opened: what it is and its bytes."""

    file: Path
    kind: Literal["xlsx", "docx"]
    data: bytes


def open_package(file: Path) -> Package:
    """The file, safe to open. Raises ContentInvalid with the one thing that is wrong, OSError when it is unreadable."""
    if not file.is_file():
        _refuse(file, "không có tệp này", "xem lại đường dẫn và tên tệp")
    if file.stat().st_size > MAX_BYTES:
        _refuse(file, f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB", "bỏ ảnh dán trong tệp; ảnh đưa vào bằng --photos")
    data = file.read_bytes()
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            _refuse(file, "tệp có mật khẩu", "mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại")
        _refuse(file, "tệp theo định dạng cũ .doc, .xls", "mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx")
    if data.startswith(b"%PDF"):
        _refuse(file, "tệp PDF không có bảng để đọc chắc chắn", "xin tệp Word hoặc Excel của danh sách")
    if not data.startswith(b"PK"):
        if file.suffix.lower() in (".csv", ".txt", ".tsv"):
            fix = "mở danh sách gốc bằng Excel, lưu thành .xlsx"
            _refuse(file, "không nhận CSV: khi Excel lưu CSV, chữ tiếng Việt và số 0 ở đầu bị mất", fix)
        _refuse(
            file, "không phải tệp Excel .xlsx hay Word .docx", "mở bằng Excel hoặc Word, lưu thành .xlsx hoặc .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Package(file, _judge(file, archive), data)
    # zipfile raises NotImplementedError for a compression it does not know, RuntimeError for a member with a password
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        refuse_broken(file)


def refuse_broken(file: Path) -> NoReturn:
    """Refuses a file that cannot be read to its end."""
    _refuse(
        file, "tệp hỏng hoặc chép chưa xong", "mở bằng Excel hoặc Word xem còn đọc được không, lưu lại rồi nhập lại"
    )


def _judge(file: Path, archive: zipfile.ZipFile) -> Literal["xlsx", "docx"]:
    members = archive.infolist()
    if any(member.flag_bits & 1 for member in members):
        _refuse(file, "tệp có mật khẩu", "mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại")
    markup = [one for one in members if one.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if (
        len(members) > _MAX_PARTS
        or sum(member.file_size for member in members) > _MAX_UNPACKED
        or any(member.file_size > _MAX_PART for member in markup)
    ):
        _refuse(file, "tệp bung ra quá lớn so với một danh sách", "chép riêng danh sách sang một tệp mới rồi nhập lại")
    for member in markup:
        _judge_part(file, member.filename, archive.read(member))
    names = {member.filename for member in members}
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    return _refuse(file, *_STRANGE)


def _judge_part(file: Path, name: str, data: bytes) -> None:
    declared = _DECLARED.match(data)
    foreign = declared is not None and declared.group(1).lower() not in (b"utf-8", b"us-ascii", b"ascii")
    if foreign or b"\0" in data or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        fix = "mở bằng Excel hoặc Word, lưu lại thành tệp mới rồi nhập lại"
        _refuse(file, "tệp có phần khai báo mà Excel, Word không viết ra", fix)
    if name.startswith("xl/worksheets/") and sum(map(_area, _RANGES.findall(data))) > _MAX_MERGED:
        _refuse(file, "tệp có vùng ô gộp quá lớn", "bỏ gộp ô ở vùng trống rồi nhập lại")


def _area(reference: bytes) -> int:
    try:
        left, top, right, bottom = range_boundaries(reference.decode().replace("$", ""))
    except (ValueError, TypeError):
        return _MAX_MERGED + 1
    if left is None or top is None or right is None or bottom is None:
        return _MAX_MERGED + 1  # whole rows or columns
    return int(right - left + 1) * int(bottom - top + 1)


def _refuse(file: Path, message: str, fix: str) -> NoReturn:
    raise ContentInvalid([Problem(Place(file), RULE, message, fix)])
