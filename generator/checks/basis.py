"""Căn cứ còn hiệu lực vào ngày của văn bản dẫn nó.

Kế hoạch và văn bản có lời (phần mở đầu, `based_on`), quyết định khen thưởng (`based_on`) xét theo ngày ban hành; trang
hướng dẫn (`based_on`) xét theo ngày rà soát. Căn cứ hết hiệu lực từ ngày ấy trở về trước là lỗi. Hết hiệu lực sau ngày
ấy thì không phải lỗi: chỗ dẫn có lời báo cho người đọc. Văn bản chưa ghi ngày thì xét theo hôm nay và chỉ cảnh báo.

Bản đã ký ghi đúng như vậy thì giữ nguyên: ở kế hoạch, văn bản ghi một mục `slips` có `text` chứa tên căn cứ ấy; ở
quyết định, văn bản ghi `confirmed`.

Sai, guidance/mau.md::

    ---
    title: Trang mẫu
    summary: Một câu.
    audience: Người dân
    based_on: [luat-mau, nd-cu-mau]
    reviewed: 2026-07-01
    ---

    Xem văn bản.

Báo guidance/mau.md:5:22.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator import vietnamese
from generator.confirmations import Doubt, confirming
from generator.content import Content, Entry
from generator.mentions import names_in
from generator.models.official_text import BoundText, OfficialText
from generator.problems import Place, Problem
from generator.succession import Succession

RULE = "can-cu-het-hieu-luc"
_DAYS = {
    "decisions": ("date", "ngày ký"),
    "documents": ("date", "ngày ban hành"),
    "guidance": ("reviewed", "ngày rà soát"),
}


@dataclass(frozen=True)
class Basis:
    """One instrument cited as a basis: by whom, where, on which day (none where the citing paper has none yet)."""

    entry: Entry[Any]
    path: tuple[str | int, ...]
    instrument: str
    day: date | None
    day_words: str
    words: str = ""
    nth: int = 0

    def place(self) -> Place:
        """Where the name of the instrument stands."""
        return self.entry.place_of(self.words, *self.path, nth=self.nth)


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each basis that had ended on the day of the paper that cites it."""
    succession = Succession(content)
    for basis in _bases(content):
        if _has_ended(succession, basis, as_of) and not _is_confirmed(basis):
            yield _problem(succession, basis, as_of)


def find(content: Content) -> Iterator[Doubt]:
    """Each basis of a decision or a document that had ended: what a signed paper may have said all the same."""
    succession = Succession(content)
    for basis in _bases(content):
        if basis.entry.kind in ("decisions", "documents") and _has_ended(succession, basis, None):
            yield Doubt(basis.entry, basis.path, "", "")


def _has_ended(succession: Succession, basis: Basis, as_of: date | None) -> bool:
    end, day = succession.end(basis.instrument), basis.day or as_of
    return end is not None and day is not None and end.day <= day


def _is_confirmed(basis: Basis) -> bool:
    if basis.entry.kind not in ("decisions", "documents"):
        return False
    return any(True for _ in confirming(RULE, Doubt(basis.entry, basis.path, "", "")))


def _problem(succession: Succession, basis: Basis, as_of: date) -> Problem:
    name, end = succession.instrument(basis.instrument).name, succession.end(basis.instrument)
    ended = f"đã hết hiệu lực từ ngày {vietnamese.format_date(end.day)}" if end else ""
    surely = " (theo ghi nhận của bên thứ ba, chưa kiểm chứng)" if end and end.level in "CU" else ""
    instead = " hoặc ".join(one.name for one in succession.read_instead(basis.instrument, basis.day or as_of))
    fix = f"dẫn {instead}" if instead else "dẫn văn bản thay thế, khi đã biết"
    if basis.day is None:
        message = f"căn cứ “{name}” {ended}{surely}; văn bản dẫn nó chưa ghi ngày"
        return Problem(basis.place(), RULE, message, fix, "cảnh báo")
    message = f"căn cứ “{name}” {ended}{surely}, trước {basis.day_words} {vietnamese.format_date(basis.day)}"
    if end and end.day == basis.day:
        message = f"căn cứ “{name}” {ended}{surely}, đúng {basis.day_words}"
    return Problem(basis.place(), RULE, message, f"{fix}; {_WAYS_OUT[basis.entry.kind]}")


_WAYS_OUT = {
    "plans": "bản đã ký ghi đúng như vậy thì thêm một mục slips cho chỗ ấy",
    "documents": f"bản đã ký ghi đúng như vậy thì ghi confirmed: [{{rule: {RULE}, reason: vì sao}}]",
    "decisions": f"bản đã ký ghi đúng như vậy thì ghi confirmed: [{{rule: {RULE}, reason: vì sao}}]",
    "guidance": "rà soát lại trang rồi sửa based_on và ngày rà soát",
}


def _bases(content: Content) -> Iterator[Basis]:
    known = content.of("legislation")
    for kind, (field, words) in _DAYS.items():
        for entry in content.of(kind).values():
            for number, id_ in enumerate(entry.record.based_on):
                if id_ in known:  # another rule tells of ids that lead nowhere
                    yield Basis(entry, ("based_on", number), id_, getattr(entry.record, field), words)
    for entry in content.of("plans").values():
        yield from _in_preambles(content, entry, (), entry.record, entry.record.date)
    for entry in content.of("documents").values():
        if entry.record.text is not None:
            yield from _in_preambles(content, entry, ("text",), entry.record.text, entry.record.date)


def _in_preambles(
    content: Content, entry: Entry[Any], path: tuple[str | int, ...], text: BoundText, day: date | None
) -> Iterator[Basis]:
    """The instruments that the preambles name, but for those the editor has noted as a slip of the source."""
    names = names_in(content)
    papers: list[tuple[tuple[str | int, ...], OfficialText]] = [(path, text)]
    if text.promulgated_by is not None:
        papers.append(((*path, "promulgated_by"), text.promulgated_by))
    for where, paper in papers:
        for number, paragraph in enumerate(paper.preamble):
            for mention in names.find(paragraph):
                words = paragraph[mention.start : mention.end]
                noted = any(words in slip.text and slip.text in paragraph for slip in paper.slips)
                if mention.kind == "legislation" and not noted:
                    nth = paragraph[: mention.start].count(words)
                    yield Basis(entry, (*where, "preamble", number), mention.id, day, "ngày ban hành", words, nth)
