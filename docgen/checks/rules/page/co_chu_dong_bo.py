"""TT108: the sizes of Quốc hiệu, Tiêu ngữ and place and date go up and down together (footnote to the table, PL I, P.I, V)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.checks.property_letters import set_of_sizes
from docgen.checks.rule import Finding, Fixing, Kind, Rule, at
from docgen.checks.subjects import Subject, subjects_of
from docgen.problems import msg
from docgen.reading.layout import Layout
from docgen.reading.repairs import SetRuns
from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Sizes that are each allowed but do not stand together in one of the sets; a wrong size has its own rule."""
    head = layout.standard.head
    if head.sets is None:
        return
    subjects = {name: subjects_of(layout).get(name, []) for name in head.set_of}
    sizes: list[float | None] = []
    for name in head.set_of:
        held = {s.format.size for subject in subjects[name] for s in subject.stretches}
        if len(held) > 1 or any(not layout.standard.components[name].size.allows(size, 0.01) for size in held):
            return
        sizes.append(next(iter(held), None))
    known = [size for size in sizes if size is not None]
    if len(known) < 2 or any(all(a in (None, b) for a, b in zip(sizes, row, strict=True)) for row in head.sets.use):
        return
    wanted = set_of_sizes(layout)
    off = [(name, want) for name, size, want in zip(head.set_of, sizes, wanted, strict=True) if size not in (None, want)]
    first = subjects[off[0][0]][0]
    yield Finding(
        msg("The sizes {sizes} of {names} do not go together.", sizes=_say(known), names=_labels(layout, subjects)),
        at(first.passage),
        off[0][0],
        " / ".join(_say(row) for row in head.sets.use),
        _say(known),
        msg("Set {name} in {size} pt.", name=layout.standard.components[off[0][0]].label, size=f"{off[0][1]:g}"),
        first.passage.sure,
        tuple(
            SetRuns(s.paragraph, s.passage.start, s.passage.end, "size", want) for name, want in off for s in subjects[name]
        ),
    )


def _say(sizes: Iterable[float]) -> str:
    return "–".join(f"{size:g}" for size in sizes)


def _labels(layout: Layout, subjects: dict[str, list[Subject]]) -> str:
    return ", ".join(layout.standard.components[name].label for name, found in subjects.items() if found)


RULE = Rule(
    code="TT108",
    name="co-chu-dong-bo",
    kind=Kind.FORM,
    asks=msg("The sizes of Quốc hiệu, Tiêu ngữ and place and date go up and down together."),
    good="13–14–14",
    bad="12–14–13",
    look=look,
    fix=Fixing.SAFE,
    needs=("motto", "slogan", "place_date"),
)
