"""The page of figures: what was counted, each chart a table with its bars, and how everything was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import WRITTEN
from generator.pages import linked_data
from generator.pages.base import Link, Page, plan_name
from generator.pages.counts import MEASURE_WORDS, Count, Figures, Share, Tally, figures
from generator.pages.data_words import ESCAPED, licence_words
from generator.pages.exports import Exports
from generator.pages.head import Head
from generator.pages.honours import SILENT, capital, newest, sample_words
from generator.pages.tasks import task_views
from generator.vietnamese import enumerate_words, group_digits, percent

ENOUGH = 20
"""Of fewer no percentage is told: one more or less would change it by five points."""
SHOWN = 10
"""The rows of a chart; of more values the first of them, the rest in one row."""
_TITLE = "Số liệu"
_PARTS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("commendations", "year"): ("theo-nam", "Theo năm ký quyết định"),
    ("commendations", "period"): ("theo-thoi-gian-xet", "Theo thời gian xét"),
    ("commendations", "award"): ("theo-danh-hieu", "Theo danh hiệu, hình thức khen thưởng"),
    ("commendations", "basis"): ("theo-loai-hinh", "Theo loại hình khen thưởng"),
    ("commendations", "kind"): ("theo-doi-tuong", "Theo đối tượng"),
    ("commendations", "unit"): ("theo-don-vi", "Theo đơn vị, tổ dân phố"),
    ("households", "award"): ("chi-dem", "Danh hiệu chỉ đếm theo tổ dân phố"),
    ("exemplars", "field"): ("theo-linh-vuc", "Theo lĩnh vực"),
    ("tasks", "state"): ("theo-trang-thai", "Theo trạng thái"),
}
"""Of each chart, by measure and dimension: its part of the page and its heading."""
_SHARES = "Lao động trực tiếp, việc đột xuất, tập thể nhỏ"


_DATA = Address(addresses.FIGURES.page, "tai-du-lieu")
_RULES = """\
Một lượt khen là một dòng trong danh sách của một quyết định đã công bố. Ai được khen hai lần thì tính hai lượt.
{revoked} có quyết định hủy bỏ: không tính.
{withdrawn} đã gỡ thông tin theo yêu cầu: không tính.
Quyết định, gương còn là bản nháp, chưa duyệt hoặc chờ tới ngày công bố: không tính, không cho biết có bao nhiêu.
{unnamed} không nêu tên vì {silent}: có trong tổng số, không tính cho đơn vị nào, để số nhỏ không nói ra người ấy là ai.
Mỗi bảng đếm theo một mặt, không ghép hai mặt với nhau, cũng để số nhỏ không chỉ ra một người.
Danh hiệu chỉ đếm theo tổ dân phố, như gia đình văn hóa, đếm riêng, không cộng vào lượt khen.
Tỷ lệ phần trăm chỉ ghi khi tổng số từ {enough} trở lên; ít hơn thì một lượt đã làm nó đổi quá nhiều.
"""


class Bar(NamedTuple):
    """A row of a chart: its words, where they lead, the number, its share, the bar's length of 100, the whole.

    Many values told as one have no bar: it would dwarf those of single ones.
    """

    label: str
    address: Address | None
    number: str
    share: str
    length: str
    rest: bool = False
    of: str = ""


class Chart(NamedTuple):
    """A table with bars: its part id, heading, what it shows in a sentence, the heads of its columns, its rows.

    ``whole``: each bar is part of a whole of its own, which is drawn behind it.
    """

    id: str
    title: str
    sentence: str
    heads: tuple[str, ...]
    bars: tuple[Bar, ...]
    whole: bool = False


def figures_page(catalogue: Catalogue, exports: Exports) -> Page:
    """The page of figures, with the open data to take away; it counts when it is rendered."""
    entries: list[Entry[Any]] = [*catalogue.honours.decisions, *catalogue.honours.exemplars]
    tasks = [view.sample for view in task_views(catalogue, catalogue.portal.plan) if view.on]
    return Page(
        addresses.FIGURES, "pages/figures.md", _TITLE,
        "Bao nhiêu quyết định, bao nhiêu lượt khen, khen ai, vì việc gì, kế hoạch xong tới đâu; dữ liệu để tải về.",
        "figures", crumbs=(Link(_TITLE),),
        sample=sample_words([*(entry.record.sample for entry in entries), *tasks], "những điều được đếm"),
        modified=newest((catalogue.modified(entry) for entry in entries), catalogue.as_of),
        context=partial(_context, catalogue, exports), head=Head(thing=linked_data.dataset(catalogue, exports)),
    )  # fmt: skip


def _context(catalogue: Catalogue, exports: Exports) -> Mapping[str, object]:
    found = figures(catalogue)
    charts = {(one.measure, one.dimension): _chart(one) for one in found.tallies if one.counts}
    plan, done = catalogue.portal.plan, found.done
    return {
        "as_of": catalogue.as_of,
        "keys": _keys(found),
        "honours": [chart for (measure, _), chart in charts.items() if measure == "commendations"],
        "shares": _shares(
            "ty-le", _SHARES, "Trong những lượt khen", "Lượt khen", [one for one in found.shares if one.whole]
        ),
        "counted": charts.get(("households", "award")),
        "fields": charts.get(("exemplars", "field")),
        "states": charts.get(("tasks", "state")),
        "done": _shares("qua-cac-nam", "Qua các kế hoạch", "Đã hoàn thành", "Nhiệm vụ", done)
        if len(done) > 1
        else None,
        "plan": Link(plan_name(catalogue, plan), addresses.plan(plan)),
        "rules": _rules(found),
        "files": exports.data,
        "licence": licence_words(catalogue.portal.data_licence),
        "escaped": ESCAPED,
        "schemas": [Link(capital(kind.label), addresses.content_schema(kind.name)) for kind in WRITTEN.values()],
    }


def _keys(found: Figures) -> list[tuple[str, str, Address]]:
    """The largest figures: what is counted, the number, where it is listed."""
    keys = [
        ("quyết định khen thưởng", group_digits(found.decisions), addresses.REGISTER),
        ("lượt khen", group_digits(found.commendations), addresses.REGISTER),
        ("gương điển hình", group_digits(found.exemplars), addresses.GALLERY),
    ]
    done = found.done[0] if found.done else None
    if done is not None and done.address is not None:
        of = f"nhiệm vụ đã hoàn thành của {done.label}"
        keys.append((of, f"{done.part}/{done.whole}", done.address))
    return keys


def _chart(tally: Tally) -> Chart:
    id_, title = _PARTS[tally.measure, tally.dimension]
    total, told = tally.total, tally.total >= ENOUGH
    values = [count for count in tally.counts if not count.rest]
    shown = values if len(values) <= SHOWN + 1 else values[:SHOWN]
    rest = values[len(shown) :]
    drawn = [*shown, *(_together(rest) if rest else ()), *(count for count in tally.counts if count.rest)]
    longest = max(count.number for count in tally.counts)
    bars = tuple(
        Bar(
            count.label,
            count.address,
            group_digits(count.number),
            percent(count.number, total) if told else "",
            "" if count.address == _DATA else _length(count.number, longest),
            count.rest,
        )
        for count in drawn
    )
    heads = (tally.label, capital(MEASURE_WORDS[tally.measure]), *(("Tỷ lệ",) if told else ()))
    return Chart(id_, title, _sentence(tally, values), heads, bars)


def _together(counts: Sequence[Count]) -> tuple[Count, ...]:
    """The values that a chart has no room for, as one."""
    label = f"và {group_digits(len(counts))} mục khác"
    return (Count("", label, sum(count.number for count in counts), _DATA, rest=True),)


def _sentence(tally: Tally, values: Sequence[Count]) -> str:
    """What the chart shows, in a plain sentence: who has the most, or that there is only one."""
    unit, total = MEASURE_WORDS[tally.measure], tally.total
    if not values:
        return ""
    if len(values) == 1 and values[0].number == total:
        return f"Cả {group_digits(total)} {unit} thuộc một mục: {values[0].label}."
    most = max(count.number for count in values)
    first = [count.label for count in values if count.number == most]
    if len(first) == len(values) > 1:
        return f"{group_digits(len(values))} mục bằng nhau, mỗi mục {group_digits(most)} {unit}."
    if len(first) > 3:
        return f"{group_digits(len(first))} mục nhiều nhất, mỗi mục {group_digits(most)} {unit}."
    share = f", tức {percent(most, total)}" if total >= ENOUGH and len(first) == 1 else ""
    each = f"mỗi mục {group_digits(most)}" if len(first) > 1 else group_digits(most)
    return f"Nhiều nhất là {enumerate_words(first)}: {each} trên {group_digits(total)} {unit}{share}."


def _shares(id_: str, title: str, head: str, unit: str, shares: Iterable[Share]) -> Chart:
    """Parts of a whole, each against its own."""
    bars = tuple(
        Bar(
            share.label,
            share.address,
            group_digits(share.part),
            percent(share.part, share.whole) if share.whole >= ENOUGH else "",
            _length(share.part, share.whole),
            of=f"trong {group_digits(share.whole)} {share.of}",
        )
        for share in shares
    )
    heads = (head, unit, *(("Tỷ lệ",) if any(bar.share for bar in bars) else ()))
    return Chart(id_, title, "", heads, bars, whole=True)


def _length(number: int, longest: int) -> str:
    """The length of a bar of 100, to a tenth; what is there is seen."""
    return f"{max(number * 100 / longest, 0.4):.1f}".removesuffix(".0") if number else "0"


def _rules(found: Figures) -> list[str]:
    """How everything was counted, and what was not."""
    revoked, withdrawn, unnamed = (_many(one) for one in (found.revoked, found.withdrawn, found.unnamed))
    return _RULES.format(
        revoked=revoked, withdrawn=withdrawn, unnamed=unnamed, silent=SILENT, enough=ENOUGH
    ).splitlines()


def _many(number: int) -> str:
    return f"{group_digits(number)} lượt khen" if number else "Lượt khen"
