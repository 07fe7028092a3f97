"""A plan as Akoma Ntoso 3.0 XML (OASIS LegalDocML): an export for other programs, never read back.

A plan is a ``doc``: its text in the elements of the standard (section, article, clause, point, indent, paragraph), a
table in an ``hcontainer``, annexes and the table of tasks as attachments. Where a paper promulgates the plan, the paper
is the document and the plan its first attachment, as they are printed. Every letter of the text stands in order; what
the portal adds is in the head of the document. ``GUID`` is a part's address on the site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree

from generator import addresses
from generator.catalogue import Catalogue
from generator.exporters.akn_meta import add_identification, add_notes, add_references
from generator.exporters.akn_naming import Ids, kind_of
from generator.exporters.akn_text import NAMESPACE, PAPER, Element, Words, add, break_lines
from generator.exporters.annex_rows import annex_rows
from generator.models import Annex, Plan
from generator.models.official_text import AttachedAnnex, OfficialText, Part, Slip, Table
from generator.pages.exports import CONVERSION
from generator.pages.official_text import DRAFT, is_draft
from generator.parts import PlanPart

_GROUND = re.compile(r"[-–+*\s]*(?:Căn cứ|Xét|Theo đề nghị)\b")
_CHAPTERS = {"chương": "chapter", "phần": "part"}


def export_akoma_ntoso(catalogue: Catalogue, plan_id: str) -> bytes:
    """The plan of that id as UTF-8 XML, valid against the schema of Akoma Ntoso 3.0, drafts too."""
    return _Writer(catalogue, plan_id).document()


class _Writer:
    """Writes one plan; its parts are taken in the order in which they are addressed."""

    def __init__(self, catalogue: Catalogue, plan_id: str) -> None:
        self._catalogue = catalogue
        self._id = plan_id
        self._site = catalogue.portal.site_address
        self._plan: Plan = catalogue.plan(plan_id)
        self._parts = iter(part for part in catalogue.plan_parts[plan_id] if part.part.level != "task")
        self._ids = Ids()
        self._words = Words(catalogue, self._plan)
        self._written: dict[str, str] = {}

    def document(self) -> bytes:
        """The whole file."""
        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
        plan, paper = self._plan, self._plan.promulgated_by
        main = self._begin(root, kind_of(paper or plan), "main")
        self._write_text(main, paper or plan, "")
        annexes = self._annexes()
        if paper is not None or annexes:
            attachments = add(main, "attachments")
            if paper is not None:
                name = self._ids.give("", "att", kind_of(plan))
                attached = self._begin(add(attachments, "attachment", eId=name), kind_of(plan), kind_of(plan))
                self._write_text(attached, plan, name)
            for number, annex in enumerate(annexes, 1):
                name = self._ids.give("", "att", str(number))
                component = f"phu-luc-{number}"
                attached = self._begin(add(attachments, "attachment", eId=name), "phu-luc", component)
                self._write_annex(attached, annex, name)
        add_references(main[0], self._catalogue, self._words.named)
        add_notes(main[0], self._notes())
        break_lines(root)
        return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"

    def _begin(self, parent: Element, name: str, component: str) -> Element:
        document = add(parent, "doc", name=name)
        add_identification(add(document, "meta"), self._catalogue, self._id, component, name)
        return document

    def _annexes(self) -> list[AttachedAnnex | Annex]:
        """All annexes in the order of the paper."""
        annexes: list[AttachedAnnex | Annex] = list(self._plan.annexes)
        tasks = self._catalogue.annex(self._id)
        if tasks is not None:
            annexes.insert(max(tasks.position - 1, 0), tasks)
        return annexes

    def _notes(self) -> Iterator[tuple[str, str, str]]:
        """What the portal says of the file and of slips in the text."""
        yield "", "", CONVERSION
        if is_draft(self._plan):
            yield "", "", f"{DRAFT}."
        if self._plan.sample:
            yield "", "", "Dữ liệu minh họa, không có thật."
        paper, tasks = self._plan.promulgated_by, self._catalogue.annex(self._id)
        for slip in paper.slips if paper else ():
            id_ = PAPER + slip.part.removeprefix(PAPER)
            if id_ in self._written:
                yield self._catalogue.part(f"{self._id}#{id_}").part.spoken, self._written[id_], _words_of(slip)
        for slip in (*self._plan.slips, *(tasks.slips if tasks else ())):
            part = self._catalogue.part(f"{self._id}#{slip.part}").part
            yield part.spoken, self._written[slip.part], _words_of(slip)

    # a text ------------------------------------------------------------------------------------------------------

    def _write_text(self, document: Element, text: OfficialText, prefix: str) -> None:
        """Everything of a document from its letterhead to its signature."""
        self._write_preface(add(document, "preface"), text)
        if text.preamble:
            self._write_preamble(add(document, "preamble"), text.preamble, prefix)
        body = add(document, "mainBody")
        self._write_parts(body, text.parts, prefix)
        for section in text.sections:
            word, _, number = section.label.rpartition(" ")
            name = _CHAPTERS.get(word.lower(), "section")
            element, part = self._element(body, name, prefix, number)
            add(element, "num", section.label)
            self._words.write_part(add(element, "heading"), part)
            self._write_parts(element, section.parts, element.get("eId"))
        if not len(body):
            add(body, "p")
        self._write_conclusions(document, text, prefix)

    def _write_preface(self, preface: Element, text: OfficialText) -> None:
        head = text.letterhead
        if head is not None and (head.issuer or head.nation):
            container = add(preface, "container", name="phan-dau")
            for line in head.issuer:
                add(add(container, "p"), "docAuthority", line)
            for line in head.nation:
                add(container, "p", line)
        if text.number_line:
            add(add(preface, "p"), "docNumber", text.number_line)
        if text.place_line:
            add(preface, "p", text.place_line)
        if text.type:
            add(add(preface, "p"), "docType", text.type)
        add(add(preface, "p"), "docTitle", text.title)

    def _write_preamble(self, preamble: Element, lines: Sequence[str], prefix: str) -> None:
        """Grounds stand together as citations; other lines are paragraphs."""
        citations: Element = None
        for number, line in enumerate(lines, 1):
            if not _GROUND.match(line):
                citations = None
                self._write_line(preamble, prefix, "preamble__p", number)
                continue
            if citations is None:
                citations = add(preamble, "citations", eId=self._ids.give(prefix, "preamble__cits", str(number)))
            part = self._next()
            citation = self._marked(add(citations, "citation"), part, citations.get("eId"), "cit", str(number))
            self._words.write_part(add(citation, "p"), part)

    def _write_conclusions(self, document: Element, text: OfficialText, prefix: str) -> None:
        if not (text.conclusions or text.distribution or text.signature):
            return
        conclusions = add(document, "conclusions")
        for number in range(1, len(text.conclusions) + 1):
            self._write_line(conclusions, prefix, "conclusions__p", number)
        if text.distribution is not None:
            container = add(conclusions, "container", name="noi-nhan")
            add(container, "p", text.distribution.heading)
            for number in range(1, len(text.distribution.lines) + 1):
                self._write_line(container, prefix, "conclusions__noi-nhan", number)
        if text.signature is not None:
            part, container = self._next(), add(conclusions, "container", name="chu-ky")
            self._marked(container, part, prefix, "conclusions__chu-ky", "1")
            lines = (*text.signature.lines, text.signature.name)
            elements = [add(add(container, "p"), "signature") for _ in lines]
            self._words.write_lines(elements, lines, part.part.id)

    def _write_line(self, parent: Element, prefix: str, step: str, number: int) -> None:
        """The next part as one paragraph."""
        part = self._next()
        self._words.write_part(self._marked(add(parent, "p"), part, prefix, step, str(number)), part)

    def _write_parts(self, parent: Element, nodes: Sequence[Part], prefix: str) -> None:
        counts: Counter[str] = Counter()
        for node in nodes:
            counts[node.level] += 1
            place = str(counts[node.level])
            if isinstance(node, Table):
                element, part = self._element(parent, "hcontainer", prefix, place, name="bang")
                self._write_table(add(element, "content"), node, part)
                continue
            number = place if node.level in ("indent", "paragraph") else node.label.split()[-1]
            element, part = self._element(parent, node.level, prefix, number)
            if node.label:
                add(element, "num", node.label)
            if not node.parts:
                self._words.write_part(add(add(element, "content"), "p"), part)
                continue
            titled = node.level in ("article", "clause") and not node.text.endswith(":")
            self._words.write_part(add(element, "heading") if titled else add(add(element, "intro"), "p"), part)
            self._write_parts(element, node.parts, element.get("eId"))

    def _write_table(self, parent: Element, table: Table, part: PlanPart) -> None:
        rows = [row or ("",) for row in table.table] or [("",)]  # the standard knows no row without a cell
        element = add(parent, "table")
        cells = []
        for number, row in enumerate(rows):
            line = add(element, "tr")
            cells += [add(add(line, "th" if number < table.header_rows else "td"), "p") for _ in row]
        self._words.write_lines(cells, [cell for row in rows for cell in row], part.part.id)

    # annexes -----------------------------------------------------------------------------------------------------

    def _write_annex(self, document: Element, annex: AttachedAnnex | Annex, prefix: str) -> None:
        preface = add(document, "preface")
        heading = add(preface, "p")
        named = [("docNumber", annex.heading), ("docTitle", annex.title), ("", annex.note)]
        lines = [(tag, line) for tag, line in named if line]
        places = [heading, *(add(preface, "p") for _ in lines[1:])]
        elements = [add(place, tag) if tag else place for place, (tag, _) in zip(places, lines, strict=True)]
        id_ = ""
        if isinstance(annex, AttachedAnnex):
            part = self._next()
            self._marked(heading, part, prefix, "annex", "1")
            id_ = part.part.id
        self._words.write_lines(elements, [line for _, line in lines], id_)
        body = add(document, "mainBody")
        if isinstance(annex, Annex):
            self._write_tasks(body, annex, prefix)
        else:
            self._write_parts(body, annex.parts, prefix)
            if not len(body):
                add(body, "p")

    def _write_tasks(self, body: Element, annex: Annex, prefix: str) -> None:
        table = add(body, "table")
        columns = annex.columns or ("",)
        head = add(table, "tr")
        self._words.write_lines([add(add(head, "th"), "p") for _ in columns], columns)
        addressed = self._catalogue.plan_parts[self._id]  # each task several times: once for each cell that may name
        tasks = iter({part.part.id: part for part in addressed if part.part.level == "task"}.values())
        for task, cells in annex_rows(annex):
            row = add(table, "tr")
            if task is not None:
                part = next(tasks)
                self._marked(row, part, prefix, "nhiem-vu", part.part.id.removeprefix("nhiem-vu-"))
            wide = "" if task is not None else str(len(annex.cells))
            self._words.write_lines([add(add(row, "td", colspan=wide), "p") for _ in cells or ("",)], cells or ("",))

    # words -------------------------------------------------------------------------------------------------------

    def _next(self) -> PlanPart:
        return next(self._parts)

    def _element(self, parent: Element, tag: str, prefix: str, number: str, name: str = "") -> tuple[Element, PlanPart]:
        part = self._next()
        return self._marked(add(parent, tag, name=name), part, prefix, name or tag, number), part

    def _marked(self, element: Element, part: PlanPart, prefix: str, step: str, number: str) -> Element:
        """The element with the standard's id and the part's address on the site."""
        element.set("eId", self._ids.give(prefix, step, number))
        element.set("GUID", addresses.absolute_url(self._site, part.address))
        self._written[part.part.id] = element.get("eId")
        return element


def _words_of(slip: Slip) -> str:
    return f"“{slip.text}”. {slip.note}"
