"""A takedown or a revocation in words: what changed, what people must mend, what was proved, what is out of reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.models import Portal
from generator.problems import Format, display_path, format_problems
from generator.takedown.acts import Act, Outcome
from generator.takedown.scan import Hit
from generator.vietnamese import format_date

_MOST_SHOWN = 60
_ACTS: dict[Act, tuple[str, str]] = {
    "withdraw": ("gỡ thông tin của", "Đã gỡ thông tin của"),
    "photo": ("gỡ ảnh của", "Đã gỡ ảnh của"),
    "revoke": ("hủy bỏ", "Đã ghi hủy bỏ"),
}
_LIMITS = (
    "phường trả lời trong 02 ngày làm việc; rút lại sự đồng ý: làm xong trong 15 ngày; xóa: 20 ngày "
    "(Nghị định 356/2025/NĐ-CP, Điều 5)"
)


def report(outcome: Outcome, style: Format = "full") -> str:
    """The whole run in plain Vietnamese, some lines; the same outcome gives the same words."""
    return "\n".join(_lines(outcome, style)) + "\n"


def _lines(outcome: Outcome, style: Format) -> Iterator[str]:
    yield from _changed(outcome)
    if outcome.by_hand:
        yield f"Còn phải sửa tay {len(outcome.by_hand)} chỗ, máy không sửa thay được:"
        yield format_problems(outcome.by_hand, style)
    yield from _without_preview(outcome)
    yield from _rebuilt(outcome, style)
    yield from _proved(outcome)
    if outcome.listed:
        return
    if outcome.elsewhere:
        ids = ", ".join(outcome.elsewhere)
        yield f"Gương {ids} còn được khen ở quyết định khác, không bị hủy bỏ: tên vẫn ở những trang ấy."
    yield from _out_of_reach(outcome)
    yield from _terms(outcome)
    if outcome.complete:
        yield "Xong."
    else:
        yield "Chưa xong: làm những việc còn lại ở trên, rồi chạy lại đúng lệnh này để máy soát lại."


def _changed(outcome: Outcome) -> Iterator[str]:
    planned, (verb, done) = outcome.planned, _ACTS[outcome.act]
    if planned.photoless and (planned.before is None or outcome.listed):
        yield f"{planned.who[:1].upper()}{planned.who[1:]} không có ảnh nào để gỡ.{' Chưa sửa gì.' * outcome.listed}"
        if planned.edits:
            yield "Nếu chạy lệnh, trong nội dung chỉ đổi:" if outcome.listed else "Trong nội dung chỉ đổi:"
    elif outcome.listed:
        yield f"Chưa sửa gì. Nếu {verb} {planned.who}:"
    elif planned.before is not None and not planned.edits:
        day = format_date(planned.before)
        yield f"{done} {planned.who} từ ngày {day}. Nội dung không phải sửa gì thêm."
    else:
        yield f"{done} {planned.who}:"
    for edit in planned.edits:
        line = f":{edit.line}" if edit.line else ""
        yield f"  {display_path(edit.file)}{line}: {edit.words}"
    if not planned.edits and (outcome.listed or planned.before is None):
        yield "  không có gì phải sửa trong nội dung"


def _without_preview(outcome: Outcome) -> Iterator[str]:
    if outcome.preview is None:
        return
    folder = f"bản xem thử {display_path(outcome.preview)} (do lệnh mkdocs build để lại)"
    if outcome.preview_failure:
        yield f"CHƯA XÓA được {folder}: {outcome.preview_failure}. Đóng các cửa sổ đang mở thư mục ấy rồi chạy lại."
    else:
        yield f"{'Sẽ' if outcome.listed else 'Đã'} xóa {folder}."


def _rebuilt(outcome: Outcome, style: Format) -> Iterator[str]:
    if outcome.broken:
        changed = "Nội dung đã sửa như trên, nhưng" if outcome.planned.edits else "Nội dung giữ nguyên;"
        yield f"{changed} CHƯA DỰNG LẠI được trang: trang đang có vẫn là bản cũ. Sửa các lỗi sau rồi chạy lại:"
        yield format_problems(outcome.broken, style)
    elif outcome.failure:
        yield f"CHƯA DỰNG LẠI được trang, trang đang có vẫn là bản cũ: {outcome.failure}"
    elif outcome.built is not None:
        yield f"Đã dựng lại {outcome.built.pages} trang trong {display_path(outcome.site.resolve())}."


def _proved(outcome: Outcome) -> Iterator[str]:
    proof, old = outcome.proof, outcome.built is None
    which = "trang đang có" if old else "trang vừa dựng"
    others = f" và {proof.other_files} tệp khác (ảnh, chỉ mục tìm kiếm, tệp tải về, Markdown)" * bool(proof.other_files)
    yield f"Đã soát {proof.files} tệp của {which}: còn xuất hiện ở {proof.pages} trang{others}."
    yield from _listed(proof.hits)
    if proof.namesakes:
        yield "Trùng tên với người khác có trong nội dung, mở xem có đúng là người khác:"
        yield from _listed(proof.namesakes)
    if proof.unreadable:
        yield "Máy không đọc được, mở ra xem bằng mắt:"
        yield from (f"  {one.where}: {one.why}" for one in proof.unreadable)
    planned = outcome.planned
    if (
        planned.before is not None
        and outcome.act == "withdraw"
        and not (planned.traces.names or planned.traces.digests)
    ):
        yield "Không có mã băm của tên (tập thể, hoặc gỡ bằng tay): máy không soát theo tên được, anh chị tự tìm."
    if proof.by_name and planned.exemplars:
        yield "Chưa có bảng ảnh (build/photos.json): ảnh được soát theo tên tệp."


def _listed(hits: tuple[Hit, ...]) -> Iterator[str]:
    whats: dict[str, list[str]] = {}
    for hit in hits:
        whats.setdefault(hit.path, []).append(hit.what)
    for path, found in list(whats.items())[:_MOST_SHOWN]:
        yield f"  {path}: {', '.join(found)}"
    if len(whats) > _MOST_SHOWN:
        yield f"  … và {len(whats) - _MOST_SHOWN} tệp nữa"


def _out_of_reach(outcome: Outcome) -> Iterator[str]:
    what = "tên và ảnh" if outcome.act == "revoke" else "ảnh" if outcome.act == "photo" else "thông tin"
    yield f"Những bản còn {what} mà máy không với tới, anh chị làm từng việc:"
    yield from (f"  - {line}" for line in _copies(outcome))


def _copies(outcome: Outcome) -> Iterable[str]:
    portal = _portal(outcome)
    yield "máy chủ: chép cả thư mục site lên, xóa ở máy chủ tệp nào không còn trong site"
    if portal is not None and outcome.act != "photo":
        for id_ in outcome.planned.exemplars:
            if id_ not in outcome.elsewhere:
                url = addresses.page_url(addresses.of("exemplars", id_).page)
                yield f"mở lại địa chỉ cũ {portal.site_address.rstrip('/')}/{url}: không được còn thông tin"
    yield "Zalo, Facebook, cổng khác của phường, của thành phố, đài truyền thanh, báo: bài và ảnh đã đăng"
    yield "Google, Cốc Cốc, Bing: xin xóa kết quả tìm kiếm và bản lưu (Google: “Xóa nội dung lỗi thời”)"
    yield "kho lưu trang mạng như web.archive.org: gửi yêu cầu xóa bản lưu"
    yield "bản in: bảng tin, áp phích, tờ rơi, danh sách đã phát"
    yield "tệp gốc ở cơ quan: Word, Excel, ảnh gốc, thư điện tử; lịch sử kho git và bản sao lưu của content"
    if outcome.act == "photo":
        yield "ảnh chung đặt ở bài khác: máy không nhận ra mặt người, mở từng ảnh ra xem"
    for file in outcome.scans:
        yield f"bản quét {display_path(file)} còn tên người này: che tên, thay tệp, rồi mới ghi lại scan_checked: true"


def _terms(outcome: Outcome) -> Iterator[str]:
    if outcome.act == "revoke":
        yield "Việc thu hồi hiện vật, tiền thưởng làm theo quyết định hủy bỏ (Luật 06/2022/QH15, Điều 93)."
        return
    portal = _portal(outcome)
    terms = portal.takedown if portal is not None else None
    if terms is None:
        yield f"Thời hạn: {_LIMITS}."
        return
    instrument = outcome.content.of("legislation").get(terms.instrument)
    source = f"{instrument.record.name}, {terms.article}" if instrument else terms.article
    yield f"Thời hạn: {terms.text[:1].lower()}{terms.text[1:].rstrip('.')} ({source})."


def _portal(outcome: Outcome) -> Portal | None:
    entry = outcome.content.of("portal").get("portal")
    record: Portal | None = entry.record if entry else None
    return record
