"""The tiny fictional ward: all that is made of it, compared with what was accepted; and what must never be in it."""

from __future__ import annotations

import io
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
import yaml
from lxml import etree, html
from PIL import Image

from generator.addresses import FIXED_PAGES
from generator.build import build_site, make_pages
from generator.models import DOCUMENT_SUFFIXES
from generator.problems import ContentInvalid
from generator.publishing import Layout, PublishingFailed, only_one
from tests.reading import document, paragraphs, said_in
from tests.site import AS_OF, ROOT, SITES, SMALL, copy_small, difference, small_pages, tree, write

EXPECTED = SITES / "small" / "expected"
PICTURES = "anh.txt"
"""Pictures are compared by name, format and size: their bytes may differ from one processor to another."""
FILES = "tai-ve.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file made of the small ward."""
    return tree(small_pages(SMALL, tmp_path_factory.mktemp("small")))


def as_text(made: dict[str, bytes]) -> dict[str, str]:
    """The files as text, one list of all pictures, and one of the files to download, which are the editors' own."""
    pictures = {path: Image.open(io.BytesIO(data)) for path, data in made.items() if path.startswith("anh/")}
    listed = [f"{path} {image.format} {image.width}x{image.height}\n" for path, image in sorted(pictures.items())]
    files = {path: len(data) for path, data in made.items() if path.endswith(DOCUMENT_SUFFIXES)}
    texts = {path: data.decode() for path, data in made.items() if path not in pictures and path not in files}
    sizes = [f"{path} {size}\n" for path, size in sorted(files.items())]
    return {**texts, PICTURES: "".join(listed), FILES: "".join(sizes)}


def test_the_whole_output_is_as_accepted(made: dict[str, bytes], bless: bool) -> None:
    now = as_text(made)
    if bless:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        write(EXPECTED, now)
    kept = {path: data.decode() for path, data in tree(EXPECTED).items()}
    parts = [difference(path, kept.get(path, ""), now.get(path, "")) for path in sorted({*kept, *now})]
    changed = "\n".join(part for part in parts if part)
    assert not changed, f"the output for tests/sites/small changed; if it is meant: make bless\n\n{changed}"


def test_one_changed_letter_is_noticed(tmp_path: Path, made: dict[str, bytes]) -> None:
    content = copy_small(tmp_path)
    plan = content / "plans/2026/plan.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("từng ngõ", "từng ngách"), encoding="utf-8")
    other = tree(small_pages(content, tmp_path / "build"))
    changed = [path for path in made if other.get(path) != made[path]]
    assert "ke-hoach/2026/index.md" in changed
    assert "từng ngách" in other["ke-hoach/2026/index.md"].decode()


def test_nothing_is_made_of_what_may_not_be_shown(made: dict[str, bytes]) -> None:
    everything = "\n".join(said_in(path, data) for path, data in made.items())
    for hidden in (
        "Người Không Đồng Ý",  # no ground
        "Việc này không được lên trang",
        "Trần Thị Bé Mẫu",  # a child without its own consent
        "Báo cháy kịp thời",  # what that child did would tell who it is
        "Cách làm chưa duyệt",  # not approved
        "Không được lên trang",
        "Hứa Văn Hủy",  # the award was revoked
        "bị hủy bỏ",
        "Thành tích này không có trong phiếu đồng ý",  # a child's consent names the name alone
        "Lục Văn Đợi",  # to be published later, the decision with it
        "Ninh Thị Chờ",
        "chưa tới ngày công bố",
        "đang chờ công bố",
        "11/QĐ-UBND",
        "Phùng Văn Nháp",  # a draft
        "còn đang soạn",
        "2026-024",
        "Biểu mẫu còn soạn",
    ):
        assert hidden not in everything
    assert "2026-004" not in "".join(made)
    pdfs = {path for path, data in made.items() if data.startswith(b"%PDF")}
    # no scan that shows people who may not be named, no file of a draft: only what the generator makes itself
    made_of_plans = {f"ke-hoach/{year}/tai-ve/ke-hoach-{year}.pdf" for year in (2025, 2026)}
    assert pdfs == made_of_plans | {"huong-dan/phieu-gioi-thieu-guong.pdf"}
    assert "Âu Thị Có Tên" in everything


