"""What is said of the open data wherever it is offered: its licence, or that there is none yet; how CSV is written."""

from __future__ import annotations

from generator.models.portal import DataLicence

UNDECIDED = (
    "Giấy phép: phường chưa quyết định. Dùng lại thì xin ghi nguồn và ngày lấy dữ liệu; điều kiện khác xin hỏi phường."
)
ESCAPED = (
    "Trước dấu =, +, -, @ hoặc ' ở đầu ô, sau dấu chấm phẩy, dấu tab hay dấu xuống dòng có thêm một dấu ', để bảng "
    "tính không coi chữ là công thức; bỏ đúng dấu ' ấy đi là có lại chữ gốc."
)
"""How a dangerous cell of a CSV file is written."""


def licence_words(licence: DataLicence | None) -> str:
    """The licence in a sentence."""
    if licence is None:
        return UNDECIDED
    where = f", {licence.url}" if licence.url else ""
    return f"Giấy phép: {licence.title} ({licence.name}){where}."
