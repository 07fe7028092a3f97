"""Documents, movements, blocs and the council of the small ward: what shows, from which day, and what never leaves."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document

from generator.build import make_pages
from generator.checks import documents
from generator.cli import main
from generator.content import read_content
from generator.problems import ContentInvalid
from generator.publishing import Layout
from tests.site import AS_OF, ROOT, SMALL, copy_small, small_pages, tree, write

DRAFT = "documents/con-soan.yml"
APPROVED = "approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-08-02}\n"
COUNCIL = "hoi-dong/index.md"
BLOC = "cum-khoi/khoi-to-dan-pho.md"


def pages(content: Path, work: Path, day: date = AS_OF) -> dict[str, bytes]:
    """Every file made of the content as of the day."""
    layout = Layout(ROOT, content, work)
    make_pages(layout, day)
    return tree(layout.markdown)


def changed(path: Path, *pairs: tuple[str, str]) -> None:
    """Replaces each text of the file, which must stand there once."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def told(content: Path, day: date = AS_OF) -> list[str]:
    """What the rule on documents says, by file."""
    read, problems = read_content(content)
    assert problems == []
    return sorted(f"{one.place.file.name}: {one.message}" for one in documents.check(read, day))


def test_the_file_of_a_document_leaves_with_its_approval(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    before = pages(content, tmp_path / "build")
    assert "bieu-mau/con-soan.pdf" not in before
    assert before["bieu-mau/phieu-bia.docx"] == (SMALL / "documents/phieu-bia.docx").read_bytes()
    changed(content / DRAFT, ("draft: true\n", APPROVED))
    after = pages(content, tmp_path / "build")
    assert after["bieu-mau/con-soan.pdf"] == (SMALL / "documents/con-soan.pdf").read_bytes()
    assert "Tải về (PDF, 1 KB)" in after["bieu-mau/con-soan.md"].decode()


@pytest.mark.parametrize("line", ["publish_from: 2026-09-01\n", "date: 2026-09-01\n"])
def test_a_document_waits_for_its_day(tmp_path: Path, line: str) -> None:
    content = copy_small(tmp_path)
    changed(content / DRAFT, ("draft: true\n", APPROVED))
    if line.startswith("date"):
        changed(content / DRAFT, ("date: 2026-08-01\n", line))
    else:
        (content / DRAFT).write_text((content / DRAFT).read_text(encoding="utf-8") + line, encoding="utf-8")
    waiting = pages(content, tmp_path / "build", date(2026, 8, 31))
    assert not [path for path in waiting if "con-soan" in path]
    assert {"bieu-mau/con-soan.md", "bieu-mau/con-soan.pdf"} <= set(pages(content, tmp_path / "b", date(2026, 9, 1)))


def test_a_document_that_is_not_published_is_linked_nowhere(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    changed(content / "movements/sach-nha.yml", ("  - phieu-bia\n", "  - con-soan\n"))
    changed(content / BLOC.replace("cum-khoi", "blocs").replace(".md", ".yml"), ("huong-dan", "con-soan"))
    changed(content / "documents/huong-dan.yml", ("(documents/phieu-bia)", "(documents/con-soan)"))
    assert not [path for path, data in pages(content, tmp_path / "build").items() if b"con-soan" in data]


def test_a_file_from_windows_gets_an_ending_in_small_letters(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    (content / "documents/phieu-bia.docx").rename(content / "documents/phieu-bia.DOCX")
    made = pages(content, tmp_path / "build")
    assert "bieu-mau/phieu-bia.docx" in made
    assert b'href="../phieu-bia.docx"' in made["bieu-mau/phieu-bia.md"]


def test_two_files_of_one_type_are_refused(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    shutil.copy(content / "documents/phieu-bia.docx", content / "documents/phieu-bia.Docx")
    if len(list(content.glob("documents/phieu-bia.*"))) == 2:
        pytest.skip("tên tệp ở đây không phân biệt chữ hoa")
    message = "có hai tệp cùng tên, cùng loại"
    assert told(content) == [f"phieu-bia.Docx: {message}", f"phieu-bia.docx: {message}"]


def test_a_heavy_file_and_one_that_unpacks_to_much_are_refused(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    with (content / "documents/phieu-bia.pdf").open("wb") as heavy:
        heavy.truncate(documents.MAX_BYTES + 1)
    with zipfile.ZipFile(content / "documents/phieu-bia.xlsx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/workbook.xml", "<a/>")
        with bomb.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(210):
                member.write(bytes(1_000_000))
    assert told(content) == ["phieu-bia.pdf: tệp nặng quá 30 MB", "phieu-bia.xlsx: tệp bung ra quá 200 MB"]


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + bytes(200), b"PK\x05\x06" + b"\xff" * 18])
def test_a_damaged_file_is_told_and_never_a_traceback(tmp_path: Path, data: bytes) -> None:
    content = copy_small(tmp_path)
    (content / "documents/phieu-bia.docx").write_bytes(data)
    assert told(content) == ["phieu-bia.docx: không phải tệp Word (.docx), dù tên tệp ghi vậy"]


def test_what_came_of_a_movement_and_a_bloc_waits_for_its_day(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    movement, bloc = content / "movements/sach-nha.yml", content / "blocs/khoi-to-dan-pho.yml"
    movement.write_text(
        movement.read_text(encoding="utf-8") + "  - date: 2026-09-01\n    text: Ba mươi ngõ có cây.\n", encoding="utf-8"
    )
    bloc.write_text(
        bloc.read_text(encoding="utf-8") + "result:\n  date: 2026-09-01\n  text: Cả khối giữ lời hứa.\n",
        encoding="utf-8",
    )
    for day, shown in ((date(2026, 8, 31), False), (date(2026, 9, 1), True)):
        made = pages(content, tmp_path / "build", day)
        assert ("Ba mươi ngõ có cây" in made["phong-trao/sach-nha.md"].decode()) is shown
        assert ("Cả khối giữ lời hứa" in made[BLOC].decode()) is shown
        assert ("Chưa công bố kết quả" in made[BLOC].decode()) is not shown
        assert ("Đã có kết quả" in made["cum-khoi/index.md"].decode().split("Năm 2025")[0]) is shown


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 28), "Bắt đầu từ ngày 01/3/2026"),
        (date(2026, 11, 30), "Đang diễn ra, hôm nay là ngày cuối"),
        (date(2026, 12, 1), "Đã kết thúc ngày 30/11/2026"),
    ],
)
def test_a_movement_says_whether_it_is_on(tmp_path: Path, day: date, words: str) -> None:
    assert words in pages(SMALL, tmp_path, day)["phong-trao/sach-nha.md"].decode()


