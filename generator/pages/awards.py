"""What the ward commends people with: each title and form, who may confer it, on which article, with what bonus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator import addresses, vietnamese
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Award
from generator.models.awards import BaseSalary, Bonus, EarlierAuthority, LegalPoint
from generator.models.base import references
from generator.pages.base import REPORT, Link, Page
from generator.pages.changed import law_changes
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
class AmountView:
    """A bonus in đồng under one base salary: between which days, how it is computed, where the salary is from."""

    when: str
    words: str
    salary: PointView
    now: bool


@dataclass(frozen=True)
class BonusView:
    """A bonus: to whom, how many base salaries, the article, and the amounts, the newest first."""

    to: str
    coefficient: str
    law: Link | None
    note: str
    amounts: tuple[AmountView, ...]

    @property
    def today(self) -> str:
        """The amount as of the day, computed; empty where no base salary of the day is known."""
        return next((amount.words for amount in self.amounts if amount.now), "")


@dataclass(frozen=True)
class EarlierView:
    """Who conferred the award before a day, and on which articles."""

    until: date
    who: str
    points: tuple[PointView, ...]


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
    before: EarlierView | None
    criteria: tuple[PointView, ...]
    bonuses: tuple[BonusView, ...]
    cautions: tuple[str, ...]
    decisions: tuple[Link, ...]
    more: int

    @property
    def laws(self) -> tuple[Link, ...]:
        """The articles on which the row of the table rests: of the authority and of the bonus, each once."""
        earlier = self.before.points if self.before else ()
        found = [*(one.law for one in (*earlier, *self.points)), *(bonus.law for bonus in self.bonuses)]
        return tuple(dict.fromkeys(law for law in found if law is not None))


def awards_page(catalogue: Catalogue) -> Page:
    """The page of all awards, in the order the editors gave them."""
    entries = sorted(catalogue.content.of("awards").values(), key=lambda entry: (entry.record.order, entry.id))
    salaries = _salaries(catalogue)
    sampled = any(honour.decision.record.sample for honour in catalogue.honours.rows)
    days = [day for entry in entries if (day := catalogue.modified(entry))]
    earlier = [entry.record.authority.before for entry in entries]
    context = {
        "guide": None,
        "awards": [_award(catalogue, entry, salaries) for entry in entries],
        "until": max((one.until for one in earlier if one), default=None),
        "summary": SUMMARY,
        "changed": law_changes(catalogue, _cited(catalogue)),
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
        modified=max([*days, *_changed_on(catalogue, salaries)], default=None), context=context,
    )  # fmt: skip


def _award(catalogue: Catalogue, entry: Entry[Award], salaries: Sequence[BaseSalary]) -> AwardView:
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
        _before(catalogue, award.authority.before),
        tuple(_point(catalogue, point) for point in award.criteria),
        tuple(_bonus(catalogue, bonus, salaries) for bonus in award.bonuses),
        award.caution,
        tuple(links[:_DECISIONS]),
        len(links[_DECISIONS:]),
    )


def _point(catalogue: Catalogue, point: LegalPoint) -> PointView:
    law = law_link(catalogue, point.instrument, point.article) if point.instrument else None
    note = "" if "chưa kiểm chứng" in point.text else level_note(point.level)
    return PointView(point.text, law, note)


def _before(catalogue: Catalogue, before: EarlierAuthority | None) -> EarlierView | None:
    if before is None:
        return None
    return EarlierView(before.until, before.who, tuple(_point(catalogue, point) for point in before.points))


def _bonus(catalogue: Catalogue, bonus: Bonus, salaries: Sequence[BaseSalary]) -> BonusView:
    law = law_link(catalogue, bonus.instrument, bonus.article) if bonus.instrument else None
    amounts = tuple(_amount(catalogue, bonus.coefficient, salary) for salary in reversed(salaries))
    return BonusView(_TO[bonus.to], bonus.coefficient, law, level_note(bonus.level), amounts)


def _amount(catalogue: Catalogue, coefficient: str, salary: BaseSalary) -> AmountView:
    base = vietnamese.group_digits(salary.amount)
    source = law_link(catalogue, salary.instrument, salary.article) if salary.instrument else None
    return AmountView(
        _span(salary),
        f"{coefficient} × {base} = {_product(coefficient, salary.amount)} đồng",
        PointView(f"{base} đồng một tháng", source, level_note(salary.level)),
        salary.first_day <= catalogue.as_of and (salary.until is None or catalogue.as_of <= salary.until),
    )


def _span(salary: BaseSalary) -> str:
    """Between which days the base salary holds, as far as that is known."""
    since = f"Từ ngày {vietnamese.format_date(salary.from_date)}" if salary.from_date else ""
    until = f"tới hết ngày {vietnamese.format_date(salary.until)}" if salary.until else ""
    words = " ".join(filter(None, (since, until))) or "Không rõ từ ngày nào"
    return f"{words[:1].upper()}{words[1:]}{'' if since or not until else ' (chưa rõ từ ngày nào)'}"


def _salaries(catalogue: Catalogue) -> list[BaseSalary]:
    """The base salaries known on the day, the oldest first: those that hold or held, and what is already decided."""
    values = [value for entry in catalogue.content.of("base-salary").values() for value in entry.record.values]
    known = [value for value in values if _is_known(catalogue, value)]
    return sorted(known, key=lambda value: value.first_day)


def _is_known(catalogue: Catalogue, salary: BaseSalary) -> bool:
    decided = catalogue.instrument(salary.instrument).date if salary.instrument else None
    return min(salary.first_day, decided or date.max) <= catalogue.as_of


def _changed_on(catalogue: Catalogue, salaries: Sequence[BaseSalary]) -> list[date]:
    return [value.from_date for value in salaries if value.from_date and value.from_date <= catalogue.as_of]


def _cited(catalogue: Catalogue) -> list[str]:
    """The instruments on which the awards and the base salary rest, in the order of the page."""
    entries = (*catalogue.content.of("awards").values(), *catalogue.content.of("base-salary").values())
    found = (one for entry in entries for one in references(entry.record))
    return [one.target for one in found if one.kind == "legislation"]


def _product(coefficient: str, amount: int) -> str:
    """The coefficient times the amount, exactly, as Vietnamese writes it: ``0,3`` times 2530000 is ``759.000``."""
    product = Decimal(coefficient.replace(",", ".")) * amount
    whole = int(product)
    fraction = f"{product - whole:f}".partition(".")[2].rstrip("0")
    return vietnamese.group_digits(whole) + (f",{fraction}" if fraction else "")
