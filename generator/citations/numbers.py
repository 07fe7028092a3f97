"""Numbers of instruments as texts write them: ``152/2025/NĐ-CP``, ``24/KH-UBND``, ``41-CT/TW``, ``06/2022/QH15``.

All patterns are for text spelt for comparing. A digit glued behind the letters of a number is a footnote mark; only
the letters of the National Assembly have digits of their own.
"""

from __future__ import annotations

import re

from generator.citations.spelling import LETTER, MAYBE_SPACE, SPACE

TYPES = (
    "văn bản hợp nhất", "thông tư liên tịch", "nghị quyết liên tịch", "bộ luật", "luật", "pháp lệnh", "nghị định",
    "nghị quyết", "thông tư", "quyết định", "chỉ thị", "kế hoạch", "kết luận", "hướng dẫn", "thông báo", "công văn",
    "công điện", "quy định", "quy chế", "chương trình", "đề án", "tờ trình", "báo cáo", "lệnh",
)  # fmt: skip
"""The types of instruments; one that begins like another stands before it."""
LAWS = ("bộ luật", "luật", "pháp lệnh")
"""The types that texts know by a name in words."""
TYPE = f"(?:{'|'.join(name.replace(' ', SPACE) for name in TYPES)})"

# letters that begin the number of no house, plot or price: they need neither "số" nor a type in front
_KNOWN = r"(?:(?:nđ|nq|qđ|ct|ctr|kh|tt|ttr|ttlt|nqlt|vbhn|hd|kl|tb|cv|cđ|đa|bc|qc|l|lct|pl|sl)[-/]|(?:ubtv)?qh\d)"
_SYMBOL = r"[a-zđưâêô]{1,12}(?:(?<=qh)\d{1,2})?"
_DIGITS = r"\d{1,5}[a-zđ]?"
_SLASH = r"[^\S\n]?/[^\S\n]?"
_FRONT = rf"{_DIGITS}(?:{_SLASH}\d{{1,4}})?{_SLASH}|{_DIGITS}-(?={_SYMBOL}/)"
_NUMBER = rf"(?:{_FRONT})(?P<symbol>{_SYMBOL})(?:[-/]{_SYMBOL})*(?:/\d{{2,4}})?(?!{LETTER})(?![-/]{LETTER})"

NUMBER = re.compile(_NUMBER)
"""A number of any form."""
KNOWN_NUMBER = re.compile(rf"(?=(?:{_FRONT}){_KNOWN}){_NUMBER}")
"""A number whose letters tell that it is one."""
YEAR_NUMBER = re.compile(rf"\d{{1,5}}{_SLASH}(?:19|20)\d\d(?![\d/])")
"""A number without its letters: ``Nghị định 152/2025``."""
SO = re.compile(rf"số{MAYBE_SPACE}:?{MAYBE_SPACE}(?=\d)")
"""The word in front of a number."""


def key(number: str) -> str:
    """The number, or a name, for looking up: without spaces and leading zeros; it is spelt for comparing."""
    return re.sub(r"\s", "", number).lstrip("0")
