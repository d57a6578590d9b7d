"""Inline marks: what is emphasis, what is a sign that stands for itself, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.document.text import Span, Text, format_inline, parse_inline

SOURCES = st.text("ab1 **__\\(.", max_size=24)
SPANS = st.lists(st.builds(Span, st.text("ab1 *_\\(.", min_size=1, max_size=5), st.booleans(), st.booleans()), max_size=5)
#: spans that marks can say: each begins and ends with a letter, and stands between signs or white space
APART = st.lists(
    st.tuples(
        st.from_regex(r"[ab1](?:[ab1 *_\\(.]{0,5}[ab1])?", fullmatch=True), st.booleans(), st.booleans(), st.sampled_from(" (,")
    ),
    max_size=4,
)


def looks(text: Text) -> list[tuple[str, bool, bool]]:
    """Every character with its emphasis; white space has none to see."""
    letters = [(c, span.bold, span.italic) for span in text.spans for c in span.text]
    return [(c, False, False) if c.isspace() else (c, bold, italic) for c, bold, italic in letters]


@pytest.mark.parametrize("source", ["5*3*2", "x**y**z", "a_b_c", "x__y__z", "5*3* 2", "5 *3*2", "* a *", "**", "a*"])
def test_signs_between_letters_and_digits_stand_for_themselves(source: str) -> None:
    assert parse_inline(source).spans == (Span(source),)


@pytest.mark.parametrize(
    ("source", "spans"),
    [
        ("*a*", (Span("a", italic=True),)),
        ("**a**", (Span("a", bold=True),)),
        ("(**a**)", (Span("("), Span("a", bold=True), Span(")"))),
        ("“*a*”, b", (Span("“"), Span("a", italic=True), Span("”, b"))),
        ("***a***", (Span("a", bold=True, italic=True),)),
        ("**5*3*2**", (Span("5*3*2", bold=True),)),
        ("*2*3*", (Span("2*3", italic=True),)),
        (r"\*a\*", (Span("*a*"),)),
        (r"__a__ \_b_", (Span("a", bold=True), Span(" _b_"))),
    ],
)
def test_marks_around_words_are_emphasis(source: str, spans: tuple[Span, ...]) -> None:
    assert parse_inline(source).spans == spans


@given(SOURCES)
@example("_a_**b**")
@example("**a(*b*)**")
def test_what_was_read_is_written_so_that_it_is_read_again(source: str) -> None:
    read = parse_inline(source)
    assert looks(parse_inline(format_inline(read))) == looks(read)


@given(SPANS)
def test_no_character_is_lost_or_added_whatever_the_emphasis(spans: list[Span]) -> None:
    text = Text(tuple(spans))
    assert parse_inline(format_inline(text)).plain == text.plain


@given(APART)
def test_emphasis_of_whole_words_survives(parts: list[tuple[str, bool, bool, str]]) -> None:
    text = Text(tuple(s for words, bold, italic, gap in parts for s in (Span(words, bold, italic), Span(gap))))
    assert looks(parse_inline(format_inline(text))) == looks(text)


def test_emphasis_inside_a_word_is_left_out() -> None:
    assert format_inline(Text((Span("kế ho"), Span("ạch", bold=True)))) == "kế hoạch"


def test_written_emphasis_may_begin_a_plain_yaml_text() -> None:
    assert format_inline(Text((Span("a", bold=True), Span(" b")))) == "__a__ b"
