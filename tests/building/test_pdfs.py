"""PDFs beside the Word files, with a stand-in for LibreOffice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import docgen.converting.libreoffice as libreoffice
from docgen import build
from docgen.building import BuildResult
from docgen.building.fingerprints import hash_bytes
from docgen.problems import DocgenError, Place, Problem, msg

Write = Callable[[Path, str], None]
A = Path("specs/a.yaml")
BOTH = ("docx", "pdf")


@pytest.fixture
def calls(project: Path, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files each call of the converter got; a PDF names the Word file's hash."""
    made: list[int] = []

    def convert(files: Sequence[Path], out_dir: Path) -> libreoffice.Conversion:
        made.append(len(files))
        written = [(file, out_dir / f"{file.stem}.pdf") for file in files]
        for file, pdf in written:
            pdf.write_bytes(b"%PDF " + hash_bytes(file.read_bytes()).encode())
        return libreoffice.Conversion(tuple(written), ())

    monkeypatch.setattr(libreoffice, "convert_to_pdf", convert)
    return made


def statuses(result: BuildResult) -> list[str]:
    return [str(outcome.status) for outcome in result.outcomes]


def test_pdfs_are_made_in_one_call_and_once(calls: list[int]) -> None:
    result = build(["specs"], to=BOTH)
    assert statuses(result) == ["written", "written"]
    assert [outcome.pdf for outcome in result.outcomes] == [str(Path("build/a.pdf")), str(Path("build/b.pdf"))]
    assert statuses(build(["specs"], to=BOTH)) == ["fresh", "fresh"]
    assert calls == [2]


def test_only_the_changed_document_is_converted_again(calls: list[int], write: Write) -> None:
    build(["specs"], to=BOTH)
    write(A, "Nội dung mới.")
    build(["specs"])
    old = Path("build/a.pdf").read_bytes()
    assert statuses(build(["specs"], to=BOTH, check=True)) == ["stale", "fresh"]
    assert statuses(build(["specs"], to=BOTH)) == ["written", "fresh"]
    assert calls == [2, 1]
    assert Path("build/a.pdf").read_bytes() != old


def test_a_pdf_that_docgen_does_not_know_is_kept(calls: list[int]) -> None:
    Path("build").mkdir()
    Path("build/a.pdf").write_bytes(b"signed and scanned")
    result = build(["specs"], to=BOTH)
    assert statuses(result) == ["kept", "written"]
    assert Path("build/a.pdf").read_bytes() == b"signed and scanned"
    assert result.unfinished
    assert statuses(build(["specs"], to=BOTH, force=True)) == ["written", "written"]
    copies = list(Path("build").glob("a.*.bak.pdf"))
    assert [copy.read_bytes() for copy in copies] == [b"signed and scanned"]
    assert len(calls) == 2


def test_a_pdf_of_the_same_bytes_is_docgens_own_also_without_a_state(calls: list[int]) -> None:
    build(["specs"], to=BOTH)
    shutil.rmtree("build/.docgen")
    assert statuses(build(["specs"], to=BOTH)) == ["fresh", "fresh"]
    assert statuses(build(["specs"], to=BOTH)) == ["fresh", "fresh"]
    assert calls == [2, 2]


def test_an_edited_word_file_is_not_converted(calls: list[int]) -> None:
    Path("build").mkdir()
    Path("build/a.docx").write_bytes(b"my letter")
    assert statuses(build(["specs"], to=BOTH)) == ["kept", "written"]
    assert calls == [1]
    assert not Path("build/a.pdf").exists()


@pytest.mark.usefixtures("calls")
def test_a_missing_converter_is_said_once_and_the_word_files_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> libreoffice.Conversion:
        raise DocgenError(Problem("converting-no-libreoffice", msg("none"), msg("install it")))

    monkeypatch.setattr(libreoffice, "convert_to_pdf", missing)
    result = build(["specs"], to=BOTH)
    assert [problem.code for problem in result.problems] == ["converting-no-libreoffice"]
    assert result.failed
    assert Path("build/a.docx").exists()


@pytest.mark.usefixtures("calls")
def test_a_file_that_cannot_be_converted_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    convert = libreoffice.convert_to_pdf

    def fail_first(files: Sequence[Path], out_dir: Path) -> libreoffice.Conversion:
        rest = convert(files[1:], out_dir)
        return libreoffice.Conversion(rest.written, (Problem("converting-failed", msg("no"), msg("look"), Place(str(files[0]))),))

    monkeypatch.setattr(libreoffice, "convert_to_pdf", fail_first)
    result = build(["specs"], to=BOTH)
    assert statuses(result) == ["failed", "written"]
    place = result.outcomes[0].problems[0].place
    assert place is not None
    assert place.path == str(Path("build/a.docx")), "the user's file, not a temporary one"
