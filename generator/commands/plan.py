"""The command that carries a plan in: import plan."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.commands.base import add_dated, as_of, day, tell

if TYPE_CHECKING:
    from generator.importers.plan import Outcome
    from generator.importers.reading import Told
    from generator.models import Annex


def add_plan_commands(imports: Any) -> None:
    """Makes the command known to the parser, in the group of ``import``."""
    words = "Kế hoạch từ tệp Word (.docx) hoặc tệp chữ (.txt), đúng từng chữ; văn bản khác thì vào documents/MÃ"
    plan = add_dated(imports, "plan", words, _run_import)
    plan.add_argument("file", type=Path, metavar="TỆP", help="tệp .docx hoặc .txt")
    plan.add_argument("--id", required=True, metavar="MÃ", help="mã kế hoạch hoặc văn bản, như 2027")
    plan.add_argument("--year", type=int, metavar="NĂM", help="năm của kế hoạch, khi trích yếu không nói một năm")
    plan.add_argument("--issuer", default="", metavar="MÃ", help="mã đơn vị ban hành, khi văn bản không nói rõ")
    plan.add_argument("--date", type=day, metavar="NGÀY", help="ngày ban hành của văn bản khác, khi tệp không ghi")
    plan.add_argument("--apply", action="store_true", help="ghi vào nội dung: ghi hết, hoặc không ghi gì")


def _run_import(options: argparse.Namespace) -> int:
    from generator.importers.plan import apply, prepare
    from generator.importers.plan_record import Request

    outcome = prepare(
        Request(options.file, options.id, options.year, options.issuer, options.date), options.content, as_of(options)
    )
    for line in report(outcome):
        print(line)
    if outcome.problems:
        tell(outcome.problems, options.format)
    if not outcome.ready:
        print("Chưa ghi thay đổi nào: sửa các điều trên rồi nhập lại.", file=sys.stderr)
        return 1
    print("Đã đối chiếu: chữ của tệp và chữ sẽ ghi là một, không sót ký tự nào.")
    if not outcome.changes:
        print("Không có gì để ghi: nội dung đã đúng như tệp này.")
        return 0
    if not options.apply:
        print(f"Sẽ ghi: {', '.join(outcome.changes)}.")
        print("Đây là bản xem thử, chưa ghi gì. Đúng rồi thì chạy lại với --apply.")
        return 0
    apply(outcome, options.content)
    print(f"Đã ghi: {', '.join(outcome.changes)}.")
    print("Chưa duyệt điều gì vừa nhập: người duyệt xem, rồi ghi approved.")
    return 0


def report(outcome: Outcome) -> Iterable[str]:
    """What was understood: the tree, the tasks, what to look at again, what was changed and set aside."""
    from generator.importers.tree import short, tree_lines

    yield from tree_lines(outcome.text)
    if outcome.annex is not None:
        yield from _task_lines(outcome.annex)
    yield from _told("Cần xem lại", outcome.doubts, outcome.counted)
    if outcome.unknown:
        yield f"Chưa nhận ra đơn vị ({len(outcome.unknown)}):"
        for task, one in outcome.unknown:
            yield f"  nhiệm vụ {task}: “{short(one.words)}”{f': {one.near}' if one.near else ''}"
        yield "  Là đơn vị đã có thì thêm cách viết ấy vào aliases của tệp đơn vị; chưa có thì tạo tệp đơn vị mới."
    yield from _told("Đã nối, đã đổi chỗ, đã chuẩn hóa", outcome.changed, outcome.counted)
    yield from _told("Bỏ ra, không phải lời văn", outcome.aside, outcome.counted)
    yield from outcome.notes


def _task_lines(annex: Annex) -> Iterable[str]:
    from generator.importers.tree import short

    yield f"[phụ lục] {short(annex.heading)}: {len(annex.tasks)} nhiệm vụ"
    yield from (f"  {short(words)}" for words in (annex.title, annex.note) if words)
    group = None
    for place, task in enumerate(annex.tasks, 1):
        if task.group != group:
            group = task.group
            yield f"  [nhóm] {short(group or '')}"
        when = f"quý {task.quarter}" if task.quarter else task.due.strftime("%d/%m/%Y") if task.due else "không có hạn"
        led, joined = ", ".join(task.led_by) or "chưa rõ", ", ".join(task.joined_by) or "không"
        yield f"  {task.number or place}: {short(task.content)}"
        yield f"     chủ trì: {led}; phối hợp: {joined}; {when}"


def _told(title: str, told: Sequence[Told], counted: str) -> Iterable[str]:
    from generator.importers.tree import short

    if told:
        yield f"{title} ({len(told)}):"
        yield from (f"  {counted} {one.line}: {one.what}: “{short(one.words)}”" for one in told)
