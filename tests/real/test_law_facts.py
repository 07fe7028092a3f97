"""The library and the awards hold nothing that the research does not: ``legal/`` is the tests' own copy of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.real.research import ARTICLES, AWARDS, CONTENT, FACTS, LEGAL, LIBRARY, NAMES, ROWS, spelt

REVIEWED = "2026-11-22"
"""The day the research speaks of; the days of checking and reviewing are it."""


def texts(value: Any) -> Iterator[str]:
    """Every text the value holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


def days(text: str) -> set[tuple[int, int, int]]:
    """Every day the text names, as year, month, day."""
    iso = {(int(y), int(m), int(d)) for y, m, d in re.findall(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)", text)}
    return iso | {(int(y), int(m), int(d)) for d, m, y in re.findall(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", text)}


KNOWN = FACTS + (LEGAL / "instruments.yml").read_text(encoding="utf-8")
PLAN = (Path(__file__).parent / "ke-hoach-2026.txt").read_text(encoding="utf-8")


def test_the_library_holds_every_instrument_of_the_research_and_no_other() -> None:
    assert set(LIBRARY) == set(ROWS)


@pytest.mark.parametrize("id_", sorted(ROWS))
def test_an_instrument_says_of_itself_what_the_research_says(id_: str) -> None:
    record, row = LIBRARY[id_], ROWS[id_]
    said = {
        "type": record["type"],
        "number": record["number"],
        "title": record.get("title") or None,
        "signer": record.get("signer"),
        "issued": record.get("date"),
        "effective": record.get("effective"),
        "expires": record.get("expires"),
        "level": record["level"],
        "text_read": record["text_read"],
        "verified": record["verified"] == "yes",
    }
    for field, value in said.items():
        known = row[field]
        assert value == (spelt(known) if isinstance(known, str) else known), field
    issuer = " ".join(filter(None, (NAMES[record["issuer"]], record.get("issuer_note"))))
    assert spelt(row["issuer"]).replace(",", "") == issuer.replace(",", "")


@pytest.mark.parametrize("id_", sorted(ROWS))
def test_what_replaced_or_amended_what_is_as_in_the_research(id_: str) -> None:
    record, row = LIBRARY[id_], ROWS[id_]
    number = re.compile(r"^\d+/[\w/-]+", re.ASCII)

    def first(words: str | None) -> set[str]:
        return {words.split(" ")[0]} if words and number.match(words) else set()

    replaced = {one["number"] for one in record.get("unlisted", ()) if one["kind"] == "replaces"}
    replaced |= {
        LIBRARY[one["instrument"]]["number"] for one in record.get("relations", ()) if one["kind"] == "replaces"
    }
    assert replaced == set().union(*(first(one) for one in row["replaces"])) or replaced == {
        LIBRARY[other]["number"] for other, one in ROWS.items() if first(one["replaced_by"]) == {record["number"]}
    }
    done = {one["number"] for one in record.get("partly_expired", ())}
    for other in LIBRARY.values():
        done |= {
            other["number"]
            for one in other.get("relations", ())
            if one["instrument"] == id_ and one["kind"] == "amends"
        }
    assert done == set().union(*(first(one) for one in row["amended_by"]))


def test_every_article_is_one_the_research_has_at_that_level() -> None:
    told = {
        (id_, article["number"]): article["level"]
        for id_, record in LIBRARY.items()
        for article in record.get("articles", ())
    }
    known = {(id_, number): one["level"] for id_, articles in ARTICLES.items() for number, one in articles.items()}
    assert told == known
    for id_, articles in ARTICLES.items():
        for number, one in articles.items():
            place = FACTS.find(one["says"])
            assert place >= 0, (id_, number)
            words = one["says"]
            if "under" in one:  # the quote stands below the line that names the article
                above = FACTS.rfind(one["under"], 0, place + 1)
                assert 0 <= place - above < 1_500, (id_, number)
                words += one["under"]
            for digits in re.findall(r"\d+", number):
                assert re.search(rf"(?<!\d){digits}(?!\d)", words) or digits in words, (id_, number, digits)


def test_no_gist_says_a_number_that_the_research_lacks() -> None:
    known = set(re.findall(r"\d+(?:[.,]\d+)*", KNOWN + PLAN))
    known |= {number.lstrip("0") for number in known}
    unknown = []
    for kind, records in (("legislation", LIBRARY), ("awards", AWARDS)):
        for id_, record in records.items():
            told = [text for key, value in record.items() if key not in ("order", "sources") for text in texts(value)]
            for text in told:
                found = {
                    n for n in re.findall(r"\d+(?:[.,]\d+)*", text) if n not in known and n.lstrip("0") not in known
                }
                unknown += [(kind, id_, number, text) for number in sorted(found)]
    assert unknown == []


def test_every_day_in_the_law_the_awards_and_the_guidance_is_in_the_research() -> None:
    known = days(KNOWN) | days(PLAN) | days(REVIEWED)
    texts_of = [*CONTENT.glob("legislation/*.yml"), *CONTENT.glob("awards/*.yml"), *CONTENT.glob("guidance/*.md")]
    unknown = {}
    for file in sorted(texts_of):
        text = re.sub(r"^(checked|reviewed): .*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        if missing := days(text) - known:
            unknown[file.name] = missing
    assert unknown == {}


def test_the_coefficients_are_those_of_the_research() -> None:
    section = FACTS.partition("### 2.11")[2].partition("### 2.12")[0]
    rows = {
        cells[1]: cells for line in section.splitlines() if len(cells := [c.strip(" *") for c in line.split("|")]) > 4
    }
    known = {
        "lao-dong-tien-tien": ("Lao động tiên tiến, Chiến sĩ tiên tiến", "individual"),
        "chien-si-thi-dua-co-so": ("Chiến sĩ thi đua cơ sở", "individual"),
        "tap-the-lao-dong-tien-tien": ("Tập thể lao động tiên tiến, Đơn vị tiên tiến", "group"),
        "to-dan-pho-van-hoa": ("Tổ dân phố văn hóa", "group"),
        "giay-khen": ("Giấy khen, cá nhân** (điểm e khoản 1 Điều 54; cấp xã included)", "individual"),
    }
    told = {id_: award["bonuses"] for id_, award in AWARDS.items() if award.get("bonuses")}
    assert set(told) == set(known)
    for id_, (name, to) in known.items():
        (bonus,) = told[id_]
        cells = rows[name]
        assert (bonus["coefficient"], bonus["to"]) == (cells[2], to)
        assert cells[4].startswith(bonus["level"])
        amount = Decimal(bonus["coefficient"].replace(",", ".")) * 2_530_000
        assert f"{amount:,.0f}".replace(",", ".") == cells[3]


def test_the_base_salaries_are_those_of_the_research() -> None:
    older, newer = yaml.safe_load((CONTENT / "base-salary.yml").read_text(encoding="utf-8"))["values"]
    assert "**2.530.000 đ/tháng từ 01/07/2026** (NĐ 161/2026 Điều 3.2;" in FACTS
    assert "Trước đó 2.340.000 đ [B S10]" in FACTS
    assert (newer["amount"], str(newer["from_date"]), newer["level"]) == (2_530_000, "2026-07-01", "A")
    assert (newer["instrument"], newer["article"]) == ("nd-161-2026-nd-cp", "Điều 3 khoản 2")
    # the day on which it began is in no source: only until when, and a source of 2025
    assert (older["amount"], str(older["until"]), older["level"]) == (2_340_000, "2026-06-30", "B")
    assert "from_date" not in older
    assert str(older["seen"]) == "2025-12-31"


def test_of_what_is_verified_readers_learn_what_it_means_for_the_ward() -> None:
    for id_, record in LIBRARY.items():
        lines = len(record.get("meaning", ()))
        assert 3 <= lines <= 6 if record["level"] in "AB" else lines == 0, id_
