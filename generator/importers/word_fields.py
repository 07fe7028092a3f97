"""The fields of a Word file: what Word works out by itself and shows in place of a code.

A field begins, holds its code, may hold its last result, and ends; it may hold other fields and go over paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.importers.findings import Findings
from generator.importers.word_parts import W

FIELD_PARTS = {f"{W}fldChar", f"{W}instrText"}
_UNPRINTED = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC"}  # belong to the paper, not to its text
_SILENT = {"", "XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADDIN", "NEXT", "NEXTIF", "SKIPIF"}  # show nothing
_LONGEST_CODE = 100  # of a field: its name stands first


@dataclass
class _Field:
    line: int
    code: str = ""
    shows: bool = False


class Fields:
    """Follows the fields of a text from part to part."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._open: list[_Field] = []
        self._mute = 0

    @property
    def mute(self) -> bool:
        """Whether what stands here is not shown: a code, or a result that is not of the text."""
        return self._mute > 0

    def shows(self, code: str, line: int) -> bool:
        """Whether the result of a field with this code is part of the text."""
        name = _name(code)
        if name == "TOC":
            self._found.add("contents", line)
        return name not in _UNPRINTED

    def follow(self, part: Any, line: int) -> None:
        """Goes on to the next of the :data:`FIELD_PARTS`, in a paragraph."""
        kind = part.get(f"{W}fldCharType", "")
        if kind == "begin":
            self._open.append(_Field(line))
            self._mute += 1
        if not self._open:
            return
        top = self._open[-1]
        if part.tag == f"{W}instrText":
            top.code += str(part.text or "") if len(top.code) < _LONGEST_CODE else ""
        elif kind == "separate" and not top.shows:
            top.shows = self.shows(top.code, line)
            self._mute -= top.shows
        elif kind == "end":
            self._open.pop()
            self._mute -= not top.shows
            if not top.shows and _name(top.code) not in _UNPRINTED | _SILENT:
                self._found.add("field", line)

    def end(self) -> None:
        """Tells of fields that nothing ends: what they hold may be code or text, to the end."""
        for one in self._open:
            self._found.add("unclosed", one.line)


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()
