"""Where a text names an instrument or an organisation.

Instruments are known by their number or a written name, organisations by their aliases, letter by letter. The longest
name wins. A refused phrase (``not_this``) is passed over as a whole, so that no shorter name inside it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.content import Content
from generator.models import Instrument, Organisation

_TYPES = "Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Chỉ thị|Kế hoạch|Văn bản hợp nhất"


@dataclass(frozen=True, order=True)
class Mention:
    """The stretch ``text[start:end]`` names the record of that kind and id."""

    start: int
    end: int
    kind: str
    id: str


class Names:
    """The names of all instruments and organisations, ready to be found in texts."""

    def __init__(
        self,
        instruments: Iterable[tuple[str, Instrument]] = (),
        organisations: Iterable[tuple[str, Organisation]] = (),
    ) -> None:
        self._owners: dict[str, tuple[str, str]] = {}
        refused: set[str] = set()
        numbers: list[str] = []
        for id_, instrument in instruments:
            numbers.append(instrument.number)
            for name in (instrument.number, *instrument.aliases):
                self._owners.setdefault(name, ("legislation", id_))
        for id_, organisation in organisations:
            refused.update(organisation.not_this)
            for name in organisation.aliases:
                self._owners.setdefault(name, ("organisations", id_))
        self.refused = frozenset(refused)
        words = sorted({*self._owners, *refused} - set(numbers), key=lambda name: (-len(name), name))
        patterns = []
        if numbers:
            listed = "|".join(_number(number) for number in sorted(numbers, key=lambda name: (-len(name), name)))
            patterns.append(rf"(?:(?:{_TYPES}) )?(?:số )?(?<![\w/])(?P<number>{listed})(?![^\W\d_])(?!\d?/)(?!-\w)")
        if words:
            patterns.append(rf"(?<!\w)(?P<name>{'|'.join(re.escape(word) for word in words)})(?!\w)")
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every mention in the text, in order, none overlapping another."""
        found = self._spans(text)
        return tuple(Mention(start, end, *self._owners[name]) for start, end, name in found if name in self._owners)

    def find_refused(self, text: str) -> tuple[str, ...]:
        """The refused phrases the text holds, in order."""
        return tuple(name for _, _, name in self._spans(text) if name not in self._owners)

    def _spans(self, text: str) -> Sequence[tuple[int, int, str]]:
        if self._pattern is None:
            return ()
        return [(match.start(), match.end(), match[match.lastgroup or 0]) for match in self._pattern.finditer(text)]


def _number(number: str) -> str:
    """The pattern of a number. A digit glued behind its letters is a footnote mark, behind its digits not."""
    return re.escape(number) + (r"(?!\d)" if number[-1:].isdigit() else "")


def names_in(content: Content) -> Names:
    """The names of everything in the content that a text can name."""
    return Names(
        ((id_, entry.record) for id_, entry in content.of("legislation").items()),
        ((id_, entry.record) for id_, entry in content.of("organisations").items()),
    )
