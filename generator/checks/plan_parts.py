"""Ghi chú và phụ lục khớp với văn bản.

Ghi chú của người biên tập và dấu chú thích phải trỏ tới phần có thật và dẫn đúng chữ có ở đó; đơn vị ghi ở led_by,
joined_by của một nhiệm vụ phải là đơn vị mà ô chủ trì, ô phối hợp nhắc tới. Mỗi số thứ tự trong phụ lục chỉ có một
nhiệm vụ; mỗi cột của bảng ứng với một ô; phụ lục và tiến độ phải có kế hoạch bên cạnh.

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
        joined_by: [van-phong]
        quarter: "1"
      - number: "1"
        content: Tổng kết năm
        lead: Phòng Văn hóa
        coordination: Hội đồng
        period: Quý IV
        led_by: [phong-van-hoa]
        joined_by: [hoi-dong]

Báo plans/2026/tasks.yml:8:11.
Báo plans/2026/tasks.yml:14:13.

Sai, plans/2026/tasks.yml::

    heading: PHỤ LỤC
    columns: [STT, Nội dung, Thời gian]
    tasks:
      - number: "1"
        content: Báo cáo năm
        others: [Một ô thừa]
    slips: []

Báo plans/2026/tasks.yml:2:10.
Báo plans/2026/tasks.yml:6:13.

Sai, plans/2027/progress.yml::

    tasks: []

Báo plans/2027/progress.yml:1:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import numbering
from generator.content import Content, Entry
from generator.mentions import names_in
from generator.models import BY_NAME, Annex, Plan, Progress
from generator.models.official_text import BoundText, OfficialText, Table
from generator.problems import Place, Problem, did_you_mean

RULE = "ke-hoach"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each note, mark, task or state of a plan that does not fit its text."""
    names = _Names(content)
    for entry in content.of("plans").values():
        yield from _check_notes(entry, entry.record, ())
    for entry in content.of("documents").values():
        if entry.record.text is not None:
            yield from _check_notes(entry, entry.record.text, ("text",))
    for entry in content.of("annexes").values():
        yield from _check_plan(entry, content)
        yield from _check_tasks(entry, names)
    for entry in content.of("progress").values():
        yield from _check_plan(entry, content)


def _check_plan(entry: Entry[Annex] | Entry[Progress], content: Content) -> Iterator[Problem]:
    if entry.id not in content.of("plans") and ("plans", entry.id) not in content.unread:
        file = BY_NAME["plans"].path(entry.id)
        yield Problem(Place(entry.file), RULE, f"thiếu tệp {file} bên cạnh", "thêm tệp ấy, hoặc xóa tệp này")


def _check_notes(entry: Entry[Any], text: BoundText, path: tuple[str, ...]) -> Iterator[Problem]:
    parts = numbering.number_parts(text)
    texts = {part.id: part.full_text for part in parts}
    marked = {part.id: _stretches(part) for part in parts}
    papers: list[tuple[OfficialText, tuple[str, ...]]] = [(text, path)]
    if text.promulgated_by is not None:
        papers.append((text.promulgated_by, (*path, "promulgated_by")))
    for paper, at in papers:
        noted = [("slips", number, slip.part, slip.text) for number, slip in enumerate(paper.slips)]
        noted += [
            ("footnote_marks", number, mark.part, mark.after + mark.mark)
            for number, mark in enumerate(paper.footnote_marks)
        ]
        for field, number, part, words in noted:
            yield from _check_note(entry, (*at, field, number), part, words, texts)
        for number, note in enumerate(paper.footnotes):
            yield from _check_note(entry, (*at, "footnotes", number), note.part, note.after, marked)
    if isinstance(text, Plan) and text.compared_with == entry.id:
        fix = "ghi mã của kế hoạch trước, hoặc bỏ dòng này"
        yield Problem(entry.place("compared_with"), RULE, "kế hoạch so với chính nó", fix)


def _stretches(part: numbering.AddressedPart) -> str:
    """The part's text behind its number; the cells of a table each on a line, for a mark stands inside one."""
    return "\n".join(cell for row in part.node.table for cell in row) if isinstance(part.node, Table) else part.text


