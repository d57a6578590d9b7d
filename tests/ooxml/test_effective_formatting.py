"""Which layer wins, property by property."""

from __future__ import annotations

import pytest

from docgen.ooxml.content import Layer, LayerKind, RunFormat
from tests.ooxml.wordml import first, p, r, story, style, styles, theme

TNR = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


def fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/>'


def look(body: str, **parts: str) -> RunFormat:
    return first(body, **parts).runs[0].format


def test_without_styles_word_sets_ten_points_left() -> None:
    paragraph = first(p("chữ"))
    letters = paragraph.runs[0].format
    assert (letters.font, letters.size, letters.bold, letters.underline, letters.color) == (
        "Times New Roman",
        10,
        False,
        "none",
        "auto",
    )
    assert (paragraph.format.align, paragraph.format.left, paragraph.format.line, paragraph.format.line_rule) == (
        "left",
        0,
        240,
        "auto",
    )
    assert letters.layers["size"] == Layer(LayerKind.BUILT_IN)
    assert paragraph.format.widow_control


def test_a_paragraph_without_style_has_the_default_style() -> None:
    letters = look(p("chữ"), styles=styles(style("Normal", rpr=size(28)), rpr=size(22)))
    assert letters.size == 14
    assert letters.layers["size"] == Layer(LayerKind.PARAGRAPH_STYLE, "Normal")


def test_each_layer_beats_the_one_below() -> None:
    sheet = styles(
        style("Normal", rpr=size(24)),
        style("Body", based="Normal", rpr=fonts("Arial")),
        style("Deep", based="Body", rpr=size(26)),
        style("Strong", "character", rpr=size(30)),
        rpr=size(20) + fonts("Calibri"),
    )
    deep = '<w:pStyle w:val="Deep"/>'
    assert look(p("a", deep), styles=sheet).size == 13
    assert look(p("a", deep), styles=sheet).font == "Arial"
    assert look(p("a", deep), styles=sheet).layers["font"] == Layer(LayerKind.PARAGRAPH_STYLE, "Body")
    strong = look(p(r("a", '<w:rStyle w:val="Strong"/>'), deep), styles=sheet)
    assert (strong.size, strong.layers["size"]) == (15, Layer(LayerKind.CHARACTER_STYLE, "Strong"))
    direct = look(p(r("a", '<w:rStyle w:val="Strong"/>' + size(21)), deep), styles=sheet)
    assert (direct.size, direct.layers["size"]) == (10.5, Layer(LayerKind.DIRECT))


@pytest.mark.parametrize("name", ["NoSuch", "Strong"])
def test_a_reference_to_no_paragraph_style_is_one_to_the_default(name: str) -> None:
    sheet = styles(style("Normal", rpr=size(28)), style("Strong", "character", rpr=size(30)))
    paragraph = first(p("a", f'<w:pStyle w:val="{name}"/>'), styles=sheet)
    assert paragraph.format.style == "Normal"
    assert paragraph.runs[0].format.size == 14


BOLD, NOT_BOLD = "<w:b/>", '<w:b w:val="0"/>'


@pytest.mark.parametrize(
    ("defaults", "paragraph", "character", "direct", "bold"),
    [
        ("", BOLD, "", "", True),
        ("", BOLD, BOLD, "", False),
        ("", BOLD, NOT_BOLD, "", True),
        ("", BOLD, BOLD, BOLD, True),
        ("", BOLD, "", NOT_BOLD, False),
        (BOLD, "", "", "", True),
        (BOLD, BOLD, "", "", True),
        (BOLD, NOT_BOLD, "", "", False),
        (BOLD, NOT_BOLD, NOT_BOLD, "", True),
    ],
)
def test_style_levels_flip_bold_and_direct_is_absolute(
    defaults: str, paragraph: str, character: str, direct: str, bold: bool
) -> None:
    sheet = styles(style("Normal", rpr=paragraph), style("C", "character", rpr=character), rpr=defaults)
    assert look(p(r("a", f'<w:rStyle w:val="C"/>{direct}')), styles=sheet).bold is bold


