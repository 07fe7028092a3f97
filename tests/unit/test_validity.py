from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import validity
from generator.content import Content, Entry
from generator.models import Instrument
from generator.succession import End, Succession, field_level

AS_OF = date(2026, 8, 15)


def instrument(**fields: Any) -> Instrument:
    """A law in force since 2024, seen in April 2026, unless told otherwise; None takes a field away."""
    known = {
        "type": "Luật", "number": "1/2022/QH", "name": "Luật", "shelf": "normative", "issuer": "quoc-hoi",
        "date": "2022-06-15", "effective": "2024-01-01", "level": "A", "verified": "yes", "text_read": "yes",
        "checked": "2026-08-01", "in_force": [{"on": "2026-04-26", "source": "vbpl.vn", "level": "A"}],
    }  # fmt: skip
    return Instrument.model_validate({key: value for key, value in {**known, **fields}.items() if value is not None})


def succession(**instruments: Instrument) -> Succession:
    """What became of the instruments, each under its name."""
    entries = {id_: Entry("legislation", id_, Path(), record) for id_, record in instruments.items()}
    return Succession(Content(Path(), {"legislation": entries}))


def status(law: Instrument, as_of: date = AS_OF, **others: Instrument) -> validity.Status | None:
    return validity.status(succession(luat=law, **others), "luat", as_of)


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
        ({"partly_expired": [{"part": "Điều 58", "from_date": "2026-03-01", "level": "A"}]},
         "Hết hiệu lực một phần", date(2026, 4, 26), "run"),
        # a part that ends after the last day the whole was seen: the whole is no longer in force
        ({"partly_expired": [{"part": "Điều 58", "from_date": "2026-08-15", "level": "A"}]},
         "Hết hiệu lực một phần", AS_OF, "run"),
        # a part that ends tomorrow is still in force
        ({"partly_expired": [{"part": "Điều 58", "from_date": "2026-08-16", "level": "A"}]},
         "Còn hiệu lực", date(2026, 4, 26), "ok"),
        ({"partly_expired": [{"part": "Điều 58", "from_date": "2026-03-01", "level": "A"}], "in_force": None},
         "Chưa xác định hiệu lực", None, "none"),
        # an end of level C is no known end
        ({"in_force": None, "expires": "2027-01-01", "weaker": [{"field": "expires", "level": "C"}]},
         "Chưa xác định hiệu lực", None, "none"),
        ({"expires": "2027-01-01", "weaker": [{"field": "expires", "level": "C"}]},
         "Còn hiệu lực", date(2026, 4, 26), "ok"),
        ({"in_force": None, "expires": "2027-01-01", "level": "U"}, "Chưa xác định hiệu lực", None, "none"),
        # what was seen after the day says nothing of later than the day
        ({"in_force": [{"on": "2026-12-01", "source": "vbpl.vn", "level": "B"}]}, "Còn hiệu lực", AS_OF, "ok"),
        # what a third party saw makes no status
        ({"in_force": [{"on": "2026-08-01", "source": "một bảng", "level": "C"}]},
         "Chưa xác định hiệu lực", None, "none"),
    ],
)  # fmt: skip
def test_the_status_of_a_law(fields: dict[str, Any], words: str, as_of: date | None, tone: str) -> None:
    assert status(instrument(**fields)) == validity.Status(words, as_of, tone)  # type: ignore[arg-type]


@pytest.mark.parametrize("shelf", ["party", "administrative"])
def test_papers_of_the_other_shelves_have_no_status(shelf: str) -> None:
    assert status(instrument(shelf=shelf)) is None


def test_an_unknown_end_is_never_called_in_force() -> None:
    for day in (date(2024, 1, 1), AS_OF, date(2100, 1, 1)):
        told = status(instrument(in_force=None), day)
        assert told is not None
        assert told.words == "Chưa xác định hiệu lực"


def test_the_status_changes_with_the_day_alone() -> None:
    law = instrument(expires="2027-01-01")
    words = {day: (told := status(law, day)) and told.words for day in (
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
    assert (field_level(law, "signer"), field_level(law, "date")) == ("C", "A")


@pytest.mark.parametrize("kind", ["replaces", "repeals"])
def test_what_replaces_or_repeals_the_whole_ends_it(kind: str) -> None:
    relation = {"kind": kind, "instrument": "luat", "level": "C"}
    later = instrument(effective="2026-08-01", in_force=None, relations=[relation])
    told = {day: status(instrument(), day, moi=later) for day in (date(2026, 7, 31), date(2026, 8, 1))}
    assert [one and one.words for one in told.values()] == ["Còn hiệu lực", "Hết hiệu lực"]
    assert succession(luat=instrument(), moi=later).end("luat") == End(date(2026, 8, 1), "C")


def test_the_earliest_of_its_ends_counts() -> None:
    relation = {"kind": "replaces", "instrument": "luat", "level": "A", "from_date": "2026-08-01"}
    end = succession(luat=instrument(expires="2027-03-01"), moi=instrument(relations=[relation])).end("luat")
    assert end == End(date(2026, 8, 1), "A")


def test_what_was_replaced_nobody_knows_when_is_not_called_in_force() -> None:
    told = status(instrument(unlisted=[{"kind": "replaced-by", "number": "9/2026", "level": "C"}]))
    assert told is not None
    assert told.words == "Chưa xác định hiệu lực"


def test_a_relation_to_a_part_ends_only_that_part() -> None:
    relation = {"kind": "repeals", "instrument": "luat", "level": "A", "part": "Điều 5", "from_date": "2026-02-01"}
    others = {"moi": instrument(relations=[relation])}
    told = [status(instrument(), date(2026, 1, 31), **others), status(instrument(), date(2026, 2, 1), **others)]
    assert [one and one.words for one in told] == ["Còn hiệu lực", "Hết hiệu lực một phần"]


def chain() -> Succession:
    def replacing(id_: str, since: str, level: str = "A") -> Instrument:
        relation = {"kind": "replaces", "instrument": id_, "level": level}
        return instrument(name=f"Thay {id_}", effective=since, relations=[relation])

    return succession(a=instrument(), b=replacing("a", "2025-01-01", "C"), c=replacing("b", "2026-01-01"))


def test_a_chain_of_replacements_leads_to_what_is_to_be_read_today() -> None:
    ids = {day: [one.id for one in chain().read_instead("a", day)] for day in (
        date(2024, 12, 31), date(2025, 6, 1), date(2026, 6, 1),
    )}  # fmt: skip
    assert list(ids.values()) == [[], ["b"], ["c"]]
    assert [one.level for one in chain().read_instead("a", AS_OF)] == ["C"]  # as sure as the least sure step


def test_a_circle_of_replacements_ends() -> None:
    def replacing(id_: str) -> Instrument:
        return instrument(relations=[{"kind": "replaces", "instrument": id_, "level": "A"}])

    around = succession(a=replacing("b"), b=replacing("c"), c=replacing("a"))
    assert around.read_instead("a", AS_OF) == ()
    assert around.end("a") is not None


def test_a_replacement_outside_the_library_is_told_by_its_number() -> None:
    gone = instrument(unlisted=[{"kind": "replaced-by", "number": "9/2026", "level": "B", "from_date": "2026-05-01"}])
    assert [one.name for one in succession(luat=gone).read_instead("luat", AS_OF)] == ["9/2026"]


def test_a_check_lasts_180_days() -> None:
    law = instrument(checked="2026-01-01")
    assert not validity.is_stale(law, date(2026, 6, 30))
    assert validity.is_stale(law, date(2026, 7, 1))
    assert not validity.is_stale(law, date(2025, 1, 1))  # checked after the day the site is made for
