"""The awards of the content as the cells of a list name them: in full, in initials, with who gives them."""

from __future__ import annotations

from collections.abc import Iterator

from generator import vietnamese
from generator.content import Content
from generator.importers.units import Units

_BEFORE = ("tang ", "danh hieu ", "hinh thuc ")


class AwardNames:
    """The content's awards by id, name and what offices make of the name: ``LĐTT``, ``CSTĐ cơ sở``."""

    def __init__(self, content: Content, units: Units) -> None:
        self._units = units
        portal = content.of("portal").get("portal")
        self._ward = vietnamese.fold(portal.record.ward) if portal else "phuong"
        self.known: dict[str, list[str]] = {}
        for id_, entry in content.of("awards").items():
            for words in {id_, *_spellings(vietnamese.fold(entry.record.name))}:
                self.known.setdefault(words, []).append(id_)

    def ids(self, text: str) -> list[str]:
        """The ids of those of this name; who gives it may stand behind it, where that is somebody of the ward."""
        words = vietnamese.fold(text)
        words = "".join(sign for sign in words if sign not in "“”\"'«»").strip()
        for one in _BEFORE:
            words = words.removeprefix(one)
        name, sign, giver = words.partition(" cua ")
        if not sign or words in self.known:
            return self.known.get(words, [])
        givers = [*self._units.ids(giver), *self._units.ids(giver.replace(self._ward, "phuong"))]
        return self.known.get(name, []) if any(self._units.level(id_) == "ward" for id_ in givers) else []


def _spellings(name: str) -> Iterator[str]:
    """The name, its initials, and the name with either end in initials."""
    words = name.split(" ")
    first = [word[0] for word in words]
    yield name
    for cut in range(2, len(words) + 1):
        yield " ".join(["".join(first[:cut]), *words[cut:]])
    for cut in range(1, len(words) - 1):
        yield " ".join([*words[:cut], "".join(first[cut:])])
