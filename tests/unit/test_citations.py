"""What the recogniser of citations finds in a text, and what it leaves alone."""

from typing import Any

import pytest

from generator.citations import Citation, Recogniser, held_by, holds, nearest, paths_of, with_links
from generator.models import Instrument, Organisation


def instrument(number: str, type_: str = "Nghị định", **more: Any) -> Instrument:
    return Instrument.model_validate(
        {
            "type": type_, "number": number, "name": f"{type_} {number}", "shelf": "normative", "issuer": "chinh-phu",
            "level": "A", "verified": "yes", "text_read": "yes", "checked": "2026-01-01", **more,
        }
    )  # fmt: skip


def organisation(name: str, level: str) -> Organisation:
    return Organisation.model_validate({"name": name, "kind": "body", "level": level})


RECOGNISER = Recogniser(
    [
        ("nd-152", instrument("152/2025/NĐ-CP", date="2025-06-14")),
        ("nd-129", instrument("129/2025/NĐ-CP")),
        ("luat-06", instrument("06/2022/QH15", "Luật", name="Luật Thi đua, khen thưởng", date="2022-06-15")),
        (
            "luat-sua",
            instrument("06/2026/QH16", "Luật", title="Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"),
        ),
        ("blds", instrument("91/2015/QH13", "Bộ luật", name="Bộ luật Dân sự")),
        ("tt-15", instrument("15/2025/TT-BNV", "Thông tư")),
        ("ct-41", instrument("41-CT/TW", "Chỉ thị", issuer="bo-chinh-tri")),
        ("qd-01", instrument("01/2026/QĐ-TTg", "Quyết định")),
        ("vbhn", instrument("115/VBHN-VPQH", "Văn bản hợp nhất")),
        ("kh-24", instrument("24/KH-UBND", "Kế hoạch", issuer="ubnd-thanh-pho", date="2026-01-26")),
        ("nq-7-a", instrument("07/NQ-HĐND", "Nghị quyết", issuer="hdnd-thanh-pho", date="2026-02-01")),
        ("nq-7-b", instrument("07/NQ-HĐND", "Nghị quyết", issuer="hdnd-phuong", date="2026-03-01")),
        ("hoa-giai", instrument("35/2013/QH13", "Luật", name="Luật Hòa giải ở cơ sở", date="2013-06-20")),
    ],
    [
        ("ubnd-thanh-pho", organisation("UBND thành phố", "city")),
        ("ubnd-phuong", organisation("UBND phường", "ward")),
        ("hdnd-thanh-pho", organisation("HĐND thành phố", "city")),
        ("hdnd-phuong", organisation("HĐND phường", "ward")),
    ],
)


def told(text: str, one: Citation) -> str:
    """A citation in a line: the words, what they cite, the articles."""
    known = one.instrument or f"? {one.number}".strip()
    articles = "; ".join(" ".join(f"{kind} {label}" for kind, label in path) for path in one.paths)
    return f"{' '.join(text[one.start : one.end].split())} = {known}" + (f" [{articles}]" if articles else "")


