"""The command that writes an approval: approve."""

from __future__ import annotations

import argparse
from typing import Any

from generator.approval import approve, plan_approval
from generator.commands.base import add_dated, as_of, tell
from generator.content import Entry
from generator.models.base import Approval
from generator.problems import display_path
from generator.vietnamese import format_date, one_line


def add_approval_command(commands: Any) -> None:
    """Makes the command known to the parser."""
    words = "Ghi duyệt đăng: một quyết định cùng các gương nêu ở đó, hoặc một bài; không có --apply thì chỉ xem thử"
    command = add_dated(commands, "approve", words, _run)
    command.add_argument("id", metavar="MÃ", help="như 2026/215-qd-ubnd, 2026-004, practices/ngo-xanh")
    command.add_argument("--by", required=True, type=_words, metavar="TÊN", help="họ tên người duyệt")
    command.add_argument("--role", required=True, type=_words, metavar="CHỨC_VỤ", help="chức vụ người duyệt")
    command.add_argument("--alone", action="store_true", help="chỉ quyết định, không duyệt các gương nêu ở đó")
    command.add_argument("--apply", action="store_true", help="ghi vào nội dung: ghi hết, hoặc không ghi gì")


def _words(text: str) -> str:
    words = one_line(text)
    if not words:
        raise argparse.ArgumentTypeError("không được để trống")
    return words


def _run(options: argparse.Namespace) -> int:
    approval = Approval(by=options.by, role=options.role, date=as_of(options))
    planned = plan_approval(options.content, options.id, approval, as_of(options), alone=options.alone)
    if planned.warnings:
        tell(planned.warnings, options.format)
    for one in planned.approved:
        print(f"{display_path(one.file)}: {_called(one)}")
    if planned.before:
        print(f"Đã duyệt từ trước, giữ nguyên: {len(planned.before)} tệp.")
    if not planned.approved:
        print("Không có gì chờ duyệt.")
        return 0
    whose = f"{approval.by}, {approval.role}, ngày {format_date(approval.date)}"
    if not options.apply:
        print(f"Sẽ ghi duyệt {len(planned.approved)} tệp: {whose}.")
        print("Đây là bản xem thử, chưa ghi gì. Người duyệt đã đọc từng tệp và đồng ý thì chạy lại với --apply.")
        return 0
    approve(planned)
    print(f"Đã ghi duyệt {len(planned.approved)} tệp: {whose}. Dựng lại trang để đăng: portal build")
    return 0


def _called(entry: Entry[Any]) -> str:
    """What is approved, in words."""
    record = entry.record
    if entry.kind == "decisions":
        rows = sum(len(list_.commendations) for list_ in record.lists)
        return f"Quyết định số {record.number}, {rows} dòng"
    if entry.kind == "exemplars":
        return f"{record.name.name if record.name else record.organisation}: {record.deed}"
    return str(getattr(record, "title", None) or record.name)
