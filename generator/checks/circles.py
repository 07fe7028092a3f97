"""Quan hệ giữa các văn bản không đi vòng.

Văn bản thay thế, sửa đổi, bãi bỏ, hướng dẫn hay căn cứ một văn bản thì văn bản kia không thể, qua bao nhiêu văn bản ở
giữa cũng vậy, làm đúng điều ấy với nó; cũng không văn bản nào làm điều ấy với chính mình. Mỗi vòng báo một lần.

Sai, legislation/nd-mau-2.yml::

    type: Nghị định
    number: 03/2026/NĐ-MAU
    name: Nghị định 03/2026/NĐ-MAU
    shelf: normative
    issuer: chinh-phu-mau
    level: B
    verified: yes
    text_read: no
    checked: 2026-08-01
    relations:
      - kind: replaces
        instrument: nd-mau-2
        level: B

Báo legislation/nd-mau-2.yml:12:17.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.content import Content
from generator.problems import Problem
from generator.succession import circles

RULE = "quan-he-vong"
_WORDS = {
    "based-on": "căn cứ",
    "guides": "hướng dẫn",
    "details": "quy định chi tiết",
    "amends": "sửa đổi, bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each circle of relations of one kind, told once."""
    entries = content.of("legislation")
    for id_, number, around in circles(content):
        words = _WORDS[entries[id_].record.relations[number].kind]
        message = f"văn bản {words} nhau thành vòng: {' → '.join(around)}"
        fix = "xem lại từng văn bản trong vòng, bỏ hoặc đảo chiều quan hệ ghi nhầm"
        yield Problem(entries[id_].place("relations", number, "instrument"), RULE, message, fix)