def found(text: str, about: str | None = None) -> list[str]:
    return [told(text, one) for one in RECOGNISER.find(text, about)]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "theo Điều 80 khoản 3 Luật Thi đua, khen thưởng năm 2022 thì",
            ["Điều 80 khoản 3 Luật Thi đua, khen thưởng năm 2022 = luat-06 [điều 80 khoản 3]"],
        ),
        ("khoản 3 Điều 80 của Luật thi đua, khen thưởng",
         ["khoản 3 Điều 80 của Luật thi đua, khen thưởng = luat-06 [điều 80 khoản 3]"]),
        ("điểm e khoản 1 Điều 54 Nghị định 152/2025/NĐ-CP",
         ["điểm e khoản 1 Điều 54 Nghị định 152/2025/NĐ-CP = nd-152 [điều 54 khoản 1 điểm e]"]),
        ("điểm đ khoản 1 Điều 5 Nghị định số 152/2025/NĐ-CP",
         ["điểm đ khoản 1 Điều 5 Nghị định số 152/2025/NĐ-CP = nd-152 [điều 5 khoản 1 điểm đ]"]),
        ("Nghị định 152/2025/NĐ-CP, Điều 4", ["Nghị định 152/2025/NĐ-CP, Điều 4 = nd-152 [điều 4]"]),
        ("Bộ luật Dân sự (Điều 32)", ["Bộ luật Dân sự = blds", "Điều 32 = blds [điều 32]"]),
        ("Điều 5\nLuật Thi đua,\nkhen thưởng", ["Điều 5 Luật Thi đua, khen thưởng = luat-06 [điều 5]"]),
        ("Điều\u00a05 Luật\u00a0Thi đua, khen thưởng", ["Điều 5 Luật Thi đua, khen thưởng = luat-06 [điều 5]"]),
    ],
)  # fmt: skip
def test_an_article_and_its_instrument_are_one_citation(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "các Nghị định của Chính phủ: số 152/2025/NĐ-CP1; số 129/2025/NĐ-CP2; Thông tư số 15/2025/TT-BNV3 của",
            ["số 152/2025/NĐ-CP = nd-152", "số 129/2025/NĐ-CP = nd-129", "Thông tư số 15/2025/TT-BNV = tt-15"],
        ),
        (
            "Chỉ thị 41-CT/TW; Quyết định số 01/2026/QĐ-TTg; Văn bản hợp nhất 115/VBHN-VPQH; Luật số 06/2022/QH15",
            ["Chỉ thị 41-CT/TW = ct-41", "Quyết định số 01/2026/QĐ-TTg = qd-01",
             "Văn bản hợp nhất 115/VBHN-VPQH = vbhn", "Luật số 06/2022/QH15 = luat-06"],
        ),
        ("NGHỊ ĐỊNH SỐ 152/2025/NĐ–CP", ["NGHỊ ĐỊNH SỐ 152/2025/NĐ–CP = nd-152"]),
        ("nghị định 152/2025/nđ-cp", ["nghị định 152/2025/nđ-cp = nd-152"]),
        ("Nghị định 152/2025 nêu", ["Nghị định 152/2025 = nd-152"]),
        ("Nghị định số 152/2025/NĐ-CP¹.", ["Nghị định số 152/2025/NĐ-CP = nd-152"]),
        ("Luật 6/2022/QH15", ["Luật 6/2022/QH15 = luat-06"]),
        ("Luật Thi đua khen thưởng số 06/2022/QH15", ["Luật Thi đua khen thưởng số 06/2022/QH15 = luat-06"]),
        ("Luật Hoà giải ở cơ sở", ["Luật Hoà giải ở cơ sở = hoa-giai"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng",
         ["Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng = luat-sua"]),
    ],
)  # fmt: skip
def test_instruments_are_found_by_number_and_by_name(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("Điều 16, 17 và 18 Luật Thi đua, khen thưởng",
         ["Điều 16 = luat-06 [điều 16]", "17 = luat-06 [điều 17]", "18 = luat-06 [điều 18]",
          "Luật Thi đua, khen thưởng = luat-06"]),
        ("Điều 11-13 Luật Thi đua, khen thưởng",
         ["Điều 11-13 Luật Thi đua, khen thưởng = luat-06 [điều 11; điều 12; điều 13]"]),
        ("các điều 11 đến 13 của Bộ luật Dân sự",
         ["các điều 11 đến 13 của Bộ luật Dân sự = blds [điều 11; điều 12; điều 13]"]),
        ("khoản 2, khoản 3 Điều 80 Luật Thi đua, khen thưởng",
         ["khoản 2 = luat-06 [điều 80 khoản 2]", "khoản 3 Điều 80 = luat-06 [điều 80 khoản 3]",
          "Luật Thi đua, khen thưởng = luat-06"]),
        ("Luật Thi đua, khen thưởng, Điều 80 khoản 2 và khoản 3",
         ["Luật Thi đua, khen thưởng = luat-06", "Điều 80 khoản 2 = luat-06 [điều 80 khoản 2]",
          "khoản 3 = luat-06 [điều 80 khoản 3]"]),
        ("điểm a, c khoản 1 Điều 85 Bộ luật Dân sự",
         ["điểm a = blds [điều 85 khoản 1 điểm a]", "c khoản 1 Điều 85 = blds [điều 85 khoản 1 điểm c]",
          "Bộ luật Dân sự = blds"]),
        ("khoản 1 Điều 5 và điểm a khoản 2 Điều 6 Bộ luật Dân sự",
         ["khoản 1 Điều 5 = blds [điều 5 khoản 1]", "điểm a khoản 2 Điều 6 = blds [điều 6 khoản 2 điểm a]",
          "Bộ luật Dân sự = blds"]),
        ("Điều 8, 3 cá nhân được khen theo Luật Thi đua, khen thưởng",
         ["Điều 8 = ? [điều 8]", "Luật Thi đua, khen thưởng = luat-06"]),
    ],
)  # fmt: skip
def test_lists_and_ranges(text: str, citations: list[str]) -> None:
    assert found(f"Xem {text}.") == citations


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        (
            "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ, Điều 4",
            ["Nghị định số 152/2025/NĐ-CP = nd-152", "Điều 4 = nd-152 [điều 4]"],
        ),
        ("Theo Luật Thi đua, khen thưởng thì tại Điều 5 có nêu.",
         ["Luật Thi đua, khen thưởng = luat-06", "Điều 5 = luat-06 [điều 5]"]),
        ("Có Luật Thi đua, khen thưởng. Trong Điều 5 có nêu.",
         ["Luật Thi đua, khen thưởng = luat-06", "Điều 5 = ? [điều 5]"]),
        ("Luật Thi đua, khen thưởng, Điều 5 Nghị định 152/2025/NĐ-CP",
         ["Luật Thi đua, khen thưởng = luat-06", "Điều 5 Nghị định 152/2025/NĐ-CP = nd-152 [điều 5]"]),
        ("Luật Thi đua, khen thưởng, Điều 5, Nghị định 152/2025/NĐ-CP, Điều 6",
         ["Luật Thi đua, khen thưởng, Điều 5 = luat-06 [điều 5]",
          "Nghị định 152/2025/NĐ-CP, Điều 6 = nd-152 [điều 6]"]),
        ("Nghị định 129/2025/NĐ-CP ra đời. Nghị định này có Điều 3. Điều 4 Nghị định này cũng vậy.",
         ["Nghị định 129/2025/NĐ-CP = nd-129", "Nghị định này = nd-129", "Điều 3 = nd-129 [điều 3]",
          "Điều 4 Nghị định này = nd-129 [điều 4]"]),
        ("Kế hoạch này, quyết định này và Luật này.", []),
        ("theo Điều 4 Thông tư này", ["Điều 4 Thông tư này = ? Thông tư này [điều 4]"]),
    ],
)  # fmt: skip
def test_an_article_belongs_to_what_the_sentence_names(text: str, citations: list[str]) -> None:
    assert found(text) == citations


