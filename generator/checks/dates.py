"""Ngày đi theo thứ tự.

Không có hiệu lực trước ngày ban hành, hết hiệu lực trước khi có hiệu lực, duyệt đăng, trao, đính chính hay hủy bỏ trước
ngày ký, phong trào hay lấy ý kiến kết thúc trước khi bắt đầu, hạn nộp hết trước ngày ban hành, kết quả có trước khi bắt
đầu. Quyết định nằm trong thư mục đúng năm ký. Ngày ở tương lai thì bản ghi chưa lên trang.

Sai, movements/mau.yml::

    name: Phong trào mẫu
    launched_by: ubnd-phuong
    field: Môi trường
    starts: 2026-05-01
    ends: 2026-03-01

Báo movements/mau.yml:5:7.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator import grounds, vietnamese
from generator.content import Content, Entry
from generator.models import Decision
from generator.models.decisions import Revocation
from generator.models.honours import Ground
from generator.problems import Problem

RULE = "thu-tu-ngay"

# kind, path to the earlier day, path to the later one, and their words
_ORDERED = (
    ("legislation", ("date",), ("effective",), "ngày ban hành", "ngày có hiệu lực"),
    ("legislation", ("effective",), ("expires",), "ngày có hiệu lực", "ngày hết hiệu lực"),
    ("movements", ("starts",), ("ends",), "ngày bắt đầu", "ngày kết thúc"),
    ("decisions", ("date",), ("approved", "date"), "ngày ký", "ngày duyệt đăng"),
    ("decisions", ("date",), ("awarded_on",), "ngày ký", "ngày trao"),
    ("decisions", ("date",), ("revoked", "date"), "ngày ký", "ngày hủy bỏ"),
    ("consultations", ("opens",), ("closes",), "ngày mở", "ngày cuối nhận ý kiến"),
    ("documents", ("date",), ("closes",), "ngày ban hành", "hạn nộp"),
    ("blocs", ("pledge", "date"), ("result", "date"), "ngày ký giao ước", "ngày công bố kết quả"),
    ("exemplars", ("shown", "recorded"), ("approved", "date"), "ngày ghi nhận căn cứ nêu tên", "ngày duyệt đăng"),
)


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each day that stands before one it must follow."""
    for kind, earlier, later, earlier_words, later_words in _ORDERED:
        for entry in content.of(kind).values():
            yield from _compare(entry, earlier, later, earlier_words, later_words)
    for entry in content.of("decisions").values():
        for path, revoked in _revocations(entry.record):
            if revoked.date < entry.record.date:
                yield _wrong(entry, (*path, "revoked", "date"), "ngày hủy bỏ", "ngày ký", entry.record.date)
        for number, correction in enumerate(entry.record.corrections):
            if correction.date < entry.record.date:
                yield _wrong(entry, ("corrections", number, "date"), "ngày đính chính", "ngày ký", entry.record.date)

    yield from _check_results(content, as_of)
    yield from _check_future(content, as_of)
    yield from _check_grounds_of_rows(content, as_of)
    yield from _check_years(content)


def _revocations(decision: Decision) -> Iterator[tuple[tuple[str | int, ...], Revocation]]:
    """Every revocation of a list or a row, and where it stands."""
    for number, list_ in enumerate(decision.lists):
        if list_.revoked:
            yield ("lists", number), list_.revoked
        for row_number, row in enumerate(list_.commendations):
            if row.revoked:
                yield ("lists", number, "commendations", row_number), row.revoked


def _check_results(content: Content, as_of: date) -> Iterator[Problem]:
    """Each result of a movement dated before it began, or after the day the site is made for."""
    for entry in content.of("movements").values():
        for number, result in enumerate(entry.record.results):
            path = ("results", number, "date")
            if entry.record.starts and result.date < entry.record.starts:
                yield _wrong(entry, path, "ngày của kết quả", "ngày bắt đầu", entry.record.starts)
            elif result.date > as_of:
                yield _still_to_come(entry, path, result.date)
    for entry in content.of("blocs").values():
        for name, told in (("pledge", entry.record.pledge), ("result", entry.record.result)):
            if told is not None and told.date > as_of:
                yield _still_to_come(entry, (name, "date"), told.date)


def _still_to_come(entry: Entry[Any], path: tuple[str | int, ...], day: date) -> Problem:
    message = f"ngày {vietnamese.format_date(day)} còn ở tương lai, nên chưa lên trang"
    return Problem(entry.place(*path), RULE, message, "sửa ngày nếu gõ nhầm", "cảnh báo")


_CONSENTS = (("shown", "guardian_consent"), ("shown", "child_consent"))


def _check_future(content: Content, as_of: date) -> Iterator[Problem]:
    """Each record to be published that is dated after the day the site is made for: it stays off until then."""
    for kind in ("decisions", "exemplars", "practices", "consultations", "documents"):
        for entry in content.of(kind).values():
            for path in (("date",), ("approved", "date"), ("shown", "recorded"), *_CONSENTS):
                day = _value(entry.record, path) if path[0] in type(entry.record).model_fields else None
                if day and day > as_of:
                    yield _still_to_come(entry, path, day)
                    break


def _check_grounds_of_rows(content: Content, as_of: date) -> Iterator[Problem]:
    """Each ground of a list or a row that is recorded after the day: until then it shows nobody."""
    for entry in content.of("decisions").values():
        for number, list_ in enumerate(entry.record.lists):
            found: list[tuple[tuple[str | int, ...], Ground | None]] = [(("lists", number), list_.shown)]
            found += [
                (("lists", number, "commendations", row), one.shown) for row, one in enumerate(list_.commendations)
            ]
            for path, ground in found:
                if ground is not None and grounds.recorded_on(ground) > as_of:
                    day = vietnamese.format_date(grounds.recorded_on(ground))
                    message = f"căn cứ ghi nhận ngày {day} còn ở tương lai, nên chưa nêu tên"
                    yield Problem(entry.place(*path, "shown"), RULE, message, "sửa ngày nếu gõ nhầm", "cảnh báo")


def _check_years(content: Content) -> Iterator[Problem]:
    """Each decision that lies in the folder of another year than its own: its address would be wrong for ever."""
    for id_, entry in content.of("decisions").items():
        year = str(entry.record.date.year)
        if id_.partition("/")[0] != year:
            message = f"quyết định ngày {vietnamese.format_date(entry.record.date)} không nằm trong thư mục {year}"
            yield Problem(entry.place("date"), RULE, message, f"chuyển tệp vào content/decisions/{year}, hoặc sửa ngày")


def _compare(
    entry: Entry[Any], earlier: tuple[str, ...], later: tuple[str, ...], earlier_words: str, later_words: str
) -> Iterator[Problem]:
    first, second = _value(entry.record, earlier), _value(entry.record, later)
    if first and second and second < first:
        yield _wrong(entry, later, later_words, earlier_words, first)


def _wrong(entry: Entry[Any], path: tuple[str | int, ...], words: str, than: str, day: date) -> Problem:
    message = f"{words} đứng trước {than} ({vietnamese.format_date(day)})"
    return Problem(entry.place(*path), RULE, message, "so lại với bản giấy và sửa ngày sai")


def _value(record: Any, path: tuple[str, ...]) -> date | None:
    for step in path:
        record = getattr(record, step) if record is not None else None
    return record if isinstance(record, date) else None
