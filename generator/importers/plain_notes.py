"""The footnotes of a text file: marks in brackets behind their words, the notes as its last lines, as Word saves."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from generator.importers.blocks import Block, Blocks, Note, TableBlock

_NOTE = re.compile(r"\[([^\[\]\s]{1,5})\] (\S.*)")


def take_notes(blocks: Blocks) -> Blocks:
    """The blocks with the notes of the last paragraphs at their marks, which leave the text.

    Only where each line of those paragraphs is a note, and each note finds its mark in the text, in their order; else
    the blocks as they are.
    """
    end = len(blocks)
    waiting: deque[tuple[str, str]] = deque()
    while end and (found := _notes_of(blocks[end - 1])):
        waiting.extendleft(reversed(found))
        end -= 1
    if not waiting:
        return blocks
    taken = tuple(_in_any(block, waiting) for block in blocks[:end])
    return blocks if waiting else taken


def _notes_of(block: Block | TableBlock) -> list[tuple[str, str]]:
    """The mark and words of each line of a paragraph that holds nothing but notes; empty for any other."""
    if not isinstance(block, Block):
        return []
    found = [_NOTE.fullmatch(line.strip()) for line in block.text.split("\n")]
    notes = [(match[1], match[2]) for match in found if match]
    return notes if len(notes) == len(found) else []


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
