from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.anchors.names import bookmark_names, document_key, parse_bookmark_name, text_hash, text_hashes


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 999_999_999))
def test_a_name_says_which_block_of_which_document(identity: str, n: int) -> None:
    key = document_key(identity)
    name = f"{bookmark_names(key)}{n}"
    assert parse_bookmark_name(name) == (key, n)
    # Word: at most 40 characters, letters, digits and underscores, hidden with a leading underscore.
    assert len(name) <= 40
    assert re.fullmatch(r"_\w+", name, re.ASCII)


NOT_OURS = ["", "_GoBack", "_dg_abcdef_", "_dg_abcdef_01", "_dg_ABCDEF_1", "_dg_abcde_1", "_dg_abcdef_1x", "_dg_abcdef_-1"]


@pytest.mark.parametrize("name", NOT_OURS)
def test_other_names_are_not_ours(name: str) -> None:
    assert parse_bookmark_name(name) is None


def test_composition_and_width_of_white_space_do_not_change_the_hash() -> None:
    composed = "Quyền hạn của Ủy ban"
    assert text_hash(unicodedata.normalize("NFD", composed)) == text_hash(composed)
    for same in (" Quyền hạn  của Ủy ban", "Quyền\u00a0hạn\tcủa Ủy\nban ", "Quyền hạn của Ủy ban\u2003"):
        assert text_hash(same) == text_hash(composed)


@given(st.text(max_size=8), st.text(max_size=8))
def test_hashes_are_equal_exactly_when_folded_texts_are(one: str, two: str) -> None:
    try:
        one.encode(), two.encode()
    except UnicodeEncodeError:
        return
    same = unicodedata.normalize("NFC", " ".join(one.split())) == unicodedata.normalize("NFC", " ".join(two.split()))
    assert (text_hash(one) == text_hash(two)) == same


def test_the_hash_is_the_crc_of_zip_files() -> None:
    # the check value of CRC-32/ISO-HDLC
    assert text_hash("123456789") == "cbf43926"


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=4))
def test_many_texts_have_the_hashes_of_each(texts: list[str]) -> None:
    assert text_hashes(texts) == [text_hash(text) for text in texts]


def test_hashes_of_plain_texts_do_not_depend_on_their_company() -> None:
    assert text_hashes(["Quyền hạn", "của Ủy ban"]) == text_hashes(["Quyền hạn", "của Ủy ban", "hai  dấu cách"])[:2]
