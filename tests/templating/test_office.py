"""A template that somebody opened and saved in an office program: LibreOffice, the only one at hand without a screen."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pdfplumber
import pytest

from docgen.converting.libreoffice import convert_to_pdf, find_libreoffice
from docgen.problems import Level
from docgen.rendering import render
from docgen.standards import load_standard
from docgen.templating import lint_template, load_template
from tests.support.documents import appendix, sample
from tests.support.reading import paragraphs_in
from tests.templating.kit import packed, paragraph, parts_of, with_header, with_paragraphs

pytestmark = pytest.mark.office
STANDARDS = ("nd30", "hd05")
#: points that a word may lie elsewhere on the page
MOVED = 1.0


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Rule set → its template as it was made, with a few tags of an agency's own, and as LibreOffice saved it."""
    tool = find_libreoffice()
    if tool is None:
        reason = "LibreOffice was not found: no template can be opened and saved"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("saved")
    for name in STANDARDS:
        data = with_paragraphs(paragraph("Theo ", "{{ num", "ber }} của {{ issuer }}"), standard=name)
        data = packed(parts_of(with_header("{{ issuer }}", name)) | {"word/document.xml": parts_of(data)["word/document.xml"]})
        (folder / f"{name}.docx").write_bytes(data)
    command = [str(tool.path), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += [
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "out"),
        *(str(folder / f"{n}.docx") for n in STANDARDS),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: (folder / f"{name}.docx", folder / "out" / f"{name}.docx") for name in STANDARDS}


def rendered(path: Path, standard: str) -> bytes:
    rules = load_standard(standard)
    document = sample(standard, "ke-hoach", appendices=(appendix(levels=1),))
    return render(document, rules, template=load_template(rules, path))


def words_of(pdf: Path) -> list[list[tuple[str, float, float, float, str]]]:
    """The words of each page with place (pt), size and font."""
    with pdfplumber.open(pdf) as pages:
        return [
            [
                (w["text"], w["x0"], w["top"], w["size"], w["fontname"].partition("+")[2])
                for w in page.extract_words(extra_attrs=["size", "fontname"])
            ]
            for page in pages.pages
        ]


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_same_words_come_out(standard: str, saved: dict[str, tuple[Path, Path]]) -> None:
    before, after = (paragraphs_in(rendered(path, standard)) for path in saved[standard])
    assert [words for words in after if words] == [words for words in before if words]
    assert any(words.startswith("Theo ") and "{{" not in words for words in after)


@pytest.mark.parametrize("standard", STANDARDS)
def test_the_pages_look_the_same(standard: str, saved: dict[str, tuple[Path, Path]], tmp_path: Path) -> None:
    files = [tmp_path / "before.docx", tmp_path / "after.docx"]
    for path, file in zip(saved[standard], files, strict=True):
        file.write_bytes(rendered(path, standard))
    assert not [p for p in convert_to_pdf(files, tmp_path, normalize=False).problems if p.level is Level.ERROR]
    before, after = (words_of(file.with_suffix(".pdf")) for file in files)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert [(w[0], round(w[3], 1), w[4]) for w in old] == [(w[0], round(w[3], 1), w[4]) for w in new]
        for one, other in zip(old, new, strict=True):
            assert one[1:3] == pytest.approx(other[1:3], abs=MOVED), one[0]


@pytest.mark.parametrize("standard", STANDARDS)
def test_it_still_keeps_to_the_rules(standard: str, saved: dict[str, tuple[Path, Path]]) -> None:
    assert [str(p.what) for p in lint_template(saved[standard][1], load_standard(standard)) if p.level is not Level.NOTE] == []
