"""The head of an Akoma Ntoso document: what it is (FRBR), whom and what it names, what the portal notes beside it.

A date is one of the record: the plan's day, or the first of its year where it is a draft, and its name says which.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator import addresses
from generator.catalogue import Catalogue
from generator.exporters.akn_naming import work_address
from generator.exporters.akn_text import Element, add, reference_id

PORTAL = "chuyen-trang"
"""The id of the portal, which made the markup and the notes."""


def add_identification(meta: Element, catalogue: Catalogue, plan_id: str, component: str, kind: str) -> None:
    """Says which part of which work the document is: ``main``, or an attachment's name."""
    plan = catalogue.plan(plan_id)
    work = work_address(plan)
    expression = f"{work}/vie@"
    day, what = (plan.date.isoformat(), "ngay-ban-hanh") if plan.date else (f"{plan.year}-01-01", "nam-ke-hoach")
    identification = add(meta, "identification", source=f"#{PORTAL}")
    element = add(identification, "FRBRWork")
    _add_core(element, work, f"{work}/!{component}", (day, what), f"#org_{plan.issuer}")
    site = addresses.absolute_url(catalogue.portal.site_address, addresses.plan(plan_id))
    element.insert(2, add(element, "FRBRalias", name="trang", value=site))
    add(element, "FRBRcountry", value="vn")
    add(element, "FRBRsubtype", value=kind)
    add(element, "FRBRnumber", value=plan.number or "ban-du-thao")
    element = add(identification, "FRBRExpression")
    _add_core(element, expression, f"{expression}/!{component}", (day, what), f"#org_{plan.issuer}")
    add(element, "FRBRauthoritative", value="false")
    add(element, "FRBRlanguage", language="vie")
    element = add(identification, "FRBRManifestation")
    _add_core(element, f"{expression}.xml", f"{expression}/!{component}.xml", (day, what), f"#{PORTAL}")
    add(element, "FRBRformat", value="application/akn+xml")


def _add_core(element: Element, address: str, this: str, day: tuple[str, str], author: str) -> None:
    """What work, expression and manifestation all say: their address, day and maker."""
    add(element, "FRBRthis", value=this)
    add(element, "FRBRuri", value=address)
    add(element, "FRBRdate", date=day[0], name=day[1])
    add(element, "FRBRauthor", href=author)


def add_references(meta: Element, catalogue: Catalogue, named: Iterable[tuple[str, str]]) -> None:
    """Lists the portal and everything named, by kind and id, with its page on the site."""
    references = add(meta, "references", source=f"#{PORTAL}")
    site = catalogue.portal.site_address
    name = f"{catalogue.portal.section} {catalogue.portal.ward}"
    add(references, "TLCOrganization", eId=PORTAL, href=addresses.absolute_url(site, addresses.HOME), showAs=name)
    for kind, id_ in sorted(named, key=lambda one: (one[0] != "organisations", one[1])):
        href = addresses.absolute_url(site, addresses.of(kind, id_))
        own = reference_id(kind, id_)
        if kind == "organisations":
            add(references, "TLCOrganization", eId=own, href=href, showAs=catalogue.organisation(id_).name)
        else:
            instrument = catalogue.instrument(id_)
            add(references, "TLCReference", eId=own, name="van-ban", href=href, showAs=instrument.name)


def add_notes(meta: Element, notes: Iterable[tuple[str, str, str]]) -> None:
    """The portal's own notes, apart from the text: the part each is about (words and id, both may be empty), and it."""
    element = add(meta, "notes", source=f"#{PORTAL}")
    for number, (where, id_, words) in enumerate(notes, 1):
        paragraph = add(add(element, "note", eId=f"note_{number}"), "p")
        if not where:
            paragraph.text = words
            continue
        add(paragraph, "ref", where, href=f"#{id_}").tail = f": {words}"
