"""What a block of guidance rests on."""

import pytest

from generator.citations import Recogniser
from generator.evidence import told
from generator.prose import blocks

LINK = "[Luật Bịa](legislation/luat-bia)"


def bare(text: str) -> list[str]:
    """The blocks that rest on nothing."""
    return [one.block.text for one in told(blocks(text), Recogniser()) if not one.borne]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ai cũng được khen.", ["Ai cũng được khen."]),
        (f"Ai cũng được khen ({LINK}).", []),
        ("Theo [kế hoạch](plans/2026#muc-i).", []),
        ("Xem [giấy khen](awards/giay-khen).", ["Xem [giấy khen](awards/giay-khen)."]),
        ("Mấy ngày: Chưa kiểm chứng.", []),
        ("## Tiêu đề", []),
        (f"Các ý sau theo {LINK}:\n- một\n- hai", []),
        (f"Ba bước sau theo {LINK}:\n\n1. một\n2. hai", []),
        (f"Theo {LINK}:\n- một\n- hai", ["một", "hai"]),
        (f"Các ý sau theo {LINK}.\n- một", ["một"]),
        ("Các ý sau:\n- một", ["Các ý sau:", "một"]),
        (f"Gồm:\n- một ({LINK})\n- hai ({LINK})", []),
        (f"Gồm:\n- một ({LINK})\n- hai", ["Gồm:", "hai"]),
        (f"Các ý sau theo {LINK}:\n- một\n\nĐoạn.\n- hai", ["Đoạn.", "hai"]),
        (f"Các dòng sau theo {LINK}:\n| a | b |\n| --- | --- |\n| c | d |", []),
        ("| a | b |\n| --- | --- |\n| c | d |\n| e | chưa kiểm chứng |", ["| c | d |"]),
        (f"Các ý sau theo {LINK}:\n::: lời khuyên\n- một\n:::", ["một"]),
        ("> “Lời.”\n> — Ai đó", ["“Lời.”\n— Ai đó"]),
        (f"> “Lời.”\n> — {LINK}", []),
        ("::: thuật ngữ: Từ\nNghĩa.\n:::", ["Nghĩa."]),
    ],
)
def test_every_block_bears_its_ground(text: str, left: list[str]) -> None:
    assert bare(text) == left


def test_a_line_that_speaks_for_a_list_lends_its_words() -> None:
    of = {one.block.text: one.words for one in told(blocks("Các ý sau chưa kiểm chứng:\n- một"), Recogniser())}
    assert of["một"] == "Các ý sau chưa kiểm chứng:\nmột"
