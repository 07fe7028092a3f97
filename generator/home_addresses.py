"""Home addresses in a text: a numbered house, lane or flat where somebody lives, and not where something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import vietnamese
from generator.persons_named import person_before, shortly_before
from generator.vietnamese import BEFORE_WORD, CAPITALS

# Every repeat below has an end, so that no text costs more than its length.
_STREET = "(?:[Đđ]ường|[Pp]hố|[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt)"
_HOUSE = r"[0-9]+[A-Za-z]?(?:[/\-][0-9]+[A-Za-z]?){0,3}"
_LANE = r"(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt) (?:số )?[0-9]{1,5}"
_GROUP = r"tổ (?:số )?[0-9]+(?=\s*(?:$|[,.;:)\n–-]|(?:ngõ|ngách|đường|phố|phường|khu|xã|và)\b))"
_NUMBERED = (
    rf"(?:(?:[Ss]ố )?{_HOUSE}\s?,? {_STREET} (?:số )?[0-9{CAPITALS}]|[Ss]ố {_HOUSE} [{CAPITALS}]"
    rf"|(?:[Đđ]ường|[Pp]hố) [{CAPITALS}][^.;\n]{{0,40}}? số [0-9])"
)
_FLAT = r"(?i:p\.|phòng|căn hộ|căn) ?(?:số )?[A-Z]?[0-9]{3,4}\b"
_LEAD = r"\s*(?:[:,]\s*)?(?:(?:tại|ở|là|nhà|riêng|trọ|căn hộ|trong|cuối|đầu|giữa|gần|hiện|nay)\b\s*(?:[:,]\s*)?){0,4}"
_BODIES = (
    "(?:Tổ|Khu|Chi|Trường|Hội|Phường|Xã|Đội|Nhà|Điểm|Chốt|Ban|Lớp|Tỉnh|Thành|Quốc|Quận|Huyện|Đơn|Cơ|Câu|Công|Bệnh|Trạm"
    "|Chợ|Cụm|Đoàn|Hợp|Nhóm|Ủy|Sở|Phòng|Đại|Đảng|Mặt|Trung|Bộ|Cục|Tháng|Kỳ|Giải|Tiểu|Quân|Lần|Chung|Hộ)"
)
_WHOSE = rf"(?:tôi|riêng|ông|bà|cụ|anh|chị|em|cháu|cô|chú|bác)(?: [{CAPITALS}][^\W\d_]*){{0,4}}"
_AT = (
    rf"(?<!\w)(?:[Ởở](?!\w){_LEAD}{_NUMBERED}|ở(?!\w){_LEAD}(?:{_LANE}|{_GROUP})"
    rf"|[Ởở] tại {_HOUSE} (?!{_BODIES}\b)[{CAPITALS}])"
)
# So people tell where they live, but also where a match was played: only of who stands before it.
_LIVES_AT = (
    rf"(?<!\w)(?:[Ởở](?!\w){_LEAD}(?:{_HOUSE} (?!{_BODIES}\b)[{CAPITALS}][^\W\d_]|{_FLAT},? (?:tầng [0-9]{{1,2}},? )?"
    rf"(?:tòa|toà|nhà|chung cư|khu|lô|block|[{CAPITALS}]))|(?<=(?:[Cc]hỗ|[Nn]ơi) )ở(?!\w){_LEAD}{_FLAT})"
)
_ADDRESS = re.compile(
    r"(?<!một )\b[Ss]ố nhà\s*(?:[:,]\s*)?(?:là |tại )?[A-Z]?[0-9](?![0-9]* (?:hộ|nhà|căn|gia đình))"
    rf"|\b[Nn]hà (?:{_WHOSE} )?(?:(?:ở|tại|là) )?số {_HOUSE}(?! (?:hộ|nhà|căn|gia đình)\b)"
    r"|\b[Cc]ăn hộ (?:số [A-Z]?[0-9]|[A-Z][0-9]|[0-9]{1,5}[A-Z]?,? (?:tầng [0-9]{1,2},? )?(?:(?:ở|của|thuộc) )?"
    rf"(?:tòa|toà|nhà|khu|chung cư|lô|block|[{CAPITALS}]))"
    rf"|\b[Hh]ộ khẩu{_LEAD}số [0-9]"
    r"|\b(?:(?i:trú tại|trú ở|trú quán|thường trú|tạm trú|cư trú|địa chỉ|ngụ|sống tại|nhà riêng|hộ khẩu|(?:đk)?hktt"
    r"|đktt|đkhk)\b|(?i:đ/?c)\b(?= ?:)|Đ/?C\b(?= [0-9])|(?i:trú)\b(?= ?:| số))"
    rf"{_LEAD}(?:{_NUMBERED}|{_LANE}|{_GROUP}|{_FLAT}|{_HOUSE} [{CAPITALS}])"
    rf"|\b(?i:sn|s[./]n)\b\.?:? ?{_HOUSE}\s?,? {_STREET} (?:số )?[0-9{CAPITALS}]"
    rf"|(?P<at>{_AT}|{_LIVES_AT})"
)
_LIVING = re.compile(
    rf"{BEFORE_WORD}(?:ở|t(?:rú\b|hường trú|ạm trú)|c(?:ư trú|ăn hộ)|đ(?:ịa chỉ|/?c\b|k(?:hk|tt))"
    r"|n(?:gụ|hà)|s(?:ống tại|ố nhà|n\b|[./]n\b)|h(?:ộ khẩu|ktt))"
)  # every address begins so
_PLACE = re.compile(_AT)
_SOMEWHERE = re.compile(r"[Ởở][\s:,][^.;]{0,70}[0-9]")
# "đám cháy ở ngõ 12", "bà con ở ngõ 12": where things happen, or everybody who lives there; "bà Hoa" is neither.
_NO_HOME = (
    r"(?:cháy|nổ|nạn|sở|phòng|ngập|cống|rác|đèn|cây|hoa|camera|lửa|cố|điểm|chốt|hố|gian|trộm|cướp"
    r"|đất|rãnh|nước|tường|đường|họa|hoạ|sân|chơi|vườn|mương|hồ|chợ|cầu|hè|xe|biển|ghế|thùng|lớp|họp|trực|tuần"
    r"|dân|con|hộ|người|(?:các|mọi|những|[0-9]) nhà)(?: (?:đang|hiện|sinh|sống)){0,3}\s+$"
)
_HAPPENS = re.compile(_NO_HOME)
_HAPPENS_AT_THE_START = re.compile(_NO_HOME, re.IGNORECASE)
# Who stands just before "ở" lives there: "Bà Lan ở", "bà Mẫu, hiện ở", "Bịa Văn Đặt (ở", ", nhà ở", "sống ở".
_WHO = (
    r"(?<!(?i:các) )(?<!(?i:những) )(?<!(?i:mấy) )(?<!(?i:anh) )(?<!(?i:chị) )(?<!(?i:cô) )"
    r"(?:(?i:ông|bà|cụ|anh|chị|cháu|em|cô|chú|bác|dì|cậu|mợ|thím|thầy|tôi|mình)|(?<!em )(?<!cháu )(?i:bé))"
)
_CLAUSE = r"(?:^|[.,;:(–\n-]\s?|(?<!\w)(?:là|của|và|với|cùng|giúp|cho|cứu|tên)\s)"
_BODY = (
    "(?:Đường|Phố|Ngõ|Ngách|Tổ|Khu|Chung|Chùa|Đình|Đền|Miếu|Chợ|Trường|Hội|Chi|Đoàn|Đội|Câu|Công|Nhà|Quán|Cầu|Trạm|Bệnh"
    r"|Ủy|UBND|Ban|Phòng|Hợp|Quỹ|Tủ|Vườn|Sân|Cửa|Xưởng|Doanh|Ngân|Nhóm|Lớp|Trung|Cổng|Bếp)\b"
)
_RESIDENT = re.compile(
    rf"(?:(?<!\w){_WHO}(?: [{CAPITALS}]\w*){{0,5}}|{_CLAUSE}(?!{_BODY})[{CAPITALS}]\w*(?: [{CAPITALS}]\w*){{1,4}})"
    r"[\s,(]{0,3}(?:(?:hiện|đang|nay|vẫn|cũng|vốn|sinh|sống|trọ|nhà|quê),? ){0,4}$"
    r"|(?:^|[.,;:(–-]\s?|(?<!\w)có )[Nn]hà\s+$"
    r"|(?<!đời )(?<!nếp )(?<!cuộc )(?<!lối )(?<!trường )(?<!mức )(?<!nhà )(?<!khu )(?<!xóm )(?<!dãy )"
    r"(?<!\w)(?i:sống|trọ|tá túc)\s+$"
)
_BEHIND_NAME = re.compile(
    rf"[,(]\s?(?:(?:[Ss]ố )?{_HOUSE}\s?,? {_STREET} (?:số )?[0-9{CAPITALS}]|[Ss]ố {_HOUSE} [{CAPITALS}])"
)
_LABELLED = re.compile(r"(?i:nhà|chỗ|nơi)\s+$")
_LABEL = re.compile(r"[Ởở](?:(?: (?:hiện|nay|tại|riêng)){0,2}\s*:| (?:hiện|nay)\b)")  # "Chỗ ở hiện nay: "


def find_homes(text: str, lower: str, *, in_a_name: bool = False) -> Iterator[re.Match[str]]:
    """Each home address of the text, ``lower`` in lower case; ``in_a_name`` nothing but a person is told of."""
    yield from (match for match in _BEHIND_NAME.finditer(text) if person_before(match))
    for match in vietnamese.find_after(_LIVING, _ADDRESS, text, lower):
        if not match["at"] or in_a_name or _lives(match):
            yield match


def may_be_homes(text: str) -> Iterator[re.Match[str]]:
    """Each "ở ngõ 12" of the text that may be somebody's home and may be the place where something happened."""
    if _SOMEWHERE.search(text):
        yield from (match for match in _PLACE.finditer(text) if _lives(match) is None)


def _lives(match: re.Match[str]) -> bool | None:
    """Whether somebody lives at "ở ngõ 12", by what stands just before it; None where nothing tells."""
    before = shortly_before(match)
    if _HAPPENS.search(before):
        return False
    if _RESIDENT.search(before) or (_LABELLED.search(before) and _LABEL.match(match[0])):
        return True
    return False if _HAPPENS_AT_THE_START.search(before) else None
