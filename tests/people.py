"""Invented people to lay into the small ward, who agreed to more and to less."""

from __future__ import annotations

PERSON = """kind: individual
name: {courtesy: KIN, name: Phạm Thị Thư}
age_group: AGE
organisation: tdp-dau-lang
field: Môi trường
deed: DEED
story: Chuyện bịa.
introduced_by: van-phong
introduced_on: 2026-05-01
shown: {ground: consent, scope: SCOPE, recorded: 2026-05-02MORE}
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}
"""
BOTH = ", guardian_consent: 2026-05-01, child_consent: 2026-05-01"


def person(scope: str, deed: str = "Trồng cây ven sông", age: str = "adult", more: str = "") -> str:
    text = PERSON.replace("SCOPE", scope).replace("DEED", deed).replace("AGE", age).replace("MORE", more)
    return text.replace("KIN", "bà" if age == "adult" else "em")
