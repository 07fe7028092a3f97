"""What is wrong or worth a look in a text that was read: of each kind the paragraphs where it stands, told once."""

from __future__ import annotations

from pathlib import Path

from generator.importers.tables import RULE
from generator.importers.texts import LEGACY_FAULT
from generator.problems import Place, Problem, Severity

_SHOWN = 5
_ACCEPT = "mở bằng Word, vào Xem lại (Review), chấp nhận tất cả thay đổi (Accept All Changes), lưu lại rồi nhập lại"
_KINDS: dict[str, tuple[Severity, str, str]] = {
    "legacy": ("lỗi", LEGACY_FAULT, "chuyển mã bằng UniKey, đổi phông cả tệp thành Times New Roman rồi nhập lại"),
    "symbol": (
        "lỗi",
        "có ký hiệu của phông riêng (Wingdings, Webdings…) không đổi được ra chữ",
        "mở bằng Word, thay ký hiệu bằng chữ hoặc dấu thường (-, +, •), lưu lại rồi nhập lại",
    ),
    "unclosed": (
        "lỗi",
        "có trường tự động (field) mở mà không đóng, không biết chữ nào là của văn bản",
        "mở bằng Word, xóa trường ấy rồi gõ lại chữ, lưu lại rồi nhập lại",
    ),
    "embedded": (
        "lỗi",
        "có tệp khác chèn nguyên vào văn bản, chữ của nó chưa nằm trong tệp này",
        "mở bằng Word rồi lưu lại: Word đưa chữ ấy vào; sau đó nhập lại",
    ),
    "lost": (
        "lỗi",
        "có số chú thích mà không có lời chú thích",
        "mở bằng Word, xóa số chú thích ấy hoặc viết lại lời chú thích, lưu lại rồi nhập lại",
    ),
    "wide": (
        "lỗi",
        "bảng có hơn 63 cột",
        "tách bảng thành nhiều bảng hẹp hơn trong tệp Word rồi nhập lại",
    ),
    "tracked": ("cảnh báo", "còn dấu vết sửa (Track Changes): đã lấy chữ thêm vào, bỏ chữ đã xóa", _ACCEPT),
    "hidden": (
        "cảnh báo",
        "có chữ ẩn: người đọc không thấy nên không lấy",
        "nếu là chữ của văn bản: mở bằng Word, chọn chữ, bỏ dấu Hidden trong hộp Font rồi nhập lại",
    ),
    "struck": (
        "cảnh báo",
        "có chữ gạch ngang: vẫn lấy như chữ thường",
        "nếu là chữ đã bỏ: xóa hẳn trong tệp Word rồi nhập lại",
    ),
    "comment": (
        "cảnh báo",
        "có nhận xét bên lề (Comment): không phải chữ của văn bản nên không lấy",
        "xem các nhận xét ấy đã được giải quyết chưa",
    ),
    "picture": (
        "cảnh báo",
        "có ảnh, biểu đồ hoặc đối tượng nhúng: chữ ở trong ấy không đọc được nên không lấy",
        "nếu trong ảnh có chữ của văn bản: gõ lại thành chữ trong tệp Word rồi nhập lại",
    ),
    "contents": (
        "cảnh báo",
        "có mục lục tự động: không phải chữ của văn bản nên không lấy",
        "không phải làm gì: trang web tự lập mục lục",
    ),
    "field": (
        "cảnh báo",
        "có trường tự động (field) chưa có kết quả, không biết in ra chữ gì",
        "mở bằng Word, chọn cả văn bản, bấm F9 rồi Ctrl+Shift+F9, lưu lại rồi nhập lại",
    ),
    "number": (
        "cảnh báo",
        "có kiểu đánh số tự động chưa biết, đã ghi bằng chữ số",
        "so số ở các đoạn ấy với bản in",
    ),
    "notes": (
        "cảnh báo",
        "số chú thích trong tệp đếm lại theo trang hoặc theo phần, đã đánh liên tục",
        "so số chú thích với bản in",
    ),
}  # fmt: skip


class Findings:
    """Collects what was found, kind by kind."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = {}

    def add(self, kind: str, line: int) -> None:
        """Notes a finding in a paragraph, counted from 1."""
        lines = self._found.setdefault(kind, [])
        if not lines or lines[-1] != line:
            lines.append(line)

    def problems(self, file: Path) -> list[Problem]:
        """A problem for each kind, at the first paragraph where it was found."""
        return [
            Problem(Place(file, min(lines)), RULE, f"{_where(sorted(set(lines)))}: {message}", fix, severity)
            for kind, (severity, message, fix) in _KINDS.items()
            if (lines := self._found.get(kind))
        ]


def _where(lines: list[int]) -> str:
    """The paragraphs in words, the first few of many."""
    if len(lines) > _SHOWN:
        return f"đoạn {', '.join(map(str, lines[:_SHOWN]))}… ({len(lines)} đoạn)"
    return f"đoạn {', '.join(map(str, lines))}"
