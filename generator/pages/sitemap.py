"""The sitemap and robots file: every page with the newest day in the record it shows."""

from __future__ import annotations

from generator.addresses import Address, page_url
from generator.catalogue import Catalogue
from generator.pages.base import Page


def sitemap_pages(catalogue: Catalogue, pages: list[Page]) -> list[Page]:
    """``sitemap.xml`` for the pages, and ``robots.txt``; a demo asks robots to stay away."""
    root = catalogue.portal.site_address.rstrip("/")
    entries = [
        (f"{root}/{page_url(page.address.page)}", page.modified)
        for page in sorted(pages, key=lambda page: page.address)
        if page.listed and page.address.page.endswith(".md")
    ]
    demo = catalogue.portal.stage == "demo"
    sitemap = Page(Address("sitemap.xml"), "pages/sitemap.xml", "", "", "data", context={"entries": entries})
    robots = Page(Address("robots.txt"), "pages/robots.txt", "", "", "data", context={"root": root, "demo": demo})
    return [sitemap, robots]
