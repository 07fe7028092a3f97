"""Which row of an instrument's ``articles`` tells an article, a clause or a point: the seen ones, nothing guessed.

A row tells what its number names, and the whole of which that is a part: ``Điều 84 khoản 1`` tells that there is an
Article 84, not that it has a clause 3. A row of a whole article, ``Điều 5``, tells none of its clauses, unless its gist
names that very clause (``khoản 2``) or point (``điểm b``, ``b)``): nobody has seen more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator import vietnamese
from generator.citations.paths import Path, paths_in, runs
from generator.citations.spelling import alike
from generator.models import Instrument
from generator.models.legislation import Article


def held_by(instrument: Instrument, path: Path) -> Article | None:
    """The row that tells the path, an exact one before others; None where nobody has seen it."""
    rows = [row for row in instrument.articles if any(one[: len(path)] == path for one in paths_of(row.number))]
    exact = (row for row in rows if path in paths_of(row.number))
    return next(exact, rows[0] if rows else None) or _named_in_gist(instrument, path)


def holds(instrument: Instrument, path: Path) -> bool:
    """Whether the instrument's ``articles`` tell the path."""
    return held_by(instrument, path) is not None


def nearest(instrument: Instrument, path: Path) -> Article | None:
    """The row to lead a reader to: the one that tells the path, else the one of the part around it; None without."""
    return held_by(instrument, path) or next(_around(instrument, path), None)


@lru_cache(maxsize=1_000)
def article_id(number: str) -> str:
    """The part id of a row on its instrument's page: ``Điều 80 khoản 3`` gives ``dieu-80-khoan-3``."""
    words = re.findall(r"[^\W_]+", number.lower())
    return "-".join("dd" if word == "đ" else vietnamese.slug(word) for word in words)


@lru_cache(maxsize=1_000)
def paths_of(number: str) -> tuple[Path, ...]:
    """The paths that the number of a row, or of a citation in a field, names: ``Điều 2, Điều 3`` names two."""
    return paths_in(alike(number))


def _around(instrument: Instrument, path: Path) -> Iterator[Article]:
    """The rows of what the path is a part of, the smallest part first."""
    for length in range(len(path) - 1, 0, -1):
        yield from (row for row in instrument.articles if path[:length] in paths_of(row.number))


def _named_in_gist(instrument: Instrument, path: Path) -> Article | None:
    for length in range(len(path) - 1, 0, -1):
        for row in instrument.articles:
            if path[:length] in paths_of(row.number) and _names(row.gist, path[length:]):
                return row
    return None


@lru_cache(maxsize=1_000)
def _names(gist: str, steps: Path) -> bool:
    """Whether the gist names each of the steps as its own, not as a part of another article that it cites."""
    own = alike(gist)
    for start, end, _ in tuple(runs(own)):
        own = f"{own[:start]}{' ' * (end - start)}{own[end:]}"
    return all(_step(kind, label).search(own) for kind, label in steps)


def _step(kind: str, label: str) -> re.Pattern[str]:
    listed = rf"|(?<!\w){label}\)" if kind == "điểm" else ""
    return re.compile(rf"(?<!\w){kind}\s+{label}(?!\w){listed}")