def test_a_record_about_one_instrument_needs_not_name_it() -> None:
    text = "Nêu tại khoản 2 Điều 6 và tại Nghị định này; Luật này thì không."
    assert found(text, "nd-152") == ["khoản 2 Điều 6 = nd-152 [điều 6 khoản 2]", "Nghị định này = nd-152"]
    assert found("Điều 5 Luật Thi đua, khen thưởng", "nd-152") == [
        "Điều 5 Luật Thi đua, khen thưởng = luat-06 [điều 5]"
    ]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("Nghị định 98/2023/NĐ-CP", ["Nghị định 98/2023/NĐ-CP = ? 98/2023/NĐ-CP"]),
        ("1152/2025/NĐ-CP", ["1152/2025/NĐ-CP = ? 1152/2025/NĐ-CP"]),
        ("152/2025/NĐ-CPX", ["152/2025/NĐ-CPX = ? 152/2025/NĐ-CPX"]),
        ("24/KH-UBND/2026", ["24/KH-UBND/2026 = ? 24/KH-UBND/2026"]),
        ("24/KH-UBND-VX", ["24/KH-UBND-VX = ? 24/KH-UBND-VX"]),
        ("Luật Hòa giải ở cơ sở năm 2003 và", ["Luật Hòa giải ở cơ sở năm 2003 = ? Luật Hòa giải ở cơ sở năm 2003"]),
        ("Luật Thi đua, khen thưởng số 15/2003/QH11", ["Luật Thi đua, khen thưởng số 15/2003/QH11 = ? 15/2003/QH11"]),
        ("Luật Trẻ em năm 2016 quy định", ["Luật Trẻ em năm 2016 = ? Luật Trẻ em năm 2016"]),
        ("Điều 7 Luật Đất đai số 31/2024/QH15", ["Điều 7 Luật Đất đai số 31/2024/QH15 = ? 31/2024/QH15 [điều 7]"]),
        ("Kế hoạch 24/KH-UBND ngày 26/01/2026 của UBND thành phố", ["Kế hoạch 24/KH-UBND = kh-24"]),
        ("Kế hoạch 24/KH-UBND ngày 03/02/2026", ["Kế hoạch 24/KH-UBND = ? 24/KH-UBND"]),
        ("Kế hoạch 24/KH-UBND của UBND phường", ["Kế hoạch 24/KH-UBND = ? 24/KH-UBND"]),
    ],
)  # fmt: skip
def test_an_unknown_instrument_is_told_with_its_number_as_typed(text: str, citations: list[str]) -> None:
    assert found(text) == citations


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Nghị quyết 07/NQ-HĐND ngày 01/02/2026", "nq-7-a"),
        ("Nghị quyết số 07/NQ-HĐND ngày 01 tháng 3 năm 2026", "nq-7-b"),
        ("Nghị quyết 07/NQ-HĐND của HĐND phường", "nq-7-b"),
        ("HĐND thành phố đã thông qua Nghị quyết 07/NQ-HĐND", "nq-7-a"),
        ("Nghị quyết 07/NQ-HĐND", None),
    ],
)
def test_a_number_of_two_issuers_is_told_apart_or_called_ambiguous(text: str, meant: str | None) -> None:
    (one,) = RECOGNISER.find(text)
    assert one.instrument == meant
    assert one.candidates == (() if meant else ("nq-7-a", "nq-7-b"))


