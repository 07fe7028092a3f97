"""Việc ghi là xong phải có minh chứng.

Trong tiến độ của một kế hoạch, mỗi trạng thái trỏ tới một nhiệm vụ có trong phụ lục; trạng thái done (xong) cần ít nhất
một minh chứng có địa chỉ, quyết định hoặc gương. Máy nhắc khi ngày của trạng thái đứng trước kế hoạch hoặc còn ở tương
lai, khi việc đã xong lại ghi đang làm, và khi minh chứng của việc đã xong chưa công bố nên trang chưa ghi là xong.

Sai, plans/2026/progress.yml::

    tasks:
      - task: "9"
        state: underway
        date: 2026-06-25
      - task: "1"
        state: done
        date: 2026-06-25
      - task: "2"
        state: done
        date: 2025-12-31
        evidence: [{label: Báo cáo, link: 'https://example.vn/bao-cao'}]
      - task: "2"
        state: underway
        date: 2026-06-25

Báo plans/2026/progress.yml:2:11.
Báo plans/2026/progress.yml:6:12.
Báo plans/2026/progress.yml:10:11.
Báo plans/2026/progress.yml:13:12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import grounds, numbering, vietnamese
from generator.content import Content, Entry
from generator.life import is_published
from generator.models import Progress
from generator.models.plan import TaskProgress
from generator.problems import Problem
from generator.task_states import is_seen

RULE = "tien-do"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each state of a task that is not in the annex, each task called done without evidence, each odd day or order."""
    for id_, entry in content.of("progress").items():
        annex = content.of("annexes").get(id_)
        known = numbering.task_keys(annex.record) if annex else ()
        for number, state in enumerate(entry.record.tasks):
            if state.task not in known and ("annexes", id_) not in content.unread:
                fix = f"các nhiệm vụ có trong phụ lục: {', '.join(known)}" if known else "kế hoạch này chưa có phụ lục"
                message = f'phụ lục không có nhiệm vụ số "{state.task}"'
                yield Problem(entry.place("tasks", number, "task"), RULE, message, fix)
            yield from _check_evidence(content, entry, number, state, as_of)
            yield from _check_day(content, entry, number, state, as_of)
        yield from _check_order(entry)


def _check_evidence(
    content: Content, entry: Entry[Progress], number: int, state: TaskProgress, as_of: date
) -> Iterator[Problem]:
    if state.state != "done":
        return
    if not any(one.link or one.decision or one.document or one.exemplars for one in state.evidence):
        fix = "thêm evidence với label và một trong link, decision, document, exemplars; nếu chưa có thì ghi underway"
        yield Problem(entry.place("tasks", number, "state"), RULE, "ghi là xong mà chưa có minh chứng", fix)
        return

    def published(kind: str, id_: str) -> bool:
        """Whether it may be: of one that is not there or cannot be read, another rule tells."""
        found = content.of(kind).get(id_)
        if found is None:
            return id_ not in content.of("withdrawals")
        return is_published(found.record, as_of) and (kind != "exemplars" or grounds.may_have_page(found.record))

    if not any(is_seen(one, published) for one in state.evidence):
        message = "minh chứng chưa công bố, nên trang chưa ghi nhiệm vụ này là xong"
        fix = "duyệt và công bố minh chứng, hoặc thêm minh chứng khác"
        yield Problem(entry.place("tasks", number, "evidence"), RULE, message, fix, "cảnh báo")


def _check_day(
    content: Content, entry: Entry[Progress], number: int, state: TaskProgress, as_of: date
) -> Iterator[Problem]:
    plan = content.of("plans").get(entry.id)
    words = ""
    if state.date > as_of:
        words = "còn ở tương lai, nên chưa lên trang"
    elif plan is not None and state.date < min(plan.record.date or date.max, date(plan.record.year, 1, 1)):
        words = f"đứng trước kế hoạch năm {plan.record.year}"
    if words:
        message = f"ngày {vietnamese.format_date(state.date)} {words}"
        yield Problem(entry.place("tasks", number, "date"), RULE, message, "sửa ngày nếu gõ nhầm", "cảnh báo")


def _check_order(entry: Entry[Progress]) -> Iterator[Problem]:
    """Each task that was done and is then underway again."""
    done: dict[str, date] = {}
    for number, state in sorted(enumerate(entry.record.tasks), key=lambda numbered: numbered[1].date):
        if state.state == "done":
            done[state.task] = state.date
        elif state.task in done:
            day = vietnamese.format_date(done[state.task])
            message = f'nhiệm vụ số "{state.task}" đã ghi xong ngày {day}, sau đó lại ghi đang làm'
            fix = "sửa ngày hoặc bỏ mục ghi nhầm; đúng là phải làm lại thì giữ nguyên"
            yield Problem(entry.place("tasks", number, "state"), RULE, message, fix, "cảnh báo")
