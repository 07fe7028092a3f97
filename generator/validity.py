"""The status of an instrument as of a day, computed from its dates and from what was seen; never guessed.

An unknown end is "Chưa xác định hiệu lực" unless a source of level A or B shows the instrument in force on a day, and
then it is that day which is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from generator.models import Instrument
from generator.succession import End, Succession

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
CHECK_LASTS = timedelta(days=180)
"""How long what a human checked of an instrument may be told without a warning."""


@dataclass(frozen=True)
class Status:
    """The words of a status, the day up to which they hold (none where nothing is claimed), and their tone."""

    words: str
    as_of: date | None
    tone: Tone


_UNKNOWN = Status("Chưa xác định hiệu lực", None, "none")


def status(succession: Succession, id_: str, as_of: date) -> Status | None:
    """The status on the day; None for Party papers and administrative papers, which have no status block."""
    instrument = succession.instrument(id_)
    if instrument.shelf != "normative":
        return None
    end = succession.end(id_)
    if end is not None and as_of >= end.day:
        return Status("Hết hiệu lực", as_of, "none")
    if instrument.effective is None:
        return _UNKNOWN
    if as_of < instrument.effective:
        return Status("Chưa có hiệu lực", as_of, "run")
    known = _known_until(instrument, as_of, end)
    if known is None or succession.ends_on_an_unknown_day(id_):
        return _UNKNOWN
    ended = [part.day for part in succession.parts_ended(id_, as_of) if part.day is not None]
    if ended:
        return Status("Hết hiệu lực một phần", max(known, *ended), "run")
    return Status("Còn hiệu lực", known, "ok")


def evidence(instrument: Instrument) -> str:
    """How the instrument is known, in plain words."""
    if instrument.level == "U" or instrument.verified == "no":
        return "chưa kiểm chứng"
    return EVIDENCE_WORDS[instrument.text_read]


def is_stale(instrument: Instrument, as_of: date) -> bool:
    """Whether so long ago somebody last checked the instrument that readers must be warned."""
    return as_of - instrument.checked > CHECK_LASTS


def _known_until(instrument: Instrument, as_of: date, end: End | None) -> date | None:
    """The last day, not after ``as_of``, on which the instrument is known to be in force."""
    if instrument.verified == "no":
        return None
    if end is not None and end.level in "AB":
        return as_of
    seen = [min(one.on, as_of) for one in instrument.in_force if one.level in "AB"]
    return max(seen, default=None)
