"""Lines to an official text: head, title, preamble, body by levels, conclusion, foot, annexes; as the YAML writes it.

A paper that another one promulgates stands with it: the decision before the plan. Nothing is dropped here; what has no
certain place is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.importers.labels import read_label
from generator.importers.layout import AnnexSheet, Layout, Sheet, Unplaced, arrange, type_of
from generator.importers.levels import Data, build_levels
from generator.importers.openings import OPENING, SPEAKS, conclusions_of, preamble_of
from generator.importers.reading import Grid, Item, Line, Mark, Reading, Told
from generator.importers.sentences import is_capital, join_sentences
from generator.importers.task_table import TaskTable, read_task_table
from generator.vietnamese import fold

_ANNEX_NAME = re.compile(
    r"((?:PHỤ LỤC|MẪU SỐ|BIỂU MẪU)(?:\s+(?:SỐ\s+)?(?:[IVXL]+|\d+|[A-Z]))?+\s?[:.]?)(?:\s+(\S.*)|$)"
)


PLAN = "KẾ HOẠCH"
"""The kind of paper whose annex may be a table of tasks."""


@dataclass
class Outlined:
    """The paper as data: ``text`` of the last sheet, the paper that promulgates it, its annexes, the table of tasks.

    ``tasks`` is the annex of tasks with its ``table``; ``position`` its place among all annexes. ``marks`` are the
    footnotes of each sheet with the whole line they stand in. ``counted``: what lines' numbers count.
    """

    text: Data
    kind: str
    layout: Layout
    promulgated_by: Data | None = None
    annexes: list[Data] = field(default_factory=list)
    tasks: Data | None = None
    table: TaskTable | None = None
    position: int = 1
    marks: list[list[tuple[str, Mark]]] = field(default_factory=list)
    aside: list[Told] = field(default_factory=list)
    changed: list[Told] = field(default_factory=list)
    doubts: list[Told] = field(default_factory=list)
    counted: str = "dòng"


def outline(reading: Reading) -> Outlined:
    """The paper that was read. Raises Unplaced where a line has no place in any paper."""
    if not any(isinstance(item, Line) for item in reading.items):
        raise Unplaced(1, "tệp không có đoạn chữ nào để nhận ra một văn bản")
    layout = arrange(reading.items)
    if len(layout.sheets) > 2:
        raise Unplaced(next(layout.sheets[2].items()).line, "tệp có hơn hai văn bản nối nhau")
    out = Outlined({}, "", layout)
    out.aside += reading.aside
    out.changed += [*reading.changed, *layout.moved]
    out.doubts += layout.doubts
    texts = [_sheet(sheet, reading.width, out) for sheet in layout.sheets]
    out.text = texts[-1]
    out.promulgated_by = texts[0] if len(texts) > 1 else None
    out.kind = type_of(layout.sheets[-1].type.text).upper() if layout.sheets[-1].type else ""
    for place, annex in enumerate(layout.annexes, 1):
        _annex(annex, reading.width, out, place)
    out.doubts = list({(told.line, told.words): told for told in out.doubts}.values())
    return out


def _sheet(sheet: Sheet, width: int, out: Outlined) -> Data:
    """The sheet in the order in which ``OfficialText`` has its fields."""
    data: Data = {}
    if sheet.issuer or sheet.nation:
        lines = {"issuer": _texts(sheet.issuer), "nation": _texts(sheet.nation)}
        data["letterhead"] = {key: value for key, value in lines.items() if value}
    for key, found in (("number_line", sheet.number), ("place_line", sheet.place)):
        if found:
            data[key] = " ".join(_texts(found))
    body = list(sheet.body)
    title = _texts(sheet.subject)
    if sheet.type is not None:
        type_ = type_of(sheet.type.text)
        data["type"] = type_
        rest = sheet.type.text.removeprefix(type_).strip()
        title += [rest] if rest else []
    data["title"] = _title(title, body, sheet, out)
    items, joined = join_sentences(body, width)
    out.changed += joined
    preamble = preamble_of(items)
    conclusions = conclusions_of(items, preamble)
    middle = items[len(preamble) : len(items) - len(conclusions)]
    levels = build_levels(middle)
    out.doubts += levels.doubts
    for key, value in (
        ("preamble", _texts(preamble)), ("parts", levels.parts), ("sections", levels.sections),
        ("conclusions", _texts(conclusions)),
    ):  # fmt: skip
        if value:
            data[key] = value
    _foot(sheet, data, out)
    head = [
        *sheet.issuer,
        *sheet.nation,
        *sheet.number,
        *sheet.place,
        *sheet.subject,
        *([sheet.type] if sheet.type else []),
    ]
    titled = sheet.body[: len(sheet.body) - len(body)]
    out.marks.append(_marks([*head, *titled, *items, *sheet.recipients, *sheet.signature]))
    return data


def _texts(lines: Sequence[Item]) -> list[str]:
    return [line.text for line in lines if isinstance(line, Line)]


def _marks(items: Sequence[Item]) -> list[tuple[str, Mark]]:
    return [
        (item.text if isinstance(item, Line) else "", mark) for item in items for mark in item.marks
    ]  # fmt: skip


def _title(title: list[str], body: list[Item], sheet: Sheet, out: Outlined) -> str:
    """Takes the title's lines off the body; a title may go on over lines that look alike."""
    before: Line | None = None
    while body:
        line = body[0]
        if not isinstance(line, Line) or read_label(line.text) is not None:
            break
        if title and not (before and _goes_on(before, line, title[-1], sheet)):
            break
        title.append(line.text)
        before = line
        del body[0]
    if not title:
        where = sheet.type or (body[0] if body else None)
        raise Unplaced(where.line if where else 1, "không thấy trích yếu, dòng nói văn bản về việc gì")
    if sheet.type is None and not sheet.subject:
        out.doubts.append(Told(before.line if before else 1, title[0][:60], "không thấy tên loại, lấy làm trích yếu"))
    return " ".join(title)