def test_what_is_gone_leaves_a_neutral_page(made: dict[str, bytes]) -> None:
    revoked, withdrawn = made["guong/2026-021.md"].decode(), made["guong/2026-022.md"].decode()
    assert revoked == withdrawn
    assert "Địa chỉ này không có thông tin để xem." in revoked
    for address in ("guong/2026-021", "guong/2026-022"):
        assert all(address.encode() not in data for path, data in made.items() if not path.startswith("anh/"))


def test_a_row_keeps_its_number_whatever_becomes_of_it(made: dict[str, bytes]) -> None:
    page = made["khen-thuong/2026/10-qd.md"].decode()
    numbers = [line.split(">")[2].partition("<")[0] for line in page.split("\n") if line.startswith("<tr id=")]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert "Đã hủy bỏ, theo Quyết định số 12/QĐ-UBND ngày 15/7/2026" in page
    assert "Đã gỡ thông tin, ngày 05/7/2026" in page


def test_an_embargo_ends_on_its_day(tmp_path: Path) -> None:
    layout = Layout(ROOT, SMALL, tmp_path)
    make_pages(layout, date(2026, 9, 1))
    assert "Lục Văn Đợi" not in b"".join(tree(layout.markdown).values()).decode(errors="ignore")
    make_pages(layout, date(2026, 9, 2))
    pages = tree(layout.markdown)
    assert "Lục Văn Đợi" in pages["guong/2026-024.md"].decode()
    assert "Ninh Thị Chờ" in pages["khen-thuong/2026/11-cho.md"].decode()