@pytest.mark.parametrize(
    "text",
    [
        "Phường điều 1 chiếc xe. Điều 1 chiếc xe ra ngõ; điều 2 chiến sĩ tới.",
        "khoản tiền 3 triệu, khoản 3 triệu đồng, điểm a, điểm 10, 5 điểm, Điều lệ Đảng, điều kiện 5 tốt",
        "ngày 15/7/2022, tháng 7/2022, 1/2 số hộ, 24/7, số 5/20 Lê Lợi, 0225.3123/456, 500.000 đồng/người",
        "Đoàn Luật sư, Đại học Luật Hà Nội, pháp luật Việt Nam, kỷ luật Đảng",
        "số 5/người, quyết định 500/người, tổ 12/A",
        "A24/KH-UBND",
        "Nghị định của Chính phủ, kế hoạch năm 2026, quyết định 3 việc",
        "Số: /KH-UBND",
        "",
    ],
)
def test_near_misses_are_no_citations(text: str) -> None:
    assert found(text) == []


def test_nothing_known_still_tells_what_is_unknown() -> None:
    (one,) = Recogniser().find("Điều 5 Nghị định 152/2025/NĐ-CP")
    assert one == Citation(0, 31, None, "152/2025/NĐ-CP", ((("điều", "5"),),))


def test_odd_numbers_are_letters() -> None:
    odd = Recogniser([("a", instrument("1.2/(A)+"))])
    assert [one.instrument for one in odd.find("số 1.2/(A)+; 1x2/(A)+")] == ["a"]


def in_prose(text: str) -> list[str]:
    return [told(text, one) + (" *" if one.linked else "") for one in RECOGNISER.find_in_prose(text)]


def test_the_words_of_a_link_to_an_instrument_are_a_citation() -> None:
    assert in_prose("Xem [Luật, Điều 19 và Điều 20](legislation/luat-06), Điều 2.") == [
        "Luật, Điều 19 và Điều 20 = luat-06 [điều 19; điều 20] *",
        "Điều 2 = luat-06 [điều 2]",
    ]
    assert in_prose("Xem [Điều 5 Luật Thi đua, khen thưởng](guidance/a) và **Điều 6** Bộ luật Dân sự.") == [
        "Điều 6 = blds [điều 6]",
        "Bộ luật Dân sự = blds",
    ]
    assert in_prose("Theo [đây](legislation/khong-co) và Luật Hòa giải ở cơ sở") == ["Luật Hòa giải ở cơ sở = hoa-giai"]


def test_an_item_of_a_list_is_a_sentence_of_its_own() -> None:
    assert in_prose("- [Luật](legislation/luat-06)\n- theo Điều 5") == ["Luật = luat-06 *", "Điều 5 = ? [điều 5]"]


