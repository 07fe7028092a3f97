"""What every record shares: frozen, no unknown keys, text in one form, references marked as such.

Each field carries a Vietnamese label and an example; they feed ``portal new``, the editors' manual and the error hints.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from generator import vietnamese

_LONGEST_LINE = 6_000
_LONGEST_PROSE = 60_000


class Record(BaseModel):
    """A frozen value with known fields only."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def described(
    label: str,
    *,
    example: str = "",
    note: str = "",
    default: Any = ...,
    factory: Any = None,
    usual: bool = False,
    blank: str = "",
) -> Any:
    """A field with its Vietnamese label, an example as an editor would type it, and a note on how to fill it in.

    ``usual``: a field that may be left out, but that a blank entry shows; ``blank``: what it shows there instead of an
    example, which needs no filling in.
    """
    kind: dict[str, Any] = {"default_factory": factory} if factory else {"default": default}
    extra: dict[str, Any] | None = {"usual": True, "blank": blank} if usual else None
    return Field(
        title=label, examples=[example] if example else None, description=note or None, json_schema_extra=extra, **kind
    )


@dataclass(frozen=True)
class Refers:
    """Marks a text as the id of a record of another kind."""

    kind: str


@dataclass(frozen=True)
class RefersToPart:
    """Marks a text as the address of a part of a plan, such as ``2026#muc-i-2-b``."""


@dataclass(frozen=True)
class Reference:
    """One reference made by a record: where it stands, to which kind, to what."""

    path: tuple[str | int, ...]
    kind: str
    target: str


def _line(text: str) -> str:
    line = vietnamese.one_line(text)
    if not line:
        raise PydanticCustomError("empty", "không được để trống")
    if len(line) > _LONGEST_LINE:
        raise PydanticCustomError("too_long", "dài quá {limit} ký tự", {"limit": _LONGEST_LINE})
    return line


def prose_text(text: str) -> str:
    """The prose in the portal's normal form, line by line; empty where there is none."""
    lines = [vietnamese.normal(line).rstrip() for line in text.split("\n")]
    prose = "\n".join(lines).strip("\n")
    if len(prose) > _LONGEST_PROSE:
        raise PydanticCustomError("too_long", "dài quá {limit} ký tự", {"limit": _LONGEST_PROSE})
    return prose


def _prose(text: str) -> str:
    prose = prose_text(text)
    if not prose:
        raise PydanticCustomError("empty", "không được để trống")
    return prose


def _day(value: object) -> object:
    if isinstance(value, date) or not isinstance(value, str):
        return value
    try:
        return vietnamese.parse_date(value)
    except ValueError:
        raise PydanticCustomError("not_a_day", '"{value}" không phải một ngày có thật', {"value": value[:40]}) from None


def _truth(value: object) -> object:
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("not_a_truth", "chỉ nhận true hoặc false", {})


