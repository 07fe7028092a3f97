"""Open data: three forms of the same records, harmless in a spreadsheet, described, and without anybody in it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.exporters.data_csv import harmless, original, table_csv
from generator.exporters.data_tables import Field, Table
from generator.exporters.open_data import open_data
from generator.pages.exports import Exports
from generator.pages.figures import figures_page
from tests.reading import said_in
from tests.recount import load
from tests.site import AS_OF, ROOT, SMALL, copy_small, read_small
from tests.unit.test_counts import catalogue_of

Record = dict[str, Any]
FORMULAS = ("=1+1", "+84 225", "-2", "@SUM(A1)", "'=1", "＝1", '=HYPERLINK("http://x.vn";"y")', "'")
SITES = {"small": (SMALL, AS_OF), "real": (ROOT / "content", date(2026, 11, 22))}


@cache
def made(content: Path, as_of: date) -> dict[str, bytes]:
    return {file.name: file.data for file in open_data(catalogue_of(content, as_of))}


@pytest.fixture(params=list(SITES.values()), ids=list(SITES))
def files(request: Any) -> dict[str, bytes]:
    return made(*request.param)


def records(files: dict[str, bytes]) -> dict[str, list[Record]]:
    return {name: table["rows"] for name, table in json.loads(files["du-lieu.json"])["tables"].items()}


def from_csv(data: bytes, fields: list[Record]) -> list[Record]:
    """The records of a CSV file, read as its description says."""
    types = {field["name"]: field["type"] for field in fields}
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return [{name: from_cell(original(cell), types[name]) for name, cell in row.items()} for row in rows]


def from_cell(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    if kind == "boolean":
        return cell == "true"
    return int(cell) if kind == "integer" else cell


def from_workbook(data: bytes, tables: dict[str, Record]) -> dict[str, list[Record]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for name, table in tables.items():
        head, *rows = book[name].iter_rows()
        assert [cell.value for cell in head] == [field["title"] for field in table["fields"]]
        assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "b", "d"}  # never "f", a formula
        names = [field["name"] for field in table["fields"]]
        found[name] = [dict(zip(names, (as_json(cell.value) for cell in row), strict=True)) for row in rows]
    return found


def as_json(value: Any) -> Any:
    return value.date().isoformat() if isinstance(value, datetime) else value


def test_csv_and_excel_read_back_to_the_records_of_the_json(files: dict[str, bytes]) -> None:
    tables = json.loads(files["du-lieu.json"])["tables"]
    wanted = {name: table["rows"] for name, table in tables.items()}
    assert min(len(rows) for rows in wanted.values()) > 2
    assert {name: from_csv(files[f"{name}.csv"], table["fields"]) for name, table in tables.items()} == wanted
    assert from_workbook(files["du-lieu.xlsx"], tables) == wanted


def test_csv_is_as_excel_and_programs_expect(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name.endswith(".csv"):
            assert data.startswith(b"\xef\xbb\xbf")
            assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")


def test_frictionless_finds_nothing(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] == 5
    broken = tmp_path / "quyet-dinh.csv"
    broken.write_text(broken.read_text(encoding="utf-8").replace("chu-tich", "khong-co-ai"), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_no_formula_survives(tmp_path: Path) -> None:
    organisations = {
        f"organisations/thu-{number}.yml": f"name: {json.dumps(words, ensure_ascii=False)}\nkind: body\nlevel: ward\n"
        for number, words in enumerate(FORMULAS)
    }
    catalogue = Catalogue(read_small(tmp_path, organisations), AS_OF)
    files = {file.name: file.data for file in open_data(catalogue)}
    rows = list(csv.DictReader(io.StringIO(files["don-vi.csv"].decode("utf-8-sig"), newline="")))
    cells = {row["id"]: row["name"] for row in rows}
    assert [cells[f"thu-{number}"] for number in range(len(FORMULAS))] == [f"'{words}" for words in FORMULAS]
    tables = json.loads(files["du-lieu.json"])["tables"]
    assert from_csv(files["don-vi.csv"], tables["don-vi"]["fields"]) == tables["don-vi"]["rows"]
    assert from_workbook(files["du-lieu.xlsx"], tables)["don-vi"] == tables["don-vi"]["rows"]


@given(st.text())
def test_what_is_made_harmless_comes_back(text: str) -> None:
    cell = harmless(text)
    assert original(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@given(st.lists(st.text(alphabet=";,=\"' \t\r\n+-@＝x1", min_size=1), min_size=1, max_size=4))
@example(["a;=1+1"])
@example(["a\n=1+1", 'b;"=1+1"'])
def test_no_formula_stands_where_another_list_separator_would_part_the_cells(texts: list[str]) -> None:
    """Windows in Vietnamese parts a CSV file at semicolons: a comma, and a quotation mark behind one, mean nothing."""
    fields = tuple(Field(f"f{number}", "string", "") for number in range(len(texts) + 1))
    written = table_csv(Table("t", "", "", fields, (), (("m", *texts),))).decode("utf-8-sig")
    for separator in (";", "\t", ","):
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator):
            starts = {cell.lstrip(' "')[:1] for cell in row}
            assert not starts & {"=", "+", "-", "@", "＝"}, (separator, row)


def names_in(content: Path) -> set[str]:
    """Every person named anywhere in decisions and exemplars, signers too, and the titles of decisions."""
    found = set()
    for file in content.glob("exemplars/*.yml"):
        found.add(load(file).get("name", {}).get("name"))
    for file in content.glob("decisions/*/*.yml"):
        decision = load(file)
        found |= {decision["title"], decision["signer"]["name"], decision.get("approved", {}).get("by")}
        for list_ in decision["lists"]:
            found |= {row.get("name", {}).get("name") for row in list_.get("commendations", [])}
            found |= {row.get("achievement") for row in list_.get("commendations", [])}
    return found - {None}


@pytest.mark.parametrize(("content", "as_of"), SITES.values(), ids=SITES.keys())
def test_nobody_is_in_it(content: Path, as_of: date) -> None:
    everything = "\n".join(said_in(name, data) for name, data in made(content, as_of).items())
    assert len(names_in(content)) > 10
    assert [name for name in names_in(content) if name in everything] == []
    assert [file.stem for file in content.glob("exemplars/*.yml") if file.stem in everything] == []


def test_what_is_hidden_leaves_no_trace(tmp_path: Path) -> None:
    """Without the draft, the embargoed, the unapproved at all, every file is the same to the byte."""
    content = copy_small(tmp_path)
    for hidden in ("decisions/2026/11-cho.yml", "decisions/2026/12-nhap.yml", "exemplars/2026-024.yml",
                   "practices/cho-duyet.yml", "documents/con-soan.yml", "documents/con-soan.pdf"):  # fmt: skip
        (content / hidden).unlink()
    assert made(content, AS_OF) == made(SMALL, AS_OF)


def test_samples_are_marked_in_every_file(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name not in ("van-ban.csv", "nhiem-vu.csv"):  # the law is real; no state of a task is recorded yet
            assert "Dữ liệu minh họa, không có thật" in said_in(name, data), name


def test_the_same_content_gives_the_same_bytes() -> None:
    again = {file.name: file.data for file in open_data(catalogue_of(SMALL, AS_OF))}
    assert again == made(SMALL, AS_OF)


def test_the_licence_is_the_wards_or_said_to_be_undecided(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    undecided = Catalogue(read_small(tmp_path / "a"), AS_OF)
    portal = (SMALL / "portal.yml").read_text(encoding="utf-8")
    licence = "data_licence: {name: X-1.0, title: Giấy phép bịa, url: 'https://example.invalid/gp'}\n"
    decided = Catalogue(read_small(tmp_path / "b", {"portal.yml": portal + licence}), AS_OF)
    for catalogue, words, licences in (
        (undecided, "phường chưa quyết định", None),
        (decided, "Giấy phép bịa", [{"name": "X-1.0", "title": "Giấy phép bịa", "path": "https://example.invalid/gp"}]),
    ):
        files = {file.name: file.data for file in open_data(catalogue)}
        assert json.loads(files["datapackage.json"]).get("licenses") == licences
        context = figures_page(catalogue, Exports()).context
        assert callable(context)
        assert words in str(context()["licence"])
        assert all(words in said_in(name, files[name]) for name in ("datapackage.json", "du-lieu.json", "du-lieu.xlsx"))
