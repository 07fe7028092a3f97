"""Commands that carry honours in and out: import honours, export honours-template, export honours."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.commands.base import Parser, add_command, as_of, day, tell, write_new
from generator.commands.plan_export import add_plan_export
from generator.content import Content, read_content
from generator.problems import ContentInvalid, display_path, errors

if TYPE_CHECKING:
    from generator.importers.honours import Outcome


def add_honours_commands(commands: Any) -> Any:
    """Makes the commands known to the parser; returns the group of ``import``, for what else can be imported."""
    exports = _group(commands, "export", "Xuất mẫu, danh sách ra Excel; kế hoạch ra Word, PDF")
    blank = add_command(exports, "honours-template", "Mẫu Excel để điền danh sách khen thưởng", _run_export_template)
    blank.add_argument("file", type=Path, nargs="?", default=Path("mau-khen-thuong.xlsx"), metavar="TỆP")
    words = "Danh sách khen thưởng trong nội dung ra Excel, dùng trong cơ quan"
    filled = add_command(exports, "honours", words, _run_export)
    filled.add_argument("file", type=Path, metavar="TỆP", help="tệp .xlsx sẽ tạo")
    filled.add_argument("--year", type=int, help="chỉ các quyết định ký trong năm này", metavar="NĂM")
    add_plan_export(exports)
    imports = _group(commands, "import", "Nhập từ Excel, Word, tệp chữ; không có --apply thì chỉ xem thử")
    words = "Danh sách khen thưởng từ tệp .xlsx hoặc bảng trong tệp .docx vào một quyết định"
    honours = add_command(imports, "honours", words, _run_import)
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
        help="trả lời điều cần xác nhận: 12=new (người khác), 12=3 (dòng 3 đang có), 12=2026-004 (gương ấy), "
        "12=file (lấy việc làm, câu chuyện trong tệp thay bản đã duyệt); "
        "trùng tên người đã gỡ thông tin thì thêm lý do: “12=new: là người khác, đã hỏi tổ dân phố”",
    )  # fmt: skip
    honours.add_argument("--annotated", type=Path, metavar="TỆP", help="nơi đặt bản sao Excel có ghi lỗi từng ô")
    honours.add_argument("--as-of", type=day, help="kiểm tra như vào ngày này (mặc định: hôm nay)", metavar="NGÀY")
    honours.add_argument("--apply", action="store_true", help="ghi vào nội dung: ghi hết, hoặc không ghi gì")
    return imports


def _group(commands: Any, name: str, words: str) -> Any:
    command = commands.add_parser(name, help=words, description=words)
    return command.add_subparsers(title="lệnh", metavar="GÌ", required=True, parser_class=Parser)


def _column_pair(text: str) -> tuple[str, str]:
    from generator.importers.column_map import parse_pair

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
    from generator.exporters.honours_workbook import template

    if not _is_workbook(options.file):
        return 1
    return write_new(options.file, template(_readable(options.content)))


def _run_export(options: argparse.Namespace) -> int:
    from generator.exporters.honours_workbook import honours_workbook

    if not _is_workbook(options.file):
        return 1
    content = _readable(options.content)
    years = sorted({one.record.date.year for one in content.of("decisions").values()})
    if options.year is not None and options.year not in years:
        fix = f"ghi một trong các năm {', '.join(map(str, years))}, hoặc bỏ --year" if years else "bỏ --year"
        print(f"Lỗi: không có quyết định nào ký năm {options.year}. Cách sửa: {fix}.", file=sys.stderr)
        return 1
    code = write_new(options.file, honours_workbook(content, options.year))
    if not code:
        print("Tệp này chứa dữ liệu cá nhân: chỉ dùng trong cơ quan, không đăng, không gửi ra ngoài.")
    return code


def _is_workbook(file: Path) -> bool:
    """Whether the name is an Excel workbook's; says so on the error stream where it is not."""
    if file.suffix.lower() == ".xlsx":
        return True
    named = display_path(file.with_suffix(".xlsx"))
    print(f"Lỗi: {display_path(file)}: lệnh này chỉ xuất tệp Excel. Cách sửa: đặt tên tệp là {named}.", file=sys.stderr)
    return False


def _readable(folder: Path) -> Content:
    content, problems = read_content(folder)
    if errors(problems):
        raise ContentInvalid(sorted(set(problems)))
    return content


def _run_import(options: argparse.Namespace) -> int:
    from generator.importers.column_map import PATH as MAP
    from generator.importers.honours import Request, apply, prepare, told_once

    request = Request(
        options.file, options.decision, dict(options.map), dict(options.confirm), options.photos, options.sheet
    )
    outcome = prepare(request, options.content, as_of(options))
    actions = {"new": "thêm mới", "update": "cập nhật", "same": "giữ nguyên"}
    actions |= {"gone": "đã gỡ thông tin", "ask": "cần xác nhận", "wrong": "cần sửa"}
    for one in outcome.told:
        about = f" ({one.about})" if one.about else ""
        print(f"dòng {one.line}: {actions[one.action]}: {one.words}{about}")
    for note in outcome.notes:
        print(note)
    if outcome.problems:
        tell(told_once(outcome.problems), options.format)
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
    print(f"Đã ghi {len(outcome.changes)} tệp.")
    if set(outcome.changes) != {MAP}:
        print(f"Chưa duyệt điều gì vừa nhập. Xem xong thì: portal approve {options.decision} --by TÊN --role CHỨC_VỤ")
    return 0


def _annotate(outcome: Outcome, file: Path | None) -> None:
    """Writes the annotated copy of a workbook; never over another file."""
    from generator.importers.annotated import annotated_path, annotated_workbook
    from generator.importers.texts import shown

    if outcome.package.kind != "xlsx":
        return
    data = annotated_workbook(outcome)
    path = file or annotated_path(outcome.package.file, data)
    if path.exists() and path.read_bytes() != data:
        print(f"Lỗi: đã có tệp {display_path(path)}. Cách sửa: ghi tên khác sau --annotated.", file=sys.stderr)
        return
    path.write_bytes(data)
    print(f"Bản sao có ghi lỗi từng ô: {display_path(path)}")
    dropped = ", ".join(f"“{outcome.header.titles[column]}”" for column in outcome.header.sensitive)
    if dropped:
        print(shown(f"Bản sao để trống các cột dữ liệu cá nhân: {dropped}."))
