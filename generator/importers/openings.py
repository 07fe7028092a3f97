"""What opens a paper before its body, and what closes it behind: known by how such paragraphs begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importers.labels import read_label
from generator.importers.reading import Item, Line
from generator.importers.sentences import is_capital

OPENING = re.compile(
    r"(?:[-–+]\s)?(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Theo|Xét|Để|Nhằm|Kính gửi|Trên cơ sở|Tiếp tục|Chấp hành)\b"
)
_SURE_CLOSING = re.compile(r"Trên đây là\b")
_CLOSING = re.compile(
    r"(?:Yêu cầu|Đề nghị|Trong quá trình|Căn cứ (?:Kế hoạch|nội dung)|Nhận được|Giao |Quá trình|"
    r"Kế hoạch này|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hướng dẫn này|Thông báo này)"
)
SPEAKS = re.compile(r"(?:ỦY BAN|UỶ BAN|CHỦ TỊCH|HỘI ĐỒNG|GIÁM ĐỐC|TRƯỞNG|BAN)\b")
"""How the body that decides is named, in capitals, before the words “QUYẾT ĐỊNH:”."""


def preamble_of(items: Sequence[Item]) -> list[Item]:
    """The paragraphs before the body: what it is grounded on, to whom it is sent, up to “như sau:”."""
    labelled = any(isinstance(one, Line) and read_label(one.text) is not None for one in items)
    taken: list[Item] = []
    addressed = False
    for item in items:
        if not isinstance(item, Line):
            break
        label = read_label(item.text)
        grounded = OPENING.match(item.text) is not None
        if label is not None:
            if label.level != "indent" or not (addressed or grounded):
                break
        elif (not grounded and not labelled and item.text[-1] != ":") or (
            is_capital(item.text) and not SPEAKS.match(item.text) and item.text[-1] != ":"
        ):
            break
        addressed = item.text.startswith("Kính gửi") or (addressed and label is not None)
        taken.append(item)
        if item.text[-1] == ":" and not addressed and not item.text.isupper():
            break
    return taken


def conclusions_of(items: Sequence[Item], preamble: Sequence[Item]) -> list[Item]:
    """The unnumbered paragraphs at the end, from the one that opens as a conclusion does, or the one that ends it."""
    run: list[Line] = []
    for item in reversed(items[len(preamble) :]):
        if not isinstance(item, Line) or item.automatic or read_label(item.text) is not None:
            break
        run.insert(0, item)
    before = items[len(items) - len(run) - 1] if len(items) > len(preamble) + len(run) else None
    waits = isinstance(before, Line) and before.text[-1] not in ".;"  # a heading needs something below it
    for opening in (_SURE_CLOSING, _CLOSING):
        for place, line in enumerate(run):
            if opening.match(line.text) and not (waits and place == 0 and len(run) > 1):
                return list(run[place:])
    return list(run[-1:]) if run and run[-1].text.endswith("./.") else []
