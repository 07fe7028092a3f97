"""Không nói tới bệnh tật, khuyết tật, cảnh nghèo, hoàn cảnh, án tích, dân tộc, tôn giáo của ai.

Đó là dữ liệu nhạy cảm hoặc chuyện riêng: kể việc người ấy làm, đừng kể nỗi khổ của họ hay của người được giúp. Máy tìm
những từ như ung thư, khuyết tật, hộ nghèo, mồ côi, người dân tộc, giáo dân, mãn hạn tù; "giảm nghèo", "vì người nghèo",
"phòng chống bệnh tật", "đại đoàn kết toàn dân tộc", "khó khăn" thì không. Có người đã xem và thấy nên giữ thì xác nhận
bằng confirmed.

Sai, practices/mau.yml::

    name: Bữa cơm ấm
    field: An sinh
    summary: Nấu cơm cho một hộ nghèo
    story: |
      Bà Mẫu bị ung thư
      mà vẫn nấu.
    sample: true

Báo practices/mau.yml:3:26.
Báo practices/mau.yml:5:13.
"""

# Law 91/2025/QH15 and Decree 356/2025/NĐ-CP, Article 4, list ethnicity, religion, health and private life as sensitive;
# poverty is private life. Programmes against poverty, unity of the nation and institutions tell of nobody.

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import roll
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem
from generator.vietnamese import BEFORE_WORD, CAPITALS

RULE = "tu-nhay-cam"

_A_PEOPLE = "một dân tộc"
# Patterns in lower case. The first kind is no kind: what tells of nobody is taken as a whole before a word inside it.
_KINDS: dict[str, tuple[str, ...]] = {
    "": (
        *(f"{verb}(?: đói)?(?:,? giảm)?(?: (?:hộ|cận)){{0,2}} nghèo" for verb in ("xóa", "xoá", "giảm", "chống")),
        *("vì người nghèo", "nghèo nàn", "hiểm nghèo", "tỷ lệ (?:hộ )?(?:cận )?nghèo", "chuẩn nghèo"),
        *(f"{word} (?:dân tộc(?:,| và) )?tôn giáo" for word in ("công tác", "về", "ban", "sở", "phòng")),
        *("tự do tôn giáo", "hội người (?:mù|khuyết tật|tàn tật)"),
        "hội (?:nạn nhân )?chất độc (?:da cam|hóa học|hoá học)",
        *(
            rf"{against} (?:(?:lây )?nhiễm |đại dịch )?(?:hiv(?:\s?[/,-]\s?aids)?|(?:dịch )?bệnh(?: tật)?)"
            for against in ("phòng(?:,| và)? chống", "chống")
        ),
    ),
    "bệnh tật": (
        *("ung thư", "hiv", "aids", "tâm thần", "trầm cảm", "động kinh", "tiểu đường", "đái tháo đường", "suy thận"),
        *("chạy thận", "đột qu[ỵị]", "tai biến", "tự k[ỷỉ]", "nghiện", "xơ gan", "viêm gan", "lao phổi", "nhiễm bệnh"),
        *(f"{verb} bệnh(?: (?:hiểm nghèo|nan y|nặng))?" for verb in ("mắc", "bị", "mang", "lâm", "ngã", "có")),
        *("bạo bệnh", "trọng bệnh", "bệnh (?:nặng|tật|hiểm nghèo|nan y|hiểm|tim|thận|phổi|gan|máu|nền)"),
        *("ốm (?:nặng|yếu|đau|liệt)", "người có h"),
        *(f"{verb} (?:tim|não|thận|gan)" for verb in ("mổ", "phẫu thuật")),
    ),
    "khuyết tật": (
        *(
            "khuyết tật",
            "tàn tật",
            "dị tật",
            "tật nguyền",
            "tàn phế",
            "bại (?:liệt|não)",
            "bị (?:liệt|mù|điếc|câm|cụt)",
        ),
        *("liệt (?:nửa|hai|toàn|giường)", "khiếm (?:thị|thính)", "câm điếc", "mù l(?:òa|oà)", "người mù", "thiểu năng"),
        *("chất độc (?:da cam|hóa học|hoá học)", "mất sức lao động", "hội viên (?:của )?hội người (?:mù|khuyết tật)"),
        "xe lăn(?! (?:bánh|đường|xuống|vào|ra))",
    ),
    "cảnh nghèo": (
        *(f"{whose} (?:cận )?nghèo(?: (?:khó|khổ|túng))?" for whose in ("hộ", "nhà", "gia đình", "gia cảnh", "người")),
        *("cận nghèo", "nghèo(?: (?:khó|khổ|túng))?", "túng (?:thiếu|quẫn)", "vô gia cư", "lang thang cơ nhỡ"),
    ),
    "hoàn cảnh gia đình": ("mồ côi", "đơn thân", "bị (?:bạo hành|bạo lực|xâm hại|ngược đãi)"),
    "án tích": (
        *(f"{verb} tù(?! (?:túng|tội|mù))" for verb in ("mãn hạn", "ra")),
        *("tiền án", "tiền sự", "chấp hành xong án"),
    ),
    "dân tộc": (
        *(f"{who} dân tộc(?: (?:ít người|thiểu số))?" for who in ("người", "đồng bào")),
        r"dân tộc(?: thiểu số| ít người|(?=\s*:))",
    ),
    _A_PEOPLE: (
        *(
            f"{who} (?:kinh|tày|nùng|mường|dao|mông|h['’]?mông|khmer|khơ-me|ê-đê|ê đê|gia rai|ba na|sán dìu|sán chay"
            "|chăm|hoa|giáy|thổ|cơ tu)"
            for who in ("dân tộc", "người", "đồng bào")
        ),
    ),
    "tôn giáo": (
        *(
            "tôn giáo",
            "theo đạo",
            "bên đạo",
            "đạo (?:phật|thiên chúa|tin lành|cao đài|hòa hảo|hoà hảo|hồi)",
            "công giáo",
        ),
        *("thiên chúa giáo", "hồi giáo", "tin lành", "giáo (?:dân|xứ|họ)", "phật tử", "tín đồ", "linh mục"),
    ),
}


