"""Law 1 in the head: places, looks, drawn lines, and how long names break."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Take
from tests.pages.gathering import LONGEST, NAMES, SAMPLES, Measured, spec_names
from tests.pages.looks import (
    ROUNDING,
    assert_look,
    below_head,
    fact,
    find_left,
    is_dispatch,
    left_head,
    right_head,
    span,
    state,
    type_name,
)
from tests.pages.measuring import MM, Found, Glyph

pytestmark = pytest.mark.office
EVERY = [*spec_names(), *SAMPLES, *NAMES, "name-longest"]
TYPED = [name for name in SAMPLES if "cong-van" not in name]
#: words before which a name may break
SENSE = ("TỈNH", "THÀNH PHỐ", "XÃ", "PHƯỜNG", "ĐẶC KHU", "VÀ", "THUỘC")


@pytest.mark.parametrize("name", EVERY)
def test_right_column_looks_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    found = right_head(measured)
    assert len(found) == (3 if state(measured.document) else 2)
    for component, one in found.items():
        assert_look(measured, component, one)
        assert len(one.lines) == 1, component
    middles = [one.middle for one in found.values()]
    assert max(middles) - min(middles) < 0.6 * MM, "the lines of the column are not centred to each other"


@pytest.mark.parametrize("name", EVERY)
def test_motto_has_its_width_on_one_line(take: Take, name: str) -> None:
    """95.7 mm at 13 pt, by the widths of Times New Roman."""
    measured = take(name)
    if state(measured.document):
        motto = right_head(measured)["motto"]
        (size,) = motto.sizes
        assert abs(motto.width / MM - 95.7 * size / 13) < 0.4


@pytest.mark.parametrize("name", EVERY)
def test_set_of_sizes_is_one_of_the_two(take: Take, name: str) -> None:
    """PL I, P.I, V, note: 12, 13, 13 or 13, 14, 14 for motto, slogan, place and date."""
    measured = take(name)
    if state(measured.document):
        sizes = [min(one.sizes) for one in right_head(measured).values()]
        assert sizes in ([12, 13, 13], [13, 14, 14])


@pytest.mark.parametrize("name", EVERY)
def test_left_column_looks_as_prescribed(take: Take, name: str) -> None:
    measured = take(name)
    document = measured.document
    issuer = find_left(measured, "".join(line.plain for line in document.issuer.name).upper())
    assert_look(measured, "issuer", issuer)
    found = [issuer]
    if document.issuer.parent:
        parent = find_left(measured, "".join(line.plain for line in document.issuer.parent).upper())
        assert_look(measured, "parent", parent)
        assert parent.baseline > issuer.first.baseline
        found.append(parent)
    number = _number(measured)
    assert_look(measured, "number", number)
    assert number.first.baseline < issuer.baseline
    if document.number is not None:
        prefix = fact(document.standard, "number", "number_prefix")
        assert isinstance(prefix, frozenset)
        words = f"{''.join(prefix)}{document.number:02}".replace(" ", "")
        assert "".join(g.char for g in number.glyphs).startswith(words)
    if not state(document):
        star = find_left(measured, "*")
        assert issuer.baseline > star.baseline > number.baseline
        found.append(star)
    middles = [_middle(line) for one in [*found, number] for line in one.lines]
    assert max(middles) - min(middles) < 0.6 * MM, "the lines of the column are not centred to each other"


def _number(measured: Measured) -> Found:
    left = set(left_head(measured))
    return measured.pdf.rest_of_line("Số", lambda g: g in left)


def _middle(line: tuple[Glyph, ...]) -> float:
    return (line[0].x0 + line[-1].x1) / 2


@pytest.mark.parametrize("name", EVERY)
def test_words_of_the_columns_stay_5_mm_apart(take: Take, name: str) -> None:
    measured = take(name)
    left = max(g.x1 for g in left_head(measured))
    right = min(one.x0 for one in right_head(measured).values())
    assert (right - left) / MM >= 5 - 0.1


def _assert_between(measured: Measured, found: Found, y: float) -> None:
    """A line stands below the ink of its text and above that of the next one under it."""
    lowest = min(g.low for g in found.lines[-1])
    under = [
        g.high
        for g in measured.pdf.pages[found.first.page].glyphs
        if g.baseline < found.baseline - 2 and g.x0 < found.x1 and g.x1 > found.x0
    ]
    assert y < lowest - 0.2, "the line touches the text"
    assert y > max(under) + 0.2, "the line touches the text below"


@pytest.mark.parametrize("name", EVERY)
def test_line_under_slogan_or_party_title_is_as_long_as_the_words(take: Take, name: str) -> None:
    measured = take(name)
    component = "slogan" if state(measured.document) else "party_title"
    assert fact(measured.document.standard, component, "rule_present") == {"yes"}
    words = right_head(measured)[component]
    rule = measured.pdf.rule_below(words)
    assert rule is not None
    assert abs(rule.length / words.width - span(measured.document.standard, component, "rule_ratio").low) < 0.01
    assert abs(rule.middle - words.middle) < 0.5 * MM
    _assert_between(measured, words, rule.y)


def _assert_share(measured: Measured, component: str, words: Found) -> None:
    """The length satisfies the clause for the last and for the longest line, where one length can."""
    rule = measured.pdf.rule_below(words)
    assert rule is not None, f"no line under {component}"
    allowed = span(measured.document.standard, component, "rule_ratio")
    longest, last = max(words.widths()), words.widths()[-1]
    low, high = sorted((allowed.low * longest, allowed.high * last))
    assert low - ROUNDING < rule.length < high + ROUNDING, f"{rule.length:.1f} pt, wanted {low:.1f} to {high:.1f}"
    assert abs(rule.middle - words.middle) < 0.5 * MM
    _assert_between(measured, words, rule.y)


@pytest.mark.parametrize("name", EVERY)
def test_line_under_the_issuer(take: Take, name: str) -> None:
    measured = take(name)
    words = find_left(measured, "".join(line.plain for line in measured.document.issuer.name).upper())
    if state(measured.document):
        _assert_share(measured, "issuer", words)
    else:
        assert measured.pdf.rule_below(words) is None, "a star stands there, no line"


@pytest.mark.parametrize("name", [*spec_names(), *TYPED])
def test_type_name_and_abstract(take: Take, name: str) -> None:
    measured = take(name)
    document, pdf = measured.document, measured.pdf
    assert document.title is not None
    if is_dispatch(document):
        words = find_left(measured, document.title.plain)
        assert_look(measured, "abstract_dispatch", words)
        label = {"nd30": "V/v ", "hd05": "về việc ", "hd36": ""}[document.standard]
        find_left(measured, label + document.title.plain)
        assert words.first.baseline < _number(measured).baseline
        return
    kind = below_head(measured)
    assert_look(measured, "type_name", kind)
    words = pdf.find(document.title.plain, after=kind)
    assert_look(measured, "abstract", words)
    middle = (min(g.x0 for g in pdf.glyphs) + max(g.x1 for g in pdf.glyphs)) / 2
    for line in (*kind.lines, *words.lines):
        assert abs(_middle(line) - middle) < 0.5 * MM
    assert len(kind.lines) == 1
    if state(document):
        _assert_share(measured, "abstract", words)
    else:
        assert pdf.rule_below(words) is None
        hyphens = pdf.find("-----", after=words)
        assert abs(hyphens.middle - middle) < 0.5 * MM


@pytest.mark.parametrize("name", [n for n in SAMPLES if "cong-van" in n])
def test_abstract_of_a_dispatch(take: Take, name: str) -> None:
    test_type_name_and_abstract(take, name)


@pytest.mark.parametrize("name", list(NAMES))
def test_long_names_break_at_sense_boundaries(take: Take, name: str) -> None:
    measured = take(name)
    words = find_left(measured, "".join(line.plain for line in measured.document.issuer.name).upper())
    printed = ["".join(g.char for g in line) for line in words.lines]
    whole = "".join(NAMES[name][2]).replace(" ", "")
    assert printed in ([line.replace(" ", "") for line in NAMES[name][2]], [whole])
    # one line where there is room for it: then broken words would be wrong
    assert_look(measured, "issuer", words)


def test_the_longest_name_breaks_before_words_of_sense(take: Take) -> None:
    measured = take("name-longest")
    words = find_left(measured, LONGEST)
    assert_look(measured, "issuer", words)
    printed = ["".join(g.char for g in line) for line in words.lines]
    assert 2 <= len(printed) <= 5
    # no line ends in a word that begins a new sense unit
    assert not [line for line in printed if line.endswith(tuple(word.replace(" ", "") for word in SENSE))]


def test_place_of_a_city_keeps_its_line(take: Take) -> None:
    measured = take("name-city")
    found = right_head(measured)["place_date"]
    assert "".join(g.char for g in found.glyphs) == "ThànhphốHồChíMinh,ngày05tháng3năm2026"
    assert type_name(measured.document) == "KẾ HOẠCH"
