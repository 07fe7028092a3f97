"""Commands that take a person down or revoke an award: withdraw, revoke."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from generator.commands.base import add_dated, add_site, as_of, day, layout

if TYPE_CHECKING:
    from generator.takedown.acts import Outcome


def add_takedown_commands(commands: Any) -> None:
    """Makes the commands known to the parser."""
    words = "Gỡ một người, hoặc chỉ ảnh, khỏi nội dung; dựng lại; soát xem còn ở đâu"
    taking = add_dated(commands, "withdraw", words, _run_withdraw)
    words = "Ghi một khen thưởng đã bị hủy bỏ (Điều 93); dựng lại; soát xem còn ở đâu"
    revoking = add_dated(commands, "revoke", words, _run_revoke)
    where = "như 2026/mau-01#1.3: danh sách 1, dòng 3 của quyết định"
    taking.add_argument("id", metavar="MÃ", help=f"mã gương, như 2026-004; hoặc một dòng, {where}")
    taking.add_argument("--photo-only", action="store_true", help="chỉ gỡ ảnh, giữ tên và bài")
    taking.add_argument("--list", action="store_true", help="không sửa gì, chỉ in sẽ sửa gì và người ấy còn ở đâu")
    revoking.add_argument(
        "id", metavar="MÃ", help=f"mã gương được khen một lần; một dòng, {where}; danh sách 2026/mau-01#1; quyết định"
    )
    revoking.add_argument(
        "--by", required=True, metavar="QUYẾT_ĐỊNH", help="quyết định hủy bỏ: mã trong sổ, hoặc số kèm --date"
    )
    revoking.add_argument("--date", type=day, metavar="NGÀY", help="ngày ký quyết định hủy bỏ, khi --by là số")
    for command in (taking, revoking):
        add_site(command)


def _run_withdraw(options: argparse.Namespace) -> int:
    from generator.takedown.acts import withdraw

    return _tell_outcome(
        withdraw(
            layout(options),
            options.site,
            options.id,
            as_of(options),
            photo_only=options.photo_only,
            list_only=options.list,
        ),
        options,
    )


def _run_revoke(options: argparse.Namespace) -> int:
    from generator.takedown.acts import revoke

    return _tell_outcome(
        revoke(layout(options), options.site, options.id, as_of(options), by=options.by, day=options.date), options
    )


def _tell_outcome(outcome: Outcome, options: argparse.Namespace) -> int:
    from generator.takedown.report import report

    print(report(outcome, options.format), end="")
    return 0 if outcome.complete or outcome.listed else 1
