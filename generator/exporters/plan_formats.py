"""The formats a plan is given out in, by the ending of their files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.exporters.akoma_ntoso import export_akoma_ntoso
from generator.exporters.calendar import export_calendar
from generator.exporters.plan_docx import export_docx
from generator.exporters.plan_json import export_json
from generator.exporters.plan_pdf import export_pdf
from generator.exporters.plan_text import export_text


class Format(NamedTuple):
    """A format of a plan: its name in a link, its media type, and what makes its bytes."""

    name: str
    media_type: str
    export: Callable[[Catalogue, str], bytes]


PLAN_FORMATS: Mapping[str, Format] = {
    "docx": Format("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", export_docx),
    "pdf": Format("PDF", "application/pdf", export_pdf),
    "txt": Format("Văn bản thuần", "text/plain; charset=utf-8", export_text),
    "ics": Format("iCalendar", "text/calendar", export_calendar),
    "json": Format("JSON", "application/json", export_json),
    "xml": Format("Akoma Ntoso", "application/xml", export_akoma_ntoso),
}
"""In the order of the page."""
