"""Which files an import of a plan changes, and how: what editors made by hand stays where its part still exists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import numbering
from generator.content import Content, Entry
from generator.importers.plan_files import NEW_PROGRESS, changed_file, new_file
from generator.importers.plan_record import ANNEX_ORDER, FROM_FILE
from generator.importers.renumbered import other_tasks, other_words
from generator.importers.writing import Changes
from generator.models import BY_NAME, Annex, Plan
from generator.yaml_source import read_text

_ORDER = (
    "year", "issuer", "number", "date", "approved", "promulgated_by", "letterhead", "number_line", "place_line", "type",
    "title", "preamble", "parts", "sections", "conclusions", "distribution", "signature", "annexes", "footnote_marks",
    "footnotes", "slips", "compared_with", "aliases", "sample",
)  # fmt: skip


def plan_changes(
    id_: str, data: dict[str, Any], tasks: dict[str, Any] | None, content: Content
) -> tuple[Changes, list[str]]:
    """The files that change, and what an editor should know of what was kept or not."""
    changes: Changes = {}
    notes: list[str] = []
    plan = Plan.model_validate(data)
    fields = _plan_fields(content.of("plans").get(id_), data, plan, notes)
    annex_fields = _annex_fields(content.of("annexes").get(id_), tasks, plan, id_, notes)
    held, held_annex = content.of("plans").get(id_), content.of("annexes").get(id_)
    path, annex_path = BY_NAME["plans"].path(id_), BY_NAME["annexes"].path(id_)
    if held is None:
        comment = "Toàn văn kế hoạch, đúng từng chữ như bản gốc, kể cả chỗ sai sót."
        changes[path] = new_file(comment, data)
    else:
        if held.record.approved is not None and (fields or annex_fields):
            fields["approved"] = None
            notes.append("Kế hoạch đã duyệt, nay lời văn đổi: bỏ duyệt (xóa approved), người duyệt xem lại.")
        if fields:
            notes += other_words(id_, held.record, plan, content)
            changes[path] = changed_file(read_text(held.file)[0], fields, _ORDER)
    if held_annex is not None and annex_fields:
        notes += other_tasks(id_, held_annex.record, Annex.model_validate(tasks), content)
        changes[annex_path] = changed_file(read_text(held_annex.file)[0], annex_fields, ANNEX_ORDER)
    elif held_annex is None and tasks is not None:
        comment = "Phụ lục, đúng từng chữ như bản gốc. Mỗi nhiệm vụ: các ô của bảng, rồi các đơn vị được nhắc tới."
        changes[annex_path] = new_file(comment, tasks)
    if tasks is not None and id_ not in content.of("progress"):
        changes[BY_NAME["progress"].path(id_)] = NEW_PROGRESS
    return changes, notes


def _plan_fields(held: Entry[Plan] | None, data: dict[str, Any], new: Plan, notes: list[str]) -> dict[str, Any]:
    """The fields of the plan that is there that differ from the file's, and the hand-made ones that have no place."""
    if held is None:
        return {}
    names = [*FROM_FILE, *(key for key in ("number", "date") if key in data)]
    fields = {key: data.get(key) for key in names if getattr(new, key) != getattr(held.record, key)}
    texts = {part.id: part.full_text for part in numbering.number_parts(new)}
    for key, words in (("slips", "text"), ("footnote_marks", "after"), ("aliases", "")):
        fields |= _kept(held.record, key, words, texts, notes)
    return fields


def _annex_fields(
    held: Entry[Annex] | None, tasks: dict[str, Any] | None, plan: Plan, id_: str, notes: list[str]
) -> dict[str, Any]:
    """The fields of the annex that is there that differ; what tasks fulfil, which editors say, stays with them."""
    if held is None or tasks is None:
        return {}
    parts = {f"{id_}#{part.id}" for part in numbering.number_parts(plan)}
    fulfilled = {(task.number, task.content): task.fulfils for task in held.record.tasks if task.fulfils}
    for task in tasks["tasks"]:
        said = fulfilled.pop((task["number"], task["content"]), ())
        kept = [part for part in said if part in parts or not part.startswith(f"{id_}#")]
        if kept:
            task["fulfils"] = kept
        notes += [_gone("fulfils", f"nhiệm vụ {task['number']}: {part}") for part in said if part not in kept]
    for (number, _), said in fulfilled.items():
        notes.append(_gone("fulfils", f"nhiệm vụ {number}: {', '.join(said)}"))
    new = Annex.model_validate(tasks)
    names = [key for key in ANNEX_ORDER if key != "slips"]
    fields = {key: tasks.get(key) for key in names if getattr(new, key) != getattr(held.record, key)}
    texts = {
        part.id: " ".join((task.content, task.lead, task.coordination, task.period, *task.others))
        for part, task in zip(numbering.number_tasks(new), new.tasks, strict=True)
    }
    return fields | _kept(held.record, "slips", "text", texts, notes)


def _kept(held: Plan | Annex, key: str, words: str, texts: Mapping[str, str], notes: list[str]) -> dict[str, Any]:
    """The hand-made notes under the key without those whose part or words are gone; each of these is told in full."""
    have = getattr(held, key)
    keep = [one for one in have if one.part in texts and (not words or getattr(one, words) in texts[one.part])]
    for one in have:
        if one not in keep:
            told = ", ".join(f"{name}: {value}" for name, value in one.model_dump(mode="json").items())
            notes.append(_gone(key, told))
    return {} if len(keep) == len(have) else {key: [one.model_dump(mode="json") for one in keep] or None}


def _gone(key: str, told: str) -> str:
    return f"Bỏ ở {key}, vì phần ấy không còn hoặc đã đổi lời: {told}."
