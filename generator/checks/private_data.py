"""Không đăng số căn cước, điện thoại, tài khoản, thư điện tử, ngày sinh, địa chỉ nhà.

Trong lời nói về người được khen (tên, chức vụ, thành tích, việc làm, câu chuyện, lời tả ảnh, nguồn ảnh, trích yếu, đính
chính, cách làm hay) không được có số căn cước hay dãy 12 chữ số, số điện thoại, số tài khoản, thư điện tử của ai, ngày
hoặc năm sinh (cả "NS 1960", "bà Mẫu (1960)"), số nhà, số ngõ, số phòng nơi ở ("bà Mẫu ở ngõ 12", "trú tại", "địa chỉ",
"HKTT", "chỗ ở: P.502"). Số văn bản, số tiền, diện tích, số 114, "trụ sở ở 45 phố Mẫu", "dập tắt đám cháy tại ngõ 12"
thì được; "dọn ở ngõ 12" thì luật noi-o nhắc.

Sai, practices/mau.yml::

    name: Ngõ an toàn
    field: An ninh
    summary: Cần giúp thì gọi 0900 000 000
    story: |
      Bà Mẫu, sinh năm 1960,
      trú tại số 12 ngõ 34, tự tay vẽ sơ đồ.

      Số căn cước 000000000000.
    sample: true

Báo practices/mau.yml:3:27.
Báo practices/mau.yml:5:11.
Báo practices/mau.yml:6:3.
Báo practices/mau.yml:8:6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import roll
from generator.content import Content
from generator.home_addresses import find_homes
from generator.persons_named import person_before, shortly_before
from generator.problems import Problem

RULE = "thong-tin-rieng"

_DIGIT = re.compile("[0-9]")
_MANY_DIGITS = re.compile(r"[0-9](?:[ .\-–_()]{0,2}[0-9]){8}")
_YEAR = r"(?:18|19|20)[0-9]{2}"
_DATE = rf"[0-9]{{1,2}} ?[/.\-] ?[0-9]{{1,2}} ?[/.\-] ?(?:{_YEAR}|[0-9]{{2}}(?![0-9]))"
# Digits that are no number of a person: days, and addresses of the web but for those that are made of a number.
_OTHER_DIGITS = re.compile(rf"\b{_DATE}\b|\b{_YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}}\b|https?://(?!zalo\.me|wa\.me)[^\s)]+")

_IDENTITY = re.compile(
    r"(?<![0-9])(?<![0-9][.,])[0-9]{12}(?![0-9])"
    r"|(?<![0-9])(?<![0-9][ .\-])"
    r"(?:[0-9]{3}(?:[ .\-][0-9]{3}){3}|[0-9]{4}(?:[ .\-][0-9]{4}){2}|0[0-9]{2}(?:[ .\-][0-9]+){1,9})"
    r"(?![0-9])(?![ .\-][0-9])"
    r"|(?i:căn cước(?: công dân)?|chứng minh (?:nhân dân|thư)|định danh(?: cá nhân)?|\bCCCD\b|\bCMND\b|\bCMT(?:ND)?\b)"
    r"(?: số)?\W{0,3}[0-9](?:[ .\-]?[0-9]){8,11}(?![0-9])"
)
_MONEY = re.compile(r" ?(?:đồng|đ\b|VN[ĐD]\b)")
_MEASURE = re.compile(r" ?(?:k?m[²³]|(?:k?m[23]|km|kg|ha|tấn|lít|mét)\b)")
_PHONE = re.compile(
    r"(?<![0-9])(?<![0-9][.,])0[0-9]{9,10}(?![0-9])"
    r"|(?<![0-9])(?<![0-9][ .,\-/])\(?0(?:[0-9]{1,4}|(?=[ .\-][35789]))\)?(?:[ .\-–_]{1,2}[0-9]{1,7}){1,4}(?![0-9])"
    r"(?![ .\-][0-9])"
    r"|(?<![0-9])\(?(?:\+ ?|00)84\)?[ .\-]?(?:\(0\))?(?:[ .\-]?[0-9]){9,10}(?![0-9])"
    r"|(?<![0-9])(?<![0-9][.,])84[35789][0-9]{8}(?![0-9])|(?<=[Zz]alo )84(?:[ .\-][0-9]{2,4}){3,4}(?![0-9])"
)
_ACCOUNT = re.compile(
    r"\b(?i:stk|số tài khoản|số tk|tài khoản(?: ngân hàng)?(?: số)?|tk)(?: [A-Z]\w{1,14}){0,2}\W{0,3}(?:là )?"
    r"[0-9](?:[ .\-]?[0-9]){8,18}(?![ .\-]?[0-9])(?! ?(?:đồng|đ\b|VN[ĐD]\b))"
)
_AT_BANK = re.compile(
    r"\b(?i:agribank|vietcombank|vcb|bidv|vietinbank|techcombank|mb ?bank|acb|sacombank|vpbank|tpbank)\W{1,3}"
    r"(?:số\W{1,2})?[0-9]{9,16}(?![0-9])(?! ?(?:đồng|đ\b|VN[ĐD]\b))"
)
# Of an office, whose address ends so, it may be told.
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?![\w.\-]{0,60}gov\.vn)[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,4}")
_BORN = ("sinh", "sn", "s.n", "s/n", "ns", "n.s", "n/s", "đẻ")  # in lower case
_LUNAR = "(?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) (?:Tý|Tí|Sửu|Dần|Mão|Mẹo|Thìn|Tỵ|Tị|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)"
_MONTH = "(?:[0-9]{1,2}|giêng|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)"
_BIRTH = re.compile(
    r"(?<!\w)(?:(?:[Ss]inh|SINH|[Đđ]ẻ)(?: (?:ra|vào|hồi|ngày|năm|tháng|mùng|mồng|lúc|khoảng)){0,4}"
    r"|[Ss][./]?[Nn]\.?(?: năm)?|[Nn][./][Ss]\.?(?: năm)?|NTNS\.?|NS\.?(?!\s?202[0-9]))"
    rf"\s*(?:[:(,–\-]\s*)?(?:{_DATE}|{_YEAR}-[0-9]{{1,2}}-[0-9]{{1,2}}|[0-9]{{1,2}}[/.\-]{_YEAR}|[0-9]{{1,2}}/[0-9]{{1,2}}"
    rf"|[0-9]{{1,2}} tháng {_MONTH}|{_MONTH},? năm {_YEAR}|{_YEAR}|(?<=năm )[0-9]{{2}}|(?<=ăm sinh: )[0-9]{{2}}"
    rf"|(?<=năm ){_LUNAR}"
    r"|(?<=[Nn] )[0-9]{2}(?! ?(?:đường|phố|ngõ|ngách)))(?![0-9])"
)
_BORN_AT = re.compile(
    r"(?<!\w)[Ss]inh(?: ra)?(?: và lớn lên)? (?:tại|ở) [^.;:\n0-9]{1,40}"
    rf"(?:ngày|năm|tháng) (?:{_DATE}|{_YEAR}|[0-9]{{1,2}}/[0-9]{{1,2}}|[0-9]{{1,2}} tháng)(?![0-9])"
)
_BORN_BEHIND = re.compile(rf"(?<![0-9])(?:{_DATE}|{_YEAR}) ?\((?:là )?(?:ngày,? )?(?:tháng,? )?(?:năm )?sinh\)")
_IN_BRACKETS = re.compile(rf"\( ?(?P<year>{_YEAR}) ?\)")
_BUDGET = re.compile(r"\b(?:thu|chi|toán|nguồn|vốn|từ|đối)\s+$", re.IGNORECASE)
# "học sinh năm 2026", "vệ sinh ngày 01/6" tell nobody's birth: the word before makes another word of it.
_COMPOUND = re.compile(
    "(?:học|vệ|phát|tuyển|an|hy|hi|tái|hồi|thí|dân|môn|mưu|sản|nảy|trường|tân|cứu|lưu|du|khai|giáng|phục|ký|ngoại|kinh"
    "|thư|vi|bán|võ|tiên|hiếu|phóng|cộng|y|dưỡng|trợ|nữ|nam|quần|ấu)",
    re.IGNORECASE,
)
_NO_BIRTH = re.compile("(?:mẹ|cha|bố|con|sinh|lợn|nái|gà|vịt|trâu|bò|chó|mèo|cá)", re.IGNORECASE)  # "mẹ đẻ năm 1970"
_BIRTHDAY = "bỏ ngày, năm sinh; nhóm tuổi đã có ở age_group"
_FIX = "bỏ số nhà, số ngõ, chỉ nêu tổ dân phố"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each number of a person, day of birth and home address in what is said of the honoured; none is repeated."""
    for entry, path, text in roll.said(content):
        if _DIGIT.search(text) or "@" in text:
            for match, message, fix in _found_in(text, in_a_name=is_of_a_name(path)):
                place = entry.place_of(match[0], *path, nth=text.count(match[0], 0, match.start()))
                yield Problem(place, RULE, message, fix)


