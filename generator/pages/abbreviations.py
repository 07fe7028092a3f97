"""What people write in short: UBND, PCCC, LĐTT, and the words that each stands for, taken from the content's own names.

An abbreviation is the first letters of some syllables of a name, from one with a capital on. Which of them are in use
nobody says; all are kept that cannot be read as a syllable, for such a word means nothing else. ``js/abbreviations.js``
looks them up.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.escaping import Markdown
from generator.pages.base import Page

_SHORTEST, _LONGEST = 3, 6
"""Syllables."""
_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"\([^()]*\)")
_CONSONANT = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx]"
_SYLLABLE = re.compile(f"(?:{_CONSONANT})?[aeiouy]{{1,3}}(?:ng|nh|ch|[cmnpt])?")


def abbreviation_page(catalogue: Catalogue) -> Page:
    """The file of abbreviations that the search page asks when it meets a word that is no syllable."""
    packed = json.dumps(abbreviations(_names(catalogue)), ensure_ascii=False, separators=(",", ":"))
    context = {"abbreviations": Markdown(packed)}
    return Page(addresses.ABBREVIATIONS, "pages/abbreviations.json", "", "", "data", context=context)


def abbreviations(names: Iterable[str]) -> dict[str, list[str]]:
    """Of each abbreviation, without marks, the words it may stand for: ``ldtt``: ``lao động tiên tiến``."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = _WORD.findall(_ASIDE.sub("", vietnamese.normal(name)))
        for start, word in enumerate(words):
            if not word[0].isupper():
                continue
            for end in range(start + _SHORTEST, min(start + _LONGEST, len(words)) + 1):
                if any(len(one) > 1 and one.isupper() for one in words[start:end]):
                    break  # an abbreviation within the name
                run = [one.lower() for one in words[start:end]]
                short = vietnamese.fold("".join(one[0] for one in run))
                if not _SYLLABLE.fullmatch(short):
                    found[short].add(" ".join(run))
    return {short: sorted(found[short]) for short in sorted(found)}


def _names(catalogue: Catalogue) -> Iterator[str]:
    """Names of bodies, awards, movements, laws, and of the fields people work in: of nobody who was honoured."""
    content, honours = catalogue.content, catalogue.honours
    for body in content.of("organisations").values():
        yield from (body.record.name, *body.record.aliases)
    for instrument in content.of("legislation").values():
        yield from (instrument.record.name, *instrument.record.aliases)
    yield from (award.record.name for award in content.of("awards").values())
    for movement in content.of("movements").values():
        yield from (movement.record.name, movement.record.field)
    yield from {entry.record.field for entry in honours.exemplars}
    yield from {entry.record.field for entry in honours.practices}
