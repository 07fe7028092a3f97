"""Địa chỉ cũ của các phần dẫn tới phần có thật.

Kế hoạch được sửa đổi, đánh lại số thì địa chỉ cũ ghi ở `aliases`: `old` là địa chỉ không còn phần nào dùng, `part` là
phần nay thay cho nó. Mỗi địa chỉ cũ ghi một lần; nhiệm vụ chỉ thay cho nhiệm vụ.

Sai, plans/2024/plan.yml::

    year: 2024
    issuer: ubnd-phuong
    title: Công tác thi đua năm 2024
    sections:
      - section: I.
        text: NỘI DUNG
    aliases:
      - old: muc-i
        part: muc-i
      - old: muc-ii
        part: muc-iii
      - old: Mục 4
        part: muc-i

Báo plans/2024/plan.yml:8:10.
Báo plans/2024/plan.yml:11:11.
Báo plans/2024/plan.yml:12:10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator import numbering
from generator.content import Content, Entry
from generator.models import Plan
from generator.problems import Problem, did_you_mean

RULE = "dia-chi-cu"
_ID = re.compile(r"(?!(trang|noi-dung|ghi-chu|dark|(ve-)?chu-thich-\d+)$)[a-z0-9]+(-[a-z0-9]+)*")
"""An id in the form of a part's, and none that the page around the text uses itself."""


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each old address that is still in use, told twice, no address at all, or leads nowhere."""
    for entry in content.of("plans").values():
        if entry.record.aliases:
            annex = content.of("annexes").get(entry.id)
            tasks = numbering.number_tasks(annex.record) if annex else ()
            unread = ("annexes", entry.id) in content.unread
            known = {part.id for part in (*numbering.number_parts(entry.record), *tasks)}
            yield from _check_aliases(entry, known, unread)


def _check_aliases(entry: Entry[Plan], known: set[str], tasks_unread: bool) -> Iterator[Problem]:
    taken: set[str] = set()
    for number, alias in enumerate(entry.record.aliases):
        old, part = entry.place("aliases", number, "old"), entry.place("aliases", number, "part")
        of_task = alias.part.startswith(numbering.TASK)
        if not _ID.fullmatch(alias.old):
            fix = "chép địa chỉ cũ sau dấu #, ví dụ muc-ii-3-c"
            yield Problem(old, RULE, f'"{alias.old}" không phải địa chỉ của một phần', fix)
        elif alias.old in known:
            fix = "địa chỉ này vẫn có phần mang nó; xóa mục này khỏi aliases"
            yield Problem(old, RULE, f'"{alias.old}" không phải địa chỉ cũ', fix)
        elif alias.old in taken:
            yield Problem(old, RULE, f'địa chỉ cũ "{alias.old}" đã ghi ở trên', "giữ một mục")
        elif of_task != alias.old.startswith(numbering.TASK):
            fix = "địa chỉ của nhiệm vụ nằm ở trang tiến độ: nhiệm vụ chỉ thay cho nhiệm vụ, phần chỉ thay cho phần"
            yield Problem(old, RULE, f'"{alias.old}" và "{alias.part}" nằm ở hai trang', fix)
        taken.add(alias.old)
        if alias.part not in known and not (of_task and tasks_unread):
            fix = (
                did_you_mean(alias.part, known) or "bấm dấu ở lề trang kế hoạch để lấy địa chỉ của phần nay thay cho nó"
            )
            yield Problem(part, RULE, f'văn bản không có phần "{alias.part}"', fix)
