"""What the outline does not say by itself: year, issuer, number, day, whom a task names, where a footnote stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from generator import numbering
from generator.importers.due import due_of
from generator.importers.organisations import Organisations, Unknown
from generator.importers.outline import Outlined
from generator.importers.reading import Mark, Told
from generator.importers.tables import RULE
from generator.models import Annex, Plan
from generator.models.official_text import BoundText
from generator.problems import ContentInvalid, Place, Problem

FROM_FILE = (
    "promulgated_by", "letterhead", "number_line", "place_line", "type", "title", "preamble", "parts", "sections",
    "conclusions", "distribution", "signature", "annexes", "footnotes",
)  # fmt: skip
"""The fields that the file itself says; the others are the editors'."""
ANNEX_ORDER = ("heading", "title", "note", "columns", "cells", "tasks", "position", "slips")


@dataclass(frozen=True)
class Request:
    """What the editor asks for: the file, the plan's id, what the file does not say by itself."""

    file: Path
    id: str
    year: int | None = None
    issuer: str = ""
    date: date | None = None


def refuse(file: Path, line: int, message: str, fix: str) -> NoReturn:
    """Refuses the file for what is at the line."""
    raise ContentInvalid([Problem(Place(file, line), RULE, message, fix)])


def plan_data(outlined: Outlined, request: Request, held: Plan | None, organisations: Organisations) -> dict[str, Any]:
    """The plan's data with its year, issuer, number and day, as far as the file, the request or the old plan say."""
    text = {**outlined.text}
    own = [text, *([outlined.promulgated_by] if outlined.promulgated_by else [])]
    year = request.year or (held.year if held else None) or _year(text, request.id)
    if year is None:
        refuse(request.file, 1, "không rõ kế hoạch của năm nào", "ghi năm sau --year, như --year 2027")
    issuer = request.issuer or (held.issuer if held else "") or organisations.issuer(issuing_texts(own))
    if not issuer:
        refuse(request.file, 1, "không rõ cơ quan ban hành", "ghi mã đơn vị sau --issuer, như --issuer ubnd-phuong")
    data: dict[str, Any] = {"year": str(year), "issuer": issuer}
    for one in own:
        number, day = number_of(one.get("number_line", "")), day_of(one.get("place_line") or one.get("number_line", ""))
        if number and "number" not in data:
            data["number"] = number
        if day and "date" not in data:
            data["date"] = day.isoformat()
    found = {**text, "promulgated_by": outlined.promulgated_by, "annexes": outlined.annexes}
    return data | {key: found[key] for key in FROM_FILE if found.get(key)}


def _year(text: Mapping[str, Any], id_: str) -> int | None:
    for words in (text["title"], text.get("place_line", ""), id_):
        years = {int(one) for one in re.findall(r"\b20\d\d\b", words)}
        if len(years) == 1:
            return years.pop()
    return None


def issuing_texts(own: list[dict[str, Any]]) -> list[str]:
    """The texts that may name who issues the plan, the surest first."""
    texts = []
    for one in own:
        texts.append(" ".join(one.get("letterhead", {}).get("issuer", ())))
        texts += reversed(one.get("preamble", []))
        texts.append(" ".join(one.get("signature", {}).get("lines", ())))
        texts += one.get("conclusions", [])
    return texts


def number_of(line: str) -> str | None:
    """The number and symbol of a number line that has both: ``Số: 15/KH-UBND`` gives ``15/KH-UBND``."""
    match = re.fullmatch(r"S[ốỐ]\s*[:：]?\s*(\d+[a-z]?)\s*(/[^\s/]+(?:/[^\s/]+)*)(?:\s+\S.*, ngày .*)?", line)
    return match[1] + match[2] if match else None


def day_of(line: str) -> date | None:
    """The day of a place line that says one: ``Bạch Đằng, ngày 10 tháng 02 năm 2026``."""
    match = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\b", line)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def add_footnotes(outlined: Outlined, data: dict[str, Any], plan: BoundText) -> list[Told]:
    """Adds the footnotes to the data, each with the part it stands in; tells of those whose part is not certain."""
    doubts: list[Told] = []
    parts = numbering.number_parts(plan)
    behind = [part for part in parts if not part.id.startswith("ban-hanh-")] or list(parts)
    before = [part for part in parts if part.id.startswith("ban-hanh-")]
    for number, marks in enumerate(outlined.marks):
        promulgating = outlined.promulgated_by is not None and number == 0
        into = outlined.promulgated_by if promulgating and outlined.promulgated_by is not None else data
        for whole, mark in marks:
            among = before if promulgating else behind
            part = next((one for one in among if whole and one.full_text == whole), None)
            if part is None:
                part = next((one for one in among if mark.before[-40:] in one.full_text), among[0] if among else None)
                doubts.append(Told(1, mark.text, "chú thích không rõ thuộc phần nào"))
            if part is not None:
                note = {"part": part.id, "after": _after(mark, part), "mark": mark.mark, "text": mark.text}
                into.setdefault("footnotes", []).append(note)
    return doubts


def _after(mark: Mark, part: numbering.AddressedPart) -> str:
    """The few words before the mark that the part has once, its label aside; all where none are few enough."""
    before = mark.before.removeprefix(part.label).lstrip()
    words = before.split()
    for count in range(3, 12):
        few = " ".join(words[-count:])
        if few and part.text.count(few) == 1:
            return few
    return before or part.text[:40]


def tasks_data(
    outlined: Outlined, year: int, organisations: Organisations
) -> tuple[dict[str, Any] | None, list[tuple[str, Unknown]]]:
    """The annex as ``tasks.yml`` has it, and the words of its cells that name no organisation."""
    table = outlined.table
    if outlined.tasks is None or table is None:
        return None, []
    unknown: list[tuple[str, Unknown]] = []
    tasks: list[dict[str, Any]] = []
    group = ""
    for place, row in enumerate(table.rows, 1):
        group = row.above or group
        cells = {kind: cell for kind, cell in zip(table.cells, row.cells, strict=True) if kind != "other"}
        task: dict[str, Any] = {"number": cells.get("number", "")}
        task |= {key: cells[key] for key in ("content", "lead", "coordination", "period") if cells.get(key)}
        others = [cell for kind, cell in zip(table.cells, row.cells, strict=True) if kind == "other"]
        named = {
            "led_by": organisations.in_cell(cells.get("lead", "")),
            "joined_by": organisations.in_cell(cells.get("coordination", "")),
        }
        for key in ("lead", "coordination"):
            unknown += [(task["number"] or str(place), one) for one in organisations.unknown(cells.get(key, ""))]
        quarter, due = due_of(cells.get("period", ""), year)
        found: dict[str, Any] = {"others": others, "group": group}
        found |= {key: list(ids) for key, ids in named.items()}
        found |= {"quarter": quarter, "due": due.isoformat() if due else None}
        tasks.append(task | {key: value for key, value in found.items() if value})
    data = {**outlined.tasks, "columns": list(table.columns), "tasks": tasks}
    if table.cells != Annex.model_fields["cells"].default:
        data["cells"] = list(table.cells)
    if outlined.position != 1:
        data["position"] = str(outlined.position)
    return {key: data[key] for key in ANNEX_ORDER if key in data}, unknown
