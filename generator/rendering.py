"""Pages to the text of files: the only user of Jinja.

Every plain string a template prints is escaped; only values of the type :class:`~generator.escaping.Markdown`, and what
a template's own macros made, pass as they are, so no template can forget it. An undefined name is an error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import yaml

from generator import vietnamese
from generator.addresses import Address, page_url, relative_source, relative_url
from generator.escaping import Markdown, escape, inline, prose
from generator.pages.base import Page


class Renderer:
    """Renders templates of a folder; the same page gives the same text."""

    def __init__(self, templates: Path) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates),
            undefined=jinja2.StrictUndefined,
            finalize=_finalize,
            autoescape=True,  # so that what macros return counts as made; finalize has escaped the rest before
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters = {"inline": inline, "length": len}
        self._environment.globals = {"href": _href, "link": _link, "prose": _prose, "iso": _iso}

    def render(self, page: Page) -> str:
        """The text of the page's file: front matter and Markdown, or plain text where the path is no ``.md``."""
        context = {**page.context, "page": page.address.page, "title": page.title}
        body = self._environment.get_template(page.template).render(context)
        if not page.address.page.endswith(".md"):
            return body.strip() + "\n"
        return f"---\n{_front_matter(page)}---\n\n" + re.sub(r"\n{3,}", "\n\n", body).strip() + "\n"


def _front_matter(page: Page) -> str:
    meta: dict[str, Any] = {"title": page.title, "description": page.description, "kind": page.kind}
    if page.section:
        meta["section"] = page.section
    if page.here:
        meta["here"] = True
    if page.crumbs:
        meta["crumbs"] = [
            {"label": crumb.label} | ({"path": page_url(crumb.address.page)} if crumb.address else {})
            for crumb in page.crumbs
        ]
    if not page.listed:
        meta["unlisted"] = True
    if page.sample:
        meta["sample"] = page.sample
    return yaml.dump(meta, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000_000)


def _finalize(value: Any) -> Any:
    if isinstance(value, jinja2.Undefined):
        return value  # printing it names what is missing
    if hasattr(value, "__html__") or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, date):
        return vietnamese.format_date(value)
    raise TypeError(f"a template prints a {type(value).__name__}; give it text")


@jinja2.pass_context
def _href(context: jinja2.runtime.Context, address: Address) -> Markdown:
    """The address for an HTML attribute."""
    return Markdown(relative_url(context["page"], address))


@jinja2.pass_context
def _link(context: jinja2.runtime.Context, words: str, address: Address) -> Markdown:
    """A Markdown link to a page of the site."""
    return Markdown(f"[{inline(words)}]({relative_source(context['page'], address)})")


@jinja2.pass_context
def _prose(context: jinja2.runtime.Context, text: str, targets: Mapping[str, Address | str]) -> Markdown:
    """An editor's prose; ``targets`` maps what its links name to addresses of the site or of other sites."""

    def resolve(target: str) -> str | None:
        found = targets.get(target)
        return relative_source(context["page"], found) if isinstance(found, Address) else found

    return prose(text, resolve)


def _iso(day: date) -> Markdown:
    """The day for a machine: ``2026-06-10``."""
    return Markdown(day.isoformat())
