"""What comes near a breach and is none: lines of bodies, groups of recipients, papers whose pages break where they may."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.making import found_by
from tests.corpus.every import EVERY
from tests.corpus.mutant import Spoil, both, drop, look, put, say, swap
from tests.corpus.paper import Paper, line
from tests.corpus.wordml import write_paper

_CITED = "(Kèm theo Kế hoạch số 12/KH-UBND ngày 01 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh Sơn Hải)"
_OPEN = "(Kèm theo Thông báo số      /TB-UBND ngày      tháng      năm 2025 của Ủy ban nhân dân xã Hòa An)"


def _last_page(component: str, nth: int = 0) -> Spoil:
    return lambda paper: paper.change(component, lambda one: replace(one, new_page=True), nth)


def _quoted(paper: Paper) -> Paper:
    return paper.insert("clause", line("body", "“ĐIỀU 5. HIỆU LỰC THI HÀNH”"))


def _copy_of_deputy(paper: Paper) -> Paper:
    """A copy signed by a clerk of a body below another one."""
    assert paper.copy is not None
    left = (line("parent", "UBND TỈNH SƠN HẢI"), *paper.copy.left)
    number = [one if one.component != "copy_number" else one.saying("Số: 12/TrS-SNV") for one in left]
    names = [one if one.component != "copy_issuer" else one.saying("SỞ NỘI VỤ") for one in number]
    form = [one if one.component != "copy_form" else one.saying("TRÍCH SAO") for one in paper.copy.right]
    return replace(paper, copy=replace(paper.copy, left=tuple(names), right=tuple(form)))


@pytest.mark.parametrize(
    ("code", "base", "change"),
    [
        ("TT415", "nd30-ke-hoach", put("section", line("body", "UBND, HĐND, UBMTTQVN, LĐLĐ TỈNH."), nth=1)),
        ("TT416", "nd30-to-trinh", swap("base", "ngày 16 tháng 6 năm 2025", "ngày 16 tháng 6 năm 2025, theo Luật sửa đổi")),
        ("TT417", "nd30-quy-dinh", _quoted),
        ("TT418", "nd30-quy-dinh", both(say("part_label", "Chương I\nQUY ĐỊNH CHUNG"), drop("part_title"))),
        ("TT614", "nd30-ke-hoach", say("recipient", "- Các sở; ban; ngành (b/c; th/h);")),
        ("TT615", "nd30-ke-hoach", look("recipient", left=4)),
        ("TT611", "nd30-ke-hoach", say("filing", "- Lưu: VT (02), NC.")),
        ("TT226", "nd30-ke-hoach", look("number", bold=True)),
        ("TT226", "nd30-cong-van", say("number", "Số:      /SNV-CCHC")),
        ("TT707", "nd30-phu-luc", say("appendix_reference", _CITED)),
        ("TT707", "nd30-phu-luc", say("appendix_reference", _OPEN)),
        ("TT118", "nd30-ke-hoach", both(_last_page("recipients_label"), _last_page("sign_authority"))),
        ("TT118", "nd30-ke-hoach", _last_page("section", 2)),
        ("LV120", "hd05-ke-hoach", say("issuer", "THÀNH UỶ SƠN HẢI")),
        ("LV112", "nd30-cong-van", swap("body", "chương trình công tác", "Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của tỉnh")),
        ("TT109", "nd30-dau-chi", look("urgency", size=14)),
        *((code, "nd30-ban-sao", _copy_of_deputy) for code in ("DD232", "DD242", "TT213", "TT214", "TT809", "TT813", "LV106")),
    ],
)  # fmt: skip
def test_it_is_let_pass(code: str, base: str, change: Spoil) -> None:
    assert found_by(write_paper(change(EVERY[base]())), code) == []


@pytest.mark.parametrize(
    ("code", "base", "change", "words"),
    [
        ("TT707", "nd30-phu-luc", swap("appendix_reference", "số 33", "số 34"), "34/TB-UBND"),
        ("TT226", "nd30-cong-van", say("number", "Số: 08/SNV"), "SNV"),
        ("TT611", "nd30-ke-hoach", say("filing", "- Lưu: VT; NC."), "; NC."),
        ("TT418", "nd30-quy-dinh", both(say("part_label", "Chương I. QUY ĐỊNH CHUNG"), drop("part_title")), "Chương I. QUY ĐỊNH CHUNG"),
        ("LV120", "hd05-ke-hoach", say("issuer", "HUYỆN ỦY HOÀ AN"), "HUYỆN ỦY HOÀ AN"),
        ("TT615", "nd30-ke-hoach", look("recipient", left=12), "12 mm"),
    ],
)
def test_it_is_told_in_the_papers_own_words(code: str, base: str, change: Spoil, words: str) -> None:
    found = found_by(write_paper(change(EVERY[base]())), code)
    assert [str(one.finding.actual) for one in found] == [words]


def test_a_copy_is_held_to_what_holds_for_an_original() -> None:
    """Its own number is judged, that of the original once."""
    paper = EVERY["nd30-ban-sao"]()
    assert paper.copy is not None
    right = tuple(one.looking(italic=False) if one.component == "place_date" else one for one in paper.copy.right)
    found = found_by(write_paper(replace(paper, copy=replace(paper.copy, right=right))), "DD273")
    assert [(one.finding.component, str(one.finding.actual)) for one in found] == [("place_date", "upright")]
    assert found[0].finding.spot.paragraph is not None
    assert "Đông Hòa" in found[0].finding.spot.paragraph.text
