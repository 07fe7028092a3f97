"""The proof that an import drops nothing: the text of its YAML equals the text of the file, character by character.

Equal means equal in the form ``vietnamese.normal`` gives, a run of white space counting as one space. What was set
aside (page numbers, ``**``) is listed and counted in; what was read in another order (two columns) was told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import vietnamese
from generator.importers.blocks import Blocks, TableBlock
from generator.importers.outline import Outlined
from generator.importers.reading import Grid, Item, Line, Told
from generator.models.official_text import AttachedAnnex, BoundText, Letterhead, OfficialText, Table
from generator.models.plan import Annex
from generator.numbering import Node


@dataclass(frozen=True)
class Fault:
    """The first place where the texts differ: the line of the file, what stands there, what the YAML has."""

    line: int
    file: str
    yaml: str


def find_fault(blocks: Blocks, outlined: Outlined, text: OfficialText, annex: Annex | None) -> Fault | None:
    """The first difference between the file and what its YAML says, read back; None where every character is there."""
    return _read_fault(blocks, outlined) or _table_fault(outlined) or _text_fault(outlined, text, annex)


def printed(text: OfficialText, annex: Annex | None = None) -> Iterator[str]:
    """The texts of a paper in the order of print, without its footnotes; ``annex`` stands at its position."""
    if isinstance(text, BoundText) and text.promulgated_by is not None:
        yield from printed(text.promulgated_by)
    head = text.letterhead or Letterhead()
    for line in (*head.issuer, *head.nation, text.number_line, text.place_line, text.type, text.title):
        yield line or ""
    yield from text.preamble
    yield from _parts(text.parts)
    for section in text.sections:
        yield from (section.label, section.text)
        yield from _parts(section.parts)
    yield from text.conclusions
    if text.distribution is not None:
        yield from (text.distribution.heading, *text.distribution.lines)
    if text.signature is not None:
        yield from (*text.signature.lines, text.signature.name)
    annexes: list[Annex | AttachedAnnex] = [*text.annexes] if isinstance(text, BoundText) else []
    if annex is not None:
        annexes.insert(annex.position - 1, annex)
    for one in annexes:
        yield from (one.heading, one.title or "", one.note or "")
        yield from _tasks(one) if isinstance(one, Annex) else _parts(one.parts)


def _parts(parts: Sequence[Node]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield from (cell for row in part.table for cell in row)
        else:
            yield from (part.label, part.text)
            yield from _parts(part.parts)


def _tasks(annex: Annex) -> Iterator[str]:
    yield from annex.columns
    group = None
    for task in annex.tasks:
        if task.group != group:
            group = task.group
            yield group or ""
        others = iter(task.others)
        for cell in annex.cells:
            yield next(others, "") if cell == "other" else getattr(task, cell)


def _read_fault(blocks: Blocks, outlined: Outlined) -> Fault | None:
    """Whether the lines, in the order of the file, with what was set aside, are the file."""
    kept: list[tuple[tuple[int, int], int, str]] = [
        (item.order, item.line, " ".join(_words(item))) for item in outlined.layout.items()
    ]
    kept += [(told.order, told.line, told.words) for told in outlined.aside if told.order is not None]
    pieces: dict[int, list[tuple[tuple[int, int], int, str]]] = {}
    for piece in sorted(kept):
        pieces.setdefault(piece[0][0], []).append(piece)
    for place, block in enumerate(blocks):
        want = _bare(" ".join(_raw(block)))
        have = _bare(" ".join(words for _, _, words in pieces.get(place, [])))
        if want != have:
            return Fault(block.line, want[:80], have[:80])
    return None


def _raw(block: object) -> Iterator[str]:
    if isinstance(block, TableBlock):
        for row in block.rows:
            for cell in row:
                for one in cell:
                    yield from (one.label, one.text)
    else:
        yield from (block.label, block.text)  # type: ignore[attr-defined]


def _bare(text: str) -> str:
    """The characters without white space and double asterisks, which are listed by themselves."""
    return "".join(vietnamese.normal(text).split()).replace("**", "")


def _table_fault(outlined: Outlined) -> Fault | None:
    """Whether the table of tasks holds what its rows hold, however they were put together."""
    if outlined.table is None:
        return None
    grids = [item for item in outlined.layout.annexes[outlined.position - 1].body if isinstance(item, Grid)]
    want = Counter("".join(cell for grid in grids for row in grid.rows for cell in row))
    table = outlined.table
    have = Counter("".join(told.words for told in table.aside) + "".join(table.columns))
    for row in table.rows:
        have += Counter(row.above + "".join(row.cells))
    del want[" "], have[" "]
    return None if want == have else Fault(grids[0].line, "bảng nhiệm vụ", "".join((want - have) + (have - want))[:80])


def _text_fault(outlined: Outlined, text: OfficialText, annex: Annex | None) -> Fault | None:
    """Whether the YAML's words are those of the lines, in the order of reading."""
    want = [(word, line) for words, line in _read(outlined) for word in words.split()]
    have = " ".join(printed(text, annex)).split()
    for place, (word, line) in enumerate(want):
        if place >= len(have) or have[place] != word:
            around = " ".join(one for one, _ in want[max(0, place - 3) : place + 6])
            return Fault(line, around, " ".join(have[max(0, place - 3) : place + 6]))
    if len(have) > len(want):
        return Fault(want[-1][1] if want else 1, "", " ".join(have[len(want) : len(want) + 9]))
    return _note_fault(outlined, text)


