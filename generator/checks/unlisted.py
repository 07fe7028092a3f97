"""Văn bản được viện dẫn thì có trong thư viện.

Máy đọc lời văn của kế hoạch, văn bản, hướng dẫn, gương, cách làm hay, danh sách lấy ý kiến. Số, tên văn bản không có
trong content/legislation, số mà hai nơi ban hành cùng có, điều khoản không rõ của văn bản nào, liên kết mà chữ ghi một
văn bản còn địa chỉ là văn bản khác: đều nhắc. Văn bản cố ý không đưa vào thư viện thì ghi vào unlisted của portal.yml
kèm lý do; gương, cách làm hay, danh sách lấy ý kiến còn xác nhận được bằng confirmed. Mục unlisted không còn ai viện
dẫn thì bỏ.

Sai, practices/mau.yml::

    name: Cách làm mẫu
    field: Môi trường
    summary: Một câu
    story: |
      Làm theo Nghị định 98/2099/NĐ-CP và Luật Thi đua Mẫu.
      Theo Điều 7 thì nên làm.
    sample: true

Báo practices/mau.yml:5:12.
Báo practices/mau.yml:6:8.

Sai, guidance/mau-trang.md::

    ---
    title: Trang mẫu
    summary: Một câu
    audience: người dân
    based_on: [luat-mau]
    reviewed: 2026-01-01
    ---

    Theo [Nghị định 02/2025/NĐ-MAU](legislation/luat-mau).

Báo guidance/mau-trang.md:9:7.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.citations import Citation, Recogniser, recogniser, same_number
from generator.confirmations import Doubt, Path, confirmable, unconfirmed
from generator.content import Content, Entry
from generator.models.official_text import Article, BoundText
from generator.problems import Place, Problem

RULE = "vien-dan"
_SPOKEN = frozenset(
    {"preamble", "sections", "parts", "text", "table", "conclusions", "footnotes", "annexes", "promulgated_by"}
)
_PROSE = {"exemplars": "story", "practices": "story", "consultations": "how", "documents": "how", "guidance": "body"}
_CELLS = ("content", "lead", "coordination")


class _Text(NamedTuple):
    """A text that may cite: whose, at which path; an editor's prose or official; whether it has articles of its own."""

    entry: Entry[Any]
    path: Path
    words: str
    prose: bool = True
    articled: bool = False


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each citation of what the library does not hold, and each listed exception that nothing needs."""
    for doubt in find(content):
        if confirmable(doubt.entry):
            yield from unconfirmed(RULE, (doubt,))
        else:
            yield Problem(_place(doubt), RULE, doubt.message, doubt.fix, "cảnh báo")
    yield from _idle(content)


def find(content: Content) -> Iterator[Doubt]:
    """Each citation that is unknown, ambiguous, or contradicts its link.

    None where a file of the library cannot be read: what is cited may be that one.
    """
    if any(kind == "legislation" for kind, _ in content.unread):
        return
    law, known = recogniser(content), _known(content) | _listed(content).keys()
    for text in _texts(content):
        for one in _cited(law, text):
            fault = _fault(law, text, one, known)
            if fault:
                words = text.words[one.start : one.end]
                yield Doubt(text.entry, text.path, *fault, words, text.words.count(words, 0, one.start))


def _cited(law: Recogniser, text: _Text) -> tuple[Citation, ...]:
    return law.find_in_prose(text.words) if text.prose else law.find(text.words)


def _fault(law: Recogniser, text: _Text, one: Citation, known: set[str]) -> tuple[str, str] | None:
    """What is wrong with the citation, and the way out."""
    if one.linked:
        return _contradiction(law, text, one)
    if one.instrument is not None or same_number(one.number) in known:
        return None
    if one.candidates:
        fix = 'ghi thêm ngày hoặc cơ quan ban hành ngay sau số, ví dụ "ngày 26/01/2026 của UBND thành phố"'
        return f'số "{one.number}" có thể là {" hoặc ".join(one.candidates)}', fix
    words = " ".join(text.words[one.start : one.end].split())
    if not one.number:
        fix = "ghi tên hoặc số văn bản trong cùng câu, ngay cạnh điều"
        line = text.words[text.words.rfind("\n", 0, one.start) + 1 : one.start].lstrip()
        quoted = text.prose and line.startswith(">")  # what is quoted names the law as its own text does
        return None if text.articled or quoted else (f'không rõ "{words}" của văn bản nào', fix)
    if one.number.lower().endswith((" này", " trên")):  # an official text calls itself so
        return (f'không rõ "{words}" là văn bản nào', "ghi tên hoặc số văn bản") if text.prose else None
    fix = (
        "thêm văn bản vào content/legislation, hoặc thêm cách viết này vào aliases của văn bản đã có, "
        "hoặc ghi vào unlisted trong portal.yml kèm lý do"
    )
    return f'thư viện không có văn bản "{one.number}"', fix


def _contradiction(law: Recogniser, text: _Text, one: Citation) -> tuple[str, str] | None:
    for said in law.find_in_prose(text.words[one.start : one.end]):
        other = said.instrument or any(char.isdigit() for char in said.number)  # an unknown name may be a short one
        if other and said.instrument != one.instrument and one.instrument not in said.candidates:
            message = f'chữ của liên kết ghi "{said.number}" nhưng địa chỉ là legislation/{one.instrument}'
            return message, "sửa chữ hoặc địa chỉ cho khớp"
    return None


def _known(content: Content) -> set[str]:
    """The numbers of the ward's own papers on the site, and of those that the library tells as related."""
    own = (entry for kind in ("decisions", "documents", "plans") for entry in content.of(kind).values())
    numbers = [entry.record.number for entry in own if entry.record.number]
    numbers += [one.number for entry in content.of("legislation").values() for one in entry.record.unlisted]
    return {same_number(number) for number in numbers}


