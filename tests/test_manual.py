"""The editors' manual says what the program does: its tables, its examples, its commands, its error."""

import re
import shlex
import shutil
import textwrap
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from generator.build import check
from generator.checks import RULES
from generator.cli import main, make_parser
from generator.manual import refresh_manual
from generator.models import WRITTEN
from generator.yaml_source import read_yaml

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "docs" / "bien-tap.md"
GUIDES = (MANUAL, ROOT / "docs" / "windows.md")
AS_OF = date(2026, 11, 22)
RULES_OF_FORM = ("tep", "ten-tep", "ma-hoa", "yaml", "truong")
ADDED = ", thêm vào cuối tệp"


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language, also those inside a list, without their indent."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(block) for _, block in found]


def examples() -> dict[str, str]:
    """The example files of the manual by path; a block that is added to a file stands at that file's end."""
    files: dict[str, str] = {}
    for block in blocks(MANUAL.read_text(encoding="utf-8"), "yaml"):
        head, _, rest = block.partition("\n")
        path = head.removeprefix("# ").removesuffix(ADDED)
        if not path.startswith("content/"):
            continue
        if head.endswith(ADDED):
            files[path] += rest
        else:
            files[path] = rest if path.endswith(".md") else block
    return files


def lay_over(files: dict[str, str], folder: Path) -> Path:
    """A copy of the real content with the files laid over it, as a demo; a record with a photo gets one."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    portal = content / "portal.yml"
    portal.write_text(re.sub("(?m)^stage: .*$", "stage: demo", portal.read_text(encoding="utf-8")), encoding="utf-8")
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if re.search("(?m)^photo:", text):
            shutil.copy(next((ROOT / "content").rglob("*.jpg")), file.with_suffix(".jpg"))
    return content


def test_generated_parts_are_fresh(request: pytest.FixtureRequest):
    text = MANUAL.read_text(encoding="utf-8")
    fresh = refresh_manual(text)
    if request.config.getoption("--bless", default=False):
        MANUAL.write_text(fresh, encoding="utf-8", newline="\n")
        return
    assert text == fresh, "docs/bien-tap.md không còn khớp với chương trình; chạy: make bless"


def test_refreshing_keeps_what_people_wrote():
    text = "Trước\n\n<!-- luật kiểm tra -->\ncũ\n<!-- hết bảng -->\n\nSau\n"
    fresh = refresh_manual(text)
    assert fresh.startswith("Trước\n\n<!-- luật kiểm tra -->\n| Luật |")
    assert fresh.endswith("|\n<!-- hết bảng -->\n\nSau\n")
    assert refresh_manual(fresh) == fresh


def test_nested_fields_are_told_once():
    fresh = refresh_manual("<!-- bảng:decisions -->\n<!-- hết bảng -->")
    assert "| `lists[].award` | Danh hiệu hoặc hình thức khen thưởng | `giay-khen` | có |" in fresh
    assert fresh.count("guardian_consent`") == 1
    assert "Trường con: như ở `shown`" in fresh


def test_every_kind_has_its_table():
    text = MANUAL.read_text(encoding="utf-8")
    assert re.findall("<!-- bảng:([a-z-]+) -->\n", text).count("decisions") == 1
    assert set(re.findall("<!-- bảng:([a-z-]+) -->\n", text)) == set(WRITTEN)


def test_values_in_the_tables_can_be_typed_as_they_stand():
    rows = re.findall(r"^\| `[^`|]+` \|[^|]*\| `([^`|]+)` \| (?:có|không) \|$", MANUAL.read_text("utf-8"), re.MULTILINE)
    assert len(rows) > 100
    for value in rows:
        data, problems = read_yaml(f"key:\n  {value}" if value.startswith("- ") else f"key: {value}", Path())
        assert problems == [], value
        assert isinstance(data["key"], list if value.startswith("- ") else str), value


def test_every_rule_is_in_the_manual():
    text = MANUAL.read_text(encoding="utf-8")
    for rule in (*RULES_OF_FORM, *(module.RULE for module in RULES)):
        assert f"| `{rule}` |" in text


def test_examples_pass_the_checks(tmp_path: Path):
    files = examples()
    assert {path.split("/")[1] for path in files} >= {
        "decisions", "exemplars", "guidance", "legislation", "organisations", "plans",
    }  # fmt: skip
    _, warnings = check(lay_over(files, tmp_path), AS_OF)
    assert [one for one in warnings if any(path in one.place.file.as_posix() for path in files)] == []


def test_every_yaml_block_is_an_example():
    text = MANUAL.read_text(encoding="utf-8")
    assert all(block.startswith("# content/") for block in blocks(text, "yaml"))


def test_the_error_shown_is_what_the_program_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    files = examples()
    for path, right, wrong in (
        ("content/decisions/2026/vi-du.yml", "award: giay-khen", "award: giay-ken"),
        ("content/plans/2026/progress.yml", "date: 2026-06-02", "date: 31/6/2026"),
    ):
        assert right in files[path]
        files[path] = files[path].replace(right, wrong, 1)
    lay_over(files, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--content", "content", "--as-of", "2026-11-22"]) == 1
    shown = [block for block in blocks(MANUAL.read_text(encoding="utf-8"), "text") if "lỗi:" in block]
    assert shown == [capsys.readouterr().err]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_commands_exist(guide: Path):
    text = guide.read_text(encoding="utf-8")
    said = re.findall(r"`(?:\.venv\\Scripts\\)?portal ([^`\n]+)`", text)
    said += re.findall(r"(?m)^ *(?:\.venv\\Scripts\\)?portal (.+)$", text)
    assert said
    for words in said:
        arguments = shlex.split(words.replace("LOẠI MÃ", "awards giay-khen"))
        code: object = 0
        try:
            make_parser().parse_args(arguments)
        except SystemExit as stop:
            code = stop.code  # 0 after --help
        assert code == 0, words


def test_other_servers_are_told_to_say_what_iis_says():
    said = etree.parse(ROOT / "site_templates/theme/web.config").iterfind(".//customHeaders/add")
    manual = MANUAL.read_text(encoding="utf-8")
    for one in said:
        name, value = one.get("name"), one.get("value")
        assert f'add_header {name} "{value}" always;' in manual
        assert f'Header always set {name} "{value}"' in manual


def test_make_targets_exist():
    targets = re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"))
    for guide in GUIDES:
        assert set(re.findall(r"`make ([a-z]+)`", guide.read_text(encoding="utf-8"))) <= set(targets)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_links_lead_somewhere(guide: Path):
    text = re.sub(r"(?ms)^ *```.*?^ *```$|`[^`\n]*`", "", guide.read_text(encoding="utf-8"))
    titles = re.findall("(?m)^#+ (.+)$", text)
    headings = {re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings
        elif not target.startswith("http"):
            assert (guide.parent / target).is_file()
