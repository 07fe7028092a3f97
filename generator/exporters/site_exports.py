"""The files readers take away from the site, made of the plans and of who must do what: bytes, and what pages tell.

Those of plans and calendars depend on the plans and on the organisations named in them, never on the honoured; the open
data counts the honoured and names none; the feeds tell the newest of them as their pages do.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.exporters.calendar import organisation_calendars, task_days, ward_calendar, ward_days
from generator.exporters.feeds import feed_files
from generator.exporters.introduction_form import introduction_forms
from generator.exporters.open_data import open_data
from generator.exporters.plan_formats import PLAN_FORMATS
from generator.pages.exports import DataExport, Export, Exports
from generator.pages.feeds import feeds


@dataclass(frozen=True)
class SiteExports:
    """The files by path below the site, and what pages tell of them."""

    files: dict[str, bytes]
    told: Exports


def site_exports(catalogue: Catalogue) -> SiteExports:
    """Every file to take away: each plan's formats, signed originals, calendars, feeds, open data, the sheet to tell.

    The calendar of the plan now in use is there even without an event: somebody may have subscribed to it.
    """
    files: dict[str, bytes] = {}

    def keep(address: Address, data: bytes, name: str, media_type: str) -> Export:
        files[address.page] = data
        return Export(name, address, len(data), media_type)

    plans = {
        id_: tuple(
            keep(addresses.download(id_, suffix), format_.export(catalogue, id_), *format_[:2])
            for suffix, format_ in PLAN_FORMATS.items()
            if suffix != "ics" or task_days(catalogue, id_)
        )
        for id_ in catalogue.content.of("plans")
    }
    signed = {
        id_: keep(addresses.signed_plan(id_), file.read_bytes(), "PDF", "application/pdf")
        for id_, file in catalogue.content.signed.items()
    }
    calendars = {
        id_: keep(addresses.calendar(id_), data, *PLAN_FORMATS["ics"][:2])
        for id_, data in organisation_calendars(catalogue).items()
    }
    followed = feeds(catalogue)
    for feed in followed:
        files.update(feed_files(catalogue, feed))
    ward = keep(addresses.calendar(), ward_calendar(catalogue), *PLAN_FORMATS["ics"][:2])
    form = tuple(
        keep(addresses.introduction_form(suffix), data, *PLAN_FORMATS[suffix][:2])
        for suffix, data in introduction_forms(catalogue).items()
    )
    data = tuple(
        DataExport(one.title, keep(addresses.open_data(one.name), one.data, one.kind, one.media_type))
        for one in open_data(catalogue)
    )
    dated = ward if ward_days(catalogue) else None
    return SiteExports(files, Exports(plans, signed, dated, calendars, followed, data, form))
