"""The contact page: whom to call, how to report an error, tell of a good deed, ask to be taken down."""

from __future__ import annotations

from generator import addresses
from generator.catalogue import Catalogue
from generator.pages.base import Link, Page, dial


def contact_pages(catalogue: Catalogue) -> list[Page]:
    """The one contact page."""
    portal = catalogue.portal
    context = {
        "phone": portal.phone,
        "dial": dial(portal.phone),
        "sample_phone": portal.phone_is_sample,
        "hours": portal.hours,
        "office": Link(catalogue.organisation(portal.office).name, addresses.of("organisations", portal.office)),
        "introduce": addresses.of("guidance", portal.introduce_guide) if portal.introduce_guide else None,
        "privacy": addresses.of("guidance", portal.privacy_guide) if portal.privacy_guide else None,
        "takedown": portal.takedown,
        "takedown_law": _law(catalogue),
    }
    return [
        Page(
            addresses.CONTACT, "pages/contact.md", "Liên hệ",
            "Số điện thoại để hỏi, báo tin người tốt việc tốt, báo sai sót, yêu cầu gỡ thông tin.",
            "text", "contact", here=True, crumbs=(Link("Liên hệ"),), context=context,
        )
    ]  # fmt: skip


def _law(catalogue: Catalogue) -> Link | None:
    terms = catalogue.portal.takedown
    if terms is None:
        return None
    return Link(catalogue.instrument(terms.instrument).name, addresses.of("legislation", terms.instrument))
