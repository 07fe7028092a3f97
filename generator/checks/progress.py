"""Việc ghi là xong phải có minh chứng.

Trong tiến độ của một kế hoạch, mỗi trạng thái trỏ tới một nhiệm vụ có trong phụ lục; trạng thái done (xong) cần ít nhất
một minh chứng có địa chỉ, quyết định hoặc gương.

Sai, plans/2026/progress.yml::

    tasks:
      - task: "9"
        state: underway
        date: 2026-06-25
      - task: "1"
        state: done
        date: 2026-06-25

Báo plans/2026/progress.yml:2:11.
Báo plans/2026/progress.yml:6:12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import numbering
from generator.content import Content
from generator.problems import Problem

RULE = "tien-do"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each state of a task that is not in the annex, and each task called done without evidence."""
    for id_, entry in content.of("progress").items():
        annex = content.of("annexes").get(id_)
        known = numbering.task_keys(annex.record) if annex else ()
        for number, state in enumerate(entry.record.tasks):
            if state.task not in known and ("annexes", id_) not in content.unread:
                fix = f"các nhiệm vụ có trong phụ lục: {', '.join(known)}" if known else "kế hoạch này chưa có phụ lục"
                message = f'phụ lục không có nhiệm vụ số "{state.task}"'
                yield Problem(entry.place("tasks", number, "task"), RULE, message, fix)
            shown = [one for one in state.evidence if one.link or one.decision or one.exemplars]
            if state.state == "done" and not shown:
                fix = "thêm evidence với label và một trong link, decision, exemplars; nếu chưa có thì ghi underway"
                yield Problem(entry.place("tasks", number, "state"), RULE, "ghi là xong mà chưa có minh chứng", fix)
