import copy

import pytest

from generator.escaping import Markdown, escape, inline


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


def test_text_beside_what_is_made_is_escaped() -> None:
    made = Markdown("<b>")
    assert made + "<" == "<b>&lt;"
    assert Markdown("{} %s").format("<") == "&lt; %s"
    assert isinstance(copy.deepcopy(made), Markdown)
