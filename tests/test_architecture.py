"""The house stays as drawn: imports go one way, every module says what it is, no template can forget to escape."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site import ROOT

GENERATOR = ROOT / "generator"
TEMPLATES = ROOT / "site_templates"
MODULES = sorted(GENERATOR.rglob("*.py"))
PAGE_TEMPLATES = sorted(path for folder in ("pages", "parts") for path in (TEMPLATES / folder).iterdir())
THEME_TEMPLATES = sorted((TEMPLATES / "theme").rglob("*.html"))

# the only values a theme template may print without a filter, and why
FINISHED = {
    "page.content",  # the HTML that MkDocs made of our Markdown
    "super()",  # the block of the theme below
    "meta.kind or 'text'",  # one of the kinds that generator/pages names; no editor types it
    "'page' if meta.here else 'true'",  # one of two words that stand in the template itself
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def printed(template: Path) -> list[str]:
    """What the template prints: the inside of each ``{{ … }}``, without comments."""
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [" ".join(inner.strip("-+ \n").split()) for inner in re.findall(r"\{\{(.*?)\}\}", text, re.DOTALL)]


def test_the_flow_goes_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("module", MODULES, ids=relative)
def test_a_module_says_what_it_is(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert len((ast.get_docstring(tree) or "").split()) >= 3


def test_nothing_reads_the_clock_but_the_one_place() -> None:
    readers = [
        relative(module)
        for module in MODULES
        if re.search(
            r"\b(datetime\.now|date\.today|time\.time|localtime|gmtime|utcnow)\(", module.read_text(encoding="utf-8")
        )
    ]
    assert readers == ["generator/commands/base.py"]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        (r"\bimport jinja2|\bfrom jinja2", ["generator/rendering.py"]),
        (
            r"\bimport mkdocs|\bfrom mkdocs",
            ["generator/commands/site.py", "generator/hook.py", "generator/publishing.py"],
        ),
        (
            r"\b(from|import) (PIL|pi_heif)",
            ["generator/exporters/card_picture.py", "generator/heif.py", "generator/pictures.py"],
        ),
    ],
)
def test_a_tool_has_one_user(words: str, owners: list[str]) -> None:
    users = [relative(module) for module in MODULES if re.search(words, module.read_text(encoding="utf-8"))]
    assert users == owners


@pytest.mark.parametrize("template", THEME_TEMPLATES, ids=relative)
def test_the_theme_prints_nothing_unescaped(template: Path) -> None:
    """Values of front matter are what editors typed, and MkDocs does not escape them."""
    for inner in printed(template):
        escaped = re.search(r"\| ?(e|url|tojson)$", inner) is not None
        chosen = re.fullmatch(r"'[^']*' if .* else '[^']*'", inner) is not None
        whole = inner.startswith("document | replace(") and inner.count("|") == inner.count("| replace(")
        assert escaped or chosen or whole or inner in FINISHED, f"{relative(template)}: {{{{ {inner} }}}}"


@pytest.mark.parametrize("template", THEME_TEMPLATES, ids=relative)
def test_the_theme_holds_no_inline_script_or_style(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text, re.IGNORECASE)
    data = '<script type="application/ld+json">'  # a block of data: no browser runs it
    assert all("src=" in tag or tag == data for tag in re.findall(r"<script[^>]*>", text))


@pytest.mark.parametrize("template", PAGE_TEMPLATES, ids=relative)
def test_page_templates_cannot_get_round_the_escaping(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"\|\s*safe\b|autoescape|\bMarkup\b|\|\s*format\b", text)
    for inner in re.findall(r"\{[{%](.*?)[}%]\}", text, re.DOTALL):
        assert "~" not in re.sub(r"\"[^\"]*\"|'[^']*'", "", inner), inner
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style|<script|javascript:", text, re.IGNORECASE)


@pytest.mark.parametrize("template", PAGE_TEMPLATES, ids=relative)
def test_page_templates_quote_their_attributes(template: Path) -> None:
    """One function escapes for text and for quoted attributes alike; it would not be enough for an unquoted one."""
    text = template.read_text(encoding="utf-8")
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL))
    assert [tag for tag in tags if re.search(r"=\{\{|='\{\{", tag)] == []


def test_the_harness_notices_what_is_unescaped(tmp_path: Path) -> None:
    template = tmp_path / "x.html"
    for text in ("{{ meta.title }}", "{{ meta.title | e | upper }}", "{{- portal.ward -}}"):
        template.write_text(text, encoding="utf-8")
        with pytest.raises((AssertionError, ValueError)):
            test_the_theme_prints_nothing_unescaped(template)
    page = tmp_path / "y.md"
    for text in ("{{ a | safe }}", "{{ a ~ b }}", "{% set x = a ~ b %}", '<p style="color: red">'):
        page.write_text(text, encoding="utf-8")
        with pytest.raises(AssertionError):
            test_page_templates_cannot_get_round_the_escaping(page)
