"""What the ward commends people with: each title and form, who may confer it, on which article, with what bonus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Award
from generator.models.awards import BaseSalary, Bonus, LegalPoint
from generator.pages.base import REPORT, Link, Page
from generator.pages.law import law_link, level_note
from generator.pages.wording import amended_wording

TITLE = "Phường tặng những danh hiệu, hình thức khen thưởng nào"
SUMMARY = "Từng danh hiệu, hình thức khen thưởng: ai được tặng, theo điều nào, tiêu chuẩn, tiền thưởng kèm theo."
_KINDS = {"title": "Danh hiệu thi đua", "form": "Hình thức khen thưởng"}
_TO = {"individual": "cá nhân", "group": "tập thể", "household": "hộ gia đình"}
# in a sentence, in the table's cell, and the tone of both
_AUTHORITY = {
    "yes": ("Chủ tịch UBND phường có thẩm quyền tặng", "Có thẩm quyền", "ok"),
    "by-form": (
        "Chủ tịch UBND phường có thẩm quyền theo mẫu bằng; điều khoản chuyển giao chưa thấy",
        "Theo mẫu bằng",
        "run",
    ),
    "unverified": ("Thẩm quyền của Chủ tịch UBND phường: chưa kiểm chứng", "Chưa kiểm chứng", "none"),
    "no": ("Không thuộc thẩm quyền của Chủ tịch UBND phường", "Không thuộc thẩm quyền", "off"),
}
_DECISIONS = 5


@dataclass(frozen=True)
class PointView:
    """A statement, the article it rests on, and how surely it is known."""

    text: str
    law: Link | None
    note: str


@dataclass(frozen=True)
class BonusView:
    """A bonus: to whom, how many base salaries, the amount as of the day, and the articles of both."""

    to: str
    coefficient: str
    law: Link | None
    note: str
    amount: str
    salary: PointView | None


@dataclass(frozen=True)
class AwardView:
    """An award ready to print."""

    id: str
    name: str
    kind: str
    given_to: str
    authority: str
    allowed: str
    tone: str
    since: date | None
    points: tuple[PointView, ...]
    criteria: tuple[PointView, ...]
    bonuses: tuple[BonusView, ...]
    cautions: tuple[str, ...]
    decisions: tuple[Link, ...]
    more: int


def awards_page(catalogue: Catalogue) -> Page:
    """The page of all awards, in the order the editors gave them."""
    entries = sorted(catalogue.content.of("awards").values(), key=lambda entry: (entry.record.order, entry.id))
    salary = _salary(catalogue)
    sampled = any(honour.decision.record.sample for honour in catalogue.honours.rows)
    days = [day for entry in entries if (day := catalogue.modified(entry))]
    context = {
        "guide": None,
        "awards": [_award(catalogue, entry, salary) for entry in entries],
        "summary": SUMMARY,
        "wording": amended_wording(catalogue),
        "register": addresses.REGISTER,
        "report": REPORT,
        "as_of": catalogue.as_of,
        "office": Link(
            catalogue.organisation(catalogue.portal.office).name, addresses.of("organisations", catalogue.portal.office)
        ),
    }
    return Page(
        addresses.AWARDS, "pages/awards.md", TITLE, SUMMARY, "awards", "guidance",
        crumbs=(Link("Hướng dẫn", addresses.GUIDANCE), Link(TITLE)),
        sample="Các quyết định khen thưởng ở đây do người làm chuyên trang đặt ra để minh họa." if sampled else "",
        modified=max([*days, *([salary.from_date] if salary else [])], default=None), context=context,
    )  # fmt: skip


def _award(catalogue: Catalogue, entry: Entry[Award], salary: BaseSalary | None) -> AwardView:
    award = entry.record
    sentence, allowed, tone = _AUTHORITY[award.authority.holds]
    decisions = {honour.decision.id: honour.decision for honour in catalogue.honours.of_award.get(entry.id, ())}
    links = [
        Link(f"{one.record.number}, ngày {vietnamese.format_date(one.record.date)}", addresses.of("decisions", id_))
        for id_, one in decisions.items()
    ]
    return AwardView(
        entry.id,
        award.name,
        _KINDS[award.kind],
        vietnamese.enumerate_words([_TO[kind] for kind in award.given_to]),
        sentence,
        allowed,
        tone,
        award.authority.since,
        tuple(_point(catalogue, point) for point in award.authority.points),
        tuple(_point(catalogue, point) for point in award.criteria),
        tuple(_bonus(catalogue, bonus, salary) for bonus in award.bonuses),
        award.caution,
        tuple(links[:_DECISIONS]),
        len(links[_DECISIONS:]),
    )


def _point(catalogue: Catalogue, point: LegalPoint) -> PointView:
    law = law_link(catalogue, point.instrument, point.article) if point.instrument else None
    note = "" if "chưa kiểm chứng" in point.text else level_note(point.level)
    return PointView(point.text, law, note)


def _bonus(catalogue: Catalogue, bonus: Bonus, salary: BaseSalary | None) -> BonusView:
    law = law_link(catalogue, bonus.instrument, bonus.article) if bonus.instrument else None
    note = level_note(bonus.level)
    if salary is None:
        return BonusView(_TO[bonus.to], bonus.coefficient, law, note, "", None)
    base = vietnamese.group_digits(salary.amount)
    amount = f"{bonus.coefficient} × {base} = {_product(bonus.coefficient, salary.amount)} đồng"
    since = f"{base} đồng một tháng, từ ngày {vietnamese.format_date(salary.from_date)}"
    source = law_link(catalogue, salary.instrument, salary.article) if salary.instrument else None
    return BonusView(
        _TO[bonus.to], bonus.coefficient, law, note, amount, PointView(since, source, level_note(salary.level))
    )


def _salary(catalogue: Catalogue) -> BaseSalary | None:
    """The base salary on the day, if its value is known."""
    values = [
        value
        for entry in catalogue.content.of("base-salary").values()
        for value in entry.record.values
        if value.from_date <= catalogue.as_of
    ]
    return max(values, key=lambda value: value.from_date, default=None)


def _product(coefficient: str, amount: int) -> str:
    """The coefficient times the amount, exactly, as Vietnamese writes it: ``0,3`` times 2530000 is ``759.000``."""
    product = Decimal(coefficient.replace(",", ".")) * amount
    whole = int(product)
    fraction = f"{product - whole:f}".partition(".")[2].rstrip("0")
    return vietnamese.group_digits(whole) + (f",{fraction}" if fraction else "")
