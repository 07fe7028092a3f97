"""What pages are about in schema.org's words (JSON-LD): instruments, plans, bodies, the site, the honoured.

Only what the page itself says is said, and only what is known: of an instrument whose status is unknown there is no
legal force, of a person there is the name and the award, where the page may name it, and of a child nothing. A
household is neither a person nor an organisation there, and nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator import addresses, grounds
from generator.addresses import Address
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar, Instrument, Organisation
from generator.pages.base import plan_name
from generator.pages.exports import Exports
from generator.pages.frame import site_name
from generator.pages.head import Thing
from generator.pages.law import pills

LANGUAGE = "vi"
_FORCE = {
    "Còn hiệu lực": "InForce",
    "Hết hiệu lực một phần": "PartiallyInForce",
    "Hết hiệu lực": "NotInForce",
    "Chưa có hiệu lực": "NotInForce",
}
_SURE = "AB"
_RESTS = ("based-on", "details", "guides")
"""Relations of an instrument to what it rests on: what details or guides another was made on its ground."""


def website(catalogue: Catalogue) -> Thing:
    """The site as a whole, and who publishes it."""
    portal = catalogue.portal
    return {
        "@type": "WebSite",
        "name": site_name(catalogue),
        "url": _url(catalogue, addresses.HOME),
        "inLanguage": LANGUAGE,
        "description": portal.summary,
        "publisher": {"@type": "GovernmentOrganization", "name": portal.authority},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{_url(catalogue, addresses.SEARCH)}?q={{q}}"},
            "query-input": "required name=q",
        },
    }


def dataset(catalogue: Catalogue, exports: Exports) -> Thing | None:
    """The open data as one set, with its files; None where there is none."""
    if not exports.data:
        return None
    portal, licence = catalogue.portal, catalogue.portal.data_licence
    return {
        "@type": "Dataset",
        "name": f"Số liệu và dữ liệu mở: {site_name(catalogue)}",
        "description": "Quyết định, nhiệm vụ, văn bản, đơn vị và các con số đếm được; không có danh sách người.",
        "url": _url(catalogue, addresses.FIGURES),
        "inLanguage": LANGUAGE,
        "dateModified": catalogue.last_modified.isoformat(),
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": portal.authority},
        **({"license": licence.url} if licence and licence.url else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one.title,
                "contentUrl": _url(catalogue, one.export.address),
                "encodingFormat": one.export.media_type,
            }
            for one in exports.data
        ],
    }


def instrument(catalogue: Catalogue, entry: Entry[Instrument]) -> Thing:
    """The instrument: what it is called and, where it was verified, what is known of it."""
    record = entry.record
    thing: dict[str, Any] = {
        "@type": "Legislation",
        "url": _url(catalogue, addresses.of("legislation", entry.id)),
        "name": record.name,
        "inLanguage": LANGUAGE,
        "legislationType": record.type,
        "legislationIdentifier": record.number,
    }
    if record.verified == "no":
        return thing
    thing |= {**_dated(record.date), **_passed_by(catalogue, record.issuer)}
    if record.title:
        thing["headline"] = record.title
    thing |= _force(catalogue, entry.id)
    based_on = [one.instrument for one in record.relations if one.kind in _RESTS and one.level in _SURE]
    return {**thing, **_based_on(catalogue, based_on)}


def plan(catalogue: Catalogue, id_: str) -> Thing:
    """The plan, and the instruments its preamble rests on; a draft has no number and no day yet."""
    record = catalogue.plan(id_)
    preamble = [part for part in catalogue.plan_parts[id_] if part.part.level == "preamble"]
    named = [mention.id for part in preamble for mention in part.mentions if mention.kind == "legislation"]
    return {
        "@type": "Legislation",
        "url": _url(catalogue, addresses.plan(id_)),
        "name": plan_name(catalogue, id_),
        "headline": record.title,
        "inLanguage": LANGUAGE,
        "legislationType": (record.type or "Kế hoạch").capitalize(),
        **({"legislationIdentifier": record.number} if record.number else {}),
        **_dated(record.date),
        **_passed_by(catalogue, record.issuer),
        **_based_on(catalogue, named),
    }


def organisation(catalogue: Catalogue, entry: Entry[Organisation]) -> Thing | None:
    """The body, and what it is a part of; no thing for a post or for many bodies named together."""
    record = entry.record
    if record.kind in ("office-holder", "group"):
        return None
    thing: dict[str, Any] = {
        "@type": _kind(record),
        "url": _url(catalogue, addresses.of("organisations", entry.id)),
        "name": record.name,
    }
    if record.phone and not record.sample:
        thing["telephone"] = record.phone
    if record.part_of:
        above = catalogue.organisation(record.part_of)
        return thing | {"parentOrganization": {"@type": _kind(above), "name": above.name}}
    return thing


def honoured(catalogue: Catalogue, entry: Entry[Exemplar]) -> Thing | None:
    """The person or group with its name and awards; nothing of a child, of a household, or without a name to show."""
    record = entry.record
    told = record.kind == "group" or (record.kind == "individual" and record.age_group == "adult")
    if not told or not grounds.exemplar_shows(record, "name"):
        return None
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    awards = list(dict.fromkeys(f"{catalogue.award(one.list.award).name}, {one.list.for_period}" for one in honours))
    name = record.name.name if record.name else catalogue.honours.exemplar_name(record)
    thing: dict[str, Any] = {"@type": "Organization" if record.kind == "group" else "Person", "name": name}
    return thing | ({"award": awards} if awards else {})


def _force(catalogue: Catalogue, id_: str) -> Thing:
    """The legal force as the page claims it and the day up to which it does; nothing where that is in doubt."""
    states = pills(catalogue, id_)
    if len(states) != 1 or states[0].words not in _FORCE or states[0].as_of is None:
        return {}
    force = f"https://schema.org/{_FORCE[states[0].words]}"
    return {"legislationLegalForce": force, "legislationDateVersion": states[0].as_of.isoformat()}


def _dated(day: date | None) -> Thing:
    return {"legislationDate": day.isoformat()} if day else {}


def _passed_by(catalogue: Catalogue, issuer: str) -> Thing:
    record = catalogue.organisation(issuer)
    return {"legislationPassedBy": {"@type": _kind(record), "name": record.name}}


def _kind(record: Organisation) -> str:
    """A part of government only where its record says so: neither its level nor its name tells it from a Party body."""
    return "GovernmentOrganization" if record.government else "Organization"


def _based_on(catalogue: Catalogue, ids: Iterable[str]) -> Thing:
    """The instruments it rests on, each once, with their identifiers."""
    found = [
        {
            "@type": "Legislation",
            "url": _url(catalogue, addresses.of("legislation", id_)),
            "name": catalogue.instrument(id_).name,
            "legislationIdentifier": catalogue.instrument(id_).number,
        }
        for id_ in dict.fromkeys(ids)
    ]
    return {"isBasedOn": found} if found else {}


def _url(catalogue: Catalogue, address: Address) -> str:
    return addresses.absolute_url(catalogue.portal.site_address, address)
