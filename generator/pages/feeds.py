"""What is new, for whoever follows the site in a feed reader: which feeds there are, and the entries of each.

An entry's days come from the records, never from a clock: the day on which it could first be read, and that of its
latest correction. What a reader took in cannot be taken back: as on cards, a person is named only where the ground
covers sharing, and a child never. A person taken down, an embargo, a draft leave no entry, as they leave no page.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator import addresses, grounds, numbering, vietnamese
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Consultation, Decision, Document, Exemplar, Movement, Practice
from generator.pages.base import plan_name, shorten
from generator.pages.honours import award_link, decision_counts
from generator.pages.news import Feed, News
from generator.pages.sharing import shared_deed, unnamed
from generator.task_states import WORDS

NEWEST = 50
"""Entries of a feed; older ones stay on the pages."""


ALL = "tat-ca"
"""The name of the feed of everything."""
_DOCUMENTS = {"paper": "Văn bản của phường", "notice": "Thông báo", "form": "Biểu mẫu"}


def feeds(catalogue: Catalogue) -> tuple[Feed, ...]:
    """Every feed: all that is new, honours, notices, the plans, and each movement's own."""
    published = catalogue.honours
    honoured = [
        *_exemplars(catalogue, published.exemplars),
        *_decisions(catalogue, published.decisions),
        *_practices(published.practices),
    ]
    announced = [*_documents(published.documents), *_consultations(published.consultations)]
    planned = [*_plans(catalogue), *_progress(catalogue)]
    moved = [news for entry in catalogue.content.of("movements").values() for news in _movement(catalogue, entry)]
    return (
        _feed(
            ALL, "Tất cả tin mới", "Gương, khen thưởng, phong trào, thông báo, kế hoạch.", addresses.HOME,
            [*honoured, *announced, *planned, *moved],
        ),
        _feed(
            "khen-thuong", "Khen thưởng và gương điển hình", "Quyết định khen thưởng, gương điển hình, cách làm hay.",
            addresses.GALLERY, honoured,
        ),
        _feed(
            "thong-bao", "Thông báo, lấy ý kiến", "Văn bản, thông báo, biểu mẫu của phường; danh sách lấy ý kiến.",
            addresses.DOCUMENTS, announced,
        ),
        _feed(
            "ke-hoach", "Kế hoạch và tiến độ", "Kế hoạch mới, kế hoạch thay đổi, nhiệm vụ có kết quả.",
            addresses.PLANS, planned,
        ),
        *(_of_movement(catalogue, entry) for entry in catalogue.content.of("movements").values()),
    )  # fmt: skip


def movement_feed(id_: str) -> str:
    """The name of the movement's feed."""
    return f"phong-trao/{id_}"


def _feed(name: str, title: str, about: str, page: Address, news: Iterable[News]) -> Feed:
    newest = heapq.nlargest(NEWEST, news, key=lambda one: (one.updated, one.published, one.id))
    return Feed(name, title, about, page, tuple(newest))


def _of_movement(catalogue: Catalogue, entry: Entry[Movement]) -> Feed:
    """The movement's own feed: whom it brought forth, what was decided, said and reached in it."""
    told = {(one.kind, one.id): one for one in catalogue.referred_by.get(("movements", entry.id), ())}
    for honour in catalogue.honours.of_movement.get(entry.id, ()):
        told["decisions", honour.decision.id] = honour.decision
        if honour.exemplar is not None:
            told["exemplars", honour.exemplar.id] = honour.exemplar

    def of_kind(kind: str) -> list[Entry[Any]]:
        return [one for (other, _), one in told.items() if other == kind]

    news = [
        *_exemplars(catalogue, of_kind("exemplars")),
        *_decisions(catalogue, of_kind("decisions")),
        *_practices(of_kind("practices")),
        *_documents(of_kind("documents")),
        *_movement(catalogue, entry),
    ]
    title = f"Phong trào: {entry.record.name}"
    about = "Gương, quyết định, văn bản, kết quả của phong trào."
    return _feed(movement_feed(entry.id), title, about, addresses.of("movements", entry.id), news)


def _exemplars(catalogue: Catalogue, entries: Iterable[Entry[Exemplar]]) -> Iterator[News]:
    """The newest of them: no feed takes more."""

    def place(entry: Entry[Exemplar]) -> tuple[date, str]:
        return _readable(entry.record, catalogue.honours.told_on(entry)), entry.id

    return (_exemplar(catalogue, entry) for entry in heapq.nlargest(NEWEST, entries, key=place))


def _exemplar(catalogue: Catalogue, entry: Entry[Exemplar]) -> News:
    exemplar = entry.record
    name = catalogue.honours.exemplar_name(exemplar) if grounds.name_may_travel(exemplar) else unnamed(exemplar)
    deed = shared_deed(catalogue, exemplar)
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    sample = exemplar.sample or any(one.decision.record.sample for one in honours)
    day = _readable(exemplar, catalogue.honours.told_on(entry))
    return News(_id(entry), "Gương điển hình", name, deed, addresses.of("exemplars", entry.id), day, day, sample)


