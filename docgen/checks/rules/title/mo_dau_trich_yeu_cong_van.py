"""The abstract of a state công văn begins with ``V/v``."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.checks.joined import join
from docgen.checks.rule import Finding, Fixing, Kind, Rule
from docgen.problems import msg
from docgen.reading.folding import fold_each
from docgen.reading.layout import Layout
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Compare the opening with the rule set's; ``words`` are openings that mean the same."""
    joined = join(layout, "abstract_dispatch")
    prefix = layout.standard.components["abstract_dispatch"].prefix
    if joined is None or prefix is None or not prefix.use.strip():
        return
    wanted = prefix.use.strip()
    text = joined.text
    if text.startswith(wanted):
        return
    folded = fold_each(text)
    meant = (wanted, *entry.words)
    found = max((word for word in meant if folded.startswith(fold_each(word))), key=len, default="")
    spot = joined.spot(0, len(found)) if found else joined.spot()
    yield Finding(
        msg("The abstract of a công văn begins with “{words}”.", words=wanted),
        spot,
        "abstract_dispatch",
        wanted,
        text[: len(found)] if found else " ".join(text.split()[:3]),
        msg("Begin it with “{words}”.", words=wanted),
        joined.sure,
        joined.replace(0, len(found), wanted if found else f"{wanted} "),
    )


RULE = Rule(
    code="TT304",
    name="mo-dau-trich-yeu-cong-van",
    kind=Kind.FORM,
    asks=msg("The abstract of a công văn begins with V/v."),
    good="V/v nâng bậc lương năm 2019",
    bad="Về việc nâng bậc lương năm 2019",
    look=look,
    fix=Fixing.SAFE,
    needs=("abstract_dispatch",),
)
