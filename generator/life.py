"""Where a decision, an exemplar, a practice, a document stands between its first draft and the reader.

A draft is nobody's business yet; what is ready needs an approval; what is approved may wait for a day (embargo). Whom
the record names, and whether an award was revoked or a person taken down, is told by ``grounds`` and ``honours``.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.models import Consultation, Decision, Document, Exemplar, Practice

Stage = Literal["draft", "unapproved", "embargoed", "published"]
Approvable = Decision | Exemplar | Practice | Consultation | Document


def stage(record: Approvable, as_of: date) -> Stage:
    """The stage of the record on the day.

    What is dated, approved or to be published later, or rests on a ground recorded later, is embargoed until then.
    """
    if record.draft:
        return "draft"
    if record.approved is None:
        return "unapproved"
    days = [record.approved.date, record.publish_from]
    if isinstance(record, Exemplar | Practice) and record.shown is not None:
        days += [record.shown.recorded, record.shown.guardian_consent, record.shown.child_consent]
    if isinstance(record, Decision | Document):
        days.append(record.date)
    if isinstance(record, Consultation):
        days.append(record.opens)
    return "embargoed" if any(day is not None and day > as_of for day in days) else "published"


def is_published(record: Approvable, as_of: date) -> bool:
    """Whether the record may be read on the day."""
    return stage(record, as_of) == "published"
