"""What a link to an exemplar says where it is shared, in words and on its card.

Name, deed and picture where the ground covers sharing (``grounds``), the deed alone where it does not; of a child there
is no card of its own and no deed.
"""

from __future__ import annotations

import re

from generator import grounds
from generator.catalogue import Catalogue
from generator.content import Entry
from generator.models import Exemplar
from generator.pages.base import Picture, shorten
from generator.pages.cards import SAMPLE, ShareCard, card_of, kind_cards
from generator.pages.head import Head
from generator.pages.honours import KIND_WORDS, Pictures, capital
from generator.pages.linked_data import honoured

LONGEST = 160
"""The letters of a deed beyond which it is cut: below that the template finds a size at which all of it fits."""
_BETWEEN_NAMES = re.compile(r",|\bvà\b")


def exemplar_head(catalogue: Catalogue, entry: Entry[Exemplar], pictures: Pictures) -> Head:
    """The head of the exemplar's page."""
    exemplar, thing = entry.record, honoured(catalogue, entry)
    card = exemplar_share_card(catalogue, entry, pictures)
    path, alt = (card.path, card.alt) if card else ("", "")
    if grounds.name_may_travel(exemplar):
        return Head("", "", path, alt, thing)
    return Head(unnamed(exemplar), exemplar.deed if card else hidden_deed(catalogue), path, alt, thing)


def exemplar_share_card(catalogue: Catalogue, entry: Entry[Exemplar], pictures: Pictures) -> ShareCard | None:
    """The card of the exemplar; None where there is nothing to tell of it that may travel."""
    exemplar = entry.record
    named = grounds.name_may_travel(exemplar)
    if not named and (is_child(exemplar) or tells_who(exemplar, exemplar.deed)):
        return None
    picture = pictures.get(("exemplars", entry.id)) if grounds.picture_may_travel(exemplar) else None
    kick = f"Gương điển hình · {KIND_WORDS[exemplar.kind]}"
    if named:
        name = shorten(catalogue.honours.exemplar_name(exemplar), 70)
        card = card_of(catalogue, entry.id, kick, name, shorten(exemplar.deed, LONGEST))
    else:
        field = f"Lĩnh vực: {shorten(exemplar.field, 40)}"
        card = card_of(catalogue, entry.id, kick, shorten(exemplar.deed, LONGEST), field)
    shot = _shot(picture) if picture else ("", (5, 5))
    note = SAMPLE if _is_sample(catalogue, entry) else card.note
    return ShareCard(
        entry.id, card.kick, capital(card.headline), card.words, note, card.section, card.place, *shot,
        record=f"exemplars/{entry.id}",
    )  # fmt: skip


def share_cards(catalogue: Catalogue, pictures: Pictures) -> list[ShareCard]:
    """Every card of the site: of the kinds, and of the exemplars that have a page."""
    own = (exemplar_share_card(catalogue, entry, pictures) for entry in catalogue.honours.exemplars)
    return [*kind_cards(catalogue).values(), *(card for card in own if card is not None)]


def unnamed(exemplar: Exemplar) -> str:
    """What the exemplar is called where its name may not go; of a child not even the field is told."""
    if is_child(exemplar):
        return "Gương người tốt, việc tốt"
    field = f"{exemplar.field[:1].lower()}{exemplar.field[1:]}"
    return f"Gương điển hình: {KIND_WORDS[exemplar.kind].lower()}, lĩnh vực {field}"


def shared_deed(catalogue: Catalogue, exemplar: Exemplar) -> str:
    """The deed, unless it tells who did it and that may not be told: a child's always does."""
    return hidden_deed(catalogue) if is_child(exemplar) or tells_who(exemplar, exemplar.deed) else exemplar.deed


def hidden_deed(catalogue: Catalogue) -> str:
    """What stands instead of a deed that may not be told."""
    return f"Một tấm gương người tốt, việc tốt ở {catalogue.portal.ward[:1].lower()}{catalogue.portal.ward[1:]}."


def is_child(exemplar: Exemplar) -> bool:
    """Whether the exemplar is a minor, or may be one."""
    return exemplar.kind == "individual" and exemplar.age_group != "adult"


def tells_who(exemplar: Exemplar, text: str) -> bool:
    """Whether the text holds the given name (“anh Vĩ”) of somebody whose name may not travel, in a household of any."""
    if exemplar.name is None or grounds.name_may_travel(exemplar):
        return False
    names = _BETWEEN_NAMES.split(exemplar.name.name.partition("(")[0])
    given = {words[-1] for name in names if (words := name.split())}
    return any(one in text and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text) for one in given)


def _shot(picture: Picture) -> tuple[str, tuple[int, int]]:
    """The file to lay into the card: of the picture cut to 4:3 the largest JPEG; and its focal point, in tenths."""
    cut = picture.cut or picture
    return cut.jpeg[-1].address.page, cut.keep or (5, 5)


def _is_sample(catalogue: Catalogue, entry: Entry[Exemplar]) -> bool:
    honours = catalogue.honours.of_exemplar.get(entry.id, ())
    return entry.record.sample or any(one.decision.record.sample for one in honours)
