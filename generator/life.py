"""Where a decision, an exemplar, a practice, a document stands between its first draft and the reader.

A draft is nobody's business yet; what is ready needs an approval; what is approved may wait for a day (embargo). Whom
the record names, and whether an award was revoked or a person taken down, is told by ``grounds`` and ``honours``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.models import Consultation, Decision, Document, Exemplar, Practice
from generator.models.base import Approval

Stage = Literal["draft", "unapproved", "embargoed", "published"]
_SHOWN = (Exemplar, Practice)
Approvable = Decision | Exemplar | Practice | Consultation | Document


def stage(record: Approvable, as_of: date) -> Stage:
    """The stage of the record on the day.

    What is dated, approved or to be published later, or rests on a ground recorded later, is embargoed until then.
    """
    if record.draft:
        return "draft"
    if record.approved is None:
        return "unapproved"
    for day in _days_awaited(record, record.approved):
        if day is not None and day > as_of:
            return "embargoed"
    return "published"


def _days_awaited(record: Approvable, approved: Approval) -> tuple[date | None, ...]:
    """The days that must have come before the record may be read."""
    days = (approved.date, record.publish_from)
    if isinstance(record, _SHOWN):
        shown = record.shown
        return (*days, shown.recorded, shown.guardian_consent, shown.child_consent) if shown is not None else days
    if isinstance(record, Consultation):
        return (*days, record.opens)
    return (*days, record.date)


def is_published(record: Approvable, as_of: date) -> bool:
    """Whether the record may be read on the day."""
    return stage(record, as_of) == "published"
