from datetime import date
from typing import Any

import pytest

from generator import validity
from generator.models import Instrument

AS_OF = date(2026, 8, 15)


def instrument(**fields: Any) -> Instrument:
    """A law in force since 2024, seen in April 2026, unless told otherwise; None takes a field away."""
    known = {
        "type": "Luật", "number": "1/2022/QH", "name": "Luật", "shelf": "normative", "issuer": "quoc-hoi",
        "date": "2022-06-15", "effective": "2024-01-01", "level": "A", "verified": "yes", "text_read": "yes",
        "checked": "2026-08-01", "in_force": {"on": "2026-04-26", "source": "vbpl.vn"},
    }  # fmt: skip
    return Instrument.model_validate({key: value for key, value in {**known, **fields}.items() if value is not None})


@pytest.mark.parametrize(
    ("fields", "words", "as_of", "tone"),
    [
        ({}, "Còn hiệu lực", date(2026, 4, 26), "ok"),
        ({"in_force": None}, "Chưa xác định hiệu lực", None, "none"),
        ({"in_force": None, "expires": "2027-01-01"}, "Còn hiệu lực", AS_OF, "ok"),
        ({"in_force": None, "expires": "2026-08-16"}, "Còn hiệu lực", AS_OF, "ok"),
        ({"expires": "2026-08-15"}, "Hết hiệu lực", AS_OF, "none"),
        ({"expires": "2025-01-01"}, "Hết hiệu lực", AS_OF, "none"),
        ({"effective": "2026-08-16"}, "Chưa có hiệu lực", AS_OF, "run"),
        ({"effective": "2026-08-15", "in_force": None, "expires": "2027-01-01"}, "Còn hiệu lực", AS_OF, "ok"),
        ({"effective": None}, "Chưa xác định hiệu lực", None, "none"),
        ({"verified": "no"}, "Chưa xác định hiệu lực", None, "none"),
        ({"partly_expired": ["Điều 58"]}, "Hết hiệu lực một phần", date(2026, 4, 26), "run"),
        ({"partly_expired": ["Điều 58"], "in_force": None}, "Chưa xác định hiệu lực", None, "none"),
        # an end of level C is no known end
        ({"in_force": None, "expires": "2027-01-01", "weaker": [{"field": "expires", "level": "C"}]},
         "Chưa xác định hiệu lực", None, "none"),
        ({"expires": "2027-01-01", "weaker": [{"field": "expires", "level": "C"}]},
         "Còn hiệu lực", date(2026, 4, 26), "ok"),
        ({"in_force": None, "expires": "2027-01-01", "level": "U"}, "Chưa xác định hiệu lực", None, "none"),
        # what was seen after the day says nothing of later than the day
        ({"in_force": {"on": "2026-12-01", "source": "vbpl.vn"}}, "Còn hiệu lực", AS_OF, "ok"),
    ],
)  # fmt: skip
def test_the_status_of_a_law(fields: dict[str, Any], words: str, as_of: date | None, tone: str) -> None:
    assert validity.status(instrument(**fields), AS_OF) == validity.Status(words, as_of, tone)  # type: ignore[arg-type]


@pytest.mark.parametrize("shelf", ["party", "administrative"])
def test_papers_of_the_other_shelves_have_no_status(shelf: str) -> None:
    assert validity.status(instrument(shelf=shelf), AS_OF) is None


def test_an_unknown_end_is_never_called_in_force() -> None:
    for day in (date(2024, 1, 1), AS_OF, date(2100, 1, 1)):
        told = validity.status(instrument(in_force=None), day)
        assert told is not None
        assert told.words == "Chưa xác định hiệu lực"


def test_the_status_changes_with_the_day_alone() -> None:
    law = instrument(expires="2027-01-01")
    words = {day: (told := validity.status(law, day)) and told.words for day in (
        date(2023, 12, 31), date(2024, 1, 1), date(2026, 12, 31), date(2027, 1, 1),
    )}  # fmt: skip
    assert list(words.values()) == ["Chưa có hiệu lực", "Còn hiệu lực", "Còn hiệu lực", "Hết hiệu lực"]


def test_evidence_in_words() -> None:
    assert validity.evidence(instrument()) == "đã đọc toàn văn"
    assert validity.evidence(instrument(text_read="partial")) == "đã đọc một phần"
    assert validity.evidence(instrument(text_read="no")) == "chưa đọc, biết qua văn bản khác"
    assert validity.evidence(instrument(level="U")) == "chưa kiểm chứng"
    assert validity.evidence(instrument(verified="no")) == "chưa kiểm chứng"


def test_one_field_may_be_known_less_surely() -> None:
    law = instrument(weaker=[{"field": "signer", "level": "C"}])
    assert (validity.field_level(law, "signer"), validity.field_level(law, "date")) == ("C", "A")
