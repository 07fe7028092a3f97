"""An editor's prose, read line by line into what readers meet.

It may hold paragraphs, ``##`` and ``###`` headings, ``-`` and ``1.`` lists, ``>`` quotes (a line of one that starts
with a long dash says who spoke), tables of ``| cells |``, ``**bold**``, ``[words](target)``, and two fences that
``:::`` closes: ``::: lời khuyên`` and ``::: thuật ngữ: Giấy khen``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator import vietnamese
from generator.escaping import LINK

Fence = Literal["", "advice", "term"]
_Kind = Literal["blank", "heading", "-", "1", "quote", "text", "head", "rule", "row", "open", "close"]
BlockKind = Literal["heading", "text", "item", "quote", "head", "row"]

ADVICE = "Lời khuyên của chuyên trang, không phải quy định"
"""What stands above plain advice, so that nobody takes it for law."""

BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_BLOCK = re.compile(r"^(#{2,3} |- |[0-9]{1,3}\. |> ?)?")
_TABLE = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_OPEN = re.compile(r":::\s*(lời khuyên|thuật ngữ:\s*(?P<term>\S.*))")


class Line(NamedTuple):
    """A line of prose: its number from 1, what it is, the sign it opens with, its words, whether it is indented."""

    number: int
    kind: _Kind
    opening: str
    words: str
    indented: bool


@dataclass(frozen=True)
class ProseLink:
    """A link in an editor's prose: its line (from 1) and column (from 1), its words and its target."""

    line: int
    column: int
    words: str
    target: str


class Block(NamedTuple):
    """What a reader meets as one: a heading, a paragraph, an item, a quote, a row of a table or its head.

    ``line`` is the first line, from 1; ``fence`` says in which fence it stands, ``term`` which term that explains.
    ``run`` counts the lists and tables, so that the items of one are known; 0 outside them.
    """

    kind: BlockKind
    line: int
    text: str
    fence: Fence = ""
    term: str = ""
    run: int = 0


def prose_links(text: str) -> Iterator[ProseLink]:
    """Every link ``[words](target)`` in the prose, in order."""
    if "](" not in text:
        return
    for number, line in enumerate(text.split("\n"), 1):
        for match in LINK.finditer(line):
            yield ProseLink(number, match.start(2) + 1, match[1], match[2])


def without_links(text: str) -> str:
    """The prose as a reader sees it: of each link its words only, no signs of bold."""
    return BOLD.sub(r"\1", LINK.sub(r"\1", text))


class Heading(NamedTuple):
    """A heading of the prose, or a term it explains: from which line on, its part id on the page, its words."""

    line: int
    id: str
    words: str


def headings(text: str) -> tuple[Heading, ...]:
    """What each line of the prose stands under, from the first heading on; behind a term it is the heading again."""
    found: list[Heading] = []
    taken: set[str] = set()
    above: Heading | None = None
    in_term = False
    for line in read_lines(text):
        if line.kind == "heading":
            above = Heading(line.number, heading_id(line.words, taken), without_links(line.words))
            found.append(above)
        elif line.kind == "open" and line.opening == "term":
            found.append(Heading(line.number, term_id(line.words, taken), line.words))
            in_term = True
        elif line.kind == "close" and in_term:
            found.append(above._replace(line=line.number) if above else Heading(line.number, "", ""))
            in_term = False
    return tuple(found)


