"""Who was taken down, waits for a day, is not approved or still a draft: in no feed, card, sitemap, data, index, page.

A new kind of file that is to be looked at by itself is one more line of ``PLACES``; the whole site is looked at anyway.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from generator.build import build_site
from generator.publishing import Layout
from generator.takedown.scan import prove, read_manifest
from generator.takedown.traces import Traces
from tests.shared import things
from tests.site import AS_OF, ROOT, copy_small, write

PLACES = {
    "feeds": "nguon-tin",
    "cards": "chia-se",
    "sitemap": "sitemap.xml",
    "open data": "so-lieu/du-lieu",
    "search index": "pagefind",
    "search lists": "tim-kiem",
    "pictures": "anh",
    "calendars": "lich",
    "pages": "",
}
PERSON = """kind: individual
name: {courtesy: bà, name: NAME}
age_group: adult
organisation: tdp-dau-lang
field: Môi trường
deed: DEED
story: STORY
introduced_by: van-phong
introduced_on: 2026-05-01
movement: sach-nha
photo: {alt: Một người bên sông, credit: Ảnh bịa}
shown: {ground: consent, scope: [name, photo, story, share], recorded: 2026-05-02}
"""
DECISION = """number: 51/QĐ-UBND
date: 2026-05-03
issuer: chu-tich
signer: {name: (Người ký bịa), form: CHỦ TỊCH}
title: Về việc tặng Giấy khen
approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-04}
shown: {ground: consent, scope: [name, unit, achievement], recorded: 2026-05-02}
lists:
  - award: giay-khen
    basis: sudden
    for_period: đột xuất
    age_group: adult
    commendations:
"""
"""One decision commends them all, and its own ground would name them."""
APPROVED = "approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}\n"
TOLD = ("2026-051", "Quách Thị Hiện", "Quách Thị Hiện vớt rác dưới bến mỗi sáng chủ nhật đã ba năm")
HIDDEN = {
    "withdrawn": ("2026-052", "Mạc Thị Gỡ", "Mạc Thị Gỡ nuôi chín con mèo hoang rồi tìm nhà cho từng con"),
    "embargoed": ("2026-053", "Vũ Thị Hoãn", "Vũ Thị Hoãn chèo đò đưa học trò qua sông ngày nước lớn"),
    "unapproved": ("2026-054", "Kiều Thị Thẩm", "Kiều Thị Thẩm vá bảy chiếc áo phao cho đội cứu hộ của bến"),
    "draft": ("2026-055", "Tạ Thị Thảo", "Tạ Thị Thảo chép tay ba mươi cuốn sách chữ to cho các cụ"),
}


def record(id_: str, name: str, deed: str) -> str:
    story = f"Chuyện rằng {deed}."
    return PERSON.replace("NAME", name).replace("DEED", deed).replace("STORY", story)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small ward with one person told of and four who are not, commended together; beside it what was left."""
    folder = tmp_path_factory.mktemp("nowhere")
    content = copy_small(folder)
    people = {
        TOLD[0]: record(*TOLD) + APPROVED,
        HIDDEN["withdrawn"][0]: "withdrawn: 2026-07-05\n",
        HIDDEN["embargoed"][0]: record(*HIDDEN["embargoed"]) + APPROVED + "publish_from: 2026-12-01\n",
        HIDDEN["unapproved"][0]: record(*HIDDEN["unapproved"]),
        HIDDEN["draft"][0]: record(*HIDDEN["draft"]) + APPROVED + "draft: true\n",
    }
    write(content, {f"exemplars/{id_}.yml": text for id_, text in people.items()})
    rows = "".join(f"      - exemplar: {id_}\n" for id_ in people)
    write(content, {"decisions/2026/51-qd.yml": f"{DECISION}{rows}"})
    for number, id_ in enumerate(id_ for id_ in people if id_ != HIDDEN["withdrawn"][0]):
        original = ("2026-001", "2026-005")[number % 2]
        shutil.copy(content / f"exemplars/{original}.png", content / f"exemplars/{id_}.png")
    build_site(Layout(ROOT, content, folder / "build"), AS_OF, folder / "site")
    return folder / "site"


@cache  # the whole site is searched once for each person
def everywhere(site: Path, person: tuple[str, str, str]) -> frozenset[str]:
    """The files of the site in which the person is found by id, name or deed, unpacked and decoded."""
    id_, name, deed = person
    proof = prove([site], Traces(ids=(id_,), names=(name,), sentences=(deed,)))
    assert proof.files == len([file for file in site.rglob("*") if file.is_file()])
    return frozenset(hit.path.partition("/site/")[2] for hit in proof.hits)


def found(site: Path, place: str, person: tuple[str, str, str]) -> set[str]:
    """Those of the files that are the place or lie in it."""
    assert (site / place).is_file() or [file for file in (site / place).rglob("*") if file.is_file()], place
    return {path for path in everywhere(site, person) if (site / path).is_relative_to(site / place)}


@pytest.mark.parametrize("state", HIDDEN)
@pytest.mark.parametrize("place", PLACES)
def test_who_is_not_told_of_stands_nowhere(site: Path, place: str, state: str) -> None:
    here = found(site, PLACES[place], HIDDEN[state])
    assert here - {f"guong/{HIDDEN[state][0]}/index.html"} == set()  # a neutral page may stand at the old address
    assert not here or state == "withdrawn"


@pytest.mark.parametrize("place", ["feeds", "cards", "sitemap", "search index", "pictures", "pages"])
def test_who_is_told_of_is_found(site: Path, place: str) -> None:
    """So the search above sees what it looks for."""
    assert found(site, PLACES[place], TOLD)


def test_the_rows_of_who_is_hidden_keep_their_numbers(site: Path) -> None:
    page = (site / "khen-thuong/2026/51-qd/index.html").read_text(encoding="utf-8")
    rows = re.findall(r"Một cá nhân|Đã gỡ thông tin, ngày 05/7/2026|Quách Thị Hiện", page)
    assert rows.count("Một cá nhân") == 3
    assert "Đã gỡ thông tin, ngày 05/7/2026" in rows
    assert "Quách Thị Hiện" in rows


def test_search_engines_are_told_of_nobody_hidden(site: Path) -> None:
    said = json.dumps([thing for page in site.rglob("*.html") for thing in things(page)], ensure_ascii=False)
    assert TOLD[1] in said
    assert not [name for _, name, _ in HIDDEN.values() if name in said]


def test_no_picture_nor_card_is_kept_of_anybody_hidden(site: Path) -> None:
    for manifest in ("photos.json", "cards.json"):
        made_from = read_manifest(site.parent / "build" / manifest)
        assert made_from
        records = {record for records in made_from.values() for record in records}
        assert f"exemplars/{TOLD[0]}" in records
        assert not records & {f"exemplars/{id_}" for id_, _, _ in HIDDEN.values()}
    cards = [file.name for file in (site / "chia-se").iterdir()]
    assert [name for name in cards if TOLD[0] in name]
    assert len(list((site.parent / "build/cards").iterdir())) == len(cards)
