"""The only place that decides the ids of a document's parts, and how each is named and cited.

An id follows the printed numbers (``muc-ii-1-a``), so that it says what it leads to; what is not numbered is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator import vietnamese
from generator.models.official_text import (
    Article,
    BoundText,
    Clause,
    Indent,
    OfficialText,
    Paragraph,
    Point,
    Section,
    Table,
)
from generator.models.plan import Annex


@dataclass(frozen=True)
class AddressedPart:
    """A part of a document with its id and the three ways to name it.

    ``mark`` is for the margin (``I.1.a``), ``spoken`` for reading on (``mục I, khoản 1, điểm a``), ``cited`` for a
    citation (``điểm a khoản 1 Mục I``). ``depth`` counts from 0. ``node`` is the part itself where it has a level.
    """

    id: str
    level: str
    label: str
    text: str
    mark: str
    spoken: str
    cited: str
    depth: int = 0
    node: Node | None = None

    @property
    def full_text(self) -> str:
        """The part's own text with its label, as printed."""
        return f"{self.label} {self.text}".strip()


PROMULGATING = "văn bản ban hành"
"""What the paper that promulgates a plan is called beside it."""
Node = Article | Clause | Point | Indent | Paragraph | Table


def number_parts(plan: BoundText) -> tuple[AddressedPart, ...]:
    """Every addressed part of the plan in the order of its text; ids are unique, a repeated one gets ``-2``.

    The paper that promulgates the plan comes first, its ids behind ``ban-hanh-``; the annexes come last.
    """
    parts = _Parts()
    if plan.promulgated_by is not None:
        parts.add_text(plan.promulgated_by, "ban-hanh-", PROMULGATING)
    parts.add_text(plan)
    for number, annex in enumerate(plan.annexes, 1):
        own = _bare(annex.heading.upper().removeprefix("PHỤ LỤC").strip())
        name = own or str(number)
        text = " ".join(line for line in (annex.title, annex.note) if line)
        id_, cited = f"phu-luc-{_step(name)}", f"Phụ lục {name}"
        mark = f"PL.{own}" if own else "PL"
        added = parts.add(AddressedPart(id_, "annex", annex.heading, text, mark, cited, cited))
        parts.add_children(annex.parts, added)
    return tuple(parts.found)


def number_text(text: OfficialText) -> tuple[AddressedPart, ...]:
    """Every addressed part of a document that is no plan, in the order of its text."""
    parts = _Parts()
    parts.add_text(text)
    return tuple(parts.found)


def number_tasks(annex: Annex) -> tuple[AddressedPart, ...]:
    """Every task of the annex as an addressed part; one without a number is called by its place."""
    parts = _Parts()
    for place, task in enumerate(annex.tasks, 1):
        name = _bare(task.number) if task.number else str(place)
        where = f"nhiệm vụ {name}"
        id_ = f"{TASK}{vietnamese.slug(name) or place}"
        parts.add(AddressedPart(id_, "task", task.number, task.content, name, f"phụ lục, {where}", f"{where} Phụ lục"))
    return tuple(parts.found)


def task_keys(annex: Annex) -> tuple[str, ...]:
    """What ``progress.yml`` calls each task of the annex by: its number, or ``1-2`` for the second number 1."""
    return tuple(part.id.removeprefix(TASK) for part in number_tasks(annex))


def note_id(number: int) -> str:
    """The part id of a document's footnote, counted from 1 over all that is bound in it."""
    return f"chu-thich-{number}"


def task_id(key: str) -> str:
    """The part id of the task with that key."""
    return f"{TASK}{vietnamese.slug(key)}"


TASK = "nhiem-vu-"
"""What the id of a task begins with."""


_WORDS = {
    "article": ("điều", "dieu"),
    "clause": ("khoản", "khoan"),
    "point": ("điểm", "diem"),
    "indent": ("gạch đầu dòng thứ", "gach"),
    "plus": ("dấu cộng thứ", "cong"),
    "paragraph": ("đoạn", "doan"),
    "table": ("bảng", "bang"),
}
"""Of each level: its word, and its step in an id where the number alone would not do."""
_COUNTED = ("indent", "plus", "paragraph", "table")


