"""TT701 to TT706: label, order, mention, title and reference line of appendices (PL I, P.I, III.1; HD05 II-1)."""

from __future__ import annotations

import re
from functools import cache

import pytest

from docgen.checks.rule import Kind
from docgen.document.model import Paragraph
from docgen.document.text import literal
from tests.checks.making import found_by, judged, made, spoilt, spoilt_paragraph
from tests.checks.texts import only, repaired, spots
from tests.support.documents import appendix, drafted, sample, with_origins

ALL = ("TT701", "TT702", "TT703", "TT704", "TT705", "TT706")
MENTION = (Paragraph(literal("Giao chỉ tiêu năm 2026 cho các đơn vị (Phụ lục kèm theo).")),)


@cache
def file_with(count: int, standard: str = "nd30", mentioned: bool = True, draft: bool = False) -> bytes:
    names = ("danh mục nhiệm vụ", "biểu phân bổ", "sơ đồ tổ chức")[:count]
    body = MENTION if mentioned else (Paragraph(literal("Giao chỉ tiêu năm 2026 cho các đơn vị.")),)
    document = sample(standard, body=body, appendices=tuple(appendix(name, 1) for name in names))
    return made(drafted(document) if draft else with_origins(document))


def labelled(old: str, new: str, count: int = 2, standard: str = "nd30") -> bytes:
    """Appendices, one of whose labels is written otherwise."""
    return spoilt(file_with(count, standard), rf">{old}</w:t>", f">{new}</w:t>")


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("draft", [False, True])
def test_right_appendices_are_left_alone(standard: str, count: int, draft: bool) -> None:
    found = [one.rule.code for one in judged(file_with(count, standard, draft=draft))]
    assert not set(ALL) & set(found)


# label


@pytest.mark.parametrize(
    ("standard", "count", "old", "wrong", "right"),
    [
        ("nd30", 1, "Phụ lục", "PHỤ LỤC", "Phụ lục"),
        ("nd30", 2, "Phụ lục I", "PHỤ LỤC I", "Phụ lục I"),
        ("nd30", 2, "Phụ lục II", "PHỤ LỤC 02", "Phụ lục II"),
        ("nd30", 2, "Phụ lục II", "Phụ lục 2", "Phụ lục II"),
        ("nd30", 2, "Phụ lục I", "Phụ lục số 1", "Phụ lục I"),
        ("hd05", 2, "Phụ lục 2", "Phụ lục II", "Phụ lục 2"),
        ("hd05", 2, "Phụ lục 1", "Phụ lục số 1", "Phụ lục 1"),
    ],
)
def test_a_wrong_label_is_found(standard: str, count: int, old: str, wrong: str, right: str) -> None:
    (found,) = only(labelled(old, wrong, count, standard), "TT701")
    assert (found.finding.expected, found.finding.actual, found.level) == (right, wrong, "error")
    assert spots([found]) == [(wrong, wrong)]
    assert repaired(found) == right


def test_a_zero_before_an_arabic_number_is_a_warning() -> None:
    (found,) = only(labelled("Phụ lục 1", "Phụ lục 01", standard="hd05"), "TT701")
    assert (found.finding.expected, found.level) == ("Phụ lục 1", "warning")


@pytest.mark.parametrize("label", ["Phụ lục 1", "Phụ lục I", "Phụ lục IIa"])
def test_how_a_single_appendix_is_counted_is_not_said(label: str) -> None:
    assert not found_by(labelled("Phụ lục", label, 1), "TT701")


def test_capitals_are_no_fault_for_the_party() -> None:
    assert not found_by(labelled("Phụ lục 1", "PHỤ LỤC 1", standard="hd05"), "TT701")


def test_forms_are_no_appendices() -> None:
    data = labelled("Phụ lục", "Mẫu số 01", 1)
    assert not [code for code in ALL if found_by(data, code)]


# order


@pytest.mark.parametrize(
    ("standard", "old", "wrong", "right"),
    [
        ("nd30", "Phụ lục II", "Phụ lục III", "II"),
        ("nd30", "Phụ lục II", "Phụ lục I", "II"),
        ("hd05", "Phụ lục 2", "Phụ lục 3", "2"),
    ],
)
def test_a_gap_and_a_number_twice_are_found(standard: str, old: str, wrong: str, right: str) -> None:
    (found,) = only(labelled(old, wrong, standard=standard), "TT702")
    assert (found.finding.expected, found.finding.actual, found.level) == (right, wrong.split()[-1], "error")
    assert spots([found]) == [(wrong, wrong)]


def test_one_of_several_without_number_is_found() -> None:
    (found,) = only(labelled("Phụ lục II", "Phụ lục", 3), "TT702")
    assert (found.level, spots([found])) == ("error", [("Phụ lục", "Phụ lục")])


