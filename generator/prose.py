"""An editor's prose: read line by line into what readers meet, and made into safe Markdown.

It may hold paragraphs, ``##`` and ``###`` headings, ``-`` and ``1.`` lists, ``>`` quotes (a line of one that starts
with a long dash says who spoke), tables of ``| cells |``, ``**bold**``, ``[words](target)``, and two fences that
``:::`` closes: ``::: lời khuyên`` and ``::: thuật ngữ: Giấy khen``. Everything else shows as typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator import vietnamese
from generator.escaping import LINK, Markdown, escape, escape_opening, escape_target, inline

Fence = Literal["", "advice", "term"]
_Kind = Literal["blank", "heading", "-", "1", "quote", "text", "head", "rule", "row", "open", "close"]
BlockKind = Literal["heading", "text", "item", "quote", "head", "row"]
Resolve = Callable[[str], str | None]

ADVICE = "Lời khuyên của chuyên trang, không phải quy định"
"""What stands above plain advice, so that nobody takes it for law."""

_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_LINK_OR_BOLD = re.compile(f"{LINK.pattern}|{_BOLD.pattern}")
_BLOCK = re.compile(r"^(#{2,3} |- |[0-9]{1,3}\. |> ?)?")
_TABLE = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|(?:\s*:?-{3,}:?\s*\|)+")
_OPEN = re.compile(r":::\s*(lời khuyên|thuật ngữ:\s*(?P<term>\S.*))")


class _Line(NamedTuple):
    """A line: its number from 1, what it is, the sign it opens with, its words, whether it is indented."""

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
    return _BOLD.sub(r"\1", LINK.sub(r"\1", text))


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
    for line in _read(text):
        if line.kind == "heading":
            above = Heading(line.number, _heading_id(line.words, taken), without_links(line.words))
            found.append(above)
        elif line.kind == "open" and line.opening == "term":
            found.append(Heading(line.number, _term_id(line.words, taken), line.words))
            in_term = True
        elif line.kind == "close" and in_term:
            found.append(above._replace(line=line.number) if above else Heading(line.number, "", ""))
            in_term = False
    return tuple(found)


def term_ids(text: str) -> dict[str, str]:
    """The part id of each term the prose explains, ``tu-giay-khen``, and the term; the first of two stays."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for line in _read(text):
        if line.kind == "open" and line.opening == "term":
            found[_term_id(line.words, taken)] = line.words
    return found


Slip = Literal["unknown", "open", "twice", "width"]


def slips(text: str) -> Iterator[tuple[int, Slip]]:
    """What an editor most likely meant otherwise, with its line: a sign that opens nothing, a row too long or short."""
    lines = _read(text)
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
            width = len(_cells(line.words))
        elif line.kind == "row" and len(_cells(line.words)) != width:
            yield line.number, "width"
    if opened:
        yield opened, "open"


def blocks(text: str) -> tuple[Block, ...]:
    """What the prose holds, block by block."""
    found: list[Block] = []
    fence: Fence = ""
    term, before, runs = "", "blank", 0
    for line in _read(text):
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


def _goes_on(line: _Line, before: str) -> bool:
    """Whether the line goes on with the block of the line before it."""
    if line.kind in ("text", "quote") and before == line.kind:
        return True
    return line.kind == "text" and line.indented and before in ("-", "1")


def _opens_run(line: _Line, before: str, found: Sequence[Block]) -> bool:
    """Whether a list or a table begins; an empty line, or the rest of an item, between two items parts no list."""
    if line.kind not in ("-", "1"):
        return line.kind == "head"
    return not (found and found[-1].kind == "item" and before in (line.kind, "blank", "text"))


def _read(text: str) -> list[_Line]:
    """The lines of the prose, each with what it is."""
    lines = text.split("\n")
    found: list[_Line] = []
    inside = table = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        following = lines[number].strip() if number < len(lines) else ""
        indented = line[:1].isspace()
        opened = None if inside else _OPEN.fullmatch(bare)
        if opened:
            term = opened["term"] or ""
            found.append(_Line(number, "open", "term" if term else "advice", term, indented))
            inside = True
        elif inside and bare == ":::":
            found.append(_Line(number, "close", "", "", indented))
            inside = False
        elif table and _RULE.fullmatch(bare) and found[-1].kind == "head":
            found.append(_Line(number, "rule", "", "", indented))
        elif _TABLE.fullmatch(bare) and (table or _RULE.fullmatch(following)):
            found.append(_Line(number, "row" if table else "head", "", bare, indented))
            table = True
            continue
        else:
            found.append(_block_line(number, bare, indented=indented))
        table = table and found[-1].kind == "rule"
    return found


def _block_line(number: int, bare: str, *, indented: bool) -> _Line:
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
    return _Line(number, kind, opening, words, indented)