def _listed(content: Content) -> dict[str, int]:
    """The numbers and names that the portal lists as left out on purpose, and where each stands in its list."""
    return {
        same_number(one.number): number
        for entry in content.of("portal").values()
        for number, one in enumerate(entry.record.unlisted)
    }


def _idle(content: Content) -> Iterator[Problem]:
    listed = _listed(content)
    if not listed or content.unread:
        return
    law = recogniser(content)
    cited = (one for text in _texts(content) for one in _cited(law, text))
    for number in listed.keys() - {same_number(one.number) for one in cited if one.instrument is None}:
        for entry in content.of("portal").values():
            place = entry.place("unlisted", listed[number], "number")
            name = entry.record.unlisted[listed[number]].number
            message = f'không còn nơi nào viện dẫn "{name}" ngoài thư viện'
            yield Problem(place, RULE, message, "bỏ mục này khỏi unlisted", "cảnh báo")


def _texts(content: Content) -> Iterator[_Text]:
    for entry in content.of("plans").values():
        yield from _official(entry, (), entry.record)
    for entry in content.of("documents").values():
        if entry.record.text is not None:
            yield from _official(entry, ("text",), entry.record.text)
    for entry in content.of("annexes").values():
        for number, task in enumerate(entry.record.tasks):
            yield from (_Text(entry, ("tasks", number, cell), getattr(task, cell), prose=False) for cell in _CELLS)
    for kind, field in _PROSE.items():
        for entry in content.of(kind).values():
            yield _Text(entry, (field,), getattr(entry.record, field) or "")


def _official(entry: Entry[Any], path: Path, text: BoundText) -> Iterator[_Text]:
    spoken = list(_walk(text, path))
    articled = any(isinstance(node, Article) for node, _ in spoken)
    yield from (
        _Text(entry, at, words, prose=False, articled=articled) for words, at in spoken if isinstance(words, str)
    )


def _walk(value: Any, path: Path) -> Iterator[tuple[Any, Path]]:
    """The texts below, and the articles that hold them."""
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _walk(item, (*path, number))
    elif isinstance(value, BaseModel):
        if isinstance(value, Article):
            yield value, path
        for name in type(value).model_fields:
            if name in _SPOKEN:
                yield from _walk(getattr(value, name), (*path, name))


def _place(doubt: Doubt) -> Place:
    if doubt.entry.file.suffix != ".md":
        return doubt.place()
    before = doubt.entry.record.body
    at = -1
    for _ in range(doubt.nth + 1):
        at = before.find(doubt.words, at + 1)
    first = doubt.words.split("\n", 1)[0]
    in_line = before[before.rfind("\n", 0, at) + 1 : at]
    return doubt.entry.place_in_prose(before.count("\n", 0, at) + 1, first, in_line.count(first))
