"""The columns of a list of the honoured: their headers in our template and as offices write them, what each takes.

Headers come from the models' own labels.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic import BaseModel

from generator import vietnamese
from generator.grounds import GROUND_WORDS
from generator.models import Exemplar
from generator.models.decisions import AwardList, Commendation
from generator.models.honours import AgeGroup, Ground, Name, Occupation, Photo
from generator.pages.honours import BASIS_WORDS, KIND_WORDS

ERRORS_TITLE = "Lỗi cần sửa"
REVOKED_TITLE = "Đã hủy bỏ (số, ngày)"
"""The last column of an exported list, which the import passes over: revoking is ``portal revoke``'s work."""
GONE = "(đã gỡ thông tin)"
"""What stands for the achievement of a row taken down, in an exported list."""

AGE_WORDS: Mapping[AgeGroup, str] = {
    "adult": "Người lớn",
    "7-15": "Từ đủ 7 tuổi đến 15 tuổi",
    "under-7": "Dưới 7 tuổi",
}


def _label(model: type[BaseModel], field: str) -> str:
    """The model's own label, without the list of values or the condition behind it."""
    return re.split("[:;]", model.model_fields[field].title or "")[0]


def _occupations() -> dict[str, str]:
    """The words for each occupation, as the model's own label lists them: ``worker (công nhân), …``."""
    told = dict(re.findall(r"([a-z-]+) \(([^)]+)\)", Exemplar.model_fields["occupation"].title or ""))
    return {key: told[key][:1].upper() + told[key][1:] for key in get_args(Occupation)}


CHOICES: Mapping[str, Mapping[str, str]] = {
    "kind": dict[str, str](KIND_WORDS.items()),
    "age_group": dict[str, str](AGE_WORDS.items()),
    "basis": dict[str, str](BASIS_WORDS.items()),
    "occupation": _occupations(),
    "people": {"adults": "Chỉ người lớn", "children": "Có trẻ em", "none": "Không có người"},
    "ground": {key: words[:1].upper() + words[1:] for key, words in GROUND_WORDS.items()},
}
"""The columns that take one of a few words: the word shown for each key."""
SAID: Mapping[str, Mapping[str, str]] = {
    "kind": {"ho": "household", "gia dinh": "household"},
    "age_group": {
        "7 den 15 tuoi": "7-15", "tu 7 den 15 tuoi": "7-15", "tu du 7 den 15 tuoi": "7-15", "7-15 tuoi": "7-15",
        "du 7 den duoi 16 tuoi": "7-15", "tu du 7 den duoi 16 tuoi": "7-15", "duoi 7": "under-7",
        "tu du 16 tuoi": "adult", "du 16 tuoi": "adult",
    },
    "basis": {
        "cong trang": "merit", "cong trang va thanh tich": "merit", "theo cong trang va thanh tich": "merit",
        "thanh tich dot xuat": "sudden", "phong trao": "movement", "theo phong trao": "movement",
        "theo phong trao thi dua": "movement", "cong hien": "dedication", "theo nien han": "seniority",
    },
}  # fmt: skip
"""What offices write instead of those words, folded."""


@dataclass(frozen=True)
class Column:
    """One column: its key, its header in the template, headers offices write (folded), width, and what to type.

    ``needed``: an entry cannot do without it; the template's header says so.
    """

    key: str
    title: str
    aliases: tuple[str, ...]
    width: int
    prompt: str
    form: str = "text"
    needed: bool = False


