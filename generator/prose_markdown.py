"""An editor's prose made into safe Markdown: what it may hold is ``prose``'s to say, everything else shows as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.escaping import LINK, Markdown, escape, escape_opening, escape_target, inline, without_blank_lines
from generator.prose import ADVICE, BOLD, Line, heading_id, read_lines, row_cells, term_id, without_links

Resolve = Callable[[str], str | None]

_LINK_OR_BOLD = re.compile(f"{LINK.pattern}|{BOLD.pattern}")


def render_prose(text: str, resolve: Resolve) -> Markdown:
    """An editor's prose as safe Markdown.

    ``resolve`` gives the link for a target, or None to show the link's words only. Headings get ASCII ids that start
    with ``bai-``, terms with ``tu-``, so that none of them is an id of the page around the prose.
    """
    taken: set[str] = set()
    made: list[str] = []
    heads: list[str] = []
    before, fence = "blank", ""
    lines = read_lines(text)
    for number, line in enumerate(lines):
        if line.kind == "open":
            made += _opened(line, taken)
            fence = line.opening
        elif line.kind == "close":
            made += _closed(fence)
            fence = ""
        elif line.kind == "head":
            heads = row_cells(line.words)
            made += ["", *_table_head(heads, resolve)]
        elif line.kind == "row":
            made.append(_row(heads, row_cells(line.words), resolve))
        if line.kind in ("head", "rule", "row"):
            if lines[number + 1 : number + 2] == [] or lines[number + 1].kind not in ("rule", "row"):
                made += ["</tbody></table></div>", ""]
        elif line.kind not in ("open", "close"):
            made += _block(line, before, taken, resolve)
        before = line.kind
    made += _closed(fence)
    return Markdown(without_blank_lines("\n".join(made)))


def _block(line: Line, before: str, taken: set[str], resolve: Resolve) -> list[str]:
    body = _line(line.words, resolve)
    if line.kind == "heading":
        id_ = heading_id(line.words, taken)
        return ["", f"{line.opening}{body} {{: #{id_} }}", ""]
    body = escape_opening(body)
    if line.kind == "quote" and line.words.startswith("—"):
        return [">", f"> {body}", "> {: .by }"]
    apart = [""] if _starts_anew(line, before) else []
    return [*apart, f"{line.opening.strip()} {body}".strip() if line.opening else body]


def _starts_anew(line: Line, before: str) -> bool:
    """Whether an empty line must go in front: a list needs one, and a paragraph that is no longer part of an item."""
    if line.kind in ("-", "1"):
        return before not in ("blank", line.kind)
    return line.kind == "text" and before in ("-", "1") and not line.indented


def _opened(line: Line, taken: set[str]) -> list[str]:
    if line.opening == "term":
        id_ = term_id(line.words, taken)
        summary = f"<summary>{inline(line.words)}</summary>"
        return ["", f'<details class="qa term" id="{id_}" markdown>{summary}', '<div class="qa__b" markdown>', ""]
    return ["", '<div class="advice" role="note" markdown>', "", escape(ADVICE), "{: .advice__h }", ""]


def _closed(fence: str) -> list[str]:
    if not fence:
        return []
    return ["", "</div>\n</details>" if fence == "term" else "</div>", ""]


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


def _line(text: str, resolve: Resolve) -> str:
    """One line of prose with its links and bold, either inside the other, everything else escaped."""
    out: list[str] = []
    end = 0
    for match in _LINK_OR_BOLD.finditer(text) if "[" in text or "**" in text else ():  # most lines hold neither
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
    for match in BOLD.finditer(text):
        out += [inline(text[end : match.start()]), f"**{inline(match[1])}**"]
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _link(words: str, target: str | None) -> str:
    return f"[{words}]({escape_target(target)})" if target else words