def _number(value: object) -> object:
    if isinstance(value, str) and re.fullmatch("[0-9]{1,12}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("not_a_number", "phải là số nguyên")


def _web_address(value: str) -> str:
    odd = re.search(r"[\s<>\"'`{}|\\^]", value)
    if odd:
        raise PydanticCustomError(
            "not_an_address", "địa chỉ trang web có ký tự không được phép: {sign}", {"sign": odd[0]}
        )
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable:
        raise PydanticCustomError("not_an_address", "không phải địa chỉ trang web", {})
    return value


Text = Annotated[str, AfterValidator(_line)]
"""One line of text in the portal's normal form."""
Prose = Annotated[str, AfterValidator(_prose)]
"""Several lines of simple Markdown: paragraphs, lists, headings, quotes, links."""
Day = Annotated[date, BeforeValidator(_day)]
"""A day, typed ``2026-06-10`` or ``10/6/2026``."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Number = Annotated[int, BeforeValidator(_number)]
"""A whole number from 0 on, in digits alone: ``2.530`` is not guessed to be 2530 or 2."""
WebAddress = Annotated[
    str,
    StringConstraints(max_length=600),
    AfterValidator(_web_address),
    WithJsonSchema({"type": "string", "maxLength": 600, "pattern": r"^\s*https?://"}),
]
ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$"
Id = Annotated[str, StringConstraints(max_length=80, pattern=ID_PATTERN)]


def references(record: BaseModel) -> list[Reference]:
    """Every reference the record makes, in the order of its fields."""
    found: list[Reference] = []
    _gather(record, (), found)
    return found


def _gather(record: BaseModel, path: tuple[str | int, ...], found: list[Reference]) -> None:
    for name, kind in _walk_plan(type(record)):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        if kind is None:
            _gather_nested(value, (*path, name), found)
        elif isinstance(value, tuple):
            found += [Reference((*path, name, number), kind, item) for number, item in enumerate(value)]
        else:
            found.append(Reference((*path, name), kind, value))


def _gather_nested(value: Any, path: tuple[str | int, ...], found: list[Reference]) -> None:
    if isinstance(value, BaseModel):
        _gather(value, path, found)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _gather_nested(item, (*path, number), found)


@cache
def _walk_plan(model: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """The fields worth a look: (name, kind referred to), or None where nested records refer to something."""
    plan: list[tuple[str, str | None]] = []
    for name, info in model.model_fields.items():
        kind = _referred_kind([*info.metadata, info.annotation])
        if kind is not None:
            plan.append((name, kind))
        elif any(_refers(inner, frozenset()) for inner in records_in(info.annotation)):
            plan.append((name, None))
    return tuple(plan)


def _refers(model: type[BaseModel], above: frozenset[type[BaseModel]]) -> bool:
    """Whether the model, or one it holds, has a field that refers; a model that holds itself is looked at once."""
    if model in above:
        return False
    return any(
        _referred_kind([*info.metadata, info.annotation]) is not None
        or any(_refers(inner, above | {model}) for inner in records_in(info.annotation))
        for info in model.model_fields.values()
    )


def _referred_kind(things: list[Any]) -> str | None:
    for thing in things:
        if isinstance(thing, Refers):
            return thing.kind
        if isinstance(thing, RefersToPart):
            return "parts"
        inner = _referred_kind([*getattr(thing, "__metadata__", ()), *get_args(thing)])
        if inner is not None:
            return inner
    return None


OrganisationId = Annotated[Id, Refers("organisations")]
InstrumentId = Annotated[Id, Refers("legislation")]
AwardId = Annotated[Id, Refers("awards")]
MovementId = Annotated[Id, Refers("movements")]
OccasionId = Annotated[Id, Refers("occasions")]
ExemplarId = Annotated[Id, Refers("exemplars")]
DecisionId = Annotated[Id, Refers("decisions")]
DocumentId = Annotated[Id, Refers("documents")]
GuidanceId = Annotated[Id, Refers("guidance")]
PlanId = Annotated[Id, Refers("plans")]
PartAddress = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$"), RefersToPart()]


class Approval(Record):
    """Who approved publication, in which role, when."""

    by: Text = described("Người duyệt", example="(Người duyệt minh họa)")
    role: Text = described("Chức vụ", example="Phó Chủ tịch")
    date: Day = described("Ngày duyệt", example="2026-06-11")


def fields_below(model: type[BaseModel], path: tuple[str | int, ...]) -> dict[str, FieldInfo]:
    """The fields an editor may write at the path inside a record of the model; empty where the path leads nowhere."""
    models = [model]
    for step in path:
        if isinstance(step, int):
            continue
        if step.startswith("<"):
            models = [inner for inner in models if getattr(inner, "level", "") == step.strip("<>")]
            continue
        found = [inner.model_fields[step].annotation for inner in models if step in inner.model_fields]
        models = [inner for annotation in found for inner in records_in(annotation)]
    return {name: info for inner in models for name, info in inner.model_fields.items()}


def records_in(annotation: Any) -> list[type[BaseModel]]:
    """The record types an annotation holds, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in records_in(inner)]
