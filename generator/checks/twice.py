"""Một người chỉ đứng một lần trong một quyết định.

Hai dòng của một quyết định cùng một gương, cùng tên và đơn vị, hay cùng một đơn vị thường là gõ thừa một dòng. Đúng là
được khen hai lần trong một quyết định thì xác nhận bằng confirmed.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    lists:
      - award: giay-khen
        for_period: năm 2025
        age_group: adult
        commendations:
          - exemplar: 2026-001
          - {name: {name: Người Mẫu}, organisation: van-phong}
          - {name: {courtesy: ông, name: Người  mẫu}, organisation: van-phong}
          - {name: {courtesy: Bà, name: Lê Thị Mẫu}, organisation: tdp-dau-lang}
          - exemplar: 2026-001

Báo decisions/2026/sai.yml:13:16.
Báo decisions/2026/sai.yml:14:16.
Báo decisions/2026/sai.yml:15:19.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from generator import grounds, roll
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content
from generator.problems import Problem

RULE = "lap-nguoi"
_SAME = {"individual": "cùng người, cùng đơn vị", "household": "cùng hộ, cùng đơn vị", "group": "cùng một tập thể"}


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each row that repeats an earlier one of its decision, unless somebody has confirmed it."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each row that repeats an earlier one of its decision."""
    for _, rows in groupby(roll.rows(content), lambda row: row.entry.id):
        yield from _find_in(tuple(rows))


def _find_in(rows: tuple[roll.Row, ...]) -> Iterator[Doubt]:
    """The repeated rows of one decision: two exemplars of one name are namesakes, and another rule's business."""
    ids: dict[str, roll.Row] = {}
    exemplars: dict[roll.Person, roll.Row] = {}
    others: dict[roll.Person, roll.Row] = {}
    mixed = any(row.commendation.exemplar is None for row in rows)
    for row in rows:
        one = row.commendation
        if one.exemplar:
            first = ids.setdefault(one.exemplar, row)
            if row.exemplar and mixed:
                person = roll.person(row.exemplar.name, row.exemplar.organisation)
                exemplars.setdefault(person, row)
                first = others.get(person, first)
        elif one.name or grounds.kind_of(one, None) == "group":
            person = roll.person(one.name, one.organisation)
            first = exemplars.get(person) or others.setdefault(person, row)
        else:
            continue  # "một cá nhân của …": nobody is named
        if first is not row:
            where = "exemplar" if one.exemplar else "name" if one.name else "organisation"
            message = f"{_SAME[grounds.kind_of(one, row.exemplar)]} với {_line(first)}"
            yield Doubt(row.entry, (*row.path, where), message, "so với bản đã ký, bỏ dòng thừa")


def _line(row: roll.Row) -> str:
    return f"dòng {int(row.path[3]) + 1} của danh sách {int(row.path[1]) + 1}"
