"""Chỉ đăng điều đã được duyệt.

Quyết định, gương, cách làm hay, danh sách lấy ý kiến, văn bản và biểu mẫu của phường chưa có mục approved thì không lên
trang; ở bản chính thức, đó là lỗi. Bản còn đang viết thì ghi draft: true: không lên trang và không bị báo.

Sai, practices/mau.yml::

    name: Cách làm mẫu
    field: Môi trường
    summary: Một câu
    story: Một đoạn
    sample: true

Báo practices/mau.yml:1:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content import Content
from generator.models import BY_NAME, Portal
from generator.problems import Problem

RULE = "chua-duyet"
KINDS_TO_APPROVE = ("decisions", "exemplars", "practices", "consultations", "documents")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each record that nobody approved: an error in production, a warning in a demo, where it stays off the site."""
    production = is_production(content)
    for kind in KINDS_TO_APPROVE:
        for entry in content.of(kind).values():
            if entry.record.approved is None and not entry.record.draft:
                label = BY_NAME[kind].label
                message = f"{label} chưa được duyệt đăng" + ("" if production else ", nên không lên trang")
                fix = (
                    'thêm dòng "approved: {by: người duyệt, role: chức vụ, date: ngày duyệt}"; '
                    'còn đang viết thì ghi "draft: true"'
                )
                yield Problem(entry.place(), RULE, message, fix, "lỗi" if production else "cảnh báo")


def is_production(content: Content) -> bool:
    """Whether the content is meant for the ward's official portal."""
    entry = content.of("portal").get("portal")
    portal: Portal | None = entry.record if entry else None
    return portal is not None and portal.stage == "production"
