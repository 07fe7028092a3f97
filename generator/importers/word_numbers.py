"""The numbers that Word makes by itself: what stands before a paragraph and is nowhere in its text.

A paragraph belongs to a list (``num``) and a level; the list takes its levels from an abstract list, directly or
through a list style, and may change some. All lists of one abstract list count together; a list that says where it
starts begins there when it is first used and whenever a higher level makes it begin again (ISO/IEC 29500-1, 17.9;
measured against LibreOffice, which knows neither ``lvlRestart`` nor ``isLgl``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from generator.importers.word_parts import W, is_on, value
from generator.importers.word_styles import Numbered, Styles
from generator.importers.word_symbols import bullet_of

_MOST = 32_767  # the largest number Word counts to
_LEVELS = 9
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True)
)  # fmt: skip
KNOWN = ("decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "bullet", "none")


@dataclass(frozen=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int
    legal: bool
    hidden: bool
    font: str
    style: str


@dataclass(frozen=True)
class _List:
    """A list: whose counters it shares, its levels, where it makes them start."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


@dataclass(frozen=True)
class Label:
    """What Word prints before a paragraph, the level (from 0), and the kind of number where it is an unknown one."""

    text: str
    level: int
    unknown: str = ""


class Numbers:
    """Counts through a document: ask once for each paragraph, in their order."""

    def __init__(self, numbering: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        if numbering is not None:
            self._abstracts = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iter(f"{W}abstractNum")}
            self._nums = {one.get(f"{W}numId", ""): one for one in numbering.iter(f"{W}num")}
        self._linked = {value(one.find(f"{W}styleLink")): id_ for id_, one in self._abstracts.items()}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbered: Numbered | None) -> Label | None:
        """What is printed before the next paragraph; None where it belongs to no list that is there."""
        if numbered is None or numbered.num not in self._nums:
            return None
        list_ = self._list(numbered.num)
        level = _level_of(list_, numbered)
        own = list_.levels.get(level)
        if own is None:
            return None
        counts = self._count(numbered.num, list_, level)
        if own.hidden:
            return Label("", level)
        if own.format == "bullet":
            return Label(bullet_of(own.text, own.font).strip(), level)
        used = [int(digit) - 1 for digit in re.findall("%([1-9])", own.text)]
        unknown = next((list_.levels[one].format for one in used if _is_strange(list_, one)), "")

        def number(match: re.Match[str]) -> str:
            part = int(match.group(1)) - 1
            of = list_.levels.get(part)
            # a level without a number of its own, and a deeper one, print nothing
            if of is None or part > level or of.format in ("bullet", "none"):
                return ""
            return spell(counts.get(part, list_.starts.get(part, of.start)), "decimal" if own.legal else of.format)

        return Label(re.sub("%([1-9])", number, own.text).strip(), level, unknown)

    def _count(self, num: str, list_: _List, level: int) -> dict[int, int]:
        """The counters of the list's family once its next paragraph is counted."""
        counts = self._counts.setdefault(list_.abstract, {})
        begins = (num, level) not in self._begun and level in list_.starts
        self._begun.add((num, level))
        if begins or level not in counts:
            counts[level] = list_.starts.get(level, list_.levels[level].start)
        else:
            counts[level] = min(counts[level] + 1, _MOST)
        for deeper in [one for one in counts if one > level]:
            if deeper in list_.levels and level < list_.levels[deeper].restart:
                del counts[deeper]
        return counts

    def _list(self, num: str) -> _List:
        if num not in self._lists:
            element = self._nums[num]
            abstract = self._defined(value(element.find(f"{W}abstractNumId")))
            if abstract not in self._levels:
                self._levels[abstract] = dict(_levels(self._abstracts.get(abstract)))
            levels = dict(self._levels[abstract])
            starts: dict[int, int] = {}
            for change in element.findall(f"{W}lvlOverride"):
                level = _number(change.get(f"{W}ilvl", ""), -1)
                if level not in range(_LEVELS):
                    continue
                for own in change.findall(f"{W}lvl"):
                    levels[level] = _level(own, level)
                start = change.find(f"{W}startOverride")
                if start is not None:
                    starts[level] = _number(value(start), 1)
            self._lists[num] = _List(abstract, levels, starts)
        return self._lists[num]

    def _defined(self, abstract: str) -> str:
        """The abstract list that has the levels: itself, or the one its list style stands for."""
        seen: set[str] = set()
        while abstract in self._abstracts and abstract not in seen:
            seen.add(abstract)
            link = value(self._abstracts[abstract].find(f"{W}numStyleLink"))
            if not link:
                break
            num = self._nums.get(self._styles.list_of(link))
            abstract = value(num.find(f"{W}abstractNumId")) if num is not None else self._linked.get(link, "")
        return abstract


def spell(number: int, format_: str) -> str:
    """The number in one of Word's ways of writing; in digits where the way is not known."""
    if format_ in ("lowerLetter", "upperLetter"):
        # Word goes a … z, aa, bb, and knows no đ
        letters = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30) if number else ""
        return letters if format_ == "lowerLetter" else letters.upper()
    if format_ in ("lowerRoman", "upperRoman"):
        numeral = ""
        for worth, letters in _ROMAN:
            numeral += letters * (number // worth)
            number %= worth
        return numeral if format_ == "lowerRoman" else numeral.upper()
    return f"{number:02d}" if format_ == "decimalZero" else str(number)


def _is_strange(list_: _List, level: int) -> bool:
    return level in list_.levels and list_.levels[level].format not in KNOWN


def _level_of(list_: _List, numbered: Numbered) -> int:
    """The level: by a style the one linked with it, else the one it names; the nearest style that has a say."""
    for style, level in numbered.styles:
        linked = next((number for number, one in list_.levels.items() if one.style == style), None)
        if linked is not None or level:
            return linked if linked is not None else _number(level, 0)
    return _number(numbered.level, 0)


def _levels(abstract: Any) -> list[tuple[int, _Level]]:
    found = abstract.findall(f"{W}lvl") if abstract is not None else ()
    numbers = [(_number(one.get(f"{W}ilvl", ""), -1), one) for one in found]
    return [(number, _level(one, number)) for number, one in numbers if number in range(_LEVELS)]


def _level(element: Any, level: int) -> _Level:
    looks = element.find(f"{W}rPr")
    fonts = looks.find(f"{W}rFonts") if looks is not None else None
    restart = element.find(f"{W}lvlRestart")
    return _Level(
        start=_number(value(element.find(f"{W}start")), 0),
        format=_format(element),
        text=value(element.find(f"{W}lvlText")),
        restart=_number(value(restart), level) if restart is not None else level,
        legal=is_on(element, "isLgl"),
        hidden=is_on(looks, "vanish"),
        font=str(fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else "",
        style=value(element.find(f"{W}pStyle")),
    )


def _format(element: Any) -> str:
    """The way of writing; a newer one stands beside an older that every program knows."""
    found = element.find(f".//{W}numFmt")
    return value(found) or "decimal"


def _number(text: str, default: int) -> int:
    return min(int(text), _MOST) if re.fullmatch("[0-9]{1,9}", text) else default
