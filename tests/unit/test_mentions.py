import pytest

from generator.citations import Recogniser
from generator.mentions import Names
from generator.models import Instrument, Organisation


def instrument(number: str, *aliases: str) -> Instrument:
    return Instrument.model_validate(
        {
            "type": "Nghị định", "number": number, "name": number, "aliases": list(aliases), "shelf": "normative",
            "issuer": "chinh-phu", "level": "A", "verified": "yes", "text_read": "yes", "checked": "2026-01-01",
        }
    )  # fmt: skip


def organisation(*aliases: str, not_this: tuple[str, ...] = ()) -> Organisation:
    return Organisation.model_validate(
        {"name": "x", "aliases": list(aliases), "not_this": list(not_this), "kind": "body", "level": "ward"}
    )


NAMES = Names(
    Recogniser(
        [
            ("nd-152", instrument("152/2025/NĐ-CP")),
            ("nd-15", instrument("15/2025/NĐ-CP")),
            ("luat-06", instrument("06/2022/QH15", "Luật Thi đua, khen thưởng")),
            ("ct-41", instrument("41-CT/TW")),
            ("kh-24", instrument("24/KH-UBND")),
            ("nd-ngan", instrument("02/2025/NĐ")),
        ]
    ),
    [
        ("ubnd", organisation("Ủy ban nhân dân phường", "UBND phường")),
        ("hoi-dong", organisation("Hội đồng", not_this=("Hội đồng nhân dân các cấp",))),
        ("thuong-truc", organisation("Thường trực Hội đồng")),
        ("hdnd", organisation("Hội đồng nhân dân phường")),
    ],
)


def found(text: str) -> list[tuple[str, str]]:
    """The words that name something, and what they name."""
    return [(text[one.start : one.end], one.id) for one in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("theo Nghị định số 152/2025/NĐ-CP ngày", [("Nghị định số 152/2025/NĐ-CP", "nd-152")]),
        ("số 152/2025/NĐ-CP; số 15/2025/NĐ-CP.", [("số 152/2025/NĐ-CP", "nd-152"), ("số 15/2025/NĐ-CP", "nd-15")]),
        ("Chỉ thị 41-CT/TW", [("Chỉ thị 41-CT/TW", "ct-41")]),
        ("Luật 06/2022/QH151 và 152/2025/nđ-cp", [("Luật 06/2022/QH15", "luat-06"), ("152/2025/nđ-cp", "nd-152")]),
        ("Luật Thi đua, khen thưởng năm 2022", [("Luật Thi đua, khen thưởng năm 2022", "luat-06")]),
        ("báo cáo UBND phường.", [("UBND phường", "ubnd")]),
        ("(Hội đồng)", [("Hội đồng", "hoi-dong")]),
    ],
)
def test_names_are_found(text: str, mentions: list[tuple[str, str]]) -> None:
    assert found(text) == mentions


def test_the_longest_name_wins() -> None:
    assert found("Thường trực Hội đồng và Hội đồng nhân dân phường, Hội đồng") == [
        ("Thường trực Hội đồng", "thuong-truc"),
        ("Hội đồng nhân dân phường", "hdnd"),
        ("Hội đồng", "hoi-dong"),
    ]


def test_a_body_inside_a_citation_is_no_mention_of_its_own() -> None:
    names = Names(
        Recogniser([("a", instrument("1/2020/NQ-HĐND", "Nghị quyết của Hội đồng về việc làng"))]),
        [("hoi-dong", organisation("Hội đồng"))],
    )
    text = "Nghị quyết của Hội đồng về việc làng, do Hội đồng ban hành"
    assert [(one.id, text[one.start : one.end]) for one in names.find(text)] == [
        ("a", "Nghị quyết của Hội đồng về việc làng"),
        ("hoi-dong", "Hội đồng"),
    ]


def test_a_refused_phrase_is_passed_over_whole() -> None:
    text = "Hội đồng nhân dân các cấp và Hội đồng"
    assert found(text) == [("Hội đồng", "hoi-dong")]
    assert NAMES.find(text)[0].start == len("Hội đồng nhân dân các cấp và ")
    assert NAMES.find_refused(text) == ("Hội đồng nhân dân các cấp",)


def test_a_digit_glued_behind_is_a_footnote_mark() -> None:
    assert found("số 152/2025/NĐ-CP1; số 15/2025/NĐ-CP2") == [
        ("số 152/2025/NĐ-CP", "nd-152"),
        ("số 15/2025/NĐ-CP", "nd-15"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1152/2025/NĐ-CP",
        "A24/KH-UBND",
        "9/24/KH-UBND",
        "152/2025/NĐ-CPX",
        "24/KH-UBND/2026",
        "24/KH-UBND-VX",
        "02/2025/NĐ-CP",  # another number begins like one that is known
        "Liên Hội đồngX",
        "XHội đồng",
        "UBND  phường",
        "",
    ],
)
def test_no_name_inside_another_word_or_number(text: str) -> None:
    assert found(text) == []


def test_nothing_known_finds_nothing() -> None:
    assert Names().find("Hội đồng 152/2025/NĐ-CP") == ()


def test_signs_in_names_are_letters() -> None:
    names = Names(Recogniser([("a", instrument("1.2/(A)+"))]), [("b", organisation("Tổ [1]"))])
    assert [one.id for one in names.find("số 1.2/(A)+ và Tổ [1]; 1x2/(A)+")] == ["a", "b"]
