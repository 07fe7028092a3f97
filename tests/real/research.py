"""The tests' own copy of the legal research, and the content as typed that is held against it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from tests.real_site import ROOT

LEGAL = Path(__file__).parent / "legal"
CONTENT = ROOT / "content"
FACTS = (LEGAL / "facts.md").read_text(encoding="utf-8")
ROWS: dict[str, dict[str, Any]] = {
    row["id"]: row for row in yaml.safe_load((LEGAL / "instruments.yml").read_text(encoding="utf-8"))
}
ARTICLES: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((LEGAL / "articles.yml").read_text(encoding="utf-8"))


def read(folder: str) -> dict[str, dict[str, Any]]:
    """Every record of the folder as typed, by id."""
    return {
        file.stem: yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (makes text of everything)
        for file in sorted((CONTENT / folder).glob("*.yml"))
    }


LIBRARY = read("legislation")
AWARDS = read("awards")
NAMES = {id_: record["name"] for id_, record in read("organisations").items()}


def spelt(text: str) -> str:
    """The text as the portal spells and spaces it, without what only marks a word in the research."""
    text = re.sub(r"(?<![\w-])UBND", "Ủy ban nhân dân", text.replace("**", "").replace("Hoà", "Hòa"))
    return " ".join(re.sub(r"(?<![\w-])HĐND", "Hội đồng nhân dân", text).split())
