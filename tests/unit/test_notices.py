"""Closing days in words, sizes of files, who belongs to what."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.pages.downloads import download_link, size_words
from generator.pages.memberships import memberships
from generator.pages.notices import days_left, notices, open_notices
from tests.site import AS_OF, read_small


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 8, 31), "còn 16 ngày"),
        (date(2026, 8, 16), "ngày mai là ngày cuối"),
        (date(2026, 8, 15), "hôm nay là ngày cuối"),
        (date(2026, 8, 14), "đã hết hạn ngày 14/8/2026"),
    ],
)
def test_the_time_left_is_told_in_words(day: date, words: str) -> None:
    assert days_left(day, date(2026, 8, 15)) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 KB"), (1024, "1 KB"), (1025, "2 KB"), (120 * 1024, "120 KB"), (1024**2, "1,0 MB"), (1258292, "1,3 MB")],
)
def test_the_size_of_a_file_is_rounded_up(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_download_says_its_type_and_size() -> None:
    assert download_link(Address("bieu-mau/phieu.xlsx"), 2048).label == "Tải về (Excel, 2 KB)"


def test_open_notices_come_first_to_close_first(tmp_path: Path) -> None:
    content = read_small(tmp_path)
    assert [one.id for one in notices(Catalogue(content, AS_OF))] == ["da-dong", "nop-som", "nop-ho-so"]
    assert [one.id for one in open_notices(Catalogue(content, AS_OF))] == ["nop-som", "nop-ho-so"]
    assert [one.id for one in open_notices(Catalogue(content, date(2026, 8, 16)))] == ["nop-ho-so"]
    assert open_notices(Catalogue(content, date(2026, 9, 1))) == ()


def test_a_notice_is_told_once_it_is_issued_and_approved(tmp_path: Path) -> None:
    content = read_small(tmp_path)
    for day, told in ((date(2026, 7, 31), False), (date(2026, 8, 1), False), (date(2026, 8, 2), True)):
        assert ("nop-ho-so" in [one.id for one in notices(Catalogue(content, day))]) is told


def test_an_organisation_belongs_by_itself_before_it_belongs_through_a_group(tmp_path: Path) -> None:
    found = memberships(Catalogue(read_small(tmp_path), AS_OF))
    roles = {id_: [(one.link.label, one.role) for one in told] for id_, told in found.movements.items()}
    assert roles["chu-tich"] == [("Sạch nhà, đẹp ngõ", "Phát động")]
    assert roles["tdp-dau-lang"] == [("Sạch nhà, đẹp ngõ", "Tham gia")]
    assert roles["tdp-mau"] == [("Sạch nhà, đẹp ngõ", "Tham gia cùng Các tổ dân phố của phường Mẫu")]
    assert [(one.link.label, one.role) for one in found.bodies["tdp-dau-lang"]] == [
        ("Khối thi đua các tổ dân phố, năm 2026", "Trưởng khối"),
        ("Khối thi đua các tổ dân phố, năm 2025", "Thành viên"),
    ]
    assert [one.role for one in found.bodies["chu-tich"]] == ["Chủ tịch Hội đồng"]
