"""What an entry changes: fields of its row and of its exemplar's file, as plain YAML values.

An empty cell says nothing: what the content holds stays. None as a value takes a field away. Nothing here approves.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator import vietnamese
from generator.grounds import may_show
from generator.importers import texts
from generator.importers.entries import SCOPES, Entry
from generator.importers.names import spelling
from generator.importers.rows import Known
from generator.models.decisions import AwardList, Decision
from generator.models.honours import Exemplar, Ground, Name

Patch = dict[str, Any]
_ON_THE_ROW = ("name", "unit", "achievement")
_FLAGS = ("direct_worker", "small_collective", "posthumous")
_DAYS = ("recorded", "guardian_consent", "child_consent")
_WORDS = ("ground", "recorded_by", "how")


def is_told_of(entry: Entry) -> bool:
    """Whether the entry is to have a page as an exemplar: its field or its deed is there."""
    return bool(entry.text("field") or entry.text("deed"))


def new_row(entry: Entry, list_: AwardList | None, decision: Decision, exemplar: str, age: str | None) -> Patch:
    """The fields of a row that is not in the list yet; ``age``: the age group of an exemplar that is there already."""
    row: Patch = {}
    if exemplar:
        row["exemplar"] = exemplar
        if entry.organisation and entry.text("exemplar"):
            row["organisation"] = entry.organisation
    else:
        row |= {"name": _name(entry)} if entry.name else {}
        row |= {"organisation": entry.organisation} if entry.organisation else {}
        row["kind"] = entry.kind
        own = entry.text("age_group")
        row |= {"age_group": own} if own and own != (list_.age_group if list_ else None) else {}
    row |= {"achievement": entry.text("achievement")} if entry.text("achievement") else {}
    if not exemplar:
        row |= _about(entry)
    if not exemplar:
        return row | _row_ground(entry, None, list_, decision)
    before = (list_.shown if list_ else None) or decision.shown
    told = entry.text("age_group") or age or (list_.age_group if list_ else None)
    return row | _row_ground_beside(entry, merged_ground(entry, None), before, told)


def new_exemplar(entry: Entry, list_: AwardList | None, *, sample: bool) -> Patch:
    """The fields of a new exemplar's file: a draft until somebody approves it."""
    fields: Patch = {"sample": "true"} if sample else {}
    fields["kind"] = entry.kind
    fields |= {"name": _name(entry)} if entry.name else {}
    fields |= {"organisation": entry.organisation} if entry.organisation else {}
    age = entry.text("age_group") or (list_.age_group if list_ else None)
    if age and entry.kind == "individual":
        fields["age_group"] = age
    for key in ("field", "deed", "story"):
        fields |= {key: entry.text(key)} if entry.text(key) else {}
    ground = merged_ground(entry, None)
    fields |= {"shown": _plain(ground)} if ground else {}
    return fields | _about(entry) | {"draft": "true"}


def reduced_row(entry: Entry, known: Known | None, day: str) -> Patch:
    """The row of a person taken down: what kind it was and the day."""
    return {"kind": known.kind if known and known.gone is None else entry.kind, "withdrawn": day}


def row_patch(entry: Entry, known: Known, list_: AwardList, decision: Decision) -> Patch:
    """What the entry changes in a row that is there."""
    row, patch = known.row, Patch()
    if row.name is not None and entry.name and (name := _new_name(entry, row.name)):
        patch["name"] = name
    if entry.organisation and entry.organisation != known.organisation:
        patch["organisation"] = entry.organisation
    if entry.kind_told and known.exemplar is None and entry.kind != known.kind:
        patch["kind"] = entry.kind
    achievement = entry.text("achievement")
    if achievement and achievement != texts.line(row.achievement or ""):
        patch["achievement"] = achievement
    if known.exemplar is None:
        told = entry.text("age_group")
        if told and told != (row.age_group or list_.age_group):
            patch["age_group"] = told
        patch |= _changed(entry, row)
    if known.exemplar is None:
        return patch | _row_ground(entry, row.shown, list_, decision)
    record = known.exemplar.record
    ground = merged_ground(entry, record.shown)
    if ground is None or _same_ground(ground, record.shown):
        return patch
    return patch | _row_ground_beside(entry, ground, row.shown or list_.shown or decision.shown, record.age_group)


def exemplar_patch(entry: Entry, record: Exemplar) -> Patch:
    """What the entry changes in the file of an exemplar that is there."""
    patch = Patch()
    if record.name is not None and entry.name and (name := _new_name(entry, record.name)):
        patch["name"] = name
    for key in ("field", "deed", "age_group"):
        if entry.text(key) and entry.text(key) != texts.line(getattr(record, key) or ""):
            patch[key] = entry.text(key)
    if entry.text("story") and entry.text("story") != texts.prose(record.story or ""):
        patch["story"] = entry.text("story")
    ground = merged_ground(entry, record.shown)
    if ground is not None and not _same_ground(ground, record.shown):
        patch["shown"] = _plain(ground)
    return patch | _changed(entry, record)


