"""Who asked to be taken down and may not come back: known only by salted hashes of name, and of name and unit.

The hashes keep a list of the withdrawn from being a list of names. They are no vault: whoever has the file can try
names against it, so it lies with the content, in a private repository. Names are folded first, so that marks, capitals
and ``hoà``/``hòa`` make no other person.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from typing import Literal

from generator import vietnamese
from generator.models import Suppressions
from generator.models.honours import Suppressed
from generator.yaml_editing import parse_editable, to_text

Match = Literal["person", "perhaps", "name"]
"""The same person; a longer name around that of somebody of the unit, which may be one with a rank or another person;
or the same name alone."""
COURTESIES = ("ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "chau", "cu")
"""Forms of address, folded."""
_COURTESY = re.compile(rf"^(?:(?:ho )?gia dinh )?(?:(?:{'|'.join(COURTESIES)}) )?")
_NAME_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_CAPITAL = "".join(chr(code) for code in range(0x41, 0x1F00) if chr(code).isupper())
_NAME_RUN = re.compile(
    rf"(?<!\w)[{_CAPITAL}](?:[^\W\d_]|[\u0300-\u036f])*(?:[\s_\-–\"'*]{{1,40}}[{_CAPITAL}](?:[^\W\d_]|[\u0300-\u036f])*)+"
)
_LONGEST_NAME = 6  # words of a name that is known by its hash alone
_ASIDE = re.compile(r"[(\[{][^)\]}]*(?:[)\]}]|$)|[“\"][^”\"]*(?:[”\"]|$)")
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f]|['’](?=[^\\W\\d_]))*")
_TITLE = re.compile(  # folded; a word without a vowel is an abbreviation: ThS, BS, PGS
    r"(?:(?:thieu|trung|thuong|dai) (?:uy|ta|tuong|si)"
    r"|(?:ha|binh|bac|duoc|y|nghe|thac|tien|liet|chien|nhac|hoa) si|(?:pho )?giao su|luat su|ky su|cu nhan"
    r"|(?:co|thay|nha) giao|giao vien|dieu duong|dong chi|thuong binh|cki|ckii|nsut|ngut|[b-df-hj-np-tv-xz]{1,4}) "
)

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


def core_name(name: str) -> str:
    """The name without what lists write around it: numbers, signs, what stands in brackets, a rank, a title, a note.

    ``5. Đại úy Trần Thị Thử (truy tặng)`` gives ``Trần Thị Thử``; a name is capitalised words side by side. Where they
    are none, or stand in two places, all words stay: it cannot be told which of them are the name.
    """
    words = _WORD.findall(_ASIDE.sub(" ", vietnamese.normal(name)))
    runs = [list(run) for capital, run in groupby(words, lambda word: word[0].isupper()) if capital]
    names = [run for run in runs if len(run) > 1]
    if len(names) == 1:
        words = names[0]
    while (title := _TITLE.match(vietnamese.fold(" ".join(words)))) and len(words) - title[0].count(" ") > 1:
        words = words[title[0].count(" ") :]
    return " ".join(words)


def suppressed(record: Suppressions | None, name: str, organisation: str | None) -> tuple[Match, Suppressed] | None:
    """How the person matches the list, whatever rank, number or note stands around the name.

    The same name and unit is that person. A name that holds such a name among other words may be that person, as it is
    where the unit is not known. The same name alone may be a namesake.
    """
    if record is None or not record.people:
        return None
    salt, bare = record.salt, dict.fromkeys((bare_name(name), bare_name(core_name(name))))
    for spelling in bare:
        same = record.by_person.get(_digest(salt, "person", f"{spelling}\n{organisation or ''}"))
        if same is not None:
            return "person", same
    known = [one for one in (record.by_name.get(_digest(salt, "name", spelling)) for spelling in bare) if one]
    if known and organisation is None:
        return "name", known[0]
    for part in _parts(name):
        held = record.by_name.get(_digest(salt, "name", part))
        if held is not None and organisation is not None:
            held = record.by_person.get(_digest(salt, "person", f"{part}\n{organisation}"))
        if held is not None:
            return "perhaps", held
    return ("name", known[0]) if known else None


def _parts(name: str) -> Iterator[str]:
    """Every run of two to six words of the name, bare, that is more than one word without its form of address."""
    words = vietnamese.fold(" ".join(_WORD.findall(vietnamese.normal(name)))).split(" ")
    for first in range(len(words) - 1):
        for last in range(first + 2, min(first + _LONGEST_NAME, len(words)) + 1):
            part = _COURTESY.sub("", " ".join(words[first:last]), count=1)
            if " " in part:
                yield part


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
    return hmac.digest(bytes.fromhex(salt), f"{what}\n{text}".encode(), "sha256").hex()


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
