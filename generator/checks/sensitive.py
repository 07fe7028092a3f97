"""Không nói tới bệnh tật, khuyết tật, cảnh nghèo, dân tộc, tôn giáo của ai.

Đó là dữ liệu nhạy cảm hoặc chuyện riêng: kể việc người ấy làm, đừng kể nỗi khổ của họ hay của người được giúp. Máy tìm
những từ như ung thư, khuyết tật, hộ nghèo, người dân tộc, giáo dân; "giảm nghèo", "vì người nghèo", "đại đoàn kết toàn
dân tộc", "khó khăn" thì không. Có người đã xem và thấy nên giữ thì xác nhận bằng confirmed.

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
from generator.vietnamese import CAPITALS

RULE = "tu-nhay-cam"

# Taken as a whole before any shorter word inside it is found.
_PASSES = (
    "(?:xóa|xoá|giảm|chống)(?: đói)?(?:,? giảm)?(?: (?:hộ|cận))* nghèo|vì người nghèo|nghèo nàn|(?<!bệnh )hiểm nghèo"
    "|tỷ lệ (?:hộ )?(?:cận )?nghèo|chuẩn nghèo"
    "|(?:công tác|về|ban|sở|phòng) (?:dân tộc(?:,| và) )?tôn giáo|tự do tôn giáo"
)
_PEOPLES = (
    "(?:Kinh|Tày|Nùng|Mường|Dao|Mông|H['’]?Mông|Khmer|Khơ-me|Ê-đê|Ê Đê|Gia Rai|Ba Na|Sán Dìu|Sán Chay|Chăm|Hoa|Giáy|Thổ"
    rf"|Cơ Tu)(?! [{CAPITALS}])"
)
_KINDS = {
    "bệnh tật": (
        "ung thư|hiv|aids|tâm thần|trầm cảm|động kinh|tiểu đường|đái tháo đường|suy thận|chạy thận|đột qu[ỵị]|tai biến"
        "|tự k[ỷỉ]|nghiện|xơ gan|viêm gan|lao phổi|nhiễm bệnh"
        "|(?:mắc|bị|mang|lâm|ngã|bạo|trọng|có) bệnh(?: (?:hiểm nghèo|nan y|nặng))?"
        "|bệnh (?:nặng|tật|hiểm nghèo|nan y|hiểm|tim|thận|phổi|gan|máu|nền)|ốm (?:nặng|yếu|đau|liệt)"
    ),
    "khuyết tật": (
        "khuyết tật|tàn tật|dị tật|tật nguyền|tàn phế|bại (?:liệt|não)|bị (?:liệt|mù|điếc|câm|cụt)"
        "|liệt (?:nửa|hai|toàn|giường)|khiếm (?:thị|thính)|câm điếc|mù l(?:òa|oà)|người mù|thiểu năng"
        "|chất độc (?:da cam|hóa học|hoá học)|mất sức lao động"
    ),
    "cảnh nghèo": (
        "(?:(?:hộ|nhà|gia đình|gia cảnh|người) )?(?:cận )?nghèo(?: (?:khó|khổ|túng))?"
        "|túng (?:thiếu|quẫn)|vô gia cư|lang thang cơ nhỡ"
    ),
    "dân tộc": (
        "(?:người|đồng bào) dân tộc(?: (?:ít người|thiểu số))?|dân tộc (?:thiểu số|ít người)"
        rf"|dân tộc(?=\s*:)|(?:dân tộc|người) (?-i:{_PEOPLES})"
    ),
    "tôn giáo": (
        "tôn giáo|(?:theo|bên) đạo|đạo (?:phật|thiên chúa|tin lành|cao đài|hòa hảo|hoà hảo|hồi)|công giáo"
        "|thiên chúa giáo|hồi giáo|tin lành|giáo dân|phật tử|tín đồ|linh mục"
    ),
}
_WORDS = re.compile(
    rf"\b(?:{_PASSES}|{'|'.join(f'({words})' for words in _KINDS.values())})\b",
    re.IGNORECASE,
)
_ABOUT = tuple(_KINDS)


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each sensitive word in what is said of the honoured that nobody has confirmed."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each sensitive word in what is said of the honoured."""
    for entry, path, text in roll.said(content):
        for match in _WORDS.finditer(text):
            if match.lastindex:
                words = match[0]
                message = f'nhắc tới {_ABOUT[match.lastindex - 1]}: "{words}"'
                fix = "kể việc đã làm, bỏ từ này"
                yield Doubt(entry, path, message, fix, words, text.count(words, 0, match.start()))
