"""A Word file of its parts: what every .docx holds besides its text, always in the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = f"{_OFFICE}/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can tell
_STYLES = Path(__file__).with_name("papers") / "styles.xml"
_PARTS = {
    "styles": "styles", "settings": "settings", "footnotes": "footnotes", "header": "header", "first": "header",
    "footer": "footer",
}  # fmt: skip
"""Each part beside the document, by the id of its relationship, and its kind."""

_MAKER = ElementMaker(namespace=W, nsmap={"w": W, "r": R})


def w(tag: str, *inside: Any, **values: object) -> Any:
    """An element of WordprocessingML with its attributes: ``w("ind", firstLine=720)``."""
    element = _MAKER(tag, *inside)
    for name, value in values.items():
        element.set(f"{{{W}}}{name}", str(value))
    return element


def word_file(body: Any, parts: Mapping[str, Any], *, title: str, author: str, subject: str, day: date) -> bytes:
    """The .docx of a document's body and its ``footnotes``, ``header``, ``first`` header and ``footer``.

    Its properties tell the day and the language; no clock and no machine leaves a trace. Same parts, same bytes.
    """
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _properties(title, author, subject, day),
        "word/document.xml": _bytes(w("document", body)),
        "word/_rels/document.xml.rels": _relations({name: (kind, f"{name}.xml") for name, kind in _PARTS.items()}),
        "word/styles.xml": _STYLES.read_bytes(),
        "word/settings.xml": _bytes(_settings()),
    } | {f"word/{name}.xml": _bytes(part) for name, part in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            target.writestr(info, data)
    return out.getvalue()


def footnotes_part(*notes: Any) -> Any:
    """The part of the notes at the foot of pages: the two separators, which the settings name, then the notes."""

    def separator(id_: int, kind: str, tag: str) -> Any:
        return w("footnote", w("p", w("r", w(tag))), type=kind, id=id_)

    return w(
        "footnotes", separator(-1, "separator", "separator"),
        separator(0, "continuationSeparator", "continuationSeparator"), *notes,
    )  # fmt: skip


def _bytes(element: Any) -> bytes:
    written: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _content_types() -> bytes:
    maker = ElementMaker(namespace=f"{_PACKAGE}/content-types", nsmap={None: f"{_PACKAGE}/content-types"})
    kinds = {"/word/document.xml": f"{_WORDS}.document.main+xml"}
    kinds |= {f"/word/{name}.xml": f"{_WORDS}.{kind}+xml" for name, kind in _PARTS.items()}
    kinds["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    return _bytes(
        maker(
            "Types",
            maker("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
            maker("Default", Extension="xml", ContentType="application/xml"),
            *(maker("Override", PartName=name, ContentType=kind) for name, kind in kinds.items()),
        )
    )


def _package_relations() -> bytes:
    maker, made = _relationship_maker()
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _bytes(
        maker(
            "Relationships",
            made(Id="document", Type=f"{R}/officeDocument", Target="word/document.xml"),
            made(Id="core", Type=core, Target="docProps/core.xml"),
        )
    )


def _relations(parts: Mapping[str, tuple[str, str]]) -> bytes:
    maker, made = _relationship_maker()
    relations = (made(Id=name, Type=f"{R}/{kind}", Target=target) for name, (kind, target) in parts.items())
    return _bytes(maker("Relationships", *relations))


def _relationship_maker() -> tuple[Any, Any]:
    maker = ElementMaker(namespace=f"{_PACKAGE}/relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    return maker, maker.Relationship


def _properties(title: str, author: str, subject: str, day: date) -> bytes:
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    core = f"{_PACKAGE}/metadata/core-properties"
    names = {"cp": core, "dc": dc, "dcterms": terms, "xsi": xsi}
    root = etree.Element(f"{{{core}}}coreProperties", nsmap=names)
    for tag, text in (("title", title), ("subject", subject), ("creator", author), ("language", "vi-VN")):
        etree.SubElement(root, f"{{{dc}}}{tag}").text = text
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{terms}}}{tag}", {f"{{{xsi}}}type": "dcterms:W3CDTF"})
        moment.text = f"{day.isoformat()}T00:00:00Z"
    return _bytes(root)


def _settings() -> Any:
    setting = "http://schemas.microsoft.com/office/word"
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", w("compatSetting", name="compatibilityMode", uri=setting, val=15)),
        w("themeFontLang", val="vi-VN"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )
