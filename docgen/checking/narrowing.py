"""Rules over documents whose agency narrows what the act leaves open: its own choices never pass for the act's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from docgen.checks.engine import Judged, Skipped, judge
from docgen.standards.facts import Tier

if TYPE_CHECKING:
    from docgen.checking.agencies import Narrowed
    from docgen.checks.rule import Rule
    from docgen.reading.layout import Layout, Reading

Narrow: TypeAlias = "Callable[[Layout], Narrowed | None]"


def judge_narrowed(reading: Reading, rules: Sequence[Rule] | None, narrow: Narrow) -> Iterator[Judged | Skipped]:
    """What ``rules`` find in each document by its rule set as ``narrow`` gives it.

    What the act itself forbids is said with its words, and repaired as the agency wants it. What only the agency forbids is a
    warning that names its file. What custom forbids and the agency allows is no finding.
    """
    found = {layout.index: own for layout in reading.documents if (own := narrow(layout)) is not None}
    if not found:
        yield from judge(reading, rules)
        return
    by_act = {_key(one): one for one in judge(reading, rules) if isinstance(one, Judged)}
    documents = [
        replace(layout, standard=found[layout.index].standard) if layout.index in found else layout
        for layout in reading.documents
    ]
    for one in judge(replace(reading, documents=documents), rules):
        if isinstance(one, Skipped) or one.document not in found:
            yield one
        elif (said := by_act.get(_key(one))) is not None:
            yield replace(said, finding=replace(said.finding, repairs=one.finding.repairs))
        else:
            yield _say_own(one, found[one.document].source)


def _say_own(judged: Judged, source: str) -> Judged:
    level = "warning" if judged.level == "error" else judged.level
    return replace(judged, level=level, tier=Tier.HOUSE, clause=source)


def _key(judged: Judged) -> tuple[object, ...]:
    """The same for findings that say the same of the same place."""
    finding, spot = judged.finding, judged.finding.spot
    place = (id(spot.paragraph), id(spot.section), spot.start, spot.end)
    return judged.rule.code, judged.document, finding.component, *place, str(finding.actual), bool(finding.expected)
