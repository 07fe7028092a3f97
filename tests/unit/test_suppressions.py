"""Whoever was taken down is known again whatever stands around the name; a longer name is not taken for theirs."""

from __future__ import annotations

from datetime import date

import pytest

from generator.models import Suppressions
from generator.models.honours import Suppressed
from generator.suppressions import core_name, name_digest, person_digest, suppressed

SALT = "0" * 64
NAME = "Trần Thị Thử"
LISTED = Suppressions(
    salt=SALT,
    people=(
        Suppressed(
            withdrawn=date(2026, 7, 1), name=name_digest(SALT, NAME), person=person_digest(SALT, NAME, "tdp-mau")
        ),
    ),
)


def match(name: str, unit: str | None = "tdp-mau") -> str:
    found = suppressed(LISTED, name, unit)
    return found[0] if found else ""


@pytest.mark.parametrize(
    "name",
    [
        "Đại úy Trần Thị Thử",
        "ĐẠI ÚY TRẦN THỊ THỬ",
        "Đại Uý Trần Thị Thử",
        "ThS. Trần Thị Thử",
        "Bs. Trần Thị Thử",
        "Bs.Trần Thị Thử",
        "BS.CKI Trần Thị Thử",
        "Cô giáo Trần Thị Thử",
        "Nhà giáo Ưu tú Trần Thị Thử",
        "Đ/c Bác sĩ Trần Thị Thử",
        "5. Trần Thị Thử",
        "5. Bà Trần Thị Thử",
        "Trần Thị Thử (Thử Còi)",
        "Trần Thị Thử “Còi”",
        "Trần Thị Thử (truy tặng)",
        "trần thị thử (truy tặng",
        "Trần Thị Thử *",
        "Trần Thị Thử.",
        "Trần Thị Thử 1",
        "Trần Thị Thử tổ phó",
        "Tran-Thi-Thu",
    ],
)
def test_a_rank_a_number_or_a_note_makes_no_other_person(name: str) -> None:
    assert match(name) == "person"
    assert match(name, "van-phong") == match(name, None) == "name"


@pytest.mark.parametrize(
    "name",
    [
        "Lê Trần Thị Thử",
        "Trần Thị Thử Nghiệm",
        "Thử Còi (Trần Thị Thử)",
        "Phó Bí thư Trần Thị Thử",
        "Ông Lê Văn Bịa và bà Trần Thị Thử",
    ],
)
def test_a_longer_name_may_be_that_person(name: str) -> None:
    assert match(name) == match(name, None) == "perhaps"
    assert match(name, "van-phong") == ""


@pytest.mark.parametrize("name", ["Trần Thị", "Thị Thử", "Lê Thị Thử", "Trần Thị Thanh Thử", "Đại úy Trần Thử"])
def test_a_part_of_the_name_is_somebody_else(name: str) -> None:
    assert match(name) == match(name, None) == ""


def test_a_name_of_one_word_is_found_in_no_longer_name() -> None:
    one = Suppressed(withdrawn=date(2026, 7, 1), name=name_digest(SALT, "Thử"), person=person_digest(SALT, "Thử", "a"))
    assert suppressed(Suppressions(salt=SALT, people=(one,)), "Lê Anh Thử", "a") is None


def test_of_two_namesakes_the_one_who_went_altogether_comes_first() -> None:
    (whole,) = LISTED.people
    photo = whole.model_copy(update={"person": person_digest(SALT, NAME, "van-phong"), "photo_only": True})
    for people in ((photo, whole), (whole, photo)):
        assert suppressed(Suppressions(salt=SALT, people=people), NAME, "to-khac") == ("name", whole)
        assert suppressed(Suppressions(salt=SALT, people=people), NAME, "van-phong") == ("person", photo)


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("5. Đại úy Trần Thị Thử (truy tặng)", "Trần Thị Thử"),
        ("Nguyễn O'Lan", "Nguyễn O'Lan"),
        ("trần thị thử", "trần thị thử"),
        ("Lê Văn Bịa và Trần Thị Thử", "Lê Văn Bịa và Trần Thị Thử"),
        ("Trung Sĩ", "Trung Sĩ"),
    ],
)
def test_the_core_of_a_name(name: str, core: str) -> None:
    assert core_name(name) == core
