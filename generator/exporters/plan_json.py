"""A plan as JSON for other programs: its parts with their addresses, its tasks with their states.

UTF-8, keys in the order written here, which is part of the format: what the file is, the plan, its text part by part in
order, its footnotes, its annex. What is not there is ``null`` or an empty list, never left out. No honoured person is
named: a file that was taken away cannot be taken down, so evidence only leads to such a person's page.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from generator import addresses, numbering
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.models import Annex
from generator.models.official_text import OfficialText, Table
from generator.models.plan import Task
from generator.pages.base import Link
from generator.pages.citations import citation
from generator.pages.exports import CONVERSION
from generator.pages.official_text import is_draft
from generator.pages.tasks import TaskView, task_views
from generator.parts import PlanPart


def export_json(catalogue: Catalogue, plan_id: str) -> bytes:
    """The plan of that id as JSON text, as of the catalogue's day.

    ``level`` is one of those of ``numbering``; ``cited`` is a part's Vietnamese citation; of a table, ``rows`` holds
    the cells; ``state`` is in the words of the pages (``task_states``). Evidence that is not published yet is not told.
    """
    plan = catalogue.plan(plan_id)
    texts = [text for text in (plan.promulgated_by, plan) if text is not None]
    parts = [part for part in catalogue.plan_parts[plan_id] if part.part.level != "task"]
    signed = addresses.signed_plan(plan_id) if plan_id in catalogue.content.signed else None
    told = {
        "note": CONVERSION,
        "as_of": catalogue.as_of.isoformat(),
        "id": plan_id,
        "url": _url(catalogue, addresses.plan(plan_id)),
        "signed_original": _url(catalogue, signed) if signed else None,
        "draft": is_draft(plan),
        "sample": plan.sample,
        "number": plan.number,
        "date": _day(plan.date),
        "year": plan.year,
        "issuer": _organisation(catalogue, plan.issuer),
        "citation": citation(catalogue, plan),
        **_head(plan),
        "promulgated_by": _head(plan.promulgated_by) if plan.promulgated_by else None,
        "parts": [_part(catalogue, part) for part in parts],
        "footnotes": [
            {"part": note.part, "after": note.after, "mark": note.mark, "text": note.text}
            for text in texts
            for note in text.footnotes
        ],
        "annex": _annex(catalogue, plan_id, catalogue.annex(plan_id)),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _head(text: OfficialText) -> dict[str, Any]:
    """What stands around a text and is no addressed part of it."""
    head, distribution = text.letterhead, text.distribution
    return {
        "letterhead": {"issuer": list(head.issuer), "nation": list(head.nation)} if head else None,
        "number_line": text.number_line,
        "place_line": text.place_line,
        "type": text.type,
        "title": text.title,
        "distribution_heading": distribution.heading if distribution else None,
        "signature": [*text.signature.lines, text.signature.name] if text.signature else [],
    }


def _part(catalogue: Catalogue, part: PlanPart) -> dict[str, Any]:
    own = part.part
    told: dict[str, Any] = {
        "id": own.id,
        "level": own.level,
        "depth": own.depth,
        "label": own.label,
        "text": part.text,
        "cited": own.cited,
        "url": _url(catalogue, part.address),
        "organisations": _named(part, "organisations"),
        "instruments": _named(part, "legislation"),
    }
    if isinstance(own.node, Table):
        told["rows"] = [list(row) for row in own.node.table]
    return told


def _named(part: PlanPart, kind: str) -> list[str]:
    """The ids of that kind that the part names, each once, in order."""
    return list(dict.fromkeys(mention.id for mention in part.mentions if mention.kind == kind))


def _annex(catalogue: Catalogue, plan_id: str, annex: Annex | None) -> dict[str, Any] | None:
    if annex is None:
        return None
    views = task_views(catalogue, plan_id)
    progress = catalogue.content.of("progress").get(plan_id)
    return {
        "heading": annex.heading,
        "title": annex.title,
        "note": annex.note,
        "columns": list(annex.columns),
        "url": _url(catalogue, addresses.progress(plan_id)),
        "states_are_samples": bool(progress and progress.record.sample),
        "tasks": [
            _task(catalogue, plan_id, key, task, view)
            for key, task, view in zip(numbering.task_keys(annex), annex.tasks, views, strict=True)
        ],
    }


def _task(catalogue: Catalogue, plan_id: str, key: str, task: Task, view: TaskView) -> dict[str, Any]:
    state = catalogue.progress_of(plan_id, key)
    people = {addresses.of("exemplars", id_) for one in (state.evidence if state else ()) for id_ in one.exemplars}
    return {
        "key": key,
        "id": numbering.task_id(key),
        "url": _url(catalogue, addresses.progress(plan_id, numbering.task_id(key))),
        "group": task.group,
        "number": task.number,
        "content": task.content,
        "lead": task.lead,
        "coordination": task.coordination,
        "period": task.period,
        "others": list(task.others),
        "led_by": _organisations(catalogue, task.led_by),
        "joined_by": _organisations(catalogue, task.joined_by),
        "quarter": int(task.quarter) if task.quarter else None,
        "due": _day(task.due),
        "state": view.words,
        "state_date": _day(view.on),
        "evidence": [_evidence(catalogue, link, people) for link in view.evidence],
    }


def _evidence(catalogue: Catalogue, link: Link, people: Collection[Address]) -> dict[str, Any]:
    label = "Gương điển hình" if link.address in people else link.label
    return {"label": label, "url": _url(catalogue, link.address) if link.address else link.url or None}


def _organisations(catalogue: Catalogue, ids: Iterable[str]) -> list[dict[str, str]]:
    return [_organisation(catalogue, id_) for id_ in ids]


def _organisation(catalogue: Catalogue, id_: str) -> dict[str, str]:
    url = _url(catalogue, addresses.of("organisations", id_))
    return {"id": id_, "name": catalogue.organisation(id_).name, "url": url}


def _url(catalogue: Catalogue, address: Address) -> str:
    return addresses.absolute_url(catalogue.portal.site_address, address)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
