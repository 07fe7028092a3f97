"""Trang hướng dẫn, mục meaning của văn bản chỉ dẫn điều đã thấy, và nói rõ biết chắc tới đâu.

Điều, khoản, điểm mà một trang hướng dẫn, một ý trong meaning của văn bản dẫn tới phải có trong mục articles của văn bản
ấy; trong meaning, điều không ghi của văn bản nào là của chính văn bản. Điều mới biết qua báo chí,
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

Sai, legislation/nghi-dinh-sai.yml::

    type: Nghị định
    number: 77/2026/NĐ-MAU
    name: Nghị định 77/2026/NĐ-MAU
    shelf: normative
    issuer: chinh-phu-mau
    level: A
    verified: yes
    text_read: partial
    checked: 2026-08-01
    articles:
      - {number: Điều 4 khoản 2, gist: Hồ sơ., level: A, source: Công báo bịa}
      - {number: Điều 5, gist: Thời hạn., level: B, source: Báo Bịa}
    meaning:
      - Hồ sơ có 01 bộ (Điều 4 khoản 2).
      - Hồ sơ nộp một nơi (Điều 4 khoản 3).
      - Có thời hạn (Điều 5, theo báo chí).
      - Thời hạn ngắn (Điều 5).

Báo legislation/nghi-dinh-sai.yml:15:24.
Báo legislation/nghi-dinh-sai.yml:17:20.
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
    yield from (fault for entry in content.of("guidance").values() for fault in _in_guidance(content, entry))
    yield from (fault for entry in content.of("legislation").values() for fault in _in_meaning(content, entry))


def _in_guidance(content: Content, entry: Entry[Guidance]) -> Iterator[Problem]:
    law = recogniser(content)
    for one in told(blocks(entry.record.body), law):
        for citation in one.citations:
            if citation.instrument:
                instrument = content.of("legislation")[citation.instrument].record
                for fault in _faults(one.words.lower(), citation, instrument):
                    yield Problem(_place(entry, one, citation), RULE, *fault)


def _in_meaning(content: Content, entry: Entry[Instrument]) -> Iterator[Problem]:
    """What an instrument is said to mean for the ward; an article of no other is its own."""
    for number, text in enumerate(entry.record.meaning):
        for citation in recogniser(content).find(text, about=entry.id):
            if citation.instrument and citation.paths:
                instrument = content.of("legislation")[citation.instrument].record
                words = text[citation.start : citation.end]
                nth = text.count(words, 0, citation.start)
                for fault in _faults(text.lower(), citation, instrument):
                    yield Problem(entry.place_of(words, "meaning", number, nth=nth), RULE, *fault)


def _faults(words: str, citation: Citation, instrument: Instrument) -> Iterator[tuple[str, str]]:
    """What is wrong with the citation in those words, and the way out."""
    if instrument.level in "CU" and MARK not in words:
        yield f"{instrument.name} chưa kiểm chứng mà nói như đã chắc", f'thêm chữ "{MARK}" vào câu'
        return
    for path in citation.paths:
        row = held_by(instrument, path)
        if row is None:
            known = did_you_mean(spoken(path), [article.number for article in instrument.articles])
            fix = "thêm vào articles của văn bản kèm nguồn đã đọc, hoặc bỏ số điều và ghi chưa kiểm chứng"
            yield f"{instrument.name} trong thư viện chưa có {spoken(path)}", f"{known} {fix}".strip()
        elif row.level == "B" and not _BY_OTHERS.search(words) and MARK not in words:
            fix = 'thêm vào câu nguồn đã thấy, ví dụ "theo Báo Chính phủ", "theo trang pháp luật"'
            yield f"{spoken(path)}, {instrument.name} mới biết qua báo chí, trang khác", fix
        elif row.level in "CU" and MARK not in words:
            yield f"{spoken(path)}, {instrument.name} chưa kiểm chứng mà nói như đã chắc", f'thêm chữ "{MARK}" vào câu'


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
