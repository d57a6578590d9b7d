"""Any look that somebody sets in Word is told; saving, and typing words, tell none."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from docgen.converting.libreoffice import find_libreoffice
from docgen.ooxml.content import Paragraph
from docgen.ooxml.opening import open_package
from docgen.ooxml.reading_stories import read_story
from docgen.recovery.pulling.said import Kind
from tests.recovery.redlines import compared
from tests.support.word_edits import W, build, edit, edit_by_chance, element_of, properties_of, pull_into, text_of

SPECS = Path(__file__).parents[2] / "specs"
NAMES = (
    *("nha-nuoc/bao-cao", "nha-nuoc/ke-hoach-hanh-dong", "nha-nuoc/quyet-dinh-thanh-lap", "nha-nuoc/cong-van-han-muc"),
    *("dang/ke-hoach-hoi-nghi", "dang/nghi-quyet", "dang/quyet-dinh"),
)
#: values that docgen sets nowhere, so that they always are another look
PARAGRAPH = (
    '<w:outlineLvl w:val="7"/>',
    '<w:shd w:val="clear" w:color="auto" w:fill="FFCC00"/>',
    '<w:pBdr><w:left w:val="single" w:sz="12" w:space="4" w:color="FF0000"/></w:pBdr>',
    '<w:ind w:left="1111" w:right="333"/>',
    '<w:spacing w:before="777" w:after="555" w:line="500" w:lineRule="exact"/>',
    '<w:jc w:val="distribute"/>',
    '<w:framePr w:w="3000" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:y="1"/>',
    '<w:textDirection w:val="tbRl"/>',
    '<w:textAlignment w:val="top"/>',
    "<w:bidi/>",
    "<w:pageBreakBefore/>",
)
SWITCHES = ("keepNext", "keepLines")
LETTERS = (
    "<w:caps/>",
    "<w:smallCaps/>",
    "<w:rtl/>",
    '<w:w w:val="66"/>',
    '<w:kern w:val="44"/>',
    '<w:position w:val="8"/>',
    '<w:bdr w:val="single" w:sz="8" w:space="0"/>',
    '<w:em w:val="dot"/>',
    '<w:highlight w:val="cyan"/>',
    "<w:strike/>",
    "<w:dstrike/>",
    '<w:effect w:val="shimmer"/>',
    '<w:color w:val="123456"/>',
    '<w:u w:val="wave"/>',
    '<w:sz w:val="39"/>',
    '<w:spacing w:val="33"/>',
    '<w:vertAlign w:val="subscript"/>',
    '<w:shd w:val="clear" w:fill="00FF00"/>',
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>',
    "<w:emboss/>",
)
CELLS = (
    '<w:shd w:val="clear" w:fill="EEEEEE"/>',
    '<w:tcBorders><w:bottom w:val="double" w:sz="12" w:color="0000FF"/></w:tcBorders>',
    '<w:vAlign w:val="bottom"/>',
    '<w:textDirection w:val="btLr"/>',
    "<w:noWrap/>",
)
ROWS = ('<w:trHeight w:val="1999" w:hRule="exact"/>',)
TABLES = ('<w:jc w:val="right"/>', '<w:tblInd w:w="777" w:type="dxa"/>', '<w:tblpPr w:tblpX="99" w:tblpY="99"/>')
PAGES = (
    '<w:cols w:num="3" w:space="300"/>',
    '<w:pgBorders><w:top w:val="single" w:sz="24" w:space="4"/></w:pgBorders>',
    '<w:vAlign w:val="center"/>',
    '<w:pgNumType w:fmt="upperRoman" w:start="9"/>',
)
RARE_PAGES = (
    '<w:lnNumType w:countBy="5"/>',
    '<w:docGrid w:type="lines" w:linePitch="500"/>',
    '<w:textDirection w:val="tbRl"/>',
)
Change = Callable[[etree._Element, random.Random], None]


@cache
def _built(name: str) -> bytes:
    return build(SPECS / f"{name}.yaml")


def _set(holder: etree._Element, name: str, xml: str) -> None:
    """Put a property into the list ``name`` of ``holder`` for the one that stands there."""
    properties = properties_of(holder, name)
    one = element_of(xml)
    for old in properties.findall(one.tag):
        properties.remove(old)
    properties.append(one)


def _in_body(root: etree._Element) -> list[etree._Element]:
    return [p for p in root.iter(f"{W}p") if text_of(p).strip()]


def _set_paragraph(xml: str) -> Change:
    return lambda root, rng: _set(rng.choice(_in_body(root)), "pPr", xml)


def _set_letters(xml: str) -> Change:
    def change(root: etree._Element, rng: random.Random) -> None:
        runs = [r for r in rng.choice(_in_body(root)).iter(f"{W}r") if any((t.text or "").strip() for t in r.iter(f"{W}t"))]
        _set(rng.choice(runs), "rPr", xml)

    return change


def _set_one(tag: str, name: str, xml: str) -> Change:
    def change(root: etree._Element, rng: random.Random) -> None:
        _set(rng.choice([*root.iter(f"{W}{tag}")]), name, xml)

    return change


def _set_page(xml: str) -> Change:
    def change(root: etree._Element, rng: random.Random) -> None:
        section = rng.choice([*root.iter(f"{W}sectPr")])
        one = element_of(xml)
        for old in section.findall(one.tag):
            section.remove(old)
        section.append(one)

    return change


CHANGES = (
    *(_set_paragraph(xml) for xml in PARAGRAPH),
    *(_set_letters(xml) for xml in LETTERS),
    *(_set_one("tc", "tcPr", xml) for xml in CELLS),
    *(_set_one("tr", "trPr", xml) for xml in ROWS),
    *(_set_one("tbl", "tblPr", xml) for xml in TABLES),
)
PAGE_CHANGES = tuple(_set_page(xml) for xml in PAGES)
RARE_CHANGES = tuple(_set_page(xml) for xml in RARE_PAGES)
_RAW = re.compile(r"\bw:\w")


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.sampled_from((*CHANGES, *PAGE_CHANGES)), st.integers(0, 10**6))
def test_any_look_is_told_and_left_alone(name: str, change: Change, seed: int) -> None:
    # Word writes columns and grid of a page anew when it saves, so that two of them would stand there
    saved = None if change in PAGE_CHANGES else seed
    data = edit(_built(name), lambda root: change(root, random.Random(seed)), seed=saved)
    pulled = pull_into(SPECS / f"{name}.yaml", data)
    assert not pulled.is_complete
    assert {one.kind for one in pulled.changes} <= {Kind.FORMAT, Kind.OTHER}
    assert not any(_RAW.search(str(one.reason)) for one in pulled.changes)
    assert compared(_built(name), data).differences


@pytest.mark.parametrize("change", RARE_CHANGES)
@pytest.mark.parametrize("name", NAMES)
def test_rare_settings_of_pages_are_differences(name: str, change: Change) -> None:
    data = edit(_built(name), lambda root: change(root, random.Random(1)), seed=None)
    assert compared(_built(name), data).differences


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.sampled_from(SWITCHES), st.booleans(), st.integers(0, 10**6))
def test_a_switch_is_told_if_it_was_turned(name: str, switch: str, on: bool, seed: int) -> None:
    data = edit(_built(name), lambda root: _set_paragraph(f'<w:{switch} w:val="{int(on)}"/>')(root, random.Random(seed)), seed=None)
    at = _at(_built(name), seed)
    field = {"keepNext": "keep_next", "keepLines": "keep_lines"}[switch]
    was = getattr(_paragraphs(_built(name))[at].format, field)
    assert pull_into(SPECS / f"{name}.yaml", data).is_complete == (was == on)


def _paragraphs(data: bytes) -> list[Paragraph]:
    return [p for p in read_story(open_package(data)).paragraphs if p.text.strip()]


def _at(data: bytes, seed: int) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = _in_body(etree.fromstring(archive.read("word/document.xml")))
    return held.index(random.Random(seed).choice(held))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(NAMES), st.integers(0, 10**6))
def test_words_that_are_typed_tell_no_look(name: str, seed: int) -> None:
    data = edit(_built(name), lambda root: void(edit_by_chance(root, random.Random(seed), 0)), seed=seed)
    changes = pull_into(SPECS / f"{name}.yaml", data).changes
    assert [str(one.reason) for one in changes if one.kind in (Kind.FORMAT, Kind.OTHER)] == []


def void(_: object) -> None:
    """Nothing, of something."""


def _saved_in_libreoffice(folder: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    office = find_libreoffice()
    assert office is not None
    paths = []
    for name, data in files.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office.path), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=240)
    return {name: (folder / "out" / f"{name}.docx").read_bytes() for name in files}


@pytest.mark.office
@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not installed")
def test_saving_in_libreoffice_tells_no_look(tmp_path: Path) -> None:
    plain = {Path(name).name: name for name in NAMES}
    typed = {
        f"{own}-sua": edit(_built(name), lambda root: void(edit_by_chance(root, random.Random(5), 0)), seed=None)
        for own, name in plain.items()
    }
    saved = _saved_in_libreoffice(tmp_path, {own: _built(name) for own, name in plain.items()} | typed)
    for own, name in plain.items():
        assert pull_into(SPECS / f"{name}.yaml", saved[own]).changes == ()
        assert [str(one.what) for one in compared(_built(name), saved[own]).differences] == []
        changes = pull_into(SPECS / f"{name}.yaml", saved[f"{own}-sua"]).changes
        assert [str(one.reason) for one in changes if one.kind in (Kind.FORMAT, Kind.OTHER)] == []


def test_every_sort_of_look_is_tried() -> None:
    with zipfile.ZipFile(io.BytesIO(_built(NAMES[0]))) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    assert all(next(root.iter(f"{W}{tag}"), None) is not None for tag in ("tc", "tr", "tbl", "sectPr"))