def test_a_scan_is_published_when_it_was_checked_and_everybody_on_it_may_be_named(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    decision, scan = content / "decisions/2026/10-qd.yml", "ban-quet/2026-10-qd.pdf"
    text = decision.read_text(encoding="utf-8")
    starts = ("      - exemplar: 2026-021", "      - name: {courtesy: ông, name: Khú", "      - name: {courtesy: em")
    hidden, adult, child = (text.index(words) for words in starts)
    named = text[:hidden] + text[adult:]
    all_named = text[:hidden] + text[adult:child] + text[text.index("      - exemplar: 2026-023") :]
    for shown, words in (
        (False, text),
        (False, text + "scan_checked: true\n"),
        (False, named + "scan_checked: true\n"),  # a child is on it
        (False, all_named),
        (True, all_named + "scan_checked: true\n"),
    ):
        decision.write_text(words, encoding="utf-8")
        pages = tree(small_pages(content, tmp_path / "build"))
        assert (scan in pages) is shown
        assert ("Bản quét đã ký (PDF)" in pages["khen-thuong/2026/10-qd.md"].decode()) is shown


def test_names_of_people_stand_in_no_address(made: dict[str, bytes]) -> None:
    for path in made:
        for name in ("mau-le", "le-thi", "do-van", "nguyen-van", "au-thi", "tran-thi"):
            assert name not in path


def test_samples_say_that_they_are_samples(made: dict[str, bytes]) -> None:
    for path in ("guong/2026-005.md", "khen-thuong/2026/02-qd.md", "phong-trao/doc-sach.md"):
        assert "\nsample: " in made[path].decode().split("\n---\n")[0], path
    for path in ("guong/2026-001.md", "khen-thuong/2026/01-qd.md", "phong-trao/sach-nha.md"):
        assert "\nsample: " not in made[path].decode().split("\n---\n")[0], path


def test_a_sample_paper_does_not_make_the_states_of_tasks_samples(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    (content / "plans" / "2026" / "progress.yml").unlink()
    notice = content / "documents" / "nop-ho-so.yml"
    notice.write_text(f"{notice.read_text()}sample: true\n")
    page = (small_pages(content, tmp_path / "work") / "ke-hoach" / "2026" / "tien-do.md").read_text()
    head = page.split("\n---\n")[0]
    assert "Ở các dòng “Việc thực hiện” có phong trào, quyết định, gương, văn bản" in head
    assert "Trạng thái" not in head


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    layout = Layout(ROOT, SMALL, tmp_path)
    first = make_pages(layout, AS_OF)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    second = make_pages(layout, AS_OF)
    assert (first.changed, first.removed) == (len(tree(layout.markdown)), 0)
    assert (second.changed, second.removed) == (0, 0)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize(
    "files",
    [
        {"exemplars/2026-003.yml.gone": ""},
        {"exemplars/2026-001.png.gone": "", "exemplars/2026-001.yml.gone": "", "practices/ngo-xanh.yml.gone": ""},
        {"movements/moi.yml": "name: Mới\nlaunched_by: ubnd-phuong\nfield: Môi trường\n"},
        {"organisations/van-phong.yml": "name: Văn phòng\naliases: [Văn phòng]\nkind: body\nlevel: ward\n"},
    ],
)
def test_an_edit_gives_the_same_as_a_clean_run(tmp_path: Path, files: dict[str, str]) -> None:
    work = tmp_path / "build"
    small_pages(SMALL, work)
    if any("2026-00" in path for path in files):  # whoever is taken away is taken out of the lists, too
        files = {**files, "decisions/2026/01-qd.yml.gone": "", "plans/2026/progress.yml.gone": ""}
    overlay = write(tmp_path / "overlay", files)
    if "practices/ngo-xanh.yml.gone" in files:
        write(overlay, {"practices/cho-duyet.yml.gone": ""})
    content = copy_small(tmp_path / "edited", overlay)
    assert tree(small_pages(content, work)) == tree(small_pages(content, tmp_path / "clean"))


def test_same_in_same_out_in_any_place_and_time(tmp_path: Path, made: dict[str, bytes]) -> None:
    program = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from generator.build import make_pages; from generator.publishing import Layout\n"
        "make_pages(Layout(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])), date.fromisoformat(sys.argv[4]))\n"
    )
    for number, surroundings in enumerate(
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
         {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"})
    ):  # fmt: skip
        work = tmp_path / str(number)
        subprocess.run(
            [sys.executable, "-c", program, str(ROOT), str(SMALL), str(work), AS_OF.isoformat()],
            env={**os.environ, **surroundings}, check=True, cwd=ROOT,
        )  # fmt: skip
        assert tree(work / "markdown") == made


def test_the_day_is_the_only_clock(tmp_path: Path, made: dict[str, bytes]) -> None:
    layout = Layout(ROOT, SMALL, tmp_path)
    make_pages(layout, AS_OF - timedelta(days=100))
    other = tree(layout.markdown)
    assert "Tính đến ngày 07/5/2026" in other["ke-hoach/2026/tien-do.md"].decode()
    assert "Tính đến ngày 15/8/2026" in made["ke-hoach/2026/tien-do.md"].decode()
    assert "Ghi ngày 25/6/2026" not in other["ke-hoach/2026/tien-do.md"].decode()
    assert "Đã hoàn thành" in made["ke-hoach/2026/tien-do.md"].decode()


def test_every_page_that_prose_may_lead_to_is_there_in_a_ward_that_has_little(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    shutil.rmtree(content / "consultations")
    (content / "finder.yml").unlink()
    guide = content / "guidance/de-nghi.md"
    links = "".join(f"- [Trang {name}](pages/{name})\n" for name in FIXED_PAGES)
    text = f"{guide.read_text(encoding='utf-8')}\n::: lời khuyên\n{links}:::\n"
    guide.write_text(text, encoding="utf-8", newline="\n")
    pages = tree(small_pages(content, tmp_path / "build"))
    led = dict(re.findall(r"\[Trang ([\w-]+)\]\(([^)\s]+)\)", pages["huong-dan/de-nghi.md"].decode()))
    assert led.keys() == FIXED_PAGES.keys() - {"toi-muon"}  # its words alone stand there
    assert {posixpath.normpath(f"huong-dan/{target}") for target in led.values()} <= pages.keys()
    assert "Hiện chưa có danh sách nào được đăng ở đây để lấy ý kiến." in pages["lay-y-kien/index.md"].decode()


def test_two_builds_of_one_project_do_not_mix(tmp_path: Path) -> None:
    layout = Layout(ROOT, SMALL, tmp_path / "build")
    with only_one(layout.work / ".lock"), pytest.raises(PublishingFailed, match="một lần dựng khác đang chạy"):
        build_site(layout, AS_OF, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert not layout.markdown.exists()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the small ward; MkDocs' warnings would stop it."""
    folder = tmp_path_factory.mktemp("site")
    build_site(Layout(ROOT, SMALL, folder / "build"), AS_OF, folder / "site")
    return folder / "site"


def test_nothing_that_was_typed_acts(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        tree_ = html.parse(str(page))
        for element in tree_.iter(etree.Element):
            assert not [name for name in element.attrib if name.startswith("on") or name in {"style", "srcdoc"}], page
            for name in ("href", "src", "action"):
                assert not (element.get(name) or "").strip().lower().startswith(("javascript:", "data:")), page
            if element.tag == "script" and element.get("type") == "application/ld+json":
                assert json.loads(element.text), page  # data: nothing that was typed closed it
            elif element.tag == "script":
                assert element.get("src"), page
                assert not (element.text or "").strip(), page


def test_what_was_typed_shows(site: Path) -> None:
    page = html.parse(str(site / "guong/2026-005/index.html"))
    pages = (page, html.parse(str(site / "guong/index.html")))
    said = " ".join(word for one in pages for word in one.getroot().text_content().split())
    for typed in (
        "*ông* <script>alert(1)</script> {{ 7 * 7 }} {% raw %}",
        "1. ![ảnh](x onerror=alert(4)) {: onclick=alert(5) } &lt;b&gt; `mã` ~~gạch~~",
        '<img src=x onerror=alert(6)> {{ config }} {% include "x" %}',
        "<svg onload=alert(7)> {: #hong onclick=alert(8) }",
        "[bấm](javascript:alert(9))",
        "a b 1 2",
        "<b>Ảnh</b> & {{ bịa }}",
    ):
        assert typed in said, typed
    (image,) = page.xpath("//article//img | //figure//img")
    assert image.get("alt") == '"><script>alert(10)</script>'


def test_the_plan_reads_back_to_the_letter(site: Path) -> None:
    plan = yaml.load((SMALL / "plans/2026/plan.yml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - guesses nothing
    assert paragraphs(document(site / "ke-hoach/2026/index.html")) == list(_paragraphs(plan))


def _paragraphs(plan: dict[str, Any]) -> Iterator[str]:
    """Every paragraph of the plan as printed, in its order."""
    yield from (plan["number_line"], plan["place_line"], plan["type"], plan["title"], *plan["preamble"])
    yield from _parts(plan["sections"])
    yield from (*plan["conclusions"], plan["distribution"]["heading"], *plan["distribution"]["lines"])
    yield from (*plan["signature"]["lines"], plan["signature"]["name"])


def _parts(parts: list[dict[str, Any]]) -> Iterator[str]:
    for part in parts:
        label = next((part[name] for name in ("section", "clause", "point", "indent") if name in part), "")
        yield f"{label} {part['paragraph'] if 'paragraph' in part else part['text']}".strip()
        yield from _parts(part.get("parts", []))


def test_every_link_and_anchor_of_the_site_leads_somewhere(site: Path) -> None:
    ids = {page: set(html.parse(str(page)).xpath("//@id")) for page in site.rglob("*.html")}
    for page, own in ids.items():
        if page.name == "404.html":
            continue
        assert len(own) == len(html.parse(str(page)).xpath("//@id")), f"an id stands twice: {page}"
        for link in html.parse(str(page)).xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            path, _, part = str(link).partition("#")
            if "://" in path or path.startswith(("tel:", "mailto:")):
                continue
            target = (page.parent / unquote(path)).resolve() if path else page
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), (page, link)
            assert not part or part in ids[target], (page, link)


def test_the_missing_page_starts_at_the_path_of_the_sites_address(site: Path) -> None:
    """It is served for any address: its links can neither be relative nor start at the host's root."""
    page = html.parse(str(site / "404.html"))
    links = [str(one) for one in page.xpath("//@href | //@src") if not str(one).startswith(("#", "tel:", "mailto:"))]
    local = [link for link in links if "://" not in link]
    assert len(local) > 20
    assert [link for link in local if not link.startswith("/thi-dua/")] == []
    for link in local:
        file = site / link.partition("#")[0].removeprefix("/thi-dua/")
        assert (file / "index.html" if file.is_dir() else file).is_file(), link


CHILD = """\
kind: individual
name: {courtesy: em, name: Mạc Thị Nhỏ, position: học sinh lớp 5A Bịa}
age_group: 7-15
organisation: van-phong
introduced_by: phong-van-hoa
introduced_on: 2026-05-01
field: Môi trường
deed: Nhặt được của rơi, trả lại người mất
story: Em trả lại chiếc ví.
shown: {ground: consent, scope: SCOPE, recorded: 2026-05-02, CONSENTS}
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}
"""
BOTH = "guardian_consent: 2026-05-01, child_consent: 2026-05-01"


@pytest.mark.parametrize(
    ("scope", "consents", "page", "unit"),
    [
        ("[name]", BOTH, False, False),
        ("[name, story]", "guardian_consent: 2026-05-01", False, False),
        ("[name, story]", BOTH, True, False),
        ("[name, story, unit]", BOTH, True, True),
        ("[name, story]", "guardian_consent: 2026-05-01, child_consent: 2026-12-01", False, False),
    ],
)
def test_of_a_child_only_what_both_consents_name(
    tmp_path: Path, scope: str, consents: str, page: bool, unit: bool
) -> None:
    child = (
        CHILD.replace("SCOPE", scope)
        .replace("CONSENTS", consents)
        .replace("photo: {alt: Một em nhỏ, credit: Ảnh bịa}\n", "")
    )
    content = write(copy_small(tmp_path), {"exemplars/2026-031.yml": child})
    made = tree(small_pages(content, tmp_path / "build"))
    assert ("guong/2026-031.md" in made) is page
    everything = b"".join(data for path, data in made.items() if not path.startswith("anh/")).decode(errors="ignore")
    assert ("lớp 5A Bịa" in everything) is unit
    if page:
        own = made["guong/2026-031.md"].decode()
        assert ("\nĐơn vị\n:" in own) is unit
        assert ("Giới thiệu bởi" in own) is unit


@pytest.mark.parametrize(
    ("people", "consents", "shown"),
    [("adults", "", True), ("none", "", True), ("children", "", False), ("children", f", {BOTH}", True)],
)
def test_a_picture_of_a_group_with_children_needs_their_consents(
    tmp_path: Path, people: str, consents: str, shown: bool
) -> None:
    content = copy_small(tmp_path)
    shutil.copy(content / "exemplars/2026-001.png", content / "exemplars/2026-032.png")
    group = (
        f"kind: group\nname: {{name: Lớp bịa}}\nintroduced_by: van-phong\nfield: Giáo dục\ndeed: Trồng cây\n"
        f"photo: {{alt: Một nhóm người, credit: Ảnh bịa, people: {people}}}\n"
        f"shown: {{ground: public-event, scope: [photo], recorded: 2026-05-02{consents}}}\n"
        "approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}\n"
    )
    write(content, {"exemplars/2026-032.yml": group})
    if not shown:
        with pytest.raises(ContentInvalid, match="1 lỗi"):
            small_pages(content, tmp_path / "build")
        return
    assert any(path.startswith("anh/2026-032-") for path in tree(small_pages(content, tmp_path / "build")))


def test_what_is_not_published_is_no_evidence_and_names_no_revocation(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    progress = content / "plans/2026/progress.yml"
    text = progress.read_text(encoding="utf-8")
    assert "evidence:" in text
    hidden = "evidence:\n      - {label: Bằng chứng chưa công bố, decision: 2026/11-cho}"
    progress.write_text(re.sub(r"evidence:", hidden, text, count=1), encoding="utf-8")
    decision = content / "decisions/2026/10-qd.yml"
    row = "revoked: {number: 12/QĐ-UBND, date: 2026-07-15}"
    words = decision.read_text(encoding="utf-8")
    assert row in words
    decision.write_text(words.replace(row, row[:-1] + ", decision: 2026/11-cho}"), encoding="utf-8")
    made = tree(small_pages(content, tmp_path / "build"))
    everything = b"".join(data for path, data in made.items() if not path.startswith("anh/")).decode(errors="ignore")
    for words in ("Bằng chứng chưa công bố", "11-cho", "12/QĐ-UBND"):
        assert words not in everything
    assert "Đã hủy bỏ</span>" in made["khen-thuong/2026/10-qd.md"].decode()


def test_a_ground_of_tomorrow_shows_nobody_today(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    decision = content / "decisions/2026/10-qd.yml"
    text = decision.read_text(encoding="utf-8")
    shown = "shown: {ground: consent, scope: [name], recorded: 2026-06-18}"
    assert shown in text
    decision.write_text(text.replace(shown, shown.replace("2026-06-18", "2026-12-01")), encoding="utf-8")
    page = tree(small_pages(content, tmp_path / "build"))["khen-thuong/2026/10-qd.md"].decode()
    assert "Khúc Văn Mẫu" not in page