def _read(outlined: Outlined) -> Iterator[tuple[str, int]]:
    for sheet in outlined.layout.sheets:
        for item in sheet.items():
            yield " ".join(_words(item)), item.line
    for place, annex in enumerate(outlined.layout.annexes, 1):
        table = outlined.table if place == outlined.position else None
        for item in annex.items():
            if table is None or isinstance(item, Line):
                yield " ".join(_words(item)), item.line
        if table is not None:
            yield " ".join(table.columns), annex.heading.line
            for row in table.rows:
                yield f"{row.above} {' '.join(row.cells)}", row.line


def _words(item: Item) -> Iterator[str]:
    if isinstance(item, Line):
        yield item.text
    else:
        yield from (cell for row in item.rows for cell in row)


def _note_fault(outlined: Outlined, text: OfficialText) -> Fault | None:
    """Whether every footnote of the file is there."""
    notes = list(text.footnotes)
    if isinstance(text, BoundText) and text.promulgated_by is not None:
        notes += text.promulgated_by.footnotes
    have = Counter((note.mark, note.text) for note in notes)
    want = Counter((mark.mark, mark.text) for marks in outlined.marks for _, mark in marks)
    lost = want - have
    return Fault(1, f"chú thích {next(iter(lost))[0]}", "") if lost else None


def changes_of(blocks: Blocks) -> Told | None:
    """What ``vietnamese.normal`` changes in the file: how many places of each kind; None where nothing."""
    text = "\n".join(words for block in blocks for words in _raw(block))
    composed = sum(vietnamese.normal(word) != word for word in text.translate(_ODD).split())
    counts = (
        (composed, "chữ có dấu rời được ghép lại (NFC)"),
        (sum(map(text.count, "\u00a0\u202f\u2007")), "dấu cách không ngắt thành dấu cách"),
        (sum(map(text.count, "Ðð")), "chữ Ð, ð thành Đ, đ"),
        (sum(map(text.count, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")), "ký tự không có hình bị bỏ"),
    )
    said = "; ".join(f"{count} {what}" for count, what in counts if count)
    return Told(1, said, "chuẩn hóa chữ") if said else None


_ODD = {ord(sign): " " for sign in "\u00a0\u202f\u2007"} | {
    ord(sign): None for sign in "Ðð\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
}
