"""YAML text to plain data.

Plain data is dicts, lists, text and None, nothing else: no scalar is guessed to be a number, a date or a truth value,
because ``12.10`` is not 12.1 in a law's numbering. Duplicate keys, anchors, aliases, tags, several documents, and words
that YAML would drop as a comment behind a value are refused.
Data carries no positions: ``yaml_places`` finds them in the text again when a problem needs one.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problem
from generator.yaml_faults import QUOTE_IT, RULE, sign_words, syntax_problem
from generator.yaml_places import PLAIN_TAGS, STANDARD, compose, node_place, place_at

MAX_BYTES = 2_000_000
_MAX_DEPTH = 40
_DEEP_INDENT = " " * 100
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def read_text(file: Path) -> tuple[str, list[Problem]]:
    """The file's text, or an empty text and the reason why it cannot be read as UTF-8 text of a sane size."""
    if file.stat().st_size > MAX_BYTES:
        return "", [
            Problem(
                Place(file),
                RULE,
                f"tệp lớn hơn {MAX_BYTES // 1_000_000} MB",
                "tách thành nhiều tệp; tệp nội dung không chứa ảnh",
            )
        ]
    raw = file.read_bytes().removeprefix(codecs.BOM_UTF8)
    try:
        text = _same_breaks(raw.decode())
    except UnicodeDecodeError as error:
        before = _same_breaks(raw[: error.start].decode(errors="replace"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return "", [
            Problem(
                Place(file, line, column, 1),
                "ma-hoa",
                "tệp không phải văn bản UTF-8",
                "lưu lại tệp với mã hóa UTF-8; chữ gõ bằng bảng mã cũ như TCVN3 thì chuyển sang Unicode trước",
            )
        ]
    found = _CONTROL.search(text)
    if found:
        return "", [
            Problem(
                place_at(file, text, found.start()),
                "ma-hoa",
                f"có ký tự điều khiển không nhìn thấy (U+{ord(found.group()):04X})",
                "xóa ký tự này rồi gõ lại chữ ở chỗ đó",
            )
        ]
    return text, []


def _same_breaks(text: str) -> str:
    """The text with one kind of line break, and without the byte order marks that joined files keep inside."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")


def read_yaml(text: str, file: Path, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """The text's plain data and what is wrong with its form; data is None when anything is.

    Data is a dict, a list, text or None; an empty value is None. ``first_line`` is where the text starts in the file.
    """
    problems = _depth_problems(text, file, first_line)
    if problems:
        return None, problems
    try:
        node = compose(text)
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, file, first_line, text)]
    if node is None:
        return None, [
            Problem(Place(file, first_line), RULE, "tệp trống", "điền nội dung, hoặc xóa tệp nếu không cần nữa")
        ]
    if not _SIGNS.search(text):
        with contextlib.suppress(_NotPlain):
            return _plain_data(node), []
    builder = _Builder(text, file, first_line)
    data = builder.build(node)
    return (None, builder.problems) if builder.problems else (data, [])


_SIGNS = re.compile(r"[*&](?<![\w*&].)(?=[\w-])|!(?<!\w.)|#(?<!\S.)")
"""Where an alias, an anchor, a tag or a comment could begin; bold words of a story and ``2026#muc-i`` are none of them.

The sign stands first and what is before it is looked at afterwards: the other way round costs as much as the YAML.
"""


class _NotPlain(Exception):
    """The nodes hold what only the careful builder can tell of: a key that is no text, or one that is there twice."""


def _plain_data(node: yaml.Node) -> Any:
    """The data of nodes without tags, anchors, aliases and comments, in a fifth of the time of the careful builder."""
    if isinstance(node, yaml.ScalarNode):
        return node.value or None
    if isinstance(node, yaml.SequenceNode):
        return [_plain_data(item) for item in node.value]
    data: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode) or key_node.value in data:
            raise _NotPlain
        data[key_node.value] = _plain_data(value_node)
    return data


class _Builder:
    """Builds plain data from composed nodes, noting what YAML would drop or guess.

    Duplicate keys, tags, anchors, aliases, keys that are no text, and what stands behind ``#`` on the line of a value.
    """

    def __init__(self, text: str, file: Path, first_line: int) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._file = file
        self._first_line = first_line
        self._seen: set[int] = set()
        self.problems: list[Problem] = []

    def build(self, node: yaml.Node) -> Any:
        if id(node) in self._seen:
            return None  # an alias; its anchor is noted below
        self._seen.add(id(node))
        sign = self._text[node.start_mark.index : node.start_mark.index + 1]
        if node.tag.startswith(STANDARD) and node.tag not in PLAIN_TAGS:
            short = node.tag.replace(STANDARD, "!!")
            self._note(node, f'có thẻ YAML "{short}", tệp nội dung không được dùng', "bỏ thẻ đi, chỉ giữ giá trị")
            return None
        if sign in {"!", "&"}:
            self._note(node, *sign_words(sign))
            return None
        if isinstance(node, yaml.ScalarNode):
            self._note_comment(node)
            return node.value or None
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item) for item in node.value]
        return self._build_mapping(node)

    def _build_mapping(self, node: yaml.Node) -> dict[str, Any]:
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._note(key_node, "tên trường phải là một từ", 'viết theo dạng "tên_trường: giá trị"')
                continue
            key = key_node.value
            if key in first:
                self._note(key_node, f'trường "{key}" viết hai lần, lần đầu ở dòng {first[key]}', "giữ lại một")
                continue
            first[key] = key_node.start_mark.line + self._first_line
            data[key] = self.build(value_node)
        return data

    def _note_comment(self, node: yaml.ScalarNode) -> None:
        """Notes the words that YAML drops behind an unquoted value: ``thưởng # 5 triệu``."""
        end = node.end_mark
        rest = self._lines[end.line][end.column :] if not node.style and end.line < len(self._lines) else ""
        if rest.lstrip().startswith("#"):
            column = end.column + len(rest) - len(rest.lstrip()) + 1
            place = Place(self._file, end.line + self._first_line, column, len(rest.strip()))
            message = "YAML bỏ qua phần từ dấu # tới hết dòng"
            fix = f"nếu dấu # là chữ trong giá trị thì {QUOTE_IT}; nếu là chú giải thì đưa lên một dòng riêng"
            self.problems.append(Problem(place, RULE, message, fix))

    def _note(self, node: yaml.Node, message: str, fix: str) -> None:
        self.problems.append(Problem(node_place(node, self._file, self._first_line), RULE, message, fix))


def _depth_problems(text: str, file: Path, first_line: int) -> list[Problem]:
    """A problem where nesting passes 40 levels: libyaml's composer recurses and would take the program down.

    Brackets, dashes and indents bound the depth cheaply; only text past that bound is walked event by event.
    """
    brackets = text.count("[") + text.count("{") + text.count("? ")
    if brackets + text.count("- ") < 100 and _DEEP_INDENT not in text:  # nearly every text: a tenth of its reading
        return []
    dashes = max((line.count("- ") + len(line) - len(line.lstrip()) for line in text.split("\n")), default=0)
    if brackets + dashes < 200:
        return []
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _MAX_DEPTH:
                    mark: Any = event.start_mark
                    place = Place(file, mark.line + first_line, mark.column + 1, 1)
                    return [Problem(place, RULE, f"lồng nhau quá {_MAX_DEPTH} mức", "viết lại cho bớt mức")]
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return []  # the composer meets the same fault and reports it
    return []
