"""The files of open data that the page of figures offers: JSON, CSV, Excel, and what describes them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.exporters.data_csv import table_csv
from generator.exporters.data_package import about, data_package, tables_json
from generator.exporters.data_tables import data_tables
from generator.exporters.data_workbook import tables_workbook
from generator.importers.workbook_bytes import WORKBOOK


class DataFile(NamedTuple):
    """A file: its name, its kind and what it holds in words, its media type, its bytes."""

    name: str
    kind: str
    title: str
    media_type: str
    data: bytes


_workbook = lru_cache(maxsize=2)(tables_workbook)  # while somebody edits, most changes are none to the tables


def open_data(catalogue: Catalogue) -> tuple[DataFile, ...]:
    """Every file of open data as of the catalogue's day, whole ones first, then a CSV file a table."""
    tables = data_tables(catalogue)
    every = "Mọi bảng"
    return (
        DataFile("du-lieu.xlsx", "Excel", every, WORKBOOK, _workbook(tables, tuple(about(catalogue, tables)))),
        DataFile("du-lieu.json", "JSON", every, "application/json", tables_json(catalogue, tables)),
        *(DataFile(f"{one.name}.csv", "CSV", one.title, "text/csv", table_csv(one)) for one in tables),
        DataFile(
            "datapackage.json", "Data Package", "Mô tả các tệp CSV", "application/json", data_package(catalogue, tables)
        ),
    )
