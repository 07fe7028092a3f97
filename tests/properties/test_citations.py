"""The recogniser reads anything without a fault, takes whole numbers, and adds nothing to a text that it links."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.citations import Recogniser, paths_of, with_links
from generator.citations.spelling import alike
from generator.mentions import Names
from generator.models import Instrument
from generator.pages.base import linked
from tests.properties.texts import texts


def instrument(type_: str, number: str, name: str, **more: Any) -> Instrument:
    return Instrument.model_validate(
        {
            "type": type_, "number": number, "name": name, "shelf": "normative", "issuer": "x", "level": "A",
            "verified": "yes", "text_read": "yes", "checked": "2026-01-01", **more,
        }
    )  # fmt: skip


RECOGNISER = Recogniser(
    [
        ("luat-mau", instrument("Luật", "06/2022/QH15", "Luật Thi đua, khen thưởng", date="2022-06-15")),
        ("nd-mau", instrument("Nghị định", "152/2025/NĐ-CP", "Nghị định 152/2025/NĐ-CP")),
        ("kh-mau", instrument("Kế hoạch", "24/KH-UBND", "Kế hoạch 24/KH-UBND")),
    ]
)
_PIECES = [
    "Điều 80", "điều", "khoản 3", "khoản", "điểm a", "điểm đ", " 5", "16, 17 và 18", "11-13", " đến ", " và ", ", ",
    "Luật Thi đua, khen thưởng", "LUẬT THI ĐUA KHEN THƯỞNG", "Luật này", "Luật Đất đai", " năm 2022", " năm 1999",
    "Nghị định", "số ", "152/2025/NĐ-CP", "152/2025", "24/KH-UBND", "41-CT/TW", "1", "15/7/2022", " ngày 14/6/2025",
    " của Chính phủ", ". ", "\n", "\n\n", "- ", "> ", "## ", "| ", "(", ")", "[", "](legislation/nd-mau)", "](x)", "**",
    "các ", "\u00a0", "İ", "¹", "quyết định này", "/", "-", "Bộ luật", "QH151",
]  # fmt: skip
legal = st.lists(st.one_of(st.sampled_from(_PIECES), texts), max_size=14).map(
    lambda pieces: re.sub(r"[^\S\n]*\n", "\n", " ".join(pieces))
)


@given(legal)
def test_citations_stand_in_order_inside_the_text(text: str) -> None:
    for found in (RECOGNISER.find(text), RECOGNISER.find(text, "luat-mau"), RECOGNISER.find_in_prose(text)):
        end = 0
        for one in found:
            assert end <= one.start < one.end <= len(text)
            assert not text[one.start].isspace()
            assert not text[one.end - 1].isspace()
            assert one.instrument is None or not one.candidates
            end = one.end


@given(legal)
def test_links_in_official_text_change_no_character(text: str) -> None:
    line = " ".join(text.split())
    assert "".join(segment.text for segment in linked(line, Names(RECOGNISER).find(line))) == line


_OURS = re.compile(r"\[([^\[\]\n]+)\]\(legislation/[a-z-]+(?:#[a-z0-9-]+)?\)")


@given(legal)
def test_links_in_prose_only_wrap_words(text: str) -> None:
    def bare(prose: str) -> str:
        return " ".join(_OURS.sub(r"\1", prose).split())

    assert bare(with_links(RECOGNISER, text)) == bare(text)


@given(st.text(st.characters(exclude_categories=("Nd", "Nl", "No", "Cs")), max_size=200))
def test_text_without_digits_and_names_of_law_cites_nothing(text: str) -> None:
    if not re.search("luật|pháp lệnh", alike(text)):
        assert RECOGNISER.find(text) == ()


_symbols = st.sampled_from(
    ["NĐ-CP", "QĐ-TTg", "QĐ-UBND", "TT-BNV", "KH-UBND", "NQ-HĐND", "CT-TTg", "VBHN-VPQH", "TTLT-BNV-BTC", "HD-BTĐKT"]
)
_numbers = st.one_of(
    st.tuples(st.integers(1, 9999), st.integers(1990, 2099), _symbols).map(lambda one: f"{one[0]}/{one[1]}/{one[2]}"),
    st.tuples(st.integers(1, 9999), _symbols).map(lambda one: f"{one[0]}/{one[1]}"),
    st.tuples(st.integers(1, 999), st.sampled_from(["CT/TW", "CT/TU", "NQ/TW"])).map(lambda one: f"{one[0]}-{one[1]}"),
    st.tuples(st.integers(1, 99), st.integers(1990, 2099), st.integers(1, 99)).map(
        lambda one: f"{one[0]:02d}/{one[1]}/QH{one[2]}"
    ),
)


@given(
    _numbers,
    st.sampled_from(["", "số ", "Nghị định ", "Quyết định số ", "các Thông tư số ", "CHỈ THỊ SỐ "]),
    st.sampled_from(["", ".", ", ", "; số", " ngày 14/6/2025", ")", "\n"]),
)
def test_a_number_of_any_type_is_taken_whole(number: str, before: str, behind: str) -> None:
    (one,) = RECOGNISER.find(f"Theo {before}{number}{behind}")
    assert one.number == number


@given(
    st.integers(1, 300),
    st.one_of(st.none(), st.integers(1, 40)),
    st.one_of(st.none(), st.sampled_from("abcdđeghi")),
    st.sampled_from([" ", ", "]),
)
def test_a_path_is_one_in_either_order(article: int, clause: int | None, point: str | None, comma: str) -> None:
    steps = [("điều", str(article))]
    steps += [("khoản", str(clause))] if clause else []
    steps += [("điểm", point)] if point else []
    told = [f"{kind} {label}".replace("điều", "Điều") for kind, label in steps]
    assert paths_of(comma.join(told)) == (tuple(steps),)
    assert paths_of(" ".join(reversed(told))) == (tuple(steps),)
    found = RECOGNISER.find(f"Xem {' '.join(reversed(told))} Luật Thi đua, khen thưởng")
    assert [(one.instrument, one.paths) for one in found] == [("luat-mau", (tuple(steps),))]
