"""Commands that make the site: check, pages, build, serve, new."""

from __future__ import annotations

import argparse
from typing import Any

from generator.build import Built, build_site, check, list_addresses, make_pages
from generator.commands.base import add_command, add_dated, add_site, as_of, layout, tell
from generator.folder import PUBLISHED
from generator.models import WRITTEN
from generator.new_entry import write_new_entry
from generator.problems import display_path
from generator.vietnamese import format_date


def add_site_commands(commands: Any) -> None:
    """Makes the commands known to the parser."""
    add_dated(commands, "check", "Đọc và kiểm tra nội dung, không ghi gì", _run_check)
    add_dated(commands, "pages", "Kiểm tra rồi tạo các trang Markdown trong build/markdown", _run_pages)
    add_site(add_dated(commands, "build", "Kiểm tra, tạo trang và dựng chuyên trang", _run_build))
    add_dated(commands, "addresses", "Ghi các địa chỉ mới đăng vào content/addresses.txt", _run_addresses)
    serve = add_dated(commands, "serve", "Xem thử trên máy này; lưu tệp là trang tự mới", _run_serve)
    serve.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)", metavar="SỐ")
    new = add_command(commands, "new", "Tạo một tệp mẫu có chú giải để điền", _run_new)
    new.add_argument("kind", choices=sorted(WRITTEN), metavar="LOẠI", help=f"một trong: {', '.join(sorted(WRITTEN))}")
    new.add_argument("id", nargs="?", default="", metavar="MÃ", help="tên tệp, không dấu, ví dụ giay-khen")


def _run_check(options: argparse.Namespace) -> int:
    content, warnings = check(options.content, as_of(options), layout(options).photo_cache)
    if warnings:
        tell(warnings, options.format)
    count = sum(1 for _ in content.all())
    print(f"Nội dung hợp lệ: {count} tệp, {len(warnings)} cảnh báo, tính đến ngày {format_date(as_of(options))}.")
    return 0


def _run_pages(options: argparse.Namespace) -> int:
    built = make_pages(layout(options), as_of(options))
    _report(built, options, f"trong {display_path(layout(options).markdown)}")
    return 0


def _run_build(options: argparse.Namespace) -> int:
    built = build_site(layout(options), as_of(options), options.site)
    _report(built, options, f"trong {display_path(options.site.resolve())}")
    return 0


def _run_addresses(options: argparse.Namespace) -> int:
    count, new = list_addresses(options.content, as_of(options))
    print(f"{display_path(options.content / PUBLISHED)}: {count} địa chỉ, {new} mới ghi thêm.")
    return 0


def _run_serve(options: argparse.Namespace) -> int:
    import os

    from mkdocs.commands.serve import serve

    check(options.content, as_of(options), layout(options).photo_cache)
    os.environ["PORTAL_CONTENT"] = str(options.content.resolve())
    if options.as_of:
        os.environ["PORTAL_AS_OF"] = options.as_of.isoformat()
    print(f"Mở http://127.0.0.1:{options.port}/ bằng trình duyệt. Dừng bằng Ctrl+C.")
    serve(
        str(layout(options).config),
        dev_addr=f"127.0.0.1:{options.port}",
        watch=[str(options.content.resolve())],
    )
    return 0


def _run_new(options: argparse.Namespace) -> int:
    file = write_new_entry(WRITTEN[options.kind], options.id, options.content)
    print(f"Đã tạo {display_path(file)}. Điền các dòng, rồi chạy: portal check")
    return 0


def _report(built: Built, options: argparse.Namespace, where: str) -> None:
    if built.warnings:
        tell(built.warnings, options.format)
    print(f"Đã dựng {built.pages} trang {where}: {built.changed} tệp mới hoặc đổi, {built.removed} tệp bỏ đi.")
    if built.unlisted:
        print(f"{built.unlisted} địa chỉ mới chưa ghi vào {PUBLISHED}; ghi bằng: portal addresses")
