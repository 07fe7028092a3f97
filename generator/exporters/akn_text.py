"""The words of an official text as Akoma Ntoso inline elements: every letter in its place, what it names marked.

Organisations are ``organization`` and lead to the references in the document's head, instruments are ``ref`` and lead
to their pages. A note of the paper's own is an ``authorialNote``, which is not part of the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lxml import etree

from generator import addresses
from generator.catalogue import Catalogue
from generator.mentions import Mention
from generator.models import Plan
from generator.models.official_text import Footnote, FootnoteMark
from generator.parts import PlanPart

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PAPER = "ban-hanh-"
"""Before the ids of the parts of the paper that promulgates the plan."""
_LINES = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("p", "num", "heading"))
Element = Any  # lxml is published without types
_Stop = FootnoteMark | Footnote


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """A new last child of the parent; an attribute without a value is left out."""
    given = {key: value for key, value in attributes.items() if value}
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", given)
    element.text = text or None
    return element


def break_lines(element: Element) -> None:
    """Each element that holds no words on a line of its own; words stay as they are."""
    if element.tag in _LINES or not len(element):
        return
    element.text = "\n"
    for child in element:
        child.tail = "\n"
        break_lines(child)


def reference_id(kind: str, id_: str) -> str:
    """The id of what is named among the references in the document's head."""
    return f"org_{id_}" if kind == "organisations" else f"ref_{id_}"


class Words:
    """Writes the words of one plan; ``named`` gathers, by kind and id, all that they name."""

    def __init__(self, catalogue: Catalogue, plan: Plan) -> None:
        self.named: set[tuple[str, str]] = {("organisations", plan.issuer)}
        self._catalogue = catalogue
        self._stops: dict[str, list[_Stop]] = defaultdict(list)
        for text, before in ((plan, ""), (plan.promulgated_by, PAPER)):
            stops: tuple[_Stop, ...] = (*text.footnote_marks, *text.footnotes) if text else ()
            for stop in stops:
                self._stops[before + stop.part.removeprefix(before)].append(stop)

    def write_part(self, element: Element, part: PlanPart) -> None:
        """A part whose text stands in one element."""
        self._write(element, part.text, part.mentions, self._stops[part.part.id])

    def write_lines(self, elements: Sequence[Element], lines: Sequence[str], part_id: str = "") -> None:
        """The lines or cells of one part: a note stands in the first that holds its words, else in the last of all."""
        left = list(self._stops[part_id])
        for number, (element, line) in enumerate(zip(elements, lines, strict=True), 1):
            here = [stop for stop in left if stop.after in line or number == len(lines)]
            left = [stop for stop in left if stop not in here]
            self._write(element, line, self._catalogue.names.find(line), here)

    def _write(self, element: Element, text: str, mentions: Sequence[Mention], stops: Sequence[_Stop]) -> None:
        """The text, with its mentions as elements and the notes behind their words."""
        self.named.update((mention.kind, mention.id) for mention in mentions)
        writer = _Writer(element, self._ref_to)
        placed = sorted(_placed(text, stops), key=lambda one: one[0])
        position = 0
        for mention in (*mentions, Mention(len(text), len(text), "", "")):
            while placed and placed[0][0] <= mention.start:
                at, stop = placed.pop(0)
                writer.write(text[position:at])
                position = max(position, at)
                if isinstance(stop, Footnote):
                    writer.note(stop)
                elif position == at:  # a digit already written is not written again
                    self.named.add(("legislation", stop.instrument))
                    writer.mark(stop)
                    position += len(stop.mark)
            writer.write(text[position : mention.start])
            if mention.kind:
                writer.mention(mention, text[max(position, mention.start) : mention.end])
            position = max(position, mention.end)

    def _ref_to(self, instrument: str) -> str:
        return addresses.absolute_url(self._catalogue.portal.site_address, addresses.of("legislation", instrument))


def _placed(text: str, stops: Iterable[_Stop]) -> Iterable[tuple[int, _Stop]]:
    """Where each mark or note stands; a note whose words are not there stands at the end."""
    for stop in stops:
        glued = stop.mark if isinstance(stop, FootnoteMark) else ""
        at = text.find(stop.after + glued)
        if at >= 0 or not glued:
            yield (at + len(stop.after) if at >= 0 else len(text)), stop


class _Writer:
    """Writes plain words and elements one behind the other."""

    def __init__(self, parent: Element, ref_to: Callable[[str], str]) -> None:
        self._parent = parent
        self._ref_to = ref_to
        self._last: Element = None

    def write(self, words: str) -> None:
        """Plain words."""
        if self._last is None:
            self._parent.text = (self._parent.text or "") + words
        else:
            self._last.tail = (self._last.tail or "") + words

    def mention(self, mention: Mention, words: str) -> None:
        """Words that name something."""
        if mention.kind == "organisations":
            to = f"#{reference_id(mention.kind, mention.id)}"
            self._last = add(self._parent, "organization", words, refersTo=to)
        else:
            self._last = add(self._parent, "ref", words, href=self._ref_to(mention.id))

    def mark(self, mark: FootnoteMark) -> None:
        """A mark whose note is lost: a digit of the text itself, which stays, raised, and leads to its instrument."""
        self._last = add(self._parent, "ref", href=self._ref_to(mark.instrument))
        add(self._last, "sup", mark.mark)

    def note(self, note: Footnote) -> None:
        """A note with its mark, neither of which is part of the text."""
        self._last = add(self._parent, "authorialNote", marker=note.mark, placement="bottom")
        add(self._last, "p", note.text)
