"""Words that a Word file holds beside its text (headers, comments, hidden words) stand in comments of the spec, drafts in a key."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from docgen.document.model import Document
from docgen.recovery import import_file
from docgen.spec import load_text
from tests.reading.raw import FOOT, HEAD, TITLE, c, p, package, r, t

ONE, TWO = p("1. Một là."), p("2. Hai là.")


def written(folder: Path, *blocks: str) -> Path:
    source = package(*blocks)
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in source.names:
            archive.writestr(name, source.read(name))
    return path


def imported(path: Path) -> tuple[Document, list[str], list[str]]:
    """The document, the lines of its spec, and what the import says."""
    (spec,) = import_file(path, language="en")
    document = load_text(spec.text, shown="x.yaml").document
    return document, [line.strip(" -") for line in spec.text.splitlines()], [str(note.what) for note in spec.notes]


def with_header(path: Path, *words: str) -> None:
    held = docx.Document(str(path))
    for one in words:
        held.sections[0].header.add_paragraph(one)
    held.save(str(path))


@pytest.mark.parametrize(("mark", "count"), [("DỰ THẢO LẦN 2", 2), ("Dự thảo", None), ("(Dự thảo lần 03)", 3)])
def test_the_mark_of_a_draft_in_a_header_is_one(mark: str, count: int | None, tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, TITLE, ONE, TWO, FOOT)
    with_header(path, "Tệp: KH.docx", mark)
    document, lines, notes = imported(path)
    assert document.draft is not None
    assert document.draft.number == count
    assert f"# The mark of a draft stood in a header or footer; docgen prints it in the head: {mark}" in lines
    assert f"A header or footer is left out: {mark}" not in notes
    assert lines[-1] == "# A header or footer is left out: Tệp: KH.docx"


@pytest.mark.parametrize("words", ["Dự thảo ngày 15/3", "Dự thảo của Sở Nội vụ"])
def test_other_words_of_a_header_are_no_mark(words: str, tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, TITLE, ONE, TWO, FOOT)
    with_header(path, words)
    document, lines, notes = imported(path)
    assert document.draft is None
    assert lines[-1] == f"# A header or footer is left out: {words}"
    assert f"A header or footer is left out: {words}" in notes


def test_comments_and_hidden_words_stand_above_their_paragraph(tmp_path: Path) -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> bí mật</w:t></w:r>'
    path = written(tmp_path, HEAD, TITLE, ONE, p(r("2. Hai"), hidden, r(" là.")), FOOT)
    held = docx.Document(str(path))
    first = next(one for one in held.paragraphs if one.text == "1. Một là.")
    held.add_comment(first.runs, text="Xem lại số ngày", author="Nam")
    held.save(str(path))
    _, lines, notes = imported(path)
    comment, veiled = "A comment is left out: Nam: Xem lại số ngày", "Hidden words are left out: bí mật"
    assert lines[lines.index("Một là.") - 1] == f"# {comment}"
    assert lines[lines.index("Hai là.") - 1] == f"# {veiled}"
    assert {comment, veiled} <= set(notes)


def test_a_drafters_mark_loses_its_brackets(tmp_path: Path) -> None:
    listed = p(r("Nơi nhận:", "bi", 12)) + p(r("- Như trên;", size=11)) + p(r("- Lưu: VT, TCCB.", size=11)) + p(r("(Nam)", size=8))
    foot = t([listed, c("GIÁM ĐỐC", style="b") + c("Nguyễn Văn An", style="b")])
    document, _, _ = imported(written(tmp_path, HEAD, TITLE, ONE, TWO, foot))
    assert str(document.drafter) == "NAM"
