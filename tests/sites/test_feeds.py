"""The feeds of the small ward: valid, the same in both forms, true to the records, silent of what pages do not tell."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import feedparser
import pytest

from generator.build import make_pages
from generator.pages.feeds import NEWEST
from generator.publishing import Layout
from tests.feeds import atom_faults, json_faults
from tests.people import BOTH, person
from tests.site import AS_OF, ROOT, copy_small, write

ADDRESS = "https://mau.invalid/thi-dua/"


def feeds_of(content: Path, work: Path, day: date = AS_OF) -> dict[str, bytes]:
    """The files of the feeds, by path."""
    layout = Layout(ROOT, content, work)
    make_pages(layout, day)
    found = sorted((layout.markdown / "nguon-tin").rglob("*.*"))
    return {file.relative_to(layout.markdown).as_posix(): file.read_bytes() for file in found}


def items(made: dict[str, bytes], name: str = "tat-ca") -> dict[str, dict[str, Any]]:
    """The entries of a feed by the last part of their ids."""
    feed = json.loads(made[f"nguon-tin/{name}.json"])
    return {item["id"].partition(",2026:")[2]: item for item in feed["items"]}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("feeds")
    people = {
        "2026-041": person("[name, story, share]"),
        "2026-042": person("[name, story]"),
        "2026-043": person("[name, story]", "Bà Thư trồng cây ven sông"),
        "2026-044": person("[name, story]", age="7-15", more=BOTH),
    }
    content = write(copy_small(folder), {f"exemplars/{id_}.yml": text for id_, text in people.items()})
    return feeds_of(content, folder / "build")


def test_every_feed_keeps_the_rules(made: dict[str, bytes]) -> None:
    assert {path.removeprefix("nguon-tin/").partition(".")[0] for path in made} == {
        "tat-ca", "khen-thuong", "thong-bao", "ke-hoach", "phong-trao/doc-sach", "phong-trao/sach-nha",
    }  # fmt: skip
    for path, data in made.items():
        faults = atom_faults if path.endswith(".xml") else json_faults
        assert list(faults(data, ADDRESS + path)) == [], path


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<updated>2026", b"<updated>12/2026"),
        (b"<id>tag:", b"<id>tang:"),
        (b'rel="self"', b'rel="related"'),
        (b'href="https://mau.invalid/thi-dua/guong/', b'href="guong/'),
        (b"<published>2026", b"<published>2027"),
        (b"<title>", b"<title>x</title><title>"),
        (b"<summary", b"<summary>x</summary><summary"),
        (b"<category term=", b"<category name="),
        (b"</entry>", b"<colour>red</colour></entry>"),
    ],
)
def test_the_harness_notices_a_broken_feed(made: dict[str, bytes], before: bytes, after: bytes) -> None:
    path = "nguon-tin/tat-ca.xml"
    assert before in made[path]
    assert list(atom_faults(made[path].replace(before, after, 2), ADDRESS + path))


def test_a_real_reader_reads_both_the_same(made: dict[str, bytes]) -> None:
    for path in (path for path in made if path.endswith(".xml")):
        read = feedparser.parse(made[path])
        told = json.loads(made[path.removesuffix("xml") + "json"])
        assert not read.bozo, read.get("bozo_exception")
        assert read.version == "atom10"
        assert read.feed.title == told["title"]
        assert read.feed.subtitle == told["description"]
        assert [
            (one.id, one.title, one.link, one.summary, one.published, one.updated, [tag.term for tag in one.tags])
            for one in read.entries
        ] == [
            (
                one["id"], one["title"], one["url"], one["content_text"], one["date_published"], one["date_modified"],
                one["tags"],
            )
            for one in told["items"]
        ]  # fmt: skip


def test_entries_lead_to_pages_and_follow_the_record(made: dict[str, bytes]) -> None:
    told = items(made)
    assert told["guong/2026-001"]["url"] == f"{ADDRESS}guong/2026-001/"
    assert told["guong/2026-001"]["date_published"] == "2026-04-05T00:00:00+07:00"  # the day of its approval
    assert set(items(made, "phong-trao/sach-nha")) <= set(told)
    assert "guong/2026-001" in items(made, "phong-trao/sach-nha")
    assert "guong/2026-001" not in items(made, "ke-hoach")
    assert any(id_.startswith("tien-do/2026/nhiem-vu-") for id_ in items(made, "ke-hoach"))
    assert any(id_.startswith("so-sanh/") for id_ in items(made, "ke-hoach"))


def test_a_person_is_named_only_where_the_ground_covers_sharing(made: dict[str, bytes]) -> None:
    told = {id_: (one["title"], one["content_text"]) for id_, one in items(made, "khen-thuong").items()}
    unnamed = "Gương điển hình: cá nhân, lĩnh vực môi trường"
    assert told["guong/2026-041"] == ("Bà Phạm Thị Thư", "Trồng cây ven sông")
    assert told["guong/2026-042"] == (unnamed, "Trồng cây ven sông")
    assert told["guong/2026-043"] == (unnamed, "Một tấm gương người tốt, việc tốt ở phường Mẫu.")


def test_a_child_is_named_in_no_feed(made: dict[str, bytes]) -> None:
    assert items(made)["guong/2026-044"]["title"] == "Gương người tốt, việc tốt"
    assert "Trồng cây" not in items(made)["guong/2026-044"]["content_text"]


def test_every_sample_says_so_and_so_does_its_feed(made: dict[str, bytes]) -> None:
    samples = {id_ for id_, one in items(made).items() if "Dữ liệu minh họa" in one["tags"]}
    assert "guong/2026-005" in samples
    assert "guong/2026-001" not in samples
    for path in (path for path in made if path.endswith(".json")):
        feed = json.loads(made[path])
        marked = [one for one in feed["items"] if "Dữ liệu minh họa" in one["tags"]]
        assert all(one["title"].startswith("Minh họa: ") for one in marked)
        assert all(one["content_text"].startswith("Dữ liệu minh họa, không có thật. ") for one in marked)
        assert ("Dữ liệu minh họa, không có thật" in feed["description"]) is bool(marked), path
        assert "Bản thử nghiệm" in feed["description"]


def test_days_and_ids_come_from_the_record_not_from_the_clock(tmp_path: Path, made: dict[str, bytes]) -> None:
    content = copy_small(tmp_path)
    first, later = (items(feeds_of(content, tmp_path / "build", AS_OF + timedelta(days))) for days in (0, 9))
    assert {id_: one for id_, one in later.items() if id_ in first} == first


def test_a_correction_is_news(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    decision = content / "decisions/2026/02-qd.yml"
    corrected = "corrections: [{date: 2026-08-10, text: Sửa một chữ}]\n"
    decision.write_text(decision.read_text(encoding="utf-8") + corrected, encoding="utf-8")
    entry = items(feeds_of(content, tmp_path / "build"))["khen-thuong/2026/02-qd"]
    assert entry["date_modified"] == "2026-08-10T00:00:00+07:00"
    assert entry["date_published"] < entry["date_modified"]
    assert "Có đính chính." in entry["content_text"]


def test_a_feed_holds_the_newest_alone(tmp_path: Path) -> None:
    content = copy_small(tmp_path)
    write(content, {f"exemplars/2026-{number}.yml": person("[name]") for number in range(101, 101 + NEWEST + 5)})
    made = feeds_of(content, tmp_path / "build")
    for path in (path for path in made if path.endswith(".json")):
        assert len(json.loads(made[path])["items"]) <= NEWEST
    assert len(items(made, "khen-thuong")) == NEWEST
    assert list(atom_faults(made["nguon-tin/khen-thuong.xml"], f"{ADDRESS}nguon-tin/khen-thuong.xml")) == []
