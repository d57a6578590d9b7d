"""Tables and automatic numbers."""

from __future__ import annotations

import pytest

from docgen.ooxml.content import Story
from docgen.ooxml.numbering import write_number
from tests.ooxml.wordml import first, p, story, style, styles

BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str, properties: str = "", grid: tuple[int, ...] = (3000, 5000)) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def test_paragraphs_of_cells_stand_in_the_order_of_the_page() -> None:
    found = story(p("trước") + table(cell("a") + cell("b"), cell("c") + cell("d")) + p("sau"))
    assert [q.text for q in found.paragraphs] == ["trước", "a", "b", "c", "d", "sau"]
    assert [q.index for q in found.paragraphs] == [1, 2, 3, 4, 5, 6]
    assert [(q.cell.row, q.cell.column) if q.cell else None for q in found.paragraphs] == [
        None,
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
        None,
    ]
    assert [[c.paragraphs[0].text for c in row] for row in found.tables[0].rows] == [["a", "b"], ["c", "d"]]
    assert (found.tables[0].grid, found.tables[0].padding, found.tables[0].align) == ([3000, 5000], (108, 108), "left")


def test_spans_move_columns_and_widths_come_from_the_cell_or_the_grid() -> None:
    rows = (
        cell("rộng", '<w:gridSpan w:val="2"/>') + cell("c"),
        cell("a", '<w:tcW w:w="2500" w:type="dxa"/>') + cell("b") + cell("c"),
    )
    cells = story(table(*rows, grid=(1000, 2000, 4000))).tables[0].rows
    assert [(c.column, c.span, c.width) for c in cells[0]] == [(0, 2, 3000), (2, 1, 4000)]
    assert [(c.column, c.span, c.width) for c in cells[1]] == [(0, 1, 2500), (1, 1, 2000), (2, 1, 4000)]


def test_the_lower_part_of_a_merged_cell_is_a_cell_of_its_own() -> None:
    rows = table(cell("a", '<w:vMerge w:val="restart"/>') + cell("b"), cell("", "<w:vMerge/>") + cell("d"))
    found = story(rows)
    assert [[q.text for q in c.paragraphs] for row in found.tables[0].rows for c in row] == [["a"], ["b"], [""], ["d"]]


def test_table_properties_and_those_of_its_style() -> None:
    margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:end w:w="60" w:type="dxa"/></w:tblCellMar>'
    sheet = styles(style("T", "table", more=f"<w:tblPr>{margins}<w:tblBorders>{BORDERS}</w:tblBorders></w:tblPr>"))
    own = '<w:tblStyle w:val="T"/><w:tblInd w:w="-108" w:type="dxa"/><w:jc w:val="center"/>'
    found = story(table(cell("a"), properties=own), styles=sheet).tables[0]
    assert (found.padding, found.indent, found.align, found.style) == ((57, 60), -108, "center", "T")
    assert found.rows[0][0].bordered


@pytest.mark.parametrize(
    ("borders", "bordered"),
    [
        ("", False),
        (BORDERS, True),
        (BORDERS.replace("single", "nil"), False),
        (BORDERS.replace("single", "none"), False),
        ('<w:bottom w:val="single" w:sz="4"/>', False),
        ('<w:insideH w:val="single" w:sz="4"/>', False),
    ],
)
def test_whether_lines_are_drawn_round_cells(borders: str, bordered: bool) -> None:
    found = story(table(cell("a") + cell("b"), properties=f"<w:tblBorders>{borders}</w:tblBorders>")).tables[0]
    assert [c.bordered for c in found.rows[0]] == [bordered, bordered]


def test_the_borders_of_a_cell_outdo_those_of_the_table() -> None:
    away = "<w:tcBorders>" + "".join(f'<w:{s} w:val="nil"/>' for s in ("top", "left", "bottom", "right")) + "</w:tcBorders>"
    found = story(table(cell("a", away) + cell("b"), properties=f"<w:tblBorders>{BORDERS}</w:tblBorders>")).tables[0]
    assert [c.bordered for c in found.rows[0]] == [False, True]


