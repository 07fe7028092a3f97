"""Articles, clauses and points as texts write them, in either order, with lists and ranges, as paths.

``điểm a, b khoản 1 Điều 5`` and ``Điều 5 khoản 1 điểm a, b`` are the same two paths. Only what names an article is one:
``khoản 3 triệu đồng`` and ``điểm a`` alone are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from generator.citations.spelling import LETTER, MAYBE_SPACE, SPACE, WORD_END

Step = tuple[str, str]
Path = tuple[Step, ...]
"""``(("điều", "80"), ("khoản", "3"))``: from the article down."""

_LABELS = {
    "điều": rf"\d{{1,3}}[a-zđ]?{WORD_END}(?![./]\d)",
    "khoản": rf"\d{{1,3}}[a-zđ]?{WORD_END}(?![./]\d)",
    "điểm": rf"[a-zđ]\d?{WORD_END}",
}
_KINDS = "|".join(_LABELS)
# behind one more label of a short list stands a sign, a joining word, or the law: "Điều 16, 17 người" is none
_GOES_ON = (
    rf"(?={MAYBE_SPACE}(?:$|\n|[.,;:)\]”’\"»-]|(?:và|hoặc|đến|của|tại|thuộc|trong|ở|nêu|quy|trên|này|là|có|thì|"
    rf"theo|về|cho|với|để|như|cũng|đã|được|phải|không|"
    rf"{_KINDS}|bộ{SPACE}luật|luật|pháp|hiến|nghị|thông|quyết|chỉ|văn)(?!{LETTER})))"
)
_LIST = rf"{MAYBE_SPACE}[,;]{MAYBE_SPACE}(?:và{SPACE})?|{SPACE}(?:và|hoặc){SPACE}"
_RANGE = rf"[^\S\n]*-[^\S\n]*|{SPACE}đến{SPACE}(?:hết{SPACE})?"
_OPENING = {kind: re.compile(rf"(?:các{SPACE})?{kind}{SPACE}(?P<label>{label})") for kind, label in _LABELS.items()}
_MORE = {
    kind: re.compile(
        rf"(?:(?P<range>{_RANGE})|{_LIST})(?:{kind}{SPACE}(?P<told>{label})|(?P<bare>{label})(?P<goes_on>{_GOES_ON})?)"
    )
    for kind, label in _LABELS.items()
}
_KIND = re.compile(rf"(?<!\w)(?:các{SPACE})?({_KINDS}){SPACE}")
_BETWEEN = re.compile(rf"{_LIST}|(?P<tight>{SPACE}(?:của{SPACE})?)")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LONGEST_RANGE = 100
_CERTAIN_LIST = 3
"""Labels, after which one more is one whatever stands behind it."""


class Item(NamedTuple):
    """One label of a list, or a range of them, and where it stands."""

    labels: tuple[str, ...]
    start: int
    end: int


class Group(NamedTuple):
    """The labels behind one keyword; ``tight``: nothing but a space, or ``của``, parts it from the group before."""

    kind: str
    items: tuple[Item, ...]
    tight: bool

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where its last label ends."""
        return self.items[-1].end


@dataclass(frozen=True)
class Part:
    """A stretch of a text that names an article or a part of one: one path, of a range all."""

    start: int
    end: int
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class _Named:
    """What one item names below its article, while the stretch is put together."""

    start: int
    end: int
    clauses: tuple[str, ...] = ()
    points: tuple[str, ...] = ()

    def below(self, articles: tuple[str, ...]) -> tuple[Path, ...]:
        steps = (("điều", articles), ("khoản", self.clauses), ("điểm", self.points))
        found: list[Path] = [()]
        for kind, labels in steps:
            found = [(*path, (kind, label)) for path in found for label in labels] if labels else found
        return tuple(found)


def run_at(text: str, place: int) -> tuple[int, tuple[Part, ...]] | None:
    """The run of articles, clauses and points that begins there: where it ends, and the parts that name an article.

    ``text`` is spelt for comparing. None where no such word stands there.
    """
    groups = list(_groups(text, place))
    return (groups[-1].end, tuple(_parts(groups))) if groups else None


def runs(text: str) -> Iterator[tuple[int, int, tuple[Part, ...]]]:
    """Every run of the text that names an article: where it begins, where it ends, its parts."""
    end = 0
    for start in _KIND.finditer(text):
        run = run_at(text, start.start()) if start.start() >= end else None
        if run:
            end, parts = run
            if parts:
                yield start.start(), end, parts


def paths_in(text: str) -> tuple[Path, ...]:
    """Every path the text names, in order; ``text`` is spelt for comparing."""
    return tuple(path for _, _, parts in runs(text) for part in parts for path in part.paths)


