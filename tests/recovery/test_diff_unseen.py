"""What differs in the file and not on paper is no difference; where it prints, it is one."""

from __future__ import annotations

import pytest

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
