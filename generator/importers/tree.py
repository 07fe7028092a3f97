"""An official text as an indented tree, a line for each part: what an editor compares with the paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importers.texts import shown
from generator.models.official_text import BoundText, OfficialText, Table
from generator.numbering import Node

_WORDS = 60


def tree_lines(text: OfficialText) -> Iterator[str]:
    """The lines of the tree: two spaces a level, the label and the first words."""
    if isinstance(text, BoundText) and text.promulgated_by is not None:
        yield "Văn bản ban hành:"
        yield from (f"  {line}" for line in tree_lines(text.promulgated_by))
    head = text.letterhead
    for name, words in (
        ("cơ quan", " / ".join(head.issuer if head else ())),
        ("quốc hiệu", " / ".join(head.nation if head else ())),
        ("số", text.number_line),
        ("nơi, ngày", text.place_line),
        ("loại", text.type),
        ("trích yếu", text.title),
    ):
        if words:
            yield f"[{name}] {short(words)}"
    yield from (f"[mở đầu] {short(words)}" for words in text.preamble)
    yield from _parts(text.parts, 0)
    for section in text.sections:
        yield f"{section.label} {short(section.text)}"
        yield from _parts(section.parts, 1)
    yield from (f"[kết] {short(words)}" for words in text.conclusions)
    if text.distribution is not None:
        yield f"[nơi nhận] {text.distribution.heading}"
        yield from (f"  {short(line)}" for line in text.distribution.lines)
    if text.signature is not None:
        yield f"[ký] {short(' / '.join((*text.signature.lines, text.signature.name)))}"
    for note in text.footnotes:
        yield f"[chú thích {note.mark} ở {note.part}, sau “{short(note.after)}”] {short(note.text)}"
    for annex in text.annexes if isinstance(text, BoundText) else ():
        yield f"[phụ lục] {annex.heading}"
        yield from (f"  {short(words)}" for words in (annex.title, annex.note) if words)
        yield from _parts(annex.parts, 1)


def _parts(parts: Sequence[Node], depth: int) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Table):
            yield f"{'  ' * depth}[bảng {len(part.table)} dòng] {short(' | '.join(part.table[0]))}"
        else:
            yield f"{'  ' * depth}{part.label or '¶'} {short(part.text)}"
            yield from _parts(part.parts, depth + 1)


def short(text: str) -> str:
    """The first words."""
    text = shown(text)
    return text if len(text) <= _WORDS else text[: _WORDS - 1] + "…"
