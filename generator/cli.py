"""Words to functions: the ``portal`` command. Exit 0 clean, 1 the content needs mending, 2 wrong usage."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

from generator import __version__
from generator.build import Built, build_site, check, make_pages
from generator.content import Content, read_content
from generator.exporters.honours_workbook import honours_workbook, template
from generator.importers.annotated import annotated_path, annotated_workbook
from generator.importers.column_map import parse_pair
from generator.importers.honours import Outcome, Request, apply, prepare
from generator.models import WRITTEN
from generator.new_entry import NewEntryRefused, write_new_entry
from generator.problems import ContentInvalid, Format, Problem, display_path, errors, format_problems, summarise
from generator.publishing import Layout, PublishingFailed
from generator.vietnamese import format_date, parse_date

_VIETNAM = timezone(timedelta(hours=7))
_ROOT = Path(__file__).resolve().parent.parent


def today() -> date:
    """The date at UTC+7: the only place that reads the clock."""
    return datetime.now(_VIETNAM).date()  # noqa: TID251 - the one place; --as-of replaces it


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentInvalid as error:
        _tell(error.problems, options.format)
        return 1
    except (PublishingFailed, NewEntryRefused) as error:
        print(f"Lỗi: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        where = f" ({display_path(Path(error.filename))})" if error.filename else ""
        print(f"Lỗi: không đọc hoặc ghi được tệp{where}: {error.strerror}", file=sys.stderr)
        return 1


class _Parser(argparse.ArgumentParser):
    """argparse, its own few words in Vietnamese."""

    def format_help(self) -> str:
        text = super().format_help()
        for english, vietnamese in (
            ("usage:", "cách dùng:"),
            ("positional arguments:", "tham số:"),
            ("options:", "tùy chọn:"),
            ("show this help message and exit", "in trợ giúp này"),
            ("show program's version number and exit", "in phiên bản"),
        ):
            text = text.replace(english, vietnamese)
        return text

    def error(self, message: str) -> NoReturn:
        for pattern, words in _SAID:
            message = re.sub(pattern, words, message.replace("'", ""))
        print(f"Lỗi: lệnh chưa đúng: {message}.\nCách sửa: xem “{self.prog} --help”.", file=sys.stderr)
        raise SystemExit(2)


# what argparse says of wrong usage
_SAID = (
    (r"^the following arguments are required: (.*)$", r"thiếu \1"),
    (r"^unrecognized arguments: (.*)$", r"không hiểu “\1”"),
    (r"^argument (\S+): invalid choice: (.*) \(choose from (.*)\)$", r"không có \1 “\2”; chọn một trong: \3"),
    (r"^argument (\S+): invalid \w+ value: (.*)$", r"\1 không nhận “\2”"),
    (r"^argument (\S+): expected one argument$", r"\1 cần một giá trị đi sau"),
    (r"^argument (\S+): (.*)$", r"\1: \2"),
)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="portal", description="Dựng chuyên trang thi đua, khen thưởng từ thư mục content/.")
    parser.add_argument("--version", action="version", version=f"portal {__version__}")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True, parser_class=_Parser)

    def add(name: str, words: str, run: object) -> argparse.ArgumentParser:
        command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=run, format="full")
        command.add_argument(
            "--content", type=Path, default=_ROOT / "content", help="thư mục nội dung", metavar="THƯ_MỤC"
        )
        return command

    def add_flow(name: str, words: str, run: object) -> argparse.ArgumentParser:
        command = add(name, words, run)
        command.add_argument("--as-of", type=_day, help="dựng như vào ngày này (mặc định: hôm nay)", metavar="NGÀY")
        command.add_argument(
            "--format",
            choices=("full", "short", "github"),
            default="full",
            help="cách in lỗi: đủ, mỗi lỗi một dòng, cho CI",
        )
        return command

    add_flow("check", "Đọc và kiểm tra nội dung, không ghi gì", _run_check)
    add_flow("pages", "Kiểm tra rồi tạo các trang Markdown trong build/markdown", _run_pages)
    build = add_flow("build", "Kiểm tra, tạo trang và dựng chuyên trang", _run_build)
    build.add_argument("--site", type=Path, default=_ROOT / "site", help="thư mục đặt chuyên trang", metavar="THƯ_MỤC")
    serve = add_flow("serve", "Xem thử trên máy này; lưu tệp là trang tự mới", _run_serve)
    serve.add_argument("--port", type=int, default=8000, help="cổng (mặc định 8000)", metavar="SỐ")
    new = add("new", "Tạo một tệp mẫu có chú giải để điền", _run_new)
    new.add_argument("kind", choices=sorted(WRITTEN), metavar="LOẠI", help=f"một trong: {', '.join(sorted(WRITTEN))}")
    new.add_argument("id", nargs="?", default="", metavar="MÃ", help="tên tệp, không dấu, ví dụ giay-khen")
    _add_import_and_export(commands)
    return parser


def _add_import_and_export(commands: Any) -> None:
    def group(name: str, words: str) -> Any:
        command = commands.add_parser(name, help=words, description=words)
        return command.add_subparsers(title="lệnh", metavar="GÌ", required=True, parser_class=_Parser)

    def add(group: Any, name: str, words: str, run: object) -> Any:
        command = group.add_parser(name, help=words, description=words)
        command.set_defaults(run=run, format="full")
        folder = _ROOT / "content"
        command.add_argument("--content", type=Path, default=folder, help="thư mục nội dung", metavar="THƯ_MỤC")
        return command

    exports = group("export", "Xuất mẫu và danh sách ra Excel")
    blank = add(exports, "honours-template", "Mẫu Excel để điền danh sách khen thưởng", _run_export_template)
    blank.add_argument("file", type=Path, nargs="?", default=Path("mau-khen-thuong.xlsx"), metavar="TỆP")
    filled = add(exports, "honours", "Danh sách khen thưởng trong nội dung ra Excel, dùng trong cơ quan", _run_export)
    filled.add_argument("file", type=Path, metavar="TỆP", help="tệp .xlsx sẽ tạo")
    filled.add_argument("--year", type=int, help="chỉ các quyết định ký trong năm này", metavar="NĂM")
    imports = group("import", "Nhập danh sách từ Excel, Word; không có --apply thì chỉ xem thử")
    words = "Danh sách khen thưởng từ tệp .xlsx hoặc bảng trong tệp .docx vào một quyết định"
    honours = add(imports, "honours", words, _run_import)
    honours.add_argument("file", type=Path, metavar="TỆP", help="tệp .xlsx hoặc .docx")
    honours.add_argument("--decision", required=True, metavar="MÃ", help="mã quyết định, như 2026/215-qd-ubnd")
    honours.add_argument(
        "--photos", type=Path, metavar="THƯ_MỤC", help="thư mục ảnh, tên tệp theo họ tên, mã hoặc cột ảnh"
    )
    honours.add_argument("--sheet", default="", metavar="TÊN", help="trang tính cần đọc, khi tệp có nhiều danh sách")
    honours.add_argument(
        "--map", type=_column_pair, action="append", default=[], metavar="CỘT=TRƯỜNG",
        help="cột của tệp là trường nào, như “Tên người=name”; lần sau tự nhớ",
    )  # fmt: skip
    honours.add_argument(
        "--confirm", type=_answer, action="append", default=[], metavar="DÒNG=AI",
        help="trả lời điều cần xác nhận: 12=new (người khác), 12=3 (dòng 3 đang có), 12=2026-004 (gương ấy)",
    )  # fmt: skip
    honours.add_argument("--annotated", type=Path, metavar="TỆP", help="nơi đặt bản sao Excel có ghi lỗi từng ô")
    honours.add_argument("--as-of", type=_day, help="kiểm tra như vào ngày này (mặc định: hôm nay)", metavar="NGÀY")
    honours.add_argument("--apply", action="store_true", help="ghi vào nội dung: ghi hết, hoặc không ghi gì")


def _column_pair(text: str) -> tuple[str, str]:
    try:
        return parse_pair(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _answer(text: str) -> tuple[int, str]:
    line, _, answer = text.partition("=")
    if not (line.strip().isdecimal() and answer.strip()):
        raise argparse.ArgumentTypeError(f"“{text}” không có dạng DÒNG=AI, như 12=new")
    return int(line), answer.strip()


def _run_export_template(options: argparse.Namespace) -> int:
    return _export(options.file, template(_readable(options.content)))


def _run_export(options: argparse.Namespace) -> int:
    code = _export(options.file, honours_workbook(_readable(options.content), options.year))
    if not code:
        print("Tệp này chứa dữ liệu cá nhân: chỉ dùng trong cơ quan, không đăng, không gửi ra ngoài.")
    return code


def _readable(folder: Path) -> Content:
    content, problems = read_content(folder)
    if errors(problems):
        raise ContentInvalid(sorted(set(problems)))
    return content


def _export(file: Path, data: bytes) -> int:
    try:
        with file.open("xb") as out:
            out.write(data)
    except FileExistsError:
        print(f"Lỗi: đã có tệp {display_path(file)}. Cách sửa: ghi tên khác, hoặc xóa tệp cũ.", file=sys.stderr)
        return 1
    print(f"Đã tạo {display_path(file)}.")
    return 0


def _run_import(options: argparse.Namespace) -> int:
    request = Request(
        options.file, options.decision, dict(options.map), dict(options.confirm), options.photos, options.sheet
    )
    outcome = prepare(request, options.content, _as_of(options))
    actions = {"new": "thêm mới", "update": "cập nhật", "same": "giữ nguyên", "ask": "cần xác nhận", "wrong": "cần sửa"}
    for one in outcome.told:
        about = f" ({one.about})" if one.about else ""
        print(f"dòng {one.line}: {actions[one.action]}: {one.words}{about}")
    for note in outcome.notes:
        print(note)
    if outcome.problems:
        _tell(outcome.problems, options.format)
    print(outcome.summary)
    if not outcome.ready:
        _annotate(outcome, options.annotated)
        print("Chưa ghi thay đổi nào: sửa hoặc xác nhận các điều trên rồi nhập lại.", file=sys.stderr)
        return 1
    if not options.apply:
        print("Đây là bản xem thử, chưa ghi gì. Đúng rồi thì chạy lại với --apply.")
        return 0
    if not outcome.changes:
        print("Không có gì để ghi.")
        return 0
    apply(outcome, options.content)
    print(f"Đã ghi {len(outcome.changes)} tệp. Chưa duyệt điều gì: người duyệt xem, rồi ghi approved.")
    return 0


def _annotate(outcome: Outcome, file: Path | None) -> None:
    """Writes the annotated copy of a workbook; never over another file."""
    if outcome.package.kind != "xlsx":
        return
    data = annotated_workbook(outcome)
    path = file or annotated_path(outcome.package.file, data)
    if path.exists() and path.read_bytes() != data:
        print(f"Lỗi: đã có tệp {display_path(path)}. Cách sửa: ghi tên khác sau --annotated.", file=sys.stderr)
        return
    path.write_bytes(data)
    print(f"Bản sao có ghi lỗi từng ô: {display_path(path)}")


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải một ngày; viết như 2026-11-22") from None


def _layout(options: argparse.Namespace) -> Layout:
    return Layout(_ROOT, options.content)


def _as_of(options: argparse.Namespace) -> date:
    return options.as_of or today()


def _run_check(options: argparse.Namespace) -> int:
    content, warnings = check(options.content, _as_of(options))
    if warnings:
        _tell(warnings, options.format)
    count = sum(1 for _ in content.all())
    print(f"Nội dung hợp lệ: {count} tệp, {len(warnings)} cảnh báo, tính đến ngày {format_date(_as_of(options))}.")
    return 0


def _run_pages(options: argparse.Namespace) -> int:
    built = make_pages(_layout(options), _as_of(options))
    _report(built, options, f"trong {display_path(_layout(options).markdown)}")
    return 0


def _run_build(options: argparse.Namespace) -> int:
    built = build_site(_layout(options), _as_of(options), options.site)
    _report(built, options, f"trong {display_path(options.site.resolve())}")
    return 0


def _run_serve(options: argparse.Namespace) -> int:
    import os

    from mkdocs.commands.serve import serve

    check(options.content, _as_of(options))
    os.environ["PORTAL_CONTENT"] = str(options.content.resolve())
    if options.as_of:
        os.environ["PORTAL_AS_OF"] = options.as_of.isoformat()
    print(f"Mở http://127.0.0.1:{options.port}/ bằng trình duyệt. Dừng bằng Ctrl+C.")
    serve(
        str(_layout(options).config),
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
        _tell(built.warnings, options.format)
    print(f"Đã dựng {built.pages} trang {where}: {built.changed} tệp mới hoặc đổi, {built.removed} tệp bỏ đi.")


def _tell(problems: Sequence[Problem], style: Format) -> None:
    print(format_problems(problems, style), file=sys.stderr)
    print(summarise(problems), file=sys.stderr)
