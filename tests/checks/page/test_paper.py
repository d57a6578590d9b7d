"""Paper, margins and the way the pages stand."""

from __future__ import annotations

import pytest

from docgen.reading.repairs import SetPage
from tests.checks.making import form_codes, found_by, made_from, made_sample, spoilt

STATE, PARTY = "nha-nuoc/ke-hoach-hanh-dong", "dang/ke-hoach-hoi-nghi"


def margin(data: bytes, side: str, twips: int) -> bytes:
    return spoilt(data, rf'(<w:pgMar [^>]*w:{side}=")-?\d+', rf"\g<1>{twips}", count=0)


# 1 mm = 56.7 twips; the state allows 20-25, 20-25, 30-35 and 15-20 mm, the Party 20, 20, 30 and 15 mm
@pytest.mark.parametrize(
    ("spec", "side", "twips", "expected", "actual", "target"),
    [
        (STATE, "top", 1021, "20–25 mm", "18 mm", 1134),
        (STATE, "bottom", 850, "20–25 mm", "15 mm", 1134),
        (STATE, "left", 1417, "30–35 mm", "25 mm", 1701),
        (STATE, "left", 2268, "30–35 mm", "40 mm", 1984),
        (STATE, "right", 1417, "15–20 mm", "25 mm", 1134),
        (PARTY, "top", 1417, "20 mm", "25 mm", 1134),
        (PARTY, "left", 1984, "30 mm", "35 mm", 1701),
        (PARTY, "right", 1134, "15 mm", "20 mm", 850),
    ],
)
def test_a_margin_outside_the_bounds(spec: str, side: str, twips: int, expected: str, actual: str, target: int) -> None:
    data = margin(made_from(spec), side, twips)
    (found,) = found_by(data, "TT101")
    assert (found.finding.expected, found.finding.actual, found.level) == (expected, actual, "error")
    assert found.finding.spot.section is not None
    (repair,) = found.finding.repairs
    assert isinstance(repair, SetPage)
    assert repair.property == side
    assert repair.value == pytest.approx(target, abs=1)
    assert "TT101" in form_codes(data)


@pytest.mark.parametrize(
    ("spec", "side", "twips"),
    [
        (STATE, "top", 1417),
        (STATE, "left", 1984),
        (STATE, "right", 1134),
        (STATE, "right", 836),  # 14.75 mm: rounding of programs
        (STATE, "top", -1134),  # a fixed distance, as Word writes it
        (PARTY, "bottom", 1148),
        (PARTY, "left", 1687),
    ],
)
def test_margins_within_the_bounds_or_their_rounding(spec: str, side: str, twips: int) -> None:
    assert found_by(margin(made_from(spec), side, twips), "TT101") == []


def test_the_gutter_belongs_to_the_left_margin() -> None:
    narrow = margin(made_from(STATE), "left", 1134)
    assert len(found_by(narrow, "TT101")) == 1
    assert found_by(margin(narrow, "gutter", 567), "TT101") == []
    (found,) = found_by(margin(margin(made_from(STATE), "left", 1701), "gutter", 567), "TT101")
    assert found.finding.actual == "40 mm"
    (repair,) = found.finding.repairs
    assert repair.value == pytest.approx(1984 - 567, abs=1)  # type: ignore[union-attr]


def test_each_wrong_side_is_told() -> None:
    wrong = margin(margin(made_from(STATE), "left", 1134), "right", 567)
    assert [str(one.finding.actual) for one in found_by(wrong, "TT101")] == ["20 mm", "10 mm"]


def test_several_sections_with_one_fault_are_one_finding_with_a_repair_each() -> None:
    data = margin(made_from("nha-nuoc/quyet-dinh-thanh-lap"), "top", 567)
    (found,) = found_by(data, "TT101")
    assert len(found.finding.repairs) == 2


def test_a_lying_page_may_turn_its_margins() -> None:
    """The state's own lying pages: left 30, right 15, top 20, bottom 15 mm."""
    lying = spoilt(made_sample(), r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"', count=0)
    assert found_by(margin(lying, "bottom", 850), "TT101") == []
    assert len(found_by(margin(lying, "bottom", 567), "TT101")) == 1


@pytest.mark.parametrize(
    ("size", "actual"),
    [('w:w="12240" w:h="15840"', "216 × 279 mm"), ('w:w="8391" w:h="11906"', "148 × 210 mm")],
)
def test_other_paper(size: str, actual: str) -> None:
    data = spoilt(made_from(STATE), r'w:w="11906" w:h="16838"', size, count=0)
    (found,) = found_by(data, "TT102")
    assert (found.finding.expected, found.finding.actual) == ("210 × 297 mm", actual)
    assert [repair.value for repair in found.finding.repairs] == [11906, 16838]  # type: ignore[union-attr]
    assert form_codes(data)[0] == "TT102"


@pytest.mark.parametrize("size", ['w:w="11907" w:h="16840"', 'w:w="11909" w:h="16834"', 'w:w="16838" w:h="11906"'])
def test_programs_write_a4_in_their_own_ways(size: str) -> None:
    assert found_by(spoilt(made_from(STATE), r'w:w="11906" w:h="16838"', size, count=0), "TT102") == []


def test_pages_lie_only_for_tables() -> None:
    turn = (r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    (found,) = found_by(spoilt(made_from("dang/nghi-quyet"), *turn, count=0), "TT103")
    assert (found.level, found.finding.repairs) == ("warning", ())
    assert found_by(spoilt(made_sample(), *turn, count=0), "TT103") == []
