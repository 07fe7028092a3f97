"""What fulfils each part of a plan: counted whole, named only as far as it may be shown, the newest few."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.pages.fulfilment import Fulfilment, fulfilments
from tests.site import AS_OF, SMALL, copy_small, read_small, small_pages, write

PART = "muc-ii-1-a"


def fulfilled(tmp_path: Path, files: dict[str, str] | None = None, day: date = AS_OF, part: str = PART) -> Fulfilment:
    return fulfilments(Catalogue(read_small(tmp_path, files), day), "2026", [part])[part]


def test_every_kind_is_counted_and_named(tmp_path: Path) -> None:
    found = fulfilled(tmp_path)
    assert found.words == "1 nhiệm vụ, 1 phong trào, 1 quyết định, 1 gương, 1 cách làm hay"
    assert [(view.key, view.words) for view in found.tasks] == [("3", "Đang thực hiện")]
    assert [(group.name, [link.label for link in group.links]) for group in found.groups] == [
        ("Phong trào thi đua", ["Sạch nhà, đẹp ngõ"]),
        ("Quyết định khen thưởng", ["Quyết định số 01/QĐ-UBND ngày 02/4/2026"]),  # through the movement of a list
        ("Gương điển hình", ["Bà Lê Thị Mẫu"]),
        ("Cách làm hay", ["Ngõ xanh"]),
    ]
    assert all(group.more is None for group in found.groups)


def test_a_decision_that_shows_a_task_done_fulfils_what_the_task_does(tmp_path: Path) -> None:
    found = fulfilled(tmp_path, part="muc-ii-1-b")
    assert found.words == "1 nhiệm vụ, 1 văn bản, 1 quyết định"
    assert found.sample, "the states are invented"


def test_a_part_that_nothing_fulfils_has_no_line(tmp_path: Path) -> None:
    assert fulfilments(Catalogue(read_small(tmp_path), AS_OF), "2026", ["muc-ii-2"]) == {}


MANY = 12


def test_of_many_only_the_newest_are_named(tmp_path: Path) -> None:
    person = (
        "kind: group\nname: {{name: Tổ tự quản {0} (minh họa)}}\norganisation: tdp-mau\n"
        "field: Môi trường\ndeed: Quét ngõ\nstory: |\n  Một đoạn.\nintroduced_by: tdp-mau\n"
        "introduced_on: 2026-03-{0:02d}\nshown: {{ground: consent, scope: [name, story], recorded: 2026-02-01}}\n"
        "approved: {{by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-04-01}}\nsample: true\n"
        "fulfils: ['2026#muc-ii-2']\n"
    )
    files = {f"exemplars/2026-1{number:02d}.yml": person.format(number) for number in range(1, MANY + 1)}
    found = fulfilled(tmp_path, files, part="muc-ii-2")
    assert found.words == "12 gương"
    (group,) = found.groups
    assert [link.label for link in group.links] == [f"Tổ tự quản {number} (minh họa)" for number in (12, 11, 10, 9, 8)]
    assert group.more is not None
    assert group.more.label == "Trang Gương điển hình"
    assert found.sample
    assert found.modified == date(2026, 4, 1)


@pytest.mark.parametrize(("day", "words"), [("2026-09-01", None), ("2026-09-02", "1 gương")])
def test_what_waits_for_its_day_is_not_counted(tmp_path: Path, day: str, words: str | None) -> None:
    text = (SMALL / "exemplars/2026-024.yml").read_text(encoding="utf-8") + "fulfils: ['2026#muc-ii-2']\n"
    content = read_small(tmp_path, {"exemplars/2026-024.yml": text})
    found = fulfilments(Catalogue(content, date.fromisoformat(day)), "2026", ["muc-ii-2"])
    assert (found["muc-ii-2"].words if found else None) == words


def test_what_fulfils_a_task_stands_at_the_task(tmp_path: Path) -> None:
    text = (SMALL / "movements/doc-sach.yml").read_text(encoding="utf-8") + "fulfils: ['2026#nhiem-vu-2']\n"
    content = write(copy_small(tmp_path), {"movements/doc-sach.yml": text})
    made = small_pages(content, tmp_path / "build")
    row = (made / "ke-hoach/2026/tien-do.md").read_text(encoding="utf-8").partition('<tr id="nhiem-vu-2"')[2]
    assert "Việc thực hiện: 1 phong trào" in row.partition("</tr>")[0]
