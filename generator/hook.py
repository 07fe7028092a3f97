"""MkDocs' hook: makes the pages before MkDocs reads them, and the search index after it wrote them.

So a plain ``mkdocs build`` and ``mkdocs serve`` work too. Nothing else depends on it.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from generator.build import Built, complete, make_pages
from generator.commands.base import today
from generator.problems import ContentInvalid, format_problems, summarise
from generator.publishing import Layout, configure
from generator.search_index import IndexingFailed, make_index
from generator.vietnamese import parse_date

_log = logging.getLogger("mkdocs.portal")
_last: list[Built] = []  # what the last good content gave: `mkdocs serve` goes on showing that until a fault is mended


def on_config(config: Any) -> Any:
    """Makes the pages and gives the configuration what the content says of the portal."""
    layout = _layout(config)
    said = os.environ.get("PORTAL_AS_OF", "")
    try:
        built = make_pages(layout, parse_date(said) if said else today())
    except ContentInvalid as error:
        text = f"\n{format_problems(error.problems)}\n{summarise(error.problems)}"
        if not _last:
            raise Abort(text) from None
        _log.error(text)
    else:
        _last[:] = [built]
    configure(config, _last[0].frame)
    return config


def _layout(config: Any) -> Layout:
    root = Path(config.config_file_path).parent
    return Layout(root, Path(os.environ.get("PORTAL_CONTENT", root / "content")))


def on_post_build(config: Any) -> None:
    """Adds the cards to the built site and indexes it, as ``portal build`` does."""
    complete(_layout(config), _last[0], Path(config.site_dir))
    try:
        make_index(Path(config.site_dir))
    except IndexingFailed as error:
        raise Abort(f"\nPagefind không lập được chỉ mục tìm kiếm:\n{error}") from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watches what people edit, not what is generated from it: one build an edit."""
    server.unwatch(config.docs_dir)
    return server