def prose(text: str, resolve: Resolve) -> Markdown:
    """An editor's prose as safe Markdown.

    ``resolve`` gives the link for a target, or None to show the link's words only. Headings get ASCII ids that start
    with ``bai-``, terms with ``tu-``, so that none of them is an id of the page around the prose.
    """
    taken: set[str] = set()
    made: list[str] = []
    heads: list[str] = []
    before, fence = "blank", ""
    lines = _read(text)
    for number, line in enumerate(lines):
        if line.kind == "open":
            made += _opened(line, taken)
            fence = line.opening
        elif line.kind == "close":
            made += _closed(fence)
            fence = ""
        elif line.kind == "head":
            heads = _cells(line.words)
            made += ["", *_table_head(heads, resolve)]
        elif line.kind == "row":
            made.append(_row(heads, _cells(line.words), resolve))
        if line.kind in ("head", "rule", "row"):
            if lines[number + 1 : number + 2] == [] or lines[number + 1].kind not in ("rule", "row"):
                made += ["</tbody></table></div>", ""]
        elif line.kind not in ("open", "close"):
            made += _block(line, before, taken, resolve)
        before = line.kind
    made += _closed(fence)
    return Markdown(re.sub(r"\n{3,}", "\n\n", "\n".join(made)).strip())


def _block(line: _Line, before: str, taken: set[str], resolve: Resolve) -> list[str]:
    body = _line(line.words, resolve)
    if line.kind == "heading":
        id_ = _heading_id(line.words, taken)
        return ["", f"{line.opening}{body} {{: #{id_} }}", ""]
    body = escape_opening(body)
    if line.kind == "quote" and line.words.startswith("—"):
        return [">", f"> {body}", "> {: .by }"]
    apart = [""] if _starts_anew(line, before) else []
    return [*apart, f"{line.opening.strip()} {body}".strip() if line.opening else body]


def _starts_anew(line: _Line, before: str) -> bool:
    """Whether an empty line must go in front: a list needs one, and a paragraph that is no longer part of an item."""
    if line.kind in ("-", "1"):
        return before not in ("blank", line.kind)
    return line.kind == "text" and before in ("-", "1") and not line.indented


def _opened(line: _Line, taken: set[str]) -> list[str]:
    if line.opening == "term":
        id_ = _term_id(line.words, taken)
        summary = f"<summary>{inline(line.words)}</summary>"
        return ["", f'<details class="qa term" id="{id_}" markdown>{summary}', '<div class="qa__b" markdown>', ""]
    return ["", '<div class="advice" role="note" markdown>', "", escape(ADVICE), "{: .advice__h }", ""]


def _closed(fence: str) -> list[str]:
    if not fence:
        return []
    return ["", "</div>\n</details>" if fence == "term" else "</div>", ""]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row[1:-1].split("|")]


def _table_head(heads: Sequence[str], resolve: Resolve) -> list[str]:
    cells = "".join(f'<th scope="col" markdown>{_line(head, resolve)}</th>' for head in heads)
    return [
        '<div class="tbl" markdown>',
        '<table class="tb tb--stack" markdown>',
        f"<thead markdown><tr markdown>{cells}</tr></thead>",
        "<tbody markdown>",
    ]


def _row(heads: Sequence[str], cells: Sequence[str], resolve: Resolve) -> str:
    """A row as wide as its table: what is missing stays empty, what is too much stands in the last cell."""
    width = len(heads)
    kept = [*cells[: width - 1], " | ".join(cells[width - 1 :])] if len(cells) > width else [*cells]
    kept += [""] * (width - len(kept))
    first = f'<th scope="row" markdown>{_line(kept[0], resolve)}</th>'
    rest = (
        f'<td data-l="{inline(without_links(head))}" markdown>{_line(cell, resolve)}</td>'
        for head, cell in zip(heads[1:], kept[1:], strict=True)
    )
    return f"<tr markdown>{first}{''.join(rest)}</tr>"


def _heading_id(words: str, taken: set[str]) -> str:
    return _unused(f"bai-{vietnamese.slug(words)}".rstrip("-"), taken)


def _term_id(term: str, taken: set[str]) -> str:
    return _unused(f"tu-{vietnamese.slug(term)}".rstrip("-"), taken)


def _unused(wanted: str, taken: set[str]) -> str:
    """The id, or with ``-2`` and so on behind it where it is taken; it is taken from now on."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    taken.add(unique)
    return unique


def _line(text: str, resolve: Resolve) -> str:
    """One line of prose with its links and bold, either inside the other, everything else escaped."""
    out: list[str] = []
    end = 0
    for match in _LINK_OR_BOLD.finditer(text):
        out.append(inline(text[end : match.start()]))
        words, target, bold = match.groups()
        out.append(f"**{_links(bold, resolve)}**" if bold else _link(_bold(words), resolve(target)))
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _links(text: str, resolve: Resolve) -> str:
    out: list[str] = []
    end = 0
    for match in LINK.finditer(text):
        out += [inline(text[end : match.start()]), _link(inline(match[1]), resolve(match[2]))]
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _bold(text: str) -> str:
    out: list[str] = []
    end = 0
    for match in _BOLD.finditer(text):
        out += [inline(text[end : match.start()]), f"**{inline(match[1])}**"]
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _link(words: str, target: str | None) -> str:
    return f"[{words}]({escape_target(target)})" if target else words
