"""The Excel workbooks of honours: the empty template, and what the content holds in the same layout.

The columns are those the importer reads, so an exported file imports without a change. An export holds personal data:
it is for the office, and says so on its second sheet. Same content, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from generator import vietnamese
from generator.content import Content
from generator.content import Entry as ContentEntry
from generator.grounds import ground_of
from generator.importers.columns import CHOICES, COLUMNS, GONE, REVOKED_TITLE, Column
from generator.importers.workbook_bytes import plain_text, workbook_bytes
from generator.models import Decision, Exemplar
from generator.models.decisions import AwardList, Commendation
from generator.models.honours import Ground

SHEET, GUIDE, LISTS = "Danh sách", "Hướng dẫn", "Danh mục"
_REVOKED = Column("revoked", REVOKED_TITLE, (), 24, "")
_EMPTY_LINES = 1000  # with drop-downs and prompts; more are read all the same
_FACE = "Times New Roman"
_HEAD = PatternFill("solid", fgColor="7A1F1F")
_PAPER_A4 = 9
_CELL_HOLDS = 32_767  # a longer story stays out: Excel would cut it, and an empty cell changes nothing on its way back
_DAY = "dd/mm/yyyy"
_NUMBERS = ("number", "list")

_GUIDE = """\
# Cách điền
Mỗi dòng một người, một tập thể hoặc một hộ gia đình, đúng thứ tự danh sách đã ký.
Cột có dấu * là bắt buộc: Họ và tên; với cá nhân cả Nhóm tuổi.
Ô để trống nghĩa là không nói gì: nhập lại không xóa điều đã có.
Đơn vị, danh hiệu, đối tượng, nhóm nghề: chọn trong danh sách thả xuống, lấy từ danh mục của chuyên trang.
Danh sách thả xuống chỉ có tổ dân phố, đơn vị của phường, danh hiệu phường được tặng; tên khác trong danh mục cứ gõ.
Ngày gõ ngày/tháng/năm, như 10/6/2026. Điều đúng hay không đúng: đánh x, hoặc để trống.
Tập thể là một đơn vị trong danh mục: ghi tên đơn vị ở cột Họ và tên, chọn Đối tượng là Tập thể.
Hộ gia đình: ghi tên chủ hộ, chọn Đối tượng là Hộ gia đình; trang tự viết “Gia đình ông …”.
# Căn cứ để nêu tên
Không có căn cứ thì không nêu tên, không đăng ảnh, không kể chuyện.
Hỏi riêng ba điều, đánh x vào điều được đồng ý, rồi ghi ngày ghi nhận và hình thức đồng ý.
Trẻ em cần ngày cha, mẹ hoặc người giám hộ đồng ý; từ đủ 7 tuổi cần cả ngày trẻ đồng ý.
Căn cứ đã ghi cho cả danh sách trong tệp quyết định thì các cột này để trống.
# Người được kể thành gương
Điền Lĩnh vực và Việc làm thì người ấy có trang gương riêng, ở dạng bản nháp tới khi có người duyệt.
Ảnh để chung trong một thư mục, tên tệp ghi ở cột Tên tệp ảnh (hoặc đặt tên tệp theo họ tên).
Mỗi ảnh cần một câu ở cột Mô tả ảnh; ảnh của tập thể, hộ gia đình cần cả cột Trong ảnh có ai.
# Không đưa vào tệp này
Ngày sinh, căn cước, tài khoản, điện thoại, địa chỉ nhà, quê quán, dân tộc, tôn giáo. Có cột như thế thì máy bỏ đi.
# Nhập vào chuyên trang
portal import honours TỆP.xlsx --decision 2026/215-qd-ubnd --photos THƯ_MỤC_ẢNH
Lệnh này chỉ xem thử. Đúng rồi thì thêm --apply để ghi.
"""
_PERSONAL = "Tệp này chứa dữ liệu cá nhân, chỉ dùng trong cơ quan; không đăng, không gửi ra ngoài."

Row = dict[str, Any]


def template(content: Content) -> bytes:
    """An empty workbook to fill in: headers, drop-downs from the content's own records, a sheet that explains."""
    return _workbook(content, [], personal=False)


