"""The marks of footnotes and endnotes as Word prints them, and the notes they stand for."""

from __future__ import annotations

from typing import Any

from generator.importers.findings import Findings
from generator.importers.word_numbers import KNOWN, spell
from generator.importers.word_parts import Parts, W, value
from generator.importers.word_runs import Reference, value_of

_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}


class Marks:
    """Counts notes through a document: ask once for each reference, in their order."""

    def __init__(self, parts: Parts, found: Findings) -> None:
        self._notes: dict[tuple[str, str], Any] = {}
        self._format: dict[str, str] = {}
        self._next: dict[str, int] = {}
        for kind, root in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
            for note in root.iter(f"{W}{kind}") if root is not None else ():
                self._notes[kind, value_of(note, "id")] = note
            said = _settings(parts, f"{kind}Pr")
            format_ = said.get("numFmt", "")
            self._format[kind] = format_ if format_ in KNOWN else _USUAL[kind]
            start = said.get("numStart", "")
            self._next[kind] = int(start) if start.isdecimal() and len(start) < 5 else 1
            if said.get("numRestart") in ("eachPage", "eachSect") and len(self._notes):
                found.add("notes", 1)

    def of(self, reference: Reference) -> tuple[str, Any]:
        """The mark as printed and the note's element, None where the file has no such note."""
        kind = "footnote" if reference.element.tag == f"{W}footnoteReference" else "endnote"
        note = self._notes.pop((kind, value_of(reference.element, "id")), None)  # a note has one mark
        if reference.typed:
            return reference.typed, note
        mark = spell(self._next[kind], self._format[kind])
        self._next[kind] += 1
        return mark, note


def _settings(parts: Parts, name: str) -> dict[str, str]:
    """How notes are numbered: what the document says, over it what its last section says."""
    said: dict[str, str] = {}
    for holder in (parts.settings, next(reversed(list(parts.document.iter(f"{W}sectPr"))), None)):
        properties = holder.find(f"{W}{name}") if holder is not None else None
        for child in properties if properties is not None else ():
            said[child.tag[len(W) :]] = value(child)
    return said
