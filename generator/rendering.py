"""Pages to the text of files: the only user of Jinja.

Every plain string a template prints is escaped; only values of the type :class:`~generator.escaping.Markdown`, and what
a template's own macros made, pass as they are, so no template can forget it. An undefined name is an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import yaml
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

from generator import vietnamese
from generator.addresses import Address, page_url, relative_source, relative_url
from generator.escaping import Markdown, escape, inline, without_blank_lines
from generator.pages.base import Page
from generator.pages.head import Head
from generator.prose_markdown import render_prose

_FOLDERS = ("pages/", "parts/")
"""Where the templates lie; beside them is the theme, which is MkDocs'."""
_SUFFIXES = (".md", ".xml", ".json", ".txt")


class Renderer:
    """Renders templates of a folder; the same page gives the same text.

    It compiles them all at once, so that processes among which the pages are shared out later need not.
    """

    def __init__(self, templates: Path) -> None:
        self._page = ""
        self._environment = _Environment(templates)
        self._environment.filters = {"inline": inline, "length": len}
        self._environment.globals = {
            "href": self._href,
            "link": self._link,
            "prose": self._prose,
            "iso": _iso,
            "once": self._once,
        }
        for name in self._environment.list_templates(filter_func=_is_ours):
            self._environment.get_template(name)

    def render(self, page: Page) -> str:
        """The text of the page's file: front matter and Markdown, or plain text where the path is no ``.md``."""
        self._page = page.address.page
        context = page.context() if callable(page.context) else page.context
        body = self._environment.get_template(page.template).render({**context, "title": page.title})
        if not page.address.page.endswith(".md"):
            return body.strip() + "\n"
        return f"---\n{_front_matter(page)}---\n\n{without_blank_lines(body)}\n"

    def encoded(self, page: Page) -> bytes:
        """The bytes of the page's file."""
        return self.render(page).encode()

    def _href(self, address: Address) -> Markdown:
        """The address for an HTML attribute."""
        return Markdown(relative_url(self._page, address))

    def _link(self, words: str, address: Address) -> Markdown:
        """A Markdown link to a page of the site."""
        if address.page == self._page:
            return _markdown_link(self._page, words, address)
        return _markdown_link(self._page[: self._page.rfind("/") + 1], words, address)

    def _once(self, macro: Macro, value: object) -> Markdown:
        """What the macro makes of a value that leads to no page that prints it, made once for the pages of a folder."""
        return _made_once(self._page[: self._page.rfind("/") + 1], macro, value)

    def _prose(self, text: str, targets: Mapping[str, Address | str]) -> Markdown:
        """An editor's prose; ``targets`` maps what its links name to addresses of the site or of other sites."""

        def resolve(target: str) -> str | None:
            found = targets.get(target)
            return relative_source(self._page, found) if isinstance(found, Address) else found

        return render_prose(text, resolve)


def _is_ours(name: str) -> bool:
    """Whether the file is a template, and not what an editor's program left beside one."""
    return name.startswith(_FOLDERS) and name.endswith(_SUFFIXES) and "/." not in name


@lru_cache(maxsize=20_000)  # the pages of a folder lead to the same places in the same words
def _markdown_link(source: str, words: str, address: Address) -> Markdown:
    return Markdown(f"[{inline(words)}]({relative_source(source, address)})")


@lru_cache(maxsize=20_000)
def _made_once(folder: str, macro: Macro, value: object) -> Markdown:
    return Markdown(macro(value))


class _CodeGenerator(CodeGenerator):
    """Compiles templates to plainer Python than Jinja must, as our functions ask for no context."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Writes a call of a macro or a function as Python does, which spares a twentieth of the rendering."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Writes the making of a macro."""
        names = tuple(argument.name for argument in macro_ref.node.args)
        name = getattr(macro_ref.node, "name", None)
        self.write(f"environment.macro_class(environment, macro, {name!r}, {names!r}, False, False, False, True)")

    def _output_child_pre(self, node: Any, frame: Frame, finalize: Any) -> None:
        """Prints what ``finalize`` gives as it is: it has escaped already, a second look costs a fifth."""
        self.write(finalize.src)

    def _output_child_post(self, node: Any, frame: Frame, finalize: Any) -> None:
        self.write(")")


