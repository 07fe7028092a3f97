"""Who is named or called just before some words of a text: whose birth or home these may tell."""

from __future__ import annotations

import re

from generator.vietnamese import CAPITALS

_CAPITAL = rf"[{CAPITALS}][^\W\d_]*"
_SURNAME = (
    "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trịnh|Lương|Mai|Cao|Tô|Hà"
    "|Vương|Tạ|Phùng|Chu|Đồng)"
)
# Who is called, or named in full where a clause begins, just before such a year.
_NAMED = re.compile(
    rf"(?<!\w)(?:(?!Bác Hồ|Bà (?:Trưng|Triệu|Chúa|Đế|Huyện|Rịa|Nà)\b)"
    rf"(?i:ông|bà|cụ|anh|chị|cô|chú|bác|(?P<child>em|cháu|bé))(?: (?:bé|gái|trai))?"
    rf"|(?:^|(?<=\n)|(?<=[.,;:–-] )|(?<=(?:của|cho|với) )|(?<=(?:cùng|tặng) )|(?<=là ))(?!Hồ Chí Minh)"
    rf"(?:{_SURNAME}(?= {_CAPITAL} [{CAPITALS}])|{_CAPITAL}(?= (?:Thị|Văn) [{CAPITALS}])))(?: {_CAPITAL}){{1,5}} ?$"
)
_NO_PERSON = re.compile(
    r"\b(?:đường|phố|trường|trào|dịch|thi|giải|quỹ|khu|tượng|đền|chùa|hội|cuộc|phim|sách|bài|cầu|chợ|vở|truyện|thơ|nhạc"
    r"|phẩm|tranh|ảnh|luật|lớp|đội|tổ|quán|tiệm|hiệu|hàng|xưởng|Hai)\s+$",
    re.IGNORECASE,
)


def person_before(match: re.Match[str]) -> re.Match[str] | None:
    """Who is named just before the match, where it is no street, work or event that bears a name."""
    text, start = match.string, match.start()
    named = _NAMED.search(text, max(0, start - 70), start)
    none = named is None or _NO_PERSON.search(text, max(0, named.start() - 20), named.start())
    return None if none else named


def shortly_before(match: re.Match[str]) -> str:
    """The end of what stands before the match: enough for a name."""
    return match.string[max(0, match.start() - 60) : match.start()]
