"""Text is text: whatever is typed into a field shows as typed wherever a template prints it; nothing of it acts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from generator.addresses import Address
from generator.pages.base import Page
from generator.prose_markdown import render_prose
from generator.rendering import Renderer
from tests.properties.texts import texts, to_html, words

# where text can stand: the template, the element that must hold it, what that element is beside it, its words around it
PLACES: dict[str, tuple[str, str, int, str]] = {
    "a paragraph": ("{{ t }}\n", "p", 1, "{}"),
    "a paragraph with a class": ("{{ t }}\n{: .by }\n", "p", 1, "{}"),
    "a heading": ("# {{ t }}\n\nx\n", "h1", 2, "{}"),
    "a heading with an id": ("## {{ t }} {: #x .y }\n", "h2", 1, "{}"),
    "a list item": ("- {{ t }}\n- b\n", "li", 3, "{}"),
    "a numbered item": ("1. {{ t }}\n2. b\n", "li", 3, "{}"),
    "a term": ("{{ t }}\n: b\n", "dt", 3, "{}"),
    "a definition": ("b\n: {{ t }}\n", "dd", 3, "{}"),
    "a quotation": ("> {{ t }}\n", "p", 2, "{}"),
    "a table cell": ("| a |\n|---|\n| {{ t }} |\n", "td", 7, "{}"),
    "raw HTML": ("<section><p>{{ t }}</p></section>\n", "p", 2, "{}"),
    "Markdown in HTML": ('<div class="x" markdown>\n\n{{ t }}\n{: .by }\n</div>\n', "p", 2, "{}"),
    "the middle of a line": ("Theo {{ t | inline }} thì\n", "p", 1, "Theo {} thì"),
    "bold words": ("**{{ t | inline }}**\n", "strong", 2, "{}"),
    "the words of a link": ("{{ link(t, address) }}\n", "a", 2, "{}"),
    "before a link": ("{{ t }}{{ link('x', address) }}\n", "p", 2, "{}x"),
    "what a macro made": ("{% macro m(t) %}- {{ t }}\n{% endmacro %}{{ m(t) }}", "li", 2, "{}"),
}


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], html.HtmlElement]:
    """Renders a tiny template with a text, as the site does; gives the body of its page."""
    folder = tmp_path_factory.mktemp("templates")
    renderers: dict[str, Renderer] = {}

    def run(template: str, text: str) -> html.HtmlElement:
        if template not in renderers:
            (folder / f"{len(renderers)}.md").write_text(template, encoding="utf-8")
            renderers[template] = Renderer(folder)
        name = f"{list(renderers).index(template)}.md"
        page = Page(Address("a/b.md"), name, "x", "", "text", context={"t": text, "address": Address("c.md")})
        return to_html(renderers[template].render(page).split("---\n", 2)[2])

    return run


@pytest.mark.parametrize("place", PLACES)
@given(text=texts)
@example(text="C#")
@example(text="Hay quá!")
@example(text="12345678901. Mục")
def test_text_shows_as_typed(place: str, text: str, render: Callable[[str, str], html.HtmlElement]) -> None:
    template, element, count, around = PLACES[place]
    body = render(template, text)
    found = body.find(f".//{element}")
    assert found is not None
    assert words(found.text_content()) == words(around.format(text))
    assert len(list(body.iterdescendants())) == count, "the text made an element of its own"


@pytest.mark.parametrize("template", ['<a href="x" title="{{ t }}">y</a>\n', '<b title="{{ t }}">y</b>\n'])
@given(text=texts)
def test_text_in_an_attribute_shows_as_typed(
    template: str, text: str, render: Callable[[str, str], html.HtmlElement]
) -> None:
    body = render(template, text)
    (element,) = body.xpath(".//*[@title]")
    assert words(element.get("title")) == words(text)
    assert set(element.attrib) <= {"href", "title"}
    assert words(body.text_content()) == "y"


@given(text=texts)
def test_the_head_of_a_page_comes_back_equal(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    page = Page(Address("a.md"), "x.md", text, text, "text")
    folder = tmp_path_factory.getbasetemp() / "head"
    folder.mkdir(exist_ok=True)
    (folder / "x.md").write_text("x", encoding="utf-8")
    head = Renderer(folder).render(page).split("\n---\n")[0].removeprefix("---\n")
    assert yaml.safe_load(head) == {"title": text, "description": text, "kind": "text"}


@pytest.mark.parametrize("value", [None, True, [], {}, 1.5, object()])
def test_a_template_that_prints_no_text_is_stopped(value: object, tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("{{ t }}", encoding="utf-8")
    with pytest.raises(TypeError, match="give it text"):
        Renderer(tmp_path).render(Page(Address("a.md"), "x.md", "", "", "text", context={"t": value}))


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("{{ khong_co }}", encoding="utf-8")
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        Renderer(tmp_path).render(Page(Address("a.md"), "x.md", "", "", "text"))


FRAGMENTS = st.one_of(
    texts,
    st.sampled_from(
        ["## ", "### ", "- ", "1. ", "> ", "> — ", "**", "\n", "\n\n", "  ", "    ", "!", "](", ")", "](https://a.b/",
         "[x](javascript:alert)", "[x](JavaScript:alert)", "[x](data:text/html,x)", "[x](//a.b)", "[x](vbscript:x)",
         "[bấm](legislation/luat-mau)", '[x](https://a.b/?a=1&b="2")', "[x](https://a.b/`c`)", "[x](https://a.b/<i>)",
         "[x](https://a.b/{:.c})", "[a]: javascript:x\n", "<javascript:x>", "<https://a.b>", "[x][a]",
         "\n::: lời khuyên\n", "\n::: thuật ngữ: ", "\n:::\n", "|", "\n| a | b |\n| --- | --- |\n| ", " |\n"]
    ),
)  # fmt: skip
PROSE_ELEMENTS = {
    "p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "a",
    "div", "details", "summary", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
PROSE_ATTRIBUTES = {
    ("p", "class", "by"), ("p", "class", "advice__h"), ("div", "class", "advice"), ("div", "role", "note"),
    ("div", "class", "tbl"), ("div", "class", "qa__b"), ("details", "class", "qa term"),
    ("table", "class", "tb tb--stack"), ("th", "scope", "col"), ("th", "scope", "row"),
}  # fmt: skip


def resolve(target: str) -> str | None:
    """As the site does: one page, and addresses of other sites; anything else leads nowhere."""
    if target == "legislation/luat-mau":
        return "../van-ban/luat-mau.md"
    return target if target.startswith(("https://", "http://")) else None


def is_harmless(element: html.HtmlElement, name: str, value: str) -> bool:
    if name == "id" and element.tag == "details":
        return re.fullmatch(r"tu(-[a-z0-9]+)*", value) is not None
    if name == "id":
        return element.tag in {"h2", "h3"} and re.fullmatch(r"bai(-[a-z0-9]+)*", value) is not None
    if name == "href":
        return element.tag == "a" and (value == "../van-ban/luat-mau.md" or value.startswith(("https://", "http://")))
    return (element.tag, name, value) in PROSE_ATTRIBUTES or (element.tag, name) in {("ol", "start"), ("td", "data-l")}


@given(pieces=st.lists(FRAGMENTS, min_size=1, max_size=12))
@example(pieces=["![x](legislation/luat-mau)"])
@example(pieces=["- # a"])
@example(pieces=['| <b> | </td> |\n| --- | --- |\n| </td></tr></table> | {: .x } | " |'])
@example(pieces=["::: thuật ngữ: </summary></details><b>\n</div>\n:::"])
def test_prose_never_acts(pieces: list[str]) -> None:
    body = to_html(render_prose("".join(pieces), resolve))
    ids = [element.get("id") for element in body.iterdescendants() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in body.iterdescendants():
        assert element.tag in PROSE_ELEMENTS, element.tag
        for name, value in element.attrib.items():
            assert is_harmless(element, name, value), (element.tag, name, value)


PARAGRAPHS = texts.map(lambda text: re.sub(r"\*\*|\]\(", "", text)).filter(
    lambda text: text.strip() and not re.match(r"#{2,3} |- |[0-9]{1,3}\. |>|:::|\|", text.strip())
)


@given(lines=st.lists(PARAGRAPHS, min_size=1, max_size=4))
def test_paragraphs_of_prose_show_as_typed(lines: list[str]) -> None:
    body = to_html(render_prose("\n\n".join(lines), resolve))
    assert [words(element.text_content()) for element in body.iterchildren()] == [words(line) for line in lines]
