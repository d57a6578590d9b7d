"""The page of clauses in the docs knows every rule, and every clause of the acts."""

from __future__ import annotations

import re
from pathlib import Path

from docgen.checks.registry import all_rules

PAGE = (Path(__file__).parents[2] / "docs" / "clauses.md").read_text(encoding="utf-8")
_CODE = re.compile(r"\b((?:TT|DD|LV)\d{2,3})(\*?)")
#: the lowest units of Phụ lục I, by mục and khoản: how many điểm each has, in the alphabet's order
_POINTS = "abcdđeg"
_STATE = {
    "": {"I": [0] * 7, "II": [3, 3, 4, 3, 2, 7, 5, 3, 4], "III": [6, 3, 0, 0], "IV": [0, 0]},
    "P.II, ": {"II": [7, 4, 2]},
}
_PARTY = {"PG": 7, "H": 3, "B": 3, "N": 4, "D": 2, "T": 5, "C": 8, "S": 7, "R": 6, "X": 5, "Z": 2}


def _rows() -> dict[str, str]:
    """Clause → its rules."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("|")]
    return {cell[0]: cell[2] for cell in cells}


def _clauses() -> list[str]:
    found = []
    for part, parts in _STATE.items():
        for mark, items in parts.items():
            for number, count in enumerate(items, 1):
                points = [f".{letter}" for letter in _POINTS[:count]] or [""]
                found += [f"{part}{mark}.{number}{point}" for point in points]
    return [*found, "V", "P.II, I"]


def test_every_clause_of_the_decree_stands_there() -> None:
    # 55 of Phần I; of Phần II the 13 on paper, those on PDF files as one
    assert len(_clauses()) == 55 + 13 + 1
    assert [clause for clause in _clauses() if clause not in _rows()] == []


def test_every_point_of_the_guide_stands_there() -> None:
    points = [f"{letters}{number}" for letters, most in _PARTY.items() for number in range(1, most + 1)]
    assert [point for point in points if point not in _rows()] == []


def test_each_has_rules_or_a_dash() -> None:
    assert [clause for clause, rules in _rows().items() if not _CODE.search(rules) and not rules.startswith(("–", "rules", "---"))] == []


def test_no_code_is_unknown_and_none_is_left_out() -> None:
    codes = {rule.code for rule in all_rules()}
    named = set()
    for code, more in _CODE.findall(PAGE.partition("\n## ")[2]):
        fits = {one for one in codes if (one.startswith(code) if more else one == code)}
        assert fits, code
        named |= fits
    assert codes - named == set()
