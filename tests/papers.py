"""An invented plan that has every kind of part there is, for tests of what is made of plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.models import Annex, Plan

DAY = date(2027, 1, 5)
PLAN: dict[str, Any] = {
    "year": 2027,
    "issuer": "ubnd-phuong",
    "number": "02/KH-UBND",
    "date": "2027-01-15",
    "sample": True,
    "letterhead": {
        "issuer": ["ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU", "ỦY BAN NHÂN DÂN", "PHƯỜNG MẪU"],
        "nation": ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    },
    "number_line": "Số: 02/KH-UBND",
    "place_line": "Mẫu, ngày 15 tháng 01 năm 2027",
    "type": "KẾ HOẠCH",
    "title": "Công tác thi đua, khen thưởng năm 2027",
    "preamble": [
        "Căn cứ Nghị định số 02/2025/NĐ-MAU về thi đua;",
        "Thực hiện Chỉ thị số 01-CT/TU, Ủy ban nhân dân phường ban hành Kế hoạch như sau:",
    ],
    "parts": [{"paragraph": "Đoạn đứng trước mục đầu tiên."}],
    "sections": [
        {
            "section": "Chương I",
            "text": "QUY ĐỊNH CHUNG",
            "parts": [
                {
                    "article": "Điều 1.",
                    "text": "Phạm vi",
                    "parts": [
                        {
                            "clause": "1.",
                            "text": "Các tổ dân phố",
                            "parts": [
                                {"clause": "1.1.", "text": "Tổ dân phố số 1;", "parts": []},
                                {
                                    "point": "đ)",
                                    "text": "Hộ gia đình theo Nghị định này, gồm",
                                    "parts": [
                                        {
                                            "indent": "-",
                                            "text": "hộ có người được khen;",
                                            "parts": [{"indent": "+", "text": "hộ mới; # $x$ *đậm* <w:p> {{ x }}"}],
                                        }
                                    ],
                                },
                            ],
                        }
                    ],
                },
                {"article": "Điều 2.", "text": "Kế hoạch này có hiệu lực từ ngày ký."},
            ],
        },
        {
            "section": "II.",
            "text": "CHỈ TIÊU",
            "parts": [
                {
                    "clause": "1.",
                    "text": "Chỉ tiêu từng quý",
                    "parts": [
                        {"table": [["Quý", "Chỉ tiêu"], ["Quý I", "12 gương"], ["Quý II", ""]], "header_rows": 1},
                        {"paragraph": "(Số liệu đặt ra để minh họa)."},
                    ],
                }
            ],
        },
    ],
    "conclusions": ["Trên đây là Kế hoạch năm 2027./."],
    "distribution": {"heading": "Nơi nhận:", "lines": ["- Hội đồng;", "- Lưu: VT."]},
    "signature": {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "(Người ký bịa)"},
    "footnote_marks": [],
    "footnotes": [
        {"part": "mo-dau-1", "after": "02/2025/NĐ-MAU", "mark": "1", "text": "Được sửa đổi năm 2026."},
        {"part": "chuong-i-dieu-1-1-dd", "after": "Nghị định này", "mark": "*", "text": "Nghị định ở chú thích 1."},
        {"part": "muc-ii-1-bang-1", "after": "12", "mark": "3", "text": "Làm tròn."},
    ],
    "promulgated_by": {
        "number_line": "Số: 01/QĐ-UBND",
        "type": "QUYẾT ĐỊNH",
        "title": "Về việc ban hành Kế hoạch năm 2027",
        "preamble": ["Theo đề nghị của Văn phòng;"],
        "parts": [{"article": "Điều 1.", "text": "Ban hành kèm theo Quyết định này Kế hoạch năm 2027."}],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "(Người ký bịa)"},
        "footnotes": [{"part": "dieu-1", "after": "Kế hoạch", "mark": "1", "text": "Kèm hai phụ lục."}],
    },
    "annexes": [
        {
            "heading": "PHỤ LỤC II",
            "title": "Bảng rộng",
            "parts": [{"table": [[f"Cột {number}" for number in range(1, 9)], ["ô"] * 8], "header_rows": 1}],
        }
    ],
}
ANNEX: dict[str, Any] = {
    "heading": "PHỤ LỤC I",
    "title": "Nhiệm vụ năm 2027",
    "note": "(Kèm theo Kế hoạch số 02/KH-UBND)",
    "columns": ["TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian"],
    "cells": ["number", "content", "other", "lead", "coordination", "period"],
    "tasks": [
        {"number": "1", "content": "Báo cáo sơ kết", "others": ["Báo cáo"], "lead": "Phòng Văn hóa",
         "coordination": "Văn phòng", "period": "Quý II", "group": "A. BÁO CÁO"},
        {"number": "", "content": "Tổng kết năm", "others": [""], "lead": "Phòng Văn hóa", "period": "Quý IV",
         "group": "A. BÁO CÁO"},
    ],
}  # fmt: skip

OFFICIAL = """\
Số: 01/QĐ-UBND
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch năm 2027
Theo đề nghị của Văn phòng;
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch[1] năm 2027.
CHỦ TỊCH
(Người ký bịa)
ỦY BAN NHÂN DÂN THÀNH PHỐ MẪU
ỦY BAN NHÂN DÂN
PHƯỜNG MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 02/KH-UBND
Mẫu, ngày 15 tháng 01 năm 2027
KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2027
Căn cứ Nghị định số 02/2025/NĐ-MAU[1] về thi đua;
Thực hiện Chỉ thị số 01-CT/TU, Ủy ban nhân dân phường ban hành Kế hoạch như sau:
Đoạn đứng trước mục đầu tiên.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Các tổ dân phố
1.1. Tổ dân phố số 1;
đ) Hộ gia đình theo Nghị định này[*], gồm
- hộ có người được khen;
+ hộ mới; # $x$ *đậm* <w:p> {{ x }}
Điều 2. Kế hoạch này có hiệu lực từ ngày ký.
II. CHỈ TIÊU
1. Chỉ tiêu từng quý
Quý\tChỉ tiêu
Quý I\t12[3] gương
Quý II\t
(Số liệu đặt ra để minh họa).
Trên đây là Kế hoạch năm 2027./.
Nơi nhận:
- Hội đồng;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Người ký bịa)
PHỤ LỤC I
Nhiệm vụ năm 2027
(Kèm theo Kế hoạch số 02/KH-UBND)
TT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời gian
A. BÁO CÁO\t\t\t\t\t
1\tBáo cáo sơ kết\tBáo cáo\tPhòng Văn hóa\tVăn phòng\tQuý II
\tTổng kết năm\t\tPhòng Văn hóa\t\tQuý IV
PHỤ LỤC II
Bảng rộng
Cột 1\tCột 2\tCột 3\tCột 4\tCột 5\tCột 6\tCột 7\tCột 8
ô\tô\tô\tô\tô\tô\tô\tô
[1] Kèm hai phụ lục.
[1] Được sửa đổi năm 2026.
[*] Nghị định ở chú thích 1.
[3] Làm tròn.
"""
"""The plan as a text file holds it, without its empty lines."""


def plan() -> Plan:
    """The invented plan."""
    return Plan.model_validate(PLAN)


def annex() -> Annex:
    """Its table of tasks."""
    return Annex.model_validate(ANNEX)
