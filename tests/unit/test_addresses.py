import posixpath
from pathlib import Path

import pytest

from generator import addresses
from generator.addresses import Address, page_url, relative_source, relative_url
from generator.models import Plan
from generator.numbering import number_parts, number_tasks
from tests.site import read_small

PAGES = [
    "index.md",
    "guong/index.md",
    "guong/2026-001.md",
    "guong/trang-2.md",
    "ke-hoach/2026/index.md",
    "ke-hoach/2026/tien-do.md",
    "khen-thuong/2026/01-qd.md",
    "van-ban/chi-so-index.md",
]


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("index.md", ""),
        ("guong/index.md", "guong/"),
        ("guong/2026-001.md", "guong/2026-001/"),
        ("ke-hoach/2026/tien-do.md", "ke-hoach/2026/tien-do/"),
        ("van-ban/chi-so-index.md", "van-ban/chi-so-index/"),
        ("sitemap.xml", "sitemap.xml"),
        ("anh/2026-001-ab-320.webp", "anh/2026-001-ab-320.webp"),
    ],
)
def test_where_a_page_is_served(page: str, url: str) -> None:
    assert page_url(page) == url


@pytest.mark.parametrize("source", PAGES)
@pytest.mark.parametrize("target", [*PAGES, "anh/2026-001-ab-320.webp"])
@pytest.mark.parametrize("prefix", ["/", "/trang/thi-dua/"])
def test_links_lead_to_their_page_under_any_prefix(source: str, target: str, prefix: str) -> None:
    link = relative_url(source, Address(target))
    reached = posixpath.normpath(posixpath.join(prefix + page_url(source), link))
    assert reached == posixpath.normpath(prefix + page_url(target))
    assert link.endswith("/") == target.endswith(".md")
    assert not link.startswith("/")


@pytest.mark.parametrize("source", PAGES)
@pytest.mark.parametrize("target", PAGES)
def test_links_between_markdown_files_lead_to_the_file(source: str, target: str) -> None:
    link = relative_source(source, Address(target, "phan"))
    if source == target:
        assert link == "#phan"
    else:
        file, _, part = link.partition("#")
        assert posixpath.normpath(posixpath.join(posixpath.dirname(source), file)) == target
        assert part == "phan"


def test_a_part_of_the_same_page_is_a_fragment() -> None:
    assert relative_url("guong/index.md", Address("guong/index.md", "a")) == "#a"
    assert relative_url("guong/2026-001.md", Address("guong/index.md", "a")) == "../#a"


def test_addresses_of_records() -> None:
    assert addresses.of("organisations", "tdp-mau") == Address("don-vi/tdp-mau.md")
    assert addresses.of("decisions", "2026/01-qd") == Address("khen-thuong/2026/01-qd.md")
    assert addresses.of("awards", "giay-khen") == Address("huong-dan/danh-hieu-hinh-thuc.md", "giay-khen")
    assert addresses.of("parts", "2026#muc-i-1") == Address("ke-hoach/2026/index.md", "muc-i-1")
    assert addresses.of("parts", "2026#nhiem-vu-3") == Address("ke-hoach/2026/tien-do.md", "nhiem-vu-3")


