"""Dữ liệu minh họa không lẫn với dữ liệu thật.

Bản chính thức không chứa bản ghi nào có sample: true. Bản ghi thật không được dựa vào bản ghi minh họa.

Sai, practices/mau.yml::

    name: Cách làm thật
    field: Môi trường
    organisation: tdp-mau
    summary: Một câu
    story: Một đoạn
    approved: {by: Người duyệt, role: Phó Chủ tịch, date: 2026-05-01}

Báo practices/mau.yml:3:15.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.approved import is_production
from generator.content import Content
from generator.problems import Problem

RULE = "du-lieu-mau"
_LISTING = {"organisations"}  # a real group may list sample members while the portal is a demo


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each sample in production; each real record that rests on a sample."""
    production = is_production(content)
    for entry in content.all():
        if getattr(entry.record, "sample", False):
            if production:
                message = "bản chính thức không được chứa dữ liệu minh họa"
                yield Problem(entry.place("sample"), RULE, message, "xóa tệp này, hoặc thay bằng dữ liệu thật")
            continue
        if entry.kind in _LISTING:
            continue
        for reference in entry.references:
            target = content.of(reference.kind).get(reference.target)
            if target is not None and getattr(target.record, "sample", False):
                message = f'bản ghi thật dựa vào dữ liệu minh họa "{reference.target}"'
                yield Problem(
                    entry.place(*reference.path), RULE, message, "thêm sample: true, hoặc trỏ tới dữ liệu thật"
                )
