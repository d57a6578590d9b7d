"""Law 1 in the text: headings, paragraphs, distances, the end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.document.model import Document, Paragraph, Section
from docgen.document.text import Text
from tests.facts.facts import Span
from tests.pages.conftest import Take
from tests.pages.gathering import SAMPLES, Measured, spec_names
from tests.pages.looks import assert_look, fact, foot_label, is_dispatch, near, span, state
from tests.pages.measuring import MM, Glyph

pytestmark = pytest.mark.office
EVERY = [*spec_names(), *SAMPLES]
#: height of a single line of Times New Roman, as a multiple of its size
SINGLE = 1.15
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _levels(document: Document) -> list[str]:
    if document.articles:
        return ["article", "clause", "point"]
    inner = ["clause", "point"] if state(document) else ["clause", "subclause", "point"]
    return inner if is_dispatch(document) else ["section", *inner]


def _headings(document: Document) -> Iterator[tuple[str, Text]]:
    """Component and words of each title that has a line of its own."""

    def walk(parts: tuple[object, ...], depth: int) -> Iterator[tuple[str, Text]]:
        for part in parts:
            if isinstance(part, Section):
                if part.title and not part.run_in:
                    yield _levels(document)[depth], part.title
                yield from walk(part.parts, depth + 1)

    yield from walk(document.articles or document.body, 0)


def _paragraphs(document: Document) -> list[Text]:
    """Texts that fill paragraphs of their own: opening, closing, and the first levels of the body."""
    found = [*document.opening, *document.closing]

    def walk(parts: tuple[object, ...]) -> None:
        for part in parts:
            if isinstance(part, Paragraph):
                found.append(part.text)
            elif isinstance(part, Section):
                walk(part.parts)

    walk(document.articles or document.body)
    return found


def _line(measured: Measured, glyph: Glyph) -> tuple[Glyph, ...]:
    return measured.pdf.line_of(glyph)


@pytest.mark.parametrize("name", EVERY)
def test_headings_look_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    for component, title in _headings(measured.document):
        words = title.plain.upper() if component == "section" else title.plain
        asked = fact(measured.document.standard, component, "case")
        assert component != "section" or asked == {"upper"}
        found = measured.pdf.find(words)
        assert_look(measured, component, found)
        # it is never the last line of its page
        assert any(g.baseline < found.baseline - 2 for g in measured.pdf.pages[found.glyphs[-1].page].glyphs)


@pytest.mark.parametrize("name", EVERY)
def test_top_level_is_numbered_in_order(take: Take, name: str) -> None:
    measured = take(name)
    document = measured.document
    top = [part for part in document.articles or document.body if isinstance(part, Section)]
    component = _levels(document)[0]
    for n, part in enumerate(top, 1):
        number = {"section": f"{ROMAN[n - 1]}.", "article": f"Điều {n}.", "clause": f"{n}."}[component]
        title = part.title.plain if part.title else ""
        words = title.upper() if component == "section" and not part.run_in else title
        if not words:
            first = part.parts[0]
            assert isinstance(first, Paragraph)
            words = first.text.plain[:30]
        line = _line(measured, measured.pdf.find(f"{number} {words}").first)
        assert "".join(g.char for g in line).startswith(number.replace(" ", ""))


@pytest.mark.parametrize("name", EVERY)
def test_paragraphs_look_as_prescribed(take: Take, name: str) -> None:
    """Size everywhere; weight and slant where the author gave no emphasis of his own."""
    measured = take(name)
    texts = _paragraphs(measured.document)
    assert texts
    for text in texts:
        found = measured.pdf.find(text.plain)
        plain: list[Glyph] = []
        at = 0
        for span_ in text.spans:
            length = len("".join(span_.text.split()))
            own = found.glyphs[at : at + length]
            at += length
            if span_.bold or span_.italic:
                assert all(g.bold == span_.bold and g.italic == span_.italic for g in own), span_.text
            else:
                plain += own
        if plain:
            assert_look(measured, "body", type(found)(tuple(plain)))


@pytest.mark.parametrize("name", EVERY)
def test_lines_begin_and_end_at_the_margins(take: Take, name: str) -> None:
    measured = take(name)
    pdf, standard = measured.pdf, measured.document.standard
    right = max(g.x1 for g in pdf.glyphs)
    allowed = fact(standard, "body", "indent_first_mm")
    indents = span(standard, "body", "indent_first_mm")
    seen = 0
    for text in _paragraphs(measured.document):
        found = pdf.find(text.plain)
        lines = found.lines
        if len(lines) < 2:
            continue
        seen += 1
        left = lines[1][0].x0
        assert near(left / MM, span(standard, "page", "margin_left_mm"), 0.35)
        indent = (_line(measured, found.first)[0].x0 - left) / MM
        if isinstance(allowed, frozenset):
            assert min(abs(indent - float(one)) for one in allowed) < 0.4, indent
        else:
            assert near(indent, indents, 0.4), indent
        for line in lines[:-1]:
            assert abs(line[-1].x1 - right) < 0.6 * MM, "a line of running text does not reach the right margin"
    assert seen


def _pitch_allowed(standard: str, size: float) -> Span:
    if fact(standard, "body", "line_exact_pt"):
        return span(standard, "body", "line_exact_pt")
    times = span(standard, "body", "line_auto")
    return Span(times.low * SINGLE * size, times.high * SINGLE * size)


@pytest.mark.parametrize("name", EVERY)
def test_line_pitch_inside_paragraphs(take: Take, name: str) -> None:
    measured = take(name)
    seen = 0
    for text in _paragraphs(measured.document):
        found = measured.pdf.find(text.plain)
        allowed = _pitch_allowed(measured.document.standard, min(found.sizes))
        for above, below in zip(found.lines, found.lines[1:], strict=False):
            if above[0].page == below[0].page:
                seen += 1
                assert near(above[0].baseline - below[0].baseline, allowed, 0.4)
    assert seen


@pytest.mark.parametrize("name", EVERY)
def test_distance_between_paragraphs(take: Take, name: str) -> None:
    """Between the last line of a paragraph, at the margin, and the first line of the next one, indented."""
    measured = take(name)
    pdf, standard = measured.pdf, measured.document.standard
    margin, indents = min(g.x0 for g in pdf.glyphs), span(standard, "body", "indent_first_mm")
    size = min(min(pdf.find(text.plain).sizes) for text in _paragraphs(measured.document))
    allowed, asked = _pitch_allowed(standard, size), span(standard, "body", "space_between_pt")
    seen = 0
    for page in pdf.pages:
        pitch = 0.0
        for above, below in zip(page.lines(), page.lines()[1:], strict=False):
            step = above[0].baseline - below[0].baseline
            if above[0].size < size:
                continue
            if abs(below[0].x0 - margin) < 0.3 * MM and near(step, allowed, 0.4):
                pitch = step
            elif pitch and abs(above[0].x0 - margin) < 0.3 * MM and near((below[0].x0 - margin) / MM, indents, 0.3):
                seen += 1
                assert near(step - pitch, asked, 0.4), "".join(g.char for g in below)
    assert seen


@pytest.mark.parametrize("name", EVERY)
def test_bases_look_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    document = measured.document
    ends = {key: fact(document.standard, "base", key) for key in ("item_end", "last_end")}
    entries = [*document.bases, *([document.proposal] if document.proposal else [])]
    for i, base in enumerate(entries):
        found = measured.pdf.find(base.plain)
        assert_look(measured, "base", found)
        rest = "".join(g.char for g in _line(measured, found.glyphs[-1]))
        end = ends["last_end" if i == len(entries) - 1 else "item_end"]
        assert isinstance(end, frozenset)
        assert rest[-1] in end


@pytest.mark.parametrize("name", EVERY)
def test_the_text_ends_with_its_sign(take: Take, name: str) -> None:
    """The state's ``./.``, the Party's full stop, each once."""
    measured = take(name)
    label = foot_label(measured)
    page = label.first.page
    above = [g for g in measured.pdf.glyphs if g.page < page or (g.page == page and g.baseline > label.baseline + 8)]
    top = {p: measured.pdf.pages[p].height - 19 * MM for p in range(page + 1)}
    words = "".join(g.char for g in above if g.low < top[g.page])
    end = fact(measured.document.standard, "body", "end_of_text")
    assert isinstance(end, frozenset)
    (sign,) = end
    assert words.endswith(sign)
    assert words[-len(sign) - 1] not in ".;,:/"


@pytest.mark.parametrize("name", [n for n in SAMPLES if SAMPLES[n].articles and "quyet-dinh" in n])
def test_decision_word_stands_between_bases_and_articles(take: Take, name: str) -> None:
    measured = take(name)
    document, pdf = measured.document, measured.pdf
    assert document.proposal is not None
    proposal = pdf.find(document.proposal.plain)
    word = pdf.find("QUYẾT ĐỊNH:" if state(document) else "QUYẾT ĐỊNH", after=proposal)
    first = pdf.find("Điều 1.", after=word)
    middle = (min(g.x0 for g in pdf.glyphs) + max(g.x1 for g in pdf.glyphs)) / 2
    assert abs(word.middle - middle) < 0.5 * MM
    assert all(g.bold and not g.italic for g in word.glyphs)
    assert proposal.baseline > word.baseline > first.baseline
