"""Which organisations the cells of a task name, by their names and aliases, as the checks read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import vietnamese
from generator.content import Content
from generator.mentions import names_in
from generator.problems import did_you_mean


@dataclass(frozen=True)
class Unknown:
    """Words of a cell that name no organisation of the content, and the nearest that might be meant."""

    words: str
    near: str


class Organisations:
    """The content's organisations, ready to be found in cells."""

    def __init__(self, content: Content) -> None:
        self._names = names_in(content)
        self._records = {id_: entry.record for id_, entry in content.of("organisations").items()}
        self._spelt = {
            spelling: id_ for id_, one in self._records.items() for spelling in (one.name, *one.aliases)
        }  # fmt: skip

    def in_cell(self, text: str) -> tuple[str, ...]:
        """The ids of those the cell names, in its order, each once."""
        return tuple(dict.fromkeys(one.id for one in self._names.find(text) if one.kind == "organisations"))

    def unknown(self, text: str) -> Iterator[Unknown]:
        """The pieces of the cell, parted by semicolons, that name none."""
        for piece in re.split(r"\s*;\s*", text):
            if piece and not self.in_cell(piece):
                near = did_you_mean(piece, self._spelt)
                yield Unknown(piece, near)

    def issuer(self, texts: list[str]) -> str | None:
        """The ward's body that one of the texts names, the first text first; one that “ban hành” before any other.

        Spelling and capitals do not matter.
        """
        wanted = {
            vietnamese.fold(spelling): id_
            for spelling, id_ in self._spelt.items()
            if self._records[id_].level == "ward" and self._records[id_].kind == "body"
        }
        for text in texts:
            folded = f" {vietnamese.fold(text)} "
            found = [
                (re.search(rf" {re.escape(name)}[^.;]{{0,20}} (ban hanh|xay dung)\b", folded) is None,
                 folded.find(f" {name}"), -len(name), id_)
                for name, id_ in wanted.items() if f" {name}" in folded
            ]  # fmt: skip
            if found:
                return min(found)[3]
        return None
