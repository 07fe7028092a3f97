"""Ghi chú và phụ lục khớp với văn bản.

Ghi chú của người biên tập và dấu chú thích phải trỏ tới phần có thật và dẫn đúng chữ có ở đó; đơn vị ghi ở led_by,
joined_by của một nhiệm vụ phải là đơn vị mà ô chủ trì, ô phối hợp nhắc tới.

Sai, plans/2026/tasks.yml::

    heading: PHỤ LỤC
    title: Nhiệm vụ
    note: (Kèm theo Kế hoạch)
    columns: [STT, Nội dung, Chủ trì, Phối hợp, Thời gian]
    tasks:
      - number: "1"
        content: Báo cáo năm
        lead: Phòng Văn hóa
        coordination: Văn phòng
        period: Quý I
        led_by: [ubnd-phuong]
        quarter: "1"

Báo plans/2026/tasks.yml:8:11.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import addresses
from generator.content import Content, Entry
from generator.mentions import names_in
from generator.models import Annex, Plan
from generator.problems import Problem, did_you_mean

RULE = "ke-hoach"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each note, mark or reference of a plan that does not fit its text."""
    for entry in content.of("plans").values():
        yield from _check_notes(entry)
    for entry in content.of("annexes").values():
        yield from _check_tasks(entry, content)


def _check_notes(entry: Entry[Plan]) -> Iterator[Problem]:
    plan = entry.record
    texts = {part.id: part.full_text for part in addresses.number_parts(plan)}
    noted = [("slips", number, slip.part, slip.text) for number, slip in enumerate(plan.slips)]
    noted += [
        ("footnote_marks", number, mark.part, mark.after + mark.mark) for number, mark in enumerate(plan.footnote_marks)
    ]
    for field, number, part, words in noted:
        yield from _check_note(entry, (field, number), part, words, texts)


def _check_note(
    entry: Entry[Plan] | Entry[Annex], at: tuple[str, int], part: str, words: str, texts: dict[str, str]
) -> Iterator[Problem]:
    if part not in texts:
        fix = did_you_mean(part, texts) or "xem địa chỉ các phần ở lề trang kế hoạch"
        yield Problem(entry.place(*at, "part"), RULE, f'văn bản không có phần "{part}"', fix)
    elif words not in texts[part]:
        name = "after" if at[0] == "footnote_marks" else "text"
        message = f'phần "{part}" không có chữ "{words}"'
        yield Problem(entry.place(*at, name), RULE, message, "chép lại đúng chữ trong phần đó")


def _check_tasks(entry: Entry[Annex], content: Content) -> Iterator[Problem]:
    names = names_in(content)
    annex = entry.record
    texts = {
        addresses.task_id(task.number): " ".join((task.content, task.lead, task.coordination, task.period))
        for task in annex.tasks
    }
    for number, slip in enumerate(annex.slips):
        yield from _check_note(entry, ("slips", number), slip.part, slip.text, texts)
    for number, task in enumerate(annex.tasks):
        for cell, field, given in (("lead", "led_by", task.led_by), ("coordination", "joined_by", task.joined_by)):
            named = {one.id for one in names.find(getattr(task, cell)) if one.kind == "organisations"}
            if named != set(given):
                listed = ", ".join(sorted(named)) or "không đơn vị nào"
                message = f"ô này nhắc tới {listed}, nhưng {field} ghi {', '.join(given) or 'trống'}"
                fix = f"sửa {field} cho khớp, hoặc thêm cách viết vào aliases của đơn vị"
                yield Problem(entry.place("tasks", number, cell), RULE, message, fix)
