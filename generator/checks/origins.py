"""Gương nào cũng có xuất xứ.

Gương đứng trên một quyết định (một dòng trong danh sách ghi mã của gương) hoặc một đơn vị giới thiệu (introduced_by);
không có cả hai thì gương không lên trang. Ở bản chính thức, đó là lỗi.

Sai, exemplars/2026-090.yml::

    kind: individual
    name: {name: Người Mẫu}
    age_group: adult
    field: Môi trường
    deed: Trồng cây
    sample: true

Báo exemplars/2026-090.yml:1:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import roll
from generator.checks.approved import is_production
from generator.content import Content
from generator.problems import Problem

RULE = "xuat-xu"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each exemplar that no decision names and nobody introduced; nothing while a decision cannot be read."""
    if any(kind == "decisions" for kind, _ in content.unread):
        return
    production = is_production(content)
    named = {row.commendation.exemplar for row in roll.rows(content)}
    for entry in content.of("exemplars").values():
        if entry.id not in named and entry.record.introduced_by is None and not entry.record.draft:
            tail = "" if production else ", nên không lên trang"
            message = f"gương chưa có trong quyết định nào và chưa ghi ai giới thiệu{tail}"
            fix = (
                f"ghi exemplar: {entry.id} ở dòng của người ấy trong quyết định, hoặc thêm introduced_by; "
                'còn đang viết thì ghi "draft: true"'
            )
            yield Problem(entry.place(), RULE, message, fix, "lỗi" if production else "cảnh báo")
