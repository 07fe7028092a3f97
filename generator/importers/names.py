"""Names as lists write them: split into form of address, name and position; compared for being one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator import vietnamese
from generator.suppressions import bare_name

_COURTESY = re.compile(r"^(Đồng chí|đ/c|Ông|Bà|Anh|Chị|Em|Cô|Chú|Bác|Cụ|Cháu)[.:]?\s+(?=\S+\s+\S)", re.IGNORECASE)
_ORDINAL = re.compile(r"^\(?[0-9]{1,3}\s?[.)\-–:]\s*(?=[^\W\d])")
_BETWEEN = re.compile(r"\s*[,;&+\n/]\s*|\s[-–—]\s+|\s+và\s+", re.IGNORECASE)
_FAMILIES = frozenset({
    "âu", "bạch", "bế", "bùi", "cao", "chu", "cù", "dương", "diệp", "doãn", "đàm", "đào", "đặng", "đậu", "đinh", "đoàn",
    "đỗ", "hà", "hoàng", "hồ", "huỳnh", "hứa", "khổng", "khúc", "kiều", "kim", "la", "lã", "lại", "lâm", "lê", "lò",
    "lộc", "lương", "lưu", "lý", "ma", "mai", "mạc", "nghiêm", "ngô", "ngụy", "nguyễn", "ninh", "nông", "phạm", "phan",
    "phí", "phùng", "quách", "sầm", "tạ", "tăng", "thái", "thạch", "tô", "tôn", "tống", "trần", "triệu", "trịnh",
    "trương", "vi", "võ", "vũ", "vương",
})  # fmt: skip
_NOBODY = frozenset({  # what begins as names do: places, callings
    "bạch đằng", "cao bằng", "cao cấp", "cao đẳng", "cao tuổi", "đào tạo", "đoàn phó", "đoàn trưởng", "đoàn viên",
    "hà giang", "hà nam", "hà nội", "hà tĩnh", "hồ chí minh", "lâm đồng", "lâm nghiệp", "lê chân", "lương y",
    "ngô quyền", "ninh bình", "thái bình", "thái nguyên",
})  # fmt: skip
_SECOND = re.compile(r"(?:Ông|Bà|Anh|Chị|Em)\s+(\w)\S*\s+(\w)", re.IGNORECASE)
_HOUSEHOLD = re.compile(r"^(?:hộ\s+gia\s+đình|gia\s+đình|hộ)[\s:]+(?=\S)", re.IGNORECASE)
_POSITION = re.compile(r"\s*(?:[,;]|\s[-–—]\s|\n)\s*")
_GROUP = re.compile(  # with its marks: Tô, Đoàn, Trương are family names
    r"(tập thể|tổ |ban |chi (bộ|hội|đoàn)|hội (phụ|cựu|nông|người|chữ|khuyến|đồng|liên)|trường |phòng |đội |nhóm "
    r"|trạm |công (ty|an|đoàn)|câu lạc bộ|clb|ubnd|ủy ban|uỷ ban|mttq|mặt trận|đoàn (thanh niên|phường|trường|tncs)"
    r"|trung tâm |khối |văn phòng|hợp tác xã|htx|doanh nghiệp)"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_NEAR = 0.72


def split_name(text: str, *, with_position: bool) -> tuple[str, str, str]:
    """Form of address, name and position: ``Ông Đỗ Văn Bịa, tổ trưởng`` gives (``ông``, ``Đỗ Văn Bịa``, ``tổ trưởng``).

    What is not there is empty. ``with_position``: whether what follows a comma, a dash or a line break is a position.
    """
    position = ""
    if with_position:
        text, *rest = _POSITION.split(text.strip(), maxsplit=1)
        position = vietnamese.one_line(rest[0]) if rest else ""
    name = vietnamese.one_line(text)
    found = _COURTESY.match(name)
    courtesy = vietnamese.one_line(found[1].lower()) if found else ""
    return courtesy, name[found.end() :] if found else name, position


def names_another(rest: str) -> bool:
    """Whether what follows a name is another person: ``bà Mẫu Thị Bịa``, but not ``Chị nuôi trường mầm non``."""
    found = _SECOND.match(rest)
    return found is not None and found[1].isupper() and found[2].isupper()


def others_beside(text: str) -> Iterator[str]:
    """Whom the cell of one person seems to name beside that one: of ``Lê Văn Một, Trần Văn Hai`` ``Trần Văn Hai``.

    What follows a name is mostly a position or a unit, so only what looks like a name counts: two to five capitalised
    words of which the first is a family name, or any behind a form of address.
    """
    for piece in _BETWEEN.split(text.strip())[1:]:
        words = without_ordinal(vietnamese.one_line(piece))
        if names_another(words) or _is_personal(words):
            yield words


def _is_personal(text: str) -> bool:
    words = text.split(" ")
    named = 2 <= len(words) <= 5 and all(word.isalpha() and word[0].isupper() for word in words)
    return named and words[0].lower() in _FAMILIES and text.lower() not in _NOBODY and not is_group(text)


def without_ordinal(text: str) -> str:
    """The text without a number in front: ``12. Đỗ Văn Bịa`` gives ``Đỗ Văn Bịa``."""
    return _ORDINAL.sub("", text.strip(), count=1)


def without_household(text: str) -> str:
    """The name of a household's head: ``Hộ gia đình ông Lại Văn Thử`` gives ``ông Lại Văn Thử``."""
    return _HOUSEHOLD.sub("", vietnamese.one_line(text), count=1)


def is_household(text: str) -> bool:
    """Whether the words name a household."""
    return re.match(r"(ho )?gia dinh |ho (ong|ba|anh|chi) ", vietnamese.fold(text)) is not None


def is_group(text: str) -> bool:
    """Whether the words begin as names of offices, teams and associations do."""
    return _GROUP.match(vietnamese.one_line(text).lower()) is not None


def spelling(name: str) -> str:
    """The name as its right spellings share it: capitals and the place of the tone (hoà, hòa) make no difference."""
    words = vietnamese.one_line(name.replace("\u00ad", "")).lower().split(" ")
    return " ".join(map(_spelt, words))


def _spelt(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(sign for sign in parts if sign in _TONES))
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in _TONES)) + tones


def is_near(one: str, other: str) -> bool:
    """Whether one of the names may be the other with a slip corrected."""
    left, right = bare_name(one), bare_name(other)
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= _NEAR
