"""The days by which a plan's tasks must be done, as iCalendar (RFC 5545), of a plan or of one organisation.

A task stands on its day, or on the last day of its quarter; one whose period says neither stands nowhere. What was done
of it is not told, so that the same record gives the same bytes on every day: each event leads to the task's page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from generator import addresses, numbering, vietnamese
from generator.catalogue import Catalogue
from generator.models.plan import Task
from generator.pages.base import plan_name
from generator.pages.frame import site_name
from generator.pages.notices import notices
from generator.pages.official_text import DRAFT, is_draft

_QUARTER_ENDS = {"1": (3, 31), "2": (6, 30), "3": (9, 30), "4": (12, 31)}
_PRODUCT = "-//cong-thi-dua//lich nhiem vu//VI"


@dataclass(frozen=True)
class CalendarDay:
    """Something that ends on a day.

    ``uid`` never changes; ``changed`` is the newest day in the record it comes from, ``since`` the first it can have.
    """

    uid: str
    day: date
    summary: str
    description: str
    url: str
    changed: date
    since: date


def export_calendar(catalogue: Catalogue, plan_id: str) -> bytes:
    """The dated tasks of the plan, in the order of their days; a calendar without an event where it has none."""
    plan = catalogue.plan(plan_id)
    name = f"{site_name(catalogue)}, năm {plan.year}"
    return _calendar(name, [_event(day) for _, day in task_days(catalogue, plan_id)])


def ward_calendar(catalogue: Catalogue) -> bytes:
    """The days of the ward, at an address that stays when the next plan takes this one's place."""
    return _calendar(site_name(catalogue), [_event(day) for day in ward_days(catalogue)])


def ward_days(catalogue: Catalogue) -> list[CalendarDay]:
    """All that ends on a day now: the dated tasks of the plan in use, and what notices of the ward close."""
    days = [day for _, day in task_days(catalogue, catalogue.portal.plan)]
    return sorted([*days, *notice_days(catalogue)], key=lambda one: one.day)


def notice_days(catalogue: Catalogue) -> list[CalendarDay]:
    """The last days of the ward's published notices, past ones too: who took one in keeps it."""
    found = []
    for notice in notices(catalogue):
        entry = catalogue.content.of("documents")[notice.id]
        url = addresses.absolute_url(catalogue.portal.site_address, notice.address)
        sample = ["Dữ liệu minh họa, không có thật"] if entry.record.sample else []
        words = "\n".join([notice.title, *sample, url])
        uid = f"thong-bao-{notice.id}@{_host(catalogue)}"
        changed = entry.record.approved.date if entry.record.approved else entry.record.date
        found.append(CalendarDay(uid, notice.day, notice.what, words, url, changed, entry.record.date))
    return found


def organisation_calendars(catalogue: Catalogue) -> dict[str, bytes]:
    """For each organisation with a dated task in the plan now in use, by itself or through a group: its calendar.

    An event is the same in each calendar it stands in, so that who takes in two of them has it once.
    """
    plan = catalogue.portal.plan
    events = [(key, _event(day)) for key, day in task_days(catalogue, plan)]
    found = {}
    for id_, duties in catalogue.duties.items():
        own = {duty.key for duty in duties if duty.plan == plan}
        theirs = [event for key, event in events if key in own]
        if theirs:
            name = f"{catalogue.organisation(id_).name}: việc trong kế hoạch thi đua, khen thưởng"
            found[id_] = _calendar(name, theirs)
    return found


def task_days(catalogue: Catalogue, plan_id: str) -> list[tuple[str, CalendarDay]]:
    """The plan's dated tasks by key, in the order of their days, then of the annex."""
    annex = catalogue.annex(plan_id)
    if annex is None:
        return []
    year = catalogue.plan(plan_id).year
    changed = _changed(catalogue, plan_id)
    found = []
    for key, task in zip(numbering.task_keys(annex), annex.tasks, strict=True):
        day = last_day(task, year)
        if day is not None:
            id_ = numbering.task_id(key)
            url = addresses.absolute_url(catalogue.portal.site_address, addresses.progress(plan_id, id_))
            uid = f"{id_}.ke-hoach-{plan_id}@{_host(catalogue)}"
            words = f"{_words(catalogue, plan_id, task, day)}\n{url}"
            found.append((key, CalendarDay(uid, day, task.content, words, url, changed, date(year, 1, 1))))
    return sorted(found, key=lambda one: one[1].day)


def last_day(task: Task, year: int) -> date | None:
    """The day by which the task must be done, if its period says one: that day, or the last of the quarter."""
    if task.due is not None:
        return task.due
    return date(year, *_QUARTER_ENDS[task.quarter]) if task.quarter else None


def _changed(catalogue: Catalogue, plan_id: str) -> date:
    """The newest day in the plan and its progress; the first of its year where they hold none.

    The days in its annex are those by which tasks are due: that one comes changes nothing in the record.
    """
    entries = [catalogue.content.of(kind).get(plan_id) for kind in ("plans", "progress")]
    days = [day for entry in entries if entry and (day := catalogue.modified(entry))]
    return max(days, default=date(catalogue.plan(plan_id).year, 1, 1))


def _host(catalogue: Catalogue) -> str:
    return urlsplit(catalogue.portal.site_address).hostname or "localhost"


def _words(catalogue: Catalogue, plan_id: str, task: Task, day: date) -> str:
    """Whose task it is and when, line by line, as the annex says."""
    plan = catalogue.plan(plan_id)
    lines = [f"Nhiệm vụ {task.number}".strip() + f", {plan_name(catalogue, plan_id).lower()}"]
    lines += [DRAFT] if is_draft(plan) else []
    lines += ["Dữ liệu minh họa, không có thật"] if plan.sample else []
    lines += [f"Chủ trì: {task.lead}"] if task.lead else []
    lines += [f"Phối hợp: {task.coordination}"] if task.coordination else []
    until = f"hết ngày {vietnamese.format_date(day)}"
    if task.period:  # “Trước 25/8” says its day itself, and that day is not wholly the task's
        said = re.search(rf"(?<!\d)0?{day.day}\s*[/.-]\s*0?{day.month}(?!\d)", task.period)
        until = task.period if said else f"{task.period} ({until})"
    return "\n".join([*lines, f"Thời gian: {until}"])


def _event(day: CalendarDay) -> bytes:
    """One event of a whole day, which makes nobody busy; without an end it lasts that day (RFC 5545, 3.6.1).

    Its revision counts the days since ``since``, so that a later record has a higher one.
    """
    event = Event()
    stamp = datetime.combine(day.changed, time(), UTC)
    event.add("uid", day.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", max((day.changed - day.since).days, 0))
    event.add("dtstart", day.day)
    event.add("summary", day.summary, parameters={"LANGUAGE": "vi"})
    event.add("description", day.description, parameters={"LANGUAGE": "vi"})
    event.add("url", day.url)
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())


def _calendar(name: str, events: Iterable[bytes]) -> bytes:
    """A calendar of events that are written already: one event may stand in a hundred calendars."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name), parameters={"LANGUAGE": "vi"})
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    end = b"END:VCALENDAR\r\n"
    return bytes(calendar.to_ical()).removesuffix(end) + b"".join(events) + end
