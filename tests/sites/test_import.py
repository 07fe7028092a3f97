"""From a list in Excel or Word, with photographs, to pages; the same again; what must never come in."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from generator.cli import main
from generator.content import read_content
from generator.importers.annotated import annotated_workbook
from generator.importers.honours import apply
from generator.models import Suppressions
from generator.models.honours import Suppressed
from generator.problems import display_path
from generator.suppressions import name_digest, person_digest
from generator.takedown.targets import find_target
from generator.takedown.withdrawal import plan_photo_withdrawal
from generator.yaml_editing import write_all
from tests.lists import (
    DECISION,
    UNIT,
    actions,
    cell,
    decision_text,
    exemplar,
    from_template,
    messages,
    person,
    photo,
    plan,
    read,
    sheet_of,
    ward,
    word_of,
)
from tests.site import AS_OF, SITES, small_pages, tree, write

HEIC = SITES / "import" / "anh-dien-thoai.heic"
SALT = "0" * 64
FIRST = ("Bùi", "Cao", "Đặng", "Hồ", "Khổng", "La")
LAST = ("Ước", "Bịa", "Mẫu", "Thử", "Tưởng")
NAMES = [f"{family} Văn {given}" for given in LAST for family in FIRST]


def thirty() -> list[dict[str, Any]]:
    """Thirty lines: twelve people to be told of, two groups, two households, fourteen names."""
    rows = [exemplar(number, NAMES[number], f"IMG_{number:04d}.jpg") for number in range(1, 12)]
    rows.append(exemplar(12, NAMES[12], ""))  # its photograph is named after it
    rows.append({"number": 13, "name": UNIT, "kind": "Tập thể", "achievement": "Cả tổ cùng làm"})
    rows.append(
        {"number": 14, "name": "Đội dân phòng số 0", "kind": "Tập thể", "organisation": UNIT, "small_collective": "x"}
    )
    rows += [person(number, NAMES[number], kind="Hộ gia đình", age_group=None) for number in (15, 16)]
    rows += [person(number, NAMES[number], direct_worker="x", occupation="Công nhân") for number in range(17, 30)]
    return [*rows, person(30, NAMES[0], courtesy=None, position="thợ điện")]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return ward(tmp_path)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Twelve photographs: one HEIC, one turned, one with a place, and one that is nobody's."""
    folder = tmp_path / "anh"
    folder.mkdir()
    for number in range(1, 12):
        photo(folder / f"IMG_{number:04d}.jpg", (number * 20, 90, 120), turned=number == 2, placed=number == 3)
    shutil.copy(HEIC, folder / "cao-van-mau.HEIC")
    photo(folder / "zalo-12345.jpg", (1, 2, 3))
    return folder


def run(*words: object) -> int:
    return main(["import", "honours", *map(str, words), "--as-of", AS_OF.isoformat()])


def approve(content: Path) -> None:
    """What the one who approves does by hand."""
    for file in (*content.glob("exemplars/*.yml"), *content.glob("decisions/2026/0*.yml")):
        text = file.read_text(encoding="utf-8")
        approved = "approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-06-12}"
        file.write_text(text.replace("draft: true", approved), encoding="utf-8")


def test_thirty_people_and_twelve_photographs_from_the_template(
    tmp_path: Path, content: Path, album: Path, capsys: pytest.CaptureFixture[str]
):
    assert NAMES[12] == "Bùi Văn Mẫu"
    (album / next(one.name for one in album.glob("cao-van-mau.*"))).rename(album / "bui-van-mau.HEIC")
    file = from_template(content, tmp_path / "khen.xlsx", thirty())
    before = tree(content)
    words = (file, "--decision", DECISION, "--photos", album, "--content", content)
    assert run(*words) == 0
    said = capsys.readouterr().out
    assert "Thêm mới 30 · Cập nhật 0 · Giữ nguyên 0 · Cần xác nhận 0\n" in said
    assert "1 tệp ảnh chưa rõ của ai: zalo-12345.jpg." in said
    assert tree(content) == before
    assert run(*words, "--apply") == 0
    after = tree(content)
    made = sorted(set(after) - set(before))
    ids = [f"2026-{number:03d}" for number in range(25, 37)]
    last = "exemplars/2026-036" + ".heic"
    assert made == sorted(
        [*(f"exemplars/{id_}.yml" for id_ in ids), *(f"exemplars/{id_}.jpg" for id_ in ids[:-1]), last]
    )
    assert after["exemplars/2026-025.jpg"] == (album / "IMG_0001.jpg").read_bytes()
    assert "# Danh sách duy nhất của quyết định." in decision_text(content)
    assert all(
        b"approved" not in after[path] and b"draft: true" in after[path] for path in made if path.endswith(".yml")
    )

    approve(content)
    pages = tree(small_pages(content, tmp_path / "work"))
    decision = pages["khen-thuong/2026/03-qd.md"].decode()
    assert [name for number, name in enumerate(NAMES) if number not in (13, 14) and name not in decision] == []
    assert f"Gia đình ông {NAMES[15]}" in decision
    assert "Đội dân phòng số 0" in decision
    for number, id_ in enumerate(ids, 1):
        page = pages[f"guong/{id_}.md"].decode()
        assert NAMES[number] in page
        assert f"Quét ngõ suốt {number} năm" in page
        assert f"anh/{id_}-" in page
    pictures = [data for path, data in pages.items() if path.startswith("anh/2026-0")]
    assert len(pictures) >= 24
    assert not [data for data in pictures if b"Exif" in data or b"GPS" in data]

    capsys.readouterr()
    settled = tree(content)
    assert run(*words, "--apply") == 0
    assert "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 30 · Cần xác nhận 0\n" in capsys.readouterr().out
    assert tree(content) == settled


def test_a_word_table_comes_in_and_comes_in_again_unchanged(tmp_path: Path, content: Path):
    rows = [
        ["STT", "Họ và tên, chức vụ", "Đơn vị", "Thành tích", "Năm sinh"],
        ["", "", "", "", ""],
        ["I", "TẬP THỂ", "", "", ""],
        ["", UNIT, "", "Cả tổ cùng làm", ""],
        ["II", "CÁ NHÂN", "", "", ""],
        ["", "Ông Nguyễn Văn Bịa, Tổ trưởng", UNIT, "Vá đường", "1970"],
        ["", "Bà Trần Thị Thử - công nhân", "Văn phòng", "Trả giấy tờ ngay", "1980"],
        ["", "Hộ gia đình ông Lê Văn Mẫu", UNIT, "Hiến đất", ""],
        ["", "Tổng cộng: 4", "", "", ""],
    ]
    file = word_of(tmp_path / "khen.docx", rows, [(0, column, 1, column) for column in range(5)])
    outcome = plan(file, content)
    assert messages(outcome) == []
    assert outcome.summary == "Thêm mới 4 · Cập nhật 0 · Giữ nguyên 0 · Cần xác nhận 0"
    apply(outcome, content)
    assert decision_text(content).partition("    commendations:\n")[2] == (
        "      - organisation: tdp-dau-lang\n        kind: group\n        achievement: Cả tổ cùng làm\n"
        "      - name: {courtesy: ông, name: Nguyễn Văn Bịa, position: Tổ trưởng}\n        organisation: tdp-dau-lang\n"
        "        kind: individual\n        achievement: Vá đường\n"
        "      - name: {courtesy: bà, name: Trần Thị Thử, position: công nhân}\n        organisation: van-phong\n"
        "        kind: individual\n        achievement: Trả giấy tờ ngay\n"
        "      - name: {courtesy: ông, name: Lê Văn Mẫu}\n        organisation: tdp-dau-lang\n"
        "        kind: household\n        achievement: Hiến đất\n"
    )
    approve(content)
    page = tree(small_pages(content, tmp_path / "work"))["khen-thuong/2026/03-qd.md"].decode()
    assert "Gia đình ông Lê Văn Mẫu" in page
    settled = tree(content)
    again = plan(file, content)
    assert again.summary == "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 4 · Cần xác nhận 0"
    assert again.changes == {}
    apply(again, content)
    assert tree(content) == settled


def test_what_is_personal_in_an_office_list_is_nowhere_afterwards(tmp_path: Path, content: Path):
    secret = (
        "19700102",
        "000000000001",
        "0000000002",
        "Ngõ Giả số 3",
        "Kinh Giả",
        "Đạo Giả",
        "a@giả.invalid",
        "Quê Giả",
    )
    heads = ("Năm sinh", "Số CCCD", "Điện thoại", "Địa chỉ thường trú", "Dân tộc", "Tôn giáo", "Email", "Quê quán")
    rows: list[list[Any]] = [["ỦY BAN NHÂN DÂN PHƯỜNG MẪU"], [], ["DANH SÁCH"], ["STT", "Họ và tên", "Đơn vị", *heads],
            [1, "Ông Phạm Văn Bịa", UNIT, *secret]]  # fmt: skip
    outcome = plan(sheet_of(tmp_path / "a.xlsx", rows, ["A3:K3"]), content)
    assert outcome.notes[1] == (
        "Cột dữ liệu cá nhân đã bỏ, không ghi vào đâu: “Năm sinh” (ngày, năm sinh), “Số CCCD” (giấy tờ), “Điện thoại” "
        "(điện thoại, liên hệ), “Địa chỉ thường trú” (địa chỉ), “Dân tộc” (dân tộc), “Tôn giáo” (tôn giáo), “Email” "
        "(thư điện tử), “Quê quán” (quê quán)."
    )
    apply(outcome, content)
    everything = b"\n".join(tree(content).values()).decode(errors="replace")
    assert "Phạm Văn Bịa" in everything
    assert [value for value in secret if value in everything] == []
    assert [
        value for value in secret if value in " ".join(outcome.notes + tuple(one.words for one in outcome.told))
    ] == []


