"""Which instrument each article of a text belongs to, and what ``Luật này`` means: the citations of a text.

An article belongs to the instrument next to it (``Điều 80 Luật …``; ``Luật …, Điều 80``), else to the one last named in
the sentence, else to the one instrument the record is about. Where none is, the citation is of an unknown instrument.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator import vietnamese
from generator.citations.articles import article_id, nearest, paths_of
from generator.citations.known import Known
from generator.citations.paths import Path
from generator.citations.reading import Named, Reader, Run
from generator.citations.spelling import LETTER, MAYBE_SPACE, SPACE, alike
from generator.escaping import LINK
from generator.models import Instrument, Organisation


@dataclass(frozen=True)
class Citation:
    """The stretch ``text[start:end]`` cites an instrument, or the articles ``paths`` of it; a range has several paths.

    ``instrument`` is its id, or None where it is unknown or several may be meant (``candidates``). ``number`` is its
    number or name as typed, the words ``Luật này``, or empty where an article stands alone. ``linked``: the stretch is
    the words of a link that an editor made.
    """

    start: int
    end: int
    instrument: str | None
    number: str
    paths: tuple[Path, ...] = ()
    candidates: tuple[str, ...] = ()
    linked: bool = False


_ENDS_SENTENCE = re.compile(
    rf"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[·]?\s*[{vietnamese.CAPITALS}·])|\n\s*(?:\n|[|:]|(?:[-•*>]|#+|\d+\.)\s)"
)
_HIDDEN = "·"
"""Stands for each letter of a link's words while the text around them is read."""
_JOINS = re.compile(rf"{SPACE}(?:(?:của|tại|thuộc|trong|theo|ở){SPACE})?")
_JOINS_LOOSELY = re.compile(rf"{MAYBE_SPACE}(?:,{MAYBE_SPACE}(?:(?:của|tại|thuộc){SPACE})?|\()")
_ARTICLE_BEHIND = re.compile(rf"{MAYBE_SPACE}[,(]{MAYBE_SPACE}|{SPACE}(?:tại{SPACE})?")
# behind "Điều 1" at the head of a sentence: what tells that it is no order to send out one of something
_SAYS = re.compile(
    rf"{MAYBE_SPACE}(?:$|\n|[.,;:)\]”\"-]|"
    rf"(?:quy|của|tại|nêu|ghi|nói|thì|là|có|cho|yêu|về|và|này|đã|được|không)(?!{LETTER}))"
)
_NUMBER = re.compile(r"\d[^\S\n]?/[^\S\n]?[a-zđ]|\d-[a-zđ]{1,12}/")
_ARTICLE = re.compile(r"điều\s+\d")


class Recogniser:
    """Finds the citations of texts, knowing the instruments and who issues them."""

    def __init__(
        self, instruments: Iterable[tuple[str, Instrument]] = (), organisations: Iterable[tuple[str, Organisation]] = ()
    ) -> None:
        self._known = Known(instruments, organisations)
        self._reader = Reader(self._known)
        self._heads = tuple(sorted({"nghị định", "thông tư", "pháp lệnh", *self._known.heads}))
        self._in_prose = lru_cache(maxsize=20_000)(self._read_prose)  # a story is read for its links, and for backlinks

    def find(self, text: str, about: str | None = None) -> tuple[Citation, ...]:
        """Every citation in the text, in order, none overlapping another.

        ``about`` is the instrument that the whole text is about, to which an article standing alone belongs.
        """
        if about is None and not self._may_cite(text):
            return ()
        like = alike(text)
        tokens = tuple(self._reader.read(text, like))
        return tuple(_Joining(text, like, tokens, self._known, about).citations()) if tokens else ()

    def find_in_prose(self, text: str, about: str | None = None) -> tuple[Citation, ...]:
        """Every citation in an editor's prose, as ``find`` does; of a link to an instrument its words are the citation.

        The words of other links, and what is only markup, cite nothing.
        """
        return self._in_prose(text, about)

    def _read_prose(self, text: str, about: str | None) -> tuple[Citation, ...]:
        links = tuple(LINK.finditer(text)) if "](" in text else ()
        if not links and "**" not in text:
            return self.find(text, about)
        made: list[Named] = []
        pieces: list[str] = []
        end = 0
        for link in links:
            words, target = link.groups()
            pieces += [text[end : link.start()], " ", _HIDDEN * len(words), " " * (link.end() - link.end(1))]
            end = link.end()
            kind, _, id_ = target.partition("#")[0].partition("/")
            if kind == "legislation" and id_ in self._known.instruments:
                made.append(Named(link.start(1), link.end(1), (id_,), words, linked=True, paths=paths_of(words)))
        plain = "".join([*pieces, text[end:]])
        if about is None and not self._may_cite(plain):
            return tuple(_citation(one.start, one.end, one) for one in made)
        like = alike(plain).replace("**", "  ")
        tokens: list[Named | Run] = sorted([*self._reader.read(plain, like), *made], key=lambda token: token.start)
        return tuple(_Joining(plain, like, tokens, self._known, about).citations())

    def row(self, citation: Citation) -> str:
        """The id, on the instrument's page, of the row to lead a reader to; empty where the page has none for it."""
        instrument = self._known.instruments.get(citation.instrument or "")
        if instrument is None or not citation.paths or instrument.level == "U":  # of such a one no row is shown
            return ""
        row = nearest(instrument, citation.paths[0])
        return article_id(row.number) if row else ""

    def _may_cite(self, text: str) -> bool:
        """A look that costs little: most stories name no law, and there may be ten thousand."""
        low = text.lower().replace("\n", " ")
        if any(head in low for head in self._heads):
            return True
        if low.count("luật") > low.count("pháp luật") + low.count("kỷ luật"):
            return True
        numbered = "/" in low and _NUMBER.search(low) is not None
        return numbered or ("điều" in low and _ARTICLE.search(low) is not None)


