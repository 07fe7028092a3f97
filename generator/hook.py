"""MkDocs' hook: makes the pages before MkDocs reads them.

So a plain ``mkdocs build`` and ``mkdocs serve`` work too. Nothing else depends on it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort, BuildError

from generator.build import make_pages
from generator.cli import today
from generator.problems import ContentInvalid, format_problems, summarise
from generator.publishing import Layout, configure
from generator.vietnamese import parse_date

_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Notes whether MkDocs serves."""
    global _serving  # noqa: PLW0603 - MkDocs tells the command here and nowhere else
    _serving = command == "serve"


def on_config(config: Any) -> Any:
    """Makes the pages and gives the configuration what the content says of the portal."""
    root = Path(config.config_file_path).parent
    layout = Layout(root, Path(os.environ.get("PORTAL_CONTENT", root / "content")))
    said = os.environ.get("PORTAL_AS_OF", "")
    try:
        built = make_pages(layout, parse_date(said) if said else today())
    except ContentInvalid as error:
        text = f"\n{format_problems(error.problems)}\n{summarise(error.problems)}"
        raise (BuildError if _serving else Abort)(text) from None
    configure(config, built.frame)
    return config


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watches what people edit, not what is generated from it: one build an edit."""
    server.unwatch(config.docs_dir)
    return server