def test_a_corrected_name_asks_and_is_one_person_after_the_answer(tmp_path: Path, content: Path):
    rows = [person(1, "Nguyễn Văn Lãm"), person(2, "Trần Thị Thử")]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    mended = from_template(content, tmp_path / "b.xlsx", [person(1, "Nguyễn Văn Lẫm"), rows[1]])
    before = tree(content)
    outcome = plan(mended, content)
    assert outcome.summary == "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 1 · Cần xác nhận 1"
    assert outcome.told[0].about == (
        f"có thể là dòng 1 đang có, “Nguyễn Văn Lãm, {UNIT}”. Trả lời: --confirm 2=new (người khác, thêm mới) "
        "hoặc --confirm 2=1 (đúng là dòng 1)"
    )
    assert not outcome.ready
    with pytest.raises(ValueError, match="open questions"):
        apply(outcome, content)
    assert tree(content) == before
    answered = plan(mended, content, answers={2: "1"})
    assert answered.summary == "Thêm mới 0 · Cập nhật 1 · Giữ nguyên 1 · Cần xác nhận 0"
    apply(answered, content)
    assert "Nguyễn Văn Lẫm" in decision_text(content)
    assert "Lãm" not in decision_text(content)
    assert len(read(content).of("decisions")[DECISION].record.lists[0].commendations) == 2
    assert actions(plan(mended, content)) == ["same", "same"]


def test_a_misspelt_name_in_the_same_place_asks_too(tmp_path: Path, content: Path):
    apply(plan(from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Thưởng")]), content), content)
    outcome = plan(from_template(content, tmp_path / "b.xlsx", [person(1, "Nguyễn Văn Thượngg")]), content)
    assert actions(outcome) == ["ask"]


def test_namesakes_are_both_asked_about_and_never_merged(tmp_path: Path, content: Path):
    twins = [person(1, "Vũ Thị Mẫu", achievement="Một"), person(2, "Vũ Thị Mẫu", achievement="Hai")]
    file = from_template(content, tmp_path / "a.xlsx", twins)
    outcome = plan(file, content)
    assert actions(outcome) == ["ask", "ask"]
    assert "trùng tên, trùng đơn vị với dòng 3 của tệp" in outcome.told[0].about
    both = plan(file, content, answers={2: "new", 3: "new"})
    assert actions(both) == ["new", "new"]
    apply(both, content)
    settled = tree(content)
    again = plan(file, content)
    assert actions(again) == ["same", "same"]
    assert tree(content) == settled
    assert decision_text(content).count("Vũ Thị Mẫu") == 2


def test_a_namesake_of_an_exemplar_is_asked_about(tmp_path: Path, content: Path):
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Lê Thị Mẫu", courtesy="bà")])
    outcome = plan(file, content)
    assert actions(outcome) == ["ask"]
    assert "có gương 2026-001 cùng tên" in outcome.told[0].about
    known = plan(file, content, answers={2: "2026-001"})
    assert actions(known) == ["new"]
    apply(known, content)
    assert "- exemplar: 2026-001\n        achievement: Việc tốt thứ 1\n" in decision_text(content)
    assert actions(plan(file, content)) == ["same"]


def test_the_unit_tells_namesakes_apart_but_a_new_unit_asks(tmp_path: Path, content: Path):
    apply(plan(from_template(content, tmp_path / "a.xlsx", [person(1, "Vũ Thị Mẫu")]), content), content)
    moved = from_template(content, tmp_path / "b.xlsx", [person(1, "Vũ Thị Mẫu", organisation="Văn phòng")])
    assert actions(plan(moved, content)) == ["ask"]


def suppress(content: Path, name: str, unit: str | None, *, photo_only: bool = False) -> None:
    record = Suppressions(
        salt=SALT,
        people=(
            Suppressed(
                withdrawn=date(2026, 7, 1), name=name_digest(SALT, name), person=person_digest(SALT, name, unit),
                photo_only=photo_only,
            ),
        ),
    )  # fmt: skip
    listed = record.people[0]
    text = f"salt: {SALT}\npeople:\n  - withdrawn: 2026-07-01\n    name: {listed.name}\n    person: {listed.person}\n"
    text += "    photo_only: true\n" if photo_only else ""
    (content / "suppressions.yml").write_text(text, encoding="utf-8")


def test_whoever_was_taken_down_does_not_come_back(tmp_path: Path, content: Path, album: Path):
    rows = [exemplar(1, "Nguyễn Văn Gỡ", "IMG_0001.jpg"), person(2, "Trần Thị Thử")]
    suppress(content, "Ông Nguyễn Văn Gỡ", "tdp-dau-lang")
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=album)
    assert outcome.summary == "Thêm mới 1 · Cập nhật 0 · Giữ nguyên 0 · Cần xác nhận 0 · Đã gỡ thông tin 1"
    assert outcome.told[0].about == "đã gỡ thông tin theo yêu cầu: dòng chỉ giữ số thứ tự, không nhập gì thêm"
    apply(outcome, content)
    text = decision_text(content)
    assert "commendations:\n      - kind: individual\n        withdrawn: 2026-07-01\n      - name:" in text
    everything = b"\n".join(tree(content).values()).decode(errors="replace")
    assert "Nguyễn Văn Gỡ" not in everything
    assert "2026-025" not in "".join(tree(content))
    settled = tree(content)
    again = plan(tmp_path / "a.xlsx", content, photos=album)
    assert again.summary == "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 2 · Cần xác nhận 0"
    apply(again, content)
    assert tree(content) == settled


def test_a_rank_a_number_or_a_note_around_the_name_brings_nobody_back(tmp_path: Path, content: Path):
    around = ("Đại úy {}", "{} (Gỡ Còi)", "ThS. {}", "BS.CKI {}", "5. {}", "{} (truy tặng)", "{} *", "{} 1")
    suppress(content, "Nguyễn Văn Gỡ", "tdp-dau-lang")
    for number, words in enumerate(around):
        file = from_template(content, tmp_path / f"{number}.xlsx", [person(1, words.format("Nguyễn Văn Gỡ"))])
        outcome = plan(file, content)
        assert outcome.told[0].about.startswith("đã gỡ thông tin theo yêu cầu"), words
        assert "Gỡ" not in str(outcome.changes)
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Lê Nguyễn Văn Gỡ")])
    assert plan(file, content).told[0].about.startswith("trùng tên với một người đã yêu cầu gỡ thông tin.")
    apply(plan(file, content, answers={2: "new: người khác, đã hỏi tổ dân phố"}), content)
    assert "confirmed: [{rule: da-go, reason: " in decision_text(content)
    assert actions(plan(file, content)) == ["same"]


def test_a_namesake_of_one_taken_down_is_asked_about(tmp_path: Path, content: Path):
    suppress(content, "Nguyễn Văn Gỡ", "van-phong")
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Gỡ")])
    outcome = plan(file, content)
    assert actions(outcome) == ["ask"]
    assert outcome.told[0].about == (
        'trùng tên với một người đã yêu cầu gỡ thông tin. Trả lời: --confirm "2=new: vì sao là người khác" '
        "(người khác, thêm mới)"
    )
    bare = plan(file, content, answers={2: "new"})
    assert actions(bare) == ["ask"]
    assert "Không dùng --confirm 2=new: không phải câu trả lời đủ cho điều đang hỏi." in bare.notes
    apply(plan(file, content, answers={2: "new: là người khác, đã hỏi tổ dân phố"}), content)
    said = "confirmed: [{rule: da-go, reason: "
    assert said in decision_text(content)
    assert "là người khác, đã hỏi tổ dân phố" in decision_text(content)
    assert actions(plan(file, content)) == ["same"]


def test_a_name_of_one_taken_down_without_a_unit_is_that_person(tmp_path: Path, content: Path):
    suppress(content, "Nguyễn Văn Gỡ", "van-phong")
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Gỡ", organisation=None)])
    outcome = plan(file, content, answers={2: "new: là người khác"})
    assert outcome.told[0].about.startswith("đã gỡ thông tin theo yêu cầu")
    assert "Không dùng --confirm 2=new: là người khác: dòng này không hỏi gì." in outcome.notes
    apply(outcome, content)
    assert "Nguyễn Văn Gỡ" not in decision_text(content)
    assert actions(plan(file, content)) == ["same"]


def test_a_changed_decision_must_be_approved_again(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]):
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa")])
    assert run(file, "--decision", DECISION, "--content", content, "--apply") == 0
    said = capsys.readouterr().out
    assert f"Quyết định {DECISION} đã duyệt, nay danh sách đổi: trở lại bản nháp, phải duyệt lại.\n" in said
    assert said.endswith(f"Xem xong thì: portal approve {DECISION} --by TÊN --role CHỨC_VỤ\n")
    assert "approved" not in decision_text(content)
    assert "\ndraft: true\nlists:\n" in decision_text(content)
    assert "# Danh sách duy nhất của quyết định." in decision_text(content)
    approve(content)
    settled = tree(content)
    assert run(file, "--decision", DECISION, "--content", content, "--apply") == 0
    assert capsys.readouterr().out.endswith("Không có gì để ghi.\n")
    assert tree(content) == settled