class _Joining:
    """One walk through what a text names, joining articles to instruments."""

    def __init__(self, text: str, like: str, tokens: Sequence[Named | Run], known: Known, about: str | None) -> None:
        self._text = text
        self._like = like
        self._tokens = tokens
        self._known = known
        self._about = about
        self._last: Named | None = None
        self._by_type: dict[str, Named] = {}

    def citations(self) -> Iterator[Citation]:
        """The citations, in order."""
        number = end = 0
        while number < len(self._tokens):
            token = self._tokens[number]
            if _ENDS_SENTENCE.search(self._text, end, token.start):
                self._last = None
            run, named, taken = self._together(number)
            if named is not None:
                named = self._meant(named, alone=run is None)
            yield from self._cited(run, named)
            number += taken
            end = self._tokens[number - 1].end

    def _together(self, number: int) -> tuple[Run | None, Named | None, int]:
        """The articles and the instrument that stand side by side from there, and how many tokens that takes."""
        token = self._tokens[number]
        if isinstance(token, Run):
            named = self._named_at(number + 1, (_JOINS, _JOINS_LOOSELY)) if token.parts else None
            return token, named, 2 if named else 1
        run = self._tokens[number + 1] if number + 1 < len(self._tokens) else None
        if not isinstance(run, Run) or not run.parts or not self._between(number, _ARTICLE_BEHIND):
            return None, token, 1
        if self._named_at(number + 2, (_JOINS,)):  # "Luật A, Điều 5 Nghị định B": the article is the decree's
            return None, token, 1
        return run, token, 2

    def _named_at(self, number: int, joins: tuple[re.Pattern[str], ...]) -> Named | None:
        named = self._tokens[number] if number < len(self._tokens) else None
        joined = isinstance(named, Named) and any(self._between(number - 1, one) for one in joins)
        return named if joined and isinstance(named, Named) else None

    def _between(self, number: int, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is all that parts the token from the next one."""
        end, start = self._tokens[number].end, self._tokens[number + 1].start
        return pattern.fullmatch(self._like, end, start) is not None

    def _meant(self, named: Named, *, alone: bool) -> Named | None:
        """The instrument with what ``này`` points at; None where it points at nothing and no article is cited."""
        if not named.this:
            type_ = self._known.type_of(named.ids[0]) if named.ids else named.type
            self._by_type[type_] = self._last = named
            return named
        earlier = self._by_type.get(named.type)
        if earlier is None and self._about is not None and self._known.type_of(self._about) == named.type:
            earlier = replace(named, ids=(self._about,))
        if earlier is None:
            return None if alone else named
        self._last = replace(named, ids=earlier.ids)
        return self._last

    def _cited(self, run: Run | None, named: Named | None) -> Iterator[Citation]:
        if run is None:
            if named is not None:
                yield _citation(named.start, named.end, named)
        elif named is None:
            yield from self._standing_apart(run)
        elif len(run.parts) == 1 and not named.linked and self._is_plain(run, named):
            start, end = min(run.start, named.start), max(run.end, named.end)
            yield _citation(start, end, named, run.parts[0].paths)
        else:
            parts = [_citation(part.start, part.end, named, part.paths) for part in run.parts]
            yield from sorted([*parts, _citation(named.start, named.end, named)], key=lambda one: one.start)

    def _is_plain(self, run: Run, named: Named) -> bool:
        """Whether only words and commas part the two, so that they can be one link."""
        gap = self._text[min(run.end, named.end) : max(run.start, named.start)]
        return not any(sign in gap for sign in "(*[]")

    def _standing_apart(self, run: Run) -> Iterator[Citation]:
        """Articles with no instrument beside them."""
        if not run.parts or (len(run.parts[0].paths[0]) == 1 and self._may_be_a_verb(run)):
            return
        named = self._last
        if named is None and self._about is not None:
            named = Named(run.start, run.end, (self._about,), "")
        for part in run.parts:
            yield _citation(part.start, part.end, named, part.paths)

    def _may_be_a_verb(self, run: Run) -> bool:
        """Whether ``điều 1 …`` may order to send out one of something: in small letters, or opening a sentence."""
        if self._text.startswith("điều", run.start):
            return True
        place = run.start - 1
        while place >= 0 and self._text[place] in ' \t"“(':
            place -= 1
        opens = place < 0 or self._text[place] in "\n.!?…:;-–•*"
        return opens and _SAYS.match(self._like, run.end) is None


def _citation(start: int, end: int, named: Named | None, paths: tuple[Path, ...] = ()) -> Citation:
    if named is None:
        return Citation(start, end, None, "", paths)
    clear = named.ids[0] if len(named.ids) == 1 else None
    candidates = named.ids if len(named.ids) > 1 else ()
    linked = named.linked and (start, end) == (named.start, named.end)
    return Citation(start, end, clear, named.typed, named.paths if linked else paths, candidates, linked)
