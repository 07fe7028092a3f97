"""When a task is due, where its cell truly says exactly one quarter, month or day."""

from __future__ import annotations

import calendar
import re
from datetime import date

from generator.vietnamese import fold

_YEAR = r"(?:\s*(?:/|-|nam)\s*(\d{4}))?"
_QUARTER = re.compile(rf"(?:trong |het |dau |cuoi )?quy\s*(iv|iii|ii|i|[1-4]){_YEAR}")
_MONTH = re.compile(rf"(?:trong |het |cuoi )?thang\s*(\d{{1,2}}){_YEAR}|(\d{{1,2}})/(\d{{4}})")
_BEFORE = r"(?:hoan thanh |xong |bao cao |gui )?(?:truoc |den |cham nhat |muon nhat |han )?(?:la )?(?:ngay )?"
_DAY = re.compile(rf"{_BEFORE}(\d{{1,2}})\s*(?:[/.-]|thang)\s*(\d{{1,2}})(?:\s*(?:[/.-]|nam)\s*(\d{{4}}))?")
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def due_of(period: str, year: int) -> tuple[str | None, date | None]:
    """The quarter (``1`` to ``4``) or the last day that the words of a plan of that year say; one of both at most.

    ``Quý II`` is a quarter, ``Tháng 6`` its last day, ``trước 25/11`` that day. What says two, none or each (``Tháng 6
    và tháng 12``, ``thường xuyên``, ``hằng quý``), another year's quarter, or no real day is neither.
    """
    words = fold(period).rstrip(" .;,")
    quarter = _QUARTER.fullmatch(words)
    if quarter:
        said = _QUARTERS.get(quarter[1], quarter[1])
        return (said, None) if int(quarter[2] or year) == year else (None, None)
    month = _MONTH.fullmatch(words)
    day = _DAY.fullmatch(words)
    try:
        if month:
            in_year, number = int(month[2] or month[4] or year), int(month[1] or month[3])
            return None, date(in_year, number, calendar.monthrange(in_year, number)[1])
        if day:
            return None, date(int(day[3] or year), int(day[2]), int(day[1]))
    except ValueError:  # no such day; calendar's own error for a month is one, too
        pass
    return None, None
