"""What a reader sees of a paragraph of a Word file: its words, its notes, the text boxes anchored in it.

Fields give their last result (page numbers and tables of contents give nothing), tracked insertions are kept, tracked
deletions and hidden words are not; of two forms of one thing (``mc:AlternateContent``) the first is read. Whatever
element is not known is looked into, so that no words are lost in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from generator.importers.findings import Findings
from generator.importers.texts import is_legacy_font
from generator.importers.word_fields import FIELD_PARTS, Fields
from generator.importers.word_parts import W
from generator.importers.word_styles import Look, Styles
from generator.importers.word_symbols import shown_in, sign_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/"
# a picture, a chart, a drawing made of words: whatever they say cannot be read
_PICTURES = {
    f"{_A}picture}}pic", f"{_A}chart}}chart", f"{_A}diagram}}relIds", f"{_V}imagedata", f"{_V}textpath",
    f"{_A}main}}t",
    "{urn:schemas-microsoft-com:office:office}OLEObject",
}  # fmt: skip
_PASSED = {f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData")}
GONE = {f"{W}del", f"{W}moveFrom"}
_CAME = {f"{W}ins", f"{W}moveTo"}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}cr": "\n", f"{W}br": "\n"}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_OUTER_SPACE = " \t\r\n"


@dataclass(frozen=True)
class Reference:
    """A note's mark in a text: how many characters stand before it, the element, the mark where one was typed."""

    after: int
    element: Any
    typed: str = ""


@dataclass
class Spoken:
    """What was read of a paragraph so far."""

    said: list[str] = field(default_factory=list)
    length: int = 0
    notes: list[Reference] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    seen: int = 0
    bold: int = 0
    italic: int = 0

    def add(self, text: str) -> None:
        """Adds words."""
        self.said.append(text)
        self.length += len(text)


class Words:
    """Reads paragraphs in their order; a field may begin in one and end in another."""

    def __init__(self, styles: Styles, found: Findings) -> None:
        self._styles = styles
        self._found = found
        self._fields = Fields(found)
        self._line = 0
        self._style = ""

    def read(self, paragraph: Any, style: str, line: int, into: Spoken) -> Spoken:
        """The paragraph's words, added to what was read before it."""
        self._style, self._line = style, line
        self._walk(paragraph, into)
        return into

    def end(self) -> None:
        """Tells of what was begun and never ended."""
        self._fields.end()

    def _walk(self, element: Any, into: Spoken) -> None:
        for child in element:
            tag = child.tag
            if tag in (f"{W}r", f"{_M}r"):
                self._run(child, into)
            elif tag in GONE:
                self._found.add("tracked", self._line)
            elif tag == f"{W}fldSimple":
                if self._fields.shows(value_of(child, "instr"), self._line):
                    self._walk(child, into)
            elif tag == f"{_MC}AlternateContent":
                self._walk(chosen(child), into)
            elif tag not in _PASSED:
                if tag in _CAME:
                    self._found.add("tracked", self._line)
                self._walk(child, into)

    def _run(self, run: Any, into: Spoken) -> None:
        look = self._styles.look(self._style, run.find(f"{W}rPr"))
        for child in run:
            tag = child.tag
            if tag in FIELD_PARTS:
                self._fields.follow(child, self._line)
            elif tag == f"{W}commentReference":
                self._found.add("comment", self._line)
            elif self._fields.mute:
                continue
            elif tag in _NOTES:
                self._note(child, look, into)
                if is_typed(child):  # what the run says besides is the mark
                    return
            else:
                self._part(child, look, into)

    def _note(self, reference: Any, look: Look, into: Spoken) -> None:
        if look.hidden:
            self._found.add("hidden", self._line)
            return
        mark = Spoken()
        if is_typed(reference):
            for beside in reference.itersiblings():
                self._part(beside, look, mark)
        into.notes.append(Reference(into.length, reference, "".join(mark.said).strip()))

    def _part(self, child: Any, look: Look, into: Spoken) -> None:
        tag = child.tag
        if tag in (f"{W}t", f"{_M}t"):
            self._say(_words(child), look, into)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag], look, into)
        elif tag == f"{W}sym":
            self._sign(child, look, into)
        elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self._drawing(child, look, into)
        elif tag == f"{_MC}AlternateContent":
            for part in chosen(child):
                self._part(part, look, into)
        elif len(child) and tag not in _PASSED:
            self._walk(child, into)

    def _drawing(self, drawing: Any, look: Look, into: Spoken) -> None:
        if look.hidden:
            self._found.add("hidden", self._line)
            return
        into.boxes += boxes_of(drawing)
        if has_picture(drawing):
            self._found.add("picture", self._line)

    def _say(self, text: str, look: Look, into: Spoken) -> None:
        visible = len("".join(text.split()))
        if look.hidden:
            if visible:
                self._found.add("hidden", self._line)
            return
        if visible and is_legacy_font(look.font) and _is_legacy(text, look.font):
            self._found.add("legacy", self._line)
        if visible and look.struck:
            self._found.add("struck", self._line)
        text = text.replace("\u00ad", "")  # shows only where a line ends
        shown = shown_in(look.font, text)
        if "\ufffd" in shown and "\ufffd" not in text:
            self._found.add("symbol", self._line)
        into.add(shown.upper() if look.capitals else shown)
        into.seen += visible
        into.bold += visible if look.bold else 0
        into.italic += visible if look.italic else 0

    def _sign(self, sign: Any, look: Look, into: Spoken) -> None:
        code = value_of(sign, "char")
        number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0
        shown = sign_of(number, value_of(sign, "font"))
        if not shown and not look.hidden:
            self._found.add("symbol", self._line)
        self._say(shown or "\ufffd", replace(look, font=""), into)


def chosen(alternatives: Any) -> Any:
    """The form that is read of the forms a thing has: the first."""
    first = alternatives.find(f"{_MC}Choice")
    return first if first is not None else alternatives


def boxes_of(element: Any) -> Iterator[Any]:
    """The contents of the text boxes in a drawing, the outermost, each once."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from boxes_of(chosen(child) if child.tag == f"{_MC}AlternateContent" else child)


def has_picture(element: Any) -> bool:
    """Whether a drawing shows anything but lines, boxes and the text in them."""
    return any(True for _ in element.iter(*_PICTURES))


def is_typed(reference: Any) -> bool:
    """Whether a note's mark was typed, not counted."""
    return value_of(reference, "customMarkFollows") in ("1", "true", "on")


def value_of(element: Any, name: str) -> str:
    """An attribute of Word's own; empty where it is not there."""
    return str(element.get(f"{W}{name}", ""))


def _words(element: Any) -> str:
    """The text of an element; as in Word, space at its ends counts only where it says so, and a line end is a space."""
    text = str(element.text or "")
    if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip(_OUTER_SPACE)
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _is_legacy(text: str, font: str) -> bool:
    """Whether words in a legacy font are in its own code: Latin letters are the same there, but for its capitals.

    Words with letters that no legacy code has are Unicode, whatever the font is called.
    """
    if any(ord(sign) > 0xFF and sign.isalpha() for sign in text):
        return False
    capitals = re.match(r"\.vn.*h$", font.strip(), re.IGNORECASE) is not None
    return any((sign.isalpha() and (capitals or not sign.isascii())) or sign == "\u00ad" for sign in text)
