"""Why a file of the office is not opened, and the way out: one sentence each, for a list and for an official text."""

from __future__ import annotations

from dataclasses import dataclass

Sentence = tuple[str, str]


@dataclass(frozen=True)
class Refusals:
    """What is said of each kind of file that is not opened: the fact, the way out."""

    big: Sentence
    locked: Sentence
    old: Sentence
    pdf: Sentence
    plain: Sentence
    strange: Sentence
    bomb: Sentence
    declared: Sentence
    broken: Sentence


LISTS = Refusals(
    big=("tệp lớn hơn 30 MB", "bỏ ảnh dán trong tệp; ảnh đưa vào bằng --photos"),
    locked=("tệp có mật khẩu", "mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại"),
    old=("tệp theo định dạng cũ .doc, .xls", "mở bằng Word hoặc Excel, lưu thành .docx hoặc .xlsx"),
    pdf=("tệp PDF không có bảng để đọc chắc chắn", "xin tệp Word hoặc Excel của danh sách"),
    plain=(
        "không nhận CSV: khi Excel lưu CSV, chữ tiếng Việt và số 0 ở đầu bị mất",
        "mở danh sách gốc bằng Excel, lưu thành .xlsx",
    ),
    strange=("không phải tệp Excel .xlsx hay Word .docx", "mở bằng Excel hoặc Word, lưu thành .xlsx hoặc .docx"),
    bomb=("tệp bung ra quá lớn so với một danh sách", "chép riêng danh sách sang một tệp mới rồi nhập lại"),
    declared=(
        "tệp có phần khai báo mà Excel, Word không viết ra",
        "mở bằng Excel hoặc Word, lưu lại thành tệp mới rồi nhập lại",
    ),
    broken=("tệp hỏng hoặc chép chưa xong", "mở bằng Excel hoặc Word xem còn đọc được không, lưu lại rồi nhập lại"),
)

PAPERS = Refusals(
    big=("tệp lớn hơn 30 MB", "mở bằng Word, bỏ ảnh dán trong tệp, lưu lại rồi nhập lại"),
    locked=("tệp có mật khẩu", "mở bằng Word, vào Tệp > Thông tin (File > Info), bỏ mật khẩu rồi lưu lại"),
    old=("tệp theo định dạng cũ .doc", "mở bằng Word, lưu thành .docx"),
    pdf=(
        "tệp PDF không giữ thứ tự chữ, mục và bảng để đọc chắc chắn",
        "xin tệp Word gốc; không có thì chép chữ sang tệp .txt, so lại với bản PDF rồi nhập",
    ),
    plain=("tệp không phải chữ thường: là trang web hoặc RTF", "mở bằng Word, lưu thành .docx"),
    strange=("không phải tệp Word .docx", "mở bằng Word, lưu thành .docx"),
    bomb=("tệp bung ra quá lớn so với một văn bản", "chép riêng phần văn bản sang một tệp mới rồi nhập lại"),
    declared=("tệp có phần khai báo mà Word không viết ra", "mở bằng Word, lưu lại thành tệp mới rồi nhập lại"),
    broken=("tệp hỏng hoặc chép chưa xong", "mở bằng Word xem còn đọc được không, lưu lại rồi nhập lại"),
)
