"""What each rule lets pass, close to what it reports, and what it says beyond its docstring's example."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from generator import checks
from generator.checks import (
    approved,
    commendations,
    dates,
    duplicates,
    persons,
    photos,
    plan_parts,
    portal,
    progress,
    references,
    reserved,
    samples,
    strangers,
)
from generator.content import read_content
from tests.site import AS_OF, SMALL, copy_small, write

MOVEMENT = "name: Phong trào\nlaunched_by: ubnd-phuong\nfield: Môi trường\n"
APPROVED = "approved: {by: Người duyệt, role: Phó Chủ tịch, date: 2026-05-01}\n"
PRACTICE = f"name: Cách làm\nfield: Môi trường\nsummary: Một câu\nstory: 'Một đoạn.'\n{APPROVED}"
PERSON = "kind: individual\nname: {name: Người Mẫu}\nage_group: adult\nfield: Môi trường\ndeed: Trồng cây\n"
SHOWN = "shown: {ground: consent, scope: [name, photo], recorded: 2026-05-01}\n"
LAW = "type: Luật\nnumber: 9/2026\nname: Luật 9\nshelf: normative\nissuer: quoc-hoi-mau\nlevel: A\nverified: yes\n"
LAW += "text_read: no\nchecked: 2026-08-01\n"
TABLE = "heading: PHỤ LỤC\ncolumns: {}\ncells: {}\ntasks:\n  - number: '1'\n    content: Một việc\n"
ORGANISATION = "name: Đơn vị\nkind: body\nlevel: ward\n"


def decision(
    rows: str, *, head: str = "", award: str = "giay-khen", date: str = "2026-04-02", number: str = "9/QĐ"
) -> str:
    """A decision with one list of these rows."""
    basis = "    basis: merit\n" if award == "giay-khen" else ""
    return (
        f"number: {number}\ndate: {date}\nissuer: chu-tich\nsigner: {{name: (Người ký bịa), form: CHỦ TỊCH}}\n"
        f"title: Về việc khen\n{APPROVED.replace('2026-05-01', '2026-06-30')}{head}"
        f"lists:\n  - award: {award}\n{basis}    for_period: năm 2025\n    commendations:\n{rows}"
    )


def said(rule: object, root: Path) -> list[str]:
    """What the rule says of the content: file, line and fact."""
    content, problems = read_content(root)
    assert problems == []
    found = rule.check(content, AS_OF)  # type: ignore[attr-defined]
    return [
        f"{one.place.file.relative_to(root).as_posix()}:{one.place.line}: {one.message}"
        for one in found
        if one.place.file.name != "cho-duyet.yml"
    ]


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (references, "movements/a.yml", MOVEMENT + "fulfils: ['2026#muc-ii-1-dd', '2026#nhiem-vu-2', '2026#chu-ky']\n"),
        (
            references,
            "practices/a.yml",
            PRACTICE.replace("Một đoạn.", "[a](https://x.vn) [b](tel:113) [c](awards/giay-khen)"),
        ),
        (references, "practices/a.yml", PRACTICE.replace("Một đoạn.", "[a] (legislation/khong-co) và [b]()")),
        (reserved, "movements/conn.yml", MOVEMENT),
        (reserved, "movements/trang-an.yml", MOVEMENT),
        (reserved, "movements/linh-vuc-moi.yml", MOVEMENT),
        (reserved, "movements/com10.yml", MOVEMENT),
        (duplicates, "organisations/a.yml", ORGANISATION + "aliases: [Phòng Văn hóa - Xã hội]\n"),
        (duplicates, "legislation/a.yml", LAW.replace("9/2026", "01/2022/QH-MAU") + "date: 2021-06-15\n"),
        (
            duplicates,
            "decisions/2025/a.yml",
            decision("      - organisation: van-phong\n", date="2025-01-01", number="01/QĐ-UBND"),
        ),
        (dates, "movements/a.yml", MOVEMENT + "starts: 2026-03-01\nends: 2026-03-01\n"),
        (dates, "movements/a.yml", MOVEMENT + "ends: 2020-03-01\n"),
        (dates, "legislation/a.yml", LAW + "date: 2026-01-01\neffective: 2026-01-01\nexpires: 2026-01-01\n"),
        (persons, "exemplars/2026-009.yml", "kind: group\norganisation: van-phong\nfield: A\ndeed: B\n"),
        (persons, "exemplars/2026-009.yml", "kind: household\nname: {name: A}\nfield: A\ndeed: B\n"),
        (commendations, "decisions/2026/a.yml", decision("      - {organisation: van-phong, kind: group}\n")),
        (
            commendations,
            "decisions/2026/a.yml",
            decision("      - {exemplar: 2026-001, kind: individual, organisation: van-phong}\n"),
        ),
        (commendations, "decisions/2026/a.yml", decision("      []\n", head="draft: true\n")),
        (commendations, "decisions/2026/a.yml", decision("      - {kind: individual, withdrawn: 2026-07-01}\n")),
        (photos, "exemplars/2026-001.yml", PERSON + SHOWN + "photo: {alt: Một người trồng cây}\n"),
        (approved, "practices/a.yml", PRACTICE),
        (samples, "organisations/a.yml", ORGANISATION.replace("body", "group") + "members: [tdp-mau]\n"),
        (samples, "practices/a.yml", PRACTICE + "organisation: tdp-mau\nsample: true\n"),
        (strangers, "awards/a.yml", "name: A\nkind: form\ngiven_to: [group]\nauthority: {holds: no, points: []}\n"),
        (progress, "plans/2026/progress.yml", "tasks:\n  - {task: '2', state: underway, date: 2026-06-25}\n"),
        (plan_parts, "plans/2026/tasks.yml", TABLE.format("[STT, Việc]", "[number, content]")),
        (
            plan_parts,
            "plans/2026/tasks.yml",
            TABLE.format("[STT, Việc, Sản phẩm]", "[number, content, other]") + "    others: ['']\n",
        ),
        (portal, "portal.yml", (SMALL / "portal.yml").read_text(encoding="utf-8")),
    ],
)
def test_near_misses_pass(rule: object, path: str, text: str, tmp_path: Path) -> None:
    assert said(rule, write(copy_small(tmp_path), {path: text})) == []


@pytest.mark.parametrize(
    ("rule", "path", "text", "words"),
    [
        (
            references,
            "practices/a.yml",
            PRACTICE.replace("Một đoạn.", "[a](legislation/luat-mauu)"),
            ['practices/a.yml:4: không có văn bản "luat-mauu" trong content/legislation'],
        ),
        (
            references,
            "practices/a.yml",
            PRACTICE.replace("Một đoạn.", "[a](plans/2026#muc-ix)"),
            ['practices/a.yml:4: kế hoạch không có phần "2026#muc-ix"'],
        ),
        (
            references,
            "practices/a.yml",
            PRACTICE.replace("Một đoạn.", "[a](muc-nao/do)"),
            ['practices/a.yml:4: liên kết "muc-nao/do" không dẫn tới đâu'],
        ),
        (
            references,
            "guidance/a.md",
            "---\ntitle: A\nsummary: B\naudience: C\nreviewed: 2026-01-01\n---\n\nB\n[a](awards/x)\n",
            ['guidance/a.md:9: không có danh hiệu hoặc hình thức khen thưởng "x" trong content/awards'],
        ),
        (
            references,
            "plans/2026/progress.yml",
            "tasks:\n  - task: '1'\n    state: done\n    date: 2026-06-25\n    evidence: [{label: A, decision: a/z}]\n",
            ['plans/2026/progress.yml:5: không có quyết định khen thưởng "a/z" trong content/decisions'],
        ),
        (
            reserved,
            "exemplars/khac-x.yml",
            PERSON,
            ['exemplars/khac-x.yml:1: tên "khac-x" đã dành riêng cho trang khác hoặc cho hệ điều hành'],
        ),
        (
            reserved,
            "exemplars/don-vi.yml",
            PERSON,
            ['exemplars/don-vi.yml:1: tên "don-vi" đã dành riêng cho trang khác hoặc cho hệ điều hành'],
        ),
        (
            reserved,
            "decisions/2026/index.yml",
            decision("      - organisation: van-phong\n"),
            ['decisions/2026/index.yml:1: tên "index" đã dành riêng cho trang khác hoặc cho hệ điều hành'],
        ),
        (
            dates,
            "decisions/2026/a.yml",
            decision("      - organisation: van-phong\n", date="2026-07-01"),
            ["decisions/2026/a.yml:6: ngày duyệt đăng đứng trước ngày ký (01/7/2026)"],
        ),
        (
            dates,
            "decisions/2026/a.yml",
            decision("      - organisation: van-phong\n", head="corrections: [{date: 2026-04-01, text: sửa}]\n"),
            ["decisions/2026/a.yml:7: ngày đính chính đứng trước ngày ký (02/4/2026)"],
        ),
        (
            dates,
            "legislation/a.yml",
            LAW + "date: 2026-01-02\neffective: 2026-01-01\nexpires: 2025-12-31\n",
            [
                "legislation/a.yml:11: ngày có hiệu lực đứng trước ngày ban hành (02/01/2026)",
                "legislation/a.yml:12: ngày hết hiệu lực đứng trước ngày có hiệu lực (01/01/2026)",
            ],
        ),
        (
            plan_parts,
            "plans/2027/tasks.yml",
            "heading: A\ntitle: B\nnote: C\ncolumns: [a, b, c, d, e]\ntasks: []\n",
            ["plans/2027/tasks.yml:1: thiếu tệp plans/2027/plan.yml bên cạnh"],
        ),
        (
            plan_parts,
            "plans/2026/tasks.yml",
            TABLE.format("[STT, Việc]", "[number, number]"),
            ["plans/2026/tasks.yml:3: cells ghi number hai lần"],
        ),
        (
            plan_parts,
            "plans/2026/tasks.yml",
            TABLE.format("[STT, Việc, Sản phẩm]", "[number, content, other]"),
            ["plans/2026/tasks.yml:6: nhiệm vụ có 0 ô khác, nhưng bảng có 1 cột other"],
        ),
        (
            references,
            "plans/2026/tasks.yml",
            TABLE.format("[STT, Việc]", "[number, content]") + "    fulfils: [2026#muc-ii-9]\n",
            ['plans/2026/tasks.yml:7: kế hoạch không có phần "2026#muc-ii-9"'],
        ),
        (
            approved,
            "exemplars/2026-009.yml",
            PERSON,
            ["exemplars/2026-009.yml:1: gương điển hình chưa được duyệt đăng, nên không lên trang"],
        ),
        (
            photos,
            "exemplars/2026-001.yml",
            PERSON + "photo: {alt: Một người trồng cây}\n",
            ["exemplars/2026-001.yml:6: ảnh chưa có căn cứ để đăng"],
        ),
        (
            photos,
            "exemplars/2026-001.yml",
            PERSON,
            ["exemplars/2026-001.yml:1: có ảnh 2026-001.png mà thiếu mục photo"],
        ),
        (
            photos,
            "exemplars/2026-002.yml",
            PERSON + SHOWN + "photo: {alt: Một người trồng cây}\n",
            ["exemplars/2026-002.yml:7: có mục photo mà không có tệp ảnh"],
        ),
    ],
)
def test_what_else_is_reported(rule: object, path: str, text: str, words: list[str], tmp_path: Path) -> None:
    assert said(rule, write(copy_small(tmp_path), {path: text})) == words


@pytest.mark.parametrize(
    ("joined_by", "words"),
    [
        ("[van-phong, to-dan-pho]", []),
        ("[to-dan-pho, van-phong]", []),
        ("[van-phong]", ["ô này nhắc tới to-dan-pho, van-phong, nhưng joined_by ghi van-phong"]),
        (
            "[van-phong, to-dan-pho, hoi-dong]",
            ["ô này nhắc tới to-dan-pho, van-phong, nhưng joined_by ghi van-phong, to-dan-pho, hoi-dong"],
        ),
        ("[]", ["ô này nhắc tới to-dan-pho, van-phong, nhưng joined_by ghi trống"]),
    ],
)
def test_who_joins_is_whom_the_cell_names(joined_by: str, words: list[str], tmp_path: Path) -> None:
    annex = (
        "heading: A\ntitle: B\nnote: C\ncolumns: [a, b, c, d, e]\ntasks:\n  - number: '1'\n    content: Việc\n"
        "    lead: Phòng Văn hóa\n    coordination: Văn phòng; các tổ dân phố\n    period: Quý I\n"
        f"    led_by: [phong-van-hoa]\n    joined_by: {joined_by}\n"
    )
    root = write(copy_small(tmp_path), {"plans/2026/tasks.yml": annex})
    assert said(plan_parts, root) == [f"plans/2026/tasks.yml:9: {one}" for one in words]


def test_a_childs_photo_needs_both_consents(tmp_path: Path) -> None:
    child = PERSON.replace("adult", "7-15") + "photo: {alt: Một em nhỏ}\n"
    for number, (consents, words) in enumerate(
        (
            ("", ["exemplars/2026-001.yml:6: ảnh chưa có căn cứ để đăng"]),
            (", guardian_consent: 2026-05-01", ["exemplars/2026-001.yml:6: ảnh chưa có căn cứ để đăng"]),
            (", guardian_consent: 2026-05-01, child_consent: 2026-05-01", []),
        )
    ):
        root = write(
            copy_small(tmp_path / str(number)),
            {
                "exemplars/2026-001.yml": child + SHOWN.replace("2026-05-01}", f"2026-05-01{consents}}}"),
            },
        )
        assert said(photos, root) == words


def test_a_forgotten_photo_and_a_second_one(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    Image.new("RGB", (8, 8)).save(root / "exemplars/2026-099.jpg")
    shutil.copy(root / "exemplars/2026-001.png", root / "exemplars/2026-001.jpg")
    assert said(photos, root) == ["exemplars/2026-099.jpg:1: ảnh không có tệp 2026-099.yml bên cạnh"]
    assert said(duplicates, root) == ['exemplars/2026-001.png:1: "2026-001" có nhiều hơn một ảnh']


def test_no_portal(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    (root / "portal.yml").unlink()
    assert [words.partition(" ")[2] for words in said(portal, root)] == ["thiếu tệp portal.yml"]


def test_a_file_that_cannot_be_read_makes_no_false_alarm_elsewhere(tmp_path: Path) -> None:
    root = write(
        copy_small(tmp_path),
        dict.fromkeys(
            [
                "organisations/phong-van-hoa.yml",
                "legislation/luat-mau.yml",
                "plans/2026/plan.yml",
                "plans/2026/tasks.yml",
                "exemplars/2026-001.yml",
                "awards/giay-khen.yml",
                "decisions/2026/01-qd.yml",
                "portal.yml",
            ],
            "name: [",
        ),
    )
    content, problems = read_content(root)
    assert len(problems) == 8
    found = [one for one in checks.check_all(content, AS_OF) if one.place.file.name != "cho-duyet.yml"]
    assert [one.message for one in found] == []
