"""Sequences and words laid side by side."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.recovery.differences.aligning import align, longest_chain
from docgen.recovery.differences.model import Piece
from docgen.recovery.differences.words import compare_words, show_words

entries = st.lists(st.integers(0, 12), max_size=40)
sentences = st.lists(st.sampled_from(("Ủy", "ban", "nhân", "dân", " ", "  ", ".", "12", "\t")), max_size=25).map("".join)


@given(entries, entries)
def test_pairs_are_equal_entries_in_order(old: list[int], new: list[int]) -> None:
    pairs = align(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(entries)
def test_equal_sequences_stay_together(both: list[int]) -> None:
    assert align(both, both) == [(i, i) for i in range(len(both))]


@given(entries, st.integers(0, 40), st.integers(100, 105))
def test_one_entry_more_moves_no_other(both: list[int], place: int, entry: int) -> None:
    place = min(place, len(both))
    pairs = align(both, [*both[:place], entry, *both[place:]])
    assert pairs == [(i, i + (i >= place)) for i in range(len(both))]


def test_long_sequences_of_one_entry_take_no_time() -> None:
    # without the bound this would compare 400 million pairs
    assert len(align(["x"] * 20_000 + ["a"], ["x"] * 20_000 + ["b"])) == 20_000
    assert align(["a", "b"] * 10_000, ["b", "c", "c"] * 7_000) == []


def test_the_longest_chain_leaves_out_what_crosses() -> None:
    assert longest_chain([(0, 5), (1, 0), (2, 1), (3, 2)]) == [(1, 0), (2, 1), (3, 2)]
    assert longest_chain([]) == []


@given(sentences, sentences)
def test_every_letter_is_in_one_stretch(old: str, new: str) -> None:
    stretches = compare_words(old, new)
    assert "".join(old[one.old_start : one.old_end] for one in stretches) == old
    assert "".join(new[one.new_start : one.new_end] for one in stretches) == new
    assert all(old[s.old_start : s.old_end] == new[s.new_start : s.new_end] for s in stretches if s.same)
    assert all(a.same != b.same for a, b in pairwise(stretches))


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("một hai ba", "một bốn ba", [("same", "một "), ("removed", "hai"), ("added", "bốn"), ("same", " ba")]),
        ("một ba", "một hai ba", [("same", "một "), ("added", "hai "), ("same", "ba")]),
        ("một hai ba tư", "một năm sáu tư", [("same", "một "), ("removed", "hai ba"), ("added", "năm sáu"), ("same", " tư")]),
        ("Số: 12/KH", "Số: 13/KH", [("same", "Số: "), ("removed", "12"), ("added", "13"), ("same", "/KH")]),
        ("7.850 ha", "7.900 ha", [("removed", "7.850"), ("added", "7.900"), ("same", " ha")]),
        ("giảm 14,6%.", "giảm 4,5%.", [("same", "giảm "), ("removed", "14,6"), ("added", "4,5"), ("same", "%.")]),
        ("", "mới", [("added", "mới")]),
        ("cũ", "", [("removed", "cũ")]),
    ],
)
def test_the_words_that_changed_are_marked(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    assert list(show_words(compare_words(old, new), old, new)) == [Piece(*one) for one in pieces]
