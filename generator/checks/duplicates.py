"""Không có hai bản ghi cho cùng một thứ.

Hai văn bản cùng số và cùng cơ quan ban hành, hai quyết định cùng số trong một năm, một cách gọi của hai đơn vị, hay
hai ảnh cho một gương đều là nhầm lẫn: trang không thể chọn thay người biên tập.

Sai, organisations/van-hoa.yml::

    name: Văn hóa
    aliases:
      - Phòng Văn hóa
    kind: body
    level: ward

Báo organisations/van-hoa.yml:3:5.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date
from typing import Any

from generator import vietnamese
from generator.content import Content, Entry
from generator.problems import Place, Problem, display_path

RULE = "trung-lap"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each record, number, alias or photograph that is there twice."""
    yield from _same_number(content, "legislation", "văn bản")
    yield from _same_number(content, "decisions", "quyết định")
    yield from _same_alias(content)
    yield from _same_letters(content)
    for (_, id_), files in content.photos.items():
        for file in files[1:]:
            yield Problem(
                Place(file), RULE, f'"{id_}" có nhiều hơn một ảnh', f"giữ một ảnh; ảnh kia là {files[0].name}"
            )


def _same_number(content: Content, kind: str, words: str) -> Iterator[Problem]:
    seen: dict[Hashable, Entry[Any]] = {}
    for entry in content.of(kind).values():
        record = entry.record
        year = record.date.year if record.date else None
        key = (vietnamese.fold(record.number), record.issuer, year)
        first = seen.setdefault(key, entry)
        if first is not entry:
            message = f'{words} số "{record.number}" đã có ở {display_path(first.file)}'
            yield Problem(entry.place("number"), RULE, message, "giữ một tệp, hoặc sửa số cho đúng")


def _same_alias(content: Content) -> Iterator[Problem]:
    seen: dict[str, Entry[Any]] = {}
    for kind in ("organisations", "legislation"):
        for entry in content.of(kind).values():
            for number, alias in enumerate(entry.record.aliases):
                first = seen.setdefault(alias, entry)
                if first is not entry:
                    message = f'cách viết "{alias}" đã thuộc về {display_path(first.file)}'
                    yield Problem(entry.place("aliases", number), RULE, message, "mỗi cách viết chỉ thuộc một nơi")


def _same_letters(content: Content) -> Iterator[Problem]:
    """Ids that differ only in what a file system or a reader may not tell apart."""
    for entries in content.entries.values():
        seen: dict[str, Entry[Any]] = {}
        for entry in entries.values():
            first = seen.setdefault(entry.id.casefold(), entry)
            if first is not entry:
                message = f'tên "{entry.id}" chỉ khác "{first.id}" ở chữ hoa, chữ thường'
                yield Problem(Place(entry.file), RULE, message, "đổi tên một trong hai tệp")
