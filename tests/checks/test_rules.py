"""Each rule's docstring is its test: the file it calls wrong lies over the small ward, and only that is reported."""

from __future__ import annotations

import pkgutil
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from generator import checks
from generator.checks import RULES
from generator.content import read_content
from generator.problems import format_problems
from tests.site import AS_OF, copy_small, write

_WRONG = re.compile(r"^Sai, (\S+)::\n\n((?:    .*\n|\n)+)\n*((?:Báo .*\n)+)", re.MULTILINE)
_REPORTED = re.compile(r"^Báo (\S+?):(\d+):(\d+)\.$", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """A file that a rule calls wrong, and the places it must report."""

    rule: ModuleType
    path: str
    text: str
    places: tuple[tuple[str, int, int], ...]


def examples(rule: ModuleType) -> list[Example]:
    """The examples of a rule's docstring."""
    return [
        Example(
            rule,
            path,
            textwrap.dedent(text).strip("\n") + "\n",
            tuple((file, int(line), int(column)) for file, line, column in _REPORTED.findall(reported)),
        )
        for path, text, reported in _WRONG.findall(f"{rule.__doc__}\n")
    ]


EXAMPLES = [example for rule in RULES for example in examples(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.rule.RULE}:{one.path}")
def test_a_rule_reports_what_its_docstring_says(example: Example, tmp_path: Path) -> None:
    root = write(copy_small(tmp_path), {example.path: example.text})
    content, problems = read_content(root)
    assert problems == [], format_problems(problems)
    found = list(example.rule.check(content, AS_OF))
    places = sorted(
        {
            (one.place.file.relative_to(root).as_posix(), one.place.line, one.place.column)
            for one in found
            if one.place.file.name != "cho-duyet.yml"
        }
    )
    assert tuple(places) == example.places, format_problems(found)
    assert {one.rule for one in found} == {example.rule.RULE}
    assert all(one.message and one.fix for one in found)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.RULE))
def test_a_rule_has_a_manual_and_an_example(rule: ModuleType) -> None:
    title, about = (rule.__doc__ or "").split("\n\n")[:2]
    assert title.endswith(".")
    assert "\n" not in title
    assert about.endswith(".")
    assert not about.startswith("Sai, ")
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.RULE)
    assert examples(rule), "no example in the docstring"
    assert all(example.places for example in examples(rule))
    assert (rule.__doc__ or "").count("Sai, ") == len(examples(rule)), "an example is not in the right form"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.RULE))
def test_good_content_passes_a_rule(rule: ModuleType, tmp_path: Path) -> None:
    content, _ = read_content(copy_small(tmp_path))
    found = [one for one in rule.check(content, AS_OF) if one.place.file.name != "cho-duyet.yml"]
    assert found == [], format_problems(found)


def test_every_rule_is_run_and_has_a_name_of_its_own() -> None:
    modules = {f"generator.checks.{module.name}" for module in pkgutil.iter_modules(checks.__path__)}
    assert {rule.__name__ for rule in RULES} == modules
    assert len({rule.RULE for rule in RULES}) == len(RULES)


def test_the_harness_notices_a_rule_that_says_nothing(tmp_path: Path) -> None:
    (example,) = [one for one in EXAMPLES if one.rule.RULE == "thu-tu-ngay"]
    silent = ModuleType("silent")
    silent.RULE = "im-lang"  # type: ignore[attr-defined]
    silent.check = lambda content, as_of: iter(())  # type: ignore[attr-defined]
    with pytest.raises(AssertionError):
        test_a_rule_reports_what_its_docstring_says(
            Example(silent, example.path, example.text, example.places), tmp_path
        )
