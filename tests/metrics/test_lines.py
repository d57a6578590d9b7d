"""Breaking as Word does, and balanced lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from docgen.metrics import balance, break_lines, fit_codes, text_width

SPACES = " \t\n\u2003"
WORDS = st.text("aăiỘƯWm1.-–/\u00a0,\u0323", min_size=1, max_size=8)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text("am- \u2003\u00a0\n–1", max_size=40)
PLAIN = st.lists(st.text("aăiỘƯWm1,", min_size=1, max_size=6), min_size=1, max_size=14).map(" ".join)
SIZES = st.sampled_from([11.0, 13.0, 14.0])
MEASURES = st.floats(5, 300)


def wide(text: str, size: float = 14) -> float:
    """The measure that just holds ``text``."""
    return text_width(text, size)


def test_breaks_at_spaces_that_hang() -> None:
    assert break_lines("một hai ba", 14, wide("một hai")) == ["một hai", "ba"]
    assert break_lines("một   hai", 14, wide("một")) == ["một", "hai"]
    assert break_lines("một hai   ", 14, wide("một hai")) == ["một hai"]


def test_no_room_to_spare_means_a_break() -> None:
    assert break_lines("một hai ba", 14, wide("một hai") - 0.05) == ["một", "hai ba"]


def test_empty_text_is_one_empty_line() -> None:
    assert break_lines("", 14, 100) == [""]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("aaa-bbb", ["aaa-", "bbb"]),
        ("2021-2025", ["2021-", "2025"]),
        ("2021–2025", ["2021–", "2025"]),
        ("aaa bb-c", ["aaa", "bb-c"]),
        ("aa/bb cc", ["aa/bb", "cc"]),
        ("aa\u00a0bb cc", ["aa\u00a0bb", "cc"]),
        ("aa\u2011bb cc", ["aa\u2011bb", "cc"]),
        ("aa -bb cc", ["aa -bb", "cc"]),
    ],
)
def test_where_a_line_may_end(text: str, lines: list[str]) -> None:
    assert break_lines(text, 14, max(wide(line) for line in lines)) == lines


def test_word_that_is_too_long_starts_a_line_and_breaks_between_characters() -> None:
    assert break_lines("a mmmmm a", 14, wide("mmm")) == ["a", "mmm", "mm a"]
    assert break_lines("mm", 14, 1) == ["m", "m"]


def test_marks_stay_with_their_letter() -> None:
    assert break_lines("m\u0323\u0301m\u0323\u0301", 14, 1) == ["ṃ\u0301", "ṃ\u0301"]


def test_size_must_be_positive() -> None:
    with pytest.raises(ValueError, match="not positive"):
        break_lines("a", 0, 100)


@given(TEXTS, SIZES, MEASURES)
def test_lines_are_the_text_without_the_spaces_at_the_breaks(text: str, size: float, width: float) -> None:
    rest = unicodedata.normalize("NFC", text)
    lines = break_lines(text, size, width)
    for line in lines:
        assert rest.startswith(line)
        assert line == "" or line[-1] not in SPACES
        rest = rest[len(line) :].lstrip(SPACES)
    assert rest == ""


@given(TEXTS, SIZES, MEASURES, st.booleans(), st.booleans())
def test_each_line_fits_unless_one_character_does_not(text: str, size: float, width: float, bold: bool, italic: bool) -> None:
    for line in break_lines(text, size, width, bold, italic):
        base = [c for c in line if unicodedata.category(c) != "Mn"]
        assert text_width(line, size, bold, italic) <= width + 0.01 or len(base) == 1


@given(PLAIN, SIZES, MEASURES)
def test_no_line_could_take_in_the_next_word(text: str, size: float, width: float) -> None:
    assume(all(text_width(word, size) <= width for word in text.split(" ")))
    for line, after in pairwise(break_lines(text, size, width)):
        assert text_width(f"{line} {after.split(' ')[0]}", size) > width


@given(TEXTS, SIZES, MEASURES)
def test_balance_keeps_the_number_of_lines_and_its_measure_is_true(text: str, size: float, width: float) -> None:
    greedy = break_lines(text, size, width)
    lines, measure = balance(text, size, width)
    assert len(lines) == len(greedy)
    assert measure <= width
    assert break_lines(text, size, measure) == lines
    assert max(text_width(line, size) for line in lines) <= max(text_width(line, size) for line in greedy)


@given(PLAIN, SIZES, MEASURES)
def test_no_narrower_measure_has_as_few_lines(text: str, size: float, width: float) -> None:
    words = [text_width(word, size) for word in text.split(" ")]
    assume(max(words) <= width)
    lines, _ = balance(text, size, width)
    longest = max(text_width(line, size) for line in lines)
    if longest > max(words):
        assert len(break_lines(text, size, longest - size / 2048)) > len(lines)


def test_balance_evens_out_a_short_last_line() -> None:
    text = "Về việc tổ chức hội nghị trực tuyến"
    width = wide("Về việc tổ chức hội nghị trực")
    assert break_lines(text, 14, width) == ["Về việc tổ chức hội nghị trực", "tuyến"]
    words = text.split(" ")
    halves = [[" ".join(words[:i]), " ".join(words[i:])] for i in range(1, len(words))]
    assert balance(text, 14, width)[0] == min(halves, key=lambda lines: max(map(wide, lines)))


def test_measure_is_far_from_both_ends() -> None:
    lines, measure = balance("aaaa bbbb cccc dddd", 14, wide("aaaa bbbb cccc"))
    assert lines == ["aaaa bbbb", "cccc dddd"]
    least, most = max(map(wide, lines)), wide("aaaa bbbb cccc")
    assert measure == pytest.approx((least + most) / 2, abs=0.01)


def test_accept_chooses_a_wider_measure() -> None:
    text = "aaaa bbbb cccc dddd"
    seen: list[int] = []

    def shorter_below(widths: Sequence[float]) -> bool:
        seen.append(len(widths))
        return widths[0] > 1.5 * widths[1]

    lines, measure = balance(text, 14, wide("aaaa bbbb cccc") + 2, accept=shorter_below)
    assert lines == ["aaaa bbbb cccc", "dddd"]
    assert break_lines(text, 14, measure) == lines
    assert seen == [2, 2]


def test_accept_that_never_holds_changes_nothing() -> None:
    text = "aaaa bbbb cccc dddd"
    width = wide("aaaa bbbb cccc")
    assert balance(text, 14, width, accept=lambda _: False) == balance(text, 14, width)


@given(PLAIN, SIZES, MEASURES, st.floats(0, 1))
def test_accept_is_honoured_where_the_full_width_satisfies_it(text: str, size: float, width: float, share: float) -> None:
    assume(all(text_width(word, size) <= width for word in text.split(" ")))

    def long_first(widths: Sequence[float]) -> bool:
        return widths[0] >= share * width

    lines, measure = balance(text, size, width, accept=long_first)
    assert break_lines(text, size, measure) == lines
    if long_first([text_width(line, size) for line in break_lines(text, size, width)]):
        assert long_first([text_width(line, size) for line in lines])


def test_text_with_a_word_too_wide_comes_back_greedy() -> None:
    width = wide("mmm")
    assert balance("a mmmmm a", 14, width) == (["a", "mmm", "mm a"], width)


CODED = st.lists(
    st.text("aWm1,", min_size=1, max_size=6) | st.sampled_from(["71/NQ-CP", "43-CTr/TU,", "a-b"]), min_size=1, max_size=12
)


def breaks_a_code(lines: Sequence[str]) -> bool:
    return any(line.endswith("-") and "/" in line.split(" ")[-1] + after.split(" ")[0] for line, after in pairwise(lines))


def test_balance_does_not_break_a_document_code_where_another_measure_has_as_few_lines() -> None:
    text = "thực hiện Nghị quyết số 71/NQ-CP của Chính phủ về phát triển"
    width = wide(text) - 1
    halves = ["thực hiện Nghị quyết số 71/NQ-", "CP của Chính phủ về phát triển"]
    assert break_lines(text, 14, wide(halves[0])) == halves
    lines, measure = balance(text, 14, width)
    assert lines == ["thực hiện Nghị quyết số 71/NQ-CP", "của Chính phủ về phát triển"]
    assert break_lines(text, 14, measure) == lines


def test_a_hyphen_in_other_words_may_end_a_line() -> None:
    text = "mmmm 2021-2025 mmm"
    assert balance(text, 14, wide("mmmm 2021-2025"))[0] == ["mmmm 2021-", "2025 mmm"]


def test_accept_comes_before_whole_codes() -> None:
    text = "thực hiện Nghị quyết số 71/NQ-CP của Chính phủ về phát triển"
    halves = ["thực hiện Nghị quyết số 71/NQ-", "CP của Chính phủ về phát triển"]
    wanted = [wide(line) for line in halves]
    assert balance(text, 14, wide(text) - 1, accept=lambda widths: list(widths) == pytest.approx(wanted))[0] == halves


@given(CODED.map(" ".join), SIZES, st.floats(60, 300))
def test_no_measure_that_balance_passes_over_is_better_for_codes(text: str, size: float, width: float) -> None:
    lines, measure = balance(text, size, width)
    if breaks_a_code(lines):
        tried = [break_lines(text, size, measure + (width - measure) * n / 400) for n in range(401)]
        assert all(breaks_a_code(other) for other in tried if len(other) == len(lines))


@given(CODED.map(" ".join), SIZES, st.floats(60, 300))
def test_fit_codes_gives_the_widest_measure_without_a_broken_code(text: str, size: float, width: float) -> None:
    full = break_lines(text, size, width)
    measure = fit_codes(text, size, width)
    assert measure <= width
    lines = break_lines(text, size, measure)
    assert len(lines) == len(full)
    assert not breaks_a_code(lines) or measure == width
    if measure < width:
        assert breaks_a_code(full)
    tried = [break_lines(text, size, width * (1 - n / 400)) for n in range(200)]
    whole = [other for other in tried if len(other) == len(full) and not breaks_a_code(other)]
    if whole:
        assert lines == whole[0]
