"""Every link the plan's text carries, in the order of the text: nothing more, nothing less."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue
from generator.content import read_content

ROOT = Path(__file__).parents[2]

LINKS = """
mo-dau-1: Chỉ thị số 41-CT/TW = ct-41-ct-tw-2024
mo-dau-1: Bộ Chính trị = bo-chinh-tri
mo-dau-1: Chỉ thị số 46-CT/TU = ct-46-ct-tu-haiphong-2025
mo-dau-1: Ban thường vụ Thành ủy = ban-thuong-vu-thanh-uy
mo-dau-2: Nghị quyết số 74/NQ-HĐND = nq-74-nq-hdnd-haiphong-2025
mo-dau-2: Hội đồng nhân dân thành phố = hdnd-thanh-pho
mo-dau-3: Kế hoạch số 24/KH-UBND = kh-24-kh-ubnd-haiphong-2026
mo-dau-3: UBND thành phố = ubnd-thanh-pho
mo-dau-3: Ủy ban nhân dân phường = ubnd-phuong
muc-i-1-a: Chỉ thị số 41-CT/TW = ct-41-ct-tw-2024
muc-i-1-a: Bộ Chính trị = bo-chinh-tri
muc-i-1-a: Chỉ thị số 46-CT/TU = ct-46-ct-tu-haiphong-2025
muc-i-1-a: Ban thường vụ Thành ủy = ban-thuong-vu-thanh-uy
muc-i-1-b: Luật thi đua, khen thưởng năm 2022 = luat-06-2022-qh15
muc-i-1-c: Quốc hội = quoc-hoi
muc-i-1-d: Hội đồng Thi đua - Khen thưởng phường = hoi-dong-tdkt-phuong
muc-i-1-d: Hội đồng thi đua, khen thưởng phường = hoi-dong-tdkt-phuong
muc-i-2-a: phòng ban chuyên môn của Đảng uỷ, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
muc-i-2-a: đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền = don-vi-su-nghiep-khoi-dang-chinh-quyen
muc-i-2-a: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
muc-i-2-a: tổ dân phố trên địa bàn phường = to-dan-pho
muc-ii-1-a: Luật Thi đua, khen thưởng năm 2022 = luat-06-2022-qh15
muc-ii-1-a: Chính phủ = chinh-phu
muc-ii-1-a: số 152/2025/NĐ-CP = nd-152-2025-nd-cp
muc-ii-1-a: số 129/2025/NĐ-CP = nd-129-2025-nd-cp
muc-ii-1-a: Thông tư số 15/2025/TT-BNV = tt-15-2025-tt-bnv
muc-ii-1-a: Bộ trưởng Bộ Nội vụ = bo-noi-vu
muc-ii-1-a: Kế hoạch số 24/KH-UBND = kh-24-kh-ubnd-haiphong-2026
muc-ii-1-a: UBND thành phố = ubnd-thanh-pho
muc-ii-1-b: Công thông tin điện tử = cong-thong-tin-dien-tu
muc-ii-1-b: Đài truyền thanh phường = dai-truyen-thanh-phuong
muc-ii-1-b: Thường trực của Hội đồng Thi đua - Khen thưởng phường = thuong-truc-hoi-dong-tdkt-phuong
muc-ii-4: cơ quan Thường trực Hội đồng Thi đua - Khen thưởng = co-quan-thuong-truc-hoi-dong-tdkt
muc-ii-5: Hội đồng Thi đua - Khen thưởng thành phố = hoi-dong-tdkt-thanh-pho
muc-iii-1: Hội đồng Thi đua – Khen thưởng phường = hoi-dong-tdkt-phuong
muc-iii-1-a: phòng ban chuyên môn của Đảng uỷ, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
muc-iii-1-a: đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền = don-vi-su-nghiep-khoi-dang-chinh-quyen
muc-iii-1-a: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
muc-iii-1-a: tổ dân phố trên địa bàn phường = to-dan-pho
muc-iii-1-a: Hội đồng Thi đua - Khen thưởng phường = hoi-dong-tdkt-phuong
muc-iii-2: phòng ban chuyên môn của Đảng uỷ, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
muc-iii-2: đơn vị sự nghiệp công lập trực thuộc UBND phường = don-vi-su-nghiep-ubnd-phuong
muc-iii-2: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
muc-iii-2: tổ dân phố trên địa bàn phường = to-dan-pho
muc-iii-2-gach-1: UBND thành phố = ubnd-thanh-pho
muc-iii-3: Trung tâm Dịch vụ sự nghiệp công phường = trung-tam-dich-vu-su-nghiep-cong
muc-iii-4: Phòng Văn hoá – Xã hội = phong-van-hoa-xa-hoi
muc-iii-4-b: Ủy ban nhân dân phường = ubnd-phuong
muc-iii-4-d: Ủy ban nhân dân phường = ubnd-phuong
ket-thuc-1: phòng ban chuyên môn của Đảng ủy, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
ket-thuc-1: đơn vị sự nghiệp công lập trực thuộc UBND phường = don-vi-su-nghiep-ubnd-phuong
ket-thuc-1: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
ket-thuc-1: tổ dân phố trên địa bàn phường = to-dan-pho
ket-thuc-1: phòng Văn hoá - Xã hội = phong-van-hoa-xa-hoi
ket-thuc-1: Ủy ban nhân dân phường = ubnd-phuong
noi-nhan-1: Thường trực Đảng ủy = thuong-truc-dang-uy
noi-nhan-2: Thường trực HĐND phường = thuong-truc-hdnd-phuong
noi-nhan-3: phòng, ban, ngành, đơn vị thuộc phường = phong-ban-nganh-don-vi
nhiem-vu-1: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-1: Văn phòng HĐND - UBND = van-phong-hdnd-ubnd
nhiem-vu-2: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-2: phòng ban chuyên môn của Đảng ủy, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
nhiem-vu-2: đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền = don-vi-su-nghiep-khoi-dang-chinh-quyen
nhiem-vu-2: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
nhiem-vu-2: tổ dân phố trên địa bàn phường = to-dan-pho
nhiem-vu-3: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-3: Trung tâm Dịch vụ sự nghiệp công = trung-tam-dich-vu-su-nghiep-cong
nhiem-vu-4: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-4: trường học trên địa bàn = truong-hoc
nhiem-vu-5: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-5: Chuyên môn của Đảng ủy, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
nhiem-vu-5: đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền = don-vi-su-nghiep-khoi-dang-chinh-quyen
nhiem-vu-5: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
nhiem-vu-5: tổ dân phố trên địa bàn phường = to-dan-pho
nhiem-vu-6: Phòng Văn hóa - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-6: phòng ban chuyên môn của Đảng ủy, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
nhiem-vu-6: đơn vị sự nghiệp công lập trực thuộc UBND phường = don-vi-su-nghiep-ubnd-phuong
nhiem-vu-6: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
nhiem-vu-6: tổ dân phố trên địa bàn phường = to-dan-pho
nhiem-vu-7: Phòng Văn hoá - Xã hội = phong-van-hoa-xa-hoi
nhiem-vu-7: phòng ban chuyên môn của Đảng uỷ, HĐND, UBND, UBMTTQ = phong-ban-chuyen-mon
nhiem-vu-7: đơn vị sự nghiệp công lập trực thuộc UBND phường = don-vi-su-nghiep-ubnd-phuong
nhiem-vu-7: cơ quan tổ chức, doanh nghiệp = co-quan-to-chuc-doanh-nghiep
nhiem-vu-7: tổ dân phố trên địa bàn phường = to-dan-pho
"""


def catalogue() -> Catalogue:
    content, problems = read_content(ROOT / "content")
    assert problems == []
    return Catalogue(content, date(2026, 11, 22))


def found() -> list[str]:
    return [
        f"{part.part.id}: {part.text[mention.start : mention.end]} = {mention.id}"
        for part in catalogue().plan_parts["2026"]
        for mention in part.mentions
    ]


def test_every_link_is_listed() -> None:
    assert found() == LINKS.strip().splitlines()


def test_refused_names_are_listed() -> None:
    names = catalogue().names
    refused = [
        (part.part.id, phrase) for part in catalogue().plan_parts["2026"] for phrase in names.find_refused(part.text)
    ]
    assert refused == [("muc-i-1-c", "Hội đồng nhân dân các cấp")]


def test_bodies_of_other_levels_are_not_the_wards() -> None:
    organisations = catalogue().content.of("organisations")
    assert {id_: organisations[id_].record.level for id_ in ("ubnd-thanh-pho", "hdnd-thanh-pho", "bo-chinh-tri")} == {
        "ubnd-thanh-pho": "city", "hdnd-thanh-pho": "city", "bo-chinh-tri": "central",
    }  # fmt: skip


def test_lookalikes_stay_apart() -> None:
    names = catalogue().names
    told = {
        phrase: [one.id for one in names.find(phrase)]
        for phrase in (
            "đơn vị sự nghiệp công lập trực thuộc khối cơ quan Đảng và chính quyền",
            "đơn vị sự nghiệp công lập trực thuộc UBND phường",
            "Hội đồng Thi đua - Khen thưởng phường",
            "Thường trực của Hội đồng Thi đua - Khen thưởng phường",
            "cơ quan Thường trực Hội đồng Thi đua - Khen thưởng",
            "Hội đồng nhân dân các cấp",
        )
    }
    assert list(told.values()) == [
        ["don-vi-su-nghiep-khoi-dang-chinh-quyen"],
        ["don-vi-su-nghiep-ubnd-phuong"],
        ["hoi-dong-tdkt-phuong"],
        ["thuong-truc-hoi-dong-tdkt-phuong"],
        ["co-quan-thuong-truc-hoi-dong-tdkt"],
        [],
    ]
