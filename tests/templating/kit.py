"""Templates for tests: the shipped one, changed in one place, in memory or saved beside its pictures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

from docgen.problems import DocgenError, Problem
from docgen.standards import load_standard
from docgen.templating import CompiledTemplate, compile_template, make_template

NAME = "mau.docx"
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY_START = "<w:body>"
LAST = '<w:p><w:pPr><w:pStyle w:val="end"/></w:pPr></w:p><w:sectPr>'


def parts_of(data: bytes) -> dict[str, bytes]:
    """Part name → bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def changed(*replacements: tuple[str, str], part: str = MAIN, standard: str = "nd30", **parts: bytes) -> bytes:
    """The template made from ``standard`` with texts of one part replaced; each must be there."""
    found = parts_of(make_template(load_standard(standard)))
    xml = found[part].decode()
    for old, new in replacements:
        assert old in xml, old
        xml = xml.replace(old, new, 1)
    found[part] = xml.encode()
    return packed(found | {name: data for name, data in parts.items()})


def paragraph(*runs: str) -> str:
    """A paragraph whose words lie in several runs, as Word cuts them."""
    return "<w:p>" + "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) + "</w:p>"


def with_paragraphs(*paragraphs: str, standard: str = "nd30") -> bytes:
    """The template with more paragraphs in front of its last one."""
    return changed((LAST, "".join(paragraphs) + LAST), standard=standard)


def with_header(words: str, standard: str = "nd30") -> bytes:
    """The template with one more paragraph in its running header."""
    return changed(("</w:hdr>", paragraph(words) + "</w:hdr>"), part="word/header1.xml", standard=standard)


def compiled(data: bytes, standard: str = "nd30") -> CompiledTemplate:
    return compile_template(data, load_standard(standard), NAME)


def refused(action: Callable[[], object]) -> tuple[Problem, ...]:
    """The problems that ``action`` ends with; each has a place, a sentence and a remedy that can be printed."""
    try:
        action()
    except DocgenError as error:
        for problem in error.problems:
            assert problem.place is not None
            assert problem.place.path
            assert str(problem.what)
            assert problem.remedy is not None
            assert str(problem.remedy)
        return error.problems
    raise AssertionError("nothing was refused")


def refused_template(data: bytes, standard: str = "nd30") -> tuple[Problem, ...]:
    """The problems that compiling the template ends with; all name the template."""
    problems = refused(lambda: compiled(data, standard))
    assert {p.place.path for p in problems if p.place} == {NAME}
    return problems
