"""The files a plan is given out as: of each format its name on the command line, its file's suffix, its maker."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.exporters.plan_docx import export_docx
from generator.exporters.plan_pdf import export_pdf
from generator.exporters.plan_text import export_text


@dataclass(frozen=True)
class Format:
    """A file format: its suffix with the dot, what people call it, and what makes the file of a plan by its id."""

    suffix: str
    label: str
    export: Callable[[Catalogue, str], bytes]


FORMATS: Mapping[str, Format] = {
    "docx": Format(".docx", "Word", export_docx),
    "pdf": Format(".pdf", "PDF", export_pdf),
    "text": Format(".txt", "văn bản thuần", export_text),
}