LINKING = Recogniser(
    [
        ("luat-06", instrument("06/2022/QH15", "Luật", name="Luật Thi đua, khen thưởng", articles=[
            {"number": "Điều 80 khoản 3", "gist": "x", "level": "A", "source": "x"},
            {"number": "Điều 5", "gist": "x", "level": "A", "source": "x"},
        ])),
        ("mau", instrument("1/2020/QH14", "Bộ luật", name="Bộ luật Mẫu")),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Theo khoản 3 Điều 80 Luật Thi đua, khen thưởng.",
         "Theo [khoản 3 Điều 80 Luật Thi đua, khen thưởng](legislation/luat-06#dieu-80-khoan-3)."),
        ("Luật Thi đua,\nkhen thưởng", "[Luật Thi đua, khen thưởng](legislation/luat-06)"),
        ("[Luật, Điều 5 khoản 1](legislation/luat-06), Điều 6",
         "[Luật, Điều 5 khoản 1](legislation/luat-06#dieu-5), [Điều 6](legislation/luat-06)"),
        ("**Điều 5 Bộ luật Mẫu** và **Điều 5** Bộ luật Mẫu",
         "**[Điều 5 Bộ luật Mẫu](legislation/mau)** và **[Điều 5](legislation/mau)** [Bộ luật Mẫu](legislation/mau)"),
        ("## Luật Thi đua, khen thưởng", "## Luật Thi đua, khen thưởng"),
        ("::: thuật ngữ: Luật Thi đua, khen thưởng", "::: thuật ngữ: Luật Thi đua, khen thưởng"),
        ("| Điều 5 Luật Thi đua, khen thưởng | Luật |",
         "| [Điều 5 Luật Thi đua, khen thưởng](legislation/luat-06#dieu-5) | Luật |"),
        ("[Luật Thi đua, khen thưởng](guidance/a) và Luật Đất đai",
         "[Luật Thi đua, khen thưởng](guidance/a) và Luật Đất đai"),
        ("không có gì", "không có gì"),
    ],
)  # fmt: skip
def test_citations_in_prose_become_links_to_the_row(text: str, linked: str) -> None:
    assert with_links(LINKING, text) == linked


ROWS = instrument(
    "1/2025/NĐ-CP",
    articles=[
        {"number": number, "gist": gist, "level": "A", "source": "x"}
        for number, gist in (
            ("Điều 2, Điều 3", "Giải thích."),
            ("Điều 5", "Nguyên tắc; khoản 4 nêu thời hạn; theo khoản 7 Điều 9."),
            ("Điều 11 đến Điều 13", "Công khai."),
            ("Điều 32 khoản 2", "Không cần đồng ý: a) lợi ích công cộng; b) hoạt động công cộng."),
            ("Điều 84 khoản 1", "Đề nghị."),
            ("điểm e khoản 1 Điều 54", "Tiền thưởng."),
            ("Phụ lục I", "Mẫu."),
        )
    ],
)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("Điều 3", "Điều 2, Điều 3"),
        ("Điều 12", "Điều 11 đến Điều 13"),
        ("Điều 54 khoản 1 điểm e", "điểm e khoản 1 Điều 54"),
        ("Điều 54 khoản 1", "điểm e khoản 1 Điều 54"),
        ("Điều 84", "Điều 84 khoản 1"),
        ("Điều 5 khoản 4", "Điều 5"),
        ("Điều 32 khoản 2 điểm b", "Điều 32 khoản 2"),
        ("Điều 32 khoản 2 điểm c", None),
        ("Điều 5 khoản 1", None),
        ("Điều 5 khoản 7", None),
        ("Điều 84 khoản 3", None),
        ("Điều 14", None),
        ("Điều 54 khoản 1 điểm g", None),
    ],
)
def test_a_row_tells_what_was_seen_and_no_more(path: str, row: str | None) -> None:
    (steps,) = paths_of(path)
    held = held_by(ROWS, steps)
    assert (held.number if held else None) == row
    assert holds(ROWS, steps) is (row is not None)


def test_a_reader_is_led_to_the_row_around_what_nobody_saw() -> None:
    def led(path: str) -> str | None:
        row = nearest(ROWS, paths_of(path)[0])
        return row.number if row else None

    assert led("Điều 5 khoản 1 điểm a") == "Điều 5"
    assert led("Điều 84 khoản 3") is None
