"""Pictures, subdocuments and emphasised texts; and that docxtpl's way and the fast way print the same."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any
from zlib import compress, crc32

import docx
import pytest
from lxml import etree
from markupsafe import Markup
from openxml_audit import OpenXmlValidator

from docgen.document.text import literal
from docgen.problems import Problem
from docgen.rendering import render
from docgen.standards import load_standard
from docgen.templating import CompiledTemplate, load_template, run_slowly
from tests.support.documents import STANDARDS, sample
from tests.support.reading import paragraphs_in, read_part
from tests.templating.kit import MAIN, compiled, packed, paragraph, parts_of, refused, with_header, with_paragraphs

NOT_INSTALLED = "docxcompose, which docxtpl takes subdocuments in with, is not installed"
HARD = "A & B <x> > {_{ y }_} {_% z %_} {{ title }} {% if %} {# # 😀 👨‍👩‍👧 “ngoặc” \"'"


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = b"".join(b"\0" + bytes(width) for _ in range(height))
    chunks = ((b"IHDR", pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pack(">I", len(d)) + name + d + pack(">I", crc32(name + d)) for name, d in chunks)


PNG = png(60, 30)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A template's folder with a picture and a subdocument in it."""
    place = tmp_path / "Mẫu của tỉnh"
    place.mkdir()
    (place / "logo.png").write_bytes(PNG)
    sub = docx.Document()
    sub.add_paragraph("Danh sách kèm theo", style="List Number")
    sub.add_picture(BytesIO(PNG))
    sub.save(str(place / "danh-sach.docx"))
    return place


def saved(folder: Path, *tags: str, header: str = "") -> CompiledTemplate:
    """The template with the tags, loaded from the folder."""
    data = with_paragraphs(*map(paragraph, tags))
    if header:
        data = packed(parts_of(with_header(header)) | {MAIN: parts_of(data)[MAIN]})
    (folder / "mau.docx").write_bytes(data)
    return load_template(load_standard("nd30"), folder / "mau.docx")


def made(template: CompiledTemplate, **changes: Any) -> bytes:
    return render(sample(**changes), load_standard("nd30"), template=template)


def refusal(folder: Path, *tags: str) -> Problem:
    problems = refused(lambda: saved(folder, *tags))
    assert len(problems) == 1, [str(p.what) for p in problems]
    return problems[0]


def audit(data: bytes, folder: Path) -> list[object]:
    path = folder / "made.docx"
    path.write_bytes(data)
    return list(OpenXmlValidator().validate(path).errors)


def test_pictures_reach_the_text_and_the_header(folder: Path) -> None:
    data = made(
        saved(folder, '{{ image("logo.png", 30) }} và {{ image("logo.png") }}', header='{{ image("logo.png", width_mm=10) }}')
    )
    parts = parts_of(data)
    assert [d for n, d in parts.items() if n.startswith("word/media/")] == [PNG]
    for part, widths in (("word/document.xml", [1080000, 762000]), ("word/header1.xml", [360000])):
        xml = parts[part].decode()
        assert [int(w) for w in re.findall(r'<wp:extent cx="(\d+)"', xml) if int(w) in (1080000, 762000, 360000)] == widths
        relationships = parts[f"word/_rels/{part[5:]}.rels"].decode()
        for name in re.findall(r'r:embed="(\w+)"', xml):
            assert re.search(rf'Id="{name}"[^>]*Target="media/', relationships)
    assert b'Extension="png"' in parts["[Content_Types].xml"]
    assert audit(data, folder) == []


def test_a_subdocument_brings_its_words_numbers_and_pictures(folder: Path) -> None:
    pytest.importorskip("docxcompose", reason=NOT_INSTALLED)
    template = saved(folder, "{{p subdocument(“danh-sach.docx”) }}", "{{p subdocument(“danh-sach.docx”) }}")
    data = made(template)
    assert paragraphs_in(data).count("Danh sách kèm theo") == 2
    assert [d for n, d in parts_of(data).items() if n.startswith("word/media/")] == [PNG]
    assert "word/numbering.xml" in parts_of(data)
    assert audit(data, folder) == []
    assert data == made(template)


def test_emphasised_texts_are_escaped(folder: Path) -> None:
    xml = read_part(
        made(saved(folder, "Về {{r rich(title, bold=true, italic=true, underline=true) }}."), title=literal("A & B <x> {_{"))
    )
    run = '<w:r><w:rPr><w:b/><w:i/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">A &amp; B &lt;x&gt; {_{</w:t></w:r>'
    assert run in xml
    assert "Về A & B <x> {_{." in paragraphs_in(made(saved(folder, "Về {{r rich(title) }}."), title=literal("A & B <x> {_{")))


