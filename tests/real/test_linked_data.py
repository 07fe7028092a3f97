"""What search engines are told of the real site, in schema.org's words: true, known, and never more than the page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from generator.vietnamese import format_date
from tests.shared import preview, strange, things

ADDRESS = "https://example.invalid/"


@pytest.fixture(scope="module")
def said(real_site: Path) -> dict[str, list[dict[str, Any]]]:
    """What each page says, by its path."""
    return {page.relative_to(real_site).parent.as_posix(): things(page) for page in real_site.rglob("index.html")}


def of_type(said: dict[str, list[dict[str, Any]]], path: str, *types: str) -> list[dict[str, Any]]:
    return [thing for thing in said[path] if thing["@type"] in types]


def test_every_type_and_property_is_of_the_vocabulary(said: dict[str, list[dict[str, Any]]]) -> None:
    wrong = {path: found for path, all_ in said.items() if (found := [word for one in all_ for word in strange(one)])}
    assert wrong == {}
    assert all(one["@context"] == "https://schema.org" for all_ in said.values() for one in all_)
    types = {one["@type"] for all_ in said.values() for one in all_}
    assert {"WebSite", "Legislation", "GovernmentOrganization", "Organization", "BreadcrumbList", "Person"} <= types
    assert of_type(said, ".", "WebSite")[0]["potentialAction"]["@type"] == "SearchAction"
    assert of_type(said, "so-lieu", "Dataset")[0]["distribution"]


def test_the_harness_notices_what_is_not_of_the_vocabulary() -> None:
    for thing in (
        {"@type": "Law"},
        {"@type": "Person", "awards": "x", "deed": "x"},
        {"@type": "Legislation", "legislationLegalForce": "https://schema.org/Maybe"},
        {"@type": "Legislation", "legislationPassedBy": {"@type": "Dataset"}},
        {"@type": "ListItem", "position": {"@type": "Person"}},
    ):
        assert list(strange(thing)), thing
    with pytest.raises(ValueError, match="isoformat"):
        list(strange({"@type": "Legislation", "legislationDate": "14/6/2025"}))


def test_the_way_home_is_the_one_the_page_shows(real_site: Path, said: dict[str, list[dict[str, Any]]]) -> None:
    for path in said:
        page = html.parse(str(real_site / path / "index.html"))
        shown = [" ".join(one.text_content().split()) for one in page.xpath("//nav[@class='crumbs']//li")]
        trails = of_type(said, path, "BreadcrumbList")
        assert bool(trails) is bool(shown), path
        for trail in trails:
            items = trail["itemListElement"]
            assert [item["name"] for item in items] == shown
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert all(item["item"].startswith(ADDRESS) for item in items[:-1])
            assert all((real_site / item["item"].removeprefix(ADDRESS) / "index.html").is_file() for item in items[:-1])


def test_legal_force_is_said_only_where_the_page_claims_a_status(
    real_site: Path, said: dict[str, list[dict[str, Any]]]
) -> None:
    words = {
        "InForce": ["Còn hiệu lực"],
        "PartiallyInForce": ["Hết hiệu lực một phần"],
        "NotInForce": ["Hết hiệu lực", "Chưa có hiệu lực"],
    }
    told = set()
    for path in (path for path in said if path.startswith("van-ban/")):
        (law,) = of_type(said, path, "Legislation")
        page = html.parse(str(real_site / path / "index.html"))
        text = " ".join(page.xpath("string(//header[@class='ph'])").split())
        force = law.get("legislationLegalForce", "").removeprefix("https://schema.org/")
        told.add(force)
        assert law["legislationIdentifier"] in page.xpath("string(//*[@id='noi-dung'])"), path
        if force:
            day = format_date(date.fromisoformat(law["legislationDateVersion"]))
            assert any(f"{word} (tính đến ngày {day})" in text for word in words[force]), path
        if "Chưa xác định hiệu lực" in text or "Chưa kiểm chứng" in text:
            assert not force, path
    assert "InForce" in told
    assert "" in told


def test_the_plan_rests_on_what_its_preamble_names(said: dict[str, list[dict[str, Any]]]) -> None:
    (plan,) = of_type(said, "ke-hoach/2026", "Legislation")
    assert [one["legislationIdentifier"] for one in plan["isBasedOn"]] == [
        "41-CT/TW",
        "46-CT/TU",
        "74/NQ-HĐND",
        "24/KH-UBND",
    ]
    assert "legislationIdentifier" not in plan  # the plan has no number yet
    assert "legislationDate" not in plan


def test_of_the_honoured_there_is_the_name_and_the_award_alone(said: dict[str, list[dict[str, Any]]]) -> None:
    people = [one for path in said for one in of_type(said, path, "Person")]
    assert people
    assert {key for one in people for key in one} <= {"@context", "@type", "name", "award"}
    assert {path.partition("/")[0] for path in said if of_type(said, path, "Person")} == {"guong"}


def test_bodies_of_the_state_are_government_and_others_are_not(said: dict[str, list[dict[str, Any]]]) -> None:
    kinds = {path.removeprefix("don-vi/"): of_type(said, path, "GovernmentOrganization", "Organization")
             for path in said if path.startswith("don-vi/")}  # fmt: skip
    government = {id_ for id_, found in kinds.items() if found and found[0]["@type"] == "GovernmentOrganization"}
    assert government == {
        "bo-noi-vu", "bo-tai-chinh", "bo-thong-tin-truyen-thong", "chinh-phu", "hdnd-thanh-pho",
        "phong-van-hoa-xa-hoi", "quoc-hoi", "thuong-truc-hdnd-phuong", "ubnd-phuong", "ubnd-thanh-pho",
        "van-phong-hdnd-ubnd", "van-phong-quoc-hoi",
    }  # fmt: skip
    for id_ in ("bo-chinh-tri", "ban-thuong-vu-thanh-uy", "thuong-truc-dang-uy", "tdp-hoa-sen"):
        assert kinds[id_][0]["@type"] == "Organization", id_
    assert kinds["chu-tich-ubnd-phuong"] == []
    assert kinds["truong-hoc"] == []


@pytest.mark.parametrize(
    ("path", "name", "type_"),
    [
        ("van-ban/luat-06-2022-qh15", "Quốc hội", "GovernmentOrganization"),
        ("van-ban/nd-152-2025-nd-cp", "Chính phủ", "GovernmentOrganization"),
        ("van-ban/ct-41-ct-tw-2024", "Bộ Chính trị", "Organization"),
        ("ke-hoach/2026", "Ủy ban nhân dân phường Bạch Đằng", "GovernmentOrganization"),
    ],
)
def test_who_passed_it_is_government_unless_of_the_party(
    said: dict[str, list[dict[str, Any]]], path: str, name: str, type_: str
) -> None:
    (law,) = of_type(said, path, "Legislation")
    assert law["legislationPassedBy"] == {"@type": type_, "name": name}


def test_an_instrument_rests_on_what_it_details_or_guides_where_that_is_sure(
    said: dict[str, list[dict[str, Any]]],
) -> None:
    def rests(id_: str) -> list[str]:
        (law,) = of_type(said, f"van-ban/{id_}", "Legislation")
        return [one["legislationIdentifier"] for one in law.get("isBasedOn", ())]

    assert rests("nd-152-2025-nd-cp") == ["06/2022/QH15"]
    assert rests("tt-15-2025-tt-bnv") == ["06/2022/QH15", "152/2025/NĐ-CP"]
    assert rests("nd-224-2026-nd-cp") == []  # known from others alone
    assert rests("luat-06-2022-qh15") == []


def test_every_page_says_what_a_shared_link_shows(real_site: Path, said: dict[str, list[dict[str, Any]]]) -> None:
    for path in said:
        page = html.parse(str(real_site / path / "index.html"))
        shown = preview(real_site / path / "index.html")
        address = ADDRESS if path == "." else f"{ADDRESS}{path}/"
        assert shown["og:url"] == address
        assert page.xpath("//link[@rel='canonical']/@href") == [address]
        assert shown["og:locale"] == "vi_VN"
        assert shown["og:type"] == ("website" if path == "." else "article")
        assert shown["og:title"].strip(), path
        assert shown["og:description"].strip(), path
        assert shown["og:site_name"] == "Thi đua, khen thưởng phường Bạch Đằng, thành phố Hải Phòng"
