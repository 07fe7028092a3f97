"""Bản quét đi với quyết định, bản có chữ ký đi với kế hoạch, và đăng được.

Tệp .pdf trong decisions phải cùng tên với tệp của quyết định, đúng là PDF, không quá 30 MB. Ghi scan_checked: true thì
phải có tệp .pdf bên cạnh. Còn người chưa được nêu tên, đã gỡ thông tin hay bị hủy bỏ, hoặc có trẻ em trong danh sách,
thì trang không dẫn tới bản quét. Bản có chữ ký của kế hoạch là plans/<mã>/signed.pdf, cũng đúng là PDF và không quá
30 MB; đã có bản ký thì kế hoạch phải ghi số và ngày.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    scan_checked: true
    lists:
      - award: giay-khen
        for_period: năm 2025
        commendations:
          - name: {name: Người Mẫu}

Báo decisions/2026/sai.yml:6:15.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from generator import grounds, roll
from generator.content import Content
from generator.problems import Place, Problem

RULE = "ban-quet"
MAX_BYTES = 30_000_000
_SIGNATURE = b"%PDF-"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each scan without its decision or unfit to publish, and each decision that promises a scan it cannot show."""
    for id_, file in content.scans.items():
        if id_ not in content.of("decisions") and ("decisions", id_) not in content.unread:
            message = f"bản quét không có tệp {file.stem}.yml bên cạnh"
            yield Problem(Place(file), RULE, message, "đặt tên bản quét trùng với tên tệp của quyết định, hoặc xóa đi")
        yield from _check_file(file)
    for id_, file in content.signed.items():
        yield from _check_signed(content, id_, file)
        yield from _check_file(file, "bản có chữ ký")
    hidden = _with_hidden_people(content, as_of) if content.scans else frozenset()
    children = {row.entry.id for row in roll.rows(content) if _is_child(row)} if content.scans else set()
    for entry in content.of("decisions").values():
        if not entry.record.scan_checked:
            continue
        place = entry.place("scan_checked")
        if entry.id not in content.scans:
            fix = f"đặt bản quét cạnh tệp này, tên {entry.file.stem}.pdf, hoặc xóa dòng scan_checked"
            yield Problem(place, RULE, "ghi là đã xem bản quét mà không có tệp .pdf", fix)
        elif entry.id in hidden:
            message = "có người trong danh sách không được nêu tên, nên trang không dẫn tới bản quét"
            fix = "bỏ dòng scan_checked; bản quét chỉ đăng được khi mọi người trong danh sách đều được nêu tên"
            yield Problem(place, RULE, message, fix, "cảnh báo")
        elif entry.id in children:
            message = "có trẻ em trong danh sách, nên trang không dẫn tới bản quét"
            fix = "bỏ dòng scan_checked; bản quét có tên, trường, lớp của trẻ em thì không đăng"
            yield Problem(place, RULE, message, fix, "cảnh báo")


def _check_signed(content: Content, id_: str, file: Path) -> Iterator[Problem]:
    """The signed original of no plan, or of one that calls itself a draft."""
    entry = content.of("plans").get(id_)
    if entry is None:
        if ("plans", id_) not in content.unread:
            fix = "đặt tệp vào thư mục của kế hoạch ấy, hoặc xóa đi"
            yield Problem(Place(file), RULE, "bản có chữ ký không có tệp plan.yml bên cạnh", fix)
        return
    missing = [words for field, words in (("number", "số"), ("date", "ngày")) if getattr(entry.record, field) is None]
    if missing:
        message = f"đã có bản có chữ ký (signed.pdf) mà kế hoạch chưa ghi {' và '.join(missing)} ban hành"
        yield Problem(entry.place(), RULE, message, "điền number, date đúng như bản ký; chưa ký thì xóa signed.pdf")


def _check_file(file: Path, what: str = "bản quét") -> Iterator[Problem]:
    if file.stat().st_size > MAX_BYTES:
        message = f"{what} nặng quá {MAX_BYTES // 1_000_000} MB"
        yield Problem(Place(file), RULE, message, "quét lại ở 200 dpi, hoặc nén tệp PDF")
    with file.open("rb") as scan:
        if scan.read(len(_SIGNATURE)) != _SIGNATURE:
            fix = "mở tệp rồi lưu lại thành PDF; đổi đuôi tên tệp thì không thành PDF"
            yield Problem(Place(file), RULE, "không phải tệp PDF, dù tên tệp ghi vậy", fix)


def _with_hidden_people(content: Content, as_of: date) -> frozenset[str]:
    """The decisions on whose scan somebody stands who may not be named, was taken down, or lost the award."""
    taken_down = content.of("withdrawals")
    hidden = {
        row.entry.id
        for row in roll.rows(content)
        if row.is_revoked(as_of) or not grounds.may_name(row.commendation, row.exemplar, row.list, row.entry.record)
    }
    hidden.update(
        entry.id
        for entry in content.of("decisions").values()
        for list_ in entry.record.lists
        if any(row.withdrawn or row.exemplar in taken_down for row in list_.commendations)
    )
    return frozenset(hidden)


def _is_child(row: roll.Row) -> bool:
    """Whether the row commends somebody under 16, as far as the age group is known."""
    age_group = row.exemplar.age_group if row.exemplar else row.commendation.age_group or row.list.age_group
    return age_group in ("7-15", "under-7") and grounds.kind_of(row.commendation, row.exemplar) == "individual"
