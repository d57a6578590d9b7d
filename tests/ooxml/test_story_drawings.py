"""Lines, text boxes and pictures, drawn in either language."""

from __future__ import annotations

import pytest

from tests.ooxml.wordml import SECTION, first, p, r, story

EMU = 12_700


def anchor(graphic: str, width: float, height: float, x: str = "<wp:posOffset>635000</wp:posOffset>") -> str:
    return (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="column">{x}</wp:positionH><wp:positionV relativeFrom="paragraph">'
        f'<wp:posOffset>25400</wp:posOffset></wp:positionV><wp:extent cx="{round(width * EMU)}" cy="{round(height * EMU)}"/>'
        f'<wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="x">{graphic}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing>"
    )


def wsp(preset: str, outline: str = "", text: str = "", transform: str = "") -> str:
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return f'<wps:wsp><wps:spPr>{transform}<a:prstGeom prst="{preset}"/>{outline}</wps:spPr>{box}</wps:wsp>'


PEN = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def both(choice: str, fallback: str) -> str:
    other = f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback>"
    return f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>{other}</mc:AlternateContent>'


@pytest.mark.parametrize("preset", ["line", "straightConnector1"])
def test_a_line_is_counted_once(preset: str) -> None:
    drawn = both(anchor(wsp(preset, PEN), 171.4, 0), '<v:line from="0,0" to="171.4pt,0"/>')
    (line,) = first(p(r(drawn))).lines
    assert line.length == pytest.approx(171.4, abs=0.01)
    assert (line.kind, line.weight, line.color, line.horizontal) == ("drawing", 0.75, "000000", True)
    assert (line.x, line.x_from, line.y, line.y_from) == (50, "column", 2, "paragraph")


def test_a_choice_that_word_does_not_know_leaves_the_fallback() -> None:
    drawn = both(anchor(wsp("line"), 100, 0), '<v:line from="10pt,2pt" to="110pt,2pt" strokeweight="1pt"/>').replace(
        '"wps"', '"future"'
    )
    (line,) = first(p(r(drawn))).lines
    assert (line.kind, line.length, line.weight, line.x, line.x_from) == ("vml", 100, 1, 10, "column")


def test_aligned_lines_have_no_offset() -> None:
    (line,) = first(p(r(anchor(wsp("line"), 60, 0, "<wp:align>center</wp:align>")))).lines
    assert (line.x, line.x_align) == (None, "center")


def test_upright_and_unseen_lines() -> None:
    lines = first(p(r(anchor(wsp("line"), 0, 100)) + r(anchor(wsp("line", "<a:ln><a:noFill/></a:ln>"), 100, 0)))).lines
    assert [line.horizontal for line in lines] == [False]


def test_each_line_of_a_group_in_its_own_size() -> None:
    def inner(x: int, width: int) -> str:
        return f'<a:xfrm><a:off x="{x}" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'

    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2540000" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="1000" cy="0"/></a:xfrm></wpg:grpSpPr>{wsp("line", PEN, transform=inner(0, 250))}'
        f"{wsp('line', PEN, transform=inner(500, 500))}</wpg:wgp>"
    )
    lines = first(p(r(anchor(group, 200, 0)))).lines
    assert [line.length for line in lines] == pytest.approx([50, 100])
    assert [line.x for line in lines] == pytest.approx([50, 150])


@pytest.mark.parametrize(
    ("shape", "length"),
    [
        ('<v:line from="57.35pt,2.2pt" to="2in,2.2pt"/>', 144 - 57.35),
        ('<v:line style="position:absolute" from="0,0" to="100,0"/>', 75),
        ('<v:shape type="#_x0000_t32" style="position:absolute;margin-left:80pt;width:120pt;height:0"/>', 120),
        ('<v:rect style="width:3cm;height:.5pt" fillcolor="black" stroked="f"/>', 85.04),
        (
            '<v:group style="width:200pt;height:10pt" coordsize="400,20"><v:line from="0,0" to="100,0"/></v:group>',
            50,
        ),
    ],
)
def test_lines_of_vml(shape: str, length: float) -> None:
    (line,) = first(p(r(f"<w:pict>{shape}</w:pict>"))).lines
    assert line.kind == "vml"
    assert line.length == pytest.approx(length, abs=0.01)


