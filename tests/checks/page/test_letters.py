"""Fonts, colours, the coding of letters, sizes that go together."""

from __future__ import annotations

import re
import unicodedata

import pytest

from docgen.reading.repairs import Compose, SetRuns
from tests.checks.making import (
    form_codes,
    found_by,
    layout_of,
    made_from,
    spoilt,
    spoilt_paragraph,
    with_run_property,
)

STATE, PARTY = "nha-nuoc/ke-hoach-hanh-dong", "dang/ke-hoach-hoi-nghi"


def body(spec: str) -> str:
    """Some words of a paragraph of the text."""
    return layout_of(made_from(spec)).get("body")[1].text[:40]


def in_font(spec: str, font: str) -> bytes:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'

    def change(xml: str) -> str:
        return with_run_property(xml, "noProof", None).replace("<w:noProof/>", fonts)

    return spoilt_paragraph(made_from(spec), body(spec), change)


@pytest.mark.parametrize("spec", [STATE, PARTY])
@pytest.mark.parametrize("font", ["Arial", "Calibri", "Wingdings", "Segoe UI Symbol"])
def test_letters_in_another_font(spec: str, font: str) -> None:
    data = in_font(spec, font)
    assert form_codes(data) == ["TT104"]
    (found,) = found_by(data, "TT104")
    assert (found.finding.expected, found.finding.actual, found.level) == ("Times New Roman", font, "error")
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert spot.paragraph.text.startswith(body(spec))
    assert all(isinstance(r, SetRuns) and r.value == "Times New Roman" for r in found.finding.repairs)


@pytest.mark.parametrize(
    "font",
    ["Times New Roman Bold", "TimesNewRomanPSMT", "Time New Roman", "Times New Roman;Bookman Old Style", "times new roman"],
)
def test_other_names_of_the_same_font(font: str) -> None:
    assert found_by(in_font(STATE, font), "TT104") == []


def test_a_font_set_in_a_style_is_seen() -> None:
    arial = r'\1w:ascii="Arial" w:hAnsi="Arial"/>'
    data = spoilt(made_from(STATE), r"(<w:docDefaults>.*?<w:rFonts )[^>]*/>", arial, "word/styles.xml")
    (found,) = found_by(data, "TT104")
    assert found.finding.actual == "Arial"


@pytest.mark.parametrize("sign", ["–", "•", " ", "…"])
def test_signs_may_come_from_another_font(sign: str) -> None:
    run = f'<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Arial"/></w:rPr><w:t xml:space="preserve">{sign}</w:t></w:r></w:p>'
    data = spoilt_paragraph(made_from(STATE), body(STATE), lambda xml: xml.replace("</w:p>", run))
    assert found_by(data, "TT104") == []


def test_letters_of_old_code_tables_are_their_own_fault() -> None:
    """“Hµ Néi” in .VnTime prints “Hà Nội”."""
    run = '<w:r><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr><w:t>Hµ Néi</w:t></w:r></w:p>'
    data = spoilt_paragraph(made_from(STATE), body(STATE), lambda xml: xml.replace("</w:p>", run))
    assert found_by(data, "TT104") == []
    (found,) = found_by(data, "TT107")
    assert found.finding.actual == ".VnTime"
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert spot.paragraph.text[spot.start : spot.end] == "Hà Nội"


def test_an_old_font_on_plain_letters_is_only_a_wrong_font() -> None:
    run = '<w:r><w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr><w:t>10 km</w:t></w:r></w:p>'
    data = spoilt_paragraph(made_from(STATE), body(STATE), lambda xml: xml.replace("</w:p>", run))
    assert found_by(data, "TT107") == []
    assert [one.finding.actual for one in found_by(data, "TT104")] == ["VNI-Times"]


def coloured(color: str, words: str | None = None) -> bytes:
    return spoilt_paragraph(made_from(STATE), words or body(STATE), lambda xml: with_run_property(xml, "color", color))


