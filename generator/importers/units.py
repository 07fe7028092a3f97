"""The organisations of the content as the cells of a list name them: by the whole cell, at its end, or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator import vietnamese
from generator.content import Content
from generator.problems import nearest

_SHORT = (
    ("to dan pho", "tdp"),
    ("uy ban nhan dan", "ubnd"),
    ("hoi dong nhan dan", "hdnd"),
    ("mat tran to quoc", "mttq"),
)
_EDGE = " ,;:(–—-"
_LINK = re.compile(r"(?:^|[\s,;])(?:(?:công tác|làm việc|sinh hoạt) (?:tại|ở)|thuộc|tại|ở|của)$", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:tap the |can bo |cong chuc |vien chuc |nguoi lao dong |nhan dan |va |, ?)+")
_ASIDE = re.compile(r"\s*\([^)]*\)$")
_ALIKE = 0.85


class Units:
    """The content's organisations by everything they are called: id, name, aliases; short forms count as the long."""

    def __init__(self, content: Content) -> None:
        self._records = {id_: entry.record for id_, entry in content.of("organisations").items()}
        self._ids: dict[str, list[str]] = {}
        for id_, record in self._records.items():
            for words in (id_, record.name, *record.aliases):
                ids = self._ids.setdefault(_key(words), [])
                if id_ not in ids:
                    ids.append(id_)
        self._bare = {_ASIDE.sub("", words): ids[0] for words, ids in self._ids.items()}
        self._nearest: dict[str, str] = {}

    def ids(self, text: str) -> list[str]:
        """The ids of those of this name; more than one where several are called so."""
        return self._ids.get(_key(text), [])

    def name(self, id_: str) -> str:
        """What the organisation of this id is called on the site."""
        return str(self._records[id_].name)

    def level(self, id_: str) -> str:
        """Of which level the organisation is."""
        return str(self._records[id_].level)

    def parted(self, text: str) -> tuple[str, str] | None:
        """A position and the unit named behind it, ``Tổ trưởng tổ dân phố Mẫu``, or before it and a comma.

        None where the text names no one unit; a holder of an office is none.
        """
        words = re.sub(r"\s*([,;])\s*", r"\1 ", vietnamese.one_line(text)).split(" ")
        for start in range(len(words)):
            unit = self._one(" ".join(words[start:]))
            if unit:
                return _trimmed(" ".join(words[:start])), unit
        for end in range(len(words) - 1, 0, -1):
            unit = self._one(" ".join(words[:end])) if words[end - 1][-1:] in (",", ";") else ""
            if unit:
                return _trimmed(" ".join(words[end:])), unit
        return None

    def near(self, text: str) -> str:
        """The name of the unit that the text, or the end of it, may mean; empty where none is like it."""
        if text not in self._nearest:
            key = _ASIDE.sub("", _key(text))
            found = (self._like(words) for words in _ends(key))
            last = key.rpartition(",")[2].strip()
            called = next((words for words in found if words), "") or nearest(last, self._bare)
            self._nearest[text] = self.name(self._bare[called]) if called else ""
        return self._nearest[text]

    def likely(self, text: str) -> str:
        """The name of the unit that a group of this name most likely is; empty for a group with a name of its own."""
        called = self._like(_ASIDE.sub("", _WHOLE.sub("", _key(text))))
        return self.name(self._bare[called]) if called else ""

    def _like(self, key: str) -> str:
        """What a unit is called that has this name, or very nearly; empty where there is none."""
        called = key if key in self._bare else nearest(key, self._bare)
        alike = called and SequenceMatcher(None, key, called, autojunk=False).ratio() >= _ALIKE
        return called if alike else ""

    def _one(self, text: str) -> str:
        inner = text.strip(_EDGE)
        ids = self.ids(inner) or self.ids(inner.rstrip(")"))
        fine = [id_ for id_ in ids if self._records[id_].kind != "office-holder"]
        return fine[0] if len(fine) == 1 else ""


def _key(text: str) -> str:
    """The words of a unit as they are compared: folded, dashes alike, the long forms short."""
    folded = re.sub(r"\s*[-–—]\s*", "-", vietnamese.fold(text))
    for long, short in _SHORT:
        folded = folded.replace(long, short)
    return folded


def _ends(key: str) -> Iterator[str]:
    """The words, then ever shorter ends of them."""
    yield key
    words = key.split(" ")
    yield from (" ".join(words[start:]) for start in range(1, len(words) - 1))


def _trimmed(text: str) -> str:
    return _LINK.sub("", text.strip(_EDGE)).strip(_EDGE)
