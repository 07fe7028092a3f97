"""What a cell says: text, yes or no, a day; refused where it holds what nobody can see or read."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from generator import vietnamese
from generator.models.base import prose_text

LEGACY_FAULT = (
    "chữ gõ bằng phông cũ (.Vn…, VNI-…), không phải Unicode: chuyển mã cả tệp sang Unicode (UniKey: Ctrl+Shift+F6)"
)
_YES = {"x", "co", "true", "1", "v", "yes", "dung", "✓", "☑", "✔"}
_NO = {"", "khong", "false", "0", "no", "-"}
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\x0b]")


@lru_cache(maxsize=1_000)  # asked for every run of a Word file
def is_legacy_font(name: str) -> bool:
    """Whether a font of this name shows TCVN3 or VNI text, which is no Unicode; such text is never guessed at."""
    return re.match(r"\.vn|vni[- ]", name.strip(), re.IGNORECASE) is not None


def unseen_sign(text: str) -> str:
    """The first sign nobody can see or that turns text round, as ``U+202E``; empty where there is none."""
    for sign in clean(text):
        if sign not in "\n\t" and unicodedata.category(sign) in _UNSEEN:
            return f"U+{ord(sign):04X}"
    return ""


def shown(text: str) -> str:
    """The text on one line as a terminal may print it: nothing in it that the terminal would obey."""
    return "".join("�" if unicodedata.category(sign) in _UNSEEN else sign for sign in vietnamese.one_line(text))


def clean(text: str) -> str:
    """The text in the portal's normal form, with one kind of line break and without optional hyphens."""
    return _BREAKS.sub("\n", vietnamese.normal(text.replace("\u00ad", "")))


def line(text: str) -> str:
    """The text on one line."""
    return vietnamese.one_line(clean(text))


def prose(text: str) -> str:
    """The text with its lines; pydantic's PydanticCustomError where it is far too long."""
    return prose_text(clean(text)).strip()


def truth(text: str) -> bool | None:
    """Yes (``x``, ``có``) or no (``không``, nothing); raises ValueError for anything else."""
    word = vietnamese.fold(text)
    if word in _YES:
        return True
    if word in _NO:
        return False if word else None
    raise ValueError(text)


def day(text: str) -> date:
    """The day, typed day first or as Excel keeps it; raises ValueError for anything else."""
    return vietnamese.parse_date(line(text))


def percents(text: str) -> str:
    """Two percentages as ``50, 30``; raises ValueError for anything else."""
    found = re.fullmatch(r"([0-9]{1,3}) ?%? ?[,;/x ] ?([0-9]{1,3}) ?%?", line(text))
    if found is None or max(map(int, found.groups())) > 100:
        raise ValueError(text)
    return f"{int(found[1])}, {int(found[2])}"


def number(text: str) -> int | None:
    """The row number a cell gives, ``1``, ``1.`` or ``01``; None where it gives none."""
    match = re.fullmatch(r"\(?0*([0-9]{1,5})\)?[.)]?", line(text))
    return int(match.group(1)) if match else None
