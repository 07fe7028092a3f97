"""How to tell the ward of a good deed: by phone, on paper, by mail; nothing is offered that the portal has not."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from generator import addresses
from generator.catalogue import Catalogue
from generator.pages.base import Link, dial
from generator.pages.exports import Export
from generator.prose import ADVICE

_SUBJECT = "Giới thiệu gương người tốt, việc tốt"
_BODY = (
    "Kính gửi {office},",
    "1. Ai đã làm việc tốt (tên, hoặc tổ dân phố, đơn vị):",
    "2. Việc tốt ấy là gì, ở đâu, khoảng ngày nào:",
    "3. Phường hỏi lại ai, số điện thoại:",
    "4. Người được giới thiệu đã biết chưa:",
    "(Xin đừng ghi số căn cước, ngày sinh, địa chỉ nhà của người khác; đừng gửi ảnh trẻ em, bản chụp giấy tờ.)",
)


class Tell(NamedTuple):
    """The ways to tell: the office, its phone and hours, the sheet, the mail begun, or empty where no address is known.

    ``advice`` is the label under which all of it stands: no law prescribes these ways.
    """

    office: Link
    phone: str
    dial: str
    sample_phone: bool
    hours: str
    form: tuple[Export, ...]
    email: str
    mail: str
    advice: str = ADVICE


def tell_ways(catalogue: Catalogue, form: tuple[Export, ...]) -> Tell:
    """The ways the portal knows."""
    portal = catalogue.portal
    office = catalogue.organisation(portal.office).name
    return Tell(
        Link(office, addresses.of("organisations", portal.office)),
        portal.phone,
        dial(portal.phone),
        portal.phone_is_sample,
        portal.hours,
        form,
        portal.email or "",
        begun_mail(portal.email, office) if portal.email else "",
    )


def begun_mail(email: str, office: str) -> str:
    """The address that opens a mail with its subject and its questions written in: ``mailto:…?subject=…&body=…``."""
    body = "\r\n\r\n".join(_BODY).format(office=office)
    return f"mailto:{email}?subject={quote(_SUBJECT)}&body={quote(body)}"
