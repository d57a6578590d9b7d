"""Correct papers that went through LibreOffice, as DOCX and as ODT, are still correct."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from docgen.converting.libreoffice import find_libreoffice
from tests.corpus.every import EVERY
from tests.corpus.judging import findings_of
from tests.corpus.mutant import builds
from tests.corpus.wordml import write_paper

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed"),
]
_DOCX = "docx:MS Word 2007 XML"


def _convert(files: list[Path], kind: str, folder: Path) -> list[Path]:
    """All files in one call: LibreOffice takes longer to start than to convert."""
    office = find_libreoffice()
    assert office is not None
    profile = (folder.parent / "profile").as_uri()
    command = [str(office.path), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
    made = sorted(folder.iterdir())
    assert len(made) == len(files)
    return made


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    for number, (name, write) in enumerate(EVERY.items()):
        for build in builds(number):
            (folder / f"{name}-{build.name}.docx").write_bytes(write_paper(write(), build))
    return sorted(folder.iterdir())


def _accused(files: list[Path]) -> dict[str, object]:
    return {file.name: found for file in files if (found := findings_of(file.read_bytes()))}


def test_saved_as_docx(papers: list[Path], tmp_path: Path) -> None:
    assert _accused(_convert(papers, _DOCX, tmp_path / "docx")) == {}


def test_saved_as_odt_and_back(papers: list[Path], tmp_path: Path) -> None:
    texts = _convert(papers, "odt", tmp_path / "odt")
    assert _accused(_convert(texts, _DOCX, tmp_path / "docx")) == {}
