"""The components that a drawn line stands under, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from docgen.checks.joined import Joined, join
from docgen.checks.keeping import kept
from docgen.ooxml.content import DrawnLine, Paragraph
from docgen.reading.layout import Layout
from docgen.standards import Fact, Tier

#: pt: an object without text that is no higher stands for a line that somebody drew as a flat shape or picture
_FLAT = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Ruled:
    """A component on the page that the act wants a line under. ``asked``: the length as a share of the text line."""

    component: str
    joined: Joined
    asked: Fact[float]
    drawn: tuple[DrawnLine, ...]
    typed: tuple[Paragraph, ...]

    @property
    def underlined(self) -> bool:
        """Whether its letters themselves are underlined."""
        return any(run.format.underline != "none" for passage in self.joined.passages for run in passage.runs)

    @property
    def full(self) -> bool:
        """Whether the line is to be as long as the text, not a part of it."""
        return self.asked.min is not None and self.asked.min >= 1

    @property
    def shares(self) -> tuple[float, float]:
        """The least and the greatest length the act allows, as shares of the text line."""
        asked = self.asked
        return asked.use if asked.min is None else asked.min, asked.use if asked.max is None else asked.max

    def say_shares(self) -> tuple[str, str]:
        """These shares as people write them: ``1/3``, where a rule set keeps 0.3333."""
        low, high = (str(Fraction(share).limit_denominator(100)) for share in self.shares)
        return low, high


def ruled_components(layout: Layout) -> Iterator[Ruled]:
    """Every component on the page under which the words of the act want a line, in the order of the rule set."""
    for name, component in layout.standard.components.items():
        if component.rule is None or component.rule.tier is not Tier.TEXT:
            continue
        joined = join(layout, name)
        if joined is not None and not _is_drawn_below(layout, name):
            drawn = tuple(line for line in layout.lines.get(name, ()) if line.horizontal)
            yield Ruled(name, joined, component.rule, drawn, tuple(layout.typed_lines.get(name, ())))


def _is_drawn_below(layout: Layout, name: str) -> bool:
    """Whether the line of a text issued with another stands where the templates put it: below the reference to that one."""
    if name == "abstract" and layout.lines.get("type_name") and _is_above_name(layout):
        # it has slipped above the name and left its line there
        return True
    reference = "appendix_reference"
    below = layout.lines.get(reference) or layout.typed_lines.get(reference)
    return layout.attached and name == "abstract" and bool(below) and not layout.lines.get(name)


def _is_above_name(layout: Layout) -> bool:
    abstract, name = layout.first_of("abstract"), layout.first_of("type_name")
    return abstract is not None and name is not None and abstract.paragraph.index < name.paragraph.index


def spare_lines(layout: Layout, wanted: int) -> bool:
    """Whether the head shows ``wanted`` lines or something flat that may be one, so that it is open which belongs to which."""
    paragraphs = head_paragraphs(layout)
    lines = sum(1 for paragraph in paragraphs for line in paragraph.lines if line.horizontal)
    shapes = [shape for paragraph in paragraphs for shape in paragraph.shapes if not shape.paragraphs]
    return lines >= wanted or any(shape.height is None or shape.height <= _FLAT for shape in shapes)


@kept
def head_paragraphs(layout: Layout) -> list[Paragraph]:
    """The paragraphs from the top of the document to the last line of its head."""
    rows = layout.standard.order
    names = {name for row in rows for name in (*row.left, *row.right)}
    ends = [passage.paragraph for name in names for passage in layout.get(name)]
    story = layout.story.paragraphs[layout.first : layout.last]
    indexes = {id(paragraph) for paragraph in ends}
    last = max((i for i, paragraph in enumerate(story) if id(paragraph) in indexes), default=-1)
    # a line may be anchored in the empty paragraph behind the head
    return story[: last + 2]