def test_vml_positions() -> None:
    style = "margin-left:80pt;margin-top:3pt;width:120pt;height:0;mso-position-horizontal:center"
    style += ";mso-position-horizontal-relative:margin"
    (line,) = first(p(r(f'<w:pict><v:shape type="#_x0000_t32" style="{style}"/></w:pict>'))).lines
    assert (line.x, line.x_align, line.x_from, line.y, line.y_from) == (None, "center", "margin", 3, "paragraph")


def test_borders_are_lines_as_long_as_the_text_may_be() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr><w:ind w:left="2000" w:right="1000"/>'
    found = story(p("", border) + SECTION).paragraphs[0]
    (line,) = found.lines
    # 11906 - 1701 - 850 twips between the margins
    assert (line.kind, line.length, line.weight) == ("border", (9355 - 3000) / 20, 0.75)
    assert found.format.bottom_border == 0.75


def test_a_border_in_a_cell_ends_at_its_padding() -> None:
    border = p("", '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>')
    cell = f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{border}</w:tc>'
    (line,) = first(f"<w:tbl><w:tblPr/><w:tr>{cell}</w:tr></w:tbl>").lines
    assert line.length == (4000 - 216) / 20


def test_a_box_round_a_paragraph_is_no_line() -> None:
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
    found = first(p("MẬT", f"<w:pBdr>{sides}</w:pBdr>"))
    assert found.lines == []
    assert found.format.top_border == 0.5


def test_text_boxes_stand_behind_their_anchor() -> None:
    drawn = both(
        anchor(wsp("rect", PEN, p("trong")), 90, 30),
        f"<v:shape><v:textbox><w:txbxContent>{p('không')}</w:txbxContent></v:textbox></v:shape>",
    )
    found = story(p(r(drawn) + r("neo")) + p("sau"))
    assert [(q.text, q.shape is not None) for q in found.paragraphs] == [("neo", False), ("trong", True), ("sau", False)]
    # the paragraph of the branch that is not read counts too
    assert [q.index for q in found.paragraphs] == [1, 2, 4]
    (shape,) = found.paragraphs[0].shapes
    assert (shape.kind, shape.width, shape.height, shape.bordered) == ("textbox", 90, 30, True)
    assert shape.paragraphs == [found.paragraphs[1]]
    assert shape is found.paragraphs[1].shape


def test_text_boxes_of_vml() -> None:
    box = f"<v:textbox><w:txbxContent>{p('trong')}</w:txbxContent></v:textbox>"
    drawn = f'<w:pict><v:rect style="width:72pt;height:1in" stroked="f">{box}</v:rect></w:pict>'
    found = story(p(r(drawn)))
    assert [q.text for q in found.paragraphs] == ["", "trong"]
    (shape,) = found.paragraphs[0].shapes
    assert (shape.kind, shape.width, shape.height, shape.bordered) == ("textbox", 72, 72, False)


def test_pictures_and_rectangles() -> None:
    picture = anchor("<pic:pic><pic:spPr/></pic:pic>", 100, 50)
    shapes = first(
        p(
            r(picture)
            + r(anchor(wsp("rect", PEN), 20, 10))
            + r('<w:pict><v:shape style="width:5pt;height:6pt"><v:imagedata/></v:shape></w:pict>')
        )
    ).shapes
    assert [(s.kind, s.width, s.height) for s in shapes] == [("picture", 100, 50), ("rectangle", 20, 10), ("picture", 5, 6)]


def test_old_frames() -> None:
    frame = '<w:framePr w:w="1440" w:wrap="around" w:hAnchor="text"/>'
    found = story(p("2", frame) + p("", frame) + p("sau")).paragraphs
    assert [(q.frame, q.shape is not None) for q in found] == [(True, True), (True, True), (False, False)]
    assert found[0].shape is found[1].shape
    assert found[0].shape is not None
    assert (found[0].shape.kind, found[0].shape.width, found[0].shape.height) == ("frame", 72, None)
    assert not first(p("A", '<w:framePr w:dropCap="drop" w:lines="3"/>')).frame


def test_drawings_of_hidden_or_deleted_runs_are_not_there() -> None:
    gone = f"<w:del w:id='1'>{r(anchor(wsp('line'), 90, 0))}</w:del>"
    assert first(p(gone + r(anchor(wsp("line"), 90, 0), "<w:vanish/>"))).lines == []
