"""Tham chiếu trỏ tới bản ghi có thật.

Mỗi chỗ ghi mã của một đơn vị, văn bản, danh hiệu, gương, quyết định hay một phần của kế hoạch phải trỏ tới nơi có thật;
liên kết trong bài viết và trong mục Tôi muốn… cũng vậy.

Sai, movements/mau.yml::

    name: Phong trào mẫu
    launched_by: ubnd-phuongg
    field: Môi trường
    fulfils:
      - 2026#muc-i-9

Báo movements/mau.yml:2:14.
Báo movements/mau.yml:5:5.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from typing import Any

from generator import addresses, numbering
from generator.content import Content, Entry, split_front_matter
from generator.models import BY_NAME, Finder
from generator.problems import Place, Problem, did_you_mean
from generator.prose import prose_links, term_ids

RULE = "tham-chieu"
_PROSE = {"exemplars": "story", "practices": "story", "consultations": "how", "documents": "how", "guidance": "body"}
_Placed = Callable[[], Place]
_OUTSIDE = ("https://", "http://", "tel:", "mailto:")


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each reference, in a field or in prose, whose target does not exist."""
    parts = part_addresses(content)
    for entry in content.all():
        for reference in entry.references:
            known: Collection[str] = parts if reference.kind == "parts" else content.of(reference.kind)
            if reference.kind == "exemplars" and reference.target in content.of("withdrawals"):
                continue
            if reference.target not in known and not _is_unread(content, reference.kind, reference.target):
                place = entry.place(*reference.path)
                yield _dangling(place, reference.kind, reference.target, known, content)
        if entry.kind in _PROSE:
            yield from _check_prose(entry, content, parts)
        elif entry.kind == "finder":
            yield from _check_finder(entry, content, parts)


def part_addresses(content: Content) -> set[str]:
    """Every part of every plan, as ``2026#muc-i-2-b``, its tasks as ``2026#nhiem-vu-3``."""
    plans = {
        f"{id_}#{part.id}"
        for id_, entry in content.of("plans").items()
        for part in numbering.number_parts(entry.record)
    }
    tasks = {
        f"{id_}#{part.id}"
        for id_, entry in content.of("annexes").items()
        for part in numbering.number_tasks(entry.record)
    }
    return plans | tasks


def _is_unread(content: Content, kind: str, target: str) -> bool:
    """Whether the target may stand in a file whose form is wrong: then nothing can be said of the reference yet."""
    if kind == "parts":
        plan, _, part = target.partition("#")
        return ("annexes" if part.startswith("nhiem-vu-") else "plans", plan) in content.unread
    return (kind, target) in content.unread


def _dangling(place: Place, kind: str, target: str, known: Collection[str], content: Content) -> Problem:
    if kind == "parts":
        now = _renumbered(target, content)
        fix = f'có phải "{now}"? "{target}" là địa chỉ cũ của phần ấy' if now else ""
        fix = fix or "mở trang kế hoạch, bấm dấu ở lề của phần cần dẫn rồi chép địa chỉ"
        return Problem(place, RULE, f'kế hoạch không có phần "{target}"', fix)
    where = BY_NAME[kind]
    message = f'không có {where.label} "{target}" trong content/{where.folder}'
    fix = did_you_mean(target, list(known)) or f"tạo tệp content/{where.path(target)}, hoặc sửa mã này"
    return Problem(place, RULE, message, fix)


def _renumbered(target: str, content: Content) -> str:
    """The address the part has now, where the target is one it had before; empty where it is none."""
    id_, _, part = target.partition("#")
    plan = content.of("plans").get(id_)
    return next((f"{id_}#{alias.part}" for alias in plan.record.aliases if alias.old == part), "") if plan else ""


def _check_prose(entry: Entry[Any], content: Content, parts: set[str]) -> Iterator[Problem]:
    for found in prose_links(getattr(entry.record, _PROSE[entry.kind]) or ""):
        yield from _check_target(found.target, partial(_prose_place, entry, found.target), content, parts)


def _check_finder(entry: Entry[Finder], content: Content, parts: set[str]) -> Iterator[Problem]:
    for number, group in enumerate(entry.record.groups):
        for nth, one in enumerate(group.wants):
            place = partial(entry.place, "groups", number, "wants", nth, "target")
            yield from _check_target(one.target, place, content, parts)


def _check_target(given: str, place: _Placed, content: Content, parts: set[str]) -> Iterator[Problem]:
    """What is wrong with the target of a link, as editors write it: ``legislation/luat-06-2022-qh15``.

    ``place`` reads the file again, so it is asked only where something is wrong: a third of these rules' time.
    """
    if given.startswith(_OUTSIDE):
        return
    kind, _, target = given.partition("/")
    if kind == "plans" and "#" in target:
        if target not in parts and not _is_unread(content, "parts", target):
            yield _dangling(place(), "parts", target, parts, content)
    elif kind == "pages":
        if target not in addresses.FIXED_PAGES:
            fix = did_you_mean(target, addresses.FIXED_PAGES) or f"chọn: {', '.join(addresses.FIXED_PAGES)}"
            yield Problem(place(), RULE, f'không có trang "{target}" để dẫn tới', fix)
    elif kind == "guidance" and "#" in target:
        yield from _check_term(target, place, content)
    elif kind not in BY_NAME or not addresses.has_page(kind):
        meant = next((one.name for one in BY_NAME.values() if given in content.of(one.name)), "")
        fix = "viết loại/mã, ví dụ legislation/luat-06-2022-qh15, hoặc địa chỉ bắt đầu bằng https://"
        fix = f'có phải "{meant}/{given}"?' if addresses.has_page(meant) else fix
        yield Problem(place(), RULE, f'liên kết "{given}" không dẫn tới đâu', fix)
    elif target not in content.of(kind) and not _is_unread(content, kind, target):
        yield _dangling(place(), kind, target, content.of(kind), content)


def _check_term(target: str, place: _Placed, content: Content) -> Iterator[Problem]:
    """What is wrong with a link to a term: ``thuat-ngu#tu-giay-khen``."""
    id_, _, part = target.partition("#")
    guide = content.of("guidance").get(id_)
    if guide is None:
        if not _is_unread(content, "guidance", id_):
            yield _dangling(place(), "guidance", id_, content.of("guidance"), content)
    elif part not in (terms := term_ids(guide.record.body)):
        fix = (
            did_you_mean(part, list(terms)) or 'mở trang thuật ngữ, chép chữ sau dấu # của địa chỉ, dạng "tu-giay-khen"'
        )
        yield Problem(place(), RULE, f'trang "{id_}" không có thuật ngữ "{part}"', fix)


def _prose_place(entry: Entry[Any], target: str) -> Place:
    """Where the link's target stands in the file."""
    text = entry.file.read_text(encoding="utf-8", errors="replace")
    start = len(text) - len(split_front_matter(text)[1]) if entry.file.suffix == ".md" else 0
    at = max(0, text.find(f"]({target})", start)) + 2
    return Place(entry.file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), len(target))
