"""Trang hướng dẫn chỉ dẫn điều đã thấy, và nói rõ biết chắc tới đâu.

Điều, khoản, điểm mà một trang hướng dẫn dẫn tới phải có trong mục articles của văn bản ấy. Điều mới biết qua báo chí,
trang pháp luật (mức B) thì đoạn ấy phải ghi "theo báo …", "theo trang …"; mức C, U thì phải ghi "chưa kiểm chứng". Văn
bản chưa kiểm chứng được số, tên (mức C, U) cũng vậy.

Sai, guidance/sai.md::

    ---
    title: Trang bịa
    summary: Nói về một chuyện bịa.
    audience: người dân
    based_on:
      - luat-mau
    reviewed: 2026-08-01
    ---

    Phường tặng giấy khen theo Điều 8 Luật Thi đua Mẫu.

    Ai cũng được khen theo [Luật Thi đua Mẫu, Điều 99](legislation/luat-mau).

Báo guidance/sai.md:12:25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.citations import Citation, Path, held_by, recogniser
from generator.content import Content, Entry
from generator.evidence import MARK, Told, told
from generator.models import Guidance, Instrument
from generator.problems import Place, Problem, did_you_mean
from generator.prose import blocks

RULE = "dieu-da-thay"
_BY_OTHERS = re.compile(r"(?<!\w)theo (?:báo|trang|cơ sở dữ liệu)(?!\w)")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each article nobody has seen, and each that is told more surely than it is known."""
    law = recogniser(content)
    for entry in content.of("guidance").values():
        for one in told(blocks(entry.record.body), law):
            for citation in one.citations:
                if citation.instrument:
                    instrument = content.of("legislation")[citation.instrument].record
                    yield from _judge(entry, one, citation, instrument)


def _judge(entry: Entry[Guidance], one: Told, citation: Citation, instrument: Instrument) -> Iterator[Problem]:
    place = _place(entry, one, citation)
    words = one.words.lower()
    if instrument.level in "CU" and MARK not in words:
        yield Problem(
            place, RULE, f"{instrument.name} chưa kiểm chứng mà nói như đã chắc", f'thêm chữ "{MARK}" vào câu'
        )
        return
    for path in citation.paths:
        row = held_by(instrument, path)
        if row is None:
            known = did_you_mean(spoken(path), [article.number for article in instrument.articles])
            fix = "thêm vào articles của văn bản kèm nguồn đã đọc, hoặc bỏ số điều và ghi chưa kiểm chứng"
            message = f"{instrument.name} trong thư viện chưa có {spoken(path)}"
            yield Problem(place, RULE, message, f"{known} {fix}".strip())
        elif row.level == "B" and not _BY_OTHERS.search(words) and MARK not in words:
            fix = 'thêm vào câu nguồn đã thấy, ví dụ "theo Báo Chính phủ", "theo trang pháp luật"'
            yield Problem(place, RULE, f"{spoken(path)}, {instrument.name} mới biết qua báo chí, trang khác", fix)
        elif row.level in "CU" and MARK not in words:
            message = f"{spoken(path)}, {instrument.name} chưa kiểm chứng mà nói như đã chắc"
            yield Problem(place, RULE, message, f'thêm chữ "{MARK}" vào câu')


def spoken(path: Path) -> str:
    """The path as papers say it, the article first: ``Điều 80 khoản 3``."""
    words = " ".join(f"{kind} {label}" for kind, label in path)
    return words[:1].upper() + words[1:]


def _place(entry: Entry[Guidance], one: Told, citation: Citation) -> Place:
    """Where the citation's first line stands."""
    before = one.block.text[: citation.start]
    line = one.block.line + before.count("\n")
    words = one.block.text[citation.start : citation.end].split("\n")[0]
    nth = before[before.rfind("\n") + 1 :].count(words)
    return entry.place_in_prose(line, words, nth)
