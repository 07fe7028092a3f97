"""Made-up honours in any number, the same for the same number: names from common syllables, nobody real.

All there is in life stands among them: persons, groups, households; several awards, bases, movements, 60 residential
groups and seven years; people honoured twice, introduced only, without a ground, revoked, waiting for their day.
"""

from __future__ import annotations

import random
import shutil
from itertools import cycle, islice
from pathlib import Path

ROWS = 20
"""How many a decision commends."""
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Mạc", "Lại")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Quang", "Ngọc", "Thu", "Hữu", "Xuân")
_SECOND = ("Hồng", "Kim", "Hải", "Bảo", "Gia", "Nhật", "Tuấn", "Thùy", "Khánh", "Anh", "Việt")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hạnh", "Lan", "Mai", "Nga", "Phúc", "Thảo", "Yên", "Ổn", "Ước")
_STRIDE = 7_919
"""Prime to the number of names there are (23,100), so that no name comes twice before all have come."""
_FIELDS = ("Môi trường", "Giáo dục", "Phòng cháy, chữa cháy", "An sinh", "Lao động, sản xuất", "Văn hóa, thể thao")
_DEEDS = (
    "Trồng cây dọc bờ sông theo vệt nước triều, mỗi cây có một người nhận chăm",
    "Mở lớp đọc sách buổi tối, ai đến cũng có chỗ ngồi",
    "Cùng hàng xóm dập đám cháy tại ngõ, đưa mọi người ra an toàn",
    "Sửa lại đoạn đường lầy cho cả xóm, không đợi ai nhắc",
    "Đếm từng lượt xe chờ rồi vẽ lại sơ đồ bãi, thời gian chờ giảm hơn một nửa",
)
_SENTENCES = (
    "Việc bắt đầu từ một buổi chiều mưa, nước ngập tới bậc cửa thứ hai.",
    "Ban đầu chỉ có hai người làm, cuối tuần thì thành bảy.",
    "Không ai bảo ai, nhà nào có dụng cụ gì thì mang ra dùng chung.",
    "Cả xóm **cùng làm theo**, việc nào cũng có người nhận.",
    "Theo [Luật Thi đua, khen thưởng](legislation/luat-06-2022-qh15), người tốt thì được khen đúng lúc.",
    "Sổ ghi công được treo ở nhà văn hóa, ai cũng đọc được, ai cũng ghi được.",
    "Đến nay đã qua ba mùa, việc vẫn đều như ngày đầu, chỉ có người làm là đông hơn.",
)
_QUOTE = "> Tôi chỉ làm việc trước mắt, làm xong thì thấy nên làm tiếp.\n  > — Lời người trong cuộc (minh họa)"
_MOVEMENTS = ("mau-doc-sach-cung-con", "mau-ngo-pho-xanh-sach-dep", "mau-phong-chay-tu-moi-nha")
_UNITS = tuple(f"tdp-mau-{number:02d}" for number in range(1, 61))
_KINDS = ("individual",) * 7 + ("group", "household", "individual")
_BASES = ("sudden", "movement", "merit")
_YEARS = range(2020, 2027)
_APPROVED = "approved: {{by: (Người duyệt minh họa), role: Phó Chủ tịch, date: {}}}\n"
_LATER = "publish_from: 2027-01-01\n"