def test_every_part_of_the_small_plan(tmp_path: Path) -> None:
    plan = read_small(tmp_path).of("plans")["2026"].record
    assert [(part.id, part.mark, part.cited) for part in number_parts(plan)] == [
        ("mo-dau-1", "¶", "đoạn mở đầu 1"),
        ("mo-dau-2", "¶", "đoạn mở đầu 2"),
        ("muc-i", "I", "Mục I"),
        ("muc-i-1", "I.1", "khoản 1 Mục I"),
        ("muc-i-2", "I.2", "khoản 2 Mục I"),
        ("muc-ii", "II", "Mục II"),
        ("muc-ii-1", "II.1", "khoản 1 Mục II"),
        ("muc-ii-1-a", "II.1.a", "điểm a khoản 1 Mục II"),
        ("muc-ii-1-b", "II.1.b", "điểm b khoản 1 Mục II"),
        ("muc-ii-1-b-2", "II.1.b", "điểm b khoản 1 Mục II"),
        ("muc-ii-1-d", "II.1.d", "điểm d khoản 1 Mục II"),
        ("muc-ii-1-d-gach-1", "II.1.d-1", "gạch đầu dòng thứ 1 điểm d khoản 1 Mục II"),
        ("muc-ii-1-d-gach-2", "II.1.d-2", "gạch đầu dòng thứ 2 điểm d khoản 1 Mục II"),
        ("muc-ii-1-dd", "II.1.đ", "điểm đ khoản 1 Mục II"),
        ("muc-ii-1-e", "II.1.e", "điểm e khoản 1 Mục II"),
        ("muc-ii-doan-1", "¶", "đoạn 1 Mục II"),
        ("muc-ii-2", "II.2", "khoản 2 Mục II"),
        ("ket-thuc-1", "¶", "đoạn kết 1"),
        ("noi-nhan-1", "", "nơi nhận, dòng 1"),
        ("noi-nhan-2", "", "nơi nhận, dòng 2"),
        ("chu-ky", "", "chữ ký"),
    ]
    (dashed,) = [part for part in number_parts(plan) if part.id == "muc-ii-1-e"]
    assert (dashed.label, dashed.spoken) == ("- e)", "mục II, khoản 1, điểm e")
    assert dashed.full_text == "- e) 1. Dòng này mở đầu bằng một con số và có # dấu thăng #"


def test_tasks_of_an_annex(tmp_path: Path) -> None:
    annex = read_small(tmp_path).of("annexes")["2026"].record
    assert [(part.id, part.cited) for part in number_tasks(annex)] == [
        (f"nhiem-vu-{number}", f"nhiệm vụ {number} Phụ lục") for number in range(1, 9)
    ]


def plan_of(*sections: dict[str, object]) -> Plan:
    """A plan of these sections and nothing else."""
    return Plan.model_validate(
        {
            "year": "2026",
            "issuer": "ubnd-phuong",
            "number_line": "Số:",
            "place_line": "Mẫu",
            "type": "KẾ HOẠCH",
            "title": "Thử",
            "sections": sections,
            "distribution": {"heading": "Nơi nhận:", "lines": ["- Lưu: VT."]},
            "signature": {"lines": ["CHỦ TỊCH"], "name": "(bịa)"},
        }
    )


def clause(label: str, *parts: dict[str, str]) -> dict[str, object]:
    return {"clause": label, "text": "x", "parts": list(parts)}


@pytest.mark.parametrize(
    ("labels", "ids"),
    [
        (["1.", "1.", "1.", "2."], ["muc-i-1", "muc-i-1-2", "muc-i-1-3", "muc-i-2"]),
        (["1/", "2)", "3:", "(4)", "- 5.", "6 -"], ["muc-i-1", "muc-i-2", "muc-i-3", "muc-i-4", "muc-i-5", "muc-i-6"]),
        (["1.1.", "1.2", "Điều 3."], ["muc-i-1-1", "muc-i-1-2", "muc-i-dieu-3"]),
        (["đ)", "Đ.", "d)"], ["muc-i-dd", "muc-i-dd-2", "muc-i-d"]),
        (["*", "+", "…"], ["muc-i-dau", "muc-i-dau-2", "muc-i-dau-3"]),
    ],
)
def test_labels_as_people_type_them(labels: list[str], ids: list[str]) -> None:
    plan = plan_of({"section": "I/", "text": "x", "parts": [clause(label) for label in labels]})
    assert [part.id for part in number_parts(plan) if part.level == "clause"] == ids


def test_a_repeated_number_never_takes_the_id_of_another_part() -> None:
    inner = {"point": "2)", "text": "x"}
    plan = plan_of({"section": "I.", "text": "x", "parts": [clause("1.", inner), clause("1.", inner)]})
    ids = [part.id for part in number_parts(plan)]
    assert len(ids) == len(set(ids))
    assert ids[:5] == ["muc-i", "muc-i-1", "muc-i-1-2", "muc-i-1-3", "muc-i-1-3-2"]
