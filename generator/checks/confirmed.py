"""Xác nhận nào cũng có chỗ dùng.

Mục confirmed nói rằng có người đã xem một lời cảnh báo và thấy vẫn đúng. Mã luật phải là một luật xác nhận được. Xác
nhận không còn cảnh báo nào để dùng thì bỏ đi, kẻo nó che một điều sai sau này.

Sai, practices/mau.yml::

    name: Cách làm mẫu
    field: Môi trường
    summary: Một câu
    story: Một đoạn
    confirmed:
      - {rule: tu-nhay-cam, reason: Đã hỏi}
      - {rule: thong-tin-rieng, reason: Đã hỏi}
    sample: true

Báo practices/mau.yml:6:5.
Báo practices/mau.yml:7:12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from generator.checks import (
    ages,
    authority,
    basis,
    commendations,
    consultations,
    homes,
    mentioned,
    namesakes,
    sensitive,
    taken_down,
    totals,
    twice,
    unlisted,
    victims,
)
from generator.confirmations import confirming, given
from generator.content import Content
from generator.problems import Problem, did_you_mean

RULE = "xac-nhan"
_RULES: tuple[ModuleType, ...] = (
    authority,
    homes,
    sensitive,
    victims,
    ages,
    namesakes,
    twice,
    totals,
    taken_down,
    consultations,
    mentioned,
    basis,
    unlisted,
    commendations,
)
CONFIRMABLE = {str(rule.RULE): rule for rule in _RULES}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each confirmation of a rule that cannot be confirmed or does not exist, and each that silences nothing."""
    confirmations = tuple(given(content))
    used = {
        (doubt.entry.kind, doubt.entry.id, path)
        for name in {one.rule for _, _, one in confirmations} & CONFIRMABLE.keys()
        for doubt in CONFIRMABLE[name].find(content)
        for path in confirming(name, doubt)
    }
    for entry, path, one in confirmations:
        if one.rule not in CONFIRMABLE:
            fix = did_you_mean(one.rule, CONFIRMABLE) or f"các luật xác nhận được: {', '.join(CONFIRMABLE)}"
            yield Problem(entry.place(*path, "rule"), RULE, f'không có luật "{one.rule}" để xác nhận', fix)
        elif (entry.kind, entry.id, path) not in used and not content.unread:  # a file unread may hold the reason
            message = f'ở đây không còn cảnh báo "{one.rule}" nào'
            yield Problem(entry.place(*path), RULE, message, "bỏ mục xác nhận này", "cảnh báo")
