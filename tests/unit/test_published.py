"""Addresses once published: none is lost without an error, new ones are only added."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import check, list_addresses, make_pages
from generator.cli import main
from generator.problems import ContentInvalid
from generator.publishing import Layout
from tests.site import AS_OF, ROOT, copy_small

FILE = "addresses.txt"


def listed(content: Path) -> list[str]:
    return (content / FILE).read_text(encoding="utf-8").splitlines()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The tiny ward with its addresses listed."""
    copy = copy_small(tmp_path)
    count, new = list_addresses(copy, AS_OF)
    assert count == new == len(listed(copy))
    return copy


def lost(content: Path, as_of: date = AS_OF) -> list[tuple[int, str, str]]:
    """Line, message and way out of each lost address, as both check and build tell them."""
    told: list[list[tuple[int, str, str]]] = []
    for run in (lambda: check(content, as_of), lambda: make_pages(Layout(ROOT, content, content.parent / "b"), as_of)):
        try:
            run()
            told.append([])
        except ContentInvalid as error:
            told.append([(one.place.line, one.message, one.fix) for one in error.problems if one.rule == "dia-chi"])
    assert told[0] == told[1]
    return told[0]


def test_what_lasts_is_listed_and_what_passes_is_not(content: Path) -> None:
    found = listed(content)
    assert found == sorted(set(found))
    for address in (
        "ke-hoach/2026/", "ke-hoach/2026/#muc-ii-1-dd", "ke-hoach/2026/so-sanh/", "ke-hoach/2026/tien-do/#nhiem-vu-2",
        "ke-hoach/2025/#phu-luc-i-bang-1", "ke-hoach/2025/#muc-ii-1", "guong/2026-001/", "guong/2026-022/",
        "khen-thuong/2026/10-qd/", "van-ban/luat-mau/", "lien-he/",
    ):  # fmt: skip
        assert address in found
    for address in found:
        assert not address.startswith(("guong/don-vi", "guong/nam-", "khen-thuong/xet-cho"))
        assert "trang-" not in address
        assert not address.endswith((".xml", ".txt"))


def test_the_same_again_adds_nothing_and_takes_nothing_away(content: Path) -> None:
    before = (content / FILE).read_bytes()
    assert list_addresses(content, AS_OF)[1] == 0
    assert (content / FILE).read_bytes() == before
    (content / "awards/gia-dinh-mau.yml").write_bytes((content / "awards/gia-dinh-mau.yml").read_bytes())
    (content / FILE).write_text("cu/da-mat/\n" + before.decode(), encoding="utf-8")
    list_addresses(content, AS_OF)
    assert "cu/da-mat/" in listed(content)


def test_a_lost_part_is_an_error_and_an_alias_is_the_way_out(content: Path) -> None:
    plan = content / "plans/2026/plan.yml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- e)", "- g)"), encoding="utf-8")
    line = listed(content).index("ke-hoach/2026/#muc-ii-1-e") + 1
    ((at, message, fix),) = lost(content)
    assert at == line
    assert message == 'địa chỉ đã đăng "ke-hoach/2026/#muc-ii-1-e" không còn dẫn tới đâu'
    assert fix.endswith("ghi địa chỉ cũ vào aliases của kế hoạch, hoặc chủ ý bỏ hẳn thì xóa dòng này")
    with plan.open("a", encoding="utf-8") as file:
        file.write("aliases:\n  - {old: muc-ii-1-e, part: muc-ii-1-g}\n")
    assert lost(content) == []


def test_a_lost_page_is_an_error(content: Path) -> None:
    (content / "practices/ngo-xanh.yml").unlink()
    ((_, message, fix),) = lost(content)
    assert message == 'địa chỉ đã đăng "cach-lam-hay/ngo-xanh/" không còn dẫn tới đâu'
    assert fix == "đưa tệp nội dung trở lại, hoặc chủ ý bỏ hẳn thì xóa dòng này"


def test_what_may_not_be_read_on_a_day_is_not_lost(content: Path) -> None:
    assert lost(content, date(2026, 4, 1)) == []


def test_a_reference_to_an_old_address_is_told_the_new_one(content: Path) -> None:
    with (content / "movements/doc-sach.yml").open("a", encoding="utf-8") as file:
        file.write("fulfils: [2025#muc-ii-1]\n")
    with pytest.raises(ContentInvalid) as error:
        check(content, AS_OF)
    (problem,) = (one for one in error.value.problems if one.rule == "tham-chieu")
    assert problem.fix.startswith('có phải "2025#chuong-ii-1')


def test_the_build_says_how_many_are_new_and_the_command_adds_them(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = listed(content)
    (content / FILE).write_text("\n".join(lines[2:]) + "\n", encoding="utf-8")
    assert make_pages(Layout(ROOT, content, tmp_path / "b"), AS_OF).unlisted == 2
    assert main(["addresses", "--content", str(content), "--as-of", AS_OF.isoformat()]) == 0
    assert capsys.readouterr().out.endswith(f"{FILE}: {len(lines)} địa chỉ, 2 mới ghi thêm.\n")
    assert listed(content) == lines


@pytest.mark.parametrize("bytes_", [b"\xff\xfe\x00", b"<script>\n{{ 7 }}\n../../etc/passwd\n"])
def test_a_strange_file_is_told_without_a_traceback(content: Path, bytes_: bytes) -> None:
    (content / FILE).write_bytes(bytes_)
    with pytest.raises(ContentInvalid):
        check(content, AS_OF)
