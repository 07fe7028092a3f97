"""Word files made by hand: the markup that offices' files hold and python-docx cannot write.

Each function gives markup; ``word_file`` puts it together to a file that Word and LibreOffice open.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {"document": "document.main", "header1": "header", "footer1": "footer"}


def text(words: str) -> str:
    """Words of a run; a line feed becomes a line break, a tab a tab."""
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    parts = [part for part in re.split("([\n\t])", words) if part]
    return "".join(signs.get(part, f'<w:t xml:space="preserve">{escape(part)}</w:t>') for part in parts)


def run(words: str, properties: str = "") -> str:
    """A run; ``properties`` as ``<w:b/>``."""
    return f"<w:r><w:rPr>{properties}</w:rPr>{text(words)}</w:r>"


def paragraph(*parts: str, num: int | None = None, level: int = 0, style: str = "", properties: str = "") -> str:
    """A paragraph of runs and plain words, member of an automatic list where ``num`` says so."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = numbered(num, level) if num is not None else ""
    said = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p><w:pPr>{styled}{listed}{properties}</w:pPr>{said}</w:p>"


def numbered(num: int, level: int = 0) -> str:
    """The membership in a list, for a paragraph's or a style's properties."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def level(number: int, text_: str, format_: str = "decimal", *, start: int = 1, more: str = "") -> str:
    """A level of an automatic list: ``level(0, "%1.", "upperRoman")``."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:lvlText w:val="{escape(text_)}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def bullets(number: int, sign: str, font: str = "") -> str:
    """A level of bullets in a font."""
    looks = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    return level(number, sign, "bullet").replace("</w:lvl>", f"{looks}</w:lvl>")


def abstract(number: int, *levels: str, more: str = "") -> str:
    """An abstract list with its levels."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    """A list of an abstract one."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starting(number: int, start: int) -> str:
    """An override: the level starts there."""
    return f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, properties: str = "", *, based: str = "", looks: str = "", kind: str = "paragraph") -> str:
    """A style with paragraph properties and looks of its runs."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def cell(*parts: str, span: int = 1, merge: str = "") -> str:
    """A cell of paragraphs and plain words; ``merge``: ``restart`` or ``continue`` down the column."""
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    said = "".join(part if part.startswith("<") else paragraph(part) for part in parts)
    return f"<w:tc><w:tcPr>{wide}{down}</w:tcPr>{said or paragraph()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells and plain words."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(c if c.startswith('<') else cell(c) for c in cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(code: str, result: str) -> str:
    """The runs of a field with its last result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note_mark(number: int, kind: str = "footnote", typed: str = "") -> str:
    """The run with a note's mark; ``typed``: the mark, where Word does not count."""
    custom = ' w:customMarkFollows="1"' if typed else ""
    return f'<w:r><w:{kind}Reference w:id="{number}"{custom}/>{text(typed)}</w:r>'


def note(number: int, *parts: str, kind: str = "footnote") -> str:
    """A note of paragraphs and plain words, with Word's own mark before them."""
    said = "".join(part if part.startswith("<") else paragraph(f"<w:r><w:{kind}Ref/></w:r>", part) for part in parts)
    return f'<w:{kind} w:id="{number}">{said}</w:{kind}>'


def text_box(*paragraphs: str) -> str:
    """A run with a text box in both forms that Word writes."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    graphic = (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def word_file(file: Path, *body: str, parts: Mapping[str, str] | None = None, end: str = "") -> Path:
    """The file with this body; ``parts`` are the insides of others by name: numbering, styles, footnotes, header1 …"""
    roots = {"document": f"<w:body>{''.join(body)}<w:sectPr>{end}</w:sectPr></w:body>", **(parts or {})}
    names = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    names |= {"document": "document", "settings": "settings", "header1": "hdr", "footer1": "ftr"}
    markup = {
        f"word/{name}.xml": f"{_HEAD}<w:{names[name]} {SPACES}>{inside}</w:{names[name]}>"
        for name, inside in roots.items()
    }
    others = [name for name in roots if name != "document"]
    markup["word/_rels/document.xml.rels"] = _relations((name.rstrip("1"), f"{name}.xml") for name in others)
    markup["_rels/.rels"] = _relations([("officeDocument", "word/document.xml")])
    markup["[Content_Types].xml"] = _types(roots)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in sorted(markup.items()):
            archive.writestr(name, inside)
    return file


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{space}">{made}</Relationships>'


def _types(roots: Iterable[str]) -> str:
    made = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_CONTENT}.{_KINDS.get(name, name)}+xml"/>'
        for name in roots
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'{_HEAD}<Types xmlns="{space}">{rels}{made}</Types>'
