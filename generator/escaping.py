"""Text made safe for each place it can stand in: a block, the middle of a line, an editor's prose.

Markdown, HTML and attribute lists act on the same few characters; a character reference takes the action away and keeps
the look, in text and in quoted attributes alike. References stand only where something would act, so that the generated
Markdown stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from generator import vietnamese


class Markdown(Markup):
    """Text that is Markdown already: templates print it as it is, as they do what their own macros made."""

    __slots__ = ()


# acts anywhere in a line; at its end, number signs would be taken for the end of a heading, and a link behind an
# exclamation mark for a picture
_ACTIVE = re.compile(r"[&<>\"`*_\[\]{}\\|~]|#(?=[#\s]*$)|!$")
# acts at the start of a block: numbered items, headings, quotes, items, rules, definitions, admonitions
_OPENING = re.compile(r"^\s*(?:(\d+)([.)])(?=\s|$)|([#>+\-=:?!]))")
_ACTIVE_IN_TARGET = re.compile(r"[&<>\"`\[\]{}\\|]")
LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
"""A link in an editor's prose: its words, its target."""
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_LINK_OR_BOLD = re.compile(f"{LINK.pattern}|{_BOLD.pattern}")
_PROSE_BLOCK = re.compile(r"^(#{2,3} |- |[0-9]{1,3}\. |> ?)?")


@lru_cache(maxsize=10_000)  # names, labels and bodies recur on thousands of pages
def escape(text: str) -> Markdown:
    """The text, on one line, so that it shows as typed at the start of a block, in a line, in HTML, in an attribute."""
    return Markdown(_OPENING.sub(_refer_opening, inline(text)))


@lru_cache(maxsize=10_000)
def inline(text: str) -> Markdown:
    """The text, on one line, escaped for the middle of a line; a space at either end stays."""
    return Markdown(_ACTIVE.sub(_refer, re.sub(r"\s+", " ", text)))


@dataclass(frozen=True)
class ProseLink:
    """A link in an editor's prose: its line (from 1) and column (from 1), its words and its target."""

    line: int
    column: int
    words: str
    target: str


def prose_links(text: str) -> Iterator[ProseLink]:
    """Every link ``[words](target)`` in the prose, in order."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in LINK.finditer(line):
            yield ProseLink(number, match.start(2) + 1, match[1], match[2])


def prose(text: str, resolve: Callable[[str], str | None]) -> Markdown:
    """An editor's prose as safe Markdown.

    It may hold paragraphs, ``##`` and ``###`` headings, ``-`` and ``1.`` lists, ``>`` quotes (a line of one that starts
    with a long dash says who spoke), ``**bold**`` and ``[words](target)``. Everything else shows as typed. ``resolve``
    gives the link for a target, or None to show the link's words only. Headings get ASCII ids that start with ``bai-``,
    so that none of them is an id of the page around the prose.
    """
    taken: set[str] = set()
    lines: list[str] = []
    before = ""
    for line in text.split("\n"):
        marker = _PROSE_BLOCK.match(line.strip())
        opening = (marker[1] or "") if marker else ""
        rest = line.strip()[len(opening) :].strip()
        kind = "1" if opening[:1].isdigit() else opening[:1]
        if _starts_anew(kind, before, line):
            lines.append("")
        before = kind or ("text" if rest else "")
        body = _prose_line(rest, resolve)
        if kind != "#":
            body = _OPENING.sub(_refer_opening, body)
        if kind == "#" and rest:
            lines += ["", f"{opening}{body} {{: #{_unused(f'bai-{vietnamese.slug(rest)}'.rstrip('-'), taken)} }}", ""]
        elif kind == ">" and rest.startswith("—"):
            lines += [">", f"> {body}", "> {: .by }"]
        else:
            lines.append(f"{opening.strip()} {body}".strip() if opening else body)
    return Markdown(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


def _starts_anew(kind: str, before: str, line: str) -> bool:
    """Whether an empty line must go in front: a list needs one, and a paragraph that is no longer part of an item."""
    if kind in {"-", "1"}:
        return before not in {"", kind}
    return kind == "" and before in {"-", "1"} and bool(line.strip()) and not line[0].isspace()


def _unused(wanted: str, taken: set[str]) -> str:
    """The id, or with ``-2`` and so on behind it where it is taken; it is taken from now on."""
    unique, number = wanted, 1
    while unique in taken:
        number += 1
        unique = f"{wanted}-{number}"
    taken.add(unique)
    return unique


def _prose_line(text: str, resolve: Callable[[str], str | None]) -> str:
    """One line of prose with its links and bold, either inside the other, everything else escaped."""
    out: list[str] = []
    end = 0
    for match in _LINK_OR_BOLD.finditer(text):
        out.append(inline(text[end : match.start()]))
        words, target, bold = match.groups()
        out.append(f"**{_links(bold, resolve)}**" if bold else _link(_bold(words), resolve(target)))
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _links(text: str, resolve: Callable[[str], str | None]) -> str:
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
    return f"[{words}]({_ACTIVE_IN_TARGET.sub(_refer, target)})" if target else words


def _refer(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _refer_opening(match: re.Match[str]) -> str:
    if match[3]:
        return f"&#{ord(match[3])};"
    return f"{match[1]}&#{ord(match[2])};"