@pytest.mark.parametrize("color", ["FF0000", "0070C0", "FFFFFF", "404040"])
def test_letters_that_are_not_black(color: str) -> None:
    data = coloured(color)
    assert form_codes(data) == ["TT105"]
    (found,) = found_by(data, "TT105")
    assert found.finding.actual == f"#{color}"
    assert {r.value for r in found.finding.repairs} == {"000000"}  # type: ignore[union-attr]


@pytest.mark.parametrize("color", ["000000", "auto", "0D0D0D"])
def test_black_and_what_nobody_can_tell_from_it(color: str) -> None:
    assert form_codes(coloured(color)) == []


def test_a_link_may_be_blue() -> None:
    def link(xml: str) -> str:
        run = with_run_property("<w:r><w:t>congbao.chinhphu.vn</w:t></w:r>", "color", "0000FF")
        return xml.replace("</w:p>", f'<w:hyperlink w:anchor="x">{run}</w:hyperlink></w:p>')

    assert found_by(spoilt_paragraph(made_from(STATE), body(STATE), link), "TT105") == []


def test_letters_stored_in_pieces_are_told_once() -> None:
    data = spoilt(made_from(STATE), r"(<w:t[^>]*>)([^<]*)", lambda m: m[1] + unicodedata.normalize("NFD", m[2]), count=0)
    assert form_codes(data) == ["TT106"]
    (found,) = found_by(data, "TT106")
    assert found.level == "warning"
    assert all(isinstance(repair, Compose) for repair in found.finding.repairs)
    assert len(found.finding.repairs) > 20


def test_the_first_letter_in_pieces_is_pointed_at() -> None:
    def decompose(xml: str) -> str:
        return xml.replace("ướ", unicodedata.normalize("NFD", "ướ"), 1)

    words = next(p.text for p in layout_of(made_from(STATE)).get("body") if "ướ" in p.text)
    data = spoilt_paragraph(made_from(STATE), words[:40], decompose)
    (found,) = found_by(data, "TT106")
    spot = found.finding.spot
    assert spot.paragraph is not None
    assert spot.start == spot.paragraph.text.index("ướ")


def head_sizes(motto: int, slogan: int, place_date: int) -> bytes:
    data = made_from(STATE)
    for component, points in (("motto", motto), ("slogan", slogan), ("place_date", place_date)):
        words = layout_of(data).get(component)[0].text
        data = spoilt_paragraph(data, words, lambda xml, points=points: with_run_property(xml, "sz", str(2 * points)))  # type: ignore[misc]
    return data


@pytest.mark.parametrize("sizes", [(12, 13, 14), (12, 14, 14), (13, 13, 13), (13, 14, 13)])
def test_sizes_of_the_head_that_do_not_go_together(sizes: tuple[int, int, int]) -> None:
    (found,) = found_by(head_sizes(*sizes), "TT108")
    assert found.level == "warning"
    assert found.finding.expected == "12–13–13 / 13–14–14"
    assert found.finding.actual == "–".join(map(str, sizes))


@pytest.mark.parametrize("sizes", [(12, 13, 13), (13, 14, 14)])
def test_the_sets_of_the_footnote(sizes: tuple[int, int, int]) -> None:
    assert found_by(head_sizes(*sizes), "TT108") == []


def test_the_repair_leads_to_the_nearest_set() -> None:
    (found,) = found_by(head_sizes(12, 13, 14), "TT108")
    assert [(r.value, re.sub(r"\W.*", "", r.paragraph.text)) for r in found.finding.repairs] == [(13.0, "An")]  # type: ignore[union-attr]


def test_a_size_that_is_wrong_by_itself_has_its_own_rule() -> None:
    assert found_by(head_sizes(11, 14, 14), "TT108") == []
    (found,) = found_by(head_sizes(11, 14, 14), "DD201")
    assert {r.value for r in found.finding.repairs} == {13.0}  # type: ignore[union-attr]