def _by_first_letter() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern of all words, and the kind of each of its groups.

    A branch for each first letter, and a plain character before it, because each word of each story is held against all
    of them at each build.
    """
    branches, about = [], []
    for letter in sorted({word[0] for words in _KINDS.values() for word in words}):
        groups = []
        for kind, words in _KINDS.items():
            rest = "|".join(word[1:] for word in words if word[0] == letter)
            if rest:
                groups.append(f"({rest})")
                about.append(kind)
        branches.append(f"{letter}(?:{'|'.join(groups)})")
    return re.compile(rf"{BEFORE_WORD}(?:{'|'.join(branches)})\b"), tuple(about)


_WORDS, _ABOUT = _by_first_letter()
# "người Dao" and not "người dao"; and "Người Hoa Sen" is of Tổ dân phố Hoa Sen.
_NAME = re.compile(rf"(?i:người|dân tộc|đồng bào) [{CAPITALS}]")
_MORE_NAME = re.compile(f" [{CAPITALS}]")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each sensitive word in what is said of the honoured that nobody has confirmed."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each sensitive word in what is said of the honoured."""
    for entry, path, text in roll.said(content):
        for words, start, kind in _found_in(text):
            message = f'nhắc tới {kind}: "{words}"'
            yield Doubt(entry, path, message, "kể việc đã làm, bỏ từ này", words, text.count(words, 0, start))


def _found_in(text: str) -> Iterator[tuple[str, int, str]]:
    """Each sensitive word of the text as it stands there, where it starts, its kind."""
    low = text.lower()
    shown = text if len(low) == len(text) else low
    for match in _WORDS.finditer(f"\n{low}"):  # with the character before it, the word starts at match.start()
        start, end, kind = match.start(), match.end() - 1, _ABOUT[(match.lastindex or 0) - 1]
        if kind and (kind != _A_PEOPLE or (_NAME.match(shown, start) and not _MORE_NAME.match(shown, end))):
            yield shown[start:end], start, kind
