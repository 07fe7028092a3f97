"""Text made safe for each place it can stand in: a block, the middle of a line, an editor's prose.

Markdown, HTML and attribute lists act on the same few characters; a character reference takes the action away and keeps
the look, in text and in quoted attributes alike. References stand only where something would act, so that the generated
Markdown stays readable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import vietnamese


class Markdown(Markup):
    """Text that is Markdown already: templates print it as it is, as they do what their own macros made."""

    __slots__ = ()


# acts anywhere in a line
_ACTIVE = re.compile(r"[&<>\"`*_\[\]{}\\|~]")
# acts at the start of a block: numbered items, headings, quotes, items, rules, definitions, admonitions
_OPENING = re.compile(r"^\s*(?:(\d{1,9})([.)])(?=\s|$)|([#>+\-=:?!]))")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_PROSE_BLOCK = re.compile(r"^(#{2,3} |- |\d{1,3}\. |> ?)?")


def escape(text: str) -> Markdown:
    """The text, on one line, so that it shows as typed at the start of a block, in a line, in HTML, in an attribute."""
    return Markdown(_OPENING.sub(_refer_opening, inline(text)))


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
        for match in _LINK.finditer(line):
            yield ProseLink(number, match.start(2) + 1, match[1], match[2])


def prose(text: str, resolve: Callable[[str], str | None]) -> Markdown:
    """An editor's prose as safe Markdown.

    It may hold paragraphs, ``##`` and ``###`` headings, ``-`` and ``1.`` lists, ``>`` quotes (a line of one that starts
    with a long dash says who spoke), ``**bold**`` and ``[words](target)``. Everything else shows as typed. ``resolve``
    gives the link for a target, or None to show the link's words only. Headings get ASCII ids.
    """
    taken: dict[str, int] = {}
    lines: list[str] = []
    for line in text.split("\n"):
        marker = _PROSE_BLOCK.match(line.strip())
        opening = (marker[1] or "") if marker else ""
        rest = line.strip()[len(opening) :].strip()
        body = _prose_line(rest, resolve)
        if not opening.startswith(("-", "#")) and not opening[:1].isdigit():
            body = _OPENING.sub(_refer_opening, body) if not body.startswith("**") else body
        if opening.startswith("#") and rest:
            slug = vietnamese.slug(rest) or "muc"
            taken[slug] = taken.get(slug, 0) + 1
            unique = slug if taken[slug] == 1 else f"{slug}-{taken[slug]}"
            lines += ["", f"{opening}{body} {{: #{unique} }}", ""]
        elif opening.startswith(">") and rest.startswith("—"):
            lines += [">", f"> {body}", "> {: .by }"]
        else:
            lines.append(f"{opening.strip()} {body}".strip() if opening else body)
    return Markdown(re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip())


def _prose_line(text: str, resolve: Callable[[str], str | None]) -> str:
    """One line of prose with its links and bold, everything else escaped."""
    out, end = [], 0
    for match in _LINK.finditer(text):
        out.append(_bold(text[end : match.start()]))
        target = resolve(match[2])
        words = inline(match[1])
        out.append(f"[{words}]({target})" if target else words)
        end = match.end()
    out.append(_bold(text[end:]))
    return "".join(out)


def _bold(text: str) -> str:
    out, end = [], 0
    for match in _BOLD.finditer(text):
        out += [inline(text[end : match.start()]), "**", inline(match[1]), "**"]
        end = match.end()
    return "".join([*out, inline(text[end:])])


def _refer(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def _refer_opening(match: re.Match[str]) -> str:
    if match[3]:
        return f"&#{ord(match[3])};"
    return f"{match[1]}&#{ord(match[2])};"
