"""The status of an instrument as of a day, computed from its dates and from what was seen; never guessed.

An unknown end is "Chưa xác định hiệu lực" unless a source of level A or B shows the instrument in force on a day, and
then it is that day which is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.models import Instrument

Tone = Literal["ok", "none", "run"]

EVIDENCE_WORDS = {
    "yes": "đã đọc toàn văn",
    "partial": "đã đọc một phần",
    "no": "chưa đọc, biết qua văn bản khác",
}
LEVEL_WORDS = {
    "A": "theo bản lưu của nguồn chính thức",
    "B": "theo báo chí, trang của cơ quan nhà nước hoặc cơ sở dữ liệu luật",
    "C": "theo ghi nhận của bên thứ ba, cần kiểm tra lại",
    "U": "chưa kiểm chứng",
}


@dataclass(frozen=True)
class Status:
    """The words of a status, the day up to which they hold (none where nothing is claimed), and their tone."""

    words: str
    as_of: date | None
    tone: Tone


def status(instrument: Instrument, as_of: date) -> Status | None:
    """The status on the day; None for Party papers and administrative papers, which have no status block."""
    if instrument.shelf != "normative":
        return None
    if instrument.expires is not None and as_of >= instrument.expires:
        return Status("Hết hiệu lực", as_of, "none")
    if instrument.effective is None:
        return Status("Chưa xác định hiệu lực", None, "none")
    if as_of < instrument.effective:
        return Status("Chưa có hiệu lực", as_of, "run")
    known = _known_until(instrument, as_of)
    if known is None:
        return Status("Chưa xác định hiệu lực", None, "none")
    if instrument.partly_expired:
        return Status("Hết hiệu lực một phần", known, "run")
    return Status("Còn hiệu lực", known, "ok")


def evidence(instrument: Instrument) -> str:
    """How the instrument is known, in plain words."""
    if instrument.level == "U" or instrument.verified == "no":
        return "chưa kiểm chứng"
    return EVIDENCE_WORDS[instrument.text_read]


def field_level(instrument: Instrument, name: str) -> str:
    """The evidence level of one field of the instrument."""
    return next((weaker.level for weaker in instrument.weaker if weaker.field == name), instrument.level)


def _known_until(instrument: Instrument, as_of: date) -> date | None:
    """The last day, not after ``as_of``, on which the instrument is known to be in force."""
    if instrument.verified == "no":
        return None
    if instrument.expires is not None and field_level(instrument, "expires") in "AB":
        return as_of
    return min(instrument.in_force.on, as_of) if instrument.in_force is not None else None