def _check_note(
    entry: Entry[Any], at: tuple[str | int, ...], part: str, words: str, texts: dict[str, str]
) -> Iterator[Problem]:
    if part not in texts:
        fix = did_you_mean(part, texts) or "xem địa chỉ các phần ở lề trang kế hoạch"
        yield Problem(entry.place(*at, "part"), RULE, f'văn bản không có phần "{part}"', fix)
    elif words not in texts[part]:
        name = "text" if "slips" in at else "after"
        message = f'phần "{part}" không có chữ "{words}"'
        yield Problem(entry.place(*at, name), RULE, message, "chép lại đúng chữ trong phần đó")


class _Names:
    """The organisations a cell names; unknown while some organisation's own file cannot be read."""

    def __init__(self, content: Content) -> None:
        self._known = not any(kind == "organisations" for kind, _ in content.unread)
        self._names = names_in(content)

    def in_cell(self, text: str) -> set[str] | None:
        """Their ids, or None where nobody can tell."""
        return {one.id for one in self._names.find(text) if one.kind == "organisations"} if self._known else None


def _check_tasks(entry: Entry[Annex], names: _Names) -> Iterator[Problem]:
    annex = entry.record
    texts = {
        part.id: " ".join((task.content, task.lead, task.coordination, task.period, *task.others))
        for part, task in zip(numbering.number_tasks(annex), annex.tasks, strict=True)
    }
    for number, slip in enumerate(annex.slips):
        yield from _check_note(entry, ("slips", number), slip.part, slip.text, texts)
    yield from _check_columns(entry)
    seen: set[tuple[str | None, str]] = set()
    for number, task in enumerate(annex.tasks):
        if task.number and (task.group, task.number) in seen:
            message = f'đã có nhiệm vụ số "{task.number}" ở trên'
            fix = "so lại với bản giấy; bản giấy đúng là như vậy thì giữ nguyên"
            yield Problem(entry.place("tasks", number, "number"), RULE, message, fix, "cảnh báo")
        seen.add((task.group, task.number))
        for cell, field, given in (("lead", "led_by", task.led_by), ("coordination", "joined_by", task.joined_by)):
            named = names.in_cell(getattr(task, cell))
            if named is not None and named != set(given):
                listed = ", ".join(sorted(named)) or "không đơn vị nào"
                message = f"ô này nhắc tới {listed}, nhưng {field} ghi {', '.join(given) or 'trống'}"
                fix = f"sửa {field} cho khớp, hoặc thêm cách viết vào aliases của đơn vị"
                yield Problem(entry.place("tasks", number, cell), RULE, message, fix)


def _check_columns(entry: Entry[Annex]) -> Iterator[Problem]:
    """A table that could not be printed as it was: a column that is no cell of a task, a task without all its cells."""
    annex = entry.record
    if len(annex.cells) != len(annex.columns):
        message = f"bảng có {len(annex.columns)} cột, nhưng cells kể {len(annex.cells)} ô"
        fix = "ghi trong cells mỗi cột là ô nào: number, content, lead, coordination, period, other"
        yield Problem(entry.place("cells" if "cells" in annex.model_fields_set else "columns"), RULE, message, fix)
    repeated = sorted({cell for cell in annex.cells if cell != "other" and annex.cells.count(cell) > 1})
    if repeated or "content" not in annex.cells:
        message = f"cells ghi {repeated[0]} hai lần" if repeated else "cells không có ô content"
        yield Problem(entry.place("cells"), RULE, message, "mỗi ô một cột; cột khác năm ô ấy thì ghi other")
    expected = annex.cells.count("other")
    for number, task in enumerate(annex.tasks):
        if len(task.others) != expected:
            message = f"nhiệm vụ có {len(task.others)} ô khác, nhưng bảng có {expected} cột other"
            field = "others" if task.others else "content"
            yield Problem(entry.place("tasks", number, field), RULE, message, "ghi vào others đủ các ô, ô trống là ''")
