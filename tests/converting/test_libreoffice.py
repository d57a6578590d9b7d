from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from docgen.converting.libreoffice import convert_to_pdf, find_libreoffice
from docgen.converting.pdf import can_normalize, normalize_pdf
from docgen.converting.probing import Tool
from docgen.problems import DocgenError, Level
from tests.ooxml.packages import document, paragraph, parts, zipped

needs_libreoffice = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
needs_pikepdf = pytest.mark.skipif(not can_normalize(), reason="pikepdf is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="the programs of these tests are shell scripts")


def word_file(path: Path, text: str = "Tổ chức thực hiện") -> Path:
    path.write_bytes(zipped(parts(document=document((paragraph(0, text),)))))
    return path


def text_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()


@needs_libreoffice
@needs_pikepdf
def test_files_of_any_name_are_converted_the_same_every_time(tmp_path: Path) -> None:
    one = word_file(tmp_path / "Kế hoạch số 1.docx", "Văn bản một")
    two = word_file(tmp_path / f"-{'d' * 200}.docx", "Văn bản hai")
    first = convert_to_pdf([one, two], tmp_path / "out")
    assert first.problems == ()
    assert first.written == ((one, tmp_path / "out" / "Kế hoạch số 1.pdf"), (two, tmp_path / "out" / f"-{'d' * 200}.pdf"))
    assert "Văn bản một" in text_of(first.written[0][1])
    assert "Văn bản hai" in text_of(first.written[1][1])
    before = [made.read_bytes() for _, made in first.written]
    time.sleep(1.1)  # Times in a PDF are whole seconds.
    again = convert_to_pdf([two, one], tmp_path / "again")
    assert [made.read_bytes() for _, made in again.written] == before[::-1]


@needs_libreoffice
def test_each_file_without_a_pdf_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    good, bad, none = word_file(tmp_path / "a.docx"), tmp_path / "b.docx", tmp_path / "c.docx"
    (tmp_path / "other").mkdir()
    same = word_file(tmp_path / "other" / "A.docx")
    bad.write_bytes(b"PK\x03\x04 broken")
    result = convert_to_pdf([good, bad, none, same], tmp_path)
    assert result.written == ((good, tmp_path / "a.pdf"),)
    found = {(p.place.path, p.code) for p in result.problems if p.place is not None and p.level is Level.ERROR}
    assert found == {
        (str(bad), "converting-failed"),
        (str(none), "converting-unreadable"),
        (str(same), "converting-same-name"),
    }


@posix
def test_a_program_that_hangs_is_stopped_with_its_children(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > '{tmp_path}/child'\nwait\n", encoding="utf-8")
    program.chmod(0o755)
    start = time.monotonic()
    result = convert_to_pdf([word_file(tmp_path / "a.docx")], tmp_path, timeout=1.0, tool=Tool(program, ""))
    assert time.monotonic() - start < 10
    assert [p.code for p in result.problems if p.level is Level.ERROR] == ["converting-failed"]
    assert "in time" in str(result.problems[-1].what)
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            break
        time.sleep(0.02)
    else:
        os.kill(child, 9)
        pytest.fail("the child still runs")


def test_without_libreoffice_the_error_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", str(tmp_path / "none"))
    with pytest.raises(DocgenError) as caught:
        convert_to_pdf([tmp_path / "a.docx"], tmp_path)
    assert [p.code for p in caught.value.problems] == ["converting-no-libreoffice"]


@posix
def test_without_the_library_a_note_says_that_runs_differ(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    program = tmp_path / "soffice"
    program.write_text('#!/bin/sh\necho made > "$9/00000.pdf"\n', encoding="utf-8")
    program.chmod(0o755)
    result = convert_to_pdf([word_file(tmp_path / "a.docx")], tmp_path / "out", tool=Tool(program, ""))
    assert (tmp_path / "out" / "a.pdf").read_text() == "made\n"
    assert [(p.code, p.level) for p in result.problems] == [("converting-not-reproducible", Level.NOTE)]


@needs_pikepdf
def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        normalize_pdf(b"no pdf")
