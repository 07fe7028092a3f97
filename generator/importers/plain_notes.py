"""The footnotes of a text file: marks in brackets behind their words, the notes as its last lines, as Word saves."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from generator.importers.blocks import Block, Blocks, Note, TableBlock

_NOTE = re.compile(r"\[([^\[\]\s]{1,5})\] (\S.*)")


def take_notes(blocks: Blocks) -> Blocks:
    """The blocks with the notes of the last paragraph at their marks, which leave the text.

    Only where each line of that paragraph is a note, and each note finds its mark in the text, in their order; else
    the blocks as they are.
    """
    last = blocks[-1] if blocks else None
    found = [_NOTE.fullmatch(line.strip()) for line in last.text.split("\n")] if isinstance(last, Block) else []
    waiting = deque((match[1], match[2]) for match in found if match)
    if not waiting or len(waiting) != len(found):
        return blocks
    taken = tuple(_in_any(block, waiting) for block in blocks[:-1])
    return blocks if waiting else taken


def _in_any(block: Block | TableBlock, waiting: deque[tuple[str, str]]) -> Block | TableBlock:
    if isinstance(block, Block):
        return _in_block(block, waiting)
    rows = tuple(tuple(tuple(_in_block(one, waiting) for one in cell) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _in_block(block: Block, waiting: deque[tuple[str, str]]) -> Block:
    """The block with the notes whose marks it holds; they are taken from those that wait."""
    text, at, notes = block.text, 0, []
    while waiting:
        mark, words = waiting[0]
        at = text.find(f"[{mark}]", at)
        if at < 0:
            break
        text = text[:at] + text[at + len(mark) + 2 :]
        notes.append(Note(at, mark, words))
        waiting.popleft()
    return replace(block, text=text, notes=tuple(notes)) if notes else block
