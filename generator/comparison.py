"""What changed between two plans, part by part: kept, changed, added, dropped, and what only changed its number.

Pure: two lists of parts in, one list of changes out, in the order of the new plan; a dropped part stands where it
stood. Parts are matched by address and text first, then by text alone, then by address where the words are alike, at
last by rare words in common; so a long plan takes little more than its length.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from generator.numbering import AddressedPart

Kind = Literal["kept", "moved", "changed", "added", "dropped"]
Stretch = tuple[Literal["same", "out", "in"], str]
"""Words both have, words only the old one has, words only the new one has."""


@dataclass(frozen=True)
class Change:
    """One part of the old plan, of the new one, or of both, and its words; the stretches of each side are its text."""

    kind: Kind
    old: AddressedPart | None
    new: AddressedPart | None
    words: tuple[Stretch, ...]

    @property
    def renumbered(self) -> bool:
        """Whether the part has another address than before."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


def compare(old: Sequence[AddressedPart], new: Sequence[AddressedPart]) -> tuple[Change, ...]:
    """Every part of both plans once. A plan compared with itself gives nothing but kept parts."""
    matched = _match(old, new)
    partner_of_old = {before: after for after, before in matched.items()}
    dropped: dict[int, list[int]] = defaultdict(list)
    last = -1  # the place in the new plan behind which a dropped part stands
    for number in range(len(old)):
        last = partner_of_old.get(number, last)
        if number not in partner_of_old:
            dropped[last].append(number)
    changes = [_change(old[number], None) for number in dropped[-1]]
    for after, part in enumerate(new):
        changes.append(_change(old[matched[after]] if after in matched else None, part))
        changes += [_change(old[number], None) for number in dropped[after]]
    return tuple(changes)


def counts(changes: Iterable[Change]) -> Counter[Kind]:
    """How many of each kind; a changed part that is also renumbered counts as changed."""
    return Counter(change.kind for change in changes)


def _change(old: AddressedPart | None, new: AddressedPart | None) -> Change:
    if old is None or new is None:
        gone = new is None
        part = old or new
        words: tuple[Stretch, ...] = (("out" if gone else "in", part.full_text),) if part and part.full_text else ()
        return Change("dropped" if gone else "added", old, new, words)
    if old.text != new.text or (old.id == new.id and old.label != new.label):
        return Change("changed", old, new, compare_words(old.full_text, new.full_text))
    return Change("kept" if old.id == new.id else "moved", old, new, compare_words(old.full_text, new.full_text))


_WORD = re.compile(r"\s*\S+|\s+")
_MOST_PAIRS = 4_000_000
"""Words of the old text times words of the new: beyond, the whole text is told as changed."""


def compare_words(old: str, new: str) -> tuple[Stretch, ...]:
    """Both texts in stretches: ``same`` and ``out`` together are the old text, ``same`` and ``in`` the new one."""
    if old == new:
        return (("same", old),) if old else ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > _MOST_PAIRS:
        return tuple(stretch for stretch in _replaced(old, new) if stretch[1])
    found: list[Stretch] = []
    for tag, start, end, first, past in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        out, into = "".join(before[start:end]), "".join(after[first:past])
        found += [("same", out)] if tag == "equal" else _replaced(out, into)
    return tuple(stretch for stretch in found if stretch[1])


def _replaced(old: str, new: str) -> list[Stretch]:
    return [("out", old), ("in", new)]


def _match(old: Sequence[AddressedPart], new: Sequence[AddressedPart]) -> dict[int, int]:
    """For each new part that was there before, by number: the old part it was."""
    matched: dict[int, int] = {}
    free = dict.fromkeys(range(len(old)))
    for one in (_by_address_and_text, _by_text, _by_address, _by_rare_words):
        for after, before in one(old, new, free, [number for number in range(len(new)) if number not in matched]):
            if before in free and after not in matched:
                matched[after] = before
                del free[before]
    return matched


Pairs = Iterator[tuple[int, int]]


def _by_address_and_text(
    old: Sequence[AddressedPart], new: Sequence[AddressedPart], free: dict[int, None], open_: list[int]
) -> Pairs:
    places = {(old[number].id, old[number].text): number for number in free}
    for number in open_:
        if (new[number].id, new[number].text) in places:
            yield number, places[new[number].id, new[number].text]


def _by_text(
    old: Sequence[AddressedPart], new: Sequence[AddressedPart], free: dict[int, None], open_: list[int]
) -> Pairs:
    places: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    for number in free:
        places[old[number].level, old[number].text].append(number)
    for number in open_:
        if same := places.get((new[number].level, new[number].text)):
            yield number, same.popleft()


_ALIKE_THERE, _ALIKE_ELSEWHERE = 0.4, 0.6
"""Share of words in common from which two parts are one that was changed: at one address, and anywhere."""


def _by_address(
    old: Sequence[AddressedPart], new: Sequence[AddressedPart], free: dict[int, None], open_: list[int]
) -> Pairs:
    places = {old[number].id: number for number in free}
    for number in open_:
        before = places.get(new[number].id)
        if before is not None and _alike(_bag(old[before]), _bag(new[number])) >= _ALIKE_THERE:
            yield number, before


_RARE = 12
"""A word in more parts than these leads to none of them."""


def _by_rare_words(
    old: Sequence[AddressedPart], new: Sequence[AddressedPart], free: dict[int, None], open_: list[int]
) -> Pairs:
    bags = {number: _bag(old[number]) for number in free}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, bag in bags.items():
        for word in bag:
            holders[word].append(number)
    pairs: list[tuple[float, int, int]] = []
    for number in open_:
        bag = _bag(new[number])
        near = Counter(one for word in bag if len(holders[word]) <= _RARE for one in holders[word])
        for before, _ in near.most_common(5):
            alike = _alike(bags[before], bag)
            if alike >= _ALIKE_ELSEWHERE and old[before].level == new[number].level:
                pairs.append((-alike, number, before))
    for _, number, before in sorted(pairs):
        yield number, before


def _bag(part: AddressedPart) -> Counter[str]:
    return Counter(part.text.lower().split())


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words that both have: 1 for the same words, 0 for none."""
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)
