"""Whether Word would open the files: the rules of the Open XML SDK, over everything that docgen writes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from docgen.document.model import Document
from docgen.rendering import render
from docgen.spec import load_spec
from tests.pages.gathering import ROOT, SAMPLES, spec_names
from tests.support.building import generated
from tests.support.workers import render_one

GENERATED = 40
Audit = Callable[[bytes], list[str]]


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """The errors in a Word file; one validator for all, which reads its schemas once."""
    validator = OpenXmlValidator()
    path: Path = tmp_path_factory.mktemp("audit") / "file.docx"

    def run(data: bytes) -> list[str]:
        path.write_bytes(data)
        return [f"{error.part_uri}: {error.description}" for error in validator.validate(path).errors]

    return run


@pytest.fixture(scope="module")
def many() -> list[Document]:
    return generated(GENERATED)


def test_a_broken_file_is_seen(audit: Audit) -> None:
    """A property behind its paragraph's properties: else the other tests would say nothing."""
    data = render_one(SAMPLES["nd30-ke-hoach"])
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:keepNext/></w:pPr>", b"</w:pPr><w:keepNext/>"))
    assert any("keepNext" in error for error in audit(broken.getvalue()))


@pytest.mark.parametrize("name", spec_names())
def test_examples_are_valid(audit: Audit, name: str) -> None:
    spec = load_spec(ROOT / name)
    assert audit(render(spec.document, spec.standard)) == []


@pytest.mark.parametrize("name", list(SAMPLES))
def test_one_document_of_each_type_is_valid(audit: Audit, name: str) -> None:
    assert audit(render_one(SAMPLES[name])) == []


@pytest.mark.parametrize("number", range(GENERATED))
def test_generated_documents_are_valid(audit: Audit, many: list[Document], number: int) -> None:
    assert audit(render_one(many[number])) == []