def test_previous_years_stand_below_and_keep_their_pages(tmp_path: Path) -> None:
    listed = small_pages(SMALL, tmp_path).joinpath("cum-khoi/index.md").read_text(encoding="utf-8")
    headings = [line.partition(" {")[0].partition(" <")[0] for line in listed.split("\n") if line.startswith("##")]
    assert headings == [
        "## Năm 2026",
        "### Khối thi đua của phường",
        "### Cụm thi đua của thành phố",
        "## Năm 2025",
        "### Khối thi đua của phường",
        "## Kế hoạch nói gì",
    ]


def test_the_council_says_what_is_not_known(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    (content / "council.yml").unlink()
    page = pages(content, tmp_path / "build")[COUNCIL].decode()
    assert "Phường chưa công bố quyết định thành lập, danh sách thành viên và kế hoạch công tác của Hội đồng" in page
    assert "## Thành viên" not in page
    assert "<mark>Hội đồng</mark> xét khen; Hội đồng nhân dân các cấp giám sát.”" in page


def test_no_member_is_named_without_the_founding_decision(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    assert "(Tên bịa)" in pages(content, tmp_path / "build")[COUNCIL].decode()
    changed(content / "documents/thanh-lap-hoi-dong.yml", ("2026-01-16}\n", "2026-01-16}\npublish_from: 2027-01-01\n"))
    with pytest.raises(ContentInvalid) as refused:
        pages(content, tmp_path / "build")
    assert [one.rule for one in refused.value.problems if one.severity == "lỗi"] == ["bieu-mau"]
    changed(content / "council.yml", ("    name: (Tên bịa)\n", ""))
    page = pages(content, tmp_path / "build")[COUNCIL].decode()
    assert "quyết định thành lập và kế hoạch công tác" in page
    assert "Chủ tịch Hội đồng" in page


def test_every_relation_shows_on_both_pages(tmp_path: Path) -> None:
    made = {path: data.decode() for path, data in tree(small_pages(SMALL, tmp_path)).items() if path.endswith(".md")}
    for one, other in (
        ("bieu-mau/nop-ho-so.md", "phong-trao/sach-nha.md"),  # named by the document
        ("bieu-mau/phieu-bia.md", "phong-trao/sach-nha.md"),  # named by the movement
        ("bieu-mau/da-dong.md", "phong-trao/sach-nha.md"),  # evidence of a result
        ("bieu-mau/huong-dan.md", "cum-khoi/khoi-to-dan-pho.md"),
        ("bieu-mau/thanh-lap-hoi-dong.md", "hoi-dong/index.md"),
        ("bieu-mau/phieu-bia.md", "van-ban/nd-mau.md"),
        ("bieu-mau/phieu-bia.md", "bieu-mau/huong-dan.md"),  # linked in prose
        ("bieu-mau/huong-dan.md", "van-ban/luat-mau.md"),
        ("bieu-mau/huong-dan.md", "don-vi/phong-van-hoa.md"),
        ("cum-khoi/cum-tinh.md", "don-vi/ubnd-phuong.md"),
        ("phong-trao/sach-nha.md", "don-vi/to-dan-pho.md"),
        ("hoi-dong/index.md", "don-vi/chu-tich.md"),
    ):
        for page, target in ((one, other), (other, one)):
            name = target.removesuffix(".md").removesuffix("index").rstrip("/").rpartition("/")[2]
            assert f"{name}/" in made[page] or f"{name}.md" in made[page] or f"{name}/index.md" in made[page], (
                page,
                target,
            )


def test_days_left_are_counted_to_the_day_the_site_is_made_for(tmp_path: Path) -> None:
    first = pages(SMALL, tmp_path)["index.md"].decode()
    later = pages(SMALL, tmp_path, AS_OF + timedelta(days=1))["index.md"].decode()
    assert "<strong>31/8/2026</strong>còn 16 ngày" in first
    assert "<strong>31/8/2026</strong>còn 15 ngày" in later
    assert "Nộp danh sách dự lễ" in first
    assert "Nộp danh sách dự lễ" not in later
    assert first.index("15/8/2026</strong>") < first.index("20/8/2026</strong>") < first.index("31/8/2026</strong>")


def test_a_name_left_in_a_file_to_download_is_found_when_its_owner_is_taken_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = copy_small(tmp_path)
    paper = Document()
    paper.add_paragraph("Người được khen: bà Lê Thị Mẫu.")
    paper.save(str(content / "documents/phieu-bia.docx"))
    monkeypatch.chdir(tmp_path)
    command = ["withdraw", "2026-001", "--content", "content", "--site", "site", "--as-of", AS_OF.isoformat()]
    assert main(command) == 1
    assert "bieu-mau/phieu-bia.docx: tên" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("path", "line", "rule"),
    [
        ("movements/moi.yml", "results: [{date: 2026-05-01, text: Gọi 0900 000 000}]\n", "thong-tin-rieng"),
        ("movements/moi.yml", "starts: 2026-05-02\nresults: [{date: 2026-05-01, text: A}]\n", "thu-tu-ngay"),
        ("movements/moi.yml", "results: [{date: 2026-05-01, text: A, document: khong-co}]\n", "tham-chieu"),
    ],
)
def test_results_are_checked(tmp_path: Path, path: str, line: str, rule: str) -> None:
    head = "name: Mới\nlaunched_by: ubnd-phuong\nfield: Môi trường\n"
    with pytest.raises(ContentInvalid) as refused:
        pages(write(copy_small(tmp_path), {path: head + line}), tmp_path / "build")
    assert {one.rule for one in refused.value.problems if one.severity == "lỗi"} == {rule}