def honours_workbook(content: Content, year: int | None = None) -> bytes:
    """Every row of every decision (of the year of its date), in the template's layout, oldest decision first.

    A row taken down keeps its number and its kind alone. For the office: it holds names no ground covers yet.
    """
    decisions = [one for one in content.of("decisions").values() if year in (None, one.record.date.year)]
    decisions.sort(key=lambda one: (one.record.date, one.id))
    return _workbook(content, [row for one in decisions for row in _rows(content, one)], personal=True)


def _rows(content: Content, decision: ContentEntry[Decision]) -> Iterator[Row]:
    for number, list_ in enumerate(decision.record.lists, 1):
        award = content.of("awards").get(list_.award)
        head: dict[str, Any] = {"list": number, "award": award.record.name if award else list_.award}
        head |= {"basis": list_.basis, "for_period": list_.for_period, "decision": decision.id}
        for place, row in enumerate(list_.commendations, 1):
            yield head | {"number": place} | _row(content, decision.record, list_, row)


def _row(content: Content, decision: Decision, list_: AwardList, row: Commendation) -> Row:
    entry = content.of("exemplars").get(row.exemplar or "")
    exemplar: Exemplar | None = entry.record if entry else None
    kind = row.kind or (exemplar.kind if exemplar else "individual" if row.name or row.exemplar else "group")
    if row.withdrawn or row.exemplar in content.of("withdrawals"):
        return {"kind": kind, "achievement": GONE}
    organisation = row.organisation or (exemplar.organisation if exemplar else None)
    unit = content.of("organisations").get(organisation or "")
    name = row.name or (exemplar.name if exemplar else None)
    about: Any = exemplar or row
    told = {
        "exemplar": row.exemplar,
        "kind": kind,
        "courtesy": name.courtesy if name else None,
        "name": name.name if name else unit.record.name if unit else None,
        "position": name.position if name else None,
        "organisation": unit.record.name if unit else organisation,
        "age_group": (exemplar.age_group if exemplar else row.age_group or list_.age_group)
        if kind == "individual"
        else None,
        "achievement": row.achievement,
        **{key: getattr(about, key) for key in ("direct_worker", "occupation", "small_collective", "posthumous")},
    }
    revoked = row.revoked or list_.revoked or decision.revoked
    told["revoked"] = f"{revoked.number}, ngày {vietnamese.format_date(revoked.date)}" if revoked else None
    ground = exemplar.shown if exemplar else ground_of(row, list_.shown, decision.shown)
    if exemplar is not None:
        told |= {key: getattr(exemplar, key) for key in ("field", "deed", "story")}
        photo = content.photos.get(("exemplars", row.exemplar or ""))
        told["photo_file"] = photo[0].name if photo else None
        told |= {key: getattr(exemplar.photo, key, None) for key in ("alt", "credit", "people")}
        focus = exemplar.photo.focus if exemplar.photo else None
        told["focus"] = f"{focus.x}, {focus.y}" if focus else None
    return told | (_ground(ground) if ground else {})


def _ground(ground: Ground) -> Row:
    told = {f"agreed_{one}": True for one in ground.scope}
    return told | {key: value for key, value in ground.model_dump().items() if key != "scope"}


# the workbook -------------------------------------------------------------------------------------------------------


def _workbook(content: Content, rows: Sequence[Row], *, personal: bool) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET
    columns = (*COLUMNS, _REVOKED) if personal else COLUMNS
    _head(sheet, columns)
    for line, row in enumerate(rows, 2):
        for number, column in enumerate(columns, 1):
            _fill(sheet.cell(line, number), column, row.get(column.key))
    last = max(len(rows) + 1, 1) + _EMPTY_LINES
    _guide(book.create_sheet(GUIDE), personal=personal)
    ranges = _lists(book, book.create_sheet(LISTS), content)
    _validate(sheet, ranges, last)
    _print_setup(sheet, personal=personal)
    return workbook_bytes(book)


def _head(sheet: Any, columns: Sequence[Column]) -> None:
    side = Side(style="thin", color="B0A090")
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, f"{column.title} *" if column.needed else column.title)
        cell.font = Font(name=_FACE, bold=True, color="FFFFFF", size=12)
        cell.fill = _HEAD
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.number_format = _DAY if column.form == "day" else "General" if column.key in _NUMBERS else "@"
    sheet.row_dimensions[1].height = 48
    sheet.freeze_panes = sheet.cell(2, [column.key for column in COLUMNS].index("name") + 2)


