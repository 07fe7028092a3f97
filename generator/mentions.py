"""Where a text names an instrument or an organisation.

Instruments are found by the recogniser of citations, organisations by their aliases, letter by letter, outside of what
cites an instrument. The longest alias wins. A refused phrase (``not_this``) is passed over as a whole, so that no
shorter name inside it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.citations import Recogniser, recogniser
from generator.content import Content
from generator.models import Organisation


@dataclass(frozen=True, order=True)
class Mention:
    """The stretch ``text[start:end]`` names the record of that kind and id; ``part`` is the place on its page, if any.

    ``part`` is the row of the article that is cited, or of the whole around it that was seen.
    """

    start: int
    end: int
    kind: str
    id: str
    part: str = ""


class Names:
    """The names of all instruments and organisations, ready to be found in texts."""

    def __init__(self, cited: Recogniser | None = None, organisations: Iterable[tuple[str, Organisation]] = ()) -> None:
        self._cited = cited or Recogniser()
        self._owners: dict[str, str] = {}
        refused: set[str] = set()
        for id_, organisation in organisations:
            refused.update(organisation.not_this)
            for name in organisation.aliases:
                self._owners.setdefault(name, id_)
        words = sorted({*self._owners, *refused}, key=lambda name: (-len(name), name))
        listed = "|".join(re.escape(word) for word in words)
        self._pattern = re.compile(rf"(?<!\w)(?:{listed})(?!\w)") if words else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention in the text, in order, none overlapping another."""
        found = list(self.cited(text))
        found += [
            Mention(match.start(), match.end(), "organisations", self._owners[match[0]])
            for match in self._matches(text)
            if match[0] in self._owners
        ]
        return tuple(_apart(sorted(found, key=lambda one: (one.start, -one.end))))

    def cited(self, text: str, about: str | None = None) -> Iterator[Mention]:
        """The instruments alone; ``about`` is the one whose articles the text cites without naming it."""
        for one in self._cited.find(text, about):
            if one.instrument is not None:
                yield Mention(one.start, one.end, "legislation", one.instrument, self._cited.row(one))

    def find_refused(self, text: str) -> tuple[str, ...]:
        """The refused phrases the text holds, in order."""
        return tuple(match[0] for match in self._matches(text) if match[0] not in self._owners)

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text) if self._pattern else iter(())


def _apart(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions without those that begin inside another."""
    end = 0
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention


@lru_cache(maxsize=2)
def names_in(content: Content) -> Names:
    """The names of everything in the content that a text can name; made once for each reading of it."""
    return Names(recogniser(content), ((id_, entry.record) for id_, entry in content.of("organisations").items()))
