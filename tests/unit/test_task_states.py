"""What is said of a task on a day: from what was recorded, or from its own time; never a guess, never "late"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.checks import progress as rule
from generator.content import read_content
from generator.models.plan import Progress, Task
from generator.pages.tasks import done_share, quarter_views, task_views
from generator.task_states import WORDS, due_period, latest_states, quarter_period, state_of
from tests.site import AS_OF, copy_small, read_small, write

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
LATE = ("muộn", "chậm", "quá hạn", "trễ")


def task(**fields: object) -> Task:
    return Task.model_validate({"number": "1", "content": "Báo cáo", **fields})


@pytest.mark.parametrize(
    ("fields", "day", "words"),
    [
        ({"period": "Quý II", "quarter": "2"}, "2026-03-31", "Chưa tới kỳ"),
        ({"period": "Quý II", "quarter": "2"}, "2026-04-01", "Đang trong kỳ"),
        ({"period": "Quý II", "quarter": "2"}, "2026-06-30", "Đang trong kỳ"),
        ({"period": "Quý II", "quarter": "2"}, "2026-07-01", "Chưa cập nhật kết quả"),
        ({"period": "trước 25/11", "due": "2026-11-25"}, "2026-09-30", "Chưa tới kỳ"),
        ({"period": "trước 25/11", "due": "2026-11-25"}, "2026-11-25", "Đang trong kỳ"),
        ({"period": "trước 25/11", "due": "2026-11-25"}, "2026-11-26", "Chưa cập nhật kết quả"),
        ({"period": "Tháng 01/2027", "due": "2027-01-31"}, "2026-12-31", "Chưa tới kỳ"),
        ({"period": "Thường xuyên"}, "2025-12-31", "Thường xuyên"),
        ({"period": "Cả năm 2026"}, "2026-12-31", "Thường xuyên"),
        ({"period": "thường xuyên"}, "2027-01-01", "Chưa cập nhật kết quả"),
        ({"period": "Theo hướng dẫn của cấp trên"}, "2026-06-01", "Không ghi thời hạn"),
        ({"period": ""}, "2026-06-01", "Không ghi thời hạn"),
    ],
)
def test_a_task_without_a_word_says_what_its_time_says(fields: dict[str, str], day: str, words: str) -> None:
    assert WORDS[state_of(task(**fields), 2026, None, date.fromisoformat(day))] == words


@given(st.sampled_from(["1", "2", "3", "4", None]), st.none() | DAYS, DAYS)
def test_nobody_is_called_late(quarter: str | None, due: date | None, day: date) -> None:
    said = WORDS[state_of(task(quarter=quarter, due=due), 2026, None, day)]
    assert not any(word in said.lower() for word in LATE)
    assert said != WORDS["done"]


def test_quarters_follow_one_another_without_a_gap() -> None:
    periods = [quarter_period(2026, number) for number in (1, 2, 3, 4)]
    assert (periods[0].starts, periods[-1].ends) == (date(2026, 1, 1), date(2026, 12, 31))
    assert all(one.ends + timedelta(days=1) == after.starts for one, after in pairwise(periods))


def test_a_day_counts_before_a_quarter() -> None:
    period = due_period(task(quarter="1", due="2026-11-25"), 2026)
    assert period is not None
    assert (period.starts, period.ends) == (date(2026, 10, 1), date(2026, 11, 25))


def progress(*states: Mapping[str, object]) -> Progress:
    return Progress.model_validate({"tasks": [{"task": "1", **state} for state in states]})


SEEN = [{"label": "Báo cáo", "link": "https://example.vn/bao-cao"}]
WAITING = [{"label": "Quyết định", "decision": "2026/11-cho"}]


@pytest.mark.parametrize(
    ("states", "latest"),
    [
        ([("underway", "2026-05-01", [])], "underway"),
        ([("underway", "2026-05-01", []), ("done", "2026-05-01", SEEN)], "done"),
        ([("done", "2026-06-01", SEEN), ("underway", "2026-05-01", [])], "done"),
        ([("done", "2026-05-01", SEEN), ("underway", "2026-06-01", [])], "underway"),
        ([("underway", "2026-05-01", []), ("done", "2026-06-01", WAITING)], "underway"),
        ([("done", "2026-06-01", WAITING)], None),
        ([("done", "2026-06-01", WAITING + SEEN)], "done"),
        ([("done", "2026-08-16", SEEN)], None),
    ],
)
def test_done_counts_from_the_day_its_evidence_may_be_seen(
    states: list[tuple[str, str, list[object]]], latest: str | None
) -> None:
    record = progress(*({"state": state, "date": day, "evidence": shown} for state, day, shown in states))
    found = latest_states(record, lambda kind, id_: False, AS_OF).get("1")
    assert (found.state if found else None) == latest


def test_what_waits_for_its_decision_is_done_when_that_is_published(tmp_path: Path) -> None:
    text = (
        "tasks:\n  - task: '5'\n    state: done\n    date: 2026-08-12\n"
        "    evidence: [{label: Quyết định, decision: 2026/11-cho}]\n"
    )
    content = read_small(tmp_path, {"plans/2026/progress.yml": text})
    said = {
        day: next(view for view in task_views(Catalogue(content, date.fromisoformat(day)), "2026") if view.key == "5")
        for day in ("2026-09-01", "2026-09-02")
    }
    assert (said["2026-09-01"].words, said["2026-09-01"].evidence) == ("Chưa cập nhật kết quả", ())
    assert said["2026-09-02"].words == "Đã hoàn thành"
    assert [link.label for link in said["2026-09-02"].evidence] == ["Quyết định"]
    (problem,) = rule.check(content, date(2026, 9, 1))
    assert problem.message == "minh chứng chưa công bố, nên trang chưa ghi nhiệm vụ này là xong"
    assert (problem.place.line, problem.severity) == (5, "cảnh báo")
    assert list(rule.check(content, date(2026, 9, 2))) == []


def test_odd_days_and_an_odd_order_are_asked_about(tmp_path: Path) -> None:
    text = (
        "tasks:\n"
        "  - {task: '1', state: underway, date: 2025-12-31}\n"
        "  - {task: '1', state: done, date: 2026-05-01, evidence: [{label: A, link: 'https://example.vn/a'}]}\n"
        "  - {task: '1', state: underway, date: 2026-05-02}\n"
        "  - {task: '2', state: underway, date: 2026-08-16}\n"
    )
    content = read_small(tmp_path, {"plans/2026/progress.yml": text})
    assert [(problem.place.line, problem.message, problem.severity) for problem in rule.check(content, AS_OF)] == [
        (2, "ngày 31/12/2025 đứng trước kế hoạch năm 2026", "cảnh báo"),
        (5, "ngày 16/8/2026 còn ở tương lai, nên chưa lên trang", "cảnh báo"),
        (4, 'nhiệm vụ số "1" đã ghi xong ngày 01/5/2026, sau đó lại ghi đang làm', "cảnh báo"),
    ]


def test_every_task_stands_in_its_quarter_once(tmp_path: Path) -> None:
    catalogue = Catalogue(read_small(tmp_path), AS_OF)
    views = task_views(catalogue, "2026")
    quarters = quarter_views(catalogue, "2026", views)
    assert [[view.key for view in quarter.tasks] for quarter in quarters] == [["4", "5"], ["1"], ["3", "7"], ["6"]]
    assert [quarter.now for quarter in quarters] == [False, False, True, False]
    assert [view.key for view in views if view.quarter is None] == ["2", "8"]
    assert done_share(views) == "2 trên 8 nhiệm vụ đã có kết quả"
    assert [(view.key, view.group) for view in views if view.group] == [
        ("1", "I. Sơ kết, tổng kết"),
        ("3", "II. Phong trào * và * khen thưởng"),
    ]
    assert {view.key: view.words for view in views} == {
        "1": "Đã hoàn thành",
        "2": "Thường xuyên",
        "3": "Đang thực hiện",
        "4": "Đã hoàn thành",
        "5": "Chưa cập nhật kết quả",
        "6": "Chưa tới kỳ",
        "7": "Đang trong kỳ",
        "8": "Không ghi thời hạn",
    }


def test_a_day_of_next_year_stands_in_no_quarter_of_this(tmp_path: Path) -> None:
    catalogue = Catalogue(read_small(tmp_path), AS_OF)
    path = "plans/2026/tasks.yml"
    text = (tmp_path / "content" / path).read_text(encoding="utf-8").replace("2026-08-25", "2027-01-25")
    content = read_small(tmp_path / "later", {path: text})
    view = task_views(Catalogue(content, AS_OF), "2026")[6]
    assert (task_views(catalogue, "2026")[6].quarter, view.quarter, view.words) == (3, None, "Chưa tới kỳ")


@pytest.mark.parametrize("year", ["0", "26", "99999999999"])
def test_a_year_that_is_none_is_told_and_breaks_nothing(tmp_path: Path, year: str) -> None:
    path = "plans/2026/plan.yml"
    root = copy_small(tmp_path)
    text = (root / path).read_text(encoding="utf-8").replace("year: 2026", f"year: {year}")
    _, problems = read_content(write(root, {path: text}))
    assert [(problem.place.line, problem.message, problem.fix) for problem in problems] == [
        (2, 'trường "year" (Năm của kế hoạch): không phải năm của một kế hoạch', "viết năm bằng bốn chữ số, ví dụ 2026")
    ]
