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

from generator import roll, vietnamese
from generator.content import Content
from generator.problems import Problem
from generator.vietnamese import BEFORE_WORD, CAPITALS

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
_BUDGET = re.compile(r"\b(?:thu|chi|toán|nguồn|vốn|từ|đối)\s+$", re.IGNORECASE)
# "học sinh năm 2026", "vệ sinh ngày 01/6" tell nobody's birth: the word before makes another word of it.
_COMPOUND = re.compile(
    "(?:học|vệ|phát|tuyển|an|hy|hi|tái|hồi|thí|dân|môn|mưu|sản|nảy|trường|tân|cứu|lưu|du|khai|giáng|phục|ký|ngoại|kinh"
    "|thư|vi|bán|võ|tiên|hiếu|phóng|cộng|y|dưỡng|trợ|nữ|nam|quần|ấu)",
    re.IGNORECASE,
)
_NO_BIRTH = re.compile("(?:mẹ|cha|bố|con|sinh|lợn|nái|gà|vịt|trâu|bò|chó|mèo|cá)", re.IGNORECASE)  # "mẹ đẻ năm 1970"
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
_BIRTHDAY = "bỏ ngày, năm sinh; nhóm tuổi đã có ở age_group"
_LABELLED = re.compile(r"(?i:nhà|chỗ|nơi)\s+$")
_LABEL = re.compile(r"[Ởở](?:(?: (?:hiện|nay|tại|riêng)){0,2}\s*:| (?:hiện|nay)\b)")  # "Chỗ ở hiện nay: "
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


def may_be_homes(text: str) -> Iterator[re.Match[str]]:
    """Each "ở ngõ 12" of the text that may be somebody's home and may be the place where something happened."""
    if _SOMEWHERE.search(text):
        yield from (match for match in _PLACE.finditer(text) if _lives(match) is None)


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
    yield from ((match, "có địa chỉ nhà", _FIX) for match in _BEHIND_NAME.finditer(text) if _person_before(match))
    for match in vietnamese.find_after(_LIVING, _ADDRESS, text, lower):
        if not match["at"] or in_a_name or _lives(match):
            yield match, "có địa chỉ nhà", _FIX


def _lives(match: re.Match[str]) -> bool | None:
    """Whether somebody lives at "ở ngõ 12", by what stands just before it; None where nothing tells."""
    before = _shortly_before(match)
    if _HAPPENS.search(before):
        return False
    if _RESIDENT.search(before) or (_LABELLED.search(before) and _LABEL.match(match[0])):
        return True
    return False if _HAPPENS_AT_THE_START.search(before) else None


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
    before = re.search(r"(\w+ +)?(\w+)\s+$", _shortly_before(match))
    if before is not None and match[0][0] in "đĐ":
        return not _NO_BIRTH.fullmatch(before[2])
    if before is None or not match[0].lower().startswith("sinh"):
        return not (match[0].startswith("NS") and _BUDGET.search(_shortly_before(match)))
    is_name = before[2][0].isupper() and before[1] is not None
    return is_name or not _COMPOUND.fullmatch(before[2])


def _is_of_a_person(match: re.Match[str]) -> bool:
    """Whether a year in brackets is the birth of who stands before it; one of late is an award's, but for a child."""
    named = _person_before(match)
    return named is not None and (named["child"] is not None or match["year"] < "2020")


def _person_before(match: re.Match[str]) -> re.Match[str] | None:
    """Who is named just before the match, where it is no street, work or event that bears a name."""
    text, start = match.string, match.start()
    named = _NAMED.search(text, max(0, start - 70), start)
    none = named is None or _NO_PERSON.search(text, max(0, named.start() - 20), named.start())
    return None if none else named


def _shortly_before(match: re.Match[str]) -> str:
    """The end of what stands before the match: enough for a name."""
    return match.string[max(0, match.start() - 60) : match.start()]