def test_a_changed_exemplar_is_a_draft_again(tmp_path: Path, content: Path):
    apply(plan(from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Mới", "")]), content), content)
    approve(content)
    same = plan(tmp_path / "a.xlsx", content)
    assert same.changes == {}
    row = exemplar(1, "Nguyễn Văn Mới", "", deed="Việc khác hẳn")
    outcome = plan(from_template(content, tmp_path / "b.xlsx", [row]), content, answers={2: "file"})
    assert "Gương 2026-025 đã duyệt, nay đổi: trở lại bản nháp, phải duyệt lại." in outcome.notes
    apply(outcome, content)
    text = (content / "exemplars/2026-025.yml").read_text(encoding="utf-8")
    assert "draft: true" in text
    assert "approved" not in text
    assert "approved" in decision_text(content)


def test_the_annotated_copy_holds_nothing_personal(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]):
    rows: list[list[Any]] = [["STT", "Họ và tên", "Đơn vị", "Số CCCD"], [1, "Nguyễn Văn Bịa", "Nơi Lạ", "000000000001"]]
    assert run(sheet_of(tmp_path / "a.xlsx", rows), "--decision", DECISION, "--content", content) == 1
    said = capsys.readouterr().out
    assert "Bản sao để trống các cột dữ liệu cá nhân: “Số CCCD”." in said
    assert "Cần xác nhận 0 · Cần sửa 1\n" in said
    sheet: Any = load_workbook(tmp_path / "a-can-sua.xlsx").active
    assert [sheet["D1"].value, sheet["D2"].value, sheet["B2"].value] == ["Số CCCD", None, "Nguyễn Văn Bịa"]


def test_a_sheet_that_is_not_there_is_told(tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]):
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa")])
    assert run(file, "--decision", DECISION, "--content", content, "--sheet", "Sai") == 1
    assert "không có trang tính “Sai”; có: “Danh sách”, “Hướng dẫn”" in capsys.readouterr().err


def test_a_photograph_that_was_taken_down_stays_down(tmp_path: Path, content: Path, album: Path):
    suppress(content, "Nguyễn Văn Ảnh", "tdp-dau-lang", photo_only=True)
    rows = [exemplar(1, "Nguyễn Văn Ảnh", "IMG_0001.jpg")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=album)
    assert "Không chép ảnh IMG_0001.jpg, dòng 2 (ông Nguyễn Văn Ảnh): người này đã yêu cầu gỡ ảnh." in outcome.notes
    apply(outcome, content)
    assert "exemplars/2026-025.yml" in tree(content)
    assert "exemplars/2026-025.jpg" not in tree(content)
    assert "photo" not in (content / "exemplars/2026-025.yml").read_text(encoding="utf-8").replace("photo,", "")


def test_the_old_list_asks_for_no_photograph_that_was_taken_down(tmp_path: Path, content: Path, album: Path):
    """Neither the consent to the photo comes back nor is the page a draft again."""
    file = from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Ảnh", "IMG_0001.jpg")])
    apply(plan(file, content, photos=album), content)
    approve(content)
    there, _ = read_content(content)
    write_all(plan_photo_withdrawal(there, find_target(there, "2026-025"), AS_OF, SALT).changes)
    settled = tree(content)
    assert b"scope: [name, story]" in settled["exemplars/2026-025.yml"]
    outcome = plan(file, content, photos=album)
    assert (actions(outcome), outcome.changes) == (["same"], {})


def test_the_id_of_one_taken_down_is_never_used_again(tmp_path: Path):
    content = ward(tmp_path, {"exemplars/2026-040.yml": "withdrawn: 2026-07-01\n"})
    rows = [exemplar(1, "Nguyễn Văn Mới", ""), person(2, "Trần Thị Cũ", exemplar="2026-040")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content)
    apply(outcome, content)
    assert (content / "exemplars/2026-041.yml").exists()
    assert "Trần Thị Cũ" not in decision_text(content)
    assert actions(plan(tmp_path / "a.xlsx", content)) == ["same", "same"]


def test_a_photograph_without_ground_is_not_copied(tmp_path: Path, content: Path, album: Path):
    rows = [exemplar(1, "Nguyễn Văn Mới", "IMG_0001.jpg", agreed_photo=None)]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=album)
    assert any("chưa có căn cứ đăng ảnh" in note for note in outcome.notes)
    child = exemplar(1, "Nguyễn Văn Bé", "IMG_0001.jpg", age_group="Dưới 7 tuổi")
    young = plan(from_template(content, tmp_path / "b.xlsx", [child]), content, photos=album)
    assert any("trẻ em cần cả hai sự đồng ý" in note for note in young.notes)
    assert not [path for path in {**outcome.changes, **young.changes} if path.endswith(".jpg")]


def test_the_photographs_of_lines_to_be_mended_are_known(tmp_path: Path, content: Path, album: Path):
    rows = [exemplar(1, NAMES[1], "IMG_0001.jpg", organisation="Nơi Lạ"), exemplar(2, NAMES[2], "IMG_0002.jpg")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=album)
    assert "1 ảnh của dòng đang cần sửa hay xác nhận, xong dòng ấy mới chép: IMG_0001.jpg (dòng 2)." in outcome.notes
    (rest,) = [note for note in outcome.notes if "chưa rõ của ai" in note]
    assert "IMG_0001.jpg" not in rest
    assert "zalo-12345.jpg" in rest


@pytest.mark.parametrize(
    ("file_name", "id_"),
    [
        ("IMG_Vũ Thị Bịa (1).jpg", "025"), ("20260610_vu-thi-bia.jpg", "025"), ("IMG_Vũ Thị Anh 2.jpg", "026"),
        ("Ảnh Vũ Thị Bịa - Copy.jpg", "025"),
        ("Vũ Thị Bịa và con.jpg", ""), ("IMG_Vũ Thị.jpg", ""), ("IMG_Anh.jpg", ""),
    ],
)  # fmt: skip
def test_what_a_camera_puts_around_a_name_is_passed_over(tmp_path: Path, content: Path, file_name: str, id_: str):
    folder = tmp_path / "anh"
    folder.mkdir()
    photo(folder / file_name, (1, 2, 3))
    rows = [exemplar(1, "Vũ Thị Bịa", ""), exemplar(2, "Vũ Thị Anh", "")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=folder)
    assert [path for path in outcome.changes if path.endswith(".jpg")] == [f"exemplars/2026-{id_}.jpg"] * bool(id_)
    assert any(file_name in note for note in outcome.notes) is not bool(id_)


def test_of_two_photographs_of_one_name_around_it_none_is_taken(tmp_path: Path, content: Path):
    folder = tmp_path / "anh"
    folder.mkdir()
    photo(folder / "IMG_Vũ Thị Bịa (1).jpg", (1, 2, 3))
    photo(folder / "IMG_Vũ Thị Bịa (2).jpg", (1, 2, 3))
    file = from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Vũ Thị Bịa", "")])
    assert [path for path in plan(file, content, photos=folder).changes if path.endswith(".jpg")] == []
    photo(folder / "vu thi bia.jpg", (1, 2, 3))
    assert "exemplars/2026-025.jpg" in plan(file, content, photos=folder).changes


def test_links_in_the_folder_of_photographs_are_not_followed(tmp_path: Path, content: Path, album: Path):
    (album / "IMG_0001.jpg").unlink()
    (album / "IMG_0001.jpg").symlink_to(photo(tmp_path / "ngoai.jpg", (0, 0, 0)))
    file = from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Mới", "IMG_0001.jpg")])
    outcome = plan(file, content, photos=album)
    assert messages(outcome) == [
        f"ô {cell('photo_file', 2)}: Tên tệp ảnh: thư mục ảnh không có, hoặc có hơn một, tệp mang tên này"
    ]


