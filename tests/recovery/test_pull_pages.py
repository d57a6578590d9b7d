"""Headers and sections as LibreOffice writes them: what prints the same is no change, what prints otherwise is one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from docgen.converting.libreoffice import find_libreoffice
from docgen.recovery.pulling.said import Kind
from tests.checks.making import MAIN, packed, parts_of, spoilt
from tests.recovery.redlines import compared
from tests.support.heads import NOTICE
from tests.support.word_edits import W, build, edit, pull_into, replace_words

SPEC = NOTICE + """\
title: Lịch tiếp công dân
sections:
  - title: Lịch tiếp
    text:
      - Tiếp công dân vào thứ Hai hằng tuần tại trụ sở, theo Phụ lục kèm theo.
{more}distribution:
  - Các thôn
filing: VT
signature:
  title: Chủ tịch
  name: Trần Văn An
appendices:
  - title: Danh sách
    body:
      - Người tiếp công dân là Chủ tịch.
  - title: Biểu mẫu
    body:
      - Mẫu đơn gồm một trang.
"""
#: nobody can say that it takes one page, and nobody that it takes two
MIDDLE = 18
OFFICE, WORD = "LibreOffice/7.4.7.2$Linux_X86_64", "Microsoft Office Word"
_HEADER = re.compile(rb"(?s)(<w:hdr[^>]*>).*(</w:hdr>)")


def _write(folder: Path, paragraphs: int = 0) -> Path:
    path = folder / "a.yaml"
    more = "".join(f"      - Thôn {n} tiếp công dân tại nhà văn hóa thôn.\n" for n in range(1, paragraphs + 1))
    path.write_text(SPEC.format(more=more), "utf-8", newline="\n")
    return path


def _change(data: bytes, program: str, document: Mapping[str, str], headers: Mapping[str, bytes]) -> bytes:
    """``data`` as saved by ``program`` after replacements in its document; ``headers``: what those parts hold now."""
    parts = parts_of(spoilt(data, "(?<=<Application>)[^<]*", program, "docProps/app.xml"))
    for before, after in document.items():
        assert before.encode() in parts[MAIN]
        parts[MAIN] = parts[MAIN].replace(before.encode(), after.encode(), 1)
    for name, held in headers.items():
        parts[name] = _HEADER.sub(rb"\1" + held + rb"\2", parts[name])
    return packed(parts)


def _like_one_page(data: bytes, program: str = OFFICE, **headers: bytes) -> bytes:
    """``data`` as LibreOffice writes a first section that it has set on one page: the header of that page is the only one."""
    text = parts_of(data)[MAIN].decode()
    section = next(iter(re.findall(r"(?s)<w:sectPr>.*?</w:sectPr>", text)))
    default = next(iter(re.findall(r'<w:headerReference w:type="default"[^>]*>', section)))
    first = next(iter(re.findall(r'<w:headerReference w:type="first"[^>]*>', section)))
    alone = section.replace(default, "").replace("<w:titlePg/>", "").replace(first, first.replace("first", "default"))
    # the sections behind it say for themselves what the first one no longer says
    return _change(data, program, {section: alone}, {f"word/{name}.xml": held for name, held in headers.items()})


def _told(spec: Path, data: bytes) -> list[str]:
    return [str(change.reason) for change in pull_into(spec, data).changes]


@pytest.mark.parametrize(("program", "paragraphs"), [(OFFICE, 0), (WORD, 0), (OFFICE, MIDDLE)])
def test_the_only_header_of_a_section_on_one_page_is_that_of_its_first_page(
    tmp_path: Path, program: str, paragraphs: int
) -> None:
    spec = _write(tmp_path, paragraphs)
    made = build(spec)
    saved = _like_one_page(made, program)
    pulled = pull_into(spec, saved)
    assert pulled.is_complete
    assert pulled.changes == ()
    assert compared(made, saved).is_equal
    assert compared(saved, made).is_equal


@pytest.mark.parametrize(("program", "paragraphs"), [(OFFICE, 60), (WORD, 60), (WORD, MIDDLE)])
def test_page_numbers_that_go_from_later_pages_are_told(tmp_path: Path, program: str, paragraphs: int) -> None:
    spec = _write(tmp_path, paragraphs)
    made = build(spec)
    saved = _like_one_page(made, program)
    told = _told(spec, saved)
    assert any("first page has headers of its own" in one for one in told)
    assert any("page header" in one for one in told)
    assert {"title_page"} <= {one.aspect for one in compared(made, saved).differences}
    assert "header:default" in {one.role for one in compared(saved, made).differences}


def test_a_page_number_on_the_first_page_is_told(tmp_path: Path) -> None:
    spec = _write(tmp_path)
    made = build(spec)
    saved = _change(made, OFFICE, {"<w:titlePg/>": ""}, {})
    assert any("first page has headers of its own" in one for one in _told(spec, saved))
    assert "header:first" in {one.role for one in compared(made, saved).differences}


@pytest.mark.parametrize("part", ["header1", "header2"])
def test_words_in_a_header_are_told(tmp_path: Path, part: str) -> None:
    spec = _write(tmp_path)
    words = b"<w:p><w:r><w:t>H\xe1\xbb\x8fa t\xe1\xbb\x91c</w:t></w:r></w:p>"
    made = build(spec)
    for saved in (_like_one_page(made, OFFICE, **{part: words}), _change(made, WORD, {}, {f"word/{part}.xml": words})):
        pulled = pull_into(spec, saved)
        assert [change.kind for change in pulled.changes if change.kind is Kind.OTHER] == [Kind.OTHER]
        assert not pulled.is_complete
        assert not compared(made, saved).is_equal


def test_words_in_a_header_that_are_marked_as_deleted_are_told(tmp_path: Path) -> None:
    """They print no longer, but nobody has accepted that yet."""
    spec = _write(tmp_path)
    mark = 'w:id="91" w:author="An" w:date="2026-03-05T00:00:00Z"'
    words = f'<w:p><w:pPr><w:pStyle w:val="page_number"/></w:pPr><w:del {mark}><w:r><w:delText>Xem</w:delText></w:r></w:del></w:p>'
    saved = _change(build(spec), WORD, {}, {"word/header2.xml": words.encode()})
    assert _told(spec, saved) == ["The page header was changed."]


def _give_section_to_the_words_above(root: etree._Element) -> None:
    """LibreOffice writes no empty paragraph for the end of a section behind words."""
    for section in [*root.iter(f"{W}sectPr")]:
        holder = next(section.iterancestors(f"{W}p"), None)
        above = holder.getprevious() if holder is not None else None
        if holder is not None and above is not None and above.tag == f"{W}p":
            properties = above.find(f"{W}pPr")
            assert properties is not None
            properties.append(section)
            parent = holder.getparent()
            assert parent is not None
            parent.remove(holder)
            return
    raise AssertionError("no section ends behind words")


def test_an_empty_paragraph_that_ends_a_section_is_none(tmp_path: Path) -> None:
    spec = _write(tmp_path)
    made = build(spec)
    saved = edit(made, _give_section_to_the_words_above)
    assert pull_into(spec, saved).changes == ()
    assert compared(made, saved).is_equal
    assert compared(saved, made).is_equal


def test_an_empty_paragraph_on_the_page_is_one(tmp_path: Path) -> None:
    spec = _write(tmp_path)
    made = build(spec)

    def put_in(root: etree._Element) -> None:
        _give_section_to_the_words_above(root)
        holder = next(p for p in root.iter(f"{W}p") if p.find(f"{W}pPr/{W}sectPr") is not None)
        holder.addprevious(etree.Element(f"{W}p"))

    saved = edit(made, put_in)
    assert _told(spec, saved) == ["empty paragraph added"]
    assert [str(one.what) for one in compared(made, saved).differences] == ["empty paragraph added"]


def test_an_empty_paragraph_before_a_section_on_the_same_page_is_one(tmp_path: Path) -> None:
    made = edit(build(_write(tmp_path)), _go_on_on_the_same_page)
    assert "empty paragraph removed" in {
        str(one.what) for one in compared(made, edit(made, _give_section_to_the_words_above)).differences
    }


def _go_on_on_the_same_page(root: etree._Element) -> None:
    for section in root.iter(f"{W}sectPr"):
        kind = section.find(f"{W}type")
        if kind is None:
            kind = etree.Element(f"{W}type")
            last = [child for child in section if str(child.tag).endswith("Reference")][-1]
            last.addnext(kind)
        kind.set(f"{W}val", "continuous")


@pytest.mark.office
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_files_with_appendices_stay_as_they_are_in_libreoffice(tmp_path: Path) -> None:
    office = find_libreoffice()
    assert office is not None
    files = {}
    for paragraphs in (0, MIDDLE, 60):
        (folder := tmp_path / str(paragraphs)).mkdir()
        spec = _write(folder, paragraphs)
        files[spec] = tmp_path / f"{paragraphs}.docx"
        files[spec].write_bytes(build(spec))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = tmp_path / "saved"
    command = [str(office.path), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved)]
    subprocess.run([*command, *map(str, files.values())], check=True, capture_output=True, timeout=120)
    for spec, made in files.items():
        data = (saved / made.name).read_bytes()
        assert pull_into(spec, data).changes == ()
        assert compared(made.read_bytes(), data).is_equal
        # and a word that somebody changes there is all that changes
        pulled = pull_into(spec, edit(data, replace_words("thứ Hai", "thứ Ba"), seed=None))
        assert pulled.is_complete
        assert pulled.text == spec.read_text("utf-8").replace("thứ Hai", "thứ Ba")
