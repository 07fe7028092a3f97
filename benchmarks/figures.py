"""One measured figure, and how it is printed beside its target."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One figure: what was measured, its value and unit, the most it may be, and how many times the peer it is.

    ``target`` and ``peer_ratio`` are None where there is none. A figure meets its target when it is not above it.
    """

    name: str
    value: float
    unit: str
    target: float | None = None
    peer_ratio: float | None = None

    @property
    def met(self) -> bool:
        """Whether the figure is at or below its target; true without one."""
        return self.target is None or self.value <= self.target


def print_lines(lines: Iterable[Line]) -> None:
    """Prints each figure on one line: value, target, whether it was met, times the peer."""
    for line in lines:
        target = "" if line.target is None else f"≤ {line.target:g} {line.unit}"
        met = "" if line.target is None else "met" if line.met else "NOT MET"
        peer = "" if line.peer_ratio is None else f"{line.peer_ratio:.1f} × peer"
        print(f"{line.name:<58} {line.value:>9.2f} {line.unit:<6} {target:<12} {met:<8} {peer}".rstrip(), flush=True)
