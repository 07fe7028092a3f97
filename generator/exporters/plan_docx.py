"""The plan as a Word file, in the layout of Decree 30/2020/NĐ-CP, Annex I, part I, section I.

Numbers and letters are typed, not made by Word, so that the text is the text wherever it is copied to; footnotes are
Word's own. Headings carry their outline level, tables repeat their heads, the language is Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from generator.catalogue import Catalogue
from generator.exporters.printable import Block, Foot, Grid, Head, Paper, Row, Sheet, Style, printed_plan
from generator.exporters.word_package import R, W, footnotes_part, w, word_file
from generator.exporters.words import Note, Run, Words, plain

_LONG, _SHORT, _LEFT, _RIGHT, _EDGE = 16838, 11906, 1701, 850, 1134
"""A4 and its margins in twips: 30 mm left, 15 mm right, 20 mm above and below (Annex I, part I, section I, item 4)."""
_HEADER = 567  # the page number stands in the middle of the upper margin
_HEAD_LEFT = 3600
_SIGN_LEFT = 4600
_STYLES: dict[Style, str] = {
    "type": "Title", "title": "Subtitle", "ground": "CanCu", "text": "LoiVan", "chapter": "Chuong",
    "annex": "PhuLuc", "annex-title": "TenPhuLuc", "annex-note": "KemTheo",
    "enacting": "TuBanHanh",
}  # fmt: skip
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROW = re.compile(r"[ilIjtfr.,;:'()/\s-]")


def export_docx(catalogue: Catalogue, id_: str) -> bytes:
    """The Word file of the plan; same record and day, same bytes."""
    return _drawn(printed_plan(catalogue, id_))


def docx_file(paper: Paper) -> bytes:
    """The Word file of a paper."""
    return _File(paper).bytes()


_drawn = lru_cache(maxsize=16)(docx_file)  # while somebody edits, most papers stay as they were


class _File:
    """A Word file being written: the footnotes met so far."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._notes: list[Note] = []
        self._counted: set[int] = set()  # the notes whose mark is the one Word counts by itself

    def bytes(self) -> bytes:
        paper = self._paper
        body = w("body")
        for number, sheet in enumerate(paper.sheets, 1):
            body.extend(self._sheet(sheet))
            section = _section(sheet)
            if number < len(paper.sheets):  # the last paragraph of a sheet carries its page
                section = w("p", _look("KhoangTrong", section))
            body.append(section)
        parts = {
            "footnotes": self._footnotes(),
            "header": w("hdr", w("p", _look("Header"), *_page_number())),
            "first": w("hdr", w("p", _look("Header"))),
            "footer": w("ftr", w("p", _look("Footer"), _run(paper.remark))),
        }
        title = f"{paper.name}: {paper.title}"
        facts = {"title": title, "author": paper.author, "subject": paper.remark}
        return word_file(body, parts, day=paper.day, **{name: _xml(text) for name, text in facts.items()})

    def _sheet(self, sheet: Sheet) -> Iterator[Any]:
        width = (_LONG if sheet.landscape else _SHORT) - _LEFT - _RIGHT
        for block in sheet.blocks:
            yield from self._block(block, width)

    def _block(self, block: Block, width: int) -> Iterable[Any]:
        if isinstance(block, Head):
            return (_head(block, width),)
        if isinstance(block, Foot):
            return (self._paragraph("KhoangTrong", ()), *self._foot(block, width))
        if isinstance(block, Grid):
            return (self._paragraph("KhoangTrong", ()), self._grid(block, width), self._paragraph("KhoangTrong", ()))
        line = self._paragraph(_STYLES.get(block.style) or f"Heading{min(block.level, 9)}", block.words)
        return (line, _rule(_said(block.words), 14, width, 0.4)) if block.style == "title" else (line,)

    def _paragraph(self, style: str, words: Words) -> Any:
        return w("p", _look(style), *(run for word in words for run in self._runs(word)))

    def _runs(self, word: Run | Note) -> Iterator[Any]:
        if isinstance(word, Run):
            yield _run(word.text, word.look)
            return
        self._notes.append(word)
        number = len(self._notes)
        reference = w("footnoteReference", id=number)
        if word.mark == str(len(self._counted) + 1):
            self._counted.add(number)
            yield _run("", "note", reference)
        else:
            reference.set(f"{{{W}}}customMarkFollows", "1")
            yield _run(word.mark, "note", reference)

    def _footnotes(self) -> Any:
        notes = footnotes_part()
        for number, note in enumerate(self._notes, 1):
            mark = _run("", "note", w("footnoteRef")) if number in self._counted else _run(note.mark, "note")
            notes.append(w("footnote", w("p", _look("FootnoteText"), mark, _run(f" {note.text}")), id=number))
        return notes

    def _grid(self, grid: Grid, width: int) -> Any:
        widths = [round(share * width) for share in grid.shares]
        rows = [self._row(row, widths, head=number < grid.heads) for number, row in enumerate(grid.rows)]
        looks = w("tblPr", w("tblStyle", val="BangKe"), w("tblW", w=sum(widths), type="dxa"),
                  w("tblLayout", type="fixed"), w("tblLook", firstRow=1, noVBand=1))  # fmt: skip
        return w("tbl", looks, w("tblGrid", *(w("gridCol", w=one) for one in widths)), *rows)

    def _row(self, row: Row, widths: Sequence[int], *, head: bool) -> Any:
        style = "DauBang" if head else "DongNhom" if row.group else "OBang"
        spans = [len(widths)] if row.group else [1] * len(row.cells)
        sizes = [sum(widths)] if row.group else widths
        cells = (
            w("tc", w("tcPr", w("tcW", w=size, type="dxa"), *([w("gridSpan", val=span)] if span > 1 else ())),
              self._paragraph(style, words))
            for words, size, span in zip(row.cells, sizes, spans, strict=True)
        )  # fmt: skip
        return w("tr", w("trPr", w("cantSplit"), *([w("tblHeader")] if head else ())), *cells)

    def _foot(self, foot: Foot, width: int) -> Iterator[Any]:
        """Recipients and signature side by side; a signature alone needs no table to stand on the right."""
        left = [self._paragraph("NoiNhanTieuDe", plain(foot.heading))] * bool(foot.heading)
        left += [self._paragraph("NoiNhan", line) for line in foot.recipients]
        right = [self._paragraph("ChucVu", plain(line)) for line in foot.signed]
        right += [self._paragraph("NguoiKy", plain(foot.name))] * bool(foot.name)
        if left:
            yield _pair(((left, right),), (_SIGN_LEFT, width - _SIGN_LEFT))
            return
        for one in right:
            one.find(f"{{{W}}}pPr").append(w("ind", left=_SIGN_LEFT))
        yield from right


