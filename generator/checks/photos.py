"""Ảnh có lời mô tả, có căn cứ, và thuộc về một bản ghi.

Ảnh đặt cạnh một gương hay cách làm hay cần mục photo với lời mô tả (alt); ảnh người cần căn cứ có phạm vi photo. Ảnh
không thuộc bản ghi nào là ảnh bỏ quên; ảnh chụp có cạnh dài chưa tới 640 điểm ảnh thì máy nhắc. Ảnh chụp của tập thể,
hộ gia đình, cách làm hay ghi people: trong ảnh có ai; có trẻ em thì cần sự đồng ý của gia đình và của trẻ.

Sai, exemplars/2026-001.yml::

    kind: individual
    name: {name: Người Mẫu}
    age_group: adult
    field: Môi trường
    deed: Trồng cây
    photo: {credit: Tranh minh họa, drawing: true}
    sample: true

Báo exemplars/2026-001.yml:6:1.
Báo exemplars/2026-001.yml:6:8.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import grounds
from generator.content import Content, Entry
from generator.models import PHOTO_KINDS, Exemplar, Practice
from generator.problems import Place, Problem

RULE = "anh"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each photograph without words, ground or record, and each record whose photograph is missing."""
    for (kind, id_), files in content.photos.items():
        entry = content.of(kind).get(id_)
        if entry is None:
            if not files[0].with_suffix(".yml").exists():
                yield Problem(
                    Place(files[0]),
                    RULE,
                    f"ảnh không có tệp {id_}.yml bên cạnh",
                    "đặt tên ảnh trùng với tên tệp của gương hay cách làm hay, hoặc xóa ảnh",
                )
        elif entry.record.photo is None:
            yield Problem(
                entry.place(), RULE, f"có ảnh {files[0].name} mà thiếu mục photo", 'thêm "photo:" với alt, credit'
            )
    for kind in PHOTO_KINDS:
        for entry in content.of(kind).values():
            if entry.record.photo is not None:
                yield from _check_record(entry, (kind, entry.id) in content.photos)


def _people_unknown(record: Exemplar | Practice) -> bool:
    """Whether a photograph shows others than one person, and nobody wrote whether children are among them."""
    one_person = isinstance(record, Exemplar) and record.kind == "individual"
    photo = record.photo
    return photo is not None and not one_person and not photo.drawing and photo.people is None


def _check_record(entry: Entry[Any], has_file: bool) -> Iterator[Problem]:
    photo = entry.record.photo
    if not photo.alt:
        fix = "thêm alt: tả ảnh bằng một câu cho người không nhìn thấy, không nhắc lại tên"
        yield Problem(entry.place("photo"), RULE, "ảnh thiếu lời mô tả (alt)", fix)
    if not has_file:
        fix = f"đặt ảnh cạnh tệp này, tên {entry.id}.jpg, hoặc bỏ mục photo"
        yield Problem(entry.place("photo", key=True), RULE, "có mục photo mà không có tệp ảnh", fix)
    record = entry.record
    if has_file and _people_unknown(record):
        message = "ảnh chụp chưa ghi trong ảnh có ai"
        fix = "thêm people: adults (chỉ người lớn), children (có trẻ em) hoặc none (không có người)"
        yield Problem(entry.place("photo", key=True), RULE, message, fix, "cảnh báo" if record.draft else "lỗi")
    elif has_file and not grounds.picture_shows(record):
        fix = "ghi shown với scope có photo (trẻ em cần cả guardian_consent và child_consent), hoặc bỏ ảnh"
        yield Problem(entry.place("photo", key=True), RULE, "ảnh chưa có căn cứ để đăng", fix)