def test_what_is_no_photograph_is_refused_at_its_cell(tmp_path: Path, content: Path, album: Path):
    (album / "IMG_0001.jpg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (album / "IMG_0002.jpg").write_bytes((album / "IMG_0002.jpg").read_bytes()[:300])
    rows = [exemplar(1, "Nguyễn Văn Mới", "IMG_0001.jpg"), exemplar(2, "Nguyễn Văn Hỏng", "IMG_0002.jpg")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, photos=album)
    assert (
        f"ô {cell('photo_file', 2)}: IMG_0001.jpg không phải ảnh JPEG, PNG, WebP hay HEIC, dù tên tệp ghi vậy"
        in messages(outcome)
    )
    assert [one for one in messages(outcome) if one.startswith(f"ô {cell('photo_file', 3)}: Tên tệp ảnh:")]


def test_the_checks_speak_of_cells(tmp_path: Path, content: Path):
    rows = [person(1, "Nguyễn Văn Bịa"), person(2, "Trần Thị Dài", achievement="d" * 10_000)]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content)
    assert [(problem.place.line, problem.message, problem.fix) for problem in outcome.problems] == [
        (3, f'ô {cell("achievement", 3)}: Thành tích: trường "achievement" (Thành tích): dài quá 6000 ký tự',
         "rút gọn, ví dụ Kịp thời phát hiện, dập tắt đám cháy"),
    ]  # fmt: skip
    assert not outcome.ready


def test_a_person_of_unknown_age_is_told_at_the_cell(tmp_path: Path, content: Path):
    head = decision_text(content).replace("    age_group: adult\n", "")
    (content / f"decisions/{DECISION}.yml").write_text(head, encoding="utf-8")
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa", age_group=None)])
    (problem,) = plan(file, content).problems
    assert (problem.severity, problem.rule, problem.message) == (
        "cảnh báo",
        "nguoi",
        f"ô {cell('name', 2)}: Họ và tên: danh sách có cá nhân ghi tên mà chưa ghi nhóm tuổi, nên không nêu tên",
    )
    assert problem.fix == "điền cột “Nhóm tuổi”: Người lớn, hoặc tuổi của trẻ"


YOUNG = "“Từ đủ 7 tuổi đến 15 tuổi” hoặc “Dưới 7 tuổi”"
BY_BIRTH = "theo năm sinh, tuổi trong danh sách, đây "


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_child_by_the_year_of_birth_does_not_come_in_as_an_adult(tmp_path: Path, content: Path, kind: str):
    rows = [["Họ và tên", "Năm sinh", "Đơn vị", "Thành tích"], ["Phạm Gia Nhỏ", "2016", UNIT, "Trả của rơi"],
            ["Phạm Văn Lớn", "1970", UNIT, "Vá đường"]]  # fmt: skip
    make = word_of if kind == "docx" else sheet_of
    before = tree(content)
    outcome = plan(make(tmp_path / f"a.{kind}", rows), content)
    assert actions(outcome) == ["wrong", "new"]
    where = "bảng 2, dòng 2, cột 1" if kind == "docx" else "Sheet!A2"
    (problem,) = outcome.problems
    assert problem.message == f"ô {where}: {BY_BIRTH}là trẻ em chưa đủ 16 tuổi"
    assert problem.fix == (
        f"điền cột “Nhóm tuổi” (chưa có cột thì thêm): {YOUNG}; ghi nhầm ngày sinh, tuổi thì sửa ở cột của nó"
    )
    assert not outcome.ready
    assert tree(content) == before


@pytest.mark.parametrize(
    ("year", "group", "fact"),
    [
        (2016, "Từ đủ 7 tuổi đến 15 tuổi", ""), (2022, "Dưới 7 tuổi", ""), (2016, "7 đến 15 tuổi", ""),
        (2016, "Người lớn", "là trẻ em chưa đủ 16 tuổi"), (2010, None, "có thể là trẻ em chưa đủ 16 tuổi"),
        (2010, "Người lớn", ""), (2009, None, ""),
    ],
)  # fmt: skip
def test_the_age_group_of_the_line_says_who_is_a_child(
    tmp_path: Path, content: Path, year: int, group: str | None, fact: str
):
    rows: list[list[Any]] = [["Họ và tên", "Năm sinh", "Nhóm tuổi", "Đơn vị"], ["Phạm Gia Nhỏ", year, group, UNIT]]
    outcome = plan(sheet_of(tmp_path / "a.xlsx", rows), content)
    assert [one for one in messages(outcome) if "năm sinh" in one] == [f"ô Sheet!C2: {BY_BIRTH}{fact}"] * bool(fact)
    said = [*messages(outcome), *(one.fix for one in outcome.problems), *outcome.notes]
    assert str(year) not in " ".join([*said, *(f"{one.words} {one.about}" for one in outcome.told)])
    assert str(year) not in repr(outcome.changes)


def test_a_list_of_children_needs_no_cell(tmp_path: Path, content: Path):
    rows: list[list[Any]] = [["Họ và tên", "Năm sinh", "Đơn vị"], ["Phạm Gia Nhỏ", 2016, UNIT]]
    young = decision_text(content).replace("age_group: adult", "age_group: 7-15")
    write(content, {f"decisions/{DECISION}.yml": young})
    assert actions(plan(sheet_of(tmp_path / "a.xlsx", rows), content)) == ["new"]


def test_an_exemplar_that_is_a_child_needs_no_cell(tmp_path: Path, content: Path):
    file = content / "exemplars/2026-001.yml"
    told = file.read_text(encoding="utf-8")
    rows: list[list[Any]] = [["Mã gương", "Họ và tên", "Tuổi", "Đơn vị"], ["2026-001", "Lê Thị Mẫu", 12, UNIT]]
    list_ = sheet_of(tmp_path / "a.xlsx", rows)
    assert messages(plan(list_, content)) == [f"ô Sheet!B2: {BY_BIRTH}là trẻ em chưa đủ 16 tuổi"]
    file.write_text(told.replace("age_group: adult", "age_group: 7-15"), encoding="utf-8")
    assert [one for one in messages(plan(list_, content)) if BY_BIRTH in one] == []


@pytest.mark.parametrize(
    ("called", "position", "told"),
    [
        ("Em Phạm Gia Nhỏ", "", "A2: “em”"), ("Phạm Gia Nhỏ", "Học sinh lớp 5A", "B2: “Học sinh lớp 5A”"),
        ("Phạm Gia Nhỏ, học sinh lớp 5A", "", "B2: “học sinh lớp 5A”"), ("Cô Phạm Thị Bịa", "Giáo viên lớp 5A", ""),
        ("Phạm Văn Bịa", "Học sinh lớp 12A", ""),
    ],
)  # fmt: skip
def test_whoever_is_called_a_child_does_not_come_in_as_an_adult(
    tmp_path: Path, content: Path, called: str, position: str, told: str
):
    head = ["Họ và tên", "Chức vụ", "Đơn vị", "Nhóm tuổi"]
    bare = plan(sheet_of(tmp_path / "a.xlsx", [head, [called, position, UNIT, None]]), content)
    fix = f"điền cột “Nhóm tuổi” (chưa có cột thì thêm): {YOUNG}; người đã đủ 16 tuổi thì ghi “Người lớn”"
    assert [(one.message, one.fix) for one in bare.problems if one.severity == "lỗi"] == [
        (f"ô Sheet!{told} giống nói về trẻ em, mà cả danh sách ghi là người lớn", fix)
    ] * bool(told)
    outcome = plan(sheet_of(tmp_path / "b.xlsx", [head, [called, position, UNIT, "Người lớn"]]), content)
    assert actions(outcome) == ["new"]