def _goes_on(before: Line, line: Line, last: str, sheet: Sheet) -> bool:
    if OPENING.match(line.text) or line.text[-1] in ".;:" or last[-1] in ".;:" or len(line.text) > 150:
        return False
    if line.text[0] == "(" or sheet.type is None or (SPEAKS.match(line.text) and is_capital(line.text)):
        return False
    alike = before.centred == line.centred and before.bold == line.bold
    return alike and (line.soft or line.centred) and is_capital(line.text) == is_capital(last)


def _foot(sheet: Sheet, data: Data, out: Outlined) -> None:
    if sheet.recipients:
        lines, joined = join_sentences(sheet.recipients, 0)
        out.changed += joined
        texts = _texts(lines)
        heading, _, rest = texts[0].partition(":")
        if rest.startswith(" "):
            texts[:1] = [f"{heading}:", rest.strip()]
        data["distribution"] = {"heading": texts[0], "lines": texts[1:]}
    if sheet.signature:
        texts = _texts(sheet.signature)
        if texts[-1].isupper():
            last = sheet.signature[-1]
            out.doubts.append(Told(last.line, last.text, "phần ký không có họ tên, lấy dòng cuối thay"))
        data["signature"] = {"lines": texts[:-1], "name": texts[-1]}


def _annex(annex: AnnexSheet, width: int, out: Outlined, place: int) -> None:
    """Adds the annex: as the table of tasks where it is the first such, else with its parts."""
    heading = annex.heading.text
    title, note, rest = _annex_head(annex, width, out)
    match = _ANNEX_NAME.match(heading)
    if match and match[2]:
        heading, title = match[1], [match[2], *title]
    head: Data = {"heading": heading}
    if title:
        head["title"] = " ".join(title)
    if note:
        head["note"] = " ".join(note)
    out.marks.append(_marks([annex.heading, *annex.body]))
    grids = [item for item in rest if isinstance(item, Grid)]
    may_be_tasks = out.kind == PLAN and grids and len(grids) == len(rest) and out.table is None
    table = read_task_table(grids) if may_be_tasks else None
    if table is not None:
        out.tasks, out.table, out.position = head, table, place
        out.aside += table.aside
        out.changed += table.changed
        out.doubts += table.doubts
        return
    levels = build_levels(rest, annex=True)
    out.doubts += levels.doubts
    if levels.parts:
        head["parts"] = levels.parts
    out.annexes.append(head)


def _annex_head(annex: AnnexSheet, width: int, out: Outlined) -> tuple[list[str], list[str], list[Item]]:
    """The lines of the annex's title, of its note, and what is below them."""
    items = list(annex.body)
    noted = next((place for place, item in enumerate(items[:6]) if _is_note(item)), None)
    ends = noted if noted is not None else _title_end(items)
    title = _texts(items[:ends])
    if len(title) < ends:  # a table stands before the note
        ends, noted = _title_end(items), None
        title = _texts(items[:ends])
    note: list[str] = []
    while noted is not None and ends < len(items) and (not note or not note[-1].endswith(")")) and len(note) < 4:
        line = items[ends]
        if not isinstance(line, Line):
            break
        note.append(line.text)
        ends += 1
    rest, joined = join_sentences(items[ends:], width)
    out.changed += joined
    return title, note, rest


def _is_note(item: Item) -> bool:
    return isinstance(item, Line) and item.text.startswith("(") and "kem theo" in fold(item.text)


def _title_end(items: Sequence[Item]) -> int:
    """How many lines are the title where no note follows: one, and those that go on in capitals or in the middle."""
    end = 0
    while end < min(len(items), 4):
        line = items[end]
        if not isinstance(line, Line) or read_label(line.text) is not None or line.text[-1] in ".;:":
            break
        if end and not (line.centred or (line.soft and is_capital(line.text))):
            break
        end += 1
    return end
