"""Mỗi dòng của danh sách khen nói rõ khen ai.

Mỗi dòng ghi một trong ba: exemplar (gương có trang riêng), name (tên), hoặc chỉ organisation (chính đơn vị ấy được
khen). Người không được nêu tên thì chỉ ghi kind: individual (hoặc household) và organisation, trang viết “Một cá nhân
của …”. Đối tượng ghi ở dòng không được khác ở gương. Dòng đã gỡ thông tin (withdrawn) chỉ còn kind và ngày gỡ. Loại
hình khen thưởng (basis) ghi cho hình thức khen thưởng, không ghi cho danh hiệu thi đua; hình thức mà thiếu thì nhắc,
quyết định đã ký không nêu thì xác nhận bằng confirmed. Danh hiệu chỉ đếm (Gia đình văn hóa) ghi counts theo tổ dân
phố, không nêu từng hộ.
Danh sách trống chỉ được có trong bản nháp (draft: true), để nhập vào sau.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: ubnd-phuong
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    lists:
      - award: lao-dong-gioi
        basis: merit
        for_period: năm 2025
        commendations:
          - achievement: Không rõ khen ai
          - exemplar: 2026-001
            name: {name: Người Mẫu}
          - exemplar: 2026-003
            kind: household
      - award: giay-khen
        for_period: năm 2025
        commendations:
          - organisation: van-phong

Báo decisions/2026/sai.yml:8:12.
Báo decisions/2026/sai.yml:11:9.
Báo decisions/2026/sai.yml:13:9.
Báo decisions/2026/sai.yml:15:15.
Báo decisions/2026/sai.yml:16:12.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.confirmations import Doubt, unconfirmed
from generator.content import Content, Entry
from generator.models import Decision
from generator.models.decisions import AwardList, Commendation
from generator.problems import Problem

RULE = "danh-sach"
_BASIS_FIX = (
    "thêm basis theo quyết định đã ký: merit (công trạng), sudden (đột xuất), movement (phong trào thi đua), "
    "dedication (quá trình cống hiến), seniority (niên hạn), external (đối ngoại)"
)


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each row that names nobody or two, each basis of a title, each form without one that nobody has confirmed."""
    yield from unconfirmed(RULE, find(content))
    for entry in content.of("decisions").values():
        for number, list_ in enumerate(entry.record.lists):
            yield from _check_basis(entry, content, number, list_)
            yield from _check_counts(entry, content, number, list_)
            for row_number, row in enumerate(list_.commendations):
                yield from _check_row(entry, content, ("lists", number, "commendations", row_number), row)


def find(content: Content) -> Iterator[Doubt]:
    """Each list of a form of commendation that does not say on which of the six grounds it is given."""
    for entry in content.of("decisions").values():
        for number, list_ in enumerate(entry.record.lists):
            award = content.of("awards").get(list_.award)
            if list_.basis is None and award and award.record.kind == "form":
                message = f"“{award.record.name}” là hình thức khen thưởng mà chưa ghi loại hình khen thưởng"
                yield Doubt(entry, ("lists", number, "award"), message, _BASIS_FIX)


def _check_basis(entry: Entry[Decision], content: Content, number: int, list_: AwardList) -> Iterator[Problem]:
    award = content.of("awards").get(list_.award)
    if list_.basis and award and award.record.kind == "title":
        message = f"“{award.record.name}” là danh hiệu thi đua, không có loại hình khen thưởng"
        yield Problem(entry.place("lists", number, "basis"), RULE, message, "xóa dòng basis")


def _check_counts(entry: Entry[Decision], content: Content, number: int, list_: AwardList) -> Iterator[Problem]:
    """Each list that holds nothing, or names whom its award only counts, or counts whom it should name."""
    award = content.of("awards").get(list_.award)
    if award is None:
        return
    counted, path = award.record.counted, ("lists", number)
    if counted and list_.commendations:
        message = f"“{award.record.name}” chỉ đếm theo tổ dân phố, không nêu từng hộ"
        fix = "thay commendations bằng counts: mỗi tổ dân phố một dòng gồm organisation và number"
        yield Problem(entry.place(*path, "commendations", key=True), RULE, message, fix)
    elif not counted and list_.counts:
        message = f"“{award.record.name}” không phải danh hiệu chỉ đếm"
        yield Problem(entry.place(*path, "counts", key=True), RULE, message, "thay counts bằng commendations")
    elif not (list_.commendations or list_.counts or entry.record.draft):
        fix = f"thêm {'counts' if counted else 'commendations'}; chưa nhập danh sách thì ghi draft: true"
        yield Problem(entry.place(*path), RULE, "danh sách trống", fix)


def _check_row(
    entry: Entry[Decision], content: Content, path: tuple[str | int, ...], row: Commendation
) -> Iterator[Problem]:
    if row.exemplar and row.name:
        message = "dòng này có cả exemplar và name"
        fix = "giữ exemplar nếu người này có trang riêng; nếu không thì giữ name"
        yield Problem(entry.place(*path, "name", key=True), RULE, message, fix)
    if row.exemplar in content.of("withdrawals"):
        return  # shown as taken down, whatever else the row holds
    if row.withdrawn:
        yield from _check_withdrawn(entry, path, row)
    elif not (row.exemplar or row.name or row.organisation or row.kind in ("individual", "household")):
        fix = "thêm exemplar (mã của gương), name (tên) hoặc organisation (mã của đơn vị)"
        yield Problem(entry.place(*path), RULE, "dòng này không nói khen ai", fix)
    exemplar = content.of("exemplars").get(row.exemplar) if row.exemplar else None
    if exemplar and row.kind and row.kind != exemplar.record.kind:
        message = f"đối tượng ở đây khác với ở gương {exemplar.id}: {exemplar.record.kind}"
        yield Problem(entry.place(*path, "kind"), RULE, message, "xóa dòng kind, hoặc sửa ở gương")


def _check_withdrawn(entry: Entry[Decision], path: tuple[str | int, ...], row: Commendation) -> Iterator[Problem]:
    for name in ("exemplar", "name", "organisation", "achievement", "shown"):
        if getattr(row, name) is not None:
            message = "dòng đã gỡ thông tin mà còn giữ dữ liệu của người đó"
            yield Problem(
                entry.place(*path, name, key=True), RULE, message, f"xóa dòng {name}; chỉ giữ kind, withdrawn"
            )
