"""Comments are listed with author and place wherever they stand; notes, boxes, breaks and tables put in are named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from docgen.recovery.pulling.said import Change, Kind
from tests.support.word_edits import Edit, W, build, edit, element_of, find, pull_into, run_of, text_of

SPEC = Path(__file__).parents[2] / "specs" / "nha-nuoc" / "bao-cao.yaml"
WORDS = "05 trận dông"
COMMENTS = (
    f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="41" w:author="Trần An"><w:p><w:r><w:t>Xem lại số liệu</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _with_part(data: bytes, name: str, kind: str, content: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts[f"word/{name}.xml"] = content.encode()
    links = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rNew" Type="{_RELATION}/{kind}" Target="{name}.xml"/></Relationships>'
    parts[links] = parts[links].replace(b"</Relationships>", link.encode())
    override = f'<Override PartName="/word/{name}.xml" ContentType="application/xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, held in parts.items():
            archive.writestr(one, held)
    return out.getvalue()


def _comments(change: Edit) -> list[Change]:
    data = _with_part(edit(build(SPEC), change, seed=None), "comments", "comments", COMMENTS)
    return [one for one in pull_into(SPEC, data).changes if one.kind is Kind.COMMENT]


def _reference() -> etree._Element:
    return element_of('<w:r><w:commentReference w:id="41"/></w:r>')


def _line(words: str) -> int:
    return next(n for n, line in enumerate(SPEC.read_text("utf-8").splitlines(), 1) if words in line)


@pytest.mark.parametrize("words", [WORDS, "Lúa, hoa màu"])
def test_a_comment_stands_at_the_line_of_its_words(words: str) -> None:
    (comment,) = _comments(lambda root: find(root, words).append(_reference()))
    assert str(comment.reason) == "Comment by Trần An: Xem lại số liệu"
    assert words in comment.old
    assert comment.place.line == _line(words)


def test_a_comment_in_an_empty_paragraph_stands_at_the_words_above() -> None:
    def change(root: etree._Element) -> None:
        blank = etree.Element(f"{W}p")
        blank.append(_reference())
        find(root, WORDS).addnext(blank)

    (comment,) = _comments(change)
    assert comment.place.line == _line(WORDS)


def test_a_comment_on_a_paragraph_that_a_tracked_change_takes_away_is_listed_with_its_words() -> None:
    def change(root: etree._Element) -> None:
        paragraph = find(root, WORDS)
        paragraph.append(_reference())
        for run in list(paragraph.iter(f"{W}r")):
            gone = element_of('<w:del w:id="77" w:author="An"/>')
            run.addprevious(gone)
            gone.append(run)
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"
        mark = element_of('<w:pPr><w:rPr><w:del w:id="78" w:author="An"/></w:rPr></w:pPr>')
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        properties.append(mark[0])

    (comment,) = _comments(change)
    assert WORDS in comment.old


def _append(xml: str) -> Edit:
    return lambda root: find(root, WORDS).append(element_of(xml))


def _behind(xml: str) -> Edit:
    return lambda root: find(root, WORDS).addnext(element_of(xml))


def _take_line(root: etree._Element) -> None:
    paragraph = next(p for p in root.iter(f"{W}p") if p.find(f".//{W}drawing") is not None and not text_of(p).strip())
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def _take_blank(root: etree._Element) -> None:
    cells = (cell for cell in root.iter(f"{W}tc") if len(cell) > 2)
    blank = next(p for cell in cells for p in cell.iter(f"{W}p") if len(p) == 1 and not text_of(p))
    parent = blank.getparent()
    assert parent is not None
    parent.remove(blank)


BOX = (
    '<w:r><w:pict><v:rect style="width:100pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p>'
    "</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
)
TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_append('<w:r><w:footnoteReference w:id="2"/></w:r>'), "references to notes: 0 → 1"),
        (_append(BOX), "added: text box"),
        (_append('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "signs of a symbol font: changed"),
        (_append("<w:r><w:object/></w:r>"), "a picture, a text box or an object: changed"),
        (_behind('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'), "page break added"),
        (_behind("<w:p/>"), "empty paragraph added"),
        (_behind(TABLE), "an empty table added"),
        (_take_line, "2 drawn lines or pictures without words, docgen sets 3"),
        (_take_blank, "empty paragraph removed"),
    ],
)
def test_what_is_no_text_is_named(change: Callable[[etree._Element], None], told: str) -> None:
    pulled = pull_into(SPEC, edit(build(SPEC), change))
    assert told in [str(one.reason).split("; ")[-1] for one in pulled.changes if one.kind in (Kind.FORMAT, Kind.OTHER)]
    assert not pulled.is_complete


@pytest.mark.parametrize(("setting", "told"), [("autoHyphenation", "hyphenation: no → yes"), ("mirrorMargins", "mirrored margins")])
def test_settings_of_the_document_are_named(setting: str, told: str) -> None:
    with zipfile.ZipFile(io.BytesIO(build(SPEC))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"<w:zoom", f"<w:{setting}/><w:zoom".encode())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, held in parts.items():
            archive.writestr(one, held)
    assert any(told in str(one.reason) for one in pull_into(SPEC, out.getvalue()).changes)


def test_words_put_in_with_a_look_of_their_own_are_told() -> None:
    red = run_of(" chữ đỏ")
    red.insert(0, element_of('<w:rPr><w:color w:val="FF0000"/></w:rPr>'))
    pulled = pull_into(SPEC, edit(build(SPEC), lambda root: find(root, WORDS).append(red)))
    assert [(one.kind, one.carried) for one in pulled.changes] == [(Kind.CHANGED, True), (Kind.FORMAT, False)]
    assert str(pulled.changes[1].reason) == "colour: automatic → FF0000"


def test_a_content_control_is_told_and_nothing_else_with_it() -> None:
    def fill_in(root: etree._Element) -> None:
        paragraph = find(root, WORDS)
        control = element_of("<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent/></w:sdt>")
        paragraph.addprevious(control)
        control[1].append(paragraph)

    (change,) = pull_into(SPEC, edit(build(SPEC), fill_in)).changes
    assert str(change.reason).startswith("Fields to fill in (content controls)")
    assert not change.carried


def test_the_block_in_which_a_program_keeps_what_it_made_itself_is_no_edit() -> None:
    def hold(root: etree._Element) -> None:
        paragraph = find(root, WORDS)
        block = element_of("<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent/></w:sdt>")
        paragraph.addprevious(block)
        block[1].append(paragraph)

    assert pull_into(SPEC, edit(build(SPEC), hold)).changes == ()
