"""What differs in the file and not on paper is no difference; where it prints, it is one."""

from __future__ import annotations

import re

import pytest

from tests.checks.making import made_sample, spoilt
from tests.ooxml.packages import zipped
from tests.ooxml.wordml import SECTION, members, p, r, style, styles
from tests.recovery.redlines import compared

STOP = '<w:tabs><w:tab w:val="{}" w:pos="2000"/></w:tabs>'
TAB = r("<w:t>một</w:t><w:tab/><w:t>hai</w:t>")
BLACK, AUTO = '<w:color w:val="000000"/>', '<w:color w:val="auto"/>'
DARK = '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>'


def build(body: str, **parts: str) -> bytes:
    return zipped(members(body + SECTION, **parts))


def cell(words: str, shading: str = "", named: str = "") -> str:
    name = f'<w:tblStyle w:val="{named}"/>' if named else ""
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    inner = f'<w:tc><w:tcPr><w:tcW w:w="2000"/>{shading}</w:tcPr>{words}</w:tc>'
    return f"<w:tbl><w:tblPr>{name}</w:tblPr>{grid}<w:tr>{inner}</w:tr></w:tbl>{p()}"


def told(old: bytes, new: bytes) -> list[str]:
    return [one.aspect for one in compared(old, new).differences]


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        (p("một"), p("một", STOP.format("left")), []),
        (p(TAB), p(TAB, STOP.format("left")), ["tabs"]),
        (p("một"), p("một", STOP.format("bar")), ["tabs"]),
        (cell(p("1,5")), cell(p("1,5", STOP.format("decimal"))), ["tabs"]),
        (p("một "), p("một"), []),
        (p("một"), p("một  ", '<w:jc w:val="both"/>'), ["align"]),
        (p("một\u00a0"), p("một"), ["text"]),
        (p(""), p(" "), ["text"]),
        (p("một"), p("một ", '<w:jc w:val="right"/>'), ["text", "align"]),
        (p("một"), p(r("một") + r(" ", '<w:u w:val="single"/>')), ["text"]),
        (p(r("một", AUTO)), p(r("một", BLACK)), []),
        (p("một"), p(r("một", BLACK)), []),
        (p(r("một"), DARK), p(r("một", BLACK), DARK), ["color"]),
        (p(r("một", DARK)), p(r("một", BLACK + DARK)), ["color"]),
        (cell(p("một")), cell(p(r("một", BLACK))), []),
        (cell(p("một"), DARK), cell(p(r("một", BLACK)), DARK), ["color"]),
        # they decide where pages end
        (p("một"), p("một", "<w:keepNext/>"), ["keep_next"]),
        (p("một"), p("một", '<w:widowControl w:val="0"/>'), ["widow_control"]),
    ],
)
def test_only_what_prints_is_told(old: str, new: str, aspects: list[str]) -> None:
    assert told(build(old), build(new)) == aspects


def test_letters_on_the_dark_of_a_table_style_are_told() -> None:
    dark = styles(style("Normal"), style("Toi", "table", more=f"<w:tcPr>{DARK}</w:tcPr>"))
    old, new = (build(cell(one, named="Toi"), styles=dark) for one in (p("một"), p(r("một", BLACK))))
    assert told(old, new) == ["color"]


@pytest.mark.parametrize(("words", "aspects"), [(p("một"), []), (p(TAB), ["defaultTabStop"])])
def test_default_tab_stops_count_where_a_tab_stands(words: str, aspects: list[str]) -> None:
    old, new = (build(words, settings=f'<w:defaultTabStop w:val="{width}"/>') for width in (720, 360))
    assert told(old, new) == aspects


def _section(*inner: str) -> str:
    return SECTION.replace("</w:sectPr>", f"{''.join(inner)}</w:sectPr>")


