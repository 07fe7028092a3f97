"""What a plan imported anew leaves pointing at other words: its parts got other numbers, others have theirs now.

Such an address still leads somewhere, so no check finds it; only an editor can say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import numbering
from generator.comparison import compare
from generator.content import Content
from generator.models import Annex, Plan
from generator.yaml_source import read_text


def other_words(id_: str, old: Plan, new: Plan, content: Content) -> Iterator[str]:
    """One sentence for each address of the plan that files of the content name and that is another part's now."""
    there = {part.id for part in numbering.number_parts(new)}
    gone = {
        change.old.id: change.new.id if change.new else ""
        for change in compare(numbering.number_parts(old), numbering.number_parts(new))
        if change.old and change.old.id in there and (change.renumbered or change.new is None)
    }
    if not gone:
        return
    named: dict[str, list[str]] = {}
    for entry in content.all():
        for part in sorted({*re.findall(rf"(?<![\w-]){re.escape(id_)}#([a-z0-9-]+)", read_text(entry.file)[0])}):
            named.setdefault(part, []).append(entry.file.relative_to(content.root).as_posix())
    for part, became in gone.items():
        if part in named:
            where = f"phần cũ nay là {id_}#{became}" if became else "phần cũ không còn"
            yield f"{id_}#{part} nay là phần khác, {where}: xem lại {', '.join(dict.fromkeys(named[part]))}."


def other_tasks(id_: str, old: Annex, new: Annex, content: Content) -> Iterator[str]:
    """One sentence for each result that was recorded under a number that is another task's now."""
    progress = content.of("progress").get(id_)
    before = {task.number: task.content for task in old.tasks}
    after = {task.number: task.content for task in new.tasks}
    for done in progress.record.tasks if progress else ():
        if done.task in before and done.task in after and before[done.task] != after[done.task]:
            yield (
                f"Nhiệm vụ {done.task} đổi lời từ “{before[done.task][:60]}” sang “{after[done.task][:60]}”: "
                f"xem lại kết quả đã ghi trong plans/{id_}/progress.yml."
            )
