"""Một người, một gương.

Hai gương cùng tên, cùng đơn vị thường là một người ghi hai lần. Dòng chỉ ghi tên mà trùng tên, trùng đơn vị với một
gương hay với một dòng của quyết định khác thì nên ghi chung một mã gương. Chữ hoa, dấu, danh xưng không làm thành người
khác. Đúng là hai người, hoặc không lập gương, thì xác nhận bằng confirmed.

Sai, exemplars/2026-090.yml::

    kind: individual
    name: {courtesy: chị, name: LÊ THỊ MẪU}
    organisation: tdp-dau-lang
    age_group: adult
    field: Môi trường
    deed: Trồng cây
    introduced_by: tdp-mau

Báo exemplars/2026-090.yml:2:7.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import roll
from generator.confirmations import Doubt, unconfirmed
from generator.content import Content, Entry
from generator.problems import Problem, display_path

RULE = "gan-trung"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each exemplar and each named row that may be somebody who is there already, unless somebody has confirmed it."""
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each exemplar like an earlier one, each named row like an exemplar or like a row of an earlier decision."""
    exemplars: dict[roll.Person, Entry[Any]] = {}
    for entry in content.of("exemplars").values():
        name = entry.record.name
        first = exemplars.setdefault(roll.person(name, entry.record.organisation), entry)
        if first is not entry:
            message = f"cùng tên, cùng đơn vị với gương {first.id} ({display_path(first.file)})"
            fix = f"cùng một người thì giữ một gương, sửa mã ở các quyết định thành {first.id}"
            yield Doubt(entry, ("name",) if name else ("organisation",), message, fix)
    rows: dict[roll.Person, Entry[Any]] = {}
    for row in roll.rows(content):
        name = row.commendation.name
        if name is None or row.commendation.exemplar:
            continue
        key = roll.person(name, row.commendation.organisation)
        earlier = rows.setdefault(key, row.entry)
        if key in exemplars:
            message = f"cùng tên, cùng đơn vị với gương {exemplars[key].id} ({display_path(exemplars[key].file)})"
            fix = f"cùng một người thì thay name bằng exemplar: {exemplars[key].id}"
        elif earlier is not row.entry:
            message = f"cùng tên, cùng đơn vị với một dòng của {display_path(earlier.file)}"
            fix = "cùng một người thì lập một gương, ghi mã exemplar ở cả hai dòng"
        else:
            continue
        yield Doubt(row.entry, (*row.path, "name"), message, fix)