def _decisions(catalogue: Catalogue, entries: Iterable[Entry[Decision]]) -> Iterator[News]:
    return (_decision(catalogue, entry) for entry in entries)


def _decision(catalogue: Catalogue, entry: Entry[Decision]) -> News:
    record = entry.record
    day = _readable(record, record.date)
    corrected = [one.date for one in record.corrections if one.date <= catalogue.as_of]
    awards = dict.fromkeys(award_link(catalogue, one.award).label for one in record.lists)
    counts = decision_counts(record.lists, catalogue.honours.of_decision.get(entry.id, ()))
    words = [f"{record.title}.", f"{', '.join(awards)}: {counts}.", *(["Có đính chính."] if corrected else [])]
    title = f"Quyết định {record.number}, ngày {vietnamese.format_date(record.date)}"
    address = addresses.of("decisions", entry.id)
    return News(_id(entry), "Khen thưởng", title, " ".join(words), address, day, max([day, *corrected]), record.sample)


def _practices(entries: Iterable[Entry[Practice]]) -> Iterator[News]:
    for entry in entries:
        record, day, address = entry.record, _readable(entry.record), addresses.of("practices", entry.id)
        yield News(_id(entry), "Cách làm hay", record.name, record.summary, address, day, day, record.sample)


def _documents(entries: Iterable[Entry[Document]]) -> Iterator[News]:
    for entry in entries:
        record, address = entry.record, addresses.of("documents", entry.id)
        day = _readable(record, record.date)
        words = f"{record.summary} Hạn: {vietnamese.format_date(record.closes)}." if record.closes else record.summary
        yield News(_id(entry), _DOCUMENTS[record.kind], record.title, words, address, day, day, record.sample)


def _consultations(entries: Iterable[Entry[Consultation]]) -> Iterator[News]:
    for entry in entries:
        record = entry.record
        day = _readable(record, record.opens)
        address = addresses.of("consultations", entry.id)
        words = f"Nhận ý kiến đến hết ngày {vietnamese.format_date(record.closes)}."
        yield News(_id(entry), "Lấy ý kiến", record.title, words, address, day, day, record.sample)


def _plans(catalogue: Catalogue) -> Iterator[News]:
    """Each plan that has a day, and what changed in it against the one before."""
    for id_, entry in catalogue.content.of("plans").items():
        plan = entry.record
        if plan.date is None or plan.date > catalogue.as_of:
            continue
        name = plan_name(catalogue, id_)
        words = f"Toàn văn, đúng từng chữ: {plan.title}."
        yield News(_id(entry), "Kế hoạch", name, words, addresses.plan(id_), plan.date, plan.date, plan.sample)
        if plan.compared_with:
            title = f"{name}: thay đổi so với {plan_name(catalogue, plan.compared_with).lower()}"
            words, address = "Phần nào mới, phần nào bỏ, chữ nào đổi.", addresses.comparison(id_)
            yield News(f"so-sanh/{id_}", "Kế hoạch", title, words, address, plan.date, plan.date, plan.sample)


def _progress(catalogue: Catalogue) -> Iterator[News]:
    """The latest told state of each task of each plan."""
    for id_, entry in catalogue.content.of("annexes").items():
        progress = catalogue.content.of("progress").get(id_)
        sample = catalogue.plan(id_).sample or (progress is not None and progress.record.sample)
        for key, task in zip(numbering.task_keys(entry.record), entry.record.tasks, strict=True):
            told = catalogue.progress_of(id_, key)
            if told is None:
                continue
            part = numbering.task_id(key)
            title = f"Nhiệm vụ {key}, {plan_name(catalogue, id_).lower()}: {WORDS[told.state].lower()}"
            words, address = shorten(task.content, 300), addresses.progress(id_, part)
            stamp = f"tien-do/{id_}/{part}/{told.date.isoformat()}"
            yield News(stamp, "Tiến độ", title, words, address, told.date, told.date, sample)


def _movement(catalogue: Catalogue, entry: Entry[Movement]) -> Iterator[News]:
    """That the movement began, and what came of it, each on its own day."""
    record, address = entry.record, addresses.of("movements", entry.id)
    if record.starts and record.starts <= catalogue.as_of:
        title, words = f"Phong trào thi đua: {record.name}", f"Lĩnh vực: {record.field}."
        yield News(_id(entry), "Phong trào", title, words, address, record.starts, record.starts, record.sample)
    times: Counter[date] = Counter()
    for result in record.results:
        times[result.date] += 1
        if result.date <= catalogue.as_of:
            title, stamp = f"Kết quả phong trào: {record.name}", f"{_id(entry)}/{result.date}/{times[result.date]}"
            yield News(stamp, "Phong trào", title, result.text, address, result.date, result.date, record.sample)


def _readable(record: Any, since: date = date.min) -> date:
    """The first day on which the record could be read: approved, its wait over, and what it tells of done."""
    return max(day for day in (record.approved.date, record.publish_from, since) if day is not None)


def _id(entry: Entry[Any]) -> str:
    return addresses.page_url(addresses.of(entry.kind, entry.id).page).rstrip("/")
