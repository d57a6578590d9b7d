"""What ``lint_template`` says of a template's page and styles."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.problems import Level, Problem
from docgen.standards import load_standard
from docgen.templating import lint_template, make_template
from tests.templating.kit import changed, paragraph, parts_of, with_paragraphs

STYLES = "word/styles.xml"
ABSTRACT = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="abstract"><w:name w:val="Trích yếu"/><w:basedOn w:val="Normal"/>'
)


def lint(data: bytes, folder: Path, standard: str = "nd30") -> list[Problem]:
    path = folder / "mau.docx"
    path.write_bytes(data)
    problems = lint_template(path, load_standard(standard))
    assert all(p.place and p.place.path == str(path) and p.remedy for p in problems)
    return problems


@pytest.mark.parametrize("standard", ["nd30", "hd05", "hd36"])
def test_a_template_made_from_the_rules_is_clean(standard: str, tmp_path: Path) -> None:
    assert lint(make_template(load_standard(standard)), tmp_path, standard) == []


@pytest.mark.parametrize(("twips", "clean"), [(1134, True), (1417, True), (1417 + 20, False), (1134 - 20, False)])
def test_margins_are_measured_against_their_bounds(twips: int, clean: bool, tmp_path: Path) -> None:
    """The decree allows 20 to 25 mm at the top: 1134 to 1417 twips."""
    problems = lint(changed(('w:top="1134"', f'w:top="{twips}"')), tmp_path)
    assert [p.level for p in problems] == ([] if clean else [Level.ERROR])
    if not clean:
        said = str(problems[0].what)
        assert "top margin" in said
        assert "20–25 mm" in said
        assert "PL I, P.I, I.3" in said


RIGHT = {"jc": '<w:jc w:val="center"/>', "b": "<w:b/>", "i": "", "sz": '<w:sz w:val="28"/>', "rFonts": "", "color": ""}


def with_abstract(based: bool, **properties: str) -> bytes:
    """The template with another style for trích yếu, whose properties stand in it or in the style it is based on."""
    own = RIGHT | properties
    look = (
        f"<w:pPr>{own.pop('jc')}</w:pPr><w:rPr>{''.join(own[k] for k in ('rFonts', 'b', 'i', 'color', 'sz'))}</w:rPr></w:style>"
    )
    style = ABSTRACT + look
    if based:
        middle = '<w:style w:type="paragraph" w:styleId="mid"><w:name w:val="giữa"/><w:basedOn w:val="Normal"/>'
        style = middle + look + ABSTRACT.replace('"Normal"', '"mid"') + "</w:style>"
    old = ABSTRACT.replace("Trích yếu", "cũ").replace('"abstract"', '"old"')
    return changed((ABSTRACT, style + old), part=STYLES)


@pytest.mark.parametrize("based", [False, True])
@pytest.mark.parametrize(
    ("name", "xml", "found", "allowed"),
    [
        ("sz", '<w:sz w:val="30"/>', "size is 15 pt", "13–14 pt"),
        ("b", '<w:b w:val="0"/>', "bold is no", "yes"),
        ("i", "<w:i/>", "italic is yes", "no"),
        ("rFonts", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "font is Arial", "Times New Roman"),
        ("rFonts", '<w:rFonts w:asciiTheme="minorHAnsi"/>', "", ""),
        ("color", '<w:color w:val="ff0000"/>', "colour is FF0000", "000000"),
        ("color", '<w:color w:val="auto"/>', "", ""),
        ("jc", '<w:jc w:val="right"/>', "alignment is right", "center"),
    ],
)
def test_a_style_is_read_through_what_it_is_based_on(
    name: str, xml: str, found: str, allowed: str, based: bool, tmp_path: Path
) -> None:
    """Trích yếu: size 13–14, bold, upright, centred, Times New Roman, black (PL I, P.I, II.5.b; I.4)."""
    said = [str(p.what) for p in lint(with_abstract(based, **{name: xml}), tmp_path)]
    if not found:
        assert said == []
        return
    assert len(said) == 1, said
    assert f"the style “Trích yếu”: {found};" in said[0]
    assert said[0].endswith(f"says {allowed}")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('w:before="120"', 'w:before="60"', "space before is 3 pt"),
        ('w:firstLine="720"', 'w:firstLine="300"', "first line indent is 5.3 mm"),
        ('w:line="264" w:lineRule="auto"', 'w:line="480" w:lineRule="auto"', "line spacing is 2 lines"),
    ],
)
def test_distances_of_the_body_are_measured(old: str, new: str, found: str, tmp_path: Path) -> None:
    """Body: at least 6 pt before, first line 10 or 12.7 mm, 1 to 1.5 lines (PL I, P.I, II.6.e)."""
    xml = parts_of(make_template(load_standard("nd30")))[STYLES].decode()
    body = xml[xml.index('w:styleId="body"') :].partition("</w:style>")[0]
    assert old in body
    said = [str(p.what) for p in lint(changed((body, body.replace(old, new)), part=STYLES), tmp_path)]
    assert any(found in one for one in said), said


def test_our_own_choices_are_notes_and_custom_is_a_warning(tmp_path: Path) -> None:
    xml = parts_of(make_template(load_standard("nd30")))[STYLES].decode()
    table = xml[xml.index('w:styleId="table_title"') :].partition("</w:style>")[0]
    problems = lint(changed((table, table.replace('w:val="center"', 'w:val="left"')), part=STYLES), tmp_path)
    assert [p.level for p in problems] == [Level.NOTE]
    # who decides stands in the middle by custom in the Party's decisions: the guidance does not say so
    party = parts_of(make_template(load_standard("hd05")))[STYLES].decode()
    authority = party[party.index('w:styleId="authority"') :].partition("</w:style>")[0]
    left = authority, authority.replace('w:val="center"', 'w:val="left"')
    problems = lint(changed(left, part=STYLES, standard="hd05"), tmp_path, "hd05")
    assert [p.level for p in problems] == [Level.WARNING]


def test_what_makes_it_no_template_is_told_alone(tmp_path: Path) -> None:
    problems = lint(with_paragraphs(paragraph("{{ nothing }}")), tmp_path)
    assert [p.code for p in problems] == ["template-name"]
    assert [p.code for p in lint(b"words", tmp_path)] == ["package-not-docx"]
