"""``addresses.txt``: every address once published, so that none is lost without somebody meaning it.

One address a line, sorted, relative to the site's root, a part behind ``#``. What is listed: the pages of records and
the fixed pages, the parts of plans and their tasks, their old addresses with them, the terms that guidance explains.
What is not: listings that come and go with the records they show (the gallery's, the search page's, the register's
years and periods, the consultations', numbered pages), and files that are no pages.

An address is kept by a page, by an old address (``aliases``), by the neutral page of what is gone; and by a record that
is there and only not to be read on the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator import addresses
from generator.addresses import page_url
from generator.catalogue import Catalogue
from generator.folder import PUBLISHED
from generator.problems import Place, Problem, did_you_mean
from generator.prose import term_ids
from generator.yaml_source import read_text

RULE = "dia-chi"
_PASSING = re.compile(
    r"index\.md|guong/[^/]+/.*|khen-thuong/xet-cho/.*|tim-kiem/[^/]+/.*|khen-thuong/\d+/index\.md|lay-y-kien/index\.md|(.*/)?trang-\d+\.md"
)
_PART_FIX = "ghi địa chỉ cũ vào aliases của kế hoạch, hoặc chủ ý bỏ hẳn thì xóa dòng này"
_PAGE_FIX = "đưa tệp nội dung trở lại, hoặc chủ ý bỏ hẳn thì xóa dòng này"


def addresses_of(catalogue: Catalogue, pages: Iterable[str]) -> frozenset[str]:
    """The lasting addresses among the pages' paths, and those of the parts of plans."""
    found = {page_url(page) for page in pages if page.endswith(".md") and not _PASSING.fullmatch(page)}
    for id_, parts in catalogue.plan_parts.items():
        found |= {f"{page_url(part.address.page)}#{part.address.part}" for part in parts}
        for alias in catalogue.plan(id_).aliases:
            address = addresses.plan_part(f"{id_}#{alias.old}")
            found.add(f"{page_url(address.page)}#{address.part}")
    for id_, entry in catalogue.content.of("guidance").items():
        page = page_url(addresses.of("guidance", id_).page)
        found |= {f"{page}#{term}" for term in term_ids(entry.record.body)}
    return frozenset(found)


def listed_addresses(content_folder: Path) -> tuple[dict[str, int], list[Problem]]:
    """The addresses of the file with their lines, none where there is no file; and what is wrong with its form."""
    file = content_folder / PUBLISHED
    if not file.is_file() or file.is_symlink():
        return {}, []
    text, problems = read_text(file)
    lines = (line.strip() for line in text.split("\n"))
    return {line: number for number, line in enumerate(lines, 1) if line and not line.startswith("#")}, problems


def check_addresses(catalogue: Catalogue, now: frozenset[str]) -> tuple[list[Problem], int]:
    """A problem for each listed address that is lost, and how many are not listed yet; none without the file."""
    listed, problems = listed_addresses(catalogue.content.root)
    if not listed:
        return problems, 0
    waiting = _not_yet(catalogue)
    file = catalogue.content.root / PUBLISHED
    for address in sorted(listed.keys() - now - waiting):
        page, _, part = address.partition("#")
        near = [one for one in now if one.startswith(f"{page}#")] if part else []
        meant = f"{did_you_mean(address, near)} " if near and len(near) <= _MOST_COMPARED else ""
        place = Place(file, listed[address], 1, len(address))
        fix = f"{meant}{_PART_FIX}" if part else _PAGE_FIX
        problems.append(Problem(place, RULE, f'địa chỉ đã đăng "{address}" không còn dẫn tới đâu', fix))
    return problems, len(now - listed.keys())


_MOST_COMPARED = 500
"""Parts of a page: among more, nobody is asked which was meant."""


def _not_yet(catalogue: Catalogue) -> set[str]:
    """The pages of records that are there and are not to be read on this day."""
    hidden: set[str] = set()
    for kind, entries in catalogue.content.entries.items():
        published = catalogue.honours.published(kind)
        if published is not None and addresses.has_page(kind):
            hidden |= {page_url(addresses.of(kind, id_).page) for id_ in entries if id_ not in published}
    return hidden


def write_addresses(catalogue: Catalogue, now: frozenset[str]) -> tuple[int, int]:
    """Adds to the file the addresses it does not have, and takes none away; how many it has, how many are new."""
    listed, _ = listed_addresses(catalogue.content.root)
    new = now - listed.keys()
    if new:
        file = catalogue.content.root / PUBLISHED
        text = "".join(f"{line}\n" for line in sorted({*listed, *new}))
        file.write_text(text, encoding="utf-8", newline="\n")
    return len(listed) + len(new), len(new)
