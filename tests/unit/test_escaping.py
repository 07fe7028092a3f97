import pytest

from generator.escaping import Markdown, escape, inline, prose, prose_links


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("Ủy ban nhân dân phường - số 152/2025/NĐ-CP; (a) 50%", "Ủy ban nhân dân phường - số 152/2025/NĐ-CP; (a) 50%"),
        ("1. Mục đích", "1&#46; Mục đích"),
        ("12) Một", "12&#41; Một"),
        ("1.1. Một", "1.1. Một"),
        ("2026", "2026"),
        ("- a) Chủ trì", "&#45; a) Chủ trì"),
        ("# thẻ", "&#35; thẻ"),
        ("giữa # và - và 1. và >", "giữa # và - và 1. và &#62;"),
        ("hạng C#", "hạng C&#35;"),
        ("*đậm* _nghiêng_ `mã` ~gạch~", "&#42;đậm&#42; &#95;nghiêng&#95; &#96;mã&#96; &#126;gạch&#126;"),
        ("<b>&amp;</b>", "&#60;b&#62;&#38;amp;&#60;/b&#62;"),
        ("{{ 7 }} {% x %}", "&#123;&#123; 7 &#125;&#125; &#123;% x %&#125;"),
        ("[x](y) ![z](t)", "&#91;x&#93;(y) !&#91;z&#93;(t)"),
        ('nói "được" | \\', "nói &#34;được&#34; &#124; &#92;"),
        (": một", "&#58; một"),
        ("hai\n  dòng", "hai dòng"),
        ("Hay quá!", "Hay quá&#33;"),  # a link may follow, and then it would be a picture
    ],
)
def test_references_stand_only_where_markdown_would_act(typed: str, made: str) -> None:
    assert escape(typed) == made


def test_the_middle_of_a_line_needs_less() -> None:
    assert inline("1. Mục - a") == "1. Mục - a"
    assert inline(" giữa ") == " giữa "


def test_what_is_made_passes_as_it_is() -> None:
    assert isinstance(escape("a"), Markdown)
    assert isinstance(inline("a"), Markdown)


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
    assert prose(typed, resolve) == made


def test_headings_of_the_same_words_get_ids_of_their_own() -> None:
    made = prose("## Một\n## Một\n## Một 2\n## ?\n## !", resolve)
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
