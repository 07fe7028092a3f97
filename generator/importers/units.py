"""The organisations of the content as the cells of a list name them: by the whole cell, at its end, or nearly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
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
_AKIN = 0.7
_FEW = 2


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
        self._words = {words: _words(words) for words in self._bare}
        called: dict[str, set[str]] = {}
        for words, id_ in self._bare.items():
            called.setdefault(id_, set()).update(self._words[words])
        place = {word for one in content.of("portal").values() for word in _words(_key(one.record.ward))}
        self._having = Counter(word for words in called.values() for word in words - place)
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

    def ends_in(self, text: str) -> bool:
        """Whether a unit is called so, or has a name that ends so: ``Hoa Sen`` of ``Tổ dân phố Hoa Sen``."""
        key = _key(text)
        return any(words == key or words.endswith(f" {key}") for words in self._bare)

    def near(self, text: str) -> str:
        """The name of the unit that the text, or the end of it, may mean; empty where none is like it."""
        if text not in self._nearest:
            key = _ASIDE.sub("", _key(text))
            found = (self._like(words, self._bare if words == key else self._sharing(words)) for words in _ends(key))
            last = key.rpartition(",")[2].strip()
            called = next((words for words in found if words), "") or self._like(last, self._sharing(last), _AKIN)
            self._nearest[text] = self.name(self._bare[called]) if called else ""
        return self._nearest[text]

    def likely(self, text: str) -> str:
        """The name of the unit that a group of this name most likely is; empty for a group with a name of its own."""
        called = self._like(_ASIDE.sub("", _WHOLE.sub("", _key(text))), self._bare)
        return self.name(self._bare[called]) if called else ""

    def _like(self, key: str, called: Collection[str], alike: float = _ALIKE) -> str:
        """Which of those a unit is called is the key, or so much like it; empty where none is."""
        near = key if key in called else nearest(key, called)
        return near if near and SequenceMatcher(None, key, near, autojunk=False).ratio() >= alike else ""

    def _sharing(self, key: str) -> list[str]:
        """What the units are called that share a word by which a unit is told from others: few have it."""
        own = {word for word in _words(key) if 0 < self._having[word] <= _FEW}
        return [words for words, parts in self._words.items() if own & parts]

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


def _words(key: str) -> set[str]:
    return set(re.split(r"[^\w]+", key))


def _ends(key: str) -> Iterator[str]:
    """The words, then ever shorter ends of them."""
    yield key
    words = key.split(" ")
    yield from (" ".join(words[start:]) for start in range(1, len(words) - 1))


def _trimmed(text: str) -> str:
    return _LINK.sub("", text.strip(_EDGE)).strip(_EDGE)
