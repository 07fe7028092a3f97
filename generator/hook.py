"""MkDocs' hook: makes the pages before MkDocs reads them, and the search index after it wrote them.

So a plain ``mkdocs build`` and ``mkdocs serve`` work too. Nothing else depends on it.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from generator.build import make_pages
from generator.commands.base import today
from generator.problems import ContentInvalid, format_problems, summarise
from generator.publishing import Frame, Layout, configure
from generator.search_index import IndexingFailed, make_index
from generator.vietnamese import parse_date

_log = logging.getLogger("mkdocs.portal")
_last: list[
    Frame
] = []  # the frame of the last good content: `mkdocs serve` goes on showing that until a fault is mended


def on_config(config: Any) -> Any:
    """Makes the pages and gives the configuration what the content says of the portal."""
    root = Path(config.config_file_path).parent
    layout = Layout(root, Path(os.environ.get("PORTAL_CONTENT", root / "content")))
    said = os.environ.get("PORTAL_AS_OF", "")
    try:
        built = make_pages(layout, parse_date(said) if said else today())
    except ContentInvalid as error:
        text = f"\n{format_problems(error.problems)}\n{summarise(error.problems)}"
        if not _last:
            raise Abort(text) from None
        _log.error(text)
    else:
        _last[:] = [built.frame]
    configure(config, _last[0])
    return config


def on_post_build(config: Any) -> None:
    """Indexes the built site, as ``portal build`` does."""
    try:
        make_index(Path(config.site_dir))
    except IndexingFailed as error:
        raise Abort(f"\nPagefind không lập được chỉ mục tìm kiếm:\n{error}") from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watches what people edit, not what is generated from it: one build an edit."""
    server.unwatch(config.docs_dir)
    return server
