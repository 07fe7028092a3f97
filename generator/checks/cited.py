"""Trang hướng dẫn nói điều gì cũng có căn cứ.

Mỗi đoạn, mỗi ý, mỗi dòng của bảng, mỗi lời trích trong một trang hướng dẫn phải viện dẫn một văn bản của thư viện, một
phần của kế hoạch, hoặc ghi "chưa kiểm chứng". Không phải quy định thì đặt trong khối ::: lời khuyên; khối ấy không viện
dẫn văn bản. Danh sách, bảng được dùng chung căn cứ của câu dẫn, khi câu ấy kết thúc bằng dấu hai chấm và nói rõ "các ý
sau", "bước sau", "dòng sau", "trường hợp sau". Trang phải ghi based_on hoặc fulfils.

Sai, guidance/sai.md::

    ---
    title: Trang bịa
    summary: Nói về một chuyện bịa.
    audience: người dân
    based_on:
      - luat-mau
    reviewed: 2026-08-01
    ---

    Ai cũng được khen.

    Các ý sau theo [Luật Mẫu](legislation/luat-mau):

    - Một.
    - Hai.

    Theo [Luật Mẫu](legislation/luat-mau):

    - Ba.

    ::: lời khuyên
    Hỏi phường, theo [Luật Mẫu](legislation/luat-mau).
    :::

Báo guidance/sai.md:10:1.
Báo guidance/sai.md:19:1.
Báo guidance/sai.md:22:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.citations import recogniser
from generator.content import Content
from generator.evidence import told
from generator.problems import Problem
from generator.prose import blocks

RULE = "co-can-cu"
_NAMES = {"text": "đoạn này", "item": "ý này", "row": "dòng này của bảng", "quote": "lời trích này"}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each page of guidance that rests on nothing, each block of one that bears nothing, each advice that cites law."""
    law = recogniser(content)
    for entry in content.of("guidance").values():
        if not (entry.record.based_on or entry.record.fulfils):
            fix = "ghi các văn bản trang này dựa vào ở based_on, hoặc phần của kế hoạch ở fulfils"
            yield Problem(entry.place(), RULE, "trang hướng dẫn chưa ghi dựa trên văn bản nào", fix)
        for one in told(blocks(entry.record.body), law):
            place = entry.place_in_prose(one.block.line)
            if one.block.fence == "advice":
                if any(citation.instrument for citation in one.citations):
                    fix = "đưa câu này ra ngoài khối ::: lời khuyên, vì khối ấy ghi là không phải quy định"
                    yield Problem(place, RULE, "lời khuyên không viện dẫn văn bản", fix)
            elif not one.borne:
                fix = (
                    'dẫn tới điều của văn bản, hoặc ghi "chưa kiểm chứng", hoặc đặt trong khối ::: lời khuyên '
                    "nếu không phải quy định"
                )
                yield Problem(place, RULE, f"{_NAMES[one.block.kind]} chưa có căn cứ", fix)
