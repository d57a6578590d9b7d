"""Edits that touch no word: a build must keep the file all the same, and must not take a mere saving for one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen import build

Parts = dict[str, str]
Edit = Callable[[Parts], None]
OUT = Path("build/a.docx")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, SETTINGS = "word/document.xml", "word/settings.xml"


def setting(xml: str) -> Edit:
    def edit(parts: Parts) -> None:
        parts[SETTINGS] = parts[SETTINGS].replace("<w:zoom", f"{xml}<w:zoom", 1)

    return edit


def section(xml: str) -> Edit:
    def edit(parts: Parts) -> None:
        parts[DOCUMENT] = f"{xml}</w:sectPr>".join(parts[DOCUMENT].rsplit("</w:sectPr>", 1))

    return edit


def _relate(parts: Parts, rels: str, kind: str, target: str) -> None:
    own = f'<Relationship Id="rIdOwn" Type="{kind}" Target="{target}"/></Relationships>'
    parts[rels] = parts[rels].replace("</Relationships>", own)


def named(name: str, value: str) -> Edit:
    """A custom property of the file."""

    def edit(parts: Parts) -> None:
        parts["docProps/custom.xml"] = (
            f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"><property pid="2" '
            f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" name="{name}">{value}</property></Properties>'
        )
        _relate(parts, "_rels/.rels", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml")

    return edit


def background(parts: Parts) -> None:
    setting("<w:displayBackgroundShape/>")(parts)
    parts[DOCUMENT] = parts[DOCUMENT].replace("<w:body>", '<w:background w:color="FFFF00"/><w:body>', 1)


def hidden_background(parts: Parts) -> None:
    parts[DOCUMENT] = parts[DOCUMENT].replace("<w:body>", '<w:background w:color="FFFF00"/><w:body>', 1)


def comment(parts: Parts) -> None:
    words = '<w:comment w:id="0" w:author="An"><w:p><w:r><w:t>Xem lại</w:t></w:r></w:p></w:comment>'
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{_WORD}">{words}</w:comments>'
    _relate(parts, "word/_rels/document.xml.rels", f"{_OFFICE}/relationships/comments", "comments.xml")
    parts[DOCUMENT] = '<w:r><w:commentReference w:id="0"/></w:r></w:p>'.join(parts[DOCUMENT].rsplit("</w:p>", 1))


def signature(parts: Parts) -> None:
    kind = f"{_PACKAGE}/digital-signature"
    parts |= {
        "_xmlsignatures/origin.sigs": "",
        "_xmlsignatures/sig1.xml": "<Signature/>",
        "_xmlsignatures/_rels/origin.sigs.rels": f'<Relationships xmlns="{_PACKAGE}"></Relationships>',
    }
    _relate(parts, "_xmlsignatures/_rels/origin.sigs.rels", f"{kind}/signature", "sig1.xml")
    _relate(parts, "_rels/.rels", f"{kind}/origin", "_xmlsignatures/origin.sigs")


def author(parts: Parts) -> None:
    name = next(name for name in parts if name.startswith("docProps/core"))
    parts[name] = parts[name].replace("</cp:coreProperties>", "<cp:lastModifiedBy>An</cp:lastModifiedBy></cp:coreProperties>")


EDITS: dict[str, Edit] = {
    "lines numbered": section('<w:lnNumType w:countBy="1"/>'),
    "from right to left": section("<w:bidi/>"),
    "from top to bottom": section('<w:textDirection w:val="tbRl"/>'),
    "on a grid": section('<w:docGrid w:type="lines" w:linePitch="360"/>'),
    "in columns with a line": section('<w:cols w:num="2" w:sep="1"/>'),
    "mirrored margins": setting("<w:mirrorMargins/>"),
    "a booklet": setting("<w:bookFoldPrinting/>"),
    "two pages on a sheet": setting("<w:printTwoOnOne/>"),
    "a colour behind the pages": background,
    "protected": setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'),
    "to be opened for reading": setting('<w:writeProtection w:recommended="1"/>'),
    "final": named("_MarkAsFinal", "<vt:bool>true</vt:bool>"),
    "signed": signature,
    "only a comment": comment,
}
SAVINGS: dict[str, Edit] = {
    "Word's grid and column": section('<w:cols w:space="720"/><w:docGrid w:linePitch="360"/>'),
    "LibreOffice's grid": section('<w:docGrid w:type="default" w:linePitch="100" w:charSpace="0"/>'),
    "who saved it": author,
    "another program's own property": named("KSOProductBuildVer", "<vt:lpwstr>1033</vt:lpwstr>"),
    "no longer final": named("_MarkAsFinal", "<vt:bool>false</vt:bool>"),
    "a colour that is not shown": hidden_background,
}


def _edit(change: Edit) -> bytes:
    with zipfile.ZipFile(OUT) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    before = dict(parts)
    change(parts)
    assert parts != before
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return OUT.read_bytes()


def _status() -> str:
    return next(str(outcome.status) for outcome in build(["specs"]).outcomes if Path(outcome.spec).stem == "a")


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("spec_changed", [True, False])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_that_touches_no_word_is_kept(name: str, spec_changed: bool, write: Callable[[Path, str], None]) -> None:
    build(["specs"])
    edited = _edit(EDITS[name])
    if spec_changed:
        write(Path("specs/a.yaml"), "Nội dung mới.")
    assert (_status(), OUT.read_bytes()) == ("kept", edited)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", SAVINGS)
def test_a_saving_is_no_edit(name: str, write: Callable[[Path, str], None]) -> None:
    build(["specs"])
    edited = _edit(SAVINGS[name])
    assert (_status(), OUT.read_bytes()) == ("fresh", edited)
    write(Path("specs/a.yaml"), "Nội dung mới.")
    assert _status() == "written"
