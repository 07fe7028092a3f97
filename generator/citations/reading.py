"""A text cut into what names an instrument and what names articles, in order, before either is joined to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import vietnamese
from generator.citations.known import Known
from generator.citations.numbers import KNOWN_NUMBER, LAWS, NUMBER, SO, TYPE, TYPES, YEAR_NUMBER
from generator.citations.paths import Part, Path, run_at
from generator.citations.spelling import LETTER, MAYBE_SPACE, SPACE

_TYPE = re.compile(rf"{TYPE}(?!{LETTER})")
_TYPE_IN_FRONT = re.compile(rf"{TYPE}{SPACE}(?=số|\d|{LETTER})")
_SEVERAL = re.compile(r"(?<!\w)các\s$")
"""In front of a type that is said once for all numbers of a list: it is no part of the first."""
_THIS = re.compile(rf"{SPACE}(?:này|nêu{SPACE}trên|nói{SPACE}trên)(?!{LETTER})")
_YEAR = re.compile(rf"{MAYBE_SPACE}\(?năm{SPACE}(?P<year>(?:19|20)\d\d)(?!\d)\)?")
_NUMBER_BEHIND = re.compile(rf"{MAYBE_SPACE}[,(]?{MAYBE_SPACE}số{MAYBE_SPACE}(?=\d)")
_CAPITAL = f"[{vietnamese.CAPITALS}]"
# a law nobody knows, as typed: capitalised, up to the word with which the sentence goes on
_LAW = re.compile(rf"(?:Bộ luật|Luật|Pháp lệnh)[^\S\n]+(?={_CAPITAL})")
_NOT_A_LAW = re.compile(r"(?:pháp|kỷ|đại học|công ty|khoa|ngành|trường|văn phòng|nhà|dự thảo|dự án|trung tâm)[^\S\n]+$")
_WORD = re.compile(rf"[^\S\n]*,?[^\S\n]*(?P<word>{LETTER}+)")
_STOP = re.compile(
    rf"(?:quy|có|được|là|và|của|năm|thì|đã|sẽ|số|ngày|tại|về|cho|này|hiện|để|khi|do|theo|với|nêu|ghi|nói|yêu|đang|không|"
    rf"phải|cũng|như|trong|từ|đến|ở|ra|vào|mà|nếu|còn|đối|trên)(?!{LETTER})"
)
_LONGEST_NAME = 12


@dataclass(frozen=True)
class Named:
    """A stretch that names an instrument: the ids it may mean, its number or name as typed, its type if told.

    ``this``: it points at one named before (``Luật này``). ``linked``: it is the words of a link that an editor made,
    which cite the articles ``paths``.
    """

    start: int
    end: int
    ids: tuple[str, ...]
    typed: str
    type: str = ""
    this: bool = False
    linked: bool = False
    paths: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Run:
    """A stretch that names articles, clauses, points, and its parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


class Reader:
    """Reads texts, knowing the instruments."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._starts = _starts(known.first_words)

    def read(self, text: str, like: str) -> Iterator[Named | Run]:
        """What the text names, in order, none overlapping another; ``like`` is the text spelt for comparing."""
        end = 0
        for start in self._starts.finditer(f"\n{like}"):  # with the character before it, it begins at start.start()
            place = start.start()
            if place < end:
                continue
            found = self._run(like, place) if start["run"] else self._named(text, like, place)
            if found is not None:
                end = found.end
                yield found

    @staticmethod
    def _run(like: str, place: int) -> Run | None:
        run = run_at(like, place)
        return Run(place, *run) if run else None

    def _named(self, text: str, like: str, place: int) -> Named | None:
        by_number = self._numbered(text, like, place)
        name = self._known.name.match(like, place)
        if name and (by_number is None or name.end() > by_number.end):
            return self._called(text, like, place, name.end(), name[0])
        if by_number is not None:
            return by_number
        type_ = _TYPE.match(like, place)
        if type_ and (this := _THIS.match(like, type_.end())):
            return Named(place, this.end(), (), _typed(text, place, this.end()), _spaced(type_[0]), this=True)
        return self._unknown_law(text, like, place)

    def _numbered(self, text: str, like: str, place: int) -> Named | None:
        """A number with its type and ``số`` in front, where they are there."""
        type_ = _TYPE_IN_FRONT.match(like, place)
        so = SO.match(like, type_.end() if type_ else place)
        at = so.end() if so else type_.end() if type_ else place
        told = _spaced(type_[0]) if type_ else ""
        number = self._known.odd_number.match(like, at) or KNOWN_NUMBER.match(like, at)
        if number is None and (type_ or so) and (number := NUMBER.match(like, at)):
            letters = text[number.start("symbol") : number.end("symbol")]
            number = number if letters[:2].isupper() and len(letters) > 1 else None
        if number is None and told in {"luật", "nghị định", "thông tư"}:
            number = YEAR_NUMBER.match(like, at)
        if number is None:
            return None
        ids = self._known.numbered(like, place, number.end(), number[0], told)
        start = so.start() if so and _SEVERAL.search(like, max(0, place - 5), place) else place
        return Named(start, number.end(), ids, _typed(text, at, number.end()), told)

    def _called(self, text: str, like: str, place: int, end: int, name: str) -> Named:
        """A known name, with the year behind it and the number behind that."""
        year = _YEAR.match(like, end)
        ids = self._known.named(name, int(year["year"]) if year else None)
        if year:
            end = year.end()
        type_ = _TYPE.match(like, place)
        told = _spaced(type_[0]) if type_ else ""
        return self._with_number(text, like, Named(place, end, ids, _typed(text, place, end), told))

    def _with_number(self, text: str, like: str, named: Named) -> Named:
        behind = _NUMBER_BEHIND.match(like, named.end)
        number = NUMBER.match(like, behind.end()) if behind else None
        if number is None:
            return named
        ids = self._known.numbered(like, named.start, number.end(), number[0], named.type)
        return Named(named.start, number.end(), ids, _typed(text, number.start(), number.end()), named.type)

    def _unknown_law(self, text: str, like: str, place: int) -> Named | None:
        law = _LAW.match(text, place)
        if law is None or _NOT_A_LAW.search(like, max(0, place - 20), place):
            return None
        end = law.end()
        for count in range(_LONGEST_NAME):
            word = _WORD.match(like, end)
            if word is None or (count and _STOP.match(word["word"])):
                break
            end = word.end()
        year = _YEAR.match(like, end)
        end = year.end() if year else end
        type_ = next(name for name in LAWS if like.startswith(name, place))
        return self._with_number(text, like, Named(place, end, (), _typed(text, place, end), type_))


def _starts(names: Iterable[str]) -> re.Pattern[str]:
    """Where a citation may begin, with the character before it; of all words that one may begin with, letter by letter.

    A plain character in front and a branch for each first letter, because every letter of a text is held against it.
    """
    run = rf"(?P<run>(?:các{SPACE})?(?:điều|khoản|điểm){SPACE}[\da-zđ])"
    words = sorted({name.split(" ")[0] for name in (*TYPES, *names)})
    by_letter = (
        f"{re.escape(letter)}(?:{'|'.join(re.escape(word[1:]) for word in words if word[0] == letter)})(?!{LETTER})"
        for letter in sorted({word[0] for word in words})
    )
    return re.compile(
        rf"\W(?=(?:{run}|{'|'.join(by_letter)}|số{MAYBE_SPACE}:?{MAYBE_SPACE}\d|\d{{1,5}}[a-zđ]?[^\S\n]?[/-]))"
    )


def _typed(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _spaced(words: str) -> str:
    return " ".join(words.split())
