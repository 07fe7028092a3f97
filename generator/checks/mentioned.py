"""Lời của quyết định không nêu tên người mà danh sách không được nêu.

Người chưa có căn cứ để nêu tên, hay đã bị hủy bỏ khen thưởng, thì dòng của họ trên trang không có tên; trích yếu, đính
chính và thành tích của người khác trong cùng quyết định cũng không được nêu tên ấy. Chữ hoa, dấu, danh xưng không làm
thành tên khác; tên một chữ thì máy không tìm. Bản chính thức thì là lỗi, bản thử nghiệm và bản nháp thì là cảnh báo.
Đúng là người khác cùng tên thì xác nhận bằng confirmed.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng ông Bịa Văn Mẫu
    lists:
      - award: giay-khen
        for_period: năm 2025
        age_group: adult
        commendations:
          - name: {courtesy: ông, name: Bịa Văn Mẫu}
          - organisation: van-phong
            achievement: Cùng BỊA VĂN MẪU dập lửa

Báo decisions/2026/sai.yml:5:32.
Báo decisions/2026/sai.yml:13:27.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator import grounds, roll, vietnamese
from generator.checks.approved import is_production
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem
from generator.suppressions import bare_name

RULE = "ten-trong-loi"

_Words = tuple[str, ...]
_WORD = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")


class _Hidden(NamedTuple):
    """Whose name may not be told in a decision: the rows of that name, and whether an award of it was revoked."""

    rows: frozenset[roll.Path]
    revoked: bool


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each name that may not be told, in the words of its decision; in production an error unless it is a draft."""
    production = is_production(content)
    for doubt in find(content, as_of):
        for problem in unconfirmed(RULE, (doubt,)):
            yield replace(problem, severity="lỗi") if production and not doubt.entry.record.draft else problem


def find(content: Content, as_of: date = date.max) -> Iterator[Doubt]:
    """Each name of a row that may not be named on that day, in the title, the corrections and others' achievements."""
    hidden = _hidden(content, as_of)
    for entry, path, text in roll.said(content) if hidden else ():
        names = hidden.get(entry.id) if entry.kind == "decisions" and "name" not in path else None
        for name, start, end in _names_in(text, names) if names else ():
            found = names[name] if names else None
            if found is None or not found.rows - {path[:4]}:
                continue
            words = text[start:end]
            whom = "đã bị hủy bỏ khen thưởng" if found.revoked else "chưa có căn cứ để nêu"
            fix = "bỏ tên này, kể việc mà không nêu tên; là người khác cùng tên"
            message = f"lời này nêu tên người {whom}"
            yield Doubt(entry, path, message, fix, words, text.count(words, 0, start))


def _hidden(content: Content, as_of: date) -> Mapping[str, Mapping[_Words, _Hidden]]:
    """By decision, the names that none of its rows may tell."""
    hidden: dict[str, dict[_Words, _Hidden]] = {}
    told: set[tuple[str, _Words]] = set()
    for row in roll.rows(content):
        one, id_ = row.commendation, row.entry.id
        name = one.name or (row.exemplar.name if row.exemplar else None)
        if name is None or grounds.kind_of(one, row.exemplar) == "group":
            continue
        words = tuple(_WORD.findall(bare_name(name.name)))
        revoked = row.is_revoked(as_of)
        if not revoked and grounds.may_name(one, row.exemplar, row.list, row.entry.record):
            told.add((id_, words))
        elif len(words) > 1:
            names = hidden.setdefault(id_, {})
            before = names.get(words, _Hidden(frozenset(), revoked))
            names[words] = _Hidden(before.rows | {row.path}, before.revoked and revoked)
    for id_, words in told:
        hidden.get(id_, {}).pop(words, None)
    return hidden


def _names_in(text: str, names: Mapping[_Words, _Hidden]) -> Iterator[tuple[_Words, int, int]]:
    """Each of the names that stands in the text as whole words, and from where to where."""
    matches = list(_WORD.finditer(text))
    words = [vietnamese.fold(match[0]) for match in matches]
    for length in sorted({len(name) for name in names}):
        for first in range(len(words) - length + 1):
            name = tuple(words[first : first + length])
            if name in names:
                yield name, matches[first].start(), matches[first + length - 1].end()
