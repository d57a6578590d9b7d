"""TT803: the mark of urgency stands in a box with one line, of the size that its word has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.checks.frames import box_of
from docgen.checks.rule import Finding, Kind, Rule, at
from docgen.problems import msg
from docgen.vietnamese import upper

if TYPE_CHECKING:
    from docgen.reading.layout import Layout
    from docgen.standards.model import RuleEntry


def look(layout: Layout, entry: RuleEntry) -> Iterator[Finding]:
    """Only the measures that the file tells; ``max`` mm is how far they may be off."""
    sizes = {word.strip(): tuple(map(float, size.split())) for word, _, size in (text.partition(":") for text in entry.words)}
    for passage in layout.get("urgency"):
        size = sizes.get(upper(" ".join(passage.text.split())))
        if size is None:
            continue
        wanted = f"{size[0]:g} × {size[1]:g} mm"
        box = box_of(passage.paragraph)
        if box is None or not box.bordered:
            yield Finding(
                msg("No line is drawn round {words}", words=passage.text),
                at(passage),
                "urgency",
                wanted,
                "",
                msg("Set it in a box of {size} with a single line.", size=wanted),
                passage.sure,
            )
            continue
        pairs = [(own, due) for own, due in ((box.width, size[0]), (box.height, size[1])) if own is not None]
        if any(abs(own - due) > (entry.max or 0) for own, due in pairs):
            actual = " × ".join(f"{own:.0f}" for own, _ in pairs) + " mm"
            yield Finding(
                msg("The box round {words} measures {actual}.", words=passage.text, actual=actual),
                at(passage),
                "urgency",
                wanted,
                actual,
                msg("Make it {size}.", size=wanted),
                passage.sure,
            )


RULE = Rule(
    code="TT803",
    name="khung-muc-do-khan",
    kind=Kind.FORM,
    asks=msg("A mark of urgency stands in a box with a single line, of the size the rules give for its word."),
    good="HỎA TỐC (30 × 8 mm)",
    bad="HỎA TỐC (60 × 20 mm)",
    look=look,
    no_fix=msg("A shape must be drawn or changed."),
    needs=("urgency",),
)
