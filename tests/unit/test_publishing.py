import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import publishing
from generator.publishing import Frame, Layout, PublishingFailed, configure, publish, write_files
from generator.search_index import IndexingFailed
from tests.site import tree, write

FRAME = Frame("Cổng Mẫu", "https://mau.invalid/thi-dua", "Mô tả", {"ward": "Phường Mẫu"})


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A project of two pages and a theme of one line."""
    config = (
        "site_name: x\ntheme: {name: null, custom_dir: theme}\nplugins: []\nnav: [{Trang: index.md}]\n"
        'not_in_nav: "*"\nvalidation: {links: {not_found: warn}}\n'
    )
    root = tmp_path / "du-an"
    write(
        root,
        {
            "mkdocs.yml": config,
            "theme/main.html": "<title>{{ config.site_name }}</title>{{ config.extra.portal.ward }} {{ page.content }}",
            "theme/sitemap.xml": "",
            "content/portal.yml": "x",
            "site_templates/a.md": "x",
            "build/markdown/index.md": "# Một\n\n[Hai](hai.md)\n",
            "build/markdown/hai.md": "# Hai\n",
        },
    )
    return Layout(root, root / "content")


def mtimes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


def test_only_what_changed_is_written_and_what_is_gone_goes(tmp_path: Path) -> None:
    assert write_files({"a.md": b"1", "b/c.md": b"2", "d/e/f.md": b"3"}, tmp_path) == (3, 0)
    os.utime(tmp_path / "a.md", ns=(5, 5))
    assert write_files({"a.md": b"1", "b/c.md": b"9"}, tmp_path) == (1, 1)
    assert tree(tmp_path) == {"a.md": b"1", "b/c.md": b"9"}
    assert mtimes(tmp_path)["a.md"] == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b"]


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    write_files({"a.md/b.md": b"1"}, tmp_path)
    write_files({"a.md": b"2"}, tmp_path)
    assert tree(tmp_path) == {"a.md": b"2"}
    write_files({"a.md/b.md": b"1"}, tmp_path)
    assert tree(tmp_path) == {"a.md/b.md": b"1"}


def test_the_folders_own_gitignore_stays(tmp_path: Path) -> None:
    write(tmp_path, {".gitignore": "*\n", "b/.gitignore": "*\n"})
    assert write_files({"a.md": b"1"}, tmp_path) == (1, 1)
    assert tree(tmp_path) == {".gitignore": b"*\n", "a.md": b"1"}


@pytest.mark.parametrize(
    "path",
    [
        "../a.md",
        "b/../../a.md",
        "/khong/a.md",
        "/a.md",
        "..",
        "",
        ".",
        "a/",
        "a/.",
        "..\\a.md",
        "b\\..\\..\\a.md",
        "C:a.md",
    ],
)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    folder = write(tmp_path / "trang", {"cu.md": "cũ"})
    with pytest.raises(ValueError, match="outside the folder"):
        write_files({"moi.md": b"1", path: b"2"}, folder)
    assert tree(tmp_path) == {"trang/cu.md": "cũ".encode()}


def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "ngoai", {"a.md": "giữ"})
    folder = tmp_path / "trang"
    folder.mkdir()
    (folder / "b").symlink_to(outside)
    with pytest.raises(ValueError, match="outside the folder"):
        write_files({"b/a.md": b"1"}, folder)
    assert tree(outside) == {"a.md": "giữ".encode()}


def test_a_site_is_published_and_replaced_whole(layout: Layout, tmp_path: Path) -> None:
    site = tmp_path / "web" / "site"
    publish(layout, FRAME, site)
    first = (site / "index.html").read_text(encoding="utf-8")
    assert first.startswith("<title>Cổng Mẫu</title>Phường Mẫu")
    assert 'href="hai/"' in first
    (layout.markdown / "hai.md").unlink()
    (layout.markdown / "index.md").write_text("# Ba\n", encoding="utf-8")
    publish(layout, FRAME, site)
    assert not (site / "hai").exists()
    assert "Ba" in (site / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in site.parent.iterdir() if path.is_dir()] == ["site"]


def test_the_address_ends_in_a_slash_for_the_engine() -> None:
    class Config:
        extra: dict[str, object] = {}  # noqa: RUF012 - what MkDocs' own configuration looks like
        site_name = site_url = site_description = ""

    config = Config()
    configure(config, FRAME)
    assert (config.site_name, config.site_url) == ("Cổng Mẫu", "https://mau.invalid/thi-dua/")
    assert config.extra["portal"] == {"ward": "Phường Mẫu"}


def test_a_failing_build_leaves_the_old_site(layout: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    before = tree(tmp_path / "site")
    (layout.markdown / "index.md").write_text("[x](khong-co.md)\n", encoding="utf-8")
    with pytest.raises(PublishingFailed, match=r"MkDocs không dựng được trang:\n(.|\n)*khong-co\.md"):
        publish(layout, FRAME, site)
    assert tree(site) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["du-an", "site"]


@pytest.mark.parametrize("fault", [OSError("đĩa đầy"), KeyboardInterrupt()])
def test_a_broken_off_build_leaves_the_old_site(
    layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    before = tree(site)

    def break_off(_layout: Layout, _frame: Frame, new: Path) -> None:
        write(new, {"index.html": "nửa chừng"})
        raise fault

    monkeypatch.setattr(publishing, "_run_mkdocs", break_off)
    with pytest.raises(type(fault)):
        publish(layout, FRAME, site)
    assert tree(site) == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == ["du-an", "site"]


def test_a_swap_that_was_killed_is_recovered(layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    before = tree(site)
    rename = Path.rename

    def die_between(self: Path, target: Path) -> Path:
        moved = rename(self, target)
        if self == site:
            raise KeyboardInterrupt  # as if the process had ended here
        return moved

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", die_between)
        with pytest.raises(KeyboardInterrupt):
            publish(layout, FRAME, site)
    assert not site.exists()
    (layout.markdown / "index.md").write_text("[x](khong-co.md)\n", encoding="utf-8")
    with pytest.raises(PublishingFailed):
        publish(layout, FRAME, site)
    assert tree(site) == before


def test_what_a_killed_build_left_is_cleared(layout: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    write(tmp_path, {".site.portal-new/rac.html": "x", ".site.portal-old/rac.html": "x"})
    publish(layout, FRAME, site)
    assert "rac.html" not in tree(site)
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["du-an", "site"]


def test_neighbours_of_the_site_are_left_alone(layout: Layout, tmp_path: Path) -> None:
    names = ("site.old", "site.new", "site.bak", "site-old")
    write(tmp_path, {f"{name}/quy.html": "giữ" for name in names})
    publish(layout, FRAME, tmp_path / "site")
    publish(layout, FRAME, tmp_path / "site")
    assert all((tmp_path / name / "quy.html").read_text(encoding="utf-8") == "giữ" for name in names)


def test_a_folder_of_somebody_else_is_refused(layout: Layout, tmp_path: Path) -> None:
    site = write(tmp_path / "site", {"luan-van.docx": "quý"})
    with pytest.raises(PublishingFailed, match="đang chứa thứ khác, không phải trang do portal dựng"):
        publish(layout, FRAME, site)
    assert tree(site) == {"luan-van.docx": "quý".encode()}


def test_an_empty_folder_may_be_used(layout: Layout, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(layout, FRAME, tmp_path / "site")
    assert (tmp_path / "site/index.html").exists()


@pytest.mark.parametrize("place", [".", "content", "content/site", "build", "build/markdown", "site_templates/x", ".."])
def test_a_folder_that_holds_the_source_is_refused(layout: Layout, place: str) -> None:
    before = tree(layout.root)
    with pytest.raises(PublishingFailed, match="chứa nguồn của chuyên trang; chọn thư mục khác cho --site"):
        publish(layout, FRAME, layout.root / place)
    assert tree(layout.root) == before


def test_a_file_in_the_place_of_the_site_is_refused(layout: Layout, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("giữ", encoding="utf-8")
    with pytest.raises(PublishingFailed, match="không phải thư mục thường"):
        publish(layout, FRAME, tmp_path / "site")
    assert (tmp_path / "site").read_text(encoding="utf-8") == "giữ"


def test_a_link_to_the_site_goes_on_leading_to_it(layout: Layout, tmp_path: Path) -> None:
    (tmp_path / "that").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "that")
    publish(layout, FRAME, tmp_path / "site")
    publish(layout, FRAME, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "site/index.html").exists()


def test_two_at_once_do_not_mix(layout: Layout, tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    before = tree(site)
    hold = "import sys; from pathlib import Path; from generator.publishing import only_one\n"
    hold += "with only_one(Path(sys.argv[1])): print('giữ', flush=True); sys.stdin.read()"
    other = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", hold, str(tmp_path / ".site.lock")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert other.stdout is not None
        assert other.stdout.readline() == "giữ\n"
        with pytest.raises(PublishingFailed, match="một lần dựng khác đang chạy; đợi nó xong rồi chạy lại"):
            publish(layout, FRAME, site)
        assert tree(site) == before
    finally:
        other.kill()  # a killed process holds nothing
        other.communicate()
    publish(layout, FRAME, site)
    assert tree(site) == before


def test_an_index_that_fails_leaves_the_old_site(
    layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(layout, FRAME, site)
    before = tree(site)

    def fail(_: Path) -> None:
        raise IndexingFailed("hết chỗ trên đĩa")

    monkeypatch.setattr(publishing, "make_index", fail)
    with pytest.raises(PublishingFailed, match=r"^Pagefind không lập được chỉ mục tìm kiếm:\nhết chỗ trên đĩa$"):
        publish(layout, FRAME, site)
    assert tree(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".site.lock", "du-an", "site"]
