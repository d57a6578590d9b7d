"""TT418: Phần, Chương, Mục and their number stand on a line of their own, the title below (PL I, P.I, II.6.đ; HD05 I-6.2.4a)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import main_passages, outside_quotes
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry

_LABELS = frozenset({"part_label", "division_label"})
_WORD = re.compile(r"[^\W\d_]{2}")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """A label with words behind it on its line."""
    for passage in outside_quotes(main_passages(layout)):
        if passage.component not in _LABELS or passage.numeral is None:
            continue
        behind = passage.paragraph.text[passage.end :].partition("\n")[0]
        if not _WORD.search(behind):
            continue
        label = passage.text.strip(" .:-–")
        line = passage.text + behind
        yield Finding(
            msg("The title stands on the line of {label}.", label=label),
            at(passage, 0, len(line.rstrip())),
            passage.component,
            label,
            line.strip(),
            msg("Put the title on the next line."),
            passage.sure,
        )


RULE = Rule(
    code="TT418",
    name="chuong-dong-rieng",
    kind=Kind.FORM,
    asks=msg("Phần, Chương, Mục and their number stand on a line of their own, the title on the next."),
    good="Chương I\nQUY ĐỊNH CHUNG",
    bad="Chương I: QUY ĐỊNH CHUNG",
    look=look,
    no_fix=msg("A paragraph must be parted."),
    needs=("part_label", "division_label"),
)
