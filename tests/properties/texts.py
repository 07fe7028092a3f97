"""Strategies: text as hostile as an editor's clipboard can be, and the Markdown the site makes of it."""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

import markdown
import yaml
from hypothesis import strategies as st
from lxml import html

from tests.site import ROOT

_SIGNS = [
    *"# *_-+=:!?.)([]{}<>|~`\\\"'&;/%@^$,—“”đ1a",
    "1. ", "12) ", "- ", "> ", "## ", "{: #x }", "{: onclick=x }", "{{ x }}", "{% x %}", "<b>", "</p>", "<script>",
    "<img src=x onerror=y>", "&amp;", "&#60;", "```", "~~~", "===", "---", "***", "https://a.b", "a@b.c", "[x](y)",
    "![x](y)", "[TOC]", "<!-- ", "-->", "<?", "]]>", "|---|", "!!! note", "[^1]", "*[a]: b", "[a]: b", "\\*", "  ",
    "    ", "\u00a0", "klzzwxh:0001", "wzxhzdk:0", " #", "javascript:x", "Đường Ỷ Lan", "a\u0323\u0302",
]  # fmt: skip
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # what no content file may hold

_any = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)
_signs = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=12).map("".join)


def _allowed(text: str) -> bool:
    return bool(text.split()) and not _REFUSED.search(text)


texts = st.one_of(_signs, _any).map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(_allowed)
"""One line of text in the composed form, without control characters."""


@functools.cache
def _markdown() -> markdown.Markdown:
    """Markdown as mkdocs.yml sets it up."""
    config = yaml.safe_load((Path(ROOT) / "mkdocs.yml").read_text(encoding="utf-8"))
    names = [name for one in config["markdown_extensions"] for name in ([one] if isinstance(one, str) else one)]
    options = {name: settings for one in config["markdown_extensions"] if isinstance(one, dict)
               for name, settings in one.items()}  # fmt: skip
    return markdown.Markdown(extensions=names, extension_configs=options)


def to_html(text: str) -> html.HtmlElement:
    """The body of the page that the Markdown makes."""
    made = _markdown().reset().convert(text)
    return html.document_fromstring(f"<!doctype html><html><body>{made}</body></html>").body


def words(text: str) -> str:
    """The text with runs of white space counted as one."""
    return " ".join(text.split())