GRID = '<w:docGrid w:type="lines" w:linePitch="360"/>'
OFF_GRID = '<w:snapToGrid w:val="0"/>'
ROMAN = '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>'
NOTE = r('<w:footnoteReference w:id="2"/>')


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        (p("một") + SECTION, p("một", OFF_GRID) + SECTION, []),
        (p("một") + _section(GRID), p("một", OFF_GRID) + _section(GRID), ["snapToGrid"]),
        (p("một") + SECTION, p("một") + _section(ROMAN), []),
        (p(r("một") + NOTE) + SECTION, p(r("một") + NOTE) + _section(ROMAN), ["footnotePr"]),
        (p(r("một") + NOTE) + SECTION, p(r("một") + NOTE) + _section(ROMAN.replace("footnote", "endnote")), []),
    ],
)
def test_settings_count_where_the_page_has_what_they_set(old: str, new: str, aspects: list[str]) -> None:
    assert told(zipped(members(old)), zipped(members(new))) == aspects


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('<w:hyphenationZone w:val="357"/>', "width of the hyphenation zone: none → 17.9 pt"),
        ('<w:consecutiveHyphenLimit w:val="1"/>', "any number → 1"),
        ('<w:consecutiveHyphenLimit w:val="3"/>', "any number → 3"),
        ("<w:doNotHyphenateCaps/>", "words in capitals are not broken: no → yes"),
        (
            '<w:footnotePr><w:pos w:val="beneathText"/><w:numFmt w:val="lowerRoman"/></w:footnotePr>',
            "settings of footnotes: none → i, ii, iii, below the text",
        ),
        ('<w:footnotePr><w:numStart w:val="4"/></w:footnotePr>', "settings of footnotes: none → from number 4"),
        ('<w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr>', "settings of footnotes: none → ornamental numbers"),
        ('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', ""),
    ],
)
def test_settings_are_said_in_words(setting: str, said: str) -> None:
    files = (build(p(r("một") + NOTE), settings="<w:autoHyphenation/>" + one) for one in ("", setting))
    differences = compared(*files).differences
    assert len(differences) == bool(said)
    assert all(str(one.what).endswith(said) for one in differences)


def test_settings_of_the_notes_of_a_section_are_said_in_words() -> None:
    old, new = (zipped(members(p(r("một") + NOTE) + one)) for one in (SECTION, _section(ROMAN)))
    assert [str(one.what) for one in compared(old, new).differences] == ["settings of footnotes: none → i, ii, iii"]


@pytest.mark.parametrize("setting", ['<w:consecutiveHyphenLimit w:val="1"/>', "<w:doNotHyphenateCaps/>"])
def test_how_words_are_broken_counts_where_they_are(setting: str) -> None:
    plain, broken = ("", "<w:autoHyphenation/>")
    assert told(build(p("một"), settings=plain), build(p("một"), settings=plain + setting)) == []
    (aspect,) = told(build(p("một"), settings=broken), build(p("một"), settings=broken + setting))
    assert f"w:{aspect}" in setting


def _row(table: str, row: str, *, excepted: bool = False) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    inner = f'<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr>{p("một")}</w:tc>'
    lists = f"<w:tblPrEx>{row}</w:tblPrEx>" if excepted else f"<w:trPr>{row}</w:trPr>"
    return f"<w:tbl><w:tblPr>{table}</w:tblPr>{grid}<w:tr>{lists}{inner}</w:tr></w:tbl>{p()}"


@pytest.mark.parametrize(
    ("look", "excepted"),
    [
        ('<w:jc w:val="right"/>', False),
        ('<w:jc w:val="right"/>', True),
        ('<w:tblCellSpacing w:w="40" w:type="dxa"/>', False),
        ('<w:tblInd w:w="300" w:type="dxa"/>', True),
    ],
)
def test_a_row_that_is_set_otherwise_than_its_table_is_told(look: str, excepted: bool) -> None:
    (aspect,) = told(build(_row("", "", excepted=excepted)), build(_row("", look, excepted=excepted)))
    assert look.startswith(f"<w:{aspect} ")
    # Word says of each row again how the table is set
    assert told(build(_row(look, "", excepted=excepted)), build(_row(look, look, excepted=excepted))) == []


NUMBERING = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>
<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"""


@pytest.mark.parametrize("look", ["outline", "shadow", "emboss", "imprint"])
def test_the_mark_of_a_paragraph_sets_its_number(look: str) -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    mark = f"<w:rPr><w:{look}/></w:rPr>"
    numbered = build(p("một", number), numbering=NUMBERING), build(p("một", number + mark), numbering=NUMBERING)
    assert len(told(*numbered)) == 1
    assert told(build(p("một")), build(p("một", mark))) == []


@pytest.mark.parametrize(
    ("plain", "drawn"),
    [
        ("</a:solidFill></a:ln>", '</a:solidFill><a:prstDash val="dash"/></a:ln>'),
        ('<a:ln w="9525">', '<a:ln w="9525" cmpd="dbl">'),
        ("</a:solidFill></a:ln>", '</a:solidFill><a:tailEnd type="triangle"/></a:ln>'),
        ("<wp:wrapNone/>", "<wp:wrapTopAndBottom/>"),
    ],
)
def test_how_a_line_is_drawn_is_told(plain: str, drawn: str) -> None:
    data = made_sample()
    found = compared(data, spoilt(data, re.escape(plain), drawn)).differences
    assert [str(one.what) for one in found] == ["the kind of a drawn line: changed"]


@pytest.mark.parametrize("same", ['<a:prstDash val="solid"/>', '<a:tailEnd type="none"/>'])
def test_a_plain_line_may_say_that_it_is_plain(same: str) -> None:
    data = made_sample()
    assert compared(data, spoilt(data, "</a:solidFill></a:ln>", f"</a:solidFill>{same}</a:ln>")).is_equal