def test_a_style_and_the_one_it_is_based_on_are_one_level() -> None:
    sheet = styles(style("Normal", rpr=BOLD), style("Child", based="Normal", rpr=BOLD))
    assert look(p("a", '<w:pStyle w:val="Child"/>'), styles=sheet).bold


def test_theme_fonts_come_from_the_theme_and_outdo_names_beside_them() -> None:
    bound = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="majorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    letters = look(p(r("a", bound)), theme=theme())
    assert (letters.font, letters.high_font) == ("Cambria", "Calibri")


def test_a_name_in_a_stronger_layer_outdoes_a_theme_font_below() -> None:
    sheet = styles(style("Normal", rpr=fonts("Arial")), rpr='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert look(p("a"), styles=sheet, theme=theme()).font == "Arial"
    plain = styles(style("Normal"), rpr='<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    assert look(p("a"), styles=plain, theme=theme()).font == "Calibri"


def test_without_a_theme_the_name_beside_it_counts() -> None:
    assert look(p(r("a", '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi"/>'))).font == "Arial"


def test_letters_above_ascii_have_their_own_font() -> None:
    letters = look(p(r("ế", '<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma" w:cs="Verdana"/>')))
    assert (letters.font, letters.high_font) == ("Arial", "Tahoma")


def test_the_smaller_properties_of_letters() -> None:
    letters = look(
        p(
            r(
                "a",
                '<w:caps/><w:smallCaps/><w:dstrike/><w:color w:val="ff0000"/><w:spacing w:val="-6"/><w:position w:val="5"/>'
                '<w:highlight w:val="yellow"/><w:u w:val="double"/><w:shd w:val="clear" w:fill="eeeeee"/>'
                '<w:vertAlign w:val="superscript"/>',
            )
        )
    )
    assert (letters.caps, letters.small_caps, letters.strike) == (True, True, True)
    assert (letters.color, letters.shading, letters.highlight) == ("FF0000", "EEEEEE", "yellow")
    assert (letters.spacing, letters.position, letters.vertical, letters.underline) == (-0.3, 2.5, "superscript", "double")


def test_a_theme_colour_without_a_written_one_is_looked_up() -> None:
    body = p(r("a", '<w:color w:val="auto" w:themeColor="accent1"/>'))
    assert look(body, theme=theme()).color == "4F81BD"


def test_paragraph_properties_of_all_layers() -> None:
    sheet = styles(
        style("Normal", ppr='<w:spacing w:before="60" w:after="60"/><w:jc w:val="both"/>'),
        style("Body", based="Normal", ppr='<w:ind w:left="100" w:firstLine="567"/><w:keepNext/><w:outlineLvl w:val="1"/>'),
        ppr='<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>',
    )
    form = first(p("a", '<w:pStyle w:val="Body"/><w:spacing w:before="120"/><w:ind w:right="10"/>'), styles=sheet).format
    assert (form.before, form.after, form.line) == (120, 60, 276)
    assert (form.left, form.right, form.first_line) == (100, 10, 567)
    assert (form.align, form.keep_next, form.outline, form.style) == ("both", True, 2, "Body")
    assert form.layers["before"] == Layer(LayerKind.DIRECT)
    assert form.layers["after"] == Layer(LayerKind.PARAGRAPH_STYLE, "Normal")
    assert form.layers["line"] == Layer(LayerKind.DEFAULTS)


@pytest.mark.parametrize(
    ("written", "align"), [("start", "left"), ("end", "right"), ("both", "both"), ("distribute", "distribute")]
)
def test_alignments_of_the_strict_edition(written: str, align: str) -> None:
    assert first(p("a", f'<w:jc w:val="{written}"/>')).format.align == align


def test_hanging_indents_start_sides_units_and_lines() -> None:
    form = first(p("a", '<w:ind w:start="1cm" w:hanging="360"/><w:spacing w:beforeLines="50" w:afterAutospacing="1"/>')).format
    assert (form.left, form.first_line) == (567, -360)
    assert (form.before, form.after_auto, form.before_auto) == (120, True, False)


def test_exact_line_spacing_and_contextual_space() -> None:
    form = first(p("a", '<w:spacing w:line="340" w:lineRule="exact"/><w:contextualSpacing/>')).format
    assert (form.line, form.line_rule, form.contextual) == (340, "exact", True)


def test_tab_stops_add_up_and_can_be_cleared() -> None:
    stops = '<w:tabs><w:tab w:val="center" w:pos="3000"/><w:tab w:val="left" w:pos="720"/></w:tabs>'
    sheet = styles(style("Normal", ppr=stops))
    own = '<w:tabs><w:tab w:val="clear" w:pos="720"/><w:tab w:val="right" w:pos="9000"/></w:tabs>'
    assert first(p("a", own), styles=sheet).format.tabs == ((3000, "center"), (9000, "right"))


TABLE_STYLE = style(
    "Grid",
    "table",
    rpr=size(18) + BOLD,
    ppr='<w:jc w:val="center"/>',
    more='<w:tblStylePr w:type="firstRow"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band1Horz"><w:rPr><w:color w:val="FF0000"/></w:rPr></w:tblStylePr>',
)


def table(look: str = "", band: str = "") -> str:
    row = f"<w:tr><w:tc>{p('a')}</w:tc></w:tr>"
    properties = f'<w:tblPr><w:tblStyle w:val="Grid"/>{band}{look}</w:tblPr>'
    return f'<w:tbl>{properties}<w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{row * 3}</w:tbl>'


def test_a_table_style_stands_above_the_defaults_and_below_the_paragraph_style() -> None:
    def of(sheet: str) -> RunFormat:
        return story(table(), styles=sheet).paragraphs[1].runs[0].format

    letters = of(styles(TABLE_STYLE, rpr=size(22)))
    assert (letters.size, letters.bold, letters.italic) == (9, True, False)
    assert letters.layers["size"] == Layer(LayerKind.TABLE_STYLE, "Grid")
    assert of(styles(TABLE_STYLE, style("Normal", rpr=size(28)))).size == 14
    # two style levels, both bold
    assert not of(styles(TABLE_STYLE, style("Normal", rpr=BOLD))).bold


def test_branches_of_a_table_style_are_taken_as_the_table_asks() -> None:
    def italics(look: str) -> list[bool]:
        return [q.runs[0].format.italic for q in story(table(look), styles=styles(TABLE_STYLE)).paragraphs]

    assert italics('<w:tblLook w:val="0000" w:firstRow="1"/>') == [True, False, False]
    assert italics('<w:tblLook w:val="0020"/>') == [True, False, False]
    assert italics('<w:tblLook w:firstRow="0"/>') == [False, False, False]
    assert italics("") == [True, False, False]


def test_bands_begin_below_the_first_row() -> None:
    body = table('<w:tblLook w:firstRow="1"/>', '<w:tblStyleRowBandSize w:val="1"/>')
    assert [q.runs[0].format.color for q in story(body, styles=styles(TABLE_STYLE)).paragraphs] == ["auto", "FF0000", "auto"]


def test_runs_that_look_alike_share_one_format() -> None:
    sheet = styles(style("Normal"), style("Other", based="Normal"))
    found = story(
        p(r("a", TNR + size(28))) + p(r("b", size(28) + TNR + '<w:lang w:val="vi-VN"/>'), '<w:jc w:val="both"/>'), styles=sheet
    )
    one, two = found.paragraphs
    assert one.runs[0].format is two.runs[0].format
    other = story(p("a", '<w:jc w:val="both"/><w:keepNext/>') + p("b", '<w:keepNext/><w:jc w:val="both"/>'))
    assert other.paragraphs[0].format is other.paragraphs[1].format


def test_attributes_of_fonts_are_not_mixed_up() -> None:
    found = story(p(r("a", '<w:rFonts w:ascii="Arial"/>') + r("b", '<w:rFonts w:hAnsi="Arial"/>'))).paragraphs[0]
    assert [(run.format.font, run.format.high_font) for run in found.runs] == [
        ("Arial", "Times New Roman"),
        ("Times New Roman", "Arial"),
    ]


def test_the_mark_of_a_paragraph_has_its_own_format() -> None:
    paragraph = first(p(r("a", size(28)), f"<w:rPr>{size(40)}</w:rPr>"))
    assert (paragraph.mark.size, paragraph.runs[0].format.size) == (20, 14)
