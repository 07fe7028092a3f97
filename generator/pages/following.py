"""The page that says how to follow the site without an account: the feeds, and the calendar of closing days."""

from __future__ import annotations

from generator import addresses
from generator.catalogue import Catalogue
from generator.pages.base import Link, Page
from generator.pages.exports import Exports
from generator.pages.honours import newest, sample_words

_TITLE = "Theo dõi tin mới"


def following_pages(catalogue: Catalogue, exports: Exports) -> list[Page]:
    """The one page of feeds."""
    context = {
        "feeds": exports.feeds,
        "calendar": exports.calendar.address if exports.calendar else None,
        "take_down": Link("Yêu cầu gỡ thông tin", addresses.Address(addresses.CONTACT.page, "go-thong-tin")),
    }
    return [
        Page(
            addresses.FOLLOW, "pages/following.md", _TITLE,
            "Có tin mới thì máy tự báo: nguồn tin Atom, JSON Feed và lịch; không cần tài khoản, không cần để lại thư.",
            "following", "contact", crumbs=(Link("Liên hệ", addresses.CONTACT), Link(_TITLE)),
            sample=sample_words([news.sample for feed in exports.feeds for news in feed.news], "mục tin"),
            modified=newest((news.updated for feed in exports.feeds for news in feed.news), catalogue.as_of),
            context=context,
        )
    ]  # fmt: skip
