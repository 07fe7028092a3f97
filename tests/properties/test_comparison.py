"""Two plans compared: nothing is lost on either side, and the same compared with itself has no change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.comparison import Change, compare, compare_words, counts
from generator.content import read_content
from generator.numbering import AddressedPart, number_parts
from tests.site import SMALL

WORD = st.sampled_from(
    [
        "thi",
        "đua",
        "khen",
        "thưởng",
        "phường",
        "tổ",
        "dân",
        "phố",
        "kế",
        "hoạch",
        "gương",
        "việc",
        "tốt",
        "đúng",
        "lúc",
        "1.",
        "a)",
        "-",
        "+",
    ]
)
TEXT = st.lists(WORD, min_size=1, max_size=12).map(" ".join)


@st.composite
def plans(draw: st.DrawFn) -> tuple[AddressedPart, ...]:
    """The parts of a plan: ids unique, texts from few words, so that they are alike and repeat."""
    ids = draw(st.lists(st.integers(1, 30), unique=True, max_size=14))
    return tuple(
        AddressedPart(f"muc-{id_}", draw(st.sampled_from(["clause", "point"])), draw(WORD), draw(TEXT), "", "", "")
        for id_ in ids
    )


def side(changes: tuple[Change, ...], dropped: str) -> dict[str, str]:
    """One side of the comparison, rebuilt from its stretches."""
    found = {}
    for change in changes:
        part = change.old if dropped == "in" else change.new
        if part is not None:
            found[part.id] = "".join(words for kind, words in change.words if kind != dropped)
    return found


@given(plans(), plans())
def test_both_plans_can_be_rebuilt_from_what_is_told(old: tuple[AddressedPart, ...], new: tuple[AddressedPart, ...]):
    changes = compare(old, new)
    assert side(changes, "in") == {part.id: part.full_text for part in old}
    assert side(changes, "out") == {part.id: part.full_text for part in new}
    assert [change.new for change in changes if change.new] == list(new)
    assert sum(change.old is not None for change in changes) == len(old)


@given(plans())
def test_a_plan_and_itself_have_no_change(plan: tuple[AddressedPart, ...]):
    changes = compare(plan, plan)
    assert [(change.kind, change.old, change.new) for change in changes] == [("kept", one, one) for one in plan]


@given(TEXT, TEXT)
def test_words_give_back_both_texts(old: str, new: str):
    stretches = compare_words(old, new)
    assert "".join(words for kind, words in stretches if kind != "in") == old
    assert "".join(words for kind, words in stretches if kind != "out") == new


def part(id_: str, label: str, text: str) -> AddressedPart:
    return AddressedPart(id_, "clause", label, text, "", "", "")


def test_each_kind_of_change_is_known():
    old = [
        part("muc-i-1", "1.", "Tuyên truyền Luật Thi đua, khen thưởng tới từng nhà"),
        part("muc-i-2", "2.", "Việc này thôi không làm nữa"),
        part("muc-i-3", "3.", "Khen đúng người, đúng việc, đúng lúc trong năm 2025"),
        part("muc-i-4", "4.", "Kinh phí do ngân sách lo"),
    ]
    new = [
        part("muc-i-1", "1.", "Tuyên truyền Luật Thi đua, khen thưởng tới từng nhà"),
        part("muc-i-2", "2.", "Khen đúng người, đúng việc, đúng lúc trong năm 2026"),
        part("muc-i-3", "3.", "Kinh phí do ngân sách lo"),
        part("muc-i-4", "4.", "Lập chuyên trang điện tử giới thiệu gương"),
    ]
    changes = compare(old, new)
    told = [(one.kind, one.old and one.old.id, one.new and one.new.id) for one in changes]
    assert told == [
        ("kept", "muc-i-1", "muc-i-1"),
        ("dropped", "muc-i-2", None),
        ("changed", "muc-i-3", "muc-i-2"),
        ("moved", "muc-i-4", "muc-i-3"),
        ("added", None, "muc-i-4"),
    ]
    assert ("out", " 2025") in changes[2].words
    assert ("in", " 2026") in changes[2].words
    assert counts(changes) == {"kept": 1, "dropped": 1, "changed": 1, "moved": 1, "added": 1}


def test_the_plans_of_the_tiny_ward_share_what_stands_in_both():
    content, _ = read_content(SMALL)
    one, other = (number_parts(content.of("plans")[id_].record) for id_ in ("2025", "2026"))
    moved = {(change.old.id, change.new.id) for change in compare(one, other) if change.old and change.new}
    assert {("chuong-i-1", "muc-i-1"), ("chuong-ii-1", "muc-ii-2"), ("ket-thuc-1", "ket-thuc-1")} <= moved