def make_content(real: Path, folder: Path, exemplars: int) -> None:
    """Writes a copy of the real content without its honours, and that many made-up exemplars, 20 to a decision."""
    chance = random.Random(exemplars)
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("decisions", "exemplars", "practices", "addresses.txt"))
    for number, unit in enumerate(_UNITS, 1):
        text = f"name: Tổ dân phố mẫu {number} (minh họa)\nkind: residential-group\nlevel: ward\nsample: true\n"
        _write(folder / "organisations" / f"{unit}.yml", text)
    ids = [f"{_year(number)}-{number:05d}" for number in range(exemplars)]
    for number, id_ in enumerate(ids):
        _write(folder / "exemplars" / f"{id_}.yml", _exemplar(number, chance))
    for start in range(0, exemplars, ROWS):
        text = _decision(start // ROWS, list(range(start, min(start + ROWS, exemplars))), ids)
        _write(folder / "decisions" / str(_year(start)) / f"mau-{start // ROWS:04d}.yml", text)
    for number in range(exemplars // 100):
        _write(folder / "practices" / f"mau-{number:04d}.yml", _practice(number, ids, chance))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _year(number: int) -> int:
    """The year of an exemplar, which is its decision's."""
    return _YEARS[number // ROWS % len(_YEARS)]


def _day(number: int, later: int = 0) -> str:
    """The day of an exemplar's decision, or some days after it; none is later than 25 October."""
    decision = number // ROWS
    return f"{_year(number)}-{1 + decision % 10:02d}-{1 + decision % 15 + later:02d}"


def _name(number: int) -> str:
    place, words = number * _STRIDE, []
    for syllables in (_FAMILY, _MIDDLE, _SECOND, _GIVEN):
        place, index = divmod(place, len(syllables))
        words.append(syllables[index])
    return " ".join(words)


def _exemplar(number: int, chance: random.Random) -> str:
    kind = _KINDS[number % len(_KINDS)]
    name = {
        "individual": f"{{courtesy: {chance.choice(('ông', 'bà', 'anh', 'chị'))}, name: {_name(number)}}}",
        "group": f"{{name: Tổ tự quản mẫu {number} (minh họa)}}",
        "household": f"{{name: Hộ gia đình ông {_name(number)}}}",
    }[kind]
    paragraphs = [" ".join(islice(cycle(_SENTENCES), start, start + 3)) for start in (number % 7, (number + 3) % 7)]
    paragraphs += [_QUOTE] if number % 3 == 0 else []
    story = "\n\n  ".join(paragraphs)
    shown = f"shown: {{ground: consent, scope: [name, story], recorded: {_day(number)}}}\n"
    return "".join((
        f"sample: true\nkind: {kind}\nname: {name}\n",
        "age_group: adult\n" if kind == "individual" else "",
        f"organisation: {chance.choice(_UNITS)}\nfield: {chance.choice(_FIELDS)}\ndeed: {chance.choice(_DEEDS)}\n",
        f"story: |\n  {story}\n",
        shown if number % 25 else "",
        f"movement: {chance.choice(_MOVEMENTS)}\n" if number % 2 else "",
        f"introduced_by: tdp-mau-01\nintroduced_on: {_day(number)}\n" if number % ROWS == 0 else "",
        "fulfils:\n  - 2026#muc-i-2-b\n  - 2026#muc-ii-1-b\n",
        f"direct_worker: {'true' if number % 4 == 0 else 'false'}\n",
        _APPROVED.format(_day(number, 9)),
        _LATER if number % 60 == 7 else "",
    ))  # fmt: skip


def _decision(number: int, rows: list[int], ids: list[str]) -> str:
    """A decision: the first of its exemplars is only introduced, and one of an earlier decision comes again."""
    commended = [*rows[1:], rows[0] * 3 // 4]
    persons = [row for row in commended if row % 2 == 0 and _KINDS[row % len(_KINDS)] == "individual"]
    others = [row for row in commended if row not in persons]
    year, day = _year(rows[0]), _day(rows[0])
    city = number % 11 == 10
    lists = []
    if others:
        lists.append(_list("bang-khen" if city else "giay-khen", number, others, ids))
    if persons:
        lists.append(_list("giay-khen" if city else "lao-dong-tien-tien", number, persons, ids))
    if number < len(_YEARS):
        counts = "".join(f"      - {{organisation: {unit}, number: {20 + number}}}\n" for unit in _UNITS)
        lists.append(f"  - award: gia-dinh-van-hoa\n    for_period: năm {year}\n    counts:\n{counts}")
    return (
        f"sample: true\nnumber: {number:04d}/QĐ-UBND (mẫu)\ndate: {day}\n"
        f"issuer: {'chu-tich-ubnd-thanh-pho' if city else 'chu-tich-ubnd-phuong'}\n"
        "signer: {name: (Người ký minh họa), form: CHỦ TỊCH}\ntitle: Về việc khen thưởng tập thể, cá nhân (mẫu)\n"
        f"awarded_on: {_day(rows[0], 5)}\n" + _APPROVED.format(_day(rows[0], 9))
        + (_LATER if number % 50 == 9 else "") + "lists:\n" + "".join(lists)
    )  # fmt: skip


def _list(award: str, number: int, rows: list[int], ids: list[str]) -> str:
    """One list; every twentieth decision records no ground for naming anybody."""
    title = award == "lao-dong-tien-tien"
    ground = f"    shown: {{ground: consent, scope: [name], recorded: {_day(number * ROWS)}}}\n" if number % 20 else ""
    basis = "" if title else f"    basis: {_BASES[number % 3]}\n"
    period = f"năm {_year(number * ROWS)}" if title else "đột xuất"
    movement = f"    movement: {_MOVEMENTS[number % 3]}\n" if number % 3 == 1 else ""
    commendations = "".join(
        f"      - exemplar: {ids[row]}\n        achievement: Có thành tích xuất sắc, đợt {number + 1}\n"
        + ("        revoked: {number: 00/QĐ-UBND (mẫu), date: 2026-11-01}\n" if row % 40 == 11 else "")
        for row in rows
    )
    return f"  - award: {award}\n{basis}    for_period: {period}\n{movement}{ground}    commendations:\n{commendations}"


def _practice(number: int, ids: list[str], chance: random.Random) -> str:
    first, second = (ids[(number * 100 + step) % len(ids)] for step in (1, 2))
    return (
        f"sample: true\nname: Cách làm mẫu {number} (minh họa)\nfield: {chance.choice(_FIELDS)}\n"
        f"organisation: {chance.choice(_UNITS)}\nsummary: {chance.choice(_DEEDS)}\n"
        f"story: |\n  {_SENTENCES[number % 7]}\n\n"
        f"  1. **Hỏi trước.** {_SENTENCES[0]}\n  2. **Làm sau.** {_SENTENCES[1]}\n"
        f"exemplars:\n  - {first}\n  - {second}\nfulfils:\n  - 2026#muc-i-2-b\n" + _APPROVED.format("2026-10-21")
    )
