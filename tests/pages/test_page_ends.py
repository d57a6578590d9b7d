"""25 lengths of text around a page's end for each layout: nothing that belongs together comes apart."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Take
from tests.pages.gathering import LAYOUTS, LENGTHS, Measured, length_names
from tests.pages.looks import foot_label, foot_left
from tests.pages.measuring import MM, Glyph

pytestmark = pytest.mark.office
NAMES = [name for layout in LAYOUTS for name in length_names(layout)]


def _text_lines(measured: Measured, page: int) -> list[tuple[Glyph, ...]]:
    """The lines of a page above the signature, without its number."""
    sheet = measured.pdf.pages[page]
    label = foot_label(measured)
    floor = label.baseline + 8 if label.first.page == page else 0.0
    return [line for line in sheet.lines() if floor < line[0].baseline < sheet.height - 20 * MM]


@pytest.mark.parametrize("name", NAMES)
def test_signature_has_two_lines_of_text_above_it(take: Take, name: str) -> None:
    measured = take(name)
    page = foot_label(measured).first.page
    lines = _text_lines(measured, page)
    assert len(lines) >= 2
    headings = [line for line in lines if "đềmụcsố" in "".join(g.char for g in line).casefold()]
    assert len(lines) - len(headings) >= 2, "a heading is not what is signed"


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_is_the_last_line_of_its_page(take: Take, name: str) -> None:
    measured = take(name)
    seen = 0
    for page in range(len(measured.pdf.pages)):
        lines = _text_lines(measured, page)
        printed = ["".join(g.char for g in line).casefold() for line in lines]
        seen += sum("đềmụcsố" in line for line in printed)
        if printed:
            assert "đềmụcsố" not in printed[-1]
            assert "phạmvi" not in printed[-1]
    assert seen == LAYOUTS[measured.name.removeprefix("length-").rpartition("-")[0]] - 1


@pytest.mark.parametrize("name", NAMES)
def test_the_last_block_stays_on_one_page(take: Take, name: str) -> None:
    measured = take(name)
    label = foot_label(measured)
    left = foot_left(measured)
    for recipient in measured.document.distribution:
        assert measured.pdf.find(recipient.name.plain, lambda g: g in left).glyphs[-1].page == label.first.page
    assert measured.document.filing is not None
    assert measured.pdf.find(measured.document.filing.plain, lambda g: g in left).first.page == label.first.page
    (signature,) = measured.document.signatures
    assert signature.name is not None
    assert measured.pdf.find(signature.name.plain).first.page == label.first.page
    assert len(measured.pdf.pages) == label.first.page + 1


@pytest.mark.parametrize("layout", list(LAYOUTS))
def test_the_lengths_do_cross_a_page(take: Take, layout: str) -> None:
    """Else the others would measure nothing: the signature stands on both pages, with room below it and without."""
    pages = [foot_label(take(name)).first.page for name in length_names(layout)]
    assert len(pages) == LENGTHS
    assert pages[0] < pages[-1]
    assert len(set(pages)) == 2
    assert min(pages.count(page) for page in set(pages)) >= 4
