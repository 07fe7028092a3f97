"""Made files read back: a built page as the official text it shows, any file as all that it says."""

from __future__ import annotations

import copy
import io
import zipfile
from html import unescape
from pathlib import Path

from lxml import html
from pypdf import PdfReader

BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "th", "td"}


def words(text: str) -> str:
    """The text with one space between words."""
    return " ".join(text.split())


def document(page: Path) -> html.HtmlElement:
    """The one element that holds the document, without what is not the document's own."""
    found = html.parse(str(page)).xpath("//*[@data-document]")
    assert len(found) == 1
    own = copy.deepcopy(found[0])
    for apparatus in own.xpath(".//*[@data-apparatus]"):
        apparatus.drop_tree()
    return own


def paragraphs(element: html.HtmlElement) -> list[str]:
    """The text of each paragraph and cell in the order of reading; text outside of them all would show as its own."""
    blocks = [one for one in element.iter() if one.tag in BLOCKS]
    found = [words(one.text_content()) for one in blocks]
    assert words(element.text_content()) == words(" ".join(found)), "some text stands outside every paragraph"
    return found


def said_in(path: str, data: bytes) -> str:
    """All that a file says, packed or not; nothing of a picture."""
    if path.startswith("anh/"):
        return ""
    if path.endswith(".pdf"):
        return words(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages))
    if path.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return unescape("\n".join(package.read(name).decode() for name in package.namelist()))
    return data.decode()
