"""Normal form, forbidden characters, folding, slugs."""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese import control_characters, fold, is_nfc, nfc, slugify

ANY = st.text(st.characters(codec=None, categories=None))


@given(ANY)
def test_nfc_is_nfc(text: str) -> None:
    assert is_nfc(nfc(text))


def test_decomposed_letters_are_composed() -> None:
    decomposed = "e\u0302\u0301"
    assert not is_nfc(decomposed)
    assert nfc(decomposed) == "ế"


def test_forbidden_characters_with_their_positions() -> None:
    assert control_characters("a\x00b\tc\n\rd\ud800e\ufffff\x85") == [
        (1, "\x00"),
        (6, "\r"),
        (8, "\ud800"),
        (10, "\uffff"),
        (12, "\x85"),
    ]
    assert control_characters("Kế hoạch 😀 & <b>\t\n\u00a0\u200b\ufffd\U0001ffff") == []


@given(st.characters(codec=None, categories=None))
def test_what_passes_can_stand_in_xml(character: str) -> None:
    """Expat, another reading of XML 1.0, gives the character back."""
    if not control_characters(character) and character not in "&<":
        source = f'<?xml version="1.0" encoding="utf-8"?><a>{character}</a>'.encode()
        assert ElementTree.fromstring(source).text == character


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Kế hoạch", "ke hoach"),
        ("ĐẶC KHU", "dac khu"),
        ("nhiệm_vụ", "nhiem_vu"),
        (unicodedata.normalize("NFD", "Đường ở"), "duong o"),
    ],
)
def test_fold(text: str, plain: str) -> None:
    assert fold(text) == plain


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Kế hoạch", "ke-hoach"),
        ("Công văn", "cong-van"),
        ("  Quy định (mật) — số 1 ", "quy-dinh-mat-so-1"),
        ("***", ""),
        ("Đề án", "de-an"),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(ANY)
def test_slugs_have_their_shape_and_are_their_own_slug(name: str) -> None:
    slug = slugify(name)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug
