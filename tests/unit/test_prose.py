import pytest

from generator.prose import blocks, prose_links, term_ids, without_links
from generator.prose_markdown import render_prose


def resolve(target: str) -> str | None:
    """One page of the site, and addresses of other sites."""
    if target == "legislation/luat-mau":
        return "../van-ban/luat-mau.md"
    return target if target.startswith("https://") else None


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Một đoạn.\n\nHai đoạn.", "Một đoạn.\n\nHai đoạn."),
        ("## Kể ba điều", "## Kể ba điều {: #bai-ke-ba-dieu }"),
        ("# Không phải đề mục", "&#35; Không phải đề mục"),
        ("- một\n- hai", "- một\n- hai"),
        ("Kể:\n- một\n- hai", "Kể:\n\n- một\n- hai"),
        ("1. một\n2. hai\nSau đó", "1. một\n2. hai\n\nSau đó"),
        ("- một\n  tiếp", "- một\ntiếp"),
        ("> Tôi chỉ đếm.\n> — Anh Mẫu", "> Tôi chỉ đếm.\n>\n> — Anh Mẫu\n> {: .by }"),
        ("**đậm** và * không", "**đậm** và &#42; không"),
        ("[Luật](legislation/luat-mau)", "[Luật](../van-ban/luat-mau.md)"),
        ("[Luật](legislation/khong-co)", "Luật"),
        ("**[Luật](legislation/luat-mau)** mới", "**[Luật](../van-ban/luat-mau.md)** mới"),
        ("[**Luật**](legislation/luat-mau)", "[**Luật**](../van-ban/luat-mau.md)"),
        ("Xem![Luật](legislation/luat-mau)", "Xem&#33;[Luật](../van-ban/luat-mau.md)"),
        ("[x](javascript:alert(1))", "&#91;x&#93;(javascript:alert(1))"),
        ("[x](javascript:alert)", "x"),
        ('[x](https://mau.invalid/?a=1&b="2")', "[x](https://mau.invalid/?a=1&#38;b=&#34;2&#34;)"),
        ("- # không phải đề mục", "- &#35; không phải đề mục"),
        ("- - một gạch", "- &#45; một gạch"),
        ("> - trong trích dẫn", "> &#45; trong trích dẫn"),
        ("<b>x</b>\n---\n| a |", "&#60;b&#62;x&#60;/b&#62;\n&#45;--\n&#124; a &#124;"),
        ("      thụt sâu", "thụt sâu"),
        ("##", "&#35;&#35;"),
    ],
)
def test_prose(typed: str, made: str) -> None:
    assert render_prose(typed, resolve) == made


def test_headings_of_the_same_words_get_ids_of_their_own() -> None:
    made = render_prose("## Một\n## Một\n## Một 2\n## ?\n## !", resolve)
    assert [line.partition("{: #")[2].rstrip(" }") for line in made.splitlines() if line] == [
        "bai-mot", "bai-mot-2", "bai-mot-2-2", "bai", "bai-2",
    ]  # fmt: skip


def test_links_of_prose_with_their_places() -> None:
    links = list(prose_links("Xem [Luật](legislation/luat-mau)\n\nvà [a](b) [c](https://d)"))
    assert [(link.line, link.column, link.words, link.target) for link in links] == [
        (1, 12, "Luật", "legislation/luat-mau"),
        (3, 8, "a", "b"),
        (3, 15, "c", "https://d"),
    ]


TABLE = """| Khen gì | Căn cứ |
| --- | :---: |
| Giấy khen | [Luật](legislation/luat-mau) |
| **Danh hiệu** | <b> | thừa |
| Thiếu |"""


def test_a_table_names_its_columns_in_every_cell() -> None:
    assert render_prose(f"Bảng:\n\n{TABLE}\nSau bảng.", resolve) == (
        "Bảng:\n\n"
        '<div class="tbl" markdown>\n<table class="tb tb--stack" markdown>\n'
        '<thead markdown><tr markdown><th scope="col" markdown>Khen gì</th>'
        '<th scope="col" markdown>Căn cứ</th></tr></thead>\n'
        "<tbody markdown>\n"
        '<tr markdown><th scope="row" markdown>Giấy khen</th>'
        '<td data-l="Căn cứ" markdown>[Luật](../van-ban/luat-mau.md)</td></tr>\n'
        '<tr markdown><th scope="row" markdown>**Danh hiệu**</th>'
        '<td data-l="Căn cứ" markdown>&#60;b&#62; &#124; thừa</td></tr>\n'
        '<tr markdown><th scope="row" markdown>Thiếu</th><td data-l="Căn cứ" markdown></td></tr>\n'
        "</tbody></table></div>\n\nSau bảng."
    )


def test_plain_advice_stands_under_its_label() -> None:
    assert render_prose("::: lời khuyên\nGọi trước.\n- một\n:::\nSau.", resolve) == (
        '<div class="advice" role="note" markdown>\n\nLời khuyên của chuyên trang, không phải quy định\n'
        "{: .advice__h }\n\nGọi trước.\n\n- một\n\n</div>\n\nSau."
    )


def test_a_term_opens_at_its_own_address() -> None:
    text = "::: thuật ngữ: Giấy khen\nMột hình thức.\n:::\n\n::: thuật ngữ: giấy  khen\nLại nữa.\n"
    assert render_prose(text, resolve) == (
        '<details class="qa term" id="tu-giay-khen" markdown><summary>Giấy khen</summary>\n'
        '<div class="qa__b" markdown>\n\nMột hình thức.\n\n</div>\n</details>\n\n'
        '<details class="qa term" id="tu-giay-khen-2" markdown><summary>giấy khen</summary>\n'
        '<div class="qa__b" markdown>\n\nLại nữa.\n\n</div>\n</details>'
    )
    assert term_ids(text) == {"tu-giay-khen": "Giấy khen", "tu-giay-khen-2": "giấy  khen"}


@pytest.mark.parametrize("typed", [":::", "::: cảnh báo\nx\n:::", "| a |\n| b |", ":::lời khuyên khác"])
def test_a_fence_or_table_that_is_none_shows_as_typed(typed: str) -> None:
    made = render_prose(typed, resolve)
    assert "<" not in made
    assert "&#58;::" in made or "&#124;" in made


def test_prose_is_read_block_by_block() -> None:
    text = (
        "Mở đầu,\nhai dòng.\n## Đề mục\nDẫn:\n- một\n  tiếp\n\n- hai\n1. ba\n> lời\n> — ai\n\n"
        f"{TABLE}\n::: lời khuyên\n- khuyên\n:::\n::: thuật ngữ: Từ\nNghĩa.\n:::"
    )
    assert [(one.kind, one.line, one.text, one.fence, one.term, one.run) for one in blocks(text)] == [
        ("text", 1, "Mở đầu,\nhai dòng.", "", "", 0),
        ("heading", 3, "Đề mục", "", "", 0),
        ("text", 4, "Dẫn:", "", "", 0),
        ("item", 5, "một\ntiếp", "", "", 1),
        ("item", 8, "hai", "", "", 1),
        ("item", 9, "ba", "", "", 2),
        ("quote", 10, "lời\n— ai", "", "", 0),
        ("head", 13, "| Khen gì | Căn cứ |", "", "", 3),
        ("row", 15, "| Giấy khen | [Luật](legislation/luat-mau) |", "", "", 3),
        ("row", 16, "| **Danh hiệu** | <b> | thừa |", "", "", 3),
        ("row", 17, "| Thiếu |", "", "", 3),
        ("item", 19, "khuyên", "advice", "", 4),
        ("text", 22, "Nghĩa.", "term", "Từ", 0),
    ]


def test_words_without_their_links() -> None:
    assert without_links("**[Luật](a/b), Điều 5** và [**c**](d)") == "Luật, Điều 5 và c"
