"""The Party's title says its name to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.checks.fixed_words import find_other_words
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry

#: what parts the phrases of a motto
_DASH = re.compile(r"\s[-–—]\s")


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the words with those of the rule set; a motto below them is none of the Party's."""
    yield from find_other_words(layout, "party_title")
    title = layout.first_of("party_title")
    if title is None or title.paragraph.cell is None:
        return
    for line in layout.get("other"):
        below = line.paragraph.cell is title.paragraph.cell and line.paragraph.index >= title.paragraph.index
        if below and line.paragraph.shape is None and len(_DASH.findall(line.text)) > 1:
            what = msg("The words are not those that are prescribed.")
            yield Finding(what, at(line), line.component, "", line.text, msg("Delete it."), line.sure)


RULE = Rule(
    code="TT224",
    name="tieu-de-dang",
    kind=Kind.FORM,
    asks=msg("The title of a Party document is written with exactly the prescribed words."),
    good="ĐẢNG CỘNG SẢN VIỆT NAM",
    bad="ĐẢNG CỘNG SẢN VIẸT NAM",
    look=look,
    fix=Fixing.SAFE,
    needs=("party_title",),
)