def merged_ground(entry: Entry, before: Ground | None) -> Ground | None:
    """The ground after the entry: what its cells give laid over what is there; None where it is no ground yet.

    The crosses replace the scope as a whole: a cross that is gone is a consent that is gone.
    """
    given: Patch = {key: entry.text(key) for key in _WORDS if entry.text(key)}
    given |= {key: entry.days[key] for key in _DAYS if key in entry.days}
    if entry.scope is not None:
        given["scope"] = entry.scope
    if not given:
        return None
    if before is None and ("scope" not in given or "recorded" not in given):
        return None
    held = before.model_dump() if before is not None else {"ground": "consent"}
    return Ground.model_validate(held | given)


def missing_ground(entry: Entry, before: Ground | None) -> tuple[str, str, str] | None:
    """The column, fact and way out where the entry begins to tell of a ground and leaves out what makes it one."""
    if before is not None:
        return None
    if entry.scope is not None and "recorded" not in entry.days:
        return "recorded", "có dấu x đồng ý mà thiếu ngày ghi nhận", "điền ngày ghi nhận, như 10/6/2026"
    if entry.scope is None and any(key in entry.days for key in _DAYS):
        return (
            "agreed_name",
            "có ngày ghi nhận mà chưa đánh dấu x vào điều gì",
            "đánh x vào điều được đồng ý, hoặc xóa ngày",
        )
    return None


def _row_ground(entry: Entry, own: Ground | None, list_: AwardList | None, decision: Decision) -> Patch:
    """The row's own ground, where the entry gives one that its list and its decision do not."""
    before = own or (list_.shown if list_ else None) or decision.shown
    ground = merged_ground(entry, before)
    return {"shown": _plain(ground)} if ground is not None and not _same_ground(ground, before) else {}


def _row_ground_beside(entry: Entry, ground: Ground | None, before: Ground | None, age: str | None) -> Patch:
    """The ground of an exemplar's row, where the one it has does not let its name stand and the given one does."""
    if ground is None or entry.kind == "group":
        return {}
    told = age if entry.kind == "individual" else "adult"
    if may_show(before, "name", told) or not may_show(ground, "name", told):
        return {}
    scope = tuple(one for one in ground.scope if one in _ON_THE_ROW)
    return {"shown": _plain(ground.model_copy(update={"scope": scope}))}


def _same_ground(one: Ground, other: Ground | None) -> bool:
    if other is None:
        return False
    return one.model_copy(update={"scope": ()}) == other.model_copy(update={"scope": ()}) and {*one.scope} == {
        *other.scope
    }


def _plain(ground: Ground) -> Patch:
    """The ground as an editor writes it."""
    plain: Patch = {"ground": ground.ground, "scope": [one for one in SCOPES if one in ground.scope]}
    for key in ("recorded", "recorded_by", "how", "guardian_consent", "child_consent"):
        value = getattr(ground, key)
        plain |= {key: str(value)} if value is not None else {}
    return plain


def _name(entry: Entry) -> dict[str, str]:
    parts = {key: entry.text(key) for key in ("courtesy", "name", "position")}
    return {key: value for key, value in parts.items() if value}


def _new_name(entry: Entry, before: Name) -> dict[str, str] | None:
    """The name after the entry; None where it is the one that is there, perhaps split or spelt another way."""
    held = {key: value for key, value in before.model_dump().items() if value}
    new = held | _name(entry)
    joined = f"{before.courtesy or ''} {before.name}"
    if spelling(f"{new.get('courtesy', '')} {new['name']}") == spelling(joined):
        new |= {key: held.get(key, "") for key in ("courtesy", "name")}
    elif spelling(new["name"]) == spelling(before.name):
        new["name"] = before.name
    if vietnamese.fold(new.get("courtesy", "")) == vietnamese.fold(before.courtesy or ""):
        new["courtesy"] = before.courtesy or ""
    if new.get("position") == texts.line(before.position or ""):
        new["position"] = before.position or ""
    new = {key: value for key, value in new.items() if value}
    return None if new == held else new


def _about(entry: Entry) -> Patch:
    """The marks of a person or group that is new."""
    patch: Patch = {key: "true" for key in _FLAGS if entry.truths.get(key)}
    return patch | ({"occupation": entry.text("occupation")} if entry.text("occupation") else {})


def _changed(entry: Entry, record: Any) -> Patch:
    """The marks that change; a mark that is said not to hold is taken away."""
    patch: Patch = {}
    for key in _FLAGS:
        if key in entry.truths and entry.truths[key] != getattr(record, key):
            patch[key] = "true" if entry.truths[key] else None
    if entry.text("occupation") and entry.text("occupation") != record.occupation:
        patch["occupation"] = entry.text("occupation")
    return patch


LABELS: Mapping[str, str] = {
    "name": "tên", "organisation": "đơn vị", "kind": "đối tượng", "achievement": "thành tích", "age_group": "nhóm tuổi",
    "direct_worker": "lao động trực tiếp", "small_collective": "tập thể nhỏ", "posthumous": "truy tặng",
    "occupation": "nhóm nghề", "shown": "căn cứ", "field": "lĩnh vực", "deed": "việc làm", "story": "câu chuyện",
    "photo": "ảnh", "exemplar": "trang gương", "withdrawn": "gỡ thông tin",
}  # fmt: skip
"""How a changed field is told in the list of what an import would do."""
