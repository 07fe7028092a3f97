"""What axe says of a page, on a phone and on a desk, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from playwright.sync_api import Page

_AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
_RUN = "(rules) => axe.run({ resultTypes: ['violations'], ...rules }).then((result) => result.violations)"
"""What passed it need not describe, which took it a quarter of the time."""
_OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that read a colour; no other can say more in the dark than it said in the light."""


def violations(page: Page, *, colours_only: bool = False) -> list[tuple[str, list[str]]]:
    """What axe finds wrong on the page as it shows now, by all its rules or by those that look at colours.

    Each rule is told with the beginning of what breaks it. The page must be opened with ``bypass_csp``: axe is put into
    it as a script.
    """
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=_AXE)
    found = page.evaluate(_RUN, _OF_COLOURS if colours_only else {})
    return [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found]


def looks(page: Page, *widths: int) -> Iterator[str]:
    """Shows the page at each width, in light and in dark, and tells how it shows now."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        yield f"{width} px, light"
        page.emulate_media(color_scheme="dark")
        yield f"{width} px, dark"
