"""Who in a list may be a child, though the list says nothing of age: by birth, by what the person is called.

The day of birth stands in a column that is dropped. What it means on the day of the decision is all that leaves this
module: neither the year nor the age is kept, written or told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import IntEnum

from generator import vietnamese
from generator.checks.ages import is_called_a_child
from generator.importers import texts
from generator.importers.columns import AGE_WORDS, BY_KEY
from generator.importers.headers import BIRTH, Header
from generator.importers.tables import Cell, Line
from generator.models.honours import AgeGroup

_ADULT_AT = 16
_OLDEST = 110  # more is no age: Excel shows the bare number of a year as a day of 1905
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_SHORT_YEAR = re.compile(r"(?:^|[0-9][./\-\s])\s?([0-9]{2})$")
_AGE = re.compile(r"(?<![0-9.,/\-])([0-9]{1,3})(?![0-9.,/\-])")
_DAY_NUMBER = re.compile(r"[1-6][0-9]{4}(?:\.0+)?")  # a day as Excel counts them, in a cell that is no day
_EXCEL_ZERO = date(1899, 12, 30)


class Youth(IntEnum):
    """Whether somebody is under 16 by what a list says of birth: nothing says so, perhaps, surely."""

    UNTOLD = 0
    PERHAPS = 1
    SURELY = 2


def youth(line: Line, header: Header, on: date) -> Youth:
    """What the line's columns of birth or age say of the person on that day."""
    return max((_youth(line.cell(column), on, aged=aged) for column, aged in _columns(header)), default=Youth.UNTOLD)


def fault(
    said: Youth, called: tuple[tuple[str, str], ...], own: str, told: AgeGroup | None, inherited: AgeGroup | None
) -> tuple[str, str, str] | None:
    """Why the person may not come in as an adult: the column, the fact, the way out; None where nothing says so.

    ``called``: form of address, name and position by their columns. ``own`` is the age group in the line's cell,
    ``told`` what the content says of this very person, ``inherited`` what its list says of all.
    """
    group = own or told or inherited
    if group not in ("adult", None):
        return None
    groups = f"“{AGE_WORDS['7-15']}” hoặc “{AGE_WORDS['under-7']}”"
    column = f"cột “{BY_KEY['age_group'].title}” (chưa có cột thì thêm)"
    if said is Youth.SURELY:
        fix = f"điền {column}: {groups}; ghi nhầm ngày sinh, tuổi thì sửa ở cột của nó"
        return "age_group", "theo năm sinh, tuổi trong danh sách, đây là trẻ em chưa đủ 16 tuổi", fix
    fix = f"điền {column}: {groups}; người đã đủ 16 tuổi thì ghi “{AGE_WORDS['adult']}”"
    if said is Youth.PERHAPS and own != "adult":
        return "age_group", "theo năm sinh, tuổi trong danh sách, đây có thể là trẻ em chưa đủ 16 tuổi", fix
    if own or told or inherited is None:
        return None
    key, words = next(((key, words) for key, words in called if words and is_called_a_child(key, words)), ("", ""))
    return (key, f"“{words[:60]}” giống nói về trẻ em, mà cả danh sách ghi là người lớn", fix) if key else None


def _columns(header: Header) -> Iterator[tuple[int, bool]]:
    """The columns that may hold a birth, and whether they hold an age; “Nam” and “Nữ” below a common header, too."""
    births = {column for column, words in header.sensitive.items() if words == BIRTH}
    for column in sorted({*births, *(one + 1 for one in births if one + 1 not in header.titles), *_by_sex(header)}):
        title = vietnamese.fold(header.titles.get(column, ""))
        yield column, re.search(r"\btuoi\b", title) is not None


def _by_sex(header: Header) -> Iterator[int]:
    """The columns headed by a sex, in which lists write the year."""
    for column, title in header.titles.items():
        if vietnamese.one_line(title).lower() in ("nam", "nữ") and column not in header.columns.values():
            yield column


def _youth(cell: Cell, on: date, *, aged: bool) -> Youth:
    text = texts.line(cell.text)
    if not text:
        return Youth.PERHAPS if cell.fault else Youth.UNTOLD
    born = _birthday(text)
    years = [born.year] if born else [int(year) for year in _YEAR.findall(text)]
    if not years and not aged and (short := _SHORT_YEAR.search(text)):
        years = [year for year in (2000 + int(short[1]),) if year <= on.year]
    if years:
        return _at(on.year - max(years), later=born is not None and (born.month, born.day) > (on.month, on.day))
    folded = vietnamese.fold(text)
    if aged or "tuoi" in folded:
        ages = [int(age) for age in _AGE.findall(folded)]
        return Youth.SURELY if "thang" in folded else _at(min(ages)) if ages else Youth.UNTOLD
    return Youth.UNTOLD


def _birthday(text: str) -> date | None:
    """The day of birth, where the whole of it is there."""
    try:
        return texts.day(text)
    except ValueError:
        number = _DAY_NUMBER.fullmatch(text)
        return _EXCEL_ZERO + timedelta(days=int(float(text))) if number else None


def _at(age: int, *, later: bool = False) -> Youth:
    """What the difference of the years comes to; ``later``: the birthday is still to come in the year of the decision.

    A birthday that is past is not trusted to make an adult: day and month are easily taken for each other.
    """
    if age < _ADULT_AT or (age == _ADULT_AT and later):
        return Youth.SURELY
    return Youth.PERHAPS if age == _ADULT_AT or age > _OLDEST else Youth.UNTOLD
