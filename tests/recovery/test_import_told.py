"""What an import tells at its place: numbers printed otherwise, heads of appendices in other words, chapters."""

from __future__ import annotations

import pytest

from docgen.document.model import Document
from docgen.recovery.importing import ImportedSpec, import_layout
from docgen.spec import load_text
from tests.reading.raw import BODY, FOOT, HEAD, LIST, TITLE, c, p, r, read_blocks, t

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
DAY = "ngày 05 tháng 3 năm 2026"
ONE, TWO = p(r("Điều 1.", "b"), " Một là:"), p(r("Điều 2.", "b"), " Hai là.")


def spec_of(*blocks: str) -> ImportedSpec:
    (layout,) = read_blocks(*blocks).documents
    return import_layout(layout, "x.docx", "en")


def document_of(spec: ImportedSpec) -> Document:
    return load_text(spec.text, shown="x.yaml").document


def above(spec: ImportedSpec, line: str) -> str:
    """The line of the spec above ``line``."""
    lines = [one.strip(" -\\") for one in spec.text.splitlines()]
    return lines[lines.index(line) - 1]


def told(spec: ImportedSpec, code: str) -> list[str]:
    return [str(note.what) for note in spec.notes if note.code == code]


def listed(count: int) -> str:
    return "".join(p(f"+ Việc {i};") for i in range(1, count + 1))


def test_each_place_that_is_numbered_otherwise_has_its_comment() -> None:
    spec = spec_of(HEAD, TITLE, ONE, listed(3), TWO, FOOT)
    comment = "# Printed with another number or mark, or none; in the file: +"
    assert spec.text.count(comment) == 3
    assert [above(spec, f"Việc {i};") for i in (1, 2, 3)] == [comment] * 3
    assert told(spec, "import-renumbered") == [
        "3 numbers or marks are printed otherwise than in the file; the first: + Việc 1;"
    ]


def test_after_twenty_places_their_number_is_told() -> None:
    spec = spec_of(HEAD, TITLE, ONE, listed(25), TWO, FOOT)
    assert spec.text.count("# Printed with another number or mark") == 20
    assert above(spec, "Việc 21;") == "# From here on 5 more numbers or marks are printed otherwise than in the file."


def appendix(label: str, reference: str) -> ImportedSpec:
    head = c(label, "DANH SÁCH KHEN THƯỞNG", style="b") + c(reference, style="i")
    return spec_of(HEAD, TITLE, BODY, FOOT, BREAK, head, p("Bà Trần Thị Bình."))


@pytest.mark.parametrize("day", [DAY, "ngày 05/3/2026"])
def test_an_appendix_head_of_the_same_words_needs_no_remark(day: str) -> None:
    spec = appendix("Phụ lục", f"(Kèm theo Quyết định số 12/QĐ-SNV {day} của Sở Nội vụ)")
    assert not told(spec, "import-made")


def test_a_reference_in_other_words_is_told() -> None:
    old = f"(Ban hành kèm theo Quyết định số 12/QĐ-SNV {DAY} của SNV tỉnh X)"
    spec = appendix("Phụ lục", old)
    (what,) = told(spec, "import-made")
    assert what == (
        f"docgen writes this line itself: (Kèm theo Quyết định số 12/QĐ-SNV {DAY} của Sở Nội vụ). In the file it was: {old}"
    )
    assert above(spec, "title: DANH SÁCH KHEN THƯỞNG") == f"# {what}"


def test_a_label_that_loses_its_number_is_told() -> None:
    """A single appendix has no number, and the text may refer to it by one."""
    spec = appendix("PHỤ LỤC I", f"(Kèm theo Quyết định số 12/QĐ-SNV {DAY} của Sở Nội vụ)")
    assert told(spec, "import-made") == ["docgen writes this line itself: Phụ lục. In the file it was: PHỤ LỤC I"]


def test_chapters_are_told_where_they_stand() -> None:
    spec = spec_of(HEAD, TITLE, c("Chương I", "QUY ĐỊNH CHUNG", style="b"), BODY, FOOT)
    assert above(spec, "__Chương I__") == "# A spec has no chapters or parts: this line stands as a paragraph."
    assert told(spec, "import-guess") == [
        "A spec has no chapters or parts: 1 such lines stand as paragraphs; the first: Chương I"
    ]


@pytest.mark.parametrize("end", ["", ":"])
def test_the_word_of_decision_behind_who_decides_is_docgens(end: str) -> None:
    left = c("TỈNH ỦY X", style="b") + c("*") + c("Số 12-QĐ/TU")
    right = c("ĐẢNG CỘNG SẢN VIỆT NAM", style="b") + p(f"An Bình, {DAY}", align="center", style="i")
    lines = c("QUYẾT ĐỊNH", "ban hành Quy chế làm việc", style="b") + p("- Căn cứ Điều lệ Đảng;")
    decides = c(f"BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH{end}", style="b")
    signed = c("T/M BAN THƯỜNG VỤ", "BÍ THƯ", style="b") + c("Nguyễn Văn An", style="b")
    spec = spec_of(t([left, right]), lines, decides, p(r("Điều 1.", "b"), " Ban hành Quy chế."), t([LIST, signed]))
    found = document_of(spec)
    assert str(found.authority) == "BAN THƯỜNG VỤ TỈNH ỦY"
    assert not [note for note in spec.notes if note.code == "import-left"]
