"""TT109: the components stand in the order of the diagram, those of one column from above (PL I, P.I, IV; HD05 I-1 … I-9).

Every entry of the rule's ``words`` is a chain of components that follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.reading.layout import Layout, Passage, Sure
from docgen.standards.model import RuleEntry
from docgen.standards.names import LEVELS

#: the rule on what must be there
_MISSING = "thieu-thanh-phan"
_TEXT = "body"


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Neighbours of a chain, those that are missing left out, in the wrong order. A guess accuses nobody."""
    told: set[str] = set()
    for chain in entry.words:
        names = (name for name in chain.split() if not _may_lack(layout, name))
        found = [(name, passage) for name in names if (passage := _first(layout, name)) is not None]
        for (upper, above), (lower, below) in pairwise(found):
            if upper == _TEXT:
                # all of it stands above the signature
                above = _last_of_text(layout, above)
            if lower in told or not _is_before(below, above):
                continue
            if upper.startswith("sign_") and below.entry != above.entry:
                # of another signer
                continue
            told.add(lower)
            components = layout.standard.components
            labels = {"lower": components[lower].label, "upper": components[upper].label}
            yield Finding(
                msg("{lower} stands above {upper}.", **labels),
                at(below),
                lower,
                msg("below {upper}", upper=labels["upper"]),
                msg("above {upper}", upper=labels["upper"]),
                msg("Put {lower} below {upper}.", **labels),
                below.sure,
            )


def _may_lack(layout: Layout, name: str) -> bool:
    """Whether the type goes without that component, so that no act says where it stands: the number of a contract."""
    rule = layout.standard.rules.get(_MISSING)
    return rule is not None and any(words.split()[0] == name and layout.type in words.split()[1:] for words in rule.words)


def _first(layout: Layout, name: str) -> Passage | None:
    passages = (p for p in layout.get(name) if p.appendix is None and p.sure is not Sure.GUESS)
    first = next(passages, None)
    # what floats stands elsewhere than its place in the file says
    return None if first is None or first.paragraph.shape is not None or first.paragraph.frame else first


def _last_of_text(layout: Layout, first: Passage) -> Passage:
    """The last passage of the text that stands in no table."""
    names = {_TEXT, "list_item", *LEVELS}
    text = (p for p in layout.passages if p.component in names and p.appendix is None and p.paragraph.cell is None)
    return max((p for p in text if p.sure is Sure.CERTAIN), key=lambda p: p.paragraph.index, default=first)


def _is_before(one: Passage, other: Passage) -> bool:
    if one.paragraph is other.paragraph:
        line = one.paragraph.text.count("\n", 0, one.start), one.paragraph.text.count("\n", 0, other.start)
        return line[0] < line[1]
    a, b = one.paragraph.cell, other.paragraph.cell
    if a is not None and b is not None and a.table is b.table and a.column != b.column:
        return a.row < b.row
    return one.paragraph.index < other.paragraph.index


RULE = Rule(
    code="TT109",
    name="thu-tu-thanh-phan",
    kind=Kind.FORM,
    asks=msg("The components of a document stand in the order of the act's diagram."),
    good="tên cơ quan / số, ký hiệu / tên loại / trích yếu / nội dung",
    bad="số, ký hiệu / tên cơ quan",
    look=look,
    no_fix=msg("Moving text is a person's work."),
)
