"""Who asked to be taken down and may not come back: known only by salted hashes of name, and of name and unit.

The hashes keep a list of the withdrawn from being a list of names. They are no vault: whoever has the file can try
names against it, so it lies with the content, in a private repository. Names are folded first, so that marks, capitals
and ``hoà``/``hòa`` make no other person.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from generator import vietnamese
from generator.models import Suppressions
from generator.models.honours import Suppressed
from generator.yaml_editing import parse_editable, to_text

Match = Literal["person", "name"]
COURTESIES = ("ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "chau", "cu")
"""Forms of address, folded."""
_COURTESY = re.compile(rf"^(?:(?:ho )?gia dinh )?(?:(?:{'|'.join(COURTESIES)}) )?")
_NAME_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_CAPITAL = "".join(chr(code) for code in range(0x41, 0x1F00) if chr(code).isupper())
_NAME_RUN = re.compile(
    rf"(?<!\w)[{_CAPITAL}](?:[^\W\d_]|[\u0300-\u036f])*(?:[\s_\-–\"'*]{{1,40}}[{_CAPITAL}](?:[^\W\d_]|[\u0300-\u036f])*)+"
)
_LONGEST_NAME = 6  # words of a name that is known by its hash alone

_HEAD = "# Do lệnh portal withdraw ghi, không sửa tay: chỉ có mã băm, không có tên ai.\n"


@dataclass(frozen=True)
class Person:
    """One spelling of a person's name, and the id of the organisation it stands with."""

    name: str
    organisation: str | None

    def digest(self, salt: str) -> str:
        """The salted hash of both."""
        return person_digest(salt, self.name, self.organisation)


def name_digest(salt: str, name: str) -> str:
    """The salted hash of a name, 64 hexadecimal digits; marks, capitals and forms of address make no difference."""
    return _digest(salt, "name", bare_name(name))


def person_digest(salt: str, name: str, organisation: str | None) -> str:
    """The salted hash of a name together with the id of its organisation."""
    return _digest(salt, "person", f"{bare_name(name)}\n{organisation or ''}")


def bare_name(name: str) -> str:
    """The name as two spellings of one person share it: folded, without a form of address: ``do van thuan``."""
    folded = vietnamese.fold(name)
    return _COURTESY.sub("", folded, count=1) or folded


def suppressed(record: Suppressions | None, name: str, organisation: str | None) -> tuple[Match, Suppressed] | None:
    """How the person matches the list: the same name and unit, or the same name alone, which may be a namesake."""
    if record is None or not record.people:
        return None
    person, only_name = person_digest(record.salt, name, organisation), name_digest(record.salt, name)
    same = next((one for one in record.people if one.person == person), None)
    if same is not None:
        return "person", same
    namesake = next((one for one in record.people if one.name == only_name), None)
    return ("name", namesake) if namesake is not None else None


def hashed_names(text: str, salt: str, digests: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Every run of two to six capitalised words whose hash as a name is among the digests; where it starts, how long.

    A form of address that is capitalised too (``Ông Đỗ Văn Thuận``) is found with the name and without.
    """
    for name, start, length in _name_runs(text):
        if _known_digest(salt, name) in digests:
            yield name, start, length


def _name_runs(text: str) -> Iterator[tuple[str, int, int]]:
    for run in _NAME_RUN.finditer(text):
        words = list(_NAME_WORD.finditer(text, run.start(), run.end()))
        for first in range(len(words) - 1):
            for last in range(first + 1, min(first + _LONGEST_NAME, len(words))):
                name = " ".join(word.group() for word in words[first : last + 1])
                yield name, words[first].start(), words[last].end() - words[first].start()


@lru_cache(maxsize=400_000)  # the same words stand in many texts
def _known_digest(salt: str, name: str) -> str:
    return name_digest(salt, name)


def _digest(salt: str, what: str, text: str) -> str:
    return hmac.new(bytes.fromhex(salt), f"{what}\n{text}".encode(), hashlib.sha256).hexdigest()


def suppress(
    text: str, record: Suppressions | None, people: Iterable[Person], day: date, salt: str, *, photo_only: bool
) -> tuple[str, int]:
    """The text of the list with these people on it, and how many were added; who is on it is not added again.

    ``text`` and ``record`` are the list as it is, empty and None where there is none; then ``salt`` becomes its salt.
    Whoever was listed for the photo alone and now goes wholly is listed once, wholly.
    """
    salt = record.salt if record else salt
    data = parse_editable(text) if text else parse_editable(f"{_HEAD}salt: {salt}\n")
    listed = data.setdefault("people", [])
    added = 0
    for person in people:
        digests = {"name": name_digest(salt, person.name), "person": person.digest(salt)}
        same = [one for one in listed if one["person"] == digests["person"]]
        if any(photo_only or one.get("photo_only", "false") != "true" for one in same):
            continue
        for one in same:
            listed.remove(one)
        listed.append({"withdrawn": day.isoformat(), **digests, **({"photo_only": "true"} if photo_only else {})})
        added += 1
    return to_text(data), added
