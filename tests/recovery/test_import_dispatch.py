"""Công văn of other hands: subjects of two lines below the head, addressees one below the other, a Party subject with its own word."""

from __future__ import annotations

import pytest

from docgen.document.model import Document, Paragraph
from docgen.recovery.importing import import_layout
from docgen.spec import load_text
from tests.reading.raw import DATE, LIST, MOTTO, NAMES, SIGNED, c, p, r, read_blocks, t

HEAD = t([NAMES, MOTTO], [c("Số: 345/SXD-VP"), DATE])
TO = p("Kính gửi: Sở Nội vụ.", align="center")
TEXT = p("Sở Xây dựng đề nghị các sở cho ý kiến về dự thảo.") + p("Trân trọng./.") + t([LIST, SIGNED])


def document(*blocks: str) -> tuple[Document, list[str]]:
    """The document of a file of these blocks, and what is told of it."""
    (layout,) = read_blocks(*blocks).documents
    spec = import_layout(layout, "x.docx", "en")
    return load_text(spec.text, shown="x.yaml").document, [note.code for note in spec.notes]


def body_of(found: Document) -> list[str]:
    return [str(part.text) for part in found.body if isinstance(part, Paragraph)]


def subject(*lines: str) -> str:
    return "".join(p(r(line, size=12), align="center") for line in lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["V/v phối hợp tổ chức\nlễ phát động trồng cây"],
        ["V/v phối hợp tổ chức", "lễ phát động trồng cây"],
        ["V/v phối hợp tổ chức lễ phát động", "Tết trồng cây"],
    ],
)
def test_a_subject_goes_on_below_the_head(lines: list[str]) -> None:
    found, told = document(HEAD, subject(*lines), TO, TEXT)
    words = " ".join(lines).replace("\n", " ").removeprefix("V/v ")
    assert (str(found.title), [str(one) for one in found.addressees]) == (words, ["Sở Nội vụ"])
    assert body_of(found) == ["Sở Xây dựng đề nghị các sở cho ý kiến về dự thảo.", "Trân trọng."]
    assert not told


def test_what_is_set_otherwise_below_a_subject_is_no_part_of_it() -> None:
    found, _ = document(HEAD, subject("V/v phối hợp tổ chức"), p("Sở Xây dựng nhận được Công văn số 12/SNV-VP."), TEXT)
    assert str(found.title) == "phối hợp tổ chức"


@pytest.mark.parametrize(
    "lines",
    [
        [("Kính gửi: Sở Nội vụ,", "center"), ("Sở Tài chính.", "center")],
        [("Kính gửi:\tSở Nội vụ", "left"), ("\t\tSở Tài chính", "left")],
        [("\tKính gửi:\tSở Nội vụ;", "left"), ("\t\t\tSở Tài chính", "left")],
        [("Kính gửi:", "left"), ("\tSở Nội vụ", "left"), ("\tSở Tài chính", "left")],
        [("Kính gửi:\t- Sở Nội vụ", "left"), ("- Sở Tài chính", "center")],
    ],
)
def test_addressees_one_below_the_other(lines: list[tuple[str, str]]) -> None:
    to = "".join(p(words, align=align) for words, align in lines)
    found, _ = document(HEAD, subject("V/v phối hợp"), to, TEXT)
    assert [str(one) for one in found.addressees] == ["Sở Nội vụ", "Sở Tài chính"]
    assert body_of(found) == ["Sở Xây dựng đề nghị các sở cho ý kiến về dự thảo.", "Trân trọng."]


def test_one_addressee_in_two_paragraphs_is_one() -> None:
    to = c("Kính gửi: Ủy ban nhân dân các xã và") + c("Sở Tài chính.")
    (one,) = document(HEAD, subject("V/v phối hợp"), to, TEXT)[0].addressees
    assert str(one) == "Ủy ban nhân dân các xã và Sở Tài chính"


def party(title: str) -> Document:
    left = c("ĐẢNG BỘ TỈNH X") + c("ĐẢNG ỦY XÃ TÂN AN", style="b") + c("*") + c("Số 37-CV/ĐU") + c(title)
    right = c("ĐẢNG CỘNG SẢN VIỆT NAM", style="b") + p("Tân An, ngày 09 tháng 6 năm 2026", align="center", style="i")
    found, _ = document(t([left, right]), p("Kính gửi: Các chi bộ.", align="center"), TEXT)
    return found


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("về đăng ký học", "đăng ký học"),
        ("Về việc đăng ký học", "đăng ký học"),
        # docgen's own words before a subject that begins with the same word
        ("về việc về hưu", "về hưu"),
        ("đăng ký học", "đăng ký học"),
    ],
)
def test_the_word_that_docgen_prints_before_a_party_subject_is_taken_off(printed: str, title: str) -> None:
    assert str(party(printed).title) == title
