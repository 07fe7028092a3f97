"""Phạm vi chia sẻ (share) phải có tác dụng.

Ghi share là cho tên, ảnh đi theo liên kết lên Zalo, Facebook. Tên, ảnh của trẻ em không bao giờ đi theo, nên share ở
tệp gương của trẻ em không có tác dụng; share không kèm name, photo cũng vậy. Máy nhắc để xem lại phiếu đồng ý.

Sai, exemplars/2026-090.yml::

    kind: individual
    name: {courtesy: bà, name: Người Mẫu}
    age_group: adult
    field: Môi trường
    deed: Trồng cây
    shown:
      ground: consent
      scope: [story, share]
      recorded: 2026-05-02
    approved: {by: (Người duyệt bịa), role: Phó Chủ tịch, date: 2026-05-03}
    sample: true

Báo exemplars/2026-090.yml:8:18.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import grounds
from generator.content import Content
from generator.problems import Problem

RULE = "chia-se"


def check(content: Content, as_of: date) -> Iterator[Problem]:
    """Each exemplar whose ground covers sharing in vain: a child's, or one that covers neither name nor picture."""
    for entry in content.of("exemplars").values():
        exemplar, ground = entry.record, entry.record.shown
        if ground is None or "share" not in ground.scope:
            continue
        place = entry.place("shown", "scope", ground.scope.index("share"))
        if exemplar.kind == "individual" and grounds.is_child(exemplar.age_group):
            message, fix = "tên, ảnh của trẻ em không đi theo liên kết chia sẻ, dù phiếu có ghi", "bỏ share"
            yield Problem(place, RULE, message, fix, "cảnh báo")
        elif not {"name", "photo"} & {*ground.scope} and exemplar.kind != "group":
            message = "có share mà không có name, photo: không có gì để chia sẻ"
            yield Problem(place, RULE, message, "xem lại phiếu đồng ý: thêm name, photo; hoặc bỏ share", "cảnh báo")
