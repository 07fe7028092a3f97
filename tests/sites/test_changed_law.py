"""What becomes of a cited instrument after its citing paper's day: it stops nothing, and readers are told."""

from __future__ import annotations

from pathlib import Path

from generator.checks import basis
from generator.content import read_content
from tests.site import AS_OF, copy_small, small_pages, write

DECISION = """number: 70/QĐ-UBND
date: 2025-06-20
issuer: chu-tich
signer: {name: (Người ký bịa), form: CHỦ TỊCH}
title: Về việc tặng Giấy khen
based_on: [nd-giua-mau, luat-mau]
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2025-06-21}
lists:
  - award: giay-khen
    basis: merit
    for_period: năm 2024
    commendations:
      - organisation: van-phong
"""
SURELY = "<small>(theo ghi nhận của bên thứ ba, chưa kiểm chứng)</small>"
ENDED = (
    "- [Nghị định 50/2020/NĐ-MAU](../../van-ban/nd-giua-mau.md) hết hiệu lực từ ngày 01/7/2025 "
    f"{SURELY}. Nay đọc [Nghị định 02/2025/NĐ-MAU](../../van-ban/nd-mau.md) {SURELY}."
)
GUIDANCE = """---
title: Trang cũ
summary: Một câu.
audience: người dân
based_on: [nd-giua-mau]
reviewed: 2025-06-30
---

Theo [Nghị định 50/2020/NĐ-MAU](legislation/nd-giua-mau).
"""


def test_a_basis_that_ended_after_the_decision_is_told_and_stops_nothing(tmp_path: Path) -> None:
    content = write(copy_small(tmp_path / "ward"), {"decisions/2025/70-qd.yml": DECISION})
    page = small_pages(content, tmp_path / "work") / "khen-thuong/2025/70-qd.md"
    assert ENDED in page.read_text(encoding="utf-8")


def test_a_guidance_is_judged_on_the_day_it_was_reviewed(tmp_path: Path) -> None:
    for day, faults in (("2025-06-30", 0), ("2025-07-01", 1)):
        text = GUIDANCE.replace("2025-06-30", day)
        content, problems = read_content(write(copy_small(tmp_path / day), {"guidance/cu.md": text}))
        assert problems == []
        found = list(basis.check(content, AS_OF))
        assert len(found) == faults
        assert all(one.severity == "lỗi" for one in found)


def test_the_oldest_of_a_chain_leads_to_what_is_read_today(tmp_path: Path) -> None:
    page = small_pages(copy_small(tmp_path / "ward"), tmp_path / "work") / "van-ban/nd-cu-mau.md"
    text = page.read_text(encoding="utf-8")
    assert "- Văn bản này hết hiệu lực từ ngày 01/7/2020. Nay đọc [Nghị định 02/2025/NĐ-MAU](nd-mau.md)" in text
    assert "Được thay thế bởi\n: [Nghị định 50/2020/NĐ-MAU](nd-giua-mau.md)" in text


def test_a_signed_paper_may_say_what_had_ended_when_a_human_confirms(tmp_path: Path) -> None:
    text = DECISION.replace("2025-06-", "2026-06-").replace(
        "lists:\n", "confirmed: [{rule: can-cu-het-hieu-luc, reason: Bản đã ký ghi đúng như vậy}]\nlists:\n", 1
    )
    files = {"decisions/2026/70-qd.yml": text}
    content, problems = read_content(write(copy_small(tmp_path), files))
    assert problems == []
    assert list(basis.check(content, AS_OF)) == []
