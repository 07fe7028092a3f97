"""Whatever a name hides in, the scan finds it; what it cannot read it says."""

from __future__ import annotations

import gzip
import html
import io
import json
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from urllib.parse import quote

import pagefind_bin
import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from generator.search_copy import spelled
from generator.takedown import unpacking
from generator.takedown.scan import Hit, Proof, prove, read_manifest
from generator.takedown.traces import Traces
from generator.takedown.unpacking import Reading, Unreadable, readings

NAME = "Đỗ Văn Thuận"
TRACES = Traces(ids=("2026-004",), names=(NAME,))


def write_all(folder: Path, files: dict[str, bytes | str]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def scan(tmp_path: Path, files: dict[str, bytes | str], **how: object) -> Proof:
    return prove([write_all(tmp_path / "site", files)], TRACES, **how)  # type: ignore[arg-type]


def whats(proof: Proof, tmp_path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for hit in proof.hits:
        found.setdefault(Path(hit.path).resolve().relative_to(tmp_path / "site").as_posix(), []).append(hit.what)
    return found


def docx() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("Khen ông ")
    for part in ("Đỗ", " V", "ăn Thu", "ận"):  # Word splits runs anywhere
        paragraph.add_run(part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    book = Workbook()
    book.create_sheet("Danh sách")["B7"] = "DO VAN THUAN"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def pdf(text: str) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    if text:
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


LEAKS: dict[str, bytes | str] = {
    "trang.html": f"<p>Khen ông {NAME}</p>",
    "the.html": "<td>Đỗ</td>\n<td><b>V</b>ăn Th<mark>u</mark>ận</td>",
    "ngat.html": "<p>Đỗ<br>Văn<br>Thuận</p>",
    "ten.html": "".join(f"&#{ord(char)};" for char in NAME),
    "ten2.html": html.escape("".join(f"&#x{ord(char):x};" for char in NAME)),
    "alt.html": f'<img alt="{NAME} cầm bình" src="x">',
    "nfd.html": unicodedata.normalize("NFD", NAME),
    "link.html": f'<a href="?q={quote(NAME)}">x</a>',
    "cong.html": '<a href="?q=Do+Van+Thuan">x</a>',
    "du-lieu.json": json.dumps({"ten": NAME}),
    "dong.json": '{"ten": "Đỗ\\nVăn\\tThuận"}',
    "feed.xml": f"<content type='html'>{html.escape('<b>Đỗ</b> Văn Thuận')}</content>",
    "lich.ics": "BEGIN:VCALENDAR\r\nSUMMARY:Khen Đỗ Văn Thu\r\n ận\r\nEND:VCALENDAR\r\n",
    "utf16.txt": NAME.encode("utf-16"),
    "sitemap.xml.gz": gzip.compress(f"<loc>{NAME}</loc>".encode()),
    "hai-lop.gz": gzip.compress(gzip.compress(NAME.encode())),
    "pagefind/fragment/vi_1.pf_fragment": gzip.compress(b"pagefind_dcd" + spelled(NAME).encode()),
    "pagefind/fragment/vi_3.pf_fragment": gzip.compress(b"pagefind_dcd" + "D\u0335ỗ Văn Thuận".encode()),
    "pagefind/filter/vi_2.pf_filter": gzip.compress(b"pagefind_dcd\x82\x72" + NAME.encode() + b"\x61k"),
    "quyet-dinh.docx": docx(),
    "danh-sach.xlsx": xlsx(),
    "van-ban.pdf": pdf("Khen ong Do Van Thuan"),
    "goi.zip": zipped({"trong/x.docx": docx()}),
    "do-van-thuan.txt": "x",
}  # fmt: skip


@pytest.mark.parametrize("path", LEAKS)
def test_a_name_is_found_in(path: str, tmp_path: Path) -> None:
    assert whats(scan(tmp_path, {path: LEAKS[path], "khac.html": "<p>Không có gì</p>"}), tmp_path) == {path: ["tên"]}


def test_all_leaks_at_once_are_counted(tmp_path: Path) -> None:
    proof = scan(tmp_path, LEAKS)
    assert (proof.files, proof.pages + proof.other_files, proof.holds) == (len(LEAKS), len(LEAKS), False)
    assert proof.pages == sum(path.endswith(".html") for path in LEAKS)


def test_an_id_is_found_in_addresses_and_text(tmp_path: Path) -> None:
    proof = scan(
        tmp_path,
        {
            "guong/2026-004/index.html": "x",
            "a.html": '<a href="../guong/2026-004/">x</a>',
            "b.html": "2026-0041",
            "p.pf_meta": gzip.compress(b"pagefind_dcd\x82h2026-004\x81"),
        },
    )
    assert whats(proof, tmp_path) == {"guong/2026-004/index.html": ["mã"], "a.html": ["mã"], "p.pf_meta": ["mã"]}


def test_the_neutral_page_may_stand_and_name_nobody(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "guong/2026-004/index.html": "<link rel=canonical href=guong/2026-004/>",
        "guong/2026-004.md": "2026-004",
        "sitemap.xml": "<loc>guong/2026-004/</loc>",
        "sitemap.xml.gz": gzip.compress(b"guong/2026-004/"),
    }
    assert scan(tmp_path, files, neutral=["2026-004"]).holds
    files |= {"guong/index.html": '<a href="2026-004/">x</a>', "guong/2026-004/index.html": NAME}
    assert whats(scan(tmp_path, files, neutral=["2026-004"]), tmp_path) == {
        "guong/2026-004/index.html": ["tên"],
        "guong/index.html": ["mã"],
    }


def test_a_declared_namesake_is_listed_and_passes(tmp_path: Path) -> None:
    proof = scan(tmp_path, {"a.html": NAME}, declared=["Bà Nguyễn Thị X", "Ông ĐỖ VĂN THUẬN"])
    assert proof.holds
    assert [Path(hit.path).name for hit in proof.namesakes] == ["a.html"]
    assert proof.namesakes[0].what == "tên “do van thuan”"
    assert not scan(tmp_path, {"a.html": f"{NAME} 2026-004"}, declared=[NAME]).holds
    assert not scan(tmp_path, {"a.html": NAME}, declared=["Đỗ Văn"]).holds


def test_pictures_are_settled_by_the_manifest(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "anh/x.webp": b"RIFF", "anh/y.webp": b"RIFF", "anh/z.jpg": b"\xff\xd8", "assets/favicon.png": b"\x89PNG",
    }  # fmt: skip
    manifest = {"anh/x.webp": ("exemplars/2026-004",), "anh/y.webp": ("exemplars/2026-0041", "practices/2026-004")}
    proof = scan(tmp_path, files, pictured=["2026-004"], manifest=manifest)
    assert whats(proof, tmp_path) == {
        "anh/x.webp": ["ảnh"],
        "anh/z.jpg": ["ảnh không rõ của ai, không có trong bảng ảnh"],
    }
    assert not proof.by_name


def test_without_a_manifest_pictures_are_judged_by_name(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"anh/2026-004-1da2ec8f-320.webp": b"x", "anh/2026-0041-1da2ec8f-320.webp": b"x"}
    proof = prove([write_all(tmp_path, files)], Traces(), pictured=["2026-004"])
    assert [(Path(hit.path).name, hit.what) for hit in proof.hits] == [("2026-004-1da2ec8f-320.webp", "ảnh")]
    assert proof.by_name


def test_a_name_written_into_a_picture_is_found(tmp_path: Path) -> None:
    assert whats(scan(tmp_path, {"anh/x.jpg": b"\xff\xd8" + NAME.encode()}), tmp_path) == {"anh/x.jpg": ["tên"]}


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', '{"a": 1, "b": ["exemplars/1", 2]}'])
def test_any_manifest_can_be_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "photos.json").write_text(text, encoding="utf-8")
    expected = {"b": ("exemplars/1", "2")} if "b" in text else None
    assert read_manifest(tmp_path / "photos.json") == expected
    assert read_manifest(tmp_path / "none.json") is None


@pytest.mark.parametrize(
    ("path", "data", "why"),
    [
        ("x.gz", b"\x1f\x8b\x08\x00hong", "tệp nén bị hỏng"),
        ("x.docx", b"PK\x03\x04hong", "tệp nén bị hỏng hoặc có mật khẩu"),
        ("x.pdf", b"%PDF-1.4 hong", "PDF bị hỏng hoặc có mật khẩu"),
    ],
)
def test_damaged_files_are_told_and_prove_nothing(tmp_path: Path, path: str, data: bytes, why: str) -> None:
    proof = scan(tmp_path, {path: data})
    assert [(Path(one.where).name, one.why) for one in proof.unreadable] == [(path, why)]
    assert (proof.pages, proof.holds) == (0, False)


def test_a_scan_without_text_is_told_and_does_not_fail(tmp_path: Path) -> None:
    proof = scan(tmp_path, {"x.pdf": pdf("")})
    assert [one.why for one in proof.unreadable] == ["PDF không có chữ, chỉ có ảnh quét"]
    assert proof.holds


def test_a_longer_name_in_a_filter_is_another_name() -> None:
    traces = Traces(names=("Lê Văn An",))
    for packed in (b"\x82\x6cL\xc3\xaa V\xc4\x83n Anh\x61x", b"\x83\x61x\x6cL\xc3\xaa V\xc4\x83n Anh\x05"):
        for one in readings("x", gzip.compress(b"pagefind_dcd" + packed)):
            assert isinstance(one, Reading)
            assert not one.loose
            assert not traces.find(one.text)
    (one,) = readings("x", gzip.compress(b"pagefind_dcd\x82\x6bL\xc3\xaa V\xc4\x83n An\x68xxxxxxxx"))
    assert isinstance(one, Reading)
    assert traces.find(one.text)


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MAX_BYTES", 100_000)
    for data in (gzip.compress(bytes(1_000_000)), zipped({"a": bytes(60_000), "b": bytes(60_000)})):
        assert list(readings("x", data)) == [Unreadable("x", "mở ra quá lớn")]
    nested = NAME.encode()
    for _ in range(8):
        nested = gzip.compress(nested)
    assert list(readings("x", nested)) == [Unreadable("x", "nén lồng nhau quá nhiều lớp")]


names = st.lists(st.sampled_from(["Đặng", "Ỷ", "Thị", "Đượm", "Hoà", "Quế", "Ơn"]), min_size=2, max_size=5).map(
    " ".join
)
ways = st.sampled_from(
    [
        lambda text: text,
        lambda text: unicodedata.normalize("NFD", text),
        html.escape,
        lambda text: "".join(f"&#{ord(char)};" for char in text),
        quote,
        json.dumps,
        lambda text: text.replace(" ", "<b> </b>"),
        "<i>".join,
    ]
)


@given(names, ways, st.text(alphabet="xyz <>&%\\\"'ơđ", max_size=12), st.booleans())
def test_any_name_is_found_however_it_is_written(name: str, way: object, around: str, packed: bool) -> None:
    written = f"{around} . {way(name)} . {around}".encode()  # type: ignore[operator]
    data = gzip.compress(written) if packed else written
    found = [one for one in readings("x", data) if isinstance(one, Reading)]
    assert any(Traces(names=(name,)).find(one.text, loose=one.loose) for one in found)


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-1.7\n", b"pagefind_dcd"]))
def test_any_bytes_can_be_read_without_a_fault(data: bytes, start: bytes) -> None:
    for one in readings("x", start + data):
        assert one.where.startswith("x")


def test_hits_are_sorted_and_told_once(tmp_path: Path) -> None:
    proof = scan(tmp_path, {"b.html": f"{NAME} {NAME}", "a.html": f"{NAME} 2026-004"})
    assert [(Path(hit.path).name, hit.what) for hit in proof.hits] == [
        ("a.html", "mã"),
        ("a.html", "tên"),
        ("b.html", "tên"),
    ]
    assert isinstance(proof.hits[0], Hit)


def test_a_real_index_tells_and_an_index_made_anew_does_not(tmp_path: Path) -> None:
    page = '<html lang="vi"><body data-pagefind-body><h1>{0}</h1><p data-pagefind-filter="u">{0}</p></body></html>'
    for text, hits in ((f"Khen ông {NAME}", {"pf_filter": ["tên"], "pf_fragment": ["tên"]}), ("Khen ông khác", {})):
        site = write_all(tmp_path / f"site{len(hits)}", {"a.html": page.format(text)})
        command = [pagefind_bin.get_executable(), "--site", str(site)]
        subprocess.run(command, check=True, capture_output=True)
        (site / "a.html").unlink()
        proof = prove([site], TRACES)
        assert {Path(hit.path).suffix[1:]: [hit.what] for hit in proof.hits} == hits
        assert proof.unreadable == ()