def _fill(cell: Any, column: Column, value: Any) -> None:
    cell.font = Font(name=_FACE, size=12)
    cell.alignment = Alignment(vertical="top", wrap_text=column.width > 20)
    if column.form == "day":
        cell.number_format = _DAY
        cell.value = value
    elif column.key in _NUMBERS:
        cell.value = value
    elif value is True:
        plain_text(cell, "x")
    elif value not in (None, False, ""):
        text = CHOICES.get(column.key, {}).get(value, value).strip()
        if len(text) <= _CELL_HOLDS:
            plain_text(cell, text)


def _guide(sheet: Any, *, personal: bool) -> None:
    sheet.column_dimensions["A"].width = 120
    lines = [f"# {_PERSONAL}"] * personal + _GUIDE.splitlines()
    for line, words in enumerate(lines, 1):
        cell = sheet.cell(line, 1)
        plain_text(cell, words.removeprefix("# "))
        cell.font = Font(name=_FACE, size=13, bold=words.startswith("# "))
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.sheet_view.showGridLines = False


def _lists(book: Workbook, sheet: Any, content: Content) -> dict[str, str]:
    """Writes the choices, one column each, into the hidden sheet; returns the name of each column's range."""
    sheet.sheet_state = "hidden"
    values: dict[str, list[str]] = {"organisation": _units(content), "award": _awards(content)}
    values |= {key: list(words.values()) for key, words in CHOICES.items()} | {"truth": ["x"]}
    ranges = {}
    for number, (key, words) in enumerate(values.items(), 1):
        sheet.cell(1, number, key)
        for line, word in enumerate(words, 2):
            plain_text(sheet.cell(line, number), word)
        letter = get_column_letter(number)
        ranges[key] = f"dm_{key}"
        at = f"'{LISTS}'!${letter}$2:${letter}${max(2, len(words) + 1)}"
        book.defined_names[ranges[key]] = DefinedName(ranges[key], attr_text=at)
    return ranges


_OFFERED = ("residential-group", "body")


def _units(content: Content) -> list[str]:
    """The units that people of the ward are of: residential groups first, then the ward's bodies."""
    units = [one.record for one in content.of("organisations").values()]
    units = [one for one in units if one.level == "ward" and one.kind in _OFFERED]
    units.sort(key=lambda one: (_OFFERED.index(one.kind), vietnamese.sort_key(one.name)))
    return [one.name for one in units]


def _awards(content: Content) -> list[str]:
    """The awards whose lists name whom the ward gives them to: none that is only counted, none denied to the ward."""
    awards = [one.record for one in content.of("awards").values()]
    names = [one.name for one in awards if not one.counted and one.authority.holds != "no"]
    return sorted(names, key=vietnamese.sort_key)


def _validate(sheet: Any, ranges: Mapping[str, str], last: int) -> None:
    """Drop-downs and prompts; a value out of the list is only warned of, for the import says better what is wrong."""
    for number, column in enumerate(COLUMNS, 1):
        named = ranges.get(column.key) or (ranges["truth"] if column.form == "truth" else "")
        if named:
            rule = DataValidation(type="list", formula1=f"={named}", allow_blank=True, errorStyle="warning")
            rule.error, rule.errorTitle = "Giá trị này không có trong danh mục.", column.title[:32]
        elif column.form == "day":
            rule = DataValidation(
                type="date", operator="greaterThan", formula1="36526", allow_blank=True, errorStyle="warning"
            )
            rule.error, rule.errorTitle = "Gõ ngày/tháng/năm, như 10/6/2026.", column.title[:32]
        else:
            rule = DataValidation(allow_blank=True)
        rule.prompt, rule.promptTitle = column.prompt[:255], column.title[:32]
        rule.showInputMessage = rule.showErrorMessage = True
        letter = get_column_letter(number)
        rule.add(f"{letter}2:{letter}{last}")
        sheet.add_data_validation(rule)


def _print_setup(sheet: Any, *, personal: bool) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.right.text = "Trang &P/&N"
    if personal:
        sheet.oddFooter.left.text = _PERSONAL
