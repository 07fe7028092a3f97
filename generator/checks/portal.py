"""Có đủ thông tin chung.

Chuyên trang cần đúng một tệp portal.yml. Bản chính thức (stage: production) cần một kế hoạch đã có số và ngày, số điện
thoại thật và địa chỉ trang thật.

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
    phone_is_sample: true
    hours: giờ hành chính
    law: luat-mau
    council: hoi-dong

Báo portal.yml:7:15.
Báo portal.yml:12:18.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content import Content
from generator.models import Plan, Portal
from generator.problems import Place, Problem

RULE = "thong-tin-chung"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """A missing ``portal.yml``; in production, a draft plan, a sample phone number, a placeholder address."""
    entry = content.of("portal").get("portal")
    if entry is None:
        if ("portal", "portal") not in content.unread:
            yield Problem(Place(content.root), RULE, "thiếu tệp portal.yml", "chạy: portal new portal")
        return
    portal: Portal = entry.record
    if portal.stage != "production":
        return
    if portal.phone_is_sample:
        fix = "ghi số điện thoại thật ở phone và bỏ dòng này"
        yield Problem(entry.place("phone_is_sample"), RULE, "bản chính thức còn dùng số điện thoại minh họa", fix)
    if portal.site_address.rstrip("/").endswith((".invalid", ".example", ".test", "localhost")):
        message = "bản chính thức còn dùng địa chỉ trang tạm"
        yield Problem(entry.place("site_address"), RULE, message, "ghi địa chỉ thật của chuyên trang")
    for plan_entry in content.of("plans").values():
        plan: Plan = plan_entry.record
        missing = [name for name, value in (("number", plan.number), ("date", plan.date)) if value is None]
        for name in missing:
            words = "số, ký hiệu" if name == "number" else "ngày ban hành"
            fix = "chỉ đăng chính thức khi có bản ký; ghi đúng như bản ký"
            yield Problem(plan_entry.place(name, key=True), RULE, f"bản chính thức cần kế hoạch đã có {words}", fix)
