"""Front matter reads back as it was, whatever the words; and just as PyYAML would have written it."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.addresses import Address
from generator.pages.base import Link, Page
from generator.rendering import _front_matter
from tests.properties.texts import texts

WORDS = st.one_of(
    texts,
    st.sampled_from(["No", "null", "ON", "y", "off", "1", "1e3", "2026-01-01", "a: b", "a:", "a #b", "- a", "="]),
    st.text("aĐ1 .,-–/()~:·“”…", min_size=1, max_size=8).map(str.strip).filter(bool),
)  # fmt: skip


@given(title=WORDS, description=WORDS, crumb=WORDS, sample=st.one_of(st.just(""), WORDS), here=st.booleans())
def test_front_matter_is_what_pyyaml_writes(title: str, description: str, crumb: str, sample: str, here: bool) -> None:
    address = Address("guong/2026-001.md")
    crumbs = (Link("Gương", Address("guong/index.md")), Link(crumb))
    page = Page(address, "x.md", title, description, "gallery", "exemplars", here, crumbs, sample)
    expected: dict[str, Any] = {"title": title, "description": description, "kind": "gallery", "section": "exemplars"}
    expected |= {"here": True} if here else {}
    expected |= {"crumbs": [{"label": "Gương", "path": "guong/"}, {"label": crumb}]}
    expected |= {"sample": sample} if sample else {}
    made = _front_matter(page)
    assert yaml.safe_load(made) == expected
    assert made == yaml.dump(expected, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1_000_000)
