"""What the guards on privacy report and let pass, and how a confirmation silences a warning."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks import (
    ages,
    authority,
    commendations,
    confirmed,
    consultations,
    homes,
    mentioned,
    minors,
    named,
    namesakes,
    origins,
    private_data,
    scans,
    sensitive,
    taken_down,
    totals,
    twice,
    victims,
)
from generator.content import read_content
from generator.home_addresses import may_be_homes
from generator.models.honours import Name, Scope
from generator.problems import Problem
from generator.suppressions import name_digest, person_digest
from tests.site import AS_OF, copy_small, write

APPROVED = "approved: {by: Người duyệt, role: Phó Chủ tịch, date: 2026-06-30}\n"
SALT = "0" * 64


def practice(words: str, extra: str = "") -> dict[str, str]:
    """A practice whose story holds the words."""
    story = "\n".join(f"  {line}" for line in words.split("\n"))
    return {"practices/a.yml": f"name: Tên\nfield: Môi trường\nsummary: Một câu\nstory: |\n{story}\n{APPROVED}{extra}"}


def person(name: str, organisation: str = "van-phong", extra: str = "") -> str:
    return (
        f"kind: individual\nname: {{name: {name}}}\norganisation: {organisation}\nage_group: adult\nfield: A\ndeed: B\n"
        f"introduced_by: van-phong\n{APPROVED}{extra}"
    )


def decision(rows: str, *, award: str = "giay-khen", issuer: str = "chu-tich", head: str = "", list_: str = "") -> str:
    return (
        f"number: 9/QĐ\ndate: 2026-04-02\nissuer: {issuer}\nsigner: {{name: (Người ký bịa), form: CHỦ TỊCH}}\n"
        f"title: Về việc khen\n{APPROVED}{head}lists:\n  - award: {award}\n    for_period: năm 2026\n"
        f"    age_group: adult\n{list_}    commendations:\n{rows}"
    )


def found(rule: object, tmp_path: Path, files: dict[str, str]) -> list[Problem]:
    """What the rule says of the small ward with these files laid over it."""
    content, problems = read_content(write(copy_small(tmp_path), files))
    assert problems == []
    return list(rule.check(content, AS_OF))  # type: ignore[attr-defined]


def lines(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(one.place.file.name, one.place.line, one.severity) for one in problems]


ACCOUNT, EMAIL = "có số tài khoản ngân hàng", "có địa chỉ thư điện tử"
IDENTITY, PHONE = "có số giống số căn cước", "có số giống số điện thoại"
BIRTH, HOME = "có ngày hoặc năm sinh", "có địa chỉ nhà"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        *((words, IDENTITY) for words in (
            "000000000001", "000 000 000 001", "000.000.000.001", "000-000-000-001", "0000 0000 0001",
            "031 0 00 000001",
            "CMND 000000001", "CMTND 000000001", "căn cước công dân số: 000000000001",
            "Số định danh cá nhân: 000000000001",
        )),
        *((words, PHONE) for words in (
            "0900000000", "0900 000 000", "0900.000.000", "0900-000-000", "090 000 0000", "09 00 00 00 00",
            "(0225) 3.000.000", "0225 000 0000", "+84 900 000 000", "+84900000000", "(+84) 900 000 000",
            "ĐT:0900.000.000.", "máy 0900000000 24 giờ", "https://zalo.me/0900000000", "[gọi](tel:0900000000)",
            "zalo 84900000000", "Zalo 84 900 000 000",
            "0 900 000 000", "0900–000–000", "0900_000_000",
        )),
        *((words, ACCOUNT) for words in (
            "STK 0000000000001", "số tài khoản 000000000001", "tài khoản: 0000 0000 0001", "TK Vietcombank 0000000001",
            "ngân hàng Agribank 0000000000001", "BIDV: 0000000001",
        )),
        *((words, EMAIL) for words in ("an.bia@mau.invalid", "[thư](mailto:an@mau.invalid)")),
        *((words, BIRTH) for words in (
            "sinh ngày 01/01/1970", "Sinh năm 1970", "SN 1970", "(SN: 1970)", "sinh 1970", "sinh ngày 1 tháng 2",
            "ngày sinh: 01-01-1970", "năm sinh 1970", "chị An sinh năm 1970", "ông Nam sinh năm 1970", "sinh năm 85",
            "sinh ra vào năm 1970", "sinh 01/1970", "sn 1960", "(sn.1960)", "S/n 1960", "s/n: 1960", "Sn 60",
            "bà đẻ năm 1950", "đẻ 1950", "sinh tháng 3 năm 1970", "sinh tháng ba năm 1970", "sinh 3-1970", "n/s 1970",
            "sinh tại phường Mẫu năm 1970", "sinh ra ở Mẫu ngày 1/2/1970", "năm sinh: 70", "sinh năm Canh Tý",
            "N.S: 1970", "NS 1970", "NTNS: 01/01/2021", "01.01.1970 (ngày sinh)", "1970 (năm sinh)", "Chị Mẫu (1985)",
            "Bà Bịa Thị Đặt (1970)", "Bịa Văn Đặt (1970), công nhân", "Trần Bịa Đặt ( 1970 )", "cháu Bịa (2021)",
        )),
        *((words, HOME) for words in (
            "số nhà 12", "Số nhà: 12A", "Bà Mẫu ở ngõ 12", "bà Hoa ở ngõ 12", "Bịa Văn Đặt (ở ngõ 12)",
            "cụ Mẫu ở số 4 ngõ 9", "bà Mẫu hiện ở ngõ 12", "ông Mẫu sống ở tổ 5", "sống ở ngõ 12",
            "bà Mẫu, nhà ở ngõ 12",
            "Tôi ở số 12 đường Lý Thường Kiệt", "bà Mẫu ở tại 45 Lê Mẫu", "ĐC: 12 ngõ 5 Hoa Mẫu", "Đ/c: số 4 ngõ 9",
            "trú quán số 4 ngõ 9", "ngụ tại P.1204 chung cư", "nhà ông Tám ở số 4 ngõ 9",
            "bà Mẫu, ở ngõ 12 phố Mẫu", "nhà ở ngõ 12", "trú tại ngõ 12", "trú tại 12/5 đường Mẫu",
            "thường trú: 12 Lê Mẫu", "thường trú tại tổ 5, phường Mẫu", "địa chỉ: ngõ 12", "ngụ tại hẻm 5",
            "sống tại kiệt 5", "tạm trú ở ngách 12/5",
            "nhà số 12 ngõ 34", "nhà bà ở số 12", "Nhà ông Mẫu ở số 12", "hộ khẩu 12 Lê Mẫu", "hộ khẩu: số 12",
            "hộ khẩu 12 ngõ 34", "căn hộ 502 tòa A", "Căn hộ số 502", "căn hộ 502, tầng 5, chung cư Mẫu", "căn hộ A12",
            "HKTT: 45 phố Mẫu", "ĐKHKTT: 45 Lê Mẫu", "Hộ khẩu thường trú: 45 Lê Mẫu", "Bà hiện ở 45 Lê Mẫu",
            "Bà Mẫu ở 45 Lê Mẫu", "Chỗ ở: P.502 tòa CT1", "Chỗ ở hiện nay: phòng 502 chung cư Mẫu", "Nhà ở: 45 phố Mẫu",
            "Nơi ở hiện tại: 45 Lê Mẫu", "bà Mẫu ở phòng 502 chung cư Mẫu", "SN 12 ngõ 34",
            "Địa chỉ thường trú: Số 45, phố Mẫu", "trú tại Ngõ 12", "ĐC 45 Lê Mẫu", "trú số 45 Lê Mẫu",
            "trú: 45 Lê Mẫu",
            "bà Mẫu, số 45 phố Mẫu", "ông Bịa Văn Đặt (45 ngõ 12)", "Bịa Văn Đặt, số 45 Lê Mẫu",
        )),
    ],
)  # fmt: skip
def test_private_data_is_found(words: str, message: str) -> None:
    assert [one for _, one, _ in private_data._found_in(f"Cả ngõ biết: {words}")] == [message]


@pytest.mark.parametrize(
    "words",
    [
        "dập tắt đám cháy tại ngõ 12", "đám cháy ở ngõ 12", "bà con ở ngõ 12", "cả 17 nhà ở ngõ 12",
        "Ở ngõ 12, ai cũng làm",
        "sinh hoạt hè ngày 01/6/2026", "sinh viên năm 2026", "học sinh năm 2026", "Học sinh năm 2026 của trường",
        "học sinh năm học 2025-2026", "tổng vệ sinh ngày 01/6/2026", "hy sinh ngày 27/7/1972", "phát sinh năm 2025",
        "giấy khai sinh năm 2025", "ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)", "sinh nhật Bác 19/5",
        "Quyết định số 215/QĐ-UBND", "Nghị định 152/2025/NĐ-CP ngày 14/6/2025", "12.000.000.000 đồng",
        "120.000.000.000 đồng", "120000000000 đồng", "120 000 000 000 đồng", "gọi 114", "tổng đài 1800 0000",
        "các năm 2024 2025 2026", "2024-2025-2026", "ngày 01.02.2026 24 hộ", "01-02-2026 10 500 cây", "30.000 m2",
        "ở phố Lý Thường Kiệt", "địa chỉ đỏ", "12 địa chỉ đỏ", "ở đường 30 tháng 4", "ở tổ dân phố số 5",
        "công nhân ở tổ 2 phân xưởng may", "một số nhà 3 tầng", "đánh số nhà cho 44 hộ",
        "lắp camera ở 12 ngõ trong phường", "nhà văn hóa số 12", "nhà máy số 2", "mỗi nhà số tiền 12 đồng",
        "làm lại hộ khẩu cho 12 người", "rà soát hộ khẩu 12 hộ", "xây 12 căn hộ", "căn hộ 50 m2", "căn hộ 2 phòng ngủ",
        "số lượng 12 căn hộ 5 tầng", "đám cháy tại ngõ 12, lan sang 3 nhà", "khách sạn 1960 phòng",
        "https://mau.invalid/tin-000000000001.htm", "https://mau.invalid/0900000000", "3,141592653589",
        "vanphong@mau.gov.vn", "tài khoản 120.000.000.000 đồng", "84900000000 đồng", "mẹ đẻ năm 1950", "đ/c Mẫu, tổ 5",
        "mở 1.200 tài khoản định danh", "lợn nái đẻ năm 2025", "hiến 0123456789 m2", "hiến 0123456789 m²",
        "trụ sở ở 45 Lê Mẫu", "trụ sở ở số 45 phố Mẫu", "văn phòng ở 45 Lê Mẫu", "mua nhà ở xã hội",
        "khu nhà ở: 45 căn",
        "phòng 502 đã được sửa", "họp ở phòng 502 chung cư", "thi ở 12 Nội dung", "bà Mẫu ở 2 Tiểu đoàn",
        "sinh hoạt tháng 3 năm 2026", "vệ sinh tháng 3 năm 2026", "Học sinh tháng 3 năm 2026", "chi NS 2015", "NS 2026",
        "phong trào Ngõ Sạch (2025)", "Chiến dịch Hè Mẫu (2015)", "Luật Mẫu Văn Bịa (2013)", "vở Bà Mẫu (1985)",
        "đường Bà Triệu (1960)", "phố Hai Bà Trưng (1960)", "Bác Hồ (1960)", "tặng giấy khen cho bà Mẫu (2025)",
        "vệ sinh tại phường Mẫu năm 2025", "học sinh ở phường Mẫu năm 2026", "phát sinh tại Mẫu ngày 1/2/2026",
        "Tết Canh Tý",
        "tặng qua BIDV 1200000000 đồng", "số cây từ 0 100 200 300", "lưu trú: 45 lượt khách", "trú số tiền 12 đồng",
        "ông Mẫu, 45 đường điện", "bà Mẫu, phố Mẫu nay có số 1", "bà Mẫu ở 12 Chung cư",
        "bà Mẫu, ngõ 12 đã sạch", "Công ty Mẫu (số 45 phố Mẫu)", "quán bà Mẫu, số 45 phố Mẫu",
        "trận Điện Biên Phủ (1954)", "Chiến dịch Hồ Chí Minh (1975)",
    ],
)  # fmt: skip
def test_what_is_no_private_data_passes(words: str) -> None:
    for text in (f"Cả ngõ biết: {words}", words):
        assert [*private_data._found_in(text), *may_be_homes(text)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Hiến 20 m2 đất ở ngõ 12 để mở đường", "Vẽ bích họa ở ngõ 8", "Khơi thông rãnh thoát nước ở ngõ 12",
        "đổ bê tông đường ở ngõ 45", "Sân chơi ở tổ 5, tổ 6", "Giữ xe giúp bà con ở số 10 phố Trần Phú",
        "dập tắt đám cháy tại ngõ 12", "Cháy ở ngõ 12", "các hộ dân sống ở ngõ 12", "bà Mẫu trồng hoa ở ngõ 12",
    ],
)  # fmt: skip
def test_an_everyday_deed_passes_without_a_word(words: str) -> None:
    assert [*private_data._found_in(words), *may_be_homes(words)] == []


@pytest.mark.parametrize(
    "words",
    [
        "Dọn dẹp ở ngõ 12", "Phát quà ở số 10 phố Mẫu", "Chi hội Phụ nữ Hoa Mẫu ở ngõ 12", "Chị em ở tổ 5, tổ 6",
        "các cháu ở tổ 5", "Cứu em bé ở ngõ 12", "sửa mái nhà ở ngõ 12", "nhà trọ ở ngõ 12",
        "nếp sống ở ngõ 12", "ở tại 45 Lê Mẫu",
        "Trường Lê Mẫu ở số 4 phố Mẫu", "ở cuối ngõ 12", "ở phố Hàng Mẫu số 5", "ở 12 phố Mẫu", "Việc ấy\nở ngõ 12",
    ],
)  # fmt: skip
def test_a_place_that_may_be_a_home_is_doubted(words: str) -> None:
    assert list(private_data._found_in(words)) == []
    assert len(list(may_be_homes(words))) == 1


def test_a_place_is_confirmed_but_not_in_a_position(tmp_path: Path) -> None:
    row = "      - {name: {name: Bịa Văn Đặt}, achievement: Dọn dẹp ở ngõ 12%s}\n"
    files = {"decisions/2026/a.yml": decision(row % "")}
    (one,) = found(homes, tmp_path, files)
    assert (one.message, one.severity, one.place.column) == ("có thể là địa chỉ nhà", "cảnh báo", 58)
    assert one.fix == (
        "là nhà của ai thì bỏ số nhà, số ngõ, chỉ nêu tổ dân phố; "
        "đã xem và vẫn đúng thì ghi confirmed: [{rule: noi-o, reason: vì sao}]"
    )
    files = {"decisions/2026/a.yml": decision(row % ", confirmed: [{rule: noi-o, reason: Nơi làm việc tốt}]")}
    assert found(homes, tmp_path / "b", files) == []
    assert found(confirmed, tmp_path / "c", files) == []
    files = {"decisions/2026/a.yml": decision(row.replace("Đặt}", "Đặt, position: 'tổ trưởng, ở ngõ 12'}") % "")}
    assert [one.message for one in found(private_data, tmp_path / "d", files)] == [HOME]
    assert len(found(homes, tmp_path / "e", files)) == 1


@given(st.text(alphabet=" 0123456789.-/()+ởsinhSNtrúngõ\nĐ", max_size=200))
def test_no_text_takes_the_guard_down(text: str) -> None:
    for match, message, fix in private_data._found_in(text):
        assert 0 <= match.start() < match.end() <= len(text)
        assert message
        assert fix


def test_a_fragment_is_found_in_a_block_and_the_second_one_too(tmp_path: Path) -> None:
    words = "Gọi 0900 000 000\nrồi gọi 0900 000 000.\nBà sinh\tnăm   1970, cả xóm biết."
    places = [one.place for one in found(private_data, tmp_path, practice(words))]
    assert [(place.line, place.column, place.length) for place in places] == [(5, 7, 12), (6, 11, 12)]
    assert list(private_data._found_in("Bà sinh năm 1970")) != []


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Gọi ông theo số 0912 345\n678 nhé. Căn cước 031080\n001234.", [(5, 19, 8), (6, 12, 15)]),
        ("Ông sinh vào\nngày 1/2/1960, trú\ntại ngõ 12.", [(5, 7, 8), (6, 18, 3)]),
        ("- Gọi 0912 345\n  678\n- Đặt 0912 345\n  678", [(5, 9, 8), (7, 9, 8)]),
        ("> Gọi 0912 345\n> 678", [(5, 9, 8)]),
        ("**Ngày sinh:** 01/01/1960\n\nGọi 0912 **345** 678", [(5, 10, 18), (7, 7, 16)]),
    ],
)
def test_a_broken_line_hides_nothing(words: str, places: list[tuple[int, int, int]], tmp_path: Path) -> None:
    problems = found(private_data, tmp_path, practice(words))
    assert sorted((one.place.line, one.place.column, one.place.length) for one in problems) == places


@pytest.mark.parametrize(
    "words",
    [
        "- Trồng 0912 345\n- 678 cây", "1. Trồng 0912 345\n2. 678 cây", "Trồng 0912 345\n\n678 cây",
        "## Trồng 0912 345\n678 cây", "| Cây |\n| --- |\n| 0912 345 |\n| 678 |", "- Trồng 0912 345\n678 cây",
    ],
)  # fmt: skip
def test_what_stands_apart_is_no_one_number(words: str, tmp_path: Path) -> None:
    assert found(private_data, tmp_path, practice(words)) == []


def test_a_broken_line_hides_no_word_or_name_either(tmp_path: Path) -> None:
    (one,) = found(sensitive, tmp_path, practice("Bà Mẫu là người khuyết\ntật, vẫn nấu cơm."))
    assert (one.place.line, one.place.column, one.message) == (5, 19, 'nhắc tới khuyết tật: "khuyết tật"')
    (two,) = found(victims, tmp_path / "b", practice("Ông cứu được\ncháu Bịa Thị\nĐặt."))
    assert (two.place.line, two.place.column) == (5, 7)


def test_the_fault_is_not_repeated_in_words(tmp_path: Path) -> None:
    for one in found(private_data, tmp_path, practice("Gọi 0900 000 000, số 000000000001, số nhà 12, sinh năm 1970")):
        assert not any(digits in one.message + one.fix for digits in ("0900", "0000", "12 ", "1970"))


def test_only_what_is_said_of_people_is_read(tmp_path: Path) -> None:
    consultation = (
        "title: Lấy ý kiến\naward: lao-dong-gioi\nfor_period: năm 2026\nopens: 2026-07-01\ncloses: 2026-07-11\n"
        f"organisations: [van-phong]\nhow: Gọi 0000 000 001, địa chỉ số 1 đường Mẫu.\n{APPROVED}"
    )
    assert found(private_data, tmp_path, {"consultations/a.yml": consultation}) == []


@pytest.mark.parametrize(
    "words",
    [
        "hoàn cảnh khó khăn", "đại đoàn kết toàn dân tộc", "bản sắc văn hóa dân tộc", "xóa đói giảm nghèo",
        "giảm nghèo bền vững", "Quỹ Vì người nghèo", "tỷ lệ hộ nghèo", "gia đình liệt sĩ", "khám bệnh, chữa bệnh",
        "bệnh viện, dịch bệnh", "lãnh đạo, chỉ đạo", "xóa mù chữ, sương mù", "công tác dân tộc, tôn giáo", "người dao",
        "phòng, chống ma túy", "người Hoa Sen", "cơn hiểm nghèo", "nghèo nàn", "tuyên truyền phòng chống HIV/AIDS",
        "phòng, chống lây nhiễm HIV", "Hội Người mù quyên góp", "Hội Nạn nhân chất độc da cam", "xe lăn bánh",
        "phòng chống bệnh tật cho đàn gà", "chống dịch bệnh", "đồng bào Hoa Sen", "người có hoàn cảnh", "ra từ ngõ",
    ],
)  # fmt: skip
def test_words_that_tell_of_nobody_pass(words: str) -> None:
    assert list(sensitive._found_in(f"Cả phường: {words}, ai cũng biết")) == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("hộ nghèo", "cảnh nghèo"), ("Hộ cận nghèo", "cảnh nghèo"), ("thoát nghèo", "cảnh nghèo"),
        ("Ung thư", "bệnh tật"), ("mắc bệnh hiểm nghèo", "bệnh tật"), ("bệnh hiểm nghèo", "bệnh tật"),
        ("KHUYẾT TẬT", "khuyết tật"), ("mù loà", "khuyết tật"), ("bại não", "khuyết tật"),
        ("người dân tộc thiểu số", "dân tộc"), ("người Dao", "một dân tộc"), ("dân tộc Mường", "một dân tộc"),
        ("theo đạo", "tôn giáo"), ("giáo dân", "tôn giáo"), ("Phật tử", "tôn giáo"),
        ("giáo xứ", "tôn giáo"), ("đồng bào Mông", "một dân tộc"),
        ("mồ côi", "hoàn cảnh gia đình"), ("đơn thân", "hoàn cảnh gia đình"), ("bị bạo hành", "hoàn cảnh gia đình"),
        ("mãn hạn tù", "án tích"), ("xe lăn", "khuyết tật"), ("hội viên Hội Người mù", "khuyết tật"),
        ("người có H", "bệnh tật"), ("mổ tim", "bệnh tật"), ("nhiễm HIV", "bệnh tật"),
    ],
)  # fmt: skip
def test_sensitive_words_are_found_as_typed(words: str, kind: str) -> None:
    text = f"Bà {words}, cả xóm biết"
    assert [one for *_, one in sensitive._found_in(text)] == [kind]
    ((shown, start, _),) = sensitive._found_in(text)
    assert text[start:].startswith(shown)


@pytest.mark.parametrize(
    "words",
    [
        "gọi cứu hỏa", "cứu người bị nạn", "cứu hai cụ già", "cứu được cháu bé", "cứu trợ bà con", "nghiên cứu bà Mẫu",
        "đưa anh Mẫu vào danh sách", "Hội Nạn nhân Chất Độc Da Cam", "cứu nạn nhân ra ngoài", "sơ cứu người bị ngạt",
        "bà Mẫu được cứu trợ", "bà Mẫu được phường khen vì cứu người", "anh Mẫu được giao cứu hộ", "kéo xe lên bờ",
        "đưa Việt Nam thoát nghèo", "em nhỏ được cứu", "giúp người bị nạn ra ngoài", "kéo bè Hoa Sen vào bến",
        "hướng dẫn ông Mẫu ra ngoài", "giúp bà Mẫu thoát nghèo", "giúp bà Mẫu sửa nhà", "dẫn đoàn ra khỏi ngõ",
        "hô hấp nhân tạo cho em nhỏ", "giúp bà con ra khỏi nhà", "bà Mẫu được ông cứu trợ", "em nhỏ được ông cứu",
        "một em nhỏ bị đuối nước được cứu", "bà Mẫu bị lụt được ông cứu trợ", "bà Mẫu được phường đưa đi tham quan",
        "ông Mẫu gặp em nhỏ được ông cứu", "ông Mẫu được bà con kéo ra sân",
    ],
)  # fmt: skip
def test_a_rescue_without_a_name_passes(words: str) -> None:
    assert list(victims._found_in(f"Hôm ấy {words}.")) == []


@pytest.mark.parametrize(
    "words",
    [
        "cứu bà Mẫu", "Cứu sống anh Bịa Văn Đặt", "cứu được cháu Bịa Thị Đặt", "cứu cháu bé Mẫu",
        "nạn nhân Bịa Văn Đặt",
        "vớt được em Bịa", "đưa ông Bịa Văn Đặt đi cấp cứu", "cõng cụ Mẫu", "kéo em Mẫu lên bờ", "nạn nhân là anh Đặt",
        "kéo Nguyễn Văn Bịa lên bờ", "vớt Bịa Văn Đặt lên bờ", "cứu người bị nạn Nguyễn Văn Bịa", "bé Bịa được cứu",
        "người đuối nước là em Bịa", "Bịa Văn Đặt đã được bà con cứu sống", "cháu Bịa được ông Mẫu vớt lên",
        "dẫn cụ Bịa Thị Đặt ra khỏi đám cháy", "giúp ông Bịa Văn Đặt thoát nạn", "hô hấp nhân tạo cho bé Bịa Đặt",
        "cháu Bịa Văn Đặt được ông cứu", "em Bịa Đặt bị đuối nước được cứu",
        "Bịa Văn Đặt, suýt ngã, được một người dân cứu",
        "cháu Bịa được ông đưa lên bờ", "cụ Mẫu được dân quân cõng ra khỏi nhà",
        "dắt bé Bịa ra ngoài", "dẫn Bịa Văn Đặt ra khỏi nhà", "Băng bó vết thương cho em Bịa",
    ],
)  # fmt: skip
def test_a_rescued_persons_name_is_found(words: str) -> None:
    assert len(list(victims._found_in(f"Hôm ấy {words}."))) == 1


ROW = "      - {name: {name: Người Hộ Nghèo}, organisation: van-phong%s}\n"
SILENT = "confirmed: [{rule: tu-nhay-cam, reason: Đã hỏi}]"


@pytest.mark.parametrize(
    ("row", "list_", "head", "warned"),
    [
        ("", "", "", [True, True]),
        (f", {SILENT}", "", "", [False, True]),
        ("", f"    {SILENT}\n", "", [False, False]),
        ("", "", f"{SILENT}\n", [False, False]),
        ("", "", SILENT.replace("tu-nhay-cam", "nan-nhan") + "\n", [True, True]),
    ],
)
def test_a_confirmation_covers_what_is_below_it(
    row: str, list_: str, head: str, warned: list[bool], tmp_path: Path
) -> None:
    rows = ROW % row + "      - {name: {name: Người Khuyết Tật}, organisation: van-phong}\n"
    problems = found(sensitive, tmp_path, {"decisions/2026/a.yml": decision(rows, list_=list_, head=head)})
    first = 12 + bool(list_) + bool(head)
    assert [line for _, line, _ in lines(problems)] == [first + n for n in (0, 1) if warned[n]]
    assert all("ghi confirmed: [{rule: tu-nhay-cam, reason: vì sao}]" in one.fix for one in problems)


def test_a_confirmation_that_is_used_is_no_problem(tmp_path: Path) -> None:
    assert found(confirmed, tmp_path, practice("Bà bị ung thư", f"{SILENT}\n")) == []
    unused = found(confirmed, tmp_path / "b", practice("Bà vẫn khỏe", f"{SILENT}\n"))
    assert lines(unused) == [("a.yml", 7, "cảnh báo")]


@pytest.mark.parametrize(
    ("award", "issuer", "severities"),
    [
        ("lao-dong-gioi", "chu-tich", ["cảnh báo"]),
        ("lao-dong-gioi", "ubnd-phuong", ["cảnh báo"]),
        ("lao-dong-gioi", "ubnd-tinh", []),
        ("lao-dong-gioi", "tinh-uy-mau", []),
        ("lao-dong-gioi", "van-phong", []),
        ("giay-khen", "chu-tich", []),
        ("bang-khen", "chu-tich", ["lỗi"]),
        ("bang-khen", "ubnd-tinh", []),
        ("theo-mau", "chu-tich", []),
    ],
)
def test_only_the_wards_own_awards_are_judged(award: str, issuer: str, severities: list[str], tmp_path: Path) -> None:
    form = "name: A\nkind: form\ngiven_to: [group]\nauthority: {holds: %s, points: []}\n"
    files = {
        "awards/bang-khen.yml": form % "no",
        "awards/theo-mau.yml": form % "by-form",
        "decisions/2026/a.yml": decision("      - organisation: van-phong\n", award=award, issuer=issuer),
    }
    assert [one.severity for one in found(authority, tmp_path, files)] == severities


def test_a_denied_award_cannot_be_confirmed_but_a_revoked_list_is_past(tmp_path: Path) -> None:
    form = "name: A\nkind: form\ngiven_to: [group]\nauthority: {holds: no, points: []}\n"
    rows = "      - organisation: van-phong\n"
    silenced = decision(rows, award="bk", list_="    confirmed: [{rule: tham-quyen, reason: Đã hỏi}]\n")
    revoked = decision(rows, award="bk", list_="    revoked: {number: 10/QĐ, date: 2026-05-01}\n")
    assert len(found(authority, tmp_path, {"awards/bk.yml": form, "decisions/2026/a.yml": silenced})) == 1
    assert found(authority, tmp_path / "b", {"awards/bk.yml": form, "decisions/2026/a.yml": revoked}) == []


def test_namesakes_of_other_units_pass(tmp_path: Path) -> None:
    files = {"exemplars/2026-090.yml": person("Lê Thị Mẫu", "van-phong")}
    assert found(namesakes, tmp_path, files) == []


def test_a_row_that_is_an_exemplar_or_stands_elsewhere(tmp_path: Path) -> None:
    rows = (
        "      - {name: {courtesy: bà, name: Le thi mau}, organisation: tdp-dau-lang}\n"
        "      - {name: {name: Đỗ Văn Bịa}, organisation: tdp-dau-lang}\n"
        "      - {name: {name: Đỗ Văn Bịa}, organisation: van-phong}\n"
        "      - {organisation: van-phong}\n"
    )
    problems = found(namesakes, tmp_path, {"decisions/2026/a.yml": decision(rows)})
    assert [line for _, line, _ in lines(problems)] == [12, 13]
    assert "thay name bằng exemplar: 2026-001" in problems[0].fix
    assert "01-qd.yml" in problems[1].message


def test_two_unnamed_people_are_not_one(tmp_path: Path) -> None:
    row = "      - {organisation: van-phong, kind: individual}\n"
    assert found(twice, tmp_path, {"decisions/2026/a.yml": decision(row * 3)}) == []
    row = "      - {organisation: van-phong, kind: group}\n"
    assert lines(found(twice, tmp_path / "b", {"decisions/2026/a.yml": decision(row * 2)})) == [
        ("a.yml", 13, "cảnh báo")
    ]


def test_the_same_one_twice_is_called_what_it_is(tmp_path: Path) -> None:
    named = "      - {kind: %s, name: {name: Hộ ông Mẫu}, organisation: van-phong}\n" * 2
    rows = named.replace("%s", "household")
    messages = [one.message for one in found(twice, tmp_path, {"decisions/2026/a.yml": decision(rows)})]
    assert messages == ["cùng hộ, cùng đơn vị với dòng 1 của danh sách 1"]
    rows = "      - {organisation: tdp-mau}\n" * 2 + named.replace("%s", "individual").replace("Hộ ông", "Lê")
    messages = [one.message for one in found(twice, tmp_path / "b", {"decisions/2026/a.yml": decision(rows)})]
    assert messages == [
        "cùng một tập thể với dòng 1 của danh sách 1",
        "cùng người, cùng đơn vị với dòng 3 của danh sách 1",
    ]


def test_a_form_without_its_basis_is_doubted_and_confirmed(tmp_path: Path) -> None:
    row = "      - organisation: van-phong\n"
    (one,) = found(commendations, tmp_path, {"decisions/2026/a.yml": decision(row)})
    assert (one.severity, one.place.line, one.place.column) == ("cảnh báo", 8, 12)
    assert one.message == "“Giấy khen” là hình thức khen thưởng mà chưa ghi loại hình khen thưởng"
    silent = "    confirmed: [{rule: danh-sach, reason: Quyết định không nêu}]\n"
    for number, list_ in enumerate(("    basis: merit\n", silent)):
        files = {"decisions/2026/a.yml": decision(row, list_=list_)}
        assert found(commendations, tmp_path / str(number), files) == []
        assert found(confirmed, tmp_path / f"c{number}", files) == []
    assert found(commendations, tmp_path / "d", {"decisions/2026/a.yml": decision(row, award="lao-dong-gioi")}) == []


@pytest.mark.parametrize(("total", "count"), [("", 0), ("    total: 2\n", 0), ("    total: 3\n", 1)])
def test_a_total_is_held_against_the_rows(total: str, count: int, tmp_path: Path) -> None:
    rows = "      - {kind: individual, withdrawn: 2026-07-01}\n      - organisation: van-phong\n"
    assert len(found(totals, tmp_path, {"decisions/2026/a.yml": decision(rows, list_=total)})) == count


def test_a_total_is_held_against_the_counts(tmp_path: Path) -> None:
    text = decision("", list_="    counts: [{organisation: tdp-mau, number: 40}]\n    total: 41\n")
    (one,) = found(totals, tmp_path, {"decisions/2026/a.yml": text.replace("    commendations:\n", "")})
    assert one.message == "quyết định ghi 41, danh sách có 40"


def test_ten_days_are_enough(tmp_path: Path) -> None:
    text = (
        "title: Lấy ý kiến\naward: lao-dong-gioi\nfor_period: năm 2026\nopens: 2026-07-01\ncloses: 2026-07-%s\n"
        f"organisations: [van-phong]\nhow: Gọi Văn phòng.\n{APPROVED}"
    )
    assert found(consultations, tmp_path, {"consultations/a.yml": text % "11"}) == []
    assert len(found(consultations, tmp_path / "b", {"consultations/a.yml": text % "10"})) == 1
    silenced = text % "10" + "confirmed: [{rule: lay-y-kien, reason: Văn bản của thành phố cho 9 ngày}]\n"
    assert found(consultations, tmp_path / "c", {"consultations/a.yml": silenced}) == []


def gone(name: str, organisation: str, photo_only: str = "false") -> str:
    return (
        f'salt: "{SALT}"\npeople:\n  - withdrawn: 2026-07-01\n    name: "{name_digest(SALT, name)}"\n'
        f'    person: "{person_digest(SALT, name, organisation)}"\n    photo_only: {photo_only}\n'
    )


def test_who_was_taken_down_may_not_be_typed_again(tmp_path: Path) -> None:
    files = {
        "suppressions.yml": gone("Người Đã Gỡ", "van-phong"),
        "exemplars/2026-090.yml": person("NGƯỜI ĐÃ GỠ"),
        "exemplars/2026-091.yml": person("Người Đã Gỡ", "tdp-mau"),
        "exemplars/2026-092.yml": person("Người Đã Gỡ", "tdp-dau-lang", "confirmed: [{rule: da-go, reason: Khác}]\n"),
        "exemplars/2026-093.yml": person("Người Khác"),
    }
    assert sorted(lines(found(taken_down, tmp_path, files))) == [
        ("2026-090.yml", 2, "lỗi"),
        ("2026-091.yml", 2, "cảnh báo"),
    ]


def test_a_rank_or_a_note_brings_nobody_back(tmp_path: Path) -> None:
    files = {
        "suppressions.yml": gone("Người Đã Gỡ", "van-phong"),
        "decisions/2026/a.yml": decision(
            "      - {name: {name: Đại úy Người Đã Gỡ}, organisation: van-phong}\n"
            "      - {name: {name: Lê Người Đã Gỡ}, organisation: van-phong}\n"
            "      - {name: {name: Người Đã Gỡ (truy tặng)}, organisation: tdp-mau,"
            " achievement: Người Đã Gỡ vét cống}\n"
            "      - {name: {name: Lê Người Đã Gỡ}, organisation: tdp-mau}\n"
            "      - {name: {name: Trần Người Đã Gỡ}, organisation: van-phong,"
            " confirmed: [{rule: da-go, reason: Người khác}]}\n"
        ),
    }
    told = found(taken_down, tmp_path, files)
    assert sorted(lines(told)) == [("a.yml", 12, "lỗi"), ("a.yml", 13, "lỗi"), ("a.yml", 14, "cảnh báo")]
    assert {one.place.line: one.message for one in told} == {
        12: "người này đã yêu cầu gỡ thông tin (ngày 01/7/2026)",
        13: "tên này có tên một người đã yêu cầu gỡ thông tin (ngày 01/7/2026)",
        14: "trùng tên với một người đã yêu cầu gỡ thông tin",
    }
    assert found(confirmed, tmp_path / "b", files) == []


TOLD = "câu này nêu tên một người đã yêu cầu gỡ thông tin"


@pytest.mark.parametrize(
    ("files", "places"),
    [
        ({"exemplars/2026-090.yml": person("Người Khác").replace("deed: B", "deed: Cùng NGƯỜI ĐÃ GỠ quét ngõ")},
         [("2026-090.yml", 6, 12, 11)]),
        ({"exemplars/2026-090.yml": person("Người Khác", extra="story: |\n  Hôm ấy\n  Ông Người Đã Gỡ cũng có mặt.\n")},
         [("2026-090.yml", 11, 3, 15)]),
        ({"exemplars/2026-090.yml": person("Khác, position: vợ ông Người Đã Gỡ")}, [("2026-090.yml", 2, 37, 11)]),
        (practice("Người Đã Gỡ bày cách, Người Đã Gỡ làm trước."), [("a.yml", 5, 3, 11), ("a.yml", 5, 25, 11)]),
        ({"decisions/2026/a.yml": decision(
            "      - {organisation: van-phong, achievement: Cùng Người Đã Gỡ dập lửa}\n",
            head="corrections: [{date: 2026-05-01, text: Dòng 1 là Người Đã Gỡ}]\n")},
         [("a.yml", 7, 50, 11), ("a.yml", 13, 53, 11)]),
        ({"exemplars/2026-090.yml": person("Người Khác").replace("deed: B", "deed: Người đã gỡ rác, Đã Gỡ")}, []),
    ],
)  # fmt: skip
def test_who_was_taken_down_is_not_told_of_in_other_words(
    files: dict[str, str], places: list[tuple[str, int, int, int]], tmp_path: Path
) -> None:
    list_ = gone("Người Đã Gỡ", "van-phong")
    told = found(taken_down, tmp_path, {**files, "suppressions.yml": list_})
    found_at = sorted((one.place.file.name, one.place.line, one.place.column, one.place.length) for one in told)
    assert found_at == places
    assert {(one.message, one.severity) for one in told} <= {(TOLD, "lỗi")}
    assert found(taken_down, tmp_path / "b", {**files, "suppressions.yml": gone("Người Đã Gỡ", "", "true")}) == []


def test_a_namesake_told_of_is_confirmed_and_tells_of_itself(tmp_path: Path) -> None:
    namesake = "{name: {name: Người Đã Gỡ}, organisation: tdp-mau, achievement: Ông Người Đã Gỡ vét cống}"
    silent = "{organisation: van-phong, achievement: Giúp Người Đã Gỡ, confirmed: [{rule: da-go, reason: Khác}]}"
    files = {
        "suppressions.yml": gone("Người Đã Gỡ", "van-phong"),
        "decisions/2026/a.yml": decision(f"      - {namesake}\n      - {silent}\n"),
    }
    assert lines(found(taken_down, tmp_path, files)) == [("a.yml", 12, "cảnh báo")]
    assert found(confirmed, tmp_path / "b", files) == []


def test_of_whom_only_the_photo_went_may_be_named(tmp_path: Path) -> None:
    files = {
        "suppressions.yml": gone("Người Gỡ Ảnh", "van-phong", "true"),
        "exemplars/2026-090.yml": person("Người Gỡ Ảnh"),
        "decisions/2026/a.yml": decision("      - {name: {name: Người Gỡ Ảnh}, organisation: van-phong}\n"),
    }
    assert found(taken_down, tmp_path, files) == []
    files["exemplars/2026-090.yml"] += "photo: {alt: Một người}\n"
    (one,) = found(taken_down, tmp_path / "b", files)
    assert one.severity == "lỗi"
    assert one.message == "người này đã yêu cầu gỡ ảnh (ngày 01/7/2026)"


PRODUCTION = "portal.yml"


def production(tmp_path: Path, files: dict[str, str]) -> dict[str, str]:
    text = (copy_small(tmp_path / "portal") / PRODUCTION).read_text(encoding="utf-8")
    return {PRODUCTION: text.replace("stage: demo", "stage: production"), **files}


@pytest.mark.parametrize(
    ("row", "faults"),
    [
        ("{name: {name: Người Mẫu}, organisation: van-phong}", 1),
        ("{name: {name: Người Mẫu}, shown: {ground: consent, scope: [name], recorded: 2026-01-01}}", 0),
        ("{name: {name: Người Mẫu}, shown: {ground: consent, scope: [photo], recorded: 2026-01-01}}", 1),
        ("{name: {name: Người Mẫu}, shown: {ground: public-event, scope: [name, photo], recorded: 2026-01-01}}", 1),
        ("{kind: individual, organisation: van-phong}", 0),
        ("{kind: household, name: {name: Người Mẫu}}", 1),
        ("{kind: group, organisation: van-phong}", 0),
        ("{exemplar: 2026-004, shown: {ground: consent, scope: [name], recorded: 2026-01-01}}", 1),
        ("{name: {name: Người Mẫu}, revoked: {number: 1/QĐ, date: 2026-05-01}}", 0),
        ("{kind: individual, withdrawn: 2026-05-01}", 0),
    ],
)
def test_production_names_nobody_without_a_ground(row: str, faults: int, tmp_path: Path) -> None:
    files = production(tmp_path, {"decisions/2026/a.yml": decision(f"      - {row}\n")})
    problems = [one for one in found(named, tmp_path, files) if one.place.file.name == "a.yml"]
    assert [one.severity for one in problems] == ["lỗi"] * faults
    draft = {**files, "decisions/2026/a.yml": decision(f"      - {row}\n", head="draft: true\n")}
    assert all(one.place.file.name != "a.yml" for one in found(named, tmp_path / "b", draft))


UNGROUNDED, REVOKED = "lời này nêu tên người chưa có căn cứ để nêu", "lời này nêu tên người đã bị hủy bỏ khen thưởng"
MAY = "shown: {ground: consent, scope: [name], recorded: 2026-01-01}"
OTHER = "      - {organisation: van-phong, achievement: Cùng ông BỊA VĂN  MẪU dập lửa%s}\n"


@pytest.mark.parametrize(
    ("row", "messages"),
    [
        ("{name: {courtesy: ông, name: Bịa Văn Mẫu}}", [UNGROUNDED]),
        ("{name: {name: Bịa Văn Mẫu}, achievement: Bịa Văn Mẫu tự kể}", [UNGROUNDED]),
        ("{kind: household, name: {name: Ông Bịa Văn Mẫu}}", [UNGROUNDED]),
        (f"{{name: {{name: Bịa Văn Mẫu}}, {MAY}, revoked: {{number: 1/QĐ, date: 2026-05-01}}}}", [REVOKED]),
        (f"{{name: {{name: Bịa Văn Mẫu}}, {MAY}, revoked: {{number: 1/QĐ, date: 2026-12-01}}}}", []),
        (f"{{name: {{name: Bịa Văn Mẫu}}, {MAY}}}", []),
        ("{name: {name: Bịa Văn}}", [UNGROUNDED]),
        ("{name: {name: Mẫu}}", []),
        ("{name: {name: Bịa Văn Mẫ}}", []),
        ("{exemplar: 2026-090}", [UNGROUNDED]),
        ("{kind: group, name: {name: Bịa Văn Mẫu}}", []),
        ("{kind: individual, withdrawn: 2026-05-01}", []),
    ],
)
def test_words_of_a_decision_name_nobody_its_rows_may_not(row: str, messages: list[str], tmp_path: Path) -> None:
    rows = f"      - {row}\n{OTHER}"
    files = {"exemplars/2026-090.yml": person("Bịa Văn Mẫu"), "decisions/2026/a.yml": decision(rows % "")}
    told = found(mentioned, tmp_path, files)
    assert [(one.message, one.severity) for one in told] == [(one, "cảnh báo") for one in messages]
    assert [(one.place.line, one.place.column) for one in told] == [(13, 57)] * len(messages)
    strict = found(mentioned, tmp_path / "b", production(tmp_path / "b", files))
    assert [one.severity for one in strict] == ["lỗi"] * len(messages)
    draft = {**files, "decisions/2026/a.yml": decision(rows % "", head="draft: true\n")}
    assert all(
        one.severity == "cảnh báo" for one in found(mentioned, tmp_path / "c", production(tmp_path / "c", draft))
    )
    silent = ", confirmed: [{rule: ten-trong-loi, reason: Người khác}]"
    assert found(mentioned, tmp_path / "d", {**files, "decisions/2026/a.yml": decision(rows % silent)}) == []
    unused = found(confirmed, tmp_path / "e", {**files, "decisions/2026/a.yml": decision(rows % silent)})
    assert len(unused) == (0 if messages or "2026-12-01" in row else 1)


def test_titles_and_corrections_name_nobody_either_but_one_with_a_ground_elsewhere(tmp_path: Path) -> None:
    head = "corrections: [{date: 2026-05-01, text: Bia sửa thành Bịa Văn Mẫu}]\n"
    row = "      - {name: {name: Bịa Văn Mẫu}}\n"
    text = decision(row, head=head).replace("Về việc khen", "Khen bà Bịa Văn Mẫu")
    assert [one.place.line for one in found(mentioned, tmp_path, {"decisions/2026/a.yml": text})] == [5, 7]
    named_too = text + f"      - {{name: {{name: Bịa Văn Mẫu}}, {MAY}}}\n"
    assert found(mentioned, tmp_path / "b", {"decisions/2026/a.yml": named_too}) == []


def test_an_exemplar_rests_on_something(tmp_path: Path) -> None:
    alone = {"exemplars/2026-090.yml": person("Người Mẫu").replace("introduced_by: van-phong\n", "")}
    named_in = {"decisions/2026/a.yml": decision("      - exemplar: 2026-090\n")}
    assert lines(found(origins, tmp_path, alone)) == [("2026-090.yml", 1, "cảnh báo")]
    assert lines(found(origins, tmp_path / "b", production(tmp_path / "b", alone))) == [("2026-090.yml", 1, "lỗi")]
    assert found(origins, tmp_path / "c", {**alone, **named_in}) == []
    assert found(origins, tmp_path / "d", {"exemplars/2026-090.yml": person("Người Mẫu")}) == []
    draft = {"exemplars/2026-090.yml": alone["exemplars/2026-090.yml"] + "draft: true\n"}
    assert found(origins, tmp_path / "e", draft) == []


CHILD = "{name: {name: Bé Mẫu}, age_group: %s, shown: {ground: consent, scope: [name], recorded: 2026-01-01, %s}}"
CONSENTS = "guardian_consent: 2026-01-01, child_consent: 2026-01-01"
CHILDREN = "có trẻ em trong danh sách, nên trang không dẫn tới bản quét"
HIDDEN = "có người trong danh sách không được nêu tên, nên trang không dẫn tới bản quét"


@pytest.mark.parametrize(
    ("scan", "row", "words"),
    [
        (b"%PDF-1.4\n", "organisation: van-phong", []),
        (b"%PDF-1.4\n", "name: {name: Người Mẫu}", [HIDDEN]),
        (b"%PDF-1.4\n", "{kind: individual, withdrawn: 2026-07-01}", [HIDDEN]),
        (b"%PDF-1.4\n", "{organisation: van-phong, revoked: {number: 1/QĐ, date: 2026-05-01}}", [HIDDEN]),
        (b"%PDF-1.4\n", CHILD % ("7-15", CONSENTS), [CHILDREN]),
        (b"%PDF-1.4\n", CHILD % ("under-7", CONSENTS), [CHILDREN]),
        (b"%PDF-1.4\n", CHILD % ("adult", CONSENTS), []),
        (b"%PDF-1.4\n", CHILD % ("7-15", "guardian_consent: 2026-01-01"), [HIDDEN]),
        (b"%PDF-1.4\n" + b"0" * 30_000_000, "organisation: van-phong", ["bản quét nặng quá 30 MB"]),
        (b"", "organisation: van-phong", ["không phải tệp PDF, dù tên tệp ghi vậy"]),
        (None, "organisation: van-phong", ["ghi là đã xem bản quét mà không có tệp .pdf"]),
    ],
)  # fmt: skip
def test_a_scan_is_a_pdf_that_may_be_linked(scan: bytes | None, row: str, words: list[str], tmp_path: Path) -> None:
    root = write(
        copy_small(tmp_path), {"decisions/2026/a.yml": decision(f"      - {row}\n", head="scan_checked: true\n")}
    )
    if scan is not None:
        (root / "decisions/2026/a.pdf").write_bytes(scan)
    content, problems = read_content(root)
    assert problems == []
    assert [one.message for one in scans.check(content, AS_OF)] == words


@pytest.mark.parametrize(
    "words",
    [
        "ở ",
        "sinh năm ",
        "trú tại ",
        "xóa hộ ",
        "cứu được ",
        "0 ",
        "1-",
        "ở 1/",
        "bà Aa Bb ",
        " ",
        "nhà bà Aa Bb ",
        "căn hộ ",
        "Aa Bb được ",
        "bà Aa được kịp thời ",
        "bà Aa bị aa ",
        "được các ông ",
        "bà Aa (1970) ",
        "bà Aa, số 1 ",
        "sinh tại a ",
        "Chỗ ở hiện nay ",
        "người bị nạn ",
        "kéo Aa Bb ",
        "hộ khẩu tại nhà ",
        "em Lê ",
        "Trường A A ",
        "mới, ",
        "Aaa",
        "Đạt học sinh ",
        "bà A ở ngõ 1 ",
        "a@a.",
        "stk 1 ",
    ],
)
def test_the_longest_story_of_one_word_is_read_to_its_end(words: str) -> None:
    text = f"ở {words * (60_000 // len(words))}1"
    assert list(sensitive._found_in(text)) == []
    assert list(victims._found_in(text)) == []
    assert [*minors._found_in(text, "achievement"), seems_young(text, "story"), seems_young(text, "deed")] == ["", ""]
    assert len(list(minors._found_in(text, "unit"))) < len(text)
    assert all(message for _, message, _ in private_data._found_in(text))


KHOI = Name(name="Lê Minh Khôi")
FIELDS: dict[str, tuple[str | int, ...]] = {
    "courtesy": ("name", "courtesy"), "name": ("name", "name"), "position": ("name", "position"), "deed": ("deed",),
    "story": ("story",), "achievement": ("lists", 0, "commendations", 0, "achievement"),
}  # fmt: skip


def seems_young(words: str, field: str) -> str:
    """The words by which the rule takes the adult Lê Minh Khôi for a child; empty where it does not."""
    start, end = ages._found_in(words, words.lower(), FIELDS[field], KHOI) or (0, 0)
    return words[start:end]


@pytest.mark.parametrize(
    ("field", "words", "shown"),
    [
        *((field, words, shown) for field in ("achievement", "deed") for words, shown in (
            ("12 tuổi đã biết cứu bạn", "12 tuổi"), ("Mới 12 tuổi, biết cứu bạn", "12 tuổi"),
            ("Mười hai tuổi đã cứu bạn", "Mười hai tuổi"), ("Năm 12 tuổi cứu bạn", "12 tuổi"),
            ("Học sinh lớp 5A cứu bạn", "Học sinh lớp 5"), ("Là học sinh lớp 5", "học sinh lớp 5"),
            ("Đạt danh hiệu học sinh giỏi cấp thành phố", "Đạt danh hiệu học sinh giỏi"),
            ("Đạt giải nhất kỳ thi học sinh giỏi", "Đạt giải nhất kỳ thi học sinh giỏi"),
            ("Học tại Trường Tiểu học Mẫu, nhặt được ví", "Học tại Trường Tiểu học"),
        )),
        *(("story", words, shown) for words, shown in (
            ("Em Khôi nhặt được ví", "Em"), ("Hôm ấy, bé Minh Khôi nhặt được ví", "bé"),
            ("Khôi là học sinh lớp 5A", "học sinh lớp 5"), ("Hôm ấy. Em học lớp 5A, tan học thì", "học lớp 5"),
            ("Khôi, lớp 5A, nhặt được ví", "lớp 5"), ("Mới 12 tuổi, Khôi đã biết", "12 tuổi"),
            ("Khôi mới 12 tuổi", "12 tuổi"), ("Lê Minh Khôi (12 tuổi) nhặt được ví", "12 tuổi"),
        )),
        *(("name", words, shown) for words, shown in (
            ("Em Lê Minh Khôi", "Em"), ("Cháu Trần Bảo An", "Cháu"), ("BÉ NA", "BÉ"),
            ("Lê Minh Khôi (lớp 5A)", "lớp 5"),
        )),
        *(("position", words, shown) for words, shown in (
            ("học sinh lớp 5A Trường Tiểu học Mẫu", "học sinh"), ("Lớp trưởng lớp 9A", "lớp 9"), ("12 tuổi", "12 tuổi"),
        )),
        ("courtesy", "em", "em"), ("courtesy", "Cháu bé", "Cháu bé"), ("courtesy", "học sinh", "học sinh"),
    ],
)  # fmt: skip
def test_an_adult_who_may_be_a_child_is_noticed(field: str, words: str, shown: str) -> None:
    assert seems_young(words, field) == shown


@pytest.mark.parametrize(
    ("field", "words"),
    [
        *((field, words) for field in ("achievement", "deed", "story") for words in (
            "Dạy bơi cho các cháu lớp 5A", "Cứu cháu bé 12 tuổi", "Cháu bé 12 tuổi được cứu", "Nuôi con 12 tuổi",
            "15 tuổi Đảng", "Dạy trẻ từ 6 đến 15 tuổi", "Bồi dưỡng học sinh giỏi lớp 9", "Chị em Khôi góp công",
            "Đạt thành tích cao trong bồi dưỡng học sinh giỏi", "Lớp 5A do cô chủ nhiệm đạt giải",
            "Năm 15 tuổi, ông vào xưởng", "Mới 12 tuổi, bà đã đi làm", "con trai chị là học sinh lớp 5",
            "Con anh học lớp 5", "hai mươi sáu tuổi", "đứa cháu 12 tuổi", "Chín chị em đứng nhìn", "các em quý cô",
            "giáo viên Trường THCS Mẫu", "Là học sinh lớp 12A",
        )),
        ("story", "Học sinh lớp 5A ùa ra sân"), ("story", "Năm 12 tuổi, Khôi theo cha ra bến"),
        *(("position", words) for words in (
            "giáo viên Trường THCS Mẫu", "giáo viên chủ nhiệm lớp 5A", "Hiệu trưởng Trường Tiểu học Mẫu",
            "học sinh Trường THPT Mẫu", "học sinh lớp 12A", "Trưởng ban đại diện cha mẹ học sinh lớp 5A", "tổ trưởng",
        )),
        ("name", "Bế Thị Em"), ("name", "Lê Thị Bé"), ("name", "Lê Thị Mẫu, giáo viên lớp 5A"),
        ("courtesy", "chị em"), ("courtesy", "anh"),
    ],
)  # fmt: skip
def test_an_adult_among_children_passes(field: str, words: str) -> None:
    assert seems_young(words, field) == ""


YOUNG = "ghi là người lớn mà lời kể giống nói về trẻ em"


def test_the_age_group_of_a_list_is_doubted_at_the_row_and_confirmed(tmp_path: Path) -> None:
    rows = (
        "      - {name: {courtesy: em, name: Lê Minh Khôi}%s}\n"
        "      - {name: {name: Lê Minh Khôi}, age_group: 7-15, achievement: Học sinh lớp 5A}\n"
        "      - {kind: household, name: {name: Em Lê Minh Khôi}}\n"
    )
    files = {
        "exemplars/2026-090.yml": person("Trần Bảo An", extra="story: Em An học lớp 5A.\n"),
        "decisions/2026/a.yml": decision(rows % "" + "      - {exemplar: 2026-090, achievement: 12 tuổi cứu bạn}\n"),
    }
    told = found(ages, tmp_path, files)
    assert {(one.message, one.severity) for one in told} == {(YOUNG, "cảnh báo")}
    ways = [(one.place.file.name, one.place.line, one.fix.partition(";")[0].rpartition(" ở ")[2]) for one in told]
    assert sorted(ways) == [
        ("2026-090.yml", 9, "tệp này"), ("a.yml", 12, "dòng này"), ("a.yml", 15, "tệp gương 2026-090"),
    ]  # fmt: skip
    silent = ", confirmed: [{rule: nhom-tuoi, reason: Đã hỏi}]"
    files["decisions/2026/a.yml"] = decision(rows % silent)
    assert [one.place.file.name for one in found(ages, tmp_path / "b", files)] == ["2026-090.yml"]
    assert found(confirmed, tmp_path / "c", files) == []


UNIT, RESULT = (
    "kể trường, lớp của trẻ em mà căn cứ không có phạm vi unit",
    "kể kết quả của trẻ em mà căn cứ không có phạm vi achievement",
)


@pytest.mark.parametrize(
    ("aspect", "words", "shown"),
    [
        *(("unit", words, shown) for words, shown in (
            ("Lớp 5A vỗ tay", "Lớp 5A"), ("học lớp 5/2", "lớp 5/2"), ("vào lớp một", "lớp một"), ("lớp Lá", "lớp Lá"),
            ("học Trường Tiểu học Bịa Đặt", "Trường Tiểu học Bịa Đặt"), ("cổng trường tiểu học", "trường tiểu học"),
            ("trường Lê Mẫu", "trường Lê Mẫu"), ("Hôm ấy Trường Lê Mẫu", "Trường Lê Mẫu"), ("THCS Mẫu", "THCS Mẫu"),
            ("mầm non Hoa Mẫu", "mầm non Hoa Mẫu"),
        )),
        *(("achievement", words, shown) for words, shown in (
            ("điểm trung bình 9,8", "điểm trung bình"), ("Đạt giải nhất", "giải nhất"),
            ("xếp loại giỏi", "xếp loại giỏi"),
            ("là học sinh giỏi", "học sinh giỏi"), ("thi được 9,5 điểm", "được 9,5 điểm"),
            ("đứng thứ hai lớp", "đứng thứ hai lớp"), ("huy chương vàng", "huy chương vàng"), ("HỌC LỰC", "HỌC LỰC"),
        )),
    ],
)  # fmt: skip
def test_school_and_results_of_a_child_are_found(aspect: Scope, words: str, shown: str) -> None:
    assert [match[0] for match in minors._found_in(words, aspect)] == [shown]


@pytest.mark.parametrize(
    "words",
    [
        "lớp năm ngoái", "mở 3 lớp 12 em", "môi trường Mẫu", "hiện trường A", "quần đảo Trường Sa Lớn", "đến trường",
        "Nguyễn Xuân Trường Giang Nam", "hòa giải ba vụ", "giải nhất định", "được 3 điểm đổ rác", "địa điểm 10",
        "một lớp lá rụng", "thị trường mầm non", "huy chương kháng chiến của ông", "lớp học", "lên lớp hai buổi",
        "em nhặt được ví, nhờ cô giáo trả lại",
    ],
)  # fmt: skip
def test_words_that_tell_no_school_pass(words: str) -> None:
    assert [*minors._found_in(words, "unit"), *minors._found_in(words, "achievement")] == []


@pytest.mark.parametrize(
    ("scope", "messages"),
    [
        ("name, story", [UNIT, RESULT, UNIT]),
        ("name, story, unit", [RESULT, RESULT]),
        ("name, story, achievement", [UNIT, UNIT]),
        ("name, story, unit, achievement", []),
        ("name", []),  # no page: nothing of it is shown
        ("story, photo", []),
    ],
)
def test_of_a_child_only_what_is_shown_and_not_covered_is_an_error(
    scope: str, messages: list[str], tmp_path: Path
) -> None:
    child = person("Lê Minh Khôi, position: học sinh giỏi").replace("adult", "7-15").replace("deed: B", "deed: Giỏi")
    told = f"{child}shown: {{ground: consent, scope: [{scope}], recorded: 2026-01-01, {CONSENTS}}}\n"
    told += "story: |\n  Lớp 5A vỗ tay.\n  Em được giải nhất, học Trường Tiểu học Mẫu.\n"
    problems = found(minors, tmp_path, {"exemplars/2026-090.yml": told})
    assert sorted(one.message for one in problems) == sorted(messages)
    assert {one.severity for one in problems} <= {"lỗi"}


@pytest.mark.parametrize(
    ("row", "messages"),
    [
        ("scope: [name, achievement]", [UNIT]),
        ("scope: [name, unit]", [RESULT]),
        ("scope: [name]", []),
        ("scope: [name, unit, achievement]", []),
    ],
)
def test_of_a_childs_row_the_hidden_cells_do_not_matter(row: str, messages: list[str], tmp_path: Path) -> None:
    told = (
        "      - {name: {name: Lê Minh Khôi, position: học sinh giỏi lớp 5A}, age_group: 7-15,"
        " achievement: Cả lớp 5A được giải nhất,"
        f" shown: {{ground: consent, recorded: 2026-01-01, {CONSENTS}, {row}}}}}\n"
    )
    assert [one.message for one in found(minors, tmp_path, {"decisions/2026/a.yml": decision(told)})] == messages


def test_a_childs_name_holds_no_class(tmp_path: Path) -> None:
    row = CHILD.replace("Bé Mẫu", "'Bé Mẫu, lớp 5A'") % ("7-15", CONSENTS)
    (one,) = found(minors, tmp_path, {"decisions/2026/a.yml": decision(f"      - {row}\n")})
    assert (one.message, one.place.line, one.place.column, one.place.length) == (UNIT, 12, 32, 6)
