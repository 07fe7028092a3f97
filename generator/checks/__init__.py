"""Rules that need more than one field: one module each, its docstring is its manual and is run as its test.

A rule has an id (what stands in brackets behind a problem) and ``check(content, as_of)``, which yields problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from generator.checks import (
    approved,
    authority,
    commendations,
    confirmed,
    consultations,
    dates,
    duplicates,
    mentioned,
    named,
    namesakes,
    origins,
    persons,
    photos,
    plan_parts,
    portal,
    private_data,
    progress,
    references,
    reserved,
    samples,
    scans,
    sensitive,
    strangers,
    taken_down,
    totals,
    twice,
    victims,
)
from generator.content import Content
from generator.problems import Problem
from generator.workers import for_each

# The costly rules stand so that two processes, taking every other one, have as much to do.
RULES: tuple[ModuleType, ...] = (
    portal,
    strangers,
    references,
    reserved,
    duplicates,
    dates,
    plan_parts,
    progress,
    persons,
    commendations,
    photos,
    named,
    origins,
    private_data,
    sensitive,
    authority,
    victims,
    namesakes,
    twice,
    totals,
    taken_down,
    consultations,
    scans,
    confirmed,
    approved,
    mentioned,
    samples,
)


_WORTH_A_PROCESS = 2_000
"""Records: of fewer, all is checked before another process has started."""


def check_all(content: Content, as_of: date) -> Iterator[Problem]:
    """Every problem every rule finds."""
    many = sum(map(len, content.entries.values())) >= _WORTH_A_PROCESS
    found = for_each(lambda rule: list(rule.check(content, as_of)), RULES, 1 if many else len(RULES))
    for problems in found:
        yield from problems