def test_a_changed_picture_makes_another_template(folder: Path) -> None:
    before = saved(folder, '{{ image("logo.png") }}')
    assert saved(folder, '{{ image("logo.png") }}') is before
    other = png(61, 30)
    (folder / "logo.png").write_bytes(other)
    after = saved(folder, '{{ image("logo.png") }}')
    assert after.fingerprint != before.fingerprint
    assert other in parts_of(made(after)).values()


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ('{{ image("không có.png") }}', "template-file"),
        ('{{ image("../logo.png") }}', "template-file"),
        ('{{ image("a/../../logo.png") }}', "template-file"),
        ('{{ image("/etc/passwd") }}', "template-file"),
        ('{{ image("C:/logo.png") }}', "template-file"),
        ('{{ image("mau.docx") }}', "template-file"),
        ('{{p subdocument("logo.png") }}', "template-file"),
        ('{{p image("logo.png") }}', "template-tag-place"),
        ('{{ subdocument("danh-sach.docx") }}', "template-tag-place"),
        ("{{ rich(title) }}", "template-tag-place"),
        ("{{ image(title) }}", "template-call"),
        ('{{ image("logo.png", 0) }}', "template-call"),
        ('{{ image("logo.png", 9000) }}', "template-call"),
        ('{{ image("logo.png", height=3) }}', "template-call"),
        ("{{ image() }}", "template-call"),
        ('{{r rich(title, color="red") }}', "template-call"),
        ("{{r rich(blocks) }}", "template-call"),
        ("{{ image | upper }}", "template-name"),
        ('{{ image("logo.png") | upper }}', "template-construct"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_with_its_paragraph(tag: str, code: str, folder: Path) -> None:
    problem = refusal(folder, tag)
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.excerpt == tag


def test_a_link_out_of_the_folder_is_refused(folder: Path) -> None:
    (folder.parent / "secret.png").write_bytes(PNG)
    try:
        (folder / "link.png").symlink_to(folder.parent / "secret.png")
    except OSError:
        pytest.skip("this system lets no ordinary user make symbolic links")
    assert "does not lie in the template's folder" in str(refusal(folder, '{{ image("link.png") }}').what)


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", PNG[:40], b"\xff\xd8\xff\xe0\0\x10JFIF\0", b"BM", b"II*\0\xff\xff\xff\xff"]
)
def test_broken_pictures_are_refused(data: bytes, folder: Path) -> None:
    (folder / "logo.png").write_bytes(data)
    assert "is no picture" in str(refusal(folder, '{{ image("logo.png") }}').what)


def test_a_huge_picture_is_refused(folder: Path) -> None:
    (folder / "logo.png").write_bytes(PNG + bytes(6_000_000))
    assert "larger than 5 MB" in str(refusal(folder, '{{ image("logo.png") }}').what)


def test_what_fails_while_printing_fails_the_same_on_both_ways(folder: Path) -> None:
    template = saved(folder, "{{r rich(title) }}", "{{ number }}")
    problem = refused(lambda: run_slowly(template, {}))[0]
    assert problem.place is not None
    assert problem.place.pointer == "word/document.xml#p1"


def canonical(xml: str) -> str:
    return str(etree.canonicalize(xml))


def context_of(template: CompiledTemplate, standard: str, **changes: Any) -> dict[str, Any]:
    """What the renderer hands over for a rich document with hard texts."""
    seen: list[Any] = []

    class Listening(CompiledTemplate):
        def run(self, context: Any) -> dict[str, str]:
            seen.append(context)
            return super().run(context)

    fields = {name: getattr(template, name) for name in template.__dataclass_fields__}
    render(sample(standard, **changes), load_standard(standard), template=Listening(**fields))
    return dict(seen[0])


@pytest.mark.parametrize("standard", STANDARDS)
def test_both_ways_give_the_same_xml(standard: str) -> None:
    template = load_template(load_standard(standard))
    context = context_of(template, standard, title=literal(HARD), opening=(literal(HARD), literal("a\tb\nc {_{")))
    fast, (slow, _) = template.run(context), run_slowly(template, context)
    assert fast.keys() == slow.keys()
    for part in fast:
        assert canonical(fast[part]) == canonical(slow[part])


def test_both_ways_give_the_same_xml_for_single_values() -> None:
    data = with_paragraphs(
        paragraph("{{ title }} | {{ title|upper }} | {% if number %}{{ place }}{% else %}không{% endif %}"),
        paragraph("a {{ date }}"),
    )
    template = compiled(packed(parts_of(with_header("{{ title }} và {{ issuer }}")) | {MAIN: parts_of(data)[MAIN]}))
    context = context_of(template, "nd30", title=literal(HARD)) | {"date": "một\thai\nba", "issuer": Markup("A &amp; {_{ B")}
    fast, (slow, _) = template.run(context), run_slowly(template, context)
    assert set(fast) == {"word/document.xml", "word/header1.xml"}
    for part in fast:
        assert canonical(fast[part]) == canonical(slow[part])