COLUMNS = (
    Column("number", "STT", ("stt", "so tt", "tt", "so thu tu"), 6, "Số thứ tự đúng như danh sách đã ký."),
    Column("list", "Danh sách số", ("danh sach so",), 10, "Danh sách thứ mấy trong quyết định. Có một thì để trống."),
    Column(
        "award",
        _label(AwardList, "award"),
        (
            "danh hieu, hinh thuc", "hinh thuc khen thuong", "danh hieu thi dua", "danh hieu", "hinh thuc",
            "hinh thuc de nghi", "hinh thuc khen", "danh hieu/hinh thuc", "hinh thuc de nghi khen thuong",
        ),
        26, "Chọn trong danh mục. Để trống khi quyết định chỉ có một danh sách.",
    ),
    Column(
        "basis", "Loại hình khen thưởng", ("loai hinh", "loai hinh khen"), 24,
        "Chỉ chọn cho hình thức khen thưởng như giấy khen; danh hiệu thi đua thì để trống.",
    ),
    Column("for_period", _label(AwardList, "for_period"), ("thoi gian", "nam xet"), 18, "Như: năm 2026, đột xuất."),
    Column(
        "exemplar", "Mã gương", ("ma", "ma guong dien hinh"), 12,
        "Chỉ ghi khi người này đã có trang gương, như 2026-004. Chưa có thì để trống.",
    ),
    Column(
        "courtesy", _label(Name, "courtesy"), ("ong/ba", "ong, ba", "ong (ba)", "xung ho"), 10, "ông, bà, anh, chị, em…"
    ),
    Column(
        "name",
        _label(Name, "name"),
        (
            "ho ten", "ten", "ho va ten nguoi duoc khen", "ten ca nhan", "ten tap the", "ten tap the, ca nhan",
            "ten ca nhan, tap the", "ho ten ca nhan", "tap the, ca nhan", "ca nhan, tap the", "tap the/ca nhan",
            "ho va ten/ten tap the", "ho va ten, ten tap the", "ho va ten ca nhan", "ten don vi, ca nhan",
            "ten tap the/ca nhan", "ten ca nhan/tap the", "ho va ten chu ho",
            "ho ten chu ho", "chu ho", "nguoi duoc khen", "ho, ten", "ho va ten ca nhan, tap the",
        ),
        28, "Bắt buộc. Họ và tên, hoặc tên tập thể. Hộ gia đình ghi tên chủ hộ.", needed=True,
    ),
    Column(
        "position", _label(Name, "position"),
        ("chuc vu", "chuc danh", "nghe nghiep", "cong viec", "chuc vu, chuc danh", "chuc danh, chuc vu"), 22,
        "Chức vụ hoặc việc làm, như: tổ trưởng, công nhân.",
    ),
    Column(
        "kind", _label(Commendation, "kind"), ("loai doi tuong",), 13, "Chọn một: cá nhân, tập thể, hộ gia đình."
    ),
    Column(
        "age_group", "Nhóm tuổi", ("do tuoi", "lua tuoi"), 16,
        "Bắt buộc với cá nhân. Không rõ nhóm tuổi thì trang không nêu tên.", needed=True,
    ),
    Column(
        "organisation",
        _label(Exemplar, "organisation"),
        (
            "don vi", "don vi cong tac", "noi cong tac", "co quan, don vi", "co quan", "to dan pho",
            "don vi/to dan pho", "tdp", "phong, ban", "don vi, noi cong tac", "to chuc", "noi lam viec",
            "co quan, don vi cong tac", "to", "ten don vi",
        ),
        30, "Chọn trong danh mục đơn vị của chuyên trang.",
    ),
    Column(
        "achievement",
        _label(Commendation, "achievement"),
        (
            "tom tat thanh tich", "noi dung thanh tich", "thanh tich dat duoc", "thanh tich khen thuong", "ly do khen",
            "thanh tich de nghi khen thuong", "noi dung khen", "noi dung khen thuong", "da co thanh tich",
            "thanh tich tieu bieu", "thanh tich xuat sac", "thanh tich noi bat", "thanh tich tieu bieu/xuat sac",
            "tom tat thanh tich dat duoc", "tom tat thanh tich de nghi khen thuong", "tom tat thanh tich khen thuong",
            "ly do khen thuong", "ly do de nghi khen thuong", "noi dung de nghi khen thuong",
        ),
        48, "Một câu, như trong quyết định.",
    ),
    Column(
        "direct_worker", _label(Commendation, "direct_worker"), ("lao dong truc tiep",), 12, "Đánh x nếu đúng.", "truth"
    ),
    Column("occupation", "Nhóm nghề", (), 20, "Chọn một nhóm nghề."),
    Column("small_collective", _label(Commendation, "small_collective"), (), 10, "Đánh x nếu đúng.", "truth"),
    Column("posthumous", _label(Commendation, "posthumous"), (), 9, "Đánh x nếu đúng.", "truth"),
    Column("agreed_name", "Nêu tên", ("dong y neu ten",), 9, "Đánh x khi căn cứ cho phép nêu tên.", "truth"),
    Column("agreed_photo", "Đăng ảnh", ("dong y dang anh",), 9, "Đánh x khi căn cứ cho phép đăng ảnh.", "truth"),
    Column("agreed_story", "Kể chuyện", ("dong y ke chuyen",), 9, "Đánh x khi căn cứ cho phép kể câu chuyện.", "truth"),
    Column(
        "agreed_share", "Chia sẻ lên mạng", ("dong y chia se",), 10,
        "Đánh x khi căn cứ cho phép đăng lại tên, ảnh lên mạng xã hội. Trẻ em không dùng.", "truth",
    ),
    Column("agreed_unit", "Trẻ em: nêu đơn vị", (), 10, "Đánh x khi sự đồng ý ghi rõ cả trường, lớp, đơn vị.", "truth"),
    Column(
        "agreed_achievement", "Trẻ em: nêu thành tích", (), 10, "Đánh x khi sự đồng ý ghi rõ cả thành tích.", "truth"
    ),
    Column("ground", "Căn cứ", (), 26, "Để trống là người được nêu tên đồng ý."),
    Column("recorded", _label(Ground, "recorded"), (), 13, "Ngày ghi nhận căn cứ, ngày/tháng/năm.", "day"),
    Column("recorded_by", "Người ghi nhận", (), 20, "Người hoặc chức danh ghi nhận."),
    Column("how", _label(Ground, "how"), (), 24, "Như: phiếu đồng ý có chữ ký."),
    Column("guardian_consent", "Ngày người giám hộ đồng ý", (), 14, "Chỉ với trẻ em, ngày/tháng/năm.", "day"),
    Column("child_consent", "Ngày trẻ đồng ý", (), 13, "Chỉ với trẻ từ đủ 7 tuổi, ngày/tháng/năm.", "day"),
    Column("field", _label(Exemplar, "field"), (), 20, "Chỉ ghi cho người được kể thành gương, như: Môi trường."),
    Column("deed", _label(Exemplar, "deed"), ("viec lam",), 48, "Chỉ ghi cho người được kể thành gương, một câu."),
    Column("story", _label(Exemplar, "story"), (), 48, "Có thể viết sau. Xuống dòng bằng Alt+Enter.", "prose"),
    Column("photo_file", "Tên tệp ảnh", ("anh", "ten anh", "tep anh"), 22, "Tệp trong thư mục ảnh, như IMG_0001.jpg."),
    Column("alt", "Mô tả ảnh", (), 40, _label(Photo, "alt") + ", không nhắc lại tên."),
    Column("credit", _label(Photo, "credit"), (), 20, "Ai chụp, ai cho dùng, như: Ảnh: UBND phường."),
    Column(
        "people", "Trong ảnh có ai", (), 16,
        "Bắt buộc với ảnh của tập thể, hộ gia đình: chỉ người lớn, có trẻ em, hay không có người.",
    ),
    Column(
        "focus", "Điểm giữ khi cắt ảnh", (), 12,
        "Để trống là giữa ảnh. Hai số phần trăm: cách mép trái, cách mép trên, như 50, 30.", "focus",
    ),
    Column("decision", "Mã quyết định", (), 16, "Để trống; chỉ có trong tệp do chuyên trang xuất ra."),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}


def chosen(key: str, text: str) -> str:
    """The key of what the text says in a column of few words. Raises ValueError for any other."""
    folded = vietnamese.fold(text)
    short = folded.removeprefix("khen thuong ")
    for one, words in CHOICES[key].items():
        if folded in (one, vietnamese.fold(words)) or short == vietnamese.fold(words).removeprefix("khen thuong "):
            return one
    if short in SAID.get(key, {}):
        return SAID[key][short]
    raise ValueError(text)
