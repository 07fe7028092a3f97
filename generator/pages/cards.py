"""The words of the cards that chats show beside a shared link, and the card of each kind of page.

A card's path carries the hash of all it says, so that whoever has seen an older one is shown the new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import NamedTuple

from generator.catalogue import Catalogue

FOLDER = "chia-se/"
SAMPLE = "Dữ liệu minh họa, không có thật"
_DEMO = "Bản thử nghiệm, không phải trang chính thức"

_KINDS: Mapping[str, tuple[str, str, str, tuple[str, ...]]] = {
    "trang-chu": ("Chuyên trang", "", "Ai được khen, vì việc gì; quý này ai phải làm gì; văn bản nào có hiệu lực", ()),
    "ke-hoach": (
        "Kế hoạch", "Kế hoạch thi đua, khen thưởng của phường", "Toàn văn, đúng từng chữ như bản gốc", ("plan",),
    ),
    "tien-do": (
        "Nhiệm vụ và tiến độ", "Ai làm việc gì, xong trước ngày nào", "Từng nhiệm vụ trong phụ lục kế hoạch",
        ("progress",),
    ),
    "phong-trao": (
        "Phong trào thi đua", "Phong trào thi đua ở phường", "Ai phát động, ai tham gia, ai được khen",
        ("movements", "movement", "blocs", "bloc", "council"),
    ),
    "khen-thuong": (
        "Khen thưởng", "Ai được khen, vì việc gì, theo quyết định nào", "Sổ khen thưởng của phường",
        ("register", "decision", "consultation", "consultations", "awards"),
    ),
    "guong": (
        "Gương điển hình", "Người tốt, việc tốt ở phường mình", "Cá nhân, tập thể, hộ gia đình",
        ("gallery", "exemplar", "listing"),
    ),
    "cach-lam-hay": (
        "Cách làm hay", "Mô hình, cách làm hay, sáng kiến", "Làm thế nào, ở đâu, để nơi khác làm theo",
        ("practice", "practices"),
    ),
    "van-ban": (
        "Văn bản", "Luật, nghị định, chỉ thị về thi đua, khen thưởng", "Nói gì, còn hiệu lực không, kiểm tra ngày nào",
        ("instrument", "library"),
    ),
    "bieu-mau": (
        "Văn bản, biểu mẫu của phường", "Thông báo, hạn nộp, biểu mẫu tải về", "", ("document",),
    ),
    "huong-dan": (
        "Hướng dẫn", "Thi đua, khen thưởng: hỏi và làm thế nào", "Lời dễ hiểu, mỗi điều kèm căn cứ",
        ("guidance", "guidances"),
    ),
    "don-vi": (
        "Đơn vị, tổ dân phố", "Đơn vị nào làm việc gì, được khen những gì", "", ("organisation", "organisations"),
    ),
    "so-lieu": ("Số liệu", "Thi đua, khen thưởng qua các con số", "Bảng, biểu đồ, dữ liệu mở tải về", ("figures",)),
}  # fmt: skip
"""Each card: what stands above, its headline, the words below, and the kinds of pages it stands for."""
REST = "trang-chu"
"""The card of every other kind."""


class ShareCard(NamedTuple):
    """All that stands on a card. ``photo`` is the path of its picture, ``keep`` the point of it that must stay.

    ``record`` is what the card is of, as ``exemplars/2026-004``; empty for the card of a kind.
    """

    name: str
    kick: str
    headline: str
    words: str
    note: str
    section: str
    place: str
    photo: str = ""
    keep: tuple[int, int] = (5, 5)
    record: str = ""

    @property
    def path(self) -> str:
        """Where the card stands in the site."""
        digest = hashlib.sha256("\n".join(map(str, self)).encode()).hexdigest()[:10]
        return f"{FOLDER}{self.name}-{digest}.{'jpg' if self.photo else 'png'}"

    @property
    def alt(self) -> str:
        """What the card says, for who does not see it."""
        return ". ".join(words.rstrip(".") for words in (self.kick, self.headline, self.words, self.note) if words)


def kind_cards(catalogue: Catalogue) -> dict[str, ShareCard]:
    """The cards of the kinds of pages, by name."""
    return {
        name: card_of(catalogue, name, kick, headline or catalogue.portal.headline, words)
        for name, (kick, headline, words, _) in _KINDS.items()
    }


def card_of_kind() -> dict[str, str]:
    """The name of the card of each kind of page that has one."""
    return {kind: name for name, (_, _, _, kinds) in _KINDS.items() for kind in kinds}


def card_of(catalogue: Catalogue, name: str, kick: str, headline: str, words: str) -> ShareCard:
    """A card with the portal's own words at its foot; a demo says that it is one."""
    portal = catalogue.portal
    note = _DEMO if portal.stage == "demo" else ""
    return ShareCard(name, kick, headline, words, note, portal.section, f"{portal.ward}, {portal.province}")
