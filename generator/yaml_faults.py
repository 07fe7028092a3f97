"""What libyaml says of a broken text, in an editor's words: the fact, the way out, the place where the fault begins."""

from __future__ import annotations

from pathlib import Path

import yaml

from generator.problems import Place, Problem

RULE = "yaml"
QUOTE_IT = "đặt cả giá trị trong dấu nháy kép"
# where libyaml notices too late, and the editor must see where the fault begins
_BEGUN = (
    "while scanning a quoted scalar",
    "while scanning a simple key",
    "while scanning a tag",
    "while scanning an a",  # an alias, an anchor
    "while scanning a block scalar",
    "while parsing a flow",
)

# what libyaml says, what it means to an editor, and the way out
_SYNTAX = (
    (
        "mapping values are not allowed",
        "có dấu hai chấm thừa, hoặc dòng này thụt vào sai mức",
        f"giá trị có dấu hai chấm thì {QUOTE_IT}; nếu không, thụt dòng bằng các dòng cùng mức",
    ),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên trường", 'viết theo dạng "tên_trường: giá trị"'),
    ("found unexpected end of stream", "mở dấu nháy mà không đóng", "thêm dấu nháy đóng ở cuối giá trị"),
    (
        "did not find expected ',' or",
        "mở ngoặc mà không đóng, hoặc thiếu dấu phẩy giữa các giá trị",
        "đóng ngoặc ở cuối, viết dấu phẩy giữa các giá trị",
    ),
    ("did not find expected key", "dòng này thụt vào sai mức", "thụt dòng bằng các dòng cùng mức"),
    (
        "did not find expected <document start>",
        "dòng này không thẳng hàng với các trường ở trên",
        "cho các trường cùng mức bắt đầu ở cùng một cột",
    ),
    (
        "did not find expected '-' indicator",
        "danh sách đang viết dở bằng dấu gạch thì gặp một dòng khác kiểu",
        "thụt dòng cho thẳng với các gạch đầu dòng, hoặc đưa dòng này ra khỏi danh sách",
    ),
    (
        "block sequence entries are not allowed",
        "dấu gạch đầu dòng đứng sai chỗ",
        f"xuống dòng trước dấu gạch đầu dòng; dấu gạch là chữ trong giá trị thì {QUOTE_IT}",
    ),
    (
        "found unknown escape character",
        "trong dấu nháy kép, dấu \\ là ký tự đặc biệt",
        "đặt cả giá trị trong dấu nháy đơn, hoặc viết dấu \\ hai lần",
    ),
    ("expected a single document", "tệp có một dòng --- ở giữa", "bỏ dòng --- này"),
)


def sign_words(sign: str) -> tuple[str, str]:
    """The fact and the way out where YAML takes the first character of a value for a command."""
    return f"giá trị mở đầu bằng dấu {sign} mà không đặt trong dấu nháy", f'{QUOTE_IT}: "{sign}…"'


def syntax_problem(error: yaml.YAMLError, file: Path, first_line: int, text: str) -> Problem:
    """The problem libyaml met, at the place where an editor sees the fault begin, in an editor's words."""
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    noticed, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = begun or noticed if context.startswith(_BEGUN) else noticed or begun
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if line >= len(lines) or not lines[line].strip():  # libyaml points behind the end; show the last line with text
        line = max((number for number, content in enumerate(lines[: line + 1]) if content.strip()), default=0)
        column = len(lines[line])
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    if "\t" in indent or lines[line][column : column + 1] == "\t":
        column = indent.find("\t") if "\t" in indent else column
        words = ("thụt đầu dòng bằng phím Tab", "thay mỗi Tab bằng hai dấu cách; các dòng cùng mức thụt bằng nhau")
    else:
        words = _syntax_words(f"{context} {said}".strip(), lines[line], column)
    return Problem(Place(file, line + first_line, column + 1, 1), RULE, *words)


def _syntax_words(said: str, line: str, column: int) -> tuple[str, str]:
    """The fact and the way out for what libyaml said of the line."""
    sign = line[column : column + 1]
    before = line[:column].rstrip()
    if sign and sign in "@`%!&*}],?|>" and before.endswith((":", "-", "[", "{", ",")):
        return sign_words(sign)
    if "did not find expected key" in said and before.endswith(('"', "'")):
        return "dấu nháy đóng giữa chừng giá trị", "bên trong giá trị dùng “ ” thay cho dấu nháy"
    if "did not find expected key" in said and before.endswith(("]", "}")):
        return "có chữ đứng sau dấu đóng ngoặc", f"nếu dấu ngoặc là chữ trong giá trị thì {QUOTE_IT}"
    for phrase, message, fix in _SYNTAX:
        if phrase in said:
            return message, fix
    return "không đọc được YAML" + f" ({said})" * bool(said), "so với một tệp cùng loại đang đúng"
