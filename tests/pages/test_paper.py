"""Law 1 on paper: its size, the margins, the font, the page numbers."""

from __future__ import annotations

import pytest

from tests.facts.facts import Span
from tests.pages.conftest import Take
from tests.pages.gathering import APPENDED, NAMES, SAMPLES, spec_names
from tests.pages.looks import assert_look, near, span
from tests.pages.measuring import MM, Found, Glyph

pytestmark = pytest.mark.office
EVERY = [*spec_names(), *SAMPLES, *NAMES, "name-longest", *APPENDED]


def test_there_are_examples_to_measure() -> None:
    assert len(spec_names()) >= 6


@pytest.mark.parametrize("name", EVERY)
def test_paper_is_a4(take: Take, name: str) -> None:
    measured = take(name)
    for page in measured.pdf.pages:
        assert near(page.width / MM, span(measured.document.standard, "page", "width_mm"), 0.3)
        assert near(page.height / MM, span(measured.document.standard, "page", "height_mm"), 0.3)


@pytest.mark.parametrize("name", EVERY)
def test_no_glyph_and_no_line_stands_in_a_margin(take: Take, name: str) -> None:
    """Page numbers stand in the top margin, everything else between the margins."""
    measured = take(name)
    standard = measured.document.standard
    left, right, top, bottom = (span(standard, "page", f"margin_{side}_mm") for side in ("left", "right", "top", "bottom"))
    for page in measured.pdf.pages:
        assert page.glyphs
        for glyph in page.glyphs:
            if page.height - glyph.high < top.low * MM - 4:
                assert glyph.char.isdigit()
                continue
            assert glyph.x0 >= left.low * MM - 0.6, glyph
            assert glyph.x1 <= page.width - right.low * MM + 0.6, glyph
            assert glyph.high <= page.height - top.low * MM + 0.6, glyph
            assert glyph.low >= bottom.low * MM - 0.6, glyph
        for rule in page.rules:
            assert rule.x0 >= left.low * MM - 0.8, rule
            assert rule.x1 <= page.width - right.low * MM + 0.8, rule


@pytest.mark.parametrize("name", EVERY)
def test_margins_are_as_wide_as_prescribed(take: Take, name: str) -> None:
    """Running text reaches both edges of the text area, and these lie where the act wants them."""
    measured = take(name)
    standard = measured.document.standard
    page = measured.pdf.pages[0]
    body = [g for p in measured.pdf.pages for g in p.glyphs if g.high < page.height - 19 * MM]
    assert near(min(g.x0 for g in body) / MM, span(standard, "page", "margin_left_mm"), 0.35)
    assert near((page.width - max(g.x1 for g in body)) / MM, span(standard, "page", "margin_right_mm"), 0.35)
    first = max(g.high for g in page.glyphs)
    # the first line's ink begins a little below the top of its line
    assert near((page.height - first) / MM, span(standard, "page", "margin_top_mm"), 1.6)


@pytest.mark.parametrize("name", EVERY)
def test_font_is_that_of_the_act(take: Take, name: str) -> None:
    """Liberation Serif stands for Times New Roman: the same widths."""
    for page in take(name).pdf.pages:
        fonts = {g.font.partition("-")[0].replace(" ", "") for g in page.glyphs}
        assert fonts <= {"LiberationSerif", "TimesNewRoman", "TimesNewRomanPSMT"}, fonts


def _numbers(take: Take, name: str) -> list[tuple[Glyph, ...]]:
    """The glyphs in the top margin of each page."""
    measured = take(name)
    top = span(measured.document.standard, "page", "margin_top_mm").low * MM
    return [tuple(sorted((g for g in p.glyphs if g.low > p.height - top), key=lambda g: g.x0)) for p in measured.pdf.pages]


@pytest.mark.parametrize("name", [*spec_names(), *SAMPLES])
def test_pages_are_numbered_from_the_second_on(take: Take, name: str) -> None:
    measured = take(name)
    if not measured.document.appendices:
        printed = ["".join(g.char for g in glyphs) for glyphs in _numbers(take, name)]
        assert printed == ["", *(str(n) for n in range(2, len(printed) + 1))]


@pytest.mark.parametrize("name", list(APPENDED))
def test_each_appendix_is_numbered_by_itself(take: Take, name: str) -> None:
    measured = take(name)
    starts = {measured.pdf.find(label).first.page for label in ("Phụ lục I", "Phụ lục II")} if name == "appended-nd30" else {
        measured.pdf.find(label).first.page for label in ("Phụ lục 1", "Phụ lục 2")
    }
    assert len(starts) == 2
    expected, count = [], 0
    for page in range(len(measured.pdf.pages)):
        count = 1 if page in starts else count + 1
        expected.append("" if count == 1 else str(count))
    assert ["".join(g.char for g in glyphs) for glyphs in _numbers(take, name)] == expected
    # every part has a second page, so that the numbers show
    assert expected.count("2") == 3


@pytest.mark.parametrize("name", [*spec_names(), *SAMPLES, *APPENDED])
def test_page_numbers_stand_centred_in_the_top_margin(take: Take, name: str) -> None:
    measured = take(name)
    standard = measured.document.standard
    left, right = (span(standard, "page", f"margin_{side}_mm") for side in ("left", "right"))
    edges = min(g.x0 for g in measured.pdf.glyphs), max(g.x1 for g in measured.pdf.glyphs)
    assert near(edges[0] / MM, left, 0.35)
    assert near((measured.pdf.pages[0].width - edges[1]) / MM, right, 0.35)
    for glyphs in _numbers(take, name)[1:]:
        if glyphs:
            found = Found(glyphs)
            assert_look(measured, "page_number", found)
            assert abs(found.middle - sum(edges) / 2) < 0.5 * MM
            if standard != "nd30":
                above = (measured.pdf.pages[0].height - glyphs[0].high) / MM
                asked = span(standard, "page_number", "page_number_from_top_mm")
                # the line begins there; a digit of 14 pt begins up to 1.5 mm lower
                assert near(above, Span(asked.low, asked.high + 1.5), 0.3)
