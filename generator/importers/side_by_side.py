"""The tables that only place a head or a foot in two columns, as lines; how the lines of heads and feet begin."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.importers.reading import Grid, Item, Line, block_lines, space_label
from generator.vietnamese import CAPITALS, fold

NUMBER = re.compile(r"(?:Số|SỐ)\s*[:：]|(?:Số|SỐ)\s+\d+\s?/")
PLACE = re.compile(rf"[{CAPITALS}][^,]{{1,60}},\s*(?:ngày|Ngày)\b.{{0,30}}\btháng\b.{{0,30}}\bnăm\b.{{0,20}}")
NATION = ("cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "doc lap – tu do – hanh phuc")
AUTHORITY = re.compile(r"(?:(?:TM|T/M|KT|TL|TUQ|Q)\s?\.\s?\S.*|T/M \S.*|(?:PHÓ )?CHỦ TỊCH)")
RECIPIENTS = re.compile(r"Nơi nhận\s*(?:[:.]|$)", re.IGNORECASE)


def undo_columns(item: Item) -> list[Item]:
    """The lines of a table that only places a head or a foot, column by column; anything else as it is."""
    if isinstance(item, Line) or item.blocks is None or not _is_layout(item):
        return [item]
    lines: list[tuple[int, Line]] = []
    for row in item.blocks.rows:
        for column, cell in enumerate(row):
            for block in cell:
                for line in block_lines(block, item.order[0], counted=False):
                    text = space_label(line.text)
                    order = (item.order[0], len(lines))
                    lines.append((column, replace(line, text=text, order=order, soft=True)))
    return [line for _, line in sorted(lines, key=lambda one: one[0])]


def _is_layout(grid: Grid) -> bool:
    """Whether the table only places a head or a foot."""
    if max(map(len, grid.rows)) > 4 or len(grid.rows) > 30:
        return False
    told = [text for row in grid.rows for text in row if text]
    if len(grid.rows) == 1 and all(NUMBER.match(text) or PLACE.fullmatch(text) for text in told):
        return True  # a head without the nation's lines
    return any(
        fold(text).startswith(NATION)
        or RECIPIENTS.match(text)
        or (AUTHORITY.fullmatch(text.strip("*")) and text.isupper())
        for text in told
    )