def test_everything_wrong_comes_back_in_a_copy_and_the_copy_comes_in_again(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    rows = [person(1, "Nguyễn Văn Bịa", organisation="Tổ dân phố Lạ"), person(2, "Trần Thị Thử", recorded="31/6/2026"),
            person(3, "Lê Văn Đúng", kind="Công ty")]  # fmt: skip
    file = from_template(content, tmp_path / "khen.xlsx", rows)
    data = file.read_bytes()
    assert run(file, "--decision", DECISION, "--content", content, "--apply") == 1
    said = capsys.readouterr()
    assert "khen-can-sua.xlsx" in said.out
    assert (
        f"khen.xlsx:2:12: lỗi: ô {cell('organisation', 2)}: Đơn vị, tổ dân phố: không có đơn vị "
        "“Tổ dân phố Lạ” trong danh mục [nhap]"
    ) in said.err
    assert f"ô {cell('recorded', 3)}: Ngày ghi nhận: “31/6/2026” không phải một ngày có thật" in said.err
    assert f"ô {cell('kind', 4)}: Đối tượng: không nhận “Công ty”" in said.err
    assert "Chưa ghi thay đổi nào: sửa hoặc xác nhận các điều trên rồi nhập lại." in said.err
    assert file.read_bytes() == data
    copy = tmp_path / "khen-can-sua.xlsx"
    book = load_workbook(copy)
    sheet = book["Danh sách"]
    last = sheet.max_column
    assert sheet.cell(1, last).value == "Lỗi cần sửa"
    assert str(sheet.cell(2, last).value).startswith("Đơn vị, tổ dân phố: không có đơn vị “Tổ dân phố Lạ”")
    assert sheet["L2"].comment is not None
    assert sheet["L2"].fill.fgColor.rgb == "00FFD9D0"
    for key, line, value in (("organisation", 2, UNIT), ("recorded", 3, None), ("kind", 4, "Cá nhân")):
        sheet[cell(key, line).partition("!")[2]] = value
    book.save(copy)
    assert run(copy, "--decision", DECISION, "--content", content, "--apply") == 0
    assert "Thêm mới 3 · Cập nhật 0 · Giữ nguyên 0 · Cần xác nhận 0" in capsys.readouterr().out
    assert "Lỗi cần sửa" not in decision_text(content)


def test_hostile_cells_stay_text_or_are_refused(tmp_path: Path, content: Path):
    nasty = "<script>alert(1)</script> {{ 7 * 7 }} {% raw %} ![](x) & `a` : # \"'"
    rows = [
        person(1, "Nguyễn Văn Bịa", achievement=nasty),
        person(2, "Trần Thị Thử", achievement="- [x]: !!python/object"),
    ]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    stored = read(content).of("decisions")[DECISION].record.lists[0].commendations
    assert [row.achievement for row in stored] == [nasty, "- [x]: !!python/object"]
    approve(content)
    page = tree(small_pages(content, tmp_path / "work"))["khen-thuong/2026/03-qd.md"].decode()
    assert "<script>alert" not in page
    turned = from_template(content, tmp_path / "b.xlsx", [person(1, "Nguyễn \u202evăn Bịa")])
    assert messages(plan(turned, content)) == [f"ô {cell('name', 2)}: Họ và tên: có ký tự không nhìn thấy (U+202E)"]


def test_a_group_that_is_nearly_a_unit_is_asked_about(tmp_path: Path, content: Path):
    write(
        content,
        {"organisations/tdp-song.yml": "name: Tổ dân phố Sông Bịa (minh họa)\nkind: residential-group\nlevel: ward\n"},
    )
    rows: list[list[Any]] = [["STT", "Tên tập thể", "Thành tích"],
            [1, "Tổ dân phố Sông Bịa", "Một"], [2, "Tập thể TDP Đầu Làng", "Hai"],
            [3, "Chi bộ tổ dân phố Đầu Làng", "Ba"]]  # fmt: skip
    file = sheet_of(tmp_path / "a.xlsx", rows)
    outcome = plan(file, content)
    assert actions(outcome) == ["ask", "ask", "new"]
    question = (
        "có phải đơn vị “{}” trong danh mục? Đúng thì sửa ô thành tên ấy. Trả lời: --confirm {}=new (tập thể khác"
    )
    assert [one.about for one in outcome.told] == [
        question.format("Tổ dân phố Sông Bịa (minh họa)", 2) + ", thêm mới)",
        question.format(UNIT, 3) + ", thêm mới)",
        "",
    ]
    answered = plan(file, content, answers={2: "new", 3: "new"})
    apply(answered, content)
    assert actions(plan(file, content)) == ["same", "same", "same"]


def test_people_without_any_column_of_units_are_told(tmp_path: Path, content: Path):
    file = sheet_of(tmp_path / "a.xlsx", [["Họ và tên", "Thành tích"], ["Nguyễn Văn Bịa", "Tốt"], [UNIT, "Tốt"]])
    outcome = plan(file, content)
    assert actions(outcome) == ["new", "new"]
    assert (
        'Tệp không có cột đơn vị: 1 cá nhân chưa rõ đơn vị. Có cột ghi đơn vị thì thêm --map "tên cột=organisation", '
        'cột ghi chung cả chức vụ thì --map "tên cột=position+organisation".'
    ) in outcome.notes


def test_what_is_wrong_with_a_new_list_is_told_at_each_cell_that_made_it(tmp_path: Path, content: Path):
    head = ["Họ và tên", "Đơn vị", "Hình thức", "Xét cho thời gian nào", "Thành tích"]
    rows = [head, *([name, UNIT, "Gia đình kiểu mẫu", "năm 2026", "Tốt"] for name in NAMES[:2])]
    outcome = plan(sheet_of(tmp_path / "a.xlsx", rows), content)
    assert actions(outcome) == ["wrong", "wrong"]
    refused = [(one.message, one.fix) for one in outcome.problems if one.severity == "lỗi"]
    way_out = "bỏ dòng này khỏi tệp; số được tặng ghi ở counts trong tệp quyết định, sổ tay mục 4.10"
    fact = "Danh hiệu hoặc hình thức khen thưởng: “Gia đình kiểu mẫu” chỉ đếm theo tổ dân phố, không nêu từng hộ"
    assert refused == [(f"ô Sheet!C{line}: {fact}", way_out) for line in (2, 3)]
    copy: Any = load_workbook(io.BytesIO(annotated_workbook(outcome))).active
    assert [copy[f"C{line}"].comment is not None for line in (1, 2, 3)] == [False, True, True]


def test_what_was_wrong_with_the_decision_is_told_where_it_stands_now(tmp_path: Path, content: Path):
    """The file as it would be has other lines: its approval becomes one line, rows come in above the fault."""
    file = content / f"decisions/{DECISION}.yml"
    approved = "approved:\n  by: (Người duyệt bịa)\n  role: Phó Chủ tịch\n  date: 2026-06-11\n"
    text = re.sub(r"approved: .*\n", approved, decision_text(content))
    text += "  - award: gia-dinh-mau\n    for_period: năm 2025\n    commendations:\n      - {kind: household}\n"
    file.write_text(text, encoding="utf-8")
    rows = [person(1, NAMES[0], list=1), person(2, NAMES[1], list=1)]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content)
    (problem,) = [one for one in outcome.problems if one.severity == "lỗi"]
    assert problem.place.file == file
    assert text.splitlines()[problem.place.line - 1] == "      - {kind: household}"
    assert actions(outcome) == ["new", "new"]


def test_a_doubt_is_confirmed_in_the_content_not_in_the_workbook(tmp_path: Path, content: Path):
    rows = [person(1, NAMES[0], achievement="Giúp hộ nghèo sửa nhà")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content)
    (doubt,) = [one for one in outcome.problems if one.rule == "tu-nhay-cam"]
    assert doubt.fix == (
        "kể việc đã làm, bỏ từ này; đã xem và vẫn đúng thì ghi confirmed [tu-nhay-cam] trong tệp "
        f"decisions/{DECISION}.yml sau khi nhập"
    )


def test_a_photograph_without_a_description_is_told_at_the_cell_to_fill_in(tmp_path: Path, content: Path, album: Path):
    file = from_template(content, tmp_path / "a.xlsx", [exemplar(1, NAMES[1], "IMG_0001.jpg", alt=None)])
    outcome = plan(file, content, photos=album)
    refused = [(one.message, one.fix) for one in outcome.problems if one.rule == "anh" and one.severity == "lỗi"]
    way_out = "điền cột “Mô tả ảnh”: một câu cho người không nhìn thấy, không nhắc lại tên"
    assert refused == [(f"ô {cell('alt', 2)}: Mô tả ảnh: ảnh thiếu lời mô tả", way_out)]


def test_unknown_headers_are_told_and_their_meaning_is_remembered(tmp_path: Path, content: Path):
    rows: list[list[Any]] = [["STT", "Người tốt", "Đơn vị", "Ghi chú"], [1, "Nguyễn Văn Bịa", UNIT, "khỏi"]]
    file = sheet_of(tmp_path / "a.xlsx", rows)
    outcome = plan(file, content, headers={"Người tốt": "name", "Ghi chú": "-"})
    apply(outcome, content)
    assert re.search("nguoi tot: name", (content / ".portal/import-map.yml").read_text(encoding="utf-8"))
    again = plan(file, content)
    assert actions(again) == ["same"]
    assert again.notes == ()
    assert again.changes == {}


