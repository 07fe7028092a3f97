"""What the commands share: the parser's Vietnamese, arguments every command takes, the clock, how problems are told."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

from generator.problems import Format, Problem, display_path, format_problems, summarise
from generator.publishing import Layout
from generator.vietnamese import parse_date

ROOT = Path(__file__).resolve().parents[2]
_VIETNAM = timezone(timedelta(hours=7))


def today() -> date:
    """The date at UTC+7: the only place that reads the clock."""
    return datetime.now(_VIETNAM).date()  # noqa: TID251 - the one place; --as-of replaces it


class Parser(argparse.ArgumentParser):
    """argparse, its own few words in Vietnamese."""

    def format_help(self) -> str:
        """The help, its headings in Vietnamese."""
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
        """Says what is wrong with the command and ends with exit code 2."""
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


def add_command(commands: Any, name: str, words: str, run: object) -> argparse.ArgumentParser:
    """A command that knows where the content lies; ``run`` takes the options and gives the exit code."""
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=run, format="full")
    folder = ROOT / "content"
    command.add_argument("--content", type=Path, default=folder, help="thư mục nội dung", metavar="THƯ_MỤC")
    return command


def add_dated(commands: Any, name: str, words: str, run: object) -> argparse.ArgumentParser:
    """A command whose result depends on the day, and that may print problems."""
    command = add_command(commands, name, words, run)
    command.add_argument("--as-of", type=day, help="dựng như vào ngày này (mặc định: hôm nay)", metavar="NGÀY")
    command.add_argument(
        "--format",
        choices=("full", "short", "github"),
        default="full",
        help="cách in lỗi: đủ, mỗi lỗi một dòng, cho CI",
    )
    return command


def add_site(command: argparse.ArgumentParser) -> None:
    """The folder of the published site."""
    command.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục đặt chuyên trang", metavar="THƯ_MỤC")


def day(text: str) -> date:
    """The day an argument names."""
    try:
        return parse_date(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải một ngày; viết như 2026-11-22") from None


def layout(options: argparse.Namespace) -> Layout:
    """Where things lie."""
    return Layout(ROOT, options.content)


def as_of(options: argparse.Namespace) -> date:
    """The day asked for, or today."""
    chosen: date | None = options.as_of
    return chosen or today()


def tell(problems: Sequence[Problem], style: Format) -> None:
    """Prints the problems and how many there are."""
    print(format_problems(problems, style), file=sys.stderr)
    print(summarise(problems), file=sys.stderr)


def write_new(file: Path, data: bytes) -> int:
    """Writes a file that is not there yet and says so; returns the exit code."""
    try:
        with file.open("xb") as out:
            out.write(data)
    except FileExistsError:
        print(f"Lỗi: đã có tệp {display_path(file)}. Cách sửa: ghi tên khác, hoặc xóa tệp cũ.", file=sys.stderr)
        return 1
    except FileNotFoundError:
        folder = display_path(file.parent)
        print(f"Lỗi: không có thư mục {folder}. Cách sửa: tạo thư mục ấy, hoặc ghi tệp ở nơi khác.", file=sys.stderr)
        return 1
    print(f"Đã tạo {display_path(file)}.")
    return 0
