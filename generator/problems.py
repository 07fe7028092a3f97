"""What is wrong with the content, where, and how to mend it.

A problem is a fact about one place in one file. The editor sees place, fact, picture and way out:

    content/decisions/2026/mau-01.yml:9:14: lỗi: không có … "giay-ken" trong content/awards [tham-chieu]
        8 |   lists:
        9 |     - award: giay-ken
          |              ^^^^^^^^
      cách sửa: có phải "giay-khen"?
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

Severity = Literal["lỗi", "cảnh báo"]
Format = Literal["full", "short", "github"]

_PICTURE_WIDTH = 96
_DIGIT = re.compile("[0-9]")
_PICTURED_BYTES = 4_000_000


@dataclass(frozen=True, order=True)
class Place:
    """A stretch of one line of a file, or the whole file where its length is 0.

    Lines and columns count from 1, in characters.
    """

    file: Path
    line: int = 1
    column: int = 1
    length: int = 0


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong: the fact in one sentence, the way out in another, the rule that found it."""

    place: Place
    rule: str
    message: str
    fix: str = ""
    severity: Severity = "lỗi"


class ContentInvalid(Exception):
    """The content cannot be published; ``problems`` holds at least one error, sorted by place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(summarise(problems))
        self.problems = tuple(problems)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those problems that stop publication."""
    return [problem for problem in problems if problem.severity == "lỗi"]


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """A question naming the nearest candidate, such as ``có phải "giay-khen"?``, or an empty string."""
    near = nearest(word, candidates)
    return f'có phải "{near}"?' if near else ""


def nearest(word: str, candidates: Iterable[str]) -> str:
    """The candidate most like the word; empty where none is like it."""
    letters = _DIGIT.sub("", word)  # what differs in digits alone is another thing: another person, another law
    alike = [candidate for candidate in candidates if _DIGIT.sub("", candidate) != letters]
    near = get_close_matches(word, alike, n=1, cutoff=0.6)
    return near[0] if near else ""


def format_problems(problems: Iterable[Problem], style: Format = "full") -> str:
    """The problems as text, sorted by place: with pictures, a line each, or as annotations for CI."""
    ordered = sorted(set(problems))
    if style == "github":
        return "\n".join(_annotation(problem) for problem in ordered)
    if style == "short":
        return "\n".join(_headline(problem) for problem in ordered)
    return "\n".join(part for problem in ordered for part in _full(problem))


def summarise(problems: Sequence[Problem]) -> str:
    """The closing line, ``2 lỗi, 1 cảnh báo trong 2 tệp. Chưa ghi thay đổi nào.`` or the like."""
    wrong = len(set(errors(problems)))
    doubtful = len(set(problems)) - wrong
    files = len({problem.place.file for problem in problems})
    counts = [f"{wrong} lỗi"] * bool(wrong) + [f"{doubtful} cảnh báo"] * bool(doubtful)
    tail = " Chưa ghi thay đổi nào." if wrong else ""
    return f"{', '.join(counts)} trong {files} tệp.{tail}"


def display_path(file: Path) -> str:
    """The path as an editor can click it: relative to the working folder where it lies below it, safe to print."""
    try:
        shown = os.path.relpath(file)
    except ValueError:  # another drive on Windows
        shown = str(file)
    return _printable(Path(str(file) if shown.startswith("..") else shown).as_posix())


def _headline(problem: Problem) -> str:
    place = problem.place
    where = f"{display_path(place.file)}:{place.line}:{place.column}"
    return f"{where}: {problem.severity}: {_printable(problem.message)} [{problem.rule}]"


def _full(problem: Problem) -> list[str]:
    lines = [_headline(problem), *_picture(problem.place)]
    if problem.fix:
        lines.append(f"  cách sửa: {_printable(problem.fix)}")
    return lines


def _annotation(problem: Problem) -> str:
    kind = "error" if problem.severity == "lỗi" else "warning"
    place = problem.place
    text = _printable(f"{problem.message} Cách sửa: {problem.fix}" if problem.fix else problem.message)
    text = text.replace("%", "%25")
    file = display_path(place.file).replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={file},line={place.line},col={place.column},title={problem.rule}::{text}"


def _picture(place: Place) -> list[str]:
    """The line with the fault, the one before it, and a mark under the fault; nothing for a fault of the whole file."""
    lines = _lines(place.file) if place.length else []
    if not 0 < place.line <= len(lines) or not any(lines):
        return []
    width = len(str(place.line))
    start = max(0, place.column - 1 - _PICTURE_WIDTH // 2) if place.column > _PICTURE_WIDTH - 16 else 0
    drawn = []
    for number in range(max(1, place.line - 1), place.line + 1):
        text = _printable(lines[number - 1])
        cut = text[start : start + _PICTURE_WIDTH]
        drawn.append(f"    {number:>{width}} | {'…' * bool(start)}{cut}{'…' * (len(text) > start + _PICTURE_WIDTH)}")
    before = lines[place.line - 1][start : place.column - 1]
    stacked = sum(unicodedata.combining(char) > 0 for char in before)  # marks that take no column of their own
    offset = place.column - 1 - start - stacked + bool(start)
    marked = max(1, min(place.length, _PICTURE_WIDTH - (place.column - 1 - start)))
    drawn.append(f"    {' ' * width} | {' ' * offset}{'^' * marked}")
    return [line.rstrip() for line in drawn]


def _lines(file: Path) -> list[str]:
    """The lines of a text; none of a link, a pipe, a photograph, a Word file, a folder or a huge file."""
    try:
        if file.is_symlink() or not file.is_file():
            return []
        if file.stat().st_size > _PICTURED_BYTES:
            return []
        raw = file.read_bytes()
    except OSError:
        return []
    text = raw.decode("utf-8-sig", errors="replace")
    if b"\0" in raw and "\ufffd" in text:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _printable(text: str) -> str:
    """The text on one line, without characters that a terminal would obey; one character stays one character."""
    return "".join(
        "→" if char == "\t" else "�" if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else char
        for char in text
    )
