"""The tables of open data: decisions, tasks, instruments, organisations, counts; what each column means.

What was taken away cannot be taken down: no table lists persons, and none holds a text that may name one. Of a
decision neither its title nor its signer is given, of a task no evidence, of an instrument no signer; each row leads to
its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from generator import addresses, numbering
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Decision, Instrument, Organisation
from generator.pages.counts import MEASURE_WORDS, figures
from generator.pages.honours import BASIS_WORDS, capital
from generator.pages.law import known_from_plan_only, pills
from generator.pages.tasks import task_views
from generator.succession import field_level

SAMPLE = "Dữ liệu minh họa, không có thật"
ORGANISATIONS = "don-vi"
"""The name of the table of organisations, to which others refer."""
Cell = str | int | bool | date | None
Type = Literal["string", "integer", "boolean", "date"]


class Field(NamedTuple):
    """A column: its name in the files, its type, its Vietnamese name, what it holds.

    ``required``: never empty; ``refers``: the key of a row of the table of organisations.
    """

    name: str
    type: Type
    title: str
    description: str = ""
    required: bool = False
    refers: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its file name, its Vietnamese name, what it holds, its columns, its key, its rows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


_URL = Field("url", "string", "Địa chỉ trang", "Nơi đọc đủ trên chuyên trang.", required=True)
_NOTE = Field("note", "string", "Ghi chú", f"“{SAMPLE}” ở mọi dòng minh họa; trống là dữ liệu thật.")
_KINDS = "body: đơn vị; group: nhóm đơn vị; residential-group: tổ dân phố; office-holder: chức danh."
_MEASURES = "; ".join(f"{measure}: {words}" for measure, words in MEASURE_WORDS.items()) + "."
_DECISIONS = (
    Field("id", "string", "Mã", "Mã của quyết định trên chuyên trang.", required=True),
    Field("number", "string", "Số, ký hiệu", required=True),
    Field("date", "date", "Ngày ký", required=True),
    Field("issuer", "string", "Mã nơi ban hành", "Mã trong bảng don-vi.", required=True, refers=True),
    Field("awards", "string", "Danh hiệu, hình thức", "Mỗi thứ một lần, cách nhau bằng dấu chấm phẩy."),
    Field("bases", "string", "Loại hình khen thưởng", "Trống khi chỉ có danh hiệu thi đua."),
    Field("periods", "string", "Thời gian xét", "Như quyết định ghi."),
    Field("individuals", "integer", "Cá nhân", "Số lượt khen, không kể đã hủy bỏ, đã gỡ thông tin.", required=True),
    Field("groups", "integer", "Tập thể", "Số lượt khen, cũng đếm như thế.", required=True),
    Field("households", "integer", "Hộ gia đình", "Số lượt khen có trong danh sách.", required=True),
    Field("counted_households", "integer", "Hộ gia đình chỉ đếm", "Số hộ được đếm theo tổ dân phố.", required=True),
    Field("revoked", "boolean", "Cả quyết định đã hủy bỏ", required=True),
    _URL,
    _NOTE,
)  # fmt: skip
_TASKS = (
    Field("plan", "string", "Mã kế hoạch", required=True),
    Field("key", "string", "Mã nhiệm vụ", "Không trùng trong một kế hoạch.", required=True),
    Field("number", "string", "Số thứ tự", "Như phụ lục in."),
    Field("content", "string", "Nội dung", "Như phụ lục in.", required=True),
    Field("lead", "string", "Chủ trì", "Như phụ lục in."),
    Field("coordination", "string", "Phối hợp", "Như phụ lục in."),
    Field("period", "string", "Thời gian", "Như phụ lục in."),
    Field("led_by", "string", "Mã các đơn vị chủ trì", "Mã trong bảng don-vi, cách nhau bằng dấu cách."),
    Field("joined_by", "string", "Mã các đơn vị phối hợp", "Mã trong bảng don-vi, cách nhau bằng dấu cách."),
    Field("quarter", "integer", "Quý phải xong", "Của năm kế hoạch; trống khi không theo quý nào."),
    Field("due", "date", "Ngày phải xong", "Chỉ khi phụ lục ghi ngày hoặc tháng."),
    Field("state", "string", "Trạng thái", "Tính tới ngày của dữ liệu.", required=True),
    Field("state_date", "date", "Ngày của trạng thái", "Chỉ khi trạng thái được ghi lại."),
    _URL,
    _NOTE,
)
_INSTRUMENTS = (
    Field("id", "string", "Mã", "Mã của văn bản trên chuyên trang.", required=True),
    Field("type", "string", "Loại văn bản", required=True),
    Field("number", "string", "Số, ký hiệu", required=True),
    Field("title", "string", "Trích yếu", "Trống khi chưa thấy trong nguồn nào."),
    Field("issuer", "string", "Mã cơ quan ban hành", "Mã trong bảng don-vi.", required=True, refers=True),
    Field("date", "date", "Ngày ban hành"),
    Field("effective", "date", "Ngày có hiệu lực"),
    Field("effective_level", "string", "Mức chứng cứ của ngày có hiệu lực", "A, B, C hoặc U, như cột level."),
    Field("state", "string", "Hiệu lực", "Tính tới ngày của dữ liệu; trống với văn bản không có mục hiệu lực."),
    Field(
        "level", "string", "Mức chứng cứ",
        "A: nguồn chính thức. B: báo chí, trang nhà nước, cơ sở dữ liệu luật. C: bên thứ ba. U: chưa kiểm chứng.",
        required=True,
    ),
    Field("checked", "date", "Ngày kiểm tra", required=True),
    _URL,
)  # fmt: skip
_ORGANISATIONS = (
    Field("id", "string", "Mã", "Mã của đơn vị trên chuyên trang.", required=True),
    Field("name", "string", "Tên gọi", required=True),
    Field("kind", "string", "Loại", _KINDS, required=True),
    Field("level", "string", "Cấp", "ward: phường; city: thành phố; central: trung ương.", required=True),
    Field("part_of", "string", "Mã đơn vị cấp trên", "Mã trong bảng này.", refers=True),
    Field("members", "string", "Mã các đơn vị trong nhóm", "Cách nhau bằng dấu cách."),
    _URL,
    _NOTE,
)  # fmt: skip
_COUNTS = (
    Field("measure", "string", "Đếm gì", _MEASURES, required=True),
    Field("dimension", "string", "Đếm theo", "Mỗi dòng chỉ theo một mặt.", required=True),
    Field("dimension_label", "string", "Đếm theo, bằng lời", required=True),
    Field("key", "string", "Mã của mục", "Trống là phần không thuộc mục nào."),
    Field("label", "string", "Mục", required=True),
    Field("count", "integer", "Số lượng", required=True),
    Field("total", "integer", "Trong tổng số", required=True),
    Field("unit", "string", "Đơn vị đếm", required=True),
    _NOTE,
)  # fmt: skip


def data_tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """The tables as of the catalogue's day, rows in a fixed order."""
    tables: tuple[
        tuple[str, str, str, tuple[Field, ...], tuple[str, ...], Callable[..., Iterator[tuple[Cell, ...]]]], ...
    ]
    tables = (
        ("quyet-dinh", "Quyết định khen thưởng", "Những quyết định đã công bố, không có trích yếu và tên ai.",
         _DECISIONS, ("id",), _decisions),
        ("nhiem-vu", "Nhiệm vụ của kế hoạch", "Phụ lục nhiệm vụ của từng kế hoạch với trạng thái.",
         _TASKS, ("plan", "key"), _tasks),
        ("van-ban", "Văn bản", "Thư viện văn bản mà kế hoạch và chuyên trang dựa vào.",
         _INSTRUMENTS, ("id",), _instruments),
        (ORGANISATIONS, "Đơn vị, tổ dân phố, chức danh", "Những đơn vị các bảng khác nhắc tới; không có tên người.",
         _ORGANISATIONS, ("id",), _organisations),
        ("so-dem", "Số đếm", "Mọi con số của trang Số liệu, mỗi dòng theo một mặt.", _COUNTS, (), _counts),
    )  # fmt: skip
    return tuple(
        Table(name, title, words, fields, key, tuple(rows(catalogue)))
        for name, title, words, fields, key, rows in tables
    )


