"""What would tell that a person is still there, and where a text holds it.

Ids stand as whole words (``2026-004`` is not inside ``2026-0041``). Names and longer sentences are compared as words
alone: folded, with whatever stands between two words as one space, so that marks, capitals, dashes, line breaks and
underscores make no difference. Once a person is taken down the name is no longer known here: then each run of
capitalised words is hashed and compared with the list of those who may not come back (``suppressions``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from generator import vietnamese
from generator.suppressions import bare_name, hashed_names

What = Literal["mã", "tên", "câu", "mã băm của tên"]

_BETWEEN = re.compile(r"[\W_]+")
_HIDDEN = re.compile("[\u00ad\u061c\u180e\u2061-\u2064\u206a-\u206f\ufe0e\ufe0f]")
_SENTENCE_END = re.compile(r"[.!?…;\n]+")
_PROSE_LINK = re.compile(r"\]\([^)]*\)")
_SHORTEST_GLUED = 8  # letters: "dovanthuan" is a name without its spaces, "anna" may be another word
_SHORTEST_SENTENCE = 6  # words: shorter ones ("Báo cháy kịp thời") are anybody's


@dataclass(frozen=True, order=True)
class Trace:
    """One thing found: an id, a name, a sentence, or a name known by its hash; ``text`` as it is looked for."""

    what: What
    text: str


@dataclass(frozen=True)
class Traces:
    """What to look for. ``other_ids`` are longer ids of other records that hold one of ``ids``."""

    ids: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    salt: str = ""
    digests: frozenset[str] = frozenset()
    other_ids: frozenset[str] = field(default=frozenset(), repr=False)

    @cached_property
    def _needles(self) -> tuple[tuple[str, Trace], ...]:
        """Names and sentences as they stand among words; and names without the spaces in them."""
        needles: list[tuple[str, Trace]] = []
        for name in self.names:
            words = as_words(bare_name(name))
            trace = Trace("tên", words.strip())
            if words.count(" ") > 2:
                needles.append((words, trace))
                glued = words.replace(" ", "")
                if len(glued) >= _SHORTEST_GLUED:
                    needles.append((f" {glued} ", trace))
        for sentence in self.sentences:
            words = as_words(sentence)
            if words.count(" ") > _SHORTEST_SENTENCE:
                needles.append((words, Trace("câu", words.strip())))
        return tuple(needles)

    @cached_property
    def _single(self) -> tuple[tuple[re.Pattern[str], Trace], ...]:
        """Names of one word, to be found as typed: folded, "An" would be in every "an toàn"."""
        found = []
        for name in self.names:
            line = vietnamese.one_line(name)
            if as_words(bare_name(name)).count(" ") == 2:
                found.append((re.compile(rf"(?<!\w){re.escape(line)}(?!\w)"), Trace("tên", as_words(line).strip())))
        return tuple(found)

    @cached_property
    def _id_pattern(self) -> re.Pattern[str] | None:
        if not self.ids:
            return None
        listed = "|".join(re.escape(id_) for id_ in sorted(self.ids, key=lambda one: (-len(one), one)))
        return re.compile(rf"(?<![0-9-])({listed})(?![0-9])([0-9A-Za-z-]*)", re.IGNORECASE)

    def ids_in(self, text: str, *, loose: bool = False) -> Iterator[tuple[int, Trace]]:
        """Every id in the text, and where it stands."""
        for match in self._id_pattern.finditer(text) if self._id_pattern else ():
            before = text[match.start() - 1 : match.start()]
            if not loose and (before.isalpha() or match[2][:1].isalpha()):
                continue
            whole = f"{match.group().lower().rstrip('-')}-"
            if any(whole.startswith(f"{other}-") for other in self.other_ids):
                continue
            if re.fullmatch("[0-9]{4}-[0-9]{2}", match[1]) and re.fullmatch("-[0-9]{2}", match[2]):
                continue  # a day of that month
            yield match.start(1), Trace("mã", match[1].lower())

    def find(self, text: str, *, loose: bool = False) -> frozenset[Trace]:
        """What of it the text holds; ``loose`` where letters that are no text may be glued to a word."""
        found = {trace for _, trace in self.ids_in(text, loose=loose)}
        if self._needles:
            words = as_words(text)
            found.update(trace for needle, trace in self._needles if (needle.strip() if loose else needle) in words)
        if self._single:
            plain = vietnamese.normal(text)
            found.update(trace for pattern, trace in self._single if pattern.search(plain))
        if self.digests:
            plain = vietnamese.normal(text)
            found.update(self._hashed(name) for name, _, _ in hashed_names(plain, self.salt, self.digests))
        return frozenset(found)

    def places(self, text: str) -> list[tuple[int, int, Trace]]:
        """Where the text holds it: offset, length, and what; each stretch once, in order."""
        found = {(start, len(trace.text), trace) for start, trace in self.ids_in(text)}
        words, offsets = _mapped_words(text)
        for needle, trace in self._needles:
            at = words.find(needle)
            while at >= 0:
                start, last = offsets[at + 1], offsets[at + len(needle) - 2]
                found.add((start, last + 1 - start, trace))
                at = words.find(needle, at + 1)
        for pattern, trace in self._single:
            found.update((match.start(), len(match.group()), trace) for match in pattern.finditer(text))
        if self.digests:
            for name, start, length in hashed_names(text, self.salt, self.digests):
                found.add((start, length, self._hashed(name)))
        return sorted(found)

    def _hashed(self, name: str) -> Trace:
        return Trace("mã băm của tên", as_words(bare_name(name)).strip())


def as_words(text: str) -> str:
    """The text's words alone, folded, one space before, between and behind them."""
    return f" {' '.join(text.translate(_LETTERS).split())} "


def sentences_of(*texts: str | None) -> tuple[str, ...]:
    """The sentences of the texts that are long enough to tell of one person, each once."""
    parts = (
        " ".join(part.split())
        for text in texts
        if text
        for part in _SENTENCE_END.split(_PROSE_LINK.sub(" ", text).replace("[", " "))
    )
    return tuple(dict.fromkeys(part for part in parts if as_words(part).count(" ") > _SHORTEST_SENTENCE))


def _mapped_words(text: str) -> tuple[str, list[int]]:
    """The words of the text as :func:`as_words` gives them, and for each character where it stands in the text."""
    letters, offsets = [" "], [0]
    for at, char in enumerate(text):
        for letter in _LETTERS[ord(char)]:
            if letter == " " and letters[-1] == " ":
                continue
            letters.append(letter)
            offsets.append(at)
    return f"{''.join(letters).rstrip()} ", [*offsets, len(text)]


class _Letters(dict[int, str]):
    """What each character becomes among words: its folded letters, a space, or nothing for a mark; filled as needed."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if _HIDDEN.match(char):
            letters = ""
        elif char.isspace():
            letters = " "
        else:
            letters = _BETWEEN.sub(" ", vietnamese.fold(char))
        self[code] = letters
        return letters


_LETTERS = _Letters()
