"""The tables of open data as one JSON file, and the Frictionless Data Package that describes the CSV files.

Both say what the data is, of which day, under which licence, and whether something in it is invented.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator import addresses
from generator.catalogue import Catalogue
from generator.exporters.data_tables import ORGANISATIONS, SAMPLE, Cell, Field, Table, sample_in
from generator.pages.base import days_words
from generator.pages.data_words import ESCAPED, licence_words
from generator.pages.frame import site_name

NAME = "thi-dua-khen-thuong"
NO_PERSON = "Không có danh sách người: ai được khen chỉ đọc ở trang của quyết định, nơi gỡ được khi có yêu cầu."


def about(catalogue: Catalogue, tables: Sequence[Table]) -> list[str]:
    """What the data is, line by line, the title first."""
    lines = [
        f"Dữ liệu mở: {site_name(catalogue)}",
        *([f"{SAMPLE}: những dòng có ghi chú như vậy."] if sample_in(tables) else []),
        f"Tính tới ngày {days_words(catalogue.as_of)}. Nguồn: {catalogue.portal.authority}, {_source(catalogue)}",
        licence_words(catalogue.portal.data_licence),
        NO_PERSON,
    ]
    if catalogue.portal.stage == "demo":
        lines.insert(1, "Bản thử nghiệm, không phải dữ liệu chính thức của UBND phường.")
    return lines


def tables_json(catalogue: Catalogue, tables: Sequence[Table]) -> bytes:
    """All tables: of each its columns and its rows as objects; days as ISO 8601, what is not there ``null``."""
    told = {
        "about": about(catalogue, tables),
        "as_of": catalogue.as_of.isoformat(),
        "sample": sample_in(tables),
        "licence": _licence(catalogue),
        "source": _source(catalogue),
        "tables": {
            table.name: {
                "title": table.title,
                "description": table.description,
                "fields": [_field(field) for field in table.fields],
                "rows": [record(table, row) for row in table.rows],
            }
            for table in tables
        },
    }
    return _text(told)


def record(table: Table, row: Sequence[Cell]) -> dict[str, str | int | bool | None]:
    """The row as an object of JSON."""
    cells = (cell.isoformat() if isinstance(cell, date) else cell for cell in row)
    return {field.name: cell for field, cell in zip(table.fields, cells, strict=True)}


def data_package(catalogue: Catalogue, tables: Sequence[Table]) -> bytes:
    """``datapackage.json``: the CSV files beside it, each with the schema of its columns."""
    title, *lines = about(catalogue, tables)
    licence = _licence(catalogue)
    told: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": title,
        "description": " ".join([*lines, ESCAPED]),
        "homepage": _source(catalogue),
        "version": catalogue.as_of.isoformat(),
        "created": f"{catalogue.as_of.isoformat()}T00:00:00Z",
        "sources": [{"title": catalogue.portal.authority, "path": _source(catalogue)}],
        **({"licenses": [licence]} if licence else {}),
        "resources": [_resource(table) for table in tables],
    }
    return _text(told)


def _resource(table: Table) -> dict[str, Any]:
    keys = [
        {
            "fields": field.name,
            "reference": {"resource": "" if table.name == ORGANISATIONS else ORGANISATIONS, "fields": "id"},
        }
        for field in table.fields
        if field.refers
    ]
    schema: dict[str, Any] = {"fields": [_field(field) for field in table.fields], "missingValues": [""]}
    schema |= {"primaryKey": list(table.key)} if table.key else {}
    schema |= {"foreignKeys": keys} if keys else {}
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"name": field.name, "type": field.type, "title": field.title}
    told |= {"description": field.description} if field.description else {}
    return told | ({"constraints": {"required": True}} if field.required else {})


def _licence(catalogue: Catalogue) -> Mapping[str, str] | None:
    licence = catalogue.portal.data_licence
    if licence is None:
        return None
    return {"name": licence.name, "title": licence.title, **({"path": licence.url} if licence.url else {})}


def _source(catalogue: Catalogue) -> str:
    return addresses.absolute_url(catalogue.portal.site_address, addresses.FIGURES)


def _text(told: Any) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
