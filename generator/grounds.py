"""What may be shown of a person, group or household: nothing of a person without a recorded ground.

Law 91/2025/QH15 Article 16 and Decree 356/2025/NĐ-CP Article 6 (consent); Decree 56/2017/NĐ-CP Articles 33 and
36.1 and Law 91/2025/QH15 Article 24 (a child's name, picture, school, results; the consents of its guardian and, from 7
years, its own); Civil Code 91/2015/QH13 Article 32.2.b (a picture taken at a public event: no name follows from it).
"""

from __future__ import annotations

from datetime import date

from generator.models import Exemplar, Practice
from generator.models.decisions import AwardList, Commendation, Decision
from generator.models.honours import Ground, Kind, Scope

GROUND_WORDS = {
    "consent": "người được nêu tên đồng ý",
    "public-decision": "cán bộ pháp chế xác nhận được công khai",
    "public-event": "ảnh từ hoạt động công cộng",
}
_WITH_THE_NAME = ("unit", "achievement")
_CHILDREN = ("7-15", "under-7")


def may_show(ground: Ground | None, aspect: Scope, age_group: str | None = "adult") -> bool:
    """Whether the ground covers the aspect; a minor's needs the guardian's consent and, from 7 years, the child's.

    An adult's unit and achievement go with the name; a child's are shown only where its consent names them. Where the
    age group is not known, nothing may be shown: it may be a child.
    """
    if ground is None or age_group is None:
        return False
    child = age_group in _CHILDREN
    needed = "name" if aspect in _WITH_THE_NAME and not child else aspect
    if needed not in ground.scope or (ground.ground == "public-event" and needed != "photo"):
        return False
    if child:
        return ground.guardian_consent is not None and (age_group == "under-7" or ground.child_consent is not None)
    return True


def exemplar_shows(exemplar: Exemplar, aspect: Scope) -> bool:
    """Whether the exemplar's own page may show it. The name of a group is no person's, nor are its unit and deed."""
    if exemplar.kind == "group" and aspect in ("name", *_WITH_THE_NAME):
        return True
    return may_show(exemplar.shown, aspect, exemplar.age_group if exemplar.kind == "individual" else "adult")


def may_have_page(exemplar: Exemplar) -> bool:
    """Whether a page may tell of the exemplar: its name is covered, and a child's story, which is what it did."""
    child = exemplar.kind == "individual" and exemplar.age_group != "adult"
    return exemplar_shows(exemplar, "name") and (not child or exemplar_shows(exemplar, "story"))


def picture_shows(record: Exemplar | Practice) -> bool:
    """Whether the picture beside the record may be shown.

    Of one person the picture is that person's. Of a group, a household or a practice somebody must say who is in it:
    children need their guardians' and their own consents; a place or a practice's drawing shows nobody.
    """
    photo, person = record.photo, isinstance(record, Exemplar) and record.kind == "individual"
    if photo is None or (not person and not photo.drawing and photo.people is None):
        return False
    if not person and (photo.people == "none" or (photo.drawing and isinstance(record, Practice))):
        return True
    age_group = record.age_group if isinstance(record, Exemplar) and person else "adult"
    return may_show(record.shown, "photo", "7-15" if photo.people == "children" and age_group == "adult" else age_group)


def name_may_travel(exemplar: Exemplar) -> bool:
    """Whether the name may leave the site on a card or in a shared link: a group's always, a child's never.

    Whoever agreed to be named on the portal has not agreed to be passed on: the ground must cover ``share``, too.
    """
    if exemplar.kind == "group":
        return True
    child = exemplar.kind == "individual" and exemplar.age_group != "adult"
    return not child and exemplar_shows(exemplar, "name") and exemplar_shows(exemplar, "share")


def page_may_travel(exemplar: Exemplar) -> bool:
    """Whether name and story may be copied to be posted elsewhere.

    A group's name always travels, but its story tells of persons: that needs ``share``.
    """
    told = exemplar.story and exemplar_shows(exemplar, "story")
    return name_may_travel(exemplar) and (not told or may_show(exemplar.shown, "share"))


def picture_may_travel(exemplar: Exemplar) -> bool:
    """Whether the picture may stand on a card: it may be shown, no child is on it, and who is on it agreed."""
    if exemplar.photo is None or not picture_shows(exemplar):
        return False
    if exemplar.kind != "individual" and exemplar.photo.people == "none":
        return True
    child = exemplar.photo.people == "children" or (exemplar.kind == "individual" and exemplar.age_group != "adult")
    return not child and may_show(exemplar.shown, "share")


def is_child(age_group: str | None) -> bool:
    """Whether the age group is a minor's."""
    return age_group in _CHILDREN


def reason(ground: Ground, age_group: str | None) -> str:
    """Why somebody of the age group is named, in words: of a minor others consent, too."""
    if ground.ground == "consent" and is_child(age_group):
        return f"cha mẹ hoặc người giám hộ{' và em' if ground.child_consent else ''} đồng ý"
    return GROUND_WORDS[ground.ground]


def recorded_on(ground: Ground) -> date:
    """The day from which the ground stands: of its record and of the consents it holds, the latest."""
    days = [ground.recorded, ground.guardian_consent, ground.child_consent]
    return max(day for day in days if day is not None)


def ground_of(commendation: Commendation, list_ground: Ground | None, decision_ground: Ground | None) -> Ground | None:
    """The ground of one row: its own, or its list's, or its decision's."""
    return commendation.shown or list_ground or decision_ground


def kind_of(commendation: Commendation, exemplar: Exemplar | None) -> Kind:
    """What a row commends: as typed, or as its exemplar; a name alone is a person's, a unit alone a group's."""
    if commendation.kind or exemplar:
        return commendation.kind or (exemplar.kind if exemplar else "group")
    return "individual" if commendation.name or commendation.exemplar else "group"


def may_name(commendation: Commendation, exemplar: Exemplar | None, list_: AwardList, decision: Decision) -> bool:
    """Whether the row may show a name: a group's always; a person's and a household's with a ground, of known age."""
    kind = kind_of(commendation, exemplar)
    if kind == "group":
        return True
    age_group: str | None = "adult"
    if kind == "individual":
        age_group = exemplar.age_group if exemplar else commendation.age_group or list_.age_group
    return may_show(ground_of(commendation, list_.shown, decision.shown), "name", age_group)