def test_the_first_number_may_be_any() -> None:
    data = spoilt(labelled("Phụ lục II", "Phụ lục V"), ">Phụ lục I</w:t>", ">Phụ lục IV</w:t>")
    assert not found_by(data, "TT702")


def test_a_page_that_goes_on_with_an_appendix_is_none() -> None:
    assert not found_by(labelled("Phụ lục II", "Phụ lục I (tiếp theo)"), "TT702")


# mention


def test_an_appendix_that_the_text_does_not_mention_is_a_warning() -> None:
    (found,) = found_by(file_with(1, mentioned=False), "TT703")
    assert (found.level, found.rule.kind, spots([found])) == ("warning", Kind.WORDING, [("Phụ lục", "Phụ lục")])


@pytest.mark.parametrize("words", ["theo Phụ lục đính kèm", "có danh sách KÈM THEO", "(chi tiết tại phụ lục)"])
def test_it_may_be_mentioned_in_many_ways(words: str) -> None:
    data = spoilt(file_with(1, mentioned=False), "cho các đơn vị\\.", f"cho các đơn vị {words}.")
    assert not found_by(data, "TT703")


# title


@pytest.mark.parametrize(("standard", "level"), [("nd30", "warning"), ("hd05", "error")])
def test_an_appendix_without_title_is_found(standard: str, level: str) -> None:
    data = spoilt_paragraph(file_with(1, standard), "DANH MỤC NHIỆM VỤ", lambda xml: "")
    (found,) = found_by(data, "TT704")
    assert (found.level, spots([found])) == (level, [("Phụ lục", "Phụ lục")])


def test_a_title_behind_the_label_is_one() -> None:
    data = spoilt_paragraph(file_with(2), "DANH MỤC NHIỆM VỤ", lambda xml: "")
    data = spoilt(data, ">Phụ lục I</w:t>", ">Phụ lục I. DANH MỤC NHIỆM VỤ</w:t>")
    assert not found_by(data, "TT704")
    assert [one.level for one in found_by(data, "TT701")] == ["warning"]


# reference line


@pytest.mark.parametrize("standard", ["nd30", "hd05"])
def test_a_missing_reference_line_is_found(standard: str) -> None:
    data = spoilt_paragraph(file_with(1, standard), "Kèm theo", lambda xml: "")
    (found,) = found_by(data, "TT705")
    assert (found.level, spots([found])) == ("error", [("Phụ lục", "Phụ lục")])


def test_a_line_without_brackets_is_there_but_wrong() -> None:
    data = spoilt_paragraph(file_with(1), "(Kèm theo", lambda xml: _changed(xml, r"[()]", ""))
    assert not found_by(data, "TT705")
    assert [one.level for one in found_by(data, "TT706")] == ["warning"]


def test_a_line_broken_by_hand_is_read_whole() -> None:
    data = spoilt_paragraph(file_with(1), "(Kèm theo", lambda xml: _changed(xml, " của ", "</w:t><w:br/><w:t>của "))
    assert not found_by(data, "TT706")


def test_it_may_begin_with_ban_hanh() -> None:
    data = spoilt(file_with(1), "\\(Kèm theo", "(Ban hành kèm theo")
    assert not found_by(data, "TT705")
    assert not found_by(data, "TT706")


@pytest.mark.parametrize(
    ("pattern", "new", "missing"),
    [(" của [^<]*\\)", ")", "của"), ("ngày (\\d+) tháng (\\d) năm (\\d+) của", "\\1/\\2/\\3 của", "ngày"), (" số ", " ", "số")],
)
def test_what_the_line_lacks_is_named(pattern: str, new: str, missing: str) -> None:
    data = spoilt_paragraph(file_with(1), "(Kèm theo", lambda xml: _changed(xml, pattern, new))
    (found,) = only(data, "TT706")
    assert found.level == "warning"
    assert missing in str(found.finding.what)


def test_a_line_that_is_left_unfilled_is_right() -> None:
    blank = "(Kèm theo Kế hoạch số      /KH-STC ngày      tháng      năm 2026 của Sở Tài chính)"
    data = spoilt_paragraph(file_with(1), "(Kèm theo", lambda xml: _changed(xml, r"\(Kèm theo.*", blank))
    assert not found_by(data, "TT706")


def _changed(xml: str, pattern: str, new: str) -> str:
    """The paragraph ``xml`` with ``pattern`` replaced in its letters, which then stand in one run."""
    whole = "".join(re.findall(r"<w:t(?: [^>]*)?>(.*?)</w:t>", xml))
    changed = re.sub(pattern, new, whole)
    assert changed != whole
    head = xml[: xml.index("<w:r>")]
    return f'{head}<w:r><w:t xml:space="preserve">{changed}</w:t></w:r></w:p>'
