"""Law 2: what a document prints, read again without its record, is the document's normal form."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from docgen.converting.libreoffice import find_libreoffice
from docgen.document.model import Document
from docgen.ooxml.opening import open_package
from docgen.reading import read
from docgen.recovery import recover
from docgen.recovery.normal import normalise
from docgen.rendering import render
from docgen.rendering.printed import printed_texts
from docgen.spec import load_spec
from docgen.standards import Standard, load_standard
from tests.support.building import documents
from tests.support.documents import every_sample, with_origins

SPECS = sorted(path for path in (Path(__file__).parents[2] / "specs").rglob("*.yaml") if path.name != "agency.yaml")
SAMPLES = list(every_sample())
_BOOKMARK = re.compile(rb"<w:bookmark(?:Start|End)\b[^>]*/>")
_TIES = re.compile(rb"<(?:Relationship|Override)\b[^>]*customXml[^>]*/>")


def without_record(data: bytes) -> bytes:
    """The same file without bookmarks and custom parts: nothing but what is printed can be read from it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name.startswith("customXml/"):
                continue
            part = old.read(name)
            if name == "word/document.xml":
                part = _BOOKMARK.sub(b"", part)
            elif name.endswith(".rels") or name == "[Content_Types].xml":
                part = _TIES.sub(b"", part)
            new.writestr(name, part)
    return out.getvalue()


def recovered(data: bytes, standard: Standard) -> Document:
    stripped = without_record(data)
    assert b"customXml" not in stripped
    reading = read(open_package(stripped), standard=standard.name)
    assert len(reading.documents) == 1
    return recover(reading.documents[0], standard).document


def without_open_signers(document: Document) -> Document:
    """Without its signatures where a signer's name is open: print cannot tell another office, or the next signer, from a name."""
    complete = all(signature.name for signature in document.signatures)
    return document if complete else replace(document, signatures=())


def shown(document: Document, standard: Standard) -> list[tuple[str, str, bool, bool]]:
    """What is printed, but for the line below an appendix's title: it writes the issuer's name by its capitals."""
    return [
        (one.component, " ".join(one.text.split()), one.bold, one.italic)
        for one in printed_texts(with_origins(document), standard)
        if one.component not in ("appendix_reference", "base", "abstract", "abstract_dispatch")
    ]


@given(documents())
def test_a_generated_document_comes_back_from_its_print(document: Document) -> None:
    standard = load_standard(document.standard)
    found = recovered(render(document, standard), standard)
    normal = normalise(document, standard)
    if document.signatures != without_open_signers(document).signatures:
        found, normal = replace(found, signatures=()), replace(normal, signatures=())
    assert found == normal


@given(documents())
def test_the_normal_form_prints_the_same_and_is_its_own(document: Document) -> None:
    standard = load_standard(document.standard)
    normal = normalise(document, standard)
    assert normalise(normal, standard) == normal
    assert [line[:2] for line in shown(normal, standard)] == [line[:2] for line in shown(document, standard)]


@pytest.mark.parametrize("document", SAMPLES, ids=lambda d: f"{d.standard}-{d.type}")
def test_a_rich_document_of_each_type_comes_back_from_its_print(document: Document) -> None:
    standard = load_standard(document.standard)
    assert recovered(render(document, standard), standard) == normalise(document, standard)


@pytest.mark.parametrize("path", SPECS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_example_comes_back_from_its_print(path: Path) -> None:
    spec = load_spec(path)
    found = recovered(render(spec.document, spec.standard), spec.standard)
    assert found == normalise(spec.document, spec.standard)
    # nothing of it is lost: it prints the same again
    assert shown(found, spec.standard) == shown(spec.document, spec.standard)


def test_a_record_that_lies_changes_nothing() -> None:
    document = SAMPLES[0]
    standard = load_standard(document.standard)
    data = render(document, standard)
    other = render(replace(document, number=4711), standard)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as own, zipfile.ZipFile(io.BytesIO(other)) as lying, zipfile.ZipFile(out, "w") as new:
        for name in own.namelist():
            new.writestr(name, (lying if name.startswith("customXml/") else own).read(name))
    found = recover(read(open_package(out.getvalue())).documents[0]).document
    assert found == normalise(document, standard)


@pytest.mark.office
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_documents_come_back_after_another_program_saved_them(tmp_path: Path) -> None:
    """All in one call: LibreOffice takes longer to start than to save."""
    office = find_libreoffice()
    assert office is not None
    folder, saved = tmp_path / "ours", tmp_path / "saved"
    folder.mkdir()
    given = [(document, load_standard(document.standard)) for document in SAMPLES]
    given += [(spec.document, spec.standard) for spec in map(load_spec, SPECS)]
    for n, (document, standard) in enumerate(given):
        (folder / f"{n}.docx").write_bytes(without_record(render(document, standard)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(office.path), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, *map(str, sorted(folder.iterdir()))], check=True, capture_output=True, timeout=300)
    for n, (document, standard) in enumerate(given):
        reading = read(open_package((saved / f"{n}.docx").read_bytes()), standard=standard.name)
        assert recover(reading.documents[0], standard).document == normalise(document, standard), (standard.name, document.type)
