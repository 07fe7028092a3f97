"""The plan as a PDF: the Word file's layout drawn by Typst, tagged (PDF/UA-1), in Vietnamese, the same bytes each time.

Only the project's own fonts are used, nothing is fetched, and the text reaches Typst as data, never as markup.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

from generator.catalogue import Catalogue
from generator.exporters.printable import Paper, printed_plan
from generator.exporters.typeface import FOLDER, drawable

_TEMPLATE = Path(__file__).with_name("papers") / "plan.typ"


def export_pdf(catalogue: Catalogue, id_: str) -> bytes:
    """The PDF of the plan; its date is the plan's or, for a draft, the day it is made for."""
    return _drawn(printed_plan(catalogue, id_))


def pdf_file(paper: Paper) -> bytes:
    """The PDF of a paper."""
    data = _data(paper) | {"heading": drawable(f"{paper.name}: {paper.title}")}
    made = _compiler().compile(
        format="pdf", sys_inputs={"paper": json.dumps(data, ensure_ascii=False)}, pdf_standards=["ua-1"]
    )
    assert isinstance(made, bytes)  # noqa: S101 - a list only for pictures of pages
    return made


_drawn = lru_cache(maxsize=16)(pdf_file)  # while somebody edits, most papers stay as they were


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])
    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts, ignore_system_fonts=True)


def _data(value: Any) -> Any:
    """The value as JSON holds it; each record tells its kind."""
    if is_dataclass(value):
        inside = {field.name: _data(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__} | inside
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if isinstance(value, date):
        return [value.year, value.month, value.day]
    return drawable(value) if isinstance(value, str) else value
