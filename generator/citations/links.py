"""Links in an editor's prose: each citation of a known instrument becomes one, to the row of its article.

What an editor linked stays linked, and leads to the row of the article that its words cite. Nothing is linked inside a
heading, whose words make its address, or across what marks up a table or bold words; the words stay as they are typed.
"""

from __future__ import annotations

from generator.citations.resolution import Citation, Recogniser

_MARKUP = ("**", "|", "[", "]")
_NO_LINKS = ("#", ":::")


def links_in(recogniser: Recogniser, text: str) -> tuple[Citation, ...]:
    """The citations of the prose that are links: those an editor made, and those of known instruments."""
    found = recogniser.find_in_prose(text)
    return tuple(one for one in found if one.instrument is not None and (one.linked or _may_link(text, one)))


def with_links(recogniser: Recogniser, text: str) -> str:
    """The prose with its citations as links ``[words](legislation/<id>#<row>)``."""
    out: list[str] = []
    end = 0
    for one in links_in(recogniser, text):
        words = text[one.start : one.end]
        row = recogniser.row(one)
        target = f"legislation/{one.instrument}" + (f"#{row}" if row else "")
        if one.linked:
            out += [text[end : one.end], f"]({target})"]
            end = text.index(")", one.end) + 1
        else:
            out += [text[end : one.start], f"[{' '.join(words.split())}]({target})"]
            end = one.end
    return "".join([*out, text[end:]]) if out else text


def _may_link(text: str, citation: Citation) -> bool:
    line = text[text.rfind("\n", 0, citation.start) + 1 : citation.start].lstrip()
    words = text[citation.start : citation.end]
    return not line.startswith(_NO_LINKS) and not any(sign in words for sign in _MARKUP)