def test_a_table_inside_a_cell_knows_the_cell() -> None:
    inner = table(cell("trong"), grid=(900,))
    found = story(f"<w:tbl><w:tblPr/><w:tr><w:tc>{p('ngoài')}{inner}{p('')}</w:tc></w:tr></w:tbl>")
    outer, nested = found.tables
    assert nested.parent is outer.rows[0][0]
    assert [(q.text, q.cell and q.cell.table) for q in found.paragraphs] == [("ngoài", outer), ("trong", nested), ("", outer)]


def test_deleted_rows_are_left_out_and_held_cells_are_seen() -> None:
    rows = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('x')}</w:tr>"
    rows += f"<w:tr><w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt></w:tr>"
    found = story(f"<w:tbl><w:tblPr/>{rows}</w:tbl>")
    assert [q.text for q in found.paragraphs] == ["a"]
    assert [q.index for q in found.paragraphs] == [2]


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (index + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


LEVELS = (
    level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)") + level(3, "decimal", "%2.%4")
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}{level(1, "bullet", "-")}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="ListStyle"/></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    "</w:num>"
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def item(number: int, index: int = 0) -> str:
    return p("x", f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>')


def marks(found: Story) -> list[str]:
    return [q.numbering for q in found.paragraphs]


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    body = item(1) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 2) + item(1) + item(1, 1) + item(1, 2)
    assert marks(story(body, numbering=NUMBERING)) == ["I.", "1.", "2.", "a)", "b)", "II.", "1.", "a)"]


def test_levels_above_that_were_not_used_show_their_start() -> None:
    assert marks(story(item(1, 3) + item(1, 3), numbering=NUMBERING)) == ["1.1", "1.2"]


def test_lists_with_one_definition_count_on_unless_they_say_where_to_start() -> None:
    assert marks(story(item(1) + item(3) + item(3) + item(1), numbering=NUMBERING)) == ["I.", "V.", "VI.", "VII."]


def test_bullets() -> None:
    found = story(item(2) + item(2, 1) + p("x"), numbering=NUMBERING).paragraphs
    assert [(q.numbering, q.bullet) for q in found] == [("•", True), ("-", True), ("", False)]


def test_a_list_may_come_from_a_style_and_zero_takes_it_away() -> None:
    sheet = styles(
        style("L", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
        style("ListStyle", "numbering", ppr='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    )
    body = p("x", '<w:pStyle w:val="L"/>') + p("x", '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>') + item(4)
    found = story(body, numbering=NUMBERING, styles=sheet)
    assert marks(found) == ["I.", "", "II."]
    assert [q.format.left for q in found.paragraphs] == [720, 0, 720]


def test_indents_of_the_list_its_style_and_its_paragraph() -> None:
    named = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    sheet = styles(style("L", ppr=named + '<w:ind w:left="100"/>'), style("P", ppr='<w:ind w:left="200" w:firstLine="5"/>'))

    def indents(properties: str) -> tuple[int, int]:
        form = first(p("x", properties), numbering=NUMBERING, styles=sheet).format
        return form.left, form.first_line

    assert indents('<w:pStyle w:val="L"/>') == (100, -360)
    assert indents(f'<w:pStyle w:val="P"/>{named}') == (720, -360)
    assert indents(f'<w:pStyle w:val="P"/>{named}<w:ind w:left="300"/>') == (300, -360)


def test_a_list_that_is_not_there_prints_nothing() -> None:
    assert marks(story(item(99) + item(1))) == ["", ""]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (4, "upperRoman", "IV"),
        (1999, "lowerRoman", "mcmxcix"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (0, "upperRoman", "0"),
        (32767, "upperRoman", "32767"),
    ],
)
def test_numbers_are_written_as_word_writes_them(value: int, form: str, written: str) -> None:
    assert write_number(value, form) == written
