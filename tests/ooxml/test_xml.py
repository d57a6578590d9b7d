from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.ooxml.xml import UnsafeXml, escape, escape_attribute, parse_xml, qn

TEXTS = st.text(
    st.one_of(
        st.sampled_from("&<>\"'\t\n\r]"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    )
)


@given(TEXTS)
def test_a_parser_gives_back_the_text_that_was_escaped(text: str) -> None:
    assert (etree.fromstring(f"<a>{escape(text)}</a>".encode()).text or "") == text


@given(TEXTS)
def test_a_parser_gives_back_the_attribute_that_was_escaped(text: str) -> None:
    assert etree.fromstring(f'<a b="{escape_attribute(text)}"/>'.encode()).get("b") == text


def test_qn_writes_the_namespace_out() -> None:
    assert qn("w:p") == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'
    with pytest.raises(UnsafeXml):
        parse_xml(text.encode(encoding))
