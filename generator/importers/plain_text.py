"""A text file, copied from Word, from a gazette or out of a PDF, to Blocks: its paragraphs and its tables.

Blank lines part paragraphs; the lines of one paragraph stay apart by a line feed. Lines with tabs are rows of a table.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator import vietnamese
from generator.importers.blocks import Block, Blocks, TableBlock
from generator.importers.labels import read_label
from generator.importers.plain_notes import take_notes
from generator.importers.reading import furniture
from generator.importers.tables import RULE
from generator.importers.texts import unseen_sign
from generator.problems import Place, Problem

MAX_BYTES = 5_000_000
_MAX_CELLS = 40
_ANNEX = re.compile(r"\s*PHỤ LỤC\b[^\t]*$")  # no table goes on behind the first line of another annex
_BREAKS = re.compile(r"\r\n?|\n|\f|\v|\u2028|\u2029|\x85")


def read_plain(file: Path) -> tuple[Blocks, list[Problem]]:
    """The file's blocks, or what is wrong with it: its coding, its size, signs nobody can see.

    UTF-8, or UTF-16 with its mark. Raises OSError when the file is unreadable.
    """
    if file.stat().st_size > MAX_BYTES:
        fix = "chép riêng văn bản sang một tệp mới rồi nhập lại"
        return (), [Problem(Place(file), RULE, f"tệp chữ lớn hơn {MAX_BYTES // 1_000_000} MB", fix)]
    raw = file.read_bytes()
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        fix = "mở bằng Notepad, chọn Lưu thành, mã hóa UTF-8; chữ TCVN3, VNI thì chuyển sang Unicode trước"
        return (), [Problem(Place(file), RULE, "tệp không phải văn bản Unicode (UTF-8, UTF-16)", fix)]
    lines = _BREAKS.split(text)
    problems = []
    for number, line in enumerate(lines, 1):
        odd = re.search("[\u00ad\ufffe\uffff]", line)
        sign = unseen_sign(line) or (f"U+{ord(odd[0]):04X}" if odd else "")
        if sign:
            message = f"có ký tự không nhìn thấy hoặc không thuộc Unicode chung ({sign})"
            fix = "xóa ký tự này, gõ lại chữ hay dấu ở chỗ đó như bản in"
            problems.append(Problem(Place(file, number), RULE, message, fix))
    return ((), problems[:20]) if problems else (take_notes(plain_blocks(lines)), [])


def plain_blocks(lines: Sequence[str]) -> Blocks:
    """The lines as paragraphs and tables."""
    blocks: list[Block | TableBlock] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
        elif _is_row(lines[at]):
            end = _table_end(lines, at)
            blocks += _table_blocks(lines[at:end], at + 1)
            at = end
        else:
            end = at + 1
            while end < len(lines) and lines[end].strip() and not _is_row(lines[end]):
                end += 1
            own = lines[at:end]
            blocks.append(_columns(own, at + 1) if _has_columns(own[0]) else Block("\n".join(own), at + 1))
            at = end
    return tuple(blocks)


def _has_columns(line: str) -> bool:
    """Whether spaces part the two columns of a head or a foot, as a copy out of a PDF has them."""
    match = re.fullmatch(r"\s*(\S.*?) {3,}(\S.*)", line)
    return match is not None and (
        vietnamese.fold(match[2]).startswith("cong hoa xa hoi") or vietnamese.fold(match[1]).rstrip(" :") == "noi nhan"
    )


def _columns(lines: Sequence[str], first: int) -> TableBlock:
    """A head or a foot whose two columns a copy keeps apart by spaces, as a table of two."""
    rows = []
    for number, line in enumerate(lines, first):
        left, _, right = re.sub(r"(?<=\S) {3,}(?=\S)", "\t", line.rstrip(), count=1).partition("\t")
        if not right and left.startswith(" " * 12):
            left, right = "", left
        rows.append(tuple((Block(cell, number),) if cell.strip() else () for cell in (left, right)))
    return TableBlock(tuple(rows), first)


def _is_row(line: str) -> bool:
    """Whether tabs part cells; the tab behind a label or before a paragraph parts none."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > _MAX_CELLS or sum(map(bool, cells)) < 2:
        return False
    label = read_label(cells[0])
    return len(cells) > 2 or (not (label is not None and not label.rest) and cells[0] not in ("-", "+", "*", "–", "•"))


def _table_end(lines: Sequence[str], start: int) -> int:
    """The line behind the table: a row may be followed by a blank line, a lone text only by another row."""
    columns = lines[start].count("\t")
    end = at = start + 1
    loose = 0
    while at < len(lines) and loose < 3:
        line = lines[at]
        tabs = line.count("\t")
        if _ANNEX.match(line):
            break
        if tabs and (_is_row(line) or tabs == columns) and (tabs > 1 or columns == 1):
            at += 1
            end, loose = at, 0
        elif columns > 1:
            at, loose = at + 1, loose + (bool(line.strip()) and not furniture(line.strip()))
        else:
            break
    return end


def _table_blocks(lines: Sequence[str], first: int) -> Iterator[Block | TableBlock]:
    """The table in pieces, between which the page numbers stand that cut it."""
    start = 0
    for at, line in enumerate([*lines, None]):
        if line is None or furniture(line.strip()):
            if any(row.strip() for row in lines[start:at]):
                yield _table(lines[start:at], first + start, lines[0].count("\t"))
            if line is not None:
                yield Block(line, first + at)
            start = at + 1


def _table(lines: Sequence[str], first: int, columns: int) -> TableBlock:
    """The rows; one that lacks tabs goes on in the line below where both together have as many as there are columns."""
    rows: list[tuple[tuple[Block, ...], ...]] = []
    at = 0
    while at < len(lines):
        number, text = first + at, lines[at]
        at += 1
        if not text.strip():
            continue
        while (
            0 < text.count("\t") < columns and at < len(lines) and lines[at].strip()
            and text.count("\t") + lines[at].count("\t") <= columns
            and not (lines[at].count("\t") == 0 and read_label(lines[at].strip()))
        ):  # fmt: skip
            text = f"{text}\n{lines[at]}"
            at += 1
        cells = text.split("\t")
        cells += [""] * (columns + 1 - len(cells))
        rows.append(tuple((Block(cell, number),) if cell.strip() else () for cell in cells))
    return TableBlock(tuple(rows), first)
