"""Which names a name holds."""

from __future__ import annotations

import pytest

from generator.takedown.withdrawal import names_in


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Đỗ Văn Bịa", []),
        ("ông Đỗ Văn Bịa và bà Lê Thị Mẫu", ["ông Đỗ Văn Bịa", "bà Lê Thị Mẫu"]),
        ("Gia đình ông Đỗ Văn Bịa, bà Lê Thị Mẫu", ["Gia đình ông Đỗ Văn Bịa", "bà Lê Thị Mẫu"]),
        ("Tổ bảo vệ an ninh, trật tự Ngõ Đông", []),
        ("Lê Thị Mẫu và các con", []),
        ("An và Bình", []),
        (", ", []),
    ],
)
def test_each_person_of_a_name_is_looked_for(name: str, people: list[str]) -> None:
    assert names_in(name) == (name, *people)