class _Parts:
    """The parts found so far, in order, and the ids they have."""

    def __init__(self) -> None:
        self.found: list[AddressedPart] = []
        self._taken: set[str] = set()
        self._times: dict[str, int] = {}

    def add(self, part: AddressedPart) -> AddressedPart:
        """The part as added, with the id it was given."""
        id_, times = part.id, self._times.get(part.id, 1)
        while id_ in self._taken:
            times += 1
            id_ = f"{part.id}-{times}"
        self._times[part.id] = times  # the next of that id is not tried from the beginning
        added = replace(part, id=id_)
        self._taken.add(id_)
        self.found.append(added)
        return added

    def add_text(self, text: OfficialText, prefix: str = "", whose: str = "") -> None:
        """Adds a document's parts; ``prefix`` stands before each id, ``whose`` names one that is not the main one."""
        root = AddressedPart(prefix.rstrip("-"), "", "", "", "", whose, whose, -1)
        for number, words in enumerate(text.preamble, 1):
            self.add(_named(root, f"mo-dau-{number}", "preamble", words, f"đoạn mở đầu {number}", mark="¶"))
        self.add_children(text.parts, root)
        for section in text.sections:
            self.add_children(section.parts, self.add(_section(section, root)))
        for number, words in enumerate(text.conclusions, 1):
            self.add(_named(root, f"ket-thuc-{number}", "conclusion", words, f"đoạn kết {number}", mark="¶"))
        for number, words in enumerate(text.distribution.lines if text.distribution else (), 1):
            self.add(_named(root, f"noi-nhan-{number}", "distribution", words, f"nơi nhận, dòng {number}"))
        if text.signature is not None:
            signed = " ".join((*text.signature.lines, text.signature.name))
            self.add(_named(root, "chu-ky", "signature", signed, "chữ ký"))

    def add_children(self, nodes: Sequence[Node], parent: AddressedPart) -> None:
        """Adds the nodes below the parent; dashes, tables and unnumbered paragraphs are counted."""
        counted: dict[str, int] = {}
        for node in nodes:
            kind = "plus" if node.label.startswith("+") and node.level == "indent" else node.level
            if kind in _COUNTED:
                counted[kind] = counted.get(kind, 0) + 1
            added = self.add(_child(node, parent, kind, counted.get(kind, 0)))
            self.add_children(node.parts, added)


def _named(root: AddressedPart, id_: str, level: str, words: str, name: str, *, mark: str = "") -> AddressedPart:
    """A part that is called by a name of its own, and by the document it stands in."""
    return AddressedPart(_id(root, id_), level, "", words, mark, _before(root.spoken, name), _behind(name, root.cited))


def _section(section: Section, root: AddressedPart) -> AddressedPart:
    """``I.`` is ``muc-i``, mục I; ``Chương I`` is ``chuong-i``, called as it is printed."""
    name = _bare(section.label)
    word, _, number = name.rpartition(" ")
    step = vietnamese.slug(name) if word else f"muc-{_step(name)}"
    spoken = f"{word.lower()} {number}" if word else f"mục {name}"
    cited = f"{word.capitalize()} {number}" if word else f"Mục {name}"
    return AddressedPart(
        _id(root, step), "section", section.label, section.text, number,
        _before(root.spoken, spoken), _behind(cited, root.cited),
    )  # fmt: skip


def _child(node: Node, parent: AddressedPart, kind: str, count: int) -> AddressedPart:
    """A part below another; ``1.1`` below clause 1 is clause 1.1 of what clause 1 stands in."""
    word, step_word = _WORDS[kind]
    if kind in _COUNTED:
        name, step = str(count), f"{step_word}-{count}"
        mark = f"{parent.mark}-{name}" if kind in ("indent", "plus") else "¶"
    else:
        name = _bare(node.label)
        name = name.split()[-1] if kind == "article" else name  # "Điều 1"
        step = _step(name) if parent.depth >= 0 and kind != "article" else f"{step_word}-{_step(name)}"
        mark = f"{parent.mark}.{name}".lstrip(".")
    called = "Điều" if kind == "article" else word
    spoken, cited = _before(parent.spoken, f"{word} {name}"), _behind(f"{called} {name}", parent.cited)
    own = _bare(parent.label)
    if kind == "clause" and parent.level == "clause" and name.startswith(f"{own}."):
        last = name.removeprefix(f"{own}.")
        step, mark = _step(last), f"{parent.mark}.{last}"
        spoken = f"{parent.spoken.removesuffix(own)}{name}"
        cited = f"{word} {name}{parent.cited.removeprefix(f'{word} {own}')}"
    return AddressedPart(
        _id(parent, step), node.level, node.label, node.text, mark, spoken, cited, parent.depth + 1, node
    )


def _id(parent: AddressedPart, step: str) -> str:
    return f"{parent.id}-{step}" if parent.id else step


def _before(where: str, name: str) -> str:
    return f"{where}, {name}" if where else name


def _behind(name: str, where: str) -> str:
    return f"{name} {where}" if where else name


def _bare(label: str) -> str:
    """The number or letter of a label: ``- a)`` gives ``a``; a label that holds neither gives itself."""
    return re.sub(r"^[-–+*(\s]+|[-–.)/:\s]+$", "", label) or label


def _step(name: str) -> str:
    """The number or letter as part of an id; ``đ`` is ``dd``, so that it differs from ``d``."""
    words = ("dd" if word == "đ" else vietnamese.slug(word) for word in re.split(r"[.\s]+", name.lower()))
    return "-".join(word for word in words if word) or "dau"
