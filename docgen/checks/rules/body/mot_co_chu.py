"""TT410: the text is set in one size throughout."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.bodies import RUNNING, main_passages
from docgen.checks.rule import Finding, Fixing, Kind, Rule, Spot
from docgen.problems import msg
from docgen.reading.repairs import SetRuns
from docgen.standards.facts import say_value

if TYPE_CHECKING:
    from docgen.ooxml.content import Paragraph, Run
    from docgen.reading.layout import Layout, Passage
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Letters of another size than most have. A size that is not allowed at all is told of by the rule about sizes."""
    fact = layout.standard.components["body"].size
    # a note in brackets on lines of its own is often set smaller
    passages = [p for p in main_passages(layout) if p.component in RUNNING and not p.text.startswith("(")]
    letters: Counter[float] = Counter()
    for passage in passages:
        for run in passage.paragraph.runs:
            if run.format.vertical == "baseline":
                letters[run.format.size] += run.end - run.start
    allowed = {size: count for size, count in letters.items() if fact.allows(size)}
    if len(allowed) < 2:
        return
    main = max(allowed, key=lambda size: (allowed[size], size))
    for passage in passages:
        for start, end, size in _odd_stretches(passage, main, allowed):
            yield Finding(
                msg("The text is set in {main} pt, this in {size} pt.", main=say_value(main), size=say_value(size)),
                Spot(passage.paragraph, start, end),
                passage.component,
                f"{say_value(main)} pt",
                f"{say_value(size)} pt",
                msg("Set it in {main} pt as well.", main=say_value(main)),
                passage.sure,
                (SetRuns(passage.paragraph, start, end, "size", main),),
            )


def _odd_stretches(passage: Passage, main: float, allowed: dict[float, int]) -> Iterator[tuple[int, int, float]]:
    stretch: tuple[int, int, float] | None = None
    for run in passage.paragraph.runs:
        if run.start >= passage.end or run.end <= passage.start:
            continue
        size = run.format.size
        odd = size != main and size in allowed and run.format.vertical == "baseline" and _has_letters(passage.paragraph, run)
        if odd and stretch and stretch[2] == size:
            stretch = stretch[0], min(run.end, passage.end), size
        elif odd or size == main:
            if stretch:
                yield stretch
            stretch = (max(run.start, passage.start), min(run.end, passage.end), size) if odd else None
    if stretch:
        yield stretch


def _has_letters(paragraph: Paragraph, run: Run) -> bool:
    return any(c.isalnum() for c in paragraph.text[run.start : run.end])


RULE = Rule(
    code="TT410",
    name="mot-co-chu",
    kind=Kind.FORM,
    asks=msg("The whole text is set in one size."),
    good="14 pt",
    bad="14 pt … 13 pt … 14 pt",
    look=look,
    fix=Fixing.SAFE,
    needs=tuple(sorted(RUNNING)),
)
