"""What a block of guidance rests on: a citation, the mark "chưa kiểm chứng", plain advice; read alike by every rule.

A block bears itself when it names an instrument of the library, links to one or to a plan, or says "chưa kiểm chứng".
The items of a list and the rows of a table may be borne by the line that leads to them, if it ends with a colon and
says so in words a reader sees: "các ý sau", "năm trường hợp sau"; and such a line may be borne by all that follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.citations import Citation, Recogniser
from generator.prose import Block, prose_links

MARK = "chưa kiểm chứng"
_SAYS_SO = re.compile(r"(?<!\w)(?:ý|bước|dòng|trường hợp) sau(?!\w)")


@dataclass(frozen=True)
class Told:
    """A block that states something: what it cites, and the line that leads to it, if it says so; ``borne``: by what.

    Of advice only what it cites matters: it is no regulation and may not sound like one.
    """

    block: Block
    citations: tuple[Citation, ...]
    borne: bool
    lead: Block | None = None

    @property
    def words(self) -> str:
        """The block's own words and those of the line that speaks for it."""
        return f"{self.lead.text}\n{self.block.text}" if self.lead else self.block.text


def told(blocks: Sequence[Block], law: Recogniser) -> Iterator[Told]:
    """Each block of the prose but headings and heads of tables, in order."""
    cited = [law.find_in_prose(block.text) for block in blocks]
    bears = [_bears(block, found) for block, found in zip(blocks, cited, strict=True)]
    leads = _leads(blocks)
    below: dict[int, list[bool]] = {}
    for number, above in leads.items():
        below.setdefault(above, []).append(bears[number])
    for number, block in enumerate(blocks):
        if block.kind in ("heading", "head"):
            continue
        at = leads.get(number)
        lead = blocks[at] if at is not None and bears[at] and _SAYS_SO.search(blocks[at].text) else None
        borne = bears[number] or lead is not None or all(below.get(number, [False]))
        yield Told(block, cited[number], borne, lead)


def _bears(block: Block, cited: Sequence[Citation]) -> bool:
    if MARK in block.text.lower() or any(one.instrument for one in cited):
        return True
    return any(link.target.startswith(("legislation/", "plans/")) for link in prose_links(block.text))


def _leads(blocks: Sequence[Block]) -> dict[int, int]:
    """For each item and row that a line ending with a colon leads to: the number of that line."""
    found: dict[int, int] = {}
    lead: int | None = None
    run = 0
    for number, block in enumerate(blocks):
        if block.run and block.run != run:
            run, before = block.run, blocks[number - 1] if number else None
            opens = before is not None and before.kind == "text" and before.text.endswith(":")
            lead = number - 1 if opens and before is not None and before.fence == block.fence else None
        if block.run and block.kind != "head" and lead is not None:
            found[number] = lead
    return found
