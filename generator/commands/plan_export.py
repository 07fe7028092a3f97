"""The command that gives a plan out as a file: export plan."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from generator.commands.base import add_dated, as_of, write_new


def add_plan_export(exports: Any) -> None:
    """Makes the command known to the group of exports."""
    words = "Kế hoạch ra tệp Word, PDF, văn bản thuần theo thể thức Nghị định 30/2020/NĐ-CP, hay dữ liệu, lịch"
    command = add_dated(exports, "plan", words, _run)
    command.add_argument("id", metavar="MÃ", help="mã kế hoạch, như 2026")
    forms = "docx (mặc định), pdf, txt, json, xml hay ics"
    command.add_argument("--as", dest="as_", default="docx", metavar="DẠNG", help=forms)
    command.add_argument("--out", type=Path, metavar="TỆP", help="tệp sẽ tạo (mặc định: ke-hoach-MÃ ở thư mục này)")


def _run(options: argparse.Namespace) -> int:
    from generator.build import check
    from generator.catalogue import Catalogue
    from generator.exporters.plan_formats import PLAN_FORMATS

    if options.as_ not in PLAN_FORMATS:
        known = ", ".join(PLAN_FORMATS)
        print(f"Lỗi: không có dạng “{options.as_}”. Cách sửa: ghi một trong: {known}.", file=sys.stderr)
        return 2
    content, _ = check(options.content, as_of(options))
    plans = content.of("plans")
    if options.id not in plans:
        fix = f"ghi một trong: {', '.join(plans)}" if plans else "nhập kế hoạch trước"
        print(f"Lỗi: không có kế hoạch “{options.id}”. Cách sửa: {fix}.", file=sys.stderr)
        return 1
    file = options.out or Path(f"ke-hoach-{options.id}.{options.as_}")
    return write_new(file, PLAN_FORMATS[options.as_].export(Catalogue(content, as_of(options)), options.id))
