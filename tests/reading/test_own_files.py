"""docgen's own files, whose record says which words are which component."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import Sure, read
from docgen.rendering import render
from docgen.spec import load_spec
from docgen.standards import load_standard
from tests.reading.anchored import misread
from tests.support.building import documents
from tests.support.documents import every_sample
from tests.support.workers import render_one

SPECS = sorted(p for p in Path("specs").resolve().rglob("*.yaml") if p.name != "agency.yaml")
SAMPLES = list(every_sample())


def _can_be_told(document: Document) -> bool:
    """Of several signers in a column only names tell where one ends: without them an office may be the next one's or the same one's."""
    signers = document.signatures
    return len(signers) < 2 or all(signer.name for signer in signers)


@given(documents())
def test_every_block_is_read_as_what_it_is(document: Document) -> None:
    package = open_package(render_one(document))
    wrong = misread(read(package), package)
    assert [one for one in wrong if _can_be_told(document) or not one.startswith("/signatures/")] == []


@pytest.mark.parametrize("document", SAMPLES, ids=lambda d: f"{d.standard}-{d.type}")
def test_rich_documents(document: Document) -> None:
    package = open_package(render_one(document))
    reading = read(package)
    assert misread(reading, package) == []
    (layout,) = reading.documents
    assert (layout.type, layout.type_sure, layout.standard.name) == (document.type, Sure.CERTAIN, document.standard)
    assert layout.draft == (document.draft is not None)
    assert len(layout.appendices) == len(document.appendices)
    assert [layout.number and layout.number.code, layout.regime] == [
        load_standard(document.standard).types[document.type].code,
        load_standard(document.standard).regime,
    ]


@pytest.mark.parametrize("path", SPECS, ids=lambda p: p.stem)
def test_examples(path: Path) -> None:
    loaded = load_spec(path)
    package = open_package(render(loaded.document, loaded.standard))
    reading = read(package)
    assert misread(reading, package) == []
    assert [layout.type for layout in reading.documents] == [loaded.document.type]
