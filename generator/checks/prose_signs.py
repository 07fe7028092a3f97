"""Khối, bảng, thuật ngữ trong bài viết gõ đúng dấu.

Khối mở bằng "::: lời khuyên" hay "::: thuật ngữ: Giấy khen" phải đóng bằng dòng ":::"; mỗi thuật ngữ giải thích một
lần; mỗi dòng của bảng có đủ số ô như dòng đầu. Gõ sai thì dấu hiện ra trên trang, hoặc chữ rơi nhầm cột.

Sai, guidance/sai.md::

    ---
    title: Trang bịa
    summary: Nói về một chuyện bịa.
    audience: người dân
    based_on:
      - luat-mau
    reviewed: 2026-08-01
    ---

    ::: cảnh báo
    Hỏi phường, chưa kiểm chứng.

    | Ai | Làm gì |
    | --- | --- |
    | Phường |
    | Phường | khen | chưa kiểm chứng |

    ::: lời khuyên
    Hỏi phường.

Báo guidance/sai.md:10:1.
Báo guidance/sai.md:15:1.
Báo guidance/sai.md:16:1.
Báo guidance/sai.md:18:1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.content import Content, Entry
from generator.problems import Problem
from generator.prose import Slip, slips

RULE = "dau-bai-viet"
_SAID: dict[Slip, tuple[str, str]] = {
    "unknown": ("dấu ::: này không mở khối nào", 'viết "::: lời khuyên" hoặc "::: thuật ngữ: từ ấy"; đóng bằng ":::"'),
    "open": ("khối này chưa đóng", 'thêm một dòng ":::" ở cuối khối'),
    "twice": ("thuật ngữ này đã giải thích ở trên", "gộp hai lời giải thích làm một"),
    "width": ("dòng này khác số ô với dòng đầu của bảng", "mỗi ô nằm giữa hai dấu |; ô trống vẫn cần dấu"),
}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each slip in the signs of a page of guidance."""
    for entry in content.of("guidance").values():
        yield from _problems(entry)


def _problems(entry: Entry[Any]) -> Iterator[Problem]:
    for line, slip in slips(entry.record.body):
        message, fix = _SAID[slip]
        yield Problem(entry.place_in_prose(line), RULE, message, fix)
