"""A workbook as bytes that do not change from one run to the next, and text put into cells as text."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from openpyxl.workbook.workbook import Workbook

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""The media type of an Excel workbook."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FIXED = rb"\g<1>2000-01-01T00:00:00Z"
_PROPERTIES = "docProps/core.xml"


def workbook_bytes(book: Workbook) -> bytes:
    """The workbook's file: same cells, same bytes; no clock, no user name."""
    book.properties.creator = "Chuyên trang thi đua, khen thưởng"
    book.properties.lastModifiedBy = None
    made = io.BytesIO()
    book.save(made)
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            data = source.read(member)
            if member.filename == _PROPERTIES:
                data = _MOMENT.sub(_FIXED, data)
            info = zipfile.ZipInfo(member.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()


def plain_text(cell: Any, text: str) -> None:
    """Puts the text into the cell as text: ``=1+1``, ``+84``, ``@SUM`` stay what was typed and are never computed."""
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = text[:1] in ("=", "+", "-", "@", "\t", "\r")
