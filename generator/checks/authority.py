"""Phường chỉ tặng danh hiệu, hình thức khen thưởng thuộc thẩm quyền của phường.

Quyết định của Ủy ban nhân dân phường hay Chủ tịch Ủy ban nhân dân phường mà tặng danh hiệu, hình thức khen thưởng có
authority.holds là no thì báo lỗi; là unverified (chưa kiểm chứng) thì cảnh báo, có người kiểm tra rồi thì xác nhận bằng
confirmed. Quyết định của thành phố, của cơ quan Đảng, của trường học không bị xét; danh sách đã hủy bỏ cũng vậy.

Sai, decisions/2026/sai.yml::

    number: 09/QĐ-UBND
    date: 2026-04-02
    issuer: chu-tich
    signer: {name: Người ký bịa, form: CHỦ TỊCH}
    title: Về việc khen thưởng
    lists:
      - for_period: năm 2025
        award: lao-dong-gioi
        commendations:
          - organisation: van-phong

Báo decisions/2026/sai.yml:8:12.
"""

# "by-form" is not judged: Decision 01/2026/QĐ-TTg, Articles 61 and 63, evidence of level A, gives the certificate that
# the chairman of a commune-level committee signs. Only the clause that moves the power there was not seen, and the page
# of the award says so. Law 06/2022/QH15, Article 80.3, names what the chairman confers in any case.

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.confirmations import Doubt, unconfirmed
from generator.content import Content, Entry
from generator.models import Decision
from generator.problems import Problem

RULE = "tham-quyen"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each list of the ward's whose award a source denies to it, and each that no source gives it."""
    for entry, number, name in _lists(content, "no"):
        message = f"phường không có thẩm quyền tặng “{name}”"
        fix = "xem lại award và issuer theo bản đã ký; quyết định của cấp trên thì ghi issuer là cơ quan ấy"
        yield Problem(entry.place("lists", number, "award"), RULE, message, fix)
    yield from unconfirmed(RULE, find(content))


def find(content: Content) -> Iterator[Doubt]:
    """Each list of the ward's whose award no source gives it, and none denies."""
    for entry, number, name in _lists(content, "unverified"):
        message = f"chưa kiểm chứng được thẩm quyền của phường tặng “{name}”"
        fix = "hỏi người phụ trách pháp chế; biết rồi thì sửa authority ở tệp của danh hiệu, hình thức ấy"
        yield Doubt(entry, ("lists", number, "award"), message, fix)


def _lists(content: Content, holds: str) -> Iterator[tuple[Entry[Decision], int, str]]:
    """The lists that still stand, of the ward's own decisions, whose award it holds like this."""
    awards = {id_: award.record for id_, award in content.of("awards").items() if award.record.authority.holds == holds}
    issuers = _of_the_ward(content) if awards else frozenset()
    for entry in content.of("decisions").values():
        if entry.record.issuer in issuers and entry.record.revoked is None:
            for number, list_ in enumerate(entry.record.lists):
                if list_.award in awards and list_.revoked is None:
                    yield entry, number, awards[list_.award].name


def _of_the_ward(content: Content) -> frozenset[str]:
    """The committee that issues the ward's plan, and its office holders."""
    portal = content.of("portal").get("portal")
    plan = content.of("plans").get(portal.record.plan) if portal else None
    if plan is None:
        return frozenset()
    committee = plan.record.issuer
    holders = (
        one.id
        for one in content.of("organisations").values()
        if one.record.kind == "office-holder" and one.record.part_of == committee
    )
    return frozenset({committee, *holders})
