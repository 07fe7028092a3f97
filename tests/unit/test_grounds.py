from typing import Any

import pytest

from generator.grounds import (
    exemplar_shows,
    ground_of,
    may_show,
    name_may_travel,
    page_may_travel,
    picture_may_travel,
)
from generator.models import Exemplar
from generator.models.decisions import Commendation
from generator.models.honours import Ground


def ground(*scope: str, **consents: str) -> Ground:
    return Ground.model_validate({"ground": "consent", "scope": list(scope), "recorded": "2026-05-01", **consents})


def exemplar(kind: str, shown: Ground | None = None, **fields: Any) -> Exemplar:
    name = {"name": {"name": "Người Mẫu"}} if kind != "group" else {"organisation": "van-phong"}
    return Exemplar.model_validate({"kind": kind, "field": "x", "deed": "x", "shown": shown, **name, **fields})


def test_without_a_ground_nothing_is_shown() -> None:
    for aspect in ("name", "photo", "story"):
        assert not may_show(None, aspect)
        assert not exemplar_shows(exemplar("individual", age_group="adult"), aspect)
        assert not exemplar_shows(exemplar("household"), aspect)


def test_a_ground_covers_what_it_names() -> None:
    given = ground("name", "story")
    assert may_show(given, "name")
    assert may_show(given, "story")
    assert not may_show(given, "photo")


@pytest.mark.parametrize(
    ("age_group", "consents", "shown"),
    [
        ("adult", {}, True),
        ("7-15", {}, False),
        ("7-15", {"guardian_consent": "2026-05-01"}, False),
        ("7-15", {"child_consent": "2026-05-01"}, False),
        ("7-15", {"guardian_consent": "2026-05-01", "child_consent": "2026-05-02"}, True),
        ("under-7", {}, False),
        ("under-7", {"guardian_consent": "2026-05-01"}, True),
        ("under-7", {"child_consent": "2026-05-01"}, False),
        (None, {"guardian_consent": "2026-05-01", "child_consent": "2026-05-02"}, False),
    ],
)
def test_a_child_needs_its_consents(age_group: str | None, consents: dict[str, str], shown: bool) -> None:
    given = ground("name", "photo", "story", **consents)
    assert may_show(given, "name", age_group) is shown
    person = exemplar("individual", given, age_group=age_group)
    assert [exemplar_shows(person, aspect) for aspect in ("name", "photo", "story")] == [shown] * 3


def test_the_name_of_a_group_is_no_persons_but_its_story_and_photo_tell_of_persons() -> None:
    group = exemplar("group")
    assert exemplar_shows(group, "name")
    assert not exemplar_shows(group, "story")
    assert not exemplar_shows(group, "photo")
    assert exemplar_shows(exemplar("group", ground("photo")), "photo")


def test_a_household_needs_a_ground_but_no_age() -> None:
    assert exemplar_shows(exemplar("household", ground("name")), "name")
    assert not exemplar_shows(exemplar("household", ground("name")), "photo")


def test_a_row_inherits_from_its_list_and_the_list_from_its_decision() -> None:
    own, of_list, of_decision = ground("name"), ground("story"), ground("photo")
    row, bare = Commendation(organisation="a", shown=own), Commendation(organisation="a")
    assert ground_of(row, of_list, of_decision) is own
    assert ground_of(bare, of_list, of_decision) is of_list
    assert ground_of(bare, None, of_decision) is of_decision
    assert ground_of(bare, None, None) is None


BOTH = {"guardian_consent": "2026-05-01", "child_consent": "2026-05-01"}
PHOTO = {"alt": "x", "credit": "x"}


def test_a_name_travels_only_with_a_ground_for_sharing_and_a_childs_never() -> None:
    assert not name_may_travel(exemplar("individual", ground("name", "photo", "story"), age_group="adult"))
    assert not name_may_travel(exemplar("individual", ground("share"), age_group="adult"))
    assert name_may_travel(exemplar("individual", ground("name", "share"), age_group="adult"))
    assert not name_may_travel(exemplar("individual", ground("name", "story", "share", **BOTH), age_group="7-15"))
    assert not name_may_travel(exemplar("individual", ground("name", "share")))  # may be a child
    assert not name_may_travel(exemplar("household", ground("name")))
    assert name_may_travel(exemplar("household", ground("name", "share")))
    assert name_may_travel(exemplar("group"))


def test_a_story_is_offered_for_posting_only_with_a_ground_for_sharing_and_a_childs_never() -> None:
    adult = {"age_group": "adult", "story": "x"}
    assert not page_may_travel(exemplar("individual", ground("name", "photo", "story"), **adult))
    assert page_may_travel(exemplar("individual", ground("name", "story", "share"), **adult))
    child = ground("name", "photo", "story", "share", **BOTH)
    assert not page_may_travel(exemplar("individual", child, age_group="7-15", story="x"))
    assert not page_may_travel(exemplar("group", ground("story"), story="Chị Mẫu mở cửa mỗi tối"))  # tells of a person
    assert page_may_travel(exemplar("group", ground("story", "share"), story="x"))
    assert page_may_travel(exemplar("group", story="x"))  # without a ground the story is not on the page
    assert page_may_travel(exemplar("group"))


def test_a_picture_travels_only_with_a_ground_for_sharing_and_without_children() -> None:
    adult = {"age_group": "adult", "photo": PHOTO}
    assert not picture_may_travel(exemplar("individual", ground("name", "photo"), **adult))
    assert not picture_may_travel(exemplar("individual", ground("name", "share"), **adult))
    assert not picture_may_travel(exemplar("individual", ground("photo", "share"), age_group="adult"))
    assert picture_may_travel(exemplar("individual", ground("photo", "share"), **adult))
    child = ground("name", "photo", "story", "share", **BOTH)
    assert not picture_may_travel(exemplar("individual", child, age_group="7-15", photo=PHOTO))
    for people, shared in (("none", True), ("adults", True), ("children", False)):
        photo = {**PHOTO, "people": people}
        assert picture_may_travel(exemplar("group", child, photo=photo)) is shared
        assert picture_may_travel(exemplar("group", ground("photo"), photo=photo)) is (people == "none")
    event = Ground.model_validate({"ground": "public-event", "scope": ["photo", "share"], "recorded": "2026-05-01"})
    assert not picture_may_travel(exemplar("group", event, photo={**PHOTO, "people": "adults"}))