def is_of_a_name(path: roll.Path) -> bool:
    """Whether the text is a name, a form of address or a position, which tell of nothing but a person."""
    return "name" in path[:-1]


def _found_in(text: str, *, in_a_name: bool = False) -> Iterator[tuple[re.Match[str], str, str]]:
    """What the text tells of a person that it must not, each with the fact and the way out.

    Cheap looks come first: every build reads every story.
    """
    if _MANY_DIGITS.search(text):
        digits = _OTHER_DIGITS.sub(_dots, text)
        fix = "bỏ số này; số tài khoản của ai cũng không lên trang"
        yield from ((match, "có số tài khoản ngân hàng", fix) for match in _ACCOUNT.finditer(digits))
        digits = _ACCOUNT.sub(_dots, digits)
        yield from ((match, "có số tài khoản ngân hàng", fix) for match in _AT_BANK.finditer(digits))
        digits = _AT_BANK.sub(_dots, digits)
        fix = "bỏ số này; số căn cước không bao giờ lên trang"
        yield from (
            (match, "có số giống số căn cước", fix) for match in _IDENTITY.finditer(digits) if _is_identity(match)
        )
        fix = "bỏ số này; cần nơi liên hệ thì ghi tên đơn vị, số điện thoại cơ quan có ở tệp của đơn vị"
        yield from ((match, "có số giống số điện thoại", fix) for match in _PHONE.finditer(digits) if _is_phone(match))
    if "@" in text:
        fix = "bỏ địa chỉ này; cần nơi liên hệ thì ghi tên đơn vị"
        yield from ((match, "có địa chỉ thư điện tử", fix) for match in _EMAIL.finditer(text))
    lower = text.lower()
    if any(word in lower for word in _BORN):
        yield from ((match, "có ngày hoặc năm sinh", _BIRTHDAY) for match in _BIRTH.finditer(text) if _is_birth(match))
        yield from (
            (match, "có ngày hoặc năm sinh", _BIRTHDAY) for match in _BORN_AT.finditer(text) if _is_birth(match)
        )
        yield from ((match, "có ngày hoặc năm sinh", _BIRTHDAY) for match in _BORN_BEHIND.finditer(text))
    for match in _IN_BRACKETS.finditer(text):
        if _is_of_a_person(match):
            yield match, "có ngày hoặc năm sinh", _BIRTHDAY
    yield from ((match, "có địa chỉ nhà", _FIX) for match in find_homes(text, lower, in_a_name=in_a_name))


