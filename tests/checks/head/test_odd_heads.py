"""Correct heads of other builds than tables of two columns: no rule on head or title may say anything of them."""

from __future__ import annotations

import re

import pytest

from docgen.checks.engine import Judged, judge
from docgen.checks.registry import all_rules
from tests.checks.making import MAIN, layout_of, packed, parts_of, read_file, spoilt
from tests.checks.mutants import said_of
from tests.corpus.paper import Paper
from tests.corpus.papers import party_plan, state_letter, state_plan
from tests.corpus.wordml import Build, write_paper

RULES = [rule for rule in all_rules() if rule.group in ("TT2", "TT3")]
MOTTO, SLOGAN = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"


def found(data: bytes) -> list[str]:
    """What the rules on head and title say of a file with one document."""
    reading = read_file(data)
    assert len(reading.documents) == 1
    return [f"{one.rule.code} {one.finding.what}" for one in judge(reading, RULES) if isinstance(one, Judged)]


def run(words: str, size: float, bold: bool = False, italic: bool = False) -> str:
    look = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}<w:sz w:val='{round(size * 2)}'/>"
    inside = "<w:tab/>" if words == "\t" else f'<w:t xml:space="preserve">{words}</w:t>'
    return f'<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{look}</w:rPr>{inside}</w:r>'


def drawn(x: float, length: float) -> str:
    style = "position:absolute;mso-position-horizontal-relative:text;mso-position-vertical-relative:text"
    return (
        f'<w:r><w:pict><v:line style="{style}" from="{x}pt,17pt" to="{x + length}pt,17pt" strokeweight=".75pt"/></w:pict></w:r>'
    )


def paragraph(*runs: str) -> str:
    tabs = '<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6400"/></w:tabs>'
    return f'<w:p><w:pPr>{tabs}<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>{"".join(runs)}</w:p>'


def with_head(head: str, paper: Paper | None = None) -> bytes:
    """The plan with another head."""
    return spoilt(write_paper(paper or state_plan(), Build("runs", "2x2")), r"<w:tbl>.*?</w:tbl>", lambda _: head)


def test_a_head_of_paragraphs_with_tabs() -> None:
    tab = run("\t", 13)
    head = "".join(
        (
            paragraph(tab, run("ỦY BAN NHÂN DÂN", 13, True), tab, run(MOTTO, 13, True)),
            paragraph(tab, run("TỈNH SƠN HẢI", 13, True), tab, run(SLOGAN, 14, True), drawn(65, 40), drawn(234, 171)),
            paragraph(tab, run("Số: 15/KH-UBND", 13), tab, run("Sơn Hải, ngày 05 tháng 3 năm 2026", 14, italic=True)),
        )
    )
    data = with_head(head)
    assert layout_of(data).get("slogan")
    assert found(data) == []


def test_a_head_of_paragraphs_with_spaces() -> None:
    gap = run(" " * 20, 13)
    head = "".join(
        (
            paragraph(run("UỶ BAN NHÂN DÂN", 13, True), gap, run(MOTTO, 13, True)),
            paragraph(run("TỈNH SƠN HẢI", 13, True), gap, run(SLOGAN, 14, True), drawn(40, 40), drawn(260, 171)),
            paragraph(run("Số:        /KH-UBND", 13), gap, run("Sơn Hải, ngày     tháng     năm 2026", 14, italic=True)),
        )
    )
    assert found(with_head(head)) == []


@pytest.mark.parametrize("grid", ["1x2", "2x2", "3x2", "2x3"])
def test_a_draft_with_open_number_and_date(grid: str) -> None:
    for paper, number in ((state_plan(), "Số:         /KH-UBND"), (party_plan(), "Số        -KH/ĐU")):
        open_paper = paper.say("number", number).say("place_date", "Sơn Hải, ngày      tháng      năm 2026")
        assert found(write_paper(open_paper, Build("runs", grid))) == []  # type: ignore[arg-type]


def test_motto_and_slogan_in_one_paragraph() -> None:
    """One real head in ten breaks the line by hand."""
    data = write_paper(state_plan(), Build("runs", "1x2"))
    xml = parts_of(data)[MAIN].decode("utf-8")
    motto, slogan = (p for p in re.findall(r"<w:p>.*?</w:p>", xml, re.DOTALL) if ">CỘNG" in p or ">Độc lập" in p)
    joined = motto.replace("</w:p>", "<w:r><w:br/></w:r>" + re.sub(r"<w:pPr>.*?</w:pPr>", "", slogan[len("<w:p>") :]))
    changed = xml.replace(motto, "").replace(slogan, joined)
    made = packed({**parts_of(data), MAIN: changed.encode("utf-8")})
    layout = layout_of(made)
    assert layout.get("motto")[0].paragraph is layout.get("slogan")[0].paragraph
    assert found(made) == []


@pytest.mark.parametrize("font", ["Times New Roman Bold", "TimesNewRomanPSMT"])
def test_other_names_of_the_font(font: str) -> None:
    for paper in (state_letter(), party_plan()):
        data = spoilt(write_paper(paper), '"Times New Roman"', f'"{font}"', count=0)
        assert found(data) == []


def test_letters_in_capitals_by_format() -> None:
    data = spoilt(write_paper(state_plan(), Build("styles")), MOTTO, "Cộng hòa xã hội chủ nghĩa Việt Nam")
    assert said_of(data, "TT201") != []
    capital = spoilt(data, r"<w:r>(<w:t [^>]*>Cộng hòa)", r"<w:r><w:rPr><w:caps/></w:rPr>\1")
    assert said_of(capital, "TT201") == []


def test_dispatches_of_offices_whose_code_is_like_a_types() -> None:
    paper = state_letter().say("issuer", "CỤC THUẾ").say("number", "Số: 2734/CT-TTHT")
    assert found(write_paper(paper)) == []
