"""A paper that is no plan as ``documents/<id>.yml`` has it: its whole text, and what a list of papers needs to know."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.content import Content
from generator.importers.organisations import Organisations
from generator.importers.outline import Outlined
from generator.importers.plan_files import changed_file, new_file
from generator.importers.plan_record import Request, day_of, issuing_texts, number_of
from generator.importers.tables import RULE
from generator.importers.writing import Changes
from generator.models import BY_NAME, Document
from generator.models.official_text import BoundText
from generator.problems import Place, Problem
from generator.yaml_source import read_text

_NOTICE = "THÔNG BÁO"
_ORDER = tuple(Document.model_fields)


def bound_data(outlined: Outlined) -> dict[str, Any]:
    """The paper's text with what is bound with it, in the order of print."""
    whole = {"promulgated_by": outlined.promulgated_by, **outlined.text, "annexes": outlined.annexes}
    return {key: value for key, value in whole.items() if value}


def document_changes(
    outlined: Outlined, text: dict[str, Any], request: Request, content: Content
) -> tuple[Changes, list[str], list[Problem]]:
    """The file that changes, what an editor should know, and what the file does not say and somebody must."""
    path = BY_NAME["documents"].path(request.id)
    held = content.of("documents").get(request.id)
    if held is not None:
        if BoundText.model_validate(text) == held.record.text:
            return {}, [], []
        fields: dict[str, Any] = {"text": text}
        notes = []
        if held.record.approved is not None:
            fields |= {"approved": None, "draft": "true"}
            notes.append("Văn bản đã duyệt, nay lời văn đổi: trở lại bản nháp (draft: true), người duyệt xem lại.")
        return {path: changed_file(read_text(held.file)[0], fields, _ORDER)}, notes, []
    own = [outlined.text, *([outlined.promulgated_by] if outlined.promulgated_by else [])]
    issuer = request.issuer or Organisations(content).issuer(issuing_texts(own))
    number = next((found for one in own if (found := number_of(one.get("number_line", "")))), None)
    day = request.date or next((on for one in own if (on := _day(one))), None)
    missing = []
    if not issuer:
        fix = "ghi mã đơn vị sau --issuer, như --issuer ubnd-phuong"
        missing.append(Problem(Place(request.file), RULE, "không rõ cơ quan ban hành", fix))
    if day is None:
        fix = "ghi ngày sau --date, như --date 2027-01-15"
        missing.append(Problem(Place(request.file), RULE, "không rõ ngày ban hành", fix))
    if day is None or missing:
        return {}, [], missing
    data = {
        "kind": "notice" if outlined.kind == _NOTICE else "paper",
        "title": outlined.text["title"],
        "type": outlined.kind.capitalize() if outlined.kind else None,
        "number": number,
        "date": day.isoformat(),
        "issuer": issuer,
        "summary": outlined.text["title"],
        "text": text,
        "draft": "true",
    }
    comment = "Văn bản nhập từ tệp, đúng từng chữ. Sửa summary cho dễ hiểu; xong thì bỏ draft, ghi approved."
    return {path: new_file(comment, {key: value for key, value in data.items() if value})}, [], []


def _day(text: dict[str, Any]) -> date | None:
    return day_of(text.get("place_line") or text.get("number_line", ""))
