"""Which files may be templates. Whatever else is given ends in one kind of error, with a place and a way out."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest

from docgen.problems import DocgenError
from docgen.rendering import render
from docgen.standards import load_standard
from docgen.templating import load_template, make_template
from tests.support.documents import sample
from tests.support.reading import paragraphs_in
from tests.templating.kit import (
    OFFICE,
    RELS,
    TYPES,
    changed,
    compiled,
    packed,
    paragraph,
    parts_of,
    refused,
    refused_template,
    with_header,
    with_paragraphs,
)

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def shipped() -> bytes:
    return make_template(load_standard("nd30"))


@pytest.mark.parametrize("data", [b"", b"just words", b"%PDF-1.7", ENCRYPTED, shipped()[:500], packed({"a.xml": b"<a/>"})])
def test_what_is_no_word_file_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "Mẫu của cơ quan.docx"
    path.write_bytes(data)
    problem = refused(lambda: load_template(load_standard("nd30"), path))[0]
    assert problem.place is not None
    assert problem.place.path.endswith("Mẫu của cơ quan.docx")


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert refused(lambda: load_template(load_standard("nd30"), tmp_path))[0].code == "package-is-folder"
    assert refused(lambda: load_template(load_standard("nd30"), tmp_path / "không có.docx"))[0].code == "package-not-found"


@pytest.mark.parametrize("part", sorted(parts_of(shipped())))
def test_an_xml_bomb_is_refused_in_every_part(part: str) -> None:
    assert "package-unsafe-xml" in {p.code for p in refused_template(packed(parts_of(shipped()) | {part: BOMB}))}


@pytest.mark.parametrize("part", ["customXml/item1.xml", "word/never-heard-of.xml"])
def test_an_xml_bomb_is_refused_in_a_part_that_nobody_reads(part: str) -> None:
    assert "package-unsafe-xml" in {p.code for p in refused_template(packed(parts_of(shipped()) | {part: BOMB}))}


@pytest.mark.parametrize(
    "more",
    [
        "<w:p/>" * 200_000,
        "<w:p " + " ".join(f'w:a{i}="1"' for i in range(50_000)) + "/>",
        paragraph("x" * 1_000_000),
        "<w:p>" * 5_000 + "</w:p>" * 5_000,
    ],
)
def test_a_template_of_unusual_size_or_depth_is_refused(more: str) -> None:
    assert {p.code for p in refused_template(with_paragraphs(more))} <= {"template-size", "package-bad-xml", "package-too-deep"}


@pytest.mark.parametrize(
    "more", ["<w:p>" * 60 + paragraph("{{ title }}") + "</w:p>" * 60, "<w:tbl><w:tr><w:tc>" * 40 + "</w:tc></w:tr></w:tbl>" * 40]
)
def test_depth_that_xml_allows_is_no_exception(more: str) -> None:
    render(sample(), load_standard("nd30"), template=compiled(with_paragraphs(more)))


def test_a_file_with_macros_is_refused_however_it_is_called() -> None:
    problem = refused_template(changed((MAIN_TYPE, MACRO_TYPE), part=TYPES))[0]
    assert problem.code == "template-macros"
    assert "save it as" in str(problem.remedy)
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    link = f'<Relationship Id="rId77" Type="{kind}" Target="vbaProject.bin"/>'
    hidden = parts_of(changed(("</Relationships>", link + "</Relationships>"), part=RELS)) | {"word/vbaProject.bin": b"x"}
    assert refused_template(packed(hidden))[0].code == "template-macros"


def test_a_word_template_makes_documents() -> None:
    made = render(sample(), load_standard("nd30"), template=compiled(changed((MAIN_TYPE, TEMPLATE_TYPE), part=TYPES)))
    types = parts_of(made)[TYPES].decode()
    assert MAIN_TYPE in types
    assert TEMPLATE_TYPE not in types
    assert made == render(sample(), load_standard("nd30"), template=compiled(shipped()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MAIN_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
        (MAIN_TYPE, MAIN_TYPE.replace("document.main", "header")),
    ],
)
def test_a_package_whose_main_part_is_no_document_is_refused(old: str, new: str) -> None:
    assert refused_template(changed((old, new), part=TYPES))[0].code in ("package-not-word", "template-form")


def test_another_root_than_a_document_is_refused() -> None:
    xml = parts_of(shipped())["word/document.xml"]
    for root in (
        xml.replace(b"w:document", b"w:hdr"),
        xml.replace(b"xmlns:w=", b"xmlns:x=").replace(b"w:", b"x:"),
        xml.replace(b'main"', b'mein"', 1),
    ):
        assert refused_template(packed(parts_of(shipped()) | {"word/document.xml": root}))[0].code == "template-form"


def test_what_is_fetched_from_outside_is_refused_and_hyperlinks_are_not() -> None:
    outside = f'<Relationship Id="rId88" Type="{OFFICE}/{{}}" Target="https://example.org/a.png" TargetMode="External"/>'
    outside += "</Relationships>"
    problem = refused_template(changed(("</Relationships>", outside.format("image")), part=RELS))[0]
    assert problem.code == "template-link"
    assert "https://example.org/a.png" in str(problem.what)
    compiled(changed(("</Relationships>", outside.format("hyperlink")), part=RELS))


def test_the_path_of_another_template_does_not_go_into_documents() -> None:
    parts = parts_of(shipped())
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(
        b"<w:zoom", f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rId1"/><w:zoom'.encode()
    )
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/attachedTemplate" Target="file:///C:/Users/lan/mau.dotm" TargetMode="External"/></Relationships>'
    ).encode()
    made = parts_of(render(sample(), load_standard("nd30"), template=compiled(packed(parts))))
    assert not any(b"lan/mau" in data or b"attachedTemplate" in data for data in made.values())


@pytest.mark.parametrize("kind", ["footnotes", "endnotes", "comments"])
def test_tags_where_they_are_not_read_are_refused(kind: str) -> None:
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{kind}.xml"/></Relationships>'
    parts = parts_of(changed(("</Relationships>", link), part=RELS))
    note = paragraph("{{ title }}")
    parts[f"word/{kind}.xml"] = (
        f'<w:{kind} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{note}</w:{kind}>'.encode()
    )
    problem = refused_template(packed(parts))[0]
    assert problem.code == "template-tag-place"
    assert f"of the {kind}" in str(problem.what)


@pytest.mark.parametrize(
    "page",
    [
        "",
        '<w:pgSz w:w="abc" w:h="1"/>',
        '<w:pgSz w:w="1e999" w:h="1"/>',
        '<w:pgSz w:w="99999999999" w:h="1"/>',
        '<w:pgSz w:w="1200"/>',
    ],
)
def test_a_page_that_cannot_hold_a_document_is_refused(page: str) -> None:
    xml = parts_of(shipped())["word/document.xml"].decode()
    size = re.search(r"<w:pgSz[^>]*>", xml)
    assert size is not None
    assert [p.code for p in refused_template(changed((size.group(), page)))] == ["template-page"]


def test_missing_styles_are_all_named_by_what_word_shows() -> None:
    label = load_standard("nd30").components["abstract"].label
    data = changed(
        (f'w:val="{label}"', 'w:val="Khác"'), ('<w:name w:val="Bảng"/>', '<w:name w:val="Bang"/>'), part="word/styles.xml"
    )
    assert [str(p.what) for p in refused_template(data)] == [
        f"the template has no style called “{name}”" for name in (label, "Bảng")
    ]


def test_a_style_of_another_kind_does_not_count() -> None:
    data = changed(
        (
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="abstract">',
            '<w:style w:type="character" w:styleId="abstract">',
        ),
        part="word/styles.xml",
    )
    assert refused_template(data)[0].code == "template-style"


@pytest.mark.parametrize("way", ["fast", "slow"])
def test_headers_print_single_values_on_both_ways(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_header("{{ issuer }}; {{ number }}")
    if way == "slow":
        data = packed(
            parts_of(data)
            | {"word/document.xml": parts_of(with_paragraphs(paragraph("{{r rich(title) }}")))["word/document.xml"]}
        )
    template = compiled(data)
    assert template.slow == (way == "slow")
    made = render(sample(), load_standard("nd30"), template=template)
    assert "SỞ TÀI CHÍNH; Số: 07/KH-STC".replace("Số: ", "") in re.sub(r"Số: ?", "", parts_of(made)["word/header1.xml"].decode())
    assert paragraphs_in(made)


def test_no_change_of_one_byte_leads_to_another_exception() -> None:
    """Every part with one byte turned, at many places: either a template or a ``DocgenError``."""
    parts = parts_of(shipped())
    for name, data in parts.items():
        for at in range(0, len(data), max(1, len(data) // 12)):
            turned = data[:at] + bytes([data[at] ^ 0x11]) + data[at + 1 :]
            with suppress(DocgenError):
                render(sample(), load_standard("nd30"), template=compiled(packed(parts | {name: turned})))
