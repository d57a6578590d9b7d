"""The acts' facts, typed by hand in the CSV files, against the rule sets that docgen reads: every row, values and tiers."""

from __future__ import annotations

import pytest

from docgen.standards import load_standard
from tests.facts.facts import FILES, Row, merged_rows, read_rows
from tests.facts.lookup import Unmapped, look_up

#: rows of each file as typed; a row that is lost while reading would otherwise be a test that is not run
COUNTS = {"nd30": 243, "hd05": 194, "hd36": 13}
#: facts that stand in the made template, not in the data, and so carry no tier there
#: example strings show that a rule is read right; they are no rule of their own and have no tier in the data
EXAMPLES = "number_pattern_example"
WITHOUT_TIER = {("page_number", "numbering"), ("page_number", "page_number_first_page"), ("page_number", "own_numbering")}

ROWS = [(name, row) for name in FILES for row in read_rows(name)]


def _id(value: object) -> str:
    return f"L{value.line}-{value.component}.{value.prop}" if isinstance(value, Row) else str(value)


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_the_file_is_read(name: str) -> None:
    assert len(read_rows(name)) == COUNTS[name]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=_id)
def test_the_data_say_what_the_act_says(name: str, row: Row) -> None:
    found = look_up(load_standard(name), row)
    if row.prop == "number_pattern_example":
        assert row.text in found.accepts, f"{row}: {found.accepts!r} does not accept it"
    else:
        assert found.allowed == row.allowed, f"{row}: the data allow {found.allowed}"


@pytest.mark.parametrize(("name", "row"), ROWS, ids=_id)
def test_the_data_are_as_sure_of_it_as_the_sheet(name: str, row: Row) -> None:
    found = look_up(load_standard(name), row)
    if (row.component, row.prop) in WITHOUT_TIER:
        assert found.tier is None
    elif row.prop == EXAMPLES:
        assert found.tier is not None
    else:
        assert found.tier == row.tier, f"{row}: tier {found.tier} in the data"


@pytest.mark.parametrize("row", merged_rows("hd05", "hd36"), ids=_id)
def test_what_the_older_guide_does_not_change_stands_in_it_too(row: Row) -> None:
    """The tiers may be weaker there; the values are the same."""
    found = look_up(load_standard("hd36"), row)
    if row.prop == "number_pattern_example":
        assert row.text in found.accepts
    else:
        assert found.allowed == row.allowed, f"{row}: the data allow {found.allowed}"


def test_a_property_nobody_mapped_fails() -> None:
    row = Row(0, "", "body", "weight_g", "=1", "text", "")
    with pytest.raises(Unmapped):
        look_up(load_standard("nd30"), row)


def test_a_component_the_data_lack_fails() -> None:
    row = Row(0, "", "seal", "size_pt", "=1", "text", "")
    with pytest.raises(Unmapped):
        look_up(load_standard("nd30"), row)
