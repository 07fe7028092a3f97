"""Người được nêu phải rõ là ai, và không phải trẻ em mà không biết.

Gương là cá nhân phải ghi nhóm tuổi (age_group); danh sách có cá nhân ghi tên cũng vậy, nếu không thì không nêu tên ai.
Gương không ghi tên phải là một tập thể có trong danh mục đơn vị.

Sai, exemplars/2026-090.yml::

    kind: household
    field: Môi trường
    deed: Trồng cây
    sample: true

Báo exemplars/2026-090.yml:1:7.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.checks.approved import is_production
from generator.content import Content, Entry
from generator.problems import Problem

RULE = "nguoi"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each exemplar without name or age group, and each named individual of a list whose age group nobody wrote."""
    for entry in content.of("exemplars").values():
        exemplar = entry.record
        if exemplar.name is None and (exemplar.kind != "group" or exemplar.organisation is None):
            fix = "thêm name; hoặc với tập thể đã có trong content/organisations, ghi organisation"
            yield Problem(entry.place("kind"), RULE, "gương chưa có tên", fix)
        if exemplar.kind == "individual" and exemplar.age_group is None:
            fix = "thêm age_group: adult (người lớn), 7-15 hoặc under-7"
            yield Problem(entry.place("kind"), RULE, "gương cá nhân chưa ghi nhóm tuổi", fix)
    severe = is_production(content)
    for entry in content.of("decisions").values():
        yield from _check_lists(entry, production=severe)


def _check_lists(entry: Entry[Any], *, production: bool) -> Iterator[Problem]:
    for number, list_ in enumerate(entry.record.lists):
        for row, one in enumerate(list_.commendations):
            person = one.name is not None and (one.kind or "individual") == "individual"
            if person and one.age_group is None and list_.age_group is None:
                message = "danh sách có cá nhân ghi tên mà chưa ghi nhóm tuổi, nên không nêu tên"
                fix = "thêm age_group: adult cho danh sách khi mọi người trong đó là người lớn; trẻ em ghi ở từng dòng"
                place = entry.place("lists", number, "commendations", row, "name")
                yield Problem(place, RULE, message, fix, "lỗi" if production else "cảnh báo")
                break
