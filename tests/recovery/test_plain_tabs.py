"""Cells of a Word table copied as text: a TAB between two cells, their other lines at the left above and below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.document.model import Document
from docgen.recovery import import_file
from docgen.rendering import render
from docgen.spec import load_text

HEAD = """BỘ NỘI VỤ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 1234/BNV-CCHC
V/v hướng dẫn xác định chỉ số cải
cách hành chính năm 2025\tHà Nội, ngày 12 tháng 3 năm 2026
"""
TEXT = """
Kính gửi: Các Bộ, cơ quan ngang Bộ.

Bộ Nội vụ hướng dẫn các cơ quan tự đánh giá.

Nơi nhận:
- Như trên;
- Bộ trưởng (để báo cáo);
"""
FOOT = "- Lưu: VT, CCHC (3).\tKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn Bảy\n"


def imported(text: str, folder: Path) -> Document:
    """The document of a text, which builds."""
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    (spec,) = import_file(path, language="en")
    found = load_text(spec.text, shown="x.yaml")
    render(found.document, found.standard)
    assert "…" not in spec.text
    return found.document


def signed(document: Document) -> list[tuple[str | None, ...]]:
    return [
        tuple(None if one is None else str(one) for one in (own.on_behalf_of, own.deputy_for, own.title, own.name))
        for own in document.signatures
    ]


@pytest.mark.parametrize(
    "about",
    [
        "V/v hướng dẫn xác định chỉ số cải\ncách hành chính năm 2025",
        "V/v hướng dẫn xác định chỉ số\ncải cách hành chính năm 2025",
        "V/v hướng dẫn\nxác định chỉ số cải cách\nhành chính\nnăm 2025",
        "V/v hướng dẫn xác định chỉ số cải cách hành chính năm 2025",
    ],
)
def test_a_subject_broken_over_lines_of_its_cell(about: str, tmp_path: Path) -> None:
    head = HEAD.replace("V/v hướng dẫn xác định chỉ số cải\ncách hành chính năm 2025", about)
    document = imported(head + TEXT + FOOT, tmp_path)
    assert str(document.title) == "hướng dẫn xác định chỉ số cải cách hành chính năm 2025"
    assert (document.number, str(document.place), [str(line) for line in document.issuer.name]) == (1234, "Hà Nội", ["BỘ NỘI VỤ"])


def test_names_of_bodies_above_the_tab(tmp_path: Path) -> None:
    head = HEAD.replace("BỘ NỘI VỤ\t", "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\nSỞ NỘI VỤ\t").replace("BNV", "SNV")
    issuer = imported(head + TEXT + FOOT, tmp_path).issuer
    assert [[str(line) for line in lines] for lines in (issuer.parent, issuer.name)] == [
        ["ỦY BAN NHÂN DÂN TỈNH AN BÌNH"],
        ["SỞ NỘI VỤ"],
    ]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nNguyễn Văn Bảy", (None, "BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Văn Bảy")),
        ("BỘ TRƯỞNG\n\n\n\nNguyễn Văn Bảy", (None, None, "BỘ TRƯỞNG", "Nguyễn Văn Bảy")),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Thị Sáu",
            ("ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Sáu"),
        ),
    ],
)
def test_a_signature_behind_the_last_recipient(right: str, expected: tuple[str | None, ...], tmp_path: Path) -> None:
    document = imported(f"{HEAD}{TEXT}- Lưu: VT, CCHC (3).\t{right}\n", tmp_path)
    assert signed(document) == [expected]
    assert str(document.filing) == "VT, CCHC (3)"
    assert [str(one.name) for one in document.distribution] == ["Bộ trưởng"]
