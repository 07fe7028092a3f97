"""The ``portal`` command. Exit 0 clean, 1 the content needs mending, 2 wrong usage."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from generator import __version__
from generator.approval import ApprovalRefused
from generator.commands.approval import add_approval_command
from generator.commands.base import Parser, tell
from generator.commands.honours import add_honours_commands
from generator.commands.plan import add_plan_commands
from generator.commands.site import add_site_commands
from generator.commands.takedown import add_takedown_commands
from generator.new_entry import NewEntryRefused
from generator.problems import ContentInvalid, display_path
from generator.publishing import PublishingFailed
from generator.takedown.targets import TargetUnknown


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles
    options = make_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentInvalid as error:
        tell(error.problems, options.format)
        return 1
    except TargetUnknown as error:
        print(f"Lỗi: {error}", file=sys.stderr)
        return 2 if error.usage else 1
    except (ApprovalRefused, PublishingFailed, NewEntryRefused) as error:
        print(f"Lỗi: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        where = f" ({display_path(Path(error.filename))})" if error.filename else ""
        print(f"Lỗi: không đọc hoặc ghi được tệp{where}: {error.strerror}", file=sys.stderr)
        return 1


def make_parser() -> Parser:
    """The parser of every command."""
    parser = Parser(prog="portal", description="Dựng chuyên trang thi đua, khen thưởng từ thư mục content/.")
    parser.add_argument("--version", action="version", version=f"portal {__version__}")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True, parser_class=Parser)
    add_site_commands(commands)
    add_approval_command(commands)
    add_takedown_commands(commands)
    add_plan_commands(add_honours_commands(commands))
    return parser
