"""The figures counted a second time, from the YAML files alone, by rules written anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

Yaml = dict[str, Any]


def load(file: Path) -> Yaml:
    text = file.read_text(encoding="utf-8")
    found: Yaml = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only, nothing is made of it
    return found


def later(day: str | None, as_of: date) -> bool:
    return day is not None and day > as_of.isoformat()


def published(record: Yaml, as_of: date, *days: str | None) -> bool:
    """Approved, no draft, and none of its days to come."""
    if record.get("draft") == "true" or "approved" not in record:
        return False
    return not any(later(day, as_of) for day in (record["approved"]["date"], record.get("publish_from"), *days))


def covers(ground: Yaml | None, aspect: str, age: str | None, as_of: date) -> bool:
    """Whether the ground lets the aspect be shown of somebody of that age on the day."""
    if ground is None or age is None or ground["ground"] == "public-event":
        return False
    if any(later(ground.get(key), as_of) for key in ("recorded", "guardian_consent", "child_consent")):
        return False
    if age == "adult":
        return "name" in ground["scope"]
    consents = ["guardian_consent", *(["child_consent"] if age == "7-15" else [])]
    return aspect in ground["scope"] and all(key in ground for key in consents)


class Recount:
    """Numbers by measure and dimension, by key."""

    def __init__(self, content: Path, as_of: date) -> None:
        self.as_of = as_of
        self.exemplars = {file.stem: load(file) for file in sorted(content.glob("exemplars/*.yml"))}
        self.decisions = [load(file) for file in sorted(content.glob("decisions/*/*.yml"))]
        self.decisions = [one for one in self.decisions if published(one, as_of, one["date"])]
        self.numbers: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.shares: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.periods: Counter[str] = Counter()
        self.honoured: set[str] = set()
        self.lost: set[str] = set()
        rows = [(decision, list_, row) for decision, list_, row in self._rows() if self._stands(decision, list_, row)]
        self.told = {id_ for id_, one in self.exemplars.items() if self._has_page(id_, one)}
        for decision, list_, row in rows:
            self._count(decision, list_, row)
        for id_ in self.told:
            self.numbers["exemplars", "field"][self.exemplars[id_]["field"]] += 1
        for decision in self.decisions:
            for list_ in decision["lists"]:
                if not self._revoked(decision, list_, {}):
                    for count in list_.get("counts", []):
                        self.numbers["households", "award"][list_["award"]] += int(count["number"])

    def _rows(self) -> Iterator[tuple[Yaml, Yaml, Yaml]]:
        for decision in self.decisions:
            for list_ in decision["lists"]:
                for row in list_.get("commendations", []):
                    yield decision, list_, row

    def _revoked(self, decision: Yaml, list_: Yaml, row: Yaml) -> bool:
        by = row.get("revoked") or list_.get("revoked") or decision.get("revoked")
        return by is not None and not later(by["date"], self.as_of)

    def _stands(self, decision: Yaml, list_: Yaml, row: Yaml) -> bool:
        id_ = row.get("exemplar")
        if "withdrawn" in row or "withdrawn" in self.exemplars.get(id_ or "", {}):
            self.left_out["withdrawn"] += 1
            return False
        if self._revoked(decision, list_, row):
            self.left_out["revoked"] += 1
            self.lost |= {id_} if id_ else set()
            return False
        self.honoured |= {id_} if id_ else set()
        return True

    def _has_page(self, id_: str, one: Yaml) -> bool:
        ground = one.get("shown") or {}
        days = [ground.get(key) for key in ("recorded", "guardian_consent", "child_consent")]
        if "withdrawn" in one or not published(one, self.as_of, *days):
            return False
        age = one.get("age_group") if one["kind"] == "individual" else "adult"
        named = one["kind"] == "group" or covers(one.get("shown"), "name", age, self.as_of)
        told = age == "adult" or covers(one.get("shown"), "story", age, self.as_of)
        introduced = "introduced_by" in one and not later(one.get("introduced_on"), self.as_of)
        return named and told and (id_ in self.honoured or (introduced and id_ not in self.lost))

    def _count(self, decision: Yaml, list_: Yaml, row: Yaml) -> None:
        exemplar = self.exemplars.get(row.get("exemplar", ""), {})
        guess = "individual" if "name" in row or exemplar else "group"
        kind = row.get("kind") or exemplar.get("kind") or guess
        unit = row.get("organisation") or exemplar.get("organisation") or ""
        if exemplar.get("kind") == "group" and "name" not in exemplar:
            unit = exemplar["organisation"]
        age: str | None = "adult"
        if kind == "individual":
            age = exemplar.get("age_group") if exemplar else row.get("age_group") or list_.get("age_group")
        ground = row.get("shown") or list_.get("shown") or decision.get("shown")
        shown = not exemplar or published(exemplar, self.as_of)
        named = shown and (kind == "group" or covers(ground, "name", age, self.as_of))
        told = named and (kind == "group" or covers(ground, "unit", age, self.as_of))
        for dimension, value in {
            "year": decision["date"][:4],
            "award": list_["award"],
            "basis": list_.get("basis", ""),
            "kind": kind,
            "unit": unit if told else "",
        }.items():
            self.numbers["commendations", dimension][value] += 1
        self.periods[list_["for_period"]] += 1
        self.left_out["unnamed"] += not named
        page = exemplar if named and row.get("exemplar") in self.told else {}
        marks = {key for key in ("direct_worker", "small_collective") if "true" in (row.get(key), page.get(key))}
        self.shares["direct_worker"] += kind == "individual" and "direct_worker" in marks
        self.shares["small_collective"] += kind == "group" and "small_collective" in marks
        self.shares["sudden"] += list_.get("basis") == "sudden"
