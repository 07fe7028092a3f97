"""Rules that need more than one field: one module each, its docstring is its manual and is run as its test.

A rule has an id (what stands in brackets behind a problem) and ``check(content, as_of)``, which yields problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from generator.checks import (
    approved,
    commendations,
    dates,
    duplicates,
    persons,
    photos,
    plan_parts,
    portal,
    progress,
    references,
    reserved,
    samples,
    strangers,
)
from generator.content import Content
from generator.problems import Problem

RULES: tuple[ModuleType, ...] = (
    portal,
    strangers,
    reserved,
    references,
    duplicates,
    dates,
    plan_parts,
    progress,
    persons,
    commendations,
    photos,
    approved,
    samples,
)


def check_all(content: Content, as_of: date) -> Iterator[Problem]:
    """Every problem every rule finds."""
    for rule in RULES:
        yield from rule.check(content, as_of)
