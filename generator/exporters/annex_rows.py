"""The table of tasks row by row, as it is printed: group rows, and each cell in its column."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.plan import Annex, Task


def annex_rows(annex: Annex) -> Iterator[tuple[Task | None, tuple[str, ...]]]:
    """Each row: a task with the cells of its columns, or no task and the one cell of a group row."""
    above: str | None = None
    for task in annex.tasks:
        if task.group and task.group != above:
            yield None, (task.group,)
        above = task.group
        others = iter(task.others)
        yield task, tuple(next(others, "") if cell == "other" else getattr(task, cell) for cell in annex.cells)
