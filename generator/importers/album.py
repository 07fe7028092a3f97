"""The photographs that come with a list: which are laid beside an exemplar, and why the others are not.

A photograph is copied only where its person's ground covers it and nobody asked to have it taken down. It keeps its
bytes: making it small and clean is the build's work; it is judged here all the same, before anything is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.content import Content
from generator.grounds import may_show
from generator.importers import pictures, texts
from generator.importers.entries import Entry
from generator.importers.headers import Header
from generator.importers.patches import merged_ground
from generator.importers.people import Match
from generator.importers.tables import RULE, Table
from generator.importers.writing import Changes, Step
from generator.models import Exemplar
from generator.photos import MAX_BYTES
from generator.problems import Place, Problem

Planned = Sequence[tuple[Step, Match]]


@dataclass
class Album:
    """The files that change, the steps with what each photograph shows, and what is to be said.

    ``changed`` names, by line, what changes on account of photographs.
    """

    steps: list[Step]
    files: Changes = field(default_factory=dict)
    changed: dict[int, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def plan_album(
    planned: Planned, waiting: Sequence[Entry], folder: Path | None, content: Content, sheet: tuple[Table, Header]
) -> Album:
    """What the photographs of the folder come to; without a folder, only what is said of them changes.

    The photographs of the entries that wait to be mended or confirmed are known, and wait with them.
    """
    album = Album([step for step, _ in planned])
    taken: set[int] = set()
    if folder is None:
        if any(match.entry.text("photo_file") for _, match in planned):
            album.notes.append("Chưa chép ảnh nào: cột “Tên tệp ảnh” chỉ dùng khi có --photos THƯ_MỤC.")
    elif not folder.is_dir():
        album.problems.append(Problem(Place(folder), RULE, "không có thư mục ảnh này", "xem lại đường dẫn"))
    else:
        taken = _match(album, planned, folder, content, sheet, waiting=waiting)
    album.steps = [_described(album, step, match, content, step.line in taken) for step, match in planned]
    return album


def _match(
    album: Album,
    planned: Planned,
    folder: Path,
    content: Content,
    sheet: tuple[Table, Header],
    *,
    waiting: Sequence[Entry],
) -> set[int]:
    """Lays each photograph beside its exemplar; returns the lines that got one."""
    present = [(step, match) for step, match in planned if match.gone is None]
    wanted = {
        step.line: pictures.Wanted(step.line, step.exemplar, match.entry.name, match.entry.text("photo_file"))
        for step, match in present
    }
    wanted |= {one.line: pictures.Wanted(one.line, "", one.name, one.text("photo_file")) for one in waiting}
    matched = pictures.match_photos(folder, list(wanted.values()))
    taken = set()
    for step, match in present:
        file = matched.files.get(step.line)
        if file is None:
            continue
        why = _why_not(step, match, content)
        if why:
            album.notes.append(
                texts.shown(f"Không chép ảnh {file.name}, dòng {step.line} ({match.entry.words}): {why}.")
            )
        elif _lay(album, step, file, content, sheet):
            taken.add(step.line)
    table, header = sheet
    for line in matched.missing:
        message = "Tên tệp ảnh: thư mục ảnh không có, hoặc có hơn một, tệp mang tên này"
        fix = "sửa tên tệp, hoặc xóa ô này"
        if ("exemplars", wanted[line].id) not in content.photos:
            album.problems.append(table.problem(line, header.columns.get("photo_file"), message, fix))
    later = [f"{matched.files[one.line].name} (dòng {one.line})" for one in waiting if one.line in matched.files]
    if later:
        about = f"{len(later)} ảnh của dòng đang cần sửa hay xác nhận, xong dòng ấy mới chép: {', '.join(later)}."
        album.notes.append(texts.shown(about))
    if matched.rest:
        names = ", ".join(file.name for file in matched.rest)
        about = f"{len(matched.rest)} tệp ảnh chưa rõ của ai: {names}. Ghi tên tệp vào cột “Tên tệp ảnh”."
        album.notes.append(texts.shown(about))
    bare = [
        one for one in wanted.values() if one.id and one.line not in matched.files and one.line not in matched.missing
    ]
    bare = [one for one in bare if ("exemplars", one.id) not in content.photos]
    if bare:
        listed = ", ".join(f"dòng {one.line} ({one.name})" for one in bare)
        album.notes.append(texts.shown(f"{len(bare)} gương chưa có ảnh: {listed}."))
    return taken


def _why_not(step: Step, match: Match, content: Content) -> str:
    if match.no_photo:
        return "người này đã yêu cầu gỡ ảnh" if match.no_photo == "person" else "trùng tên một người đã yêu cầu gỡ ảnh"
    if not step.exemplar:
        return "chưa có trang gương để đặt ảnh (điền lĩnh vực và việc làm)"
    held = content.of("exemplars").get(step.exemplar)
    record: Exemplar | None = held.record if held else None
    before = record.shown if record else None
    ground = merged_ground(match.entry, before) or before
    kind = record.kind if record else match.entry.kind
    age = step.fields.get("age_group") or (record.age_group if record else None)
    if not may_show(ground, "photo", age if kind == "individual" else "adult"):
        return "chưa có căn cứ đăng ảnh (đánh x vào “Đăng ảnh” và ghi ngày; trẻ em cần cả hai sự đồng ý)"
    return ""


def _lay(album: Album, step: Step, file: Path, content: Content, sheet: tuple[Table, Header]) -> bool:
    """Lays the photograph beside the exemplar; a problem where it is none."""
    table, header = sheet
    column = header.columns.get("photo_file", header.columns.get("name"))
    if file.stat().st_size > MAX_BYTES:
        message = f"ảnh {file.name} lớn hơn {MAX_BYTES // 1_000_000} MB"
        album.problems.append(table.problem(step.line, column, message, "lưu lại ảnh cho nhỏ hơn"))
        return False
    data = file.read_bytes()
    suffix = pictures.suffix_of(data)
    if not suffix:
        fix = "mở ảnh bằng chương trình xem ảnh rồi lưu lại thành tệp .jpg"
        message = f"{file.name} không phải ảnh JPEG, PNG, WebP hay HEIC, dù tên tệp ghi vậy"
        album.problems.append(table.problem(step.line, column, message, fix))
        return False
    held = content.photos.get(("exemplars", step.exemplar), ())
    if not any(one.read_bytes() == data for one in held):
        album.files |= {one.relative_to(content.root).as_posix(): None for one in held}
        album.files[f"exemplars/{step.exemplar}{suffix}"] = data
        album.changed.setdefault(step.line, []).append("ảnh")
    return True


def _described(album: Album, step: Step, match: Match, content: Content, taken: bool) -> Step:
    """The step with what is said of the photograph, where one lies beside the exemplar or comes with the list."""
    held = content.of("exemplars").get(step.exemplar)
    photo = held.record.photo if held is not None else None
    if not (taken or photo):
        return step
    before: dict[str, object] = {}
    if photo is not None:
        given = photo.model_dump(mode="json", exclude_defaults=True)
        before = {key: _as_typed(value) for key, value in given.items()}
    said = _said(match.entry)
    changed = [label for key, label in _LABELS.items() if key in said and said[key] != before.get(key)]
    if photo is not None and not changed:
        return step
    if photo is not None:
        album.changed.setdefault(step.line, []).extend(changed)
    return replace(step, fields={**step.fields, "photo": {**before, **said}})


_LABELS = {
    "alt": "mô tả ảnh", "credit": "nguồn ảnh", "people": "trong ảnh có ai", "focus": "điểm giữ khi cắt ảnh",
}  # fmt: skip


def _said(entry: Entry) -> dict[str, object]:
    """What the entry says of its photograph, as the exemplar's file holds it."""
    said: dict[str, object] = {key: entry.text(key) for key in ("alt", "credit", "people") if entry.text(key)}
    if entry.text("focus"):
        said["focus"] = dict(zip(("x", "y"), entry.text("focus").split(", "), strict=True))
    return said


def _as_typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_typed(inner) for key, inner in value.items()}
    return "true" if value is True else str(value)
