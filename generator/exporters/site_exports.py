"""The files readers take away from the site, made of the plans and of who must do what: bytes, and what pages tell.

None names the honoured, however many, but for the feeds, which tell the newest as their pages do.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.exporters.calendar import organisation_calendars, task_days, ward_calendar, ward_days
from generator.exporters.feeds import feed_files
from generator.exporters.plan_formats import PLAN_FORMATS
from generator.pages.exports import Export, Exports
from generator.pages.feeds import feeds


@dataclass(frozen=True)
class SiteExports:
    """The files by path below the site, and what pages tell of them."""

    files: dict[str, bytes]
    told: Exports


def site_exports(catalogue: Catalogue) -> SiteExports:
    """Every file to take away: each plan in each format, signed originals, calendars, feeds.

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
    return SiteExports(files, Exports(plans, signed, ward if ward_days(catalogue) else None, calendars, followed))