def _head(head: Head, width: int) -> Any:
    """Issuer and nation each with the rule under them, then number and place; a row nobody fills is left out."""
    left, right = _HEAD_LEFT, width - _HEAD_LEFT
    issuer = [_centred("CoQuanChuQuan", line) for line in head.issuer[:-1]]
    issuer += [one for line in head.issuer[-1:] for one in (_centred("CoQuan", line), _rule(line, 13, left, 0.4))]
    nation = [_centred("QuocHieu", line) for line in head.nation[:1]]
    nation += [_centred("TieuNgu", line) for line in head.nation[1:]]
    nation += [_rule(line, 14, right, 1.0) for line in head.nation[-1:]]
    below = ([_centred("SoKyHieu", head.number)], [_centred("DiaDanh", head.place)])
    rows = [(issuer, nation)] * bool(head.issuer or head.nation) + [below] * bool(head.number or head.place)
    return _pair(rows, (left, right))


def _pair(rows: Iterable[tuple[list[Any], list[Any]]], widths: tuple[int, int]) -> Any:
    """A table without lines, two cells a row: what stands side by side at the head and the foot of a document."""
    none = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    looks = w("tblPr", w("tblW", w=sum(widths), type="dxa"), w("tblLayout", type="fixed"), none)
    table = w("tbl", looks, w("tblGrid", *(w("gridCol", w=one) for one in widths)))
    for row in rows:
        cells = (
            w("tc", w("tcPr", w("tcW", w=size, type="dxa")), *(inside or [w("p")]))
            for inside, size in zip(row, widths, strict=True)
        )
        table.append(w("tr", w("trPr", w("cantSplit")), *cells))
    return table


def _rule(words: str, size: int, width: int, part: float) -> Any:
    """A rule as long as that part of the words above it, in the middle; the words' width is estimated."""
    ems = sum(0.3 if _NARROW.match(sign) else 0.72 if sign.isupper() else 0.5 for sign in words)
    side = max(0, round((width - min(ems * size * 20, width) * part) / 2))
    return w("p", _look("KeNgang", w("ind", left=side, right=side)))


def _section(sheet: Sheet) -> Any:
    """The page of a sheet: its size and margins, its own page numbers, none shown on the first."""
    section = w("sectPr")
    for tag, kind, part in (("header", "default", "header"), ("header", "first", "first"),
                            ("footer", "default", "footer"), ("footer", "first", "footer")):  # fmt: skip
        reference = w(f"{tag}Reference", type=kind)
        reference.set(f"{{{R}}}id", part)
        section.append(reference)
    size = w("pgSz", w=_LONG, h=_SHORT, orient="landscape") if sheet.landscape else w("pgSz", w=_SHORT, h=_LONG)
    edges = {"top": _EDGE, "right": _RIGHT, "bottom": _EDGE, "left": _LEFT, "header": _HEADER, "footer": 454}
    section.extend([w("type", val="nextPage"), size, w("pgMar", **edges, gutter=0), w("pgNumType", start=1),
                    w("titlePg")])  # fmt: skip
    return section


def _page_number() -> Iterator[Any]:
    for kind in ("begin", "", "separate", "2", "end"):
        if kind == "2":
            yield _run("2")
        elif kind:
            yield w("r", w("fldChar", fldCharType=kind))
        else:
            yield w("r", w("instrText", " PAGE "))


def _centred(style: str, text: str) -> Any:
    return w("p", _look(style), _run(text))


def _look(style: str, *looks: Any) -> Any:
    return w("pPr", w("pStyle", val=style), *looks)


def _run(text: str, look: str = "", *before: Any) -> Any:
    looks = {"bold": (w("b"),), "raised": (w("vertAlign", val="superscript"),),
             "note": (w("rStyle", val="FootnoteReference"),)}  # fmt: skip
    run = w("r", *([w("rPr", *looks[look])] if look else ()), *before)
    for number, line in enumerate(_xml(text).split("\n")):
        if number:
            run.append(w("br"))
        if line:
            words = w("t", line)
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return run


def _said(words: Words) -> str:
    return "".join(word.text for word in words if isinstance(word, Run))


def _xml(text: str) -> str:
    """The text without what XML cannot hold; the content's reader has refused it before."""
    return _NOT_XML.sub("�", text)
