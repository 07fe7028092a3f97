"""Văn bản, biểu mẫu của phường tải về được.

Tệp .pdf, .docx, .xlsx trong documents phải cùng tên với tệp .yml, đúng loại như tên tệp, không đặt mật khẩu, không có
macro, không quá 30 MB. Biểu mẫu phải có tệp để tải về, hoặc ghi lấy từ đâu; nguồn phải nêu văn bản hoặc địa chỉ.
Ghi closes_for thì phải có closes. Thành viên Hội đồng phải có chức danh; họ tên chỉ ghi khi quyết định thành lập đã
đăng.

Sai, documents/sai.yml::

    kind: form
    title: Báo cáo tóm tắt thành tích
    date: 2026-05-04
    issuer: ubnd-phuong
    summary: Dùng khi đề nghị khen thưởng.
    closes_for: Nộp báo cáo
    source: {article: Mẫu 06}
    approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-05}

Báo documents/sai.yml:6:13.
Báo documents/sai.yml:7:9.
"""

# A form with a source that leads nowhere is told once: at the source.

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator import life
from generator.content import Content, Entry
from generator.models import Council, Document
from generator.problems import Place, Problem
from generator.zip_faults import ZIP_FAULTS

RULE = "bieu-mau"
MAX_BYTES = 30_000_000
_MAX_UNPACKED = 200_000_000
_NAMES = {".pdf": "PDF", ".docx": "Word (.docx)", ".xlsx": "Excel (.xlsx)"}
_MAIN_PART = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_OLE = b"\xd0\xcf\x11\xe0"
"""How a file of old Office begins, and one of new Office that is locked by a password."""


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each file that is not what it should be, each form nobody can get, each source that leads nowhere."""
    for id_, files in content.attached.items():
        known = id_ in content.of("documents") or ("documents", id_) in content.unread
        twice = Counter(file.suffix.lower() for file in files)
        for file in files:
            if not known:
                fix = f"tạo tệp {file.stem}.yml bên cạnh, đặt lại tên tệp này cho trùng, hoặc xóa đi"
                yield Problem(Place(file), RULE, f"tệp không có {file.stem}.yml bên cạnh", fix)
            if twice[file.suffix.lower()] > 1:
                yield Problem(Place(file), RULE, "có hai tệp cùng tên, cùng loại", "chỉ giữ một tệp")
            yield from _check_file(file)
    for entry in content.of("documents").values():
        yield from _check_record(entry, entry.id in content.attached)
    for council in content.of("council").values():
        yield from _check_members(council, content, as_of)


def _check_record(entry: Entry[Document], has_file: bool) -> Iterator[Problem]:
    record = entry.record
    if record.closes_for and not record.closes:
        yield Problem(entry.place("closes_for"), RULE, "nói hạn để nộp gì mà không có ngày", "thêm closes: ngày cuối")
    if record.source and not (record.source.instrument or record.source.link):
        fix = "ghi instrument: mã văn bản trong thư viện, hoặc link: địa chỉ trang có biểu mẫu"
        yield Problem(entry.place("source"), RULE, "nguồn chưa nói lấy ở văn bản nào, trang nào", fix)
    if record.kind == "form" and not record.source and not has_file:
        fix = f"đặt tệp {entry.id}.docx cạnh tệp này, hoặc thêm source nói lấy ở đâu"
        yield Problem(entry.place("kind"), RULE, "biểu mẫu không có tệp để tải về, cũng không ghi lấy từ đâu", fix)


def _check_members(entry: Entry[Council], content: Content, as_of: date) -> Iterator[Problem]:
    founding = content.of("documents").get(entry.record.founded_by or "")
    published = founding is not None and life.is_published(founding.record, as_of)
    for number, member in enumerate(entry.record.members):
        if not (member.office or member.position):
            fix = "ghi office: mã đơn vị, chức danh có trong organisations; hoặc position: chức danh bằng chữ"
            yield Problem(entry.place("members", number, "role"), RULE, "chưa ghi ai giữ vai trò này", fix)
        if member.name and not published:
            fix = "bỏ dòng name, chỉ giữ chức danh; hoặc đăng quyết định thành lập rồi ghi mã ở founded_by"
            message = "nêu tên thành viên khi chưa có quyết định thành lập đã đăng"
            yield Problem(entry.place("members", number, "name"), RULE, message, fix)


def _check_file(file: Path) -> Iterator[Problem]:
    suffix = file.suffix.lower()
    if file.stat().st_size > MAX_BYTES:
        message = f"tệp nặng quá {MAX_BYTES // 1_000_000} MB"
        yield Problem(Place(file), RULE, message, "thu nhỏ ảnh trong tệp, hoặc nén tệp PDF")
        return
    with file.open("rb") as opened:
        start = opened.read(5)
    if suffix == ".pdf":
        if start != b"%PDF-":
            yield _not_what_it_says(file)
    elif start.startswith(_OLE):
        fix = f"bỏ mật khẩu nếu có, rồi Lưu thành (Save As) loại {suffix}"
        yield Problem(Place(file), RULE, "tệp đặt mật khẩu hoặc là loại Office cũ", fix)
    else:
        yield from _check_package(file)


def _check_package(file: Path) -> Iterator[Problem]:
    """What is wrong with a file of Office, told from the list of its parts alone: nothing is unpacked."""
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except ZIP_FAULTS:
        parts = []
    names = {part.filename for part in parts}
    if _MAIN_PART[file.suffix.lower()] not in names:
        yield _not_what_it_says(file)
    elif any(name.rpartition("/")[2].lower().startswith("vbaproject") for name in names):
        fix = f"Lưu thành (Save As) loại {file.suffix.lower()}, chọn bỏ macro"
        yield Problem(Place(file), RULE, "tệp có macro, người dân không nên mở", fix)
    elif sum(part.file_size for part in parts) > _MAX_UNPACKED:
        message = f"tệp bung ra quá {_MAX_UNPACKED // 1_000_000} MB"
        yield Problem(Place(file), RULE, message, "thu nhỏ ảnh trong tệp rồi lưu lại")


def _not_what_it_says(file: Path) -> Problem:
    name = _NAMES[file.suffix.lower()]
    fix = f"mở tệp bằng chương trình của nó rồi lưu thành {name}; đổi đuôi tên tệp thì không thành {name}"
    return Problem(Place(file), RULE, f"không phải tệp {name}, dù tên tệp ghi vậy", fix)
