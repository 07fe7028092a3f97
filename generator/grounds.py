"""What may be shown of a person, group or household: nothing of a person without a recorded ground.

Law 91/2025/QH15 Article 16 and Decree 356/2025/NĐ-CP Article 6 (consent); Decree 56/2017/NĐ-CP Article 36.1 and Law
91/2025/QH15 Article 24 (a child's guardian, and the child from 7 years).
"""

from __future__ import annotations

from typing import Literal

from generator.models import Exemplar, Practice
from generator.models.honours import Commendation, Ground

Aspect = Literal["name", "photo", "story"]

GROUND_WORDS = {
    "consent": "người được nêu tên đồng ý",
    "public-decision": "cán bộ pháp chế xác nhận được công khai",
    "public-event": "ảnh từ hoạt động công cộng",
}


def may_show(ground: Ground | None, aspect: Aspect, age_group: str | None = "adult") -> bool:
    """Whether the ground covers the aspect; a minor's needs the guardian's consent and, from 7 years, the child's.

    Where the age group is not known, nothing may be shown: it may be a child.
    """
    if ground is None or age_group is None or aspect not in ground.scope:
        return False
    if age_group in ("7-15", "under-7"):
        return ground.guardian_consent is not None and (age_group == "under-7" or ground.child_consent is not None)
    return True


def exemplar_shows(exemplar: Exemplar, aspect: Aspect) -> bool:
    """Whether the exemplar's own page may show its name, photo or story. The name of a group is no person's."""
    if exemplar.kind == "group" and aspect == "name":
        return True
    return may_show(exemplar.shown, aspect, exemplar.age_group if exemplar.kind == "individual" else "adult")


def picture_shows(record: Exemplar | Practice) -> bool:
    """Whether the picture beside the record may be shown; a practice's drawing shows nobody and needs no ground."""
    if isinstance(record, Exemplar):
        return exemplar_shows(record, "photo")
    return bool(record.photo and record.photo.drawing) or may_show(record.shown, "photo", "adult")


def ground_of(commendation: Commendation, list_ground: Ground | None, decision_ground: Ground | None) -> Ground | None:
    """The ground of one row: its own, or its list's, or its decision's."""
    return commendation.shown or list_ground or decision_ground