class _Macro(Macro):
    """A macro that is called straight where no argument is named: nothing has to be sorted out."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """What the macro makes."""
        if named:
            return super().__call__(*given, **named)
        left_out = self._argument_count - len(given)
        return Markdown(self._func(*given, *(missing,) * left_out))


class _Template(jinja2.Template):
    """Imports a template as it is: none of ours changes with the page that imports it."""

    def render(self, context: Any) -> str:
        """The text that the template makes with one mapping, which it does not copy."""
        values = self.new_context({**self.environment.globals, **context}, shared=True)
        return "".join(self.root_render_func(values))

    def _get_default_module(self, ctx: Any = None) -> Any:
        return super()._get_default_module()


class _Compiled(jinja2.BytecodeCache):
    """The code of templates, kept for all renderers of a process; a template whose text changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the bucket the code of the same text, if there is one."""
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the bucket's code, in the place of that of an older text."""
        if bucket.code is not None:
            self._kept[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()


class _Environment(jinja2.Environment):
    """Jinja, made lean for ten thousand pages of a few templates."""

    code_generator_class = _CodeGenerator
    template_class = _Template
    macro_class = _Macro

    def __init__(self, templates: Path) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(templates),
            undefined=jinja2.StrictUndefined,
            finalize=_finalize,
            autoescape=True,  # so that what macros return counts as made; finalize has escaped the rest before
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            bytecode_cache=_COMPILED,  # compiling takes longer than rendering a small ward
        )
        self._loaded: dict[str, jinja2.Template] = {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> jinja2.Template:  # noqa: A002
        """The template, found once: templates do not change within a run, asking Jinja's cache costs a thirtieth."""
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]


def _front_matter(page: Page) -> str:
    lines = [
        f"title: {_scalar(page.title)}",
        f"description: {_scalar(page.description)}",
        f"kind: {_scalar(page.kind)}",
    ]
    if page.section:
        lines.append(f"section: {_scalar(page.section)}")
    if page.here:
        lines.append("here: true")
    if page.crumbs:
        lines.append("crumbs:")
        for crumb in page.crumbs:
            lines.append(f"- label: {_scalar(crumb.label)}")
            if crumb.address:
                lines.append(f"  path: {_scalar(page_url(crumb.address.page))}")
    if not page.listed:
        lines.append("unlisted: true")
    if page.moved:
        lines.append(f"moved: {_scalar(page_url(page.moved.page))}")
    if page.searched:
        lines += () if page.searched.whole else ("shelf: true",)
        lines.append("searched:")
        lines += (f"- name: {name}\n  value: {_scalar(value)}" for name, value in page.searched.filters)
        lines += ("also:", *(f"- {_scalar(name)}" for name in page.searched.names)) if page.searched.names else ()
    if page.sample:
        lines.append(f"sample: {_scalar(page.sample)}")
    lines += _head_lines(page.head() if callable(page.head) else page.head)
    return "\n".join(lines) + "\n"


def _head_lines(head: Head) -> list[str]:
    """What the head adds: what a shared link says, its picture, and the thing in schema.org's words."""
    words = {"share_title": head.title, "share_text": head.description, "card": head.card, "card_alt": head.alt}
    words["feed"] = head.feed
    lines = [f"{key}: {_scalar(value)}" for key, value in words.items() if value]
    if head.thing:
        data = _JSON({"@context": "https://schema.org", **head.thing})
        lines.append(f"thing: {_ODD.sub(_escaped, data)}")  # JSON is YAML, but for the signs that YAML refuses
    return lines


_JSON = json.JSONEncoder(ensure_ascii=False).encode
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


_PLAIN = re.compile("[A-Za-zÀ-ỹ](?:[0-9A-Za-zÀ-ỹ,./()–·“”…-]| (?! ))*(?<! )")
_WORDS_OF_YAML = re.compile("yes|no|true|false|on|off|null", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def _scalar(text: str) -> str:
    """The text as a YAML value, just as PyYAML writes it, which alone took a seventh of the time of all pages.

    Letters, digits and signs that YAML has no use for stay as they are, a colon needs quotes; PyYAML is asked for the
    rest.
    """
    if _PLAIN.fullmatch(text) and not _WORDS_OF_YAML.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text.replace(": ", " ")):
        return f"'{text}'"
    return yaml.dump({"a": text}, Dumper=yaml.CSafeDumper, allow_unicode=True, width=1_000_000)[3:-1]


def _finalize(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return escape(value)
    if kind is Markup or kind is Markdown:
        return value  # type: ignore[no-any-return]
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return vietnamese.format_date(value)
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, and names what is missing
    raise TypeError(f"a template prints a {type(value).__name__}; give it text")


def _iso(day: date) -> Markdown:
    """The day for a machine: ``2026-06-10``."""
    return Markdown(day.isoformat())
