"""Made-up honours in any number, the same for the same number: names from common syllables, nobody real."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Thanh", "Quang", "Ngọc", "Thu", "Hữu", "Xuân")
_GIVEN = ("An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Lan", "Mai", "Nga", "Phúc", "Thảo", "Yên")
_FIELDS = ("Môi trường", "Giáo dục", "Phòng cháy, chữa cháy", "An sinh", "Lao động, sản xuất")
_DEEDS = ("Trồng cây dọc bờ sông", "Mở lớp đọc sách buổi tối", "Dập đám cháy trong ngõ", "Sửa đường cho cả xóm")
_UNITS = ("tdp-hoa-sen", "tdp-song-xanh", "tdp-ngo-dong")
_A_LIST = 20


def make_content(real: Path, folder: Path, exemplars: int) -> None:
    """Writes a copy of the real content without its honours, and that many made-up exemplars, 20 to a decision."""
    chance = random.Random(exemplars)
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("decisions", "exemplars", "practices"))
    (folder / "exemplars").mkdir()
    ids = [f"{2020 + number % 7}-{number:05d}" for number in range(exemplars)]
    for id_ in ids:
        (folder / "exemplars" / f"{id_}.yml").write_text(_exemplar(chance), encoding="utf-8")
    for number in range(0, exemplars, _A_LIST):
        year = 2020 + number // _A_LIST % 7
        file = folder / "decisions" / str(year) / f"mau-{number // _A_LIST:04d}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_decision(number // _A_LIST, year, ids[number : number + _A_LIST]), encoding="utf-8")


def _exemplar(chance: random.Random) -> str:
    name = " ".join(chance.choice(words) for words in (_FAMILY, _MIDDLE, _GIVEN))
    deed = chance.choice(_DEEDS)
    return (
        f"sample: true\nkind: individual\nname: {{courtesy: ông, name: {name}}}\nage_group: adult\n"
        f"organisation: {chance.choice(_UNITS)}\nfield: {chance.choice(_FIELDS)}\ndeed: {deed}\n"
        f"story: |\n  {deed}, từ năm {chance.randint(2005, 2019)}.\n\n  Cả xóm cùng làm theo, việc nào cũng có.\n"
        "shown: {ground: consent, scope: [name, story], recorded: 2020-01-05}\n"
        "approved: {by: (Người duyệt minh họa), role: Phó Chủ tịch, date: 2026-06-11}\n"
        f"fulfils: [2026#muc-i-2-b]\ndirect_worker: {chance.choice(('true', 'false'))}\n"
    )


def _decision(number: int, year: int, ids: list[str]) -> str:
    rows = "\n".join(f"      - {{exemplar: {id_}, achievement: Có thành tích xuất sắc đột xuất}}" for id_ in ids)
    return (
        f"sample: true\nnumber: {number:04d}/QĐ-UBND (mẫu)\ndate: {year}-06-10\nissuer: chu-tich-ubnd-phuong\n"
        "signer: {name: (Người ký minh họa), form: CHỦ TỊCH}\ntitle: Về việc tặng Giấy khen\n"
        "approved: {by: (Người duyệt minh họa), role: Phó Chủ tịch, date: 2026-06-11}\n"
        "lists:\n  - award: giay-khen\n    basis: sudden\n    for_period: đột xuất\n"
        f"    shown: {{ground: consent, scope: [name], recorded: 2020-01-05}}\n    commendations:\n{rows}\n"
    )
