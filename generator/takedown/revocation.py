"""Which files change when an award is revoked: another act than taking a person down.

Law 06/2022/QH15, Article 93: the decision to confer a title or a form of commendation is itself revoked by a decision.
The content stays as it is and says by which decision; the site then shows neither name nor photo.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.content import Content, Entry
from generator.life import Stage, stage
from generator.models import Decision
from generator.models.decisions import Revocation
from generator.problems import did_you_mean
from generator.takedown.edits import Edits
from generator.takedown.targets import Row, Target, TargetUnknown, all_rows, row_at
from generator.takedown.traces import Traces
from generator.takedown.withdrawal import Planned, longer_ids, names_in
from generator.vietnamese import fold, format_date, one_line

_LONGEST_NUMBER = 200
_NOT_PUBLISHED: dict[Stage, tuple[str, str]] = {
    "draft": ("còn là bản nháp", "bỏ draft, ghi approved"),
    "unapproved": ("chưa được duyệt đăng", "ghi approved"),
    "embargoed": ("còn chờ tới ngày công bố", "xem lại publish_from và ngày duyệt"),
}


@dataclass(frozen=True)
class By:
    """The revoking decision: number, date, and its id where it stands in the register."""

    number: str
    date: date
    decision: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """As written into the content."""
        fields = {"number": self.number, "date": self.date.isoformat()}
        return {**fields, "decision": self.decision} if self.decision else fields

    @property
    def words(self) -> str:
        """As read by people."""
        return f"quyết định {self.number}, ngày {format_date(self.date)}"


def find_by(content: Content, text: str, day: date | None) -> By:
    """The revoking decision: an id of the register, or a number together with the day. Raises TargetUnknown."""
    id_ = text.removeprefix("decisions/")
    entry = content.of("decisions").get(id_)
    if entry is not None:
        if day is not None and day != entry.record.date:
            message = f"quyết định {id_} ký ngày {format_date(entry.record.date)}, khác --date. Cách sửa: bỏ --date"
            raise TargetUnknown(message, usage=True)
        return By(entry.record.number, entry.record.date, id_)
    if day is None:
        near = did_you_mean(id_, content.of("decisions"))
        fix = near or "ghi thêm --date, ngày ký quyết định hủy bỏ, ví dụ --date 2026-11-20"
        raise TargetUnknown(f"không có quyết định “{text}” trong sổ. Cách sửa: {fix}", usage=not near)
    number = one_line(text)
    if not number or len(number) > _LONGEST_NUMBER or not number.isprintable():
        raise TargetUnknown("--by chưa phải số, ký hiệu của một quyết định, ví dụ 230/QĐ-UBND", usage=True)
    return By(number, day)


def plan_revocation(content: Content, target: Target, by: By, as_of: date) -> Planned:
    """What revoking the row, list or decision changes. Raises TargetUnknown where it cannot be done."""
    target = _standing(content, target, as_of) if target.exemplar else target
    entry: Entry[Decision] = content.of("decisions")[target.decision]
    _refuse(entry, by, as_of)
    if by.decision:
        _need_published(content.of("decisions")[by.decision], by, as_of)
    rows = _rows_of(content, target)
    if target.row is not None and row_at(content, rows[0]).withdrawn:
        raise TargetUnknown(f"dòng {target} đã gỡ thông tin, không còn gì để hủy bỏ trên trang")
    found = _revocation_at(entry.record, target)
    if found is not None and (fold(found.number), found.date) != (fold(by.number), by.date):
        day = format_date(found.date)
        raise TargetUnknown(
            f"{_words(target)} đã hủy bỏ theo quyết định {found.number}, ngày {day}. Cách sửa: mở tệp, xem lại"
        )
    work = Edits(content)
    if found is None:
        work.add_revocation(entry, target.path, by.fields)
    ids, names = _people(content, rows)
    traces = Traces(ids=ids, names=names, other_ids=longer_ids(content, *ids))
    before = found.date if found is not None else None
    return Planned(_words(target), work.changes, tuple(work.told), traces, ids, rows, (), before)


def _refuse(entry: Entry[Decision], by: By, as_of: date) -> None:
    if by.decision == entry.id:
        raise TargetUnknown(f"quyết định {entry.id} không tự hủy bỏ chính nó; --by là quyết định hủy bỏ", usage=True)
    if by.date < entry.record.date:
        signed = format_date(entry.record.date)
        raise TargetUnknown(
            f"ngày hủy bỏ {format_date(by.date)} đứng trước ngày ký {signed}. Cách sửa: xem lại --by, --date"
        )
    if by.date > as_of:
        raise TargetUnknown(
            f"quyết định hủy bỏ đề ngày {format_date(by.date)}, sau ngày {format_date(as_of)}; chạy lại khi tới ngày"
        )


def _need_published(entry: Entry[Decision], by: By, as_of: date) -> None:
    """The page tells and links the revoking decision: one that nobody may read yet would be told before its day."""
    found = _NOT_PUBLISHED.get(stage(entry.record, as_of))
    if found is not None:
        state, fix = found
        raise TargetUnknown(
            f"quyết định hủy bỏ {entry.id} {state}, trang chưa được nhắc tới quyết định ấy. Cách sửa: {fix} trong "
            "tệp của quyết định ấy rồi chạy lại; số quyết định đã công khai ở nơi khác thì ghi "
            f'--by "{by.number}" --date {format_date(by.date)}'
        )


def _standing(content: Content, target: Target, as_of: date) -> Target:
    """The one row whose award of the exemplar stands, or whose revocation is being written again."""
    if target.exemplar in content.of("withdrawals"):
        raise TargetUnknown(f"gương {target.exemplar} đã gỡ thông tin, không còn gì để hủy bỏ trên trang")
    found = [(at, entry.record) for at, entry, row in all_rows(content) if row.exemplar == target.exemplar]
    standing = [at for at, record in found if _any_revocation(record, at, as_of) is None]
    rows = standing or [at for at, _ in found]
    if not rows:
        raise TargetUnknown(f"gương {target.exemplar} chưa có trong quyết định nào, không có gì để hủy bỏ")
    if len(rows) > 1:
        listed = ", ".join(str(at) for at in rows)
        raise TargetUnknown(f"gương {target.exemplar} được khen {len(rows)} lần. Cách sửa: chọn một dòng: {listed}")
    return Target(decision=rows[0].decision, list=rows[0].list, row=rows[0].row)


def _any_revocation(record: Decision, at: Row, as_of: date) -> Revocation | None:
    """By what the row's award was revoked, itself or with its list or decision."""
    list_ = record.lists[at.list]
    found = list_.commendations[at.row].revoked or list_.revoked or record.revoked
    return found if found is not None and found.date <= as_of else None


def _revocation_at(record: Decision, target: Target) -> Revocation | None:
    found: Any = record
    for step in target.path:
        found = found[step] if isinstance(step, int) else getattr(found, step)
    revoked: Revocation | None = found.revoked
    return revoked


def _rows_of(content: Content, target: Target) -> tuple[Row, ...]:
    return tuple(
        at
        for at, _, _ in all_rows(content)
        if at.decision == target.decision and target.list in (None, at.list) and target.row in (None, at.row)
    )


def _people(content: Content, rows: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The exemplars and the names in the rows; a group that goes by its organisation's name is no person's name."""
    ids: list[str] = []
    names: list[str] = []
    for at in rows:
        row = row_at(content, at)
        exemplar = content.of("exemplars").get(row.exemplar) if row.exemplar else None
        name = exemplar.record.name if exemplar else row.name
        ids += [exemplar.id] if exemplar else []
        names += names_in(name.name) if name else []
    return tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(names))


def _words(target: Target) -> str:
    if target.row is not None:
        return f"dòng {target}"
    return f"danh sách {target}" if target.list is not None else f"quyết định {target}"
