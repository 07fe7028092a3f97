"""How the words of a Word file look: what a run says of itself, what its styles say, what the document says.

Bold, italic, capitals, hidden and struck are toggles: a paragraph's style and a character's style undo each other, what
the run itself says wins over both (ISO/IEC 29500-1, 17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from generator.importers.word_parts import W, is_on, value

_TOGGLES = {
    "b": "bold", "i": "italic", "caps": "capitals", "vanish": "hidden", "strike": "struck", "dstrike": "struck",
}  # fmt: skip


@dataclass(frozen=True)
class Look:
    """How a run looks; None and an empty font where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    font: str = ""

    def over(self, other: Look) -> Look:
        """This look, with what it does not say taken from the other."""
        return Look(*(_first(getattr(self, one.name), getattr(other, one.name)) for one in fields(self)))


@dataclass(frozen=True)
class Numbered:
    """The list and level of a paragraph.

    ``styles`` are those that may say the level where the paragraph does not: each with the level it names, the nearest
    first.
    """

    num: str
    level: str
    styles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Style:
    based: str
    look: Look
    alignment: str
    num: str
    level: str


_NOTHING = Look()
_DEEPEST = 50  # styles based on one another


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, styles: Any) -> None:
        self._styles: dict[str, _Style] = {}
        self._looks: dict[tuple[str, str, Look], Look] = {}
        self._default = _NOTHING
        self._usual = ""
        for style in styles.iter(f"{W}style") if styles is not None else ():
            id_ = style.get(f"{W}styleId", "")
            properties = style.find(f"{W}pPr")
            look = look_of(style.find(f"{W}rPr"))
            num, level = numbered_of(properties)
            self._styles[id_] = _Style(value(style.find(f"{W}basedOn")), look, alignment_of(properties), num, level)
            if style.get(f"{W}default") in ("1", "true", "on") and style.get(f"{W}type") == "paragraph":
                self._usual = id_
        if styles is not None:
            self._default = look_of(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def name(self, properties: Any) -> str:
        """The style of a paragraph with these properties."""
        named = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        return named if named in self._styles else self._usual

    def look(self, paragraph_style: str, properties: Any) -> Look:
        """How a run with these properties looks in a paragraph of this style."""
        named = value(properties.find(f"{W}rStyle")) if properties is not None else ""
        key = (paragraph_style, named, look_of(properties))
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = key[2].over(self._of_styles(paragraph_style, named))
        return found

    def centred(self, style: str, properties: Any) -> bool:
        """Whether a paragraph stands in the middle of the line."""
        own = alignment_of(properties)
        return (own or next((one.alignment for _, one in self._chain(style) if one.alignment), "")) == "center"

    def numbered(self, style: str, properties: Any) -> Numbered | None:
        """The list that a paragraph belongs to, by itself or by its style; None where it belongs to none."""
        num, level = numbered_of(properties)
        asked: list[tuple[str, str]] = []
        for id_, one in self._chain(style):
            if num:
                break
            num = one.num
            asked.append((id_, one.level))
        return Numbered(num, level, () if level else tuple(asked)) if num and num != "0" else None

    def list_of(self, style: str) -> str:
        """The list that a list style stands for; empty where the style has none."""
        found = self._styles.get(style)
        return found.num if found else ""

    def _of_styles(self, paragraph_style: str, run_style: str) -> Look:
        above, own = (self._flat(style) for style in (paragraph_style, run_style))
        toggled = {
            name: getattr(self._default, name) or bool(getattr(above, name)) != bool(getattr(own, name))
            for name in _TOGGLES.values()
        }
        return Look(**toggled, font=own.font or above.font or self._default.font)

    def _flat(self, style: str) -> Look:
        look = _NOTHING
        for _, one in self._chain(style):
            look = look.over(one.look)
        return look

    def _chain(self, style: str) -> Iterator[tuple[str, _Style]]:
        """The style and those it is based on; in a broken file it may be based on itself."""
        for _ in range(_DEEPEST):
            if style not in self._styles:
                return
            yield style, self._styles[style]
            style = self._styles[style].based


def look_of(properties: Any) -> Look:
    """What run properties themselves say."""
    if properties is None or not len(properties):
        return _NOTHING
    said: dict[str, Any] = {}
    for child in properties:
        name = child.tag[len(W) :]
        if name in _TOGGLES:
            said[_TOGGLES[name]] = is_on(properties, name) or (name == "dstrike" and said.get("struck", False))
        elif name == "rFonts":
            said["font"] = child.get(f"{W}ascii") or child.get(f"{W}hAnsi") or ""
    return Look(**said) if said else _NOTHING


def alignment_of(properties: Any) -> str:
    """The alignment that paragraph properties give, as ``center``."""
    return value(properties.find(f"{W}jc")) if properties is not None else ""


def numbered_of(properties: Any) -> tuple[str, str]:
    """The list and the level that paragraph properties give; empty where they give none."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return "", ""
    return value(numbered.find(f"{W}numId")), value(numbered.find(f"{W}ilvl"))


def _first(own: Any, other: Any) -> Any:
    return other if own is None or own == "" else own
