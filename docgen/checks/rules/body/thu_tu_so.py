"""TT405: numbers of a level follow one another, without gaps and without two of the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.levels import Break, breaks, say_number, spot_of
from docgen.checks.rule import Finding, Kind, Rule
from docgen.checks.vietnamese_letters import is_latin_slip
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry, Standard


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Slips of the alphabet are the affair of another rule."""
    for found in breaks(layout):
        if not is_latin_slip(found) and not _stands_elsewhere(found, layout):
            yield _finding(found, layout.standard)


def _stands_elsewhere(found: Break, layout: Layout) -> bool:
    """Whether the first number of a count stands above it on a line that was not taken for a numbered block."""
    if found.before is not None:
        return False
    right = say_number(found.expected, found.item.numeral.kind, layout.standard)
    above = layout.passages[: layout.passages.index(found.item.passage)]
    return any(passage.numeral is None and passage.text.startswith((f"{right}.", f"{right})", f"{right}-")) for passage in above)


def _finding(found: Break, standard: Standard) -> Finding:
    item, numeral = found.item, found.item.numeral
    right = say_number(found.expected, numeral.kind, standard)
    if found.before is None:
        what = msg("The count begins with {written}", written=numeral.written)
    else:
        what = msg("{written} stands behind {before}", written=numeral.written, before=found.before.written)
    return Finding(
        what,
        spot_of(item),
        item.passage.component,
        right,
        numeral.written,
        msg("Here {right} should stand. Correct the number, or put in what is missing.", right=right),
    )


RULE = Rule(
    code="TT405",
    name="thu-tu-so",
    kind=Kind.FORM,
    asks=msg("The numbers of a level follow one another: none is left out and none stands twice."),
    good="1. … 2. … 3. …",
    bad="1. … 2. … 2. …",
    look=look,
    no_fix=msg("Other passages and other documents may cite these numbers."),
    needs=("part_label", "division_label", "section", "article", "clause", "subclause", "point"),
)