def _groups(text: str, place: int) -> Iterator[Group]:
    tight = True
    group = _group(text, place, tight=tight)
    while group is not None:
        yield group
        between = _BETWEEN.match(text, group.end)
        group = _group(text, between.end(), tight=bool(between["tight"])) if between else None


def _group(text: str, place: int, *, tight: bool) -> Group | None:
    keyword = _KIND.match(text, place)
    kind = keyword[1] if keyword else ""
    opening = _OPENING[kind].match(text, place) if kind else None
    if opening is None:
        return None
    items = [Item((opening["label"],), place, opening.end())]
    plural = text.startswith("các", place)
    while more := _MORE[kind].match(text, items[-1].end):
        if more["bare"] and more["goes_on"] is None and not plural and len(items) < _CERTAIN_LIST:
            break
        label = more["told"] or more["bare"]
        if more["range"] is not None:
            first = items.pop()
            items.append(Item(_between(first.labels[-1], label), first.start, more.end()))
        else:
            start = text.find(kind, more.start()) if more["told"] else more.start("bare")
            items.append(Item((label,), start, more.end()))
    return Group(kind, tuple(items), tight)


def _between(first: str, last: str) -> tuple[str, ...]:
    """All labels of a range, both ends with it; the ends alone where nobody can tell what lies between."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        return tuple(str(number) for number in range(int(first), int(last) + 1))
    if first in _LETTERS and last in _LETTERS and _LETTERS.find(first) < _LETTERS.find(last):
        return tuple(_LETTERS[_LETTERS.find(first) : _LETTERS.find(last) + 1])
    return (first, last)


def _parts(groups: Sequence[Group]) -> Iterator[Part]:
    """The parts of a run: each article with the clauses and points that stand before it or behind it."""
    articles = [number for number, group in enumerate(groups) if group.kind == "điều"]
    before = 0
    for number, following in pairwise([*articles, None]):
        if number is None:
            return
        end = _reach(groups, before, number, following)
        yield from _of_article(groups[before:number], groups[number], groups[number + 1 : end])
        before = end


def _reach(groups: Sequence[Group], before: int, article: int, following: int | None) -> int:
    """Up to where the groups behind the article belong to it; the rest belongs to the next article."""
    if following is None:
        return len(groups)
    if before < article:  # its clauses stand before it, and so do those of the next
        return article + 1
    if article + 1 == following:
        return following
    if not groups[article + 1].tight:
        return article + 1 if groups[following].tight else following
    start = following
    while start > article + 2 and groups[start].tight:
        start -= 1
    return start


def _of_article(above: Sequence[Group], article: Group, below: Sequence[Group]) -> Iterator[Part]:
    first, last = article.items[0], article.items[-1]
    if above:
        found = [(first.labels[:1], named) for named in _rising(above)]
        found[-1] = (found[-1][0], replace(found[-1][1], end=first.end))
        found += [(item.labels, _Named(item.start, item.end)) for item in article.items[1:]]
    else:
        found = [(item.labels, _Named(item.start, item.end)) for item in article.items]
    if below:
        named = _falling(below)
        named[0] = replace(named[0], start=last.start if not above else named[0].start)
        found = [*(found if above else found[:-1]), *((last.labels[-1:], one) for one in named)]
    for labels, one in found:
        yield Part(one.start, one.end, one.below(labels))


def _rising(groups: Sequence[Group]) -> list[_Named]:
    """``điểm a khoản 1``: points wait for their clause."""
    found: list[_Named] = []
    waiting: list[Item] = []
    for number, group in enumerate(groups):
        if group.kind == "điểm":
            later = any(one.kind == "khoản" for one in groups[number + 1 :])
            if later or not found:
                waiting += group.items
            else:
                _add_points(found, group)
            continue
        items = list(group.items)
        if waiting:
            clause = items.pop(0)
            ends = [*(item.end for item in waiting[:-1]), clause.end]
            found += [
                _Named(item.start, end, clause.labels[:1], item.labels) for item, end in zip(waiting, ends, strict=True)
            ]
            waiting = []
        found += [_Named(item.start, item.end, item.labels) for item in items]
    return [*found, *(_Named(item.start, item.end, points=item.labels) for item in waiting)]


def _falling(groups: Sequence[Group]) -> list[_Named]:
    """``khoản 1 điểm a``: points belong to the clause before them."""
    found: list[_Named] = []
    for group in groups:
        if group.kind == "khoản":
            found += [_Named(item.start, item.end, item.labels) for item in group.items]
        else:
            _add_points(found, group)
    return found


def _add_points(found: list[_Named], group: Group) -> None:
    clauses = found[-1].clauses[-1:] if found else ()
    start = group.start
    if found and not found[-1].points:
        start = found.pop().start
    first, *others = group.items
    found.append(_Named(start, first.end, clauses, first.labels))
    found += [_Named(item.start, item.end, clauses, item.labels) for item in others]
