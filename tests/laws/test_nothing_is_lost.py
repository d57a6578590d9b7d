"""Law 3: each text of a document stands unbroken in some paragraph of the Word file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given

from docgen.document.model import Document, Paragraph
from docgen.document.text import literal
from tests.support.building import ODD, documents
from tests.support.documents import every_sample, sample, with_origins
from tests.support.reading import paragraphs_in, read_part, texts_of
from tests.support.workers import render_one

SAMPLES = list(every_sample())


def _assert_whole(document: Document) -> None:
    paragraphs = paragraphs_in(render_one(document))
    for held in texts_of(document):
        wanted = held.text.plain.upper() if held.capitals else held.text.plain
        assert any(wanted in paragraph for paragraph in paragraphs), f"{held.text.origin}: {wanted!r} is not in the file"


@given(documents())
@example(with_origins(replace(sample(), body=(Paragraph(literal(" ".join(ODD))), Paragraph(literal("hai  khoảng  trắng"))))))
def test_every_text_stands_unbroken_in_a_paragraph(document: Document) -> None:
    _assert_whole(document)


@pytest.mark.parametrize("document", SAMPLES, ids=lambda d: f"{d.standard}-{d.type}")
def test_every_text_of_a_rich_document_of_each_type_is_there(document: Document) -> None:
    _assert_whole(document)


@given(documents())
def test_emphasis_is_kept_letter_for_letter(document: Document) -> None:
    """Bold and italic of a plain paragraph's spans stand as runs of the same characters, in order."""
    spans = [held.text.spans for held in texts_of(document) if "/closing/" in held.text.origin]
    xml = read_part(render_one(document))
    for one in spans:
        expected = "".join(
            f"<w:r>{_look(s.bold, s.italic)}<w:t xml:space=\"preserve\">{_escaped(s.text)}</w:t></w:r>" for s in one
        )
        assert expected in xml


def _look(bold: bool, italic: bool) -> str:
    look = "<w:b/>" * bold + "<w:i/>" * italic
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def _escaped(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("{", "&#123;").replace("}", "&#125;") if "{_" in plain or "_}" in plain else plain
