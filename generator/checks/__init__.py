"""Rules that need more than one field: one module each, its docstring is its manual and is run as its test.

A rule has an id (what stands in brackets behind a problem) and ``check(content, as_of)``, which yields problems.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import ModuleType

from generator.checks import (
    ages,
    aliases,
    approved,
    authority,
    basis,
    circles,
    cited,
    commendations,
    confirmed,
    consultations,
    dates,
    documents,
    duplicates,
    homes,
    mentioned,
    minors,
    named,
    namesakes,
    origins,
    persons,
    photos,
    plan_parts,
    portal,
    private_data,
    progress,
    prose_signs,
    references,
    reserved,
    samples,
    scans,
    seen,
    sensitive,
    shared,
    stale,
    strangers,
    taken_down,
    totals,
    twice,
    unlisted,
    victims,
)
from generator.content import Content
from generator.problems import Problem
from generator.workers import beside

RULES: tuple[ModuleType, ...] = (
    portal,
    strangers,
    references,
    prose_signs,
    cited,
    seen,
    reserved,
    duplicates,
    dates,
    circles,
    basis,
    stale,
    plan_parts,
    aliases,
    progress,
    persons,
    commendations,
    photos,
    named,
    origins,
    authority,
    namesakes,
    twice,
    totals,
    taken_down,
    consultations,
    scans,
    documents,
    confirmed,
    approved,
    samples,
    private_data,
    homes,
    sensitive,
    shared,
    victims,
    ages,
    minors,
    mentioned,
    unlisted,
)
OF_WORDS = (private_data, homes, sensitive, victims, ages, minors, mentioned, unlisted)
"""The rules that read every word of the stories: half of the work. Pages can be gathered without them."""


def check_all(content: Content, as_of: date) -> list[Problem]:
    """Every problem every rule finds."""
    words = begin_words(content, as_of)
    return [*check_records(content, as_of), *words()]


def check_records(content: Content, as_of: date) -> list[Problem]:
    """Every problem of the rules that do not read words: where they find no error, pages can be gathered."""
    return [problem for rule in RULES if rule not in OF_WORDS for problem in rule.check(content, as_of)]


def begin_words(content: Content, as_of: date) -> Callable[[], list[Problem]]:
    """Begins the rules of words, of much content in another process; the function waits for their problems."""

    def find() -> list[Problem]:
        return [problem for rule in OF_WORDS for problem in rule.check(content, as_of)]

    return beside(find, worth_it=content.is_large)
