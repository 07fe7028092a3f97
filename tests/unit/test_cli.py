import re
from datetime import date
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import base, site
from generator.publishing import Layout
from tests.site import ROOT, copy_small, tree, write

AS_OF = "--as-of=2026-08-15"
COMMANDS = ("check", "pages", "build", "serve", "new")
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|positional|show|this|help|exit|message|default|required|invalid|choose|error|expected)\b"
)


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small ward's content, below the working folder, with nothing to warn of; work is done beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(site, "layout", lambda options: Layout(ROOT, options.content, tmp_path / "build"))
    folder = copy_small(tmp_path)
    (folder / "practices/cho-duyet.yml").unlink()
    return folder


def test_good_content_is_one_line(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", "content", AS_OF]) == 0
    said = capsys.readouterr()
    files = sum(1 for file in content.rglob("*") if file.suffix in (".yml", ".md"))
    assert said.out == f"Nội dung hợp lệ: {files} tệp, 0 cảnh báo, tính đến ngày 15/8/2026.\n"
    assert said.err == ""


def test_warnings_print_and_pass(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, {"practices/moi.yml": "name: A\nfield: B\nsummary: C\nstory: D\n"})
    assert main(["check", "--content", "content", AS_OF, "--format", "short"]) == 0
    said = capsys.readouterr()
    assert said.err == (
        "content/practices/moi.yml:1:1: cảnh báo: cách làm hay chưa được duyệt đăng, nên không lên trang [chua-duyet]\n"
        "1 cảnh báo trong 1 tệp.\n"
    )
    assert "1 cảnh báo, tính đến" in said.out


@pytest.mark.parametrize("command", ["check", "pages", "build"])
def test_wrong_content_is_exit_1_and_nothing_is_written(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    write(content, {"movements/sai.yml": "name: A\nlaunched_by: ubnd\nfield: B\n"})
    before = tree(tmp_path)
    site = ["--site", "site"] if command == "build" else []
    assert main([command, "--content", "content", AS_OF, *site]) == 1
    assert {path: data for path, data in tree(tmp_path).items() if not path.startswith("build/")} == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("1 lỗi trong 1 tệp. Chưa ghi thay đổi nào.\n")
    assert "Traceback" not in said.err


def test_annotations_for_ci(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(content, {"movements/sai.yml": "name: A\nlaunched_by: ubnd-phuongg\nfield: B\n"})
    assert main(["check", "--content", "content", AS_OF, "--format=github"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        "::error file=content/movements/sai.yml,line=2,col=14,title=tham-chieu::"
        'không có đơn vị "ubnd-phuongg" trong content/organisations Cách sửa: có phải "ubnd-phuong"?'
    )


@pytest.mark.parametrize(
    ("arguments", "message", "see"),
    [
        ([], "thiếu LỆNH", "portal"),
        (
            ["chek"],
            (
                "không có LỆNH “chek”; chọn một trong: check, pages, build, addresses, serve, new, approve, withdraw, "
                "revoke, export, import"
            ),
            "portal",
        ),
        (
            ["check", "--as-of", "31/02/2026"],
            "--as-of: “31/02/2026” không phải một ngày; viết như 2026-11-22",
            "portal check",
        ),
        (["check", "--as-of"], "--as-of cần một giá trị đi sau", "portal check"),
        (["check", "--format", "x"], "không có --format “x”; chọn một trong: full, short, github", "portal check"),
        (["check", "--manh"], "không hiểu “--manh”", "portal"),
        (["serve", "--port", "tám"], "--port không nhận “tám”", "portal serve"),
        (["new"], "thiếu LOẠI", "portal new"),
    ],
)
def test_wrong_usage_is_exit_2_in_vietnamese(
    arguments: list[str], message: str, see: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"Lỗi: lệnh chưa đúng: {message}.\nCách sửa: xem “{see} --help”.\n"


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_help_is_in_vietnamese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("cách dùng: portal")
    assert ENGLISH.findall(re.sub(r"--[a-z-]+|\{[^}]*\}", "", said)) == []
    if not arguments:
        assert all(re.search(rf"(?m)^ +{command} +\S", said) for command in COMMANDS)


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", "/khong/co", AS_OF]) == 1
    assert "không có thư mục nội dung này" in capsys.readouterr().err


def test_a_file_that_may_not_be_read(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "luat-mau.yml":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["check", "--content", "content", AS_OF]) == 1
    assert capsys.readouterr().err == (
        "content/legislation/luat-mau.yml:1:1: lỗi: không đọc được tệp này [tep]\n"
        "  cách sửa: đóng chương trình đang giữ tệp, xem lại quyền đọc của tệp\n"
        "1 lỗi trong 1 tệp. Chưa ghi thay đổi nào.\n"
    )


def test_a_site_where_something_else_lies(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path / "site", {"quy.txt": "giữ"})
    assert main(["build", "--content", "content", AS_OF, "--site", "site"]) == 1
    assert "đang chứa thứ khác, không phải trang do portal dựng" in capsys.readouterr().err
    assert tree(tmp_path / "site") == {"quy.txt": "giữ".encode()}


def test_a_new_entry_is_made_and_named(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "awards", "co-thi-dua", "--content", "content"]) == 0
    assert capsys.readouterr().out == "Đã tạo content/awards/co-thi-dua.yml. Điền các dòng, rồi chạy: portal check\n"
    assert (content / "awards/co-thi-dua.yml").exists()
    assert main(["new", "awards", "co-thi-dua", "--content", "content"]) == 1
    assert capsys.readouterr().err == "Lỗi: đã có tệp awards/co-thi-dua.yml; mở tệp đó để sửa\n"


def test_today_is_asked_only_when_no_day_is_given(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "today", lambda: date(2026, 9, 2))
    assert main(["check", "--content", "content"]) == 0
    assert capsys.readouterr().out.endswith("tính đến ngày 02/9/2026.\n")
    assert main(["check", "--content", "content", "--as-of", "15/8/2026"]) == 0
    assert capsys.readouterr().out.endswith("tính đến ngày 15/8/2026.\n")