def _dots(match: re.Match[str]) -> str:
    """As many dots as there were characters, so that what is found behind stands where it stood."""
    return "·" * len(match[0])


def _is_identity(match: re.Match[str]) -> bool:
    """Whether the digits are no sum of money, no number written in thousands, no row of years."""
    groups = re.findall("[0-9]+", match[0])
    if not match[0][0].isdigit():
        return True  # the words before it say so
    if sum(map(len, groups)) != 12 or all(re.fullmatch(_YEAR, group) for group in groups):
        return False
    thousands = match[0][0] != "0" and (
        ("." in match[0] and "-" not in match[0]) or _MONEY.match(match.string, match.end())
    )
    return not thousands


def _is_phone(match: re.Match[str]) -> bool:
    """Whether the digits are as many as a number in Việt Nam has, 10 or 11, no measure and no month with years."""
    groups = re.findall("[0-9]+", match[0])
    if len(groups[0]) < 3 and any(re.fullmatch(_YEAR, group) for group in groups):
        return False
    if _MEASURE.match(match.string, match.end()):
        return False
    if groups[0].startswith("84") and _MONEY.match(match.string, match.end()):
        return False
    return match[0].lstrip("(")[0] == "+" or sum(map(len, groups)) in (10, 11) or groups[0] == "0084"


def _is_birth(match: re.Match[str]) -> bool:
    """Whether "sinh" is the word for being born; a name before it ("chị An sinh năm …") makes no other word of it."""
    before = re.search(r"(\w+ +)?(\w+)\s+$", shortly_before(match))
    if before is not None and match[0][0] in "đĐ":
        return not _NO_BIRTH.fullmatch(before[2])
    if before is None or not match[0].lower().startswith("sinh"):
        return not (match[0].startswith("NS") and _BUDGET.search(shortly_before(match)))
    is_name = before[2][0].isupper() and before[1] is not None
    return is_name or not _COMPOUND.fullmatch(before[2])


def _is_of_a_person(match: re.Match[str]) -> bool:
    """Whether a year in brackets is the birth of who stands before it; one of late is an award's, but for a child."""
    named = person_before(match)
    return named is not None and (named["child"] is not None or match["year"] < "2020")
