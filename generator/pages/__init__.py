"""The catalogue to the list of pages to make: what stands where, from which template, with what to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.catalogue import Catalogue
from generator.pages.abbreviations import abbreviation_page
from generator.pages.base import Page, Picture
from generator.pages.bodies import body_pages
from generator.pages.contact import contact_pages
from generator.pages.documents import document_pages
from generator.pages.exports import Exports
from generator.pages.figures import figures_page
from generator.pages.finder import finder_pages
from generator.pages.following import following_pages
from generator.pages.gallery import gallery_pages
from generator.pages.guidance import guidance_pages
from generator.pages.home import home_pages
from generator.pages.honours import exemplar_card
from generator.pages.library import library_pages
from generator.pages.movements import movement_pages
from generator.pages.organisations import organisation_pages
from generator.pages.plan import plan_pages
from generator.pages.register import register_pages
from generator.pages.search import search_pages
from generator.pages.searched import told_to_index
from generator.pages.sitemap import sitemap_pages

Pictures = Mapping[tuple[str, str], Picture]


def all_pages(catalogue: Catalogue, pictures: Pictures, offered: Callable[[], Exports]) -> list[Page]:
    """Every page of the site. Raises ValueError when two would stand at one address.

    What is ``offered`` to take away is asked for late: another process may be making it.
    """
    newest = [exemplar_card(catalogue, entry, pictures) for entry in catalogue.honours.exemplars[:8]]
    pages = [
        *home_pages(catalogue, newest),
        *movement_pages(catalogue),
        *body_pages(catalogue),
        *register_pages(catalogue),
        *gallery_pages(catalogue, pictures),
        *library_pages(catalogue),
        *document_pages(catalogue),
        *finder_pages(catalogue),
        *contact_pages(catalogue),
    ]
    exports = offered()
    pages += [
        *plan_pages(catalogue, exports),
        *guidance_pages(catalogue, exports.form),
        *organisation_pages(catalogue, exports),
        *following_pages(catalogue, exports),
        figures_page(catalogue, exports),
    ]
    pages = told_to_index(catalogue, pages)
    pages += [*search_pages(catalogue, pages), abbreviation_page(catalogue)]
    pages += sitemap_pages(catalogue, pages)
    taken: set[str] = set()
    for page in pages:
        if page.address.page in taken:
            raise ValueError(f"two pages at {page.address.page}")
        taken.add(page.address.page)
    return pages
