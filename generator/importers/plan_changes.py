"""Which files an import of a plan changes, and how: what editors made by hand stays where its part still exists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import numbering
from generator.content import Content
from generator.importers.plan_files import NEW_PROGRESS, changed_file, new_file
from generator.importers.plan_record import ANNEX_ORDER, FROM_FILE
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
    held, held_annex = content.of("plans").get(id_), content.of("annexes").get(id_)
    path, annex_path = BY_NAME["plans"].path(id_), BY_NAME["annexes"].path(id_)
    fields: dict[str, Any] = {}
    annex_fields: dict[str, Any] = {}
    if held is None:
        comment = "Toàn văn kế hoạch, đúng từng chữ như bản gốc, kể cả chỗ sai sót."
        changes[path] = new_file(comment, data)
    else:
        new = Plan.model_validate(data)
        names = [*FROM_FILE, *(key for key in ("number", "date") if key in data)]
        fields = {key: data.get(key) for key in names if getattr(new, key) != getattr(held.record, key)}
        texts = {part.id: part.full_text for part in numbering.number_parts(new)}
        fields |= _kept_notes(held.record, texts, notes)
    if tasks is not None and held_annex is None:
        comment = "Phụ lục, đúng từng chữ như bản gốc. Mỗi nhiệm vụ: các ô của bảng, rồi các đơn vị được nhắc tới."
        changes[annex_path] = new_file(comment, tasks)
    elif tasks is not None and held_annex is not None:
        new_annex = Annex.model_validate(tasks)
        names = [key for key in ANNEX_ORDER if key != "slips"]
        annex_fields = {
            key: tasks.get(key) for key in names if getattr(new_annex, key) != getattr(held_annex.record, key)
        }
    if held is not None and held.record.approved is not None and (fields or annex_fields):
        fields["approved"] = None
        notes.append("Kế hoạch đã duyệt, nay lời văn đổi: bỏ duyệt (xóa approved), người duyệt xem lại.")
    if held is not None and fields:
        changes[path] = changed_file(read_text(held.file)[0], fields, _ORDER)
    if held_annex is not None and annex_fields:
        changes[annex_path] = changed_file(read_text(held_annex.file)[0], annex_fields, ANNEX_ORDER)
    if tasks is not None and id_ not in content.of("progress"):
        changes[BY_NAME["progress"].path(id_)] = NEW_PROGRESS
    return changes, notes


def _kept_notes(held: Plan, texts: Mapping[str, str], notes: list[str]) -> dict[str, Any]:
    """The hand-made notes whose part or words are gone, taken out; each is told in full."""
    fields: dict[str, Any] = {}
    for key, words in (("slips", "text"), ("footnote_marks", "after"), ("aliases", "")):
        have = getattr(held, key)
        keep = [
            one for one in have if one.part in texts and (not words or getattr(one, words) in texts[one.part])
        ]  # fmt: skip
        if len(keep) != len(have):
            fields[key] = [one.model_dump(mode="json") for one in keep] or None
        for one in have:
            if one not in keep:
                told = ", ".join(f"{name}: {value}" for name, value in one.model_dump(mode="json").items())
                notes.append(f"Bỏ ở {key}, vì phần ấy không còn hoặc đã đổi lời: {told}.")
    return fields
