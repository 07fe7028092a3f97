"""A ward with as many exemplars as one likes, of every kind, award, unit, movement and month; and what one would count.

The recount reads the YAML itself and knows nothing of the generator: it is what the portal's numbers are held against.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.site import write

_FIELDS = ("Môi trường", "Giáo dục", "Phòng cháy, chữa cháy", "An sinh", "Đô thị & ngõ phố")
_GIVEN = ("An", "Ánh", "Bình", "Đạt", "Dung", "Đức", "Hà", "Hạ", "Hả", "Ước", "Uyên", "Yên")
_AWARDS = (("giay-khen", "sudden"), ("giay-khen", "movement"), ("lao-dong-tien-tien", ""), ("giay-khen", "merit"),
           ("chien-si-thi-dua-co-so", ""))  # fmt: skip
_MOVEMENTS = ("mau-doc-sach-cung-con", "mau-ngo-pho-xanh-sach-dep", "mau-phong-chay-tu-moi-nha")
_UNITS = 30
_A_LIST = 20
_APPROVED = "approved: {by: (Người duyệt minh họa), role: Phó Chủ tịch, date: 2026-11-20}\n"

_KINDS = {"individual": "Cá nhân", "group": "Tập thể", "household": "Hộ gia đình"}
_OCCUPATIONS = {
    "worker": "Công nhân",
    "farmer": "Nông dân",
    "business": "Doanh nhân, hộ kinh doanh",
    "professional": "Trí thức, người làm chuyên môn",
    "official": "Cán bộ, công chức, viên chức",
    "armed-forces": "Lực lượng vũ trang",
    "student": "Học sinh, sinh viên",
    "retired": "Người nghỉ hưu",
    "other": "Nghề khác",
}
_BASES = {
    "merit": "Khen thưởng theo công trạng",
    "sudden": "Khen thưởng đột xuất",
    "movement": "Khen thưởng phong trào thi đua",
    "dedication": "Khen thưởng quá trình cống hiến",
    "seniority": "Khen thưởng niên hạn",
    "external": "Khen thưởng đối ngoại",
}


_LEFT_OUT = ("decisions", "exemplars", "practices", "addresses.txt")


def make_varied(real: Path, folder: Path, exemplars: int, *, monthly: int = 1, again: bool = True) -> Path:
    """The real content with that many made-up exemplars instead of its own honours, 20 to a decision.

    So many decisions a month from 1/2024 on, each after the other: asked for more, it only adds later ones. ``again``
    puts somebody honoured before on every later list.
    """
    if not folder.exists():
        shutil.copytree(real, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    files: dict[str, str] = {}
    for number in range(_UNITS):
        name = f"Tổ dân phố số {number + 1} (minh họa)"
        files[f"organisations/tdp-so-{number + 1}.yml"] = (
            f"name: {name}\nkind: residential-group\nlevel: ward\nsample: true\n"
        )
    for number in range(exemplars):
        files[f"exemplars/2026-{number:05d}.yml"] = _exemplar(number)
    for first in range(0, exemplars, _A_LIST):
        month = first // _A_LIST // monthly
        day = f"{2024 + month // 12}-{month % 12 + 1:02d}-{first // _A_LIST % monthly + 10}"
        ids = [*range(first, min(first + _A_LIST, exemplars)), *([first - 33] if again and first >= 40 else [])]
        files[f"decisions/{day[:4]}/mau-{first // _A_LIST:03d}.yml"] = _decision(first // _A_LIST, day, ids)
    return write(folder, files)


def _exemplar(number: int) -> str:
    award, _ = _AWARDS[number // _A_LIST % len(_AWARDS)]
    kind = ("individual", "individual", "group", "household")[number % 4] if award == "giay-khen" else "individual"
    name = f"<b>Mẫu</b> {_GIVEN[number % len(_GIVEN)]}" if number % 40 == 7 else f"Mẫu Văn {_GIVEN[number % 12]}"
    lines = [
        "sample: true", f"kind: {kind}", f"organisation: tdp-so-{number * 7 % _UNITS + 1}",
        f"field: {_FIELDS[number % 5]}", f"deed: Việc tốt số {number}",
        "shown: {ground: consent, scope: [name, story], recorded: 2024-01-01}",
    ]  # fmt: skip
    lines.append(f"name: {{name: '{'Chi hội mẫu ' + str(number) if kind == 'group' else name}'}}")
    lines += ["age_group: adult"] if kind == "individual" else []
    lines += ["direct_worker: true"] if kind == "individual" and number % 3 == 0 else []
    lines += [f"occupation: {list(_OCCUPATIONS)[number % 5]}"] if kind == "individual" and number % 4 else []
    lines += ["small_collective: true"] if kind == "group" and number % 3 == 0 else []
    lines += [f"movement: {_MOVEMENTS[number % 3]}"] if number % 11 == 0 else []
    return "\n".join(lines) + "\n" + _APPROVED


def _decision(number: int, day: str, ids: list[int]) -> str:
    award, basis = _AWARDS[number % len(_AWARDS)]
    head = f"    basis: {basis}\n" if basis else ""
    head += f"    movement: {_MOVEMENTS[number % 3]}\n" if basis == "movement" else ""
    rows = "".join(f"      - {{exemplar: 2026-{one:05d}, achievement: Có thành tích số {one}}}\n" for one in ids)
    return (
        f"sample: true\nnumber: {number:03d}/QĐ-UBND (mẫu)\ndate: {day}\n"
        "issuer: chu-tich-ubnd-phuong\nsigner: {name: (Người ký minh họa), form: CHỦ TỊCH}\n"
        f"title: Về việc khen thưởng đợt {number}\n{_APPROVED}lists:\n  - award: {award}\n{head}"
        f"    for_period: năm {day[:4]}\n    shown: {{ground: consent, scope: [name], recorded: 2024-01-01}}\n"
        f"    age_group: adult\n    commendations:\n{rows}"
    )


def recount(content: Path, published: set[str]) -> Mapping[str, Mapping[str, set[str]]]:
    """For each facet by its words, for each value by its words, the ids among the published that have it."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    names = {
        kind: {file.stem: _read(file)["name"] for file in (content / kind).glob("*.yml")}
        for kind in ("awards", "organisations", "movements")
    }
    people = {id_: _read(content / "exemplars" / f"{id_}.yml") for id_ in published}
    rows = [
        (decision, list_, row)
        for decision in map(_read, (content / "decisions").rglob("*.yml"))
        for list_ in decision["lists"]
        for row in list_.get("commendations", [])
        if row.get("exemplar") in published
    ]
    honoured = {row["exemplar"] for _, _, row in rows}
    days = [(row["exemplar"], decision["date"]) for decision, _, row in rows]
    days += [(id_, one["introduced_on"]) for id_, one in people.items() if id_ not in honoured]
    for id_, day in days:
        year, month, _ = day.split("-")
        found["Năm được khen, được giới thiệu"][year].add(id_)
        found["Tháng được khen, được giới thiệu"][f"Tháng {int(month)}/{year}"].add(id_)
    for id_, one in people.items():
        for facet, value in _of_the_person(one, names["organisations"]):
            found[facet][value].add(id_)
    for _, list_, row in rows:
        found["Danh hiệu, hình thức khen thưởng"][names["awards"][list_["award"]]].add(row["exemplar"])
        if "basis" in list_:
            found["Loại hình khen thưởng"][_BASES[list_["basis"]]].add(row["exemplar"])
    told = [*people.items(), *((row["exemplar"], list_ | row) for _, list_, row in rows)]
    for id_, one in told:
        if "movement" in one:
            found["Phong trào thi đua"][names["movements"][one["movement"]]].add(id_)
        if one.get("direct_worker") == "true":
            found["Khác"]["Người lao động trực tiếp"].add(id_)
        if one.get("small_collective") == "true":
            found["Khác"]["Tập thể nhỏ"].add(id_)
    return found


def _of_the_person(one: Mapping[str, Any], units: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "Đối tượng", _KINDS[one["kind"]]
    yield "Lĩnh vực", one["field"]
    if "occupation" in one:
        yield "Nhóm nghề", _OCCUPATIONS[one["occupation"]]
    if "organisation" in one:
        yield "Đơn vị, tổ dân phố", units[one["organisation"]]


def _read(file: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - guesses nothing
    return data
