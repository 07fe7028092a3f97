"""Every link the plan's text carries, in the order of the text: nothing more, nothing less."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.content import read_content

ROOT = Path(__file__).parents[2]

LINKS = Path(__file__).with_name("links-in-the-plan.txt").read_text(encoding="utf-8")


def catalogue() -> Catalogue:
    content, problems = read_content(ROOT / "content")
    assert problems == []
    return Catalogue(content, date(2026, 11, 22))


def found() -> list[str]:
    return [
        f"{part.part.id}: {part.text[mention.start : mention.end]} = {mention.id}"
        for part in catalogue().plan_parts["2026"]
        for mention in part.mentions
    ]


def test_every_link_is_listed() -> None:
    assert found() == LINKS.strip().splitlines()


def test_refused_names_are_listed() -> None:
    names = catalogue().names
    refused = [
        (part.part.id, phrase) for part in catalogue().plan_parts["2026"] for phrase in names.find_refused(part.text)
    ]
    assert refused == [("muc-i-1-c", "Hội đồng nhân dân các cấp")]


def test_bodies_of_other_levels_are_not_the_wards() -> None:
    organisations = catalogue().content.of("organisations")
    assert {id_: organisations[id_].record.level for id_ in ("ubnd-thanh-pho", "hdnd-thanh-pho", "bo-chinh-tri")} == {
        "ubnd-thanh-pho": "city", "hdnd-thanh-pho": "city", "bo-chinh-tri": "central",
    }  # fmt: skip


def test_lookalikes_stay_apart() -> None:
    names = catalogue().names
    told = {
        phrase: [one.id for one in names.find(phrase)]
        for phrase in (
            "đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền",
            "đơn vị sự nghiệp công lập trực thuộc UBND phường",
            "Hội đồng Thi đua - Khen thưởng phường",
            "Thường trực của Hội đồng Thi đua - Khen thưởng phường",
            "cơ quan Thường trực Hội đồng Thi đua - Khen thưởng",
            "Hội đồng nhân dân các cấp",
        )
    }
    assert list(told.values()) == [
        ["don-vi-su-nghiep-khoi-dang-chinh-quyen"],
        ["don-vi-su-nghiep-ubnd-phuong"],
        ["hoi-dong-tdkt-phuong"],
        ["thuong-truc-hoi-dong-tdkt-phuong"],
        ["co-quan-thuong-truc-hoi-dong-tdkt"],
        [],
    ]