def test_a_header_the_file_does_not_have_is_refused_and_nothing_is_remembered(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    head = [["Người tốt", "Nơi\nlàm", None], [None, "Phòng", "Tổ dân phố"]]
    file = sheet_of(tmp_path / "a.xlsx", [*head, ["Nguyễn Văn Bịa", None, UNIT]], merged=["A1:A2", "B1:C1"])
    before = tree(content)
    strange = ("--map", "Người tốt=name", "--map", "Cột ma=position", "--apply")
    assert run(file, "--decision", DECISION, "--content", content, *strange) == 1
    said = capsys.readouterr().err
    assert (
        "--map nêu cột “Cột ma”, “Sheet” không có cột ấy; các cột đang có: “Người tốt”, “Phòng”, "
        "“Tổ dân phố” [nhap]\n  cách sửa: ghi tên cột đúng như trong tệp, trước dấu =\n"
    ) in said
    assert tree(content) == before
    parts = {"NGƯỜI TỐT": "name", "Phòng": "-"}
    assert actions(plan(file, content, headers=parts)) == ["new"]
    apply(plan(file, content, headers=parts), content)
    other = sheet_of(tmp_path / "b.xlsx", [["Người tốt", "Đơn vị"], ["Nguyễn Văn Bịa", UNIT]])
    assert actions(plan(other, content)) == ["same"]  # what is remembered may speak of other files


def test_a_decision_that_is_not_there_is_told_how_to_make(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa")])
    assert run(file, "--decision", "2026/77-qd", "--content", content) == 1
    assert (
        "lỗi: không có quyết định “2026/77-qd” [nhap]\n"
        "  cách sửa: tạo trước: portal new decisions 2026/77-qd, điền số, ngày, người ký, rồi nhập lại"
    ) in capsys.readouterr().err


def test_a_new_list_is_made_from_its_award_and_period(tmp_path: Path, content: Path):
    rows = [
        person(1, "Nguyễn Văn Bịa", award="Lao động giỏi", for_period="năm 2026"),
        person(2, "Trần Thị Thử", award="Giấy khen"),
    ]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    lists = read(content).of("decisions")[DECISION].record.lists
    assert [(one.award, len(one.commendations)) for one in lists] == [("giay-khen", 1), ("lao-dong-gioi", 1)]
    assert actions(plan(tmp_path / "a.xlsx", content)) == ["same", "same"]


def test_a_person_left_out_of_the_first_file_takes_the_place_the_second_gives(tmp_path: Path, content: Path):
    apply(
        plan(
            from_template(content, tmp_path / "a.xlsx", [person(1, "Bùi Văn Đầu"), person(2, "La Văn Cuối")]), content
        ),
        content,
    )
    rows = [person(1, "Bùi Văn Đầu"), person(2, "Hồ Thị Giữa"), person(3, "La Văn Cuối", achievement="Việc tốt thứ 2")]
    outcome = plan(from_template(content, tmp_path / "b.xlsx", rows), content)
    assert outcome.summary == "Thêm mới 1 · Cập nhật 0 · Giữ nguyên 2 · Cần xác nhận 0"
    apply(outcome, content)
    rows_ = read(content).of("decisions")[DECISION].record.lists[0].commendations
    assert [row.name.name for row in rows_ if row.name] == ["Bùi Văn Đầu", "Hồ Thị Giữa", "La Văn Cuối"]


def test_a_new_photograph_alone_makes_an_approved_exemplar_a_draft(tmp_path: Path, content: Path, album: Path):
    row = exemplar(1, "Nguyễn Văn Mới", "IMG_0001.jpg")
    file = from_template(content, tmp_path / "a.xlsx", [row])
    apply(plan(file, content, photos=album), content)
    approve(content)
    settled = tree(content)
    assert plan(file, content, photos=album).changes == {}
    photo(album / "IMG_0001.jpg", (9, 9, 9))
    outcome = plan(file, content, photos=album)
    assert [(one.action, one.about) for one in outcome.told] == [("update", "ảnh")]
    assert outcome.notes[0] == "Gương 2026-025 đã duyệt, nay đổi: trở lại bản nháp, phải duyệt lại."
    apply(outcome, content)
    after = tree(content)
    assert sorted(path for path in after if after[path] != settled.get(path)) == [
        "exemplars/2026-025.jpg",
        "exemplars/2026-025.yml",
    ]
    held = settled["exemplars/2026-025.yml"].decode()
    approved = "approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-06-12}"
    assert after["exemplars/2026-025.yml"].decode() == held.replace(approved, "draft: true")
    pages = tree(small_pages(content, tmp_path / "work"))
    assert "guong/2026-025.md" not in pages
    assert not [path for path in pages if path.startswith("anh/2026-025")]


def test_an_exemplar_renamed_makes_drafts_of_all_decisions_that_name_it(tmp_path: Path, content: Path):
    first = "decisions/2026/01-qd.yml"
    before = tree(content)
    assert "exemplar: 2026-001" in before[first].decode()
    known = person(1, "Lê Thị Mẫu", courtesy="bà", exemplar="2026-001", age_group=None)
    apply(plan(from_template(content, tmp_path / "a.xlsx", [known]), content), content)
    approve(content)
    assert tree(content)[first] == before[first]
    file = from_template(content, tmp_path / "b.xlsx", [{**known, "name": "Lê Thị Mẩu"}])
    outcome = plan(file, content)
    assert outcome.notes[:3] == (
        "Gương 2026-001 đã duyệt, nay đổi: trở lại bản nháp, phải duyệt lại.",
        f"Quyết định {DECISION} đã duyệt, nay danh sách đổi: trở lại bản nháp, phải duyệt lại.",
        "Quyết định 2026/01-qd đã duyệt, có gương nay đổi tên hay nhóm tuổi: trở lại bản nháp, phải duyệt lại.",
    )
    apply(outcome, content)
    text = (content / first).read_text(encoding="utf-8")
    approved = re.search(r"^approved: .*\n", before[first].decode(), re.MULTILINE)
    assert approved is not None
    assert text == before[first].decode().replace(approved[0], "draft: true\n")
    pages = b"\n".join(tree(small_pages(content, tmp_path / "work")).values()).decode(errors="replace")
    assert "Lê Thị Mẩu" not in pages
    approve(content)
    assert plan(file, content).changes == {}


def test_an_age_group_that_changes_makes_a_draft_of_the_decision(tmp_path: Path, content: Path):
    apply(plan(from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Bé", "")]), content), content)
    approve(content)
    young = exemplar(1, "Nguyễn Văn Bé", "", age_group="Dưới 7 tuổi")
    outcome = plan(from_template(content, tmp_path / "b.xlsx", [young]), content)
    assert [(one.action, one.about) for one in outcome.told] == [("update", "nhóm tuổi")]
    apply(outcome, content)
    assert "draft: true" in decision_text(content)
    assert "approved" not in decision_text(content)


def test_a_story_that_changes_leaves_the_decision_approved(tmp_path: Path, content: Path):
    apply(plan(from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Mới", "")]), content), content)
    approve(content)
    settled = decision_text(content)
    told = exemplar(1, "Nguyễn Văn Mới", "", story="Chuyện khác.")
    apply(plan(from_template(content, tmp_path / "b.xlsx", [told]), content, answers={2: "file"}), content)
    assert "Chuyện khác." in (content / "exemplars/2026-025.yml").read_text(encoding="utf-8")
    assert decision_text(content) == settled


def test_an_old_list_does_not_take_back_what_was_mended_by_hand_and_approved(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    rows = [exemplar(1, "Nguyễn Văn Mới", ""), person(2, "Trần Thị Thử")]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    approve(content)
    page = content / "exemplars/2026-025.yml"
    mended = page.read_text(encoding="utf-8").replace("Ai cũng quý.", "Cả tổ dân phố đều quý.")
    page.write_text(mended, encoding="utf-8", newline="\n")
    settled = tree(content)
    words = (tmp_path / "a.xlsx", "--decision", DECISION, "--content", content, "--apply")
    assert run(*words) == 0
    said = capsys.readouterr().out
    assert (
        "dòng 2: cần xác nhận: ông Nguyễn Văn Mới (câu chuyện của gương 2026-025 đã duyệt khác trong tệp: giữ bản đang "
        "đăng. Lấy bản trong tệp thì --confirm 2=file (gương trở lại bản nháp, phải duyệt lại))\n"
    ) in said
    assert said.endswith("Thêm mới 0 · Cập nhật 0 · Giữ nguyên 1 · Cần xác nhận 1\nKhông có gì để ghi.\n")
    assert tree(content) == settled

    more = from_template(content, tmp_path / "b.xlsx", [{**rows[0], "occupation": "Công nhân"}, *rows[1:]])
    outcome = plan(more, content)
    assert outcome.told[0].about.startswith("nhóm nghề; câu chuyện của gương 2026-025 đã duyệt khác trong tệp")
    assert "Cả tổ dân phố đều quý." in str(outcome.changes["exemplars/2026-025.yml"])

    assert run(*words, "--confirm", "2=file", "--confirm", "3=file") == 0
    said = capsys.readouterr().out
    assert "dòng 2: cập nhật: ông Nguyễn Văn Mới (câu chuyện)\n" in said
    assert "Không dùng --confirm 3=file: dòng này không hỏi gì.\n" in said
    assert "--confirm 2=file" not in said
    assert "Ai cũng quý." in page.read_text(encoding="utf-8")
    assert "draft: true" in page.read_text(encoding="utf-8")


def test_an_official_portal_takes_a_list_into_an_approved_decision(tmp_path: Path, content: Path):
    portal = content / "portal.yml"
    portal.write_text(portal.read_text(encoding="utf-8").replace("stage: demo", "stage: production"), encoding="utf-8")
    outcome = plan(from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa")]), content)
    file = content / f"decisions/{DECISION}.yml"
    assert [problem for problem in outcome.problems if problem.place.file == file] == []
    assert "draft: true" in str(outcome.changes[f"decisions/{DECISION}.yml"])


ANOTHER = "confirmed: [{rule: da-go, reason: Hai người cùng tên}]\n"


@pytest.mark.parametrize("where", ["exemplar", "row", "list", "decision"])
def test_whoever_is_confirmed_to_be_another_is_not_taken_down_by_a_list(tmp_path: Path, content: Path, where: str):
    row = exemplar(1, "Nguyễn Văn Gỡ", "") if where == "exemplar" else person(1, "Nguyễn Văn Gỡ")
    file = from_template(content, tmp_path / "a.xlsx", [row])
    apply(plan(file, content), content)
    approve(content)
    suppress(content, "Nguyễn Văn Gỡ", "tdp-dau-lang")
    gone = plan(file, content)
    assert gone.told[0].about.startswith("đã gỡ thông tin theo yêu cầu")
    if where == "exemplar":
        with (content / "exemplars/2026-025.yml").open("a", encoding="utf-8", newline="\n") as out:
            out.write(ANOTHER)
    else:
        before = {"row": "        kind: ", "list": "    for_period: ", "decision": "lists:\n"}[where]
        indent = before[: len(before) - len(before.lstrip())]
        text = decision_text(content).replace(before, f"{indent}{ANOTHER}{before}", 1)
        (content / f"decisions/{DECISION}.yml").write_text(text, encoding="utf-8")
    settled = tree(content)
    for more in ({}, {"exemplar": "2026-025"} if where == "exemplar" else {}):
        outcome = plan(from_template(content, tmp_path / "b.xlsx", [{**row, **more}]), content)
        assert (actions(outcome), outcome.changes, messages(outcome)) == (["same"], {}, [])
    assert tree(content) == settled


def test_a_photograph_of_one_confirmed_to_be_another_comes_in(tmp_path: Path, content: Path, album: Path):
    file = from_template(content, tmp_path / "a.xlsx", [exemplar(1, "Nguyễn Văn Ảnh", "IMG_0001.jpg")])
    apply(plan(file, content), content)
    with (content / "exemplars/2026-025.yml").open("a", encoding="utf-8", newline="\n") as out:
        out.write(ANOTHER)
    suppress(content, "Nguyễn Văn Ảnh", "tdp-dau-lang", photo_only=True)
    outcome = plan(file, content, photos=album)
    small = "ô Danh sách!AG2: Tên tệp ảnh: ảnh 2026-025.jpg chỉ có 120 × 80 điểm ảnh, lên trang sẽ mờ"
    assert (actions(outcome), messages(outcome)) == (["update"], [small])
    assert "exemplars/2026-025.jpg" in outcome.changes


def test_an_exemplar_confirmed_to_be_another_needs_no_second_reason(tmp_path: Path, content: Path):
    """The confirmation in the exemplar's own file stands as it was typed, and the approval beside it."""
    file = content / "exemplars/2026-001.yml"
    file.write_text(file.read_text(encoding="utf-8") + ANOTHER, encoding="utf-8", newline="\n")
    suppress(content, "Lê Thị Mẫu", "van-phong")
    listed = from_template(content, tmp_path / "a.xlsx", [person(1, "Lê Thị Mẫu", courtesy="bà")])
    assert actions(plan(listed, content)) == ["ask"]
    outcome = plan(listed, content, answers={2: "2026-001"})
    assert actions(outcome) == ["new"]
    assert list(outcome.changes) == [f"decisions/{DECISION}.yml"]


def test_the_annotated_copy_changes_nothing_but_what_it_must(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    """A deed that speaks of papers is no header of papers, nor is a bank among the units; notes aside stay."""
    rows = [person(1, "Nguyễn Văn Bịa", achievement="Giúp người già làm căn cước"),
            person(2, "Trần Thị Thử", achievement="Vá đường", recorded="31/6/2026", position=None)]  # fmt: skip
    write(content, {"organisations/ngan-hang.yml": "name: Ngân hàng Mẫu\nkind: body\nlevel: ward\n"})
    file = from_template(content, tmp_path / "a.xlsx", rows)
    book = load_workbook(file)
    sheet = book["Danh sách"]
    aside = sheet.max_column + 1
    sheet.cell(3, aside, "ghi riêng")
    own = book.create_sheet("Sổ tay")
    for line in (["Họ tên", "Số CCCD", "Ghi chú"], ["Ai Đó Bịa", "000000000001", "gọi lại"], [None, None, None]):
        own.append(line)
    own.sheet_state = "hidden"
    book.save(file)
    assert run(file, "--decision", DECISION, "--content", content) == 1
    capsys.readouterr()
    before, copy = load_workbook(file), load_workbook(tmp_path / "a-can-sua.xlsx")

    def cells(book: Any, name: str) -> dict[str, Any]:
        return {one.coordinate: one.value for row in book[name].iter_rows() for one in row if one.value is not None}

    for name in ("Hướng dẫn", "Danh mục"):
        assert cells(copy, name) == cells(before, name)
    assert copy["Danh mục"].sheet_state == copy["Sổ tay"].sheet_state == "hidden"
    assert cells(copy, "Sổ tay") == {key: value for key, value in cells(before, "Sổ tay").items() if key != "B2"}
    made = cells(copy, "Danh sách")
    last = get_column_letter(aside + 1)
    assert made.pop(f"{last}1") == "Lỗi cần sửa"
    assert made.pop(f"{last}3").startswith("Ngày ghi nhận: “31/6/2026” không phải một ngày có thật")
    assert made == cells(before, "Danh sách")


def test_other_sheets_are_not_read(tmp_path: Path, content: Path):
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa")])
    book = load_workbook(file)
    book.create_sheet("Năm trước").append(["Họ và tên", "Đơn vị"])
    book["Năm trước"].append(["Ai Đó Bịa", UNIT])
    book.save(file)
    outcome = plan(file, content)
    assert [one.words for one in outcome.told] == ["ông Nguyễn Văn Bịa"]
    assert "Chỉ đọc “Danh sách”; còn “Năm trước” nhập riêng bằng --sheet." in outcome.notes
    apply(outcome, content)
    assert "Ai Đó Bịa" not in b"\n".join(tree(content).values()).decode(errors="replace")


def blank(content: Path, **fields: str) -> Path:
    """A new decision as ``portal new`` makes it, the only one that waits for a list; the fields are typed in."""
    (content / f"decisions/{DECISION}.yml").unlink()
    assert main(["new", "decisions", "2026/215-qd-ubnd", "--content", str(content)]) == 0
    file = content / "decisions/2026/215-qd-ubnd.yml"
    text = file.read_text(encoding="utf-8").replace("issuer: chu-tich-ubnd-phuong", "issuer: chu-tich")
    for key, value in fields.items():
        text = re.sub(rf"^( +(?:- )?){key}: .*$", rf"\g<1>{key}: {value}", text, count=1, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


SUDDEN = {"award": "Giấy khen", "basis": "Khen thưởng đột xuất", "for_period": "đột xuất"}


def test_the_manuals_steps_lead_from_a_blank_decision_to_its_approval(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    file = blank(content)
    before = file.read_text(encoding="utf-8")
    rows = [person(1, "Nguyễn Văn Bịa", **SUDDEN), exemplar(2, "Trần Thị Thử", "", **SUDDEN)]
    listed = from_template(content, tmp_path / "a.xlsx", rows)
    capsys.readouterr()
    words = (listed, "--decision", "2026/215-qd-ubnd", "--content", content)
    assert run(*words) == 0
    said = capsys.readouterr().out
    told = "Danh sách 1 đang trống: ghi các dòng vào đó, và ghi theo tệp này: loại hình “Khen thưởng đột xuất”.\n"
    assert told in said
    assert "Thêm mới 2 · Cập nhật 0 · Giữ nguyên 0 · Cần xác nhận 0\n" in said
    assert run(*words, "--apply") == 0
    (list_,) = read(content).of("decisions")["2026/215-qd-ubnd"].record.lists
    assert (list_.award, list_.basis, list_.for_period) == ("giay-khen", "sudden", "đột xuất")
    assert len(list_.commendations) == 2
    head, _, tail = before.replace("    # basis: sudden", "    basis: sudden").partition("commendations: []\n")
    after = file.read_text(encoding="utf-8")
    assert after.startswith(f"{head}commendations:\n")
    assert after.endswith(tail)
    by = ("--by", "(Người duyệt bịa)", "--role", "Phó Chủ tịch", "--as-of", AS_OF.isoformat())
    assert main(["approve", "2026/215-qd-ubnd", *by, "--apply", "--content", str(content)]) == 0
    settled = tree(content)
    capsys.readouterr()
    assert run(*words, "--apply") == 0
    assert "Giữ nguyên 2 · Cần xác nhận 0\nKhông có gì để ghi.\n" in capsys.readouterr().out
    assert tree(content) == settled


@pytest.mark.parametrize(
    ("typed", "row", "lists"),
    [
        ({}, {"award": "Lao động giỏi", "for_period": "năm 2026"}, [("lao-dong-gioi", None, "năm 2026", 1)]),
        ({"for_period": "năm 2025"}, {**SUDDEN, "for_period": "năm 2026"}, [("giay-khen", "sudden", "năm 2026", 1)]),
        ({}, {"basis": "Khen thưởng đột xuất"}, [("giay-khen", "sudden", "đột xuất", 1)]),
        ({}, {**SUDDEN, "list": 1, "for_period": "năm 2026"}, [("giay-khen", "sudden", "năm 2026", 1)]),
    ],
)
def test_an_only_list_that_is_empty_is_the_one_the_rows_bring(
    tmp_path: Path, content: Path, typed: dict[str, str], row: dict[str, Any], lists: list[tuple[str, str, str, int]]
):
    blank(content, **typed)
    file = from_template(content, tmp_path / "a.xlsx", [person(1, "Nguyễn Văn Bịa", **row)])
    apply(plan(file, content, decision="2026/215-qd-ubnd"), content)
    found = read(content).of("decisions")["2026/215-qd-ubnd"].record.lists
    assert [(one.award, one.basis, one.for_period, len(one.commendations)) for one in found] == lists
    assert plan(file, content, decision="2026/215-qd-ubnd").changes == {}


def test_of_several_lists_an_empty_one_that_says_something_else_is_left_alone(tmp_path: Path, content: Path):
    file = blank(content, for_period="năm 2025")
    other = "  - award: lao-dong-gioi\n    for_period: năm 2025\n    commendations: []\n# Đính chính"
    file.write_text(file.read_text(encoding="utf-8").replace("# Đính chính", other, 1), encoding="utf-8", newline="\n")
    rows = [person(1, "Nguyễn Văn Bịa", award="Lao động giỏi", for_period="năm 2026")]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, decision="2026/215-qd-ubnd")
    apply(outcome, content)
    found = read(content).of("decisions")["2026/215-qd-ubnd"].record.lists
    assert [(one.award, one.for_period, len(one.commendations)) for one in found] == [
        ("giay-khen", "năm 2025", 0),
        ("lao-dong-gioi", "năm 2025", 0),
        ("lao-dong-gioi", "năm 2026", 1),
    ]


def test_two_blank_lists_are_told_apart_by_their_number(tmp_path: Path, content: Path):
    file = blank(content)
    second = "  - award: giay-khen\n    for_period: đột xuất\n    commendations: []\n# Đính chính"
    file.write_text(file.read_text(encoding="utf-8").replace("# Đính chính", second, 1), encoding="utf-8", newline="\n")
    rows = [person(1, "Nguyễn Văn Bịa", **SUDDEN),
            person(2, "Trần Thị Thử", award="Lao động giỏi", for_period="năm 2026")]  # fmt: skip
    unclear = plan(from_template(content, tmp_path / "a.xlsx", rows), content, decision="2026/215-qd-ubnd")
    assert [one.fix for one in unclear.problems] == ["ghi cột “Danh sách số”: một số từ 1 đến 2"] * 2
    numbered = [{**row, "list": 2 - place} for place, row in enumerate(rows)]
    outcome = plan(from_template(content, tmp_path / "b.xlsx", numbered), content, decision="2026/215-qd-ubnd")
    apply(outcome, content)
    found = read(content).of("decisions")["2026/215-qd-ubnd"].record.lists
    assert [(one.award, one.basis, one.for_period) for one in found] == [
        ("lao-dong-gioi", None, "năm 2026"),
        ("giay-khen", "sudden", "đột xuất"),
    ]


def test_two_lists_fill_the_empty_one_and_make_another(tmp_path: Path, content: Path):
    blank(content)
    other = {"award": "Lao động giỏi", "for_period": "năm 2026"}
    rows = [person(1, "Nguyễn Văn Bịa", **other), person(2, "Trần Thị Thử", **SUDDEN)]
    outcome = plan(from_template(content, tmp_path / "a.xlsx", rows), content, decision="2026/215-qd-ubnd")
    apply(outcome, content)
    found = read(content).of("decisions")["2026/215-qd-ubnd"].record.lists
    assert [(one.award, one.basis, len(one.commendations)) for one in found] == [
        ("giay-khen", "sudden", 1),
        ("lao-dong-gioi", None, 1),
    ]


def test_rows_that_the_corrected_file_no_longer_has_are_named(tmp_path: Path, content: Path):
    """Nothing is taken away; of a list that the file does not speak of, nothing is said."""
    rows = [person(1, "Nguyễn Văn Bịa"), exemplar(2, "Trần Thị Thử", ""), person(3, "Lê Văn Mẫu")]
    other = person(1, "Phí Thị Lạ", award="Lao động giỏi", for_period="năm 2026")
    listed = [*({**row, "award": "Giấy khen"} for row in rows), other]
    apply(plan(from_template(content, tmp_path / "a.xlsx", listed), content), content)
    outcome = plan(from_template(content, tmp_path / "b.xlsx", [{**rows[0], "award": "Giấy khen"}]), content)
    assert outcome.summary == "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 1 · Cần xác nhận 0"
    (absent,) = [note for note in outcome.notes if "không thấy" in note]
    assert absent == (
        "Danh sách 1: 2 dòng đang có trong quyết định không thấy trong tệp này (giữ nguyên): 2 (Trần Thị Thử), "
        f"3 (Lê Văn Mẫu). Bỏ khỏi danh sách thì sửa tệp decisions/{DECISION}.yml; "
        "gỡ thông tin một người theo yêu cầu thì portal withdraw."
    )
    assert outcome.changes == {}


def test_another_name_in_the_place_of_a_row_is_asked_about(tmp_path: Path, content: Path):
    rows = [person(1, "Đỗ Văn Bịa"), person(2, "Trần Thị Thử"), person(3, "Lê Văn Mẫu")]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    file = from_template(content, tmp_path / "b.xlsx", [rows[0], {**rows[1], "name": "Phan Hữu Lạ"}, rows[2]])
    outcome = plan(file, content)
    assert outcome.summary == "Thêm mới 0 · Cập nhật 0 · Giữ nguyên 2 · Cần xác nhận 1"
    assert outcome.told[1].about == (
        f"cùng số thứ tự, đơn vị, thành tích với dòng 2 đang có, “Trần Thị Thử, {UNIT}”, mà người ấy không thấy "
        "trong tệp: sửa tên, hay là người khác. Trả lời: --confirm 3=new (người khác, thêm mới) hoặc --confirm 3=2 "
        "(đúng là dòng 2)"
    )
    apply(plan(file, content, answers={3: "2"}), content)
    stored = read(content).of("decisions")[DECISION].record.lists[0].commendations
    assert [row.name.name for row in stored if row.name] == ["Đỗ Văn Bịa", "Phan Hữu Lạ", "Lê Văn Mẫu"]
    assert actions(plan(file, content)) == ["same", "same", "same"]


@pytest.mark.parametrize("change", [{"achievement": "Việc khác"}, {"organisation": "Văn phòng"}, {"number": 4}])
def test_whoever_stands_elsewhere_or_did_something_else_is_new(tmp_path: Path, content: Path, change: dict[str, Any]):
    rows = [person(1, "Đỗ Văn Bịa"), person(2, "Trần Thị Thử"), person(3, "Lê Văn Mẫu")]
    apply(plan(from_template(content, tmp_path / "a.xlsx", rows), content), content)
    another = {**rows[1], "name": "Phan Hữu Lạ", **change}
    listed = [rows[0], rows[2], another] if "number" in change else [rows[0], another, rows[2]]
    outcome = plan(from_template(content, tmp_path / "b.xlsx", listed), content)
    assert sorted(actions(outcome)) == ["new", "same", "same"]
    assert any("1 dòng đang có trong quyết định không thấy trong tệp này" in note for note in outcome.notes)


def test_what_is_wrong_with_every_line_alike_is_told_once(
    tmp_path: Path, content: Path, capsys: pytest.CaptureFixture[str]
):
    """The office forgot to mark the decision as a sample; the copy still marks every cell."""
    for id_ in ("tdp-dau-lang", "van-phong"):
        with (content / f"organisations/{id_}.yml").open("a", encoding="utf-8") as out:
            out.write("sample: true\n")
    rows = [person(n, name, organisation=(UNIT, "Văn phòng")[n % 2]) for n, name in enumerate(NAMES[:6])]
    file = from_template(content, tmp_path / "a.xlsx", rows)
    assert run(file, "--decision", DECISION, "--content", content) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if "du-lieu-mau" in line and "a.xlsx" in line]
    fact = (
        'Đơn vị, tổ dân phố: bản ghi thật dựa vào dữ liệu minh họa "tdp-dau-lang"; cũng vậy ở 5 dòng nữa: 3, 4, 5, 6, 7'
    )
    assert said == [f"{display_path(file)}:2:12: lỗi: ô {cell('organisation', 2)}: {fact} [du-lieu-mau]"]
    copy: Any = load_workbook(tmp_path / "a-can-sua.xlsx")["Danh sách"]
    assert all(copy[cell("organisation", line).partition("!")[2]].comment for line in range(2, 8))