def term_ids(text: str) -> dict[str, str]:
    """The part id of each term the prose explains, ``tu-giay-khen``, and the term; the first of two stays."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for line in read_lines(text):
        if line.kind == "open" and line.opening == "term":
            found[term_id(line.words, taken)] = line.words
    return found


Slip = Literal["unknown", "open", "twice", "width"]


def slips(text: str) -> Iterator[tuple[int, Slip]]:
    """What an editor most likely meant otherwise, with its line: a sign that opens nothing, a row too long or short."""
    lines = read_lines(text)
    opened, width = 0, 0
    terms: set[str] = set()
    for line in lines:
        if line.kind == "text" and line.words.startswith(":::"):
            yield line.number, "unknown"
        elif line.kind == "open":
            opened = line.number
            if line.words and (term := vietnamese.fold(line.words)) in terms:
                yield line.number, "twice"
            elif line.words:
                terms.add(term)
        elif line.kind == "close":
            opened = 0
        elif line.kind == "head":
            width = len(row_cells(line.words))
        elif line.kind == "row" and len(row_cells(line.words)) != width:
            yield line.number, "width"
    if opened:
        yield opened, "open"


def blocks(text: str) -> tuple[Block, ...]:
    """What the prose holds, block by block."""
    found: list[Block] = []
    fence: Fence = ""
    term, before, runs = "", "blank", 0
    for line in read_lines(text):
        if line.kind in ("open", "close"):
            fence, term = _FENCES[line.opening], line.words
        elif line.kind in _BLOCKS and _goes_on(line, before):
            found[-1] = found[-1]._replace(text=f"{found[-1].text}\n{line.words}")
        elif line.kind in _BLOCKS:
            kind = _BLOCKS[line.kind]
            runs += _opens_run(line, before, found)
            found.append(Block(kind, line.number, line.words, fence, term, runs if kind in _IN_RUNS else 0))
        before = line.kind
    return tuple(found)


_FENCES: dict[str, Fence] = {"": "", "advice": "advice", "term": "term"}
_BLOCKS: dict[str, BlockKind] = {
    "heading": "heading", "-": "item", "1": "item", "quote": "quote", "text": "text", "head": "head", "row": "row",
}  # fmt: skip
_IN_RUNS = ("item", "head", "row")


def flowing(text: str) -> str:
    """The prose with each block on one line, as a reader meets it: what an editor broke stands behind a space.

    Signs that open a block and empty lines stay; signs of bold do not.
    """
    if "**" in text:
        text = BOLD.sub(r"\1", text)
    if text.count("\n") == 2 * text.count("\n\n"):
        return text  # nearly all: an empty line stands between any two
    flow, before = "", "blank"
    for line, typed in zip(read_lines(text), text.split("\n"), strict=True):
        flow += f" {line.words}" if _goes_on(line, before) else f"\n{typed}"
        before = line.kind
    return flow[1:]


def _goes_on(line: Line, before: str) -> bool:
    """Whether the line goes on with the block of the line before it."""
    if line.kind in ("text", "quote") and before == line.kind:
        return True
    return line.kind == "text" and line.indented and before in ("-", "1")


def _opens_run(line: Line, before: str, found: Sequence[Block]) -> bool:
    """Whether a list or a table begins; an empty line, or the rest of an item, between two items parts no list."""
    if line.kind not in ("-", "1"):
        return line.kind == "head"
    return not (found and found[-1].kind == "item" and before in (line.kind, "blank", "text"))


def read_lines(text: str) -> list[Line]:
    """The lines of the prose, each with what it is."""
    lines = text.split("\n")
    found: list[Line] = []
    inside = table = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        following = lines[number].strip() if number < len(lines) else ""
        indented = line[:1].isspace()
        opened = None if inside else _OPEN.fullmatch(bare)
        if opened:
            term = opened["term"] or ""
            found.append(Line(number, "open", "term" if term else "advice", term, indented))
            inside = True
        elif inside and bare == ":::":
            found.append(Line(number, "close", "", "", indented))
            inside = False
        elif table and _RULE.fullmatch(bare) and found[-1].kind == "head":
            found.append(Line(number, "rule", "", "", indented))
        elif _TABLE.fullmatch(bare) and (table or _RULE.fullmatch(following)):
            found.append(Line(number, "row" if table else "head", "", bare, indented))
            table = True
            continue
        else:
            found.append(_block_line(number, bare, indented=indented))
        table = table and found[-1].kind == "rule"
    return found


def _block_line(number: int, bare: str, *, indented: bool) -> Line:
    marker = _BLOCK.match(bare)
    opening = (marker[1] or "") if marker else ""
    words = bare[len(opening) :].strip()
    kind: _Kind = "text"
    if opening[:1].isdigit():
        kind = "1"
    elif opening[:1] == "-":
        kind = "-"
    elif opening[:1] == ">":
        kind = "quote"
    elif opening and words:
        kind = "heading"
    elif not words and not opening:
        kind = "blank"
    return Line(number, kind, opening, words, indented)


def row_cells(row: str) -> list[str]:
    """The cells of the line of a table."""
    return [cell.strip() for cell in row[1:-1].split("|")]


def heading_id(words: str, taken: set[str]) -> str:
    """The part id of a heading, ``bai-ai-duoc-khen``, which none of the ids taken is; it is taken from now on."""
    return _unused(f"bai-{vietnamese.slug(words)}".rstrip("-"), taken)


def term_id(term: str, taken: set[str]) -> str:
    """The part id of a term, ``tu-giay-khen``, which none of the ids taken is; it is taken from now on."""
    return _unused(f"tu-{vietnamese.slug(term)}".rstrip("-"), taken)


def _unused(wanted: str, taken: set[str]) -> str:
    """The id, or with ``-2`` and so on behind it where it is taken."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    taken.add(unique)
    return unique
