"""What the frame around every page prints: name, menu, phone, stage. Finished strings for the theme's templates."""

from __future__ import annotations

from typing import Any

from generator import addresses, vietnamese
from generator.addresses import Address, page_url
from generator.catalogue import Catalogue
from generator.pages.base import dial
from generator.pages.cards import REST, card_of_kind, kind_cards


def frame(catalogue: Catalogue) -> dict[str, Any]:
    """The values of ``config.extra.portal``."""
    portal = catalogue.portal
    return {
        "ward": f"{portal.ward}, {portal.province}",
        "section": portal.section,
        "issuer": portal.authority,
        "phone": portal.phone,
        "phone_tel": dial(portal.phone).removeprefix("tel:"),
        "phone_note": "Số điện thoại, giờ nghe máy minh họa" if portal.phone_is_sample else "",
        "office": catalogue.organisation(portal.office).name,
        "hours": portal.hours,
        "demo": portal.stage == "demo",
        "updated": vietnamese.format_date(catalogue.last_modified),
        "cards": _cards(catalogue),
        "feeds": [
            {"type": media_type, "path": addresses.feed("tat-ca", suffix).page}
            for suffix, media_type in (("xml", "application/atom+xml"), ("json", "application/feed+json"))
        ],
        "menu": [{"key": key, "label": label, "path": _path(address)} for key, label, address in _menu(catalogue)],
        "menu_more": [{"label": label, "path": _path(address)} for label, address in _more(catalogue)],
        "foot": [{"label": label, "path": _path(address)} for label, address in _foot(catalogue)],
    }


def _cards(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """The card of each kind of page, and under ``rest`` that of all others."""
    made = {name: {"path": card.path, "alt": card.alt} for name, card in kind_cards(catalogue).items()}
    return {"rest": made[REST], **{kind: made[name] for kind, name in card_of_kind().items()}}


def site_name(catalogue: Catalogue) -> str:
    """The site's name in titles: ``Thi đua, khen thưởng phường Bạch Đằng, thành phố Hải Phòng``."""
    portal = catalogue.portal
    return f"{portal.section} {portal.ward[:1].lower()}{portal.ward[1:]}, {portal.province}"


def _path(address: Address) -> str:
    return (page_url(address.page) or ".") + (f"#{address.part}" if address.part else "")


def _menu(catalogue: Catalogue) -> list[tuple[str, str, Address]]:
    return [
        ("home", "Trang chủ", addresses.HOME),
        ("plan", "Kế hoạch", addresses.plan(catalogue.portal.plan)),
        ("movements", "Phong trào thi đua", addresses.MOVEMENTS),
        ("register", "Khen thưởng", addresses.REGISTER),
        ("exemplars", "Gương điển hình", addresses.GALLERY),
        ("law", "Văn bản", addresses.LIBRARY),
        ("guidance", "Hướng dẫn", addresses.GUIDANCE),
        ("contact", "Liên hệ", addresses.CONTACT),
    ]


def _more(catalogue: Catalogue) -> list[tuple[str, Address]]:
    progress = addresses.progress(catalogue.portal.plan)
    tasks = [("Nhiệm vụ và tiến độ", progress)] if catalogue.annex(catalogue.portal.plan) else []
    return [
        *tasks,
        ("Cụm, khối thi đua", addresses.BLOCS),
        ("Hội đồng Thi đua - Khen thưởng", addresses.COUNCIL),
        ("Biểu mẫu", addresses.DOCUMENTS),
        ("Cách làm hay", addresses.PRACTICES),
        ("Đơn vị, tổ dân phố", addresses.ORGANISATIONS),
        ("Số liệu", addresses.FIGURES),
    ]


def _foot(catalogue: Catalogue) -> list[tuple[str, Address]]:
    return [
        *_more(catalogue),
        ("Theo dõi tin mới", addresses.FOLLOW),
        ("Báo sai sót", Address(addresses.CONTACT.page, "bao-sai-sot")),
        ("Yêu cầu gỡ thông tin", Address(addresses.CONTACT.page, "go-thong-tin")),
    ]