def sample_in(tables: Sequence[Table]) -> bool:
    """Whether one of the tables holds a row that is invented."""
    return any(row[-1] == SAMPLE for table in tables if table.fields[-1] is _NOTE for row in table.rows)


def _decisions(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """The published decisions, the oldest first."""
    for entry in reversed(catalogue.honours.decisions):
        yield _decision(catalogue, entry)


def _decision(catalogue: Catalogue, entry: Entry[Decision]) -> tuple[Cell, ...]:
    decision = entry.record
    kinds = [row.kind for row in catalogue.honours.of_decision.get(entry.id, ()) if row.state in ("named", "unnamed")]
    standing = [one for one in decision.lists if one.revoked is None or one.revoked.date > catalogue.as_of]
    revoked = decision.revoked is not None and decision.revoked.date <= catalogue.as_of
    return (
        entry.id,
        decision.number,
        decision.date,
        decision.issuer,
        "; ".join(dict.fromkeys(catalogue.award(one.award).name for one in decision.lists)),
        "; ".join(dict.fromkeys(BASIS_WORDS[one.basis] for one in decision.lists if one.basis)) or None,
        "; ".join(dict.fromkeys(one.for_period for one in decision.lists)),
        *(kinds.count(kind) for kind in ("individual", "group", "household")),
        0 if revoked else sum(count.number for one in standing for count in one.counts),
        revoked,
        _url(catalogue, addresses.of("decisions", entry.id)),
        _note(decision.sample),
    )


def _tasks(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    for plan, entry in catalogue.content.of("annexes").items():
        views = task_views(catalogue, plan)
        for view, task in zip(views, entry.record.tasks, strict=True):
            yield (
                plan,
                view.key,
                task.number or None,
                task.content,
                task.lead or None,
                task.coordination or None,
                task.period or None,
                " ".join(task.led_by) or None,
                " ".join(task.joined_by) or None,
                view.quarter,
                task.due,
                view.words,
                view.on,
                _url(catalogue, addresses.progress(plan, numbering.task_id(view.key))),
                _note(view.sample or catalogue.plan(plan).sample),
            )


def _instruments(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    for id_, entry in catalogue.content.of("legislation").items():
        one: Instrument = entry.record
        unseen = known_from_plan_only(one)
        yield (
            id_,
            one.type,
            one.number,
            None if unseen else one.title,
            one.issuer,
            one.date,
            None if unseen else one.effective,
            field_level(one, "effective") if one.effective and not unseen else None,
            "; ".join(pill.words for pill in pills(catalogue, id_)) or None,
            one.level,
            one.checked,
            _url(catalogue, addresses.of("legislation", id_)),
        )


def _organisations(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    for id_, entry in catalogue.content.of("organisations").items():
        one: Organisation = entry.record
        members = " ".join(one.members) or None
        url = _url(catalogue, addresses.of("organisations", id_))
        yield id_, one.name, one.kind, one.level, one.part_of, members, url, _note(one.sample)


def _counts(catalogue: Catalogue) -> Iterator[tuple[Cell, ...]]:
    """Every value of every tally, then every share; a number is invented where something it counts may be."""
    found, honours = figures(catalogue), catalogue.honours
    entries: list[Entry[Any]] = [*honours.decisions, *honours.exemplars]
    invented = any(entry.record.sample for entry in entries)
    done = any(view.sample for plan in catalogue.content.of("annexes") for view in task_views(catalogue, plan))
    for tally in found.tallies:
        note = _note(done if tally.measure == "tasks" else invented)
        for count in tally.counts:
            about = (tally.measure, tally.dimension, tally.label, count.key or None, count.label)
            yield *about, count.number, tally.total, MEASURE_WORDS[tally.measure], note
    for share in (*found.shares, *found.done):
        is_task = share.measure == "tasks"
        about = (share.measure, "share", "Phần của tổng số", share.dimension, capital(share.label))
        yield *about, share.part, share.whole, share.of, _note(done if is_task else invented)


def _url(catalogue: Catalogue, address: Address) -> str:
    return addresses.absolute_url(catalogue.portal.site_address, address)


def _note(sample: bool) -> str | None:
    return SAMPLE if sample else None
