"""Bản chính thức không giữ tên người chưa có căn cứ để nêu.

Ở bản chính thức (stage: production), mỗi cá nhân, hộ gia đình ghi tên trong danh sách hay ở tệp gương cần căn cứ
(shown) có phạm vi name; trẻ em cần thêm sự đồng ý của người giám hộ và, từ đủ 7 tuổi, của chính em. Chưa có thì không
ghi tên: dòng của danh sách chỉ ghi kind và organisation (của trẻ em chỉ ghi kind), trang viết “Một cá nhân của …”. Ở
bản thử nghiệm, tên ấy chỉ không hiện.

Sai, portal.yml::

    section: Thi đua, khen thưởng
    ward: Phường Mẫu
    province: tỉnh Mẫu
    authority: Ủy ban nhân dân phường Mẫu
    headline: Người tốt, việc tốt
    summary: Ai được khen.
    site_address: https://example.invalid/
    stage: production
    plan: "2026"
    office: phong-van-hoa
    phone: 0000 000 000
    hours: giờ hành chính
    law: luat-mau
    council: hoi-dong

Báo decisions/2026/01-qd.yml:31:9.
Báo decisions/2026/02-qd.yml:19:9.
Báo exemplars/2026-004.yml:3:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import grounds, roll
from generator.checks.approved import is_production
from generator.content import Content
from generator.problems import Problem

RULE = "can-cu"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """In production, each person named in a row or an exemplar without a ground for the name; drafts may wait."""
    if not is_production(content):
        return
    for one in roll.rows(content):
        entry, path, list_, row, exemplar = one
        if entry.record.draft or one.is_revoked(as_of) or not (row.name or exemplar):
            continue
        if grounds.may_name(row, exemplar, list_, entry.record):
            continue
        if exemplar is None and not (row.age_group or list_.age_group) and grounds.kind_of(row, None) == "individual":
            continue  # whose age nobody wrote is told of by the rule on persons
        key = "exemplar" if row.exemplar else "name"
        fix = (
            "ghi shown với scope có name (trẻ em cần cả guardian_consent và child_consent); chưa có thì xóa dòng "
            f"{key}, chỉ để kind và organisation (trẻ em: chỉ để kind)"
        )
        yield Problem(entry.place(*path, key, key=True), RULE, "người trong danh sách chưa có căn cứ để nêu tên", fix)
    for told in content.of("exemplars").values():
        record = told.record
        if not record.draft and record.name and not grounds.exemplar_shows(record, "name"):
            fix = (
                "ghi shown với scope có name (trẻ em cần cả guardian_consent và child_consent); "
                'chưa có thì ghi "draft: true", hoặc xóa tệp'
            )
            yield Problem(told.place("name", key=True), RULE, "gương chưa có căn cứ để nêu tên", fix)
